"""Every statistic from its own formula, in NumPy: what README.md says, as code.

`of(dataset)` gives a dictionary from (model, effect, weights, statistic) to the value."""

import itertools
from pathlib import Path

import numpy as np
import pandas
from scipy import stats

HERE = Path(__file__).parent
PANELS = {
    "grunfeld": ("firm", "inv", ["value", "capital"]),
    "grunfeld_unbalanced": ("firm", "inv", ["value", "capital"]),
    **{
        f"transparency_{years}": (
            "province",
            "transparency",
            ["planning_documents", "predictability", "business_associations", "website_score"],
        )
        for years in ["2013_2016", "2017_2019"]
    },
}
EFFECTS = ["none", "unit", "time", "unit+time"]


def read(dataset):
    unit, response, regressors = PANELS[dataset]
    return pandas.read_csv(HERE / f"{dataset}.csv"), unit, response, regressors


def residual(of, on):
    """What is left of the columns of `of` after those of `on`, twice, to be exact."""
    q, s, _ = np.linalg.svd(on, full_matrices=False)
    q = q[:, s > s[0] * 1e-10]
    for _ in range(2):
        of = of - q @ (q.T @ of)
    return of


def dummies(codes):
    return (codes[:, None] == np.unique(codes)[None, :]).astype(float)


def bartlett(sums, lag):
    meat = sums.T @ sums
    for j in range(1, lag + 1):
        gamma = sums[j:].T @ sums[:-j]
        meat = meat + (1 - j / (lag + 1)) * (gamma + gamma.T)
    return meat


def power(matrix, exponent):
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    kept = values > 1e-10
    return (vectors[:, kept] * values[kept] ** exponent) @ vectors[:, kept].T


class Fit:
    """A weighted least-squares fit with effects: all that the covariances rest on."""

    def __init__(self, y, x, names, unit, time, effect, weights):
        self.n, self.names = len(y), names
        self.unit, self.time, self.effect = unit, time, effect
        root = np.sqrt(weights)
        self.levels = {"unit": len(np.unique(unit)), "time": len(np.unique(time))}
        absorbed = [dummies({"unit": unit, "time": time}[e]) for e in ([] if effect == "none" else effect.split("+"))]
        self.root, self.raw_x, self.raw_y = root, x, y
        if absorbed:
            d = np.hstack(absorbed)
            self.z, self.wy = residual(root[:, None] * x, root[:, None] * d), residual(root * y, root[:, None] * d)
            full = root[:, None] * np.hstack([x, d])
            self.dummies = d
        else:
            self.z, self.wy, full = root[:, None] * x, root * y, root[:, None] * x
            self.dummies = np.zeros((self.n, 0))
        self.full = full
        q, s, _ = np.linalg.svd(full, full_matrices=False)
        self.q = q[:, s > s[0] * 1e-10]
        self.rank = self.q.shape[1]
        self.k = x.shape[1]
        self.bread = np.linalg.inv(self.z.T @ self.z)
        q, r = np.linalg.qr(self.z)
        self.b = np.linalg.solve(r, q.T @ self.wy)
        self.e = self.wy - self.z @ self.b
        self.ssr = self.e @ self.e
        self.h = (self.q**2).sum(1)
        self.h_within = (q**2).sum(1)
        self.scores = self.z * self.e[:, None]

    def sandwich(self, meat):
        return self.bread @ meat @ self.bread

    def sums(self, codes, scores=None):
        return dummies(codes).T @ (self.scores if scores is None else scores)

    def cluster_meats(self, name):
        """The meats of a cluster name with their signs and numbers of groups."""
        one = {"unit": self.unit, "time": self.time}
        if name in one:
            s = self.sums(one[name])
            return [(1, s.T @ s, len(s))]
        a, b = self.sums(self.unit), self.sums(self.time)
        return [(1, a.T @ a, len(a)), (1, b.T @ b, len(b)), (-1, self.scores.T @ self.scores, self.n)]

    def cluster(self, name, factor):
        return self.sandwich(sum(sign * factor(groups) * meat for sign, meat, groups in self.cluster_meats(name)))

    def bias_reduced(self, codes, exponent):
        """CR2 (exponent -1/2) or CR3 (-1) with an identity working covariance, and Satterthwaite's degrees of freedom."""
        root, r = self.root, self.e / self.root
        # I - H with H = X (X'WX)^-1 X'W, by an orthonormal basis of the weighted columns
        left = np.eye(self.n) - (self.q / root[:, None]) @ (self.q * root[:, None]).T
        meat, contrasts = 0, []
        for g in np.unique(codes):
            rows = codes == g
            a = power(left[rows] @ left[rows].T, -0.5) if exponent == -0.5 else np.linalg.pinv(left[np.ix_(rows, rows)], rcond=1e-10)
            core = self.bread @ (self.z[rows] * root[rows, None]).T @ a
            part = core @ r[rows]
            meat = meat + np.outer(part, part)
            contrasts.append(left[rows].T @ core.T)
        p = np.array(contrasts)  # groups x rows x terms
        df = []
        for j in range(self.k):
            gram = p[:, :, j] @ p[:, :, j].T
            df.append(np.trace(gram) ** 2 / (gram**2).sum())
        return meat, np.array(df)

    def jackknife(self, codes):
        """The estimates without each group in turn; the dummies are fitted anew."""
        estimates = []
        for g in np.unique(codes):
            rows = codes != g
            estimates.append(np.linalg.lstsq(self.full[rows], self.root[rows] * self.raw_y[rows], rcond=1e-12)[0][: self.k])
        return np.array(estimates)


