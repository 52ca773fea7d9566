"""The contexts of Open Badges: known by their addresses, and none is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.report import Finding, Severity
from standards.json_documents import Json
from standards.wire.contexts import addressed, remote

OWN: Final = re.compile(r"https://purl\.imsglobal\.org/spec/(ob/v3p0|clr/v2p0)/(context|extensions)[\w.-]*\.json")
"""Those of Open Badges 3.0 and of Comprehensive Learner Records, which hold badges."""

CREDENTIALS: Final = ("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")
"""Those of Verifiable Credentials, in which a badge is given."""

REMEDY: Final = "Name that of Open Badges: https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
BESIDE: Final = "Nothing, unless it says what an achievement needs; names that only it explains are kept as they are"


def strange_contexts(said: Json, file: str) -> Iterator[Finding]:
    """Yield the contexts that a document names and of which nothing is known here.

    Beside the one of Open Badges, which no other may override, they are a warning; alone they are an error, for the
    same names may mean something else.
    """
    named = list(addressed(said))
    own = any(OWN.fullmatch(address) for address, _ in named)
    for address, at in named:
        if not OWN.fullmatch(address) and address not in CREDENTIALS:
            remedy, severity = (BESIDE, Severity.WARNING) if own else (REMEDY, Severity.ERROR)
            yield remote(file, at, address, remedy, severity)
