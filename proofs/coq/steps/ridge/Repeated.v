(** As many rounds of self-distillation as there are distinct s_j come as close to the oracle as one likes. With g⁽⁰⁾ =
   a and g⁽ⁱ⁾ = a(1 − ξ_i(1 − g⁽ⁱ⁻¹⁾)), k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, T_i = ξ_k ⋯ ξ_{k−i+1}; the infimum
   of their error is a linear least-squares minimum in T, which falls weakly in k. For γ > 0, and with θ_j² replaced by
   its mean over equal s_j, it is the oracle's at q rounds, q the number of distinct s_j. The oracle is reached by q
   rounds iff no tail of its T vanishes before one that does not, else approached, and q + 1 rounds always reach it.
   With ξ ≡ 1, g⁽ᵏ⁾ = aᵏ⁺¹. With constant ξ, where no aξ is 1, the distance to the fixed shrinkage a(1 − ξ)/(1 − aξ),
   for ξ < 1 that of ridge with λ/(1 − ξ), is multiplied by aξ in each round. *)
(* Generated from the derivations of ridge/repeated by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * one round, from the normal equation of a student that imitates any estimate *)

Lemma derivation_1_step_1_slope_1 (lambda xi x : R) (s shortfall z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun x => (s j * (xi * ((1 - shortfall j) * z j - x) ^ 2 + (1 - xi) * (z j - x) ^ 2) + lambda
    * x ^ 2) / 2)
  x
  ((s j * (xi * 2 * (0 - 1) * ((1 - shortfall j) * z j - x) ^ 1 + (1 - xi) * 2 * (0 - 1) * (z j - x) ^ 1) + lambda * 2
    * 1 * x ^ 1) / 2).
Proof. slope. Qed.

(** the normal equation holds at the next shrinkage times z_j (with derivation_1_step_1_slope_1): at(diff((s_j*(xi*((1 -
   shortfall_j)*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2, x), x, nextShrinkage_j*z_j) = 0 *)
Lemma derivation_1_step_1 (lambda xi : R) (s shortfall z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (xi * 2 * (0 - 1) * ((1 - shortfall j) * z j - s j / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 1 + (1
    - xi) * 2 * (0 - 1) * (z j - s j / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 1) + lambda * 2 * 1 * (s j
    / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 1) / 2
  = 0.
Proof. identity. Qed.

(** away from it the objective grows like a square, for every ξ: (s_j*(xi*((1 - shortfall_j)*z_j - x)^2 + (1 - xi)*(z_j
   - x)^2) + lambda*x^2)/2 - at((s_j*(xi*((1 - shortfall_j)*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2, x,
   nextShrinkage_j*z_j) = (s_j + lambda)*(x - nextShrinkage_j*z_j)^2/2 *)
Lemma derivation_1_step_2 (lambda xi x : R) (s shortfall z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (xi * ((1 - shortfall j) * z j - x) ^ 2 + (1 - xi) * (z j - x) ^ 2) + lambda * x ^ 2) / 2 - (s j * (xi * ((1
    - shortfall j) * z j - s j / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 2 + (1 - xi) * (z j - s j / (s j
    + lambda) * (1 - xi * shortfall j) * z j) ^ 2) + lambda * (s j / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 2)
    / 2
  = (s j + lambda) * (x - s j / (s j + lambda) * (1 - xi * shortfall j) * z j) ^ 2 / 2.
Proof. identity. Qed.

(** what it lacks to 1: nextShrinkage_j + nextShortfall_j = 1 *)
Lemma derivation_1_step_3 (lambda xi : R) (s shortfall : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * shortfall j) + (lambda / (s j + lambda) + xi * (s j / (s j + lambda)) * shortfall j)
  = 1.
Proof. identity. Qed.

(** imitating the teacher gives the student: at(nextShrinkage_j, shortfall, b_j) = g_j *)
Lemma derivation_1_step_4 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
  = s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda))).
Proof. identity. Qed.

(** with ξ = 0 it starts again from the teacher: at(nextShrinkage_j, xi, 0) = a_j *)
Lemma derivation_1_step_5 (lambda : R) (s shortfall : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - 0 * shortfall j)
  = s j / (s j + lambda).
Proof. identity. Qed.

(** * k rounds lack b(1 + T_1 a + … + T_k aᵏ) to 1, with T_i = ξ_k ⋯ ξ_{k−i+1} *)

(** the induction step: a round makes b(1 + ξaP) of bP, so that every tail is multiplied by ξ and T_0 = 1 put before:
   at(nextShortfall_j, shortfall, b_j*polynomial_j) = b_j*(1 + xi*a_j*polynomial_j) *)
Lemma derivation_2_step_1 (lambda xi : R) (s polynomial : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda / (s j + lambda) + xi * (s j / (s j + lambda)) * (lambda / (s j + lambda) * polynomial j)
  = lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)) * polynomial j).
Proof. identity. Qed.

(** two rounds: at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall, b_j), xi, first)), xi, second) =
   b_j*(1 + second*a_j + second*first*a_j^2) *)
Lemma derivation_2_step_2 (lambda first second : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda / (s j + lambda) + second * (s j / (s j + lambda)) * (lambda / (s j + lambda) + first * (s j / (s j + lambda))
    * (lambda / (s j + lambda)))
  = lambda / (s j + lambda) * (1 + second * (s j / (s j + lambda)) + second * first * (s j / (s j + lambda)) ^ 2).
Proof. identity. Qed.

(** three rounds: at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall, at(at(nextShortfall_j, shortfall,
   b_j), xi, first)), xi, second)), xi, third) = b_j*(1 + third*a_j + third*second*a_j^2 + third*second*first*a_j^3) *)
