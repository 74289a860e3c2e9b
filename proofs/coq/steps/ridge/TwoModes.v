(** With two modes, s₁ > s₂, and noise, self-distillation beats every ridge exactly where θ₁² > θ₂². For r = 2, s_1 >
   s_2 and γ > 0, inf e(λ, ξ) < inf e(λ, 0) iff θ_1² > θ_2². Then the infimum is the oracle's error unless both α and δ
   are negative, when it is above. It is attained where α > 0 or δ > 0, at the positive roots of αλ² − 2βλ + γ²δ, [α >
   0] + [δ > 0] of them; for α, δ ≤ 0 the oracle lies in a wedge that no tangent of the ridge path enters, and the
   infimum is only approached, as λ → 0 or λ → ∞. *)
(* Generated from the derivations of ridge/two-modes by npm run proofs:coq; docs/coq.md says how to read it. *)

From SdTheorems Require Import SumsOverModes.

(** * the ridge path is convex, and self-distillation sweeps its tangents *)

(** the teacher's two shrinkages lie on the path: at(path, x, a1) = a2 *)
Lemma derivation_1_step_1 (lambda s1 s2 : R) (lambda_positive : 0 < lambda) (s1_positive : 0 < s1)
  (s2_positive : 0 < s2) :
  s2 * (s1 / (s1 + lambda)) / (s2 * (s1 / (s1 + lambda)) + s1 * (1 - s1 / (s1 + lambda)))
  = s2 / (s2 + lambda).
Proof.
  assert (hidden_1 : s2 * (s1 / (s1 + lambda)) + s1 * (1 - s1 / (s1
    + lambda)) <> 0) by (intros; apply positive_nonzero; sign_of ((lambda * s1 + s1 * s2) / (lambda + s1))).
  identity.
Qed.

Lemma derivation_1_step_2_slope_1 (s1 s2 x : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s2 * x + s1 * (1 - x) <> 0) :
  derivable_pt_lim (fun x => s2 * x / (s2 * x + s1 * (1 - x)))
  x
  ((s2 * 1 * (s2 * x + s1 * (1 - x)) - s2 * x * (s2 * 1 + s1 * (0 - 1))) / (s2 * x + s1 * (1 - x)) ^ 2).
Proof. slope. Qed.

Lemma derivation_1_step_2_slope_2 (s1 s2 x : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s2 * x + s1 * (1 - x) <> 0) :
  derivable_pt_lim (fun x => (s2 * 1 * (s2 * x + s1 * (1 - x)) - s2 * x * (s2 * 1 + s1 * (0 - 1))) / (s2 * x + s1 * (1
    - x)) ^ 2)
  x
  (((s2 * 1 * (s2 * 1 + s1 * (0 - 1)) - (s2 * 1 + s1 * (0 - 1)) * s2 * 1) * (s2 * x + s1 * (1 - x)) ^ 2 - (s2 * 1 * (s2
    * x + s1 * (1 - x)) - s2 * x * (s2 * 1 + s1 * (0 - 1))) * 2 * (s2 * 1 + s1 * (0 - 1)) * (s2 * x + s1 * (1 - x)) ^ 1)
    / ((s2 * x + s1 * (1 - x)) ^ 2) ^ 2).
Proof. slope. Qed.

(** the path's curvature (with derivation_1_step_2_slope_1, derivation_1_step_2_slope_2): diff(diff(path, x), x) =
   2*s1*s2*(s1 - s2)/(s2*x + s1*(1 - x))^3 *)
Lemma derivation_1_step_2 (s1 s2 x : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s2 * x + s1 * (1 - x) <> 0) :
  ((s2 * 1 * (s2 * 1 + s1 * (0 - 1)) - (s2 * 1 + s1 * (0 - 1)) * s2 * 1) * (s2 * x + s1 * (1 - x)) ^ 2 - (s2 * 1 * (s2
    * x + s1 * (1 - x)) - s2 * x * (s2 * 1 + s1 * (0 - 1))) * 2 * (s2 * 1 + s1 * (0 - 1)) * (s2 * x + s1 * (1 - x)) ^ 1)
    / ((s2 * x + s1 * (1 - x)) ^ 2) ^ 2
  = 2 * s1 * s2 * (s1 - s2) / (s2 * x + s1 * (1 - x)) ^ 3.
Proof. identity. Qed.

(** is positive for x ≤ 1: with s₁ = s₂ + d and x = 1 − w: 2*s1*s2*(s1 - s2)/(s2*x + s1*(1 - x))^3 > 0 where s1 = s2 +
   gap, x = 1 - w *)
Lemma derivation_1_step_3 (s1 s2 x gap w : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (gap_positive : 0 < gap)
  (w_nonnegative : 0 <= w) (at_1 : s1 = s2 + gap) (at_2 : x = 1 - w) :
  0 < 2 * s1 * s2 * (s1 - s2) / (s2 * x + s1 * (1 - x)) ^ 3.
Proof.
  assert (hidden_1 : s2 * (1 - w) + (s2 + gap) * (1 - (1 - w)) <> 0) by (intros; apply positive_nonzero; sign_of (gap
    * w + s2)).
  rewrite at_1, at_2.
  sign_of ((2 * gap * s2 ^ 2 + 2 * gap ^ 2 * s2) / (3 * gap * s2 ^ 2 * w + 3 * gap ^ 2 * s2 * w ^ 2 + gap ^ 3 * w ^ 3
    + s2 ^ 3)).
Qed.

(** the student lies on the tangent at its teacher (with derivation_1_step_2_slope_1): g2 - a2 = at(diff(path, x), x,
   a1)*(g1 - a1) *)
Lemma derivation_1_step_4 (lambda xi s1 s2 : R) (lambda_positive : 0 < lambda) (s1_positive : 0 < s1)
  (s2_positive : 0 < s2) :
  s2 / (s2 + lambda) * (1 - xi * (lambda / (s2 + lambda))) - s2 / (s2 + lambda)
  = (s2 * 1 * (s2 * (s1 / (s1 + lambda)) + s1 * (1 - s1 / (s1 + lambda))) - s2 * (s1 / (s1 + lambda)) * (s2 * 1 + s1
    * (0 - 1))) / (s2 * (s1 / (s1 + lambda)) + s1 * (1 - s1 / (s1 + lambda))) ^ 2 * (s1 / (s1 + lambda) * (1 - xi
    * (lambda / (s1 + lambda))) - s1 / (s1 + lambda)).
Proof.
  assert (hidden_1 : s2 * (s1 / (s1 + lambda)) + s1 * (1 - s1 / (s1
    + lambda)) <> 0) by (intros; apply positive_nonzero; sign_of ((lambda * s1 + s1 * s2) / (lambda + s1))).
  identity.
Qed.

(** a tangent leaves the path by a square (with derivation_1_step_2_slope_1): path - at(path, x, z) - at(diff(path, x),
   x, z)*(x - z) = s1*s2*(s1 - s2)*(x - z)^2/((s2*x + s1*(1 - x))*(s2*z + s1*(1 - z))^2) *)
Lemma derivation_1_step_5 (s1 s2 x z : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s2 * x + s1 * (1 - x) <> 0) (defined_2 : s2 * z + s1 * (1 - z) <> 0) :
  s2 * x / (s2 * x + s1 * (1 - x)) - s2 * z / (s2 * z + s1 * (1 - z)) - (s2 * 1 * (s2 * z + s1 * (1 - z)) - s2 * z * (s2
    * 1 + s1 * (0 - 1))) / (s2 * z + s1 * (1 - z)) ^ 2 * (x - z)
  = s1 * s2 * (s1 - s2) * (x - z) ^ 2 / ((s2 * x + s1 * (1 - x)) * (s2 * z + s1 * (1 - z)) ^ 2).
Proof. identity. Qed.

(** with a factor that is not negative: tangents lie under the path, for x ≤ 1: s1*s2*(s1 - s2)*(x - z)^2/((s2*x + s1*(1
   - x))*(s2*z + s1*(1 - z))^2) ≥ 0 where x - z = v, s2*z + s1*(1 - z) = y, s1 = s2 + gap, x = 1 - w *)
Lemma derivation_1_step_6 (s1 s2 x gap z w v y : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (gap_positive : 0 < gap) (w_nonnegative : 0 <= w) (y_positive : 0 < y) (at_1 : x - z = v)
  (at_2 : s2 * z + s1 * (1 - z) = y) (at_3 : s1 = s2 + gap) (at_4 : x = 1 - w) :
  0 <= s1 * s2 * (s1 - s2) * (x - z) ^ 2 / ((s2 * x + s1 * (1 - x)) * (s2 * z + s1 * (1 - z)) ^ 2).
Proof.
  assert (hidden_1 : s2 * (1 - w) + (s2 + gap) * (1 - (1 - w)) <> 0) by (intros; apply positive_nonzero; sign_of (gap
    * w + s2)).
  rewrite at_1, at_2, at_3, at_4.
  sign_of ((gap * s2 ^ 2 * v ^ 2 + gap ^ 2 * s2 * v ^ 2) / (gap * w * y ^ 2 + s2 * y ^ 2)).
Qed.

(** * the oracle lies under the path exactly where θ₁² > θ₂² *)

(** the oracle's depth under the path has the sign of θ₁² − θ₂²: at(path, x, oracle1) - oracle2 =
   s2*noiseVariance*(theta1^2 - theta2^2)/((s2*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance)) *)
Lemma derivation_2_step_1 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance))
  + s1 * (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) <> 0)
  (defined_2 : s1 * theta1 ^ 2 + noiseVariance <> 0) (defined_3 : s2 * theta2 ^ 2 + noiseVariance <> 0)
  (defined_4 : s2 * theta1 ^ 2 + noiseVariance <> 0) :
  s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) / (s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2
    + noiseVariance)) + s1 * (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance))) - s2 * theta2 ^ 2 / (s2
    * theta2 ^ 2 + noiseVariance)
  = s2 * noiseVariance * (theta1 ^ 2 - theta2 ^ 2) / ((s2 * theta1 ^ 2 + noiseVariance) * (s2 * theta2 ^ 2
    + noiseVariance)).
