"""Records to test with: how hypothesis draws each class, and an example of each."""

import string
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st

from ontology import records
from ontology.records import (
    BY_HAND,
    Acceptance,
    Apprenticeship,
    Candidate,
    Caution,
    Competency,
    CompetencyKind,
    ComponentCondition,
    Concept,
    Course,
    Credential,
    CredentialComponent,
    Decider,
    Decision,
    DecisionKind,
    Earnings,
    Edition,
    EmploymentProjection,
    Endorsement,
    EntryCondition,
    Evidence,
    Footing,
    Framework,
    Iri,
    Job,
    JobComponent,
    JobRedefinition,
    JobRequirement,
    JobZone,
    Jurisdiction,
    LearningOutcome,
    LevelAnchor,
    ListItem,
    Mapping,
    Occupation,
    Organization,
    OutcomeMeasure,
    OutcomeObservation,
    Partnership,
    Pathway,
    Position,
    Predecessor,
    Program,
    PublicationStatus,
    Rating,
    RdfField,
    Record,
    Region,
    RelatedOccupation,
    Release,
    RequirementType,
    Review,
    Role,
    Scale,
    Scheme,
    SkillGain,
    SkillRequirement,
    SourceFile,
    StatusChange,
    Support,
    TeachingLevel,
    Text,
    Verdict,
    Voice,
    WageObservation,
    WageStep,
    WorkFunction,
    WorkTask,
    YearMonth,
    rdf_fields,
)

Values = st.SearchStrategy[Any]

RECORDS = [
    thing
    for name in records.__all__
    if isinstance(thing := getattr(records, name), type) and issubclass(thing, Record) and thing is not Record
]
CHOICES = {
    (Candidate, "support"): Support,
    (Competency, "kind"): CompetencyKind,
    (Competency, "support"): Support,
    (Decision, "kind"): DecisionKind,
    (Decision, "relation"): RequirementType,
    (Endorsement, "position"): Position,
    (LearningOutcome, "level"): TeachingLevel,
    (Organization, "roles"): Role,
    (OutcomeObservation, "measure"): OutcomeMeasure,
    (Rating, "cautions"): Caution,
    (Review, "verdict"): Verdict,
    (Release, "status"): PublicationStatus,
    (StatusChange, "status"): PublicationStatus,
    (SkillRequirement, "cautions"): Caution,
    (Footing, "relation"): RequirementType,
    (JobRequirement, "relation"): RequirementType,
    (SkillRequirement, "relation"): RequirementType,
}


@pytest.fixture(scope="session", params=RECORDS, ids=lambda record: record.__name__)
def record_class(request: pytest.FixtureRequest) -> type[Record]:
    """Each record class in turn."""
    record: type[Record] = request.param
    return record


# --- How each class is drawn ---------------------------------------------------

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LANGUAGES = st.sampled_from(["en", "es", "de-ch", "zh-hant"])
ADDRESSES = st.text(string.ascii_letters + string.digits + "-._~é東", max_size=8).map(
    lambda tail: Iri(f"http://example.org/{tail}")
)
DRAWN: dict[type, Callable[[float, float], Values]] = {
    Iri: lambda _low, _high: ADDRESSES,
    Text: lambda _low, _high: st.builds(Text, value=ANY_TEXT, language=LANGUAGES),
    YearMonth: lambda _low, _high: st.dates().map(lambda day: YearMonth(f"{day:%Y-%m}".zfill(7))),
    str: lambda _low, _high: ANY_TEXT,
    bool: lambda _low, _high: st.booleans(),
    int: lambda low, high: st.integers(int(low), int(high)),
    float: st.floats,
    date: lambda _low, _high: st.dates(),
    datetime: lambda _low, _high: st.datetimes(timezones=st.just(UTC)),
}


def limits(record: type[Record], name: str) -> dict[str, Any]:
    """Return the limits that a record sets on a field: ``minimum``, ``maximum``, ``pattern``."""
    schema = record.model_json_schema()["properties"][name]
    return {key: value for form in schema.get("anyOf", [schema]) for key, value in form.items()}


