"""``python -m training.verbs``: count which words texts about work begin with, and which words in -s they are about.

What is read are the tasks and activities of O*NET and the names of the skills of ESCO. All of these begin with a verb
as a dictionary has it, or with a thing; none begins with a verb in the third person.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from standards.harmonizing.verbs import PATH, Verbs
from training.outside import add_data_option
from training.work_texts import digests, read_beginnings

FREQUENT: Final = 2
"""Texts from which a word tells something."""

_WORD: Final = re.compile(r"[a-z][a-z-]*")


def main() -> int:
    """Count and write, and say how many words there are."""
    parser = argparse.ArgumentParser(prog="python -m training.verbs", description=__doc__)
    add_data_option(parser)
    folder = parser.parse_args().data
    begun, inside = counted(read_beginnings(folder))
    PATH.write_text(Verbs(data=digests(folder), begun=begun, inside=inside).model_dump_json() + "\n", encoding="utf-8")
    print(f"{len(begun)} words that texts begin with, {len(inside)} in -s within them, {PATH.stat().st_size} bytes")
    return 0


def counted(texts: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many texts begin with each word, and how often each word in -s stands elsewhere.

    Example
    -------
    >>> counted(["Inspect systems", "Inspect pumps and systems", "Check pipe"])
    ({'inspect': 2}, {'systems': 2})
    """
    begun, inside = Counter[str](), Counter[str]()
    for text in texts:
        first, *others = [*_WORD.findall(text.lower()), ""]
        begun[first] += 1
        inside.update(word for word in others if word.endswith("s"))
    return _frequent(begun), _frequent(inside)


def _frequent(words: Counter[str]) -> dict[str, int]:
    return {word: count for word, count in sorted(words.items()) if count >= FREQUENT and word}


if __name__ == "__main__":
    sys.exit(main())
