"""Bloom levels: what an outcome asks students to do, by its verbs.

The six levels are those of the revised taxonomy. The taxonomy itself gives processes, not lists of verbs; the lists of
colleges contradict one another. The table here is our own, with verbs of trades and laboratories beside those of
classrooms. A verb that lists place at several levels stands at the lowest at which it is common, so that mastery is
never read into an outcome that may mean less: *identify* is to remember, *explain* to understand, *select* to apply.

References
----------
Anderson, L. W., & Krathwohl, D. R. (Eds.) (2001). A taxonomy for learning, teaching, and assessing: a revision of
Bloom's taxonomy of educational objectives. New York: Longman.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import Final


class BloomLevel(IntEnum):
    """A level of the revised taxonomy, from the least to the most demanding."""

    REMEMBER = 1
    UNDERSTAND = 2
    APPLY = 3
    ANALYZE = 4
    EVALUATE = 5
    CREATE = 6

    @property
    def word(self) -> str:
        """Return its name as a reader has it."""
        return self.name.lower()


_VERB_LISTS: Final = {
    BloomLevel.REMEMBER: """
        acknowledge cite define enumerate identify know label list locate match memorize mention name observe
        quote recall recite recognize record repeat retrieve spell state tabulate view
    """,
    BloomLevel.UNDERSTAND: """
        answer appreciate articulate associate characterize cite clarify classify communicate comprehend convey
        describe discover discuss distinguish explain explore express extend gain generalize illustrate indicate
        infer inform interpret learn listen outline paraphrase read relate report represent restate review
        rewrite study summarize tell trace translate understand visualize
    """,
    BloomLevel.APPLY: """
        accept access accomplish acquire adapt adjust administer align apply assemble assist attach automate
        bend braze build calculate calibrate care carry change charge chart check clean climb code collaborate
        collate collect combine compile complete comply compute conduct configure connect contain consolidate convert
        cook cut deliver demonstrate deploy determine disassemble dispatch dispose document draft draw dress
        drill drive edit eliminate employ engage enhance ensure enter estimate execute exhibit expand extract
        fabricate facilitate feed file fill find fit fly follow forge give grind handle hoist implement
        incorporate initiate inject insert install interview isolate keep lay level lift load lock lubricate
        machine maintain make manage manipulate master measure mill mix model modify monitor motivate mount move
        navigate negotiate obtain operate order paint participate perform pilot plot practice prepare present
        prevent price process produce program promote protect provide prune pull purge pursue rearrange
        reassemble rebuild reconcile reduce remediate remove repair replace reproduce rescue reset respond
        restore rig run sample sanitize schedule sculpt secure select serve set sew sharpen shift show signal
        simplify simulate size sketch solder solicit solve speak splice stack start sterilize stock stop store
        strengthen strip supervise supply support synchronize tag take teach terminate thread tie torque train
        transfer transmit transport treat trim tune turn type use utilise utilize wash wear weigh weld wire work
        write
    """,
    BloomLevel.ANALYZE: """
        analyse analyze audit break categorize compare contrast correlate debug deconstruct deduce derive detect
        diagnose diagram differentiate discriminate dissect examine experiment inquire inspect integrate
        investigate organize prioritize question research survey test troubleshoot verify
    """,
    BloomLevel.EVALUATE: """
        advise advocate appraise argue assess certify choose conclude critique decide defend evaluate grade
        interrogate judge justify mitigate optimize persuade predict prove rank rate recommend reflect resolve
        score validate weigh
    """,
    BloomLevel.CREATE: """
        arrange compose conceptualize construct coordinate create design develop devise engineer establish
        formulate generate hypothesize imagine improve innovate invent lead originate plan propose revise
        specify synthesize
    """,
}

_NOUN_LIST: Final = """
    access answer bend break change charge chart code contrast cut design draft draw drill drive experiment feed
    file fit grade grind handle interview label level lift list load lock machine make match mill mix model mount
    name order outline paint pilot plan plot practice present price process produce program question quote rank rate
    recall record repair report rescue research review run sample schedule score set shift show signal sketch splice
    stack start state stock stop store strip study supply support survey tag test thread tie torque train transfer
    transport trim tune turn type use view wear work
