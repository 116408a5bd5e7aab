"""One table of everything that the other scripts measured: medians, and peers as multiples of them.

    python3 Benchmarks/table.py

Reads .build/bench/*.jsonl, and writes the table there as table.csv too: figures of ours and the peer's, with runs.
"""

import csv
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
folder = here.parent / ".build/bench"
order = ["startup", "documents", "long_table", "composite", "regression", "ranks", "sensitivity", "goals", "workbooks"]


def lines():
    """What was measured, script by script."""
    paths = sorted(folder.glob("*.jsonl"), key=lambda path: (
        order.index(path.stem) if path.stem in order else len(order), path.stem))
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def figure(value, unit):
    """Three digits with their unit."""
    if unit == "s" and value < 1:
        value, unit = 1000 * value, "ms"
    return f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}"


def processor():
    """The name of the processor."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def machine():
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{processor()}, {os.cpu_count()} processors, {memory:.0f} GiB, {system}, Linux {platform.release()}"


def own_version():
    program = here.parent / ".build/release/minhbach"
    result = subprocess.run([str(program), "--version"], capture_output=True, text=True)
    return result.stdout.strip() or "unknown"


measured, versions = [], {}
for line in lines():
    if "versions" in line:
        for name, version in line["versions"].items():
            versions.setdefault(name, set()).add(version)
    else:
        measured.append(line)
if not measured:
    sys.exit("nothing was measured: make bench")

rows = []
for line in measured:
    medians = {name: statistics.median(values) for name, values in line["values"].items()}
    ours = medians["minhbach"]
    for name, median in medians.items():
        if name != "minhbach" or len(medians) == 1:
            rows.append([line["workload"], line["measure"], ours, len(line["values"]["minhbach"]),
                         "" if name == "minhbach" else name, "" if name == "minhbach" else median,
                         "" if name == "minhbach" else median / ours, line["limit"] or "", line["unit"]])

with open(folder / "table.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["workload", "measure", "minhbach", "runs", "peer", "median", "ratio", "limit", "unit"])
    writer.writerows(rows)

width = max(len(row[0]) for row in rows)
print(f"{'medians':{width}}  {'measure':8}{'minhbach':>10}  {'peer':22}{'median':>10}{'ratio':>8}")
before = None
for workload, measure, ours, _, peer, median, ratio, limit, unit in rows:
    title = "" if before == (workload, measure) else workload
    own = "" if before == (workload, measure) else figure(ours, unit)
    before = (workload, measure)
    end = f"{peer:22}{figure(median, unit):>10}{ratio:8.2f}" if peer else ""
    if limit:
        end = f"{'limit':22}{figure(limit, unit):>10}" + ("" if ours <= limit else "  over it")
    print(f"{title:{width}}  {measure:8}{own:>10}  {end}".rstrip())
print()
print("ratio: the peer's median by ours; above 1 we are faster, or take less memory")
print(f"minhbach {own_version()}")
versions.setdefault("Python", set()).add(platform.python_version())
print("peers: " + ", ".join(f"{name} {' and '.join(sorted(found))}" for name, found in sorted(versions.items())))
print(machine())
over = [row[0] for row in rows if row[7] and row[2] > row[7]]
if over:
    print(f"over their limit: {', '.join(over)}", file=sys.stderr)
