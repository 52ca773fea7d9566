"""The badges of a record: what each attests, where it has not been revoked and has not lapsed."""

from __future__ import annotations

from collections.abc import Mapping

from ontology.errors import UnreadableError
from pathways.plans.badges import UNVERIFIED, Alignment, Badge, read_badge
from pathways.plans.claims import Basis
from pathways.plans.collecting import Collecting
from pathways.plans.known import plain


def collect_badge(collecting: Collecting, given: Mapping[str, object] | str, number: int) -> None:
    """Count what a badge attests, or say why it counts for nothing.

    Parameters
    ----------
    given
        An Open Badge as JSON, or a signed one as text.
    number
        Which one of the record it is, from 1.
    """
    try:
        badge = read_badge(given)
    except UnreadableError as error:
        collecting.lost(f"badge {number}", None, str(error))
        return
    name = badge.name or badge.address or "a badge without a name"
    collecting.notes.append(f"Open Badge {badge.version} “{name}”: {UNVERIFIED}.")
    if badge.revoked:
        collecting.lost(name, None, "the badge was revoked")
    elif badge.expires and badge.expires < collecting.today:
        collecting.lost(name, None, f"the badge lapsed on {badge.expires.isoformat()}")
    else:
        _achieved(collecting, badge, name)


def _achieved(collecting: Collecting, badge: Badge, name: str) -> None:
    """Count the course or credential that a badge is, and the competencies that it is aligned to; else ask its name."""
    known = collecting.known
    offers = (known.offered.get(plain(word)) for word in (badge.address, badge.code, badge.name))
    if offer := next(filter(None, offers), ""):
        collecting.hold(known.offers[offer], name, None)
    for alignment in badge.alignments:
        _aligned(collecting, alignment, name)
    if not (offer or badge.alignments):
        collecting.ask(name, None)


def _aligned(collecting: Collecting, alignment: Alignment, name: str) -> None:
    """Count a competency that a badge is aligned to where it is known here, else ask what its name means."""
    names = collecting.known.names
    keys = map(plain, (alignment.address, alignment.code, alignment.name))
    if iri := next((names[key] for key in keys if key in names), ""):
        collecting.claim(iri, Basis.ATTESTED, name, None)
    elif alignment.name:
        collecting.ask(alignment.name, None)
    else:
        why = f"the badge “{name}” is aligned to what is not known here"
        collecting.lost(alignment.address or alignment.code, None, why)
