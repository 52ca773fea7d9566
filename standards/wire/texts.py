"""What is wrong with the texts of a graph, whatever vocabulary it is in."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.language_tags import is_language_tag
from ontology.report import Finding, Severity, excerpt
from ontology.statements import Statement
from standards.long_texts import REMEDY
from standards.wire.documents import BOUNDS, NULL


def faults_of_text(said: Statement, file: str) -> Iterator[Finding]:
    r"""Yield why what a statement says cannot be taken: its text is too long, has U+0000, or is in no language.

    Example
    -------
    >>> said = Statement("http://x/1", "http://x/p", "Weld\0", literal=True, language="en_US")
    >>> [finding.code for finding in faults_of_text(said, "a.ttl")]
    ['null-character', 'no-language']
    """
    text, tag = said.value, said.language
    if not said.literal:
        return
    if len(text) > BOUNDS.text:
        message = f"a text of {len(text):,} characters, where at most {BOUNDS.text:,} are read"
        yield fault(said, file, "too-long", message, REMEDY)
    if NULL in text:
        message = "a character of nothing (U+0000), which no XML can hold"
        yield fault(said, file, "null-character", message, "Take it out; a program left it there")
    if tag and not is_language_tag(tag):
        remedy = "Write it as en, es or pt-BR (BCP 47)"
        yield fault(said, file, "no-language", f"{tag!r} is no language tag", remedy)


def fault(said: Statement, file: str, code: str, message: str, remedy: str) -> Finding:
    """Return what is wrong with a statement, as an error."""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        file=file,
        node=said.subject,
        path=said.predicate,
        value=excerpt(said.value),
        message=message,
        remedy=remedy,
    )
