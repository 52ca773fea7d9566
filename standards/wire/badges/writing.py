"""Open Badges 3.0 out: the achievements of a framework, in one graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from standards.json_documents import Json
from standards.wire.badges.records import Achievement
from standards.wire.writing import written

CONTEXT: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


def write_achievements(achievements: Iterable[Achievement]) -> dict[str, Json]:
    """Return achievements as JSON-LD: everything in the same order for the same achievements."""
    return {"@context": list(CONTEXT), "@graph": [_object(one) for one in sorted(achievements, key=lambda a: a.iri)]}


def _object(one: Achievement) -> dict[str, Json]:
    """Return one achievement; what came under names that the format does not have stands under these again."""
    more = json.loads(one.extensions) if one.extensions else {}
    return {"id": one.iri, "type": ["Achievement"], **written(one, lambda iri, _: iri), **more}
