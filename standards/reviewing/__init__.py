"""Reviewing: what people say of a program's suggestions, judged and kept, and what of it counts."""

from standards.reviewing.agreement import Agreement, agreements, strength
from standards.reviewing.carryover import carried, kept_reviews
from standards.reviewing.decision import Decision, understood
from standards.reviewing.decisions import read_decisions
from standards.reviewing.judgment import judge
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.reviewing.reviews import Dispute, Reopened, Reviews
from standards.reviewing.signature import Signature
from standards.reviewing.state import Line, ReviewState, Suggested, review_state
from standards.reviewing.status import STATUS, Status
from standards.reviewing.storage import program_release, stored_reviews

__all__ = [
    "STATUS",
    "Agreement",
    "Decision",
    "Dispute",
    "Line",
    "Reopened",
    "ReviewState",
    "ReviewedProgram",
    "Reviews",
    "Signature",
    "Status",
    "Suggested",
    "agreements",
    "carried",
    "judge",
    "kept_reviews",
    "program_release",
    "read_decisions",
    "review_state",
    "stored_reviews",
    "strength",
    "understood",
]
