(** For every real ξ the student's objective is strongly convex: it has one minimum, and descent finds it. The student's
   objective is (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩] + ½·weightDecay·‖W‖² with logits z = XW and targets t = ξq + (1
   − ξ)y, where q are the teacher's probabilities and y the labels. For every real ξ the targets of a sample sum to 1,
   the slope in its logits is (softmax(z) − t)/n, and along every line the objective curves by the mean of Σ_{j<k} p_j
   p_k (v_j − v_k)² ≥ 0, in which there is no ξ, and by weightDecay·‖V‖²: it is convex, and with weight decay strongly
   so. Then there is one minimum, and a point with gradient g is at most ‖g‖²/(2·weightDecay) above it. *)
(* Generated from the derivations of cross-entropy/convexity by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the mixed loss is cross-entropy with mixed targets, which sum to 1 for every real ξ *)

(** the targets, class by class, are t = ξq + (1 − ξ)y: target_j = xi*q_j + (1 - xi)*label_j *)
Lemma derivation_1_step_1 (xi : R) (q label : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)
  = xi * q j + (1 - xi) * label j.
Proof. identity. Qed.

(** ξ times cross-entropy with the teacher and 1 − ξ times that with the label is cross-entropy with t:
   -xi*sum(q_j*logP_j) - (1 - xi)*sum(label_j*logP_j) = -sum(target_j*logP_j) *)
Lemma derivation_1_step_2 (r : nat) (xi : R) (q label logP : nat -> R) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  (- xi) * sum r (fun j => q j * logP j) - (1 - xi) * sum r (fun j => label j * logP j)
  = - sum r (fun j => (label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)) * logP j).
Proof. identity. Qed.

(** at ξ = 0 the targets are the labels: at(target_j, xi, 0) = label_j *)
Lemma derivation_1_step_3 (q label : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  label j * (0 * q j + (1 - 0)) + (1 - label j) * (0 * q j)
  = label j.
Proof. identity. Qed.

(** at ξ = 1 the teacher's predictions: at(target_j, xi, 1) = q_j *)
Lemma derivation_1_step_4 (q label : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  label j * (1 * q j + (1 - 1)) + (1 - label j) * (1 * q j)
  = q j.
Proof. identity. Qed.

(** they sum to ξ + (1 − ξ)Σy: sum(target_j) = xi + (1 - xi)*sum(label_j) where the teacher's probabilities sum to 1 *)
Lemma derivation_1_step_5 (r : nat) (xi : R) (q label : nat -> R) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) (predictions_is_zero : sum r (fun j => q j) - 1 = 0) :
  sum r (fun j => label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j))
  = xi + (1 - xi) * sum r (fun j => label j).
Proof. apply (given (xi) _ predictions_is_zero). identity. Qed.

(** which is 1: xi + (1 - xi)*sum(label_j) = 1 where the labels of a sample sum to 1 *)
Lemma derivation_1_step_6 (r : nat) (xi : R) (label : nat -> R) (label_nonnegative : forall j, 0 <= label j)
  (labels_is_zero : sum r (fun j => label j) - 1 = 0) :
  xi + (1 - xi) * sum r (fun j => label j)
  = 1.
Proof. apply (given (1 - xi) _ labels_is_zero). identity. Qed.

(** * the loss has the slope p − t in the logits *)

Lemma derivation_2_step_1_slope_1 (odds others : R) (odds_positive : 0 < odds) (others_positive : 0 < others) :
  derivable_pt_lim (fun odds => odds + others)
  odds
  (1 + 0).
Proof. slope. Qed.

(** as a logit z rises, log Σ e^z rises by e^z/Σ e^z, its softmax p (with derivation_2_step_1_slope_1): odds*diff(odds +
   others, odds)/(odds + others) = 1 - others/(odds + others) *)
Lemma derivation_2_step_1 (odds others : R) (odds_positive : 0 < odds) (others_positive : 0 < others) :
  odds * (1 + 0) / (odds + others)
  = 1 - others / (odds + others).
Proof. identity. Qed.

Lemma derivation_2_step_2_slope_1 (xi logit : R) (q label : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  derivable_pt_lim (fun logit => (label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)) * logit)
  logit
  ((label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)) * 1).
Proof. slope. Qed.

(** and ⟨t, z⟩ by its target (with derivation_2_step_2_slope_1): diff(target_j*logit, logit) = target_j *)
Lemma derivation_2_step_2 (xi : R) (q label : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) :
  (label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)) * 1
  = label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j).
Proof. identity. Qed.

