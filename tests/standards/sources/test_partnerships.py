"""Partnerships as they are: across state lines, with rules, several in one installation, and two that merge."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.history import History
from ontology.identifiers import Identifiers
from ontology.namespaces import DCTERMS, LW, PROV
from ontology.records import Competency, Edition, Organization, Partnership, Predecessor, PublicationStatus, Role
from ontology.shown import is_kept_back
from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish
from standards.sources.partnership import read_partnership

Write = Callable[..., Path]
ID = "http://localhost:8000/id"

MEMBERS = """
[[organizations]]
slug = "tug-co"
name = "Tug Company"
role = ["firm", "agency"]
employees = 300

[[organizations]]
slug = "dock-co"
name = "Dock Company"
role = "firm"
employees = 100

[[organizations]]
slug = "deckhands-12"
name = "Deckhands Local 12"
role = "union"
"""
REGION = """
[region]
name = "Lower Columbia"
state = ["Washington", "Oregon"]
oews_area = ["0038900", "5300000", "4100000"]
counties = ["Clark, Washington", "Multnomah, Oregon"]
"""
RULE = """
[agreement]
firms = 2
employment = 0.6
unions = "all"
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a partnership's folder: its slug, what its declaration says besides, and its competencies."""

    def write(slug: str, declared: str = MEMBERS, competencies: str = "HT-1,Splice rope and wire,Splicing,") -> Path:
        folder = tmp_path / slug
        folder.mkdir(exist_ok=True)
        license = "https://creativecommons.org/licenses/by/4.0/"
        head = f'name = "Panel of {slug}"\nslug = "{slug}"\nlicense = "{license}"\n'
        needs = "".join(f"53-5011.00,{row.partition(',')[0]},4,3,essential\n" for row in competencies.splitlines())
        files = {
            "partnership.toml": head + declared,
            "occupations.csv": "code,title,job_zone,entry\n53-5011.00,Sailors and Marine Oilers,2,yes\n",
            "competencies.csv": f"id,statement,label,replaces\n{competencies}\n",
            "requirements.csv": f"occupation,competency,importance,level,relation\n{needs}",
        }
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


def panel(base: KnowledgeBase, slug: str) -> Partnership:
    (found,) = base.records(base.release(slug), Partnership)
    return found


def employees(base: KnowledgeBase, slug: str) -> dict[str, int]:
    """Return how many people the members of a partnership employ, by slug, where it is kept."""
    told = base.records(base.release(f"employment-{slug}"), Organization)
    return {one.iri.rpartition("/")[2]: one.employees for one in told if one.employees}


def errors(folder: Path) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        read_partnership([folder], Identifiers())
    return [str(finding) for finding in refused.value.report]


def publish_now(base: KnowledgeBase, slug: str) -> None:
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, slug, status, Mover("Dana Whitefeather"))
    publish(base, slug, Mover("Dana Whitefeather"))


# --- What is declared ------------------------------------------------------------------


def test_a_region_crosses_state_lines_and_an_organization_is_several_things(base: KnowledgeBase, write: Write) -> None:
    import_release(base, "partnership", [write("harbor", MEMBERS + REGION + RULE)])
    found = panel(base, "harbor")
    organizations = {one.iri.rpartition("/")[2]: one for one in base.records(base.release("harbor"), Organization)}

    assert found.region == f"{ID}/region/0038900"
    assert {*found.areas} == {f"{ID}/region/{code}" for code in ("0038900", "5300000", "4100000")}
    assert {*found.counties} == {"Clark, Washington", "Multnomah, Oregon"}
    assert {*organizations["tug-co"].roles} == {str(Role.FIRM), str(Role.AGENCY)}
    assert organizations["tug-co"].is_a(Role.AGENCY)
    assert [employees(base, "harbor").get(slug) for slug in ("tug-co", "dock-co", "deckhands-12")] == [300, 100, None]
    assert (found.quorum_firms, found.quorum_employment, found.quorum_unions) == (2, 0.6, 1)


def test_the_rule_of_the_example_is_stored(project: Path, base: KnowledgeBase) -> None:
    import_release(base, "partnership", [project / "examples/power-generation"])
    found = panel(base, "power-generation")

    assert (found.quorum_firms, found.quorum_employment, found.quorum_unions) == (3, 0.6, 2)
    assert sorted(employees(base, "power-generation").values()) == [42, 64, 180, 310]
    assert "Benton, Washington" in found.counties