Lemma derivation_2_step_3 (lambda first second third : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  lambda / (s j + lambda) + third * (s j / (s j + lambda)) * (lambda / (s j + lambda) + second * (s j / (s j + lambda))
    * (lambda / (s j + lambda) + first * (s j / (s j + lambda)) * (lambda / (s j + lambda))))
  = lambda / (s j + lambda) * (1 + third * (s j / (s j + lambda)) + third * second * (s j / (s j + lambda)) ^ 2 + third
    * second * first * (s j / (s j + lambda)) ^ 3).
Proof. identity. Qed.

(** * with ξ = 1 in every round the shrinkage after k rounds is aᵏ⁺¹ *)

(** the induction step: a round multiplies the shrinkage by a: at(at(nextShrinkage_j, shortfall, 1 - power_j), xi, 1) =
   a_j*power_j *)
Lemma derivation_3_step_1 (lambda : R) (s power : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - 1 * (1 - power j))
  = s j / (s j + lambda) * power j.
Proof. identity. Qed.

(** a < 1, so each round shrinks more: 1 − a is b: 1 - a_j = b_j *)
Lemma derivation_3_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  1 - s j / (s j + lambda)
  = lambda / (s j + lambda).
Proof. identity. Qed.

(** and b > 0: b_j > 0 *)
Lemma derivation_3_step_3 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < lambda / (s j + lambda).
Proof. sign_of (lambda / (lambda + s j)). Qed.

(** * with constant ξ each round multiplies the distance to a fixed shrinkage by aξ exactly *)

(** the distance of the shrinkage to the fixed one is multiplied by aξ: nextShrinkage_j - limitShrinkage_j = a_j*xi*((1
   - shortfall_j) - limitShrinkage_j) *)
Lemma derivation_4_step_1 (lambda xi : R) (s shortfall : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : 1 - s j / (s j + lambda) * xi <> 0) :
  s j / (s j + lambda) * (1 - xi * shortfall j) - s j / (s j + lambda) * (1 - xi) / (1 - s j / (s j + lambda) * xi)
  = s j / (s j + lambda) * xi * (1 - shortfall j - s j / (s j + lambda) * (1 - xi) / (1 - s j / (s j + lambda) * xi)).
Proof. identity. Qed.

(** and so is that of what it lacks to 1: nextShortfall_j - (1 - limitShrinkage_j) = a_j*xi*(shortfall_j - (1 -
   limitShrinkage_j)) *)
Lemma derivation_4_step_2 (lambda xi : R) (s shortfall : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : 1 - s j / (s j + lambda) * xi <> 0) :
  lambda / (s j + lambda) + xi * (s j / (s j + lambda)) * shortfall j - (1 - s j / (s j + lambda) * (1 - xi) / (1 - s j
    / (s j + lambda) * xi))
  = s j / (s j + lambda) * xi * (shortfall j - (1 - s j / (s j + lambda) * (1 - xi) / (1 - s j / (s j + lambda) * xi))).
Proof. identity. Qed.

(** the fixed shrinkage is that of ridge with λ/(1 − ξ): limitShrinkage_j = at(a_j, lambda, lambda/(1 - xi)) *)
Lemma derivation_4_step_3 (lambda xi : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : 1 - s j / (s j + lambda) * xi <> 0)
  (defined_2 : s j + lambda / (1 - xi) <> 0) (defined_3 : 1 - xi <> 0) :
  s j / (s j + lambda) * (1 - xi) / (1 - s j / (s j + lambda) * xi)
  = s j / (s j + lambda / (1 - xi)).
Proof. identity. Qed.

(** 0 for ξ = 1: at(limitShrinkage_j, xi, 1) = 0 *)
Lemma derivation_4_step_4 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - 1) / (1 - s j / (s j + lambda) * 1)
  = 0.
