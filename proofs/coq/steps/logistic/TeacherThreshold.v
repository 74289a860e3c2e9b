(** From a flip rate p_T on the teacher is wrong on the flipped points, and on no others. The teacher is right on every
   training point iff p = 0 or p < p_T = (ma − (1 − c)/(2λc))/(m(a + 1/(2λ))), where λa = 1 − σ((1 − c)a + (1 −
   c)/(2λ)). Else it is wrong on exactly the bad ones (at p = p_T their logit is 0). p_T < ½, and p_T > 0 iff 2λamc > 1
   − c. *)
(* Generated from the derivations of logistic/teacher-threshold by npm run proofs:coq; docs/coq.md says how to read it.
   *)

From SdTheorems Require Import SumsOverModes.

(** * in every fit, the kind with the larger target has the larger coefficient and logit *)

(** (λ + (1 − c)w̄)(α_g − α_b) = t_g − t_b: (lambda + (1 - c)*secant)*(alphaGood - alphaBad) = targetGood - targetBad
   where λα = t − σ(z) for both kinds, where σ(z_g) − σ(z_b) is a secant slope times z_g − z_b *)
Lemma derivation_1_step_1 (m c lambda p alphaGood alphaBad targetGood targetBad secant : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (secant_positive : 0 < secant)
  (fitted_is_zero : lambda * (alphaGood - alphaBad) - (targetGood - targetBad - secant * ((1 - c) * alphaGood + c * (m
  * ((1 - p) * alphaGood + p * alphaBad)) - ((1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad))))) = 0)
  :
  (lambda + (1 - c) * secant) * (alphaGood - alphaBad)
  = targetGood - targetBad.
Proof. apply (given (1) _ fitted_is_zero). identity. Qed.

(** its factor is positive: lambda + (1 - c)*secant > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_1_step_2 (c lambda unlikeness secant : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (unlikeness_positive : 0 < unlikeness) (secant_positive : 0 < secant) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < lambda + (1 - c) * secant.
Proof. rewrite at_1. sign_of ((lambda + lambda * unlikeness + secant * unlikeness) / (1 + unlikeness)). Qed.

(** z_g − z_b = (1 − c)(α_g − α_b): logitGood - logitBad = (1 - c)*(alphaGood - alphaBad) *)
Lemma derivation_1_step_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) - ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad)))
  = (1 - c) * (alphaGood - alphaBad).
Proof. identity. Qed.

