#!/usr/bin/env bash
# Expected: sf exists for the tails, and Student's t with one degree of freedom is the Cauchy law: both
# survival functions at 1e20 are 1 / (pi 1e20) = 3.18e-21.
#
# What happens: cauchy.sf(1e20) is 0 and so is cauchy.cdf(-1e20), while t(1) is right. Both are formed from
# 1/2 and an arc tangent next to pi/2. The double Weibull law of shape 1, which is the Laplace law, is 0
# at 50 where laplace.sf has 9.6e-23.
#
# Versions: SciPy 1.10.1 with NumPy 1.24.2 (Debian 12).

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
  python3-decorator=5.1.1-3
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack:$work/root/lib/x86_64-linux-gnu
export PYTHONHOME=$work/root/usr PYTHONPATH=$work/root/usr/lib/python3/dist-packages

cat >run.py <<'PY'
import numpy as np
import scipy
from scipy.stats import cauchy, dweibull, laplace, t

print("SciPy", scipy.__version__, "NumPy", np.__version__)
print("cauchy.sf(1e20) = %.6g, t(1).sf(1e20) = %.6g" % (cauchy.sf(1e20), t.sf(1e20, 1)))
print("cauchy.cdf(-1e20) = %.6g, t(1).cdf(-1e20) = %.6g" % (cauchy.cdf(-1e20), t.cdf(-1e20, 1)))
print("dweibull(1).sf(50) = %.6g, laplace.sf(50) = %.6g" % (dweibull.sf(50, 1), laplace.sf(50)))
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
SciPy 1.10.1 NumPy 1.24.2
cauchy.sf(1e20) = 0, t(1).sf(1e20) = 3.1831e-21
cauchy.cdf(-1e20) = 0, t(1).cdf(-1e20) = 3.1831e-21
dweibull(1).sf(50) = 0, laplace.sf(50) = 9.64375e-23
SEEN
echo 'Still so.'
