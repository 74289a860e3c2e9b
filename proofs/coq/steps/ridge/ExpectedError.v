(** The expected error is squared bias plus variance, mode by mode. e(λ, ξ) = E‖θ_S − θ*‖² = θ_⊥² + Σ_j (1 − g_j)² θ_j²
   + Σ_j g_j² γ²/s_j, for any uncorrelated noise of equal variance. *)
(* Generated from the derivations of ridge/expected-error by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * squared bias and variance from the first two moments of the noise *)

(** a solves the teacher's normal equation: s_j*(1 - a_j) = lambda*a_j *)
Lemma derivation_1_step_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j * (1 - s j / (s j + lambda))
  = lambda * (s j / (s j + lambda)).
Proof. identity. Qed.

(** b is what a lacks to 1: a_j + b_j = 1 *)
Lemma derivation_1_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) + lambda / (s j + lambda)
  = 1.
Proof. identity. Qed.

(** g solves the student's normal equation: (s_j + lambda)*g_j = s_j*(xi*a_j + (1 - xi)) *)
Lemma derivation_1_step_3 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j + lambda) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))))
  = s j * (xi * (s j / (s j + lambda)) + (1 - xi)).
Proof. identity. Qed.

(** h is what g lacks to 1: g_j + h_j = 1 *)
Lemma derivation_1_step_4 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) + lambda / (s j + lambda) * (1 + xi * (s j / (s j
    + lambda)))
  = 1.
Proof. identity. Qed.

(** the squared bias is the squared distance of the mean estimate to the truth: squaredBias = residualSignal +
   sum((g_j*theta_j - theta_j)^2) *)
Lemma derivation_1_step_5 (r : nat) (lambda xi residualSignal : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
  = residualSignal + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * theta j
    - theta j) ^ 2).
Proof. identity. Qed.

(** the variance is the expected squared deviation from the mean estimate: Σ E[(g_j*(theta_j + w_j) - g_j*theta_j)^2] =
   variance *)
Lemma derivation_1_step_6 (r : nat) (lambda xi noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (E : nat -> (R -> R) -> R)
  (E_linear : forall j, linear (E j)) (moment_0 : forall j, E j (fun w => w ^ 0) = 1)
  (moment_1 : forall j, E j (fun w => w ^ 1) = 0) (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j) :
  sum r (fun j => E j (fun w => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * (theta j + w) - s j
    / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * theta j) ^ 2))
  = sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j).
Proof.
  expectation
    (fun j : nat => [0; 0; (2 * lambda * s j ^ 3 + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2)
    * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2 * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4])
    (fun j : nat => 0 * 1 + 0 * 0 + (2 * lambda * s j ^ 3 + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2)
    * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2 * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4 * (noiseVariance
    / s j)).
Qed.

(** the error is the two together: error = squaredBias + variance *)
Lemma derivation_1_step_7 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j).
Proof. identity. Qed.

(** the expected squared distance to the truth: Σ E[(g_j*(theta_j + w_j) - theta_j)^2] = error - residualSignal *)
Lemma derivation_1_step_8 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) (E : nat -> (R -> R) -> R)
  (E_linear : forall j, linear (E j)) (moment_0 : forall j, E j (fun w => w ^ 0) = 1)
  (moment_1 : forall j, E j (fun w => w ^ 1) = 0) (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j) :
  sum r (fun j => E j (fun w => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * (theta j + w)
    - theta j) ^ 2))
  = residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - residualSignal.