def test_how_many_people_members_employ_stands_in_what_is_kept_back_alone(base: KnowledgeBase, write: Write) -> None:
    folder = write("harbor", MEMBERS + RULE + '[files.firms]\ndock-co = "list.csv"\n')
    (folder / "list.csv").write_text("Job,Skill\nDocker,Splice rope\n", encoding="utf-8")
    import_release(base, "partnership", [folder])
    asked = f"SELECT ?s {{ ?s <{LW.employees}> ?number }}"
    telling = [release for release in base.releases() if any(True for _ in base.rows(asked, [release.iri]))]

    assert [(release.name, is_kept_back(base, release)) for release in telling] == [("employment-harbor@1", True)]
    assert telling[0].part_of == (f"{ID}/partnership/harbor",)

    import_release(base, "partnership", [write("harbor", MEMBERS.replace("employees = ", "# "))])
    assert [release.source for release in base.releases()] == ["harbor"]


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (
            MEMBERS + "[agreement]\nfirms = 3\n",
            "agreement.firms: can never be met: there are 2 in [[organizations]] ('3'). Write 2 or fewer, or add the ",
        ),
        (
            MEMBERS + "[agreement]\nunions = 2\n",
            "agreement.unions: can never be met: there is 1 in [[organizations]] ('2'). Write 1 or fewer",
        ),
        (
            MEMBERS.replace("employees = ", "# ") + "[agreement]\nemployment = 0.6\n",
            "agreement.employment: can never be met: the employees of no firm are known ('0.6'). Write employees = N",
        ),
        (
            MEMBERS + "[agreement]\nemployment = 60\n",
            "agreement.employment: is more than 1 ('60'). Write at most 1",
        ),
        (MEMBERS + "[agreement]\nfirms = 0\n", "agreement.firms: is less than 1 ('0'). Write at least 1"),
        (MEMBERS + '[agreement]\nfirms = "two"\n', "agreement.firms: is not a whole number ('two'). Write digits"),
        (MEMBERS + '[agreement]\nunions = "most"\n', "agreement.unions: is not a whole number ('most'). Write digits"),
        (
            MEMBERS + REGION.replace("Multnomah, Oregon", "Multnomah"),
            "region.counties: may be in Washington or Oregon ('Multnomah'). Write it with its state: Multnomah, ",
        ),
        (
            MEMBERS.replace('"dock-co"', '"tug-co"'),
            "organizations.slug: is the slug of several organizations ('tug-co'). Keep one; a member of several roles",
        ),
        (MEMBERS.replace('"union"', "[]"), "organizations.role (entry 3): is empty ('[]'). Write it, or take"),
        (
            MEMBERS.replace("= 300", "= 0"),
            "organizations.employees (entry 1): is less than 1 ('0'). Write at least 1",
        ),
        ('merges = ["harbor"]\n' + MEMBERS, "merges: is this partnership itself ('harbor'). Name the partnerships"),
    ],
)
def test_what_cannot_be_is_said_with_its_place_and_remedy(write: Write, declared: str, said: str) -> None:
    (found,) = errors(write("harbor", declared))

    assert found.startswith(f"error: partnership.toml, {said}")


def test_employees_that_are_not_known_are_a_warning(write: Write) -> None:
    folder = write("harbor", MEMBERS.replace("employees = 100", "") + RULE)
    (found,) = (one for one in read_partnership([folder], Identifiers()).report if one.code == "unknown-employment")

    assert (found.severity, found.value, found.column) == ("warning", "dock-co", "organizations.employees")


# --- Several partnerships ----------------------------------------------------------------


def test_several_partnerships_share_a_firm_and_a_union(base: KnowledgeBase, write: Write) -> None:
    river = MEMBERS.replace('"dock-co"', '"barge-co"')
    for slug, declared in (("harbor", MEMBERS), ("river", river)):
        import_release(base, "partnership", [write(slug, declared)])

    members = {slug: {iri.rpartition("/")[2] for iri in panel(base, slug).members} for slug in ("harbor", "river")}
    assert members["harbor"] & members["river"] == {"tug-co", "deckhands-12"}
    assert [sector.slug for sector in Scopes(base).sectors if sector.declared] == ["harbor", "river"]
    said = History(base).describe(f"{ID}/organization/tug-co")
    assert {release.source for release in said.releases} == {"harbor", "river"}


# --- Two that merge ------------------------------------------------------------------------

MERGES = 'merges = ["harbor", "river"]\n' + MEMBERS
BOTH = "CO-1,Splice rope and wire on every deck,Splicing,harbor/HT-1 | river/HT-1\nCO-2,Read charts,Charts,river/HT-2"


