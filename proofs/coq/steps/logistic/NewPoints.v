(** Up to ξ_hi teacher and student are both right on fresh points: what imitation repairs are the training labels. A
   fresh point of class 1, with similarity c to its class and 0 to the other, has logit cS. For p < ½ and 0 ≤ ξ ≤
   ξ_hi(p), S > 0: the teacher and the student are right on fresh points of both classes. As ξ → ∞, S → −∞: from some ξ
   > ξ_hi on the student is wrong on all of them. *)
(* Generated from the derivations of logistic/new-points by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * a fresh point's logit is cS *)

(** it has similarity c with each point of its class and 0 with the other class: m*(1 - p)*(c*alphaGood) +
   m*p*(c*alphaBad) = c*common *)
Lemma derivation_1_step_1 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  m * (1 - p) * (c * alphaGood) + m * p * (c * alphaBad)
  = c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** * S > 0 for p < ½ and 0 ≤ ξ ≤ ξ_hi *)

(** t_g + t_b = 1 + ξ(σ_g + σ_b − 1): targetGood + targetBad = 1 + xi*(sigmaGood + sigmaBad - 1) *)
Lemma derivation_2_step_1 (xi sigmaGood sigmaBad : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) :
  xi * sigmaGood + (1 - xi) + xi * sigmaBad
  = 1 + xi * (sigmaGood + sigmaBad - 1).
Proof. identity. Qed.

(** is at least 1: xi*(sigmaGood + sigmaBad - 1) ≥ 0 where sigmaGood + sigmaBad - 1 = over, xi = weight *)
Lemma derivation_2_step_2 (xi sigmaGood sigmaBad weight over : R) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (weight_nonnegative : 0 <= weight) (over_positive : 0 < over)
  (at_1 : sigmaGood + sigmaBad - 1 = over) (at_2 : xi = weight) :
  0 <= xi * (sigmaGood + sigmaBad - 1).
Proof. rewrite at_1, at_2. sign_of (over * weight). Qed.

(** up to ξ_×, where α_g ≥ α_b: if z_g + z_b ≤ 0, the σ add up to 1 or less, and λ(α_g + α_b) ≥ 0. Else: (1 -
   c)*(alphaGood + alphaBad) = (logitGood + logitBad) - 2*c*common *)
Lemma derivation_2_step_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  (1 - c) * (alphaGood + alphaBad)
  = (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad))) - 2 * c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** if S ≤ 0, α_g + α_b ≥ 0 all the same: (logitGood + logitBad) - 2*c*common ≥ 0 where logitGood + logitBad = logits,
   common = -loss *)
Lemma derivation_2_step_4 (m c p alphaGood alphaBad logits loss : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) (logits_nonnegative : 0 <= logits) (loss_nonnegative : 0 <= loss) (at_1 : (1 - c) * alphaGood
  + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p
  * alphaBad))) = logits) (at_2 : m * ((1 - p) * alphaGood + p * alphaBad) = - loss) :
  0 <= (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) + ((1 - c) * alphaBad + c * (m * ((1 - p)
    * alphaGood + p * alphaBad))) - 2 * c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. rewrite at_1, at_2. sign_of (2 * c * loss + logits). Qed.

(** and then S > 0 after all (α_g = α_b > 0 at ξ_× itself): common > 0 where alphaGood = (sum + gap)/2, alphaBad = (sum
   - gap)/2, p = flips/(1 + 2*flips) *)
Lemma derivation_2_step_5 (m p alphaGood alphaBad flips sum' gap : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p)
  (flips_nonnegative : 0 <= flips) (sum'_nonnegative : 0 <= sum') (gap_positive : 0 < gap)
  (at_1 : alphaGood = (sum' + gap) / 2) (at_2 : alphaBad = (sum' - gap) / 2) (at_3 : p = flips / (1 + 2 * flips)) :
  0 < m * ((1 - p) * alphaGood + p * alphaBad).
Proof.
  assert (hidden_1 : 1 + 2 * flips <> 0) by (intros; apply positive_nonzero; sign_of (1 + 2 * flips)).
  rewrite at_1, at_2, at_3.
  sign_of ((2 * flips * m * sum' + gap * m + m * sum') / (2 * (1 + 2 * flips))).
Qed.

(** past ξ_× but not past ξ_hi, z_g ≥ 0: (1 - c)*alphaGood = logitGood - c*common *)
Lemma derivation_2_step_6 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  (1 - c) * alphaGood
  = (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) - c * (m * ((1 - p) * alphaGood + p
    * alphaBad)).
Proof. identity. Qed.

(** makes α_g ≥ 0 if S ≤ 0: logitGood - c*common ≥ 0 where logitGood = logit, common = -loss *)
Lemma derivation_2_step_7 (m c p alphaGood alphaBad logit loss : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) (logit_nonnegative : 0 <= logit) (loss_nonnegative : 0 <= loss) (at_1 : (1 - c) * alphaGood
  + c * (m * ((1 - p) * alphaGood + p * alphaBad)) = logit) (at_2 : m * ((1 - p) * alphaGood + p * alphaBad) = - loss) :
  0 <= (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)) - c * (m * ((1 - p) * alphaGood + p
    * alphaBad)).
Proof. rewrite at_1, at_2. sign_of (c * loss + logit). Qed.

(** and α_b > α_g ≥ 0 makes S > 0 (with p > 0: at p = 0 there are no bad points, and z_g has the sign of S): common > 0
   where alphaGood = good, alphaBad = good + gap, p = flips/(1 + 2*flips) *)
Lemma derivation_2_step_8 (m p alphaGood alphaBad flips gap good : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p)
  (flips_positive : 0 < flips) (gap_positive : 0 < gap) (good_nonnegative : 0 <= good) (at_1 : alphaGood = good)
  (at_2 : alphaBad = good + gap) (at_3 : p = flips / (1 + 2 * flips)) :
  0 < m * ((1 - p) * alphaGood + p * alphaBad).
Proof. rewrite at_1, at_2, at_3. sign_of ((flips * gap * m + 2 * flips * good * m + good * m) / (1 + 2 * flips)). Qed.

(** * as ξ → ∞, S tends to −∞ *)

(** S is that of bounded targets, less ξ times the teacher's S > 0: at(at(common, alphaGood, (targetGood -
   sGood)/lambda), alphaBad, (targetBad - sBad)/lambda) = at(at(common, alphaGood, (1 - sGood)/lambda), alphaBad,
   -sBad/lambda) - xi*at(at(common, alphaGood, (1 - sigmaGood)/lambda), alphaBad, -sigmaBad/lambda) *)
Lemma derivation_3_step_1 (m lambda p xi sigmaGood sigmaBad sGood sBad : R) (m_positive : 0 < m)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigmaGood_positive : 0 < sigmaGood)
  (sigmaBad_positive : 0 < sigmaBad) (sGood_positive : 0 < sGood) (sBad_positive : 0 < sBad) :
  m * ((1 - p) * ((xi * sigmaGood + (1 - xi) - sGood) / lambda) + p * ((xi * sigmaBad - sBad) / lambda))
  = m * ((1 - p) * ((1 - sGood) / lambda) + p * ((- sBad) / lambda)) - xi * (m * ((1 - p) * ((1 - sigmaGood) / lambda)
    + p * ((- sigmaBad) / lambda))).
Proof. identity. Qed.
