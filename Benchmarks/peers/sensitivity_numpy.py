"""W7 by NumPy: the model in matrix products, resamples as counts times terms."""

import numpy as np

from ranks_timing import finish, folder
from sensitivity_model import RankOfLast, indices, terms, told

model = RankOfLast(folder)


def core():
    first, second = model.values(model.first), model.values(model.second)
    a, b = model(first), model(second)
    exchanged = np.empty((len(a), 13))
    for place in range(13):
        mixed = first.copy()
        mixed[:, place] = second[:, place]
        exchanged[:, place] = model(mixed)
    parts = terms(a, b, exchanged)
    points = len(parts)
    random = np.random.default_rng(1)
    sums = np.empty((1000, parts.shape[1]))
    for start in range(0, 1000, 50):
        drawn = random.integers(0, points, (50, points), dtype=np.int32)
        counts = np.stack([np.bincount(row, minlength=points) for row in drawn]).astype(float)
        sums[start:start + 50] = counts @ parts
    return indices(parts.sum(0), points), indices(sums, points), a.sum() + b.sum() + exchanged.sum()


finish(core, lambda found: told(*found))
