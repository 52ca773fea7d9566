"""The columns of a partnership's tables: what each is called, and what its cells may hold."""

from __future__ import annotations

from typing import Final

from standards.tables import Column, Kind

ONET: Final = r"\d{2}-\d{4}\.\d{2}"
SOC: Final = r"\d{2}-\d{4}"
AMOUNTS: Final = ("hourly_10", "hourly_median", "hourly_90", "annual_10", "annual_median", "annual_90")
KINDS: Final = ("skill", "knowledge", "ability")
CREDENTIALS: Final = ("Certification", "License", "Certificate", "ApprenticeshipCertificate", "Badge", "Degree")

OCCUPATIONS: Final = (
    Column("code", "code", kind=Kind.CODE, pattern=ONET),
    Column("title", "title"),
    Column("description", "description", required=False),
    Column("job_zone", "job_zone", kind=Kind.INTEGER, required=False, lowest=1, highest=5),
    Column("alternate_titles", "alternate_titles", required=False),
    Column("entry", "entry", required=False, values=("yes", "no")),
    Column("education", "education", required=False),
    Column("training_months", "training_months", kind=Kind.DECIMAL, required=False, lowest=0, highest=120),
    Column("licensure", "licensure", required=False),
)
COMPETENCIES: Final = (
    Column("id", "id"),
    Column("category", "category", required=False),
    Column("kind", "kind", required=False, values=KINDS),
    Column("statement", "statement"),
    Column("label", "label"),
    Column("description", "description", required=False),
    Column("also_known_as", "also_known_as", required=False),
    Column("replaces", "replaces", required=False),
)
REQUIREMENTS: Final = (
    Column("occupation", "occupation", kind=Kind.CODE, pattern=ONET),
    Column("competency", "competency"),
    Column("importance", "importance", kind=Kind.DECIMAL, required=False, lowest=1, highest=5),
    Column("level", "level", kind=Kind.DECIMAL, required=False, lowest=0, highest=7),
    Column("relation", "relation", required=False, values=("essential", "optional")),
)
WAGES: Final = (
    Column("area_code", "area_code", kind=Kind.CODE, pattern=r"\d{7}"),
    Column("area_name", "area_name"),
    Column("soc_code", "soc_code", kind=Kind.CODE, pattern=SOC),
    Column("period", "period"),
    Column("employment", "employment", kind=Kind.DECIMAL, required=False, lowest=0),
    *(Column(name, name, kind=Kind.DECIMAL, required=False, lowest=0) for name in AMOUNTS),
    Column("source", "source"),
)
CREDENTIAL_COLUMNS: Final = (
    Column("id", "id"),
    Column("name", "name"),
    Column("issuer", "issuer", required=False),
    Column("url", "url", kind=Kind.ADDRESS, required=False),
    Column("type", "type", required=False, values=CREDENTIALS),
    Column("description", "description", required=False),
    Column("attests", "attests", required=False),
    Column("occupations", "occupations", required=False),
    Column("required_for", "required_for", required=False),
    Column("typical_hours", "typical_hours", kind=Kind.DECIMAL, required=False, lowest=0),
    Column("renewal_years", "renewal_years", kind=Kind.DECIMAL, required=False, lowest=0),
)
APPRENTICESHIPS: Final = (
    Column("id", "id", kind=Kind.CODE, pattern=r"[a-z0-9]+(-[a-z0-9]+)*", example="powerhouse-mechanic"),
    Column("name", "name"),
    Column("sponsor", "sponsor"),
    Column("occupation", "occupation", kind=Kind.CODE, pattern=ONET),
    Column("registered", "registered", values=("yes", "no")),
    Column("agency", "agency", required=False),
    Column("on_the_job_hours", "on_the_job_hours", kind=Kind.DECIMAL, lowest=1, highest=20_000, thousands=True),
    Column(
        *("related_instruction_hours", "related_instruction_hours"),
        kind=Kind.DECIMAL,
        required=False,
        lowest=0,
        highest=5_000,
        thousands=True,
    ),
    Column("term_months", "term_months", kind=Kind.DECIMAL, required=False, lowest=1, highest=120),
    Column("entry_requirements", "entry_requirements", required=False),
    Column("wage_steps", "wage_steps", required=False),
    Column("teaches", "teaches", required=False),
    Column("credential", "credential", required=False),
    Column("url", "url", kind=Kind.ADDRESS, required=False),
)
