"""What the firms of a partnership call an occupation leads to it, on pages and over HTTP."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.example import import_example
from api.settings import Settings
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.imports import import_release

TITLES = {
    "47-2061.00": "Construction Laborers",
    "17-2071.00": "Electrical Engineers",
    "29-1141.00": "Registered Nurses",
}
ROWS = ["O*NET-SOC Code\tTitle\tDescription", *(f"{code}\t{title}\tx" for code, title in TITLES.items())]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service on a small national release beside a partnership."""
    folder = tmp_path_factory.mktemp("both")
    (folder / "onet").mkdir()
    (folder / "onet" / "Occupation Data.txt").write_text("\n".join(ROWS) + "\n")
    settings = Settings(folder / "kb", Identifiers())
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        import_example(base)
        import_release(base, "onet", [folder / "onet"], "29.3")
    app = create_app(settings)
    with TestClient(app, base_url="http://localhost:8000") as client:
        app.state.current.service.wait(120)
        yield client


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("outage laborer", "47-2061.00"),
        ("plant electrical engineer", "17-2071.00"),
        ("hydro superintendent", "11-3051.06"),
        ("registered nurse", "29-1141.00"),
    ],
)
def test_a_title_leads_to_the_same_everywhere(both: TestClient, title: str, code: str) -> None:
    (found, *_) = both.get("/api/v1/occupations", params={"q": title}).json()

    assert found["code"] == code
    assert both.get(f"/api/v1/occupations/{title}").json()["code"] == code
    assert "nothing is called" not in both.get("/", params={"q": title}).text.casefold()
    assert both.get("/explore", params={"from": title}).status_code == 200
    assert both.get("/api/v1/ladders", params={"from": title}).status_code == 200


def test_what_is_listed_is_there(both: TestClient) -> None:
    listed = both.get("/api/v1/occupations", params={"limit": 200}).json()

    assert len({each["iri"] for each in listed}) == len(listed) == 19
    for each in listed:
        assert both.get(f"/api/v1/occupations/{each['code']}").json()["iri"] == each["iri"]
        assert both.get(f"/doc/onet/{each['code']}.html").status_code == 200


def test_the_national_ladder_of_a_rung_names_the_partnership_that_has_its_own_word(both: TestClient) -> None:
    laborer = both.get("/explore", params={"from": "47-2061.00", "region": ""}).text

    assert '<a href="/explore?sector=power-generation' in laborer.split("<form")[1]
    assert "whole country" in laborer
    assert "whole country" not in both.get("/explore", params={"from": "29-1141.00"}).text
    assert "whole country" not in both.get("/explore", params={"from": "outage laborer"}).text
