"""Lists of documents: pages, order, filters and fields, and what is said of those that are not understood."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from api.http.paging import Page
from api.ims import filters
from api.ims.filters import MOST as COMPARISONS
from api.ims.filters import Filter, SelectionError, matches, parse_filter
from api.ims.selection import FIELDS, REQUIRED, Selection, SortError, selection
from tests.api.ims.conftest import ROOT, Json, Wrong

WELDING: Json = {
    "identifier": "w",
    "title": "Welding, Level II",
    "creator": "Mill College",
    "subject": ["Trades", "Metal"],
    "licenseURI": {"title": "CC BY 4.0", "identifier": "l", "uri": "https://creativecommons.org/licenses/by/4.0/"},
    "lastChangeDateTime": "2026-01-31T09:00:00+02:00",
    "version": "2",
}
NURSING: Json = {
    "identifier": "n",
    "title": "nursing",
    "creator": "O'Hara College",
    "lastChangeDateTime": "2026-01-31T08:00:00Z",
}
BOTH = [WELDING, NURSING]


def passing(text: str) -> str:
    """The identifiers of the documents that pass a filter."""
    asked = parse_filter(text, FIELDS)
    return "".join(document["identifier"] for document in BOTH if matches(document, asked))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title='nursing'", "n"),
        ("title='Nursing'", ""),
        ("title~'NURS'", "n"),
        ("title ~ 'level'  ", "w"),
        ("creator='O''Hara College'", "n"),
        ("subject='Metal'", "w"),
        ("subject~'tra'", "w"),
        ("version!='2'", "n"),
        ("version!='3'", "wn"),
        ("licenseURI.uri~'/by/'", "w"),
        ("licenseURI='CC BY 4.0'", "w"),
        ("lastChangeDateTime>'2026-01-31T07:30:00Z'", "n"),  # 09:00 two hours east is 07:00
        ("lastChangeDateTime<='2026-01-31T07:00:00Z'", "w"),
        ("lastChangeDateTime>='2026-01-31'", "wn"),
        ("title~'e' AND creator~'mill'", "w"),
        ("title~'nurs' OR version='2'", "wn"),
        ("title~'nurs' OR version='2' AND creator='nobody'", "n"),  # AND binds first
        ("title~'weld' and version='1' or title='nursing'", "n"),
    ],
)
def test_a_filter_finds(text: str, found: str) -> None:
    assert passing(text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at its end"),
        ("title", "from 'title' on"),
        ("title='a", 'from "title=\'a" on'),
        ("title='a' title='b'", "from \"title='b'\" on"),
        ("title='a' AND", "at its end"),
        ("title='a' ANDtitle='b'", "from \"ANDtitle='b'\" on"),
        ("(title='a')", "from \"(title='a')\" on"),
        ("__class__='a'", "from"),
        ("name='a'", "'name' is no field to select by; there are uri, identifier"),
        ("title.uri='a'", "'title.uri' is no field"),
        ("extensions='a'", "'extensions' is no field"),
        ("title~'" + "a" * 2000 + "'", "a filter of 2,008 characters"),
        (" AND ".join(["title~'a'"] * (COMPARISONS + 1)), "more than 20 comparisons"),
    ],
)
def test_a_filter_that_is_not_understood_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(SelectionError) as error:
        parse_filter(text, FIELDS)
    assert said in str(error.value)


@given(st.text(alphabet="title=~'!<> ANDOR.x\n", max_size=300))
def test_no_filter_breaks_the_parser(text: str) -> None:
    try:
        found = parse_filter(text, FIELDS)
    except SelectionError:
        return
    assert all(comparison.field in FIELDS for group in found for comparison in group)


class Counted:
    """A pattern that keeps where it was asked from."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.starts: list[int] = []

    def match(self, text: str, at: int) -> re.Match[str] | None:
        self.starts.append(at)
        return self.pattern.match(text, at)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        *(("title='" + "'" * 1900, 1), ("title" + " " * 1990, 1), ("title='" + "''" * 990 + "x", 1)),
        *((" AND ".join(["title='a'"] * 100) + " AND", 101), ("title='a' " + "OR " * 600, 2)),
    ],
)
def test_a_filter_is_read_in_one_pass(text: str, asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(filters._PART)
    monkeypatch.setattr(filters, "_PART", counted)
    with pytest.raises(SelectionError):
        parse_filter(text, FIELDS)
    assert len(counted.starts) == asked
    assert counted.starts == sorted(set(counted.starts)), "nothing is read again"


def test_no_repetition_within_a_comparison_gives_back_what_it_took() -> None:
    repeated = re.findall(r"(?<!\()[*+?]+", filters._PART.pattern)
    assert len(repeated) == 8
    assert all(re.fullmatch(r"[*+?]\+", one) for one in repeated)


def ordered(sort: str, *, descending: bool = False) -> str:
    third = {"identifier": "z", "title": "Zoning", "lastChangeDateTime": "2020-01-01T00:00:00Z", "version": "10"}
    found = Selection(Page(), (), sort, descending).of([*BOTH, third])
    return "".join(document["identifier"] for document in found)


def test_documents_are_sorted_and_those_without_the_field_come_last() -> None:
    assert ordered("title") == "nwz"
    assert ordered("title", descending=True) == "zwn"
    assert ordered("lastChangeDateTime") == "zwn"
    assert ordered("version") == "zwn"
    assert ordered("version", descending=True) == "wzn"


def test_what_is_asked_for_is_read() -> None:
    asked = selection(QueryParams("limit=5000&offset=3&sort=title&orderBy=desc&fields=version,notes&fields=language"))
    assert asked.page == Page(1000, 3)
    assert (asked.sort, asked.descending) == ("title", True)
    assert asked.fields == {"version", "notes", "language"}
    assert selection(QueryParams("")) == Selection(Page(100, 0), Filter())


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=-1", "limit=x", "limit=", "limit=1e3", "limit=99999999999", "limit=²", "limit=1&limit=2"),
        *("offset=-1", "offset=2147483648", "filter=", "fields=", "fields=title,nothing", "page=2", "Limit=5"),
    ],
)
def test_a_selection_that_is_not_understood_is_refused(query: str) -> None:
    with pytest.raises(SelectionError):
        selection(QueryParams(query))


