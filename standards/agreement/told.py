"""What statements and jobs are called where people are told of them: never by an address, which nobody knows."""

from __future__ import annotations

from ontology.records import Iri
from standards.agreement.statement import Statement


def called(one: Statement) -> str:
    """Return a statement in its words, with its code where it has one, for instance ``“Read charts” (HT-2)``."""
    return f"“{one.wording}”{f' ({one.code})' if one.code else ''}"


def work_code(work: Iri) -> str:
    """Return an occupation or a job as tables name it: the code of O*NET, or what follows ``/id/`` of another.

    Example
    -------
    >>> work_code(Iri("https://x.example/id/onet/53-5011.00")), work_code(Iri("https://x.example/id/tug-co/job/mate"))
    ('53-5011.00', 'tug-co/job/mate')
    """
    local = work.partition("/id/")[2]
    return local.removeprefix("onet/") or work