def of(dataset):
    data, unit_name, response, regressors = read(dataset)
    unit, time = pandas.factorize(data[unit_name])[0], data.year.to_numpy()
    y, slopes = data[response].to_numpy(float), data[regressors].to_numpy(float)
    values, fits = {}, {}
    for effect, weights in itertools.product(EFFECTS, ["none", "weight"]):
        w = np.ones(len(y)) if weights == "none" else data.weight.to_numpy()
        x = np.column_stack([np.ones(len(y)), slopes]) if effect == "none" else slopes
        names = (["intercept"] if effect == "none" else []) + regressors
        fit = fits[effect, weights] = Fit(y, x, names, unit, time, effect, w)
        found = dict(covariances(fit))
        if effect == "none":
            found |= pooled(fit, regressors)
        for statistic, value in found.items():
            values["pooled" if effect == "none" else "within", effect, weights, statistic] = value
        if weights == "none":
            for model, statistic, value in determination(fit, unit, slopes):
                values[model, effect, weights, statistic] = value
    if len(set(np.bincount(unit))) == 1 and dataset.startswith("grunfeld"):
        for statistic, value in random_both(y, slopes, regressors, unit, time, fits["unit+time", "none"]):
            values["random", "unit+time", "none", statistic] = value
    for effect in EFFECTS[1:]:
        if effect == "unit" or (dataset.startswith("grunfeld") and effect == "time"):
            for statistic, value in random(dataset, y, slopes, regressors, unit if effect == "unit" else time, fits[effect, "none"]):
                values["random", effect, "none", statistic] = value
    from panel_tests import others, tests
    from wild_bootstrap import wild_values

    values |= others(y, slopes, regressors, unit, time)
    values |= tests(y, slopes, regressors, unit, time, fits)
    values |= wild_values(fits, unit)
    return values


def determination(fit, unit, slopes):
    """R² within, between and overall as linearmodels defines them (and Stata: the squares of correlations)."""
    y, model = fit.raw_y, "pooled" if fit.effect == "none" else "within"
    b = fit.b[1:] if fit.effect == "none" else fit.b
    intercept = fit.b[0] if fit.effect == "none" else y.mean() - slopes.mean(0) @ b
    kinds = [(model, 0.0, False), ("within_with_constant", intercept, True)] if fit.effect != "none" else [(model, intercept, True)]
    total = np.sum((y - y.mean()) ** 2)
    for name, constant, centred in kinds:
        yield from ((name, *part) for part in parts(y, constant + slopes @ b, unit, centred))
        yield name, "rsquared", 1 - fit.ssr / (total if fit.effect == "none" else fit.wy @ fit.wy)
        yield name, "rsquared_inclusive", 1 - fit.ssr / total


