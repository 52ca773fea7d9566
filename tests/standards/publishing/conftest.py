"""A small panel, its standard published twice."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish

Rows = Mapping[str, tuple[str, str, str, str]]
"""By id: statement, label, category, replaces."""

FIRST: Rows = {
    "HT-1": ("Splice rope and wire on deck", "Rope Splicing", "Deck", ""),
    "HT-2": ("Read tide tables and charts of the harbor", "Chart Reading", "Bridge", ""),
    "HT-3": ("Start, stop and watch the main engine", "Engine Watch", "Engine", ""),
    "HT-4": ("Keep the log of the engine room", "Engine Log", "Engine", ""),
}
SECOND: Rows = {
    "HT-1": ("Splice rope and wire on deck", "Rope Splicing", "Deck", ""),
    "HT-2": ("Read tide tables and electronic charts of the harbor", "Chart Reading", "Bridge", ""),
    "HT-5": ("Run the engine room and keep its log", "Engine Room", "Engine", "HT-3 | HT-4"),
    "HT-6": ("Handle lines when the tug makes fast", "Line Handling", "Deck", ""),
}
PANEL = """
name = "Harbor Trades Panel"
slug = "harbor"
license = "https://creativecommons.org/licenses/by/4.0/"
[industry]
name = "Inland water transportation"
[[organizations]]
slug = "tug-co"
name = "Tug Company"
role = "firm"
[files]
credentials = "credentials.csv"
[files.firms]
tug-co = "firms/tug-co.csv"
"""
CREDENTIALS = """
id,name,issuer,url,type,description,attests,occupations,required_for,typical_hours,renewal_years
able-seaman,Able Seaman,U.S. Coast Guard,,Certification,,HT-1,53-5011.00,,,5
""".lstrip()
DANA = Mover("Dana Whitefeather", at=datetime(2026, 3, 1, tzinfo=UTC))
"""Who moves the standard on in the tests."""


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Rows], Path]:
    """Write a panel's folder with competencies."""

    def write(rows: Rows) -> Path:
        folder = tmp_path_factory.mktemp("panel")
        (folder / "firms").mkdir()
        lines = [
            f'{key},{category},"{statement}",{label},{replaces}'
            for key, (statement, label, category, replaces) in rows.items()
        ]
        needed = [f"53-5011.00,{key},4.0,3.0,essential" for key in rows]
        files = {
            "partnership.toml": PANEL,
            "occupations.csv": "code,title,job_zone,entry\n53-5011.00,Sailors and Marine Oilers,2,yes\n",
            "competencies.csv": "\n".join(["id,category,statement,label,replaces", *lines, ""]),
            "requirements.csv": "\n".join(["occupation,competency,importance,level,relation", *needed, ""]),
            "credentials.csv": CREDENTIALS,
            "firms/tug-co.csv": "Job,Skill\nDeckhand,Keep our secret recipe for coffee\n",
        }
        for name, content in files.items():
            (folder / name).write_text(content, encoding="utf-8")
        return folder

    return write


def ratify(base: KnowledgeBase, mover: Mover = DANA) -> None:
    """Bring the working copy where it can be published."""
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, "harbor", status, mover)


@pytest.fixture(scope="session")
def twice(written: Callable[[Rows], Path]) -> Iterator[KnowledgeBase]:
    """A knowledge base with two published versions of the standard; it is only read."""
    with KnowledgeBase.in_memory() as base:
        for rows in (FIRST, SECOND):
            import_release(base, "partnership", [written(rows)])
            ratify(base)
            publish(base, "harbor", DANA)
        yield base


@pytest.fixture
def base(written: Callable[[Rows], Path]) -> Iterator[KnowledgeBase]:
    """A knowledge base with the first draft."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [written(FIRST)])
        yield base
