(** No student's error is below the oracle's, which shrinks each mode best. Every shrinkage that is diagonal in the
   singular basis, so every (λ, ξ), has e ≥ θ_⊥² + Σ_j θ_j²γ²/(s_jθ_j² + γ²), attained by g_j = s_jθ_j²/(s_jθ_j² + γ²)
   alone. Functions of s can reach that with θ_j² replaced by its mean over each group of equal s_j. *)
(* Generated from the derivations of ridge/oracle by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * every diagonal shrinkage is worse than the oracle's by a sum of squares *)

(** the expected error of a diagonal shrinkage, from the first two moments of the noise: Σ E[(x_j*(theta_j + w_j) -
   theta_j)^2] = residualSignal + sum((1 - x_j)^2*theta_j^2 + x_j^2*noiseVariance/s_j) - residualSignal *)
Lemma derivation_1_step_1 (r : nat) (noiseVariance residualSignal : R) (s theta x : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (E : nat -> (R -> R) -> R) (E_linear : forall j, linear (E j))
  (moment_0 : forall j, E j (fun w => w ^ 0) = 1) (moment_1 : forall j, E j (fun w => w ^ 1) = 0)
  (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j) :
  sum r (fun j => E j (fun w => (x j * (theta j + w) - theta j) ^ 2))
  = residualSignal + sum r (fun j => (1 - x j) ^ 2 * theta j ^ 2 + x j ^ 2 * noiseVariance / s j) - residualSignal.
Proof.
  expectation
    (fun j : nat => [theta j ^ 2 + (-2) * theta j ^ 2 * x j + theta j ^ 2 * x j ^ 2; (-2) * theta j * x j + 2 * theta j
    * x j ^ 2; x j ^ 2])
    (fun j : nat => (theta j ^ 2 + (-2) * theta j ^ 2 * x j + theta j ^ 2 * x j ^ 2) * 1 + ((-2) * theta j * x j + 2
    * theta j * x j ^ 2) * 0 + x j ^ 2 * (noiseVariance / s j)).
Qed.

(** it exceeds the oracle's error by squares: residualSignal + sum((1 - x_j)^2*theta_j^2 + x_j^2*noiseVariance/s_j) -
   oracleError = sum((theta_j^2 + noiseVariance/s_j)*(x_j - oracleShrinkage_j)^2) *)
Lemma derivation_1_step_2 (r : nat) (noiseVariance residualSignal : R) (s theta x : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  residualSignal + sum r (fun j => (1 - x j) ^ 2 * theta j ^ 2 + x j ^ 2 * noiseVariance / s j) - (residualSignal
    + sum r (fun j => theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance)))
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (x j - s j * theta j ^ 2 / (s j * theta j ^ 2
    + noiseVariance)) ^ 2).
Proof. identity. Qed.

(** whose factors are ≥ 0: theta_j^2 + noiseVariance/s_j ≥ 0 *)
Lemma derivation_1_step_3 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 <= theta j ^ 2 + noiseVariance / s j.
Proof. sign_of ((noiseVariance + s j * theta j ^ 2) / s j). Qed.

(** and > 0 where there is noise: theta_j^2 + noiseVariance/s_j > 0 *)
Lemma derivation_1_step_4 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_positive : 0 < noiseVariance) (s_positive : forall j, 0 < s j) :
  0 < theta j ^ 2 + noiseVariance / s j.
Proof. sign_of ((noiseVariance + s j * theta j ^ 2) / s j). Qed.

(** or in a mode with signal, so only the oracle's shrinkage attains the bound there: theta_j^2 + noiseVariance/s_j > 0
   *)
Lemma derivation_1_step_5 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (theta_j_nonzero : theta j <> 0) :
  0 < theta j ^ 2 + noiseVariance / s j.
Proof. sign_of ((noiseVariance + s j * theta j ^ 2) / s j). Qed.

