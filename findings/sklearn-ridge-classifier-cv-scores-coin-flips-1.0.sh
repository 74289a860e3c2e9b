#!/usr/bin/env bash
# Expected: RidgeClassifierCV(scoring="accuracy") chooses the penalty with the best leave-one-out accuracy and
# reports it: about 0.5 when the two labels are coin flips.
#
# What happens: best_score_ is 1.0 for every penalty, whatever the labels, and the first penalty of the list
# is "chosen". For two classes both labels and predictions are read off a single column by argmax, which is
# always 0. Three classes, or cv=10, are scored rightly. (Open upstream as issue 34942 of September 2026.)
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
import numpy as np
import sklearn
from sklearn.linear_model import RidgeClassifierCV

print("scikit-learn", sklearn.__version__)
rng = np.random.default_rng(1)
X, flips, dice = rng.standard_normal((100, 5)), rng.integers(0, 2, 100), rng.integers(0, 3, 100)
for alphas in ([0.01, 1, 100], [100, 1, 0.01]):
    m = RidgeClassifierCV(alphas, scoring="accuracy").fit(X, flips)
    print("coin flips, alphas", alphas, "chosen", m.alpha_, "best_score_", m.best_score_)
print("coin flips, cv=10: best_score_ %.2f" % RidgeClassifierCV([0.01, 1, 100], scoring="accuracy", cv=10).fit(X, flips).best_score_)
print("three classes: best_score_ %.2f" % RidgeClassifierCV([0.01, 1, 100], scoring="accuracy").fit(X, dice).best_score_)
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
scikit-learn 1.2.1
coin flips, alphas [0.01, 1, 100] chosen 0.01 best_score_ 1.0
coin flips, alphas [100, 1, 0.01] chosen 100.0 best_score_ 1.0
coin flips, cv=10: best_score_ 0.53
three classes: best_score_ 0.26
SEEN
echo 'Still so.'
