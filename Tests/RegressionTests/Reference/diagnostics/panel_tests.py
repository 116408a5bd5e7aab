"""The tests of panels, between and differenced estimates from their formulas; see README.md."""

import itertools

import numpy as np
from scipy import optimize, stats

from formulas import between, dummies, quasi, spread, wald


def ols(y, x):
    b = np.linalg.lstsq(x, y, rcond=None)[0]
    e = y - x @ b
    return b, e, np.linalg.inv(x.T @ x)


def others(y, slopes, regressors, unit, time):
    values = {}
    x = np.column_stack([np.ones(len(y)), slopes])
    names = ["intercept", *regressors]
    for effect, codes in [("unit", unit), ("time", np.unique(time, return_inverse=True)[1])]:
        for label, weighted in [("", False), ("_weighted", True)]:
            b, ssr, xb, yb, counts = between(y, x, codes, weighted)
            g, k = xb.shape
            if g <= k:
                continue
            root = np.sqrt(counts)[:, None] if weighted else 1
            bread = np.linalg.inv((root * xb).T @ (root * xb))
            key = lambda s: ("between", effect, "none", s)
            values |= {key(f"coef{label}:{t}"): v for t, v in zip(names, b)}
            values |= {key(s): v for s, v in spread(f"se_classical{label}", names, bread * ssr / (g - k))}
            if not weighted:
                values[key("r2_plm")] = 1 - ssr / np.sum((yb - yb.mean()) ** 2)
    # differences: of rows that follow each other in a unit (adjacent), or of years that do (consecutive)
    order = np.lexsort((time, unit))
    u, t = unit[order], time[order]
    same = u[1:] == u[:-1]
    for label, kept in [("", same), ("_consecutive", same & (t[1:] - t[:-1] == 1))]:
        dy, dx = np.diff(y[order])[kept], np.diff(slopes[order], axis=0)[kept]
        groups = u[1:][kept]
        for model, design, terms in [
            ("differences", np.column_stack([np.ones(len(dy)), dx]), names),
            ("differences_without_intercept", dx, regressors),
        ]:
            b, e, bread = ols(dy, design)
            n, k = design.shape
            s = dummies(groups).T @ (design * e[:, None])
            g = len(s)
            v = bread @ s.T @ s @ bread
            key = lambda s: (model, "unit", "none", s)
            values |= {key(f"coef{label}:{a}"): c for a, c in zip(terms, b)}
            values[key(f"observations{label}")] = n
            for name, cov in [("classical", bread * (e @ e) / (n - k)), ("cluster[unit]_plain", v), ("cluster[unit]_plm-sss", v * g / (g - 1) * (n - 1) / (n - k)),
                              ("cluster[unit]_linearmodels-debiased", v * n / (n - k)), ("cluster[unit]_linearmodels-debiased-group", v * g / (g - 1) * (n - 1) / (n - k))]:
                values |= {key(a): c for a, c in spread(f"se_{name}{label}", terms, cov)}
    return values


def table_of(e, unit, time):
    columns = np.unique(time, return_inverse=True)[1]
    table = np.full((unit.max() + 1, columns.max() + 1), np.nan)
    table[unit, columns] = e
    return table


def cross_section(e, unit, time, bias=False):
    """Pesaran's CD, Breusch and Pagan's LM and its scaled forms; correlations are centred on the years two units share."""
    table = table_of(e, unit, time)
    n, t = table.shape
    cd = lm = scaled = 0.0
    for i, j in itertools.combinations(range(n), 2):
        both = ~np.isnan(table[i]) & ~np.isnan(table[j])
        if both.sum() < 2:
            continue
        rho, m = np.corrcoef(table[i, both], table[j, both])[0, 1], both.sum()
        cd, lm, scaled = cd + np.sqrt(m) * rho, lm + m * rho**2, scaled + m * rho**2 - 1
    pairs = n * (n - 1)
    found = {"cd": np.sqrt(2 / pairs) * cd, "lm": lm, "sclm": np.sqrt(1 / pairs) * scaled}
    found["bcsclm"] = found["sclm"] - n / (2 * (t - 1))
    found |= {f"{a}_p": 2 * stats.norm.sf(abs(found[a])) for a in ["cd", "sclm", "bcsclm"]}
    found["lm_p"], found["lm_df1"] = stats.chi2.sf(lm, pairs / 2), pairs / 2
    return found


