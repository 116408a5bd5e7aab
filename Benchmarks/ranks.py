"""Ranks under errors and rank confidence sets beside NumPy and numba: cores, and whole processes.

    python3 Benchmarks/ranks.py [RUNS [FOLDER]]

Draws of the errors of 63 × 13 values with all ranks, by ranges taken anew in each draw and by ranges that are
held, and confidence sets of 63 ranks by 10,000 draws. The core is timed inside the processes, repeated there;
the whole process reads the files and computes once. The runs alternate, so that all meet the same
machine; the ratios of the medians are the figures to quote. What the processes find is compared in every
run: within six standard errors, sets within one place. FOLDER holds the files that peers/ranks_data.py
describes; without it they are made, the same on every machine.
"""

import json
import math
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
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / ".build/ranks"
threads = "2"
packages = ("numpy", "numba")

# Workload, case, what it is, repetitions of ours, and the peers with the case they are asked for.
cases = [
    ("W8", "1e6", "10⁶ draws of 63 × 13 errors, ranges anew", 3, [("numba", "1e6"), ("numpy", "1e5")]),
    ("W8", "fixed1e6", "10⁶ draws of the same, ranges held", 9,
     [("numba", "fixed1e6"), ("numba", "1e6"), ("numpy", "fixed1e5")]),
    ("W9", "marg", "marginal sets of 63 ranks, 10⁴ draws", 15, [("numba", "marg"), ("numpy", "marg")]),
    ("W9", "exact", "marginal sets of 63 ranks, no draws", 15, [("numba", "marg"), ("numpy", "marg")]),
    ("W9", "simul", "simultaneous sets of 63 ranks, 10⁴ draws", 15, [("numba", "simul"), ("numpy", "simul")]),
]

environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    environment[name] = threads


def measure(words):
    """Seconds of one process and of its core, and its answers."""
    with tempfile.TemporaryDirectory() as scratch:
        output = pathlib.Path(scratch) / "answers.json"
        start = time.perf_counter()
        result = subprocess.run([*words, str(output)], capture_output=True, env=environment)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            sys.exit(f"{' '.join(words)}: {result.stderr.decode().strip()}")
        report = json.loads(output.read_text())
        return seconds, report["core_s"], report["answers"]


def words_of(contender, workload, case, repetitions):
    """The command line of a contender, to which the file of its answers is added."""
    if contender == "minhbach":
        return [str(program), workload, "--data", str(folder), "--case", case, "--reps", str(repetitions),
                "--threads", threads, "--out"]
    return [str(python), str(here / "peers" / f"ranks_{contender}.py"), str(folder), case, str(repetitions)]


def draws_of(case):
    """The number of draws that a case is named by."""
    return float(case.removeprefix("fixed"))


def compare(contender, answers, own, case, own_case):
    """Ends the program where a contender's figures differ from ours by more than chance."""
    if "L" in answers:
        worst = max(abs(a - b) for key in ("L", "U") for a, b in zip(answers[key], own[key]))
        if worst > 1:
            sys.exit(f"{contender}: a bound differs by {worst} places")
        return
    if case.startswith("fixed") != own_case.startswith("fixed"):
        return
    share = 1 / draws_of(case) + 1 / draws_of(own_case)
    for a, b, spread in zip(answers["mean_rank"], own["mean_rank"], own["sd_rank"]):
        if abs(a - b) > 6 * spread * math.sqrt(share):
            sys.exit(f"{contender}: a mean rank differs: {a}, {b}")


def milliseconds(seconds):
    """Three digits, as a time in ms."""
    value = 1000 * statistics.median(seconds)
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}"


python, reason = peer_python(packages, "ranks-peers")
if not python:
    sys.exit(f"The peers could not be installed: {reason}")
if len(sys.argv) <= 2 and not (folder / "complete").exists():
    subprocess.run([str(python), str(here / "peers/ranks_data.py"), str(folder)], check=True)

print(f"{runs} runs each, alternating, {threads} threads; medians in ms")
print(f"{'':49}{'core':>10}{'ratio':>8}{'process':>10}{'ratio':>8}")
for workload, case, title, repetitions, peers in cases:
    contenders = [("minhbach", case), *peers]
    cores = {contender: [] for contender in contenders}
    processes = {contender: [] for contender in contenders}
    for number in range(runs + 1):
        own = {}
        for contender in contenders:
            name, asked = contender
            _, core, answers = measure(words_of(name, workload, asked, repetitions if name == "minhbach" else 3))
            whole, _, _ = measure(words_of(name, workload, asked, 1))
            if name == "minhbach":
                own = answers
            else:
                compare(name, answers, own, asked, case)
            # The first run fills caches of files and of compiled code.
            if number > 0:
                cores[contender].append(core)
                processes[contender].append(whole)
    names = {contender: contender[0] if contender[1] == case else f"{contender[0]}, {contender[1]}"
             for contender in contenders}
    record(title, "core", {names[contender]: times for contender, times in cores.items()})
    record(title, "process", {names[contender]: times for contender, times in processes.items()})
    print(title)
    for contender in contenders:
        ratios = [
            statistics.median(seconds[contender]) / statistics.median(seconds[contenders[0]])
            for seconds in (cores, processes)
        ]
        print(f"  {names[contender]:47}{milliseconds(cores[contender]):>10}{ratios[0]:8.2f}"
              f"{milliseconds(processes[contender]):>10}{ratios[1]:8.2f}")
