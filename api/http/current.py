"""The service that answers now, and its change for another while requests go on being answered.

A knowledge base that is served cannot be written to. So a release is imported into a copy of it, beside it, and a link
that ``LADDERWORKS_KB`` names is then set to the copy. What the link leads to is looked at every few seconds; where that
has changed, the other knowledge base is opened and made ready beside the one that answers, and answers from then on.
Whoever is being answered is answered to the end from the one that they met first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final, Self

from api.http.service import Service
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import note
from ontology.compaction import has_store
from ontology.errors import BusyError
from ontology.shown import open_drafts
from ontology.store import KnowledgeBase

EVERY: Final = 2.0
"""Seconds between two looks at what the link leads to."""


@dataclass(eq=False)
class _Held:
    """A service with all that it holds open, and how many requests it is answering."""

    service: Service
    folder: Path | None
    open: ExitStack
    users: int = 0


class Current:
    """The service that answers now; a context manager, in which it looks for another.

    Raises
    ------
    StoreError
        On entering, where the first knowledge base cannot be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changing = Lock()
        self._stop = Event()
        self._watch = Thread(target=self._look, name="looking for another knowledge base", daemon=True)
        self._refused: object = None

    def __enter__(self) -> Self:
        self._held = self._opened()
        self._held.service.warm()
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watch.join()
        self._held.service.stop()
        self._held.service.close()
        self._held.open.close()

    @property
    def service(self) -> Service:
        """Return the service that answers now; whoever needs it for longer than a call holds it with `held`."""
        return self._held.service

    @contextmanager
    def held(self) -> Iterator[Service]:
        """Give the service that answers now, which stays open until it is given back."""
        with self._changing:
            held = self._held
            held.users += 1
        try:
            yield held.service
        finally:
            self._give_back(held)

    def turn(self) -> bool:
        """Turn to what the link leads to now, once that is ready; return whether it was another.

        Raises
        ------
        StoreError
            Where that cannot be opened; the one that answers goes on.
        """
        folder = self._folder()
        if folder is None or folder == self._held.folder or not self._has_releases(folder):
            return False
        made = self._ready(self._opened())
        with self._changing:
            before, self._held = self._held, made
            before.users += 1  # what it still makes for later reads from it
        before.service.stop()
        before.service.close()
        self._give_back(before)
        return True

    def _look(self) -> None:
        """Turn whenever there is where to; of what cannot be turned to, say so and wait until it changes."""
        while not self._stop.wait(EVERY):
            state = self._state()
            if state == self._refused:
                continue
            try:
                if self.turn():
                    note(f"Answering from {self._held.folder} now")
                self._refused = state
            except BusyError:  # an import is not done yet
                continue
            except Exception as error:  # whatever is wrong with the other one, this one goes on
                self._refused = state
                note(f"Still answering from {self._held.folder or 'the embedded example'}: {error}")

    def _ready(self, made: _Held) -> _Held:
        """Return what was opened when it is ready to answer; close it where that fails."""
        try:
            made.service.warm()
            made.service.wait()
            _ = made.service.titles  # raises what was in the way
            made.service.dataset.count()  # what else takes long is made while it answers
        except BaseException:
            made.service.stop()
            made.service.close()
            made.open.close()
            raise
        return made

    def _state(self) -> object:
        """Return what changes with the folder that the link leads to, and when it is written to."""
        folder = self._folder()
        with suppress(OSError):
            return folder and (folder, (folder / "store").stat().st_mtime_ns)
        return None

    def _folder(self) -> Path | None:
        """Return the folder that the link leads to; ``None`` where no knowledge base is there, or none is asked for."""
        if self._settings.demonstration:
            return None
        folder = self._settings.knowledge_base.resolve()
        return folder if has_store(folder) else None

    def _has_releases(self, folder: Path) -> bool:
        with KnowledgeBase.open(folder, self._settings.identifiers) as base:
            return bool(base.releases())

    def _opened(self) -> _Held:
        """Open what the link leads to, by its own name: the link may lead elsewhere while it is open."""
        folder = self._folder()
        settings = replace(self._settings, knowledge_base=folder or self._settings.knowledge_base)
        with ExitStack() as stack:
            knowledge = stack.enter_context(open_knowledge(settings))
            service = Service(knowledge, settings.releases, settings.bounds)
            stack.callback(service.endpoint.close)
            if not knowledge.example:
                _warn(knowledge.base)
            return _Held(service, None if knowledge.example else folder, stack.pop_all())

    def _give_back(self, held: _Held) -> None:
        """Use a service no longer; close it where it answers no more and nobody else uses it."""
        with self._changing:
            held.users -= 1
            over = held is not self._held and not held.users
        if over:
            held.open.close()


def _warn(base: KnowledgeBase) -> None:
    """Say what is open that somebody may want to keep to themselves."""
    for draft in open_drafts(base):
        note(
            f"{draft.name} is open to whoever can reach this service, though nothing of it is published yet "
            "(`ladderworks standard publish`); the lists of its firms are kept back"
        )