Proof. identity. Qed.

(** as it is positive for θ₁² > θ₂²: s2*noiseVariance*(theta1^2 - theta2^2)/((s2*theta1^2 + noiseVariance)*(s2*theta2^2
   + noiseVariance)) > 0 where theta1^2 - theta2^2 = excess *)
Lemma derivation_2_step_2 (noiseVariance s2 theta1 theta2 excess : R) (noiseVariance_positive : 0 < noiseVariance)
  (s2_positive : 0 < s2) (excess_positive : 0 < excess) (at_1 : theta1 ^ 2 - theta2 ^ 2 = excess) :
  0 < s2 * noiseVariance * (theta1 ^ 2 - theta2 ^ 2) / ((s2 * theta1 ^ 2 + noiseVariance) * (s2 * theta2 ^ 2
    + noiseVariance)).
Proof.
  assert (hidden_1 : s2 * theta1 ^ 2 + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (noiseVariance
    + s2 * theta1 ^ 2)).
  assert (hidden_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) by (intros; apply positive_nonzero; sign_of (noiseVariance
    + s2 * theta2 ^ 2)).
  rewrite at_1.
  sign_of (excess * noiseVariance * s2 / (noiseVariance * s2 * theta1 ^ 2 + noiseVariance * s2 * theta2 ^ 2
    + noiseVariance ^ 2 + s2 ^ 2 * theta1 ^ 2 * theta2 ^ 2)).
