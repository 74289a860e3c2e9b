(** With three modes, self-distillation may beat every ridge although S(λ°) > 0. There are problems of three modes with
   S(λ°) > 0 at the best ridge λ° where inf e(λ, ξ) < min e(λ, 0), and problems where no pair attains the infimum: it is
   approached only as λ → ∞, where g ∝ s and e tends to θ_⊥² + Σθ² − (Σsθ²)²/(Σs²θ² + γ²Σs), or only as λ → 0, where 1 −
   g ∝ 1/s. *)
(* Generated from the derivations of ridge/condition-not-necessary by npm run proofs:coq; docs/coq.md says how to read
   it. *)

From SdTheorems Require Import SumsOverModes.

(** * as λ → ∞ with ξ = −cλ the student tends to g = cs, one step of gradient descent *)

(** its shrinkage by y = 1/λ: at(at(g_j, xi, -c*lambda), lambda, 1/y) = s_j*y/(1 + s_j*y) + c*s_j/(1 + s_j*y)^2 *)
Lemma derivation_1_step_1 (y c : R) (s : nat -> R) (j : nat) (s_positive : forall j, 0 < s j) (y_positive : 0 < y) :
  s j / (s j + 1 / y) * (1 - (- c) * (1 / y) * (1 / y / (s j + 1 / y)))
  = s j * y / (1 + s j * y) + c * s j / (1 + s j * y) ^ 2.
Proof. identity. Qed.

(** which is continuous, and cs at y = 0: at(s_j*y/(1 + s_j*y) + c*s_j/(1 + s_j*y)^2, y, 0) = c*s_j *)
Lemma derivation_1_step_2 (c : R) (s : nat -> R) (j : nat) (s_positive : forall j, 0 < s j) :
  s j * 0 / (1 + s j * 0) + c * s j / (1 + s j * 0) ^ 2
  = c * s j.
Proof. assert (hidden_1 : 1 + s j * 0 <> 0) by (intros; apply positive_nonzero; sign_of (1)). identity. Qed.

(** the error of g = cs is a quadratic in c: residualSignal + sum((1 - c*s_j)^2*theta_j^2 + (c*s_j)^2*noiseVariance/s_j)
   = residualSignal + sum(theta_j^2) - 2*c*farPull + c^2*farCurvature *)
