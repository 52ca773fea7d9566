"""Agreement: what is decided of a proposal and how organizations stand to it; the state is computed from the log."""

from standards.agreement.account import account, decision_account
from standards.agreement.account_records import (
    AgreementAccount,
    PositionAccount,
    RequirementAccount,
    StatementAccount,
)
from standards.agreement.deciding import Decided, decide, undo
from standards.agreement.docket import judge
from standards.agreement.filled import NOW, read_motions, read_stances
from standards.agreement.hearing import judge_stances
from standards.agreement.log import Log
from standards.agreement.motion import Motion, Stance
from standards.agreement.parties import Parties
from standards.agreement.quorum import Employment, Quorum
from standards.agreement.reading import has_agreement, quorum_of, read_agreement
from standards.agreement.refusal import refuse
from standards.agreement.replay import Idle, Replayed, proposed, replay
from standards.agreement.seen import short
from standards.agreement.signature import Signature
from standards.agreement.speaking import Spoken, speak
from standards.agreement.state import Agreement
from standards.agreement.statement import JobMove, Need, Outcome, Statement
from standards.agreement.tables import write_book, write_csv, write_requirements
from standards.agreement.tally import Ballot, Status, Tally

__all__ = [
    "NOW",
    "Agreement",
    "AgreementAccount",
    "Ballot",
    "Decided",
    "Employment",
    "Idle",
    "JobMove",
    "Log",
    "Motion",
    "Need",
    "Outcome",
    "Parties",
    "PositionAccount",
    "Quorum",
    "Replayed",
    "RequirementAccount",
    "Signature",
    "Spoken",
    "Stance",
    "Statement",
    "StatementAccount",
    "Status",
    "Tally",
    "account",
    "decide",
    "decision_account",
    "has_agreement",
    "judge",
    "judge_stances",
    "proposed",
    "quorum_of",
    "read_agreement",
    "read_motions",
    "read_stances",
    "refuse",
    "replay",
    "short",
    "speak",
    "undo",
    "write_book",
    "write_csv",
    "write_requirements",
]