Qed.

(** * the λ whose tangents pass through the oracle are the positive roots of αλ² − 2βλ + γ²δ *)

(** the first mode is at the oracle for ξ = ξ₁: at(g1, xi, xi1) = oracle1 *)
Lemma derivation_3_step_1 (lambda noiseVariance s1 theta1 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1)
  (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0) :
  s1 / (s1 + lambda) * (1 - (s1 + lambda) * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2
    + noiseVariance)) * (lambda / (s1 + lambda)))
  = s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance).
Proof. identity. Qed.

(** the second for ξ = ξ₂: at(g2, xi, xi2) = oracle2 *)
Lemma derivation_3_step_2 (lambda noiseVariance s2 theta2 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s2_positive : 0 < s2)
  (defined_1 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  s2 / (s2 + lambda) * (1 - (s2 + lambda) * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2
    + noiseVariance)) * (lambda / (s2 + lambda)))
  = s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance).
Proof. identity. Qed.

(** ξ₁ = ξ₂ exactly where the quadratic vanishes: xi1 - xi2 = quadratic/(lambda*(s1*theta1^2 +
   noiseVariance)*(s2*theta2^2 + noiseVariance)) *)
Lemma derivation_3_step_3 (lambda noiseVariance s1 s2 theta1 theta2 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0) (defined_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  (s1 + lambda) * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2 + noiseVariance)) - (s2 + lambda)
    * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2 + noiseVariance))
  = ((theta1 ^ 2 * theta2 ^ 2 * (s1 - s2) - noiseVariance * (theta1 ^ 2 - theta2 ^ 2)) * lambda ^ 2 - 2 * (noiseVariance
    * (s1 * theta1 ^ 2 - s2 * theta2 ^ 2)) * lambda + noiseVariance * (noiseVariance * (s1 - s2) - s1 * s2 * (theta1 ^ 2
    - theta2 ^ 2))) / (lambda * (s1 * theta1 ^ 2 + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** at λ = γ²/θ₁², which is positive where θ₁² > θ₂²,: at(quadratic, lambda, noiseVariance/theta1^2)*theta1^4 =
   -((s2*theta1^2 + noiseVariance)*noiseVariance*(theta1^2 - theta2^2)*(s1*theta1^2 + noiseVariance)) *)
Lemma derivation_3_step_4 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : theta1 <> 0) :
  ((theta1 ^ 2 * theta2 ^ 2 * (s1 - s2) - noiseVariance * (theta1 ^ 2 - theta2 ^ 2)) * (noiseVariance / theta1 ^ 2) ^ 2
    - 2 * (noiseVariance * (s1 * theta1 ^ 2 - s2 * theta2 ^ 2)) * (noiseVariance / theta1 ^ 2) + noiseVariance
    * (noiseVariance * (s1 - s2) - s1 * s2 * (theta1 ^ 2 - theta2 ^ 2))) * theta1 ^ 4
  = - ((s2 * theta1 ^ 2 + noiseVariance) * noiseVariance * (theta1 ^ 2 - theta2 ^ 2) * (s1 * theta1 ^ 2
    + noiseVariance)).
