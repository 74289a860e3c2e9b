(** Under independent flips the expected accuracy is a binomial mixture over each class. With independent flips the
   number k of flips in a class is binomial, and the class is a problem of its own. Where fits are right everywhere iff
   k = 0 or k/m < p* (p* < ½ the threshold, of the teacher or of the student with ξ = 1), the class's accuracy is 1 for
   such k, 0 if k = m or 1 − k/m < p*, and 1 − k/m between (no k/m and no 1 − k/m is p* itself): the expected accuracy
   is w_1 + Σ_k w_k(1 − k/m) for every 0 ≤ p ≤ 1. *)
(* Generated from the derivations of logistic/random-flips by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * each class is a problem of its own *)

(** pairs of points of one class add up to a square: sum(alpha_j)^2 = sum(alpha_j^2) + 2*pairs(alpha_j*alpha_k) *)
Lemma derivation_1_step_1 (r : nat) (alpha : nat -> R) :
  sum r (fun j => alpha j) ^ 2
  = sum r (fun j => alpha j ^ 2) + 2 * pairs r (fun j k => alpha j * alpha k).
Proof. identity. Qed.

(** so ‖θ‖² is a sum of one term for each class: sum(alpha_j^2) + 2*c*pairs(alpha_j*alpha_k) + sum(beta_j^2) +
   2*c*pairs(beta_j*beta_k) + 2*across*sum(alpha_j)*sum(beta_j) = (1 - c)*sum(alpha_j^2) + c*sum(alpha_j)^2 + (1 -
   c)*sum(beta_j^2) + c*sum(beta_j)^2 where points of different classes are orthogonal *)
Lemma derivation_1_step_2 (r : nat) (c across : R) (alpha beta : nat -> R) (c_positive : 0 < c)
  (orthogonal_is_zero : across = 0) :
  sum r (fun j => alpha j ^ 2) + 2 * c * pairs r (fun j k => alpha j * alpha k) + sum r (fun j => beta j ^ 2) + 2 * c
    * pairs r (fun j k => beta j * beta k) + 2 * across * sum r (fun j => alpha j) * sum r (fun j => beta j)
  = (1 - c) * sum r (fun j => alpha j ^ 2) + c * sum r (fun j => alpha j) ^ 2 + (1 - c) * sum r (fun j => beta j ^ 2)
    + c * sum r (fun j => beta j) ^ 2.
Proof. apply (given (2 * sum r (fun j => alpha j) * sum r (fun j => beta j)) _ orthogonal_is_zero). identity. Qed.

(** and a point's logit, all that its loss depends on, knows only its own class: (1 - c)*alpha_j + c*own + across*other
   = (1 - c)*alpha_j + c*own where points of different classes are orthogonal *)
Lemma derivation_1_step_3 (c own other across : R) (alpha : nat -> R) (j : nat) (c_positive : 0 < c)
  (orthogonal_is_zero : across = 0) :
  (1 - c) * alpha j + c * own + across * other
  = (1 - c) * alpha j + c * own.
Proof. apply (given (other) _ orthogonal_is_zero). identity. Qed.

(** * with m − k flips a class is that of k flips with its labels exchanged *)

(** σ(−z) = 1 − σ(z): (1/e)/(1 + 1/e) = 1 - e/(1 + e) *)
Lemma derivation_2_step_1 (e : R) (e_positive : 0 < e) :
  1 / e / (1 + 1 / e)
  = 1 - e / (1 + e).
Proof. identity. Qed.

(** so a negated logit has the loss of the exchanged target, and ‖θ‖² does not see the sign: minus - (1 - t)*(-z) = plus
   - t*z where log(1 + eᶻ) = z + log(1 + e⁻ᶻ) *)
Lemma derivation_2_step_2 (z t plus minus : R) (logarithm_is_zero : plus - minus - z = 0) :
  minus - (1 - t) * (- z)
  = plus - t * z.
Proof. apply (given ((-1)) _ logarithm_is_zero). identity. Qed.

(** teachers' logits being negated, the student's targets are exchanged as well: those of kept labels: at(targetGood,
   sigmaGood, 1 - sigmaBad) = 1 - targetBad *)
Lemma derivation_2_step_3 (xi sigmaBad : R) (sigmaBad_positive : 0 < sigmaBad) :
  xi * (1 - sigmaBad) + (1 - xi)
  = 1 - xi * sigmaBad.
