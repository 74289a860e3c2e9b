(** Two numbers per class solve the logistic problem with flipped labels. For every real ξ the student's problem has one
   minimiser. Its coefficients take two values per class, α_g at good and α_b at bad points, with λα = t − σ(z), z = (1
   − c)α + cS and S = m((1 − p)α_g + pα_b), p the share of the class that is flipped; in the other class labels are
   swapped and logits negated. *)
(* Generated from the derivations of logistic/reduction by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the full objective is strictly convex, whatever the targets, and where it is flat *)

Lemma derivation_1_step_1_slope_1 (odds : R) (target : nat -> R) (j : nat) (odds_positive : 0 < odds) :
  derivable_pt_lim (fun odds => odds / (1 + odds) - target j)
  odds
  ((1 * (1 + odds) - odds * (0 + 1)) / (1 + odds) ^ 2 - 0).
Proof. slope. Qed.

(** cross-entropy is log(1 + exp z) − tz, of slope σ(z) − t: it curves by exp(z)/(1 + exp z)² for every t (with
   derivation_1_step_1_slope_1): odds*diff(odds/(1 + odds) - target_j, odds) = odds/(1 + odds)^2 *)
Lemma derivation_1_step_1 (odds : R) (odds_positive : 0 < odds) :
  odds * ((1 * (1 + odds) - odds * (0 + 1)) / (1 + odds) ^ 2 - 0)
  = odds / (1 + odds) ^ 2.
Proof. identity. Qed.

(** which is positive: odds/(1 + odds)^2 > 0 *)
Lemma derivation_1_step_2 (odds : R) (odds_positive : 0 < odds) :
  0 < odds / (1 + odds) ^ 2.
Proof. sign_of (odds / (1 + 2 * odds + odds ^ 2)). Qed.

(** with ½λ‖θ‖² it curves strictly: a minimum is unique. At θ = Σ α_i φ_i its slope in any direction is Σ (λα − (t −
   σ))δ: sum((sigma_j - target_j)*change_j) + lambda*sum(coefficient_j*change_j) = sum((lambda*coefficient_j - (target_j
   - sigma_j))*change_j) *)
Lemma derivation_1_step_3 (r : nat) (lambda : R) (target coefficient sigma change : nat -> R)
  (lambda_positive : 0 < lambda) (sigma_positive : forall j, 0 < sigma j) :
  sum r (fun j => (sigma j - target j) * change j) + lambda * sum r (fun j => coefficient j * change j)
  = sum r (fun j => (lambda * coefficient j - (target j - sigma j)) * change j).
Proof. identity. Qed.

(** which is zero in all directions where λα = t − σ(z) at every point. The mirrored class satisfies it too:
   lambda*(-coefficient_j) - ((1 - target_j) - (1 - sigma_j)) = -(lambda*coefficient_j - (target_j - sigma_j)) *)
Lemma derivation_1_step_4 (lambda : R) (target coefficient sigma : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (sigma_positive : forall j, 0 < sigma j) :
  lambda * (- coefficient j) - (1 - target j - (1 - sigma j))
  = - (lambda * coefficient j - (target j - sigma j)).
Proof. identity. Qed.

(** * with one coefficient for good points and one for bad, each kind has one logit *)

(** the coefficients of a class add up: those of its good points: sum(isGood_j*alphaGood + isBad_j*alphaBad) = m*(1 -
   p)*alphaGood + sum(isBad_j)*alphaBad where m(1 − p) points of the class are good *)
Lemma derivation_2_step_1 (r : nat) (m p alphaGood alphaBad : R) (isGood isBad : nat -> R) (m_positive : 0 < m)
  (p_nonnegative : 0 <= p) (isGood_nonnegative : forall j, 0 <= isGood j) (isBad_nonnegative : forall j, 0 <= isBad j)
  (good_is_zero : sum r (fun j => isGood j) - m * (1 - p) = 0) :
  sum r (fun j => isGood j * alphaGood + isBad j * alphaBad)
  = m * (1 - p) * alphaGood + sum r (fun j => isBad j) * alphaBad.
Proof. apply (given (alphaGood) _ good_is_zero). identity. Qed.

(** and those of its bad ones: m*(1 - p)*alphaGood + sum(isBad_j)*alphaBad = common where mp points of the class are bad
   *)
Lemma derivation_2_step_2 (r : nat) (m p alphaGood alphaBad : R) (isBad : nat -> R) (m_positive : 0 < m)
  (p_nonnegative : 0 <= p) (isBad_nonnegative : forall j, 0 <= isBad j)
  (bad_is_zero : sum r (fun j => isBad j) - m * p = 0) :
  m * (1 - p) * alphaGood + sum r (fun j => isBad j) * alphaBad
  = m * ((1 - p) * alphaGood + p * alphaBad).
Proof. apply (given (alphaBad) _ bad_is_zero). identity. Qed.

(** a point's logit has weight 1 on its own coefficient, c on its class's others, 0 on the other class: a good one:
   alphaGood + c*(common - alphaGood) = logitGood *)
Lemma derivation_2_step_3 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad) - alphaGood)
  = (1 - c) * alphaGood + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** and a bad one: alphaBad + c*(common - alphaBad) = logitBad *)
