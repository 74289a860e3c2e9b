(** Where S(λ°) < 0, some self-distilled student beats every ridge estimate. For γ > 0 and θ ≠ 0 a best ridge λ° exists,
   0 < λ° < ∞, between γ²/max θ_j² and γ²/min θ_j². If S(λ°) = Σ_{j<k} s_j s_k (s_j − s_k)(θ_k² − θ_j²)/((s_j + λ°)⁴(s_k
   + λ°)⁴) < 0 at one of them, (λ°, 0) is a saddle of e(λ, ξ), so inf e(λ, ξ) < min e(λ, 0). *)
(* Generated from the derivations of ridge/distillation-beats-regularization by npm run proofs:coq; docs/coq.md says how
   to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the best ridge λ lies between γ²/max θ² and γ²/min θ² *)

Lemma derivation_1_step_1_slope_1 (r : nat) (lambda noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2) + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
    * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** the slope is −2 times a sum (with derivation_1_step_1_slope_1): teacherSlope = -2*sum((noiseVariance -
   lambda*theta_j^2)*s_j/(s_j + lambda)^3) *)
Lemma derivation_1_step_1 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
    * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)
  = (-2) * sum r (fun j => (noiseVariance - lambda * theta j ^ 2) * s j / (s j + lambda) ^ 3).
Proof. identity. Qed.

(** for λ max θ² < γ² every term is positive: the error still falls: (noiseVariance - lambda*theta_j^2)*s_j/(s_j +
   lambda)^3 > 0 where noiseVariance = lambda*(theta_j^2 + slack_j) + margin *)
Lemma derivation_1_step_2 (lambda noiseVariance margin : R) (s theta slack : nat -> R) (j : nat)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (margin_positive : 0 < margin) (slack_nonnegative : forall j, 0 <= slack j)
  (at_1 : noiseVariance = lambda * (theta j ^ 2 + slack j) + margin) :
  0 < (noiseVariance - lambda * theta j ^ 2) * s j / (s j + lambda) ^ 3.
Proof.
  rewrite at_1.
  sign_of ((lambda * s j * slack j + margin * s j) / (3 * lambda * s j ^ 2 + 3 * lambda ^ 2 * s j + lambda ^ 3
    + s j ^ 3)).
Qed.

(** as λ → ∞, with y = 1/λ, it has the sign of a sum that tends to Σ sθ² > 0: it rises, also where some θ_j are 0 (with
   derivation_1_step_1_slope_1): at(teacherSlope, lambda, 1/y) = 2*y^2*sum((theta_j^2 - noiseVariance*y)*s_j/(1 +
   s_j*y)^3) *)
Lemma derivation_1_step_3 (r : nat) (noiseVariance y : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (y_positive : 0 < y) :
  0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + 1 / y) - 1 / y * (0 + 1)) / (s j + 1 / y) ^ 2 * (1 + 0 * (s j
    / (s j + 1 / y))) + 1 / y / (s j + 1 / y) * (0 + 0 * ((- s j) * (0 + 1) / (s j + 1 / y) ^ 2))) * (1 / y / (s j + 1
    / y) * (1 + 0 * (s j / (s j + 1 / y)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j + 1
    / y) ^ 2 * (1 - 0 * (1 / y / (s j + 1 / y))) + s j / (s j + 1 / y) * (0 - 0 * ((1 * (s j + 1 / y) - 1 / y * (0 + 1))
    / (s j + 1 / y) ^ 2))) * (s j / (s j + 1 / y) * (1 - 0 * (1 / y / (s j + 1 / y)))) ^ 1 / s j)
  = 2 * y ^ 2 * sum r (fun j => (theta j ^ 2 - noiseVariance * y) * s j / (1 + s j * y) ^ 3).
Proof. identity. Qed.

(** for λ min θ² > γ² every term is negative: it rises from there on: -((noiseVariance - lambda*theta_j^2)*s_j/(s_j +
   lambda)^3) > 0 where noiseVariance = lambda*(theta_j^2 - slack_j) - margin *)