Proof. identity. Qed.

(** the quadratic is negative: so for α > 0 it has a root above, for δ > 0 one below: (s2*theta1^2 +
   noiseVariance)*noiseVariance*(theta1^2 - theta2^2)*(s1*theta1^2 + noiseVariance) > 0 where theta1^2 - theta2^2 =
   excess *)
Lemma derivation_3_step_5 (noiseVariance s1 s2 theta1 theta2 excess : R) (noiseVariance_positive : 0 < noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (excess_positive : 0 < excess) (at_1 : theta1 ^ 2 - theta2 ^ 2 = excess)
  :
  0 < (s2 * theta1 ^ 2 + noiseVariance) * noiseVariance * (theta1 ^ 2 - theta2 ^ 2) * (s1 * theta1 ^ 2 + noiseVariance).
Proof.
  rewrite at_1.
  sign_of (excess * noiseVariance * s1 * s2 * theta1 ^ 4 + excess * noiseVariance ^ 2 * s1 * theta1 ^ 2 + excess
    * noiseVariance ^ 2 * s2 * theta1 ^ 2 + excess * noiseVariance ^ 3).
Qed.

(** β > 0 where s₁ = s₂ + d and θ₁² = θ₂² + c: beta > 0 where s1 = s2 + gap, theta1^2 = theta2^2 + excess *)
Lemma derivation_3_step_6 (noiseVariance s1 s2 theta1 theta2 gap excess : R)
  (noiseVariance_positive : 0 < noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (gap_positive : 0 < gap)
  (excess_positive : 0 < excess) (at_1 : s1 = s2 + gap) (at_2 : theta1 ^ 2 = theta2 ^ 2 + excess) :
  0 < noiseVariance * (s1 * theta1 ^ 2 - s2 * theta2 ^ 2).
Proof.
  rewrite at_1, at_2.
  sign_of (excess * gap * noiseVariance + excess * noiseVariance * s2 + gap * noiseVariance * theta2 ^ 2).
Qed.

(** * at any λ the best student's error exceeds the oracle's by a multiple of the quadratic's square *)

(** a mode's distance to the oracle is its part of D times (ξ − ξ_i)²: the first: (s1*theta1^2 + noiseVariance)/s1*(g1 -
   oracle1)^2 = weight1*(xi - xi1)^2 *)
Lemma derivation_4_step_1 (lambda xi noiseVariance s1 theta1 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1)
  (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0) :
  (s1 * theta1 ^ 2 + noiseVariance) / s1 * (s1 / (s1 + lambda) * (1 - xi * (lambda / (s1 + lambda))) - s1 * theta1 ^ 2
    / (s1 * theta1 ^ 2 + noiseVariance)) ^ 2
  = (s1 / (s1 + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1 * theta1 ^ 2 + noiseVariance) / s1 * (xi - (s1 + lambda)
    * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2 + noiseVariance))) ^ 2.
Proof. identity. Qed.

(** the second: (s2*theta2^2 + noiseVariance)/s2*(g2 - oracle2)^2 = weight2*(xi - xi2)^2 *)
Lemma derivation_4_step_2 (lambda xi noiseVariance s2 theta2 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s2_positive : 0 < s2)
  (defined_1 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  (s2 * theta2 ^ 2 + noiseVariance) / s2 * (s2 / (s2 + lambda) * (1 - xi * (lambda / (s2 + lambda))) - s2 * theta2 ^ 2
    / (s2 * theta2 ^ 2 + noiseVariance)) ^ 2
  = (s2 / (s2 + lambda) * (lambda / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2 + noiseVariance) / s2 * (xi - (s2 + lambda)
    * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2 + noiseVariance))) ^ 2.
Proof. identity. Qed.

(** two such squares add up to a square and a rest: p*(xi - xi1)^2 + q*(xi - xi2)^2 = (p + q)*(xi - (p*xi1 + q*xi2)/(p +
   q))^2 + p*q*(xi1 - xi2)^2/(p + q) *)
Lemma derivation_4_step_3 (lambda xi noiseVariance s1 s2 theta1 theta2 p q : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (p_positive : 0 < p)
  (q_positive : 0 < q) (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0)
  (defined_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  p * (xi - (s1 + lambda) * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2 + noiseVariance))) ^ 2
    + q * (xi - (s2 + lambda) * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2
    + noiseVariance))) ^ 2
  = (p + q) * (xi - (p * ((s1 + lambda) * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2
    + noiseVariance))) + q * ((s2 + lambda) * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2
    + noiseVariance)))) / (p + q)) ^ 2 + p * q * ((s1 + lambda) * (noiseVariance - lambda * theta1 ^ 2) / (lambda * (s1
    * theta1 ^ 2 + noiseVariance)) - (s2 + lambda) * (noiseVariance - lambda * theta2 ^ 2) / (lambda * (s2 * theta2 ^ 2
    + noiseVariance))) ^ 2 / (p + q).
