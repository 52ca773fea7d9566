"""Languages: what language short texts seem to be in, by their function words, their verbs and their letters.

Outcomes are too short for statistics of letters, and a model for all languages of the world would be the heaviest part
of the package. Articles, prepositions, conjunctions and the verbs that outcomes begin with tell the main languages of
Europe apart where there are two of them, and letters that English does not use help; a name or a loan word with such
letters says nothing alone. What the words of one text do not tell, those of the texts beside it may.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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

VERBS: Final = {
    "en": "analyze apply assess build choose create define demonstrate describe design determine develop "
    "discuss evaluate examine explain explore identify inspect install interpret maintain measure operate "
    "perform prepare read recognize repair select solve test troubleshoot understand use weld write",
    "es": "analizar aplicar comprobar conocer demostrar desarrollar describir diseñar ejecutar elaborar evaluar "
    "explicar identificar instalar interpretar leer manejar mantener medir operar realizar reparar soldar "
    "utilizar verificar",
    "fr": "appliquer choisir comprendre concevoir contrôler décrire démontrer effectuer entretenir expliquer "
    "évaluer interpréter lire maîtriser mettre rédiger réaliser réparer souder utiliser vérifier",
    "de": "anwenden auswählen beachten bedienen beschreiben beurteilen bewerten durchführen erklären erstellen "
    "installieren kennen können lesen messen montieren pflegen planen prüfen reparieren schweißen verstehen "
    "warten",
    "it": "analizzare applicare conoscere controllare descrivere eseguire gestire identificare installare "
    "interpretare leggere realizzare riparare saldare spiegare utilizzare valutare verificare",
    "pt": "analisar aplicar avaliar conhecer demonstrar descrever desenvolver executar explicar identificar "
    "instalar interpretar ler manter medir operar realizar reparar soldar utilizar verificar",
    "nl": "analyseren begrijpen beschrijven controleren gebruiken herkennen installeren lezen onderhouden "
    "repareren toepassen uitleggen uitvoeren",
    "sv": "analysera använda beskriva förklara förstå installera kontrollera läsa mäta reparera svetsa tillämpa "
    "underhålla utföra",
    "da": "analysere anvende beskrive forklare forstå installere kontrollere læse måle reparere svejse udføre "
    "vedligeholde",
    "pl": "analizować czytać instalować konserwować naprawiać opisywać rozumieć sprawdzać spawać stosować "
    "wyjaśniać wykonywać",
    "ro": "analiza aplica citi descrie executa explica instala interpreta măsura repara suda utiliza verifica înțelege",
}
"""Verbs that outcomes begin with, by language. English words are left out of the others: ``installer``, ``planer``."""

LETTERS: Final = {
    "es": "áéíñóúü",
    "fr": "àâçèéêëîïôùûœ",
    "de": "äöüß",
    "it": "àèéìòù",
    "pt": "àáâãçéêíóôõú",
    "nl": "ëï",
    "sv": "åäö",
    "da": "åæø",
    "pl": "ąćęłńóśźż",
    "ro": "âîășț",
}
"""Letters that English does not use, by language."""


_TAGS: Final[Mapping[str, tuple[str, ...]]] = {
    word: tuple(tag for tag in WORDS if word in f"{WORDS[tag]} {VERBS[tag]}".split())
    for own in (*WORDS.values(), *VERBS.values())
    for word in own.split()
}
"""The languages that know a word."""

_WORD: Final = re.compile(r"[^\W\d_]+")

READ: Final = 2_000
"""Characters of a text that are looked at."""

LEAST_WORDS, LEAST = 2, 1.0
"""Different words that must tell a language, and their weight. A word weighs one divided by the number of languages
that know it, or, where none does, that have its letters."""

AHEAD, AHEAD_OF_KIN = 1.5, 1.2
"""How many times the weight must be what speaks for English, and for the next of the others."""

ENGLISH, GERMAN = "en", "de"


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
    >>> language_of("Motoren installieren und prüfen"), language_of("Sing Beyoncé at the café")
    ('de', 'en')
    """
    words = _words(text)
    return _foreign(words) or _told(words, _scores(words))


