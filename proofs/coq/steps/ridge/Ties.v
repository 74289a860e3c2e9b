(** Where all s_j, or all θ_j², are equal, self-distillation cannot beat the best ridge. Let γ > 0 and θ ≠ 0. If all s_j
   are equal, the least error over all (λ, ξ) is that of ridge at λ = γ² r/Σ_j θ_j²: self-distillation ties, and is
   above the oracle unless the θ_j² are equal too. If all θ_j² = τ² > 0, ridge at λ = γ²/τ² is the oracle. *)
(* Generated from the derivations of ridge/ties by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * where all s_j are equal there is one shrinkage, and ridge reaches the best one *)

(** the error is (1 − x)²p + x²q at the shrinkage x that all modes have: at(error, s, common) = residualSignal + at((1 -
   x)^2*sum(theta_j^2) + x^2*sum(noiseVariance/common), x, at(g_j, s, common)) *)
Lemma derivation_1_step_1 (r : nat) (lambda xi noiseVariance residualSignal common : R) (theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (common_positive : 0 < common) :
  residualSignal + sum r (fun j => (lambda / (common + lambda) * (1 + xi * (common / (common + lambda)))) ^ 2
    * theta j ^ 2) + sum r (fun j => (common / (common + lambda) * (1 - xi * (lambda / (common + lambda)))) ^ 2
    * noiseVariance / common)
  = residualSignal + ((1 - common / (common + lambda) * (1 - xi * (lambda / (common + lambda)))) ^ 2
    * sum r (fun j => theta j ^ 2) + (common / (common + lambda) * (1 - xi * (lambda / (common + lambda)))) ^ 2
    * sum r (fun j => noiseVariance / common)).
Proof. identity. Qed.

(** the least value is pq/(p + q), and any other x is worse by a square: (1 - x)^2*p + x^2*q - p*q/(p + q) = (p + q)*(x
   - p/(p + q))^2 *)
Lemma derivation_1_step_2 (x p q : R) (p_nonnegative : 0 <= p) (q_nonnegative : 0 <= q) (defined_1 : p + q <> 0) :
  (1 - x) ^ 2 * p + x ^ 2 * q - p * q / (p + q)
  = (p + q) * (x - p / (p + q)) ^ 2.
Proof. identity. Qed.

(** with a factor > 0 where there is signal and noise: p + q > 0 *)
Lemma derivation_1_step_3 (p q : R) (p_positive : 0 < p) (q_positive : 0 < q) :
  0 < p + q.
Proof. sign_of (p + q). Qed.

(** that value is the closed form: commonError - residualSignal = sum(theta_j^2)*sum(noiseVariance/s_j)/(sum(theta_j^2)
   + sum(noiseVariance/s_j)) *)
Lemma derivation_1_step_4 (r : nat) (noiseVariance residualSignal : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => theta j ^ 2) + sum r (fun j => noiseVariance
  / s j) <> 0) :
  residualSignal + sum r (fun j => theta j ^ 2) * sum r (fun j => noiseVariance / s j) / (sum r (fun j => theta j ^ 2)
    + sum r (fun j => noiseVariance / s j)) - residualSignal
  = sum r (fun j => theta j ^ 2) * sum r (fun j => noiseVariance / s j) / (sum r (fun j => theta j ^ 2)
    + sum r (fun j => noiseVariance / s j)).
Proof. identity. Qed.

(** ridge has the shrinkage p/(p + q) at λ = sq/p = γ² Σ1/Σθ²: at(at(a_j, lambda, commonLambda), s, common) =
   sum(theta_j^2)/(sum(theta_j^2) + sum(noiseVariance/common)) *)
Lemma derivation_1_step_5 (r : nat) (noiseVariance common : R) (theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (common_positive : 0 < common) (defined_1 : common + noiseVariance
  * sum r (fun j => 1) / sum r (fun j => theta j ^ 2) <> 0) (defined_2 : sum r (fun j => theta j ^ 2) <> 0) (defined_3
  : sum r (fun j => theta j ^ 2) + sum r (fun j => noiseVariance / common) <> 0) :
  common / (common + noiseVariance * sum r (fun j => 1) / sum r (fun j => theta j ^ 2))
  = sum r (fun j => theta j ^ 2) / (sum r (fun j => theta j ^ 2) + sum r (fun j => noiseVariance / common)).
Proof. identity. Qed.

(** that λ is > 0 where there is noise: so are the terms of q: noiseVariance/common > 0 *)
Lemma derivation_1_step_6 (noiseVariance common : R) (noiseVariance_positive : 0 < noiseVariance)
  (common_positive : 0 < common) :
  0 < noiseVariance / common.
Proof. sign_of (noiseVariance / common). Qed.

(** and those of p are ≥ 0 in every mode: theta_j^2 ≥ 0 *)
Lemma derivation_1_step_7 (theta : nat -> R) (j : nat) :
  0 <= theta j ^ 2.
Proof. sign_of (theta j ^ 2). Qed.

(** and > 0 in a mode with signal, of which there is one: theta_j^2 > 0 *)
Lemma derivation_1_step_8 (theta : nat -> R) (j : nat) (theta_j_nonzero : theta j <> 0) :
  0 < theta j ^ 2.
Proof. sign_of (theta j ^ 2). Qed.

(** * one shrinkage for all modes is the oracle's only where the θ_j² are equal too *)

(** what is lost against the oracle is a sum of squares: error - oracleError = oracleExcess *)
Lemma derivation_2_step_1 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j)
  (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - (residualSignal + sum r (fun j => theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance)))
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2).
Proof. identity. Qed.

