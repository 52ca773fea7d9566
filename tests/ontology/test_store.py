"""The knowledge base: releases replaced whole, many readers or one writer, and no half-loaded graph."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import BusyError, InputError, MissingFileError, NotFoundError, StoreError, WriteError
from ontology.identifiers import Identifiers
from ontology.loads import Load
from ontology.namespaces import DCTERMS, SKOS
from ontology.queries import ask
from ontology.records import Concept, Iri, Occupation, PublicationStatus, Release, SourceFile, StatusChange, Text
from ontology.store import KnowledgeBase
from ontology.triples import from_graph, to_graph


def release(version: str, source: str = "onet") -> Release:
    return Release(
        iri=Iri("http://ignored/"),
        source=source,
        version=version,
        title=Text(value=f"{source} {version}"),
        imported=datetime(2025, 1, 1, tzinfo=UTC),
        tool="test",
    )


def load(source: str, triples: Iterable[bytes]) -> Load:
    return Load(release("1", source=source), [], triples)


def file(name: str) -> SourceFile:
    return SourceFile(iri=Iri(f"http://x/file/{name}"), name=name, sha256="0" * 64, size=1)


def lines(*labels: str) -> list[bytes]:
    """Return N-Triples, one piece for each label."""
    return [f'<http://x/{n}> <{SKOS.prefLabel}> "{label}"@en .\n'.encode() for n, label in enumerate(labels)]


def labels(base: KnowledgeBase, name: str) -> list[str]:
    return sorted(label for _, label in base.pairs(base.release(name), SKOS.prefLabel))


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a knowledge base that holds onet 1 with one label."""
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        base.replace(release("1"), [file("old.txt")], lines("old"))
    return tmp_path / "kb"


HEAD = f"""
import os, resource, signal, sys
from pathlib import Path
from ontology.errors import StoreError
from ontology.records import Release
from ontology.queries import ask
from ontology.store import KnowledgeBase
folder = Path(sys.argv[1])
release = Release.model_validate_json({release("1").model_dump_json()!r})
"""


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program in another process."""
    command = [sys.executable, "-c", HEAD + program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


# --- Releases -------------------------------------------------------------------------


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
    class Full:
        """A store on a full disk."""

        def __init__(self, store: ox.Store) -> None:
            self.query = store.query

        def update(self, _: str) -> None:
            raise OSError(28, "No space left on device")

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


# --- Processes ------------------------------------------------------------------------


def test_nothing_to_read_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no knowledge base in .*/none; make one with `ladderworks import`"):
        KnowledgeBase.open(tmp_path / "none")

    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("below", ["", "kb"])
def test_a_file_in_place_of_the_folder_is_said_with_the_remedy(tmp_path: Path, below: str) -> None:
    (tmp_path / "kb.db").write_text("x")
    with pytest.raises(StoreError, match=r"kb\.db.* is a file or lies in one; name a folder in LADDERWORKS_KB"):
        KnowledgeBase.open(tmp_path / "kb.db" / below, write=True)


def test_a_folder_that_may_not_be_written_is_said_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(StoreError, match=r"kb cannot be opened: Permission denied\. Give yourself the right"):
        KnowledgeBase.open(tmp_path / "kb", write=True)


def test_a_broken_folder_is_an_error_of_the_store(folder: Path) -> None:
    (folder / "store" / "CURRENT").write_text("nonsense")

    with pytest.raises(StoreError, match="cannot be opened"):
        KnowledgeBase.open(folder)


READ = """
with KnowledgeBase.open(folder) as base:
    for (label,) in base.rows("SELECT ?label { ?s skos:prefLabel ?label }", [base.release("onet").iri]):
        print(label)
"""


def test_what_is_written_is_there_in_the_next_process(folder: Path) -> None:
    done = run(READ, folder)

    assert done.stdout.strip() == "old", done.stderr


def test_two_readers_coexist(folder: Path) -> None:
    with KnowledgeBase.open(folder) as one, KnowledgeBase.open(folder) as two:
        assert labels(one, "onet") == labels(two, "onet") == ["old"]
        done = run(READ, folder)

    assert done.stdout.strip() == "old", done.stderr


OPEN = """
try:
    KnowledgeBase.open(folder, write=sys.argv[2] == "write")
