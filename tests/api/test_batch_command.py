"""The command ``batch`` as people use it: stopped in every way, asked wrongly, and looked at afterwards."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import psutil
import pytest

from api.commands import batch
from api.commands.batch import bar
from pathways.batch import Event, Folder, Standing, State, read_attempts, read_manifest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

PARTITION = 600
PATIENCE = 600
TO = ("--to", "power-generation", "-o", "out")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of 3,600 different statements, and one that is empty."""
    verbs, things = ("repair", "test", "inspect"), ("pumps", "relays", "a gauge", "breakers", "turbine blades")
    said: list[str | None] = [f"{verbs[n % 3]} {things[n % 5]} of unit {n}" for n in range(6 * PARTITION)]
    said[7] = None
    path = tmp_path / "corpus.parquet"
    pl.DataFrame({"Outcome": said, "college": "Basin Rim"}).write_parquet(path)
    return path


@pytest.fixture
def small(corpus: Path) -> Path:
    """A corpus of ten statements."""
    path = corpus.with_name("small.parquet")
    pl.read_parquet(corpus).head(10).write_parquet(path)
    return path


@pytest.fixture
def process(corpus: Path) -> Iterator[subprocess.Popen[str]]:
    """A run in a process of its own, which ends with the test."""
    program = Path(sys.executable).with_name("ladderworks")
    command = [str(program), "batch", str(corpus), *TO, "--workers", "2", "--partition", str(PARTITION)]
    environment = {**os.environ, "LADDERWORKS_KB": str(corpus.parent / "kb")}
    with subprocess.Popen(
        command, cwd=corpus.parent, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        yield process
        process.kill()


def times(folder: Folder, event: Event) -> Counter[int]:
    return Counter(attempt.partition for attempt in read_attempts(folder.attempts) if attempt.event is event)


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.usefixtures("in_threads")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_a_stopped_run_goes_on_with_the_rest(
    run: Run, corpus: Path, process: subprocess.Popen[str], how: signal.Signals, capsys: Captured
) -> None:
    folder = Folder(corpus.parent / "out")
    wait_for(lambda: times(folder, Event.DONE).total() >= 2 and times(folder, Event.BEGAN).total() >= 3)
    said = stopped(process, how)
    done = set(times(folder, Event.DONE))
    assert 2 <= len(done) < 6

    if how is not signal.SIGKILL:
        assert process.returncode == 1
        assert said.splitlines()[-1] == "Stopped. What is done is kept in out; the same command goes on with the rest."
        assert {entry.number for entry in read_manifest(folder.manifest).of(State.DONE)} <= done
        assert "Traceback" not in said

    assert run("batch", corpus, *TO, "--partition", PARTITION) == 0
    said = capsys.readouterr().err

    assert times(folder, Event.DONE) == dict.fromkeys(range(1, 7), 1)
    assert all(times(folder, Event.BEGAN)[partition] == 1 for partition in done)
    assert len(read_manifest(folder.manifest).of(State.DONE)) == 6
    finding, wrote = said.splitlines()[-2:]
    assert finding.startswith("warning: 1 row: no statement; the row is kept without a competency (`empty-statement`")
    what = f"3,600 statements, {matched(folder):,} with a competency; 6 files, {len(done):,} of them earlier"
    assert wrote == f"Wrote out: {what}"


def stopped(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """Return what a command says that is sent a signal, as soon as its workers have ended, too."""
    workers = psutil.Process(process.pid).children(recursive=True)
    if how is signal.SIGINT:
        os.killpg(process.pid, how)  # as a terminal does with Ctrl-C: to all processes
    else:
        process.send_signal(how)
    said = process.communicate(timeout=PATIENCE)[1]
    wait_for(lambda: not any(map(alive, workers)))
    return said


def alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def matched(folder: Folder) -> int:
    return pl.read_parquet(folder.path / "results").filter(pl.col("rank") == 1).height


def test_a_small_corpus_from_end_to_end(run: Run, small: Path, capsys: Captured) -> None:
    assert run("batch", small, *TO, "--workers", 1, "--top", 2, "--least", 0.1) == 0
    err = capsys.readouterr().err
    table = pl.read_parquet("out/results")
    assert f"10 statements, {matched(Folder(Path('out')))} with a competency; 1 file" in err
    assert "distributed" not in err
    assert table["row"].unique().to_list() == list(range(2, 12))
    assert table["confidence"].min() >= 0.1  # type: ignore[operator]
    assert table["rank"].max() == 2

    assert run("batch", small, *TO, "--workers", 1, "--top", 2, "--least", 0.1) == 0
    assert "Nothing was left to do in out: 10 statements" in capsys.readouterr().err
    assert run("batch", small, *TO, "--top", 3, "--least", 0.1) == 2
    assert "--top was 2 and is 3" in capsys.readouterr().err


@pytest.mark.usefixtures("in_threads")
def test_nothing_that_matches_ends_with_1(run: Run, small: Path) -> None:
    assert run("batch", small, *TO, "--workers", 1, "--least", 1) == 1


@pytest.mark.usefixtures("in_threads")
def test_other_words_for_columns(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "c.csv").write_text("what,key\nWeld pipes,a1\n", encoding="utf-8")

    assert run("batch", "c.csv", *TO) == 1
    assert "there are 'what', 'key'. Name it with --text COLUMN" in capsys.readouterr().err
    assert run("batch", "c.csv", *TO, "--text", "what", "--id", "key", "--workers", 1, "--least", 0) == 0
    assert set(pl.read_parquet("out/results")["id"]) == {"a1"}


@pytest.mark.usefixtures("in_threads")
def test_identifiers_are_known_by_what_they_number_and_what_is_left_out_is_said(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    pl.DataFrame({"SLO ID": ["s-1"], "Outcome": ["Weld pipes"], "Campus": ["North"]}).write_parquet("c.parquet")
    (tmp_path / "d.csv").write_text("Key,Outcome\na1,Weld pipes\n", encoding="utf-8")

    assert run("batch", "c.parquet", *TO, "--workers", 1, "--least", 0) == 0
    assert "info: the results leave out 'Campus'\n" in capsys.readouterr().err
    assert set(pl.read_parquet("out/results")["id"]) == {"s-1"}

    assert run("batch", "d.csv", *TO[:2], "-o", "other", "--workers", 1, "--least", 0) == 0
    assert "leave out 'Key'; if one of them identifies the statements, name it with --id" in capsys.readouterr().err


@pytest.mark.usefixtures("in_threads")
def test_all_results_come_as_one_table_too(run: Run, small: Path, capsys: Captured) -> None:
    pl.read_parquet(small).with_columns(college=pl.lit("=1+1")).write_parquet(small)
    batch = ("batch", small, *TO, "--workers", 1, "--partition", 4)

    assert run(*batch) == 0
    assert not Path("out/results.csv").exists()
    assert run(*batch, "--csv") == 0
    results = pl.read_parquet("out/results")
    table = pl.read_csv("out/results.csv", infer_schema_length=None)
    assert f"results.csv: {results.height} rows" in capsys.readouterr().err
    assert table.columns == results.columns
    assert table["row"].to_list() == results["row"].to_list()
    assert table["label"].to_list() == results["label"].to_list()
    assert table["confidence"].drop_nulls().to_list() == pytest.approx(
        results["confidence"].drop_nulls().to_list(), abs=1e-4
    )
    assert set(table["college"]) == {"'=1+1"}

    assert run(*batch, "--fresh") == 0
    assert not Path("out/results.csv").exists()


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--workers", "0"], 2, "--workers"),
        (["--least", "2"], 2, "--least"),
        (["--partition", "0"], 2, "--partition"),
        (["--scheduler", "tcp://127.0.0.1:9", "--workers", "2"], 2, "leave it out to use those of --scheduler"),
        (["--scheduler", "nobody"], 2, "'nobody' is no address of a scheduler"),
        (["--to", "nowhere"], 1, "'nowhere' is no framework here"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, small: Path, capsys: Captured, options: list[str], status: int, said: str
) -> None:
    assert run("batch", small, *TO, *options) == status
    assert said in " ".join(capsys.readouterr().err.split())


def test_the_bar_grows_to_its_end() -> None:
    bars = [bar(Standing(n, 4, 25 * n, 100, rate=0.0 if n == 0 else 5.0)) for n in range(5)]

    assert [text.partition("]")[0].count("=") for text in bars] == [0, 5, 10, 15, 20]
    assert bars[0] == "[>···················] 0%, 0 of 100 statements, 0 of 4 partitions"
    assert bars[4] == "[====================] 100%, 0 s left, 100 of 100 statements, 5/s, 4 of 4 partitions"


def test_no_other_command_loads_the_cluster() -> None:
    code = (
        "import sys; from api.command_line import COMMANDS, run\n"
        "for name in set(COMMANDS) - {'batch'}: run([name, '--help'])\n"
        "print([name for name in ('dask', 'distributed') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stderr.splitlines()[-1] == "[]"
    assert batch.__doc__
