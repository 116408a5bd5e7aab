"""W7 by loops that numba compiles, on two threads: one input's change added to the rivals' scores; resamples by counts."""

import numba
import numpy as np

from ranks_timing import finish, folder
from sensitivity_model import RankOfLast, indices, terms, told

model = RankOfLast(folder)
fast = {"parallel": True, "fastmath": True, "cache": True}


@numba.njit(**fast)
def ranks(first, second, rivals, lowest, highest, spans, found):
    points, inputs = first.shape
    count = rivals.shape[1]
    for i in numba.prange(points):
        scores, others = np.zeros(count), np.zeros(count)
        slopes, changed = np.empty(inputs), np.empty(inputs)
        own = 0.0
        other = 0.0
        for j in range(inputs):
            slopes[j] = spans[j] / (max(first[i, j], highest[j]) - min(first[i, j], lowest[j]))
            changed[j] = spans[j] / (max(second[i, j], highest[j]) - min(second[i, j], lowest[j]))
            own += slopes[j] * first[i, j]
            other += changed[j] * second[i, j]
            for o in range(count):
                scores[o] += slopes[j] * rivals[j, o]
                others[o] += changed[j] * rivals[j, o]
        above, above_other = 1, 1
        for o in range(count):
            above += scores[o] > own
            above_other += others[o] > other
        found[i, 0], found[i, 1] = above, above_other
        for j in range(inputs):
            gain = changed[j] - slopes[j]
            bar = own - slopes[j] * first[i, j] + changed[j] * second[i, j]
            above = 1
            for o in range(count):
                above += scores[o] + gain * rivals[j, o] > bar
            found[i, 2 + j] = above


@numba.njit(**fast)
def resample(parts, sums):
    points, width = parts.shape
    for r in numba.prange(sums.shape[0]):
        state = np.uint64(88172645463325252) + np.uint64(r) * np.uint64(0x9E3779B97F4A7C15)
        counts = np.zeros(points)
        for _ in range(points):
            state ^= state << np.uint64(13)
            state ^= state >> np.uint64(7)
            state ^= state << np.uint64(17)
            counts[(state >> np.uint64(20)) % np.uint64(points)] += 1
        total = np.zeros(width)
        for i in range(points):
            for k in range(width):
                total[k] += counts[i] * parts[i, k]
        sums[r] = total


rivals = np.ascontiguousarray(model.rivals.T)


def core():
    first, second = model.values(model.first), model.values(model.second)
    found = np.empty((len(first), 15))
    ranks(first, second, rivals, model.lowest, model.highest, model.spans, found)
    parts = np.ascontiguousarray(terms(found[:, 0], found[:, 1], found[:, 2:]))
    sums = np.empty((1000, parts.shape[1]))
    resample(parts, sums)
    return indices(parts.sum(0), len(parts)), indices(sums, len(parts)), found.sum()


finish(core, lambda found: told(*found))