Lemma derivation_1_step_4 (lambda noiseVariance margin : R) (s theta slack : nat -> R) (j : nat)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (margin_positive : 0 < margin) (slack_nonnegative : forall j, 0 <= slack j)
  (at_1 : noiseVariance = lambda * (theta j ^ 2 - slack j) - margin) :
  0 < - ((noiseVariance - lambda * theta j ^ 2) * s j / (s j + lambda) ^ 3).
Proof.
  rewrite at_1.
  sign_of ((lambda * s j * slack j + margin * s j) / (3 * lambda * s j ^ 2 + 3 * lambda ^ 2 * s j + lambda ^ 3
    + s j ^ 3)).
Qed.

(** * the Hessian of e(λ, ξ) at a stationary λ and ξ = 0 has determinant 2Q(2D − 2Q)/λ² *)

Lemma derivation_2_step_1_slope_1 (noiseVariance x : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun x => (1 - x) ^ 2 * theta j ^ 2 + x ^ 2 * noiseVariance / s j)
  x
  (theta j ^ 2 * 2 * (0 - 1) * (1 - x) ^ 1 + noiseVariance * 2 * 1 * x ^ 1 / s j).
Proof. slope. Qed.

(** f′ is the slope of a mode's error at the teacher (with derivation_2_step_1_slope_1): at(diff(((1 - x)^2*theta_j^2 +
   x^2*noiseVariance/s_j), x), x, a_j) = modeSlope_j *)
Lemma derivation_2_step_1 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  theta j ^ 2 * 2 * (0 - 1) * (1 - s j / (s j + lambda)) ^ 1 + noiseVariance * 2 * 1 * (s j / (s j + lambda)) ^ 1 / s j
  = 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2).
Proof. identity. Qed.

Lemma derivation_2_step_2_slope_2 (noiseVariance x : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun x => theta j ^ 2 * 2 * (0 - 1) * (1 - x) ^ 1 + noiseVariance * 2 * 1 * x ^ 1 / s j)
  x
  (theta j ^ 2 * 2 * (0 - 1) * (0 - 1) + noiseVariance * 2 * 1 * 1 / s j).
Proof. slope. Qed.

(** its curvature is 2(θ² + γ²/s) (with derivation_2_step_1_slope_1, derivation_2_step_2_slope_2): diff(diff(((1 -
   x)^2*theta_j^2 + x^2*noiseVariance/s_j), x), x) = 2*(theta_j^2 + noiseVariance/s_j) *)
Lemma derivation_2_step_2 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  theta j ^ 2 * 2 * (0 - 1) * (0 - 1) + noiseVariance * 2 * 1 * 1 / s j
  = 2 * (theta j ^ 2 + noiseVariance / s j).
Proof. identity. Qed.

Lemma derivation_2_step_3_slope_1 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun xi => s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))))
  xi
  (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)).
Proof. slope. Qed.

(** imitation takes ab from the shrinkage per unit of ξ (with derivation_2_step_3_slope_1): diff(g_j, xi) = -t_j *)
Lemma derivation_2_step_3 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)
  = - (s j / (s j + lambda) * (lambda / (s j + lambda))).
Proof. identity. Qed.

Lemma derivation_2_step_4_slope_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => s j / (s j + lambda))
  lambda
  ((- s j) * (0 + 1) / (s j + lambda) ^ 2).
Proof. slope. Qed.

(** regularization takes ab from it per unit of log λ (with derivation_2_step_4_slope_1): lambda*diff(a_j, lambda) =
   -t_j *)
Lemma derivation_2_step_4 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)
  = - (s j / (s j + lambda) * (lambda / (s j + lambda))).
Proof. identity. Qed.

Lemma derivation_2_step_5_slope_1 (r : nat) (lambda noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2) + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
    * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** so e has slope −Σ f′ab in log λ (with derivation_2_step_5_slope_1): lambda*teacherSlope = -sum(modeSlope_j*t_j) *)
