"""What the NumPy programs beside the engine share: the problem, the rounds of a measurement, and the result.

A program is given the problem as a JSON file, and runs once for each line of standard input, which is a seed. For each it
prints a JSON object a line: the milliseconds of the run, those that its threads computed for, and the means and standard
errors of all cells. Reading the problem, starting Python and importing NumPy do not count.
"""

import json
import sys
import time

import numpy as np


class Problem:
    def __init__(self, path):
        with open(path, encoding="utf8") as file:
            given = json.load(file)
        self.design = np.array(given["design"])  # n x d
        self.parameter = np.array(given["parameter"])  # d
        self.deviation = given["noiseVariance"] ** 0.5
        self.lambdas = given["lambdas"]
        self.xis = np.array(given["xis"])
        self.replicates = given["replicates"]


def serve(programs):
    """`programs` by name; each takes the problem and a random generator and returns means and standard errors."""
    program = programs[sys.argv[2]]
    problem = Problem(sys.argv[1])
    for line in sys.stdin:
        random = np.random.default_rng(int(line))
        wall, processor = time.perf_counter(), time.process_time()
        mean, error = program(problem, random)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        answer = {"wall": 1000 * wall, "processor": 1000 * processor, "mean": mean.tolist(), "error": error.tolist()}
        print(json.dumps(answer), flush=True)
