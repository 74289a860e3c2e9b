#!/usr/bin/env bash
# Expected: scipy.io.mmwrite without a precision writes doubles that mmread reads back, whatever the storage
# of the matrix.
#
# What happens: a dense array is written with 17 significant digits and comes back exact; the same numbers
# as a sparse matrix are written with 16, and two in five come back as a neighbouring double.
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
import io
import numpy as np
import scipy
from scipy.io import mmread, mmwrite
from scipy.sparse import coo_matrix

print("SciPy", scipy.__version__, "NumPy", np.__version__)
x = np.random.default_rng(1).standard_normal((200, 5))
for name, matrix in (("dense", x), ("sparse", coo_matrix(x))):
    file = io.BytesIO()
    mmwrite(file, matrix)
    file.seek(0)
    back = mmread(file)
    back = back.toarray() if name == "sparse" else back
    text = file.getvalue().decode().splitlines()[-1].split()[-1]
    print(name, "changed:", int((back != x).sum()), "of", x.size, "last as written:", text, "was", float(x[-1, -1]))
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
SciPy 1.10.1 NumPy 1.24.2
dense changed: 0 of 1000 last as written: 2.7495632326711866e-01 was 0.27495632326711866
sparse changed: 421 of 1000 last as written: 2.749563232671187e-01 was 0.27495632326711866
SEEN
echo 'Still so.'
