"""What was learned: read whole or refused, and learned from the files that it names."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from standards.matching.fitted import CURVE, PATH, WEIGHTS, Fitted
from training.examples import ADVERTISEMENTS, FRAMEWORK, digests

FITTED = json.loads(PATH.read_bytes())


def test_the_engine_uses_what_the_file_says() -> None:
    assert WEIGHTS.model_dump() == FITTED["weights"]
    assert CURVE.model_dump() == FITTED["curve"]


@pytest.mark.parametrize("part", ["weights", "curve"])
def test_a_field_that_is_unknown_missing_or_no_number_is_refused(part: str) -> None:
    name = next(iter(FITTED[part]))
    lacking = {key: value for key, value in FITTED[part].items() if key != name}

    for wrong in (FITTED[part] | {"taste": 1.0}, lacking, FITTED[part] | {name: "much"}):
        with pytest.raises(ValidationError, match=part):
            Fitted.model_validate(FITTED | {part: wrong})


def test_what_was_learned_from_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="data"):
        Fitted.model_validate(FITTED | {"data": {}})


def test_every_file_is_named_with_its_sha_256() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in FITTED["data"].values())
    assert {"gold", "esco", "examples"} == {name.partition("/")[0] for name in FITTED["data"]}


def test_it_was_learned_from_the_files_there_are(data: Path, needs: Callable[[Path], Path]) -> None:
    for folder in (ADVERTISEMENTS, FRAMEWORK):
        needs(data / folder)

    assert digests(data) == FITTED["data"], "what is learned from has changed: run `make train`"
