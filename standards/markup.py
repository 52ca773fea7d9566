"""Markup in text that was copied from web pages and forms: tags, entities, characters that nobody sees."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_INLINE: Final = (
    "a abbr b big blockquote body caption center code em font head html i img input label o:p pre s small span strong"
)
_BLOCKS: Final = "br dd div dl dt h1 h2 h3 h4 h5 h6 hr ol p table tbody td th thead tr ul"
_REST: Final = "strike style sub sup u"

BULLET: Final = "\u2022"
"""What stands for the tag of an item of a list."""


def _tags(names: str, opening: str = "/?") -> re.Pattern[str]:
    return re.compile(rf"<{opening}(?:{'|'.join(names.split())})(?:[\s/][^<>]*)?>", re.IGNORECASE)


_ITEM: Final = _tags("li", opening="")
_BLOCK: Final = _tags(_BLOCKS + " li")
_TAG: Final = _tags(f"{_INLINE} {_REST}")
_UNREAD: Final = re.compile(r"<(/?)(script|style)(?:[\s/][^<>]*)?>", re.IGNORECASE)
"""Where begins and ends what a page never shows."""
_COMMENT: Final = re.compile(r"<!--[^<>]*-->")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_RETURN: Final = re.compile(r"_x000D_|\r(?!\n)")
"""How spreadsheets keep a carriage return."""
_UNSEEN: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|"  # what colors a terminal
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_LINE: Final = re.compile("[\u2028\u2029]")
_END: Final = re.compile("\r\n|[\n\r\u2028\u2029]")
_SPACE: Final = re.compile("[\x0b\x0c\x85\u00a0\u2007\u202f]")
"""What stands between words; a vertical tab goes on within a text where Word breaks its line."""


def cleaned(text: str) -> str:
    r"""Return a text in one line without tags, entities and characters that nobody sees, its white space evened out.

    The bullet of a text that is one item of a list goes with its tag.

    Example
    -------
    >>> cleaned("<li>Weld&nbsp;<b>pipes</b>\x07</li>"), cleaned("Test H<sub>2</sub>O, use\n<DMM>")
    ('Weld pipes', 'Test H2O, use <DMM>')
    """
    plain = " ".join(without_tags(without_controls(text)).split())
    return plain if BULLET in text else plain.removeprefix(BULLET).lstrip()


def lines_of(text: str) -> list[str]:
    r"""Return the lines of a text; unlike for `str.splitlines`, no vertical tab or other control character ends one.

    Example
    -------
    >>> lines_of("Weld\x0bpipes\r\nRead prints\n")
    ['Weld\x0bpipes', 'Read prints', '']
    """
    return _END.split(text)


def without_tags(text: str) -> str:
    """Return a text without tags of HTML, with their line breaks and bullets, and with entities as characters.

    Scripts and styles go with what they hold. Only what HTML knows is a tag: ``x < 5`` stays. An entity of what nobody
    sees goes.

    Example
    -------
    >>> without_tags("<p>Weld <b>pipes</b> &amp; tubes</p>"), without_tags("if 3 < x and y > 5")
    ('Weld pipes & tubes', 'if 3 < x and y > 5')
    >>> without_tags("<style>p {color: red}</style>Weld<script>if (a < b) {go()}</script> pipes")
    'Weld pipes'
    """
    if "<" in text:
        text = _COMMENT.sub("", _without_unread(text))
        text = _BLOCK.sub("\n", _ITEM.sub(f"\n{BULLET} ", text))
        text = _TAG.sub("", text)
    return _ENTITY.sub(lambda entity: without_controls(unescape(entity[0])), text).strip()


def _without_unread(text: str) -> str:
    """Return a text without scripts and styles; one that nothing ends stays, for it may be said of the tag itself."""
    kept, at = [], 0
    opened: re.Match[str] | None = None
    for tag in _UNREAD.finditer(text):
        if opened is None and not tag[1]:
            opened = tag
        elif opened and tag[1] and tag[2].lower() == opened[2].lower():
            kept.append(text[at : opened.start()])
            at, opened = tag.end(), None
    return "".join((*kept, text[at:]))


def without_controls(text: str) -> str:
    r"""Return a text without control characters and others that nobody sees; line breaks and tabs stay.

    A vertical tab, a form feed and the like become a space; they end no statement.

    Example
    -------
    >>> without_controls("Weld\x07 pipes\x0bRead\u200b \x1b[31mprints")
    'Weld pipes Read prints'
    """
    return _UNSEEN.sub("", _SPACE.sub(" ", _LINE.sub("\n", _RETURN.sub("\n", text))))
