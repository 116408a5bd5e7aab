"""What the peers of regression.py share: the panel in memory, and the times of a core.

Each peer is called as

    python3 regression_PEER.py FOLDER WORKLOAD CASE REPETITIONS OUTPUT

and writes the seconds of its core and its answers.
"""

import json
import statistics
import sys
import time

import numpy as np

folder, workload, case, repetitions, output = sys.argv[1:]
names = [f"x{k:02}" for k in range(1, 14)]


def panel(size):
    """Numbers of units and years, and the columns x01 to x13 and y, of a file sorted by unit."""
    import polars

    frame = polars.read_csv(f"{folder}/panel_{size}.csv")
    units = frame["unit"].rle_id().to_numpy().astype(np.int64)
    years = frame["year"].to_numpy() - frame["year"].min()
    return units, years, np.ascontiguousarray(frame.select([*names, "y"]).to_numpy())


def design(size):
    """Standardised regressors of a lasso, with their products where the case asks for 104, and y."""
    def standard(columns):
        return (columns - columns.mean(0)) / columns.std(0)

    values = panel(size.removesuffix("104"))[2]
    columns = standard(values[:, :-1])
    if size.endswith("104"):
        first, second = np.triu_indices(13)
        columns = standard(np.hstack([columns, columns[:, first] * columns[:, second]]))
    folds = np.fromfile(f"{folder}/w6_folds_{size.removesuffix('104')}.u8", np.uint8)
    return np.asfortranarray(columns), values[:, -1].copy(), folds


def file(name, kind, columns):
    """A file of plain numbers as rows of so many columns."""
    return np.fromfile(f"{folder}/{name}", kind).reshape(-1, columns)


def summary(found, count, quantiles):
    """What is told of draws: means, some quantiles, the first draws."""
    return {
        "mean": found.mean(0), "head": found[:count],
        "quantiles": np.quantile(found, quantiles, axis=0),
    }


def finish(core, tell=lambda found: found):
    """Times a function without arguments, and writes its times and what is told of what it found."""
    seconds = []
    for _ in range(int(repetitions)):
        start = time.perf_counter()
        found = core()
        seconds.append(time.perf_counter() - start)
    answers = tell(found)
    answers = {key: np.asarray(value).tolist() for key, value in answers.items()}
    with open(output, "w", encoding="utf-8") as file:
        json.dump({"core_s": statistics.median(seconds[1:] or seconds), "answers": answers}, file)
