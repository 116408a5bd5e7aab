"""A composite index of a panel, rebuilt and ranked, beside NumPy: the core, and whole processes.

    python3 Benchmarks/composite.py [RUNS [FOLDER]]

13 indicators and 18 years of 63 units and of 63,000. The core is timed inside the processes, repeated
there: from the table in memory to scores and ranks. The whole process is `minhbach index` on the
small panel, from start to last byte. The runs alternate, so that all meet the same machine; the
ratios of the medians are the figures to quote. FOLDER holds meta.csv, panel_1x.csv and
panel_1000x.csv; without it they are made, the same on every machine.
"""

import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from measurements import record
from peer_python import peer_python

here = pathlib.Path(__file__).resolve().parent
program = here / ".build/release/bench"
command = here.parent / ".build/release/minhbach"
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / ".build/composite"
threads = str(os.cpu_count())
sizes = {"panel_1x": 2000, "panel_1000x": 5}
weights = [12, 10, 9, 9, 8, 8, 8, 7, 7, 6, 6, 5, 5]
falling = {3, 6, 10, 12}


def make_files():
    """Values from 0 to 100 with four decimals."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "meta.csv", "w", encoding="utf-8") as file:
        file.write("indicator,weight,direction\n")
        for number, weight in enumerate(weights, start=1):
            file.write(f"x{number:02},{weight / 100},{-1 if number in falling else 1}\n")
    for name, units in [("panel_1x", 63), ("panel_1000x", 63_000)]:
        path = folder / f"{name}.csv"
        if path.exists():
            continue
        unfinished = path.with_suffix(".tmp")
        state = 1
        with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
            file.write("unit,year," + ",".join(f"x{k:02}" for k in range(1, 14)) + "\n")
            for unit in range(units):
                for year in range(2006, 2024):
                    values = []
                    for _ in weights:
                        # Knuth's multiplier for 64 bits; the high bits are the random ones.
                        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                        whole, part = divmod((state >> 33) % 1_000_000, 10_000)
                        values.append(f"{whole}.{part:04}")
                    file.write(f"unit {unit:05},{year}," + ",".join(values) + "\n")
        unfinished.rename(path)


environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}
for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    environment[name] = threads


def run(words):
    """Seconds of one process, and what it printed."""
    start = time.perf_counter()
    result = subprocess.run(words, capture_output=True, env=environment, check=True)
    return time.perf_counter() - start, result.stdout.decode()


def core(words):
    """Seconds of the core and answers of one process."""
    with tempfile.TemporaryDirectory() as scratch:
        output = pathlib.Path(scratch) / "answers.json"
        run([*words, str(output)])
        report = json.loads(output.read_text())
        return report["core_s"], report["answers"]


def show(title, seconds, unit, factor):
    print(title)
    print(f"{'':10}{'min ' + unit:>10}{'median':>10}{'max':>10}{'ratio':>8}")
    ours = statistics.median(seconds["minhbach"])
    for name, times in seconds.items():
        figures = min(times), statistics.median(times), max(times)
        print(f"{name:10}" + "".join(f"{factor * figure:10.3f}" for figure in figures)
              + f"{figures[1] / ours:8.2f}")


if len(sys.argv) <= 2:
    make_files()
python, reason = peer_python()
if not python:
    sys.exit(f"NumPy could not be installed: {reason}")
peer = [str(python), str(here / "peers/composite.py"), str(folder)]

for name, repetitions in sizes.items():
    contenders = {
        "minhbach": [
            str(program), "W2", "--data", str(folder), "--case", name.removeprefix("panel_"),
            "--reps", str(repetitions), "--threads", threads, "--out",
        ],
        "numpy": [*peer, name, str(repetitions)],
    }
    seconds = {contender: [] for contender in contenders}
    for _ in range(runs):
        answers = {}
        for contender, words in contenders.items():
            time_of_core, answers[contender] = core(words)
            seconds[contender].append(time_of_core)
        for key, value in answers["numpy"].items():
            # Sums differ in the order of their terms.
            own = answers["minhbach"][key]
            assert abs(own - value) <= 1e-11 * abs(value), f"{key}: {own}, not {value}"
    show(f"{name}: from table to scores and ranks, {runs} runs of {repetitions} repetitions each, "
         f"alternating, {threads} threads", seconds, "ms", 1000)
    record(f"{name}: from table to scores and ranks", "core", seconds)
    print()

with tempfile.TemporaryDirectory() as scratch:
    contenders = {
        "minhbach": [
            str(command), "index", "--table", str(folder / "panel_1x.csv"), "--indicators",
            str(folder / "meta.csv"), "--time", "year", "--format", "csv",
        ],
        "numpy": [*peer, "panel_1x", "1", f"{scratch}/answers.json"],
    }
    seconds = {contender: [] for contender in contenders}
    for _ in range(5 * runs):
        printed = {}
        for contender, words in contenders.items():
            time_of_process, printed[contender] = run(words)
            seconds[contender].append(time_of_process)
    rows = list(csv.DictReader(printed["minhbach"].splitlines()))
    expected = json.loads(pathlib.Path(f"{scratch}/answers.json").read_text())["answers"]
    assert len(rows) == expected["n"]
    assert sum(int(row["rank"]) for row in rows) == expected["sum_rank"]
    total = sum(float(row["score"]) for row in rows)
    assert abs(total - expected["sum_score"]) <= 1e-11 * total
show(f"panel_1x: whole process, from start to last byte, {5 * runs} runs each, alternating", seconds,
     "ms", 1000)
record("panel_1x: index", "process", seconds)