Lemma derivation_2_step_4 (m c p alphaGood alphaBad : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (p_nonnegative : 0 <= p) :
  alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad) - alphaBad)
  = (1 - c) * alphaBad + c * (m * ((1 - p) * alphaGood + p * alphaBad)).
Proof. identity. Qed.

(** * the student's mixed loss is cross-entropy with mixed targets, for every real ξ *)

(** at a good point, with label 1: -xi*(sigmaGood*logOne + (1 - sigmaGood)*logZero) - (1 - xi)*logOne =
   -(targetGood*logOne + (1 - targetGood)*logZero) *)
Lemma derivation_3_step_1 (xi sigmaGood logOne logZero : R) (sigmaGood_positive : 0 < sigmaGood) :
  (- xi) * (sigmaGood * logOne + (1 - sigmaGood) * logZero) - (1 - xi) * logOne
  = - ((xi * sigmaGood + (1 - xi)) * logOne + (1 - (xi * sigmaGood + (1 - xi))) * logZero).
Proof. identity. Qed.

(** at a bad point, with label 0: -xi*(sigmaBad*logOne + (1 - sigmaBad)*logZero) - (1 - xi)*logZero = -(targetBad*logOne
   + (1 - targetBad)*logZero) *)
Lemma derivation_3_step_2 (xi sigmaBad logOne logZero : R) (sigmaBad_positive : 0 < sigmaBad) :
  (- xi) * (sigmaBad * logOne + (1 - sigmaBad) * logZero) - (1 - xi) * logZero
  = - (xi * sigmaBad * logOne + (1 - xi * sigmaBad) * logZero).
Proof. identity. Qed.

(** * one kind's logit alone determines the fit, by an equation that rises in it *)

(** a trial logit of bad points is theirs, with the coefficients that follow from it: at(at(logitBad, alphaGood, ((((z -
   (1 - c)*((target - sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1 - p))), alphaBad, ((target -
   sigma)/lambda)) = z *)
Lemma derivation_4_step_1 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  (1 - c) * ((target - sigma) / lambda) + c * (m * ((1 - p) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p
    * ((target - sigma) / lambda)) / (1 - p)) + p * ((target - sigma) / lambda)))
  = z.
Proof. identity. Qed.

(** the other kind's is then what the equation has: at(at(logitGood, alphaGood, ((((z - (1 - c)*((target -
   sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1 - p))), alphaBad, ((target - sigma)/lambda)) = ((1 - c)*((((z
   - (1 - c)*((target - sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1 - p)) + c*((z - (1 - c)*((target -
   sigma)/lambda))/c)) *)
Lemma derivation_4_step_2 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma) / lambda)) / (1 - p)) + c * (m
    * ((1 - p) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma) / lambda)) / (1 - p)) + p
    * ((target - sigma) / lambda)))
  = (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma) / lambda)) / (1 - p)) + c
    * ((z - (1 - c) * ((target - sigma) / lambda)) / c).
Proof. identity. Qed.

Lemma derivation_4_step_3_slope_1 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  derivable_pt_lim (fun z => ((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma) / lambda))
    / (1 - p))
  z
  (((1 - 0) / c / m - 0) / (1 - p)).
Proof. slope. Qed.

