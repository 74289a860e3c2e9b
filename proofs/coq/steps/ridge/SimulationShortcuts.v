(** Three sums over modes are every student's squared distance, draw by draw. For every draw of the noise, with w_j =
   ⟨u_j, η⟩/σ_j: θ_S − θ* = u + ξv, with u = θ_T − θ*, which is a_j w_j − b_j θ_j in mode j and −θ*_⊥ outside the row
   space, and v_j = −a_j b_j(θ_j + w_j) in mode j, 0 outside; so ‖θ_S − θ*‖² = ‖u‖² + 2ξ⟨u, v⟩ + ξ²‖v‖², where the noise
   enters through Xᵀη alone. For independent Gaussian η_i of one variance the ⟨u_j, η⟩ are independent with that
   variance, so r of them may be drawn in place of n. *)
(* Generated from the derivations of ridge/simulation-shortcuts by npm run proofs:coq; docs/coq.md says how to read it.
   *)

From SdTheorems Require Import SumsOverModes.

(** * fits see the labels only through Xᵀy, whose coordinates ⟨v_j, Xᵀy⟩ are s_j z_j *)

(** the teacher's objective holds the labels in s_j z_j, but for what no candidate changes: (s_j*(z_j - x)^2 +
   lambda*x^2)/2 - (s_j + lambda)*x^2/2 + s_j*z_j*x = s_j*z_j^2/2 *)
Lemma derivation_1_step_1 (lambda x : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (z j - x) ^ 2 + lambda * x ^ 2) / 2 - (s j + lambda) * x ^ 2 / 2 + s j * z j * x
  = s j * z j ^ 2 / 2.
Proof. identity. Qed.

(** so does the student's, whose targets are predictions and labels: (s_j*(xi*(a_j*z_j - x)^2 + (1 - xi)*(z_j - x)^2) +
   lambda*x^2)/2 - (s_j + lambda)*x^2/2 + (xi*a_j + 1 - xi)*s_j*z_j*x = s_j*(xi*a_j^2 + 1 - xi)*z_j^2/2 *)
Lemma derivation_1_step_2 (lambda xi x : R) (s z : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j * (xi * (s j / (s j + lambda) * z j - x) ^ 2 + (1 - xi) * (z j - x) ^ 2) + lambda * x ^ 2) / 2 - (s j + lambda)
    * x ^ 2 / 2 + (xi * (s j / (s j + lambda)) + 1 - xi) * s j * z j * x
  = s j * (xi * (s j / (s j + lambda)) ^ 2 + 1 - xi) * z j ^ 2 / 2.
Proof. identity. Qed.

(** where a_j z_j, the teacher, solves its normal equation: (s_j + lambda)*a_j = s_j *)
Lemma derivation_1_step_3 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j + lambda) * (s j / (s j + lambda))
  = s j.
Proof. identity. Qed.

(** and b_j is what a_j lacks to 1: a_j + b_j = 1 *)
Lemma derivation_1_step_4 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) + lambda / (s j + lambda)
  = 1.
Proof. identity. Qed.

(** * every ξ from three sums over modes *)

(** b_j is what a_j lacks to 1: a_j + b_j = 1 *)
Lemma derivation_2_step_1 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) + lambda / (s j + lambda)
  = 1.
Proof. identity. Qed.

(** the teacher is u off the truth: its normal equation holds at θ_j + u_j: (s_j + lambda)*(theta_j + off_j) =
   s_j*(theta_j + w_j) *)
Lemma derivation_2_step_2 (lambda : R) (s theta w : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j + lambda) * (theta j + (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j))
  = s j * (theta j + w j).
Proof. identity. Qed.

(** the student with ξ = 1 is the teacher and v: its normal equation has the teacher for labels: (s_j + lambda)*(theta_j
   + off_j + turn_j) = s_j*(theta_j + off_j) *)
Lemma derivation_2_step_3 (lambda : R) (s theta w : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j + lambda) * (theta j + (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j) + (- (lambda / (s j
    + lambda) * (s j / (s j + lambda)) * (theta j + w j))))
  = s j * (theta j + (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j)).