@pytest.mark.parametrize("query", ["sort=nothing", "sort=", "sort=licenseURI", "orderBy=up", "sort=title&orderBy="])
def test_an_order_that_is_not_understood_is_refused(query: str) -> None:
    with pytest.raises(SortError):
        selection(QueryParams(query))


def test_a_list_is_paged_with_total_and_links(samples: TestClient, wrong: Wrong) -> None:
    whole = samples.get(f"{ROOT}/CFDocuments").json()["CFDocuments"]
    answer = samples.get(f"{ROOT}/CFDocuments", params={"limit": 3, "offset": 3})

    assert len(whole) == 12
    assert answer.json()["CFDocuments"] == whole[3:6]
    assert answer.headers["x-total-count"] == "12"
    offsets = {name: link["url"].rpartition("offset=")[2] for name, link in answer.links.items()}
    assert offsets == {"first": "0", "prev": "0", "next": "6", "last": "9"}
    assert wrong("/CFDocuments", 200, answer.json()) == []


def test_all_pages_together_are_all_documents(samples: TestClient) -> None:
    url, found = f"{ROOT}/CFDocuments?limit=5&sort=title&orderBy=desc", []
    while url:
        answer = samples.get(url)
        found += [document["title"] for document in answer.json()["CFDocuments"]]
        url = answer.links.get("next", {}).get("url", "")
    assert len(found) == 12
    assert found == sorted(found, key=str.casefold, reverse=True)


def test_selected_fields_come_with_those_that_a_document_needs(samples: TestClient, wrong: Wrong) -> None:
    answer = samples.get(f"{ROOT}/CFDocuments", params={"fields": "adoptionStatus"}).json()
    assert {name for document in answer["CFDocuments"] for name in document} == {*REQUIRED, "adoptionStatus"}
    assert wrong("/CFDocuments", 200, answer) == []


def test_a_filter_selects_over_http(samples: TestClient) -> None:
    asked = {"filter": "title~'power generation' AND adoptionStatus='Draft'"}
    (found,) = samples.get(f"{ROOT}/CFDocuments", params=asked).json()["CFDocuments"]
    assert found["uri"] == "http://localhost:8000/id/framework/power-generation"


@pytest.mark.parametrize(
    ("query", "status", "minor", "total"),
    [
        ("filter=title~'zz'", 404, "unknownobject", "0"),
        ("offset=500", 404, "unknownobject", "12"),
        ("limit=0", 400, "invalid_selection_field", None),
        ("fields=nothing", 400, "invalid_selection_field", None),
        ("filter=nothing='x'", 400, "invalid_selection_field", None),
        ("nothing=1", 400, "invalid_selection_field", None),
        ("sort=nothing", 400, "invalid_sort_field", None),
    ],
)
def test_what_cannot_be_selected_is_said_in_the_shape_of_case(
    samples: TestClient, wrong: Wrong, query: str, status: int, minor: str, total: str | None
) -> None:
    answer = samples.get(f"{ROOT}/CFDocuments?{query}")
    assert (answer.status_code, answer.headers.get("x-total-count")) == (status, total)
    assert wrong("/CFDocuments", status, answer.json()) == []
    assert answer.json()["imsx_codeMinor"]["imsx_codeMinorField"][0]["imsx_codeMinorFieldValue"] == minor