Lemma derivation_4_step_3_slope_2 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  derivable_pt_lim (fun sigma => ((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma) / lambda))
    / (1 - p))
  sigma
  (((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - p * ((0 - 1) / lambda)) / (1 - p)).
Proof. slope. Qed.

(** with the trial logit the other kind's coefficient moves (with derivation_4_step_3_slope_1,
   derivation_4_step_3_slope_2): diff(((((z - (1 - c)*((target - sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1
   - p)), z) + diff(((((z - (1 - c)*((target - sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1 - p)),
   sigma)*slope = ((((1 + (1 - c)*slope/lambda)/c)/m + p*slope/lambda)/(1 - p)) *)
Lemma derivation_4_step_3 (m c lambda p slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (slope_positive : 0 < slope) (defined_1 : 1 - p <> 0) :
  ((1 - 0) / c / m - 0) / (1 - p) + ((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - p * ((0 - 1) / lambda)) / (1 - p)
    * slope
  = ((1 + (1 - c) * slope / lambda) / c / m + p * slope / lambda) / (1 - p).
Proof. identity. Qed.

(** upward: ((((1 + (1 - c)*slope/lambda)/c)/m + p*slope/lambda)/(1 - p)) > 0 where c = 1/(1 + unlikeness), p = flips/(1
   + 2*flips) *)
Lemma derivation_4_step_4 (m c lambda p unlikeness flips slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness)
  (flips_positive : 0 < flips) (slope_positive : 0 < slope) (at_1 : c = 1 / (1 + unlikeness))
  (at_2 : p = flips / (1 + 2 * flips)) :
  0 < ((1 + (1 - c) * slope / lambda) / c / m + p * slope / lambda) / (1 - p).
Proof.
  assert (hidden_1 : 1 - flips / (1 + 2 * flips) <> 0) by (intros; apply positive_nonzero; sign_of ((1 + flips) / (1 + 2
    * flips))).
  rewrite at_1, at_2.
  sign_of ((4 * flips * lambda + 8 * flips * lambda * unlikeness + 4 * flips * lambda * unlikeness ^ 2 + flips * m
    * slope + flips * m * slope * unlikeness + 4 * flips * slope * unlikeness + 4 * flips * slope * unlikeness ^ 2 + 4
    * flips ^ 2 * lambda + 8 * flips ^ 2 * lambda * unlikeness + 4 * flips ^ 2 * lambda * unlikeness ^ 2 + 2 * flips ^ 2
    * m * slope + 2 * flips ^ 2 * m * slope * unlikeness + 4 * flips ^ 2 * slope * unlikeness + 4 * flips ^ 2 * slope
    * unlikeness ^ 2 + lambda + 2 * lambda * unlikeness + lambda * unlikeness ^ 2 + slope * unlikeness + slope
    * unlikeness ^ 2) / ((1 + flips) * m * lambda * (1 + unlikeness) * (1 + 2 * flips))).
Qed.

Lemma derivation_4_step_5_slope_1 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  derivable_pt_lim (fun z => (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma)
    / lambda)) / (1 - p)) + c * ((z - (1 - c) * ((target - sigma) / lambda)) / c))
  z
  ((1 - c) * (((1 - 0) / c / m - 0) / (1 - p)) + c * ((1 - 0) / c)).
Proof. slope. Qed.

Lemma derivation_4_step_5_slope_2 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : 1 - p <> 0) :
  derivable_pt_lim (fun sigma => (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - p * ((target - sigma)
    / lambda)) / (1 - p)) + c * ((z - (1 - c) * ((target - sigma) / lambda)) / c))
  sigma
  ((1 - c) * (((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - p * ((0 - 1) / lambda)) / (1 - p)) + c * ((0 - (1 - c) * ((0
    - 1) / lambda)) / c)).
Proof. slope. Qed.

(** and its logit (with derivation_4_step_5_slope_1, derivation_4_step_5_slope_2): diff(((1 - c)*((((z - (1 -
   c)*((target - sigma)/lambda))/c)/m - p*((target - sigma)/lambda))/(1 - p)) + c*((z - (1 - c)*((target -
   sigma)/lambda))/c)), z) + diff(((1 - c)*((((z - (1 - c)*((target - sigma)/lambda))/c)/m - p*((target -
   sigma)/lambda))/(1 - p)) + c*((z - (1 - c)*((target - sigma)/lambda))/c)), sigma)*slope = (1 - c)*((((1 + (1 -
   c)*slope/lambda)/c)/m + p*slope/lambda)/(1 - p)) + c*((1 + (1 - c)*slope/lambda)/c) *)
Lemma derivation_4_step_5 (m c lambda p slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (slope_positive : 0 < slope) (defined_1 : 1 - p <> 0) :
  (1 - c) * (((1 - 0) / c / m - 0) / (1 - p)) + c * ((1 - 0) / c) + ((1 - c) * (((0 - (1 - c) * ((0 - 1) / lambda)) / c
    / m - p * ((0 - 1) / lambda)) / (1 - p)) + c * ((0 - (1 - c) * ((0 - 1) / lambda)) / c)) * slope
  = (1 - c) * (((1 + (1 - c) * slope / lambda) / c / m + p * slope / lambda) / (1 - p)) + c * ((1 + (1 - c) * slope
    / lambda) / c).
Proof. identity. Qed.

(** upward, so λα − t + σ(logit) of the other kind rises: it has one root, the fit: (1 - c)*((((1 + (1 -
   c)*slope/lambda)/c)/m + p*slope/lambda)/(1 - p)) + c*((1 + (1 - c)*slope/lambda)/c) > 0 where c = 1/(1 + unlikeness),
   p = flips/(1 + 2*flips) *)
Lemma derivation_4_step_6 (m c lambda p unlikeness flips slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness)
  (flips_positive : 0 < flips) (slope_positive : 0 < slope) (at_1 : c = 1 / (1 + unlikeness))
  (at_2 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * (((1 + (1 - c) * slope / lambda) / c / m + p * slope / lambda) / (1 - p)) + c * ((1 + (1 - c) * slope
    / lambda) / c).
Proof.
  assert (hidden_1 : 1 - flips / (1 + 2 * flips) <> 0) by (intros; apply positive_nonzero; sign_of ((1 + flips) / (1 + 2
    * flips))).
  rewrite at_1, at_2.
  sign_of ((3 * flips * lambda * m + 6 * flips * lambda * m * unlikeness + 3 * flips * lambda * m * unlikeness ^ 2 + 4
    * flips * lambda * unlikeness + 8 * flips * lambda * unlikeness ^ 2 + 4 * flips * lambda * unlikeness ^ 3 + 4
    * flips * m * slope * unlikeness + 4 * flips * m * slope * unlikeness ^ 2 + 4 * flips * slope * unlikeness ^ 2 + 4
    * flips * slope * unlikeness ^ 3 + 2 * flips ^ 2 * lambda * m + 4 * flips ^ 2 * lambda * m * unlikeness + 2
    * flips ^ 2 * lambda * m * unlikeness ^ 2 + 4 * flips ^ 2 * lambda * unlikeness + 8 * flips ^ 2 * lambda
    * unlikeness ^ 2 + 4 * flips ^ 2 * lambda * unlikeness ^ 3 + 4 * flips ^ 2 * m * slope * unlikeness + 4 * flips ^ 2
    * m * slope * unlikeness ^ 2 + 4 * flips ^ 2 * slope * unlikeness ^ 2 + 4 * flips ^ 2 * slope * unlikeness ^ 3
    + lambda * m + 2 * lambda * m * unlikeness + lambda * m * unlikeness ^ 2 + lambda * unlikeness + 2 * lambda
    * unlikeness ^ 2 + lambda * unlikeness ^ 3 + m * slope * unlikeness + m * slope * unlikeness ^ 2 + slope
    * unlikeness ^ 2 + slope * unlikeness ^ 3) / ((1 + flips) * m * lambda * (1 + unlikeness) ^ 2 * (1 + 2 * flips))).
Qed.

(** a trial logit of good points is theirs, with the coefficients that follow from it: at(at(logitGood, alphaGood,
   ((target - sigma)/lambda)), alphaBad, ((((z - (1 - c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target -
   sigma)/lambda))/p)) = z *)
Lemma derivation_4_step_7 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  (1 - c) * ((target - sigma) / lambda) + c * (m * ((1 - p) * ((target - sigma) / lambda) + p * (((z - (1 - c)
    * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target - sigma) / lambda)) / p)))
  = z.
Proof. identity. Qed.

(** the other kind's is then what the equation has: at(at(logitBad, alphaGood, ((target - sigma)/lambda)), alphaBad,
   ((((z - (1 - c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target - sigma)/lambda))/p)) = ((1 - c)*((((z - (1 -
   c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target - sigma)/lambda))/p) + c*((z - (1 - c)*((target -
   sigma)/lambda))/c)) *)
Lemma derivation_4_step_8 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target - sigma) / lambda)) / p) + c * (m
    * ((1 - p) * ((target - sigma) / lambda) + p * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p)
    * ((target - sigma) / lambda)) / p)))
  = (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target - sigma) / lambda)) / p) + c
    * ((z - (1 - c) * ((target - sigma) / lambda)) / c).
