"""A batch without processes: what is asked, cut, kept and gone on from. One worker that is this process aligns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from ontology.errors import BusyError, InputError, UnreadableError
from ontology.store import KnowledgeBase
from pathways.batch import (
    Asked,
    Batch,
    Entry,
    Event,
    Folder,
    Framework,
    Manifest,
    Partition,
    Standing,
    State,
    partitions,
    read_attempts,
    read_manifest,
    sources,
)
from pathways.batch.alignment import Done, Job, align_partition, method, suggestions
from pathways.coverage import Target
from standards.corpora import read_corpus
from standards.matching import Entry as Competency
from standards.matching import Index, Suggestion

Make = Callable[..., Batch]
NAMES = ("weld pipe", "read drawings", "calibrate meters", "lead a crew", "bake bread")


class Here:
    """Workers that are this process; they stop after some partitions, as a run that is interrupted."""

    def __init__(self, most: int = 10**9, failing: Iterable[int] = ()) -> None:
        self.most, self.failing = most, set(failing)

    def align(self, job: Job, waiting: Iterable[Partition]) -> Iterator[tuple[Partition, Done | str]]:
        for number, partition in enumerate(waiting):
            if number == self.most:
                raise KeyboardInterrupt
            yield partition, "it died" if partition.number in self.failing else align_partition(job, partition)

    @contextmanager
    def hired(self) -> Iterator[Here]:
        yield self


def untold(_: Standing) -> None:
    """Tell nobody."""


@contextmanager
def nobody() -> Iterator[Here]:
    """Fail, since there is nothing to do."""
    pytest.fail("workers are hired for nothing")
    yield Here()


@pytest.fixture(scope="module")
def index() -> Index:
    """A framework of five competencies."""
    return Index.of(
        [Competency.model_validate({"iri": f"http://x/{n}", "label": name}) for n, name in enumerate(NAMES)]
    )


@pytest.fixture
def make(tmp_path: Path, index: Index) -> Make:
    """What makes a batch of 10 and 3 statements in partitions of 4."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, rows in (("a", 10), ("b", 3)):
        pl.DataFrame({"outcome": [f"{NAMES[n % 5]} {n}" for n in range(rows)]}).write_parquet(
            folder / f"{name}.parquet"
        )

    def made(out: str = "out", partition: int = 4, top: int = 2, framework: str = "trade") -> Batch:
        corpus = read_corpus(folder)
        target = Framework(name=framework, release=f"{framework} 1", competencies=5, sha256=f"{framework:0<64}")
        asked = Asked(
            corpus=sources(corpus), framework=target, partition=partition, top=top, least=0.2, method=method()
        )
        return Batch(corpus, asked, index, Folder(tmp_path / out))

    return made


def results(folder: Folder) -> dict[str, bytes]:
    """Return the result files of a batch."""
    return {path.name: path.read_bytes() for path in sorted((folder.path / "results").iterdir())}


def begun(folder: Folder) -> list[int]:
    """Return the partitions that were begun, one entry for each time."""
    return sorted(attempt.partition for attempt in read_attempts(folder.attempts) if attempt.event is Event.BEGAN)


# --- Languages ---


def test_what_is_in_another_language_than_the_framework_is_matched_and_said(make: Make, tmp_path: Path) -> None:
    pl.DataFrame({"outcome": ["Weld the pipe of a boiler", "Weld pipe y los tubos de la caldera"]}).write_parquet(
        tmp_path / "corpus/c.parquet"
    )
    silent, batch = make("silent"), make("out")
    asked = batch.asked.model_copy(
        update={"framework": batch.asked.framework.model_copy(update={"language": "en-US"}), "partition": 20}
    )
    manifest = replace(batch, asked=asked).run(Here().hired, untold)

    assert [entry.findings for entry in manifest.partitions] == [{}, {}, {"other-language": 1}]
    assert manifest.partitions[2].matched == 2
    # A framework that names no language is held against anything.
    assert not any(entry.findings for entry in silent.run(Here().hired, untold).partitions)


# --- Partitions ---


def test_partitions_are_all_rows_in_order_and_end_with_their_file(make: Make) -> None:
    cut = [(p.number, p.file.name, p.start, p.rows) for p in partitions(make().corpus, 4)]

    assert cut == [
        (1, "a.parquet", 0, 4),
        (2, "a.parquet", 4, 4),
        (3, "a.parquet", 8, 2),
        (4, "b.parquet", 0, 3),
    ]