"""
NOUNS: Final = frozenset(_NOUN_LIST.split())
"""Verbs that are as often nouns: within an outcome they count only before a word that begins an object."""

_OBJECT_LIST: Final = """
    a all an another any both each every her his how its own several some that the their them these this those to what
    when where whether which why
"""
OBJECTS: Final = frozenset(_OBJECT_LIST.split())

VERBS: Final = {verb: level for level, verbs in sorted(_VERB_LISTS.items(), reverse=True) for verb in verbs.split()}
"""The level of each verb; of two levels the lower one, which is written last."""

_VOWELS: Final = "aeiou"
_STRESSED: Final = re.compile(rf"[^{_VOWELS}]*(?:qu)?[{_VOWELS}][^{_VOWELS}wxy]")
"""One syllable that ends in a single vowel and a consonant: *cut*, *plan*."""
_UNSTRESSED: Final = re.compile(rf".*[^{_VOWELS}][{_VOWELS}][bglmprt]")
"""More syllables that end so: the consonant is doubled in some of them, *transferring*, and in some countries."""


def _gerunds(verb: str) -> Iterator[str]:
    """Yield the ways in which the form in -ing is spelled."""
    if verb.endswith("ie"):
        yield f"{verb[:-2]}ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        yield f"{verb[:-1]}ing"
    elif _STRESSED.fullmatch(verb):
        yield f"{verb}{verb[-1]}ing"
    else:
        yield f"{verb}ing"
        if _UNSTRESSED.fullmatch(verb):
            yield f"{verb}{verb[-1]}ing"


def _third(verb: str) -> str:
    """Return the form of the third person."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


class Form(IntEnum):
    """How a verb is written."""

    BARE = 0
    THIRD = 1
    GERUND = 2


FORMS: Final = {
    **{form: (verb, Form.GERUND) for verb in VERBS for form in _gerunds(verb)},
    **{_third(verb): (verb, Form.THIRD) for verb in VERBS},
    **{verb: (verb, Form.BARE) for verb in VERBS},
}
"""The bare verb behind each form of the verbs of the table, and which form it is: ``planning``, ``plans``, ``plan``."""


def infinitive(word: str) -> str:
    """Return the bare form of a verb of the table, whatever its case and form; empty for a word that is none.

    Example
    -------
    >>> [infinitive(word) for word in ("Planning", "installs", "writing", "carries", "tying", "weld", "pump")]
    ['plan', 'install', 'write', 'carry', 'tie', 'weld', '']
    """
    return FORMS.get(word.casefold(), ("", Form.BARE))[0]


_TRADE_LIST: Final = """
    building casting engineering fitting grading lettering machining manufacturing meaning operating painting rating
    setting training understanding
"""
TRADES: Final = frozenset(_TRADE_LIST.split())
"""Forms in -ing that name a trade or a thing more often than what is done: *operating systems*."""

_SUBJECT_LIST: Final = """
    apprentice candidate completer employee graduate he individual it learner operator participant she student
    technician trainee who worker
"""
_SUBJECTS: Final = frozenset(_SUBJECT_LIST.split())
_LINKS: Final = frozenset((",", ";", "and", "or", "then", "to"))
_NO_OBJECT_LIST: Final = "and are as at by for from in into is of on or than to used using was were with"
_NO_OBJECTS: Final = frozenset(_NO_OBJECT_LIST.split())
"""Words before which a word such as *measures* or *welding* is a thing."""

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[,;:.]")
_LEADS: Final = 14
"""Words within which the first verb is looked for."""


