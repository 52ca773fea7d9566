"""Batches: a whole state's outcomes aligned to a framework by many processes, in a run that can be stopped."""

from pathways.batch.alignment import method
from pathways.batch.attempts import Attempt, Event, read_attempts
from pathways.batch.cluster import local_cluster, remote_cluster
from pathways.batch.folder import Folder
from pathways.batch.ledger import Standing
from pathways.batch.manifest import Asked, Entry, Framework, Manifest, State, read_manifest, sources
from pathways.batch.partitions import ROWS, Partition, partitions
from pathways.batch.run import Batch

__all__ = [
    "ROWS",
    "Asked",
    "Attempt",
    "Batch",
    "Entry",
    "Event",
    "Folder",
    "Framework",
    "Manifest",
    "Partition",
    "Standing",
    "State",
    "local_cluster",
    "method",
    "partitions",
    "read_attempts",
    "read_manifest",
    "remote_cluster",
    "sources",
]
