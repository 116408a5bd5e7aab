"""Regressions of a panel beside NumPy, numba and the packages that users have: cores, and whole processes.

    python3 Benchmarks/regression.py [RUNS [FOLDER]]

Fixed effects of units and years with clustered errors, the pairs and the wild bootstrap of clusters, shares of
R² and their bootstrap, and a lasso's path with ten-fold cross-validation. The core is timed inside the
processes, repeated there, from the columns in memory to the answers; the whole process reads the file
and computes once. The runs alternate, so that all meet the same machine; the ratios of the
medians are the figures to quote. What the processes find is compared in every run. FOLDER holds the
files that peers/regression_data.py describes; without it they are made, the same on every machine.
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
command = here.parent / ".build/release/minhbach"
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / ".build/regression"
threads = "2"
packages = ("numpy", "numba", "polars", "pandas", "pyfixest", "linearmodels", "statsmodels", "scikit-learn")

# Workload, case, what it is, repetitions of ours and of the kernels, and the peers; a package repeats less.
cases = [
    ("W3", "1x", "two-way effects, clustered errors, 63 × 18 rows", 500,
     ["numpy", "pyfixest", "linearmodels", "statsmodels"]),
    ("W3", "1xu", "the same, 5 % of the rows missing", 500, ["numpy", "pyfixest", "linearmodels", "statsmodels"]),
    ("W3", "1000x", "two-way effects, clustered errors, 63,000 × 18 rows", 5, ["numpy", "pyfixest"]),
    ("W3", "1000xu", "the same, 5 % of the rows missing", 5, ["numpy", "pyfixest"]),
    ("W4", "20000", "pairs cluster bootstrap, 20,000 draws", 15, ["numpy", "numba"]),
    ("W4", "wild20000", "wild cluster bootstrap, 20,000 draws", 50, ["numpy"]),
    ("W5", "lmg", "shares of R² of 13 regressors", 200, ["numpy", "numba"]),
    ("W5", "boot1000", "shares of R² of 1,000 samples", 5, ["numpy", "numba"]),
    ("W6", "1x", "lasso, 10 folds, 13 columns", 50, ["numba", "scikit-learn"]),
    ("W6", "1x104", "lasso, 10 folds, 104 columns", 15, ["numba", "scikit-learn"]),
    ("W6", "100x104", "lasso, 10 folds, 104 columns of 113,400 rows", 3, ["numba"]),
]
kernels = {"numpy", "numba"}

# The largest differences that rounding and tolerances explain, relative to the largest figure of its kind.
tolerances = {
    # Other orders of the same sums, on well-conditioned columns; pyfixest demeans in steps to 1e-6 of its own.
    "coef": 1e-6, "se_cr0": 1e-6, "rss": 1e-6, "mean": 1e-9, "sd": 1e-9, "quantiles": 1e-9,
    "head": 1e-9, "lmg": 1e-10, "r2": 1e-10, "t": 1e-9, "t_star_head": 1e-9,
    "t_star_quantiles": 1e-9, "n_ge": 0, "best_index": 0,
    # scikit-learn stops at a gap of 1e-8 of the response's variance.
    "cv_mse": 1e-6,
}

environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}
for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    environment[name] = threads


def run(words):
    """Seconds of one process, and what it printed."""
    start = time.perf_counter()
    result = subprocess.run(words, capture_output=True, env=environment)
    seconds = time.perf_counter() - start
    if result.returncode != 0:
        sys.exit(f"{' '.join(words)}: {result.stderr.decode().strip()}")
    return seconds, result.stdout.decode()


def measure(words):
    """Seconds of the process and of its core, and its answers."""
    with tempfile.TemporaryDirectory() as scratch:
        output = pathlib.Path(scratch) / "answers.json"
        whole, _ = run([*words, str(output)])
        report = json.loads(output.read_text())
        return whole, report["core_s"], report["answers"]


def words_of(contender, workload, case, repetitions):
    """The command line of a contender, to which the file of its answers is added."""
    if contender == "minhbach":
        return [str(program), workload, "--data", str(folder), "--case", case, "--reps",
                str(repetitions), "--threads", threads, "--out"]
    script = f"regression_{contender if contender in kernels else 'packages'}.py"
    name = [] if contender in kernels else [contender]
    return [str(python), str(here / "peers" / script), *name, str(folder), workload, case,
            str(repetitions)]


def flat(value):
    """The numbers in lists of lists."""
    return [number for part in value for number in flat(part)] if isinstance(value, list) else [value]


def compare(contender, answers, own):
    """Ends the program where a contender's figures differ from ours by more than rounding."""
    for key, value in answers.items():
        theirs, ours = flat(value), flat(own[key])
        assert len(theirs) == len(ours), f"{contender}: {len(theirs)} figures of {key}"
        size = max(abs(number) for number in ours)
        worst = max(abs(a - b) for a, b in zip(theirs, ours))
        if not worst <= tolerances[key] * size:
            sys.exit(f"{contender}: {key} differs by {worst / size:.1e} of the largest: {theirs[:3]}, {ours[:3]}")


