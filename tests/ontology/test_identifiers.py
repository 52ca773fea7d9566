"""Addresses are minted in one place, the same for the same input."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ontology.identifiers import Identifiers, slug
from ontology.records import Iri

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("local", "iri"),
    [
        (("29-1141.00",), "http://localhost:8000/id/onet/29-1141.00"),
        (("a/b", "c d"), "http://localhost:8000/id/onet/a%2Fb/c%20d"),
        (("é東",), "http://localhost:8000/id/onet/%C3%A9%E6%9D%B1"),
        (("100%", "?#"), "http://localhost:8000/id/onet/100%25/%3F%23"),
    ],
)
def test_an_address_is_minted(local: tuple[str, ...], iri: str) -> None:
    assert Identifiers().mint("onet", *local) == iri


@given(code=WORDS)
def test_a_code_comes_back_from_its_address(code: str) -> None:
    iri = TypeAdapter(Iri).validate_python(Identifiers().mint("firm", code))

    assert Identifiers().local(iri) == code
    assert urlsplit(iri).path.count("/") == 3


@given(one=WORDS, other=WORDS)
def test_two_codes_never_share_an_address(one: str, other: str) -> None:
    mint = Identifiers().mint

    assert (mint("x", one) == mint("x", other)) == (one == other)
    assert mint("x", one, other) != mint("x", one + "/" + other)


def test_graphs_and_documents_have_addresses() -> None:
    ours = Identifiers(base="https://skills.example.org/kb/")

    assert ours.graph("onet", "29.3") == "https://skills.example.org/kb/graph/onet/29.3"
    assert ours.document(ours.mint("onet", "x y")) == "https://skills.example.org/kb/doc/onet/x%20y"
    assert ours.document("http://data.europa.eu/esco/skill/1") is None
    assert ours.document("https://skills.example.org/kb/graph/onet") is None


@pytest.mark.parametrize("base", ["http://localhost:8000", "https://x.org", "https://x.org/a/b", "http://[::1]:80"])
def test_a_base_is_a_web_address_and_loses_its_last_slash(base: str) -> None:
    assert Identifiers(base=f"{base}/").base == base


@pytest.mark.parametrize(
    "base", ["", "x.org", "ftp://x.org", "http://", "http://x y", "https://x.org/?a", "http://x/#a"]
)
def test_any_other_base_is_refused_with_the_remedy(base: str) -> None:
    with pytest.raises(ValidationError, match=rf"base address '{re.escape(base)}' is not .* set LADDERWORKS_BASE_IRI"):
        Identifiers(base=base)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adobe Acrobat (Pro)", "adobe-acrobat-pro"),
        ("Électricien·ne", "electricien-ne"),
        ("  C++ / C# ", "c-c"),
        ("看護師", "bb2fda31"),
        ("看護師 II", "ii-94778c0e"),
        ("Медсестра", "1006a1b4"),
        ("Ørsted", "rsted"),
        ("", ""),
        ("ﬁre", "fire"),
    ],
)
def test_a_slug_is_readable(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_titles_without_latin_letters_share_no_slug() -> None:
    assert len({slug(title) for title in ("看護師", "医師", "看護師 II", "医師 II", "Врач")}) == 5


@given(text=st.text())
def test_a_slug_is_stable_and_plain(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)
