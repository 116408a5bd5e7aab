"""Counts the instructions of kernels, and compares them with the ones recorded: a regression shows on a busy machine.

    python3 Benchmarks/instructions.py [--record | WORDS]

Each kernel runs on one thread under callgrind, once and again with more repetitions; what is counted is the
difference by repetition, so that start-up and reading are no part of it. Hashes are not seeded, OpenBLAS
takes the same kernels everywhere, and processes meet the same environment: the same program gives the same count.
With WORDS only kernels whose names hold them are counted.
instructions.csv holds the counts with what they rest on: compiler, the level of x86-64 that valgrind offers
(kernels are compiled for three, and it knows no AVX-512), and the libraries linked at run time.

Exit codes: 0; 1 where a kernel needs over 5 % more than recorded or is not recorded; 2 where counts cannot be compared.
"""

import concurrent.futures
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
scratch = here / ".build/instructions"
table = here / "instructions.csv"
tolerance = 0.05

# Name, workload, case, repetitions that are counted. Small ones repeat, so that printing a time weighs nothing.
kernels = [
    ("long CSV", "W1", "long", 2),
    ("composite index", "W2", "10x", 8),
    ("within and clustered errors, balanced", "W3", "30x", 3),
    ("within and clustered errors, unbalanced", "W3", "30xu", 1),
    ("pairs bootstrap", "W4", "1000", 4),
    ("wild bootstrap", "W4", "wild1000", 8),
    ("LMG shares", "W5", "lmg", 20),
    ("LMG shares of samples", "W5", "boot1000", 2),
    ("lasso path with folds", "W6", "1x", 10),
    ("Sobol' indices", "W7", "native", 1),
    ("noise and ranks, ranges anew", "W8", "5e3", 2),
    ("noise and ranks, ranges held", "W8", "fixed3e4", 2),
    ("rank paths", "RP", "3e3", 1),
    ("rank sets without draws", "W9", "exact", 1),
    ("rank sets, marginal", "W9", "marg", 1),
    ("rank sets, simultaneous", "W9", "simul", 1),
    ("least costs, in proportion", "W10", "lp", 40),
    ("least costs, fixed", "W10", "milp", 2),
    ("least costs, likely", "W10", "robust1", 6),
    ("least costs, random gains", "W10", "robust2", 1),
    ("ranks under methods", "W12", "ua1000", 2),
]

environment = {
    "PATH": os.environ["PATH"], "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1",
    "OPENBLAS_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Haswell",
}


def stop(sentence):
    """Ends the program, since nothing can be compared."""
    print(sentence, file=sys.stderr)
    sys.exit(2)


def output_of(words):
    """What a process printed on standard output; the program ends where it failed."""
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0:
        stop(f"{' '.join(words)}: {result.stderr.strip()}")
    return result.stdout


def compiler():
    return re.search(r"Swift version (\S+)", output_of(["swift", "--version"]))[1]


def processor():
    """The highest level of x86-64 that the loader finds under valgrind."""
    text = output_of(["valgrind", "-q", "--tool=none", "/lib64/ld-linux-x86-64.so.2", "--help"])
    return max(re.findall(r"(x86-64-v\d) \(supported", text), default="x86-64")


def libraries():
    """The libraries of which much is counted, by the package they are of."""
    words = ["dpkg-query", "-W", "-f=${Package} ${Version}\n", "libc6", "libopenblas0-pthread"]
    result = subprocess.run(words, capture_output=True, text=True)
    return "; ".join(result.stdout.split("\n")[:-1]) or "unknown"


def instructions_of_process(workload, case, repetitions):
    # Relative names are as long everywhere, and so the stack begins at the same place.
    words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "../bench", workload, "--case", case,
             "--data", ".", "--reps", f"{repetitions:03}", "--threads", "1"]
    result = subprocess.run(words, capture_output=True, text=True, env=environment, cwd=scratch / "data")
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        raise RuntimeError(f"{' '.join(words)}: {result.stderr.strip()[-500:]}")
    return int(found[1])


