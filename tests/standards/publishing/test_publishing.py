"""A standard is published whole, through the gate, as a version that never changes and that says what it revises."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.errors import InputError, NotFoundError, RefusedError, WriteError
from ontology.namespaces import CETERMS, LW, OWL, RDF
from ontology.records import Competency, Credential, Edition, Framework, Iri, Organization, PublicationStatus
from ontology.store import KnowledgeBase
from standards.frameworks import framework_members, framework_release, frameworks, read_framework
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish, standing, withdraw
from standards.publishing.publishing import next_version
from tests.standards.publishing.conftest import CREDENTIALS, DANA, FIRST, SECOND, Rows, ratify

ITEM = "http://localhost:8000/id/harbor/"
FRAMEWORK = "http://localhost:8000/id/framework/harbor"
MISTAKEN = Mover("Ann Lee", "Taken for another one", at=DANA.at)


def editions(base: KnowledgeBase, name: str) -> dict[str, Edition]:
    found = base.records(base.release(name), Edition)
    return {edition.iri.rpartition("/")[2]: edition for edition in found}


def local(iris: tuple[Iri, ...]) -> list[str]:
    return [iri.rpartition("/")[2] for iri in iris]


# --- What is published ------------------------------------------------------------


def standards(base: KnowledgeBase) -> list[tuple[str, PublicationStatus | None]]:
    """Return the working copies and versions that there are, and where each stands."""
    return [(one.name, one.stands) for one in base.releases() if one.stands]


def test_the_standard_is_published_and_nothing_of_its_firms_colleges_and_wages(twice: KnowledgeBase) -> None:
    published, listed = twice.release("harbor@1.0"), twice.release("sheet-tug-co")

    assert any(twice.pairs(listed, CETERMS.skillEmbodied))
    assert not any(twice.pairs(published, CETERMS.skillEmbodied))
    assert "secret" not in "".join(str(term) for triple in twice.graph(published) for term in triple)
    assert twice.files(published) == []
    assert {one.notation for one in twice.records(published, Competency)} == set(FIRST)
    assert any(twice.graph(published).subjects(RDF.type, LW.SkillRequirement))


def test_how_many_people_a_member_employs_is_in_no_version(base: KnowledgeBase) -> None:
    """Also where the draft was stored before such numbers were kept back."""
    (member,) = base.records(base.release("harbor"), Organization)
    base.amend(base.release("harbor"), [member.model_copy(update={"employees": 90})])
    ratify(base)
    published = publish(base, "harbor", DANA).release

    assert [(one.label.value, one.employees) for one in base.records(published, Organization)] == [
        ("Tug Company", None)
    ]


def test_a_version_says_its_name_license_and_owner(twice: KnowledgeBase) -> None:
    published = twice.release("harbor@1.1")
    (framework,) = twice.records(published, Framework)

    assert (published.stands, published.reader) == (PublicationStatus.PUBLISHED, "partnership")
    assert published.revised == twice.release("harbor@1.0").iri
    assert str(published.title) == "Harbor Trades Panel 1.1"
    assert (framework.iri, framework.version) == (FRAMEWORK, "1.1")
    assert framework.license == published.license == "https://creativecommons.org/licenses/by/4.0/"
    assert framework.publisher == "http://localhost:8000/id/partnership/harbor"


def test_each_item_is_linked_to_what_it_was_and_what_it_became(twice: KnowledgeBase) -> None:
    first, second = editions(twice, "harbor@1.0"), editions(twice, "harbor@1.1")

    assert sorted(name for name in first if not name.endswith("@harbor@1.0")) == [
        *(f"{item}@1.0" for item in FIRST),
        *(f"{function}@1.0" for function in ("bridge", "deck", "engine")),
        "harbor@1.0",
    ]
    assert all(edition.revised == edition.replaced_by == () for edition in first.values())
    assert local(second["HT-2@1.1"].revised) == ["HT-2@1.0"]
    assert second["HT-2@1.1"].item == f"{ITEM}HT-2"
    assert local(second["HT-5@1.1"].revised) == ["HT-3@1.0", "HT-4@1.0"]
    assert second["HT-6@1.1"].revised == ()
    assert local(second["harbor@1.1"].revised) == ["harbor@1.0"]
    assert local(second["HT-3@1.0"].replaced_by) == ["HT-5@1.1"]
    assert local(second["HT-1@1.0"].replaced_by) == ["HT-1@1.1"]


def test_what_goes_on_beside_its_part_is_taken_the_place_of_once(
    base: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    """Also where the part says so for the first time when both were published already."""
    statement, label, category, _ = FIRST["HT-4"]
    late = {**FIRST, "HT-4": (statement, label, category, "HT-3"), "HT-6": SECOND["HT-6"]}
    new = {**FIRST, "HT-7": ("Stop the main engine", "Engine Stop", "Engine", "HT-3")}
    for rows in (FIRST, new, {**new, **late}):
        import_release(base, "partnership", [written(rows)])
        ratify(base)
        publish(base, "harbor", DANA)

    assert local(editions(base, "harbor@1.1")["HT-7@1.1"].revised) == ["HT-3@1.0"]
    third = editions(base, "harbor@1.2")
    assert {name: local(third[f"{name}@1.2"].revised) for name in ("HT-3", "HT-4", "HT-7")} == {
        "HT-3": ["HT-3@1.1"],
        "HT-4": ["HT-4@1.1"],
        "HT-7": ["HT-7@1.1"],
    }


def test_all_that_has_a_name_has_an_edition_and_what_others_describe_too_under_the_name_of_the_standard(
    twice: KnowledgeBase,
) -> None:
    shared = {"able-seaman": "credential", "53-5011.00": "onet", "tug-co": "organization"}
    first, second = editions(twice, "harbor@1.0"), editions(twice, "harbor@1.1")

    for item, kind in shared.items():
        old, new = f"{item}@harbor@1.0", f"{item}@harbor@1.1"
        assert first[old].item == second[new].item == f"http://localhost:8000/id/{kind}/{item}"
        assert (local(second[new].revised), local(second[old].replaced_by)) == ([old], [new])
    whole = {one.iri: one.item for one in twice.records(twice.release("harbor@1.0"), Edition)}
    assert whole[Iri(f"{FRAMEWORK}@1.0")] == FRAMEWORK
    assert whole[Iri("http://localhost:8000/id/partnership/harbor@1.0")].endswith("/id/partnership/harbor")


def test_a_credential_that_is_listed_no_more_keeps_its_last_edition_and_is_not_called_withdrawn(
    base: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    without = written(SECOND)
    (without / "credentials.csv").write_text(CREDENTIALS.replace("able-seaman,Able Seaman", "tankerman,Tankerman"))
    for folder in (written(FIRST), without):
        import_release(base, "partnership", [folder])
        ratify(base)
        publish(base, "harbor", DANA)

    second = editions(base, "harbor@1.1")
    assert local(editions(base, "harbor@1.0")["able-seaman@harbor@1.0"].replaced_by) == []
    assert second["tankerman@harbor@1.1"].revised == ()
    assert not [name for name in second if name.startswith("able-seaman")]
    assert [one.code or one.iri.rpartition("/")[2] for one in base.records(base.release("harbor@1.1"), Credential)] == [
        "tankerman"
    ]


def test_two_standards_that_list_one_credential_have_an_edition_each(
    base: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    other = written(FIRST)
    declared = (other / "partnership.toml").read_text(encoding="utf-8")
    (other / "partnership.toml").write_text(declared.replace('slug = "harbor"', 'slug = "river"'), encoding="utf-8")
    import_release(base, "partnership", [other])
    for slug in ("harbor", "river"):
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, slug, status, DANA)
        publish(base, slug, DANA)

    found = [{one.iri for one in base.records(base.release(f"{slug}@1.0"), Edition)} for slug in ("harbor", "river")]
    assert "http://localhost:8000/id/credential/able-seaman@river@1.0" in found[1]
    assert not found[0] & found[1]


def test_what_a_version_drops_stays_marked_and_with_its_successor(twice: KnowledgeBase) -> None:
    kept = {one.notation: one for one in twice.records(twice.release("harbor@1.1"), Competency)}

    assert sorted(notation or "" for notation in kept) == sorted({*FIRST, *SECOND})
    assert [notation for notation, one in kept.items() if one.deprecated] == ["HT-3", "HT-4"]
    assert local(kept["HT-3"].replaced_by) == ["HT-5"]
    assert str(kept["HT-3"].statement) == FIRST["HT-3"][0]


def test_the_first_version_still_answers_as_it_did(twice: KnowledgeBase) -> None:
    first = {entry.code: entry for entry in read_framework(twice, "harbor@1.0")}

    assert sorted(first) == sorted(FIRST)
    assert first["HT-2"].alt_labels == (FIRST["HT-2"][0],)
    assert not any(twice.graph(twice.release("harbor@1.0")).subjects(OWL.deprecated, None))


def test_a_framework_is_the_version_in_force_and_what_it_dropped_is_matched_no_more(twice: KnowledgeBase) -> None:
    assert framework_release(twice, "harbor").name == "harbor@1.1"
    assert framework_members(twice, "harbor") == {Iri(f"{ITEM}{item}") for item in SECOND}
    assert framework_release(twice, "harbor@draft").name == "harbor@draft"
    assert frameworks(twice) == ["harbor", "tug-co"]


def test_a_third_version_keeps_what_the_second_dropped(base: KnowledgeBase, written: Callable[[Rows], Path]) -> None:
    for rows in (FIRST, SECOND, dict(list(SECOND.items())[:-1])):
        import_release(base, "partnership", [written(rows)])
        ratify(base)
        publish(base, "harbor", DANA)

    last = {one.notation: one for one in base.records(base.release("harbor@1.2"), Competency)}
    assert [notation for notation, one in sorted(last.items()) if one.deprecated] == ["HT-3", "HT-4", "HT-6"]
    assert local(last["HT-3"].replaced_by) == ["HT-5"]
    assert "HT-3@1.1" not in editions(base, "harbor@1.2")


def test_what_comes_back_follows_on_the_last_version_that_had_it(
    base: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    for rows in (FIRST, SECOND, {**SECOND, "HT-4": FIRST["HT-4"]}):
        import_release(base, "partnership", [written(rows)])
        ratify(base)
        publish(base, "harbor", DANA)

    third = editions(base, "harbor@1.2")
    assert local(third["HT-4@1.2"].revised) == ["HT-4@1.0"]
    assert local(third["HT-4@1.0"].replaced_by) == ["HT-4@1.2"]
    assert local(third["HT-5@1.2"].revised) == ["HT-5@1.1"]


def test_no_working_copy_is_published_over(base: KnowledgeBase, written: Callable[[Rows], Path]) -> None:
    import_release(base, "partnership", [written(FIRST)], version="1.0")
    import_release(base, "partnership", [written(SECOND)], version="2.0")
    ratify(base)

    with pytest.raises(InputError, match="is what a working copy of harbor is called"):
        publish(base, "harbor", DANA, "1.0")


# --- What is in the way -----------------------------------------------------------


def test_only_what_is_ratified_is_published(base: KnowledgeBase) -> None:
    with pytest.raises(
        InputError, match=r"harbor@draft stands at draft.*standard review harbor --by NAME`, then .*ratify"
    ):
        publish(base, "harbor", DANA)
    move_on(base, "harbor", PublicationStatus.REVIEW, DANA)
    with pytest.raises(InputError, match=r"stands at review, and only what is ratified is published: [^,]*ratify"):
        publish(base, "harbor", DANA)

    assert [release.name for release in base.releases()] == ["harbor@draft", "sheet-tug-co@1"]


def test_only_the_working_copy_is_published_and_moved_on(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor@draft", DANA)
    for name in ("harbor@1.0", "harbor@7", "harbor@"):
        with pytest.raises(InputError, match=f"'{name}' is not the working copy.*leave the version out: harbor"):
            publish(base, name, DANA)
        with pytest.raises(InputError, match="is not the working copy"):
            move_on(base, name, PublicationStatus.REVIEW, DANA)
    assert standing(base, "harbor").word(base.release("harbor@draft")) == "draft"


def test_nothing_is_published_that_the_gate_refuses(written: Callable[[Rows], Path]) -> None:
    folder = written(FIRST)
    declared = (folder / "partnership.toml").read_text(encoding="utf-8")
    (folder / "partnership.toml").write_text(declared.replace("license =", "website ="), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        ratify(base)
        with pytest.raises(RefusedError) as refused:
            publish(base, "harbor", DANA)

        assert any("license" in finding.message for finding in refused.value.report)
        assert standards(base) == [("harbor@draft", PublicationStatus.RATIFIED)]


def test_what_says_nothing_new_is_no_version(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor", DANA)
    ratify(base)

    with pytest.raises(InputError, match=r"harbor@1\.0 does not say already; change its folder and import it again"):
        publish(base, "harbor", DANA)


def test_what_was_withdrawn_by_mistake_is_published_again_under_the_next_name(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor", DANA)
    withdraw(base, "harbor@1.0", MISTAKEN)
    ratify(base)
    again = publish(base, "harbor", DANA).release

    assert (again.name, again.revised) == ("harbor@1.1", base.release("harbor@1.0").iri)
    assert standing(base, "harbor").in_force == again
    first, second = editions(base, "harbor@1.0"), editions(base, "harbor@1.1")
    assert {name: local(second[f"{name}@1.1"].revised) for name in FIRST} == {name: [f"{name}@1.0"] for name in FIRST}
    assert first["HT-1@1.0"].replaced_by == ()
    assert local(second["HT-1@1.0"].replaced_by) == ["HT-1@1.1"]
    assert not [one for one in base.records(again, Competency) if one.deprecated]


def test_what_says_no_more_than_the_version_in_force_is_no_version_though_another_was_withdrawn_since(
    base: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    for rows in (FIRST, SECOND):
        import_release(base, "partnership", [written(rows)])
        ratify(base)
        publish(base, "harbor", DANA)
    withdraw(base, "harbor@1.1", MISTAKEN)
    import_release(base, "partnership", [written(FIRST)])
    ratify(base)
    with pytest.raises(InputError, match=r"harbor@draft says nothing that harbor@1\.0 does not say already"):
        publish(base, "harbor", DANA)
    import_release(base, "partnership", [written(SECOND)])
    ratify(base)
    publish(base, "harbor", DANA)

    third = editions(base, "harbor@1.2")
    assert local(third["HT-5@1.2"].revised) == ["HT-5@1.1"]
    kept = {one.notation: one for one in base.records(base.release("harbor@1.2"), Competency)}
    assert local(kept["HT-3"].replaced_by) == ["HT-5"]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1/0", "cannot name a version"),
        ("", "cannot name a version"),
        ("2.0.ttl", "cannot name a version"),
        ("1.0.html", r"end as a form of documents does \(.html"),
        ("1" * 41, "take up to 40 letters"),
        ("\N{ARABIC-INDIC DIGIT ONE}", "cannot name a version"),
        ("1.0+build", "cannot name a version"),
        ("draft", "is what a working copy of harbor is called"),
    ],
)
def test_a_version_is_called_what_can_be_in_an_address(base: KnowledgeBase, version: str, said: str) -> None:
    ratify(base)
    with pytest.raises(InputError, match=said):
        publish(base, "harbor", DANA, version)


def test_the_name_of_a_version_is_not_used_twice_nor_an_older_one(base: KnowledgeBase) -> None:
    ratify(base)
    publish(base, "harbor", DANA, "1.1")
    ratify(base)
    for version in ("1.1", "1.0", "0.9"):
        with pytest.raises(InputError, match=f"{version} does not come after 1.1.*for instance 1.1.1"):
            publish(base, "harbor", DANA, version)


@pytest.mark.parametrize("version", ["latest", "v2", "spring-2026"])
def test_a_word_does_not_follow_on_a_number(base: KnowledgeBase, version: str) -> None:
    """After it no number could ever come."""
    ratify(base)
    publish(base, "harbor", DANA, "1.1")
    ratify(base)
    with pytest.raises(InputError, match=f"'{version}' begins with a word and 1.1 with a number.*for instance 1.1.1"):
        publish(base, "harbor", DANA, version)


@pytest.mark.parametrize("version", ["2026-11-22", "1.0-rc1", "spring-2026"])
def test_a_day_may_name_a_version_and_so_may_a_word_where_no_number_did(base: KnowledgeBase, version: str) -> None:
    ratify(base)
    assert publish(base, "harbor", DANA, version).release.version == version


def test_the_next_version_is_told_only_where_it_is_clear() -> None:
    assert next_version("1.9") == "1.10"
    with pytest.raises(InputError, match="say with --as what comes after 2026-spring"):
        next_version("2026-spring")


def test_what_cannot_be_written_leaves_the_working_copy_ratified(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WriteError("no space left")

    ratify(base)
    monkeypatch.setattr(base, "_point_to", full)
    with pytest.raises(WriteError):
        publish(base, "harbor", DANA)

    assert standards(base) == [("harbor@draft", PublicationStatus.RATIFIED)]


KILLED = """
import os, sys
from pathlib import Path
from ontology.store import KnowledgeBase
from standards.publishing import Mover, publish

