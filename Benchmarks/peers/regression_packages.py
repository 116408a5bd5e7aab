"""The peers of regression.py that users have: pyfixest, linearmodels, statsmodels, scikit-learn.

    python3 regression_packages.py PACKAGE FOLDER WORKLOAD CASE REPETITIONS OUTPUT
"""

import sys

package = sys.argv.pop(1)

import numpy as np  # noqa: E402

from regression_timing import case, design, finish, folder, names, panel, workload  # noqa: E402

if workload == "W3":
    import pandas

    frame = pandas.read_csv(f"{folder}/panel_{case}.csv")
    if package == "pyfixest":
        import pyfixest

        formula = "y ~ " + " + ".join(names) + " | unit + year"

        def core():
            # Without small-sample factors, as all here.
            fit = pyfixest.feols(
                formula, frame, vcov={"CRV1": "unit"}, ssc=pyfixest.ssc(k_adj=False, G_adj=False))
            return {"coef": fit.coef(), "se_cr0": fit.se(), "rss": (fit.resid() ** 2).sum()}

    elif package == "linearmodels":
        from linearmodels.panel import PanelOLS

        frame["number"] = frame["unit"].astype("category").cat.codes
        indexed = frame.set_index(["number", "year"])

        def core():
            fit = PanelOLS(
                indexed["y"], indexed[names], entity_effects=True, time_effects=True,
            ).fit(
                cov_type="clustered", cluster_entity=True, debiased=False, group_debias=False,
                auto_df=False, count_effects=False)
            return {
                "coef": fit.params, "se_cr0": fit.std_errors, "rss": (fit.resids**2).sum(),
            }

    elif package == "statsmodels":
        import statsmodels.formula.api as formulas

        formula = "y ~ " + " + ".join(names) + " + C(unit) + C(year)"

        def core():
            fit = formulas.ols(formula, frame).fit(
                cov_type="cluster", use_t=True,
                cov_kwds={"groups": frame["unit"], "use_correction": False})
            return {
                "coef": fit.params[names], "se_cr0": fit.bse[names], "rss": (fit.resid**2).sum(),
            }

elif workload == "W6":
    from sklearn.linear_model import lasso_path

    columns, response, folds = design(case)

    def core():
        scale = np.abs(columns.T @ (response - response.mean())).max() / len(response)
        penalties = scale * np.logspace(0, -3, 100)
        settings = {"alphas": penalties, "tol": 1e-8, "max_iter": 100_000}

        def slopes(rows):
            means, mean = columns[rows].mean(0), response[rows].mean()
            found = lasso_path(columns[rows] - means, response[rows] - mean, **settings)[1]
            return found, mean - means @ found

        errors = np.zeros(100)
        for fold in range(10):
            found, intercepts = slopes(folds != fold)
            left = response[folds == fold, None] - columns[folds == fold] @ found - intercepts
            errors += (left**2).sum(0)
        errors /= len(response)
        best = errors.argmin()
        found, _ = slopes(np.ones(len(response), bool))
        return {"cv_mse": errors, "best_index": best, "coef": found[:, best]}

finish(core)
