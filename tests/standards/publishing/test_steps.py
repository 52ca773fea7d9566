"""A standard goes from draft to review to ratified; who took each step is kept, and a version can be taken back."""

import pytest

from ontology.errors import InputError, NotFoundError
from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.frameworks import framework_release
from standards.publishing import Mover, move_on, publish, standing, standings, withdraw
from tests.standards.publishing.conftest import DANA, ratify

WHY = Mover("Ann Lee", "It names a license that was never given.")


def test_each_step_follows_on_the_one_before(base: KnowledgeBase) -> None:
    with pytest.raises(InputError, match=r"stands at draft and cannot become ratified.*`ladderworks standard review"):
        move_on(base, "harbor", PublicationStatus.RATIFIED, DANA)
    with pytest.raises(InputError, match="stands at draft and is already draft"):
        move_on(base, "harbor", PublicationStatus.DRAFT, DANA)

    assert move_on(base, "harbor", PublicationStatus.REVIEW, DANA).stands is PublicationStatus.REVIEW
    assert move_on(base, "harbor", PublicationStatus.DRAFT, DANA).stands is PublicationStatus.DRAFT
    ratify(base)
    with pytest.raises(
        InputError, match=r"cannot become review; .*standard publish harbor --by NAME` or .*standard reopen"
    ):
        move_on(base, "harbor", PublicationStatus.REVIEW, DANA)


def test_who_took_each_step_is_kept_also_when_the_text_is_imported_anew(twice: KnowledgeBase) -> None:
    of = standing(twice, "harbor")

    moved = [(change.version, change.moved_to.word) for change in of.changes]
    once = [("draft", "review"), ("draft", "ratified")]
    assert sorted(moved) == sorted(
        [*once, ("1.0", "published"), ("draft", "draft"), *once, ("1.1", "published"), ("draft", "draft")]
    )
    assert {change.by for change in of.changes} == {"Dana Whitefeather"}


def test_a_newer_version_supersedes_the_one_before(twice: KnowledgeBase) -> None:
    of = standing(twice, "harbor")

    assert [(one.name, of.word(one)) for one in of.versions] == [
        ("harbor@1.0", "superseded"),
        ("harbor@1.1", "published"),
    ]
    assert of.in_force == of.last == twice.release("harbor@1.1")
    assert [one.slug for one in standings(twice)] == ["harbor"]
    published = of.since(of.versions[0])
    assert published is not None
    assert (published.version, published.moved_to) == ("1.0", PublicationStatus.PUBLISHED)


def test_what_is_withdrawn_stays_to_be_read_and_is_not_in_force(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor", DANA)

    withdraw(base, "harbor@1.0", WHY)

    of = standing(base, "harbor")
    assert of.in_force is None
    assert of.last is not None
    assert of.word(of.last) == "withdrawn"
    assert of.changes[-1].comment == WHY.comment
    assert framework_release(base, "harbor").name == "harbor@draft"
    assert framework_release(base, "harbor@1.0").stands is PublicationStatus.WITHDRAWN
    with pytest.raises(InputError, match=r"withdrawn already, since \d{4}-\d\d-\d\d by Ann Lee; there is nothing"):
        withdraw(base, "harbor@1.0", WHY)


def test_only_a_version_that_is_named_and_with_a_reason_is_withdrawn(twice: KnowledgeBase) -> None:
    for name in ("harbor", "harbor@draft", "harbor@7"):
        with pytest.raises(
            NotFoundError, match=r"is not a published version of harbor; there are harbor@1.0, harbor@1.1"
        ):
            withdraw(twice, name, WHY)
    with pytest.raises(InputError, match=r"say with --comment why harbor@1\.1 is withdrawn"):
        withdraw(twice, "harbor@1.1", DANA)
