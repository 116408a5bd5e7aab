"""The peer of regression.py by matrix products: NumPy."""

import numpy as np

from regression_timing import case, file, finish, panel, summary, workload


def within(units, years, columns):
    """Columns less the means of units and years, of a panel with holes or without, as units × years."""
    count, times = units[-1] + 1, years.max() + 1
    cube = np.zeros((count, times, columns.shape[1]))
    cube[units, years] = columns
    if len(units) == count * times:
        cube -= cube.mean(1, keepdims=True)
        cube -= cube.mean(0)
        return cube
    present = np.zeros((count, times))
    present[units, years] = 1
    size = present.sum(1)
    cube -= (cube.sum(1) / size[:, None])[:, None]
    cube *= present[..., None]
    # What is left of the years after the units: one equation is the sum of the others.
    equations = np.diag(present.sum(0)) - present.T @ (present / size[:, None])
    effects = np.zeros((times, columns.shape[1]))
    effects[1:] = np.linalg.solve(equations[1:, 1:], cube.sum(0)[1:])
    cube -= effects - (present @ effects / size[:, None])[:, None]
    cube *= present[..., None]
    return cube


def clustered(units, years, columns):
    """Coefficients, the clusters' scores, the inverse of the Gram matrix, and residuals."""
    cube = within(units, years, columns)
    flat = cube.reshape(-1, cube.shape[2])
    gram = flat.T @ flat
    inverse = np.linalg.inv(gram[:-1, :-1])
    slopes = np.linalg.solve(gram[:-1, :-1], gram[:-1, -1])
    residuals = cube[..., -1] - cube[..., :-1] @ slopes
    scores = (residuals[:, None] @ cube[..., :-1])[:, 0]
    return slopes, scores, inverse, residuals, cube


if workload == "W3":
    units, years, columns = panel(case)

    def core():
        slopes, scores, inverse, residuals, _ = clustered(units, years, columns)
        covariance = inverse @ (scores.T @ scores) @ inverse
        return slopes, np.sqrt(np.diag(covariance)), (residuals**2).sum()

    def tell(found):
        return dict(zip(("coef", "se_cr0", "rss"), found))

elif case.startswith("wild"):
    units, years, columns = panel("1x")
    signs = file("w4_rademacher_20000.i8", np.int8, 63)[: int(case[4:])].astype(float)
    tested = 10

    def core():
        slopes, scores, inverse, _, cube = clustered(units, years, columns)
        error = np.sqrt(((scores @ inverse[tested]) ** 2).sum())
        # The hypothesis imposed: residuals without the tested regressor.
        others = np.delete(np.arange(13), tested)
        flat = cube.reshape(-1, 14)
        kept = np.linalg.lstsq(flat[:, others], flat[:, -1], rcond=None)[0]
        residuals = cube[..., -1] - cube[..., others] @ kept
        design = cube[..., :-1]
        scores = (residuals[:, None] @ design)[:, 0]
        moved = scores @ inverse
        line = inverse[tested]
        direction = design @ line
        # How the part of cluster g in the tested coefficient answers to the sign of cluster h.
        answer = np.diag(scores @ line)
        answer -= (direction[:, None] @ design)[:, 0] @ moved.T
        answer -= direction @ residuals.T / len(design)
        statistics = np.empty(len(signs))
        # Piece by piece, so that what is between stays in the cache.
        for start in range(0, len(signs), 1000):
            part = signs[start:start + 1000]
            parts = part @ answer.T
            statistics[start:start + 1000] = (
                part @ moved[:, tested] / np.sqrt(np.einsum("bg,bg->b", parts, parts)))
        statistic = slopes[tested] / error
        return statistic, (np.abs(statistics) >= abs(statistic)).sum(), statistics

    def tell(found):
        statistic, extreme, statistics = found
        return {
            "t": statistic, "n_ge": extreme, "t_star_head": statistics[:5],
            "t_star_quantiles": np.quantile(statistics, [0.025, 0.5, 0.975]),
        }

elif workload == "W4":
    units, years, columns = panel("1x")
    counts = file("w4_counts_20000.u8", np.uint8, 63)[: int(case)].astype(float)

    def core():
        cube = columns.reshape(63, 18, 14)
        cube = cube - cube.mean(1, keepdims=True)
        products = np.einsum("gta,gtb->gab", cube, cube).reshape(63, -1)
        slopes = np.empty((len(counts), 13))
        # Piece by piece, so that what is between stays in the cache.
        for start in range(0, len(counts), 500):
            part = counts[start:start + 500]
            grams = (part @ products).reshape(-1, 14, 14)
            sums = (part @ cube.reshape(63, -1)).reshape(-1, 18, 14)
            # Each draw has 63 units, so that a year's mean is over as many.
            grams -= sums.transpose(0, 2, 1) @ sums / 63
            slopes[start:start + 500] = np.linalg.solve(
                grams[:, :-1, :-1], grams[:, :-1, -1:])[..., 0]
        return slopes

    def tell(slopes):
        return summary(slopes, 5, [0.025, 0.05, 0.5, 0.95, 0.975]) | {"sd": slopes.std(0, ddof=1)}

elif workload == "W5":
    import math

    columns = panel("1x")[2]
    sizes = np.array([bin(subset).count("1") for subset in range(1 << 13)])
    shapley = np.array([math.factorial(k) * math.factorial(12 - k) for k in range(13)])
    shapley = shapley / math.factorial(13)

    def shares(grams):
        """Shares of R² from scatter matrices of the regressors and the response."""
        total = grams[:, -1, -1]
        level = grams[:, None]
        for _ in range(13):
            # Without the first regressor left, and with it, taken out of all others.
            row = level[..., :1, 1:]
            without = level[..., 1:, 1:]
            level = np.concatenate(
                [without, without - row.swapaxes(-1, -2) * (row / level[..., :1, :1])], axis=1)
        explained = 1 - level[..., 0, 0] / total[:, None]
        # Each step put the subsets with its regressor behind those without.
        found = np.empty((len(grams), 13))
        subsets = np.arange(1 << 13)
        for player in range(13):
            bare = subsets[subsets >> player & 1 == 0]
            gain = explained[:, bare | 1 << player] - explained[:, bare]
            found[:, player] = gain @ shapley[sizes[bare]]
        return found

    def scatter(values):
        values = values - values.mean(0)
        return values.T @ values

    if case == "lmg":
        def core():
            found = shares(scatter(columns)[None])[0]
            return found

        def tell(found):
            return {"lmg": found, "r2": found.sum()}
    else:
        samples = file("w5_rows_1000.i32", "<i4", len(columns))

        def core():
            return np.concatenate([
                shares(np.stack([scatter(columns[rows]) for rows in samples[start:start + 4]]))
                for start in range(0, len(samples), 4)
            ])

        def tell(found):
            return summary(found, 3, [0.025, 0.5, 0.975])

finish(core, tell)
