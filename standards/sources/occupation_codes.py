"""Codes of occupations, of O*NET-SOC and of the SOC: which there are, and which one was meant by one that is not.

Only stored releases say it: those of the SOC, OEWS and O*NET know the codes of the SOC (``51-8013``), and O*NET alone
knows how it divides them further (``51-8013.04``). Without any, a code is taken as it is, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import polars as pl
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ontology.namespaces import SKOS
from ontology.records import Release
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.rules import Rule, Verdict

OWN_OF_OEWS: Final = {
    "00-0000": "All Occupations",
    "21-1018": "Substance Abuse, Behavioral Disorder, and Mental Health Counselors",
    "25-2052": "Special Education Teachers, Kindergarten and Elementary School",
    "25-9045": "Teaching Assistants, Except Postsecondary",
    "51-2028": "Electrical, Electronic, and Electromechanical Assemblers, Except Coil Winders, Tapers, and Finishers",
    "53-1047": "First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft Cargo Handling",
}
"""Occupations that OEWS puts together and the SOC does not have, so that wages may name them."""

DEFINING: Final = ("onet", "soc", "oews")
"""Sources whose releases define codes."""

FORM: Final = re.compile(r"\d{2}-\d{4}(\.\d{2})?")

DIVIDED: Final = 7
"""Characters of a code before the details of O*NET."""

ALIKE: Final = 0.7
"""How like an unknown code another must be to be what was meant, from 0 to 1."""


@dataclass(frozen=True)
class OccupationCodes:
    """The codes that there are.

    Parameters
    ----------
    soc, onet
        Titles by code; empty where no release is stored that has any.
    where
        The releases that they were taken from.
    """

    soc: dict[str, str] = field(default_factory=dict)
    onet: dict[str, str] = field(default_factory=dict)
    where: str = ""

    @classmethod
    def stored(cls, base: KnowledgeBase) -> OccupationCodes:
        """Return the codes of all releases in a knowledge base, older ones too."""
        soc, onet, names = dict[str, str](), dict[str, str](), list[str]()
        for release in base.releases():
            if release.source in DEFINING:
                there = _titles(base, release)
                soc |= {code[:DIVIDED]: title for code, title in there.items() if code[DIVIDED:] in ("", ".00")}
                onet |= {code: title for code, title in there.items() if len(code) > DIVIDED}
                names += [f"{release.source} {release.version}"] if there else []
        return cls(OWN_OF_OEWS | soc if soc else soc, onet, ", ".join(names))

    def knows(self, code: str) -> bool:
        """Whether there is such a code, or may be: what cannot be told passes.

        Example
        -------
        >>> codes = OccupationCodes({"51-8013": "Power Plant Operators"})
        >>> [codes.knows(code) for code in ("51-8013", "51-8013.04", "51-8000", "51-8103")]
        [True, True, True, False]
        """
        if not self._tells(code):
            return not self.soc or self._has(code[:DIVIDED])
        return code in self.onet if _is_detail(code) else self._has(code[:DIVIDED])

    def _tells(self, code: str) -> bool:
        """Whether the stored releases have what tells of a code whether it is one."""
        return bool(self.onet if _is_detail(code) else self.soc)

    def _has(self, code: str) -> bool:
        """Whether the SOC has a code, or codes of the group that it stands for."""
        return code in self.soc or (
            code.endswith("0") and any(known.startswith(code.rstrip("0")) for known in self.soc)
        )

    def untold(self, codes: Iterable[str]) -> list[str]:
        """Return the codes that no stored release could tell."""
        return sorted({code for code in codes if code and not self._tells(code) and self.knows(code)})

    def rules(self, column: str, codes: pl.Series) -> list[Rule]:
        """Return a rule for each code of a column that there is not, with what may be meant."""
        unknown = [code for code in codes.drop_nulls().unique().sort() if not self.knows(code)]
        return [Rule("unknown-code", column, pl.col(column) == code, self.strange, self.near(code)) for code in unknown]

    def misnamed(self, code: str, title: str, rows: pl.DataFrame) -> list[Rule]:
        """Return a rule for each row whose title shares no word with the one that its code has; the row stays.

        Parameters
        ----------
        code, title
            The columns of the rows that hold them.
        """
        named = zip(rows[code], rows[title], strict=True)
        strange = [(own, given, self._titled(own)) for own, given in named if own and given]
        return [
            Rule(
                "other-title",
                title,
                (pl.col(code) == own) & (pl.col(title) == given),
                f"shares no word with what {own} is called in {self.where}: {official!r}",
                "Correct the code if it is that of another occupation; the row is kept",
                Verdict.KEEP,
            )
            for own, given, official in strange
            if official and not _beginnings(given) & _beginnings(official)
        ]

    def _titled(self, code: str) -> str:
        """Return the title of a code; empty where no release tells."""
        return self.onet.get(code) or ("" if _is_detail(code) else self.soc.get(code[:DIVIDED], ""))

    @property
    def strange(self) -> str:
        """What is said of a code that there is not."""
        return f"is no code of an occupation in {self.where}"

    def near(self, code: str) -> str:
        """Return the remedy for a code that there is not: the codes that are most like it.

        Example
        -------
        >>> OccupationCodes({"51-8013": "Power Plant Operators"}).near("51-8103.00")
        'Write 51-8013.00 (Power Plant Operators), if that is meant; else look the code up on onetonline.org'
        """
        details = len(code) > DIVIDED
        among = {f"{known}.00": title for known, title in self.soc.items()} | self.onet if details else self.soc
        like = DamerauLevenshtein.normalized_similarity
        found = process.extract(code, sorted(among), scorer=like, limit=3, score_cutoff=ALIKE)
        meant = " or ".join(f"{known} ({among[known]})" for known, _, _ in found)
        return (f"Write {meant}, if that is meant; else look" if meant else "Look") + " the code up on onetonline.org"

    def finding(self, file: str, column: str, codes: Iterable[str]) -> Iterator[Finding]:
        """Yield a finding that counts the codes of a file which cannot be judged, if there are any."""
        if untold := self.untold(codes):
            others = f" and {len(untold) - 1} more" if len(untold) > 1 else ""
            yield Finding(
                code="unknown-code",
                severity=Severity.UNKNOWN,
                file=file,
                column=column,
                value=f"{untold[0]}{others}",
                message="no stored release tells whether there are such codes of occupations",
                remedy="Import O*NET, and then this again, to have them judged",
            )


def _beginnings(title: str) -> set[str]:
    """Return how the words of a title begin, so that a plural or another ending makes no difference."""
    return {word[:5] for word in re.findall(r"\w{3,}", title.casefold())}


def _is_detail(code: str) -> bool:
    """Whether a code is one of O*NET's own divisions of an occupation of the SOC."""
    return code[DIVIDED:] not in ("", ".00")


def _titles(base: KnowledgeBase, release: Release) -> dict[str, str]:
    """Return the titles of the occupations that a release describes, by code."""
    query = f"SELECT ?code ?label {{ ?o <{SKOS.notation}> ?code; <{SKOS.prefLabel}> ?label }}"
    return {code: label for code, label in base.rows(query, [release.iri]) if FORM.fullmatch(code)}
