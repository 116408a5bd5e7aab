"""Least costs by NumPy: knapsacks as sums along sorted indicators, small sets of indicators one by one for all units."""

from itertools import combinations

import numpy as np

from goals_model import Question
from ranks_timing import case, finish, folder

question = Question(folder, case)
order = np.argsort(question.cost / question.weights)
weights, cost, fixed = question.weights[order], question.cost[order], question.fixed[order]
most = question.most[:, order]


def along(needs, chosen, extra):
    """The cost of each need with some indicators, in the order of cost for gain; infinite where out of reach."""
    gain = np.cumsum(most[:, chosen] * weights[chosen], axis=1)
    spent = np.cumsum(most[:, chosen] * cost[chosen], axis=1)
    reached = needs <= gain[:, -1:]
    place = np.minimum((gain[:, None, :] < needs[:, :, None]).sum(2), len(chosen) - 1)
    rows = np.arange(len(needs))[:, None]
    # What is not needed of the last indicator is given back.
    found = spent[rows, place] - (gain[rows, place] - needs) * (cost / weights)[chosen][place]
    return np.where(reached, found + extra, np.inf)


def core():
    needs = question.robust_needs() if case == "robust1" else question.needs()
    if case == "milp":
        found = np.full(needs.shape, np.inf)
        for size in range(1, 5):
            for chosen in combinations(range(13), size):
                chosen = list(chosen)
                np.minimum(found, along(needs, chosen, fixed[chosen].sum()), out=found)
    else:
        found = along(needs, list(range(13)), 0.0)
    return np.where(needs <= 0, 0, found)


finish(core, lambda found: {"cost": np.where(np.isfinite(found), found, -1)})