Proof. identity. Qed.

(** which is the rest: weight1*weight2*(xi1 - xi2)^2/(weight1 + weight2) = missing *)
Lemma derivation_4_step_4 (lambda noiseVariance s1 s2 theta1 theta2 : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : (s1 / (s1
  + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1 * theta1 ^ 2 + noiseVariance) / s1 + (s2 / (s2 + lambda) * (lambda
  / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2 + noiseVariance) / s2 <> 0)
  (defined_2 : s1 * theta1 ^ 2 + noiseVariance <> 0) (defined_3 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  (s1 / (s1 + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1 * theta1 ^ 2 + noiseVariance) / s1 * ((s2 / (s2 + lambda)
    * (lambda / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2 + noiseVariance) / s2) * ((s1 + lambda) * (noiseVariance - lambda
    * theta1 ^ 2) / (lambda * (s1 * theta1 ^ 2 + noiseVariance)) - (s2 + lambda) * (noiseVariance - lambda * theta2 ^ 2)
    / (lambda * (s2 * theta2 ^ 2 + noiseVariance))) ^ 2 / ((s1 / (s1 + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1
    * theta1 ^ 2 + noiseVariance) / s1 + (s2 / (s2 + lambda) * (lambda / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2
    + noiseVariance) / s2)
  = (s1 / (s1 + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1 * theta1 ^ 2 + noiseVariance) / s1 * ((s2 / (s2 + lambda)
    * (lambda / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2 + noiseVariance) / s2) * ((theta1 ^ 2 * theta2 ^ 2 * (s1 - s2)
    - noiseVariance * (theta1 ^ 2 - theta2 ^ 2)) * lambda ^ 2 - 2 * (noiseVariance * (s1 * theta1 ^ 2 - s2
    * theta2 ^ 2)) * lambda + noiseVariance * (noiseVariance * (s1 - s2) - s1 * s2 * (theta1 ^ 2 - theta2 ^ 2))) ^ 2
    / (((s1 / (s1 + lambda) * (lambda / (s1 + lambda))) ^ 2 * (s1 * theta1 ^ 2 + noiseVariance) / s1 + (s2 / (s2
    + lambda) * (lambda / (s2 + lambda))) ^ 2 * (s2 * theta2 ^ 2 + noiseVariance) / s2) * (lambda * (s1 * theta1 ^ 2
    + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance)) ^ 2).
Proof. identity. Qed.

(** * there are no other roots: none for α, δ ≤ 0 *)

(** for α = −u and δ = −v the quadratic is negative, as β > 0: -quadratic > 0 where alpha = -u, delta = -v *)
Lemma derivation_5_step_1 (lambda noiseVariance alpha beta delta u v : R) (lambda_positive : 0 < lambda)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (beta_positive : 0 < beta) (u_nonnegative : 0 <= u)
  (v_nonnegative : 0 <= v) (at_1 : alpha = - u) (at_2 : delta = - v) :
  0 < - (alpha * lambda ^ 2 - 2 * beta * lambda + noiseVariance * delta).
Proof. rewrite at_1, at_2. sign_of (2 * beta * lambda + lambda ^ 2 * u + noiseVariance * v). Qed.

(** * the wedge that no tangent enters is where α ≤ 0 and δ ≤ 0 *)

Lemma derivation_6_step_1_slope_1 (s1 s2 x : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2)
  (defined_1 : s2 * x + s1 * (1 - x) <> 0) :
  derivable_pt_lim (fun x => s2 * x / (s2 * x + s1 * (1 - x)))
  x
  ((s2 * 1 * (s2 * x + s1 * (1 - x)) - s2 * x * (s2 * 1 + s1 * (0 - 1))) / (s2 * x + s1 * (1 - x)) ^ 2).
Proof. slope. Qed.

(** as λ → ∞ the tangent tends to the line g₂ = (s₂/s₁)g₁ (with derivation_6_step_1_slope_1): at(diff(path, x), x, 0) =
   s2/s1 *)
Lemma derivation_6_step_1 (s1 s2 : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2) :
  (s2 * 1 * (s2 * 0 + s1 * (1 - 0)) - s2 * 0 * (s2 * 1 + s1 * (0 - 1))) / (s2 * 0 + s1 * (1 - 0)) ^ 2
  = s2 / s1.
Proof. assert (hidden_1 : s2 * 0 + s1 * (1 - 0) <> 0) by (intros; apply positive_nonzero; sign_of (s1)). identity. Qed.

(** as λ → 0 to 1 − g₂ = (s₁/s₂)(1 − g₁) (with derivation_6_step_1_slope_1): at(diff(path, x), x, 1) = s1/s2 *)
Lemma derivation_6_step_2 (s1 s2 : R) (s1_positive : 0 < s1) (s2_positive : 0 < s2) :
  (s2 * 1 * (s2 * 1 + s1 * (1 - 1)) - s2 * 1 * (s2 * 1 + s1 * (0 - 1))) / (s2 * 1 + s1 * (1 - 1)) ^ 2
  = s1 / s2.
Proof. assert (hidden_1 : s2 * 1 + s1 * (1 - 1) <> 0) by (intros; apply positive_nonzero; sign_of (s2)). identity. Qed.

(** the oracle's height over the first line has the sign of α: oracle2 - s2/s1*oracle1 = s2*alpha/((s1*theta1^2 +
   noiseVariance)*(s2*theta2^2 + noiseVariance)) *)
Lemma derivation_6_step_3 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : s2 * theta2 ^ 2 + noiseVariance <> 0)
  (defined_2 : s1 * theta1 ^ 2 + noiseVariance <> 0) :
  s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance) - s2 / s1 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance))
  = s2 * (theta1 ^ 2 * theta2 ^ 2 * (s1 - s2) - noiseVariance * (theta1 ^ 2 - theta2 ^ 2)) / ((s1 * theta1 ^ 2
    + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** and over the second that of δ: oracle2 - (1 - s1/s2*(1 - oracle1)) = noiseVariance*delta/(s2*(s1*theta1^2 +
   noiseVariance)*(s2*theta2^2 + noiseVariance)) *)
Lemma derivation_6_step_4 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : s2 * theta2 ^ 2 + noiseVariance <> 0)
  (defined_2 : s1 * theta1 ^ 2 + noiseVariance <> 0) :
  s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance) - (1 - s1 / s2 * (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2
    + noiseVariance)))
  = noiseVariance * (noiseVariance * (s1 - s2) - s1 * s2 * (theta1 ^ 2 - theta2 ^ 2)) / (s2 * (s1 * theta1 ^ 2
    + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** * as λ → ∞ and as λ → 0 the least error exceeds the oracle's by a multiple of α², and of δ² *)

(** as λ → ∞: the distance of g = cs to the oracle, a square and a rest: p*(c*s1 - oracle1)^2 + q*(c*s2 - oracle2)^2 =
   (p*s1^2 + q*s2^2)*(c - (p*s1*oracle1 + q*s2*oracle2)/(p*s1^2 + q*s2^2))^2 + p*q*(s1*oracle2 - s2*oracle1)^2/(p*s1^2 +
   q*s2^2) *)
Lemma derivation_7_step_1 (noiseVariance s1 s2 theta1 theta2 p q c : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (p_positive : 0 < p) (q_positive : 0 < q)
  (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0) (defined_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  p * (c * s1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) ^ 2 + q * (c * s2 - s2 * theta2 ^ 2 / (s2
    * theta2 ^ 2 + noiseVariance)) ^ 2
  = (p * s1 ^ 2 + q * s2 ^ 2) * (c - (p * s1 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) + q * s2 * (s2
    * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance))) / (p * s1 ^ 2 + q * s2 ^ 2)) ^ 2 + p * q * (s1 * (s2 * theta2 ^ 2
    / (s2 * theta2 ^ 2 + noiseVariance)) - s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance))) ^ 2 / (p * s1 ^ 2
    + q * s2 ^ 2).
Proof. identity. Qed.

(** whose height has the sign of α: s1*oracle2 - s2*oracle1 = s1*s2*alpha/((s1*theta1^2 + noiseVariance)*(s2*theta2^2 +
   noiseVariance)) *)
Lemma derivation_7_step_2 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : s2 * theta2 ^ 2 + noiseVariance <> 0)
  (defined_2 : s1 * theta1 ^ 2 + noiseVariance <> 0) :
  s1 * (s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance)) - s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2
    + noiseVariance))
  = s1 * s2 * (theta1 ^ 2 * theta2 ^ 2 * (s1 - s2) - noiseVariance * (theta1 ^ 2 - theta2 ^ 2)) / ((s1 * theta1 ^ 2
    + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance)).
