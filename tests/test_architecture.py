"""The import contracts hold, and each one fails when it is broken on purpose."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text())
LINTER = SETTINGS["tool"]["importlinter"]
PACKAGES: list[str] = LINTER["root_packages"]
EVERYWHERE = {"numpy", "pydantic", "scipy"}


class Breach(NamedTuple):
    """Imports that one contract forbids, each as (importing package, imported package)."""

    contract: str
    imports: list[tuple[str, str]]


def layers(contract: dict[str, list[str]]) -> list[list[str]]:
    """The modules of each layer, the upper ones first, with the package that contains them."""
    (inside,) = contract.get("containers", [""])
    return [[f"{inside}.{name}".lstrip(".") for name in layer.split(" : ")] for layer in contract["layers"]]


def breaches() -> list[Breach]:
    """Every single import that some contract must refuse, by contract."""
    found = []
    for contract in LINTER["contracts"]:
        if contract["type"] == "layers":
            pairs = [pair for upper, lower in combinations(layers(contract), 2) for pair in product(lower, upper)]
        else:
            sources, libraries = contract["source_modules"], contract["forbidden_modules"]
            pairs = [(source, library) for source in sources for library in libraries]
        found.append(Breach(contract["id"], pairs))
    return found


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the packages in `folder`, ahead of the installed ones."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--contract", contract],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """Packages without code, under this project's contracts; each module that a contract names is one here."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    layered = (contract for contract in LINTER["contracts"] if "containers" in contract)
    inner = sorted({name.replace(".", "/") for contract in layered for layer in layers(contract) for name in layer})
    for package in (*PACKAGES, *inner):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    return tmp_path


@pytest.mark.parametrize("breach", breaches(), ids=lambda breach: breach.contract)
def test_each_contract_fails_when_broken(skeleton: Path, breach: Breach) -> None:
    assert lint(skeleton, breach.contract).returncode == 0

    for importer, imported in breach.imports:
        with (skeleton / importer.replace(".", "/") / "planted.py").open("a") as module:
            module.write(f"import {imported}\n")
    result = lint(skeleton, breach.contract)

    assert result.returncode == 1, result.stdout + result.stderr
    reported = set(re.findall(r"([\w.]+)\.planted -> ([\w.]+)", result.stdout))
    assert reported == set(breach.imports)


def test_every_runtime_dependency_has_a_home() -> None:
    modules_of: dict[str, set[str]] = {}
    for module, distributions in importlib.metadata.packages_distributions().items():
        for distribution in distributions:
            modules_of.setdefault(distribution.lower(), set()).add(module)
    housed = {library for contract in LINTER["contracts"] for library in contract.get("forbidden_modules", [])}

    homeless = [
        dependency
        for dependency in SETTINGS["project"]["dependencies"]
        if not modules_of[dependency] & (housed | EVERYWHERE)
    ]

    assert homeless == []
