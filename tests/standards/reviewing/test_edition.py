"""Editions: a release of a framework and a list of one's own word their competencies alike."""

from pathlib import Path

from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.own_lists import OwnList, read_own_list
from standards.reviewing.edition import Edition, address_of, edition_at, edition_of
from standards.reviewing.wordings import Wording


def listed(path: Path, said: str) -> OwnList:
    path.write_text(f"Code,Competency,Description\nW1,Weld pipes,{said}\nW2,Read drawings,\n", encoding="utf-8")
    return read_own_list(path, Identifiers())


def test_a_list_words_what_it_has_and_nothing_else(tmp_path: Path) -> None:
    own = listed(tmp_path / "shop.csv", "In any position")
    with KnowledgeBase.in_memory() as base:
        edition = Edition.of(base, own)
    address = f"{own.address}/W1"

    assert (edition.name, edition.framework, edition.release) == ("shop", own.address, own.address)
    assert edition.version == own.sha256[:12]
    assert edition.wordings([address, "http://x/none"]) == {address: Wording("Weld pipes", "In any position")}


def test_another_description_is_another_edition(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        was, is_now = (Edition.of(base, listed(tmp_path / "shop.csv", said)) for said in ("Flat", "Overhead"))
    (before,), (after,) = (edition.wordings([f"{was.framework}/W1"]).values() for edition in (was, is_now))

    assert was.version != is_now.version
    assert before.digest != after.digest


def test_the_address_of_a_list_leads_to_no_edition_nor_does_a_framework_that_is_not_stored(tmp_path: Path) -> None:
    own = listed(tmp_path / "shop.csv", "")
    with KnowledgeBase.in_memory() as base:
        assert address_of(base, own) == own.address
        assert edition_at(base, own.address) is None
        assert edition_at(base, address_of(base, "esco")) is None
        assert edition_of(base, "esco") is None