@pytest.fixture
def merged(base: KnowledgeBase, write: Write) -> KnowledgeBase:
    """Two partnerships with published standards, and the one that they merged into, with the first of its own."""
    import_release(base, "partnership", [write("harbor")])
    import_release(
        base, "partnership", [write("river", MEMBERS, "HT-1,Splice wire,Wire Splicing,\nHT-2,Read charts,Charts,")]
    )
    for slug in ("harbor", "river"):
        publish_now(base, slug)
    import_release(base, "partnership", [write("columbia", MERGES, BOTH)])
    publish_now(base, "columbia")
    return base


def test_the_new_partnership_says_what_merged_into_it(merged: KnowledgeBase) -> None:
    for name in ("columbia@draft", "columbia@1.0"):
        release = merged.release(name)
        (found,) = merged.records(release, Partnership)
        assert {*found.derived_from} == {f"{ID}/partnership/harbor", f"{ID}/partnership/river"}
        former = {one.iri: one.replaced_by for one in merged.records(release, Predecessor)}
        assert former[found.derived_from[0]] == former[found.derived_from[1]] == (f"{ID}/partnership/columbia",)


def test_a_version_says_which_editions_of_both_it_revises(merged: KnowledgeBase) -> None:
    published = merged.release("columbia@1.0")
    revised = {str(one.iri): {*one.revised} for one in merged.records(published, Edition)}
    former = {str(one.iri): {*one.replaced_by} for one in merged.records(published, Predecessor)}
    splicing = next(one for one in merged.records(published, Competency) if one.notation == "CO-1")

    assert {*splicing.revises} == {f"{ID}/harbor/HT-1", f"{ID}/river/HT-1"}
    assert revised[f"{ID}/columbia/CO-1@1.0"] == {f"{ID}/harbor/HT-1@1.0", f"{ID}/river/HT-1@1.0"}
    assert revised[f"{ID}/columbia/CO-2@1.0"] == {f"{ID}/river/HT-2@1.0"}
    assert revised[f"{ID}/framework/columbia@1.0"] == {f"{ID}/framework/{one}@1.0" for one in ("harbor", "river")}
    assert former[f"{ID}/river/HT-1@1.0"] == {f"{ID}/columbia/CO-1@1.0"}


def test_the_former_ones_stay_and_say_what_they_go_on_in(merged: KnowledgeBase) -> None:
    history = History(merged)
    partnership = history.describe(f"{ID}/partnership/harbor")
    edition = history.describe(f"{ID}/harbor/HT-1@1.0")

    assert "Panel of harbor" in str(partnership.of(partnership.item))
    replaced = {str(DCTERMS.isReplacedBy), str(PROV.wasDerivedFrom)}
    assert replaced & partnership.of(partnership.item).keys() == {str(DCTERMS.isReplacedBy)}
    (by,) = edition.of(f"{ID}/harbor/HT-1@1.0")[str(DCTERMS.isReplacedBy)]
    assert by.value == f"{ID}/columbia/CO-1@1.0"  # type: ignore[union-attr] # an address
    assert [one.release.name for one in history.versions(f"{ID}/harbor/HT-1")] == ["harbor@1.0"]
    assert [sector.slug for sector in Scopes(merged).sectors if sector.declared] == ["columbia", "harbor", "river"]


def test_the_next_version_goes_on_from_its_own_alone(merged: KnowledgeBase, write: Write) -> None:
    import_release(merged, "partnership", [write("columbia", MERGES, BOTH.replace("every deck", "each deck"))])
    publish_now(merged, "columbia")
    revised = {str(one.iri): one.revised for one in merged.records(merged.release("columbia@1.1"), Edition)}

    assert revised[f"{ID}/columbia/CO-1@1.1"] == (f"{ID}/columbia/CO-1@1.0",)


def test_a_merged_partnership_that_is_not_here_is_a_warning(base: KnowledgeBase, write: Write) -> None:
    done = import_release(base, "partnership", [write("columbia", MERGES, BOTH)])

    found = [(one.severity, one.column, one.value) for one in done.report if one.code == "unknown-partnership"]
    assert found == [("warning", "merges", "harbor"), ("warning", "merges", "river")]


def test_what_replaces_a_competency_of_a_stranger_is_refused(write: Write) -> None:
    folder = write("columbia", MEMBERS, "CO-1,Splice rope,Splicing,harbor/HT-1 | HT-9")

    found = [line for line in errors(folder) if line.startswith("error: competencies.csv")]
    assert len(found) == 1
    assert "row 2, replaces: is of no partnership that merges into this one ('harbor/HT-1')" in found[0]
