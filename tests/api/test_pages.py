"""What people see and choose on the pages."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient
from markupsafe import escape

from api.pages.page import render
from api.pages.picture import inline_picture
from api.pages.places import places
from api.pages.rung_pages import RungPages
from api.queries.ladders import ALL_RUNGS, LadderQuery
from api.routes.explore import HEADINGS
from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.diagrams import to_svg
from pathways.ladders.wording import measures
from pathways.occupations.sectors import Sector, SectorKind
from pathways.occupations.wages import Region
from pathways.records.ladder import Ladder, Schooling, TradeOff
from standards.imports import import_release

Serve = Callable[..., TestClient]

HELPER, SUPERVISOR = "49-9098.00", "49-1011.00"
GOLDEN = Path(__file__).parents[1] / "golden" / "ladders"


def region(code: str, label: str) -> Region:
    nothing = np.empty(0, dtype=np.float32)
    return Region(code, label, "May 2025", "oews", nothing.reshape(0, 3), nothing, np.empty(0, dtype=bool))


REGIONS = (
    region("0000000", "National"),
    region("0010420", "Akron, OH"),
    region("0100001", "Northwest Alabama nonmetropolitan area"),
    region("5300000", "Washington"),
    region("0200000", "Alaska"),
)


def test_states_come_before_metropolitan_areas_and_what_is_outside_them() -> None:
    offered = places(REGIONS, "")

    assert offered.default is REGIONS[0]
    assert [(group.heading, [each.label for each in group.regions]) for group in offered.groups] == [
        ("States and territories", ["Alaska", "Washington"]),
        ("Metropolitan areas", ["Akron, OH"]),
        ("Other areas", ["Northwest Alabama nonmetropolitan area"]),
    ]


@pytest.mark.parametrize(
    ("asked", "chosen"), [("5300000", "Washington"), ("washington", "Washington"), ("", ""), ("National", "")]
)
def test_a_region_is_chosen_by_code_or_name(asked: str, chosen: str) -> None:
    assert places(REGIONS, asked).chosen == chosen


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        places(REGIONS, "Atlantis")


def test_without_pay_there_is_nothing_to_choose() -> None:
    assert places((), "").default is None


@pytest.mark.parametrize("asked", ["5300000", "Washington", "washington"])
def test_the_region_stays_chosen_and_follows_to_the_next_ladder(client: TestClient, asked: str) -> None:
    page = client.get("/explore", params={"sector": "power-generation", "region": asked}).text

    assert re.findall(r'<input id="region"[^>]* value="([^"]*)"', page) == ["Washington"]
    assert '<option value="Washington" label="States and territories"></option>' in page
    links = re.findall(r'<a href="(/explore\?from=[^"]*)"', page)
    assert links
    assert all(link.endswith(f"region={asked}") for link in links)


@pytest.mark.parametrize("asked", [SUPERVISOR, "First-Line Supervisors of Mechanics, Installers, and Repairers"])
def test_the_goal_is_shown_by_its_title(client: TestClient, asked: str) -> None:
    page = client.get("/explore", params={"from": HELPER, "to": asked}).text

    title = "First-Line Supervisors of Mechanics, Installers, and Repairers"
    assert f'name="to" maxlength="500" value="{title}"' in page


def words_of(ladder: Ladder) -> str:
    """The page of a ladder, as the demonstration and the explorer make it."""
    values = {
        "asked": LadderQuery(sector="x"),
        "shown": LadderQuery(sector="x"),
        "every": LadderQuery(sector="x", rungs=ALL_RUNGS),
        "fewer": LadderQuery(sector="x"),
        "goal": "",
        "goals": [],
        "partnerships": [],
        "standard": None,
    }
    return render(
        "explore.html", ladder=ladder, picture="", address=RungPages(), places=places((), ""), downloads=(), **values
    )


@pytest.fixture(scope="module")
def nursing() -> Ladder:
    return Ladder.model_validate_json((GOLDEN / "nursing.json").read_text())


def test_rungs_are_told_lane_by_lane_from_the_bottom(nursing: Ladder) -> None:
    page = words_of(nursing)
    headings = re.findall(r"<h3>(.*?) <small>", page)

    assert headings == ["Some preparation", "Medium preparation", "Extensive preparation"]
    assert len(re.findall(r"<h4>", page)) == len(nursing.rungs)


def test_a_rung_names_its_license_and_what_people_said_of_schooling(nursing: Ladder) -> None:
    said = (Schooling(education="a bachelor's degree", share=0.56),)
    first = nursing.rungs[0].model_copy(update={"license": "a state card", "schooling": said})
    page = words_of(nursing.model_copy(update={"rungs": (first, *nursing.rungs[1:])}))

    assert "License: a state card" in page
    assert "A bachelor&#39;s degree (56% of those asked said so)" in page


def test_a_trade_off_is_named_with_its_amount(nursing: Ladder) -> None:
    lost = nursing.steps[0].model_copy(update={"tradeoff": TradeOff(amount=5_200, share=0.12), "wage_change": -0.12})

    assert "trade-off: gives up $5,200 a year" in words_of(nursing.model_copy(update={"steps": (lost,)}))
    assert "trade-off" not in words_of(nursing)


def test_rungs_without_a_step_come_last_under_their_own_heading(nursing: Ladder) -> None:
    page = words_of(nursing.model_copy(update={"steps": nursing.steps[:1]}))
    linked, apart = page.split("<h3>No step found")

    assert len(re.findall(r"<h4>", linked)) == 2
    assert len(re.findall(r"<h4>", apart)) == len(nursing.rungs) - 2
    assert "Extensive preparation" in apart


def test_a_page_does_not_shrink_its_picture_until_nobody_can_read_it(nursing: Ladder) -> None:
    drawn = str(inline_picture(nursing, RungPages("5300000")))
    (wide,) = re.findall(r'viewBox="0 0 ([\d.]+)', drawn)
    (least,) = re.findall(r"\.ladder\{min-width:([\d.]+)px\}", drawn)

    assert float(least) == pytest.approx(float(wide) * 2 / 3, abs=0.1)
    assert "min-width" not in to_svg(nursing)


def test_a_picture_leaves_to_its_page_what_the_page_says(nursing: Ladder) -> None:
    told = nursing.model_copy(update={"notes": ("A note of its own.",)})
    drawn = re.sub(r"<(title|desc)\b.*?</\1>", "", str(inline_picture(told, RungPages())), flags=re.DOTALL)
    page = words_of(told)

    assert told.sources
    for said in (told.title, "A note of its own.", told.sources[0].title, *measures(told)):
        assert str(escape(said)) in page
        assert said.split(". ")[0] not in drawn
    assert nursing.rungs[0].label.value.split()[0] in drawn


def test_a_ladder_without_rungs_is_told_and_not_drawn(nursing: Ladder) -> None:
    page = words_of(nursing.model_copy(update={"rungs": (), "steps": ()}))

    assert "This ladder has no rungs" in page
    assert '<figure class="picture"' not in page
    assert "See the picture" not in page


def test_who_names_no_occupation_searches_with_the_same_words(client: TestClient) -> None:
    page = client.get('/explore?from=pipe "fitter"s', headers={"accept": "text/html,*/*;q=0.8"})

    assert page.status_code == 404
    assert 'name="q" type="search" maxlength="200" required value="pipe &#34;fitter&#34;s"' in page.text


def test_a_page_says_what_it_corrected(client: TestClient) -> None:
    page = client.get("/", params={"q": "mechanc helpr"}).text

    assert "for “mechanic helper”</h1>" in page
    assert "Showing results for “mechanic helper”: nothing is called “mechanc helpr”." in page
    assert "Showing results" not in client.get("/", params={"q": "mechanic helper"}).text


def test_a_page_says_that_it_found_nothing(client: TestClient) -> None:
    page = client.get("/", params={"q": "zzzzqqq"}).text

    assert "Nothing is called “zzzzqqq”" in page
    assert "Try fewer words" in page


def test_who_names_several_occupations_chooses_one(client: TestClient) -> None:
    page = client.get("/explore?from=electrician helpr&region=WA", headers={"accept": "text/html,*/*;q=0.8"})

    assert page.status_code == 404
    assert "Which one do you mean by “electrician helpr”?" in page.text
    assert '<a href="/explore?from=47-3013.00&amp;region=WA">Helpers\u2013Electricians</a>' in page.text


def test_who_reaches_a_shared_title_gets_links_to_all_who_share_it(client: TestClient) -> None:
    page = client.get("/explore?from=helpers", headers={"accept": "text/html,*/*;q=0.8"}).text

    links = re.findall(r'href="/explore\?from=([^"]+)"', page)
    assert {"47-3013.00", HELPER, "51-9198.00"} <= set(links)


@pytest.mark.parametrize(
    "query", ["from=49-9098.00&region=atlantis", "from=qqqqqq", "sector=astrology", "sector=power-generation&to=x"]
)
def test_a_page_gives_advice_to_people(client: TestClient, query: str) -> None:
    page = client.get(f"/explore?{query}", headers={"accept": "text/html,*/*;q=0.8"}).text

    assert "from detail" not in page
    assert "in detail" not in page
    if "atlantis" in query:
        assert "the letters of a state such as WA" in page


WAGELESS = {
    "partnership.toml": """name = "Harbor Trades Panel"