Lemma derivation_1_step_3 (r : nat) (noiseVariance residualSignal c : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (1 - c * s j) ^ 2 * theta j ^ 2 + (c * s j) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => theta j ^ 2) - 2 * c * sum r (fun j => s j * theta j ^ 2) + c ^ 2
    * sum r (fun j => s j * (s j * theta j ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** whose curvature is a sum: farCurvature = sum(s_j*(s_j*theta_j^2 + noiseVariance)) *)
Lemma derivation_1_step_4 (r : nat) (noiseVariance : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => s j * (s j * theta j ^ 2 + noiseVariance))
  = sum r (fun j => s j * (s j * theta j ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** of terms > 0 if there is noise: it has a minimum: s_j*(s_j*theta_j^2 + noiseVariance) > 0 *)
Lemma derivation_1_step_5 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_positive : 0 < noiseVariance) (s_positive : forall j, 0 < s j) :
  0 < s j * (s j * theta j ^ 2 + noiseVariance).
Proof. sign_of (noiseVariance * s j + s j ^ 2 * theta j ^ 2). Qed.

(** * as λ → 0 with ξ = κ/λ the student tends to g = 1 − κ/s *)

(** its shrinkage: at(g_j, xi, kappa/lambda) = s_j/(s_j + lambda) - kappa*s_j/(s_j + lambda)^2 *)
Lemma derivation_2_step_1 (lambda kappa : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  s j / (s j + lambda) * (1 - kappa / lambda * (lambda / (s j + lambda)))
  = s j / (s j + lambda) - kappa * s j / (s j + lambda) ^ 2.
Proof. identity. Qed.

(** is continuous, and 1 − κ/s at λ = 0: at(s_j/(s_j + lambda) - kappa*s_j/(s_j + lambda)^2, lambda, 0) = 1 - kappa/s_j
   *)
Lemma derivation_2_step_2 (kappa : R) (s : nat -> R) (j : nat) (s_positive : forall j, 0 < s j) :
  s j / (s j + 0) - kappa * s j / (s j + 0) ^ 2
  = 1 - kappa / s j.
Proof. assert (hidden_1 : s j + 0 <> 0) by (intros; apply positive_nonzero; sign_of (s j)). identity. Qed.

(** the error of g = 1 − κ/s is a quadratic in κ: residualSignal + sum((kappa/s_j)^2*theta_j^2 + (1 -
   kappa/s_j)^2*noiseVariance/s_j) = residualSignal + sum(noiseVariance/s_j) - 2*kappa*nearPull + kappa^2*nearCurvature
   *)
Lemma derivation_2_step_3 (r : nat) (noiseVariance residualSignal kappa : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (kappa / s j) ^ 2 * theta j ^ 2 + (1 - kappa / s j) ^ 2 * noiseVariance / s j)
  = residualSignal + sum r (fun j => noiseVariance / s j) - 2 * kappa * sum r (fun j => noiseVariance / s j ^ 2)
    + kappa ^ 2 * sum r (fun j => (theta j ^ 2 + noiseVariance / s j) / s j ^ 2).
Proof. identity. Qed.

(** whose curvature is a sum: nearCurvature = sum((theta_j^2 + noiseVariance/s_j)/s_j^2) *)
Lemma derivation_2_step_4 (r : nat) (noiseVariance : R) (s theta : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => (theta j ^ 2 + noiseVariance / s j) / s j ^ 2)
  = sum r (fun j => (theta j ^ 2 + noiseVariance / s j) / s j ^ 2).
Proof. identity. Qed.

(** of terms > 0 if there is noise: it has a minimum: (theta_j^2 + noiseVariance/s_j)/s_j^2 > 0 *)
Lemma derivation_2_step_5 (noiseVariance : R) (s theta : nat -> R) (j : nat)
  (noiseVariance_positive : 0 < noiseVariance) (s_positive : forall j, 0 < s j) :
  0 < (theta j ^ 2 + noiseVariance / s j) / s j ^ 2.
Proof. sign_of ((noiseVariance + s j * theta j ^ 2) / s j ^ 3). Qed.

(** * the least errors in the two limits *)

(** as λ → ∞ every c is worse than p/q by a square times q: residualSignal + sum(theta_j^2) - 2*c*farPull +
   c^2*farCurvature - limitFar = farCurvature*(c - farPull/farCurvature)^2 *)
Lemma derivation_3_step_1 (r : nat) (residualSignal farPull farCurvature c : R) (theta : nat -> R)
  (residualSignal_nonnegative : 0 <= residualSignal) (defined_1 : farCurvature <> 0) :
  residualSignal + sum r (fun j => theta j ^ 2) - 2 * c * farPull + c ^ 2 * farCurvature - (residualSignal
    + sum r (fun j => theta j ^ 2) - farPull ^ 2 / farCurvature)
  = farCurvature * (c - farPull / farCurvature) ^ 2.
Proof. identity. Qed.

(** and as λ → 0 every κ: residualSignal + sum(noiseVariance/s_j) - 2*kappa*nearPull + kappa^2*nearCurvature - limitNear
   = nearCurvature*(kappa - nearPull/nearCurvature)^2 *)
Lemma derivation_3_step_2 (r : nat) (noiseVariance residualSignal nearPull nearCurvature kappa : R) (s : nat -> R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (residualSignal_nonnegative : 0 <= residualSignal)
  (s_positive : forall j, 0 < s j) (defined_1 : nearCurvature <> 0) :
  residualSignal + sum r (fun j => noiseVariance / s j) - 2 * kappa * nearPull + kappa ^ 2 * nearCurvature
    - (residualSignal + sum r (fun j => noiseVariance / s j) - nearPull ^ 2 / nearCurvature)
  = nearCurvature * (kappa - nearPull / nearCurvature) ^ 2.
Proof. identity. Qed.
