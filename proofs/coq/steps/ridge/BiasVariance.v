(** From ξ = 0 to ξ = 1, and beyond on both sides, imitation trades variance for bias. For γ > 0 the variance falls
   strictly in ξ up to ξ_V ≥ 1/max b > 1; for θ ≠ 0 the squared bias rises strictly from ξ_B ≤ −1/max a < −1, and ξ* ∈
   [ξ_B, ξ_V]. *)
(* Generated from the derivations of ridge/bias-variance by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the variance falls up to ξ_V ≥ 1/max b > 1 *)

Lemma derivation_1_step_1_slope_1 (r : nat) (lambda xi noiseVariance : R) (s : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun xi => sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  xi
  (sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * (s j / (s j
    + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** the variance's slope has the sign of ξ − ξ_V (with derivation_1_step_1_slope_1): diff(variance, xi) =
   2*noiseVariance*sum(t_j^2/s_j)*(xi - varianceXi) *)
Lemma derivation_1_step_1 (r : nat) (lambda xi noiseVariance : R) (s : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j
  / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) <> 0) :
  sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda)
    * (1 - xi * (lambda / (s j + lambda)))) ^ 1 / s j)
  = 2 * noiseVariance * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) * (xi
    - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j)).
Proof. identity. Qed.

(** whose terms are > 0, in every mode, as γ² is where there is noise: t_j^2/s_j > 0 *)
Lemma derivation_1_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j.
Proof. sign_of (lambda ^ 2 * s j ^ 2 / (s j * (lambda + s j) ^ 4)). Qed.

(** ξ_V max b − 1 is a mean of max b − b_j: varianceXi*largest - 1 = sum(t_j*a_j*(largest - b_j)/s_j)/sum(t_j^2/s_j) *)
Lemma derivation_1_step_3 (r : nat) (lambda largest : R) (s : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (largest_positive : 0 < largest) (defined_1 : sum r (fun j => (s j / (s j + lambda)
  * (lambda / (s j + lambda))) ^ 2 / s j) <> 0) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) * largest - 1
  = sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) * (largest - lambda / (s j
    + lambda)) / s j) / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j).
Proof. identity. Qed.

(** with max b − b_j ≥ 0, each term is ≥ 0: t_j*a_j*(largest - b_j)/s_j ≥ 0 where largest = b_j + slack_j *)
Lemma derivation_1_step_4 (lambda largest : R) (s slack : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (largest_positive : 0 < largest) (slack_nonnegative : forall j, 0 <= slack j)
  (at_1 : largest = lambda / (s j + lambda) + slack j) :
  0 <= s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) * (largest - lambda / (s j + lambda))
    / s j.
Proof.
  rewrite at_1.
  sign_of ((lambda * s j ^ 3 * slack j + lambda ^ 2 * s j ^ 2 * slack j) / (s j * (lambda + s j) ^ 4)).
Qed.

(** each b_j is below 1 by a_j: 1 - b_j = a_j *)
Lemma derivation_1_step_5 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  1 - lambda / (s j + lambda)
  = s j / (s j + lambda).
Proof. identity. Qed.

(** a_j > 0: a_j > 0 *)
Lemma derivation_1_step_6 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < s j / (s j + lambda).
Proof. sign_of (s j / (lambda + s j)). Qed.

(** * the squared bias rises from ξ_B ≤ −1/max a *)

Lemma derivation_2_step_1_slope_1 (r : nat) (lambda xi residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun xi => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2))
  xi
  (0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1)).
Proof. slope. Qed.

(** the squared bias's slope has the sign of ξ − ξ_B (with derivation_2_step_1_slope_1): diff(squaredBias, xi) =
   2*sum(t_j^2*theta_j^2)*(xi - biasXi) *)
Lemma derivation_2_step_1 (r : nat) (lambda xi : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
  * theta j ^ 2) <> 0) :
  0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1)
  = 2 * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2) * (xi
    - (- sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2))
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2)).
Proof. identity. Qed.

