"""The quorum: how many firms, what share of the employment and which unions carry a standard."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ontology.records import Iri
from ontology.report import Finding, Severity
from standards.agreement.parties import Parties


@dataclass(frozen=True)
class Quorum:
    """The rule of a partnership.

    Parameters
    ----------
    firms
        How many firms must adopt a statement.
    employment
        What share of the employment of all firms whose employment is known these firms must have, 0 to 1; ``None``
        where the rule asks for none.
    unions
        How many unions must ratify the whole; ``None`` for all that are members.
    """

    firms: int = 1
    employment: float | None = None
    unions: int | None = None

    def in_words(self, parties: Parties) -> str:
        """Return what carries a standard; of unions nothing, where none is asked.

        Example
        -------
        >>> Quorum(firms=3, employment=0.6).in_words(Parties({}, {}))
        'adopted by 3 firms with 60% of the employment'
        """
        firms = f"{self.firms} {'firm' if self.firms == 1 else 'firms'}"
        share = f" with {self.employment:.0%} of the employment" if self.employment else ""
        unions = "every union" if self.unions is None else f"{self.unions} {'union' if self.unions == 1 else 'unions'}"
        return f"adopted by {firms}{share}" + (f", and ratified by {unions}" if self.unions_asked(parties) else "")

    def unions_asked(self, parties: Parties) -> int:
        """Return how many unions must ratify."""
        return len(parties.unions) if self.unions is None else self.unions


@dataclass(frozen=True)
class Employment:
    """How many people the firms employ, as far as it is known, by address."""

    known: Mapping[Iri, int]

    def share(self, firms: Collection[Iri]) -> float | None:
        """Return the share of the known employment that some firms have, 0 to 1; ``None`` where none is known.

        A firm whose employment is not known counts neither above nor below the line.

        Example
        -------
        >>> Employment({Iri("http://x/a"): 300, Iri("http://x/b"): 100}).share([Iri("http://x/a"), Iri("http://x/c")])
        0.75
        """
        whole = sum(self.known.values())
        return sum(self.known.get(firm, 0) for firm in firms) / whole if whole else None


def apart(less: float, more: float) -> tuple[str, str]:
    """Return two different shares, 0 to 1, in percent, with as many digits as tell them apart; at most six.

    Example
    -------
    >>> apart(0.2, 0.6), apart(0.597, 0.6)
    (('20%', '60%'), ('59.7%', '60.0%'))
    """
    written = [(f"{less:.{digits}%}", f"{more:.{digits}%}") for digits in range(7)]
    return next((pair for pair in written if pair[0] != pair[1]), written[-1])


def carried(quorum: Quorum, employment: Employment, firms: Collection[Iri]) -> bool:
    """Return whether some firms are enough to adopt a statement.

    Example
    -------
    >>> a, b, c = (Iri(f"http://x/{letter}") for letter in "abc")
    >>> rule, people = Quorum(firms=2, employment=0.6), Employment({a: 300, b: 100, c: 100})
    >>> carried(rule, people, [a, b]), carried(rule, people, [b, c]), carried(rule, people, [a])
    (True, False, False)
    """
    if len(firms) < quorum.firms:
        return False
    share = employment.share(firms)
    return not quorum.employment or (share is not None and share >= quorum.employment)


def judged(quorum: Quorum, parties: Parties, employment: Employment) -> Iterator[Finding]:
    """Yield why the rule can never be met by those who are members."""
    firms, unions = len(parties.firms), len(parties.unions)
    if firms < quorum.firms:
        message = f"{quorum.firms} firms must adopt a statement, and {_members(firms)}"
        yield _unmet("firms", quorum.firms, message, f"Ask for {firms or 1} or fewer, or win more firms")
    if quorum.employment and not employment.known:
        message = "the rule asks for a share of the employment, and the employment of no firm is known"
        remedy = "Give the firms' numbers of employees, or leave the share out of the rule"
        yield _unmet("employment", quorum.employment, message, remedy)
    if quorum.unions is not None and unions < quorum.unions:
        message = f"{quorum.unions} unions must ratify, and {_members(unions)}"
        yield _unmet("unions", quorum.unions, message, f"Ask for {unions} or fewer, or win more unions")
    unknown = [str(one.label) for one in parties.firms if one.iri not in employment.known]
    if quorum.employment and employment.known and unknown:
        yield Finding(
            code="unknown-employment",
            severity=Severity.UNKNOWN,
            value=", ".join(unknown),
            message="the employment of these firms is not known, so the share is of that of the others",
            remedy="Give their numbers of employees",
        )


def _members(number: int) -> str:
    return "1 is a member" if number == 1 else f"{number} are members"


def _unmet(of: str, number: float, message: str, remedy: str) -> Finding:
    return Finding(
        code="unmeetable-quorum",
        severity=Severity.ERROR,
        column=f"quorum_{of}",
        value=f"{of} = {number:g}",
        message=message,
        remedy=remedy,
    )
