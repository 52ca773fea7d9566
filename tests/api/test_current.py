"""Another knowledge base is turned to while requests go on being answered, and none of them fails."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Self

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.example import example_folder
from api.http import current
from api.http.current import Current
from api.ims.provider import Provider
from api.settings import Settings
from ontology.errors import BusyError, StoreError
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.imports import import_release

OCCUPATION = "/api/v1/occupations/49-9098.00"
PATHS = (OCCUPATION, "/api/v1/ladders?from=49-9098.00&to=11-3051.00", "/doc/onet/49-9098.00.ttl", "/readyz")
BEFORE, AFTER = "Mechanic Helper", "Turbine Helper"


def imported(folder: Path, example: Path) -> Path:
    """Import a partnership into a knowledge base."""
    with KnowledgeBase.open(folder, Identifiers(), write=True) as base:
        import_release(base, "partnership", [example])
    return folder


def link(path: Path, to: Path) -> None:
    """Set a link in one go, as ``ln -sfn`` and ``mv -T`` do."""
    path.with_suffix(".new").symlink_to(to)
    path.with_suffix(".new").replace(path)


def eventually(holds: Callable[[], bool], seconds: float = 60) -> bool:
    end = monotonic() + seconds
    while not (found := holds()) and monotonic() < end:
        sleep(0.02)
    return found


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """The example with another title for one occupation."""
    folder = shutil.copytree(example_folder(), tmp_path / "power-generation")
    for path in folder.rglob("*.csv"):
        path.write_bytes(path.read_bytes().replace(BEFORE.encode(), AFTER.encode()))
    return folder


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A link to a knowledge base with the example, looked at often."""
    monkeypatch.setattr(current, "EVERY", 0.05)
    link(tmp_path / "kb", imported(tmp_path / "kb-1", example_folder()))
    return Settings(tmp_path / "kb", Identifiers())


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    app = create_app(settings)
    with TestClient(app, base_url="http://localhost:8000") as client:
        app.state.current.service.wait(120)
        yield client


class Askers:
    """Threads that ask for everything again and again, within a ``with``."""

    def __init__(self, client: TestClient, count: int) -> None:
        self.statuses: list[int] = []
        self.titles: list[list[str]] = [[] for _ in range(count)]
        """What each has read of the occupation, in the order of reading."""
        self._client = client
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=[seen]) for seen in self.titles]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, seen: list[str]) -> None:
        while not self._over.is_set():
            answers = {path: self._client.get(path) for path in PATHS}
            self.statuses += [answer.status_code for answer in answers.values()]
            seen.append(answers[OCCUPATION].text)


def test_no_answer_fails_while_a_release_is_replaced_and_the_new_one_is_seen(
    client: TestClient, settings: Settings, tmp_path: Path, renamed: Path
) -> None:
    with Askers(client, 3) as asked:
        assert eventually(lambda: all(len(seen) > 1 for seen in asked.titles))
        shutil.copytree(tmp_path / "kb-1", tmp_path / "kb-2")
        link(settings.knowledge_base, imported(tmp_path / "kb-2", renamed))
        assert eventually(lambda: all(AFTER in seen[-1] for seen in asked.titles))

    assert set(asked.statuses) == {200}
    for seen in asked.titles:
        news = [AFTER in text for text in seen]
        assert not news[0]
        assert news == sorted(news), "who has seen the new release does not see the old one again"


def test_what_answers_no_more_may_be_written_to(settings: Settings, tmp_path: Path, renamed: Path) -> None:
    with Current(settings) as service:
        met = service.service
        link(settings.knowledge_base, imported(tmp_path / "kb-2", renamed))
        assert eventually(lambda: service.service is not met)
        sleep(0.5)  # it is closed just after
        with KnowledgeBase.open(tmp_path / "kb-1", Identifiers(), write=True) as released:
            assert released.releases()
        with pytest.raises(BusyError):
            KnowledgeBase.open(tmp_path / "kb-2", Identifiers(), write=True)


def test_whoever_is_being_answered_keeps_what_they_met(settings: Settings, tmp_path: Path, renamed: Path) -> None:
    with Current(settings) as service:
        with service.held() as met:
            link(settings.knowledge_base, imported(tmp_path / "kb-2", renamed))
            assert eventually(lambda: service.service is not met)
            assert met.knowledge.base.releases()
            titles = [each.occupation("49-9098.00").alt_labels for each in (met, service.service)]
            assert [AFTER in own for own in titles] == [False, True]
        with pytest.raises(AttributeError):
            met.knowledge.base.releases()


def test_neither_the_turn_nor_requests_wait_for_packages(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(Provider, "warm", lambda _: go_on.wait(60))
    try:
        with Current(settings) as service:
            met = service.service
            shutil.copytree(tmp_path / "kb-1", tmp_path / "kb-2")
            link(settings.knowledge_base, tmp_path / "kb-2")
            assert eventually(lambda: service.service is not met, 30), "it turns, though packages are being written"
            assert service.service.ready
            assert met.knowledge.base.releases(), "what is being written can still be read from the one before"
            go_on.set()
    finally:
        go_on.set()


def test_what_is_turned_to_has_counted_its_releases(settings: Settings, tmp_path: Path) -> None:
    with Current(settings) as service:
        met = service.service
        shutil.copytree(tmp_path / "kb-1", tmp_path / "kb-2")
        link(settings.knowledge_base, tmp_path / "kb-2")
        assert eventually(lambda: service.service is not met)
        assert "_counts" in vars(service.service.dataset)


def test_what_is_broken_is_not_turned_to_and_said_once(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kb-2" / "store").mkdir(parents=True)
    (tmp_path / "kb-2" / "store" / "CURRENT").write_text("nonsense")
    with Current(settings) as service:
        met = service.service
        link(settings.knowledge_base, tmp_path / "kb-2")
        with pytest.raises(StoreError):
            service.turn()
        sleep(0.5)
        assert service.service is met
        assert met.knowledge.base.releases()
    assert capsys.readouterr().err.count("Still answering from") == 1


def test_an_import_that_is_not_done_is_waited_for(settings: Settings, tmp_path: Path, renamed: Path) -> None:
    shutil.copytree(tmp_path / "kb-1", tmp_path / "kb-2")
    with Current(settings) as service:
        met = service.service
        with KnowledgeBase.open(tmp_path / "kb-2", Identifiers(), write=True) as base:
            link(settings.knowledge_base, tmp_path / "kb-2")
            sleep(0.3)
            assert service.service is met
            import_release(base, "partnership", [renamed])
        assert eventually(lambda: service.service is not met)


def test_the_first_import_takes_the_place_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "EVERY", 0.05)
    settings = Settings(tmp_path / "kb", Identifiers())
    with Current(settings) as service:
        assert service.service.knowledge.example
        imported(tmp_path / "kb", example_folder())
        assert eventually(lambda: not service.service.knowledge.example)


def test_a_draft_that_anybody_may_read_is_said(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    with Current(settings):
        pass

    said = " ".join(capsys.readouterr().err.split())
    assert "power-generation@draft is open to whoever can reach this service, though nothing of it is published" in said
    assert "the lists of its firms are kept back" in said
