"""Writes given_data_sample.csv and given_data_expected.csv: indices of one table by other programs.

Run in this folder with NumPy, SciPy and SALib 1.6.0. The sample is 500 rows of Ishigami's function, the
inputs rounded so that the third has ties. 500 rows and 10 slices put no quantile on a row.

salib_*    SALib.analyze.pawn as it stands. It takes slices [a, b), the last one too, so that the row of
           the greatest value is in none.
pawn_*     scipy.stats.ks_2samp of each slice, the last one closed: the definition of 2018.
joined     the published rank statistic: mean of y y' over cyclic neighbours; for the third input, the
           mean over 200,000 random orders of its ties (standard error in joined_error).
"""
import numpy as np
from SALib.analyze import pawn
from scipy.stats import ks_2samp

generator = np.random.default_rng(20180725)
x = generator.uniform(-np.pi, np.pi, (500, 3))
x[:, 2] = np.round(x[:, 2], 1)
y = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
names = ["x1", "x2", "x3"]
np.savetxt("given_data_sample.csv", np.column_stack([x, y]), fmt="%.17g", delimiter=",",
           header="x1,x2,x3,y", comments="")
x, y = np.split(np.loadtxt("given_data_sample.csv", delimiter=",", skiprows=1), [3], axis=1)
y = y[:, 0]


def closed(column):
    bounds = np.quantile(column, np.linspace(0, 1, 11))
    found = []
    for k in range(10):
        inside = (column >= bounds[k]) & ((column < bounds[k + 1]) | (k == 9))
        if inside.any():
            found.append(ks_2samp(y[inside], y).statistic)
    found = np.array(found)
    return [found.min(), found.mean(), np.median(found), found.max(), found.std() / found.mean()]


def joined(column, order):
    ordered = y[order]
    mean = y.mean()
    return ((ordered * np.roll(ordered, -1)).mean() - mean**2) / ((y**2).mean() - mean**2)


problem = {"num_vars": 3, "names": names, "bounds": [[-np.pi, np.pi]] * 3}
salib = pawn.analyze(problem, x, y, S=10)
with open("given_data_expected.csv", "w") as file:
    figures = ["minimum", "mean", "median", "maximum", "variation"]
    file.write(",".join(["name"] + ["salib_" + f for f in figures] + ["pawn_" + f for f in figures]
                        + ["joined", "joined_error"]) + "\n")
    for i, name in enumerate(names):
        keys = ["minimum", "mean", "median", "maximum", "CV"]
        row = [salib[key][i] for key in keys] + closed(x[:, i])
        if len(set(x[:, i])) == len(y):
            row += [joined(x[:, i], np.argsort(x[:, i])), 0.0]
        else:
            draws = [joined(x[:, i], np.lexsort((generator.random(500), x[:, i])))
                     for _ in range(200_000)]
            row += [np.mean(draws), np.std(draws) / np.sqrt(len(draws))]
        file.write(",".join([name] + [repr(float(value)) for value in row]) + "\n")