except StoreError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(
    ("first", "second", "doing"),
    [("write", "write", "is using it"), ("write", "read", "is writing to it"), ("read", "write", "is using it")],
)
def test_a_writer_is_alone(folder: Path, first: str, second: str, doing: str) -> None:
    with KnowledgeBase.open(folder, write=first == "write"):
        done = run(OPEN, folder, second)

    assert done.stdout.startswith("BusyError the knowledge base in "), done.stderr
    assert f"another process {doing}" in done.stdout
    assert "LADDERWORKS_KB" in done.stdout
    KnowledgeBase.open(folder, write=second == "write").close()


def test_another_base_address_is_refused(folder: Path) -> None:
    with pytest.raises(StoreError, match=r"LADDERWORKS_BASE_IRI=http://localhost:8000"):
        KnowledgeBase.open(folder, Identifiers(base="https://skills.example"))
    KnowledgeBase.open(folder, write=True).close()


def test_a_second_writer_in_the_same_process_is_busy_too(folder: Path) -> None:
    with KnowledgeBase.open(folder, write=True), pytest.raises(BusyError):
        KnowledgeBase.open(folder, write=True)


KILLED = """
def pieces():
    for number in range(5):
        yield b"".join(f'<http://x/{number}/{n}> <http://x/p> "new" .\\n'.encode() for n in range(1000))
    os.kill(os.getpid(), signal.SIGKILL)
base = KnowledgeBase.open(folder, write=True)
base.replace(release, [], pieces())
"""


def test_a_writer_that_is_killed_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(KILLED, folder)
    assert done.returncode == -signal.SIGKILL

    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]
        assert [known.name for known in base.files(base.release("onet"))] == ["old.txt"]
        ((left,),) = base.rows("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://x/p> ?o } }")
        assert 3000 <= int(left) <= 5000, "whole pieces of the new release are left for the next writer to sweep"
        for pattern in ("?s <http://x/p> ?o", "GRAPH ?g { ?s <http://x/p> ?o }"):
            assert ask(base, f"SELECT ?s {{ {pattern} }}").empty, "and no query sees them"
    with KnowledgeBase.open(folder, write=True) as base:
        base.replace(release("2"), [], lines("next"))
        assert list(base.rows("SELECT ?s { GRAPH ?g { ?s <http://x/p> ?o } }")) == []
        assert (labels(base, "onet@1"), labels(base, "onet@2")) == (["old"], ["next"])


FULL = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
base = KnowledgeBase.open(folder, write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
pieces = (b"".join(f'<http://x/{p}/{n}> <http://x/p> "{p * n}" .\\n'.encode() for n in range(20_000)) for p in range(5))
try:
    base.replace(release, [], pieces)
except StoreError as error:
    print(type(error).__name__, error)
"""


def test_a_full_disk_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(FULL, folder)

    assert done.stdout.startswith("WriteError onet 1 could not be written: "), done.stderr
    assert "What was there before is unchanged; make room on the disk and import again" in done.stdout
    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]
    with KnowledgeBase.open(folder, write=True) as base:
        base.replace(release("1"), [], lines("new"))
        assert labels(base, "onet") == ["new"]


FULL_FOR_THE_POINTER = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
base = KnowledgeBase.open(folder, write=True)
def pieces():
    yield b'<http://x/1> <http://x/p> "new" .\\n'
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
try:
    base.replace(release, [], pieces())
except StoreError as error:
    print(type(error).__name__, error)
"""


def test_a_disk_that_is_full_at_the_last_step_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(FULL_FOR_THE_POINTER, folder)

    assert done.stdout.startswith("WriteError onet 1 could not be written: "), done.stderr
    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]


# --- Amending -------------------------------------------------------------------------


def concept(number: int) -> Concept:
    return Concept(iri=Iri(f"http://x/new/{number}"), label=Text(value=f"new {number}"))


def test_records_are_added_to_a_release_that_stays_where_it_is(base: KnowledgeBase) -> None:
    stored = base.replace(release("1"), [file("a.txt")], lines("old"))

    base.amend(stored, [concept(1), concept(2)])

    assert labels(base, "onet") == ["new 1", "new 2", "old"]
    assert base.releases() == [stored]
    assert base.files(stored) == [file("a.txt")]


