"""What the peers of ranks.py, sensitivity.py and goals.py share: their command line, and the times of a core.

    python3 STUDY_PEER.py FOLDER CASE REPETITIONS OUTPUT
"""

import json
import statistics
import sys
import time

import numpy as np

folder, case, repetitions, output = sys.argv[1:]
number = case.removeprefix("fixed")
draws = int(float(number)) if number[:1].isdigit() else 0


def answers_of_counts(counts):
    """Mean and spread of ranks, from units × ranks counts."""
    ranks = np.arange(1, counts.shape[1] + 1)
    shares = counts / counts[0].sum()
    mean = shares @ ranks
    return {"mean_rank": mean, "sd_rank": np.sqrt(shares @ ranks**2 - mean**2), "p_top10": shares[:, :10].sum(1)}


def finish(core, tell):
    """Times a function without arguments, and writes its times and what is told of what it found."""
    seconds = []
    for _ in range(int(repetitions)):
        start = time.perf_counter()
        found = core()
        seconds.append(time.perf_counter() - start)
    answers = {key: np.asarray(value).tolist() for key, value in tell(found).items()}
    with open(output, "w", encoding="utf-8") as file:
        json.dump({"core_s": statistics.median(seconds[1:] or seconds), "answers": answers}, file)