def parts(y, f, unit, centred):
    """The R² of a prediction `f`, over all rows, between the means of units and within units."""
    d = dummies(unit)
    mean = lambda v: (d.T @ v) / d.sum(0)
    share = lambda y, f, centred: 1 - np.sum((y - f) ** 2) / np.sum((y - (y.mean() if centred else 0)) ** 2)
    deviations = [v - d @ mean(v) for v in (y, f)]
    yield "rsquared_overall", share(y, f, centred)
    yield "rsquared_between", share(mean(y), mean(f), centred)
    yield "rsquared_within", share(*deviations, False)
    yield "corr_squared_overall", np.corrcoef(y, f)[0, 1] ** 2
    yield "corr_squared_between", np.corrcoef(mean(y), mean(f))[0, 1] ** 2
    yield "corr_squared_within", np.corrcoef(*deviations)[0, 1] ** 2


def spread(name, terms, v):
    variances = np.diag(v)
    return [(f"{name}:{t}", float(np.sqrt(s)) if s > 0 else float("nan")) for t, s in zip(terms, variances)]


def covariances(fit):
    n, k, rank, terms = fit.n, fit.k, fit.rank, fit.names
    yield from ((f"coef:{t}", b) for t, b in zip(terms, fit.b))
    put = lambda name, v: spread(f"se_{name}", terms, v)
    hc = lambda weight: fit.sandwich((fit.scores * weight[:, None]).T @ fit.scores)
    one = np.ones(n)
    yield "sigma", np.sqrt(fit.ssr / (n - rank))
    total = np.sum((fit.root * (fit.raw_y - np.average(fit.raw_y, weights=fit.root**2))) ** 2)
    yield "r2", 1 - fit.ssr / total
    yield "r2_adjusted", 1 - fit.ssr / total * (n - 1) / (n - rank)
    tss = fit.wy @ fit.wy if fit.effect != "none" else total
    yield "r2_plm", 1 - fit.ssr / tss
    yield from put("classical", fit.bread * fit.ssr / (n - rank))
    yield from put("HC0", hc(one))
    yield from put("HC1", hc(one) * n / (n - rank))
    yield from put("HC2", hc(1 / (1 - fit.h)))
    yield from put("HC3", hc(1 / (1 - fit.h) ** 2))
    effects = rank - k
    for label, parameters in [("", effects), ("-debiased", rank)]:
        yield from put(f"classical_linearmodels{label}", fit.bread * fit.ssr / (n - parameters))
        yield from put(f"robust_linearmodels{label}", hc(one) * n / (n - parameters))
    yield from put("pyfixest_HC2", hc(1 / (1 - fit.h)) * n / (n - rank))
    yield from put("pyfixest_HC3", hc(1 / (1 - fit.h) ** 2) * n / (n - rank))
    yield from put("HC4", hc((1 - fit.h) ** -np.minimum(4, n * fit.h / rank)))
    yield from put("plm-white1_HC1", hc(one) * n / (n - k))
    yield from put("plm-white1_HC2", hc(1 / (1 - fit.h_within)))
    yield from put("plm-white1_HC3", hc(1 / (1 - fit.h_within) ** 2))
    yield "leverage_max", fit.h.max()
    s2 = fit.ssr / (n - rank)
    yield "cooks_max", np.max(fit.e**2 * fit.h / (rank * s2 * (1 - fit.h) ** 2))
    left_out = np.sqrt((fit.ssr - fit.e**2 / (1 - fit.h)) / (n - rank - 1))
    yield "rstudent_max", np.max(np.abs(fit.e / (left_out * np.sqrt(1 - fit.h))))
    # clusters
    for name in ["unit", "time", "unit+time"]:
        c = lambda factor: fit.cluster(name, factor)
        groups = [fit.levels[part] for part in name.split("+")]
        yield from put(f"cluster[{name}]_plain", c(lambda g: 1))
        yield from put(f"cluster[{name}]_plm-HC1", c(lambda g: n / (n - k)))
        yield from put(f"cluster[{name}]_plm-sss", c(lambda g: g / (g - 1) * (n - 1) / (n - k)))
        yield from put(f"cluster[{name}]_stata", c(lambda g: g / (g - 1) * (n - 1) / (n - rank)))
        nested = 0 if fit.effect == "none" else sum(fit.levels[e] for e in fit.effect.split("+") if e in name.split("+"))
        fully = 0 if fit.effect == "none" else sum(e in name.split("+") for e in fit.effect.split("+"))
        counted = rank - nested + fully
        g_minimum = min(groups)
        v = c(lambda g: g_minimum / (g_minimum - 1) * (n - 1) / (n - counted))
        yield from put(f"cluster[{name}]_fixest", v)
        with np.errstate(invalid="ignore"):
            p = 2 * stats.t.sf(np.abs(fit.b) / np.sqrt(np.diag(v)), g_minimum - 1)
        yield from ((f"p_cluster[{name}]_fixest:{a}", b) for a, b in zip(terms, p))
        # linearmodels: the effects count unless they are one effect nested in every variable of the clusters
        extra = 0 if fit.effect == name and name != "unit+time" else effects
        for debiased, group in itertools.product([False, True], repeat=2):
            scale = n / (n - extra - (k if debiased else 0))
            label = "linearmodels" + ("-debiased" if debiased else "") + ("-group" if group else "")
            yield from put(f"cluster[{name}]_{label}", c(lambda g: scale * (g / (g - 1) * (n - 1) / n if group else 1)))
    for name, codes in [("unit", fit.unit), ("time", fit.time)]:
        cr2, df = fit.bias_reduced(codes, -0.5)
        yield from put(f"cluster[{name}]_CR2", cr2)
        yield from ((f"df_cluster[{name}]_CR2:{t}", d) for t, d in zip(terms, df))
        t = fit.b / np.sqrt(np.diag(cr2))
        yield from ((f"p_cluster[{name}]_CR2:{a}", p) for a, p in zip(terms, 2 * stats.t.sf(np.abs(t), df)))
        cr3, _ = fit.bias_reduced(codes, -1)
        yield from put(f"cluster[{name}]_CR3", cr3)
        g = fit.levels[name]
        yield from put(f"cluster[{name}]_CR1", fit.cluster(name, lambda g: g / (g - 1)))
        left = fit.jackknife(codes) - fit.b
        yield from put(f"cluster[{name}]_CRV3", (g - 1) / g * left.T @ left)
        counted = k if fit.effect == "none" else rank - (g - 1 if name in fit.effect.split("+") else 0)
        yield from put(f"cluster[{name}]_pyfixest-CRV3", v := left.T @ left * g / (g - 1) * (n - 1) / (n - counted))
        p = 2 * stats.t.sf(np.abs(fit.b) / np.sqrt(np.diag(v)), g - 1)
        yield from ((f"p_cluster[{name}]_pyfixest-CRV3:{a}", b) for a, b in zip(terms, p))
    # over time
    periods = fit.sums(fit.time)
    t = len(periods)
    longest = np.bincount(fit.unit).max()
    for label, lag in [("default", int(longest**0.25)), ("1", 1), ("2", 2), ("3", 3)]:
        if lag >= t:
            continue
        v = fit.sandwich(bartlett(periods, lag))
        yield from put(f"driscoll_kraay_{label}_plain", v)
        yield from put(f"driscoll_kraay_{label}_plm-HC1", v * n / (n - k))
        yield from put(f"driscoll_kraay_{label}_plm-sss", v * t / (t - 1) * (n - 1) / (n - k))
        for debiased in [False, True]:
            scale = n / (n - (rank - k) - (k if debiased else 0))
            if label != "default":
                yield from put(f"driscoll_kraay_{label}_linearmodels{'-debiased' if debiased else ''}", v * scale)
    rule = int(np.floor(4 * (t / 100) ** (2 / 9)))
    v = fit.sandwich(bartlett(periods, rule)) if rule < t else fit.bread * np.nan
    for debiased in [False, True]:
        scale = n / (n - (rank - k) - (k if debiased else 0))
        yield from put(f"driscoll_kraay_rule_linearmodels{'-debiased' if debiased else ''}", v * scale)
    order = np.lexsort((fit.time, fit.unit))
    ordered, unit = fit.scores[order], fit.unit[order]
    for lag in [1, 2]:
        if lag < t:
            factor = t / (t - 1) * (n - 1) / (n - rank)
            yield from put(f"driscoll_kraay_{lag}_fixest", fit.sandwich(bartlett(periods, lag)) * factor)
            # fixest counts rows, not years: over a gap the rows beside it are one apart
            meat = ordered.T @ ordered
            for j in range(1, lag + 1):
                same = unit[j:] == unit[:-j]
                gamma = ordered[j:][same].T @ ordered[:-j][same]
                meat = meat + (1 - j / (lag + 1)) * (gamma + gamma.T)
            yield from put(f"panel_newey_west_{lag}_fixest", fit.sandwich(meat) * factor)
        meat = fit.scores.T @ fit.scores
        times = np.searchsorted(np.unique(fit.time), fit.time)
        for j in range(1, lag + 1):
            earlier = {(u, s): i for i, (u, s) in enumerate(zip(fit.unit, times))}
            pairs = [(i, earlier[u, s - j]) for (u, s), i in earlier.items() if (u, s - j) in earlier]
            a, b = (list(p) for p in zip(*pairs)) if pairs else ([], [])
            gamma = fit.scores[a].T @ fit.scores[b]
            meat = meat + (1 - j / (lag + 1)) * (gamma + gamma.T)
        yield from put(f"plm-NW_{lag}", fit.sandwich(meat))
    for name, over, within in [("unit", fit.unit, fit.time), ("time", fit.time, fit.unit)]:
        d, columns = dummies(over), np.searchsorted(np.unique(within), within)
        table = np.full((d.shape[1], columns.max() + 1), np.nan)
        table[np.searchsorted(np.unique(over), over), columns] = fit.e
        there = ~np.isnan(table)
        filled = np.where(there, table, 0)
        pairs = there.T.astype(float) @ there
        omega = np.divide(filled.T @ filled, pairs, out=np.zeros_like(pairs), where=pairs > 0)
        meat = 0
        for g in np.unique(over):
            rows = over == g
            z = fit.z[rows]
            meat = meat + z.T @ omega[np.ix_(columns[rows], columns[rows])] @ z
        yield from put(f"plm-BK[{name}]", fit.sandwich(meat))
    # prediction at the last row
    fitted = (fit.q @ (fit.q.T @ (fit.root * fit.raw_y)))[-1] / fit.root[-1]
    se = np.sqrt(s2 * fit.h[-1]) / fit.root[-1]
    yield "prediction_fit", fitted
    yield "prediction_se_mean", se
    for level in [0.95]:
        quantile = stats.t.ppf((1 + level) / 2, n - rank)
        new = np.sqrt(se**2 + s2 / fit.root[-1] ** 2)
        yield f"prediction_mean_lower_{level}", fitted - quantile * se
        yield f"prediction_mean_upper_{level}", fitted + quantile * se
        yield f"prediction_new_lower_{level}", fitted - quantile * new
        yield f"prediction_new_upper_{level}", fitted + quantile * new


