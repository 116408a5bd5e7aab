"""W7 by SALib, with the model in NumPy and 1,000 resamples of its own."""

import numpy as np
from SALib.analyze import sobol

from ranks_timing import finish, folder
from sensitivity_model import RankOfLast

model = RankOfLast(folder)
problem = {"num_vars": 13, "names": model.names, "bounds": np.column_stack([model.low, model.high]).tolist()}


def core():
    first, second = model.values(model.first), model.values(model.second)
    points = np.empty((len(first), 15, 13))
    points[:, 0], points[:, 14] = first, second
    for place in range(13):
        points[:, place + 1] = first
        points[:, place + 1, place] = second[:, place]
    outputs = np.concatenate([model(chunk) for chunk in np.array_split(points.reshape(-1, 13), 64)])
    return sobol.analyze(problem, outputs, calc_second_order=False, num_resamples=1000, seed=1), outputs.sum()


def tell(found):
    result, total = found
    return {"s1_saltelli_centred": result["S1"], "st_jansen": result["ST"], "s1_boot_sd": result["S1_conf"] / 1.96,
            "st_boot_sd": result["ST_conf"] / 1.96, "y_sum": int(total)}


finish(core, tell)
