#!/usr/bin/env bash
# Expected: Rpower is the power of real numbers: Rpower (-3) 2 is 9, or nothing can be proved of it, as
# division by zero proves nothing of 1 / 0; and Rpower 0 2 is 0.
#
# What happens: both are 1, and that is a theorem. Rpower x y is exp (y * ln x), and ln is defined as 0 (not
# left open) for x <= 0, so every power of a negative number or of 0 is 1. A lemma stated with Rpower for all
# x says something else than its name does; ^ with a natural exponent is the true power.
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

cat >power.v <<'V'
From Coq Require Import Reals Lra.
Open Scope R_scope.
Lemma ln_of_nothing_positive x : x <= 0 -> ln x = 0.
Proof. intros. unfold ln. destruct (Rlt_dec 0 x); [exfalso; lra | reflexivity]. Qed.
Theorem power : forall x y, x <= 0 -> Rpower x y = 1.
Proof. intros. unfold Rpower. rewrite ln_of_nothing_positive, Rmult_0_r by assumption. apply exp_0. Qed.
Theorem square_of_minus_three : Rpower (-3) 2 = 1.
Proof. apply power. lra. Qed.
Theorem square_of_zero : Rpower 0 2 = 1.
Proof. apply power. lra. Qed.
Theorem square_by_the_other_power : (-3) ^ 2 = 9.
Proof. lra. Qed.
Check square_of_minus_three.
Check square_of_zero.
Check square_by_the_other_power.
V
root/usr/bin/coqc --version | head -1 | tee seen
root/usr/bin/coqc power.v | tee -a seen

diff seen - <<'SEEN'
The Coq Proof Assistant, version 8.16.1
square_of_minus_three
     : Rpower (-3) 2 = 1
square_of_zero
     : Rpower 0 2 = 1
square_by_the_other_power
     : (-3) ^ 2 = 9
SEEN
echo 'Still so.'