Proof. identity. Qed.

(** and which is > 0 where that is not 0: for α ≠ 0 the limit is above the oracle: p*q*(s1*oracle2 -
   s2*oracle1)^2/(p*s1^2 + q*s2^2) > 0 where s1*oracle2 - s2*oracle1 = height *)
Lemma derivation_7_step_3 (noiseVariance s1 s2 theta1 theta2 p q height : R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (p_positive : 0 < p)
  (q_positive : 0 < q) (height_nonzero : height <> 0) (at_1 : s1 * (s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance))
  - s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) = height) :
  0 < p * q * (s1 * (s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance)) - s2 * (s1 * theta1 ^ 2 / (s1 * theta1 ^ 2
    + noiseVariance))) ^ 2 / (p * s1 ^ 2 + q * s2 ^ 2).
Proof. rewrite at_1. sign_of (height ^ 2 * p * q / (p * s1 ^ 2 + q * s2 ^ 2)). Qed.

(** as λ → 0: the distance of g = 1 − κ/s: p*(1 - kappa/s1 - oracle1)^2 + q*(1 - kappa/s2 - oracle2)^2 = (p/s1^2 +
   q/s2^2)*(kappa - (p*(1 - oracle1)/s1 + q*(1 - oracle2)/s2)/(p/s1^2 + q/s2^2))^2 + p*q*((1 - oracle1)/s2 - (1 -
   oracle2)/s1)^2/(p/s1^2 + q/s2^2) *)