def wald(b, v, restriction):
    difference = restriction @ b
    return float(difference @ np.linalg.solve(restriction @ v @ restriction.T, difference))


def pooled(fit, regressors):
    n, k, values = fit.n, fit.k, {}
    for lag in [1, 2, 4]:
        v = fit.sandwich(bartlett(fit.scores, lag))
        values |= dict(spread(f"se_newey_west_{lag}", fit.names, v))
        values |= dict(spread(f"se_newey_west_{lag}_adjusted", fit.names, v * n / (n - k)))
    identity = np.eye(k)
    g = fit.levels["unit"]
    unit = {
        "classical": fit.bread * fit.ssr / (n - k),
        "HC1": fit.sandwich(fit.scores.T @ fit.scores) * n / (n - k),
        "HC3": fit.sandwich((fit.scores / (1 - fit.h)[:, None]).T @ (fit.scores / (1 - fit.h)[:, None])),
        "cluster[unit]_stata": fit.cluster("unit", lambda g: g / (g - 1) * (n - 1) / (n - k)),
    }
    for name, v in unit.items():
        for label, r in [("equal", (identity[1] - identity[2])[None]), ("slopes", identity[1:])]:
            chi2 = wald(fit.b, v, r)
            values[f"wald_{label}_f_{name}"] = chi2 / len(r)
            values[f"wald_{label}_f_p_{name}"] = stats.f.sf(chi2 / len(r), len(r), n - k)
            values[f"wald_{label}_chi2_p_{name}"] = stats.chi2.sf(chi2, len(r))
    values["f_all"], values["f_all_p"] = values["wald_slopes_f_classical"], values["wald_slopes_f_p_classical"]
    # variance inflation: the diagonal of the inverse of the (weighted) correlations of the coefficients
    v = fit.bread[1:, 1:]
    scale = np.sqrt(np.diag(v))
    correlation = v / np.outer(scale, scale)
    for j, name in enumerate(regressors):
        rest = [i for i in range(len(regressors)) if i != j]
        values[f"vif:{name}"] = np.linalg.det(correlation[np.ix_([j], [j])]) * np.linalg.det(correlation[np.ix_(rest, rest)]) / np.linalg.det(correlation)
    scaled = fit.z / np.sqrt((fit.z**2).sum(0))
    _, s, vt = np.linalg.svd(scaled, full_matrices=False)
    shares = (vt.T / s) ** 2
    shares /= shares.sum(1, keepdims=True)
    for i in range(len(s)):
        values[f"condition_index:{i + 1}"] = s[0] / s[i]
        for j, name in enumerate(fit.names):
            values[f"condition_share_{i + 1}:{name}"] = shares[j, i]
    if np.all(fit.root == 1):
        values["durbin_watson"] = np.sum(np.diff(fit.e) ** 2) / fit.ssr
        square = fit.e**2
        explained = square - np.linalg.lstsq(fit.z, square, rcond=None)[0] @ fit.z.T
        r2 = 1 - explained @ explained / np.sum((square - square.mean()) ** 2)
        relative = square / square.mean()
        fitted = np.linalg.lstsq(fit.z, relative, rcond=None)[0] @ fit.z.T
        for label, value in [("_studentized", n * r2), ("", np.sum((fitted - 1) ** 2) / 2)]:
            values[f"breusch_pagan_heteroskedasticity{label}"] = value
            values[f"breusch_pagan_heteroskedasticity{label}_p"] = stats.chi2.sf(value, k - 1)
        fitted = fit.z @ fit.b
        fitted = fitted / np.abs(fitted).max()
        more = np.column_stack([fit.z, fitted**2, fitted**3])
        rest = fit.wy - more @ np.linalg.lstsq(more, fit.wy, rcond=None)[0]
        f = (fit.ssr - rest @ rest) / 2 / (rest @ rest) * (n - k - 2)
        values["reset"], values["reset_p"] = f, stats.f.sf(f, 2, n - k - 2)
    return values


