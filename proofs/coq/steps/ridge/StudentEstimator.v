(** The student shrinks each mode by g = a(1 − ξb). For every real ξ the student's problem is strictly convex, and its
   solution is Σ_j g_j (θ_j + ⟨u_j, η⟩/σ_j) v_j with g_j = a_j(1 − ξ b_j). *)
(* Generated from the derivations of ridge/student-estimator by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the shrinkage from the student's normal equations *)

Lemma derivation_1_step_1_slope_1 (lambda x : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun x => (s j * (z j - x) ^ 2 + lambda * x ^ 2) / 2)
  x
  ((s j * 2 * (0 - 1) * (z j - x) ^ 1 + lambda * 2 * 1 * x ^ 1) / 2).
Proof. slope. Qed.

(** the teacher's coordinate is a_j z_j (with derivation_1_step_1_slope_1): at(diff((s_j*(z_j - x)^2 + lambda*x^2)/2,
   x), x, a_j*z_j) = 0 *)
Lemma derivation_1_step_1 (lambda : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * 2 * (0 - 1) * (z j - s j / (s j + lambda) * z j) ^ 1 + lambda * 2 * 1 * (s j / (s j + lambda) * z j) ^ 1) / 2
  = 0.
Proof. identity. Qed.

(** b_j is what a_j lacks to 1: a_j + b_j = 1 *)
Lemma derivation_1_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) + lambda / (s j + lambda)
  = 1.
Proof. identity. Qed.

Lemma derivation_1_step_3_slope_1 (lambda xi x : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun x => (s j * (xi * (s j / (s j + lambda) * z j - x) ^ 2 + (1 - xi) * (z j - x) ^ 2) + lambda
    * x ^ 2) / 2)
  x
  ((s j * (xi * 2 * (0 - 1) * (s j / (s j + lambda) * z j - x) ^ 1 + (1 - xi) * 2 * (0 - 1) * (z j - x) ^ 1) + lambda
    * 2 * 1 * x ^ 1) / 2).
Proof. slope. Qed.

(** the student's normal equation holds at g_j z_j (with derivation_1_step_3_slope_1): at(diff((s_j*(xi*(a_j*z_j - x)^2
   + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2, x), x, g_j*z_j) = 0 *)
Lemma derivation_1_step_3 (lambda xi : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (xi * 2 * (0 - 1) * (s j / (s j + lambda) * z j - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    * z j) ^ 1 + (1 - xi) * 2 * (0 - 1) * (z j - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 1)
    + lambda * 2 * 1 * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 1) / 2
  = 0.
Proof. identity. Qed.

(** away from g_j z_j the student's objective grows like a square, for every ξ: (s_j*(xi*(a_j*z_j - x)^2 + (1 - xi)*(z_j
   - x)^2) + lambda*x^2)/2 - at((s_j*(xi*(a_j*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2, x, g_j*z_j) = (s_j +
   lambda)*(x - g_j*z_j)^2/2 *)
Lemma derivation_1_step_4 (lambda xi x : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (xi * (s j / (s j + lambda) * z j - x) ^ 2 + (1 - xi) * (z j - x) ^ 2) + lambda * x ^ 2) / 2 - (s j * (xi
    * (s j / (s j + lambda) * z j - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 2 + (1 - xi)
    * (z j - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 2) + lambda * (s j / (s j + lambda)
    * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 2) / 2
  = (s j + lambda) * (x - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * z j) ^ 2 / 2.
Proof. identity. Qed.

(** that square has a positive factor: s_j + lambda > 0 *)
Lemma derivation_1_step_5 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < s j + lambda.
Proof. sign_of (lambda + s j). Qed.
