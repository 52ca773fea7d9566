"""The terms of CTDL and CTDL-ASN: which there are, and in which form each holds its values.

``python -m standards.wire.ctdl.terms FOLDER`` makes ``terms.json`` anew from the contexts and schemas that Credential
Engine publishes (https://credreg.net, CC BY 4.0); nothing fetches them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from standards.json_documents import Json

PATH: Final = Path(__file__).with_name("terms.json")

FILES: Final = ("ctdl.context.json", "ctdlasn.context.json", "ctdl.schema.json", "ctdlasn.schema.json")
"""What is published: each vocabulary's context and its schema."""


class Terms(BaseModel):
    """What the publisher says of its terms.

    Parameters
    ----------
    data
        SHA-256 of each published file.
    prefixes
        The namespaces by their prefixes.
    forms
        The properties by the form of their values: ``@id`` for addresses, ``@language`` for texts under their
        languages, else the datatype of a literal.
    classes
        With their prefixes.
    beyond_asn
        The prefixes that only the context of CTDL has, not that of CTDL-ASN.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: dict[str, str]
    prefixes: dict[str, str]
    forms: dict[str, tuple[str, ...]]
    classes: tuple[str, ...]
    beyond_asn: tuple[str, ...]

    @property
    def properties(self) -> frozenset[str]:
        """All properties, with their prefixes."""
        return frozenset(name for names in self.forms.values() for name in names)


@cache
def terms() -> Terms:
    """Return the terms as they were published in August 2026."""
    return Terms.model_validate_json(PATH.read_bytes())


@cache
def context() -> dict[str, Json]:
    """Return the context of both vocabularies: what their own two say, in one."""
    said = terms()
    forms = {
        name: {"@id": name, "@container": form} if form == "@language" else {"@id": name, "@type": form}
        for form, names in said.forms.items()
        for name in names
    }
    return {**said.prefixes, **forms}


def published(folder: Path) -> Terms:
    """Return the terms that the published files in a folder say."""
    files = {name: (folder / name).read_bytes() for name in FILES}
    contexts = [json.loads(files[name])["@context"] for name in FILES[:2]]
    schemas = [json.loads(files[name])["@graph"] for name in FILES[2:]]
    said = {name: value for context in contexts for name, value in context.items()}
    forms: dict[str, list[str]] = {}
    for name, value in sorted(said.items()):
        if isinstance(value, dict):
            forms.setdefault(value.get("@container") or value["@type"], []).append(name)
    return Terms(
        data={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        prefixes={name: value for name, value in sorted(said.items()) if isinstance(value, str)},
        forms={form: tuple(names) for form, names in sorted(forms.items())},
        beyond_asn=tuple(sorted(n for n, v in contexts[0].items() if isinstance(v, str) and n not in contexts[1])),
        classes=tuple(sorted({one["@id"] for schema in schemas for one in schema if one["@type"] == "rdfs:Class"})),
    )


if __name__ == "__main__":
    PATH.write_text(published(Path(sys.argv[1])).model_dump_json(indent=1) + "\n", encoding="utf-8")
