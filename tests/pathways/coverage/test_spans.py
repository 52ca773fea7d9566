"""Spans: the words of a statement that speak for a competency."""

from hypothesis import given
from hypothesis import strategies as st

from pathways.coverage.pages.markup import marked
from pathways.coverage.spans import Span, spans
from standards.matching.statements import LONGEST


def words(statement: str, *terms: str) -> list[str]:
    return [statement[span.start : span.end] for span in spans(statement, terms)]


def test_words_are_found_whatever_their_ending_and_neighbors_are_one_span() -> None:
    assert words("Calibrating transmitters, then calibrate the transmitter", "calibration", "transmitter") == [
        "Calibrating transmitters",
        "calibrate the transmitter",
    ]
    assert words("Weld pipes", "poetry") == []


def test_only_words_of_the_part_count() -> None:
    said = "Install pumps;  install\nmotors, test them and repair motors"

    def within(part: str) -> list[tuple[int, str]]:
        found = spans(said, ("install", "motors", "repair"), part)
        return [(span.start, said[span.start : span.end]) for span in found]

    assert within("install motors") == [(16, "install\nmotors")]
    assert within("Install motors") == [(0, "Install"), (24, "motors")]
    assert within("repair motors") == [(46, "repair motors")]
    assert within("weld motors") == [(24, "motors")]


def test_only_what_was_matched_is_looked_at() -> None:
    assert spans("weld " * 1_000_000, ["weld"]) == (Span(start=0, end=LONGEST - 1),)
    assert spans("x" * LONGEST + " weld", ["weld"]) == ()


@given(st.text(max_size=80), st.lists(st.text(max_size=10), max_size=4))
def test_spans_lie_within_the_statement_and_apart(statement: str, terms: list[str]) -> None:
    found = spans(statement, terms)
    ends = [place for span in found for place in (span.start, span.end)]

    assert ends == sorted(ends)
    assert all(span.start < span.end <= len(statement) for span in found)


@given(st.text("ab<&", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_a_marked_text_is_the_same_text(text: str, places: list[tuple[int, int]]) -> None:
    found = marked(text, [Span(start=min(pair), end=max(pair)) for pair in places])
    plain = found.replace("<mark>", "").replace("</mark>", "").replace("&lt;", "<").replace("&amp;", "&")

    assert plain == text
    assert "<" not in found.replace("<mark>", "").replace("</mark>", "")
