"""The peer of regression.py by loops compiled for this machine: numba. Its compiled code is kept on disk."""

import math

import numpy as np
from numba import njit, prange

from regression_timing import case, design, file, finish, panel, summary, workload


@njit(cache=True, fastmath=True)
def solve(gram, count, slopes):
    """Solves the first so many equations of a positive definite matrix that holds the right side last."""
    for i in range(count):
        for j in range(i + 1):
            total = gram[i, j]
            for k in range(j):
                total -= gram[i, k] * gram[j, k]
            gram[i, j] = math.sqrt(total) if i == j else total / gram[j, j]
    for i in range(count):
        total = gram[count, i]
        for k in range(i):
            total -= gram[i, k] * slopes[k]
        slopes[i] = total / gram[i, i]
    for i in range(count - 1, -1, -1):
        total = slopes[i]
        for k in range(i + 1, count):
            total -= gram[k, i] * slopes[k]
        slopes[i] = total / gram[i, i]


@njit(cache=True, parallel=True, fastmath=True)
def bootstrap(grams, sums, slopes):
    """Coefficients from summed products of draws, less what the years have in common."""
    for draw in prange(len(grams)):
        gram = grams[draw].reshape(14, 14)
        for t in range(18):
            row = sums[draw, t * 14:t * 14 + 14]
            for a in range(14):
                factor = row[a] / 63
                for b in range(14):
                    gram[a, b] -= factor * row[b]
        solve(gram, 13, slopes[draw])


@njit(cache=True, fastmath=True)
def shares(gram, explained, work, weights, found):
    """Shares of R² by a walk over all subsets, each from the one without its last regressor."""
    total = gram[13, 13]
    work[0, :, :] = gram
    explained[0] = 0
    # work[d] holds what the d regressors chosen so far leave of those after the last.
    chosen = np.empty(14, np.int64)
    depth, following, subset = 0, 0, 0
    while True:
        if following < 13:
            source, target = work[depth], work[depth + 1]
            for i in range(following + 1, 14):
                factor = source[following, i] / source[following, following]
                for j in range(i, 14):
                    target[i, j] = source[i, j] - factor * source[following, j]
            chosen[depth] = following
            subset |= 1 << following
            depth += 1
            explained[subset] = 1 - target[13, 13] / total
            following += 1
        else:
            if depth == 0:
                break
            depth -= 1
            following = chosen[depth]
            subset &= ~(1 << following)
            following += 1
    found[:] = 0
    for subset in range(1 << 13):
        size, rest = 0, subset
        while rest:
            size += rest & 1
            rest >>= 1
        # A subset speaks for its members, and against all others.
        own = weights[size - 1] * explained[subset] if size > 0 else 0.0
        other = weights[size] * explained[subset] if size < 13 else 0.0
        for player in range(13):
            if subset >> player & 1:
                found[player] += own
            else:
                found[player] -= other


@njit(cache=True, parallel=True, fastmath=True)
def resampled(columns, samples, weights, found):
    for draw in prange(len(samples)):
        rows = samples[draw]
        values = np.empty((len(rows), 14))
        means = np.zeros(14)
        for i in range(len(rows)):
            for j in range(14):
                values[i, j] = columns[rows[i], j]
                means[j] += values[i, j]
        means /= len(rows)
        for i in range(len(rows)):
            for j in range(14):
                values[i, j] -= means[j]
        gram = values.T @ values
        shares(gram, np.empty(1 << 13), np.empty((15, 14, 14)), weights, found[draw])


