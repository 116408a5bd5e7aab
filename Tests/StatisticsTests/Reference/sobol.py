"""sobol.csv: points of Sobol's sequence by SciPy 1.17.1 (scipy.stats.qmc.Sobol, directions of Joe and Kuo).

SciPy walks in the order of Gray's code; `value` is that of the point whose number has the bits themselves.
"""
import numpy as np
from scipy.stats import qmc

number = np.arange(64)


def points(dimensions):
    walked = qmc.Sobol(dimensions, scramble=False, bits=30).random(64)
    ordered = np.empty_like(walked)
    ordered[number ^ (number >> 1)] = walked
    return ordered


with open("sobol.csv", "w") as file:
    file.write("dimension,point,value\n")
    few, many = points(40), points(3667)
    for dimension in (0, 1, 2, 3, 7, 11, 25, 39):
        for point in range(1, 64):
            file.write(f"{dimension},{point},{float(few[point, dimension])!r}\n")
    for point in (1, 2, 3, 17, 33, 63):
        file.write(f"3666,{point},{float(many[point, 3666])!r}\n")
