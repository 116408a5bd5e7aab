"""Tells which lines of Sources no test runs: coverage.py FOLDER LEAST

FOLDER is where the tests were built and run with --enable-code-coverage. Prints the share of lines by module, the files
that less than LEAST per cent of are run, and the functions that never are; fails where all lines together are below.
"""
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

folder, least = Path(sys.argv[1]) / "debug", float(sys.argv[2])
root = Path(__file__).resolve().parent.parent / "Sources"
raw = sorted(folder.glob("codecov/*.profraw"))
profile = folder / "codecov/all.profdata"
subprocess.run(["llvm-profdata", "merge", "-sparse", *raw, "-o", profile], check=True)
programs = [next(folder.glob("*.xctest")), "-object", folder / "minhbach"]
export = json.loads(subprocess.run(
    ["llvm-cov", "export", *programs, "-instr-profile", profile, root], check=True,
    stdout=subprocess.PIPE).stdout)["data"][0]


def share(part, whole):
    return 100 * part / whole if whole else 100.0


modules = defaultdict(lambda: [0, 0])
files = []
for file in export["files"]:
    path = Path(file["filename"]).relative_to(root)
    lines = file["summary"]["lines"]
    for counted in (modules[path.parts[0]], modules["all"]):
        counted[0] += lines["covered"]
        counted[1] += lines["count"]
    if share(lines["covered"], lines["count"]) < least:
        files.append((share(lines["covered"], lines["count"]), lines["count"] - lines["covered"], path))

whole = modules.pop("all")
print(f"{'module':<18}{'lines':>8}{'run':>8}{'share':>9}")
for name, (run, lines) in sorted(modules.items()) + [("all", whole)]:
    print(f"{name:<18}{lines:>8}{run:>8}{share(run, lines):>8.1f} %")

print(f"\nfiles below {least:g} % (share, lines not run)")
for percent, missing, path in sorted(files):
    print(f"{percent:>6.1f} % {missing:>5}  {path}")

# A function is never run where none of its copies is: generic ones have several.
counts = defaultdict(int)
for function in export["functions"]:
    path = Path(function["filenames"][0])
    if root in path.parents:
        place = (str(path.relative_to(root)), function["regions"][0][0])
        name = re.sub(r"^[^:]*:", "", function["name"])
        counts[(*place, name)] += function["count"]
ran = {place[:2] for place, count in counts.items() if count}
never = sorted({place for place, count in counts.items() if not count and place[:2] not in ran})
names = subprocess.run(
    ["swift", "demangle", "--simplified", "--compact"], input="\n".join(n for *_, n in never),
    check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
print(f"\nfunctions never run: {len(never)}")
for (path, line, _), name in zip(never, names):
    print(f"{path}:{line} {name[:120]}")
sys.exit(share(*whole) < least)
