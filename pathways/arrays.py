"""Arrays that a record may hold: kept in files of their own when the record is written as JSON.

A `pydantic.TypeAdapter` that meets one of these types writes the array into the folder given as its context, as
NumPy's own ``.npy``, and puts the name of the file in the JSON; reading maps the file into memory.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import GetCoreSchemaHandler, SerializationInfo, ValidationInfo
from pydantic_core import CoreSchema, core_schema


class _ArrayFile:
    """Tells pydantic how an array goes into a file and comes back."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's signature
        write = core_schema.plain_serializer_function_ser_schema(_write, info_arg=True)
        return core_schema.with_info_plain_validator_function(_read, serialization=write)


Floats = Annotated[NDArray[np.float32], _ArrayFile]
HalfFloats = Annotated[NDArray[np.float16], _ArrayFile]
Integers = Annotated[NDArray[np.int32], _ArrayFile]
Flags = Annotated[NDArray[np.bool_], _ArrayFile]


def _write(array: NDArray[Any], info: SerializationInfo) -> str:
    folder: Path = Path(str(info.context))
    digest = sha256(f"{array.dtype}{array.shape}".encode() + np.ascontiguousarray(array).tobytes()).hexdigest()
    np.save(folder / f"{digest[:32]}.npy", array, allow_pickle=False)
    return f"{digest[:32]}.npy"


def _read(value: Any, info: ValidationInfo) -> NDArray[Any]:  # noqa: ANN401 - a name from JSON or an array
    if isinstance(value, np.ndarray):
        return value
    folder: Path = Path(str(info.context))
    return np.asarray(np.load(folder / Path(value).name, mmap_mode="r", allow_pickle=False))


def closest(scores: Floats, top: int) -> list[int]:
    """Return the places with the highest scores, the highest first, equals in their order; none without a score.

    Example
    -------
    >>> closest(np.float32([0.2, 0, 0.9, 0.2]), top=3)
    [2, 0, 3]
    """
    return [int(place) for place in np.argsort(-scores, kind="stable")[:top] if scores[place] > 0]