# --- A run ---


def test_a_run_leaves_a_result_for_each_partition_and_says_so(make: Make) -> None:
    batch = make()
    told: list[Standing] = []

    manifest = batch.run(Here().hired, told.append)

    assert manifest == read_manifest(batch.folder.manifest)
    assert [(entry.state, entry.rows, entry.matched) for entry in manifest.partitions] == [
        (State.DONE, rows, rows) for rows in (4, 4, 2, 3)
    ]
    assert [(s.partitions, s.statements) for s in told] == [(0, 0), (1, 4), (2, 8), (3, 10), (4, 13)]
    assert not batch.folder.index.exists()
    table = pl.read_parquet(batch.folder.path / "results")
    assert table.filter(pl.col("rank") == 1)["label"].to_list() == [NAMES[n % 5] for n in (*range(10), *range(3))]
    assert [entry.written for entry in manifest.partitions] == [
        pl.read_parquet(batch.folder.path / entry.result).height for entry in manifest.partitions
    ]


def test_an_interrupted_run_goes_on_with_the_rest(make: Make) -> None:
    whole, batch = make("whole"), make()
    whole.run(Here().hired, untold)

    with pytest.raises(KeyboardInterrupt):
        batch.run(Here(most=2).hired, untold)
    assert [entry.state for entry in read_manifest(batch.folder.manifest).partitions] == [
        State.DONE,
        State.DONE,
        State.WAITING,
        State.WAITING,
    ]
    told: list[Standing] = []
    batch.run(Here().hired, told.append)

    assert begun(batch.folder) == [1, 2, 3, 4]
    assert (told[0].partitions, told[0].statements) == (2, 8)
    assert results(batch.folder) == results(whole.folder)


def test_what_is_done_is_not_done_again(make: Make) -> None:
    make().run(Here().hired, untold)
    before = make().folder.manifest.read_bytes()

    manifest = make().run(nobody, untold)

    assert len(manifest.of(State.DONE)) == 4
    assert make().folder.manifest.read_bytes() == before


def test_results_that_a_killed_run_had_not_entered_are_taken(make: Make) -> None:
    """The parent process may die between a worker's result and the next manifest."""
    batch = make()
    manifest = batch.run(Here().hired, untold)
    forgotten = manifest.having({n: bare(manifest.partitions[n - 1]) for n in (1, 3)})
    batch.folder.manifest.write_text(forgotten.model_dump_json())

    found = batch.run(nobody, untold)

    without = {"seconds": None, "worker": ""}
    assert found.partitions[0] == manifest.partitions[0].model_copy(update=without)
    assert found.partitions[1] == manifest.partitions[1]


def bare(entry: Entry) -> Entry:
    return Entry(number=entry.number, file=entry.file, start=entry.start, rows=entry.rows, result=entry.result)


@pytest.mark.parametrize("harm", ["changed", "cut", "gone", "another"])
def test_a_damaged_result_is_made_again(make: Make, harm: str) -> None:
    batch = make()
    batch.run(Here().hired, untold)
    before = results(batch.folder)
    path = batch.folder.result(2)
    harmed = {
        "changed": before[path.name] + b"x",
        "cut": before[path.name][:-1],
        "another": before["000001.parquet"],
    }
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(harmed[harm])
    told: list[Standing] = []

    batch.run(Here().hired, told.append)

    assert begun(batch.folder) == [1, 2, 2, 3, 4]
    assert told[0].damaged == 1
    assert results(batch.folder) == before


def test_a_partition_that_fails_is_named_and_tried_by_the_next_run(make: Make) -> None:
    batch = make()
    manifest = batch.run(Here(failing=[3]).hired, untold)

    (failed,) = manifest.of(State.FAILED)
    assert (failed.number, failed.message, failed.sha256) == (3, "it died", "")
    assert batch.folder.index.exists()
    assert batch.run(Here().hired, untold).of(State.DONE) == read_manifest(batch.folder.manifest).partitions
    assert begun(batch.folder) == [1, 2, 3, 4]


