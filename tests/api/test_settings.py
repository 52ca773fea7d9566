import os
from pathlib import Path

import pytest

from api.settings import Settings
from ontology.errors import InputError, UnsupportedError


def test_defaults_are_the_users_data_folder_and_localhost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/someone")

    settings = Settings.read({})

    assert settings.knowledge_base == Path("/home/someone/.local/share/ladderworks/ladderworks-kb")
    assert settings.identifiers.base == "http://localhost:8000"


def test_the_data_folder_may_be_moved() -> None:
    assert Settings.read({"XDG_DATA_HOME": "/data"}).knowledge_base == Path("/data/ladderworks/ladderworks-kb")


def test_both_variables_are_read() -> None:
    settings = Settings.read({"LADDERWORKS_KB": "kb", "LADDERWORKS_BASE_IRI": "https://skills.example/"})

    assert settings.knowledge_base == Path("kb")
    assert settings.identifiers.mint("onet", "1") == "https://skills.example/id/onet/1"


def test_the_places_of_releases_are_read() -> None:
    settings = Settings.read({"LADDERWORKS_RELEASES": os.pathsep.join(("/data/onet", "", "wages.zip"))})

    assert settings.releases == (Path("/data/onet"), Path("wages.zip"))
    assert Settings.read({}).releases == ()


def test_a_server_is_not_supported_yet() -> None:
    with pytest.raises(UnsupportedError, match=r"sparql\+http://host.*Name a folder"):
        Settings.read({"LADDERWORKS_KB": "sparql+http://host"})


def test_a_base_that_is_no_web_address_is_refused() -> None:
    with pytest.raises(InputError, match=r"'localhost', which is no web address"):
        Settings.read({"LADDERWORKS_BASE_IRI": "localhost"})


def test_any_page_may_read_what_is_published_unless_some_are_named() -> None:
    named = " https://skills.example , http://localhost:3000"

    assert Settings.read({}).origins == ("*",)
    assert Settings.read({"LADDERWORKS_ORIGINS": named}).origins == ("https://skills.example", "http://localhost:3000")
    assert Settings.read({"LADDERWORKS_ORIGINS": "none"}).origins == ()


@pytest.mark.parametrize("named", ["skills.example", "https://skills.example/page", "https://a.example,", "*,none"])
def test_what_is_no_origin_is_refused(named: str) -> None:
    with pytest.raises(InputError, match=r"which is no origin; write http\(s\)://host"):
        Settings.read({"LADDERWORKS_ORIGINS": named})