Proof.
  assert (hidden_1 : 1 - s j / (s j + lambda) * 1 <> 0) by (intros; apply positive_nonzero; sign_of (lambda / (lambda
    + s j))).
  identity.
Qed.

(** for ξ > 1 it is s/(s − λ/(ξ − 1)): at(limitShrinkage_j, xi, 1 + excess) = s_j/(s_j - lambda/excess) *)
Lemma derivation_4_step_5 (lambda excess : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (excess_positive : 0 < excess)
  (defined_1 : 1 - s j / (s j + lambda) * (1 + excess) <> 0) (defined_2 : s j - lambda / excess <> 0) :
  s j / (s j + lambda) * (1 - (1 + excess)) / (1 - s j / (s j + lambda) * (1 + excess))
  = s j / (s j - lambda / excess).
Proof. identity. Qed.

(** aξ < 1 is s(ξ − 1) < λ: with λ = s(ξ − 1) + c, c > 0, one is the other over λ + s: at(1 - a_j*(1 + excess), lambda,
   s_j*excess + slack_j) = slack_j/(s_j + s_j*excess + slack_j) *)
Lemma derivation_4_step_6 (excess : R) (s slack : nat -> R) (j : nat) (s_positive : forall j, 0 < s j)
  (excess_positive : 0 < excess) (slack_positive : forall j, 0 < slack j) :
  1 - s j / (s j + (s j * excess + slack j)) * (1 + excess)
  = slack j / (s j + s j * excess + slack j).
Proof. identity. Qed.

(** and the fixed shrinkage is then minus s(ξ − 1)/c: at(at(limitShrinkage_j, xi, 1 + excess), lambda, s_j*excess +
   slack_j) = -(s_j*excess/slack_j) *)
Lemma derivation_4_step_7 (excess : R) (s slack : nat -> R) (j : nat) (s_positive : forall j, 0 < s j)
  (excess_positive : 0 < excess) (slack_positive : forall j, 0 < slack j) :
  s j / (s j + (s j * excess + slack j)) * (1 - (1 + excess)) / (1 - s j / (s j + (s j * excess + slack j)) * (1
    + excess))
  = - (s j * excess / slack j).
Proof.
  assert (hidden_1 : 1 - s j / (s j + (s j * excess + slack j)) * (1
    + excess) <> 0) by (intros; apply positive_nonzero; sign_of (slack j / (excess * s j + s j + slack j))).
  identity.
Qed.

(** which is negative: s_j*excess/slack_j > 0 *)
Lemma derivation_4_step_8 (excess : R) (s slack : nat -> R) (j : nat) (s_positive : forall j, 0 < s j)
  (excess_positive : 0 < excess) (slack_positive : forall j, 0 < slack j) :
  0 < s j * excess / slack j.
Proof. sign_of (excess * s j / slack j). Qed.

(** * the best tails solve a linear least-squares problem, which the oracle solves where it fits exactly *)

(** the error exceeds the oracle's by a sum of squares: at(error - oracleError - oracleExcess, g, 1 - h_j) = 0 *)
Lemma derivation_5_step_1 (r : nat) (noiseVariance residualSignal : R) (s theta h : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (defined_1 : forall j, (j < r)%nat -> s j * theta j ^ 2 + noiseVariance <> 0) :
  residualSignal + sum r (fun j => h j ^ 2 * theta j ^ 2) + sum r (fun j => (1 - h j) ^ 2 * noiseVariance / s j)
    - (residualSignal + sum r (fun j => theta j ^ 2 * noiseVariance / (s j * theta j ^ 2 + noiseVariance)))
    - sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * (1 - h j - s j * theta j ^ 2 / (s j * theta j ^ 2
    + noiseVariance)) ^ 2)
  = 0.
Proof. identity. Qed.

(** each is the weight times a squared distance, linear in the tails, to the oracle's shrinkage: at(slope_j^2/weight_j,
   g, 1 - h_j) = weight_j*(1 - h_j - oracleShrinkage_j)^2 *)
Lemma derivation_5_step_2 (noiseVariance : R) (s theta h : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (defined_1 : theta j ^ 2 + noiseVariance / s j <> 0) (defined_2 : s j * theta j ^ 2 + noiseVariance <> 0) :
  (h j * theta j ^ 2 - (1 - h j) * noiseVariance / s j) ^ 2 / (theta j ^ 2 + noiseVariance / s j)
  = (theta j ^ 2 + noiseVariance / s j) * (1 - h j - s j * theta j ^ 2 / (s j * theta j ^ 2 + noiseVariance)) ^ 2.
Proof. identity. Qed.

Lemma derivation_5_step_3_slope_1 (r : nat) (lambda noiseVariance residualSignal tail : R)
  (s theta h monomial : nat -> R) (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun tail => residualSignal + sum r (fun j => (h j + tail * (lambda / (s j + lambda))
    * monomial j) ^ 2 * theta j ^ 2) + sum r (fun j => (1 - (h j + tail * (lambda / (s j + lambda)) * monomial j)) ^ 2
    * noiseVariance / s j))
  tail
  (0 + sum r (fun j => theta j ^ 2 * 2 * (0 + monomial j * (lambda / (s j + lambda)) * 1) * (h j + tail * (lambda / (s j
    + lambda)) * monomial j) ^ 1) + sum r (fun j => noiseVariance * 2 * (0 - (0 + monomial j * (lambda / (s j + lambda))
    * 1)) * (1 - (h j + tail * (lambda / (s j + lambda)) * monomial j)) ^ 1 / s j)).
Proof. slope. Qed.

(** its slope in one tail is twice Σ p b aⁱ (with derivation_5_step_3_slope_1): at(diff(at(at(error, g, 1 - h_j), h, h_j
   + tail*b_j*monomial_j), tail), tail, 0) = 2*sum(at(slope_j, g, 1 - h_j)*b_j*monomial_j) *)
Lemma derivation_5_step_3 (r : nat) (lambda noiseVariance : R) (s theta h monomial : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 + sum r (fun j => theta j ^ 2 * 2 * (0 + monomial j * (lambda / (s j + lambda)) * 1) * (h j + 0 * (lambda / (s j
    + lambda)) * monomial j) ^ 1) + sum r (fun j => noiseVariance * 2 * (0 - (0 + monomial j * (lambda / (s j + lambda))
    * 1)) * (1 - (h j + 0 * (lambda / (s j + lambda)) * monomial j)) ^ 1 / s j)
  = 2 * sum r (fun j => (h j * theta j ^ 2 - (1 - h j) * noiseVariance / s j) * (lambda / (s j + lambda)) * monomial j).
Proof. identity. Qed.

(** where the error is stationary along every change of the tails, each change adds Σ w d²: at(at(error, g, 1 - h_j), h,
   h_j + change_j) - at(error, g, 1 - h_j) = sum(weight_j*change_j^2) where the error is stationary along the change *)
Lemma derivation_5_step_4 (r : nat) (noiseVariance residualSignal : R) (s theta h change : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (stationary_is_zero : sum r (fun j => (h j * theta j ^ 2 - (1 - h j) * noiseVariance
  / s j) * change j) = 0) :
  residualSignal + sum r (fun j => (h j + change j) ^ 2 * theta j ^ 2) + sum r (fun j => (1 - (h j + change j)) ^ 2
    * noiseVariance / s j) - (residualSignal + sum r (fun j => h j ^ 2 * theta j ^ 2) + sum r (fun j => (1 - h j) ^ 2
    * noiseVariance / s j))
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) * change j ^ 2).
Proof. apply (given (2) _ stationary_is_zero). identity. Qed.

(** which is ≥ 0, so the stationary tails are the best: weight_j*change_j^2 ≥ 0 *)
Lemma derivation_5_step_5 (noiseVariance : R) (s theta change : nat -> R) (j : nat)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 <= (theta j ^ 2 + noiseVariance / s j) * change j ^ 2.
Proof. sign_of ((change j ^ 2 * noiseVariance + change j ^ 2 * s j * theta j ^ 2) / s j). Qed.