def test_what_is_not_stored_cannot_be_amended(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="onet 1 is not stored as http://ignored/; import it first"):
        base.amend(release("1"), [concept(1)])


def test_a_part_cannot_be_amended(base: KnowledgeBase) -> None:
    stored = base.replace(release("1"), [], lines("old"))

    with pytest.raises(StoreError, match="open the whole one to write"):
        base.part(lambda _: True).amend(stored, [concept(1)])


def test_what_is_amended_is_there_in_the_next_process(folder: Path) -> None:
    with KnowledgeBase.open(folder, write=True) as base:
        base.amend(base.release("onet"), [concept(1)])

    assert run(READ, folder).stdout.split("\n")[:2] == ["new 1", "old"]


def test_an_amendment_that_cannot_be_written_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A store on a full disk."""

        def __init__(self, store: ox.Store) -> None:
            self.query = store.query

        def update(self, _: str) -> None:
            raise OSError(28, "No space left on device")

    with KnowledgeBase.open(folder, write=True) as base:
        monkeypatch.setattr(base, "_store", Full(base._store))
        with pytest.raises(WriteError, match=r"onet 1 could not be amended: .*Nothing has changed"):
            base.amend(base.release("onet"), [concept(1)])


KILLED_AMENDING = """
import threading, time
from ontology.records import Concept, Iri, Text
base = KnowledgeBase.open(folder, write=True)
records = [Concept(iri=Iri(f"http://x/new/{n}"), label=Text(value="x" * 2000)) for n in range(20_000)]
def kill():
    time.sleep(float(sys.argv[2]))
    os.kill(os.getpid(), signal.SIGKILL)
import ontology.writable
quads = ontology.writable.quads(records, base.release("onet").iri)
ontology.writable.quads = lambda *_: quads
threading.Thread(target=kill).start()
base.amend(base.release("onet"), records)
print("written", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1])
def test_a_writer_that_is_killed_while_it_amends_leaves_all_or_nothing(folder: Path, after: float) -> None:
    done = run(KILLED_AMENDING, folder, after)

    assert done.returncode == -signal.SIGKILL, done.stderr
    with KnowledgeBase.open(folder) as base:
        found = len(labels(base, "onet"))
        assert found == 20_001 if "written" in done.stdout else found in (1, 20_001)