Proof. identity. Qed.

(** the student is affine in ξ: the normal equation holds at θ_j + u_j + ξ v_j: (s_j + lambda)*(theta_j + off_j +
   xi*turn_j) = s_j*(xi*(theta_j + off_j) + (1 - xi)*(theta_j + w_j)) *)
Lemma derivation_2_step_4 (lambda xi : R) (s theta w : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  (s j + lambda) * (theta j + (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j) + xi * (- (lambda / (s j
    + lambda) * (s j / (s j + lambda)) * (theta j + w j))))
  = s j * (xi * (theta j + (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j)) + (1 - xi) * (theta j
    + w j)).
Proof. identity. Qed.

(** ‖u‖² is a sum over w_j² and w_j: atZero = residualSignal + sum(off_j^2) *)
Lemma derivation_2_step_5 (r : nat) (lambda residualSignal : R) (s theta w : nat -> R) (lambda_positive : 0 < lambda)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (s j / (s j + lambda)) ^ 2 * w j ^ 2 - 2 * (s j / (s j + lambda)) * (lambda / (s j
    + lambda)) * theta j * w j + (lambda / (s j + lambda)) ^ 2 * theta j ^ 2)
  = residualSignal + sum r (fun j => (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j) ^ 2).
Proof. identity. Qed.

(** and so is ⟨u, v⟩: cross = sum(off_j*turn_j) *)
Lemma derivation_2_step_6 (r : nat) (lambda : R) (s theta w : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  sum r (fun j => (lambda / (s j + lambda)) ^ 2 * (s j / (s j + lambda)) * theta j ^ 2 - (s j / (s j + lambda)) ^ 2
    * (lambda / (s j + lambda)) * w j ^ 2 - s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)
    - lambda / (s j + lambda)) * theta j * w j)
  = sum r (fun j => (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j) * (- (lambda / (s j + lambda)
    * (s j / (s j + lambda)) * (theta j + w j)))).
Proof. identity. Qed.