def test_the_index_is_made_anew_where_it_is_damaged(make: Make) -> None:
    batch = make()
    with pytest.raises(KeyboardInterrupt):
        batch.run(Here(most=1).hired, untold)
    batch.folder.index.write_bytes(b"nothing")

    assert batch.run(Here().hired, untold).of(State.WAITING) == ()


def test_half_written_results_are_swept(make: Make) -> None:
    batch = make()
    with pytest.raises(KeyboardInterrupt):
        batch.run(Here(most=1).hired, untold)
    batch.folder.passing(2, "dead").write_bytes(b"PAR1")

    batch.run(Here().hired, untold)

    assert not [*batch.folder.passing(2, "dead").parent.iterdir()]


# --- What is refused ---


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"top": 3}, "--top was 2 and is 3"),
        ({"partition": 5}, "--partition was 4 and is 5"),
        ({"framework": "esco"}, r"--to was trade \(trade 1\) and is esco \(esco 1\)"),
    ],
)
def test_another_question_is_refused_and_nothing_touched(make: Make, other: dict[str, object], said: str) -> None:
    make().run(Here().hired, untold)
    folder = make().folder
    before = (folder.manifest.read_bytes(), results(folder))

    with pytest.raises(InputError, match=rf"{said}.*--fresh"):
        make(**other).run(nobody, untold)

    assert (folder.manifest.read_bytes(), results(folder)) == before


def test_another_corpus_is_refused(make: Make) -> None:
    make().run(Here().hired, untold)
    corpus = Path(make().corpus.path)
    (corpus / "b.parquet").rename(corpus / "c.parquet")
    pl.DataFrame({"outcome": ["weld"]}).write_parquet(corpus / "a.parquet")

    said = "a.parquet has changed; b.parquet is no longer in the corpus; c.parquet was not in the corpus"
    with pytest.raises(InputError, match=said):
        make().run(nobody, untold)


def test_a_corpus_that_only_moved_is_the_same(make: Make, tmp_path: Path) -> None:
    batch = make()
    batch.run(Here().hired, untold)
    moved = Path(batch.corpus.path).rename(tmp_path / "moved")

    again = Batch(read_corpus(moved), batch.asked, batch.index, batch.folder)

    assert len(again.run(nobody, untold).of(State.DONE)) == 4


def test_competencies_that_changed_under_the_same_name_are_another_framework() -> None:
    was = Framework(name="trade", release="trade 1", competencies=5, sha256="a" * 64)

    assert [*was.differences(was)] == []
    assert [*was.differences(was.model_copy(update={"sha256": "b" * 64}))] == ["the competencies of trade have changed"]


def test_a_framework_is_known_by_its_competencies(plant_base: KnowledgeBase, index: Index) -> None:
    target = Target.of(plant_base, "onet")
    one, same = (Framework.of(target) for _ in range(2))
    fewer = Framework.of(replace(target, index=Index.of(target.index.entries[1:])))

    assert one == same
    assert (one.release, one.competencies) == ("onet 1", 5)
    assert one.sha256 != fewer.sha256


def test_fresh_begins_anew(make: Make) -> None:
    make().run(Here().hired, untold)

    manifest = make(partition=10).run(Here().hired, untold, fresh=True)

    assert [entry.rows for entry in manifest.partitions] == [10, 3]
    assert list(results(make().folder)) == ["000001.parquet", "000002.parquet"]
    assert begun(make().folder) == [1, 2]


