"""Whole processes, from start to last byte: minhbach beside a plain Python program.

    python3 Benchmarks/startup.py [RUNS]

Both read the bundled figures and the rule of 2019 and print 63 scores and ranks as CSV. The runs
alternate, so that both meet the same machine; the ratio of the medians is the figure to quote.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

from measurements import record

here = pathlib.Path(__file__).resolve().parent
program = here.parent / ".build/release/minhbach"
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 41

contenders = {
    "minhbach": [str(program), "score", "--year", "2019", "--format", "csv"],
    "python": [sys.executable, "-S", "-E", str(here / "peers/score.py"), "2019"],
}
# Core types and cache sizes pinned for other purposes slow OpenBLAS down.
environment = {
    name: value for name, value in os.environ.items()
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}


def run(command):
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, env=environment, check=True)
    return time.perf_counter() - start, result.stdout.decode()


def ranks(text):
    """Province and rank of every row."""
    rows = [line.split(",") for line in text.splitlines()[1:]]
    return {row[0]: int(row[3]) for row in rows}


answers = {name: ranks(run(command)[1]) for name, command in contenders.items()}
assert answers["minhbach"] == answers["python"], "the two do not agree"

times = {name: [] for name in contenders}
for _ in range(runs):
    for name, command in contenders.items():
        times[name].append(run(command)[0])

print(f"score --year 2019, start to last byte, {runs} runs each, alternating")
print(f"{'':10}{'min ms':>8}{'median':>8}{'max':>8}")
for name, seconds in times.items():
    figures = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{name:10}" + "".join(f"{1000 * figure:8.1f}" for figure in figures))
ratio = statistics.median(times["python"]) / statistics.median(times["minhbach"])
print(f"python / minhbach, medians: {ratio:.2f}")
record("score --year 2019", "process", times)
