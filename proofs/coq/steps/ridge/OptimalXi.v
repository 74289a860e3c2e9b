(** The best imitation parameter is ξ* = N/D, and gains N²/D over the teacher. For γ > 0 or some θ_j ≠ 0, e(λ, ξ) = e(λ,
   0) − 2Nξ + Dξ² with D > 0, so ξ*(λ) = N/D gains N²/D ≥ 0 over the teacher. *)
(* Generated from the derivations of ridge/optimal-xi by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the error is a quadratic in ξ with slope −2N and curvature D > 0 *)

(** e(λ, ξ) = e(λ, 0) − 2Nξ + Dξ²: error = at(error, xi, 0) - 2*N*xi + D*xi^2 *)
Lemma derivation_1_step_1 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j) - 2
    * sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance / s j
    - lambda / (s j + lambda) * theta j ^ 2)) * xi + sum r (fun j => (s j / (s j + lambda) * (lambda / (s j
    + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j)) * xi ^ 2.
Proof. identity. Qed.

(** t is what a unit of imitation takes from the shrinkage: g_j = at(g_j, xi, 0) - xi*t_j *)
Lemma derivation_1_step_2 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
  = s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda))) - xi * (s j / (s j + lambda) * (lambda / (s j + lambda))).
Proof. identity. Qed.

(** D ≥ 0, term by term: t_j^2*(theta_j^2 + noiseVariance/s_j) ≥ 0 *)
Lemma derivation_1_step_3 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 <= (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j).
Proof.
  sign_of ((lambda ^ 2 * noiseVariance * s j ^ 2 + lambda ^ 2 * s j ^ 3 * theta j ^ 2) / (s j * (lambda + s j) ^ 4)).
Qed.

(** every term of D is > 0 where there is noise: t_j^2*(theta_j^2 + noiseVariance/s_j) > 0 *)
Lemma derivation_1_step_4 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_positive : 0 < noiseVariance) (s_positive : forall j, 0 < s j) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j).
Proof.
  sign_of ((lambda ^ 2 * noiseVariance * s j ^ 2 + lambda ^ 2 * s j ^ 3 * theta j ^ 2) / (s j * (lambda + s j) ^ 4)).
Qed.

(** the term of a mode with signal is > 0 without noise as well: t_j^2*(theta_j^2 + noiseVariance/s_j) > 0 *)
Lemma derivation_1_step_5 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (theta_j_nonzero : theta j <> 0) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j).
Proof.
  sign_of ((lambda ^ 2 * noiseVariance * s j ^ 2 + lambda ^ 2 * s j ^ 3 * theta j ^ 2) / (s j * (lambda + s j) ^ 4)).
Qed.

(** those are the terms of D: D = sum(t_j^2*(theta_j^2 + noiseVariance/s_j)) *)
Lemma derivation_1_step_6 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j))
  = sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j)).
Proof. identity. Qed.

(** * the minimum of that quadratic *)

(** e(λ, ξ* ) = e(λ, 0) − N²/D: teacherError - 2*N*optimalXi + D*optimalXi^2 = teacherError - gain *)
Lemma derivation_2_step_1 (N D teacherError : R) (defined_1 : D <> 0) :
  teacherError - 2 * N * (N / D) + D * (N / D) ^ 2
  = teacherError - N ^ 2 / D.
Proof. identity. Qed.

(** every other ξ is worse by a square times D: teacherError - 2*N*xi + D*xi^2 - (teacherError - gain) = D*(xi -
   optimalXi)^2 *)
Lemma derivation_2_step_2 (xi N D teacherError : R) (defined_1 : D <> 0) :
  teacherError - 2 * N * xi + D * xi ^ 2 - (teacherError - N ^ 2 / D)
  = D * (xi - N / D) ^ 2.
Proof. identity. Qed.

(** the gain is a square over D: gain*D = N^2 *)
Lemma derivation_2_step_3 (N D : R) (defined_1 : D <> 0) :
  N ^ 2 / D * D
  = N ^ 2.
Proof. identity. Qed.
