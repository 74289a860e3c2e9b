(** At a fixed λ, ξ* exceeds 1 exactly when the noise exceeds a threshold; then every ξ ≤ 1 is worse. For θ ≠ 0 and
   every λ, ξ*(λ) > 1 iff γ² > γ²_c(λ), and then every ξ ≤ 1 has a larger error than ξ*(λ), by (N − D)²/D at ξ = 1 and
   more below. ξ*(λ) is negative at γ = 0, strictly increasing in γ², and tends to ξ_V > 1. *)
(* Generated from the derivations of ridge/high-noise by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the noise above which ξ* exceeds 1 *)

(** N − D, whose sign is that of ξ* − 1, changes sign where γ² crosses the threshold: lambda*(N - D) = (noiseVariance -
   noiseThreshold)*sum(t_j^2) *)
Lemma derivation_1_step_1 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j
  / (s j + lambda) * (lambda / (s j + lambda))) ^ 2) <> 0) :
  lambda * (sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance
    / s j - lambda / (s j + lambda) * theta j ^ 2)) - sum r (fun j => (s j / (s j + lambda) * (lambda / (s j
    + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j)))
  = (noiseVariance - lambda * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (2 + lambda
    / s j) * theta j ^ 2) / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2))
    * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2).
Proof. identity. Qed.

(** λ > 0 and t² > 0: t_j^2 > 0 *)
Lemma derivation_1_step_2 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 / (lambda + s j) ^ 4). Qed.

(** * what ξ = 1, the best of all ξ ≤ 1, loses above the threshold *)

(** e(λ, 1) − e(λ, ξ* ) = (N − D)²/D: (teacherError - 2*N + D) - (teacherError - gain) = imitationLoss *)
Lemma derivation_2_step_1 (N D teacherError : R) (defined_1 : D <> 0) :
  teacherError - 2 * N + D - (teacherError - N ^ 2 / D)
  = (N - D) ^ 2 / D.
Proof. identity. Qed.

(** as 1 − ξ is added, the error grows by 2(N − D)(1 − ξ) + D(1 − ξ)², both > 0 where N > D > 0 and ξ < 1: (teacherError
   - 2*N*xi + D*xi^2) - (teacherError - 2*N + D) = 2*(N - D)*(1 - xi) + D*(1 - xi)^2 *)
Lemma derivation_2_step_2 (xi N D teacherError : R) :
  teacherError - 2 * N * xi + D * xi ^ 2 - (teacherError - 2 * N + D)
  = 2 * (N - D) * (1 - xi) + D * (1 - xi) ^ 2.
Proof. identity. Qed.

(** * ξ* is negative without noise and rises strictly with it *)

(** without noise N is a sum: at(N, noiseVariance, 0) = -sum(t_j*b_j*theta_j^2) *)
Lemma derivation_3_step_1 (r : nat) (lambda : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * 0 / s j - lambda / (s j
    + lambda) * theta j ^ 2))
  = - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2).
Proof. identity. Qed.

(** that adds up minus what is ≥ 0 in every mode: t_j*b_j*theta_j^2 ≥ 0 *)
Lemma derivation_3_step_2 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 <= s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j * theta j ^ 2 / (lambda + s j) ^ 3). Qed.

(** and > 0 in a mode with signal, of which there is one: t_j*b_j*theta_j^2 > 0 *)
Lemma derivation_3_step_3 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (theta_j_nonzero : theta j <> 0) :
  0 < s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j * theta j ^ 2 / (lambda + s j) ^ 3). Qed.

(** ξ*(γ′²) − ξ*(γ²), times both D, is γ′² − γ² times a factor: at(N, noiseVariance, moreNoise)*D - N*at(D,
   noiseVariance, moreNoise) = (moreNoise - noiseVariance)*(sum(t_j*a_j/s_j)*sum(t_j^2*theta_j^2) +
   sum(t_j*b_j*theta_j^2)*sum(t_j^2/s_j)) *)
Lemma derivation_3_step_4 (r : nat) (lambda noiseVariance moreNoise : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j)
  (moreNoise_positive : 0 < moreNoise) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * moreNoise / s j - lambda
    / (s j + lambda) * theta j ^ 2)) * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
    * (theta j ^ 2 + noiseVariance / s j)) - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j
    / (s j + lambda) * noiseVariance / s j - lambda / (s j + lambda) * theta j ^ 2)) * sum r (fun j => (s j / (s j
    + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + moreNoise / s j))
  = (moreNoise - noiseVariance) * (sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j
    + lambda)) / s j) * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2)
    + sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2)
    * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j)).