Lemma derivation_7_step_4 (noiseVariance s1 s2 theta1 theta2 p q kappa : R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (p_positive : 0 < p)
  (q_positive : 0 < q) (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0)
  (defined_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  p * (1 - kappa / s1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) ^ 2 + q * (1 - kappa / s2 - s2 * theta2 ^ 2
    / (s2 * theta2 ^ 2 + noiseVariance)) ^ 2
  = (p / s1 ^ 2 + q / s2 ^ 2) * (kappa - (p * (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) / s1 + q * (1
    - s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance)) / s2) / (p / s1 ^ 2 + q / s2 ^ 2)) ^ 2 + p * q * ((1 - s1
    * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) / s2 - (1 - s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance))
    / s1) ^ 2 / (p / s1 ^ 2 + q / s2 ^ 2).
Proof. identity. Qed.

(** whose height has the sign of δ: (1 - oracle1)/s2 - (1 - oracle2)/s1 = noiseVariance*delta/(s1*s2*((s1*theta1^2 +
   noiseVariance)*(s2*theta2^2 + noiseVariance))) *)
Lemma derivation_7_step_5 (noiseVariance s1 s2 theta1 theta2 : R) (noiseVariance_nonnegative : 0 <= noiseVariance)
  (s1_positive : 0 < s1) (s2_positive : 0 < s2) (defined_1 : s1 * theta1 ^ 2 + noiseVariance <> 0)
  (defined_2 : s2 * theta2 ^ 2 + noiseVariance <> 0) :
  (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) / s2 - (1 - s2 * theta2 ^ 2 / (s2 * theta2 ^ 2
    + noiseVariance)) / s1
  = noiseVariance * (noiseVariance * (s1 - s2) - s1 * s2 * (theta1 ^ 2 - theta2 ^ 2)) / (s1 * s2 * ((s1 * theta1 ^ 2
    + noiseVariance) * (s2 * theta2 ^ 2 + noiseVariance))).
