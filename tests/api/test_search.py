from api.search import Named, NameSearch

NURSE = Named("http://x/1", "29-1141.00", "Registered Nurses", ("Staff Nurse", "RN"))
PRACTITIONER = Named("http://x/2", "29-1171.00", "Nurse Practitioners")
ROOFER = Named("http://x/3", "47-2181.00", "Roofers", ("First-Line Roofer",))
SEARCH = NameSearch([NURSE, PRACTITIONER, ROOFER])


def places(text: str) -> list[int]:
    return [found.place for found in SEARCH.search(text)]


def test_every_word_must_begin_a_word_of_one_name() -> None:
    assert places("staff nur") == [0]
    assert places("staff roof") == []


def test_the_same_words_come_first_then_labels_then_other_names() -> None:
    assert places("nurse") == [1, 0]
    assert places("rn") == [0]


def test_the_name_that_matched_is_told() -> None:
    assert SEARCH.search("staff nurse")[0].matched == "Staff Nurse"


def test_a_code_is_found_by_its_beginning() -> None:
    assert places("29-11") == [0, 1]


def test_words_are_found_inside_hyphens() -> None:
    assert places("line") == [2]


def test_a_slip_of_the_keyboard_finds_what_is_spelled_alike() -> None:
    assert places("regsitered nurse")[0] == 0


def test_nothing_is_found_for_no_words() -> None:
    assert places("  ") == []


def test_a_short_name_is_not_spelled_alike() -> None:
    skills = NameSearch(
        [Named("http://x/r", "", "R"), Named("http://x/c", "", "C++"), Named("http://x/p", "", "Plumber")]
    )

    assert skills.search("klempner") == []
    assert [found.matched for found in skills.search("plummber")] == ["Plumber"]
    assert [found.matched for found in skills.search("r")] == ["R"]
