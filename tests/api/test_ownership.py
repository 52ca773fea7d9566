import pytest

from api.ownership import CollisionError, check_owners


def test_another_owner_of_a_package_stops_the_command_with_both_names() -> None:
    with pytest.raises(
        CollisionError, match=r"'pathways' belongs to two distributions here, 'ladderworks' and 'paths'"
    ):
        check_owners({"api": ["ladderworks"], "pathways": ["ladderworks", "paths"]})


def test_an_editable_installation_owns_no_package() -> None:
    check_owners({"numpy": ["numpy"]})


def test_this_environment_has_no_collision() -> None:
    check_owners()