(** of g less the oracle's shrinkage: oracleExcess = sum((theta_j^2 + noiseVariance/s_j)*(g_j - oracleShrinkage_j)^2) *)
Lemma derivation_2_step_2 (r : nat) (lambda xi noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2)
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2).
Proof. identity. Qed.

(** and two modes' oracles differ where their θ² do: at(oracleShrinkage_j - oracleShrinkage_k, s, common) =
   common*noiseVariance*(theta_j^2 - theta_k^2)/((common*theta_j^2 + noiseVariance)*(common*theta_k^2 + noiseVariance))
   *)
Lemma derivation_2_step_3 (noiseVariance common : R) (theta : nat -> R) (j k : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (common_positive : 0 < common)
  (defined_1 : common * theta j ^ 2 + noiseVariance <> 0) (defined_2 : common * theta k ^ 2 + noiseVariance <> 0) :
  common * theta j ^ 2 / (common * theta j ^ 2 + noiseVariance) - common * theta k ^ 2 / (common * theta k ^ 2
    + noiseVariance)
  = common * noiseVariance * (theta j ^ 2 - theta k ^ 2) / ((common * theta j ^ 2 + noiseVariance) * (common
    * theta k ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** where there is noise the larger θ² has the larger one: oracleShrinkage_j - oracleShrinkage_k > 0 where s_j = common,
   s_k = common, theta_j^2 = theta_k^2 + excess *)
Lemma derivation_2_step_4 (noiseVariance common excess : R) (s theta : nat -> R) (j k : nat)
  (noiseVariance_positive : 0 < noiseVariance) (s_positive : forall j, 0 < s j) (common_positive : 0 < common)
  (excess_positive : 0 < excess) (at_1 : s j = common) (at_2 : s k = common) (at_3 : theta j ^ 2 = theta k ^ 2 + excess)
  :
  0 < s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance) - s k * theta k ^ 2 / (s k * theta k ^ 2 + noiseVariance).
Proof.
  assert (hidden_1 : common * (theta k ^ 2 + excess)
    + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (common * excess + common * theta k ^ 2
    + noiseVariance)).
  assert (hidden_2 : common * theta k ^ 2 + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (common
    * theta k ^ 2 + noiseVariance)).
  rewrite at_1, at_2, at_3.
  sign_of (common * excess * noiseVariance / ((common * excess + common * theta k ^ 2 + noiseVariance) * (common
    * theta k ^ 2 + noiseVariance))).
Qed.

(** * where all θ_j² are equal, ridge at λ = γ²/τ² is the oracle *)

(** its shrinkage is the oracle's, whatever the s_j: at(a_j, lambda, noiseVariance/tau^2) = at(oracleShrinkage_j, theta,
   tau) *)
Lemma derivation_3_step_1 (noiseVariance tau : R) (s : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (tau_positive : 0 < tau) :
  s j / (s j + noiseVariance / tau ^ 2)
  = s j * tau ^ 2 / (s j * tau ^ 2 + noiseVariance).
Proof.
  assert (hidden_1 : s j + noiseVariance / tau ^ 2 <> 0) by (intros; apply positive_nonzero; sign_of ((noiseVariance
    + s j * tau ^ 2) / tau ^ 2)).
  assert (hidden_2 : s j * tau ^ 2 + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (noiseVariance
    + s j * tau ^ 2)).
  identity.
Qed.

(** and so is its error: at(at(at(error, xi, 0), lambda, noiseVariance/tau^2), theta, tau) = at(oracleError, theta, tau)
   *)
Lemma derivation_3_step_2 (r : nat) (noiseVariance residualSignal tau : R) (s : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (tau_positive : 0 < tau) :
  residualSignal + sum r (fun j => (noiseVariance / tau ^ 2 / (s j + noiseVariance / tau ^ 2) * (1 + 0 * (s j / (s j
    + noiseVariance / tau ^ 2)))) ^ 2 * tau ^ 2) + sum r (fun j => (s j / (s j + noiseVariance / tau ^ 2) * (1 - 0
    * (noiseVariance / tau ^ 2 / (s j + noiseVariance / tau ^ 2)))) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => tau ^ 2 * noiseVariance / (s j * tau ^ 2 + noiseVariance)).
Proof.
  assert (hidden_1 : forall j, s j + noiseVariance
    / tau ^ 2 <> 0) by (intros; apply positive_nonzero; sign_of ((noiseVariance + s j * tau ^ 2) / tau ^ 2)).
  assert (hidden_2 : forall j, s j * tau ^ 2
    + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (noiseVariance + s j * tau ^ 2)).
  identity.
Qed.

(** that λ is > 0 where there is noise: noiseVariance/tau^2 > 0 *)
Lemma derivation_3_step_3 (noiseVariance tau : R) (noiseVariance_positive : 0 < noiseVariance) (tau_positive : 0 < tau)
  :
  0 < noiseVariance / tau ^ 2.
Proof. sign_of (noiseVariance / tau ^ 2). Qed.

(** without equal θ² the oracle is no ridge: it is one where λ θ_j² = γ² for each j: a_j - oracleShrinkage_j =
   s_j*(noiseVariance - lambda*theta_j^2)/((s_j + lambda)*(s_j*theta_j^2 + noiseVariance)) *)
Lemma derivation_3_step_4 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (defined_1 : s j * theta j ^ 2 + noiseVariance <> 0) :
  s j / (s j + lambda) - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)
  = s j * (noiseVariance - lambda * theta j ^ 2) / ((s j + lambda) * (s j * theta j ^ 2 + noiseVariance)).
Proof. identity. Qed.