Lemma derivation_2_step_5 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  lambda * (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0
    * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda
    / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1)
    / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda)
    - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1
    / s j))
  = - sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j
    / (s j + lambda) * (lambda / (s j + lambda)))).
Proof. identity. Qed.

Lemma derivation_2_step_6_slope_1 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun xi => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2) + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  xi
  (0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0
    - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** and the same slope in ξ, at ξ = 0: both vanish together (with derivation_2_step_6_slope_1,
   derivation_2_step_5_slope_1): at(diff(error, xi), xi, 0) = lambda*teacherSlope *)
Lemma derivation_2_step_6 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0
    - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)
  = lambda * (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1
    + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)))
    * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j)
    * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j
    + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j
    + lambda)))) ^ 1 / s j)).
Proof. identity. Qed.

Lemma derivation_2_step_7_slope_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => s j / (s j + lambda) * (lambda / (s j + lambda)))
  lambda
  ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (lambda / (s j + lambda)) + s j / (s j + lambda) * ((1 * (s j + lambda)
    - lambda * (0 + 1)) / (s j + lambda) ^ 2)).
Proof. slope. Qed.

(** ab changes by ab(a − b) per unit of log λ (with derivation_2_step_7_slope_1): lambda*diff(t_j, lambda) = t_j*(a_j -
   b_j) *)
Lemma derivation_2_step_7 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (lambda / (s j + lambda)) + s j / (s j + lambda) * ((1 * (s j
    + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))
  = s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) - lambda / (s j + lambda)).
Proof. identity. Qed.

Lemma derivation_2_step_8_slope_2 (r : nat) (lambda xi noiseVariance : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun xi => 0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda)
    * 1)) * (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2
    * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j
    + lambda)))) ^ 1 / s j))
  xi
  (0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (0 + s j / (s j + lambda) * 1))) + sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0
    - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) / s j)).
Proof. slope. Qed.

(** the curvature in ξ is 2D (with derivation_2_step_6_slope_1, derivation_2_step_8_slope_2): at(diff(diff(error, xi),
   xi), xi, 0) = 2*D *)
Lemma derivation_2_step_8 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (0 + s j / (s j + lambda) * 1))) + sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0
    - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) / s j)
  = 2 * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j)).
Proof. identity. Qed.

Lemma derivation_2_step_9_slope_2 (r : nat) (lambda xi noiseVariance : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => 0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j
    + lambda) * 1)) * (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance
    * 2 * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j
    + lambda)))) ^ 1 / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + s j / (s j
    + lambda) * 1) + lambda / (s j + lambda) * (0 + 1 * (- s j) * (0 + 1) / (s j + lambda) ^ 2)) * (lambda / (s j
    + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j
    + lambda) * 1)) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + xi * (s j / (s j + lambda)))
    + lambda / (s j + lambda) * (0 + xi * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)))) + sum r (fun j => (noiseVariance
    * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - lambda / (s j + lambda) * 1) + s j / (s j + lambda) * (0 - 1
    * (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) * (s j / (s j + lambda) * (1 - xi * (lambda / (s j
    + lambda)))) ^ 1 + noiseVariance * 2 * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * ((- s j) * (0
    + 1) / (s j + lambda) ^ 2 * (1 - xi * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - xi * ((1 * (s j
    + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)))) / s j)).
Proof. slope. Qed.

(** the mixed derivative is (2D − 2Q)/λ (with derivation_2_step_6_slope_1, derivation_2_step_9_slope_2,
   derivation_2_step_5_slope_1): at(diff(diff(error, xi), lambda), xi, 0) = (2*D - 2*Q)/lambda where λ is stationary for
   the teacher's error *)
Lemma derivation_2_step_9 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + s j / (s j
    + lambda) * 1) + lambda / (s j + lambda) * (0 + 1 * (- s j) * (0 + 1) / (s j + lambda) ^ 2)) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j
    + lambda) * 1)) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda)))
    + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)))) + sum r (fun j => (noiseVariance
    * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - lambda / (s j + lambda) * 1) + s j / (s j + lambda) * (0 - 1
    * (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j
    + lambda)))) ^ 1 + noiseVariance * 2 * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) * ((- s j) * (0
    + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j
    + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)))) / s j)
  = (2 * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j))
    - 2 * sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2)
    * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)))) / lambda.
