"""What statsmodels, linearmodels and pyfixest say."""

import importlib.metadata
import itertools

import numpy as np
import pandas
import pyfixest
import statsmodels.api as sm
from linearmodels.panel import BetweenOLS, FirstDifferenceOLS, PanelOLS, PooledOLS, RandomEffects
from statsmodels.stats.outliers_influence import variance_inflation_factor
from wildboottest.wildboottest import wildboottest

from formulas import EFFECTS, read

VERSION = {p: f"{p} {importlib.metadata.version(p)}" for p in ["statsmodels", "linearmodels", "pyfixest"]}


def python_rows(dataset):
    data, unit, response, regressors = read(dataset)
    data = data.assign(unit_code=pandas.factorize(data[unit])[0] + 1)
    rows = []

    def put(model, effect, weights, statistic, value, tool, call):
        rows.append(dict(dataset=dataset, model=model, effect=effect, weights=weights, statistic=statistic, value=float(value), tool=VERSION[tool], call=call))

    def each(model, effect, weights, statistic, series, tool, call):
        for name, value in series.items():
            name = {"Intercept": "intercept", "const": "intercept"}.get(name, name)
            put(model, effect, weights, f"{statistic}:{name}", value, tool, call)

    statsmodels_rows(data, response, regressors, put, each)
    pyfixest_rows(data, response, regressors, each, put)
    linearmodels_rows(data, response, regressors, each, put, dataset)
    return rows


def check_wild(dataset, values):
    """wildboottest enumerates too: its share must lie between those without and with the ties, which it leaves to rounding."""
    if not dataset.startswith("grunfeld"):
        return
    data, unit, response, regressors = read(dataset)
    for effect, restricted in itertools.product(["none", "unit", "unit+time"], [True, False]):
        x = sm.add_constant(data[regressors])
        for column in {"none": [], "unit": [unit], "unit+time": [unit, "year"]}[effect]:
            x = pandas.concat([x, pandas.get_dummies(data[column], prefix=column, drop_first=True, dtype=float)], axis=1)
        for term in regressors:
            result = wildboottest(
                sm.OLS(data[response], x), B=9999, cluster=data[unit].to_numpy(), param=term, impose_null=restricted, seed=1, show=False
            )
            key = ("pooled" if effect == "none" else "within", effect, "none")
            name = f"bootstrap_wild_{'restricted' if restricted else 'unrestricted'}_p"
            lowest, highest = values[*key, f"{name}:{term}"], values[*key, f"{name}_with_equal:{term}"]
            share = result["p-value"].iloc[0]
            if not lowest <= share <= highest:
                raise ValueError(f"wildboottest parts: {dataset} {effect} {term} {name} {share} {lowest} {highest}")


def statsmodels_rows(data, response, regressors, put, each):
    x = sm.add_constant(data[regressors])
    for weights in ["none", "weight"]:
        w = 1.0 if weights == "none" else data.weight
        say = lambda *a: each("pooled", "none", weights, *a[:2], "statsmodels", a[2])
        fit = sm.WLS(data[response], x, weights=w).fit()
        say("coef", fit.params, "WLS")
        say("se_classical", fit.bse, "WLS")
        for kind in ["HC0", "HC1", "HC2", "HC3"]:
            say(f"se_{kind}", getattr(fit, f"{kind}_se"), f"WLS; {kind}_se")
        for lag, adjusted in itertools.product([1, 2, 4], [False, True]):
            r = fit.get_robustcov_results("HAC", maxlags=lag, use_correction=adjusted)
            say(f"se_newey_west_{lag}{'_adjusted' if adjusted else ''}", pandas.Series(r.bse, x.columns), f"cov_type='HAC', maxlags={lag}, use_correction={adjusted}")
        codes = {"unit": data.unit_code, "time": data.year, "unit+time": data[["unit_code", "year"]]}
        for name, groups in codes.items():
            for adjusted in [False, True]:
                r = fit.get_robustcov_results("cluster", groups=np.asarray(groups), use_correction=adjusted)
                say(f"se_cluster[{name}]_{'stata' if adjusted else 'plain'}", pandas.Series(r.bse, x.columns), f"cov_type='cluster', use_correction={adjusted}")
        if weights == "none":
            for j, name in enumerate(regressors):
                put("pooled", "none", "none", f"vif:{name}", variance_inflation_factor(x.to_numpy(), j + 1), "statsmodels", "variance_inflation_factor")
            put("pooled", "none", "none", "leverage_max", sm.OLS(data[response], x).fit().get_influence().hat_matrix_diag.max(), "statsmodels", "get_influence")


