(** Where a round of imitation has a threshold, the next one's is higher; they tend to ½. With ξ = 1 in every round:
   where the last round has z_b = 0 at some p ≥ 0, its threshold, the next round has one that is strictly higher. The
   thresholds tend to ½: at every p < ½ all rounds from some on are right on every point, though many first ones may
   have no threshold. To first order a round leaves (1 − c)/(1 − c + 4λ) of what tells good from bad points, and more,
   (1 − c + cm)/(1 − c + cm + 4λ), of what they share. *)
(* Generated from the derivations of logistic/rounds by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * each round raises the threshold *)

(** a round's targets are the last one's predictions: at(targetGood, xi, 1) = sigmaGood *)
Lemma derivation_1_step_1 (sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  1 * sigmaGood + (1 - 1)
  = sigmaGood.
Proof. identity. Qed.

(** at bad points too: at(targetBad, xi, 1) = sigmaBad *)
Lemma derivation_1_step_2 (sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  1 * sigmaBad
  = sigmaBad.
Proof. identity. Qed.

(** as those fall in p, z_g falls: -logitGoodRate > 0 where pushGood = -fallGood, pushBad = -fallBad, flipping = 1,
   alphaBad = alphaGood - gap, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_1_step_3
  (m c lambda p alphaGood alphaBad pushGood pushBad flipping giveGood giveBad stiffness unlikeness flips fallGood fallBad gap
  : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (giveGood_positive : 0 < giveGood) (giveBad_positive : 0 < giveBad) (stiffness_positive : 0 < stiffness)
  (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips) (fallGood_positive : 0 < fallGood)
  (fallBad_positive : 0 < fallBad) (gap_positive : 0 < gap) (at_1 : pushGood = - fallGood) (at_2 : pushBad = - fallBad)
  (at_3 : flipping = 1) (at_4 : alphaBad = alphaGood - gap) (at_5 : c = 1 / (1 + unlikeness))
  (at_6 : p = flips / (1 + 2 * flips)) :
  0 < - (giveGood * ((1 - c) * pushGood + c * lambda * (m * ((1 - p) * giveGood * pushGood + p * giveBad * pushBad
    + flipping * (alphaBad - alphaGood)) / stiffness))).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4, at_5, at_6.
  sign_of ((fallBad * flips * giveBad * giveGood * lambda * m + 2 * fallGood * flips * giveGood * stiffness * unlikeness
    + fallGood * flips * giveGood ^ 2 * lambda * m + fallGood * giveGood * stiffness * unlikeness + fallGood
    * giveGood ^ 2 * lambda * m + 2 * flips * gap * giveGood * lambda * m + gap * giveGood * lambda * m) / ((1
    + unlikeness) * stiffness * (1 + 2 * flips))).
Qed.

(** and z_b: so in all rounds: -logitBadRate > 0 where pushGood = -fallGood, pushBad = -fallBad, flipping = 1, alphaBad
   = alphaGood - gap, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_1_step_4
  (m c lambda p alphaGood alphaBad pushGood pushBad flipping giveGood giveBad stiffness unlikeness flips fallGood fallBad gap
  : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p)
  (giveGood_positive : 0 < giveGood) (giveBad_positive : 0 < giveBad) (stiffness_positive : 0 < stiffness)
  (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips) (fallGood_positive : 0 < fallGood)
  (fallBad_positive : 0 < fallBad) (gap_positive : 0 < gap) (at_1 : pushGood = - fallGood) (at_2 : pushBad = - fallBad)
  (at_3 : flipping = 1) (at_4 : alphaBad = alphaGood - gap) (at_5 : c = 1 / (1 + unlikeness))
  (at_6 : p = flips / (1 + 2 * flips)) :
  0 < - (giveBad * ((1 - c) * pushBad + c * lambda * (m * ((1 - p) * giveGood * pushGood + p * giveBad * pushBad
    + flipping * (alphaBad - alphaGood)) / stiffness))).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4, at_5, at_6.
  sign_of ((2 * fallBad * flips * giveBad * stiffness * unlikeness + fallBad * flips * giveBad ^ 2 * lambda * m
    + fallBad * giveBad * stiffness * unlikeness + fallGood * flips * giveBad * giveGood * lambda * m + fallGood
    * giveBad * giveGood * lambda * m + 2 * flips * gap * giveBad * lambda * m + gap * giveBad * lambda * m) / ((1
    + unlikeness) * stiffness * (1 + 2 * flips))).
Qed.

(** where the last round had z_b = 0, t_b = ½ < t_g: z_b ≤ 0 would make both coefficients, and so z_b, positive:
   logitBad > 0 where alphaGood = right + gap, alphaBad = right, c = 1/(1 + unlikeness), p = flips/(1 + 2*flips) *)
Lemma derivation_1_step_5 (m c p alphaGood alphaBad unlikeness flips gap right : R) (m_positive : 0 < m)
  (c_positive : 0 < c) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness) (flips_nonnegative : 0 <= flips)
  (gap_positive : 0 < gap) (right_nonnegative : 0 <= right) (at_1 : alphaGood = right + gap) (at_2 : alphaBad = right)
  (at_3 : c = 1 / (1 + unlikeness)) (at_4 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3, at_4.
  sign_of ((flips * gap * m + 2 * flips * m * right + 2 * flips * right * unlikeness + gap * m + m * right + right
    * unlikeness) / ((1 + unlikeness) * (1 + 2 * flips))).
Qed.

(** * to first order a round leaves more of what points share than of what tells them apart *)

(** a difference of coefficients makes (1 − c) times that difference of logits: at(logitGood - logitBad, alphaGood,
   alphaBad + alpha) = (1 - c)*alpha *)
Lemma derivation_2_step_1 (m c p alphaBad alpha : R) (m_positive : 0 < m) (c_positive : 0 < c) (p_nonnegative : 0 <= p)
  :
  (1 - c) * (alphaBad + alpha) + c * (m * ((1 - p) * (alphaBad + alpha) + p * alphaBad)) - ((1 - c) * alphaBad + c * (m
    * ((1 - p) * (alphaBad + alpha) + p * alphaBad)))
  = (1 - c) * alpha.
Proof. identity. Qed.

(** so (1 − c)/(1 − c + 4λ) of a difference is left: (1 - c)*alpha = differenceShrink*before where λα = σ(z) − σ(z⁺)
   with slope ¼, where z⁺ = (1 − c)α *)
Lemma derivation_2_step_2 (c lambda before alpha : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (difference_is_zero : lambda * alpha - (before - (1 - c) * alpha) / 4 = 0) (defined_1 : 1 - c + 4 * lambda <> 0) :
  (1 - c) * alpha
  = (1 - c) / (1 - c + 4 * lambda) * before.
Proof. apply (given (4 * (1 - c) / (1 - c + 4 * lambda)) _ difference_is_zero). identity. Qed.

(** a common coefficient makes 1 − c + cm times it for a logit: at good points: at(at(logitGood, alphaGood, alpha),
   alphaBad, alpha) = (1 - c + c*m)*alpha *)
Lemma derivation_2_step_3 (m c p alpha : R) (m_positive : 0 < m) (c_positive : 0 < c) (p_nonnegative : 0 <= p) :
  (1 - c) * alpha + c * (m * ((1 - p) * alpha + p * alpha))
  = (1 - c + c * m) * alpha.
Proof. identity. Qed.

(** and bad ones: at(at(logitBad, alphaGood, alpha), alphaBad, alpha) = (1 - c + c*m)*alpha *)
Lemma derivation_2_step_4 (m c p alpha : R) (m_positive : 0 < m) (c_positive : 0 < c) (p_nonnegative : 0 <= p) :
  (1 - c) * alpha + c * (m * ((1 - p) * alpha + p * alpha))
  = (1 - c + c * m) * alpha.
Proof. identity. Qed.

(** so (1 − c + cm)/(1 − c + cm + 4λ) of a common logit is left: (1 - c + c*m)*alpha = commonShrink*before where λα =
   σ(z) − σ(z⁺) with slope ¼, where z⁺ = (1 − c + cm)α *)
Lemma derivation_2_step_5 (m c lambda before alpha : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (common_is_zero : lambda * alpha - (before - (1 - c + c * m) * alpha) / 4 = 0)
  (defined_1 : 1 - c + c * m + 4 * lambda <> 0) :
  (1 - c + c * m) * alpha
  = (1 - c + c * m) / (1 - c + c * m + 4 * lambda) * before.
Proof. apply (given (4 * (1 - c + c * m) / (1 - c + c * m + 4 * lambda)) _ common_is_zero). identity. Qed.

(** which is more: commonShrink - differenceShrink > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_2_step_6 (m c lambda unlikeness : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (unlikeness_positive : 0 < unlikeness) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < (1 - c + c * m) / (1 - c + c * m + 4 * lambda) - (1 - c) / (1 - c + 4 * lambda).
Proof.
  assert (hidden_1 : 1 - 1 / (1 + unlikeness) + 1 / (1 + unlikeness) * m + 4
    * lambda <> 0) by (intros; apply positive_nonzero; sign_of ((4 * lambda + 4 * lambda * unlikeness + m + unlikeness)
    / (1 + unlikeness))).
  assert (hidden_2 : 1 - 1 / (1 + unlikeness) + 4 * lambda <> 0) by (intros; apply positive_nonzero; sign_of ((4
    * lambda + 4 * lambda * unlikeness + unlikeness) / (1 + unlikeness))).
  rewrite at_1.
  sign_of ((4 * lambda * m + 8 * lambda * m * unlikeness + 4 * lambda * m * unlikeness ^ 2) / ((4 * lambda + 4 * lambda
    * unlikeness + m + unlikeness) * (1 + unlikeness) * (4 * lambda + 4 * lambda * unlikeness + unlikeness))).
Qed.

(** * at every p < ½ some round is right on every point: the thresholds tend to ½ *)

(** z_g + z_b = (1 − c + cm)(α_g + α_b) + cm(1 − 2p)(α_g − α_b): logitGood + logitBad = (1 - c + c*m)*(alphaGood +
   alphaBad) + c*m*(1 - 2*p)*(logitGood - logitBad)/(1 - c) *)
Lemma derivation_3_step_1 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) (defined_1 : 1 - c <> 0) :
  (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad)))
  = (1 - c + c * m) * (alphaGood + alphaBad) + c * m * (1 - 2 * p) * ((1 - c) * alphaGood + c * (m * ((1 - p)
    * alphaGood + p * alphaBad)) - ((1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))) / (1 - c).
Proof. identity. Qed.

(** D⁺ = (1 − c)W/(λ + (1 − c)W⁺) D: nextD*(lambda + (1 - c)*nextSlopeD) = (1 - c)*slopeD*D where λα = σ(z) − σ(z⁺) for
   both kinds, subtracted *)
Lemma derivation_3_step_2 (c lambda D nextD slopeD nextSlopeD : R) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (D_positive : 0 < D) (nextD_positive : 0 < nextD) (slopeD_positive : 0 < slopeD)
  (nextSlopeD_positive : 0 < nextSlopeD) (apart_is_zero : lambda * nextD / (1 - c) - (slopeD * D - nextSlopeD * nextD)
  = 0) (defined_1 : 1 - c <> 0) :
  nextD * (lambda + (1 - c) * nextSlopeD)
  = (1 - c) * slopeD * D.
Proof. apply (given (1 - c) _ apart_is_zero). identity. Qed.

(** Q⁺ = (1 − c + cm)U/(λ + (1 − c + cm)U⁺) Q and something more: nextQ*(lambda + (1 - c + c*m)*nextSlopeQ) = (1 - c +
   c*m)*slopeQ*Q + lambda*c*m*(1 - 2*p)*nextD/(1 - c) where λα = σ(z) − σ(z⁺) for both kinds, added, with α_g + α_b in
   terms of z_g + z_b and of z_g − z_b *)
Lemma derivation_3_step_3 (m c lambda p nextD Q nextQ slopeQ nextSlopeQ : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (nextD_positive : 0 < nextD) (Q_positive : 0 < Q)
  (slopeQ_positive : 0 < slopeQ) (nextSlopeQ_positive : 0 < nextSlopeQ) (together_is_zero : lambda * (nextQ - c * m * (1
  - 2 * p) * nextD / (1 - c)) / (1 - c + c * m) - (slopeQ * Q - nextSlopeQ * nextQ) = 0) (defined_1 : 1 - c <> 0)
  (defined_2 : 1 - c + c * m <> 0) :
  nextQ * (lambda + (1 - c + c * m) * nextSlopeQ)
  = (1 - c + c * m) * slopeQ * Q + lambda * c * m * (1 - 2 * p) * nextD / (1 - c).
Proof. apply (given (1 - c + c * m) _ together_is_zero). identity. Qed.

(** which is positive, and with it Q in all rounds: lambda*c*m*(1 - 2*p)*nextD/(1 - c) > 0 where c = 1/(1 + unlikeness),
   p = flips/(1 + 2*flips) *)
Lemma derivation_3_step_4 (m c lambda p unlikeness flips nextD : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness)
  (flips_nonnegative : 0 <= flips) (nextD_positive : 0 < nextD) (at_1 : c = 1 / (1 + unlikeness))
  (at_2 : p = flips / (1 + 2 * flips)) :
  0 < lambda * c * m * (1 - 2 * p) * nextD / (1 - c).
Proof.
  assert (hidden_1 : 1 - 1 / (1 + unlikeness) <> 0) by (intros; apply positive_nonzero; sign_of (unlikeness / (1
    + unlikeness))).
  assert (hidden_2 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2.
  sign_of ((lambda * m * nextD + lambda * m * nextD * unlikeness) / (unlikeness * (1 + 2 * flips) * (1 + unlikeness))).
Qed.

(** ‖θ‖ falls in each round (the last θ has the least loss, so the next is shorter) and only θ = 0 stays: the slopes
   tend to ¼, and Q/D grows at least like the ratio of the two factors: ((1 - c + c*m)/4/(lambda + (1 - c + c*m)/4))/((1
   - c)/4/(lambda + (1 - c)/4)) = commonShrink/differenceShrink *)
Lemma derivation_3_step_5 (m c lambda : R) (m_positive : 0 < m) (c_positive : 0 < c) (lambda_positive : 0 < lambda)
  (defined_1 : 1 - c <> 0) (defined_2 : lambda + (1 - c) / 4 <> 0) (defined_3 : lambda + (1 - c + c * m) / 4 <> 0)
  (defined_4 : 1 - c + 4 * lambda <> 0) (defined_5 : 1 - c + c * m + 4 * lambda <> 0) :
  (1 - c + c * m) / 4 / (lambda + (1 - c + c * m) / 4) / ((1 - c) / 4 / (lambda + (1 - c) / 4))
  = (1 - c + c * m) / (1 - c + c * m + 4 * lambda) / ((1 - c) / (1 - c + 4 * lambda)).
Proof. identity. Qed.

(** which exceeds 1: commonShrink/differenceShrink - 1 > 0 where c = 1/(1 + unlikeness) *)
Lemma derivation_3_step_6 (m c lambda unlikeness : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (unlikeness_positive : 0 < unlikeness) (at_1 : c = 1 / (1 + unlikeness)) :
  0 < (1 - c + c * m) / (1 - c + c * m + 4 * lambda) / ((1 - c) / (1 - c + 4 * lambda)) - 1.
Proof.
  assert (hidden_1 : 1 - 1 / (1 + unlikeness) <> 0) by (intros; apply positive_nonzero; sign_of (unlikeness / (1
    + unlikeness))).
  assert (hidden_2 : 1 - 1 / (1 + unlikeness) + 4 * lambda <> 0) by (intros; apply positive_nonzero; sign_of ((4
    * lambda + 4 * lambda * unlikeness + unlikeness) / (1 + unlikeness))).
  assert (hidden_3 : 1 - 1 / (1 + unlikeness) + 1 / (1 + unlikeness) * m + 4
    * lambda <> 0) by (intros; apply positive_nonzero; sign_of ((4 * lambda + 4 * lambda * unlikeness + m + unlikeness)
    / (1 + unlikeness))).
  rewrite at_1.
  sign_of ((4 * lambda * m + 12 * lambda * m * unlikeness + 12 * lambda * m * unlikeness ^ 2 + 4 * lambda * m
    * unlikeness ^ 3) / ((unlikeness + unlikeness ^ 2) * (4 * lambda + 4 * lambda * unlikeness + m + unlikeness) * (1
    + unlikeness))).
Qed.

(** so that 2z_b = Q − D becomes positive: 2*logitBad = (logitGood + logitBad) - (logitGood - logitBad) *)
Lemma derivation_3_step_7 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  2 * ((1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))
  = (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad))) - ((1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) - ((1 - c)
    * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)))).
Proof. identity. Qed.