Proof. apply (given ((-1)) _ stationary_is_zero). identity. Qed.

Lemma derivation_2_step_10_slope_2 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => 0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2))) * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance
    * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j
    + lambda)))) ^ 1 / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * (((1 * (0 + 1) - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda)
    - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1) / ((s j + lambda) ^ 2) ^ 2 * (1 + 0 * (s j / (s j
    + lambda))) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + lambda / (s j + lambda) * (0 + 0 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2))) * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j
    + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)))) + sum r (fun j => (noiseVariance * 2 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + s j / (s j + lambda) * (0 - 0 * (((1 * (0 + 1)
    - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda) - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1)
    / ((s j + lambda) ^ 2) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 + noiseVariance * 2
    * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1
    - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2)))) / s j)).
Proof. slope. Qed.

(** the curvature in λ is (2D − 2Q)/λ² (with derivation_2_step_5_slope_1, derivation_2_step_10_slope_2):
   diff(teacherSlope, lambda) = (2*D - 2*Q)/lambda^2 where λ is stationary for the teacher's error *)
Lemma derivation_2_step_10 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  0 + sum r (fun j => theta j ^ 2 * 2 * (((1 * (0 + 1) - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda)
    - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1) / ((s j + lambda) ^ 2) ^ 2 * (1 + 0 * (s j / (s j
    + lambda))) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + lambda / (s j + lambda) * (0 + 0 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2))) * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j
    + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)))) + sum r (fun j => (noiseVariance * 2 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + s j / (s j + lambda) * (0 - 0 * (((1 * (0 + 1)
    - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda) - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1)
    / ((s j + lambda) ^ 2) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 + noiseVariance * 2
    * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1
    - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2)))) / s j)
  = (2 * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j))
    - 2 * sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2)
    * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)))) / lambda ^ 2.
Proof. apply (given ((-2) / lambda) _ stationary_is_zero). identity. Qed.

(** the determinant (with derivation_2_step_6_slope_1, derivation_2_step_8_slope_2, derivation_2_step_5_slope_1,
   derivation_2_step_10_slope_2, derivation_2_step_9_slope_2): at(diff(diff(error, xi), xi), xi, 0)*diff(teacherSlope,
   lambda) - at(diff(diff(error, xi), lambda), xi, 0)^2 = 2*Q*(2*D - 2*Q)/lambda^2 where λ is stationary for the
   teacher's error *)
Lemma derivation_2_step_11 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  (0 + sum r (fun j => theta j ^ 2 * 2 * (lambda / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * (lambda / (s j
    + lambda) * (0 + s j / (s j + lambda) * 1))) + sum r (fun j => noiseVariance * 2 * (s j / (s j + lambda) * (0
    - lambda / (s j + lambda) * 1)) * (s j / (s j + lambda) * (0 - lambda / (s j + lambda) * 1)) / s j)) * (0
    + sum r (fun j => theta j ^ 2 * 2 * (((1 * (0 + 1) - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda)
    - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1) / ((s j + lambda) ^ 2) ^ 2 * (1 + 0 * (s j / (s j
    + lambda))) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) + lambda / (s j + lambda) * (0 + 0 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2))) * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j
    + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2)))) + sum r (fun j => (noiseVariance * 2 * ((- ((- s j) * (0 + 1))) * 2 * (0 + 1) * (s j + lambda) ^ 1
    / ((s j + lambda) ^ 2) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + (- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) + s j / (s j + lambda) * (0 - 0 * (((1 * (0 + 1)
    - (0 + 1) * 1) * (s j + lambda) ^ 2 - (1 * (s j + lambda) - lambda * (0 + 1)) * 2 * (0 + 1) * (s j + lambda) ^ 1)
    / ((s j + lambda) ^ 2) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 + noiseVariance * 2
    * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0
    * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1
    - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2)))) / s j)) - (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2 * (0 + s j / (s j + lambda) * 1) + lambda / (s j + lambda) * (0 + 1 * (- s j) * (0 + 1) / (s j
    + lambda) ^ 2)) * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1 + theta j ^ 2 * 2 * (lambda
    / (s j + lambda) * (0 + s j / (s j + lambda) * 1)) * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2
    * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))))
    + sum r (fun j => (noiseVariance * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (0 - lambda / (s j + lambda) * 1)
    + s j / (s j + lambda) * (0 - 1 * (1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)) * (s j / (s j
    + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 + noiseVariance * 2 * (s j / (s j + lambda) * (0 - lambda
    / (s j + lambda) * 1)) * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j
    + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)))) / s j)) ^ 2
  = 2 * sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j
    / (s j + lambda)) ^ 2 * (lambda / (s j + lambda))) * (2 * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j
    + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j)) - 2 * sum r (fun j => 2 * (s j / (s j + lambda)
    * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j / (s j + lambda)) ^ 2 * (lambda / (s j
    + lambda)))) / lambda ^ 2.