FULL_FOR_THE_AMENDMENT = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from ontology.records import Concept, Iri, Text
base = KnowledgeBase.open(folder, write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    many = [Concept(iri=Iri(f"http://x/{n}"), label=Text(value="x" * 500)) for n in range(2000)]
    base.amend(base.release("onet"), many)
except StoreError as error:
    print(type(error).__name__, error)
"""


def test_a_disk_that_is_full_while_a_release_is_amended_leaves_it_as_it_was(folder: Path) -> None:
    done = run(FULL_FOR_THE_AMENDMENT, folder)

    assert done.stdout.startswith("WriteError onet 1 could not be amended: "), done.stderr + done.stdout
    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]


def test_what_waits_to_be_swept_is_never_written_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ontology.named_graphs.SWEEP_SIZE", 1)  # so that every graph is left to the compaction
    with KnowledgeBase.open(folder, write=True) as base:
        for label in ("one", "two", "three"):
            base.replace(release("1"), [], lines(label))

            assert labels(base, "onet") == [label]


# --- When it was written to -----------------------------------------------------------


def test_each_write_has_a_later_second_of_its_own_whatever_it_takes_away(base: KnowledgeBase) -> None:
    assert base.moments.last() is None
    seen: list[datetime] = []

    def write(act: Callable[[], object]) -> None:
        act()
        last = base.moments.last()
        assert last is not None
        seen.append(last.replace(microsecond=0))

    write(lambda: base.replace(standing("draft", PublicationStatus.DRAFT), [], lines("old")))
    write(lambda: base.replace(release("1"), [], lines("old")))
    write(lambda: base.amend(base.release("onet"), [concept(1)]))
    write(lambda: base.move(base.release("power"), change(PublicationStatus.REVIEW)))
    write(lambda: base.remove([base.release("onet")]))
    write(lambda: base.remove([base.release("power")]))

    assert seen == sorted(set(seen))


def test_a_graph_is_as_young_as_what_was_last_written_into_it(base: KnowledgeBase) -> None:
    base.replace(release("1", "esco"), [], lines("other"))
    stored = base.replace(release("1"), [], lines("old"))
    first, other = base.moments.of(stored), base.moments.of(base.release("esco"))

    base.amend(stored, [concept(1)])

    assert base.moments.of(stored) == base.moments.last() != first
    assert base.moments.of(stored) > first
    assert base.moments.of(base.release("esco")) == other
    assert base.replace(release("1"), [], lines("old")).imported < first, "whatever its own date"


def test_what_has_no_moment_yet_is_as_old_as_its_imports_and_moves(base: KnowledgeBase) -> None:
    stored = base.replace(standing("draft", PublicationStatus.DRAFT), [], lines("old"))
    base.move(stored, change(PublicationStatus.REVIEW))
    base.store.update(f"DELETE WHERE {{ ?any <{DCTERMS.modified}> ?at }}")  # as stores were before

    assert base.moments.of(stored) == stored.imported
    assert base.moments.last() == datetime(2025, 6, 1, tzinfo=UTC)


# --- What is published ------------------------------------------------------------------


def standing(version: str, status: PublicationStatus | None) -> Release:
    return release(version, "power").model_copy(update={"status": Iri(status) if status else None})


def change(status: PublicationStatus, version: str = "draft", day: int = 1) -> StatusChange:
    return StatusChange(
        iri=Iri(f"http://localhost:8000/id/power/change/{status.word}"),
        standard=Iri("http://localhost:8000/id/framework/power"),
        version=version,
        status=Iri(status),
        by="Dana Whitefeather",
        at=datetime(2025, 6, day, tzinfo=UTC),
    )


def test_a_published_version_never_changes_whoever_tries(base: KnowledgeBase) -> None:
    for status in (PublicationStatus.PUBLISHED, PublicationStatus.WITHDRAWN):
        stored = base.replace(standing(status.word, status), [], lines("agreed"))

        with pytest.raises(InputError, match=f"power@{status.word}: what is published cannot be replaced"):
            base.replace(release(status.word, "power"), [], lines("other"))
        with pytest.raises(InputError, match=f"power@{status.word}: what is published cannot be amended"):
            base.amend(stored, [concept(1)])
        with pytest.raises(InputError, match=r"cannot be removed.*standard withdraw"):
            base.remove([stored])

        assert labels(base, f"power@{status.word}") == ["agreed"]


def test_the_working_copy_is_current_and_without_one_the_version_in_force(base: KnowledgeBase) -> None:
    base.replace(standing("1.0", PublicationStatus.PUBLISHED), [], lines("one"))
    base.replace(standing("2.0", PublicationStatus.WITHDRAWN), [], lines("two"))
    assert [one.name for one in base.current()] == ["power@1.0"]

    base.replace(standing("draft", PublicationStatus.DRAFT), [], lines("draft"))
    assert base.release("power").name == "power@draft"
    assert base.release("power@2.0").name == "power@2.0"


def test_who_moved_a_standard_on_is_kept_and_its_graph_stays(base: KnowledgeBase) -> None:
    stored = base.replace(standing("draft", PublicationStatus.DRAFT), [file("a.txt")], lines("one"))

    moved = base.move(stored, change(PublicationStatus.RATIFIED, day=2))
    base.move(moved, change(PublicationStatus.REVIEW, day=1))

    found = base.release("power")
    assert found.stands is PublicationStatus.REVIEW
    assert found == stored.model_copy(update={"status": Iri(PublicationStatus.REVIEW)})
    assert labels(base, "power") == ["one"]
    assert [one.moved_to for one in base.changes("http://localhost:8000/id/framework/power")] == [
        PublicationStatus.REVIEW,
        PublicationStatus.RATIFIED,
    ]
    assert base.changes("http://localhost:8000/id/framework/other") == []


def test_what_cannot_be_written_moves_nothing_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A store on a full disk."""

        def __init__(self, store: ox.Store) -> None:
            self.query = store.query

        def update(self, _: str) -> None:
            raise OSError(28, "No space left on device")

    with KnowledgeBase.open(folder, write=True) as base:
        stored = base.release("onet")
        monkeypatch.setattr(base, "_store", Full(base._store))
        with pytest.raises(WriteError, match="could not be written"):
            base.move(stored, change(PublicationStatus.REVIEW))
        assert base.release("onet").stands is None
