"""Writes test_functions_expected.csv: the indices of published functions by quadrature.

Run in this folder with NumPy. Each function is evaluated on a full grid of Gauss nodes, enough of them for its
square to be integrated exactly (of sines to 1e-15): Legendre nodes on each half of a range where there is a kink,
Hermite nodes of a normal law. Along each axis values are then written in a basis that is orthonormal under
the weights and begins with the constant. A squared coefficient is variance made by the inputs along whose axes
its basis function is not the constant.

Morris's function has twenty inputs but is a sum of products of one term of each, so that two nodes with the term's
mean and standard deviation do; those come from 200 Legendre nodes.
"""
import itertools
import numpy as np


def legendre(low, high, count, parts=1):
    nodes, weights = np.polynomial.legendre.leggauss(count)
    ends = np.linspace(low, high, parts + 1)
    return (np.concatenate([(a + b) / 2 + (b - a) / 2 * nodes for a, b in zip(ends, ends[1:])]),
            np.concatenate([weights / 2 / parts] * parts))


def hermite(mean, deviation, count):
    nodes, weights = np.polynomial.hermite_e.hermegauss(count)
    return mean + deviation * nodes, weights / weights.sum()


def spread(axes):
    """The nodes of each axis, shaped to be broadcast."""
    return [nodes.reshape([-1 if k == i else 1 for k in range(len(axes))])
            for i, (nodes, _) in enumerate(axes)]


def effects(values, axes):
    """The variance that each set of inputs makes."""
    for axis, (nodes, weights) in enumerate(axes):
        root = np.sqrt(weights)
        start = np.column_stack([np.ones_like(nodes)]
                                + [nodes / np.abs(nodes).max() if k == 1 else np.cos(k * np.arange(len(nodes)))
                                   for k in range(1, len(nodes))])
        basis, upper = np.linalg.qr(root[:, None] * start)
        # The first column is the constant, whatever its sign.
        change = (basis * np.sign(np.diag(upper))).T * root
        values = np.moveaxis(np.tensordot(change, values, axes=(1, axis)), 0, axis)
    mean = values.flat[0]
    squares = values**2
    order = sum(np.minimum(np.arange(n), 1).reshape([-1 if k == i else 1 for k in range(values.ndim)])
                for i, n in enumerate(values.shape))
    count = values.ndim
    # With another axis cut to its constant, what is left was made without that input.
    first = [squares[tuple(slice(1, None) if k == i else 0 for k in range(count))].sum()
             for i in range(count)]
    total = [np.take(squares, range(1, squares.shape[i]), axis=i).sum() for i in range(count)]
    shares = squares / np.maximum(order, 1)
    shapley = [np.take(shares, range(1, shares.shape[i]), axis=i).sum() for i in range(count)]
    pairs = {(i, j): squares[tuple(slice(1, None) if k in (i, j) else 0 for k in range(count))].sum()
             for i, j in itertools.combinations(range(count), 2)}
    squares.flat[0] = 0
    variance = squares.sum()
    return mean, variance, first, total, shapley, pairs


def bratley(x):
    total, product = 0, 1
    for value in x:
        product = product * -value
        total = total + product
    return total


def product_of(x, a, g):
    result = 1
    for value, own in zip(x, a):
        result = result * (g(value) + own) / (1 + own)
    return result


def morris(w):
    total = 0
    for i in range(20):
        total = total + (20 if i < 10 else (-1) ** (i + 1)) * w[i]
        for j in range(i + 1, 20):
            total = total + (-15 if j < 6 else (-1) ** (i + j)) * w[i] * w[j]
    for i, j, l in itertools.combinations(range(5), 3):
        total = total - 10 * w[i] * w[j] * w[l]
    return total + 5 * w[0] * w[1] * w[2] * w[3]


def morris_axes():
    nodes, weights = legendre(0, 1, 200)
    bent = 2 * (1.1 * nodes / (nodes + 0.1) - 0.5)
    mean = (weights * bent).sum()
    deviation = np.sqrt((weights * (bent - mean) ** 2).sum())
    straight = np.array([-1, 1]) / np.sqrt(3)
    halves = np.array([0.5, 0.5])
    return [(mean + deviation * np.array([-1, 1]), halves) if i in (2, 4, 6) else (straight, halves)
            for i in range(20)]


G = [0, 1, 4.5, 9, 99, 99, 99, 99]
G_STAR = [0, 0.1, 0.2, 0.3, 0.4, 0.8, 1, 2, 3, 4]
FUNCTIONS = {
    "ishigami": ([legendre(-np.pi, np.pi, 40)] * 3,
                 lambda x: np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])),
    "sobol-g": ([legendre(0, 1, 2, parts=2)] * 8,
                lambda x: product_of(x, G, lambda v: abs(4 * v - 2))),
    "sobol-g-star": ([legendre(0, 1, 3)] * 10,
                     lambda x: product_of(x, G_STAR, lambda v: 3 * abs(2 * v - 1) ** 2)),
    "sudret": ([legendre(0, 1, 3)] * 3, lambda x: np.prod([3 * v**2 + 1 for v in np.broadcast_arrays(*x)],
                                                          axis=0) / 8),
    "bratley": ([legendre(0, 1, 2)] * 10, bratley),
    "linear": ([hermite(0, 1, 2)] * 5, lambda x: sum((i + 1) * v for i, v in enumerate(x))),
    "portfolio": ([hermite(0, 4, 2), hermite(0, 2, 2), hermite(250, 200, 2), hermite(400, 300, 2)],
                  lambda x: x[0] * x[2] + x[1] * x[3]),
    "morris": (morris_axes(), morris),
}

with open("test_functions_expected.csv", "w") as file:
    file.write("function,inputs,mean,variance,first,total,shapley\n")
    for name, (axes, function) in FUNCTIONS.items():
        x = spread(axes)
        values = np.broadcast_to(function(x), [len(nodes) for nodes, _ in axes])
        mean, variance, first, total, shapley, pairs = effects(values, axes)
        file.write(f"{name},,{float(mean)!r},{float(variance)!r},,,\n")
        for i in range(len(axes)):
            share = [float(part[i] / variance) for part in (first, total, shapley)]
            file.write(f"{name},x{i + 1},,,{share[0]!r},{share[1]!r},{share[2]!r}\n")
        for (i, j), part in pairs.items():
            file.write(f"{name},x{i + 1} × x{j + 1},,,{float(part / variance)!r},,\n")