def drawn_field(record: type[Record], field: RdfField) -> Values:
    limit = limits(record, field.name)
    if (record, field.name) in CHOICES:
        one: Values = st.sampled_from([Iri(choice) for choice in CHOICES[record, field.name]])
    elif field.python is str and "pattern" in limit:
        one = st.from_regex(limit["pattern"].replace("$", r"\Z"))
    else:
        one = DRAWN[field.python](limit.get("minimum", -1e9), limit.get("maximum", 1e9))
    if field.many:
        return st.lists(one, min_size=limit.get("minItems", 0), max_size=3, unique_by=str).map(tuple)
    return st.none() | one if record.model_fields[field.name].default is None else one


def drawn(record: type[Record]) -> Values:
    fields = {name: drawn_field(record, field) for name, field in rdf_fields(record).items()}
    return st.builds(record, iri=ADDRESSES, **fields)


for record in RECORDS:
    st.register_type_strategy(record, drawn(record))


# --- An example of each ----------------------------------------------------------


def address(*path: str) -> Iri:
    return Iri("/".join(("http://localhost:8000/id", *path)))


def en(value: str) -> Text:
    return Text(value=value)


NURSE, CARE, WASHINGTON = address("onet", "29-1141.00"), address("onet", "2.A.1.a"), address("fips", "53")
PARTNERSHIP, COURSE = address("standard", "power"), address("college", "NURS-101")


