"""The same in every process."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from ontology.records import Iri
from standards.matching import Entry, Index, save_index

labels = {"loto": ("Lockout", "verify zero energy"), "weld": ("Welding", "join metal"), "pay": ("Payroll",)}
index = Index.of([Entry(iri=Iri(f"http://x/{n}"), label=own[0], alt_labels=own[1:]) for n, own in labels.items()])
save_index(index, Path(sys.argv[1]))
found = index.match(["verify energy and weld metals", "payrol", "gloves"])
digest = hashlib.sha256(Path(sys.argv[1]).read_bytes()).hexdigest()
print(json.dumps([digest, [[s.model_dump() for s in each] for each in found]]))
"""


def run(seed: str, path: Path, project: Path) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(project)}
    command = [sys.executable, "-c", SCRIPT, str(path)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_every_process_finds_the_same(tmp_path: Path, project: Path) -> None:
    one, other = (run(seed, tmp_path / seed, project) for seed in ("1", "2"))

    assert one == other
    assert [len(each) for each in json.loads(one)[1]] == [3, 3, 3]
