(** The best imitation corrects the regularization: ξ* < 0 where the teacher's error rises in λ, > 0 where it falls. In
   every fixed error metric M ≥ 0, N = −(λ/2) ∂e(λ, 0)/∂λ. So where D > 0, ξ*(λ) has the sign of −∂e(λ, 0)/∂λ, and is 0
   at an interior optimal λ. Where D = 0, as may be for a singular M, N = 0 too: the error is the same for every ξ, and
   there is no ξ*. *)
(* Generated from the derivations of ridge/sign-rule by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * N is minus half the slope of the teacher's error in log λ *)

Lemma derivation_1_step_1_slope_1 (r : nat) (lambda noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j
    + lambda)))) ^ 2 * theta j ^ 2) + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2
    * noiseVariance / s j))
  lambda
  (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
    + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
    + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
    * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** λ de(λ, 0)/dλ = −2N (with derivation_1_step_1_slope_1): lambda*teacherSlope = -2*N *)
Lemma derivation_1_step_1 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  lambda * (0 + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0
    * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda
    / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1)
    / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda)
    - lambda * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1
    / s j))
  = (-2) * sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance
    / s j - lambda / (s j + lambda) * theta j ^ 2)).
Proof. identity. Qed.

(** so at an interior optimal λ, N = 0 and ξ* = 0 (with derivation_1_step_1_slope_1): N = 0 where λ is stationary for
   the teacher's error *)
Lemma derivation_1_step_2 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (stationary_is_zero : 0
  + sum r (fun j => theta j ^ 2 * 2 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
  / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2))) * (lambda / (s j
  + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 1) + sum r (fun j => noiseVariance * 2 * ((- s j) * (0 + 1) / (s j
  + lambda) ^ 2 * (1 - 0 * (lambda / (s j + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda
  * (0 + 1)) / (s j + lambda) ^ 2))) * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j) = 0) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance / s j
    - lambda / (s j + lambda) * theta j ^ 2))
  = 0.
Proof. apply (given ((- lambda) / 2) _ stationary_is_zero). identity. Qed.

(** * the same in one direction m, and so in every metric *)

(** the error is the square of what the mean estimate lacks, and Σ E m²g²w², as the w_j are uncorrelated: Σ
   E[(m_j*g_j*w_j)^2] = directionError - (outside + sum(m_j*(theta_j - g_j*theta_j)))^2 *)
Lemma derivation_2_step_1 (r : nat) (lambda xi noiseVariance outside : R) (s theta m : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (E : nat -> (R -> R) -> R) (E_linear : forall j, linear (E j)) (moment_0 : forall j, E j (fun w => w ^ 0) = 1)
  (moment_1 : forall j, E j (fun w => w ^ 1) = 0) (moment_2 : forall j, E j (fun w => w ^ 2) = noiseVariance / s j) :
  sum r (fun j => E j (fun w => (m j * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) * w) ^ 2))
  = (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) * theta j)) ^ 2
    + sum r (fun j => m j ^ 2 * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - (outside + sum r (fun j => m j * (theta j - s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))
    * theta j))) ^ 2.
Proof.
  expectation
    (fun j : nat => [0; 0; (2 * lambda * m j ^ 2 * s j ^ 3 + (-2) * lambda * m j ^ 2 * s j ^ 3 * xi + lambda ^ 2
    * m j ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * m j ^ 2 * s j ^ 2 * xi + lambda ^ 2 * m j ^ 2 * s j ^ 2 * xi ^ 2 + m j ^ 2
    * s j ^ 4) / (lambda + s j) ^ 4])
    (fun j : nat => 0 * 1 + 0 * 0 + (2 * lambda * m j ^ 2 * s j ^ 3 + (-2) * lambda * m j ^ 2 * s j ^ 3 * xi
    + lambda ^ 2 * m j ^ 2 * s j ^ 2 + (-2) * lambda ^ 2 * m j ^ 2 * s j ^ 2 * xi + lambda ^ 2 * m j ^ 2 * s j ^ 2
    * xi ^ 2 + m j ^ 2 * s j ^ 4) / (lambda + s j) ^ 4 * (noiseVariance / s j)).
Qed.

(** the error is a quadratic in ξ: directionError = at(directionError, xi, 0) - 2*directionN*xi + directionD*xi^2 *)
Lemma derivation_2_step_2 (r : nat) (lambda xi noiseVariance outside : R) (s theta m : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + xi * (s j / (s j + lambda)))) * theta j)) ^ 2
    + sum r (fun j => m j ^ 2 * (s j / (s j + lambda) * (1 - xi * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
  = (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) * theta j)) ^ 2
    + sum r (fun j => m j ^ 2 * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - 2 * (sum r (fun j => m j ^ 2 * (s j / (s j + lambda)) * (s j / (s j + lambda) * (lambda / (s j + lambda)))
    * noiseVariance / s j) - (outside + sum r (fun j => m j * (lambda / (s j + lambda)) * theta j))
    * sum r (fun j => m j * (s j / (s j + lambda) * (lambda / (s j + lambda))) * theta j)) * xi + (sum r (fun j => m j
    * (s j / (s j + lambda) * (lambda / (s j + lambda))) * theta j) ^ 2 + sum r (fun j => m j ^ 2 * (s j / (s j
    + lambda) * (lambda / (s j + lambda))) ^ 2 * noiseVariance / s j)) * xi ^ 2.
Proof. identity. Qed.

Lemma derivation_2_step_3_slope_1 (r : nat) (lambda noiseVariance outside : R) (s theta m : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  derivable_pt_lim (fun lambda => (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j
    + lambda)))) * theta j)) ^ 2 + sum r (fun j => m j ^ 2 * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j
    + lambda)))) ^ 2 * noiseVariance / s j))
  lambda
  (2 * (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) * theta j)) ^ 1
    * (0 + sum r (fun j => theta j * m j * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2 * (1 + 0 * (s j
    / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)))))
    + sum r (fun j => noiseVariance * m j ^ 2 * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j
    + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)))
    * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j)).