Proof.
  apply (given ((-4) * sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda)
    * theta j ^ 2) * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda))) / lambda - (0 + sum r (fun j => theta j ^ 2
    * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j / (s j + lambda))) + lambda
    / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j + lambda) * (1 + 0 * (s j
    / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0
    * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j
    + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j))) _ stationary_is_zero).
  identity.
Qed.

(** * where Q < 0, the best student's error bends down at λ° *)

(** minimising over ξ leaves the curvature e_λλ − e_λξ²/e_ξξ = 2Q(2D − 2Q)/(2Dλ²): (2*D - 2*Q)/lambda^2 - ((2*D -
   2*Q)/lambda)^2/(2*D) = 2*Q*(2*D - 2*Q)/(2*D*lambda^2) *)
Lemma derivation_3_step_1 (lambda D Q : R) (lambda_positive : 0 < lambda) (defined_1 : D <> 0) :
  (2 * D - 2 * Q) / lambda ^ 2 - ((2 * D - 2 * Q) / lambda) ^ 2 / (2 * D)
  = 2 * Q * (2 * D - 2 * Q) / (2 * D * lambda ^ 2).
Proof. identity. Qed.

(** for Q = −q < 0 that is negative: some λ near λ°, with its ξ*, has a smaller error than the best ridge: -(2*Q*(2*D -
   2*Q)/(2*D*lambda^2)) > 0 where Q = -q *)
Lemma derivation_3_step_2 (lambda D Q q : R) (lambda_positive : 0 < lambda) (D_positive : 0 < D) (q_positive : 0 < q)
  (at_1 : Q = - q) :
  0 < - (2 * Q * (2 * D - 2 * Q) / (2 * D * lambda ^ 2)).
Proof. rewrite at_1. sign_of ((4 * D * q + 4 * q ^ 2) / (2 * lambda ^ 2 * D)). Qed.

(** * at a stationary λ, Q has the sign of a sum over pairs of modes *)

(** f′ = 2(γ² − λθ²)/(s + λ): modeSlope_j = 2*(noiseVariance - lambda*theta_j^2)/(s_j + lambda) *)
Lemma derivation_4_step_1 (lambda noiseVariance : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2)
  = 2 * (noiseVariance - lambda * theta j ^ 2) / (s j + lambda).
Proof. identity. Qed.

(** Q as a sum over modes: Q = 2*lambda*sum((noiseVariance - lambda*theta_j^2)*s_j^2/(s_j + lambda)^4) *)
Lemma derivation_4_step_2 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j / (s j
    + lambda)) ^ 2 * (lambda / (s j + lambda)))
  = 2 * lambda * sum r (fun j => (noiseVariance - lambda * theta j ^ 2) * s j ^ 2 / (s j + lambda) ^ 4).
Proof. identity. Qed.

