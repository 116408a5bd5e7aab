"""Penalised regressions of a small panel by scikit-learn: sample.csv, then penalised.csv.

    python3 make.py            (Python 3.11.7, NumPy, scikit-learn of the versions printed in the file)

sample.csv: 12 provinces x 6 years, five correlated columns, one that is nearly another, weights; figures of seven
digits. penalised.csv: model, alpha, weighted, lambda, coefficient of each column in its units, intercept. The
columns are standardised here (mean 0, standard deviation 1, both weighted and dividing by the sum of weights), fitted,
and brought back. scikit-learn stops on a gap of 1e-16 of the objective; then, with the active set and signs it found, the
coefficients are solved for directly, which gives the last digits.
"""
import csv
import warnings
import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet

warnings.filterwarnings("ignore")
random = np.random.Generator(np.random.PCG64(20260301))
units, years = 12, 6
n = units * years
effects = random.normal(size=(units, 5))
X = np.repeat(effects, years, axis=0) + random.normal(size=(n, 5))
X[:, 1] += 0.8 * X[:, 0]
X[:, 2] *= 40
X[:, 3] = 6 + 0.01 * X[:, 3]
X = np.column_stack([X, X[:, 0] + 0.05 * random.normal(size=n)])
y = 3 + 0.5 * X[:, 0] - 0.3 * X[:, 1] + 0.02 * X[:, 2] + np.repeat(random.normal(size=units), years) + random.normal(size=n)
w = random.integers(1, 9, size=n) / 4
X, y = np.round(X, 6), np.round(y, 6)
with open("sample.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["province", "year", "a", "b", "c", "d", "e", "f", "y", "weight"])
    for row in range(n):
        out.writerow([f"P{row // years + 1:02d}", 2011 + row % years, *X[row], y[row], w[row]])


def solve(Z, v, weights, alpha, penalty):
    W = weights / weights.sum()
    if alpha == 0:
        signs, active = np.zeros(Z.shape[1]), np.arange(Z.shape[1])
    else:
        model = ElasticNet(alpha=penalty, l1_ratio=alpha, fit_intercept=False, tol=1e-16, max_iter=10_000_000)
        model.fit(Z, v, sample_weight=weights)
        signs, active = np.sign(model.coef_), np.flatnonzero(model.coef_)
    Z, v, W = Z.astype(np.longdouble), v.astype(np.longdouble), W.astype(np.longdouble)
    G, c = (Z * W[:, None]).T @ Z, (Z * W[:, None]).T @ v
    b = np.zeros(Z.shape[1], np.longdouble)
    A = G[np.ix_(active, active)] + penalty * (1 - alpha) * np.eye(len(active))
    r = c[active] - penalty * alpha * signs[active]
    x = np.linalg.solve(A.astype(float), r.astype(float)).astype(np.longdouble)
    for _ in range(5):                                   # refined in extended precision
        x = x + np.linalg.solve(A.astype(float), (r - A @ x).astype(float))
    b[active] = x
    g = c - G @ b - penalty * (1 - alpha) * b
    assert np.all(np.sign(b[active]) == signs[active]) or alpha == 0
    assert np.all(np.abs(g) <= penalty * alpha * (1 + 1e-12) + 1e-15), (alpha, penalty)
    return b


with open("penalised.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["alpha", "weighted", "lambda", "a", "b", "c", "d", "e", "f", "intercept"])
    for alpha in (1, 0.5, 0.05, 0):
        for weighted in (0, 1):
            weights = w if weighted else np.ones(n)
            mean = np.average(X, axis=0, weights=weights)
            sd = np.sqrt(np.average((X - mean) ** 2, axis=0, weights=weights))
            centre = np.average(y, weights=weights)
            for penalty in (0.6, 0.25, 0.1, 0.03, 0.01, 0.001):
                b = solve((X - mean) / sd, y - centre, weights, alpha, penalty) / sd
                out.writerow([alpha, weighted, penalty, *[repr(float(v)) for v in b], repr(float(centre - mean @ b))])
print("scikit-learn", sklearn.__version__, "numpy", np.__version__)