def _told(words: Mapping[str, Sequence[str]], scores: Mapping[str, float]) -> str:
    """Return the language that words tell; letters alone tell none."""
    tag = _leading(scores)
    known = sum(tag in tags for word, tags in words.items() if word in _TAGS)
    letters = sum(tag in tags for word, tags in words.items() if word not in _TAGS)
    return tag if known and known + letters >= LEAST_WORDS else ""


def languages_of(texts: Sequence[str]) -> list[str]:
    """Return the language of each of several texts of one origin, empty where that cannot be told.

    Where most of the texts speak for one language, so do those that do not tell theirs and do not speak for English.

    Example
    -------
    >>> languages_of(["Die Schüler können Schaltpläne lesen", "Pumpen warten", "Read the prints of a plant"])
    ['de', 'de', 'en']
    >>> languages_of(["Pumpen warten", "Weld pipes", "Serve El Niño"])
    ['', '', '']
    """
    words = [_words(text) for text in texts]
    scores = [_scores(each) for each in words]
    main = _main(scores)
    return [
        _foreign(each) or _told(each, score) or (main if score.get(ENGLISH, 0) <= score.get(main, 0) else "")
        for each, score in zip(words, scores, strict=True)
    ]


def _main(scores: Sequence[Mapping[str, float]]) -> str:
    """Return the language other than English for which more than half of some texts speak, each with one at most."""
    votes: dict[str, float] = {}
    for score in scores:
        for tag, weight in score.items():
            votes[tag] = votes.get(tag, 0) + min(1.0, weight)
    tag = _leading(votes)
    return tag if tag != ENGLISH and 2 * votes.get(tag, 0) > len(scores) else ""


def _words(text: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a text in small letters, each with the languages that it may be of."""
    found: dict[str, tuple[str, ...]] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text[:READ])):
        small = word.casefold()
        if small not in found:
            found[small] = _TAGS.get(small) or _by_letters(word if found else small)
    return found


def _scores(words: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return what words weigh for each language that any of them may be of."""
    scores: dict[str, float] = {}
    for tags in words.values():
        for tag in tags:
            scores[tag] = scores.get(tag, 0) + 1 / len(tags)
    return scores


def _leading(scores: Mapping[str, float]) -> str:
    """Return the language that is enough ahead of the others, empty where none is."""
    tag = max(scores, key=lambda tag: scores[tag], default="")
    for other, weight in scores.items():
        if other != tag and scores[tag] < weight * (AHEAD if ENGLISH in (tag, other) else AHEAD_OF_KIN):
            return ""
    return tag if tag and scores[tag] >= LEAST else ""


def _by_letters(word: str) -> tuple[str, ...]:
    """Return the languages that have all letters of a word that English does not use.

    A word with a capital is a name, save in German, where nouns have one.

    Example
    -------
    >>> _by_letters("montaña"), _by_letters("Niña"), _by_letters("Schüler"), _by_letters("pipe")
    (('es',), (), ('de',), ())
    """
    if word.isascii():
        return ()
    strange = {letter for letter in word.lower() if not letter.isascii()}
    where = LETTERS if word.islower() else {GERMAN: LETTERS[GERMAN]}
    return tuple(tag for tag, letters in where.items() if strange <= set(letters))


def _foreign(words: Collection[str]) -> str:
    """Return the language of words that are mostly not in Latin letters."""
    if all(map(str.isascii, words)):
        return ""
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for word in words for letter in word)
    letters = sum(scripts.values())
    if 2 * scripts["LATIN"] >= letters:
        return ""
    return "el" if 2 * scripts["GREEK"] > letters else UNDETERMINED
