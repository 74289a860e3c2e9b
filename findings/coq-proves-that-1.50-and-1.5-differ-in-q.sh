#!/usr/bin/env bash
# Expected: 1.50 and 1.5 are two notations of one constant, so that 1.50 = 1.5 holds by reflexivity in every
# scope of numbers, as it does for the real numbers by lra.
#
# What happens: in Q_scope the digits are kept: 1.50 is the fraction 150 # 100, 1.5 is 15 # 10, and that
# 1.50 <> 1.5 is a theorem (== still holds). A rewrite with a fact on 0.5 does not find 0.50, and 0.5 + 0.5
# prints as 1.00.
#
# Versions: Coq 8.16.1 (Debian 12).

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root \
  coq=8.16.1+dfsg-1+b2 \
  libcoq-core-ocaml=8.16.1+dfsg-1+b2 \
  libcoq-stdlib=8.16.1+dfsg-1+b2 \
  libzarith-ocaml=1.12-1+b1 \
  ocaml-findlib=1.9.6-1+b1 \
  libfindlib-ocaml=1.9.6-1+b1 \
  libgmp10=2:6.2.1+dfsg1-1.1
for package in *.deb; do dpkg -x "$package" root; done
export COQLIB=$work/root/usr/lib/ocaml/coq COQCORELIB=$work/root/usr/lib/ocaml/coq-core
export OCAMLPATH=$work/root/usr/lib/ocaml LD_LIBRARY_PATH=$work/root/usr/lib/x86_64-linux-gnu

cat >decimals.v <<'V'
From Coq Require Import QArith Reals Lra.
Theorem rationals_differ : 1.50%Q <> 1.5%Q.
Proof. intro H. inversion H. Qed.
Theorem rationals_are_equivalent : (1.50 == 1.5)%Q.
Proof. reflexivity. Qed.
Theorem reals_are_equal : 1.50%R = 1.5%R.
Proof. lra. Qed.
Check rationals_differ.
Check rationals_are_equivalent.
Check reals_are_equal.
Compute (0.5 + 0.5)%Q.
V
root/usr/bin/coqc --version | head -1 | tee seen
root/usr/bin/coqc decimals.v | tee -a seen

diff seen - <<'SEEN'
The Coq Proof Assistant, version 8.16.1
rationals_differ
     : 1.50 <> 1.5
rationals_are_equivalent
     : 1.50 == 1.5
reals_are_equal
     : 1.50%R = 1.5%R
     = 1.00
     : Q
SEEN
echo 'Still so.'
