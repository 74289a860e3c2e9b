(** Pure imitation beats the teacher exactly where ξ* > ½. For γ > 0 or some θ_j ≠ 0, e(λ, 0) − e(λ, 1) = 2N − D =
   2D(ξ*(λ) − ½) with D > 0: at ξ = 1 the student beats the teacher iff ξ*(λ) > ½, and ties iff ξ*(λ) = ½. *)
(* Generated from the derivations of ridge/student-beats-teacher by npm run proofs:coq; docs/coq.md says how to read it.
   *)

From SdTheorems Require Import SumsOverModes.

(** * what pure imitation gains, from the quadratic in ξ *)

(** e(λ, 0) − e(λ, 1) = 2N − D: at(error, xi, 0) - at(error, xi, 1) = imitationGain *)
Lemma derivation_1_step_1 (r : nat) (lambda noiseVariance residualSignal : R) (s theta : nat -> R)
  (lambda_positive : 0 < lambda) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (residualSignal_nonnegative : 0 <= residualSignal) (s_positive : forall j, 0 < s j) :
  residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 0 * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - 0 * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j)
    - (residualSignal + sum r (fun j => (lambda / (s j + lambda) * (1 + 1 * (s j / (s j + lambda)))) ^ 2 * theta j ^ 2)
    + sum r (fun j => (s j / (s j + lambda) * (1 - 1 * (lambda / (s j + lambda)))) ^ 2 * noiseVariance / s j))
  = 2 * sum r (fun j => s j / (s j + lambda) * (lambda / (s j + lambda)) * (s j / (s j + lambda) * noiseVariance / s j
    - lambda / (s j + lambda) * theta j ^ 2)) - sum r (fun j => (s j / (s j + lambda) * (lambda / (s j + lambda))) ^ 2
    * (theta j ^ 2 + noiseVariance / s j)).
Proof. identity. Qed.

(** * its sign is that of ξ* − ½ *)

(** 2N − D = 2D(ξ* − ½): imitationGain = 2*D*(optimalXi - 1/2) *)
Lemma derivation_2_step_1 (N D : R) (defined_1 : D <> 0) :
  2 * N - D
  = 2 * D * (N / D - 1 / 2).
Proof. identity. Qed.
