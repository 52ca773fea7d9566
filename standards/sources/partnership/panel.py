"""What a panel agrees on, as records: occupations, competencies, requirements, wages, credentials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ontology.identifiers import Identifiers
from ontology.namespaces import CETERMS
from ontology.records import (
    Competency,
    CompetencyKind,
    Credential,
    Framework,
    Iri,
    Occupation,
    Organization,
    Partnership,
    Predecessor,
    Record,
    Region,
    RequirementType,
    Role,
    SkillRequirement,
    Text,
    WageObservation,
)
from standards.columns import encode, mint
from standards.encoding import encoded
from standards.sources.oews import area_kind
from standards.sources.partnership.apprenticeships import apprenticeship_records
from standards.sources.partnership.columns import AMOUNTS
from standards.sources.partnership.declaration import Declaration
from standards.sources.partnership.tables import Tables, names, split
from standards.sources.partnership.work_tasks import task_records


@dataclass(frozen=True)
class Panel:
    """Turns a declaration and its tables into records."""

    declared: Declaration
    identifiers: Identifiers

    def encoded(self, tables: Tables) -> Iterator[bytes]:
        """Yield everything as N-Triples."""
        yield encoded(self.members(tables), self.declared.tag)
        yield self._encode(self.occupations(tables.occupations.frame), Occupation)
        yield self._encode(self.competencies(tables.competencies.frame), Competency)
        yield self._encode(self.requirements(tables.requirements.frame), SkillRequirement)
        if tables.tasks is not None:
            tasks, competencies = tables.tasks.frame, tables.competencies.frame
            yield encoded(task_records(tasks, competencies, self.declared, self.identifiers), self.declared.tag)
        if tables.wages is not None:
            yield encoded(self.regions(tables.wages.frame), self.declared.tag)
            yield self._encode(self.wages(tables.wages.frame), WageObservation)
        if tables.credentials is not None:
            yield self._encode(self.credentials(tables.credentials.frame), Credential)
        if tables.apprenticeships is not None:
            yield encoded(apprenticeship_records(tables.apprenticeships.frame, self.declared, self.identifiers))

    def members(self, tables: Tables) -> Iterator[Record]:
        """Yield the partnership, its members, those that were members, and its framework."""
        partnership = self.partnership(tables)
        yield partnership
        yield from (Predecessor(iri=one, replaced_by=(self.address,)) for one in partnership.derived_from)
        yield from (self.organization(member.slug) for member in self.declared.organizations)
        yield self.standard()

    def partnership(self, tables: Tables) -> Partnership:
        """Return what is declared of the partnership itself."""
        declared, mint_one = self.declared, self.identifiers.mint
        region, industry = declared.region, declared.industry
        areas = tuple(Iri(mint_one("region", code)) for code in (region.oews_area if region else ()))
        return Partnership(
            iri=self.address,
            label=Text(value=declared.name),
            description=Text(value=declared.description) if declared.description else None,
            industries=tuple(code.code for code in industry.naics) if industry else (),
            region=next(iter(areas), None),
            areas=areas,
            counties=region.placed_counties if region else (),
            members=tuple(Iri(mint_one("organization", member.slug)) for member in declared.present),
            occupations=tuple(Iri(mint_one("onet", code)) for code in tables.occupations.frame["code"]),
            quorum_firms=declared.agreement.firms if declared.agreement else None,
            quorum_employment=declared.agreement.employment if declared.agreement else None,
            quorum_unions=declared.unions_asked,
            derived_from=tuple(Iri(mint_one("partnership", slug)) for slug in declared.merges),
            fictional=declared.fictional,
        )

    def standard(self) -> Framework:
        """Return the panel's own framework, without its competencies."""
        declared = self.declared
        return Framework(
            iri=self.framework,
            label=Text(value=declared.name),
            version=declared.version,
            publisher=self.address,
            derived_from=tuple(Iri(self.identifiers.mint("framework", slug)) for slug in declared.merges),
            license=Iri(declared.license) if declared.license else None,
        )

    @property
    def address(self) -> Iri:
        """The partnership's own."""
        return Iri(self.identifiers.mint("partnership", self.declared.slug))

    @property
    def framework(self) -> Iri:
        """The panel's own framework of competencies."""
        return Iri(self.identifiers.mint("framework", self.declared.slug))

    def occupations(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the occupations; they share their addresses with those of O*NET."""
        return frame.select(
            mint(self.identifiers, "onet", frame["code"]),
            pl.col("title").alias("label"),
            pl.col("code").alias("notation"),
            split("alternate_titles").alias("alt_labels"),
            *("description", "job_zone", "education", "training_months", "licensure"),
            (pl.col("entry") == "yes").alias("entry"),
        )

    def competencies(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the competencies of the panel's framework."""
        kinds = {kind.name.lower(): kind.value for kind in CompetencyKind}
        return frame.select(
            mint(self.identifiers, self.declared.slug, frame["id"]),
            pl.col("id").alias("notation"),
            pl.col("kind").fill_null("skill").replace(kinds),
            *("label", "statement", "category", "description"),
            names("also_known_as").alias("alt_labels"),
            self._replaced().alias("revises"),
            pl.lit(self.framework).alias("in_scheme"),
        )

    def requirements(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return which occupation needs which competency."""
        relations = {relation.name.lower(): relation.value for relation in RequirementType}
        source = self.declared.slug
        return frame.select(
            mint(self.identifiers, source, _only("requirement", frame), frame["occupation"], frame["competency"]),
            mint(self.identifiers, "onet", frame["occupation"]).alias("occupation"),
            mint(self.identifiers, source, frame["competency"]).alias("competency"),
            *("importance", "level"),
            pl.col("relation").replace(relations),
        )

    def regions(self, frame: pl.DataFrame) -> Iterator[Region]:
        """Yield the places that wages are given for."""
        for code, name in frame.select("area_code", "area_name").unique(maintain_order=True).iter_rows():
            iri = Iri(self.identifiers.mint("region", code))
            yield Region(iri=iri, label=Text(value=name), code=code, kind=area_kind(code))

    def wages(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return what the occupations pay, by six-digit SOC code and region."""
        keys = (frame["area_code"], frame["soc_code"], frame["period"])
        return frame.select(
            mint(self.identifiers, self.declared.slug, _only("wage", frame), *keys),
            mint(self.identifiers, "soc", frame["soc_code"]).alias("occupation"),
            mint(self.identifiers, "region", frame["area_code"]).alias("region"),
            *("period", "source", "employment", *AMOUNTS),
        )

    def credentials(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the credentials of the field."""
        return frame.select(
            mint(self.identifiers, "credential", frame["id"]),
            pl.col("name").alias("label"),
            (pl.lit(str(CETERMS)) + pl.col("type")).alias("kind"),
            *("description", "issuer"),
            pl.col("url").alias("page"),
            self._minted("attests", self.declared.slug).alias("attests"),
            self._minted("occupations", "onet").alias("useful_for"),
            self._minted("required_for", "onet").alias("required_for"),
            pl.col("typical_hours").alias("hours"),
            "renewal_years",
        )

    def _replaced(self) -> pl.Expr:
        """Return the addresses of the competencies in a cell: of merged partnerships, with their slugs before them."""
        one, own = pl.element(), self.identifiers.mint(self.declared.slug, "")
        others = own.removesuffix(f"{self.declared.slug}/")
        start = pl.when(one.str.contains("/", literal=True)).then(pl.lit(others)).otherwise(pl.lit(own))
        return split("replaces").list.eval(start + one)

    def _minted(self, column: str, source: str) -> pl.Expr:
        """Return the addresses of the codes in a cell, which hold nothing that needs quoting."""
        return split(column).list.eval(pl.lit(self.identifiers.mint(source, "")) + pl.element())

    def organization(self, slug: str) -> Organization:
        """Return one that is or was a member as anybody may know it; for the rest see `employment`."""
        member = next(member for member in self.declared.organizations if member.slug == slug)
        return Organization(
            iri=Iri(self.identifiers.mint("organization", member.slug)),
            label=Text(value=member.name),
            description=Text(value=member.description) if member.description else None,
            roles=tuple(Iri(Role[role.upper()]) for role in member.role),
        )

    def _encode(self, frame: pl.DataFrame, record: type[Record]) -> bytes:
        return encode(frame, record, language=self.declared.tag)


def _only(text: str, frame: pl.DataFrame) -> pl.Series:
    return pl.Series("part", [text] * frame.height, dtype=pl.String)
