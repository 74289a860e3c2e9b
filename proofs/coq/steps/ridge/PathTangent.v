(** Self-distillation moves along the tangent of the ridge path, by ξ in log λ. θ_S(λ, ξ) = θ_T(λ) + ξ λ dθ_T/dλ. *)
(* Generated from the derivations of ridge/path-tangent by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the shrinkage is the ridge path's value plus ξ times its slope in log λ *)

(** a_j solves the teacher's normal equation: s_j*(1 - a_j) = lambda*a_j *)
Lemma derivation_1_step_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j * (1 - s j / (s j + lambda))
  = lambda * (s j / (s j + lambda)).
Proof. identity. Qed.

Lemma derivation_1_step_2_slope_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => s j / (s j + lambda))
  lambda
  ((- s j) * (0 + 1) / (s j + lambda) ^ 2).
Proof. slope. Qed.

(** ridge shrinks by ab per unit of log λ (with derivation_1_step_2_slope_1): lambda*diff(a_j, lambda) = -t_j *)
Lemma derivation_1_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)
  = - (s j / (s j + lambda) * (lambda / (s j + lambda))).
Proof. identity. Qed.

(** a(1 − ξb) = a + ξλ da/dλ (with derivation_1_step_2_slope_1): g_j = tangent_j *)
Lemma derivation_1_step_3 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
  = s j / (s j + lambda) + xi * lambda * ((- s j) * (0 + 1) / (s j + lambda) ^ 2).
Proof. identity. Qed.

(** the teacher is the student with ξ = 0: at(g_j, xi, 0) = a_j *)
Lemma derivation_1_step_4 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))
  = s j / (s j + lambda).
Proof. identity. Qed.