Proof. identity. Qed.

Lemma derivation_4_step_9_slope_1 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  derivable_pt_lim (fun z => ((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target - sigma)
    / lambda)) / p)
  z
  (((1 - 0) / c / m - 0) / p).
Proof. slope. Qed.

Lemma derivation_4_step_9_slope_2 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  derivable_pt_lim (fun sigma => ((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target - sigma)
    / lambda)) / p)
  sigma
  (((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - (1 - p) * ((0 - 1) / lambda)) / p).
Proof. slope. Qed.

(** with the trial logit the other kind's coefficient moves (with derivation_4_step_9_slope_1,
   derivation_4_step_9_slope_2): diff(((((z - (1 - c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target -
   sigma)/lambda))/p), z) + diff(((((z - (1 - c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target -
   sigma)/lambda))/p), sigma)*slope = ((((1 + (1 - c)*slope/lambda)/c)/m + (1 - p)*slope/lambda)/p) *)
Lemma derivation_4_step_9 (m c lambda p slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (slope_positive : 0 < slope) (defined_1 : p <> 0) :
  ((1 - 0) / c / m - 0) / p + ((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - (1 - p) * ((0 - 1) / lambda)) / p * slope
  = ((1 + (1 - c) * slope / lambda) / c / m + (1 - p) * slope / lambda) / p.
Proof. identity. Qed.

(** upward: ((((1 + (1 - c)*slope/lambda)/c)/m + (1 - p)*slope/lambda)/p) > 0 where c = 1/(1 + unlikeness), p = flips/(1
   + 2*flips) *)
Lemma derivation_4_step_10 (m c lambda p unlikeness flips slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness)
  (flips_positive : 0 < flips) (slope_positive : 0 < slope) (at_1 : c = 1 / (1 + unlikeness))
  (at_2 : p = flips / (1 + 2 * flips)) :
  0 < ((1 + (1 - c) * slope / lambda) / c / m + (1 - p) * slope / lambda) / p.
Proof.
  rewrite at_1, at_2.
  sign_of ((4 * flips * lambda + 8 * flips * lambda * unlikeness + 4 * flips * lambda * unlikeness ^ 2 + 3 * flips * m
    * slope + 3 * flips * m * slope * unlikeness + 4 * flips * slope * unlikeness + 4 * flips * slope * unlikeness ^ 2
    + 4 * flips ^ 2 * lambda + 8 * flips ^ 2 * lambda * unlikeness + 4 * flips ^ 2 * lambda * unlikeness ^ 2 + 2
    * flips ^ 2 * m * slope + 2 * flips ^ 2 * m * slope * unlikeness + 4 * flips ^ 2 * slope * unlikeness + 4
    * flips ^ 2 * slope * unlikeness ^ 2 + lambda + 2 * lambda * unlikeness + lambda * unlikeness ^ 2 + m * slope + m
    * slope * unlikeness + slope * unlikeness + slope * unlikeness ^ 2) / (flips * m * lambda * (1 + unlikeness) * (1
    + 2 * flips))).
Qed.

Lemma derivation_4_step_11_slope_1 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  derivable_pt_lim (fun z => (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target
    - sigma) / lambda)) / p) + c * ((z - (1 - c) * ((target - sigma) / lambda)) / c))
  z
  ((1 - c) * (((1 - 0) / c / m - 0) / p) + c * ((1 - 0) / c)).
Proof. slope. Qed.

Lemma derivation_4_step_11_slope_2 (m c lambda p z sigma target : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (sigma_positive : 0 < sigma) (defined_1 : p <> 0) :
  derivable_pt_lim (fun sigma => (1 - c) * (((z - (1 - c) * ((target - sigma) / lambda)) / c / m - (1 - p) * ((target
    - sigma) / lambda)) / p) + c * ((z - (1 - c) * ((target - sigma) / lambda)) / c))
  sigma
  ((1 - c) * (((0 - (1 - c) * ((0 - 1) / lambda)) / c / m - (1 - p) * ((0 - 1) / lambda)) / p) + c * ((0 - (1 - c) * ((0
    - 1) / lambda)) / c)).
Proof. slope. Qed.

(** and its logit (with derivation_4_step_11_slope_1, derivation_4_step_11_slope_2): diff(((1 - c)*((((z - (1 -
   c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target - sigma)/lambda))/p) + c*((z - (1 - c)*((target -
   sigma)/lambda))/c)), z) + diff(((1 - c)*((((z - (1 - c)*((target - sigma)/lambda))/c)/m - (1 - p)*((target -
   sigma)/lambda))/p) + c*((z - (1 - c)*((target - sigma)/lambda))/c)), sigma)*slope = (1 - c)*((((1 + (1 -
   c)*slope/lambda)/c)/m + (1 - p)*slope/lambda)/p) + c*((1 + (1 - c)*slope/lambda)/c) *)
Lemma derivation_4_step_11 (m c lambda p slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (slope_positive : 0 < slope) (defined_1 : p <> 0) :
  (1 - c) * (((1 - 0) / c / m - 0) / p) + c * ((1 - 0) / c) + ((1 - c) * (((0 - (1 - c) * ((0 - 1) / lambda)) / c / m
    - (1 - p) * ((0 - 1) / lambda)) / p) + c * ((0 - (1 - c) * ((0 - 1) / lambda)) / c)) * slope
  = (1 - c) * (((1 + (1 - c) * slope / lambda) / c / m + (1 - p) * slope / lambda) / p) + c * ((1 + (1 - c) * slope
    / lambda) / c).
Proof. identity. Qed.

(** upward, so λα − t + σ(logit) of the other kind rises: it has one root, the fit: (1 - c)*((((1 + (1 -
   c)*slope/lambda)/c)/m + (1 - p)*slope/lambda)/p) + c*((1 + (1 - c)*slope/lambda)/c) > 0 where c = 1/(1 + unlikeness),
   p = flips/(1 + 2*flips) *)
Lemma derivation_4_step_12 (m c lambda p unlikeness flips slope : R) (m_positive : 0 < m) (c_positive : 0 < c)
  (lambda_positive : 0 < lambda) (p_nonnegative : 0 <= p) (unlikeness_positive : 0 < unlikeness)
  (flips_positive : 0 < flips) (slope_positive : 0 < slope) (at_1 : c = 1 / (1 + unlikeness))
  (at_2 : p = flips / (1 + 2 * flips)) :
  0 < (1 - c) * (((1 + (1 - c) * slope / lambda) / c / m + (1 - p) * slope / lambda) / p) + c * ((1 + (1 - c) * slope
    / lambda) / c).
Proof.
  rewrite at_1, at_2.
  sign_of ((flips * lambda * m + 2 * flips * lambda * m * unlikeness + flips * lambda * m * unlikeness ^ 2 + 4 * flips
    * lambda * unlikeness + 8 * flips * lambda * unlikeness ^ 2 + 4 * flips * lambda * unlikeness ^ 3 + 4 * flips * m
    * slope * unlikeness + 4 * flips * m * slope * unlikeness ^ 2 + 4 * flips * slope * unlikeness ^ 2 + 4 * flips
    * slope * unlikeness ^ 3 + 2 * flips ^ 2 * lambda * m + 4 * flips ^ 2 * lambda * m * unlikeness + 2 * flips ^ 2
    * lambda * m * unlikeness ^ 2 + 4 * flips ^ 2 * lambda * unlikeness + 8 * flips ^ 2 * lambda * unlikeness ^ 2 + 4
    * flips ^ 2 * lambda * unlikeness ^ 3 + 4 * flips ^ 2 * m * slope * unlikeness + 4 * flips ^ 2 * m * slope
    * unlikeness ^ 2 + 4 * flips ^ 2 * slope * unlikeness ^ 2 + 4 * flips ^ 2 * slope * unlikeness ^ 3 + lambda
    * unlikeness + 2 * lambda * unlikeness ^ 2 + lambda * unlikeness ^ 3 + m * slope * unlikeness + m * slope
    * unlikeness ^ 2 + slope * unlikeness ^ 2 + slope * unlikeness ^ 3) / (flips * m * lambda * (1 + unlikeness) ^ 2
    * (1 + 2 * flips))).
Qed.