def test_a_folder_with_something_else_is_left_alone(make: Make) -> None:
    folder = make().folder.path
    folder.mkdir()
    (folder / "thesis.docx").touch()

    for fresh in (False, True):
        with pytest.raises(InputError, match=r"holds something else, for instance thesis\.docx"):
            make().run(nobody, untold, fresh=fresh)
    assert [path.name for path in folder.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder(make: Make, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(InputError, match="is a file; name a folder"):
        make().run(nobody, untold)


def test_results_do_not_go_into_the_corpus(make: Make) -> None:
    with pytest.raises(InputError, match="is in the corpus"):
        make("corpus/out").run(nobody, untold)


def test_two_runs_in_one_folder_are_refused(make: Make) -> None:
    batch = make()
    with batch.folder.locked(), pytest.raises(BusyError, match="another run is at work in"):
        make().run(nobody, untold)


def test_a_run_that_died_before_its_manifest_is_begun_again(make: Make) -> None:
    with make().folder.locked():
        pass

    assert len(make().run(Here().hired, untold).partitions) == 4


@pytest.mark.parametrize("content", [b"{}", b"", b'{"form": 0}'])
def test_a_broken_manifest_is_refused_with_the_way_out(make: Make, content: bytes) -> None:
    batch = make()
    batch.run(Here().hired, untold)
    batch.folder.manifest.write_bytes(content)

    with pytest.raises(UnreadableError, match="--fresh"):
        batch.run(nobody, untold)
    assert len(batch.run(Here().hired, untold, fresh=True).of(State.DONE)) == 4


def test_a_manifest_of_another_form_is_refused(make: Make) -> None:
    batch = make()
    manifest = batch.run(Here().hired, untold)
    batch.folder.manifest.write_text(manifest.model_copy(update={"form": 99}).model_dump_json())

    with pytest.raises(UnreadableError, match="has form 99"):
        read_manifest(batch.folder.manifest)


def test_a_manifest_is_read_as_it_was_written(make: Make) -> None:
    manifest = make().run(Here().hired, untold)

    assert Manifest.model_validate_json(manifest.model_dump_json()) == manifest


# --- A worker ---


def job(batch: Batch, manifest: Manifest, **changed: str) -> Job:
    asked = batch.asked
    made = Job(
        run=manifest.run,
        folder=str(batch.folder.path),
        index=manifest.index,
        method=asked.method,
        top=asked.top,
        least=asked.least,
    )
    return made.model_copy(update=changed)


@pytest.fixture
def stopped(make: Make) -> Batch:
    """A batch with nothing done, whose index is in place."""
    batch = make()
    with pytest.raises(KeyboardInterrupt):
        batch.run(Here(most=0).hired, untold)
    return batch


def test_a_worker_of_another_version_refuses(stopped: Batch) -> None:
    manifest = read_manifest(stopped.folder.manifest)
    first = next(partitions(stopped.corpus, 4))
    with pytest.raises(InputError, match="has another version of Ladderworks"):
        align_partition(job(stopped, manifest, method="other"), first)


def test_a_worker_that_does_not_see_the_folder_says_so(stopped: Batch, tmp_path: Path) -> None:
    manifest = read_manifest(stopped.folder.manifest)
    first = next(partitions(stopped.corpus, 4))
    with pytest.raises(InputError, match="storage that all workers have under the same path"):
        align_partition(job(stopped, manifest, folder=str(tmp_path / "elsewhere")), first)


def test_a_worker_uses_no_other_index(stopped: Batch) -> None:
    manifest = read_manifest(stopped.folder.manifest)
    first = next(partitions(stopped.corpus, 4))
    with pytest.raises(UnreadableError, match="is not the index that this run began with"):
        align_partition(job(stopped, manifest, index="0" * 64), first)

    assert [attempt.event for attempt in read_attempts(stopped.folder.attempts)] == [Event.BEGAN, Event.FAILED]


def test_a_line_that_a_killed_worker_left_unfinished_is_passed_over(stopped: Batch) -> None:
    align_partition(job(stopped, read_manifest(stopped.folder.manifest)), next(partitions(stopped.corpus, 4)))
    (log,) = stopped.folder.attempts.iterdir()
    with log.open("a") as file:
        file.write('{"partition": 7, "ev')

    assert [attempt.event for attempt in read_attempts(stopped.folder.attempts)] == [Event.BEGAN, Event.DONE]


def test_a_statement_that_comes_again_is_matched_once(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    (alone,) = index.match(["weld pipe"], 1)
    seen: list[str] = []
    match = Index.match

    def counting(
        self: Index, statements: Sequence[str], top: int, least: float, workers: int
    ) -> list[tuple[Suggestion, ...]]:
        seen.extend(statements)
        return match(self, statements, top, least, workers)

    monkeypatch.setattr(Index, "match", counting)
    found = suggestions(index, ["weld pipe", "", "read drawings", "weld pipe"], 1, 0.1)

    assert seen == ["weld pipe", "read drawings"]
    assert [len(each) for each in found] == [1, 0, 1, 1]
    assert found[0] == found[3] == alone