def between(y, x, codes, weighted=False):
    counts = np.bincount(codes)
    means = lambda v: (dummies(codes).T @ v) / (counts if v.ndim == 1 else counts[:, None])
    yb, xb = means(y), means(x)
    root = np.sqrt(counts) if weighted else np.ones(len(counts))
    b = np.linalg.lstsq(root[:, None] * xb, root * yb, rcond=None)[0]
    e = root * (yb - xb @ b)
    return b, e @ e, xb, yb, counts


def components(y, slopes, codes, within, harmonic=False):
    """Swamy and Arora's components: exact in the balanced case, Baltagi and Chang's in the unbalanced one."""
    codes = np.unique(codes, return_inverse=True)[1]
    x = np.column_stack([np.ones(len(y)), slopes])
    n, k = len(y), x.shape[1]
    idiosyncratic = within.ssr / (n - within.rank)
    b, ssr, xb, yb, counts = between(y, x, codes, weighted=not harmonic)
    groups = len(counts)
    if harmonic:
        effect = ssr / (groups - k) - idiosyncratic / (groups / np.sum(1 / counts))
    else:
        middle = (xb * counts[:, None]).T @ xb
        totals = xb * counts[:, None]
        effect = (ssr - (groups - k) * idiosyncratic) / (n - np.trace(np.linalg.solve(middle, totals.T @ totals)))
    return idiosyncratic, max(0, effect), counts, codes, x