(** and ‖v‖²: curvature = sum(turn_j^2) *)
Lemma derivation_2_step_7 (r : nat) (lambda : R) (s theta w : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  sum r (fun j => (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * w j ^ 2 + 2 * (s j / (s j + lambda)) ^ 2
    * (lambda / (s j + lambda)) ^ 2 * theta j * w j + (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2
    * theta j ^ 2)
  = sum r (fun j => (- (lambda / (s j + lambda) * (s j / (s j + lambda)) * (theta j + w j))) ^ 2).
Proof. identity. Qed.

(** the squared distance of the student is their quadratic in ξ: squaredDistance = residualSignal + sum((off_j +
   xi*turn_j)^2) *)
Lemma derivation_2_step_8 (r : nat) (lambda xi residualSignal : R) (s theta w : nat -> R) (lambda_positive : 0 < lambda)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (s j / (s j + lambda)) ^ 2 * w j ^ 2 - 2 * (s j / (s j + lambda)) * (lambda / (s j
    + lambda)) * theta j * w j + (lambda / (s j + lambda)) ^ 2 * theta j ^ 2) + 2 * xi * sum r (fun j => (lambda / (s j
    + lambda)) ^ 2 * (s j / (s j + lambda)) * theta j ^ 2 - (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda))
    * w j ^ 2 - s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) - lambda / (s j + lambda))
    * theta j * w j) + xi ^ 2 * sum r (fun j => (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * w j ^ 2 + 2
    * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * theta j * w j + (s j / (s j + lambda)) ^ 2 * (lambda
    / (s j + lambda)) ^ 2 * theta j ^ 2)
  = residualSignal + sum r (fun j => (s j / (s j + lambda) * w j - lambda / (s j + lambda) * theta j + xi * (- (lambda
    / (s j + lambda) * (s j / (s j + lambda)) * (theta j + w j)))) ^ 2).
Proof. identity. Qed.

(** ξ may be counted from any base: squaredDistance = at(squaredDistance, xi, base) + 2*(xi - base)*sum((off_j +
   base*turn_j)*turn_j) + (xi - base)^2*curvature *)
Lemma derivation_2_step_9 (r : nat) (lambda xi residualSignal base : R) (s theta w : nat -> R)
  (lambda_positive : 0 < lambda) (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (s j / (s j + lambda)) ^ 2 * w j ^ 2 - 2 * (s j / (s j + lambda)) * (lambda / (s j
    + lambda)) * theta j * w j + (lambda / (s j + lambda)) ^ 2 * theta j ^ 2) + 2 * xi * sum r (fun j => (lambda / (s j
    + lambda)) ^ 2 * (s j / (s j + lambda)) * theta j ^ 2 - (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda))
    * w j ^ 2 - s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) - lambda / (s j + lambda))
    * theta j * w j) + xi ^ 2 * sum r (fun j => (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * w j ^ 2 + 2
    * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * theta j * w j + (s j / (s j + lambda)) ^ 2 * (lambda
    / (s j + lambda)) ^ 2 * theta j ^ 2)
  = residualSignal + sum r (fun j => (s j / (s j + lambda)) ^ 2 * w j ^ 2 - 2 * (s j / (s j + lambda)) * (lambda / (s j
    + lambda)) * theta j * w j + (lambda / (s j + lambda)) ^ 2 * theta j ^ 2) + 2 * base * sum r (fun j => (lambda
    / (s j + lambda)) ^ 2 * (s j / (s j + lambda)) * theta j ^ 2 - (s j / (s j + lambda)) ^ 2 * (lambda / (s j
    + lambda)) * w j ^ 2 - s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) - lambda / (s j
    + lambda)) * theta j * w j) + base ^ 2 * sum r (fun j => (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2
    * w j ^ 2 + 2 * (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * theta j * w j + (s j / (s j
    + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * theta j ^ 2) + 2 * (xi - base) * sum r (fun j => (s j / (s j
    + lambda) * w j - lambda / (s j + lambda) * theta j + base * (- (lambda / (s j + lambda) * (s j / (s j + lambda))
    * (theta j + w j)))) * (- (lambda / (s j + lambda) * (s j / (s j + lambda)) * (theta j + w j)))) + (xi - base) ^ 2
    * sum r (fun j => (s j / (s j + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * w j ^ 2 + 2 * (s j / (s j
    + lambda)) ^ 2 * (lambda / (s j + lambda)) ^ 2 * theta j * w j + (s j / (s j + lambda)) ^ 2 * (lambda / (s j
    + lambda)) ^ 2 * theta j ^ 2).
Proof. identity. Qed.

(** its expectation is the expected error: Σ E[(off_j + xi*turn_j)^2] = error - residualSignal *)
Lemma derivation_2_step_10 (r : nat) (lambda xi noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) (E : nat -> (R -> R) -> R)
  (E_linear : forall j, linear (E j)) (moment_0 : forall j, E j (fun w => w ^ 0) = 1)
  (moment_1 : forall j, E j (fun w => w ^ 1) = 0) (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j) :
  sum r (fun j => E j (fun w => (s j / (s j + lambda) * w - lambda / (s j + lambda) * theta j + xi * (- (lambda / (s j
    + lambda) * (s j / (s j + lambda)) * (theta j + w)))) ^ 2))
  = residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - residualSignal.
Proof.
  expectation
    (fun j : nat => [(lambda ^ 2 * s j ^ 2 * theta j ^ 2 + 2 * lambda ^ 2 * s j ^ 2 * theta j ^ 2 * xi + lambda ^ 2
    * s j ^ 2 * theta j ^ 2 * xi ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 * xi
    + lambda ^ 4 * theta j ^ 2) / (lambda + s j) ^ 4; ((-2) * lambda * s j ^ 3 * theta j + (-2) * lambda * s j ^ 3
    * theta j * xi + (-4) * lambda ^ 2 * s j ^ 2 * theta j + 2 * lambda ^ 2 * s j ^ 2 * theta j * xi ^ 2 + (-2)
    * lambda ^ 3 * s j * theta j + 2 * lambda ^ 3 * s j * theta j * xi) / (lambda + s j) ^ 4; (2 * lambda * s j ^ 3
    + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2
    * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4])
    (fun j : nat => (lambda ^ 2 * s j ^ 2 * theta j ^ 2 + 2 * lambda ^ 2 * s j ^ 2 * theta j ^ 2 * xi + lambda ^ 2
    * s j ^ 2 * theta j ^ 2 * xi ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 + 2 * lambda ^ 3 * s j * theta j ^ 2 * xi
    + lambda ^ 4 * theta j ^ 2) / (lambda + s j) ^ 4 * 1 + ((-2) * lambda * s j ^ 3 * theta j + (-2) * lambda * s j ^ 3
    * theta j * xi + (-4) * lambda ^ 2 * s j ^ 2 * theta j + 2 * lambda ^ 2 * s j ^ 2 * theta j * xi ^ 2 + (-2)
    * lambda ^ 3 * s j * theta j + 2 * lambda ^ 3 * s j * theta j * xi) / (lambda + s j) ^ 4 * 0 + (2 * lambda * s j ^ 3
    + (-2) * lambda * s j ^ 3 * xi + lambda ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * s j ^ 2 * xi + lambda ^ 2 * s j ^ 2
    * xi ^ 2 + s j ^ 4) / (lambda + s j) ^ 4 * (noiseVariance / s j)).
Qed.

(** * rotations in a plane keep distances, and the distribution of Gaussian noise *)

(** the squared length stays: so the error is the same in any orthonormal basis, and so is the density's exponent: (c*x
   - d*y)^2 + (d*x + c*y)^2 = x^2 + y^2 where c and d are cosine and sine of an angle *)
Lemma derivation_3_step_1 (c d x y : R) (angle_is_zero : c ^ 2 + d ^ 2 - 1 = 0) :
  (c * x - d * y) ^ 2 + (d * x + c * y) ^ 2
  = x ^ 2 + y ^ 2.
Proof. apply (given (x ^ 2 + y ^ 2) _ angle_is_zero). identity. Qed.

Lemma derivation_3_step_2_slope_1 (c d x y : R) :
  derivable_pt_lim (fun x => c * x - d * y)
  x
  (c * 1 - 0).
Proof. slope. Qed.

Lemma derivation_3_step_2_slope_2 (c d x y : R) :
  derivable_pt_lim (fun y => d * x + c * y)
  y
  (0 + c * 1).
Proof. slope. Qed.

Lemma derivation_3_step_2_slope_3 (c d x y : R) :
  derivable_pt_lim (fun y => c * x - d * y)
  y
  (0 - d * 1).
Proof. slope. Qed.

Lemma derivation_3_step_2_slope_4 (c d x y : R) :
  derivable_pt_lim (fun x => d * x + c * y)
  x
  (d * 1 + 0).
Proof. slope. Qed.

(** volumes stay, so that the density of the rotated noise is that of the noise (with derivation_3_step_2_slope_1,
   derivation_3_step_2_slope_2, derivation_3_step_2_slope_3, derivation_3_step_2_slope_4): diff(c*x - d*y, x)*diff(d*x +
   c*y, y) - diff(c*x - d*y, y)*diff(d*x + c*y, x) = 1 where c and d are cosine and sine of an angle *)
Lemma derivation_3_step_2 (c d : R) (angle_is_zero : c ^ 2 + d ^ 2 - 1 = 0) :
  (c * 1 - 0) * (0 + c * 1) - (0 - d * 1) * (d * 1 + 0)
  = 1.
Proof. apply (given (1) _ angle_is_zero). identity. Qed.

(** a reflection keeps squared lengths: (-x)^2 + y^2 = x^2 + y^2 *)
Lemma derivation_3_step_3 (x y : R) :
  (- x) ^ 2 + y ^ 2
  = x ^ 2 + y ^ 2.
Proof. identity. Qed.