def bloom_level(statement: str) -> BloomLevel | None:
    """Return the most demanding level of an outcome's verbs; ``None`` where no verb of the table leads it.

    The first verb counts, and those that follow a comma, a semicolon, *and*, *or*, *then* or *to*. It may stand in
    the third person or end in -ing; the others are then of the same form, or bare behind *to*.

    Example
    -------
    >>> bloom_level("The student will be able to describe how plants turn energy into electricity.").word
    'understand'
    >>> bloom_level("Select an instrument for an application and justify the choice.").word
    'evaluate'
    >>> bloom_level("The student tests and evaluates circuits").word, bloom_level("Planning outages").word
    ('evaluate', 'create')
    >>> bloom_level("Measure loads and schedule maintenance").word, bloom_level("Safety of pumps")
    ('apply', None)
    """
    return max((VERBS[verb] for verb in verbs(statement)), default=None)


def verbs(statement: str) -> list[str]:
    """Return the verbs of an outcome that say what students do, in their order and bare form.

    Example
    -------
    >>> verbs("Demonstrate the ability to read prints, list parts and recommend a repair")
    ['read', 'recommend']
    >>> verbs("Installing, testing and repairing motors"), verbs("Wires, cables and tests")
    (['install', 'test', 'repair'], [])
    """
    found = list(_leading([word.casefold() for word in _WORD.findall(statement)]))
    # To demonstrate an ability is to have it: the verb behind it says which.
    return found[1:] if found[:1] == ["demonstrate"] and found[1:] and _ability(statement) else found


def _ability(statement: str) -> bool:
    return bool(
        re.search(r"\bdemonstrat(?:e|es|ing)\s+(?:\w+\s+){0,3}(?:ability|how|that)\b", statement, re.IGNORECASE)
    )


def _leading(words: list[str]) -> Iterator[str]:
    lead, last = None, -1
    for at, word in enumerate(words):
        if lead is None and at >= _LEADS:
            return
        verb, form = FORMS.get(word, ("", Form.BARE))
        if verb and (_opens(words, at, form) if lead is None else _follows(words, at, lead, last)):
            lead, last = form if lead is None else lead, at
            yield verb


def _opens(words: list[str], at: int, form: Form) -> bool:
    """Whether the first verb is one: a word that is as often a noun stands first, or where a verb must stand."""
    if form is not Form.BARE:
        return (form is Form.THIRD and _is_subject(words, at)) or (_is_first(words, at) and _has_object(words, at))
    return at == 0 or words[at] not in NOUNS or words[at - 1] in {"to", "will", "can", "shall", "should", ":"}


def _is_first(words: list[str], at: int) -> bool:
    """Whether a word stands first, or behind a word such as *safely* that does."""
    return at == 0 or words[at - 1] == ":" or (at == 1 and words[0].endswith("ly"))


def _is_subject(words: list[str], at: int) -> bool:
    """Whether what does something stands before a word, be it with a word such as *safely* between them."""
    before = at - 2 if at > 1 and words[at - 1].endswith("ly") else at - 1
    return before >= 0 and words[before] in _SUBJECTS


def _has_object(words: list[str], at: int) -> bool:
    """Whether some words of one form, joined by commas and *and*, are followed by what they are done to."""
    form, behind = FORMS[words[at]][1], at + 1
    while behind < len(words):
        joined = behind
        while joined < len(words) and words[joined] in {",", "and", "or"}:
            joined += 1
        if joined == behind or joined == len(words) or FORMS.get(words[joined], ("", None))[1] is not form:
            break
        behind = joined + 1
    following = words[behind] if behind < len(words) else "."
    if words[behind - 1] in TRADES:
        return following in OBJECTS
    return following[0].isalnum() and following not in _NO_OBJECTS


def _follows(words: list[str], at: int, lead: Form, last: int) -> bool:
    """Whether a later verb begins another action, rather than standing for a thing."""
    verb, form = FORMS[words[at]]
    if words[at - 1] not in _LINKS or (form is not lead and form is not Form.BARE):
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    joined = form is lead is not Form.BARE and all(word in _LINKS for word in words[last + 1 : at])
    return verb not in NOUNS or joined or following in OBJECTS
