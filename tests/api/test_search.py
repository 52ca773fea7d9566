from itertools import product
from unittest.mock import Mock

import pytest

from api.searching.readings import READINGS, readings
from api.searching.search import NameSearch
from api.searching.things import Named

NURSE = Named("http://x/1", "29-1141.00", "Registered Nurses", ("Staff Nurse", "RN"))
PRACTITIONER = Named("http://x/2", "29-1171.00", "Nurse Practitioners")
ROOFER = Named("http://x/3", "47-2181.00", "Roofers", ("First-Line Roofer",))
SEARCH = NameSearch([NURSE, PRACTITIONER, ROOFER])

CHEF = Named("http://x/4", "35-1011.00", "Chefs and Head Cooks", ("Cook",), leads=True)
FAST_FOOD = Named("http://x/5", "35-2011.00", "Cooks, Fast Food", ("Cook",), leads=True)
ESCO_COOK = Named("http://x/6", "5120.1", "cook")
HELPER = Named("http://x/7", "35-9011.00", "Dining Room Attendants", ("Cook Helper",), leads=True)
KITCHEN = NameSearch([CHEF, ESCO_COOK, FAST_FOOD, HELPER])

TURBINE = Named("http://x/8", "49-9081.00", "Wind Turbine Service Technicians", ("Turbine Technician",))
ASPHALT = Named("http://x/9", "3116.1.1", "asphalt laboratory technician")
ELECTRICIAN = Named("http://x/10", "47-2111.00", "Electricians")
DRAFTER = Named("http://x/11", "3118.3.6", "electrical drafter", ("electrical design drafter",))
MOVER = Named("http://x/12", "53-7062.00", "Material Movers, Hand", ("Warehouse Worker",))
TRADES = NameSearch([ASPHALT, DRAFTER, ELECTRICIAN, MOVER, TURBINE])


def places(text: str) -> list[int]:
    return [found.place for found in SEARCH.search(text).found]


def test_every_word_must_begin_a_word_of_one_name() -> None:
    assert places("staff nur") == [0]
    assert places("staff roof") == []


def test_the_same_words_come_first_then_labels_then_other_names() -> None:
    assert places("nurse") == [1, 0]
    assert places("rn") == [0]


def test_own_titles_that_begin_so_come_first_and_what_leads_on_before_what_does_not() -> None:
    assert [found.place for found in KITCHEN.search("cook").found] == [2, 1, 0, 3]
    assert [found.place for found in KITCHEN.search("cooks").found] == [2, 0]


def test_the_name_that_matched_is_told() -> None:
    assert SEARCH.search("staff nurse").found[0].matched == "Staff Nurse"


def test_a_code_is_found_by_its_beginning() -> None:
    assert places("29-11") == [0, 1]


def test_words_are_found_inside_hyphens() -> None:
    assert places("line") == [2]


@pytest.mark.parametrize(
    ("text", "corrected", "found"),
    [
        ("turbnie technician", "turbine technician", "Turbine Technician"),
        ("warehouse wroker", "warehouse worker", "Warehouse Worker"),
        ("wearhouse wroker", "warehouse worker", "Warehouse Worker"),
        ("electrishun", "electrician", "Electricians"),
        ("Electrican", "electrician", "Electricians"),
    ],
)
def test_a_slip_of_the_keyboard_is_mended_word_by_word(text: str, corrected: str, found: str) -> None:
    results = TRADES.search(text)

    assert (results.corrected, results.near) == (corrected, False)
    assert [one.matched for one in results.found] == [found]


def test_what_is_spelled_right_is_not_corrected() -> None:
    assert TRADES.search("turbine technician").corrected == ""
    assert TRADES.search("techn").corrected == ""


def test_known_words_that_stand_in_no_name_together_are_mended_too() -> None:
    clerks = NameSearch([Named("http://x/1", "", "Shipping Clerk"), Named("http://x/2", "", "Shopping Cart")])

    assert clerks.search("shopping clerk").corrected == "shipping clerk"


def test_a_whole_title_that_is_spelled_alike_is_only_near() -> None:
    results = NameSearch([Named("http://x/1", "", "Phlebotomists")]).search("flebotomist")

    assert (results.near, results.corrected, [found.matched for found in results.found]) == (
        True,
        "",
        ["Phlebotomists"],
    )


def test_nothing_is_found_for_no_words() -> None:
    assert places("  ") == []


def test_a_short_name_is_not_spelled_alike() -> None:
    skills = NameSearch(
        [Named("http://x/r", "", "R"), Named("http://x/c", "", "C++"), Named("http://x/p", "", "Plumber")]
    )

    assert skills.search("klempner").found == ()
    assert [found.matched for found in skills.search("plummber").found] == ["Plumber"]
    assert [found.matched for found in skills.search("r").found] == ["R"]


@pytest.mark.parametrize(("count", "most"), [(16, 2 * READINGS), (40, 0)])
def test_however_many_words_are_unclear_few_readings_are_tried(
    monkeypatch: pytest.MonkeyPatch, count: int, most: int
) -> None:
    # Each word may be meant for four others, and no name has two of them: 4^16 and 4^40 readings.
    stems = [f"{a}{b}stem" for a in "abcdefgh" for b in "vwxyz"][:count]
    search = NameSearch([Named(f"http://x/{stem}{end}", "", f"{stem}{end}") for stem in stems for end in "bcdf"])
    ranked = Mock(wraps=search._ranked)
    monkeypatch.setattr(search, "_ranked", ranked)

    assert search.search(" ".join(f"{stem}k" for stem in stems)).corrected == ""
    assert ranked.call_count - 1 == most


def test_the_readings_are_those_of_all_that_assume_the_fewest_slips() -> None:
    asked = ["turbnie", "tecnician", "electrcal", "wroker"]
    guesses = [TRADES._guesses(word, every=True) for word in asked]
    all_of_them = sorted(product(*guesses), key=lambda way: sum(guess.slips for guess in way))

    assert [read for _, read in readings(guesses)] == [
        tuple(guess.word for guess in way) for way in all_of_them[:READINGS]
    ]


def test_a_word_is_corrected_among_sixty_thousand_names() -> None:
    things = [Named(f"http://x/{n}", "", f"Turbine {n:x}", (f"technician w{n * 7919:x}",)) for n in range(30_000)]
    search = NameSearch(things)

    assert search.search("turbnie 1f").corrected == "turbine 1f"