def pyfixest_rows(data, response, regressors, each, put):
    for effect, weights in itertools.product(EFFECTS, ["none", "weight"]):
        def fit_with(**more):
            for tolerance in [1e-13, 1e-12, 1e-11, 1e-10, 1e-9]:
                try:
                    return pyfixest.feols(formula, fixef_tol=tolerance, **options, **more), tolerance
                except ValueError as error:  # the tightest tolerance is not always reached
                    if "Demeaning failed" not in str(error):
                        raise

        fixed = {"none": "", "unit": " | unit_code", "time": " | year", "unit+time": " | unit_code + year"}[effect]
        formula = f"{response} ~ {' + '.join(regressors)}{fixed}"
        model = "pooled" if effect == "none" else "within"
        options = dict(data=data, fixef_maxiter=10000) | ({} if weights == "none" else {"weights": "weight"})
        kinds = {
            "classical": "iid", "HC1": "hetero",
            "cluster[unit]_fixest": {"CRV1": "unit_code"}, "cluster[time]_fixest": {"CRV1": "year"},
            "cluster[unit+time]_fixest": {"CRV1": "unit_code+year"},
            "cluster[unit]_pyfixest-CRV3": {"CRV3": "unit_code"}, "cluster[time]_pyfixest-CRV3": {"CRV3": "year"},
        }  # fmt: skip
        if effect == "none":
            kinds |= {"pyfixest_HC2": "HC2", "pyfixest_HC3": "HC3"}
        for name, vcov in kinds.items():
            fit, tolerance = fit_with(vcov=vcov)
            call = f"feols('{fixed.strip()}', vcov={vcov}, fixef_tol={tolerance})" if fixed else f"feols(vcov={vcov})"
            if name == "classical":
                each(model, effect, weights, "coef", fit.coef(), "pyfixest", call)
            each(model, effect, weights, f"se_{name}", fit.se(), "pyfixest", call)
            if "cluster" in name:
                p = fit.pvalue()  # one less a distribution function: no digits are left of the smallest
                each(model, effect, weights, f"p_{name}", p[p > 1e-6], "pyfixest", call)


        for kind, lag in itertools.product(["NW", "DK"], [1, 2]):
            if weights == "none":
                fit, _ = fit_with(vcov=kind, vcov_kwargs={"time_id": "year", "panel_id": "unit_code", "lag": lag})
                name = "panel_newey_west" if kind == "NW" else "driscoll_kraay"
                each(model, effect, weights, f"se_{name}_{lag}_fixest", fit.se(), "pyfixest", f"feols(vcov='{kind}', lag={lag})")