Proof.
  expectation
    (fun j : nat => [(lambda ^ 2 * s j ^ 2 * theta j ^ 2 + 2 * lambda ^ 2 * s j ^ 2 * theta j ^ 2 * xi + lambda ^ 2
    * s j ^ 2 * theta j ^ 2 * xi ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 * xi
    + lambda ^ 4 * theta j ^ 2) / (lambda + s j) ^ 4; ((-2) * lambda * s j ^ 3 * theta j + (-2) * lambda * s j ^ 3
    * theta j * xi + (-4) * lambda ^ 2 * s j ^ 2 * theta j + 2 * lambda ^ 2 * s j ^ 2 * theta j * xi ^ 2 + (-2)
    * lambda ^ 3 * s j * theta j + 2 * lambda ^ 3 * s j * theta j * xi) / (lambda + s j) ^ 4; (2 * lambda * s j ^ 3
    + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2
    * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4])
    (fun j : nat => (lambda ^ 2 * s j ^ 2 * theta j ^ 2 + 2 * lambda ^ 2 * s j ^ 2 * theta j ^ 2 * xi + lambda ^ 2
    * s j ^ 2 * theta j ^ 2 * xi ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 * xi
    + lambda ^ 4 * theta j ^ 2) / (lambda + s j) ^ 4 * 1 + ((-2) * lambda * s j ^ 3 * theta j + (-2) * lambda * s j ^ 3
    * theta j * xi + (-4) * lambda ^ 2 * s j ^ 2 * theta j + 2 * lambda ^ 2 * s j ^ 2 * theta j * xi ^ 2 + (-2)
    * lambda ^ 3 * s j * theta j + 2 * lambda ^ 3 * s j * theta j * xi) / (lambda + s j) ^ 4 * 0 + (2 * lambda * s j ^ 3
    + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2
    * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4 * (noiseVariance / s j)).
Qed.

(** for Gaussian noise, the variance of the squared distance from its fourth moment: Σ E[((g_j*(theta_j + w_j) -
   theta_j)^2 - h_j^2*theta_j^2 - g_j^2*noiseVariance/s_j)^2] = errorVariance *)
Lemma derivation_1_step_9 (r : nat) (lambda xi noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (E : nat -> (R -> R) -> R)
  (E_linear : forall j, linear (E j)) (moment_0 : forall j, E j (fun w => w ^ 0) = 1)
  (moment_1 : forall j, E j (fun w => w ^ 1) = 0) (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j)
  (moment_3 : forall j, E j (fun w => w ^ 3) = 0)
  (moment_4 : forall j, E j (fun w => w ^ 4) = 3 * (noiseVariance / s j) ^ 2) :
  sum r (fun j => E j (fun w => ((s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))) * (theta j + w)
    - theta j) ^ 2 - (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2 - (s j / (s j
    + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j) ^ 2))
  = sum r (fun j => 2 * ((s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j) ^ 2
    + 4 * (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda))) * theta j) ^ 2 * ((s j / (s j + lambda) * (1 - xi
    * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)).
Proof.
  expectation
    (fun j : nat => [(4 * lambda * noiseVariance ^ 2 * s j ^ 7 + (-4) * lambda * noiseVariance ^ 2 * s j ^ 7 * xi + 6
    * lambda ^ 2 * noiseVariance ^ 2 * s j ^ 6 + (-12) * lambda ^ 2 * noiseVariance ^ 2 * s j ^ 6 * xi + 6 * lambda ^ 2
    * noiseVariance ^ 2 * s j ^ 6 * xi ^ 2 + 4 * lambda ^ 3 * noiseVariance ^ 2 * s j ^ 5 + (-12) * lambda ^ 3
    * noiseVariance ^ 2 * s j ^ 5 * xi + 12 * lambda ^ 3 * noiseVariance ^ 2 * s j ^ 5 * xi ^ 2 + (-4) * lambda ^ 3
    * noiseVariance ^ 2 * s j ^ 5 * xi ^ 3 + lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 + (-4) * lambda ^ 4
    * noiseVariance ^ 2 * s j ^ 4 * xi + 6 * lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 * xi ^ 2 + (-4) * lambda ^ 4
    * noiseVariance ^ 2 * s j ^ 4 * xi ^ 3 + lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 * xi ^ 4 + noiseVariance ^ 2
    * s j ^ 8) / ((lambda + s j) ^ 8 * s j ^ 2); (4 * lambda * noiseVariance * s j ^ 8 * theta j + 4 * lambda
    * noiseVariance * s j ^ 8 * theta j * xi + 16 * lambda ^ 2 * noiseVariance * s j ^ 7 * theta j + (-12) * lambda ^ 2
    * noiseVariance * s j ^ 7 * theta j * xi ^ 2 + 24 * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j + (-24)
    * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j * xi + (-12) * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j
    * xi ^ 2 + 12 * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j * xi ^ 3 + 16 * lambda ^ 4 * noiseVariance * s j ^ 5
    * theta j + (-32) * lambda ^ 4 * noiseVariance * s j ^ 5 * theta j * xi + 12 * lambda ^ 4 * noiseVariance * s j ^ 5
    * theta j * xi ^ 2 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * theta j * xi ^ 3 + (-4) * lambda ^ 4 * noiseVariance
    * s j ^ 5 * theta j * xi ^ 4 + 4 * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j + (-12) * lambda ^ 5
    * noiseVariance * s j ^ 4 * theta j * xi + 12 * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j * xi ^ 2 + (-4)
    * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j * xi ^ 3) / ((lambda + s j) ^ 8 * s j ^ 2); ((-8) * lambda
    * noiseVariance * s j ^ 8 + 8 * lambda * noiseVariance * s j ^ 8 * xi + (-12) * lambda ^ 2 * noiseVariance * s j ^ 7
    + 24 * lambda ^ 2 * noiseVariance * s j ^ 7 * xi + (-12) * lambda ^ 2 * noiseVariance * s j ^ 7 * xi ^ 2 + 4
    * lambda ^ 2 * s j ^ 8 * theta j ^ 2 + 8 * lambda ^ 2 * s j ^ 8 * theta j ^ 2 * xi + 4 * lambda ^ 2 * s j ^ 8
    * theta j ^ 2 * xi ^ 2 + (-8) * lambda ^ 3 * noiseVariance * s j ^ 6 + 24 * lambda ^ 3 * noiseVariance * s j ^ 6
    * xi + (-24) * lambda ^ 3 * noiseVariance * s j ^ 6 * xi ^ 2 + 8 * lambda ^ 3 * noiseVariance * s j ^ 6 * xi ^ 3
    + 16 * lambda ^ 3 * s j ^ 7 * theta j ^ 2 + 16 * lambda ^ 3 * s j ^ 7 * theta j ^ 2 * xi + (-8) * lambda ^ 3
    * s j ^ 7 * theta j ^ 2 * xi ^ 2 + (-8) * lambda ^ 3 * s j ^ 7 * theta j ^ 2 * xi ^ 3 + (-2) * lambda ^ 4
    * noiseVariance * s j ^ 5 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * xi + (-12) * lambda ^ 4 * noiseVariance
    * s j ^ 5 * xi ^ 2 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * xi ^ 3 + (-2) * lambda ^ 4 * noiseVariance * s j ^ 5
    * xi ^ 4 + 24 * lambda ^ 4 * s j ^ 6 * theta j ^ 2 + (-24) * lambda ^ 4 * s j ^ 6 * theta j ^ 2 * xi ^ 2 + 4
    * lambda ^ 4 * s j ^ 6 * theta j ^ 2 * xi ^ 4 + 16 * lambda ^ 5 * s j ^ 5 * theta j ^ 2 + (-16) * lambda ^ 5
    * s j ^ 5 * theta j ^ 2 * xi + (-8) * lambda ^ 5 * s j ^ 5 * theta j ^ 2 * xi ^ 2 + 8 * lambda ^ 5 * s j ^ 5
    * theta j ^ 2 * xi ^ 3 + 4 * lambda ^ 6 * s j ^ 4 * theta j ^ 2 + (-8) * lambda ^ 6 * s j ^ 4 * theta j ^ 2 * xi + 4
    * lambda ^ 6 * s j ^ 4 * theta j ^ 2 * xi ^ 2 + (-2) * noiseVariance * s j ^ 9) / ((lambda + s j) ^ 8
    * s j ^ 2); ((-4) * lambda * s j ^ 9 * theta j + (-4) * lambda * s j ^ 9 * theta j * xi + (-16) * lambda ^ 2
    * s j ^ 8 * theta j + 12 * lambda ^ 2 * s j ^ 8 * theta j * xi ^ 2 + (-24) * lambda ^ 3 * s j ^ 7 * theta j + 24
    * lambda ^ 3 * s j ^ 7 * theta j * xi + 12 * lambda ^ 3 * s j ^ 7 * theta j * xi ^ 2 + (-12) * lambda ^ 3 * s j ^ 7
    * theta j * xi ^ 3 + (-16) * lambda ^ 4 * s j ^ 6 * theta j + 32 * lambda ^ 4 * s j ^ 6 * theta j * xi + (-12)
    * lambda ^ 4 * s j ^ 6 * theta j * xi ^ 2 + (-8) * lambda ^ 4 * s j ^ 6 * theta j * xi ^ 3 + 4 * lambda ^ 4
    * s j ^ 6 * theta j * xi ^ 4 + (-4) * lambda ^ 5 * s j ^ 5 * theta j + 12 * lambda ^ 5 * s j ^ 5 * theta j * xi
    + (-12) * lambda ^ 5 * s j ^ 5 * theta j * xi ^ 2 + 4 * lambda ^ 5 * s j ^ 5 * theta j * xi ^ 3) / ((lambda
    + s j) ^ 8 * s j ^ 2); (4 * lambda * s j ^ 9 + (-4) * lambda * s j ^ 9 * xi + 6 * lambda ^ 2 * s j ^ 8 + (-12)
    * lambda ^ 2 * s j ^ 8 * xi + 6 * lambda ^ 2 * s j ^ 8 * xi ^ 2 + 4 * lambda ^ 3 * s j ^ 7 + (-12) * lambda ^ 3
    * s j ^ 7 * xi + 12 * lambda ^ 3 * s j ^ 7 * xi ^ 2 + (-4) * lambda ^ 3 * s j ^ 7 * xi ^ 3 + lambda ^ 4 * s j ^ 6
    + (-4) * lambda ^ 4 * s j ^ 6 * xi + 6 * lambda ^ 4 * s j ^ 6 * xi ^ 2 + (-4) * lambda ^ 4 * s j ^ 6 * xi ^ 3
    + lambda ^ 4 * s j ^ 6 * xi ^ 4 + s j ^ 10) / ((lambda + s j) ^ 8 * s j ^ 2)])
    (fun j : nat => (4 * lambda * noiseVariance ^ 2 * s j ^ 7 + (-4) * lambda * noiseVariance ^ 2 * s j ^ 7 * xi + 6
    * lambda ^ 2 * noiseVariance ^ 2 * s j ^ 6 + (-12) * lambda ^ 2 * noiseVariance ^ 2 * s j ^ 6 * xi + 6 * lambda ^ 2
    * noiseVariance ^ 2 * s j ^ 6 * xi ^ 2 + 4 * lambda ^ 3 * noiseVariance ^ 2 * s j ^ 5 + (-12) * lambda ^ 3
    * noiseVariance ^ 2 * s j ^ 5 * xi + 12 * lambda ^ 3 * noiseVariance ^ 2 * s j ^ 5 * xi ^ 2 + (-4) * lambda ^ 3
    * noiseVariance ^ 2 * s j ^ 5 * xi ^ 3 + lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 + (-4) * lambda ^ 4
    * noiseVariance ^ 2 * s j ^ 4 * xi + 6 * lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 * xi ^ 2 + (-4) * lambda ^ 4
    * noiseVariance ^ 2 * s j ^ 4 * xi ^ 3 + lambda ^ 4 * noiseVariance ^ 2 * s j ^ 4 * xi ^ 4 + noiseVariance ^ 2
    * s j ^ 8) / ((lambda + s j) ^ 8 * s j ^ 2) * 1 + (4 * lambda * noiseVariance * s j ^ 8 * theta j + 4 * lambda
    * noiseVariance * s j ^ 8 * theta j * xi + 16 * lambda ^ 2 * noiseVariance * s j ^ 7 * theta j + (-12) * lambda ^ 2
    * noiseVariance * s j ^ 7 * theta j * xi ^ 2 + 24 * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j + (-24)
    * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j * xi + (-12) * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j
    * xi ^ 2 + 12 * lambda ^ 3 * noiseVariance * s j ^ 6 * theta j * xi ^ 3 + 16 * lambda ^ 4 * noiseVariance * s j ^ 5
    * theta j + (-32) * lambda ^ 4 * noiseVariance * s j ^ 5 * theta j * xi + 12 * lambda ^ 4 * noiseVariance * s j ^ 5
    * theta j * xi ^ 2 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * theta j * xi ^ 3 + (-4) * lambda ^ 4 * noiseVariance
    * s j ^ 5 * theta j * xi ^ 4 + 4 * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j + (-12) * lambda ^ 5
    * noiseVariance * s j ^ 4 * theta j * xi + 12 * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j * xi ^ 2 + (-4)
    * lambda ^ 5 * noiseVariance * s j ^ 4 * theta j * xi ^ 3) / ((lambda + s j) ^ 8 * s j ^ 2) * 0 + ((-8) * lambda
    * noiseVariance * s j ^ 8 + 8 * lambda * noiseVariance * s j ^ 8 * xi + (-12) * lambda ^ 2 * noiseVariance * s j ^ 7
    + 24 * lambda ^ 2 * noiseVariance * s j ^ 7 * xi + (-12) * lambda ^ 2 * noiseVariance * s j ^ 7 * xi ^ 2 + 4
    * lambda ^ 2 * s j ^ 8 * theta j ^ 2 + 8 * lambda ^ 2 * s j ^ 8 * theta j ^ 2 * xi + 4 * lambda ^ 2 * s j ^ 8
    * theta j ^ 2 * xi ^ 2 + (-8) * lambda ^ 3 * noiseVariance * s j ^ 6 + 24 * lambda ^ 3 * noiseVariance * s j ^ 6
    * xi + (-24) * lambda ^ 3 * noiseVariance * s j ^ 6 * xi ^ 2 + 8 * lambda ^ 3 * noiseVariance * s j ^ 6 * xi ^ 3
    + 16 * lambda ^ 3 * s j ^ 7 * theta j ^ 2 + 16 * lambda ^ 3 * s j ^ 7 * theta j ^ 2 * xi + (-8) * lambda ^ 3
    * s j ^ 7 * theta j ^ 2 * xi ^ 2 + (-8) * lambda ^ 3 * s j ^ 7 * theta j ^ 2 * xi ^ 3 + (-2) * lambda ^ 4
    * noiseVariance * s j ^ 5 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * xi + (-12) * lambda ^ 4 * noiseVariance
    * s j ^ 5 * xi ^ 2 + 8 * lambda ^ 4 * noiseVariance * s j ^ 5 * xi ^ 3 + (-2) * lambda ^ 4 * noiseVariance * s j ^ 5
    * xi ^ 4 + 24 * lambda ^ 4 * s j ^ 6 * theta j ^ 2 + (-24) * lambda ^ 4 * s j ^ 6 * theta j ^ 2 * xi ^ 2 + 4
    * lambda ^ 4 * s j ^ 6 * theta j ^ 2 * xi ^ 4 + 16 * lambda ^ 5 * s j ^ 5 * theta j ^ 2 + (-16) * lambda ^ 5
    * s j ^ 5 * theta j ^ 2 * xi + (-8) * lambda ^ 5 * s j ^ 5 * theta j ^ 2 * xi ^ 2 + 8 * lambda ^ 5 * s j ^ 5
    * theta j ^ 2 * xi ^ 3 + 4 * lambda ^ 6 * s j ^ 4 * theta j ^ 2 + (-8) * lambda ^ 6 * s j ^ 4 * theta j ^ 2 * xi + 4
    * lambda ^ 6 * s j ^ 4 * theta j ^ 2 * xi ^ 2 + (-2) * noiseVariance * s j ^ 9) / ((lambda + s j) ^ 8 * s j ^ 2)
    * (noiseVariance / s j) + ((-4) * lambda * s j ^ 9 * theta j + (-4) * lambda * s j ^ 9 * theta j * xi + (-16)
    * lambda ^ 2 * s j ^ 8 * theta j + 12 * lambda ^ 2 * s j ^ 8 * theta j * xi ^ 2 + (-24) * lambda ^ 3 * s j ^ 7
    * theta j + 24 * lambda ^ 3 * s j ^ 7 * theta j * xi + 12 * lambda ^ 3 * s j ^ 7 * theta j * xi ^ 2 + (-12)
    * lambda ^ 3 * s j ^ 7 * theta j * xi ^ 3 + (-16) * lambda ^ 4 * s j ^ 6 * theta j + 32 * lambda ^ 4 * s j ^ 6
    * theta j * xi + (-12) * lambda ^ 4 * s j ^ 6 * theta j * xi ^ 2 + (-8) * lambda ^ 4 * s j ^ 6 * theta j * xi ^ 3
    + 4 * lambda ^ 4 * s j ^ 6 * theta j * xi ^ 4 + (-4) * lambda ^ 5 * s j ^ 5 * theta j + 12 * lambda ^ 5 * s j ^ 5
    * theta j * xi + (-12) * lambda ^ 5 * s j ^ 5 * theta j * xi ^ 2 + 4 * lambda ^ 5 * s j ^ 5 * theta j * xi ^ 3)
    / ((lambda + s j) ^ 8 * s j ^ 2) * 0 + (4 * lambda * s j ^ 9 + (-4) * lambda * s j ^ 9 * xi + 6 * lambda ^ 2
    * s j ^ 8 + (-12) * lambda ^ 2 * s j ^ 8 * xi + 6 * lambda ^ 2 * s j ^ 8 * xi ^ 2 + 4 * lambda ^ 3 * s j ^ 7 + (-12)
    * lambda ^ 3 * s j ^ 7 * xi + 12 * lambda ^ 3 * s j ^ 7 * xi ^ 2 + (-4) * lambda ^ 3 * s j ^ 7 * xi ^ 3 + lambda ^ 4
    * s j ^ 6 + (-4) * lambda ^ 4 * s j ^ 6 * xi + 6 * lambda ^ 4 * s j ^ 6 * xi ^ 2 + (-4) * lambda ^ 4 * s j ^ 6
    * xi ^ 3 + lambda ^ 4 * s j ^ 6 * xi ^ 4 + s j ^ 10) / ((lambda + s j) ^ 8 * s j ^ 2) * (3 * (noiseVariance
    / s j) ^ 2)).
Qed.
