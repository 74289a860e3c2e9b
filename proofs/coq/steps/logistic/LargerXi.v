(** Every flip rate below ½ has a ξ that makes the student right on every training point. At ξ_× = 1/(1 − σ_g + σ_b) all
   targets are equal and the student is right on every point. z_g falls strictly in ξ, and has one root ξ_hi > ξ_×. For
   p > 0 and p ≥ p_T, z_b rises strictly in ξ, with one root ξ_lo < ξ_×: for ξ ≥ 0 the student is right on every point,
   and better than the teacher, iff ξ_lo < ξ < ξ_hi, equal for ξ ≤ ξ_lo, and right on the bad points alone, so worse,
   from ξ_hi on. For p = 0 or p < p_T it is right on every point iff ξ < ξ_hi, and never better. Where p_T ≥ 0, the
   p_S(ξ) ≥ p_T at which z_b = 0 rises strictly from p_T at ξ = 0 to ½ at ξ_max = 1/(2σ_½). *)
(* Generated from the derivations of logistic/larger-xi by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * at ξ_× all targets are equal and above ½, so every logit is positive *)

(** t_g − t_b changes sign at ξ_×: targetGood - targetBad = (1 - sigmaGood + sigmaBad)*(equalisingXi - xi) *)
Lemma derivation_1_step_1 (xi sigmaGood sigmaBad : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (defined_1 : 1 - sigmaGood + sigmaBad <> 0) :
  xi * sigmaGood + (1 - xi) - xi * sigmaBad
  = (1 - sigmaGood + sigmaBad) * (1 / (1 - sigmaGood + sigmaBad) - xi).
Proof. identity. Qed.

(** with 1 − σ_g itself given, ξ_× loses no digits: at(equalXi, shortfallGood, 1 - sigmaGood) = equalisingXi *)
Lemma derivation_1_step_2 (sigmaGood sigmaBad : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (defined_1 : 1 - sigmaGood + sigmaBad <> 0) :
  1 / (1 - sigmaGood + sigmaBad)
  = 1 / (1 - sigmaGood + sigmaBad).
Proof. identity. Qed.

(** 1 − σ_g + σ_b > 0: 1 - sigmaGood + sigmaBad > 0 where sigmaGood = 1 - rest *)
Lemma derivation_1_step_3 (sigmaGood sigmaBad rest : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (rest_positive : 0 < rest) (at_1 : sigmaGood = 1 - rest) :
  0 < 1 - sigmaGood + sigmaBad.
Proof. rewrite at_1. sign_of (rest + sigmaBad). Qed.

(** where both are above ½, as σ_g + σ_b > 1 in the teacher (logistic/teacher-threshold): at(targetBad, xi,
   equalisingXi) - 1/2 = (sigmaGood + sigmaBad - 1)/(2*(1 - sigmaGood + sigmaBad)) *)
Lemma derivation_1_step_4 (sigmaGood sigmaBad : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (defined_1 : 1 - sigmaGood + sigmaBad <> 0) :
  1 / (1 - sigmaGood + sigmaBad) * sigmaBad - 1 / 2
  = (sigmaGood + sigmaBad - 1) / (2 * (1 - sigmaGood + sigmaBad)).
Proof. identity. Qed.

(** with equal targets all coefficients are equal, and the logits have their sign, that of the targets − ½:
   at(at(logitGood, alphaGood, alpha), alphaBad, alpha) = (1 - c + c*m)*alpha *)
Lemma derivation_1_step_5 (m c p alpha : R) (m_positive : 0 < m) (c_positive : 0 < c) (p_nonnegative : 0 <= p) :
  (1 - c) * alpha + c * (m * ((1 - p) * alpha + p * alpha))
  = (1 - c + c * m) * alpha.
Proof. identity. Qed.

(** as their ratio is positive: 1 - c + c*m > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_1_step_6 (m c unlikeness : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (unlikeness_positive : 0 < unlikeness) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < 1 - c + c * m.
Proof. rewrite at_1. sign_of ((m + unlikeness) / (1 + unlikeness)). Qed.

(** * z_g falls strictly in ξ at every p < ½; z_b rises strictly where the teacher is wrong on bad points *)

Lemma derivation_2_step_1_slope_1 (xi sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  derivable_pt_lim (fun xi => xi * sigmaGood + (1 - xi))
  xi
  (sigmaGood * 1 + (0 - 1)).
Proof. slope. Qed.

(** per unit of ξ a good point's target falls by 1 − σ_g (with derivation_2_step_1_slope_1): diff(targetGood, xi) = -(1
   - sigmaGood) *)
Lemma derivation_2_step_1 (sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  sigmaGood * 1 + (0 - 1)
  = - (1 - sigmaGood).
Proof. identity. Qed.

Lemma derivation_2_step_2_slope_1 (xi sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  derivable_pt_lim (fun xi => xi * sigmaBad)
  xi
  (sigmaBad * 1).
Proof. slope. Qed.

(** and a bad one's rises by σ_b (with derivation_2_step_2_slope_1): diff(targetBad, xi) = sigmaBad *)
Lemma derivation_2_step_2 (sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  sigmaBad * 1
  = sigmaBad.
Proof. identity. Qed.

(** so z_g′ is, over a positive number, −λ²z_g^T − (1 − c)(1 − c + cm)(1 − σ_g)w_b, with the teacher's z_g^T:
   at(at(at(logitGoodRate*stiffness/(giveGood*giveBad), pushGood, -(1 - sigmaGood)), pushBad, sigmaBad), flipping, 0) =
   -(lambda^2*at(at(logitGood, alphaGood, (1 - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) + (1 - c)*(1 - c +
   c*m)*(1 - sigmaGood)*bendBad) *)
Lemma derivation_2_step_3 (m c lambda p alphaGood alphaBad sigmaGood sigmaBad bendGood bendBad : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (bendGood_positive : 0 < bendGood) (bendBad_positive : 0 < bendBad)
  (defined_1 : lambda + (1 - c) * bendGood <> 0) (defined_2 : lambda + (1 - c) * bendBad <> 0) (defined_3 : 1 + m * c
  * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad))) <> 0)
  :
  1 / (lambda + (1 - c) * bendGood) * ((1 - c) * (- (1 - sigmaGood)) + c * lambda * (m * ((1 - p) * (1 / (lambda + (1
    - c) * bendGood)) * (- (1 - sigmaGood)) + p * (1 / (lambda + (1 - c) * bendBad)) * sigmaBad + 0 * (alphaBad
    - alphaGood)) / (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda
    + (1 - c) * bendBad)))))) * (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad
    * (1 / (lambda + (1 - c) * bendBad)))) / (1 / (lambda + (1 - c) * bendGood) * (1 / (lambda + (1 - c) * bendBad)))
  = - (lambda ^ 2 * ((1 - c) * ((1 - sigmaGood) / lambda) + c * (m * ((1 - p) * ((1 - sigmaGood) / lambda) + p
    * ((- sigmaBad) / lambda)))) + (1 - c) * (1 - c + c * m) * (1 - sigmaGood) * bendBad).
Proof. identity. Qed.

(** which is negative, at every slope that σ can have in the student: lambda^2*at(at(logitGood, alphaGood, (1 -
   sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) + (1 - c)*(1 - c + c*m)*(1 - sigmaGood)*bendBad > 0 where
   at(at(logitGood, alphaGood, (1 - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) = right, sigmaGood = 1 - rest, c =
   1/(1 + unlikeness) *)
Lemma derivation_2_step_4 (m c lambda p sigmaGood sigmaBad bendBad unlikeness right rest : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (bendBad_positive : 0 < bendBad) (unlikeness_positive : 0 < unlikeness)
  (right_positive : 0 < right) (rest_positive : 0 < rest) (at_1 : (1 - c) * ((1 - sigmaGood) / lambda) + c * (m * ((1
  - p) * ((1 - sigmaGood) / lambda) + p * ((- sigmaBad) / lambda))) = right) (at_2 : sigmaGood = 1 - rest)
  (at_3 : c = 1 / (1 + unlikeness)) :
  0 < lambda ^ 2 * ((1 - c) * ((1 - sigmaGood) / lambda) + c * (m * ((1 - p) * ((1 - sigmaGood) / lambda) + p
    * ((- sigmaBad) / lambda)))) + (1 - c) * (1 - c + c * m) * (1 - sigmaGood) * bendBad.
Proof.
  rewrite at_1, at_2, at_3.
  sign_of ((bendBad * m * rest * unlikeness + bendBad * rest * unlikeness ^ 2 + lambda ^ 2 * right + 2 * lambda ^ 2
    * right * unlikeness + lambda ^ 2 * right * unlikeness ^ 2) / (1 + unlikeness) ^ 2).
Qed.

(** z_b′ is, over the same, −λ²z_b^T + (1 − c)(1 − c + cm)σ_b w_g: at(at(at(logitBadRate*stiffness/(giveGood*giveBad),
   pushGood, -(1 - sigmaGood)), pushBad, sigmaBad), flipping, 0) = (1 - c)*(1 - c + c*m)*sigmaBad*bendGood -
   lambda^2*at(at(logitBad, alphaGood, (1 - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) *)
Lemma derivation_2_step_5 (m c lambda p alphaGood alphaBad sigmaGood sigmaBad bendGood bendBad : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (bendGood_positive : 0 < bendGood) (bendBad_positive : 0 < bendBad)
  (defined_1 : lambda + (1 - c) * bendGood <> 0) (defined_2 : lambda + (1 - c) * bendBad <> 0) (defined_3 : 1 + m * c
  * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad))) <> 0)
  :
  1 / (lambda + (1 - c) * bendBad) * ((1 - c) * sigmaBad + c * lambda * (m * ((1 - p) * (1 / (lambda + (1 - c)
    * bendGood)) * (- (1 - sigmaGood)) + p * (1 / (lambda + (1 - c) * bendBad)) * sigmaBad + 0 * (alphaBad - alphaGood))
    / (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))))) * (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1
    / (lambda + (1 - c) * bendBad)))) / (1 / (lambda + (1 - c) * bendGood) * (1 / (lambda + (1 - c) * bendBad)))
  = (1 - c) * (1 - c + c * m) * sigmaBad * bendGood - lambda ^ 2 * ((1 - c) * ((- sigmaBad) / lambda) + c * (m * ((1
    - p) * ((1 - sigmaGood) / lambda) + p * ((- sigmaBad) / lambda)))).
Proof. identity. Qed.

(** which is positive where z_b^T ≤ 0: (1 - c)*(1 - c + c*m)*sigmaBad*bendGood - lambda^2*at(at(logitBad, alphaGood, (1
   - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) > 0 where at(at(logitBad, alphaGood, (1 - sigmaGood)/lambda),
   alphaBad, -sigmaBad/lambda) = -wrong, c = 1/(1 + unlikeness) *)
Lemma derivation_2_step_6 (m c lambda p sigmaGood sigmaBad bendGood unlikeness wrong : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (bendGood_positive : 0 < bendGood) (unlikeness_positive : 0 < unlikeness)
  (wrong_nonnegative : 0 <= wrong) (at_1 : (1 - c) * ((- sigmaBad) / lambda) + c * (m * ((1 - p) * ((1 - sigmaGood)
  / lambda) + p * ((- sigmaBad) / lambda))) = - wrong) (at_2 : c = 1 / (1 + unlikeness)) :
  0 < (1 - c) * (1 - c + c * m) * sigmaBad * bendGood - lambda ^ 2 * ((1 - c) * ((- sigmaBad) / lambda) + c * (m * ((1
    - p) * ((1 - sigmaGood) / lambda) + p * ((- sigmaBad) / lambda)))).
Proof.
  rewrite at_1, at_2.
  sign_of ((bendGood * m * sigmaBad * unlikeness + bendGood * sigmaBad * unlikeness ^ 2 + 2 * lambda ^ 2 * unlikeness
    * wrong + lambda ^ 2 * unlikeness ^ 2 * wrong + lambda ^ 2 * wrong) / (1 + unlikeness) ^ 2).
Qed.

(** * the student's logits are those of bounded targets, less ξ times the teacher's *)

(** the teacher's z_g > 0, so z_g tends to −∞ as ξ grows: it has a root ξ_hi, past ξ_×: at(at(logitGood, alphaGood,
   (targetGood - sGood)/lambda), alphaBad, (targetBad - sBad)/lambda) = at(at(logitGood, alphaGood, (1 - sGood)/lambda),
   alphaBad, -sBad/lambda) - xi*at(at(logitGood, alphaGood, (1 - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) *)
Lemma derivation_3_step_1 (m c lambda p xi sigmaGood sigmaBad sGood sBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (sGood_positive : 0 < sGood) (sBad_positive : 0 < sBad) :
  (1 - c) * ((xi * sigmaGood + (1 - xi) - sGood) / lambda) + c * (m * ((1 - p) * ((xi * sigmaGood + (1 - xi) - sGood)
    / lambda) + p * ((xi * sigmaBad - sBad) / lambda)))
  = (1 - c) * ((1 - sGood) / lambda) + c * (m * ((1 - p) * ((1 - sGood) / lambda) + p * ((- sBad) / lambda))) - xi * ((1
    - c) * ((1 - sigmaGood) / lambda) + c * (m * ((1 - p) * ((1 - sigmaGood) / lambda) + p * ((- sigmaBad) / lambda)))).
Proof. identity. Qed.

(** z_b tends to −∞ and ∞ where the teacher's z_b < 0: it has a root ξ_lo, before ξ_×; where z_b > 0, to −∞ with z_g:
   at(at(logitBad, alphaGood, (targetGood - sGood)/lambda), alphaBad, (targetBad - sBad)/lambda) = at(at(logitBad,
   alphaGood, (1 - sGood)/lambda), alphaBad, -sBad/lambda) - xi*at(at(logitBad, alphaGood, (1 - sigmaGood)/lambda),
   alphaBad, -sigmaBad/lambda) *)
Lemma derivation_3_step_2 (m c lambda p xi sigmaGood sigmaBad sGood sBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (sGood_positive : 0 < sGood) (sBad_positive : 0 < sBad) :
  (1 - c) * ((xi * sigmaBad - sBad) / lambda) + c * (m * ((1 - p) * ((xi * sigmaGood + (1 - xi) - sGood) / lambda) + p
    * ((xi * sigmaBad - sBad) / lambda)))
  = (1 - c) * ((- sBad) / lambda) + c * (m * ((1 - p) * ((1 - sGood) / lambda) + p * ((- sBad) / lambda))) - xi * ((1
    - c) * ((- sigmaBad) / lambda) + c * (m * ((1 - p) * ((1 - sigmaGood) / lambda) + p * ((- sigmaBad) / lambda)))).
Proof. identity. Qed.

(** * p_S(ξ) rises from p_T at ξ = 0 to ½ at ξ_max *)

(** at ξ = 0 the student is the teacher: at(targetBad, xi, 0) = 0 *)
Lemma derivation_4_step_1 (sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  0 * sigmaBad
  = 0.
Proof. identity. Qed.

(** where z_b = 0, ξ_lo moves by ∂z_b/∂p over −∂z_b/∂ξ: move = fall/rise where z_b stays 0 *)
Lemma derivation_4_step_2 (rise fall move : R) (rise_positive : 0 < rise) (fall_positive : 0 < fall)
  (root_is_zero : rise * move - fall = 0) :
  move
  = fall / rise.
Proof. apply (given (1 / rise) _ root_is_zero). identity. Qed.

(** so ξ_lo(p) rises strictly from ξ_lo(p_T) = 0, and p_S(ξ) is its inverse: fall/rise > 0 *)
Lemma derivation_4_step_3 (rise fall : R) (rise_positive : 0 < rise) (fall_positive : 0 < fall) :
  0 < fall / rise.
Proof. sign_of (fall / rise). Qed.

(** at p = ½, where z_b has the sign of t_b − ½ (logistic/student-threshold), that is zero at ξ_max: at(targetBad,
   sigmaBad, sigmaHalf) - 1/2 = sigmaHalf*(xi - xiMax) *)
Lemma derivation_4_step_4 (xi sigmaHalf : R) (sigmaHalf_positive : 0 < sigmaHalf) :
  xi * sigmaHalf - 1 / 2
  = sigmaHalf * (xi - 1 / (2 * sigmaHalf)).
Proof. identity. Qed.

(** * where the teacher is right on bad points, so is the student for 0 ≤ ξ < ξ_hi *)

(** for 0 ≤ ξ ≤ 1, z_b falls in p and rises in ξ at p_T, where it starts at 0: it is positive below p_T. For ξ > 1, t_b
   > ½: targetBad - 1/2 > 0 where xi = 1 + over, sigmaBad = 1/2 + right *)
Lemma derivation_5_step_1 (xi sigmaBad over right : R) (sigmaBad_positive : 0 < sigmaBad) (over_positive : 0 < over)
  (right_positive : 0 < right) (at_1 : xi = 1 + over) (at_2 : sigmaBad = 1 / 2 + right) :
  0 < xi * sigmaBad - 1 / 2.
Proof. rewrite at_1, at_2. sign_of ((over + 2 * over * right + 2 * right) / 2). Qed.

(** up to ξ_×, t_g ≥ t_b > ½: if z_b ≤ 0 then α_g ≥ α_b > 0, and that makes z_b > 0: logitBad > 0 where alphaGood =
   strength + gap, alphaBad = strength, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_5_step_2 (m c p alphaGood alphaBad unlikeness flips gap strength : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips)
  (gap_nonnegative : 0 <= gap) (strength_positive : 0 < strength) (at_1 : alphaGood = strength + gap)
  (at_2 : alphaBad = strength) (at_3 : c = 1 / (1 + unlikeness)) (at_4 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4.
  sign_of ((flips * gap * m + 2 * flips * m * strength + 2 * flips * strength * unlikeness + gap * m + m * strength
    + strength * unlikeness) / ((1 + unlikeness) * (1 + 2 * flips))).
Qed.

(** past ξ_×, z_b ≥ z_g > 0: at(logitBad - logitGood, alphaGood, alphaBad - gap) = (1 - c)*gap *)
Lemma derivation_5_step_3 (m c p alphaBad gap : R) (m_positive : 0 < m) (c_positive : 0 < c) (p_nonnegative : 0 <= p)
  (gap_nonnegative : 0 <= gap) :
  (1 - c) * alphaBad + c * (m * ((1 - p) * (alphaBad - gap) + p * alphaBad)) - ((1 - c) * (alphaBad - gap) + c * (m
    * ((1 - p) * (alphaBad - gap) + p * alphaBad)))
  = (1 - c) * gap.
Proof. identity. Qed.