def lm_effects(e, unit, time):
    n = len(e)
    found, one = {}, {}
    for name, codes in [("unit", unit), ("time", np.unique(time, return_inverse=True)[1])]:
        counts = np.bincount(codes)
        a = np.sum((dummies(codes).T @ e) ** 2) / (e @ e) - 1
        m = np.sum(counts.astype(float) ** 2) - n
        z = n / np.sqrt(2 * m) * a
        one[name] = (z, m)
        found[name] = {"lm_bp": z**2, "lm_bp_p": stats.chi2.sf(z**2, 1), "lm_honda": z, "lm_honda_p": stats.norm.sf(z), "lm_kw": z, "lm_kw_p": stats.norm.sf(z)}
    (a, ma), (b, mb) = one["unit"], one["time"]
    honda = (a + b) / np.sqrt(2)
    kw = (a * np.sqrt(ma) + b * np.sqrt(mb)) / np.sqrt(ma + mb)
    ghm = max(a, 0) ** 2 + max(b, 0) ** 2
    ghm_p = 0.5 * stats.chi2.sf(ghm, 1) + 0.25 * stats.chi2.sf(ghm, 2) if ghm > 0 else 1.0
    found["unit+time"] = {
        "lm_bp": a**2 + b**2, "lm_bp_p": stats.chi2.sf(a**2 + b**2, 2), "lm_honda": honda, "lm_honda_p": stats.norm.sf(honda),
        "lm_kw": kw, "lm_kw_p": stats.norm.sf(kw), "lm_ghm": ghm, "lm_ghm_p": ghm_p,
    }  # fmt: skip
    return found


def godfrey(y, x, order):
    """Breusch and Godfrey's auxiliary regression over the stacked rows: lags run over the ends of units, zeros before the first row."""
    n, k = x.shape
    e = ols(y, x)[1]
    lagged = np.column_stack([np.concatenate([np.zeros(j), e[:-j]]) for j in range(1, order + 1)])
    rest = ols(e, np.column_stack([x, lagged]))[1]
    chi2 = n * (1 - rest @ rest / (e @ e))
    f = (e @ e - rest @ rest) / order / (rest @ rest) * (n - k - order)
    return chi2, f, n - k - order


def pairs_of(unit, time, v):
    """Each row with the row before it in its unit."""
    order = np.lexsort((time, unit))
    u, sorted_v = unit[order], v[order]
    same = u[1:] == u[:-1]
    return sorted_v[1:][same], sorted_v[:-1][same], u[1:][same]


def clustered_slope(y, x, codes, null):
    """A regression on an intercept and one regressor: F of the slope against `null` with unit-clustered variance, no factor."""
    design = np.column_stack([np.ones(len(y)), x])
    b, e, bread = ols(y, design)
    s = dummies(codes).T @ (design * e[:, None])
    v = bread @ s.T @ s @ bread
    return (b[1] - null) ** 2 / v[1, 1], len(y) - 2


def autocorrelation_given_units(y, x, unit, time):
    """Baltagi and Li's LM test of AR(1) errors given random effects of units, at the maximum-likelihood variances.

    The score of the autocorrelation at zero, squared, times its part of the inverse information matrix of
    (autocorrelation, variance of the effects, variance of the errors); years apart by one go together."""
    n, counts = len(y), np.bincount(unit)
    mean = lambda v: ((dummies(unit).T @ v).T / counts).T

    def fit(ratio):
        theta = (1 - 1 / np.sqrt(1 + counts * ratio))[unit]
        qy, qx = y - theta * mean(y)[unit], x - theta[:, None] * mean(x)[unit]
        b, e, _ = ols(qy, qx)
        return b, e @ e / n

    def slope(ratio):
        """The derivative of -2 log likelihood by the ratio of variances, the rest at its best."""
        b, variance = fit(ratio)
        sums = dummies(unit).T @ (y - x @ b)
        return np.sum(counts / (1 + counts * ratio)) - np.sum((sums / (1 + counts * ratio)) ** 2) / variance

    ratio = optimize.brentq(slope, 1e-6, 1e4, xtol=1e-15, rtol=1e-14)
    b, variance = fit(ratio)
    u, score, information = y - x @ b, 0.0, np.zeros((3, 3))
    for g in np.unique(unit):
        years, e = time[unit == g], u[unit == g]
        ones = np.ones((len(e), len(e)))
        inverse = np.linalg.inv(variance * (ratio * ones + np.eye(len(e))))
        parts = [inverse @ d for d in (variance * (np.abs(years[:, None] - years) == 1), ones, np.eye(len(e)))]
        score += 0.5 * (e @ parts[0] @ inverse @ e - np.trace(parts[0]))
        information += 0.5 * np.array([[np.trace(a @ b) for b in parts] for a in parts])
    return score**2 * np.linalg.inv(information)[0, 0]


