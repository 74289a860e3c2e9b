#!/usr/bin/env bash
# Expected: a double that JSON.stringify writes and Python's json reads is the same number: both sides print
# the shortest text that reads back, and 2 ** 60 is exact in both.
#
# What happens: Node writes 2 ** 60 as 1152921504606847000. That text has no point or exponent, so Python
# reads an integer, exactly, and it differs from 2 ** 60; comparing or hashing it fails although
# float() of it is right. From 1e21 on Node writes an exponent and Python reads the double.
#
# Versions: CPython 3.11.2 (Debian 12); any Node (seen on 20.20.2), which writes as ECMAScript prescribes.

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
import json
import platform
import subprocess

print("Python", platform.python_version())
for n in (50, 53, 60, 69, 70):
    text = subprocess.run(["node", "-p", "JSON.stringify(2 ** %d)" % n], capture_output=True, text=True).stdout.strip()
    value = json.loads(text)
    print("2 ** %d written as %s, read as %s, equal: %s" % (n, text, type(value).__name__, value == 2**n))
print("Python's own 2 ** 60, as a double:", json.dumps(2.0**60), json.loads(json.dumps(2.0**60)) == 2**60)
PY
root/usr/bin/python3.11 -S run.py | tee seen

diff seen - <<'SEEN'
Python 3.11.2
2 ** 50 written as 1125899906842624, read as int, equal: True
2 ** 53 written as 9007199254740992, read as int, equal: True
2 ** 60 written as 1152921504606847000, read as int, equal: False
2 ** 69 written as 590295810358705700000, read as int, equal: False
2 ** 70 written as 1.1805916207174113e+21, read as float, equal: True
Python's own 2 ** 60, as a double: 1.152921504606847e+18 True
SEEN
echo 'Still so.'
