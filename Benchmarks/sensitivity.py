"""Sobol' indices of a unit's rank beside numba, NumPy and SALib: cores, and whole processes.

    python3 Benchmarks/sensitivity.py [RUNS [FOLDER]]

The rank of one of 63 units at 2¹⁴ × 15 points, ranges taken anew at each; first-order and total indices of 13
inputs, and 1,000 bootstrap resamples. The core is timed inside the processes, repeated there; the whole process reads
the files and computes once. The runs alternate, so that all meet the same machine; the ratios of the medians are
the figures to quote. In every run all ranks add up to the same number, indices agree to 1e-9, and bootstrap
errors within a fifth: their own error with 1,000 resamples is a fortieth. FOLDER holds the files that
peers/sensitivity_data.py describes; without it they are made, the same on every machine.
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
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / ".build/sensitivity"
threads = "2"
repetitions = {"minhbach": 15, "numba": 7, "numpy": 3, "salib": 2}

environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    environment[name] = threads


def measure(contender, repeats):
    """Seconds of one process and of its core, and its answers."""
    with tempfile.TemporaryDirectory() as scratch:
        output = str(pathlib.Path(scratch) / "answers.json")
        words = (
            [str(program), "W7", "--data", str(folder), "--case", "given", "--reps", str(repeats),
             "--threads", threads, "--out", output]
            if contender == "minhbach"
            else [str(python), str(here / "peers" / f"sensitivity_{contender}.py"), str(folder), "given",
                  str(repeats), output])
        start = time.perf_counter()
        result = subprocess.run(words, capture_output=True, env=environment)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            sys.exit(f"{' '.join(words)}: {result.stderr.decode().strip()}")
        report = json.loads(pathlib.Path(output).read_text())
        return seconds, report["core_s"], report["answers"]


def compare(contender, answers, own):
    """Ends the program where a contender's figures differ from ours by more than they may."""
    if answers["y_sum"] != own["y_sum"]:
        sys.exit(f"{contender}: the ranks add up to {answers['y_sum']}, ours to {own['y_sum']}")
    for key in ("s1_saltelli_centred", "st_jansen"):
        worst = max(abs(a - b) for a, b in zip(answers[key], own[key]))
        if worst > 1e-9:
            sys.exit(f"{contender}: {key} differs by {worst}")
    for key in ("s1_boot_sd", "st_boot_sd"):
        worst = max(abs(a / b - 1) for a, b in zip(answers[key], own[key]))
        if worst > 0.2:
            sys.exit(f"{contender}: {key} differs by a share of {worst}")


python, reason = peer_python(("numpy", "scipy", "numba", "SALib"), "sensitivity-peers")
if not python:
    sys.exit(f"The peers could not be installed: {reason}")
if len(sys.argv) <= 2 and not (folder / "complete").exists():
    subprocess.run([str(python), str(here / "peers/sensitivity_data.py"), str(folder)], check=True)

print("Sobol' indices of a rank: 2¹⁴ × 15 evaluations, 1,000 resamples")
print(f"{runs} runs each, alternating, {threads} threads; medians in ms")
print(f"{'':12}{'core':>10}{'ratio':>8}{'process':>10}{'ratio':>8}")
cores, processes = ({name: [] for name in repetitions} for _ in range(2))
for number in range(runs + 1):
    own = {}
    for contender, repeats in repetitions.items():
        _, core, answers = measure(contender, repeats)
        whole, _, _ = measure(contender, 1)
        if contender == "minhbach":
            own = answers
        else:
            compare(contender, answers, own)
        # The first run fills caches of files and of compiled code.
        if number > 0:
            cores[contender].append(core)
            processes[contender].append(whole)
record("Sobol' indices of a rank", "core", cores)
record("Sobol' indices of a rank", "process", processes)
for contender in repetitions:
    found = [(statistics.median(times[contender]), statistics.median(times["minhbach"])) for times in (cores, processes)]
    print(f"{contender:12}" + "".join(f"{1000 * mine:10.1f}{mine / ours:8.2f}" for mine, ours in found))
