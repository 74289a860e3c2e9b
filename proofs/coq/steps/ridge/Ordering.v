(** With noise, where θ² falls with s self-distillation only ties the best ridge; where it rises it wins. Let γ > 0 and
   θ ≠ 0, and take means of θ_j² over equal s_j. (i) If θ_j² does not rise with s_j, inf e(λ, ξ) = min e(λ, 0). (ii) If
   it does not fall with s_j and is not constant, S < 0 at every λ, so inf e(λ, ξ) < min e(λ, 0). (iii) If a pair with ξ
   ≠ 0 reaches the oracle, θ_j² rises strictly with s_j. *)
(* Generated from the derivations of ridge/ordering by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * a student is ridge with a penalty per mode that falls as s grows *)

(** the student shrinks each mode as ridge with penalty μ: g_j = s_j/(s_j + penalty_j) *)
Lemma derivation_1_step_1 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : s j + lambda * (s j + lambda + xi * s j) / (s j + lambda - xi
  * lambda) <> 0) (defined_2 : s j + lambda - xi * lambda <> 0) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
  = s j / (s j + lambda * (s j + lambda + xi * s j) / (s j + lambda - xi * lambda)).
Proof. identity. Qed.

(** and lacks as much: h_j = penalty_j/(s_j + penalty_j) *)
Lemma derivation_1_step_2 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : s j + lambda * (s j + lambda + xi * s j) / (s j + lambda - xi
  * lambda) <> 0) (defined_2 : s j + lambda - xi * lambda <> 0) :
  lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))
  = lambda * (s j + lambda + xi * s j) / (s j + lambda - xi * lambda) / (s j + lambda * (s j + lambda + xi * s j) / (s j
    + lambda - xi * lambda)).
Proof. identity. Qed.

(** so it has the same error: error = penalisedError *)
Lemma derivation_1_step_3 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) (defined_1 : forall j, (j < r)%nat
  -> s j + lambda * (s j + lambda + xi * s j) / (s j + lambda - xi * lambda) <> 0)
  (defined_2 : forall j, (j < r)%nat -> s j + lambda - xi * lambda <> 0) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => ((lambda * (s j + lambda + xi * s j) / (s j + lambda - xi * lambda)) ^ 2
    * theta j ^ 2 + s j * noiseVariance) / (s j + lambda * (s j + lambda + xi * s j) / (s j + lambda - xi
    * lambda)) ^ 2).
Proof. identity. Qed.

(** the penalties of two modes differ by: penalty_k - penalty_j = xi^2*lambda^2*(s_j - s_k)/((s_j + lambda -
   xi*lambda)*(s_k + lambda - xi*lambda)) *)
Lemma derivation_1_step_4 (lambda xi : R) (s : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : s k + lambda - xi * lambda <> 0)
  (defined_2 : s j + lambda - xi * lambda <> 0) :
  lambda * (s k + lambda + xi * s k) / (s k + lambda - xi * lambda) - lambda * (s j + lambda + xi * s j) / (s j + lambda
    - xi * lambda)
  = xi ^ 2 * lambda ^ 2 * (s j - s k) / ((s j + lambda - xi * lambda) * (s k + lambda - xi * lambda)).
Proof. identity. Qed.

(** which is not negative for s_j > s_k where both shrink by more than 0: xi^2*lambda^2*(s_j - s_k)/((s_j + lambda -
   xi*lambda)*(s_k + lambda - xi*lambda)) ≥ 0 where s_j - s_k = d, s_j + lambda - xi*lambda = p, s_k + lambda -
   xi*lambda = q *)
Lemma derivation_1_step_5 (lambda xi p q d : R) (s : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (p_positive : 0 < p) (q_positive : 0 < q) (d_positive : 0 < d) (at_1 : s j - s k = d)
  (at_2 : s j + lambda - xi * lambda = p) (at_3 : s k + lambda - xi * lambda = q) :
  0 <= xi ^ 2 * lambda ^ 2 * (s j - s k) / ((s j + lambda - xi * lambda) * (s k + lambda - xi * lambda)).
Proof. rewrite at_1, at_2, at_3. sign_of (d * lambda ^ 2 * xi ^ 2 / (p * q)). Qed.

(** g ≤ 0 is s ≤ λ(ξ − 1): only in the modes with the smallest s, whose penalty is then set to ∞: g_j = s_j*(s_j +
   lambda - xi*lambda)/(s_j + lambda)^2 *)
Lemma derivation_1_step_6 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
  = s j * (s j + lambda - xi * lambda) / (s j + lambda) ^ 2.
Proof. identity. Qed.

(** g ≥ 1 is s ≥ −λ/(1 + ξ) for ξ < −1: only in those with the largest s, whose penalty is then set to 0: h_j =
   lambda*(s_j + lambda + xi*s_j)/(s_j + lambda)^2 *)
Lemma derivation_1_step_7 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))
  = lambda * (s j + lambda + xi * s j) / (s j + lambda) ^ 2.
Proof. identity. Qed.

