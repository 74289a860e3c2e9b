"""The identities of bench/kernel.ts, proved by SymPy: the peer, so its formulas are written here a second time.

Sums over modes are proved summand by summand. Prints one JSON object a line: {"name", "milliseconds"}, the median of
several runs, without starting Python or importing SymPy.
"""

import json
import statistics
import sys
import time

from sympy import diff, simplify, symbols
from sympy.core.cache import clear_cache

s, lam, noise, x, z = symbols("s lambda noise x z", positive=True)
xi, theta, e0, N, D = symbols("xi theta e0 N D", real=True)

a = s / (s + lam)
b = lam / (s + lam)
g = a * (1 - xi * b)
h = b * (1 + xi * a)
t = a * b
error = h**2 * theta**2 + g**2 * noise / s
n = t * (a * noise / s - b * theta**2)
d = t**2 * (theta**2 + noise / s)


def shrinkage():
    objective = (s * (xi * (a * z - x) ** 2 + (1 - xi) * (z - x) ** 2) + lam * x**2) / 2
    return diff(objective, x).subs(x, g * z)


IDENTITIES = {
    "shrinkage": shrinkage,
    "tangent": lambda: a * (1 - xi * b) - (a + xi * lam * diff(a, lam)),
    "quadratic": lambda: error - (error.subs(xi, 0) - 2 * n * xi + d * xi**2),
    "minimum": lambda: (e0 - 2 * N * (N / D) + D * (N / D) ** 2) - (e0 - N**2 / D),
}

for name, difference in IDENTITIES.items():
    times = []
    for _ in range(int(sys.argv[1])):
        clear_cache()
        started = time.perf_counter()
        assert simplify(difference()) == 0, name
        times.append(1000 * (time.perf_counter() - started))
    print(json.dumps({"name": name, "milliseconds": statistics.median(times)}))