@pytest.fixture(scope="session")
def examples() -> list[Record]:
    """An example of every record class, by class name."""
    return [
        Apprenticeship(
            iri=address("apprenticeship", "mechanic"),
            label=en("Mechanic apprenticeship"),
            code="mechanic",
            sponsor="Local 1",
            occupations=(address("onet", "49-9041.00"),),
            registered=True,
            agency="State council",
            job_hours=8000,
            instruction_hours=576,
            months=48,
            entry=address("apprenticeship", "mechanic", "entry"),
            wage_steps=(address("apprenticeship", "mechanic", "wage", "1"),),
            awards=(address("credential", "completion"),),
        ),
        Candidate(
            iri=address("power", "candidate", "1"),
            statement=en("Lock out equipment"),
            proposed_for=address("framework", "power"),
            support=Iri(Support.SHARED),
            category=en("Safety"),
            stands_for=address("power", "P-1"),
            worded_as=address("acme", "skill", "lockout"),
        ),
        Competency(
            iri=CARE,
            label=en("Reading comprehension"),
            kind=Iri(CompetencyKind.SKILL),
            statement=en("Understands written sentences in work documents."),
            dated="07/2014",
            responding=20,
            generated_by=(address("power", "decision", "1"),),
            support=Iri(Support.CORE),
            hot=False,
        ),
        ComponentCondition(
            iri=address("ladder", "1", "condition"),
            description=en("From medical assistant"),
            required=1,
            targets=(address("ladder", "1", "rung"),),
            direction="advance",
            gap=0.25,
            relatedness=0.5,
            support=0.6,
            wage_change=-0.1,
            wage_region="Washington",
            pay_given_up=5000,
            learning_pay=2000,
            learning_share=0.04,
            long=True,
            main=True,
            bridges=(address("apprenticeship", "mechanic"),),
            education=en("an associate degree"),
            school_months=24,
            experience_months=6,
            training_months=12,
            license=en("Registered nurse license"),
            anew=en("another degree"),
            asserted=("license",),
            inferred=("training",),
            computed=("gap", "relatedness"),
            rationale=en("9 of 14 views have it among the 20 closest"),
            evidence=(address("ladder", "1", "view"),),
            gains=(address("ladder", "1", "gain"),),
            notes=(en("Needs a license"),),
        ),
        Concept(iri=address("esco", "C2"), label=Text(value="Gesundheitsberufe", language="de"), notation="C2"),
        Course(
            iri=COURSE, label=en("Nursing I"), code="NURS 101", credits=4.5, prerequisites=("BIOL 1",), teaches=(CARE,)
        ),
        Credential(
            iri=address("credential", "rn"),
            label=en("Registered nurse license"),
            page=Iri("https://example.org/rn"),
            required_for=(NURSE,),
            renewal_years=2,
        ),
        CredentialComponent(
            iri=address("ladder", "1", "credential"),
            ctid="ce-0",
            label=en("License"),
            stands_for=address("credential", "rn"),
            pathway=address("ladder", "1"),
        ),
        Earnings(
            iri=address("ladder", "1", "earnings"),
            description=en("Washington, May 2024"),
            median=98000.5,
            period="2024-05",
            source="OEWS",
            instead_of="Longview-Kelso, WA",
            jurisdiction=address("ladder", "1", "region"),
        ),
        Evidence(iri=address("ladder", "1", "view"), view="tasks", similarity=0.5, rank=3, source="onet@29.3"),
        Jurisdiction(iri=address("ladder", "1", "region"), description=en("Washington")),
        SkillGain(
            iri=address("ladder", "1", "gain"),
            competency=CARE,
            importance=4,
            level_from=2.5,
            level_to=4,
            share=0.25,
            source="onet@29.3",
        ),
        Edition(
            iri=Iri("http://localhost:8000/id/power/P-1@1.1"),
            item=address("power", "P-1"),
            version="1.1",
            revised=(Iri("http://localhost:8000/id/power/P-1@1.0"), Iri("http://localhost:8000/id/power/P-2@1.0")),
            replaced_by=(Iri("http://localhost:8000/id/power/P-1@1.2"),),
        ),
        EntryCondition(iri=address("apprenticeship", "mechanic", "entry"), description=en("Age 18")),
        Framework(iri=address("standard", "power", "1.0"), label=en("Power"), version="1.0", publisher=PARTNERSHIP),
        JobComponent(
            iri=address("ladder", "1", "rung"),
            ctid="ce-1",
            label=en("Registered nurses"),
            stands_for=NURSE,
            pathway=address("ladder", "1"),
            preceded_by=(address("ladder", "1", "credential"),),
            earnings=address("ladder", "1", "earnings"),
            marks=("high-skill", "high-wage"),
        ),
        JobZone(iri=address("onet", "zone", "4"), label=en("Considerable preparation"), experience=en("Two years.")),
        LearningOutcome(
            iri=address("college", "NURS-101", "1"),
            statement=en("Take a history."),
            code="1",
            course=COURSE,
            level=Iri(TeachingLevel.INTRODUCED),
        ),
        LevelAnchor(
            iri=address("onet", "anchor", "1"),
            element=CARE,
            scale=address("onet", "scale", "LV"),
            value=2,
            example=en("Take notes."),
        ),
        ListItem(iri=address("place", "nursing", "1"), item=COURSE, position=1),
        Mapping(
            iri=address("mapping", "1"),
            subject=CARE,
            predicate=Iri("http://www.w3.org/2004/02/skos/core#closeMatch"),
            object=Iri("http://data.europa.eu/esco/skill/1"),
            justification=Iri("https://w3id.org/semapv/vocab/ManualMappingCuration"),
            confidence=0.9,
        ),
        Occupation(
            iri=NURSE,
            label=en("Registered nurses"),
            alt_labels=(
                en("RN"),
                Text(value="Enfermera «titulada»", language="es"),
                Text(value="看護師", language="ja"),
            ),
            notation="29-1141.00",
            job_zone=3,
            training_months=0.5,
            entry=False,
            licensure=en('State license\n"RN", \\ and more'),
            technologies=(address("onet", "43232408"),),
        ),
        Organization(
            iri=address("firm", "acme"),
            label=en("Acme"),
            roles=(Iri(Role.FIRM),),
            employees=120,
            left=date(2025, 6, 30),
        ),
        OutcomeObservation(
            iri=address("outcome", "1"),
            measure=Iri(OutcomeMeasure.TURNOVER),
            of=address("firm", "acme"),
            standard=address("framework", "power"),
            group="Apprentices",
            comparison=True,
            start=date(2024, 1, 1),
            end=date(2024, 12, 31),
            value=0.25,
            numerator=10,
            denominator=40,
            people=40,
            source="Acme, payroll",
            reported=date(2025, 2, 1),
            page=Iri("https://acme.example/outcomes"),
        ),
        Partnership(
            iri=PARTNERSHIP,
            label=en("Power partnership"),
            industries=("2211",),
            region=WASHINGTON,
            areas=(WASHINGTON,),
            counties=("King, Washington", "Pierce, Washington"),
            quorum_firms=3,
            quorum_employment=0.6,
            quorum_unions=2,
            derived_from=(address("partnership", "hydro"),),
            members=(address("firm", "acme"),),
            fictional=True,
        ),
        Predecessor(iri=address("partnership", "hydro"), replaced_by=(PARTNERSHIP,)),
        Job(
            iri=address("hospital", "job", "floor-nurse"),
            label=en("Floor Nurse"),
            offered_by=address("organization", "hospital"),
            occupations=(NURSE,),
            skills=(address("hospital", "skill", "triage"),),
            annual_pay=64500,
        ),
        JobRequirement(
            iri=address("hospital", "job", "floor-nurse", "asks", "triage"),
            job=address("hospital", "job", "floor-nurse"),
            skill=address("hospital", "skill", "triage"),
            relation=Iri(RequirementType.ESSENTIAL),
            importance=4,
            level=3.5,
            grade="Senior",
        ),
        Pathway(
            iri=address("ladder", "1"),
            ctid="ce-2",
            label=en("Nursing"),
            description=en("To registered nurse"),
            parts=(address("ladder", "1", "rung"), address("ladder", "1", "credential")),
            notes=(en("One note."), en("Another.")),
            sources=("O*NET 29.3",),
        ),
        Program(
            iri=address("college", "nursing"),
            label=en("Nursing"),
            award="AAS",
            courses=(COURSE,),
            sequence=(address("place", "nursing", "1"),),
        ),
        Rating(
            iri=address("onet", "rating", "1"),
            occupation=NURSE,
            element=address("onet", "4.C.1.a.2.l"),
            scale=address("onet", "scale", "CXP"),
            category=address("onet", "scale", "CXP", "5"),
            value=62.31,
            cautions=(Iri(Caution.SUPPRESSED),),
            dated=YearMonth("2023-08"),
        ),
        Region(iri=WASHINGTON, label=en("Washington"), code="53", kind="state"),
        RelatedOccupation(iri=address("onet", "related", "1"), occupation=NURSE, related=address("onet", "x"), rank=1),
        Release(
            iri=Iri("http://localhost:8000/graph/onet/29.3"),
            source="onet",
            version="29.3",
            title=en("O*NET 29.3"),
            license=Iri("https://creativecommons.org/licenses/by/4.0/"),
            imported=datetime(2025, 6, 1, 12, 30, tzinfo=UTC),
            tool="ladderworks 0.1.0",
            files=(address("file", "1"),),
            status=Iri(PublicationStatus.PUBLISHED),
            revised=Iri("http://localhost:8000/graph/onet/29.2"),
        ),
        Review(
            iri=address("review", "1"),
            outcome=address("college", "NURS-101", "1"),
            competency=CARE,
            verdict=Iri(Verdict.CHANGED),
            instead=address("onet", "2.A.1.b"),
            program=address("college", "nursing"),
            reviewer="Dana Whitefeather",
            at=datetime(2025, 6, 2, 9, 0, tzinfo=UTC),
            comment="It is about listening.",
            justification=BY_HAND,
            confidence=0.71,
            framework=address("framework", "onet"),
            version="29.3",
            release=Iri("http://localhost:8000/graph/onet/29.3"),
            statement="Take a history.",
            label="Reading comprehension",
            digest="a" * 64,
            instead_label="Active listening",
            instead_digest="b" * 64,
            settles=True,
            above=0.7,
            undone=datetime(2025, 6, 3, 9, 0, tzinfo=UTC),
        ),
        Scheme(iri=address("esco", "skills"), label=en("Skills"), top_concepts=(address("esco", "S1"),)),
        Scale(iri=address("onet", "scale", "LV"), label=en("Level"), notation="LV", minimum=0, maximum=7),
        SkillRequirement(
            iri=address("onet", "requirement", "1"),
            occupation=NURSE,
            competency=CARE,
            relation=Iri(RequirementType.ESSENTIAL),
            importance=4.12,
            level=4.0,
            sample_size=8,
            level_error=0.0000001,
            dated=YearMonth("2023-08"),
        ),
        SourceFile(iri=address("file", "1"), name="Skills.txt", sha256="0" * 64, size=2**40, rows=3, kept=2),
        Decider(
            iri=address("power", "person", "1"),
            name="Dana Whitefeather",
            on_behalf_of=address("organization", "acme"),
        ),
        Decision(
            iri=address("power", "decision", "1"),
            standard=address("framework", "power"),
            candidate=address("power", "candidate", "1"),
            kind=Iri(DecisionKind.SPLIT),
            into=address("power", "candidate", "2"),
            voices=(address("power", "voice", "1"), address("power", "voice", "2")),
            wording=en("Lock out equipment and prove it dead"),
            label=en("Lockout"),
            category=en("Safety"),
            code="P-7",
            occupation=address("onet", "49-9041.00"),
            level=3.5,
            importance=4,
            relation=Iri(RequirementType.ESSENTIAL),
            moved_from=address("acme", "job", "helper"),
            moved_to=address("acme", "job", "mechanic"),
            by="Dana Whitefeather",
            decider=address("power", "person", "1"),
            on_behalf_of=address("organization", "acme"),
            at=datetime(2025, 6, 1, 9, 0, tzinfo=UTC),
            reason="Proving it dead is a mechanic's work.",
            basis="c" * 64,
            undoes=address("power", "decision", "0"),
        ),
        Acceptance(iri=address("power", "decision", "2"), standard=address("framework", "power"), dated="2025-06-01"),
        Endorsement(
            iri=address("power", "position", "1"),
            standard=address("framework", "power"),
            organization=address("organization", "acme"),
            position=Iri(Position.ADOPT_WITH_CHANGE),
            subject=address("power", "candidate", "1"),
            seen="d" * 64,
            wording=en("Lock out equipment under the clearance procedure"),
            reason="Our procedure says clearance.",
            version="1.0",
            by="Dana Whitefeather",
            decider=address("power", "person", "1"),
            at=datetime(2025, 6, 2, 9, 0, tzinfo=UTC),
        ),
        JobRedefinition(
            iri=address("power", "redefinition", "1"),
            competency=address("power", "P-7"),
            moved_from=address("onet", "49-9098.00"),
            moved_to=address("onet", "49-9041.00"),
            firm=address("organization", "acme"),
            former_job=en("Helper"),
            new_job=en("Mechanic"),
        ),
        WorkFunction(
            iri=address("power", "function", "safety"),
            label=en("Safety"),
            competencies=(address("power", "P-7"),),
        ),
        WorkTask(
            iri=address("power", "task", "t-1"),
            label=en("Take a pump out of service and hand it over for repair"),
            notation="T-1",
            occupations=(address("onet", "49-9041.00"),),
            functions=(address("power", "function", "safety"),),
            critical=True,
            competencies=(address("power", "P-7"),),
            source="Panel of supervisors, 2025",
        ),
        StatusChange(
            iri=address("change", "1"),
            standard=address("framework", "power"),
            version="1.0",
            status=Iri(PublicationStatus.RATIFIED),
            by="Dana Whitefeather",
            at=datetime(2025, 6, 2, 9, 0, tzinfo=UTC),
            comment="All firms agree.",
        ),
        Footing(
            iri=address("power", "footing", "1"),
            competency=address("power", "P-7"),
            occupation=address("onet", "49-9041.00"),
            firm=address("organization", "acme"),
            said=True,
            relation=Iri(RequirementType.OPTIONAL),
            importance=3,
            level=2.5,
        ),
        Voice(
            iri=address("power", "voice", "1"),
            candidate=address("power", "candidate", "1"),
            firm=address("organization", "acme"),
            own_statement=address("acme", "skill", "lockout"),
            words=en("Lock out equipment"),
            confidence=0.93,
        ),
        WageObservation(
            iri=address("oews", "1"),
            occupation=NURSE,
            region=WASHINGTON,
            period="2024-05",
            employment=65430,
            hourly_median=52.31,
            annual_90=141360,
        ),
        EmploymentProjection(
            iri=address("projections", "1"),
            occupation=NURSE,
            region=WASHINGTON,
            period="2024-34",
            employment=65430,
            projected_employment=69000,
            employment_change=-5.5,
            annual_openings=4100,
        ),
        WageStep(iri=address("apprenticeship", "mechanic", "wage", "1"), position=1, percent=60),
    ]
