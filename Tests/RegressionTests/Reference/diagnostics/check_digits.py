"""A third computation with 40 digits, of the panel that is hardest: `python check_digits.py`. It prints how far expected.csv is off."""

import mpmath as mp
import pandas

from formulas import read

mp.mp.dps = 40
DATASET, EFFECT = "grunfeld_unbalanced", "unit+time"


def check(weights):
    data, unit_name, response, regressors = read(DATASET)
    units, times = pandas.factorize(data[unit_name])[0], pandas.factorize(data.year)[0]
    n = len(data)
    root = [mp.sqrt(1 if weights == "none" else float(v)) for v in data.weight]
    columns = [[float(v) for v in data[r]] for r in regressors]
    columns += [[int(u == g) for u in units] for g in range(units.max() + 1)]
    columns += [[int(t == s) for t in times] for s in range(1, times.max() + 1)]
    x = mp.matrix([[column[i] * root[i] for column in columns] for i in range(n)])
    y = mp.matrix([float(v) * root[i] for i, v in enumerate(data[response])])
    inverse = (x.T * x) ** -1
    lead = inverse * x.T
    b = lead * y
    e, rank = y - x * b, len(columns)
    h = [mp.fsum(x[i, a] * lead[a, i] for a in range(rank)) for i in range(n)]
    variance = (e.T * e)[0] / (n - rank)

    expected = pandas.read_csv("expected.csv")
    rows = expected[(expected.dataset == DATASET) & (expected.effect == EFFECT) & (expected.weights == weights) & (expected.model == "within")]
    told = dict(zip(rows.statistic, rows.value))

    def compare(statistic, value):
        print(f"{weights:7s} {statistic:32s} {mp.nstr(value, 20):26s} {mp.nstr(abs(told[statistic] / value - 1), 2)}")

    clusters = {"unit": units, "time": times}
    for j, term in enumerate(regressors):
        compare(f"coef:{term}", b[j])
        compare(f"se_classical:{term}", mp.sqrt(variance * inverse[j, j]))
        compare(f"se_HC3:{term}", mp.sqrt(mp.fsum((lead[j, i] * e[i] / (1 - h[i])) ** 2 for i in range(n))))
        for name, codes in clusters.items():
            sums = [mp.fsum(lead[j, i] * e[i] for i in range(n) if codes[i] == g) for g in set(codes)]
            compare(f"se_cluster[{name}]_plain:{term}", mp.sqrt(mp.fsum(s**2 for s in sums)))
    hat = x * lead
    for name, codes in clusters.items():
        variances = [mp.mpf(0)] * len(regressors)
        for g in sorted(set(codes)):
            rows = [i for i in range(n) if codes[i] == g]
            left = mp.matrix([[int(i == k) - hat[i, k] / root[i] * root[k] for k in range(n)] for i in rows])
            values, vectors = mp.eigsy(left * left.T)
            kept = [q for q in range(len(rows)) if values[q] > mp.mpf(10) ** -20]
            part = vectors.T * mp.matrix([e[i] / root[i] for i in rows])
            corrected = [mp.fsum(vectors[a, q] * part[q] / mp.sqrt(values[q]) for q in kept) for a in range(len(rows))]
            for j in range(len(regressors)):
                variances[j] += mp.fsum(lead[j, i] * root[i] * corrected[a] for a, i in enumerate(rows)) ** 2
        for j, term in enumerate(regressors):
            compare(f"se_cluster[{name}]_CR2:{term}", mp.sqrt(variances[j]))


check("none")
check("weight")
