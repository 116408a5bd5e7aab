"""The Python that the peers run in."""

import pathlib
import subprocess
import sys

from measurements import record_versions

here = pathlib.Path(__file__).resolve().parent
packages = ["numpy", "polars", "pandas", "pyarrow", "duckdb"]


def peer_python(packages=tuple(packages), name="peers"):
    """An interpreter of its own that has the peers, or nothing and why."""
    environment = here / ".build" / name
    python = environment / "bin/python"
    modules = ["sklearn" if name == "scikit-learn" else name for name in packages]
    check = [str(python), "-c", "import " + ", ".join(modules)]
    if python.exists() and subprocess.run(check, capture_output=True).returncode == 0:
        record_versions(python, packages)
        return python, ""
    print("installing " + ", ".join(packages), file=sys.stderr)
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(environment)],
        [str(python), "-m", "pip", "install", "--quiet", *packages],
    ):
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            lines = (result.stderr or result.stdout).strip().splitlines()
            return None, lines[-1] if lines else "no reason given"
    record_versions(python, packages)
    return python, ""
