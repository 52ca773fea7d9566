"""The words in which everybody reads how a published standard stands."""

from __future__ import annotations

from pathways.agreements.public_agreement import PublicAgreement
from pathways.agreements.wording import listed
from pathways.amounts import count


def stands(told: PublicAgreement) -> str:
    """Return who ratified, who refused and how many dissent, in a sentence; empty where nobody did any of it."""
    ratified, refused = ([one.name for one in said] for said in (told.ratified_by, told.refused_by))
    said = [
        f"ratified by {listed(ratified)}" if ratified else "",
        f"refused by {listed(refused)}" if refused else "",
        count(told.dissenting, "dissent") if told.dissenting else "",
    ]
    sentence = "; ".join(filter(None, said))
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""
