(** The student's cross-entropy is convex for every ξ, and strongly convex with weight decay. For every real ξ the
   targets ξ·softmax(teacher) + (1 − ξ)·one-hot sum to 1, the loss log Σ exp(z) − ⟨t, z⟩ is convex in the weights with
   the curvature Σ_{j<k} e_j e_k (v_j − v_k)²/(Σ e)² along a line, and with weight decay μ > 0 the objective is strongly
   convex: it has one minimum, wherever a descent starts. *)
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

(** of terms that are not negative: e_j*e_k*difference^2 ≥ 0 *)
Lemma derivation_1_step_3 (difference : R) (e : nat -> R) (j k : nat) (e_positive : forall j, 0 < e j) :
  0 <= e j * e k * difference ^ 2.
Proof. sign_of (difference ^ 2 * e j * e k). Qed.

(** and positive where v_j ≠ v_k: e_j*e_k*difference^2 > 0 *)
Lemma derivation_1_step_4 (difference : R) (e : nat -> R) (j k : nat) (e_positive : forall j, 0 < e j)
  (difference_nonzero : difference <> 0) :
  0 < e j * e k * difference ^ 2.
Proof. sign_of (difference ^ 2 * e j * e k). Qed.

Lemma derivation_1_step_5_slope_1 (r : nat) (xi h : R) (v z y q : nat -> R) (q_positive : forall j, 0 < q j) :
  derivable_pt_lim (fun h => sum r (fun j => (xi * q j + (1 - xi) * y j) * (z j + h * v j)))
  h
  (sum r (fun j => (xi * q j + (1 - xi) * y j) * (0 + v j * 1))).
Proof. slope. Qed.

Lemma derivation_1_step_5_slope_2 (r : nat) (xi h : R) (v y q : nat -> R) (q_positive : forall j, 0 < q j) :
  derivable_pt_lim (fun h => sum r (fun j => (xi * q j + (1 - xi) * y j) * (0 + v j * 1)))
  h
  (sum r (fun j => 0)).
Proof. slope. Qed.

(** the targets, of any sign, enter a linear term: no ξ bends it (with derivation_1_step_5_slope_1,
   derivation_1_step_5_slope_2): diff(diff(sum((xi*q_j + (1 - xi)*y_j)*(z_j + h*v_j)), h), h) = 0 *)
Lemma derivation_1_step_5 (r : nat) :
  sum r (fun j => 0)
  = 0.
Proof. identity. Qed.

(** * weight decay makes it strongly convex *)

Lemma derivation_2_step_1_slope_1 (r : nat) (weightDecay h : R) (w u : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun h => weightDecay / 2 * sum r (fun j => (w j + h * u j) ^ 2))
  h
  (0 * sum r (fun j => (w j + h * u j) ^ 2) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h
    * u j) ^ 1)).
Proof. slope. Qed.

Lemma derivation_2_step_1_slope_2 (r : nat) (weightDecay h : R) (w u : nat -> R)
  (weightDecay_positive : 0 < weightDecay) :
  derivable_pt_lim (fun h => 0 * sum r (fun j => (w j + h * u j) ^ 2) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j
    * 1) * (w j + h * u j) ^ 1))
  h
  (0 * sum r (fun j => (w j + h * u j) ^ 2) + 0 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + (0
    * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1)
    * (0 + u j * 1)))).
Proof. slope. Qed.

(** ½μ‖W + hU‖² has the curvature μ‖U‖² (with derivation_2_step_1_slope_1, derivation_2_step_1_slope_2):
   diff(diff(weightDecay/2*sum((w_j + h*u_j)^2), h), h) = weightDecay*sum(u_j^2) *)
Lemma derivation_2_step_1 (r : nat) (weightDecay h : R) (w u : nat -> R) (weightDecay_positive : 0 < weightDecay) :
  0 * sum r (fun j => (w j + h * u j) ^ 2) + 0 * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + (0
    * sum r (fun j => 2 * (0 + u j * 1) * (w j + h * u j) ^ 1) + weightDecay / 2 * sum r (fun j => 2 * (0 + u j * 1)
    * (0 + u j * 1)))
  = weightDecay * sum r (fun j => u j ^ 2).
Proof. identity. Qed.

(** which is positive on every line: weightDecay*u_j^2 > 0 *)
Lemma derivation_2_step_2 (weightDecay : R) (u : nat -> R) (j : nat) (weightDecay_positive : 0 < weightDecay)
  (u_nonzero : forall j, u j <> 0) :
  0 < weightDecay * u j ^ 2.
Proof. sign_of (u j ^ 2 * weightDecay). Qed.

(** * the student's targets sum to 1 *)

(** ξp + (1 − ξ) for the given label and ξp for each other class: targetGiven + at(targetOther, prediction, others) = 1
   where the teacher's probabilities sum to 1 *)
Lemma derivation_3_step_1 (xi prediction others : R) (prediction_positive : 0 < prediction)
  (others_positive : 0 < others) (total_is_zero : prediction + others - 1 = 0) :
  xi * prediction + (1 - xi) + xi * others
  = 1.
Proof. apply (given (xi) _ total_is_zero). identity. Qed.