def linearmodels_rows(data, response, regressors, each, put, dataset):
    panel = data.assign(const=1.0).set_index(["unit_code", "year"])
    y, x, constant = panel[response], panel[regressors], panel[["const", *regressors]]
    say = lambda where, statistic, series, call: each(*where, statistic, series, "linearmodels", call)

    def scalars(where, fit):
        for name in ["rsquared", "rsquared_within", "rsquared_between", "rsquared_overall", "rsquared_inclusive", "corr_squared_within", "corr_squared_between", "corr_squared_overall"]:
            if hasattr(fit, name):
                put(*where, name, getattr(fit, name), "linearmodels", name)

    for effect, weights in itertools.product(EFFECTS, ["none", "weight"]):
        where = ("pooled" if effect == "none" else "within", effect, weights)
        options = {} if weights == "none" else {"weights": panel["weight"]}
        if effect == "none":
            model = PooledOLS(y, constant, **options)
        else:
            model = PanelOLS(y, x, entity_effects="unit" in effect, time_effects="time" in effect, **options)
        fit = model.fit()
        say(where, "coef", fit.params, "fit")
        if weights == "none":
            scalars(where, fit)
        if effect != "none" and weights == "none":
            # with a constant the R² of definitions that use levels differ
            scalars(("within_with_constant", effect, weights), PanelOLS(y, constant, entity_effects="unit" in effect, time_effects="time" in effect).fit())
            put("test", effect, "none", "f_effects", fit.f_pooled.stat, "linearmodels", "f_pooled")
        for debiased in [False, True]:
            tag = "-debiased" if debiased else ""
            say(where, f"se_classical_linearmodels{tag}", model.fit(debiased=debiased).std_errors, f"debiased={debiased}")
            say(where, f"se_robust_linearmodels{tag}", model.fit(cov_type="robust", debiased=debiased).std_errors, f"robust, debiased={debiased}")
            for group, (name, c) in itertools.product([False, True], {"unit": (True, False), "time": (False, True), "unit+time": (True, True)}.items()):
                r = model.fit(cov_type="clustered", cluster_entity=c[0], cluster_time=c[1], debiased=debiased, group_debias=group)
                say(where, f"se_cluster[{name}]_linearmodels{tag}{'-group' if group else ''}", r.std_errors, f"clustered, debiased={debiased}, group_debias={group}")
            for bandwidth in [None, 1, 3]:
                try:
                    r = model.fit(cov_type="kernel", kernel="bartlett", bandwidth=bandwidth, debiased=debiased)
                    say(where, f"se_driscoll_kraay_{bandwidth or 'rule'}_linearmodels{tag}", r.std_errors, f"kernel='bartlett', bandwidth={bandwidth}, debiased={debiased}")
                except ValueError as error:
                    if "must be below" not in str(error):
                        raise
    for small in [False, True]:
        model, tag = RandomEffects(y, constant), "" if small else "_harmonic"
        where = ("random", "unit", "none")
        fit = model.fit(small_sample=small)
        call = f"RandomEffects(small_sample={small})"
        say(where, f"coef{tag}", fit.params, call)
        say(where, f"se_classical{tag}", fit.std_errors, call)
        put(*where, f"variance{tag}:idiosyncratic", fit.variance_decomposition["Residual"], "linearmodels", call)
        put(*where, f"variance{tag}:unit", fit.variance_decomposition["Effects"], "linearmodels", call)
        put(*where, f"theta_minimum{tag}", fit.theta.min().iloc[0], "linearmodels", call)
        put(*where, f"theta_maximum{tag}", fit.theta.max().iloc[0], "linearmodels", call)
        for debiased in [False, True]:
            t = "-debiased" if debiased else ""
            say(where, f"se_robust_linearmodels{t}{tag}", model.fit(small_sample=small, cov_type="robust", debiased=debiased).std_errors, call)
            for group in [False, True]:
                r = model.fit(small_sample=small, cov_type="clustered", cluster_entity=True, debiased=debiased, group_debias=group)
                say(where, f"se_cluster[unit]_linearmodels{t}{'-group' if group else ''}{tag}", r.std_errors, call)
        if small:
            scalars(where, fit)
    fit = BetweenOLS(y, constant).fit(reweight=False)
    say(("between", "unit", "none"), "coef", fit.params, "BetweenOLS(reweight=False)")
    say(("between", "unit", "none"), "se_classical", fit.std_errors, "BetweenOLS(reweight=False)")
    fit = BetweenOLS(y, constant).fit(reweight=True)
    say(("between", "unit", "none"), "coef_weighted", fit.params, "BetweenOLS(reweight=True)")
    say(("between", "unit", "none"), "se_classical_weighted", fit.std_errors, "BetweenOLS(reweight=True)")
    model = FirstDifferenceOLS(y, x)
    where = ("differences_without_intercept", "unit", "none")
    fit = model.fit()
    put(*where, "observations_consecutive", fit.nobs, "linearmodels", "FirstDifferenceOLS")
    say(where, "coef_consecutive", fit.params, "FirstDifferenceOLS")
    say(where, "se_classical_consecutive", fit.std_errors, "FirstDifferenceOLS")
    say(where, "se_cluster[unit]_linearmodels-debiased_consecutive", model.fit(cov_type="clustered", cluster_entity=True).std_errors, "FirstDifferenceOLS, clustered")
