"""Files of offers: courses and credentials of one's own, read from JSON, with every value that cannot be read."""

from __future__ import annotations

import json
from typing import Final

from pydantic import TypeAdapter, ValidationError

from ontology.errors import UnreadableError
from pathways.plans.offers import Offer
from pathways.plans.wrong_values import WRITTEN, wrong_values

REMEDY: Final = WRITTEN["offers"]


def offers_of_json(text: str, name: str) -> tuple[Offer, ...]:
    """Return the courses and credentials that a JSON text lists.

    Parameters
    ----------
    name
        Of the file, for messages.

    Raises
    ------
    UnreadableError
        Where the text is no JSON, or no list of offers; with every value that cannot be read.

    Example
    -------
    >>> offers_of_json('[{"iri": "https://school.example/relays", "label": "Relay School"}]', "mine.json")[0].label
    'Relay School'
    """
    try:
        document = json.loads(text)
        return TypeAdapter(tuple[Offer, ...]).validate_python(document)
    except json.JSONDecodeError as error:
        message = f"{name} is no JSON (line {error.lineno}, column {error.colno}: {error.msg}); {REMEDY}"
        raise UnreadableError(message) from error
    except RecursionError as error:
        message = f"{name} is nested too deep to be a list of courses and credentials; {REMEDY}"
        raise UnreadableError(message) from error
    except ValidationError as error:
        found = wrong_values(document, error.errors(include_url=False), "offers")
        message = f"{name} is no list of courses and credentials:\n" + "\n".join(f"- {one}" for one in found)
        raise UnreadableError(message) from error