Lemma derivation_4_step_3_slope_1 (r : nat) (lambda noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2) + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
    * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** stationarity balances noise and signal (with derivation_4_step_3_slope_1): noiseVariance*sum(s_j/(s_j + lambda)^3) =
   lambda*sum(theta_j^2*s_j/(s_j + lambda)^3) where λ is stationary for the teacher's error *)
Lemma derivation_4_step_3 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  noiseVariance * sum r (fun j => s j / (s j + lambda) ^ 3)
  = lambda * sum r (fun j => theta j ^ 2 * s j / (s j + lambda) ^ 3).
Proof. apply (given ((-1) / 2) _ stationary_is_zero). identity. Qed.

(** so γ² can be eliminated from Q (with derivation_4_step_3_slope_1): Q*sum(s_j/(s_j + lambda)^3) =
   2*lambda^2*(sum(theta_j^2*s_j/(s_j + lambda)^3)*sum(s_j^2/(s_j + lambda)^4) - sum(s_j/(s_j +
   lambda)^3)*sum(theta_j^2*s_j^2/(s_j + lambda)^4)) where λ is stationary for the teacher's error *)
Lemma derivation_4_step_4 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j / (s j
    + lambda)) ^ 2 * (lambda / (s j + lambda))) * sum r (fun j => s j / (s j + lambda) ^ 3)
  = 2 * lambda ^ 2 * (sum r (fun j => theta j ^ 2 * s j / (s j + lambda) ^ 3) * sum r (fun j => s j ^ 2 / (s j
    + lambda) ^ 4) - sum r (fun j => s j / (s j + lambda) ^ 3) * sum r (fun j => theta j ^ 2 * s j ^ 2 / (s j
    + lambda) ^ 4)).
Proof. apply (given ((- lambda) * sum r (fun j => s j ^ 2 / (s j + lambda) ^ 4)) _ stationary_is_zero). identity. Qed.

(** the difference of products is a sum over pairs: sum(theta_j^2*s_j/(s_j + lambda)^3)*sum(s_j^2/(s_j + lambda)^4) -
   sum(s_j/(s_j + lambda)^3)*sum(theta_j^2*s_j^2/(s_j + lambda)^4) = lambda*condition *)
Lemma derivation_4_step_5 (r : nat) (lambda : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  sum r (fun j => theta j ^ 2 * s j / (s j + lambda) ^ 3) * sum r (fun j => s j ^ 2 / (s j + lambda) ^ 4)
    - sum r (fun j => s j / (s j + lambda) ^ 3) * sum r (fun j => theta j ^ 2 * s j ^ 2 / (s j + lambda) ^ 4)
  = lambda * pairs r (fun j k => s j * s k * (s j - s k) * (theta k ^ 2 - theta j ^ 2) / ((s j + lambda) ^ 4 * (s k
    + lambda) ^ 4)).
Proof. identity. Qed.

(** Q Σ s/(s + λ)³ = 2λ³S (with derivation_4_step_3_slope_1): Q*sum(s_j/(s_j + lambda)^3) = 2*lambda^3*condition where λ
   is stationary for the teacher's error *)
Lemma derivation_4_step_6 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  sum r (fun j => 2 * (s j / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2) * (s j / (s j
    + lambda)) ^ 2 * (lambda / (s j + lambda))) * sum r (fun j => s j / (s j + lambda) ^ 3)
  = 2 * lambda ^ 3 * pairs r (fun j k => s j * s k * (s j - s k) * (theta k ^ 2 - theta j ^ 2) / ((s j + lambda) ^ 4
    * (s k + lambda) ^ 4)).
Proof. apply (given ((- lambda) * sum r (fun j => s j ^ 2 / (s j + lambda) ^ 4)) _ stationary_is_zero). identity. Qed.

(** whose factors are positive, as λ is: s_j/(s_j + lambda)^3 > 0 *)
Lemma derivation_4_step_7 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < s j / (s j + lambda) ^ 3.
Proof. sign_of (s j / (3 * lambda * s j ^ 2 + 3 * lambda ^ 2 * s j + lambda ^ 3 + s j ^ 3)). Qed.