(** and 1 − c > 0: 1 - c > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_1_step_4 (c unlikeness : R) (c_positive : 0 < c) (unlikeness_positive : 0 < unlikeness)
  (at_1 : c = 1 / (1 + unlikeness)) :
  0 < 1 - c.
Proof. rewrite at_1. sign_of (unlikeness / (1 + unlikeness)). Qed.

(** * how a fit moves with its targets and with the flip rate *)

Lemma derivation_2_step_1_slope_1 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaGood => (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  alphaGood
  ((1 - c) * 1 + c * (m * ((1 - p) * 1 + 0))).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_2 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaBad => (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  alphaBad
  (0 + c * (m * (0 + p * 1))).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun p => (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  p
  (0 + c * (m * (alphaGood * (0 - 1) + alphaBad * 1))).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_4 (m p alphaGood alphaBad : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaGood => m * ((1 - p) * alphaGood + p * alphaBad))
  alphaGood
  (m * ((1 - p) * 1 + 0)).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_5 (m p alphaGood alphaBad : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaBad => m * ((1 - p) * alphaGood + p * alphaBad))
  alphaBad
  (m * (0 + p * 1)).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_6 (m p alphaGood alphaBad : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun p => m * ((1 - p) * alphaGood + p * alphaBad))
  p
  (m * (alphaGood * (0 - 1) + alphaBad * 1)).
Proof. slope. Qed.

(** z_g moves by (1 − c)α_g′ + cS′ (with derivation_2_step_1_slope_1, derivation_2_step_1_slope_2,
   derivation_2_step_1_slope_3, derivation_2_step_1_slope_4, derivation_2_step_1_slope_5, derivation_2_step_1_slope_6):
   (diff(logitGood, alphaGood)*goodMove + diff(logitGood, alphaBad)*badMove + diff(logitGood, p)*flipping) = (1 -
   c)*goodMove + c*(diff(common, alphaGood)*goodMove + diff(common, alphaBad)*badMove + diff(common, p)*flipping) *)
Lemma derivation_2_step_1 (m c p alphaGood alphaBad flipping goodMove badMove : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) :
  ((1 - c) * 1 + c * (m * ((1 - p) * 1 + 0))) * goodMove + (0 + c * (m * (0 + p * 1))) * badMove + (0 + c * (m
    * (alphaGood * (0 - 1) + alphaBad * 1))) * flipping
  = (1 - c) * goodMove + c * (m * ((1 - p) * 1 + 0) * goodMove + m * (0 + p * 1) * badMove + m * (alphaGood * (0 - 1)
    + alphaBad * 1) * flipping).
Proof. identity. Qed.

Lemma derivation_2_step_2_slope_1 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaGood => (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  alphaGood
  (0 + c * (m * ((1 - p) * 1 + 0))).
Proof. slope. Qed.

Lemma derivation_2_step_2_slope_2 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun alphaBad => (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  alphaBad
  ((1 - c) * 1 + c * (m * (0 + p * 1))).
Proof. slope. Qed.

Lemma derivation_2_step_2_slope_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun p => (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  p
  (0 + c * (m * (alphaGood * (0 - 1) + alphaBad * 1))).
Proof. slope. Qed.

(** z_b by (1 − c)α_b′ + cS′ (with derivation_2_step_2_slope_1, derivation_2_step_2_slope_2,
   derivation_2_step_2_slope_3, derivation_2_step_1_slope_4, derivation_2_step_1_slope_5, derivation_2_step_1_slope_6):
   (diff(logitBad, alphaGood)*goodMove + diff(logitBad, alphaBad)*badMove + diff(logitBad, p)*flipping) = (1 -
   c)*badMove + c*(diff(common, alphaGood)*goodMove + diff(common, alphaBad)*badMove + diff(common, p)*flipping) *)
Lemma derivation_2_step_2 (m c p alphaGood alphaBad flipping goodMove badMove : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) :
  (0 + c * (m * ((1 - p) * 1 + 0))) * goodMove + ((1 - c) * 1 + c * (m * (0 + p * 1))) * badMove + (0 + c * (m
    * (alphaGood * (0 - 1) + alphaBad * 1))) * flipping
  = (1 - c) * badMove + c * (m * ((1 - p) * 1 + 0) * goodMove + m * (0 + p * 1) * badMove + m * (alphaGood * (0 - 1)
    + alphaBad * 1) * flipping).
Proof. identity. Qed.

(** so α_g′ = (t_g′ − w_g cS′)/(λ + (1 − c)w_g): goodMove = giveGood*(pushGood - bendGood*c*commonMove) where λα_g = t_g
   − σ(z_g) stays true *)
Lemma derivation_2_step_3 (c lambda bendGood pushGood goodMove commonMove : R) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (bendGood_positive : 0 < bendGood) (good_is_zero : lambda * goodMove - (pushGood
  - bendGood * ((1 - c) * goodMove + c * commonMove)) = 0) (defined_1 : lambda + (1 - c) * bendGood <> 0) :
  goodMove
  = 1 / (lambda + (1 - c) * bendGood) * (pushGood - bendGood * c * commonMove).
Proof. apply (given (1 / (lambda + (1 - c) * bendGood)) _ good_is_zero). identity. Qed.

(** and α_b′ likewise: badMove = giveBad*(pushBad - bendBad*c*commonMove) where λα_b = t_b − σ(z_b) stays true *)
Lemma derivation_2_step_4 (c lambda bendBad pushBad badMove commonMove : R) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (bendBad_positive : 0 < bendBad) (bad_is_zero : lambda * badMove - (pushBad - bendBad
  * ((1 - c) * badMove + c * commonMove)) = 0) (defined_1 : lambda + (1 - c) * bendBad <> 0) :
  badMove
  = 1 / (lambda + (1 - c) * bendBad) * (pushBad - bendBad * c * commonMove).
Proof. apply (given (1 / (lambda + (1 - c) * bendBad)) _ bad_is_zero). identity. Qed.

(** so S′ is what pushes S over its stiffness (with derivation_2_step_1_slope_4, derivation_2_step_1_slope_5,
   derivation_2_step_1_slope_6): commonMove - at(at((diff(common, alphaGood)*goodMove + diff(common, alphaBad)*badMove +
   diff(common, p)*flipping), goodMove, giveGood*(pushGood - bendGood*c*commonMove)), badMove, giveBad*(pushBad -
   bendBad*c*commonMove)) = stiffness*(commonMove - commonRate) *)
Lemma derivation_2_step_5 (m c lambda p alphaGood alphaBad bendGood bendBad pushGood pushBad flipping commonMove : R)
  (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (bendGood_positive : 0 < bendGood) (bendBad_positive : 0 < bendBad) (defined_1 : lambda + (1 - c) * bendGood <> 0)
  (defined_2 : lambda + (1 - c) * bendBad <> 0) (defined_3 : 1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c)
  * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad))) <> 0) :
  commonMove - (m * ((1 - p) * 1 + 0) * (1 / (lambda + (1 - c) * bendGood) * (pushGood - bendGood * c * commonMove)) + m
    * (0 + p * 1) * (1 / (lambda + (1 - c) * bendBad) * (pushBad - bendBad * c * commonMove)) + m * (alphaGood * (0 - 1)
    + alphaBad * 1) * flipping)
  = (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))) * (commonMove - m * ((1 - p) * (1 / (lambda + (1 - c) * bendGood)) * pushGood + p * (1 / (lambda + (1
    - c) * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1 + m * c * ((1 - p) * bendGood * (1 / (lambda
    + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad))))).
Proof. identity. Qed.

(** which is positive: stiffness > 0 where c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_2_step_6 (m c lambda p bendGood bendBad unlikeness flips : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (bendGood_positive : 0 < bendGood)
  (bendBad_positive : 0 < bendBad) (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips)
  (at_1 : c = 1 / (1 + unlikeness)) (at_2 : p = flips / (1 + 2 * flips)) :
  0 < 1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad))).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  assert (hidden_2 : lambda + (1 - 1 / (1 + unlikeness))
    * bendGood <> 0) by (intros; apply positive_nonzero; sign_of ((bendGood * unlikeness + lambda + lambda * unlikeness)
    / (1 + unlikeness))).
  assert (hidden_3 : lambda + (1 - 1 / (1 + unlikeness))
    * bendBad <> 0) by (intros; apply positive_nonzero; sign_of ((bendBad * unlikeness + lambda + lambda * unlikeness)
    / (1 + unlikeness))).
  rewrite at_1, at_2.
  sign_of ((2 * bendBad * bendGood * flips * m * unlikeness + 2 * bendBad * bendGood * flips * m * unlikeness ^ 2 + 2
    * bendBad * bendGood * flips * unlikeness ^ 2 + 2 * bendBad * bendGood * flips * unlikeness ^ 3 + bendBad * bendGood
    * m * unlikeness + bendBad * bendGood * m * unlikeness ^ 2 + bendBad * bendGood * unlikeness ^ 2 + bendBad
    * bendGood * unlikeness ^ 3 + bendBad * flips * lambda * m + 2 * bendBad * flips * lambda * m * unlikeness + bendBad
    * flips * lambda * m * unlikeness ^ 2 + 2 * bendBad * flips * lambda * unlikeness + 4 * bendBad * flips * lambda
    * unlikeness ^ 2 + 2 * bendBad * flips * lambda * unlikeness ^ 3 + bendBad * lambda * unlikeness + 2 * bendBad
    * lambda * unlikeness ^ 2 + bendBad * lambda * unlikeness ^ 3 + bendGood * flips * lambda * m + 2 * bendGood * flips
    * lambda * m * unlikeness + bendGood * flips * lambda * m * unlikeness ^ 2 + 2 * bendGood * flips * lambda
    * unlikeness + 4 * bendGood * flips * lambda * unlikeness ^ 2 + 2 * bendGood * flips * lambda * unlikeness ^ 3
    + bendGood * lambda * m + 2 * bendGood * lambda * m * unlikeness + bendGood * lambda * m * unlikeness ^ 2 + bendGood
    * lambda * unlikeness + 2 * bendGood * lambda * unlikeness ^ 2 + bendGood * lambda * unlikeness ^ 3 + 2 * flips
    * lambda ^ 2 + 6 * flips * lambda ^ 2 * unlikeness + 6 * flips * lambda ^ 2 * unlikeness ^ 2 + 2 * flips
    * lambda ^ 2 * unlikeness ^ 3 + lambda ^ 2 + 3 * lambda ^ 2 * unlikeness + 3 * lambda ^ 2 * unlikeness ^ 2
    + lambda ^ 2 * unlikeness ^ 3) / ((bendGood * unlikeness + lambda + lambda * unlikeness) * (1 + 2 * flips)
    * (bendBad * unlikeness + lambda + lambda * unlikeness) * (1 + unlikeness))).
Qed.

(** as 1/(λ + (1 − c)w) is: giveGood > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_2_step_7 (c lambda bendGood unlikeness : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (bendGood_positive : 0 < bendGood) (unlikeness_positive : 0 < unlikeness) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < 1 / (lambda + (1 - c) * bendGood).
Proof.
  assert (hidden_1 : lambda + (1 - 1 / (1 + unlikeness))
    * bendGood <> 0) by (intros; apply positive_nonzero; sign_of ((bendGood * unlikeness + lambda + lambda * unlikeness)
    / (1 + unlikeness))).
  rewrite at_1.
  sign_of ((1 + unlikeness) / (bendGood * unlikeness + lambda + lambda * unlikeness)).
Qed.

(** at bad points too: giveBad > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_2_step_8 (c lambda bendBad unlikeness : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (bendBad_positive : 0 < bendBad) (unlikeness_positive : 0 < unlikeness) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < 1 / (lambda + (1 - c) * bendBad).
Proof.
  assert (hidden_1 : lambda + (1 - 1 / (1 + unlikeness))
    * bendBad <> 0) by (intros; apply positive_nonzero; sign_of ((bendBad * unlikeness + lambda + lambda * unlikeness)
    / (1 + unlikeness))).
  rewrite at_1.
  sign_of ((1 + unlikeness) / (bendBad * unlikeness + lambda + lambda * unlikeness)).
Qed.

(** the stiffness of S − m((1 − p)α_g + pα_b) in S is what this has moved by (with derivation_2_step_1_slope_4,
   derivation_2_step_1_slope_5, derivation_2_step_1_slope_6): 1 - at(at(at((diff(common, alphaGood)*goodMove +
   diff(common, alphaBad)*badMove + diff(common, p)*flipping), goodMove, -giveGood*bendGood*c), badMove,
   -giveBad*bendBad*c), flipping, 0) = stiffness *)
Lemma derivation_2_step_9 (m c lambda p alphaGood alphaBad bendGood bendBad : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (bendGood_positive : 0 < bendGood)
  (bendBad_positive : 0 < bendBad) (defined_1 : lambda + (1 - c) * bendGood <> 0)
  (defined_2 : lambda + (1 - c) * bendBad <> 0) :
  1 - (m * ((1 - p) * 1 + 0) * ((- (1 / (lambda + (1 - c) * bendGood))) * bendGood * c) + m * (0 + p * 1) * ((- (1
    / (lambda + (1 - c) * bendBad))) * bendBad * c) + m * (alphaGood * (0 - 1) + alphaBad * 1) * 0)
  = 1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad))).
Proof. identity. Qed.

(** z_g′ = ((1 − c)t_g′ + λcS′)/(λ + (1 − c)w_g): at((1 - c)*giveGood*(pushGood - bendGood*c*commonMove) + c*commonMove,
   commonMove, commonRate) = logitGoodRate *)
Lemma derivation_2_step_10 (m c lambda p alphaGood alphaBad bendGood bendBad pushGood pushBad flipping : R)
  (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (bendGood_positive : 0 < bendGood) (bendBad_positive : 0 < bendBad) (defined_1 : lambda + (1 - c) * bendGood <> 0)
  (defined_2 : 1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1
  - c) * bendBad))) <> 0) (defined_3 : lambda + (1 - c) * bendBad <> 0) :
  (1 - c) * (1 / (lambda + (1 - c) * bendGood)) * (pushGood - bendGood * c * (m * ((1 - p) * (1 / (lambda + (1 - c)
    * bendGood)) * pushGood + p * (1 / (lambda + (1 - c) * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1
    + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))))) + c * (m * ((1 - p) * (1 / (lambda + (1 - c) * bendGood)) * pushGood + p * (1 / (lambda + (1 - c)
    * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1
    - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad)))))
  = 1 / (lambda + (1 - c) * bendGood) * ((1 - c) * pushGood + c * lambda * (m * ((1 - p) * (1 / (lambda + (1 - c)
    * bendGood)) * pushGood + p * (1 / (lambda + (1 - c) * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1
    + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))))).
Proof. identity. Qed.

(** and z_b′ likewise: at((1 - c)*giveBad*(pushBad - bendBad*c*commonMove) + c*commonMove, commonMove, commonRate) =
   logitBadRate *)
Lemma derivation_2_step_11 (m c lambda p alphaGood alphaBad bendGood bendBad pushGood pushBad flipping : R)
  (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (bendGood_positive : 0 < bendGood) (bendBad_positive : 0 < bendBad) (defined_1 : lambda + (1 - c) * bendBad <> 0)
  (defined_2 : 1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1
  - c) * bendBad))) <> 0) (defined_3 : lambda + (1 - c) * bendGood <> 0) :
  (1 - c) * (1 / (lambda + (1 - c) * bendBad)) * (pushBad - bendBad * c * (m * ((1 - p) * (1 / (lambda + (1 - c)
    * bendGood)) * pushGood + p * (1 / (lambda + (1 - c) * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1
    + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))))) + c * (m * ((1 - p) * (1 / (lambda + (1 - c) * bendGood)) * pushGood + p * (1 / (lambda + (1 - c)
    * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1 + m * c * ((1 - p) * bendGood * (1 / (lambda + (1
    - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c) * bendBad)))))
  = 1 / (lambda + (1 - c) * bendBad) * ((1 - c) * pushBad + c * lambda * (m * ((1 - p) * (1 / (lambda + (1 - c)
    * bendGood)) * pushGood + p * (1 / (lambda + (1 - c) * bendBad)) * pushBad + flipping * (alphaBad - alphaGood)) / (1
    + m * c * ((1 - p) * bendGood * (1 / (lambda + (1 - c) * bendGood)) + p * bendBad * (1 / (lambda + (1 - c)
    * bendBad)))))).
Proof. identity. Qed.

(** * z_b falls strictly as more labels are flipped *)

(** S is pushed down by m(α_g − α_b): at(at(at(at(commonRate*stiffness, pushGood, 0), pushBad, 0), flipping, 1),
   alphaBad, alphaGood - gap) = -m*gap *)
Lemma derivation_3_step_1 (m p alphaGood giveGood giveBad stiffness gap : R) (m_positive : 0 < m)
  (p_nonnegative : 0 <= p) (gap_positive : 0 < gap) (defined_1 : stiffness <> 0) :
  m * ((1 - p) * giveGood * 0 + p * giveBad * 0 + 1 * (alphaGood - gap - alphaGood)) / stiffness * stiffness
  = (- m) * gap.
Proof. identity. Qed.

(** so S falls, and z_b with it: -logitBadRate > 0 where pushGood = 0, pushBad = 0, flipping = 1, alphaBad = alphaGood -
   gap, c = 1/(1 + unlikeness) *)
Lemma derivation_3_step_2
  (m c lambda p alphaGood alphaBad pushGood pushBad flipping giveGood giveBad stiffness unlikeness gap : R)
  (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (giveGood_positive : 0 < giveGood) (giveBad_positive : 0 < giveBad) (stiffness_positive : 0 < stiffness)
  (unlikeness_positive : 0 < unlikeness) (gap_positive : 0 < gap) (at_1 : pushGood = 0) (at_2 : pushBad = 0)
  (at_3 : flipping = 1) (at_4 : alphaBad = alphaGood - gap) (at_5 : c = 1 / (1 + unlikeness)) :
  0 < - (giveBad * ((1 - c) * pushBad + c * lambda * (m * ((1 - p) * giveGood * pushGood + p * giveBad * pushBad
    + flipping * (alphaBad - alphaGood)) / stiffness))).
Proof. rewrite at_1, at_2, at_3, at_4, at_5. sign_of (gap * giveBad * lambda * m / (stiffness * (1 + unlikeness))). Qed.

(** * where z_b = 0, in closed form *)

(** at α_b = −1/(2λ), where λα_b = 0 − σ(0), z_b = 0 for p = p_T: at(at(at(logitBad, p, teacherThreshold), alphaGood,
   a), alphaBad, -1/(2*lambda)) = 0 *)
Lemma derivation_4_step_1 (m c lambda a : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (a_positive : 0 < a) :
  (1 - c) * ((-1) / (2 * lambda)) + c * (m * ((1 - (m * a - (1 - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda))))
    * a + (m * a - (1 - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda))) * ((-1) / (2 * lambda))))
  = 0.
Proof. identity. Qed.

(** and z_g = (1 − c)a + (1 − c)/(2λ), so α_g = a solves λa = 1 − σ(z_g): at(at(at(logitGood, p, teacherThreshold),
   alphaGood, a), alphaBad, -1/(2*lambda)) = ((1 - c)*a + (1 - c)/(2*lambda)) *)
Lemma derivation_4_step_2 (m c lambda a : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (a_positive : 0 < a) :
  (1 - c) * a + c * (m * ((1 - (m * a - (1 - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda)))) * a + (m * a - (1
    - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda))) * ((-1) / (2 * lambda))))
  = (1 - c) * a + (1 - c) / (2 * lambda).
Proof. identity. Qed.

Lemma derivation_4_step_3_slope_1 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  derivable_pt_lim (fun p => (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  p
  (0 + c * (m * (alphaGood * (0 - 1) + alphaBad * 1))).
Proof. slope. Qed.

(** no other p has z_b = 0: z_b is linear in p, with slope cm(α_b − α_g) (with derivation_4_step_3_slope_1):
   diff(logitBad, p) = c*m*(alphaBad - alphaGood) *)
Lemma derivation_4_step_3 (m c alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c) :
  0 + c * (m * (alphaGood * (0 - 1) + alphaBad * 1))
  = c * m * (alphaBad - alphaGood).
Proof. identity. Qed.

(** which is negative: -(c*m*(alphaBad - alphaGood)) > 0 where alphaGood = a, alphaBad = -1/(2*lambda) *)
Lemma derivation_4_step_4 (m c lambda alphaGood alphaBad a : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (a_positive : 0 < a) (at_1 : alphaGood = a) (at_2 : alphaBad = (-1) / (2 * lambda)) :
  0 < - (c * m * (alphaBad - alphaGood)).
Proof. rewrite at_1, at_2. sign_of ((2 * a * c * lambda * m + c * m) / (2 * lambda)). Qed.

Lemma derivation_4_step_5_slope_1 (c lambda a : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (a_positive : 0 < a) :
  derivable_pt_lim (fun a => (1 - c) * a + (1 - c) / (2 * lambda))
  a
  ((1 - c) * 1 + 0).
Proof. slope. Qed.

(** λa − 1 + σ rises strictly in a, so a is its one root: it is −½ or less at 0, where σ ≥ ½ is above it at ½/λ (with
   derivation_4_step_5_slope_1): lambda + slopeGood*diff(((1 - c)*a + (1 - c)/(2*lambda)), a) = lambda + (1 -
   c)*slopeGood *)
Lemma derivation_4_step_5 (c lambda slopeGood : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (slopeGood_positive : 0 < slopeGood) :
  lambda + slopeGood * ((1 - c) * 1 + 0)
  = lambda + (1 - c) * slopeGood.
Proof. identity. Qed.

(** that slope is positive: lambda + (1 - c)*slopeGood > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_4_step_6 (c lambda unlikeness slopeGood : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (unlikeness_positive : 0 < unlikeness) (slopeGood_positive : 0 < slopeGood) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < lambda + (1 - c) * slopeGood.
Proof. rewrite at_1. sign_of ((lambda + lambda * unlikeness + slopeGood * unlikeness) / (1 + unlikeness)). Qed.

(** p_T < ½: 1/2 - teacherThreshold > 0 where a = 1/(2*lambda*(1 + below)), c = 1/(1 + unlikeness) *)
Lemma derivation_4_step_7 (m c lambda a unlikeness below : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (a_positive : 0 < a) (unlikeness_positive : 0 < unlikeness)
  (below_positive : 0 < below) (at_1 : a = 1 / (2 * lambda * (1 + below))) (at_2 : c = 1 / (1 + unlikeness)) :
  0 < 1 / 2 - (m * a - (1 - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda))).
Proof.
  rewrite at_1, at_2.
  sign_of ((4 * below * lambda ^ 3 * m + 4 * below * lambda ^ 3 * m * unlikeness + 16 * below * lambda ^ 3 * unlikeness
    + 16 * below * lambda ^ 3 * unlikeness ^ 2 + 4 * below ^ 2 * lambda ^ 3 * m + 4 * below ^ 2 * lambda ^ 3 * m
    * unlikeness + 8 * below ^ 2 * lambda ^ 3 * unlikeness + 8 * below ^ 2 * lambda ^ 3 * unlikeness ^ 2 + 8
    * lambda ^ 3 * unlikeness + 8 * lambda ^ 3 * unlikeness ^ 2) / (2 * (2 * below * lambda * m + 4 * lambda * m) * (2
    * below * lambda + 2 * lambda) * lambda * (1 + unlikeness))).
Qed.

(** p_T > 0 iff 2λamc > 1 − c: teacherThreshold*2*lambda*c*m*(a + 1/(2*lambda)) = 2*lambda*a*m*c - (1 - c) *)
Lemma derivation_4_step_8 (m c lambda a : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (a_positive : 0 < a) :
  (m * a - (1 - c) / (2 * lambda * c)) / (m * (a + 1 / (2 * lambda))) * 2 * lambda * c * m * (a + 1 / (2 * lambda))
  = 2 * lambda * a * m * c - (1 - c).
Proof. identity. Qed.

(** * while p < ½, the teacher has S > 0, is right on every good point, and has σ_g + σ_b > 1 *)

(** λ(α_g + α_b) = 1 − (σ_g + σ_b): lambda*((1 - sigmaGood)/lambda + (0 - sigmaBad)/lambda) = 1 - (sigmaGood + sigmaBad)
   *)
Lemma derivation_5_step_1 (lambda sigmaGood sigmaBad : R) (lambda_positive : 0 < lambda)
  (sigmaGood_positive : 0 < sigmaGood) (sigmaBad_positive : 0 < sigmaBad) :
  lambda * ((1 - sigmaGood) / lambda + (0 - sigmaBad) / lambda)
  = 1 - (sigmaGood + sigmaBad).
Proof. identity. Qed.

(** z_g = (1 − c)α_g + cS: logitGood = (1 - c)*alphaGood + c*common *)
Lemma derivation_5_step_2 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad))
  = (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** z_b = (1 − c)α_b + cS: logitBad = (1 - c)*alphaBad + c*common *)
Lemma derivation_5_step_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad))
  = (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** if S ≤ 0 and α_g + α_b < 0, then z_g + z_b < 0: the σ are below 1 in sum and α_g + α_b > 0, which is absurd:
   -(logitGood + logitBad) > 0 where common = -loss, alphaGood = -alphaBad - lack, c = 1/(1 + unlikeness) *)
Lemma derivation_5_step_4 (m c p alphaGood alphaBad unlikeness lack loss : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (lack_positive : 0 < lack)
  (loss_nonnegative : 0 <= loss) (at_1 : m * ((1 - p) * alphaGood + p * alphaBad) = - loss)
  (at_2 : alphaGood = - alphaBad - lack) (at_3 : c = 1 / (1 + unlikeness)) :
  0 < - ((1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad)))).
Proof. rewrite at_1, at_2, at_3. sign_of ((lack * unlikeness + 2 * loss) / (1 + unlikeness)). Qed.

(** but α_g + α_b ≥ 0 makes S > 0, as α_b < 0. So S > 0: common > 0 where alphaGood = excess + bad, alphaBad = -bad, p =
   flips/(1 + 2*flips) *)
Lemma derivation_5_step_5 (m p alphaGood alphaBad flips excess bad : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p)
  (flips_nonnegative : 0 <= flips) (excess_nonnegative : 0 <= excess) (bad_positive : 0 < bad)
  (at_1 : alphaGood = excess + bad) (at_2 : alphaBad = - bad) (at_3 : p = flips / (1 + 2 * flips)) :
  0 < m * ((1 - p) * alphaGood + p * alphaBad).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3.
  sign_of ((bad * m + excess * flips * m + excess * m) / (1 + 2 * flips)).
Qed.

(** and z_g > 0: logitGood > 0 where common = shared, alphaGood = good, c = 1/(1 + unlikeness) *)
Lemma derivation_5_step_6 (m c p alphaGood alphaBad unlikeness shared good : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (shared_positive : 0 < shared)
  (good_positive : 0 < good) (at_1 : m * ((1 - p) * alphaGood + p * alphaBad) = shared) (at_2 : alphaGood = good)
  (at_3 : c = 1 / (1 + unlikeness)) :
  0 < (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. rewrite at_1, at_2, at_3. sign_of ((good * unlikeness + shared) / (1 + unlikeness)). Qed.

(** if the σ were 1 or less in sum, α_g + α_b ≥ 0, the logits would be positive in sum, and the σ above 1: logitGood +
   logitBad > 0 where alphaGood = excess + bad, alphaBad = -bad, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_5_step_7 (m c p alphaGood alphaBad unlikeness flips excess bad : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips)
  (excess_nonnegative : 0 <= excess) (bad_positive : 0 < bad) (at_1 : alphaGood = excess + bad)
  (at_2 : alphaBad = - bad) (at_3 : c = 1 / (1 + unlikeness)) (at_4 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad))).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4.
  sign_of ((2 * bad * m + 2 * excess * flips * m + 2 * excess * flips * unlikeness + 2 * excess * m + excess
    * unlikeness) / ((1 + unlikeness) * (1 + 2 * flips))).
Qed.
