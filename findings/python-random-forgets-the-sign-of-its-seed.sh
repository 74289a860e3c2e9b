#!/usr/bin/env bash
# Expected: random.seed(-5) and random.seed(5) start two streams; the documentation says of an int that "it
# is used directly".
#
# What happens: the absolute value is used, so -5 and 5 give the same numbers, and seeds drawn evenly around
# 0 pair up. hash(), a common source of seeds, is negative half of the time. A float is hashed first: -5.0 is
# a seed of its own, 5.0 is not.
#
# Versions: CPython 3.11.2 (Debian 12).

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
  zlib1g=1:1.2.13.dfsg-1
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack:$work/root/lib/x86_64-linux-gnu
export PYTHONHOME=$work/root/usr PYTHONPATH=$work/root/usr/lib/python3/dist-packages

cat >run.py <<'PY'
import platform
import random

print("Python", platform.python_version())
for seed in (5, -5, 5.0, -5.0):
    print("Random(%r) ->" % seed, random.Random(seed).random())
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
Python 3.11.2
Random(5) -> 0.6229016948897019
Random(-5) -> 0.6229016948897019
Random(5.0) -> 0.6229016948897019
Random(-5.0) -> 0.02309888160478102
SEEN
echo 'Still so.'
