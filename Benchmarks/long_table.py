"""Whole processes: a long CSV file of 10,000,000 values into an array, beside other readers.

    python3 Benchmarks/long_table.py [RUNS [UNITS]]

The runs alternate, so that all meet the same machine; the ratios of the medians are the figures to
quote. Peak memory is the largest resident set of the process. The file is made once, the same on
every machine; the other readers are installed by pip into a folder of their own.
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
scratch = here / ".build/long_table"
program = here / ".build/release/bench"
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
units = int(sys.argv[2]) if len(sys.argv) > 2 else 42_735
peers = ["polars", "pandas", "duckdb"]
threads = str(os.cpu_count())


def made_file():
    """Units within years, 18 years of 13 indicators; a hundredth of the values is missing."""
    path = scratch / f"long_{units}.csv"
    if path.exists():
        return path
    names = ["An Giang", "Bà Rịa - Vũng Tàu", "Đắk Nông", "Hà Nội", "TP. Hồ Chí Minh", "Yên Bái"]
    unfinished = path.with_suffix(".tmp")
    state = 1
    with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
        file.write("unit,year,indicator,value\n")
        for year in range(2006, 2024):
            for unit in range(units):
                start = f"{names[unit % len(names)]} {unit:05},{year},x"
                rows = []
                for indicator in range(1, 14):
                    # Knuth's multiplier for 64 bits; the high bits are the random ones.
                    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                    whole, part = divmod((state >> 33) % 1_000_000, 10_000)
                    value = "" if (state >> 20) % 100 == 0 else f"{whole}.{part:04}"
                    rows.append(f"{start}{indicator:02},{value}\n")
                file.write("".join(rows))
    unfinished.rename(path)
    return path


def run(command):
    """Seconds, peak in MB and answers of one process."""
    environment = dict(os.environ)
    for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        environment[name] = threads
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "answers.json"
        start = time.perf_counter()
        process = subprocess.Popen([*command, str(output)], env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with {process.returncode}")
        return seconds, usage.ru_maxrss / 1024, json.loads(output.read_text())["answers"]


scratch.mkdir(parents=True, exist_ok=True)
path = made_file()
contenders = {
    "minhbach": [
        str(program), "W1", "--data", str(path.parent), "--case", path.stem, "--threads", threads,
        "--out",
    ]
}
python, reason = peer_python()
if python:
    for peer in peers:
        contenders[peer] = [str(python), str(here / "peers/long_table.py"), peer, str(path)]
else:
    print(f"the other readers are left out, because they could not be installed: {reason}")

# The first round fills the kernel's cache of files, and is compared rather than counted.
answers = {name: run(command)[2] for name, command in contenders.items()}
for name, given in answers.items():
    for key, value in given.items():
        if name == "minhbach":
            continue
        expected = answers["minhbach"][key]
        # Sums differ in the order of their terms.
        assert abs(value - expected) <= 1e-11 * abs(expected), f"{name}: {key} {value}, not {expected}"

times = {name: [] for name in contenders}
peaks = {name: 0 for name in contenders}
for _ in range(runs):
    for name, command in contenders.items():
        seconds, peak, _ = run(command)
        times[name].append(seconds)
        peaks[name] = max(peaks[name], peak)

print(f"{path.stat().st_size / 1e6:.0f} MB of CSV into an array, whole process, {runs} runs each, "
      f"alternating, {threads} threads")
print(f"{'':10}{'min s':>8}{'median':>8}{'max':>8}{'ratio':>8}{'peak MB':>9}{'ratio':>8}")
record("long CSV into an array", "process", times)
record("long CSV into an array", "memory", {name: [peak] for name, peak in peaks.items()}, unit="MB")
median = statistics.median(times["minhbach"])
for name, seconds in times.items():
    figures = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{name:10}" + "".join(f"{figure:8.2f}" for figure in figures)
          + f"{figures[1] / median:8.2f}{peaks[name]:9.0f}{peaks[name] / peaks['minhbach']:8.2f}")
