"""The command as a process of its own, and what it listens on."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from urllib.request import urlopen

import pytest

from api.command_line import COMMANDS
from api.commands.serve import elsewhere

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def ladderworks(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a process of its own."""
    program = Path(sys.executable).with_name("ladderworks")
    return subprocess.run(
        [program, *arguments], check=False, capture_output=True, text=True, env={**os.environ, **environment}
    )


def test_the_command_says_its_version() -> None:
    done = ladderworks("--version")

    assert (done.returncode, done.stdout) == (0, f"ladderworks {version('ladderworks')}\n")


def test_help_names_every_command() -> None:
    done = ladderworks("--help", COLUMNS="120")

    assert done.returncode == 0
    assert [name for name in COMMANDS if f" {name} " not in done.stdout] == []


def test_help_loads_nothing_heavy() -> None:
    heavy = "rdflib fastapi numpy pydantic polars sklearn"
    code = (
        "import sys; from api.command_line import run; run(['--help']); "
        f"print([name for name in {heavy.split()} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stderr.splitlines()[-1] == "[]"


def test_an_error_is_one_paragraph_without_a_traceback(tmp_path: Path) -> None:
    done = ladderworks("ladder", "--from", "nobody at all", LADDERWORKS_KB=str(tmp_path))

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("ladderworks: no occupation is called 'nobody at all'")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["demo", "--bogus"], ["bogus"], ["ladder", "--region"]])
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    assert ladderworks(*arguments).returncode == 2


def test_a_port_that_is_taken_is_said_before_anything_is_served(run: Run, capsys: Captured) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("serve", "--port", port) == 2

    err = capsys.readouterr().err
    assert f"cannot listen on 127.0.0.1, port {port}: Address already in use; choose another with --port" in err
    assert "Serving on" not in err


def test_it_says_that_it_serves_once_it_answers(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("ladderworks")), "serve", "--port", str(port)]
    surroundings = {**os.environ, "LADDERWORKS_KB": str(tmp_path / "kb")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=surroundings) as service:
        assert service.stderr is not None
        said = next(line for line in service.stderr if line.startswith("Serving on"))
        with urlopen(f"http://127.0.0.1:{port}/healthz") as answered:
            status = answered.status
        service.terminate()

    assert said == f"Serving on http://localhost:{port} (stop with Ctrl-C)\n"
    assert status == HTTPStatus.OK


def test_addresses_that_lead_to_another_port_are_warned_of() -> None:
    assert "not port 8765" in elsewhere("http://localhost:8000", 8765)
    assert elsewhere("http://localhost:8000", 8000) == ""
    assert elsewhere("https://ladders.example", 8765) == ""
