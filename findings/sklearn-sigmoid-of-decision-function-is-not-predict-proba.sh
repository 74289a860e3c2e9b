#!/usr/bin/env bash
# Expected: for two classes, a logistic regression's predict_proba is the sigmoid of decision_function, and
# fitting the two classes by softmax gives the same model, as the two likelihoods are the same.
#
# What happens: with multi_class="multinomial" decision_function is half of the log odds, so its sigmoid is off
# by 0.15, and the binary fit needs 2 C for the same model: a softmax over two opposite vectors w and -w is
# penalised by |w|^2 where the sigmoid's weight 2 w is by 2 |w|^2.
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
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

print("scikit-learn", sklearn.__version__)
rng = np.random.default_rng(0)
X = rng.standard_normal((60, 3))
y = (X @ [1, -1, 0.5] + rng.standard_normal(60) > 0).astype(int)
fit = dict(tol=1e-10, max_iter=1000)
binary = LogisticRegression(**fit).fit(X, y)
binary2 = LogisticRegression(C=2, **fit).fit(X, y)
softmax = LogisticRegression(multi_class="multinomial", **fit).fit(X, y)
for name, m in (("binary", binary), ("softmax", softmax)):
    off = abs(expit(m.decision_function(X)) - m.predict_proba(X)[:, 1]).max()
    print(name, "coef", m.coef_[0].round(4), "sigmoid(decision) against predict_proba: %.2f" % off)
print("binary with 2 C, halved:", (binary2.coef_[0] / 2).round(4))
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
scikit-learn 1.2.1
binary coef [ 0.9673 -1.1903  0.9124] sigmoid(decision) against predict_proba: 0.00
softmax coef [ 0.5416 -0.6833  0.5043] sigmoid(decision) against predict_proba: 0.15
binary with 2 C, halved: [ 0.5416 -0.6833  0.5043]
SEEN
echo 'Still so.'