slug = "harbor-trades"
license = "https://creativecommons.org/licenses/by/4.0/"
[files]
occupations = "occupations.csv"
competencies = "competencies.csv"
requirements = "requirements.csv"
""",
    "occupations.csv": "code,title,job_zone,entry\n49-3051.00,Motorboat Mechanics,3,yes\n49-1011.00,Supervisors,4,no\n",
    "competencies.csv": "id,category,kind,statement,label\nHT-01,Safety,skill,Lock out equipment,Lockout\n",
    "requirements.csv": "occupation,competency,importance,level,relation\n49-3051.00,HT-01,4,4,essential\n"
    "49-1011.00,HT-01,4,5,essential\n",
}
"""A partnership whose pay nobody knows."""


def test_where_no_pay_is_loaded_nothing_is_asked_and_a_place_is_told_so(serve: Serve, tmp_path: Path) -> None:
    for name, content in WAGELESS.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [tmp_path])
        client = serve(base, ready=True)
        page = client.get("/explore?sector=harbor-trades").text
        refused = client.get("/explore?sector=harbor-trades&region=Washington", headers={"accept": "text/html"}).text

    assert "Motorboat Mechanics" in page
    assert "<button>Show</button>" not in page
    assert "pay is loaded of no region" in refused
    assert "names above" not in refused
    assert "or nothing for the nation" in refused


def test_the_document_of_a_competency_stands_under_its_short_name(client: TestClient) -> None:
    page = client.get("/doc/power-generation/PG-MEC-04.html").text

    assert "<h1>Pumps, Valves and Piping</h1>" in page
    assert page.index(">title</dt>") < page.index(">competency text</dt>") < page.index(">code</dt>")


def test_the_document_of_an_occupation_has_pay_education_and_its_ladder_in_plain_words(client: TestClient) -> None:
    page = client.get("/doc/onet/47-2111.00.html").text

    assert re.search(r"<dt>pay</dt><dd>\$[\d,]+ a year", page)
    assert "<dt>education</dt>" in page
    assert "<dt>license</dt>" in page
    assert 'href="/explore?from=47-2111.00"' in page
    assert "hidden label" not in page
    assert "ceterms:Occupation" not in page
    assert re.search(r">type</dt>\s*<dd>(<ul><li>)?<a [^>]*>occupation</a>", page)


def test_the_first_page_groups_the_sectors_and_folds_the_long_lists() -> None:
    kinds = [
        (SectorKind.CLUSTER, [Sector("health", "Health", (0,))]),
        (SectorKind.GROUP, [Sector("all", "All Occupations", (0,)), Sector("legal", "Legal Occupations", (0,))]),
    ]
    parts = {
        "Health": [Sector("nursing", "Nursing", (0,), within="Health")],
        "All Occupations": [Sector(slug, slug.title(), (0,), within="All Occupations") for slug in ("some", "others")],
    }
    page = render("home.html", kinds=kinds, headings=HEADINGS, parts=parts, text="", published=False)

    shown, folded = page.split("<details", 1)
    assert "/explore?sector=health" in shown
    for slug in ("nursing", "all", "some", "others", "legal"):
        assert f"/explore?sector={slug}" in folded
    assert "Groups of occupations (2)" in folded


def test_what_is_not_drawn_is_named_with_its_own_ladder_and_all_can_be_drawn(client: TestClient) -> None:
    page = client.get("/explore", params={"sector": "power-generation", "rungs": 5}).text
    drawn = client.get("/api/v1/ladders", params={"sector": "power-generation", "rungs": 5}).json()

    assert len(drawn["rungs"]) <= 5
    assert len(drawn["rungs"]) + len(drawn["further"]) == 18
    assert all(f"/explore?from={aside['code']}" in page for aside in drawn["further"])
    assert "rungs=1000" in page
    assert "Draw all 18 occupations" in page
