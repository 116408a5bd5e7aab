"""Whole processes: all published workbooks into a store, beside a plain Python reading of their cells.

    python3 Benchmarks/workbooks.py FOLDER [RUNS]

The peer reads every cell of every sheet with openpyxl and xlrd, and does nothing with them: no layout, no
names, no checks, no store. The runs alternate; the ratio of the medians is the figure to quote.
"""

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from measurements import record, record_versions

here = pathlib.Path(__file__).resolve().parent
program = here.parent / ".build/release/minhbach"
python = here / ".build/peers/bin/python"
if len(sys.argv) < 2 or not list(pathlib.Path(sys.argv[1]).glob("PCI_20*.xls*")):
    print("workbooks: skipped, since no folder of the published workbooks is named (WORKBOOKS=folder)")
    sys.exit()
files = sorted(str(path) for path in pathlib.Path(sys.argv[1]).glob("PCI_20[01][0-9].xls*"))
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 9

reading = """
import sys, openpyxl, xlrd
count = 0
for path in sys.argv[1:]:
    if path.endswith(".xls"):
        for sheet in xlrd.open_workbook(path).sheets():
            count += sum(len(sheet.row_values(row)) for row in range(sheet.nrows))
    else:
        for sheet in openpyxl.load_workbook(path, read_only=True, data_only=True):
            count += sum(len(row) for row in sheet.iter_rows(values_only=True))
print(count)
"""


def run(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


has_peer = python.exists()
if has_peer:
    packages = [str(python), "-m", "pip", "install", "-q", "openpyxl", "xlrd"]
    has_peer = subprocess.run(packages, capture_output=True).returncode == 0

times = {"minhbach": [], "openpyxl + xlrd": []}
with tempfile.TemporaryDirectory() as folder:
    for number in range(runs):
        store = f"{folder}/{number}.sqlite"
        times["minhbach"].append(
            run([str(program), "ingest", *files, "--store", store, "--quiet"]))
        if has_peer:
            times["openpyxl + xlrd"].append(run([str(python), "-c", reading, *files]))

record(f"{len(files)} workbooks into a store", "process", times)
if has_peer:
    record_versions(python, ["openpyxl", "xlrd"])
print(f"{len(files)} workbooks, start to last byte, {runs} runs each, alternating")
print(f"{'':18}{'min s':>8}{'median':>8}{'max':>8}")
for name, seconds in times.items():
    if seconds:
        figures = min(seconds), statistics.median(seconds), max(seconds)
        print(f"{name:18}" + "".join(f"{figure:8.2f}" for figure in figures))
if has_peer:
    ratio = statistics.median(times["openpyxl + xlrd"]) / statistics.median(times["minhbach"])
    print(f"openpyxl + xlrd / minhbach, medians: {ratio:.2f}")
else:
    print("openpyxl and xlrd were not compared: make bench installs them for the long table first")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"largest resident set of any process: {peak:.0f} MB")