(** the terms of its factor are ≥ 0: t_j^2*theta_j^2 ≥ 0 *)
Lemma derivation_2_step_2 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 <= (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 * theta j ^ 2 / (lambda + s j) ^ 4). Qed.

(** and > 0 in a mode with signal: one such mode makes it rise strictly: t_j^2*theta_j^2 > 0 *)
Lemma derivation_2_step_3 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (theta_j_nonzero : theta j <> 0) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 * theta j ^ 2 / (lambda + s j) ^ 4). Qed.

(** −ξ_B max a − 1 is a mean of max a − a_j: -biasXi*largest - 1 = sum(t_j*b_j*(largest -
   a_j)*theta_j^2)/sum(t_j^2*theta_j^2) *)
Lemma derivation_2_step_4 (r : nat) (lambda largest : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (largest_positive : 0 < largest) (defined_1 : sum r (fun j => (s j / (s j + lambda)
  * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2) <> 0) :
  (- ((- sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2))
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2))) * largest - 1
  = sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * (largest - s j / (s j
    + lambda)) * theta j ^ 2) / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2).
Proof. identity. Qed.

(** with max a − a_j ≥ 0, each term is ≥ 0: t_j*b_j*(largest - a_j)*theta_j^2 ≥ 0 where largest = a_j + slack_j *)
Lemma derivation_2_step_5 (lambda largest : R) (s theta slack : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (largest_positive : 0 < largest) (slack_nonnegative : forall j, 0 <= slack j)
  (at_1 : largest = s j / (s j + lambda) + slack j) :
  0 <= s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * (largest - s j / (s j + lambda))
    * theta j ^ 2.
Proof.
  rewrite at_1.
  sign_of ((lambda ^ 2 * s j ^ 2 * slack j * theta j ^ 2 + lambda ^ 3 * s j * slack j * theta j ^ 2) / (lambda
    + s j) ^ 4).
Qed.

(** * ξ* is a weighted mean of ξ_B and ξ_V *)

(** N is γ² Σ ta/s − Σ tbθ²: N = noiseVariance*sum(t_j*a_j/s_j) - sum(t_j*b_j*theta_j^2) *)
Lemma derivation_3_step_1 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance / s j
    - lambda / (s j + lambda) * theta j ^ 2))
  = noiseVariance * sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2).
Proof. identity. Qed.

(** the first part is ξ_V weighed by γ² Σ t²/s: varianceXi*sum(t_j^2/s_j) = sum(t_j*a_j/s_j) *)
Lemma derivation_3_step_2 (r : nat) (lambda : R) (s : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
  / s j) <> 0) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) * sum r (fun j => (s j / (s j
    + lambda) * (lambda / (s j + lambda))) ^ 2 / s j)
  = sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j).
Proof. identity. Qed.

(** the second is ξ_B weighed by Σ t²θ²: biasXi*sum(t_j^2*theta_j^2) = -sum(t_j*b_j*theta_j^2) *)
Lemma derivation_3_step_3 (r : nat) (lambda : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
  * theta j ^ 2) <> 0) :
  (- sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2))
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2) * sum r (fun j => (s j
    / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2)
  = - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2).
Proof. identity. Qed.

(** D adds up the weights: D = noiseVariance*sum(t_j^2/s_j) + sum(t_j^2*theta_j^2) *)
Lemma derivation_3_step_4 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j))
  = noiseVariance * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) + sum r (fun j => (s j
    / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2).
Proof. identity. Qed.

(** the weight of ξ_V is γ² ≥ 0 times terms > 0: t_j^2/s_j > 0 *)
Lemma derivation_3_step_5 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j.
Proof. sign_of (lambda ^ 2 * s j ^ 2 / (s j * (lambda + s j) ^ 4)). Qed.

(** the weight of ξ_B is ≥ 0: t_j^2*theta_j^2 ≥ 0 *)
Lemma derivation_3_step_6 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 <= (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 * theta j ^ 2 / (lambda + s j) ^ 4). Qed.
