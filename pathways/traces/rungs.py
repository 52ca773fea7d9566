"""Where the figures of a rung come from: its words, job zone, education, preparation, license and pay."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.namespaces import LW
from ontology.records import Release
from pathways.amounts import percent
from pathways.occupations.licenses import some_license_of
from pathways.occupations.schooling import NAMES
from pathways.occupations.wages import Region
from pathways.records.rung import Schooling
from pathways.traces import explained
from pathways.traces.ground import ONET, Ground, license_input
from pathways.traces.pay import pay_figures
from pathways.traces.preparation import (
    NOBODY,
    STANDS_IN,
    answers_input,
    preparation_figures,
    stated_input,
    zone_figures,
    zone_inputs,
)
from pathways.traces.records import Basis, Figure, computed
from pathways.traces.words import rung_words
from standards.citations import published as tables


def rung_figures(ground: Ground, place: int, region: Region | None) -> tuple[Figure, ...]:
    """Return the figures of a rung.

    Parameters
    ----------
    place
        Of the occupation in the snapshot.
    region
        Whose pay is shown.
    """
    found = (
        *rung_words(ground, place),
        *zone_figures(ground, place),
        *education_figures(ground, place),
        *preparation_figures(ground, place),
        *license_figures(ground, place),
        *(pay_figures(ground, place, region) if region else ()),
    )
    return tuple(found)


def education_figures(ground: Ground, place: int) -> Iterator[Figure]:
    """Yield what is shown of education: a partnership's words, else the answers of those in the job."""
    snapshot = ground.snapshot
    occupation = snapshot.occupations[place]
    if occupation.education and (said := ground.first_said(occupation.iri, LW.typicalEducation)):
        stated = stated_input(ground, place, said, "education", "typical education")
        yield Figure(name="education", shown=said[1], basis=Basis.ASSERTED, how="as stated", inputs=(stated,))
        return
    answered = ground.answers(place, "RL")
    if not answered:
        yield Figure(
            name="education",
            shown=snapshot.education(place) or "unknown",
            basis=Basis.INFERRED,
            how=STANDS_IN if snapshot.occupations[place].zone else f"{NOBODY}; nothing is said of it",
            inputs=zone_inputs(ground, place),
            explained=explained.PREPARATION,
        )
        return
    asked = answers_input(ground, place, "RL", answered)
    middle = "from the answer that a quarter do not exceed to the one that three quarters do not exceed"
    yield computed("education", snapshot.schooling.middle(place), middle, (), explained.PREPARATION, inputs=(asked,))
    total = sum(answered[1].values())
    for schooling in snapshot.schooling.said(place):
        yield _share(ground, place, schooling, (answered[0], answered[1], total))


def _share(
    ground: Ground, place: int, schooling: Schooling, answered: tuple[Release, dict[int, float], float]
) -> Figure:
    """Return the share of those asked who named an education."""
    release, shares, total = answered
    education = schooling.education
    category = NAMES.index(education) + 1
    code = ground.snapshot.occupations[place].code
    citation = tables.onet_answer(code, "2.D.1", "RL", category) if release.reader == ONET else None
    value = shares[category]
    what = f"answers in category {category} ({education})"
    return Figure(
        name=f"education share: {education}",
        shown=percent(schooling.share),
        basis=Basis.COMPUTED,
        how=f"{value:g} of {total:g} percent, which is what all answers add up to, to a tenth of a percent",
        inputs=(ground.input(what, f"{value:g}", release, citation, [value]),),
        explained=explained.PREPARATION,
    )


def license_figures(ground: Ground, place: int) -> Iterator[Figure]:
    """Yield the license of an occupation, where it asks for one."""
    occupation = ground.snapshot.occupations[place]
    license_ = ground.snapshot.license(place)
    if occupation.license and (said := ground.first_said(occupation.iri, LW.licensure)):
        stated = stated_input(ground, place, said, "licensure", "license")
        yield Figure(name="license", shown=license_, basis=Basis.ASSERTED, how="as stated", inputs=(stated,))
    elif license_ or (some := some_license_of(occupation.code)):
        how = "in general; the law of each state comes first"
        name, license_ = ("license", license_) if license_ else ("license in some states", some)
        stated = license_input(occupation.code)
        yield Figure(
            name=name,
            shown=license_,
            basis=Basis.INFERRED,
            how=how,
            inputs=(stated,),
            explained=explained.LICENSES,
        )
