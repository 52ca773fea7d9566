"""Reading an agreement: the matrix of statements and organizations, the boardroom's page, the worker's reading."""

from pathways.agreements.forms import MATRICES, READINGS
from pathways.agreements.jobs import WorkersReading, workers_reading
from pathways.agreements.matrix import Matrix, owners_matrix, published_matrix
from pathways.agreements.published import PublishedStandard, published_standard, standard_title

__all__ = [
    "MATRICES",
    "READINGS",
    "Matrix",
    "PublishedStandard",
    "WorkersReading",
    "owners_matrix",
    "published_matrix",
    "published_standard",
    "standard_title",
    "workers_reading",
]