def quasi(y, slopes, codes, within, harmonic=False):
    idiosyncratic, effect, counts, codes, x = components(y, slopes, codes, within, harmonic)
    theta = 1 - np.sqrt(idiosyncratic / (idiosyncratic + counts * effect))
    means = lambda v: (dummies(codes).T @ v) / (counts if v.ndim == 1 else counts[:, None])
    t = theta[codes]
    return y - t * means(y)[codes], x - t[:, None] * means(x)[codes], idiosyncratic, effect, theta


def random(dataset, y, slopes, regressors, codes, within):
    for harmonic in [False, True]:
        tag = "_harmonic" if harmonic else ""
        qy, qx, idiosyncratic, effect, theta = quasi(y, slopes, codes, within, harmonic)
        names = ["intercept", *regressors]
        bread = np.linalg.inv(qx.T @ qx)
        b = np.linalg.lstsq(qx, qy, rcond=None)[0]
        e = qy - qx @ b
        n, k = qx.shape
        yield from ((f"coef{tag}:{t}", v) for t, v in zip(names, b))
        yield from spread(f"se_classical{tag}", names, bread * (e @ e) / (n - k))
        yield f"variance{tag}:idiosyncratic", idiosyncratic
        yield f"variance{tag}:{within.effect}", effect
        yield f"theta_minimum{tag}", theta.min()
        yield f"theta_maximum{tag}", theta.max()
        yield f"theta{tag}", theta.min()
        if not harmonic and within.effect == "unit":
            yield from parts(y, b[0] + slopes @ b[1:], within.unit, True)
            yield "rsquared", 1 - (e @ e) / np.sum((qy - qy.mean()) ** 2)
        if not harmonic:
            yield "r2_plm", np.corrcoef(qy, qx @ b)[0, 1] ** 2
        for name, groups in [("unit", within.unit), ("time", within.time)]:
            s = dummies(groups).T @ (qx * e[:, None])
            g = len(s)
            v = bread @ s.T @ s @ bread
            for label, f in [("plain", 1), ("plm-sss", g / (g - 1) * (n - 1) / (n - k)), ("linearmodels", 1), ("linearmodels-debiased", n / (n - k)),
                             ("linearmodels-group", g / (g - 1) * (n - 1) / n), ("linearmodels-debiased-group", g / (g - 1) * (n - 1) / (n - k))]:
                yield from spread(f"se_cluster[{name}]_{label}{tag}", names, v * f)
        v = bread @ (qx * e[:, None]).T @ (qx * e[:, None]) @ bread
        yield from spread(f"se_robust_linearmodels{tag}", names, v)
        yield from spread(f"se_robust_linearmodels-debiased{tag}", names, v * n / (n - k))


