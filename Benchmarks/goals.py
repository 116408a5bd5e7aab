"""Least costs of goals beside NumPy and SciPy: cores, and whole processes.

    python3 Benchmarks/goals.py [RUNS [FOLDER]]

The least cost that takes each of 63 units to each of five ranks: with costs in proportion (lp), with a fixed cost
for each of at most four indicators changed (milp), and with a probability of 0.8 over 10,000 futures of all scores
(robust1). robust2 is one unit to rank 10 with that probability, where what a change gains is drawn as well: no
program proves its answer, and the least cost is the better one. The core is timed inside the processes, repeated
there; the whole process reads the files and computes once. The runs alternate, so that all meet the same machine;
the ratios of the medians are the figures to quote. Costs agree to 1e-9 where they are the least. FOLDER holds the
files that peers/goals_data.py describes; without it they are made, the same on every machine.
"""

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
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / ".build/goals"
threads = "2"
cases = {"lp": ("numpy", 201, 21), "milp": ("numpy", 21, 3), "robust1": ("numpy", 11, 3), "robust2": ("scipy", 3, 1)}

environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    environment[name] = threads


def measure(contender, case, repeats):
    """Seconds of one process and of its core, and its answers."""
    with tempfile.TemporaryDirectory() as scratch:
        output = str(pathlib.Path(scratch) / "answers.json")
        words = (
            [str(program), "W10", "--data", str(folder), "--case", case, "--reps", str(repeats),
             "--threads", threads, "--out", output]
            if contender == "minhbach"
            else [str(python), str(here / "peers" / f"goals_{contender}.py"), str(folder), case, str(repeats), output])
        start = time.perf_counter()
        result = subprocess.run(words, capture_output=True, env=environment)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            sys.exit(f"{' '.join(words)}: {result.stderr.decode().strip()}")
        report = json.loads(pathlib.Path(output).read_text())
        return seconds, report["core_s"], report["answers"]


def compare(case, answers, own):
    """Ends the program where a contender's costs differ from ours by more than they may."""
    if case == "robust2":
        if own["prob"] < 0.8:
            sys.exit(f"our plan reaches the goal in a share of {own['prob']}")
        return
    for theirs, ours in zip(sum(answers["cost"], []), sum(own["cost"], [])):
        if (theirs < 0) != (ours is None) or (ours is not None and abs(theirs - ours) > 1e-9 * max(1, ours)):
            sys.exit(f"{case}: a cost of {theirs}, ours is {ours}")


python, reason = peer_python(("numpy", "scipy"), "goals-peers")
if not python:
    sys.exit(f"The peers could not be installed: {reason}")
if len(sys.argv) <= 2 and not (folder / "complete").exists():
    subprocess.run([str(python), str(here / "peers/goals_data.py"), str(folder)], check=True)

print("Least costs of five goals for 63 units, and of one goal under random gains")
print(f"{runs} runs each, alternating, {threads} threads; medians in ms")
print(f"{'':9}{'':10}{'core':>11}{'ratio':>9}{'process':>10}{'ratio':>9}")
for case, (peer, own_repeats, peer_repeats) in cases.items():
    cores, processes = ({name: [] for name in ("minhbach", peer)} for _ in range(2))
    for number in range(runs + 1):
        own = {}
        for contender, repeats in (("minhbach", own_repeats), (peer, peer_repeats)):
            # Eighteen seconds of HiGHS need no second process.
            whole, core, answers = measure(contender, case, 1)
            if repeats > 1:
                _, core, answers = measure(contender, case, repeats)
            if contender == "minhbach":
                own = answers
            else:
                compare(case, answers, own)
            # The first run fills caches of files.
            if number > 0 or runs == 0:
                cores[contender].append(core)
                processes[contender].append(whole)
        if case == "robust2" and number == 1:
            break
    record(f"least costs, {case}", "core", cores)
    record(f"least costs, {case}", "process", processes)
    for contender in cores:
        found = [
            (statistics.median(times[contender]), statistics.median(times["minhbach"]))
            for times in (cores, processes)]
        print(f"{case:9}{contender:10}" + "".join(
            f"{1000 * mine:{width}.2f}{mine / ours:9.2f}" for (mine, ours), width in zip(found, (11, 10))))
    if case == "robust2":
        print(f"         cost {own['cost']:.4f} beside {answers['cost']:.4f}, each with a probability of 0.8")
