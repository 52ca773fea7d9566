import pytest

from api.http.negotiation import Offer, choose, parse_accept
from ontology.errors import UnsupportedError

HTML, TURTLE, JSON_LD = Offer("html", "text/html"), Offer("ttl", "text/turtle"), Offer("jsonld", "application/ld+json")
OFFERS = (HTML, TURTLE, JSON_LD)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", HTML),
        ("*/*", HTML),
        ("text/turtle", TURTLE),
        ("text/turtle;q=0.5, application/ld+json", JSON_LD),
        ("text/*", HTML),
        ("text/*;q=0.5, text/turtle", TURTLE),
        ("text/html;q=0, */*", TURTLE),
        ("text/html;q=0.3, text/*;q=0.7, */*;q=0.1", TURTLE),
        ("TEXT/TURTLE; charset=utf-8", TURTLE),
        ("text/turtle;q=nonsense, text/html;q=0.1", HTML),
        ("nonsense", HTML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", HTML),
    ],
)
def test_the_most_wanted_form_is_chosen(accept: str, chosen: Offer) -> None:
    assert choose(OFFERS, accept) is chosen


def test_the_address_goes_before_the_header() -> None:
    assert choose(OFFERS, "text/html", "ttl") is TURTLE
    assert choose(OFFERS, "text/html", "application/ld+json") is JSON_LD


@pytest.mark.parametrize(("accept", "extension"), [("image/png", ""), ("text/html;q=0", ""), ("", "png")])
def test_what_is_not_offered_is_refused_with_what_is(accept: str, extension: str) -> None:
    with pytest.raises(UnsupportedError, match=r"ttl \(text/turtle\)"):
        choose(OFFERS, accept, extension)


def test_weights_stay_between_0_and_1() -> None:
    assert [found.quality for found in parse_accept("a/b;q=7, a/c;q=-1, a/d;q=0.25")] == [1.0, 0.0, 0.25]
