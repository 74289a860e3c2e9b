(** The student's cross-entropy is convex for every ξ, and strongly convex with weight decay. For every real ξ the
   targets ξ·softmax(teacher) + (1 − ξ)·one-hot sum to 1, the loss log Σ exp(z) − ⟨t, z⟩ has the slope softmax(z) − t in
   the logits and is convex in the weights, with the curvature Σ_{j<k} e_j e_k (v_j − v_k)²/(Σ e)² along a line, and
   with weight decay μ > 0 the objective is strongly convex: it has one minimum, wherever a descent starts, and where
   the gradient is g it is at most ‖g‖²/(2μ) above it. *)
(* Generated from the derivations of cross-entropy/convexity by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * log Σ exp(z) curves upward along every line, and targets do not bend it *)

(** S_0 = Σ exp(z + hv) has the slopes S_1 and S_2, so (log S_0)″ = (S_1/S_0)′ = (S_2S_0 − S_1²)/S_0²: S2/S0 -
   S1*S1/S0^2 = (S2*S0 - S1^2)/S0^2 *)
Lemma derivation_1_step_1 (S0 S1 S2 : R) (S0_positive : 0 < S0) :
  S2 / S0 - S1 * S1 / S0 ^ 2
  = (S2 * S0 - S1 ^ 2) / S0 ^ 2.
Proof. identity. Qed.

(** S_2S_0 − S_1² is a sum over pairs of classes: sum(e_j*v_j^2)*sum(e_j) - sum(e_j*v_j)^2 = spread *)
Lemma derivation_1_step_2 (r : nat) (e v : nat -> R) (e_positive : forall j, 0 < e j) :
  sum r (fun j => e j * v j ^ 2) * sum r (fun j => e j) - sum r (fun j => e j * v j) ^ 2
  = pairs r (fun j k => e j * e k * (v j - v k) ^ 2).
Proof. identity. Qed.

(** with the terms: spread = pairs(e_j*e_k*(v_j - v_k)^2) *)
Lemma derivation_1_step_3 (r : nat) (e v : nat -> R) (e_positive : forall j, 0 < e j) :
  pairs r (fun j k => e j * e k * (v j - v k) ^ 2)
  = pairs r (fun j k => e j * e k * (v j - v k) ^ 2).
Proof. identity. Qed.

(** which are not negative: e_j*e_k*(v_j - v_k)^2 ≥ 0 where v_j - v_k = difference *)
Lemma derivation_1_step_4 (difference : R) (e v : nat -> R) (j k : nat) (e_positive : forall j, 0 < e j)
  (at_1 : v j - v k = difference) :
  0 <= e j * e k * (v j - v k) ^ 2.
Proof. rewrite at_1. sign_of (difference ^ 2 * e j * e k). Qed.

(** and positive where v_j ≠ v_k: e_j*e_k*(v_j - v_k)^2 > 0 where v_j - v_k = difference *)
Lemma derivation_1_step_5 (difference : R) (e v : nat -> R) (j k : nat) (e_positive : forall j, 0 < e j)
  (difference_nonzero : difference <> 0) (at_1 : v j - v k = difference) :
  0 < e j * e k * (v j - v k) ^ 2.
Proof. rewrite at_1. sign_of (difference ^ 2 * e j * e k). Qed.

Lemma derivation_1_step_6_slope_1 (r : nat) (xi h : R) (v q y z : nat -> R) (q_positive : forall j, 0 < q j)
  (y_nonnegative : forall j, 0 <= y j) :
  derivable_pt_lim (fun h => sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * (z j + h * v j)))
  h
  (sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * (0 + v j * 1))).
Proof. slope. Qed.

Lemma derivation_1_step_6_slope_2 (r : nat) (xi h : R) (v q y : nat -> R) (q_positive : forall j, 0 < q j)
  (y_nonnegative : forall j, 0 <= y j) :
  derivable_pt_lim (fun h => sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * (0 + v j * 1)))
  h
  (sum r (fun j => 0)).
Proof. slope. Qed.

(** the targets, of any sign, enter a linear term: no ξ bends it (with derivation_1_step_6_slope_1,
   derivation_1_step_6_slope_2): diff(diff(sum(target_j*(z_j + h*v_j)), h), h) = 0 *)
Lemma derivation_1_step_6 (r : nat) :
  sum r (fun j => 0)
  = 0.
Proof. identity. Qed.

(** * the mixed loss is cross-entropy with mixed targets, and its slope in the logits is softmax(z) − t *)

(** class by class, t = ξq + (1 − ξ)y: target_j = xi*q_j + (1 - xi)*y_j *)
Lemma derivation_2_step_1 (xi : R) (q y : nat -> R) (j : nat) (q_positive : forall j, 0 < q j)
  (y_nonnegative : forall j, 0 <= y j) :
  y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)
  = xi * q j + (1 - xi) * y j.
Proof. identity. Qed.

(** so ξ times cross-entropy with the teacher and 1 − ξ times that with the label is cross-entropy with t:
   -xi*sum(q_j*logP_j) - (1 - xi)*sum(y_j*logP_j) = -sum(target_j*logP_j) *)
Lemma derivation_2_step_2 (r : nat) (xi : R) (q y logP : nat -> R) (q_positive : forall j, 0 < q j)
  (y_nonnegative : forall j, 0 <= y j) :
  (- xi) * sum r (fun j => q j * logP j) - (1 - xi) * sum r (fun j => y j * logP j)
  = - sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * logP j).
