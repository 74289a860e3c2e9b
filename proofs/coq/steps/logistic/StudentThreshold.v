(** Where p_T ≥ 0, a student that imitates fully stays right at more flips than its teacher: p_T < p_S. At ξ = 1, z_b of
   the student falls strictly in p and is negative at p = ½: it has at most one root p_S < ½, and none where it is not
   positive as p → 0. Where p_T ≥ 0, p_T < p_S, and the student is right on every training point, strictly better than
   the teacher, exactly for max(p_T, 0⁺) ≤ p < p_S. *)
(* Generated from the derivations of logistic/student-threshold by npm run proofs:coq; docs/coq.md says how to read it.
   *)

From SdTheorems Require Import SumsOverModes.

(** * where the teacher's bad points have logit 0, the student's have a positive one *)

(** at ξ = 1 the targets are the teacher's predictions: at good points: at(targetGood, xi, 1) = sigmaGood *)
Lemma derivation_1_step_1 (sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  1 * sigmaGood + (1 - 1)
  = sigmaGood.
Proof. identity. Qed.

(** and at bad ones, ½: at(at(targetBad, xi, 1), sigmaBad, 1/2) = 1/2 *)
Lemma derivation_1_step_2 :
  1 * (1 / 2)
  = 1 / 2.
Proof. identity. Qed.

(** if z_b were ≤ 0, both coefficients would make it positive: logitBad > 0 where alphaGood = right + gap, alphaBad =
   right, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_1_step_3 (m c p alphaGood alphaBad unlikeness flips right gap : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips)
  (right_nonnegative : 0 <= right) (gap_positive : 0 < gap) (at_1 : alphaGood = right + gap) (at_2 : alphaBad = right)
  (at_3 : c = 1 / (1 + unlikeness)) (at_4 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4.
  sign_of ((flips * gap * m + 2 * flips * m * right + 2 * flips * right * unlikeness + gap * m + m * right + right
    * unlikeness) / ((1 + unlikeness) * (1 + 2 * flips))).
Qed.

(** * z_b falls strictly as more labels are flipped, for every ξ ≥ 0 that leaves t_g > t_b *)

Lemma derivation_2_step_1_slope_1 (xi sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  derivable_pt_lim (fun sigmaGood => xi * sigmaGood + (1 - xi))
  sigmaGood
  (xi * 1 + (0 - 0)).
Proof. slope. Qed.

(** a good point's target falls by ξ times what σ does (with derivation_2_step_1_slope_1): at(diff(targetGood,
   sigmaGood)*(-teacherFallGood), xi, weight) = -weight*teacherFallGood *)
Lemma derivation_2_step_1 (weight teacherFallGood : R) (weight_nonnegative : 0 <= weight)
  (teacherFallGood_positive : 0 < teacherFallGood) :
  (weight * 1 + (0 - 0)) * (- teacherFallGood)
  = (- weight) * teacherFallGood.
Proof. identity. Qed.

Lemma derivation_2_step_2_slope_1 (xi sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  derivable_pt_lim (fun sigmaBad => xi * sigmaBad)
  sigmaBad
  (xi * 1).
Proof. slope. Qed.

(** and a bad one's (with derivation_2_step_2_slope_1): at(diff(targetBad, sigmaBad)*(-teacherFallBad), xi, weight) =
   -weight*teacherFallBad *)
Lemma derivation_2_step_2 (weight teacherFallBad : R) (weight_nonnegative : 0 <= weight)
  (teacherFallBad_positive : 0 < teacherFallBad) :
  weight * 1 * (- teacherFallBad)
  = (- weight) * teacherFallBad.
Proof. identity. Qed.

(** so S falls: -commonRate > 0 where pushGood = -(weight*teacherFallGood), pushBad = -(weight*teacherFallBad), flipping
   = 1, alphaBad = alphaGood - gap, p = flips/(1 + 2*flips) *)
Lemma derivation_2_step_3
  (m p alphaGood alphaBad pushGood pushBad flipping giveGood giveBad stiffness flips weight teacherFallGood teacherFallBad gap
  : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p) (giveGood_positive : 0 < giveGood) (giveBad_positive : 0 < giveBad)
  (stiffness_positive : 0 < stiffness) (flips_nonnegative : 0 <= flips) (weight_nonnegative : 0 <= weight)
  (teacherFallGood_positive : 0 < teacherFallGood) (teacherFallBad_positive : 0 < teacherFallBad)
  (gap_positive : 0 < gap) (at_1 : pushGood = - (weight * teacherFallGood))
  (at_2 : pushBad = - (weight * teacherFallBad)) (at_3 : flipping = 1) (at_4 : alphaBad = alphaGood - gap)
  (at_5 : p = flips / (1 + 2 * flips)) :
  0 < - (m * ((1 - p) * giveGood * pushGood + p * giveBad * pushBad + flipping * (alphaBad - alphaGood)) / stiffness).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4, at_5.
  sign_of ((2 * flips * gap * m + flips * giveBad * m * teacherFallBad * weight + flips * giveGood * m * teacherFallGood
    * weight + gap * m + giveGood * m * teacherFallGood * weight) / (stiffness * (1 + 2 * flips))).
Qed.

(** and z_b with it: -logitBadRate > 0 where pushGood = -(weight*teacherFallGood), pushBad = -(weight*teacherFallBad),
   flipping = 1, alphaBad = alphaGood - gap, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_2_step_4
  (m c lambda p alphaGood alphaBad pushGood pushBad flipping giveGood giveBad stiffness unlikeness flips weight teacherFallGood teacherFallBad gap
  : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (giveGood_positive : 0 < giveGood) (giveBad_positive : 0 < giveBad) (stiffness_positive : 0 < stiffness)
  (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips) (weight_nonnegative : 0 <= weight)
  (teacherFallGood_positive : 0 < teacherFallGood) (teacherFallBad_positive : 0 < teacherFallBad)
  (gap_positive : 0 < gap) (at_1 : pushGood = - (weight * teacherFallGood))
  (at_2 : pushBad = - (weight * teacherFallBad)) (at_3 : flipping = 1) (at_4 : alphaBad = alphaGood - gap)
  (at_5 : c = 1 / (1 + unlikeness)) (at_6 : p = flips / (1 + 2 * flips)) :
  0 < - (giveBad * ((1 - c) * pushBad + c * lambda * (m * ((1 - p) * giveGood * pushGood + p * giveBad * pushBad
    + flipping * (alphaBad - alphaGood)) / stiffness))).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4, at_5, at_6.
  sign_of ((2 * flips * gap * giveBad * lambda * m + flips * giveBad * giveGood * lambda * m * teacherFallGood * weight
    + 2 * flips * giveBad * stiffness * teacherFallBad * unlikeness * weight + flips * giveBad ^ 2 * lambda * m
    * teacherFallBad * weight + gap * giveBad * lambda * m + giveBad * giveGood * lambda * m * teacherFallGood * weight
    + giveBad * stiffness * teacherFallBad * unlikeness * weight) / ((1 + unlikeness) * stiffness * (1 + 2 * flips))).
Qed.

(** * where half of the labels are flipped, bad points have t_b − ½ times a positive number for a logit *)

(** α_g = −α_b makes S zero: at(at(common, p, 1/2), alphaGood, -alphaBad) = 0 *)
Lemma derivation_3_step_1 (m alphaBad : R) (m_positive : 0 < m) :
  m * ((1 - 1 / 2) * (- alphaBad) + 1 / 2 * alphaBad)
  = 0.
Proof. identity. Qed.

(** so z_b = (1 − c)α_b: at(at(logitBad, p, 1/2), alphaGood, -alphaBad) = (1 - c)*alphaBad *)
Lemma derivation_3_step_2 (m c alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c) :
  (1 - c) * alphaBad + c * (m * ((1 - 1 / 2) * (- alphaBad) + 1 / 2 * alphaBad))
  = (1 - c) * alphaBad.
Proof. identity. Qed.

(** and z_g = −z_b: the targets mirror each other, in the teacher and then in the student, so this is the fit:
   at(targetGood, sigmaGood, 1 - sigmaBad) = 1 - targetBad *)
Lemma derivation_3_step_3 (xi sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  xi * (1 - sigmaBad) + (1 - xi)
  = 1 - xi * sigmaBad.
Proof. identity. Qed.

(** its coefficient has the sign of t_b − ½: (lambda + (1 - c)*secant)*alphaBad = target - 1/2 where λα_b = t_b −
   σ(z_b), where σ(z_b) − ½ is a secant slope times z_b *)
Lemma derivation_3_step_4 (c lambda alphaBad target secant : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (secant_positive : 0 < secant) (fitted_is_zero : lambda * alphaBad - (target - 1 / 2 - secant * (1 - c) * alphaBad)
  = 0) :
  (lambda + (1 - c) * secant) * alphaBad
  = target - 1 / 2.
Proof. apply (given (1) _ fitted_is_zero). identity. Qed.

(** as its factor is positive: lambda + (1 - c)*secant > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_3_step_5 (c lambda unlikeness secant : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (unlikeness_positive : 0 < unlikeness) (secant_positive : 0 < secant) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < lambda + (1 - c) * secant.
Proof. rewrite at_1. sign_of ((lambda + lambda * unlikeness + secant * unlikeness) / (1 + unlikeness)). Qed.

(** the teacher's t_b is 0, and at ξ = 1 the student's is its σ < ½: at(targetBad, xi, 1) = sigmaBad *)
Lemma derivation_3_step_6 (sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  1 * sigmaBad
  = sigmaBad.
Proof. identity. Qed.
