"""The difference between two releases: what was added, removed, replaced, split, merged, reworded, moved."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from pydantic import Field as Bounded

from ontology.frozen import Frozen
from standards.differences.fields import MEANING, Field
from standards.differences.need import JobChange, NeedChange
from standards.differences.stands import Membership, PositionChange
from standards.differences.succession import SuccessionKind
from standards.differences.thing import Thing
from standards.differences.wording import Extent

Share = Annotated[float, Bounded(ge=0, le=1)]


class Side(Frozen):
    """One of the two releases.

    Parameters
    ----------
    name
        As commands name it, for instance ``esco@1.1.0``.
    graph
        Address of its graph.
    things
        How many it has that can be compared.
    """

    name: str
    title: str
    graph: str
    things: int


class Removed(Frozen):
    """A thing that the newer release has no more.

    Parameters
    ----------
    nearest
        What comes nearest of what was added, where anything does; not its successor.
    likeness
        How alike they are, 0 to 1.
    code_now
        What its code stands for in the newer release, where that is something else.
    """

    thing: Thing
    nearest: Thing | None = None
    likeness: Share | None = None
    evidence: str = ""
    code_now: Thing | None = None


class Withdrawn(Frozen):
    """A thing that the newer release keeps, and says that it is no more."""

    thing: Thing
    successors: tuple[Thing, ...] = ()


class Succession(Frozen):
    """What took the place of what.

    Parameters
    ----------
    asserted
        Whether a release says so itself; else it was worked out.
    similarity
        Of the same under another address, how alike they are; of what was split or merged, how much of the whole its
        parts cover.
    evidence
        What it rests on, in words.
    """

    kind: SuccessionKind
    older: tuple[Thing, ...]
    newer: tuple[Thing, ...]
    asserted: bool
    similarity: Share
    evidence: tuple[str, ...] = ()


class TextChange(Frozen):
    """Texts of one field in one language that were changed; of several only those that differ.

    Parameters
    ----------
    language
        BCP 47 tag, empty where the text has none.
    extent
        Whether only signs, only the spelling, or the words were changed.
    """

    field: Field
    language: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    extent: Extent

    @property
    def has_other_meaning(self) -> bool:
        """Whether it may say something else now: a text that tells what a thing is, in other words."""
        return self.field in MEANING and self.extent is Extent.WORDS


class ValueChange(Frozen):
    """Values of one property that were changed.

    Parameters
    ----------
    property
        Its address.
    """

    field: Field
    property: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class LinkChange(Frozen):
    """What a thing is linked to no more, and is linked to now, by one property."""

    field: Field
    property: str
    before: tuple[Thing, ...]
    after: tuple[Thing, ...]


class Changed(Frozen):
    """A thing that both releases have, or one and the other under its new address, with what was changed of it.

    Parameters
    ----------
    links
        Without those of functions, tasks and occupations that follow from where competencies stand.
    """

    thing: Thing
    texts: tuple[TextChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    links: tuple[LinkChange, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether a text that says what it is was changed, however little."""
        return any(text.field in MEANING for text in self.texts)

    @property
    def has_other_meaning(self) -> bool:
        """Whether a text that says what it is has other words now."""
        return any(text.has_other_meaning for text in self.texts)

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere."""
        return any(link.field is Field.PLACE for link in self.links)


class Difference(Frozen):
    """All that differs between two releases, everything in a fixed order.

    Parameters
    ----------
    both
        How many things both have at one address.
    followed
        How many stand in the same place as before, under a group that has another address or was split or merged.
    members
        Who came and left, a partnership each.
    positions, ratifications
        How members stand to statements, and to the whole standard: between two published versions.
    notes
        What could not be compared, and what to know of the two.
    """

    older: Side
    newer: Side
    both: int
    added: tuple[Thing, ...] = ()
    removed: tuple[Removed, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    successions: tuple[Succession, ...] = ()
    changed: tuple[Changed, ...] = ()
    needs: tuple[NeedChange, ...] = ()
    jobs: tuple[JobChange, ...] = ()
    members: tuple[Membership, ...] = ()
    positions: tuple[PositionChange, ...] = ()
    ratifications: tuple[PositionChange, ...] = ()
    followed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        things = self.added or self.removed or self.withdrawn or self.successions or self.changed
        return not (things or self.needs or self.jobs or self.members or self.positions or self.ratifications)

    @property
    def joined(self) -> tuple[Thing, ...]:
        """Who is a member now and was none before."""
        return tuple(one for each in self.members for one in each.joined)

    @property
    def left(self) -> tuple[Thing, ...]:
        """Who was a member before and is none now."""
        return tuple(one for each in self.members for one in each.left)

    @property
    def only_withdrawn(self) -> tuple[Withdrawn, ...]:
        """What is withdrawn and was not split, merged or replaced, of which more is said."""
        followed = {thing.iri for one in self.successions for thing in one.older}
        return tuple(one for one in self.withdrawn if one.thing.iri not in followed)

    def of_kind(self, kind: SuccessionKind) -> tuple[Succession, ...]:
        """Return the successions of one kind."""
        return tuple(succession for succession in self.successions if succession.kind is kind)

    def texts(self) -> Counter[tuple[Field, str, Extent]]:
        """Return of how many things each field was changed, by language and extent."""
        return Counter((text.field, text.language, text.extent) for one in self.changed for text in one.texts)