Proof. identity. Qed.

(** whose sums are > 0: the first, in every mode: t_j*a_j/s_j > 0 *)
Lemma derivation_3_step_5 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j.
Proof. sign_of (lambda * s j ^ 2 / (s j * (lambda + s j) ^ 3)). Qed.

(** the last as well: t_j^2/s_j > 0 *)
Lemma derivation_3_step_6 (lambda : R) (s : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j.
Proof. sign_of (lambda ^ 2 * s j ^ 2 / (s j * (lambda + s j) ^ 4)). Qed.

(** and the second, ≥ 0 in every mode: t_j^2*theta_j^2 ≥ 0 *)
Lemma derivation_3_step_7 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) :
  0 <= (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 * theta j ^ 2 / (lambda + s j) ^ 4). Qed.

(** and > 0 in a mode with signal, as the third is: t_j^2*theta_j^2 > 0 *)
Lemma derivation_3_step_8 (lambda : R) (s theta : nat -> R) (j : nat) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (theta_j_nonzero : theta j <> 0) :
  0 < (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2.
Proof. sign_of (lambda ^ 2 * s j ^ 2 * theta j ^ 2 / (lambda + s j) ^ 4). Qed.

(** * with growing noise ξ* tends to ξ_V > 1 *)

(** N = γ²p − q: N = noiseVariance*sum(t_j*a_j/s_j) - sum(t_j*b_j*theta_j^2) *)
Lemma derivation_4_step_1 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance / s j
    - lambda / (s j + lambda) * theta j ^ 2))
  = noiseVariance * sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    - sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (lambda / (s j + lambda)) * theta j ^ 2).
Proof. identity. Qed.

(** D = γ²r + u: D = noiseVariance*sum(t_j^2/s_j) + sum(t_j^2*theta_j^2) *)
Lemma derivation_4_step_2 (r : nat) (lambda noiseVariance : R) (s theta : nat -> R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s_positive : forall j, 0 < s j) :
  sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * (theta j ^ 2 + noiseVariance / s j))
  = noiseVariance * sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j) + sum r (fun j => (s j
    / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 * theta j ^ 2).
Proof. identity. Qed.

(** ξ_V = p/r: varianceXi = sum(t_j*a_j/s_j)/sum(t_j^2/s_j) *)
Lemma derivation_4_step_3 (r : nat) (lambda : R) (s : nat -> R) (lambda_positive : 0 < lambda)
  (s_positive : forall j, 0 < s j) (defined_1 : sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
  / s j) <> 0) :
  sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j)
  = sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda)) / s j)
    / sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2 / s j).
Proof. identity. Qed.

(** so ξ* is below ξ_V by what falls like 1/γ²: p/r - (noiseVariance*p - q)/(noiseVariance*r + u) = (p*u +
   q*r)/(r*(noiseVariance*r + u)) *)
Lemma derivation_4_step_4 (noiseVariance p q r' u : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (p_positive : 0 < p) (q_nonnegative : 0 <= q) (r'_positive : 0 < r') (u_nonnegative : 0 <= u)
  (defined_1 : noiseVariance * r' + u <> 0) :
  p / r' - (noiseVariance * p - q) / (noiseVariance * r' + u)
  = (p * u + q * r') / (r' * (noiseVariance * r' + u)).
Proof. identity. Qed.

(** which is not negative: (p*u + q*r)/(r*(noiseVariance*r + u)) ≥ 0 *)
Lemma derivation_4_step_5 (noiseVariance p q r' u : R) (noiseVariance_positive : 0 < noiseVariance) (p_positive : 0 < p)
  (q_nonnegative : 0 <= q) (r'_positive : 0 < r') (u_nonnegative : 0 <= u) :
  0 <= (p * u + q * r') / (r' * (noiseVariance * r' + u)).
Proof.
  assert (hidden_1 : noiseVariance * r' + u <> 0) by (intros; apply positive_nonzero; sign_of (noiseVariance * r' + u)).
  sign_of ((p * u + q * r') / (noiseVariance * r' ^ 2 + r' * u)).
Qed.
