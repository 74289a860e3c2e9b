"""The fit of bench/softmax.ts by scikit-learn's LogisticRegression: the peer, on the same data and to the same gradient.

The solver is newton-cg: lbfgs gives up at a gradient's norm of about 1e-5 here, as the objective hardly changes any more.

usage: python3 softmax_sklearn.py FEATURES LABELS COLUMNS WEIGHT_DECAY GRADIENT_NORM [FACTOR]

FEATURES are doubles, row by row, LABELS 32-bit integers, in the machine's order. scikit-learn minimises n times the
objective and stops where no entry of that gradient is above its `tol`, so tol = n * GRADIENT_NORM * FACTOR. Without a FACTOR
the largest of a few is looked for that brings the gradient's norm down to GRADIENT_NORM. Prints JSON: {"milliseconds",
"gradientNorm", "objective", "iterations", "factor", "version"}; the time is of `fit` alone, on one thread.
"""

import json
import os
import sys
import time
import warnings

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np
import sklearn
from scipy.special import logsumexp, softmax
from sklearn.linear_model import LogisticRegression

FACTORS = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01]

columns, weight_decay, wanted = int(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5])
features = np.fromfile(sys.argv[1]).reshape(-1, columns)
labels = np.fromfile(sys.argv[2], dtype=np.int32)
rows = len(labels)
targets = np.eye(labels.max() + 1)[labels]


def fit(factor):
    model = LogisticRegression(
        C=1 / (rows * weight_decay),
        fit_intercept=False,
        multi_class="multinomial",
        solver="newton-cg",
        tol=rows * wanted * factor,
        max_iter=100_000,
    )
    started = time.perf_counter()
    model.fit(features, labels)
    milliseconds = 1000 * (time.perf_counter() - started)
    weights = model.coef_.T
    logits = features @ weights
    gradient = features.T @ (softmax(logits, axis=1) - targets) / rows + weight_decay * weights
    losses = logsumexp(logits, axis=1) - (targets * logits).sum(axis=1)
    return {
        "milliseconds": milliseconds,
        "gradientNorm": np.linalg.norm(gradient),
        "objective": losses.mean() + weight_decay / 2 * (weights**2).sum(),
        "iterations": int(model.n_iter_[0]),
        "factor": factor,
        "version": sklearn.__version__,
    }


warnings.simplefilter("ignore")  # that the argument multi_class will go
if len(sys.argv) > 6:
    print(json.dumps(fit(float(sys.argv[6]))))
else:
    found = next((each for each in map(fit, FACTORS) if each["gradientNorm"] <= wanted), None)
    print(json.dumps(found))
