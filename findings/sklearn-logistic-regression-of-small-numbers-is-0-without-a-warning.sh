#!/usr/bin/env bash
# Expected: an (almost) unpenalised logistic regression separates the points -2, -1 | 1, 2 in any unit of
# measurement, or warns that it did not converge.
#
# What happens: with the same points in millionths the default solver stops before its first step: the
# gradient at 0 is below tol, which is absolute. The weight is 0, every probability is 1/2, the accuracy is
# 1/2, and no warning is given. solver="newton-cholesky" separates them.
#
# Versions: scikit-learn 1.2.1 with NumPy 1.24.2, SciPy 1.10.1 (Debian 12).

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root \
  python3.11-minimal=3.11.2-6+deb12u8 \
  libpython3.11-minimal=3.11.2-6+deb12u8 \
  libpython3.11-stdlib=3.11.2-6+deb12u8 \
  libexpat1=2.5.0-1+deb12u2 \
  libffi8=3.4.4-1 \
  zlib1g=1:1.2.13.dfsg-1 \
  python3-numpy=1:1.24.2-1+deb12u1 \
  libblas3=3.11.0-2 \
  liblapack3=3.11.0-2 \
  libgfortran5=12.2.0-14+deb12u1 \
  libquadmath0=12.2.0-14+deb12u1 \
  python3-scipy=1.10.1-2 \
  python3-decorator=5.1.1-3 \
  python3-sklearn=1.2.1+dfsg-1 \
  python3-sklearn-lib=1.2.1+dfsg-1 \
  python3-joblib=1.2.0-4+deb12u1 \
  python3-threadpoolctl=3.1.0-1 \
  libgomp1=12.2.0-14+deb12u1
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack:$work/root/lib/x86_64-linux-gnu
export PYTHONHOME=$work/root/usr PYTHONPATH=$work/root/usr/lib/python3/dist-packages

cat >run.py <<'PY'
import warnings
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

print("scikit-learn", sklearn.__version__)
x = np.array([[-2.0], [-1.0], [1.0], [2.0]])
y = [0, 0, 1, 1]
for unit in (1, 1e-6):
    for solver in ("lbfgs", "newton-cholesky"):
        with warnings.catch_warnings(record=True) as given:
            warnings.simplefilter("always")
            m = LogisticRegression(C=1e12, solver=solver).fit(x * unit, y)
        print("unit", unit, solver, "steps at least 1:", bool(m.n_iter_[0] > 0), "weight 0:", bool(m.coef_[0, 0] == 0),
              "accuracy", m.score(x * unit, y), "warnings", len(given))
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
scikit-learn 1.2.1
unit 1 lbfgs steps at least 1: True weight 0: False accuracy 1.0 warnings 0
unit 1 newton-cholesky steps at least 1: True weight 0: False accuracy 1.0 warnings 0
unit 1e-06 lbfgs steps at least 1: False weight 0: True accuracy 0.5 warnings 0
unit 1e-06 newton-cholesky steps at least 1: True weight 0: False accuracy 1.0 warnings 0
SEEN
echo 'Still so.'
