"""A standard that was begun with lists alone goes on in the folder that comes later: one working copy, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.records import PublicationStatus, Release
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, decide, read_agreement, speak
from standards.harmonizing.intake import take_in_all
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import propose
from standards.imports import Imported, import_release
from standards.previews import preview
from standards.publishing import Mover, move_on, publish, standing
from standards.sources.own import PARTNERSHIP
from standards.wanted import Wanted

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
LISTS = {"dam": "Skill\nSplice rope and wire\n", "plant": "Skill\nSplice wire and rope\n"}
FIRMS = [*LISTS]
DANA, ANA = Signature("Dana Whitefeather"), Mover("Ana Ortiz")


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    """A standard that was begun with the lists of two firms, who agreed on its one statement."""
    with KnowledgeBase.in_memory() as opened:
        paths = {firm: tmp_path / f"{firm}.csv" for firm in LISTS}
        for firm, path in paths.items():
            path.write_text(LISTS[firm], encoding="utf-8")
        take_in_all(opened, paths)
        ensure_panel(opened, "harbor", FIRMS)
        propose(opened, "harbor", FIRMS)
        agree(opened)
        yield opened


def agree(base: KnowledgeBase) -> None:
    (one,) = read_agreement(base, "harbor").statements.values()
    decide(base, "harbor", [Motion(one.iri, "accept", one.revision, category="Rigging")], DANA)
    (one,) = read_agreement(base, "harbor").statements.values()
    speak(base, "harbor", [Stance(firm, one.iri, "endorse", one.seen) for firm in FIRMS], DANA)


def folder(at: Path, *firms: str, more: str = "") -> Path:
    made = at / "folder"
    made.mkdir(exist_ok=True)
    members = "".join(
        f'[[organizations]]\nslug = "{one}"\nname = "{one.title()} Inc."\nrole = "firm"\n' for one in firms
    )
    head = f'name = "Panel of harbor"\nslug = "harbor"\nlicense = "{LICENSE}"\n{more}'
    (made / "partnership.toml").write_text(head + members, encoding="utf-8")
    return made


def working(base: KnowledgeBase) -> list[Release]:
    return [one for one in base.releases() if one.source == "harbor" and not one.fixed]


def told(done: Imported, code: str) -> list[str]:
    return [one.message for one in done.report if one.code == code]


def test_there_is_one_working_copy_with_the_license_of_the_folder_which_is_told(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    done = import_release(base, PARTNERSHIP, [folder(tmp_path, *FIRMS)])

    (only,) = working(base)
    assert (only.name, only.license) == ("harbor@draft", LICENSE)
    assert standing(base, "harbor").working == only
    (said,) = told(done, "taken-over")
    assert said.startswith("harbor@1, begun with lists alone (of dam, plant), goes on as harbor@draft")
    assert LICENSE in said


def test_what_was_agreed_stays_and_is_published_under_the_license(base: KnowledgeBase, tmp_path: Path) -> None:
    before = read_agreement(base, "harbor")
    import_release(base, PARTNERSHIP, [folder(tmp_path, *FIRMS)])
    now = read_agreement(base, "harbor")

    assert (now.candidates, now.voices, now.log, now.seen) == (
        before.candidates,
        before.voices,
        before.log,
        before.seen,
    )
    assert [one.iri for one in now.agreed] == [one.iri for one in before.agreed]
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, "harbor", status, ANA)
    assert publish(base, "harbor", ANA).release.license == LICENSE


def test_a_firm_that_the_folder_lacks_is_named_and_takes_no_position(base: KnowledgeBase, tmp_path: Path) -> None:
    done = import_release(base, PARTNERSHIP, [folder(tmp_path, "dam")])

    assert "of dam, plant" in told(done, "taken-over")[0]
    assert [one.iri.rpartition("/")[2] for one in read_agreement(base, "harbor").parties.firms] == ["dam"]


def test_one_that_was_put_to_review_is_a_draft_again_which_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    move_on(base, "harbor", PublicationStatus.REVIEW, ANA)
    done = import_release(base, PARTNERSHIP, [folder(tmp_path, *FIRMS)])

    (only,) = working(base)
    assert only.stands is PublicationStatus.DRAFT
    assert told(done, "opened-again")


def test_a_folder_that_was_imported_before_is_not_taken_over(base: KnowledgeBase, tmp_path: Path) -> None:
    import_release(base, PARTNERSHIP, [folder(tmp_path, *FIRMS)])
    done = import_release(base, PARTNERSHIP, [folder(tmp_path, *FIRMS, more='description = "Ropes"\n')])

    assert [one.name for one in working(base)] == ["harbor@draft"]
    assert not told(done, "taken-over")


def test_a_preview_says_so_and_changes_nothing(base: KnowledgeBase, tmp_path: Path) -> None:
    shown = preview(base, Wanted(PARTNERSHIP, [folder(tmp_path, *FIRMS)]))

    assert [one.code for one in shown.report if one.code == "taken-over"] == ["taken-over"]
    assert [one.name for one in working(base)] == ["harbor@1"]
