"""When a knowledge base and each graph of it was last written to."""

from collections.abc import Callable
from datetime import UTC, datetime

from ontology.namespaces import DCTERMS
from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from tests.ontology.stored import base, change, concept, lines, release, standing

__all__ = ["base"]
"""Fixtures of others."""


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