def milliseconds(seconds):
    """Three digits, as a time in ms."""
    value = 1000 * statistics.median(seconds)
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}"


python, reason = peer_python(packages, "regression-peers")
if not python:
    sys.exit(f"The peers could not be installed: {reason}")
if len(sys.argv) <= 2 and not (folder / "complete").exists():
    run([str(python), str(here / "peers/regression_data.py"), str(folder)])

script = "import sys, importlib.metadata as m; print(sys.version.split()[0], *[f'{p} {m.version(p)}' for p in sys.argv[1:]], sep=', ')"
versions = run([str(python), "-c", script, *packages])[1].strip()
print(f"{runs} runs each, alternating, {threads} threads; medians in ms. Python {versions}")
print(f"{'':55}{'core':>10}{'ratio':>8}{'process':>10}{'ratio':>8}")
for workload, case, title, repetitions, peers in cases:
    contenders = ["minhbach", *peers]
    cores = {contender: [] for contender in contenders}
    processes = {contender: [] for contender in contenders}
    for number in range(runs + 1):
        own = {}
        for contender in contenders:
            own_repetitions = repetitions if contender in {"minhbach", *kernels} else min(repetitions, 3)
            _, core, answers = measure(words_of(contender, workload, case, own_repetitions))
            whole, _, _ = measure(words_of(contender, workload, case, 1))
            if contender == "minhbach":
                own = answers
            else:
                compare(contender, answers, own)
            # The first run fills caches of files and of compiled code.
            if number > 0:
                cores[contender].append(core)
                processes[contender].append(whole)
    name = f"{workload} {case}: {title}"
    record(name, "core", cores)
    record(name, "process", processes)
    print(title)
    for contender in contenders:
        ratios = [
            statistics.median(seconds[contender]) / statistics.median(seconds["minhbach"])
            for seconds in (cores, processes)
        ]
        print(f"  {contender:53}{milliseconds(cores[contender]):>10}{ratios[0]:8.2f}"
              f"{milliseconds(processes[contender]):>10}{ratios[1]:8.2f}")

print("minhbach regress, whole process with its reading and its table")
terms = ",".join(f"x{k:02}" for k in range(1, 14))
for case in ("1x", "100x", "1000x"):
    seconds = [
        run([str(command), "regress", "--table", str(folder / f"panel_{case}.csv"), "--response", "y",
             "--regressors", terms, "--unit", "unit", "--time", "year", "--effects", "unit,year"])[0]
        for _ in range(runs + 1)
    ][1:]
    record(f"panel_{case}: regress", "process", {"minhbach": seconds})
    print(f"  {'panel_' + case:71}{milliseconds(seconds):>10}")
