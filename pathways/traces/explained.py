"""Where the documents explain a formula, with its weights and limits."""

from __future__ import annotations

from typing import Final

LADDER: Final = "docs/how-a-ladder-is-computed.md"
ROUTES: Final = "docs/reference/routes.md"
PLANS: Final = "docs/reference/plans.md"
QUESTIONS: Final = "docs/how-to/ask.md"

GAP: Final = f"{LADDER}#1-what-is-missing-the-gap"
RELATEDNESS: Final = f"{LADDER}#2-how-close-relatedness"
PREPARATION: Final = f"{LADDER}#3-how-long-preparation"
COST: Final = f"{LADDER}#4-what-a-step-costs"
LICENSES: Final = f"{LADDER}#5-which-steps-must-not-be-taken"
DRAWN: Final = f"{LADDER}#6-what-is-drawn"
PAY: Final = f"{LADDER}#known-weaknesses"
"""What the published pay of an occupation is, and is not."""

MARKS: Final = "docs/reference/ladder-forms.md#marks"

BRIDGES: Final = "docs/how-to/bridges.md#earn-while-you-learn"
OWN_PAY: Final = "docs/how-to/bridges.md#a-firms-own-ladder"

COMPARED: Final = f"{ROUTES}#what-is-compared"
TIME: Final = f"{ROUTES}#time"
AVERAGE: Final = f"{ROUTES}#pay"
JOBS: Final = f"{ROUTES}#jobs"
TUITION: Final = f"{ROUTES}#tuition"

BALANCE: Final = f"{PLANS}#what-carries-over-and-what-is-missing"
RECORD: Final = f"{PLANS}#what-a-record-comes-to"
SET: Final = f"{PLANS}#the-shortest-set"
MILESTONES: Final = f"{PLANS}#school-license-and-job"

CONFIDENCE: Final = "docs/reference/matching.md#what-confidence-means"

LEADS_TO: Final = f"{QUESTIONS}#which-entry-jobs-lead-here"
DOORS: Final = f"{QUESTIONS}#which-competencies-open-the-most-doors"
BREAKS: Final = f"{QUESTIONS}#where-does-the-ladder-break"
PAYS: Final = f"{QUESTIONS}#which-rung-pays-a-family"
TAUGHT: Final = f"{QUESTIONS}#what-does-one-more-course-do"