Proof. identity. Qed.

(** and which is > 0 where that is not 0: for δ ≠ 0 that limit is above the oracle as well: p*q*((1 - oracle1)/s2 - (1 -
   oracle2)/s1)^2/(p/s1^2 + q/s2^2) > 0 where (1 - oracle1)/s2 - (1 - oracle2)/s1 = height *)
Lemma derivation_7_step_6 (noiseVariance s1 s2 theta1 theta2 p q height : R)
  (noiseVariance_nonnegative : 0 <= noiseVariance) (s1_positive : 0 < s1) (s2_positive : 0 < s2) (p_positive : 0 < p)
  (q_positive : 0 < q) (height_nonzero : height <> 0) (at_1 : (1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance))
  / s2 - (1 - s2 * theta2 ^ 2 / (s2 * theta2 ^ 2 + noiseVariance)) / s1 = height) :
  0 < p * q * ((1 - s1 * theta1 ^ 2 / (s1 * theta1 ^ 2 + noiseVariance)) / s2 - (1 - s2 * theta2 ^ 2 / (s2 * theta2 ^ 2
    + noiseVariance)) / s1) ^ 2 / (p / s1 ^ 2 + q / s2 ^ 2).
Proof. rewrite at_1. sign_of (height ^ 2 * p * q * s1 ^ 2 * s2 ^ 2 / (p * s2 ^ 2 + q * s1 ^ 2)). Qed.
