"""What an address is, and a language tag: what the store takes, in every place that asks."""

from __future__ import annotations

import re

import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ontology.addresses import PLAIN, is_address
from ontology.language_tags import is_language_tag
from ontology.records import Iri, LanguageTag, Text
from standards.columns import no_addresses

PARTS = ["http://", "urn:", "x", "[", "]", "::1", ":", "@", "%", "%4", "%41", "/", "?", "#", "é", "\ue000", "\x80", "|"]
ADDRESSES = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(PARTS), max_size=7).map("".join))
SUBTAGS = ["en", "x", "i", "a", "u", "de", "419", "1996", "Latn", "english", "toolongtag", "klingon", "", "e_n", "US"]
TAGS = st.one_of(st.text(max_size=9), st.lists(st.sampled_from(SUBTAGS), max_size=6).map("-".join))


def taken(address: str) -> bool:
    """Whether the store reads a statement about an address, when it is strict."""
    try:
        return len(list(ox.parse(f"<{address}> <a:p> <a:o> .", ox.RdfFormat.N_TRIPLES))) == 1
    except (SyntaxError, ValueError):
        return False


@given(ADDRESSES)
@example("http://[x")
@example("http://x/%zz")
@example("http://[::1]:80/a?b#c")
@example("urn:x#a#b")
def test_an_address_is_what_the_store_takes_for_one(text: str) -> None:
    if "\\" not in text:  # an escape in N-Triples
        assert is_address(text) == taken(text)
    if re.fullmatch(PLAIN, text):
        assert is_address(text)


@given(st.from_regex(PLAIN.replace("$", r"\Z"), fullmatch=True))
def test_what_looks_like_an_address_at_a_glance_is_one(text: str) -> None:
    assert is_address(text)


@given(st.lists(ADDRESSES.filter(lambda text: is_address(text) or text.isprintable()), max_size=4))
def test_records_and_columns_ask_the_same_judge(texts: list[str]) -> None:
    texts = [text for text in texts if text.encode(errors="replace").decode() == text]
    bad = no_addresses(pl.Series("iri", texts, pl.String)).to_list()
    for text, no in zip(texts, bad, strict=True):
        assert no is not is_address(text)
        if no:
            with pytest.raises(ValidationError, match="should match pattern"):
                TypeAdapter(Iri).validate_python(text)
        else:
            assert TypeAdapter(Iri).validate_python(text) == text


@given(TAGS)
@example("en-x-priv")
@example("i-klingon")
def test_the_store_takes_every_language_tag(text: str) -> None:
    if is_language_tag(text):
        assert ox.Literal("x", language=text).language == text.lower()
        assert Text(value="x", language=text.lower()).language == text.lower()
        assert TypeAdapter(LanguageTag).validate_python(text) == text
    else:
        with pytest.raises(ValidationError, match="should match pattern"):
            Text(value="x", language=text.lower())


@given(TAGS.filter(lambda tag: re.match("[a-zA-Z]{2,3}(-|$)|[xiXI]-", tag) is not None))
def test_of_what_begins_with_a_code_every_tag_that_the_store_takes_is_one(text: str) -> None:
    try:
        ox.Literal("x", language=text)
    except ValueError:
        assert not is_language_tag(text)
    else:
        assert is_language_tag(text)


@pytest.mark.parametrize(
    "tag", ["en", "EN", "pt-BR", "zh-cmn-Hans-CN", "en-x-priv", "x-foo", "de-1996", "und", "i-lux"]
)
def test_language_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "en_US", "en-", "abcdefghi", "en\n", "en-x", "de-419-DE", "12"])
def test_what_is_no_language_tag(tag: str) -> None:
    assert not is_language_tag(tag)