(** the oracle attains it: at(residualSignal + sum((1 - x_j)^2*theta_j^2 + x_j^2*noiseVariance/s_j), x,
   oracleShrinkage_j) = oracleError *)
Lemma derivation_1_step_6 (r : nat) (noiseVariance residualSignal : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  residualSignal + sum r (fun j => (1 - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2 * theta j ^ 2
    + (s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** the student's excess is the case x = g: error - oracleError = oracleExcess *)
Lemma derivation_1_step_7 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j)
  (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - (residualSignal + sum r (fun j => theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance)))
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2).
Proof. identity. Qed.

(** * among equal s, functions of s can reach the oracle of the root mean square signal, and no more *)

(** the group's error is as if every θ_j² were their mean: sum((1 - x)^2*theta_j^2 + x^2*noiseVariance/common) =
   at(sum((1 - x)^2*theta_j^2 + x^2*noiseVariance/common), theta, rms) where θ̄² is the mean of θ_j² over the group *)
Lemma derivation_2_step_1 (r : nat) (noiseVariance x common rms : R) (theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (common_positive : 0 < common) (mean_is_zero : rms ^ 2
  * sum r (fun j => 1) - sum r (fun j => theta j ^ 2) = 0) :
  sum r (fun j => (1 - x) ^ 2 * theta j ^ 2 + x ^ 2 * noiseVariance / common)
  = sum r (fun j => (1 - x) ^ 2 * rms ^ 2 + x ^ 2 * noiseVariance / common).
Proof. apply (given (- (1 - x) ^ 2) _ mean_is_zero). identity. Qed.

(** so it exceeds the oracle's of that signal by a square: at(sum((1 - x)^2*theta_j^2 + x^2*noiseVariance/common),
   theta, rms) - at(at(oracleError - residualSignal, s, common), theta, rms) = (rms^2 + noiseVariance/common)*(x -
   at(at(oracleShrinkage_j, s, common), theta, rms))^2*sum(1) *)
Lemma derivation_2_step_2 (r : nat) (noiseVariance residualSignal x common rms : R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (common_positive : 0 < common) (defined_1 : common * rms ^ 2 + noiseVariance <> 0) :
  sum r (fun j => (1 - x) ^ 2 * rms ^ 2 + x ^ 2 * noiseVariance / common) - (residualSignal + sum r (fun j => rms ^ 2
    * noiseVariance / (common * rms ^ 2 + noiseVariance)) - residualSignal)
  = (rms ^ 2 + noiseVariance / common) * (x - common * rms ^ 2 / (common * rms ^ 2 + noiseVariance)) ^ 2
    * sum r (fun j => 1).
Proof. identity. Qed.

(** with a factor ≥ 0: rms^2 + noiseVariance/common ≥ 0 *)
Lemma derivation_2_step_3 (noiseVariance common rms : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (common_positive : 0 < common) :
  0 <= rms ^ 2 + noiseVariance / common.
Proof. sign_of ((common * rms ^ 2 + noiseVariance) / common). Qed.

(** two modes of the group have the same oracle only where their θ² are the same (or γ = 0): at(oracleShrinkage_j -
   oracleShrinkage_k, s, common) = common*noiseVariance*(theta_j^2 - theta_k^2)/((common*theta_j^2 +
   noiseVariance)*(common*theta_k^2 + noiseVariance)) *)
Lemma derivation_2_step_4 (noiseVariance common : R) (theta : nat -> R) (j k : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (common_positive : 0 < common)
  (defined_1 : common * theta j ^ 2 + noiseVariance <> 0) (defined_2 : common * theta k ^ 2 + noiseVariance <> 0) :
  common * theta j ^ 2 / (common * theta j ^ 2 + noiseVariance) - common * theta k ^ 2 / (common * theta k ^ 2
    + noiseVariance)
  = common * noiseVariance * (theta j ^ 2 - theta k ^ 2) / ((common * theta j ^ 2 + noiseVariance) * (common
    * theta k ^ 2 + noiseVariance)).
Proof. identity. Qed.
