"""Reviewing: what people say of a program's suggestions, judged and kept, and what of it counts."""

from standards.reviewing.agreement import Agreement, agreements, strength
from standards.reviewing.carryover import carried, kept_reviews
from standards.reviewing.decision import Decision, understood
from standards.reviewing.decisions import read_decisions, read_rows
from standards.reviewing.implied import implied
from standards.reviewing.judgment import NO_MATCH, judge
from standards.reviewing.kinds import Kind, kind_of
from standards.reviewing.made_for import Misplaced, misplaced
from standards.reviewing.pair import PairState
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.reviewing.reviewers import people
from standards.reviewing.reviews import Reviews
from standards.reviewing.signature import Signature
from standards.reviewing.state import Line, ReviewState, Suggested, review_state
from standards.reviewing.status import OPEN, REFUSED, SETTLED, Status
from standards.reviewing.storage import program_release, stored_reviews
from standards.reviewing.tallies import Tally, tallies
from standards.reviewing.undoing import undone
from standards.reviewing.verdicts import DISPUTE, Judgment, judgments, standing_words

__all__ = [
    "DISPUTE",
    "NO_MATCH",
    "OPEN",
    "REFUSED",
    "SETTLED",
    "Agreement",
    "Decision",
    "Judgment",
    "Kind",
    "Line",
    "Misplaced",
    "PairState",
    "ReviewState",
    "ReviewedProgram",
    "Reviews",
    "Signature",
    "Status",
    "Suggested",
    "Tally",
    "agreements",
    "carried",
    "implied",
    "judge",
    "judgments",
    "kept_reviews",
    "kind_of",
    "misplaced",
    "people",
    "program_release",
    "read_decisions",
    "read_rows",
    "review_state",
    "standing_words",
    "stored_reviews",
    "strength",
    "tallies",
    "understood",
    "undone",
]
