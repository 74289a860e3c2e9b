"""The error in each cell of λ and ξ in spectral coordinates, X = U diag(σ) Vᵀ, for Gaussian noise.

usage: python3 engine_spectral.py problem.json sums|product   (then a seed a line; see engine_peer.py)

Both draw the d coordinates of Uᵀη for each replicate in place of the n entries of η, as sd-theorems does, and use that the
error is a quadratic in ξ: with u the distance of the teacher from the truth and v what a unit of imitation adds, means and
covariances of ‖u‖², ⟨u, v⟩ and ‖v‖² over the replicates give the mean and the standard error for every ξ.

`sums` computes u and v of all replicates for each λ. `product` goes as far as sd-theorems does: the three are sums over
modes of quadratics in the coordinates, so that one product of matrices has them for all replicates and all λ.
"""

import numpy as np

from engine_peer import serve


def coordinates(problem, random):
    """Singular values, the truth's coordinates, and those of the noise: the latter replicate by replicate."""
    _, singular, right = np.linalg.svd(problem.design, full_matrices=False)
    noise = random.standard_normal((problem.replicates, len(singular)))
    noise *= problem.deviation / singular
    return singular**2, right @ problem.parameter, noise


def cells(means, covariances, xis, replicates):
    """Means (3) and covariances (3 x 3) of the three parts for each λ, in the last axis, to means and errors by λ and ξ."""
    weights = np.stack([np.ones_like(xis), 2 * xis, xis**2])
    variances = np.einsum("pk,pql,qk->lk", weights, covariances, weights)
    return means.T @ weights, np.sqrt(variances / replicates)


def sums(problem, random):
    s, theta, noise = coordinates(problem, random)
    means, covariances = np.empty((3, len(problem.lambdas))), np.empty((3, 3, len(problem.lambdas)))
    labels = noise + theta
    u, v = np.empty_like(noise), np.empty_like(noise)
    parts = np.empty((3, problem.replicates))
    for row, regularization in enumerate(problem.lambdas):
        a = s / (s + regularization)
        np.multiply(noise, a, out=u)
        u -= (1 - a) * theta
        np.multiply(labels, -a * (1 - a), out=v)
        for part, left, right in ((0, u, u), (1, u, v), (2, v, v)):
            np.einsum("ij,ij->i", left, right, out=parts[part])
        means[:, row] = parts.mean(axis=1)
        covariances[:, :, row] = np.cov(parts)
    return cells(means, covariances, problem.xis, problem.replicates)


def product(problem, random):
    s, theta, noise = coordinates(problem, random)
    count = len(problem.lambdas)
    a = s / (s + np.array(problem.lambdas)[:, None])  # λ by mode
    b = 1 - a
    quadratic = np.concatenate([a * a, -a * a * b, (a * b) ** 2])
    linear = np.concatenate([-2 * a * b, -a * b * (a - b), 2 * (a * b) ** 2]) * theta
    constant = (np.concatenate([b * b, a * b * b, (a * b) ** 2]) * theta**2).sum(axis=1)
    parts = noise @ linear.T
    np.square(noise, out=noise)
    parts += noise @ quadratic.T
    means = parts.mean(axis=0)
    parts -= means
    covariances = (parts.T @ parts / (problem.replicates - 1)).reshape(3, count, 3, count)
    covariances = np.einsum("plql->pql", covariances)
    return cells((means + constant).reshape(3, count), covariances.transpose(0, 1, 2), problem.xis, problem.replicates)


serve({"sums": sums, "product": product})
