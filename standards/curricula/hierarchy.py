"""Hierarchies of groups and outcomes, as learning platforms export them: which group stands for a course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from standards.curricula.course_names import CourseName, course_name, names_course


@dataclass(frozen=True)
class Group:
    """A group, or what has others below it.

    Parameters
    ----------
    parents
        Keys of the groups that hold it.
    is_course
        Whether the file says that it is one; a name that begins with the code of a course says so, too.
    """

    key: str
    name: str
    parents: tuple[str, ...] = ()
    description: str | None = None
    is_course: bool = False

    @property
    def named(self) -> CourseName:
        """Code, title and credits in its name."""
        return course_name(self.name) if names_course(self.name) else replace(course_name(""), title=self.name)

    @property
    def stands_for_course(self) -> bool:
        """Whether it says itself that it is a course."""
        return self.is_course or names_course(self.name)


Groups = Mapping[str, Group]


def course_of(key: str, groups: Groups) -> Group | None:
    """Return the course that something in a group belongs to: the nearest group that is one, or the group itself.

    Example
    -------
    >>> groups = {"e": Group("e", "ELEC 110 Circuits"), "u": Group("u", "Unit 1", ("e",)), "s": Group("s", "Safety")}
    >>> course_of("u", groups).name, course_of("s", groups).name
    ('ELEC 110 Circuits', 'Safety')
    """
    if key not in groups:
        return None
    return next((group for group in _upward(key, groups) if group.stands_for_course), groups[key])


def program_of(courses: set[str], groups: Groups) -> str:
    """Return the name of the one group above all courses, empty where there is none."""
    above = [{group.key for group in _upward(key, groups)} - {key} for key in courses]
    shared = set.intersection(*above) - courses if above else set()
    return next((groups[key].name for key in sorted(shared) if not set(groups[key].parents) & set(groups)), "")


def _upward(key: str, groups: Groups) -> Iterator[Group]:
    """Yield a group and those above it, the nearest first, each once."""
    seen, waiting = {key}, [key]
    while waiting:
        group = groups[waiting.pop(0)]
        yield group
        above = [parent for parent in group.parents if parent in groups and parent not in seen]
        seen.update(above)
        waiting += above