Proof. identity. Qed.

Lemma derivation_2_step_3_slope_1 (r : nat) (xi h : R) (v q y z : nat -> R) (q_positive : forall j, 0 < q j)
  (y_nonnegative : forall j, 0 <= y j) :
  derivable_pt_lim (fun h => sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * (z j + h * v j)))
  h
  (sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * (0 + v j * 1))).
Proof. slope. Qed.

(** log S_0 has the slope S_1/S_0, and ⟨t, z + hv⟩ its own (with derivation_2_step_3_slope_1): sum(e_j*v_j)/sum(e_j) -
   diff(sum(target_j*(z_j + h*v_j)), h) = lossSlope *)
Lemma derivation_2_step_3 (r : nat) (xi : R) (e v q y : nat -> R) (e_positive : forall j, 0 < e j)
  (q_positive : forall j, 0 < q j) (y_nonnegative : forall j, 0 <= y j) (defined_1 : sum r (fun j => e j) <> 0) :
  sum r (fun j => e j * v j) / sum r (fun j => e j) - sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi
    * q j)) * (0 + v j * 1))
  = sum r (fun j => e j * v j) / sum r (fun j => e j) - sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi
    * q j)) * v j).
Proof. identity. Qed.

(** which is Σ(p − t)v with p = e/S_0, the softmax: sum(e_j*v_j)/S0 - sum(target_j*v_j) = sum((e_j/S0 - target_j)*v_j)
   *)
Lemma derivation_2_step_4 (r : nat) (xi S0 : R) (e v q y : nat -> R) (e_positive : forall j, 0 < e j)
  (q_positive : forall j, 0 < q j) (y_nonnegative : forall j, 0 <= y j) (S0_positive : 0 < S0) :
  sum r (fun j => e j * v j) / S0 - sum r (fun j => (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j)) * v j)
  = sum r (fun j => (e j / S0 - (y j * (xi * q j + (1 - xi)) + (1 - y j) * (xi * q j))) * v j).
Proof. identity. Qed.

(** * weight decay makes it strongly convex, and bounds its height over the minimum by the gradient *)

Lemma derivation_3_step_1_slope_1 (r : nat) (weightDecay h : R) (w u : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun h => weightDecay / 2 * sum r (fun j => (w j + h * u j) ^ 2))
  h
  (0 * sum r (fun j => (w j + h * u j) ^ 2) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h
    * u j) ^ 1)).
Proof. slope. Qed.

Lemma derivation_3_step_1_slope_2 (r : nat) (weightDecay h : R) (w u : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun h => 0 * sum r (fun j => (w j + h * u j) ^ 2) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j
    * 1) * (w j + h * u j) ^ 1))
  h
  (0 * sum r (fun j => (w j + h * u j) ^ 2) + 0 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + (0
    * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1)
    * (0 + u j * 1)))).
Proof. slope. Qed.

(** ½μ‖W + hU‖² has the curvature μ‖U‖² (with derivation_3_step_1_slope_1, derivation_3_step_1_slope_2):
   diff(diff(weightDecay/2*sum((w_j + h*u_j)^2), h), h) = weightDecay*sum(u_j^2) *)
Lemma derivation_3_step_1 (r : nat) (weightDecay h : R) (w u : nat -> R) (weightDecay_positive : 0 < weightDecay) :
  0 * sum r (fun j => (w j + h * u j) ^ 2) + 0 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + (0
    * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1)
    * (0 + u j * 1)))
  = weightDecay * sum r (fun j => u j ^ 2).
Proof. identity. Qed.

(** of squares, ≥ 0: u_j^2 ≥ 0 *)
Lemma derivation_3_step_2 (u : nat -> R) (j : nat) :
  0 <= u j ^ 2.
Proof. sign_of (u j ^ 2). Qed.

(** of which the line changes one weight at least: so it is positive, as μ is: u_j^2 > 0 *)
Lemma derivation_3_step_3 (u : nat -> R) (j : nat) (u_j_nonzero : u j <> 0) :
  0 < u j ^ 2.
Proof. sign_of (u j ^ 2). Qed.

(** so at W + U the objective is at least ⟨g, U⟩ + ½μ‖U‖² higher than at W: a square less ‖g‖²/(2μ): sum(g_j*u_j) +
   weightDecay/2*sum(u_j^2) = weightDecay/2*sum((u_j + g_j/weightDecay)^2) - sum(g_j^2)/(2*weightDecay) *)
Lemma derivation_3_step_4 (r : nat) (weightDecay : R) (g u : nat -> R) (weightDecay_positive : 0 < weightDecay) :
  sum r (fun j => g j * u j) + weightDecay / 2 * sum r (fun j => u j ^ 2)
  = weightDecay / 2 * sum r (fun j => (u j + g j / weightDecay) ^ 2) - sum r (fun j => g j ^ 2) / (2 * weightDecay).
Proof. identity. Qed.

(** * the student's targets sum to 1 *)

(** ξp + (1 − ξ) for the given label and ξp for each other class: targetGiven + at(targetOther, prediction, others) = 1
   where the teacher's probabilities sum to 1 *)
Lemma derivation_4_step_1 (xi prediction others : R) (prediction_positive : 0 < prediction)
  (others_positive : 0 < others) (total_is_zero : prediction + others - 1 = 0) :
  xi * prediction + (1 - xi) + xi * others
  = 1.
Proof. apply (given (xi) _ total_is_zero). identity. Qed.
