"""The knowledge base: releases replaced whole, side by side, and removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import MissingFileError, NotFoundError, WriteError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Occupation, Text
from ontology.store import KnowledgeBase
from ontology.triples import from_graph, to_graph
from tests.ontology.stored import Full, base, file, folder, labels, lines, load, release

__all__ = ["base", "folder"]
"""Fixtures of others."""


def test_a_release_is_stored_under_its_own_graph(base: KnowledgeBase) -> None:
    stored = base.replace(release("29.3"), [file("a.txt")], lines("one", "two"))

    assert stored.iri == "http://localhost:8000/graph/onet/29.3"
    assert labels(base, "onet") == ["one", "two"]
    assert base.releases() == [stored]
    assert base.files(stored) == [file("a.txt")]


def test_an_installation_has_its_own_addresses() -> None:
    with KnowledgeBase.in_memory(Identifiers(base="https://skills.example.org")) as base:
        assert base.replace(release("1"), [], lines("x")).iri == "https://skills.example.org/graph/onet/1"


def test_a_second_import_takes_the_place_of_the_first(base: KnowledgeBase) -> None:
    base.replace(release("1"), [file("old.txt")], lines("old", "older"))
    stored = base.replace(release("1"), [file("new.txt")], lines("new"))

    assert labels(base, "onet@1") == ["new"]
    assert [known.iri for known in base.releases()] == [stored.iri]
    assert [known.name for known in base.files(base.release("onet"))] == ["new.txt"]
    assert list(base.rows("SELECT ?p { <http://x/file/old.txt> ?p ?o }")) == []


def test_many_imports_leave_one_graph(base: KnowledgeBase) -> None:
    for number in range(4):
        base.replace(release("1"), [file("a.txt")], lines(str(number)))

    graphs = list(base.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
    assert graphs == [(base.release("onet").iri,)]
    assert labels(base, "onet") == ["3"]


def test_several_releases_are_stored_in_one_go(base: KnowledgeBase) -> None:
    base.replace(release("1", source="old"), [], lines("gone"))
    kept = base.replace(release("1", source="kept"), [], lines("kept"))
    said = kept.model_copy(update={"part_of": (Iri("http://x/panel"),)})
    loads = [load(source, lines(source)) for source in ("panel", "list")]
    stored = base.replace_all(loads, [base.release("old")], [said])

    assert [one.name for one in stored] == ["panel@1", "list@1"]
    assert [one.name for one in base.releases()] == ["kept@1", "list@1", "panel@1"]
    assert [labels(base, name) for name in ("kept", "list", "panel")] == [["kept"], ["list"], ["panel"]]
    assert (base.release("kept").part_of, base.release("kept").iri) == (said.part_of, kept.iri)
    assert list(base.rows('SELECT ?s { GRAPH ?g { ?s ?p "gone"@en } }')) == []


def test_of_several_releases_none_is_stored_where_one_fails(base: KnowledgeBase) -> None:
    for source in ("panel", "list"):
        base.replace(release("1", source=source), [], lines("old"))
    before = base.releases()

    def broken() -> Iterator[bytes]:
        yield from lines("new")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        base.replace_all([load("panel", lines("new")), load("list", broken())], [base.release("list")])

    assert base.releases() == before
    assert [labels(base, name) for name in ("panel", "list")] == [["old"], ["old"]]


def test_what_is_removed_and_said_is_done_in_one_go(base: KnowledgeBase) -> None:
    for source in ("panel", "list"):
        base.replace(release("1", source=source), [], lines(source))
    listed = base.release("list")
    base.remove([base.release("panel")], [listed.model_copy(update={"part_of": (Iri("http://x/river"),)})])

    assert [(one.name, one.part_of) for one in base.releases()] == [("list@1", ("http://x/river",))]
    assert labels(base, "list") == ["list"]


def test_versions_stand_side_by_side_and_the_newest_is_current(base: KnowledgeBase) -> None:
    for version in ("29.10", "29.3", "29.9"):
        base.replace(release(version), [], lines(version))
    base.replace(release("1.2.0", "esco"), [], lines("esco"))

    assert base.release("onet").version == "29.10"
    assert labels(base, "onet@29.3") == ["29.3"]
    assert [(known.source, known.version) for known in base.current()] == [("esco", "1.2.0"), ("onet", "29.10")]


def test_what_is_not_there_is_answered_with_what_is(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="'onet' is not in the knowledge base; it holds nothing"):
        base.release("onet")

    base.replace(release("29.3"), [], lines("x"))
    base.replace(release("1.2.0", "esco"), [], lines("x"))

    for name in ("soc", "onet@28.0"):
        with pytest.raises(NotFoundError, match=f"'{name}' is not .* it holds esco@1.2.0, onet@29.3"):
            base.release(name)


def test_a_file_of_two_versions_stays_as_long_as_one_has_it(base: KnowledgeBase) -> None:
    same = file("same.txt")
    base.replace(release("1"), [same.model_copy(update={"kept": 1})], lines("one"))
    base.replace(release("2"), [same.model_copy(update={"kept": 2})], lines("two"))
    assert [known.kept for known in base.files(base.release("onet@1"))] == [2]

    base.replace(release("2"), [], lines("two"))
    assert [known.name for known in base.files(base.release("onet@1"))] == ["same.txt"]

    base.replace(release("1"), [], lines("one"))
    assert list(base.rows("SELECT ?p { <http://x/file/same.txt> ?p ?o }")) == []


def test_what_is_removed_leaves_nothing_and_the_others_stay(base: KnowledgeBase) -> None:
    both = file("both.txt")
    base.replace(release("1"), [both, file("old.txt")], lines("one"))
    base.replace(release("2"), [both], lines("two"))
    base.replace(release("1", "esco"), [file("esco.txt")], lines("three"))

    base.remove([base.release("onet@1"), base.release("esco")])

    assert [(held.source, held.version) for held in base.releases()] == [("onet", "2")]
    assert labels(base, "onet") == ["two"]
    assert [known.name for known in base.files(base.release("onet"))] == ["both.txt"]
    assert list(base.rows("SELECT ?g { GRAPH ?g {} }")) == [(base.release("onet").iri,)]
    assert list(base.rows("SELECT ?s { ?s ?p 'old.txt' }")) == []

    base.remove([base.release("onet")])
    assert base.releases() == []
    assert {s for (s,) in base.rows("SELECT ?s { ?s ?p ?o }")} == {base.identifiers.dataset}, "when it last changed"


def test_what_is_removed_is_gone_in_the_next_process(folder: Path) -> None:
    with KnowledgeBase.open(folder, write=True) as base:
        base.remove(base.releases())
    with KnowledgeBase.open(folder) as base:
        assert base.releases() == []


def test_a_removal_that_cannot_be_written_is_said_to_have_changed_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with KnowledgeBase.open(folder, write=True) as base:
        monkeypatch.setattr(base, "_store", Full(base._store))
        with pytest.raises(WriteError, match=r"onet 1 could not be removed: .*Nothing has changed"):
            base.remove(base.releases())
        assert labels(base, "onet") == ["old"]


def test_labels_of_every_script_come_back(base: KnowledgeBase) -> None:
    texts = (
        Text(value="看護師", language="ja"),
        Text(value="ممرضة", language="ar"),
        Text(value="👩‍⚕️ é\n\"'\\\t", language="en"),
    )
    nurse = Occupation(iri=Iri("http://x/é/東"), label=Text(value="Schwester «ß»", language="de"), alt_labels=texts)
    base.replace(release("1"), [], [to_graph([nurse]).serialize(format="nt", encoding="utf-8")])

    found = from_graph(base.graph(base.release("onet")), Occupation, nurse.iri)
    assert (found.label, set(found.alt_labels)) == (nurse.label, set(texts))


def test_rows_are_plain_strings_and_nothing_is_empty(base: KnowledgeBase) -> None:
    stored = base.replace(release("1"), [], lines("one"))

    query = "SELECT ?label ?none { ?s skos:prefLabel ?label OPTIONAL { ?s skos:notation ?none } }"
    assert list(base.rows(query, [stored.iri])) == [("one", "")]
    assert list(base.rows(query)) == []


def test_a_broken_piece_leaves_the_old_release(base: KnowledgeBase) -> None:
    base.replace(release("1"), [], lines("old"))

    with pytest.raises(SyntaxError):
        base.replace(release("1"), [], [*lines("new"), b"this is no triple\n"])

    assert labels(base, "onet") == ["old"]
    base.replace(release("2"), [], lines("next"))
    assert len(list(base.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))) == 2


def test_an_input_that_fails_midway_is_blamed_and_the_old_release_stays(base: KnowledgeBase) -> None:
    def pieces() -> Iterator[bytes]:
        yield from lines("new")
        message = "part 2 is missing"
        raise MissingFileError(message)

    base.replace(release("1"), [], lines("old"))
    with pytest.raises(MissingFileError, match="part 2 is missing"):
        base.replace(release("1"), [], pieces())

    assert labels(base, "onet") == ["old"]