@njit(cache=True, fastmath=True)
def path(gram, products, penalties, rows, tolerance, slopes):
    """A lasso at falling penalties by coordinate descent on products, each from the one before."""
    count = len(products)
    current = np.zeros(count)
    gram = gram / rows
    gradient = products / rows
    active = np.zeros(count, np.bool_)
    for place in range(len(penalties)):
        penalty = penalties[place]
        while True:
            # Descent among the active, then a look at all.
            while True:
                largest = 0.0
                for j in range(count):
                    if not active[j]:
                        continue
                    scale = gram[j, j]
                    wish = gradient[j] + scale * current[j]
                    value = max(abs(wish) - penalty, 0.0) / scale
                    if wish < 0:
                        value = -value
                    step = value - current[j]
                    if step != 0:
                        row = gram[j]
                        for k in range(count):
                            gradient[k] -= row[k] * step
                        current[j] = value
                        largest = max(largest, abs(step) * math.sqrt(scale))
                if largest < tolerance:
                    break
            isComplete = True
            for j in range(count):
                if not active[j] and abs(gradient[j]) > penalty * (1 + 1e-12):
                    active[j] = True
                    isComplete = False
            if isComplete:
                break
        slopes[place] = current


@njit(cache=True, parallel=True, fastmath=True)
def paths(grams, products, penalties, rows, tolerance, slopes):
    for fold in prange(len(grams)):
        path(grams[fold], products[fold], penalties, rows[fold], tolerance, slopes[fold])


if workload == "W4":
    columns = panel("1x")[2]
    counts = file("w4_counts_20000.u8", np.uint8, 63)[: int(case)].astype(float)

    def core():
        cube = columns.reshape(63, 18, 14)
        cube = cube - cube.mean(1, keepdims=True)
        products = (cube.transpose(0, 2, 1) @ cube).reshape(63, -1)
        slopes = np.empty((len(counts), 13))
        flat = cube.reshape(63, -1)
        # Piece by piece, so that what is between stays in the cache.
        for start in range(0, len(counts), 1000):
            part = counts[start:start + 1000]
            bootstrap(part @ products, part @ flat, slopes[start:start + 1000])
        return slopes

    def tell(slopes):
        return summary(slopes, 5, [0.025, 0.05, 0.5, 0.95, 0.975]) | {"sd": slopes.std(0, ddof=1)}

elif workload == "W5":
    columns = panel("1x")[2]
    weights = np.array([
        math.factorial(k) * math.factorial(12 - k) / math.factorial(13) for k in range(13)])
    if case == "lmg":
        def core():
            values = columns - columns.mean(0)
            found = np.empty(13)
            shares(values.T @ values, np.empty(1 << 13), np.empty((15, 14, 14)), weights, found)
            return found

        def tell(found):
            return {"lmg": found, "r2": found.sum()}
    else:
        samples = file("w5_rows_1000.i32", "<i4", len(columns))

        def core():
            found = np.empty((len(samples), 13))
            resampled(columns, samples, weights, found)
            return found

        def tell(found):
            return summary(found, 3, [0.025, 0.5, 0.975])

elif workload == "W6":
    columns, response, folds = design(case)

    def core():
        count = columns.shape[1]
        augmented = np.column_stack([columns, response, np.ones(len(response))])
        products = []
        for fold in range(10):
            own = augmented[folds == fold]
            products.append(own.T @ own)
        total = np.sum(products, axis=0)
        grams, sides, sizes = [], [], []
        for product in [total] + [total - own for own in products]:
            size = product[-1, -1]
            centred = product - np.outer(product[:, -1], product[-1]) / size
            grams.append(np.ascontiguousarray(centred[:count, :count]))
            sides.append(centred[:count, count].copy())
            sizes.append(size)
        penalties = np.abs(sides[0]).max() / sizes[0] * np.logspace(0, -3, 100)
        slopes = np.empty((11, 100, count))
        paths(np.stack(grams), np.stack(sides), penalties, np.array(sizes), 1e-9, slopes)
        errors = np.zeros(100)
        for fold in range(10):
            kept = total - products[fold]
            # The intercept makes the mean residual of the rows kept zero.
            intercepts = (kept[-1, count] - slopes[fold + 1] @ kept[-1, :count]) / kept[-1, -1]
            ways = np.column_stack([slopes[fold + 1], -np.ones(100), intercepts])
            errors += np.einsum("li,ij,lj->l", ways, products[fold], ways)
        return errors / len(response), slopes[0]

    def tell(found):
        errors, slopes = found
        best = errors.argmin()
        return {"cv_mse": errors, "best_index": best, "coef": slopes[best]}

finish(core, tell)
