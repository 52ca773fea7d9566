"""Corpora: statements by the million in Parquet, read a piece at a time, and what was suggested for each of them."""

from standards.corpora.columns import Columns
from standards.corpora.corpus import Corpus, CorpusFile, read_corpus
from standards.corpora.lines import statement_lines
from standards.corpora.results import Counts, read_counts, write_results
from standards.corpora.rows import Rows, read_rows
from standards.corpora.statements import judge, judge_all
from standards.corpora.table import write_table

__all__ = [
    "Columns",
    "Corpus",
    "CorpusFile",
    "Counts",
    "Rows",
    "judge",
    "judge_all",
    "read_corpus",
    "read_counts",
    "read_rows",
    "statement_lines",
    "write_results",
    "write_table",
]
