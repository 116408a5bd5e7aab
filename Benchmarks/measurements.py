"""What a script measured, kept as lines of JSON in .build/bench for table.py, a file for each script."""

import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
folder = here.parent / ".build/bench"
path = folder / f"{pathlib.Path(sys.argv[0]).stem}.jsonl"
begun = False


def add(line):
    """Adds a line; the first of a process starts the file anew."""
    global begun
    folder.mkdir(parents=True, exist_ok=True)
    with open(path, "a" if begun else "w", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    begun = True


def record(workload, measure, values, unit="s", limit=None):
    """Records what contenders took of one workload.

    `measure` is core, process or memory; `values` has a list of figures of each contender, minhbach among them;
    `limit` is what ours is to stay below.
    """
    add({"workload": workload, "measure": measure, "unit": unit, "limit": limit,
         "values": {name: figures for name, figures in values.items() if figures}})


def record_versions(python, packages):
    """Records the versions of the packages that an interpreter has."""
    script = ("import importlib.metadata as m, json, platform, sys;"
              "print(json.dumps({'Python': platform.python_version(), **{p: m.version(p) for p in sys.argv[1:]}}))")
    found = subprocess.run([str(python), "-c", script, *packages], capture_output=True, check=True)
    add({"versions": json.loads(found.stdout)})