def tests(y, slopes, regressors, unit, time, fits):
    found = {}
    n, k = slopes.shape
    put = lambda effect, statistic, value: found.__setitem__(("test", effect, "none", statistic), value)
    flat = fits["none", "none"]
    lm = lm_effects(flat.e, unit, time)
    for effect in ["unit", "time", "unit+time"]:
        fit = fits[effect, "none"]
        q, d = fit.rank - flat.rank, n - fit.rank
        f = (flat.ssr - fit.ssr) / q / (fit.ssr / d)
        for s, v in [("f_effects", f), ("f_effects_p", stats.f.sf(f, q, d)), ("f_effects_df1", q), ("f_effects_df2", d)]:
            put(effect, s, v)
        for s, v in lm[effect].items():
            put(effect, s, v)
        for s, v in cross_section(fit.e, unit, time).items():
            put(effect, "cross_section_" + (s.replace("_p", "_within_p").replace("_df1", "_within_df1") if "_" in s else s + "_within"), v)
        for order in [1, 2]:
            chi2, f, d = godfrey(fit.wy, fit.z, order)
            put(effect, f"pbgtest_within_{order}", chi2), put(effect, f"pbgtest_within_{order}_p", stats.chi2.sf(chi2, order))
            put(effect, f"pbgtest_within_{order}_f", f), put(effect, f"pbgtest_within_{order}_f_p", stats.f.sf(f, order, d))
        if effect == "unit":
            order = np.lexsort((time, unit))
            u, t, e = unit[order], time[order], fit.e[order]
            follows = (u[1:] == u[:-1]) & (np.diff(t) == 1)
            d1 = np.sum(np.diff(e)[follows] ** 2) / (e @ e)
            alone = ~np.concatenate([[False], follows])
            last = ~np.concatenate([follows, [False]])
            interior = np.concatenate([[False], u[1:] == u[:-1]]) & alone
            d2 = np.sum(e[interior] ** 2) / (e @ e)
            before = np.roll(interior, -1)
            d3 = np.sum(e[before] ** 2) / (e @ e)
            put(effect, "pbnftest_bhargava", d1 + d2)
            put(effect, "pbnftest_lbi", d1 + d2 + d3 + np.sum(e[alone & ~interior] ** 2) / (e @ e) + np.sum(e[last & ~before] ** 2) / (e @ e))
    both, one = fits["unit+time", "none"], fits["unit", "none"]
    q, d = both.rank - one.rank, n - both.rank
    f = (one.ssr - both.ssr) / q / (both.ssr / d)
    for s, v in [("", f), ("_p", stats.f.sf(f, q, d)), ("_df1", q), ("_df2", d)]:
        put("unit+time", "f_time_given_unit" + s, v)
    # Hausman
    for effect, codes in [("unit", unit), ("time", time)]:
        within = fits[effect, "none"]
        if len(np.unique(codes)) <= k + 1:
            continue
        qy, qx, *_ = quasi(y, slopes, codes, within)
        b, e, bread = ols(qy, qx)
        v = bread[1:, 1:] * (e @ e) / (n - k - 1)
        difference = within.b - b[1:]
        chi2 = difference @ np.linalg.solve(within.bread * within.ssr / (n - within.rank) - v, difference)
        put(effect, "hausman", abs(chi2)), put(effect, "hausman_p", stats.chi2.sf(abs(chi2), k)), put(effect, "hausman_df1", k)
        if effect == "time":
            continue
        for kind, constant in [("", np.ones(n)), ("_quasi_constant", qx[:, 0])]:
            design = np.column_stack([constant, qx[:, 1:], within.z])
            b, e, bread = ols(qy, design)
            s = dummies(unit).T @ (design * e[:, None])
            for label, v in [("", bread * (e @ e) / (n - 2 * k - 1)), ("_cluster", bread @ s.T @ s @ bread)]:
                chi2 = wald(b, v, np.eye(2 * k + 1)[k + 1 :])
                put(effect, f"hausman_auxiliary{label}{kind}", chi2)
                put(effect, f"hausman_auxiliary{label}{kind}_p", stats.chi2.sf(chi2, k))
        # Mundlak: pooled regression with the means of the units
        means = slopes - within.z
        design = np.column_stack([np.ones(n), slopes, means])
        b, e, bread = ols(y, design)
        s = dummies(unit).T @ (design * e[:, None])
        chi2 = wald(b, bread @ s.T @ s @ bread, np.eye(2 * k + 1)[k + 1 :])
        put(effect, "mundlak_cluster", chi2)
    # serial correlation
    e, lagged, groups = pairs_of(unit, time, one.e)
    counts = np.bincount(unit)
    f, d = clustered_slope(e, lagged, groups, -1 / (len(np.unique(time)) - 1))
    put("unit", "wooldridge_ar", f), put("unit", "wooldridge_ar_p", stats.f.sf(f, 1, d)), put("unit", "wooldridge_ar_df2", d)
    order = np.lexsort((time, unit))
    u = unit[order]
    same = u[1:] == u[:-1]
    dy, dx, du = np.diff(y[order])[same], np.diff(slopes[order], axis=0)[same], u[1:][same]
    residuals = ols(dy, np.column_stack([np.ones(len(dy)), dx]))[1]
    e, lagged, groups = pairs_of(du, np.arange(len(du)), residuals)
    for label, null in [("fd", 0), ("fd_fe", -0.5)]:
        f, d = clustered_slope(e, lagged, groups, null)
        put("unit", f"wooldridge_{label}", f), put("unit", f"wooldridge_{label}_p", stats.f.sf(f, 1, d))
    # pooled residuals
    for s, v in cross_section(flat.e, unit, time).items():
        put("none", "cross_section_" + (s.replace("_p", "_pooled_p").replace("_df1", "_pooled_df1") if "_" in s else s + "_pooled"), v)
    lm = autocorrelation_given_units(y, flat.z, unit, time)
    put("unit", "baltagi_li", lm), put("unit", "baltagi_li_p", stats.chi2.sf(lm, 1))
    sums = np.array([(flat.e[unit == g].sum() ** 2 - np.sum(flat.e[unit == g] ** 2)) / 2 for g in np.unique(unit)])
    z = sums.sum() / np.sqrt(np.sum(sums**2))
    put("none", "wooldridge_unobserved", z), put("none", "wooldridge_unobserved_p", 2 * stats.norm.sf(abs(z)))
    if all(counts > k + 1):
        apart = sum(np.sum(ols(y[unit == g], np.column_stack([np.ones(np.sum(unit == g)), slopes[unit == g]]))[1] ** 2) for g in np.unique(unit))
        groups = len(counts)
        d2 = n - groups * (k + 1)
        for label, ssr, d1 in [("pooling_", flat.ssr, (groups - 1) * (k + 1)), ("pooling_within_", one.ssr, (groups - 1) * k)]:
            f = (ssr - apart) / d1 / (apart / d2)
            put("none", label + "against_unit_slopes", f), put("none", label + "against_unit_slopes_p", stats.f.sf(f, d1, d2))
    if len(set(counts)) == 1:
        t = counts[0]
        e, lagged, _ = pairs_of(unit, time, flat.e)
        a = 1 - np.sum([flat.e[unit == g].sum() ** 2 for g in np.unique(unit)]) / flat.ssr
        groups = len(counts)
        # plm divides by the squares of the rows that have a row before them; the paper by those of all rows
        for label, b in [("", e @ lagged / (e @ e)), ("_paper", e @ lagged / flat.ssr)]:
            ar = groups * t**2 * (b + a / t) ** 2 / ((t - 1) * (1 - 2 / t))
            re = -np.sqrt(groups * t / (2 * (t - 1) * (1 - 2 / t))) * (a + 2 * b)
            joint = groups * t**2 / (2 * (t - 1) * (t - 2)) * (a**2 + 4 * a * b + 2 * t * b**2)
            put("none", f"bera_sosa_escudero_yoon_ar{label}", ar), put("none", f"bera_sosa_escudero_yoon_ar{label}_p", stats.chi2.sf(ar, 1))
            put("none", f"bera_sosa_escudero_yoon_re{label}", re), put("none", f"bera_sosa_escudero_yoon_re{label}_p", stats.norm.sf(re))
            put("none", f"baltagi_li_joint{label}", joint), put("none", f"baltagi_li_joint{label}_p", stats.chi2.sf(joint, 2))
    return found