(** so along a line the loss rises by Σ(p − t)v: sum(p_j*v_j) - sum(target_j*v_j) = slope *)
Lemma derivation_2_step_3 (r : nat) (xi : R) (q label p v : nat -> R) (q_positive : forall j, 0 < q j)
  (label_nonnegative : forall j, 0 <= label j) (p_positive : forall j, 0 < p j) :
  sum r (fun j => p j * v j) - sum r (fun j => (label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j)) * v j)
  = sum r (fun j => (p j - (label j * (xi * q j + (1 - xi)) + (1 - label j) * (xi * q j))) * v j).
Proof. identity. Qed.

(** * the loss curves by the variance of v under p, which is no less than 0 and has no ξ in it *)

Lemma derivation_3_step_1_slope_1 (odds others : R) (odds_positive : 0 < odds) (others_positive : 0 < others) :
  derivable_pt_lim (fun odds => odds / (odds + others))
  odds
  ((1 * (odds + others) - odds * (1 + 0)) / (odds + others) ^ 2).
Proof. slope. Qed.

(** as a logit rises, its own p rises by p(1 − p) (with derivation_3_step_1_slope_1): odds*diff(odds/(odds + others),
   odds) = odds/(odds + others)*(1 - odds/(odds + others)) *)
Lemma derivation_3_step_1 (odds others : R) (odds_positive : 0 < odds) (others_positive : 0 < others) :
  odds * ((1 * (odds + others) - odds * (1 + 0)) / (odds + others) ^ 2)
  = odds / (odds + others) * (1 - odds / (odds + others)).
Proof. identity. Qed.

Lemma derivation_3_step_2_slope_1 (odds other rest : R) (odds_positive : 0 < odds) (other_positive : 0 < other)
  (rest_nonnegative : 0 <= rest) :
  derivable_pt_lim (fun odds => other / (odds + other + rest))
  odds
  ((- other) * (1 + 0 + 0) / (odds + other + rest) ^ 2).
Proof.
  assert (hidden_1 : odds + other + rest <> 0) by (intros; apply positive_nonzero; sign_of (odds + other + rest)).
  slope.
Qed.

(** and another class's falls by the product of the two (with derivation_3_step_2_slope_1): odds*diff(other/(odds +
   other + rest), odds) = -odds/(odds + other + rest)*other/(odds + other + rest) *)
Lemma derivation_3_step_2 (odds other rest : R) (odds_positive : 0 < odds) (other_positive : 0 < other)
  (rest_nonnegative : 0 <= rest) :
  odds * ((- other) * (1 + 0 + 0) / (odds + other + rest) ^ 2)
  = (- odds) / (odds + other + rest) * other / (odds + other + rest).
Proof.
  assert (hidden_1 : odds + other + rest <> 0) by (intros; apply positive_nonzero; sign_of (odds + other + rest)).
  identity.
Qed.

(** along a line that makes the variance of v: sum(p_j*(1 - p_j)*v_j^2) - 2*pairs(p_j*p_k*v_j*v_k) = curvature *)
Lemma derivation_3_step_3 (r : nat) (p v : nat -> R) (p_positive : forall j, 0 < p j) :
  sum r (fun j => p j * (1 - p j) * v j ^ 2) - 2 * pairs r (fun j k => p j * p k * v j * v k)
  = sum r (fun j => p j * v j ^ 2) - sum r (fun j => p j * v j) ^ 2.
Proof. identity. Qed.

(** which is Σ_{j<k} p_j p_k (v_j − v_k)²: curvature = spread where p is softmax(z): it sums to 1 *)
Lemma derivation_3_step_4 (r : nat) (p v : nat -> R) (p_positive : forall j, 0 < p j)
  (probabilities_is_zero : sum r (fun j => p j) - 1 = 0) :
  sum r (fun j => p j * v j ^ 2) - sum r (fun j => p j * v j) ^ 2
  = pairs r (fun j k => p j * p k * (v j - v k) ^ 2).
Proof. apply (given (- sum r (fun j => p j * v j ^ 2)) _ probabilities_is_zero). identity. Qed.

(** a sum of what is ≥ 0: p_j*p_k*difference^2 ≥ 0 *)
Lemma derivation_3_step_5 (difference : R) (p : nat -> R) (j k : nat) (p_positive : forall j, 0 < p j) :
  0 <= p j * p k * difference ^ 2.
Proof. sign_of (difference ^ 2 * p j * p k). Qed.

Lemma derivation_3_step_6_slope_1 (r : nat) (xi : R) (p v : nat -> R) (p_positive : forall j, 0 < p j) :
  derivable_pt_lim (fun xi => sum r (fun j => p j * v j ^ 2) - sum r (fun j => p j * v j) ^ 2)
  xi
  (sum r (fun j => 0) - 2 * sum r (fun j => p j * v j) ^ 1 * sum r (fun j => 0)).
