import io
import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.commands import serve
from api.http.log import PlainRecord, log_plainly, plain

FORGED = "\r\nCRITICAL:root:forged"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What is logged plainly, in Python's own form."""
    written, factory, root = io.StringIO(), logging.getLogRecordFactory(), logging.getLogger()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter(logging.BASIC_FORMAT))
    root.addHandler(handler)
    log_plainly()
    yield written
    logging.setLogRecordFactory(factory)
    root.removeHandler(handler)


def test_a_message_is_one_line(logged: io.StringIO) -> None:
    logging.getLogger("rdflib.term").warning("%s does not look like a valid URI", f"http://x/{FORGED}")

    assert logged.getvalue() == (
        "WARNING:rdflib.term:http://x/\\r\\nCRITICAL:root:forged does not look like a valid URI\n"
    )


def test_no_line_of_a_traceback_begins_as_a_record_does(logged: io.StringIO) -> None:
    try:
        raise ValueError(FORGED)
    except ValueError:
        logging.getLogger("service").exception("it failed")

    first, *others = logged.getvalue().splitlines()
    assert first == "ERROR:service:it failed"
    assert "    CRITICAL:root:forged" in others
    assert [line for line in others if not line.startswith("    ")] == []


@pytest.mark.parametrize("letter", ["\n", "\r", "\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u202e"])
def test_what_does_not_print_is_escaped(letter: str) -> None:
    assert plain(f"é{letter}看") == f"é{letter!r}看".replace("'", "")


@pytest.mark.parametrize("break_", ["\n", "\r", "\x0b", "\x00", " ", "<", '"', "`"])
def test_what_is_no_address_is_refused_before_anyone_logs_it(
    client: TestClient, caplog: pytest.LogCaptureFixture, break_: str
) -> None:
    answer = client.get("/doc", params={"iri": f"http://x/{break_}forged", "format": "ttl"})

    assert answer.status_code == 422
    assert answer.json()["place"] == "query iri"
    assert [record for record in caplog.records if record.name.startswith("rdflib")] == []


def test_serving_logs_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    factory = logging.getLogRecordFactory()
    seen: list[object] = []
    monkeypatch.setattr(serve.Telling, "run", lambda _: seen.append(logging.getLogRecordFactory()))
    try:
        serve.run()
    finally:
        logging.setLogRecordFactory(factory)
    assert seen == [PlainRecord]