def instructions(kernel):
    """Instructions of one repetition."""
    _, workload, case, repetitions = kernel
    more = instructions_of_process(workload, case, 1 + repetitions)
    return (more - instructions_of_process(workload, case, 1)) // repetitions


def prepare():
    """The program without its tables for debuggers, which valgrind 3.19 cannot read, and its files."""
    scratch.mkdir(parents=True, exist_ok=True)
    output_of(["strip", "-o", str(scratch / "bench"), str(here / ".build/release/bench")])
    made_by = here / "instructions_data.py"
    complete = scratch / "data/complete"
    if not complete.exists() or complete.stat().st_mtime < made_by.stat().st_mtime:
        shutil.rmtree(scratch / "data", ignore_errors=True)
        output_of([sys.executable, str(made_by), str(scratch / "data")])


def count():
    """Instructions by kernel, as many kernels at once as there are processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            return dict(zip((kernel[0] for kernel in kernels), pool.map(instructions, kernels)))
        except RuntimeError as error:
            pool.shutdown(cancel_futures=True)
            stop(error)


def record(counts, basis):
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kernel", "instructions", *basis])
        for name, number in counts.items():
            writer.writerow([name, number, *basis.values()])
    print(f"{len(counts)} counts recorded in {table.relative_to(here.parent)}: {', '.join(basis.values())}")


def verdict(number, recorded):
    """What is said of a count, and whether it fails."""
    if recorded is None:
        return "not recorded: make bench-record", True
    if number > (1 + tolerance) * recorded:
        return "MORE", True
    if number < (1 - tolerance) * recorded:
        return "fewer: record anew with make bench-record", False
    return "", False


def compare(counts, recorded, basis):
    """Prints a table; returns whether a kernel needs more than it may."""
    print(f"{'instructions by repetition':42}{'recorded':>15}{'now':>15}{'change':>10}")
    fails = False
    for name, number in counts.items():
        before = recorded.get(name)
        words, is_failure = verdict(number, before)
        fails |= is_failure
        change = "" if before is None else f"{100 * (number / before - 1):+.2f} %"
        print(f"{name:42}{'' if before is None else f'{before:,}':>15}{number:>15,}{change:>10}  {words}".rstrip())
    for name in sorted(recorded.keys() - counts.keys()):
        print(f"{name:42} recorded, but counted no more: make bench-record")
        fails = True
    print(", ".join(basis.values()) + ", one thread")
    return fails


def read():
    """Counts by kernel, and what they rest on."""
    if not table.exists():
        stop(f"{table.relative_to(here.parent)} is not there: make bench-record")
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = {row["kernel"]: int(row["instructions"]) for row in rows}
    return counts, {key: rows[0][key] for key in rows[0] if key not in ("kernel", "instructions")}


basis = {"compiler": f"Swift {compiler()}", "processor": processor(), "libraries": libraries()}
is_recording = sys.argv[1:] == ["--record"]
if not is_recording:
    recorded, was = read()
    words = " ".join(sys.argv[1:])
    kernels = [kernel for kernel in kernels if words in kernel[0]]
    recorded = {name: number for name, number in recorded.items() if words in name}
    if not kernels:
        stop(f"no kernel is called {words}")
    if was["processor"] != basis["processor"]:
        stop(f"recorded on {was['processor']}, and valgrind offers {basis['processor']} here: no comparison")
    for key in basis:
        if was[key] != basis[key]:
            print(f"recorded with {was[key]}, now {basis[key]}: part of a change may come from there")
prepare()
counts = count()
if is_recording:
    record(counts, basis)
elif compare(counts, recorded, basis):
    print(f"a kernel needs over {100 * tolerance:.0f} % more instructions than recorded, or is not recorded",
          file=sys.stderr)
    sys.exit(1)
