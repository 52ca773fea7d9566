"""The four packages as they are published: their names, and the wheel that carries them."""

import importlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGES = ["api", "ontology", "pathways", "standards"]


def isort_style(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions: the order that ruff keeps (RUF022)."""
    if len(name) > 1 and name.isupper():
        return 0, name
    return (1, name) if name[0].isupper() else (2, name)


@pytest.mark.parametrize("package", PACKAGES)
def test_public_names_are_sorted_and_importable(package: str) -> None:
    module = importlib.import_module(package)
    names: list[str] = getattr(module, "__all__", [])

    assert names == sorted(set(names), key=isort_style)
    assert [name for name in names if not hasattr(module, name)] == []


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*command, folder], cwd=project, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path).namelist()


def test_wheel_holds_the_four_packages_and_nothing_else(wheel: list[str]) -> None:
    top_level = {name.split("/")[0] for name in wheel}

    assert sorted(name for name in top_level if not name.endswith(".dist-info")) == PACKAGES


@pytest.mark.parametrize("package", PACKAGES)
def test_wheel_says_that_the_packages_are_typed(wheel: list[str], package: str) -> None:
    assert f"{package}/py.typed" in wheel


def test_wheel_carries_the_example(wheel: list[str]) -> None:
    assert "api/example/README.md" in wheel
