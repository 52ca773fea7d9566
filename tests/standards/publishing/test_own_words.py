"""What firms say in their own words is nowhere in what is published of it, in no file and however it is escaped."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile, is_zipfile

import pytest

from ontology.records import PublicationStatus
from ontology.shown import open_releases
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, decide, read_agreement, speak
from standards.harmonizing.rounds import propose
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish
from standards.wire.exporting import WRITERS, export

SLUG = "harbor"
DANA = Signature("Dana Whitefeather", at=datetime(2026, 3, 1, tzinfo=UTC))
RACKS, DIVES = "Clear trash racks with the rake", "Plan dives, and log them (each one)"
TAGS = "Lock and tag equipment before work"
AGREED = {
    RACKS: "Keep the intake free of debris",
    TAGS: "Control hazardous energy",
    DIVES: "Dive safely",
}
LISTS = {
    "dam": f'Rack raker,53-5011.00,{RACKS},2\nRack raker,53-5011.00,"{DIVES}",6\nOperator,,{TAGS},3\n',
    "plant": f"Boiler hand,53-5011.00,{TAGS},4\nBoiler hand,53-5011.00,Weld boiler tubes,4\n",
}
PANEL = """
name = "Harbor Trades Panel"
slug = "harbor"
license = "https://creativecommons.org/licenses/by/4.0/"
[industry]
name = "Inland water transportation"
[[organizations]]
slug = "dam"
name = "Dam"
role = "firm"
[[organizations]]
slug = "plant"
name = "Plant"
role = "firm"
[files.firms]
dam = "dam.csv"
plant = "plant.csv"
"""
TABLES = {
    "partnership.toml": PANEL,
    "occupations.csv": "code,title,job_zone,entry\n53-5011.00,Sailors and Marine Oilers,2,yes\n",
    "competencies.csv": "id,category,statement,label\nHT-1,Deck,Splice rope and wire,Rope Splicing\n",
    "requirements.csv": "occupation,competency,importance,level,relation\n53-5011.00,HT-1,4,3,essential\n",
    **{f"{firm}.csv": f"Job,Occupation Code,Skill,Level\n{rows}" for firm, rows in LISTS.items()},
}
PRIVATE = (*AGREED, "Weld boiler tubes", "Rack raker", "Boiler hand", "/skill/", "/job/", "/voice/", "/candidate/")
"""Words of the firms that nobody agreed on, and what addresses of their own have in them."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Two firms' lists, proposed, decided in other words, and published; it is only read."""
    folder = tmp_path_factory.mktemp("panel")
    for name, content in TABLES.items():
        (folder / name).write_text(content, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        propose(base, SLUG, ())
        agree(base)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, Mover("Ana Ortiz"))
        publish(base, SLUG, Mover("Ana Ortiz"))
        yield base


def agree(base: KnowledgeBase) -> None:
    """Accept what is to be in it in other words, and let all firms endorse it."""
    now = read_agreement(base, SLUG).statements.values()
    known = {one.wording.value: one for one in now}
    motions = [
        Motion(known[words].iri, "accept", known[words].revision, wording=agreed) for words, agreed in AGREED.items()
    ]
    decide(base, SLUG, motions, DANA)
    decided = [one for one in read_agreement(base, SLUG).statements.values() if one.wording.value in AGREED.values()]
    speak(base, SLUG, [Stance(firm, one.iri, "endorse", one.seen) for firm in LISTS for one in decided], DANA)


def told(content: bytes) -> str:
    """Return what a file says in small letters, unpacked and with nothing percent-encoded, also where it was twice."""
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(map(packed.read, packed.namelist()))
    return unquote(unquote(content.decode("utf-8"))).casefold()


def in_it(content: bytes) -> list[str]:
    text = told(content)
    return [words for words in PRIVATE if words.casefold() in text]


def test_the_open_graphs_have_what_was_agreed_and_no_firms_own_words(published: KnowledgeBase) -> None:
    graphs = [published.graph(release).serialize(format="nt").encode() for release in open_releases(published)]

    assert all(agreed.casefold() in told(b"".join(graphs)) for agreed in AGREED.values())
    assert in_it(b"".join(graphs)) == []


@pytest.mark.parametrize("form", WRITERS)
def test_no_file_of_a_version_has_them(published: KnowledgeBase, form: str) -> None:
    assert in_it(export(published, f"{SLUG}@1.0", form)) == []


def test_they_are_found_where_they_are(published: KnowledgeBase) -> None:
    kept_back = published.graph(published.release(f"proposal-{SLUG}")).serialize(format="nt").encode()

    assert {*AGREED, "Weld boiler tubes", "/skill/", "/voice/", "/candidate/"} <= {*in_it(kept_back)}
    assert in_it(b"http://localhost:8000/id/harbor/candidate/Clear%2520trash%2520racks%2520with%2520the%2520rake") == [
        RACKS,
        "/candidate/",
    ]
