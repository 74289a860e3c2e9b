#!/usr/bin/env bash
# Expected: RidgeCV with a scoring scores the leave-one-out predictions of y, and cv_values_ holds them.
#
# What happens: both targets and predictions are scored after the mean of y was taken off. Scores that do not
# change under a shift (mean squared error, R^2) are right, so it goes unnoticed; a relative error is wrong by
# an order of magnitude, and cv_values_ holds predictions around 0 for targets around 5.
#
# Versions: scikit-learn 1.2.1 with NumPy 1.24.2, SciPy 1.10.1 (Debian 12). Later release notes report a mend.

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
from sklearn.linear_model import Ridge, RidgeCV
from sklearn.metrics import mean_absolute_percentage_error, mean_squared_error
from sklearn.model_selection import LeaveOneOut, cross_val_predict

print("scikit-learn", sklearn.__version__)
rng = np.random.default_rng(0)
X = rng.standard_normal((40, 3))
y = X @ [0.1, 0.2, 0.3] + 5 + 0.1 * rng.standard_normal(40)
left_out = cross_val_predict(Ridge(1.0), X, y, cv=LeaveOneOut())
for name, metric in (("mean_squared_error", mean_squared_error), ("mean_absolute_percentage_error", mean_absolute_percentage_error)):
    m = RidgeCV([1.0], scoring="neg_" + name, store_cv_values=True).fit(X, y)
    print("%s: best_score_ %.4f, by hand %.4f" % (name, m.best_score_, -metric(y, left_out)))
print("mean of y %.2f, of the predictions %.2f, of cv_values_ %.2f" % (y.mean(), left_out.mean(), m.cv_values_.mean()))
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
scikit-learn 1.2.1
mean_squared_error: best_score_ -0.0105, by hand -0.0105
mean_absolute_percentage_error: best_score_ -0.8433, by hand -0.0161
mean of y 5.09, of the predictions 5.08, of cv_values_ -0.00
SEEN
echo 'Still so.'