Proof. slope. Qed.

(** it does not depend on ξ, which is in the slope alone (with derivation_3_step_6_slope_1): diff(curvature, xi) = 0 *)
Lemma derivation_3_step_6 (r : nat) (p v : nat -> R) (p_positive : forall j, 0 < p j) :
  sum r (fun j => 0) - 2 * sum r (fun j => p j * v j) ^ 1 * sum r (fun j => 0)
  = 0.
Proof. identity. Qed.

(** * weight decay makes the objective strongly convex, which bounds its height over the minimum by the gradient *)

Lemma derivation_4_step_1_slope_1 (r : nat) (weightDecay length : R) (weight rate : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun length => 1 / 2 * weightDecay * sum r (fun j => (weight j + length * rate j) ^ 2))
  length
  (0 * sum r (fun j => (weight j + length * rate j) ^ 2) + 1 / 2 * weightDecay * sum r (fun j => 2 * (0 + rate j * 1)
    * (weight j + length * rate j) ^ 1)).
Proof. slope. Qed.

(** the decay's slope along the line (with derivation_4_step_1_slope_1): at(diff(1/2*weightDecay*sum((weight_j +
   length*rate_j)^2), length), length, 0) = decaySlope *)
Lemma derivation_4_step_1 (r : nat) (weightDecay : R) (weight rate : nat -> R) (weightDecay_positive : 0 < weightDecay)
  :
  0 * sum r (fun j => (weight j + 0 * rate j) ^ 2) + 1 / 2 * weightDecay * sum r (fun j => 2 * (0 + rate j * 1)
    * (weight j + 0 * rate j) ^ 1)
  = weightDecay * sum r (fun j => weight j * rate j).
Proof. identity. Qed.

Lemma derivation_4_step_2_slope_2 (r : nat) (weightDecay length : R) (weight rate : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun length => 0 * sum r (fun j => (weight j + length * rate j) ^ 2) + 1 / 2 * weightDecay
    * sum r (fun j => 2 * (0 + rate j * 1) * (weight j + length * rate j) ^ 1))
  length
  (0 * sum r (fun j => (weight j + length * rate j) ^ 2) + 0 * sum r (fun j => 2 * (0 + rate j * 1) * (weight j + length
    * rate j) ^ 1) + (0 * sum r (fun j => 2 * (0 + rate j * 1) * (weight j + length * rate j) ^ 1) + 1 / 2 * weightDecay
    * sum r (fun j => 2 * (0 + rate j * 1) * (0 + rate j * 1)))).
Proof. slope. Qed.

(** and its curvature, the same everywhere (with derivation_4_step_1_slope_1, derivation_4_step_2_slope_2):
   diff(diff(1/2*weightDecay*sum((weight_j + length*rate_j)^2), length), length) = decayCurvature *)
Lemma derivation_4_step_2 (r : nat) (weightDecay length : R) (weight rate : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  0 * sum r (fun j => (weight j + length * rate j) ^ 2) + 0 * sum r (fun j => 2 * (0 + rate j * 1) * (weight j + length
    * rate j) ^ 1) + (0 * sum r (fun j => 2 * (0 + rate j * 1) * (weight j + length * rate j) ^ 1) + 1 / 2 * weightDecay
    * sum r (fun j => 2 * (0 + rate j * 1) * (0 + rate j * 1)))
  = weightDecay * sum r (fun j => rate j ^ 2).
Proof. identity. Qed.

(** which is positive where a weight changes: the objective curves at least so much, and has one minimum:
   weightDecay*rate_j^2 > 0 *)
Lemma derivation_4_step_3 (weightDecay : R) (rate : nat -> R) (j : nat) (weightDecay_positive : 0 < weightDecay)
  (rate_nonzero : forall j, rate j <> 0) :
  0 < weightDecay * rate j ^ 2.
Proof. sign_of (rate j ^ 2 * weightDecay). Qed.

(** elsewhere the objective is at least ⟨g, d⟩ + ½·weightDecay·‖d‖² higher: at least a square less ‖g‖²/(2·weightDecay):
   sum(gradient_j*away_j) + weightDecay*sum(away_j^2)/2 = weightDecay*sum((away_j + gradient_j/weightDecay)^2)/2 -
   sum(gradient_j^2)/(2*weightDecay) *)
Lemma derivation_4_step_4 (r : nat) (weightDecay : R) (gradient away : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  sum r (fun j => gradient j * away j) + weightDecay * sum r (fun j => away j ^ 2) / 2
  = weightDecay * sum r (fun j => (away j + gradient j / weightDecay) ^ 2) / 2 - sum r (fun j => gradient j ^ 2) / (2
    * weightDecay).
Proof. identity. Qed.
