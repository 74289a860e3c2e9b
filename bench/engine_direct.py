"""Every teacher and every student fitted directly, for all replicates at once: the error in each cell of λ and ξ.

usage: python3 engine_direct.py problem.json inverse|cholesky   (then a seed a line; see engine_peer.py)

The normal equations of ridge are (XᵀX + λI) θ = Xᵀy, and those of the student have the labels ξ Xθ_T + (1 − ξ) y. XᵀX and
the XᵀY of all replicates are computed once, and the system of each λ is factorised once. Replicates are the rows of all
arrays, in blocks that stay in the cache: a block of 1 000 is three times as fast as all 10 000 together.

`cholesky` solves by LAPACK's potrf and potrs (SciPy). `inverse` has LAPACK invert the matrix of each λ and multiplies: less
careful numerically, but a product of matrices runs several times as fast as triangular solves.
"""

import numpy as np

from engine_peer import serve

BLOCK = 1000


def solver_by_inverse(matrix):
    inverse = np.linalg.inv(matrix)
    return lambda rows, out: np.matmul(rows, inverse, out=out)  # the inverse is symmetric


def solver_by_cholesky(matrix):
    from scipy.linalg import cho_factor, cho_solve

    factor = cho_factor(matrix, lower=True, check_finite=False)

    def solve(rows, out):
        # The transpose of rows in C order is in Fortran's order, as LAPACK wants its right-hand sides.
        out[:] = rows
        cho_solve(factor, out.T, overwrite_b=True, check_finite=False)
        return out

    return solve


def direct(problem, random, solver):
    design, truth = problem.design, problem.parameter
    n, d = design.shape
    gram = design.T @ design
    labels = random.standard_normal((problem.replicates, n))
    labels *= problem.deviation
    labels += design @ truth
    statistics = labels @ design  # row by row Xᵀy
    mean = np.empty((len(problem.lambdas), len(problem.xis)))
    error = np.empty_like(mean)
    distances = np.empty((len(problem.xis), problem.replicates))
    teacher, imitated, target, student = (np.empty((BLOCK, d)) for _ in range(4))
    for row, regularization in enumerate(problem.lambdas):
        solve = solver(gram + regularization * np.eye(d))
        for start in range(0, problem.replicates, BLOCK):
            block = statistics[start : start + BLOCK]
            size = len(block)
            solve(block, teacher[:size])
            np.matmul(teacher[:size], gram, out=imitated[:size])  # Xᵀ of what the teacher predicts
            imitated[:size] -= block
            for column, xi in enumerate(problem.xis):
                np.multiply(imitated[:size], xi, out=target[:size])
                target[:size] += block
                solve(target[:size], student[:size])
                student[:size] -= truth
                np.einsum("ij,ij->i", student[:size], student[:size], out=distances[column, start : start + size])
        mean[row] = distances.mean(axis=1)
        error[row] = distances.std(axis=1, ddof=1) / problem.replicates**0.5
    return mean, error


serve(
    {
        "inverse": lambda problem, random: direct(problem, random, solver_by_inverse),
        "cholesky": lambda problem, random: direct(problem, random, solver_by_cholesky),
    }
)
