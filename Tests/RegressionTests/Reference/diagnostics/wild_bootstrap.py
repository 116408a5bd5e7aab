"""The wild cluster bootstrap over all sign vectors: exact, so no seed is in it."""

import itertools

import numpy as np

from formulas import dummies, residual


def wild(fit, codes, term, restricted):
    """How many of the 2^G Rademacher vectors give a larger |t| than the data's, and how many an equal one.

    t is the estimate less its value under the null, over its cluster standard error; a factor on the variance
    is the same in all and falls out. `restricted` (WCR): responses are made with the estimates under "slope = 0"
    and their residuals, and t* is of the slope; otherwise (WCU) with the estimates and residuals as they are,
    and t* is of its difference from the estimate. Effects are taken out of every made response anew."""
    z, y = fit.z, fit.wy
    j = fit.names.index(term)
    keep = [i for i in range(fit.k) if i != j]
    a = z @ fit.bread
    sums = lambda e: np.einsum("ng,nv->gv", dummies(codes), a[:, [j]] * e)
    deviation = lambda e: np.sqrt((sums(e) ** 2).sum(0))
    t = fit.b[j] / deviation(fit.e[:, None])[0]
    if restricted:
        zr = z[:, keep]
        fitted = zr @ np.linalg.lstsq(zr, y, rcond=None)[0]
    else:
        fitted = z @ fit.b
    u = y - fitted
    groups = len(np.unique(codes))
    signs = np.array(list(itertools.product([1.0, -1.0], repeat=groups))).T
    made = fitted[:, None] + u[:, None] * (dummies(codes) @ signs)
    if fit.dummies.shape[1]:
        made = residual(made, fit.root[:, None] * fit.dummies)
    b = fit.bread @ (z.T @ made)
    e = made - z @ b
    stars = (b[j] - (0 if restricted else fit.b[j])) / deviation(e)
    larger, equal = np.abs(stars) > abs(t) * (1 + 1e-9), np.abs(np.abs(stars) / abs(t) - 1) <= 1e-9
    return t, int(larger.sum()), int(equal.sum()), np.sort(stars)


def wild_values(fits, unit):
    found = {}
    for (effect, weights), fit in fits.items():
        groups = len(np.unique(unit))
        if weights != "none" or groups > 12:
            continue
        for term, restricted in itertools.product(fit.names, [True, False]):
            t, larger, equal, stars = wild(fit, unit, term, restricted)
            model = "pooled" if effect == "none" else "within"
            name = f"bootstrap_wild_{'restricted' if restricted else 'unrestricted'}"
            for label, value in [
                ("larger", larger),
                ("equal", equal),
                ("p", larger / len(stars)),
                ("p_with_equal", (larger + equal) / len(stars)),
                ("t_lowest", stars[0]),
                ("t_highest", stars[-1]),
                ("t_absolute_mean", np.abs(stars).mean()),
            ]:
                found[model, effect, "none", f"{name}_{label}:{term}"] = float(value)
            found[model, effect, "none", f"bootstrap_wild_t:{term}"] = t
    return found
