"""The cases of ranks.py by whole arrays in NumPy."""

import csv
import pathlib

import numpy as np

from ranks_timing import answers_of_counts, case, draws, finish, folder


def table(name):
    """The columns of a file that are named x or x01 and so on."""
    with open(pathlib.Path(folder) / name, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row[column]) for column in row if column.startswith("x")] for row in rows])


def ranked(scores, counts):
    """Counts the ranks of draws × units scores."""
    ranks = np.argsort(np.argsort(-scores, axis=1), axis=1)
    units = scores.shape[1]
    counts += np.bincount((np.arange(units) * units + ranks).ravel(), minlength=units * units)


def noise():
    """Ranks under errors, a few hundred draws at a time."""
    random = np.random.Generator(np.random.SFC64(1))
    units = values.shape[0]
    counts = np.zeros(units * units, np.int64)
    for start in range(0, draws, 250):
        length = min(250, draws - start)
        if case.startswith("fixed"):
            ranked(centres + errors * random.standard_normal((length, units)), counts)
        else:
            x = values + spread * random.standard_normal((length, *values.shape))
            ranked(np.einsum("dij,dj->di", x, slopes / (x.max(1) - x.min(1))), counts)
    return counts.reshape(units, units)


def shown(differences, errors, statistics, play):
    """Which differences are shown; `statistics` are draws × differences, standardised."""
    play, found = play.copy(), np.zeros_like(play)
    while play.any():
        new = play & (differences > errors * np.quantile(statistics[:, play].max(1), 0.95))
        if not new.any():
            break
        found |= new
        play &= ~new
    return found


def sets():
    """Bounds of ranks."""
    units = x.size
    normals = np.random.Generator(np.random.SFC64(1)).standard_normal((10_000, units))
    deviations = normals @ np.linalg.cholesky(sigma).T
    variances = np.diag(sigma)
    found = np.zeros((units, units), bool)
    lower, upper = np.empty(units, int), np.empty(units, int)
    if case == "simul":
        first, second = np.nonzero(~np.eye(units, dtype=bool))
        errors = np.sqrt(variances[first] + variances[second] - 2 * sigma[first, second])
        statistics = (deviations[:, first] - deviations[:, second]) / errors
        found[first, second] = shown(x[first] - x[second], errors, statistics, np.ones(first.size, bool))
        return 1 + found.sum(0), units - found.sum(1)
    for unit in range(units):
        others = np.delete(np.arange(units), unit)
        errors = np.sqrt(variances[unit] + variances[others] - 2 * sigma[unit, others])
        up = (deviations[:, [unit]] - deviations[:, others]) / errors
        result = shown(
            np.concatenate([x[unit] - x[others], x[others] - x[unit]]), np.tile(errors, 2),
            np.hstack([up, -up]), np.ones(2 * others.size, bool))
        lower[unit] = 1 + result[others.size:].sum()
        upper[unit] = units - result[:others.size].sum()
    return lower, upper


if case in ("simul", "marg"):
    x, sigma = table("w9_x.csv")[:, 0], np.loadtxt(pathlib.Path(folder) / "w9_sigma.csv", delimiter=",")
    finish(sets, lambda found: {"L": found[0], "U": found[1]})
else:
    values, spread = table("cross_63.csv"), table("w8_sd.csv")
    with open(pathlib.Path(folder) / "meta.csv", encoding="utf-8") as file:
        slopes = np.array([9 * float(row["weight"]) * float(row["direction"]) for row in csv.DictReader(file)])
    held = slopes / (values.max(0) - values.min(0))
    centres, errors = values @ held, np.sqrt((spread**2) @ (held**2))
    finish(noise, answers_of_counts)
