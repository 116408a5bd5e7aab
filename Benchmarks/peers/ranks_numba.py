"""The cases of ranks.py by loops that numba compiles, on two threads, with polar normals of a xorshift of its own."""

import csv
import math
import pathlib

import numba
import numpy as np

from ranks_timing import answers_of_counts, case, draws, finish, folder

fast = {"parallel": True, "fastmath": True, "cache": True}


@numba.njit(cache=True, inline="always")
def word(state):
    """The next 64 bits of xorshift64*."""
    x = state[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    state[0] = x
    return x * np.uint64(2685821657736338717)


@numba.njit(cache=True, fastmath=True)
def fill(state, numbers):
    """Standard normals, two at a time, by Marsaglia's polar method."""
    for k in range(0, numbers.size - 1, 2):
        while True:
            u = np.float64(word(state) >> np.uint64(11)) * 2.0**-52 - 1
            v = np.float64(word(state) >> np.uint64(11)) * 2.0**-52 - 1
            s = u * u + v * v
            if 0 < s < 1:
                break
        f = math.sqrt(-2 * math.log(s) / s)
        numbers[k] = u * f
        numbers[k + 1] = v * f


@numba.njit(cache=True, fastmath=True)
def count(scores, units, counts):
    """One more than the scores above, for each unit."""
    for i in range(units):
        above = 0
        bar = scores[i]
        for k in range(units):
            above += scores[k] > bar
        counts[i, above] += 1


@numba.njit(**fast)
def moving(values, errors, slopes, number, parts):
    """Ranges taken anew in each draw; values and errors are indicators × units."""
    m, units = values.shape
    counts = np.zeros((parts, units, units), np.int64)
    for part in numba.prange(parts):
        state = np.full(1, np.uint64(88172645463325252) + np.uint64(part) * np.uint64(7919))
        normals = np.empty(m * units + 1)
        scores = np.empty(units)
        x = np.empty(units)
        for _ in range(number // parts):
            fill(state, normals)
            scores[:] = 0
            for j in range(m):
                low, high = np.inf, -np.inf
                for i in range(units):
                    x[i] = values[j, i] + errors[j, i] * normals[j * units + i]
                    low = min(low, x[i])
                    high = max(high, x[i])
                slope = slopes[j] / (high - low)
                for i in range(units):
                    scores[i] += slope * x[i]
            count(scores, units, counts[part])
    return counts.sum(0)


@numba.njit(**fast)
def fixed(centres, errors, number, parts):
    """One normal number per unit."""
    units = centres.size
    counts = np.zeros((parts, units, units), np.int64)
    for part in numba.prange(parts):
        state = np.full(1, np.uint64(88172645463325252) + np.uint64(part) * np.uint64(7919))
        normals = np.empty(units + 1)
        scores = np.empty(units)
        for _ in range(number // parts):
            fill(state, normals)
            for i in range(units):
                scores[i] = centres[i] + errors[i] * normals[i]
            count(scores, units, counts[part])
    return counts.sum(0)


@numba.njit(**fast)
def largest(deviations, first, second, factor, blocks):
    """The largest standardised difference of each draw; deviations are units × draws."""
    number = deviations.shape[1]
    found = np.full(number, -np.inf)
    length = -(-number // blocks)
    for block in numba.prange(blocks):
        low, high = block * length, min(number, (block + 1) * length)
        for k in range(first.size):
            one, other, f = deviations[first[k]], deviations[second[k]], factor[k]
            for r in range(low, high):
                found[r] = max(found[r], (one[r] - other[r]) * f)
    return found


def shown(x, errors, deviations, play):
    """Which differences are shown, step by step; `play` says which are asked about."""
    play, found = play.copy(), np.zeros_like(play)
    differences = x[:, None] - x[None, :]
    while play.any():
        first, second = np.nonzero(play)
        maxima = largest(deviations, first, second, 1 / errors[first, second], 20)
        new = play & (differences > errors * np.quantile(maxima, 0.95))
        if not new.any():
            break
        found |= new
        play &= ~new
    return found


def table(name):
    """The columns of a file that are named x or x01 and so on."""
    with open(pathlib.Path(folder) / name, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row[column]) for column in row if column.startswith("x")] for row in rows])


def sets():
    """Bounds of ranks."""
    normals = np.random.Generator(np.random.SFC64(1)).standard_normal((10_000, x.size))
    deviations = np.ascontiguousarray((normals @ np.linalg.cholesky(sigma).T).T)
    variances = np.diag(sigma)
    errors = np.sqrt(variances[:, None] + variances[None, :] - 2 * sigma + np.eye(x.size))
    others = ~np.eye(x.size, dtype=bool)
    if case == "simul":
        found = shown(x, errors, deviations, others)
        return 1 + found.sum(0), x.size - found.sum(1)
    lower, upper = np.empty(x.size, int), np.empty(x.size, int)
    for unit in range(x.size):
        own = np.zeros_like(others)
        own[unit] = own[:, unit] = True
        found = shown(x, errors, deviations, own & others)
        lower[unit], upper[unit] = 1 + found[:, unit].sum(), x.size - found[unit].sum()
    return lower, upper


if case in ("simul", "marg"):
    x, sigma = table("w9_x.csv")[:, 0], np.loadtxt(pathlib.Path(folder) / "w9_sigma.csv", delimiter=",")
    finish(sets, lambda found: {"L": found[0], "U": found[1]})
else:
    values, spread = table("cross_63.csv").T.copy(), table("w8_sd.csv").T.copy()
    with open(pathlib.Path(folder) / "meta.csv", encoding="utf-8") as file:
        slopes = np.array([9 * float(row["weight"]) * float(row["direction"]) for row in csv.DictReader(file)])
    if case.startswith("fixed"):
        held = slopes / (values.max(1) - values.min(1))
        centres, errors = held @ values, np.sqrt((held**2) @ (spread**2))
        finish(lambda: fixed(centres, errors, draws, 2), answers_of_counts)
    else:
        finish(lambda: moving(values, spread, slopes, draws, 2), answers_of_counts)