base = KnowledgeBase.open(Path(sys.argv[1]), write=True)
step = sys.argv[2]
setattr(base, step, lambda *_: os._exit(9))
publish(base, "harbor", Mover("Dana"))
"""


@pytest.mark.parametrize(
    ("step", "there"),
    [("_point_to", ["harbor@draft"]), ("_settle", ["harbor@1.0", "harbor@draft"])],
)
def test_who_is_killed_while_publishing_has_published_all_or_nothing(
    written: Callable[[Rows], Path], tmp_path: Path, step: str, there: list[str]
) -> None:
    with KnowledgeBase.open(tmp_path, write=True) as base:
        import_release(base, "partnership", [written(FIRST)])
        ratify(base)
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), step], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (9, b"")
    with KnowledgeBase.open(tmp_path, write=True) as base:
        assert sorted(name for name, _ in standards(base)) == there
        stands = base.release("harbor@draft").stands
        assert stands is (PublicationStatus.DRAFT if len(there) > 1 else PublicationStatus.RATIFIED)
        assert len(standing(base, "harbor").changes) == (4 if len(there) > 1 else 2)
        if len(there) == 1:
            assert publish(base, "harbor", DANA).release.name == "harbor@1.0"


# --- What comes after -------------------------------------------------------------


def test_a_published_version_is_not_imported_over_nor_taken_out(
    twice: KnowledgeBase, written: Callable[[Rows], Path]
) -> None:
    with pytest.raises(InputError, match=r"harbor@1\.0: what is published cannot be replaced"):
        import_release(twice, "partnership", [written(FIRST)], version="1.0")
    with pytest.raises(InputError, match="cannot be removed"):
        twice.remove([twice.release("harbor@1.1")])


def test_an_import_opens_again_what_was_being_agreed_on(base: KnowledgeBase, written: Callable[[Rows], Path]) -> None:
    move_on(base, "harbor", PublicationStatus.REVIEW, DANA)

    imported = import_release(base, "partnership", [written(SECOND)])

    (opened,) = (finding for finding in imported.report if finding.code == "opened-again")
    assert opened.remedy == "Put it to review again: `ladderworks standard review harbor --by NAME`"
    assert standing(base, "harbor").word(base.release("harbor")) == "draft"


def test_what_is_no_standard_of_ours_is_told(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="no standard is called 'tug-co'; there are harbor"):
        publish(base, "tug-co", DANA)
    with pytest.raises(InputError, match="nobody is named"):
        Mover("  ")


def test_no_item_takes_the_place_of_itself(written: Callable[[Rows], Path]) -> None:
    category, statement, label, _ = FIRST["HT-1"]
    rows = {**FIRST, "HT-1": (category, statement, label, "HT-2 | HT-1")}

    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "partnership", [written(rows)])

    told = [(one.column, one.value) for one in refused.value.report if one.code == "replaced-by-itself"]
    assert told == [("replaces", "HT-1")]
