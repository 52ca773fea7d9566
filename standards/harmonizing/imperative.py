"""The imperative: what a statement of a standard is in, whatever voice its firm writes in.

*Isolates energy and tags breakers* becomes *Isolate energy and tag breakers*. A word in -s may be things, and a verb
may belong to a clause within: a statement of which anything is not sure stays as it is, the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import Final

from standards.harmonizing.verbs import MOSTLY, Third, begins, third

ENOUGH: Final = 3
"""Statements that tell the voice of a firm."""

ALWAYS: Final = 0.95
"""Share from which a word in -s is a verb wherever it stands, see `Third`."""

LIKELY: Final = 0.85
"""Share from which it is one at the beginning, in the list of a firm that writes so: *works to improve safety*."""

MAYBE: Final = 0.05
"""Share from which a word in -s may be a verb."""

KNOWN: Final = 10
"""Times from which a word in -s is known as things, and one in -ly as a verb: *apply*, not *safely*."""

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019.&-][^\W_]+)*|[^\w\s]")


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINKS: Final = _any_of(", ; : ( - \u2013 \u2014 / & and or then but")
_STOPS: Final = _LINKS | {".", ")"}
_DETERMINERS: Final = _any_of("a an another any it its my new our own several some the them these this those")
_EITHERS: Final = _any_of("all both each every for to")
"""What stands behind a verb, and as often behind things: *tests each relay*, *tests each day*."""
_PARTICLES: Final = _any_of("away back down off out over together up")
_PREPOSITIONS: Final = _any_of(
    "about above according across after against among around as at before behind below between beyond by during from in"
    " inside into like of on onto outside per through throughout toward towards under upon via with within without"
    " had has have is are was were used using not"
)
"""What stands behind a verb without an object, and behind things."""
_WITHIN: Final = _any_of(
    "although because how if once since so than that though unless until what whatever when whenever where wherever"
    " whether which while who whom whose why"
)
"""What a clause within a statement begins with: its verbs stay as they are."""
_HELPERS: Final = _any_of("can cannot could may might must should will would doesnt isnt hasnt")
"""Verbs that have no imperative beside another: *understands risks and can explain them*."""
_SUBJECTS: Final = _any_of("he her his she their they themself themselves himself herself")
"""What may speak of who does it: nobody, in the imperative."""
_ABLE: Final = re.compile(
    r"(?:(?:must|should)\s+)?(?:(?:(?:is|be|are|being)\s+)?able\s+to\s+|(?:ha(?:s|ve)\s+)?(?:the\s+|an\s+)?ability\s+to\s+"
    r"|knows?\s+how\s+to\s+)",
    re.IGNORECASE,
)
"""What stands before a verb and nothing else."""
_MAY: Final = re.compile(r"(?:you|can)\s+", re.IGNORECASE)
"""What may stand before one: *you will*."""


class _Behind(Enum):
    """What stands behind a word."""

    OBJECT = auto()
    CONTENT = auto()
    MANNER = auto()
    PARTICLE = auto()
    PREPOSITION = auto()
    EITHER = auto()
    OF = auto()
    NOTHING = auto()


_DONE_TO: Final = frozenset((_Behind.OBJECT, _Behind.CONTENT, _Behind.MANNER, _Behind.PARTICLE))
"""What stands behind a verb rather than behind things."""


def in_third_person(statements: Iterable[str]) -> bool:
    """Return whether a firm writes in the third person: most of its statements that begin with a verb do.

    Example
    -------
    >>> in_third_person(["Carries out lifts", "Inspects slings", "Submits reports", "Safety", "Keep a log"])
    True
    >>> in_third_person(["Inspects slings", "Keep a log"])
    False
    """
    firsts = [first for own in statements for first in _first(_WORD.findall(own))]
    thirds = sum(_share(word) >= ALWAYS for word in firsts)
    bare = sum(begins(word) >= ENOUGH and not third(word) for word in firsts)
    return thirds >= ENOUGH and thirds > bare


def imperative(words: str, *, in_third: bool = False) -> str:
    """Return a statement in the imperative where it is sure what it does, else as it is.

    Parameters
    ----------
    in_third
        Whether its firm writes in the third person: a word such as *tests* at the beginning is then a verb.

    Example
    -------
    >>> imperative("Isolates energy with lock, tag and try"), imperative("Able to read P&IDs")
    ('Isolate energy with lock, tag and try', 'Read P&IDs')
    >>> imperative("Tests relays and submits reports", in_third=True), imperative("Tests results")
    ('Test relays and submit reports', 'Tests results')
    >>> imperative("Explains what moves output and limits it")
    'Explains what moves output and limits it'
    """
    opening = _ABLE.match(words) or _MAY.match(words)
    if opening:
        rest = words[opening.end() :]
        own = _WORD.findall(rest)
        bare = _is_bare(own, sure=opening.re is _ABLE)
        return rest[:1].upper() + rest[1:] if bare else words
    found = [*_WORD.finditer(words)]
    for at in reversed(_doing([word[0] for word in found], in_third=in_third)):
        start, end = found[at].span()
        words = words[:start] + _bare(words[start:end]) + words[end:]
    return words


def _bare(word: str) -> str:
    own = third(word)
    bare = own.bare if own else word
    return bare.capitalize() if word[0].isupper() else bare


def _is_bare(words: Sequence[str], *, sure: bool) -> bool:
    """Return whether a text begins with a verb as a dictionary has it, and no other one is in another form.

    Parameters
    ----------
    sure
        Whether what stands before it tells that it begins with one, be it ever so rare: *able to torque bolts*.
    """
    linked = [words[at] for at in range(len(words)) if _is_linked(words, at)]
    others = any(word.casefold() in _HELPERS | {"to"} or _share(word) >= MOSTLY for word in linked)
    begun = any(first.isalpha() if sure else begins(first) for first in _first(words))
    return begun and not others


def _first(words: Sequence[str]) -> Iterator[str]:
    """Yield the first word that is not how something is done."""
    yield from words[_start(words) :][:1]


def _start(words: Sequence[str]) -> int:
    return int(len(words) > 1 and _is_manner(words[0]))


def _is_manner(word: str) -> bool:
    return word.casefold() in {"also", "always", "not", "then"} or (word.endswith("ly") and begins(word) < KNOWN)


def _share(word: str) -> float:
    """Return how likely a word is a verb in the third person; 0 where it was never seen as one."""
    own = third(word)
    return (own.share or 0) if own else 0


def _doing(words: Sequence[str], *, in_third: bool) -> list[int]:
    """Return the places of the verbs in the third person that say what is done; none where that is not sure."""
    run = _run(words)
    if not run or not _is_sure(words, run, in_third=in_third) or _speaks_of_subject(words):
        return []
    found, within = [*run], False
    for at in range(run[-1] + 1, len(words)):
        word = words[at].casefold()
        within = word != ";" and (within or word in _WITHIN)
        if word.replace("\u2019", "").replace("'", "") in _HELPERS and _is_linked(words, at):
            return []
        if not third(word):
            continue
        if not _is_linked(words, at):
            within = within or _share(word) >= ALWAYS
        elif (does := _does(words, at)) is None or (does and within):
            return []
        elif does:
            found.append(at)
    return found


def _run(words: Sequence[str]) -> list[int]:
    """Return the places of the words in -s that a statement begins with, joined by nothing but commas and *and*."""
    found: list[int] = []
    at = _start(words)
    while at < len(words) and third(words[at]):
        found.append(at)
        at += 1
        if at < len(words) and words[at] not in _LINKS:
            break
        while at < len(words) and (words[at] in _LINKS or _is_manner(words[at])):
            at += 1
    return found


def _is_sure(words: Sequence[str], run: Sequence[int], *, in_third: bool) -> bool:
    """Return whether the words in -s that a statement begins with are verbs."""
    shares = [own.share for at in run if (own := third(words[at]))]
    known = [share for share in shares if share is not None]
    behind, likeliest = _behind(words, run[-1]), max(known, default=0.0)
    if behind is _Behind.OF or (behind is _Behind.NOTHING and len(run) == 1 and likeliest < 1):
        return False
    if not in_third:
        enough = MOSTLY if behind is _Behind.OBJECT else ALWAYS
        return len(known) == len(shares) and min(known) >= enough and behind is not _Behind.NOTHING
    if likeliest >= (LIKELY if behind is _Behind.EITHER else MOSTLY):
        return True
    if not known:
        return behind in _DONE_TO
    return behind is _Behind.OBJECT or (min(known) >= MAYBE and behind in _DONE_TO)


def _does(words: Sequence[str], at: int) -> bool | None:
    """Return whether a later word in -s, behind a comma or *and*, is a verb; ``None`` where that is not sure."""
    own, behind = third(words[at]) or Third("", 0.0, 0), _behind(words, at)
    share = own.share
    if share is not None and share >= ALWAYS:
        return True
    if behind in _DONE_TO:
        sure = behind is _Behind.OBJECT if share is None else share >= (MOSTLY if behind is _Behind.MANNER else MAYBE)
        return True if sure else None
    if _is_open(words, at):
        return None
    if share is None:
        return False if behind is _Behind.NOTHING else None
    things = own.things >= KNOWN and share < MAYBE if behind is _Behind.EITHER else share < MOSTLY
    return False if things else None


def _behind(words: Sequence[str], at: int) -> _Behind:
    word = words[at + 1].casefold() if at + 1 < len(words) else "."
    if not word[0].isalnum() or word in _STOPS:
        return _Behind.NOTHING
    if word == "of":
        return _Behind.OF
    named = {_Behind.OBJECT: _DETERMINERS, _Behind.EITHER: _EITHERS, _Behind.PARTICLE: _PARTICLES}
    named[_Behind.PREPOSITION] = _PREPOSITIONS | _WITHIN | _HELPERS
    manner = _Behind.MANNER if _is_manner(word) else _Behind.CONTENT
    return next((behind for behind, own in named.items() if word in own), manner)


def _is_linked(words: Sequence[str], at: int) -> bool:
    """Return whether a comma or *and* stands before a word, be it with *also* between them."""
    before = at - 1
    while before > 0 and _is_manner(words[before]):
        before -= 1
    return before >= 0 and words[before].casefold() in _LINKS


def _is_open(words: Sequence[str], at: int) -> bool:
    """Return whether what stands before a link misses its object: *analysis of and reports on threats*."""
    before = [word.casefold() for word in words[:at] if word not in _LINKS]
    return before[-1] in _PREPOSITIONS | {"for", "of", "to"}


def _speaks_of_subject(words: Sequence[str]) -> bool:
    """Return whether a statement may say *their* of who does it, or what somebody is not."""
    return not _SUBJECTS.isdisjoint(map(str.casefold, words)) or words[1:2] == ["never"]
