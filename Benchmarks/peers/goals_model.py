"""The questions of goals.py as arrays, for its peers."""

import csv
import pathlib

import numpy as np

goals = (1, 5, 10, 20, 30)
probability = 0.8


def column(path, name):
    with open(path, encoding="utf-8") as file:
        return np.array([float(row[name]) for row in csv.DictReader(file)])


class Question:
    """Scores, what each unit can change, and what it costs."""

    def __init__(self, folder, case):
        folder = pathlib.Path(folder)
        weights, direction = column(folder / "meta.csv", "weight"), column(folder / "meta.csv", "direction")
        with open(folder / "cross_63.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        values = np.array([[float(row[f"x{k:02}"]) for k in range(1, 14)] for row in rows])
        units = [row["unit"] for row in rows]
        points = 1 + 9 * (values - values.min(0)) / (values.max(0) - values.min(0))
        points = np.where(direction > 0, points, 11 - points)
        costs = folder / "w10_params.csv"
        self.weights, self.cost, self.fixed = weights, column(costs, "cost"), column(costs, "fixed")
        self.scores = points @ weights
        self.most = np.minimum(column(costs, "cap"), 10 - points)
        self.own = units.index("Cà Mau") if "Cà Mau" in units else len(units) - 1
        if case.startswith("robust"):
            self.noise = np.fromfile(folder / "w10_noise_10000.f64").reshape(-1, len(units))
        if case == "robust2":
            self.worth = np.fromfile(folder / "w10_eff_10000.f64").reshape(-1, 13)

    def needs(self):
        """What each unit lacks to each goal, all others standing still."""
        above = -np.sort(-self.scores)
        return np.stack(
            [np.where(self.scores >= above[k - 1], above[k], above[k - 1]) - self.scores for k in goals], axis=1)

    def robust_needs(self):
        """The same for a probability over all futures."""
        drawn = np.ascontiguousarray((self.scores + self.noise).T)
        above = -np.sort(-drawn, axis=0)
        place = int(np.ceil(probability * drawn.shape[1])) - 1
        found = np.empty((len(drawn), len(goals)))
        for number, k in enumerate(goals):
            bar, next_bar = above[k - 1], above[k]
            # Units one after the other keep the needs near the processor.
            for unit, own in enumerate(drawn):
                need = np.where(own >= bar, next_bar, bar)
                need -= own
                found[unit, number] = np.partition(need, place)[place]
        return found
