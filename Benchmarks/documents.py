"""Whole processes that write pages, workbooks and papers, from start to last byte, beside what they are to stay below.

    python3 Benchmarks/documents.py [RUNS]

Nothing else writes them, so that there is no peer. A plan becomes a paper in HTML, and where LibreOffice is
installed in DOCX, which LibreOffice makes.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from measurements import record

here = pathlib.Path(__file__).resolve().parent
program = here.parent / ".build/release/minhbach"
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5

# Title, words, the name of what is written, and the seconds to stay below.
documents = [
    ("report of one province", ["report", "Đắk Nông"], "report.html", 1.5),
    ("report --all, 63 provinces", ["report", "--all"], "reports", 60),
    ("workbook of formulas", ["workbook", "Đắk Nông", "--year", "2019"], "workbook.xlsx", None),
    ("plan --document, HTML", ["plan", "Đắk Nông", "--rank", "40", "--by", "2021"], "plan.html", None),
]
if shutil.which("soffice") or shutil.which("libreoffice"):
    documents.append(("plan --document, DOCX by LibreOffice", documents[-1][1], "plan.docx", None))
environment = {
    name: value for name, value in os.environ.items()
    # Core types and cache sizes pinned for other purposes slow OpenBLAS down.
    if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
}


def run(words, name):
    """Seconds of one process, which writes into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        option = "--document" if words[0] == "plan" else "--output"
        start = time.perf_counter()
        result = subprocess.run([str(program), *words, option, str(path), "--quiet"], capture_output=True,
                                env=environment)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            sys.exit(f"{' '.join(words)}: {result.stderr.decode().strip()}")
        if not (list(path.glob("*.html")) if path.is_dir() else path.exists() and path.stat().st_size):
            sys.exit(f"{' '.join(words)}: {name} was not written")
        return seconds


print(f"start to last byte, {runs} runs each, {os.cpu_count()} threads")
print(f"{'':38}{'min s':>8}{'median':>8}{'max':>8}{'limit':>8}")
for title, words, name, limit in documents:
    seconds = [run(words, name) for _ in range(runs)]
    figures = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{title:38}" + "".join(f"{figure:8.2f}" for figure in figures)
          + ("" if limit is None else f"{limit:8.1f}"))
    record(title, "process", {"minhbach": seconds}, limit=limit)
