"""Languages: what language a short text seems to be in, by its function words.

Outcomes are too short for statistics of letters, and a model for all languages of the world would be the heaviest part
of the package. Articles, prepositions and conjunctions tell the main languages of Europe apart where there are two of
them; where there are not, this says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

LANGUAGES: Final = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "sv": "Swedish",
    "da": "Danish",
    "pl": "Polish",
    "ro": "Romanian",
    "el": "Greek",
    "und": "a language in other letters than Latin",
}
"""What is told apart, by BCP 47 tag."""

UNDETERMINED: Final = "und"

WORDS: Final = {
    "en": "a an and are as at be by can for from how in into is it its of on or over that the their this through to "
    "using what when which will with",
    "es": "al como con cuando cómo de del e el en entre es este la las lo los o para por que se según ser sobre su sus "
    "un una uno y",
    "fr": "au aux avec ce ces chez comment dans de des du en entre est et la le les leur lors ou par pour que qui sa "
    "selon ses son sous sur un une à être",
    "de": "als auch auf aus bei das dem den der des durch ein eine einem einen einer eines für im ist mit nach oder "
    "sich sie sowie und unter vom von werden wie zu zum zur zwischen über",
    "it": "ai al alla alle che ci come con da dal dei del della delle di e ed gli i il in la le lo loro nei nel nella "
    "o per più si su sul sulla tra un una è",
    "pt": "ao aos as com como da das de do dos e em entre na nas no nos o os ou para pela pelo por que se sobre sua "
    "seu são um uma à às",
    "nl": "aan als bij dat de een en het hun in is kan met naar of om op over te tot tussen uit van voor welke worden "
    "zijn zoals",
    "sv": "att av där eller en ett från för genom hur i med och om på som till under vid är över",
    "da": "af at bruge de den der det efter eller en er et for fra gennem hvordan i med mellem og om på som til ved",
    "pl": "a dla do i jak jest lub na nad o od oraz po pod przez przy w we z za że",
    "ro": "a ai ale ce cu de din este în la pe pentru prin sau se și un unei unui",
}
"""Function words by language. Content words of English are left out of the others: ``die``, ``was``, ``am``."""

_SHARE: Final = Counter(word for words in WORDS.values() for word in words.split())
_WEIGHTS: Final = {tag: {word: 1 / _SHARE[word] for word in words.split()} for tag, words in WORDS.items()}
_FUNCTION_WORDS: Final = frozenset(_SHARE)
_WORD: Final = re.compile(r"[^\W\d_]+")

READ: Final = 2_000
"""Characters of a text that are looked at."""

LEAST_WORDS, LEAST, AHEAD = 2, 1.0, 1.5
"""Different function words that must be there, their weight, and how many times the next language's it must be. A word
weighs one divided by the number of languages that have it."""


def language_name(tag: str) -> str:
    """Return the English name of a language, its tag where it has none here.

    Example
    -------
    >>> language_name("es-MX"), language_name("tlh")
    ('Spanish', 'tlh')
    """
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def language_of(text: str) -> str:
    """Return the tag of the language that a text seems to be in, empty where that cannot be told.

    Example
    -------
    >>> language_of("Aplicar los procedimientos de bloqueo y etiquetado")
    'es'
    >>> language_of("Interpret blueprints of the pump"), language_of("Soldar tubos"), language_of("Σύνδεση")
    ('en', '', 'el')
    """
    words = {word.casefold() for word in _WORD.findall(text[:READ])}
    if foreign := _foreign(words):
        return foreign
    words &= _FUNCTION_WORDS
    scores = sorted(((_score(words, tag), tag) for tag in WORDS), reverse=True)
    (best, tag), (second, _) = scores[:2]
    enough = len(words & _WEIGHTS[tag].keys()) >= LEAST_WORDS and best >= LEAST
    return tag if enough and best >= AHEAD * second else ""


def _score(words: set[str], tag: str) -> float:
    return sum(weight for word, weight in _WEIGHTS[tag].items() if word in words)


def _foreign(words: set[str]) -> str:
    """Return the language of words that are mostly not in Latin letters."""
    if all(map(str.isascii, words)):
        return ""
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for word in words for letter in word)
    letters = sum(scripts.values())
    if 2 * scripts["LATIN"] >= letters:
        return ""
    return "el" if 2 * scripts["GREEK"] > letters else UNDETERMINED
