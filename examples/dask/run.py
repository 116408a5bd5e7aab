"""Draws a run in parts on a Dask cluster and joins them.

    run.py [--scheduler ADDRESS] PARTS DRAWS ANSWER COMMAND...

such as

    run.py 8 10000000 ranks.csv ranks --year 2019

Without --scheduler a cluster of this machine's processors is started. The program, and the files that the
command reads, must be at the same place on every worker; parts come back over the network.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from dask.distributed import Client


def part(command: list[str], draws: int, first: int, end: int) -> bytes:
    """Returns what the replicates from the first to the one before the end come to."""
    process = subprocess.run(
        ["minhbach", *command, "--draws", str(draws), "--threads", "1", "--replicates", f"{first}:{end}"],
        capture_output=True)
    if process.returncode != 0:
        raise RuntimeError(process.stderr.decode())
    return process.stdout


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scheduler", help="where a cluster is, such as tcp://10.0.0.1:8786")
    parser.add_argument("parts", type=int)
    parser.add_argument("draws", type=int)
    parser.add_argument("answer")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()

    with Client(given.scheduler, **({} if given.scheduler else {"threads_per_worker": 1})) as client:
        ends = [number * given.draws // given.parts for number in range(given.parts + 1)]
        futures = client.map(
            lambda first, end: part(given.command, given.draws, first, end), ends[:-1], ends[1:], pure=False)
        written = client.gather(futures)

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.part") for number in range(given.parts)]
        for path, text in zip(paths, written):
            path.write_bytes(text)
        subprocess.run(["minhbach", "merge", *paths, "--output", given.answer], check=True)


if __name__ == "__main__":
    main()
