"""Reading an agreement: the matrix of statements and organizations, the boardroom's page, the worker's reading."""

from pathways.agreements.catalog import CatalogEntry, catalog
from pathways.agreements.forms import MATRICES, READINGS, RECORDS
from pathways.agreements.job_records import WorkersReading
from pathways.agreements.jobs import workers_reading
from pathways.agreements.matrix import Matrix
from pathways.agreements.owners_matrix import owners_matrix
from pathways.agreements.pay import pay_under
from pathways.agreements.public_agreement import PublicAgreement, public_agreement
from pathways.agreements.published import PublishedStandard, UnpublishedError, published_standard, standard_title
from pathways.agreements.published_matrix import published_matrix
from pathways.agreements.stage import working_stage

__all__ = [
    "MATRICES",
    "READINGS",
    "RECORDS",
    "CatalogEntry",
    "Matrix",
    "PublicAgreement",
    "PublishedStandard",
    "UnpublishedError",
    "WorkersReading",
    "catalog",
    "owners_matrix",
    "pay_under",
    "public_agreement",
    "published_matrix",
    "published_standard",
    "standard_title",
    "workers_reading",
    "working_stage",
]