Proof. identity. Qed.

(** and of flipped ones: at(targetBad, sigmaBad, 1 - sigmaGood) = 1 - targetGood *)
Lemma derivation_2_step_4 (xi sigmaGood : R) (sigmaGood_positive : 0 < sigmaGood) :
  xi * (1 - sigmaGood)
  = 1 - (xi * sigmaGood + (1 - xi)).
Proof. identity. Qed.

(** what was right is then wrong: where exactly the flipped points are wrong, with k flips and with m − k:
   at(partialAccuracy_j, flipped, m - flipped_j) = 1 - partialAccuracy_j *)
Lemma derivation_2_step_5 (m : R) (flipped : nat -> R) (j : nat) (m_positive : 0 < m)
  (flipped_nonnegative : forall j, 0 <= flipped j) :
  1 - (m - flipped j) / m
  = 1 - (1 - flipped j / m).
Proof. identity. Qed.

(** * the expected accuracy is a binomial mixture *)

(** k + 1 flips are as probable as the ratio says: each choice has p where one of k has 1 − p: binomialRatio_j*ways_j*(1
   - p) = more_j*p where each choice of k labels can be extended in m − k ways, and each of k + 1 arises in k + 1 ways
   *)
Lemma derivation_3_step_1 (m p : R) (flipped ways more : nat -> R) (j : nat) (m_positive : 0 < m)
  (p_nonnegative : 0 <= p) (flipped_nonnegative : forall j, 0 <= flipped j) (ways_positive : forall j, 0 < ways j)
  (more_positive : forall j, 0 < more j) (counting_is_zero : (m - flipped j) * ways j - (flipped j + 1) * more j = 0)
  (defined_1 : 1 - p <> 0) :
  (m - flipped j) * p / ((flipped j + 1) * (1 - p)) * ways j * (1 - p)
  = more j * p.
Proof.
  assert (hidden_1 : flipped j + 1 <> 0) by (intros; apply positive_nonzero; sign_of (1 + flipped j)).
  apply (given (p / (flipped j + 1)) _ counting_is_zero).
  identity.
Qed.

(** what is missing to 1 is the probability of being wrong throughout, and the share of flips in between: 1 -
   expectedAccuracy = wrongWeight + sum(weight_j*flipped_j)/m where the probabilities of being right throughout, wrong
   throughout and in between add up to 1 *)
Lemma derivation_3_step_2 (r : nat) (m keptWeight wrongWeight : R) (flipped weight : nat -> R) (m_positive : 0 < m)
  (flipped_nonnegative : forall j, 0 <= flipped j) (weight_nonnegative : forall j, 0 <= weight j)
  (keptWeight_nonnegative : 0 <= keptWeight) (wrongWeight_nonnegative : 0 <= wrongWeight)
  (total_is_zero : keptWeight + wrongWeight + sum r (fun j => weight j) - 1 = 0) :
  1 - (keptWeight + sum r (fun j => weight j * (1 - flipped j / m)))
  = wrongWeight + sum r (fun j => weight j * flipped j) / m.
Proof. apply (given ((-1)) _ total_is_zero). identity. Qed.

(** a step from k to k + 1 carries over (k + 1)w′(1 − p) = (m − k)wp: (flipped_j + 1)*binomialRatio_j*(1 - p) = (m -
   flipped_j)*p *)
Lemma derivation_3_step_3 (m p : R) (flipped : nat -> R) (j : nat) (m_positive : 0 < m) (p_nonnegative : 0 <= p)
  (flipped_nonnegative : forall j, 0 <= flipped j) (defined_1 : 1 - p <> 0) :
  (flipped j + 1) * ((m - flipped j) * p / ((flipped j + 1) * (1 - p))) * (1 - p)
  = (m - flipped j) * p.
Proof.
  assert (hidden_1 : flipped j + 1 <> 0) by (intros; apply positive_nonzero; sign_of (1 + flipped j)).
  identity.
Qed.

(** so that the mean number of flips, of which (1 − p)·mean = p(m − mean), is mp: without thresholds 1 − p is right: (1
   - p)*(m*p) = p*(m - m*p) *)
Lemma derivation_3_step_4 (m p : R) (m_positive : 0 < m) (p_nonnegative : 0 <= p) :
  (1 - p) * (m * p)
  = p * (m - m * p).
Proof. identity. Qed.