Proof. slope. Qed.

(** λ de_m(λ, 0)/dλ = −2N_m (with derivation_2_step_3_slope_1): lambda*diff(at(directionError, xi, 0), lambda) =
   -2*directionN *)
Lemma derivation_2_step_3 (r : nat) (lambda noiseVariance outside : R) (s theta m : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  lambda * (2 * (outside + sum r (fun j => m j * (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda))))
    * theta j)) ^ 1 * (0 + sum r (fun j => theta j * m j * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2
    * (1 + 0 * (s j / (s j + lambda))) + lambda / (s j + lambda) * (0 + 0 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2)))))
    + sum r (fun j => noiseVariance * m j ^ 2 * 2 * ((- s j) * (0 + 1) / (s j + lambda) ^ 2 * (1 - 0 * (lambda / (s j
    + lambda))) + s j / (s j + lambda) * (0 - 0 * ((1 * (s j + lambda) - lambda * (0 + 1)) / (s j + lambda) ^ 2)))
    * (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 1 / s j))
  = (-2) * (sum r (fun j => m j ^ 2 * (s j / (s j + lambda)) * (s j / (s j + lambda) * (lambda / (s j + lambda)))
    * noiseVariance / s j) - (outside + sum r (fun j => m j * (lambda / (s j + lambda)) * theta j))
    * sum r (fun j => m j * (s j / (s j + lambda) * (lambda / (s j + lambda))) * theta j)).
Proof. identity. Qed.

(** D_m is a square and terms: directionD - sum(m_j*t_j*theta_j)^2 = sum(m_j^2*t_j^2*noiseVariance/s_j) *)
Lemma derivation_2_step_4 (r : nat) (lambda noiseVariance : R) (s theta m : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => m j * (s j / (s j + lambda) * (lambda / (s j + lambda))) * theta j) ^ 2 + sum r (fun j => m j ^ 2
    * (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * noiseVariance / s j) - sum r (fun j => m j * (s j / (s j
    + lambda) * (lambda / (s j + lambda))) * theta j) ^ 2
  = sum r (fun j => m j ^ 2 * (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * noiseVariance / s j).
Proof. identity. Qed.

(** that are ≥ 0: m_j^2*t_j^2*noiseVariance/s_j ≥ 0 *)
Lemma derivation_2_step_5 (lambda noiseVariance : R) (s m : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  0 <= m j ^ 2 * (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * noiseVariance / s j.
Proof. sign_of (lambda ^ 2 * m j ^ 2 * noiseVariance * s j ^ 2 / (s j * (lambda + s j) ^ 4)). Qed.

(** where D_m = 0 the square is 0, which leaves of N_m these terms: directionN = sum(m_j^2*a_j*t_j*noiseVariance/s_j)
   where the mean estimate does not move along m *)
Lemma derivation_2_step_6 (r : nat) (lambda noiseVariance outside : R) (s theta m : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (unmoved_is_zero : sum r (fun j => m j * (s j / (s j + lambda) * (lambda / (s j + lambda))) * theta j) = 0) :
  sum r (fun j => m j ^ 2 * (s j / (s j + lambda)) * (s j / (s j + lambda) * (lambda / (s j + lambda))) * noiseVariance
    / s j) - (outside + sum r (fun j => m j * (lambda / (s j + lambda)) * theta j)) * sum r (fun j => m j * (s j / (s j
    + lambda) * (lambda / (s j + lambda))) * theta j)
  = sum r (fun j => m j ^ 2 * (s j / (s j + lambda)) * (s j / (s j + lambda) * (lambda / (s j + lambda)))
    * noiseVariance / s j).
Proof.
  apply (given (- (outside + sum r (fun j => m j * (lambda / (s j + lambda)) * theta j))) _ unmoved_is_zero).
  identity.
Qed.

(** each a multiple of a term of D_m, which is 0: so N_m = 0: m_j^2*a_j*t_j*noiseVariance/s_j =
   (a_j/t_j)*(m_j^2*t_j^2*noiseVariance/s_j) *)
Lemma derivation_2_step_7 (lambda noiseVariance : R) (s m : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  m j ^ 2 * (s j / (s j + lambda)) * (s j / (s j + lambda) * (lambda / (s j + lambda))) * noiseVariance / s j
  = s j / (s j + lambda) / (s j / (s j + lambda) * (lambda / (s j + lambda))) * (m j ^ 2 * (s j / (s j + lambda)
    * (lambda / (s j + lambda))) ^ 2 * noiseVariance / s j).
Proof. identity. Qed.
