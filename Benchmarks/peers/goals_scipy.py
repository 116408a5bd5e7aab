"""Random gains by SciPy's HiGHS: programs on the futures easiest for the last answer, from many beginnings."""

import numpy as np
from scipy.optimize import linprog

from goals_model import Question, probability
from ranks_timing import finish, folder

question = Question(folder, "robust2")
starts = 60


def core():
    drawn = question.scores + question.noise
    own = drawn[:, question.own]
    rivals = np.delete(drawn, question.own, axis=1)
    bars = -np.partition(-rivals, 9, axis=1)[:, 9]
    gains, needs = question.worth * question.weights, bars - own
    most = question.most[question.own]
    keep = int(np.ceil(probability * len(needs)))
    random = np.random.default_rng(0)

    def descend(changes):
        best = None
        while True:
            easiest = np.argpartition(needs - gains @ changes, keep - 1)[:keep]
            answer = linprog(question.cost, A_ub=-gains[easiest], b_ub=-needs[easiest],
                             bounds=np.c_[np.zeros(13), most], method="highs")
            if answer.status != 0 or (best is not None and answer.fun >= best.fun - 1e-9):
                return best
            best, changes = answer, answer.x

    best = descend(most)
    for _ in range(starts):
        shaken = best.x * (1 + 0.05 * random.standard_normal(13)) + 0.02 * random.random(13)
        other = descend(np.clip(shaken, 0, most))
        if other is not None and other.fun < best.fun:
            best = other
    return best.fun, (gains @ (best.x + 1e-9) >= needs).mean()


finish(core, lambda found: {"cost": found[0], "prob": found[1]})
