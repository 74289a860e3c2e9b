#!/usr/bin/env bash
# Expected: np.load of a .npz returns under each name what np.savez stored under it; files lists the names.
#
# What happens: with arrays named "a" and "a.npy" both are in the archive and both names are listed, but
# z["a.npy"] returns the array "a": a key is first looked up among the members of the zip, whose names end in
# .npy. The other array cannot be read by any name but "a.npy.npy", which is not listed.
#
# Versions: NumPy 1.24.2 (Debian 12).

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
  libquadmath0=12.2.0-14+deb12u1
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack:$work/root/lib/x86_64-linux-gnu
export PYTHONHOME=$work/root/usr PYTHONPATH=$work/root/usr/lib/python3/dist-packages

cat >run.py <<'PY'
import io
import numpy as np

print("NumPy", np.__version__)
file = io.BytesIO()
np.savez(file, **{"a": np.array([1.0]), "a.npy": np.array([2.0])})
file.seek(0)
z = np.load(file)
print("names:", z.files)
print('z["a"] =', z["a"], ' z["a.npy"] =', z["a.npy"], ' z["a.npy.npy"] =', z["a.npy.npy"])
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
NumPy 1.24.2
names: ['a', 'a.npy']
z["a"] = [1.]  z["a.npy"] = [1.]  z["a.npy.npy"] = [2.]
SEEN
echo 'Still so.'
