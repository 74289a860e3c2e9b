#!/usr/bin/env bash
# Expected: default_rng takes a list of integers as a seed so that [seed, worker] or [seed, run] give each
# worker its own numbers: [7, 0], [7] and 7 are three seeds.
#
# What happens: the entropy is padded with zeros, so 7, [7], [7, 0] and [7, 0, 0] are one seed, and so are
# 2**32 and [0, 1]. Worker 0 of [seed, worker] repeats the stream of the plain seed. (The manual calls the
# other order, [worker, seed], safer with spawning, and this one less flexible though working.) The older
# RandomState tells 7, [7] and [7, 0] apart.
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
import numpy as np

print("NumPy", np.__version__)
for seed in (7, [7], [7, 0], [7, 0, 0], [0, 7], [7, 1], 2**32, [0, 1]):
    print("default_rng", seed, "->", np.random.default_rng(seed).random())
for seed in (7, [7], [7, 0]):
    print("RandomState", seed, "->", np.random.RandomState(seed).random_sample())
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
NumPy 1.24.2
default_rng 7 -> 0.625095466604667
default_rng [7] -> 0.625095466604667
default_rng [7, 0] -> 0.625095466604667
default_rng [7, 0, 0] -> 0.625095466604667
default_rng [0, 7] -> 0.03886106209751605
default_rng [7, 1] -> 0.7701409510034741
default_rng 4294967296 -> 0.8897387912781343
default_rng [0, 1] -> 0.8897387912781343
RandomState 7 -> 0.07630828937395717
RandomState [7] -> 0.32383276483316237
RandomState [7, 0] -> 0.9566384024168687
SEEN
echo 'Still so.'