def random_both(y, slopes, regressors, unit, time, within):
    """Random effects of units and times, balanced."""
    time = np.unique(time, return_inverse=True)[1]
    x = np.column_stack([np.ones(len(y)), slopes])
    (n, k), units, times = x.shape, unit.max() + 1, time.max() + 1
    idiosyncratic = within.ssr / (n - within.rank)
    of_units = between(y, x, unit)[1] * times / (units - k)
    of_times = between(y, x, time)[1] * units / (times - k)
    yield "variance:idiosyncratic", idiosyncratic
    yield "variance:unit", (of_units - idiosyncratic) / times
    yield "variance:time", max(0, (of_times - idiosyncratic) / units)
    of_units, of_times = max(of_units, idiosyncratic), max(of_times, idiosyncratic)
    root = np.sqrt(idiosyncratic)
    a, b = 1 - root / np.sqrt(of_units), 1 - root / np.sqrt(of_times)
    c = a + b + root / np.sqrt(of_units + of_times - idiosyncratic) - 1
    for name, value in [("id", a), ("time", b), ("total", c)]:
        yield f"theta_minimum:{name}", value
        yield f"theta_maximum:{name}", value
    mean = lambda v, codes: ((dummies(codes).T @ v).T / np.bincount(codes)).T[codes]
    qy, qx = (v - a * mean(v, unit) - b * mean(v, time) + c * v.mean(0) for v in (y, x))
    coefficients = np.linalg.lstsq(qx, qy, rcond=None)[0]
    e = qy - qx @ coefficients
    names = ["intercept", *regressors]
    yield from ((f"coef:{t}", v) for t, v in zip(names, coefficients))
    yield from spread("se_classical", names, np.linalg.inv(qx.T @ qx) * (e @ e) / (n - k))
    yield "r2_plm", np.corrcoef(qy, qx @ coefficients)[0, 1] ** 2