(** * moving a shrinkage towards the oracle's lowers the error *)

(** a mode's error is its least value plus a square: (1 - x)^2*theta_j^2 + x^2*noiseVariance/s_j =
   theta_j^2*noiseVariance/(s_j*theta_j^2 + noiseVariance) + (theta_j^2 + noiseVariance/s_j)*(x - oracleShrinkage_j)^2
   *)
Lemma derivation_2_step_1 (noiseVariance x : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (defined_1 : s j * theta j ^ 2 + noiseVariance <> 0) :
  (1 - x) ^ 2 * theta j ^ 2 + x ^ 2 * noiseVariance / s j
  = theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance) + (theta j ^ 2 + noiseVariance / s j) * (x - s j
    * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2.
Proof. identity. Qed.

(** that grows with the distance: (u + v)^2 - u^2 = v*(v + 2*u) *)
Lemma derivation_2_step_2 (u v : R) (u_nonnegative : 0 <= u) (v_nonnegative : 0 <= v) :
  (u + v) ^ 2 - u ^ 2
  = v * (v + 2 * u).
Proof. identity. Qed.

(** by what is not negative: v*(v + 2*u) ≥ 0 *)
Lemma derivation_2_step_3 (u v : R) (u_nonnegative : 0 <= u) (v_nonnegative : 0 <= v) :
  0 <= v * (v + 2 * u).
Proof. sign_of (2 * u * v + v ^ 2). Qed.

(** the oracle is ridge with penalty γ²/θ² in each mode, between 0 and ∞: oracleShrinkage_j = s_j/(s_j +
   noiseVariance/theta_j^2) *)
Lemma derivation_2_step_4 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (defined_1 : s j * theta j ^ 2 + noiseVariance <> 0) (defined_2 : s j + noiseVariance / theta j ^ 2 <> 0)
  (defined_3 : theta j <> 0) :
  s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)
  = s j / (s j + noiseVariance / theta j ^ 2).
Proof. identity. Qed.

(** and ridge shrinks more, the larger its penalty: s_j/(s_j + x) - s_j/(s_j + z) = s_j*(z - x)/((s_j + x)*(s_j + z)) *)
Lemma derivation_2_step_5 (x z : R) (s : nat -> R) (j : nat) (s_positive : forall j, 0 < s j) (defined_1 : s j + x <> 0)
  (defined_2 : s j + z <> 0) :
  s j / (s j + x) - s j / (s j + z)
  = s j * (z - x) / ((s j + x) * (s j + z)).
Proof. identity. Qed.

(** * where θ² rises with s, no term of S is positive *)

(** S is minus a sum: condition = -pairs(s_j*s_k*(s_j - s_k)*(theta_j^2 - theta_k^2)/((s_j + lambda)^4*(s_k +
   lambda)^4)) *)
Lemma derivation_3_step_1 (r : nat) (lambda : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  pairs r (fun j k => s j * s k * (s j - s k) * (theta k ^ 2 - theta j ^ 2) / ((s j + lambda) ^ 4 * (s k + lambda) ^ 4))
  = - pairs r (fun j k => s j * s k * (s j - s k) * (theta j ^ 2 - theta k ^ 2) / ((s j + lambda) ^ 4 * (s k
    + lambda) ^ 4)).
Proof. identity. Qed.

(** of terms ≥ 0, where s_j = s_k + d and θ_j² = θ_k² + c: s_j*s_k*(s_j - s_k)*(theta_j^2 - theta_k^2)/((s_j +
   lambda)^4*(s_k + lambda)^4) ≥ 0 where s_j - s_k = d, theta_j^2 - theta_k^2 = c *)
Lemma derivation_3_step_2 (lambda d c : R) (s theta : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (d_positive : 0 < d) (c_nonnegative : 0 <= c) (at_1 : s j - s k = d)
  (at_2 : theta j ^ 2 - theta k ^ 2 = c) :
  0 <= s j * s k * (s j - s k) * (theta j ^ 2 - theta k ^ 2) / ((s j + lambda) ^ 4 * (s k + lambda) ^ 4).
Proof.
  rewrite at_1, at_2.
  sign_of (c * d * s j * s k / (4 * lambda * s j ^ 3 * s k ^ 4 + 4 * lambda * s j ^ 4 * s k ^ 3 + 6 * lambda ^ 2
    * s j ^ 2 * s k ^ 4 + 16 * lambda ^ 2 * s j ^ 3 * s k ^ 3 + 6 * lambda ^ 2 * s j ^ 4 * s k ^ 2 + 4 * lambda ^ 3
    * s j * s k ^ 4 + 24 * lambda ^ 3 * s j ^ 2 * s k ^ 3 + 24 * lambda ^ 3 * s j ^ 3 * s k ^ 2 + 4 * lambda ^ 3
    * s j ^ 4 * s k + 16 * lambda ^ 4 * s j * s k ^ 3 + 36 * lambda ^ 4 * s j ^ 2 * s k ^ 2 + 16 * lambda ^ 4 * s j ^ 3
    * s k + lambda ^ 4 * s j ^ 4 + lambda ^ 4 * s k ^ 4 + 24 * lambda ^ 5 * s j * s k ^ 2 + 24 * lambda ^ 5 * s j ^ 2
    * s k + 4 * lambda ^ 5 * s j ^ 3 + 4 * lambda ^ 5 * s k ^ 3 + 16 * lambda ^ 6 * s j * s k + 6 * lambda ^ 6 * s j ^ 2
    + 6 * lambda ^ 6 * s k ^ 2 + 4 * lambda ^ 7 * s j + 4 * lambda ^ 7 * s k + lambda ^ 8 + s j ^ 4 * s k ^ 4)).
Qed.

(** and > 0 in a pair with c > 0, of which there is one: s_j*s_k*(s_j - s_k)*(theta_j^2 - theta_k^2)/((s_j +
   lambda)^4*(s_k + lambda)^4) > 0 where s_j - s_k = d, theta_j^2 - theta_k^2 = c *)
Lemma derivation_3_step_3 (lambda d c : R) (s theta : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (d_positive : 0 < d) (c_positive : 0 < c) (at_1 : s j - s k = d)
  (at_2 : theta j ^ 2 - theta k ^ 2 = c) :
  0 < s j * s k * (s j - s k) * (theta j ^ 2 - theta k ^ 2) / ((s j + lambda) ^ 4 * (s k + lambda) ^ 4).
Proof.
  rewrite at_1, at_2.
  sign_of (c * d * s j * s k / (4 * lambda * s j ^ 3 * s k ^ 4 + 4 * lambda * s j ^ 4 * s k ^ 3 + 6 * lambda ^ 2
    * s j ^ 2 * s k ^ 4 + 16 * lambda ^ 2 * s j ^ 3 * s k ^ 3 + 6 * lambda ^ 2 * s j ^ 4 * s k ^ 2 + 4 * lambda ^ 3
    * s j * s k ^ 4 + 24 * lambda ^ 3 * s j ^ 2 * s k ^ 3 + 24 * lambda ^ 3 * s j ^ 3 * s k ^ 2 + 4 * lambda ^ 3
    * s j ^ 4 * s k + 16 * lambda ^ 4 * s j * s k ^ 3 + 36 * lambda ^ 4 * s j ^ 2 * s k ^ 2 + 16 * lambda ^ 4 * s j ^ 3
    * s k + lambda ^ 4 * s j ^ 4 + lambda ^ 4 * s k ^ 4 + 24 * lambda ^ 5 * s j * s k ^ 2 + 24 * lambda ^ 5 * s j ^ 2
    * s k + 4 * lambda ^ 5 * s j ^ 3 + 4 * lambda ^ 5 * s k ^ 3 + 16 * lambda ^ 6 * s j * s k + 6 * lambda ^ 6 * s j ^ 2
    + 6 * lambda ^ 6 * s k ^ 2 + 4 * lambda ^ 7 * s j + 4 * lambda ^ 7 * s k + lambda ^ 8 + s j ^ 4 * s k ^ 4)).
Qed.

(** * a student with ξ ≠ 0 that reaches the oracle needs θ² to rise strictly with s *)

(** its penalties are then γ²/θ², not negative, and 1 − g° > 0 as γ > 0, so s + λ + ξs > 0; θ_j² − θ_k² is γ² times:
   1/penalty_j - 1/penalty_k = xi^2*(s_j - s_k)/((s_j + lambda + xi*s_j)*(s_k + lambda + xi*s_k)) *)
Lemma derivation_4_step_1 (lambda xi : R) (s : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : s j + lambda + xi * s j <> 0)
  (defined_2 : s j + lambda - xi * lambda <> 0) (defined_3 : s k + lambda + xi * s k <> 0)
  (defined_4 : s k + lambda - xi * lambda <> 0) :
  1 / (lambda * (s j + lambda + xi * s j) / (s j + lambda - xi * lambda)) - 1 / (lambda * (s k + lambda + xi * s k)
    / (s k + lambda - xi * lambda))
  = xi ^ 2 * (s j - s k) / ((s j + lambda + xi * s j) * (s k + lambda + xi * s k)).
Proof. identity. Qed.

(** which is positive for s_j > s_k and ξ ≠ 0: xi^2*(s_j - s_k)/((s_j + lambda + xi*s_j)*(s_k + lambda + xi*s_k)) > 0
   where s_j - s_k = d, s_j + lambda + xi*s_j = p, s_k + lambda + xi*s_k = q *)
Lemma derivation_4_step_2 (lambda xi p q d : R) (s : nat -> R) (j k : nat) (lambda_positive : 0 < lambda)
  (xi_nonzero : xi <> 0) (s_positive : forall j, 0 < s j) (p_positive : 0 < p) (q_positive : 0 < q) (d_positive : 0 < d)
  (at_1 : s j - s k = d) (at_2 : s j + lambda + xi * s j = p) (at_3 : s k + lambda + xi * s k = q) :
  0 < xi ^ 2 * (s j - s k) / ((s j + lambda + xi * s j) * (s k + lambda + xi * s k)).
Proof. rewrite at_1, at_2, at_3. sign_of (d * xi ^ 2 / (p * q)). Qed.
