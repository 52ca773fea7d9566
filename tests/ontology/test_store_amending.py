"""Records that are added to a release: all of them or none, whatever happens."""

import signal
from pathlib import Path

import pytest

from ontology.errors import NotFoundError, StoreError, WriteError
from ontology.store import KnowledgeBase
from tests.ontology.stored import (
    READ,
    Full,
    base,
    concept,
    file,
    folder,
    labels,
    lines,
    release,
    run,
)

__all__ = ["base", "folder"]
"""Fixtures of others."""


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
