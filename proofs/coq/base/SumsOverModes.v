(** Sums over modes and over pairs of modes, for any number r of modes: what the generated files beside this one rest on.

    The normal form c + Σ_j u(j) + Σ_{j<k} p(j, k), and quotients of two such expressions, mirror the kernel's sums.ts; the
    tactics at the end close what a step leaves: identities of summands, denominators that do not vanish, signs, slopes. *)

Require Export Reals List Lia Lra.
Export ListNotations.
Open Scope R_scope.

(** ** Sums *)

(** u(0) + … + u(r − 1). *)
Fixpoint sum (r : nat) (u : nat -> R) : R :=
  match r with
  | O => 0
  | S n => sum n u + u n
  end.

(** The sum of p(j, k) over all j < k < r. *)
Definition pairs (r : nat) (p : nat -> nat -> R) : R := sum r (fun k => sum k (fun j => p j k)).

Lemma sum_ext r u v : (forall j, (j < r)%nat -> u j = v j) -> sum r u = sum r v.
Proof.
  induction r as [|r IH]; intros H; cbn; [reflexivity|].
  rewrite IH by (intros; apply H; lia). now rewrite H by lia.
Qed.

Lemma sum_zero r u : (forall j, (j < r)%nat -> u j = 0) -> sum r u = 0.
Proof.
  induction r as [|r IH]; intros H; cbn; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite H by lia. ring.
Qed.

Lemma sum_plus r u v : sum r (fun j => u j + v j) = sum r u + sum r v.
Proof. induction r as [|r IH]; cbn; [|rewrite IH]; ring. Qed.

Lemma sum_scale r c u : sum r (fun j => c * u j) = c * sum r u.
Proof. induction r as [|r IH]; cbn; [|rewrite IH]; ring. Qed.

Lemma pairs_zero r p : (forall j k, (j < k < r)%nat -> p j k = 0) -> pairs r p = 0.
Proof. intros H. apply sum_zero. intros k Hk. apply sum_zero. intros j Hj. apply H. lia. Qed.

Lemma pairs_plus r p q : pairs r (fun j k => p j k + q j k) = pairs r p + pairs r q.
Proof. unfold pairs. rewrite <- sum_plus. apply sum_ext. intros. apply sum_plus. Qed.

Lemma pairs_scale r c p : pairs r (fun j k => c * p j k) = c * pairs r p.
Proof. unfold pairs. rewrite <- sum_scale. apply sum_ext. intros. apply sum_scale. Qed.

(** (Σ_j u_j)(Σ_k v_k) = Σ_j u_j v_j + Σ_{j<k} (u_j v_k + u_k v_j). *)
Lemma sum_product r u v :
  sum r u * sum r v = sum r (fun j => u j * v j) + pairs r (fun j k => u j * v k + u k * v j).
Proof.
  unfold pairs. induction r as [|r IH]; cbn; [ring|].
  replace (sum r (fun j => u j * v r + u r * v j)) with (v r * sum r u + u r * sum r v).
  - replace (sum r u * sum r v) with (sum r u * sum r v + 0) in IH by ring.
    replace ((sum r u + u r) * (sum r v + v r))
      with (sum r u * sum r v + 0 + (v r * sum r u + u r * sum r v) + u r * v r) by ring.
    rewrite IH. ring.
  - rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros. ring.
Qed.

(** ** The normal form c + Σu, and c + Σu + Σ_{j<k}p *)

Definition single r e c u : Prop := e = c + sum r u.
Definition form r e c u p : Prop := e = c + sum r u + pairs r p.

Definition none : nat -> R := fun _ => 0.
Definition no_pair : nat -> nat -> R := fun _ _ => 0.

Lemma sum_none r : sum r none = 0.
Proof. now apply sum_zero. Qed.

Lemma pairs_none r : pairs r no_pair = 0.
Proof. now apply pairs_zero. Qed.

Section Normal_forms.
  Variable r : nat.

  Lemma single_const c : single r c c none.
  Proof. unfold single. rewrite sum_none. ring. Qed.

  Lemma single_sum u : single r (sum r u) 0 u.
  Proof. unfold single. ring. Qed.

  Lemma single_scale_left a e c u : single r e c u -> single r (a * e) (a * c) (fun j => a * u j).
  Proof. unfold single. intros ->. rewrite sum_scale. ring. Qed.

  Lemma single_scale_right a e c u : single r e c u -> single r (e * a) (c * a) (fun j => a * u j).
  Proof. unfold single. intros ->. rewrite sum_scale. ring. Qed.

  Lemma single_over a e c u : single r e c u -> single r (e / a) (c / a) (fun j => / a * u j).
  Proof. unfold single, Rdiv. intros ->. rewrite sum_scale. ring. Qed.

  Lemma single_opp e c u : single r e c u -> single r (- e) (- c) (fun j => (-1) * u j).
  Proof. unfold single. intros ->. rewrite sum_scale. ring. Qed.

  Lemma single_plus e f c d u v :
    single r e c u -> single r f d v -> single r (e + f) (c + d) (fun j => u j + v j).
  Proof. unfold single. intros -> ->. rewrite sum_plus. ring. Qed.

  Lemma single_minus e f c d u v :
    single r e c u -> single r f d v -> single r (e - f) (c - d) (fun j => u j + (-1) * v j).
  Proof. unfold single. intros -> ->. rewrite sum_plus, sum_scale. ring. Qed.

  Lemma form_single e c u : single r e c u -> form r e c u no_pair.
  Proof. unfold single, form. intros ->. rewrite pairs_none. ring. Qed.

  Lemma form_pairs p : form r (pairs r p) 0 none p.
  Proof. unfold form. rewrite sum_none. ring. Qed.

  Lemma form_product e f c d u v :
    single r e c u -> single r f d v ->
    form r (e * f) (c * d) (fun j => d * u j + c * v j + u j * v j) (fun j k => u j * v k + u k * v j).
  Proof.
    unfold single, form. intros -> ->. rewrite !sum_plus, !sum_scale.
    replace ((c + sum r u) * (d + sum r v)) with (c * d + d * sum r u + c * sum r v + sum r u * sum r v) by ring.
    rewrite sum_product. ring.
  Qed.

  Lemma form_scale_left a e c u p :
    form r e c u p -> form r (a * e) (a * c) (fun j => a * u j) (fun j k => a * p j k).
  Proof. unfold form. intros ->. rewrite sum_scale, pairs_scale. ring. Qed.

  Lemma form_scale_right a e c u p :
    form r e c u p -> form r (e * a) (c * a) (fun j => a * u j) (fun j k => a * p j k).
  Proof. unfold form. intros ->. rewrite sum_scale, pairs_scale. ring. Qed.

  Lemma form_over a e c u p :
    form r e c u p -> form r (e / a) (c / a) (fun j => / a * u j) (fun j k => / a * p j k).
  Proof. unfold form, Rdiv. intros ->. rewrite sum_scale, pairs_scale. ring. Qed.

  Lemma form_opp e c u p :
    form r e c u p -> form r (- e) (- c) (fun j => (-1) * u j) (fun j k => (-1) * p j k).
  Proof. unfold form. intros ->. rewrite sum_scale, pairs_scale. ring. Qed.

  Lemma form_plus e f c d u v p q :
    form r e c u p -> form r f d v q -> form r (e + f) (c + d) (fun j => u j + v j) (fun j k => p j k + q j k).
  Proof. unfold form. intros -> ->. rewrite sum_plus, pairs_plus. ring. Qed.

  Lemma form_minus e f c d u v p q :
    form r e c u p -> form r f d v q ->
    form r (e - f) (c - d) (fun j => u j + (-1) * v j) (fun j k => p j k + (-1) * q j k).
  Proof. unfold form. intros -> ->. rewrite sum_plus, sum_scale, pairs_plus, pairs_scale. ring. Qed.

  (** An expression is zero if its three parts are. *)
  Lemma form_zero e c u p :
    form r e c u p ->
    c = 0 -> (forall j, (j < r)%nat -> u j = 0) -> (forall j k, (j < k < r)%nat -> p j k = 0) -> e = 0.
  Proof. unfold form. intros -> -> Hu Hp. rewrite sum_zero, pairs_zero by assumption. ring. Qed.
End Normal_forms.

(** ** Quotients of expressions with sums *)

(** e is n/d, and d does not vanish. *)
Definition ratio e n d : Prop := d <> 0 /\ e * d = n.

Lemma ratio_whole e : ratio e e 1.
Proof. split; [lra|ring]. Qed.

Lemma ratio_opp e n d : ratio e n d -> ratio (- e) (- n) d.
Proof. intros [Hd <-]. split; [assumption|ring]. Qed.

Lemma ratio_plus_same e f n m d d' : ratio e n d -> ratio f m d' -> d' = d -> ratio (e + f) (n + m) d.
Proof. intros [Hd <-] [_ <-] ->. split; [assumption|ring]. Qed.

Lemma ratio_minus_same e f n m d d' : ratio e n d -> ratio f m d' -> d' = d -> ratio (e - f) (n - m) d.
Proof. intros [Hd <-] [_ <-] ->. split; [assumption|ring]. Qed.

Lemma ratio_plus e f n m d d' : ratio e n d -> ratio f m d' -> ratio (e + f) (n * d' + m * d) (d * d').
Proof. intros [Hd <-] [Hd' <-]. split; [now apply Rmult_integral_contrapositive_currified|ring]. Qed.

Lemma ratio_minus e f n m d d' : ratio e n d -> ratio f m d' -> ratio (e - f) (n * d' - m * d) (d * d').
Proof. intros [Hd <-] [Hd' <-]. split; [now apply Rmult_integral_contrapositive_currified|ring]. Qed.

Lemma ratio_times e f n m d d' : ratio e n d -> ratio f m d' -> ratio (e * f) (n * m) (d * d').
Proof. intros [Hd <-] [Hd' <-]. split; [now apply Rmult_integral_contrapositive_currified|ring]. Qed.

Lemma ratio_over e n d a : ratio e n d -> ratio (e / a) (n / a) d.
Proof. intros [Hd <-]. split; [assumption|unfold Rdiv; ring]. Qed.

Lemma ratio_inv e n d : ratio e n d -> e <> 0 -> ratio (/ e) d n.
Proof.
  intros [Hd <-] He. split; [now apply Rmult_integral_contrapositive_currified|].
  rewrite <- Rmult_assoc, Rinv_l by assumption. ring.
Qed.

Lemma ratio_pow_0 e : ratio (e ^ 0) 1 1.
Proof. split; [lra|cbn; ring]. Qed.

Lemma ratio_pow_1 e n d : ratio e n d -> ratio (e ^ 1) n d.
Proof. intros H. cbn. now rewrite Rmult_1_r. Qed.

Lemma ratio_pow e n m d d' k : ratio e n d -> ratio (e ^ k) m d' -> ratio (e ^ S k) (n * m) (d * d').
Proof. apply ratio_times. Qed.

(** One times an expression is the expression: denominators that are 1 are not written. *)
Lemma ratio_den e n d d' : ratio e n d -> d = d' -> ratio e n d'.
Proof. now intros H <-. Qed.

Lemma ratio_num e n n' d : ratio e n d -> n = n' -> ratio e n' d.
Proof. now intros H <-. Qed.

(** Two sides are equal if the numerator of their difference is zero. *)
Lemma ratio_equal e f n d : ratio (e - f) n d -> n = 0 -> e = f.
Proof.
  intros [Hd <-] H. apply Rmult_integral in H as [H|H]; [now apply Rminus_diag_uniq|contradiction].
Qed.

(** A step under a hypothesis z = 0: left − right is a multiple of z. *)
Lemma given t z (hypothesis : z = 0) left right : left = right + t * z -> left = right.
Proof. intros ->. rewrite hypothesis. ring. Qed.

(** ** Expectations: any linear functional on functions R → R *)

Record linear (E : (R -> R) -> R) : Prop := {
  linear_ext : forall f g, (forall w, f w = g w) -> E f = E g;
  linear_plus : forall f g, E (fun w => f w + g w) = E f + E g;
  linear_scale : forall c f, E (fun w => c * f w) = c * E f
}.

(** c_0 w^k + c_1 w^(k+1) + …, and what it is on average. *)
Fixpoint polynomial (k : nat) (c : list R) (w : R) : R :=
  match c with
  | nil => 0
  | a :: c => a * w ^ k + polynomial (S k) c w
  end.

Fixpoint average (E : (R -> R) -> R) (k : nat) (c : list R) : R :=
  match c with
  | nil => 0
  | a :: c => a * E (fun w => w ^ k) + average E (S k) c
  end.

Lemma linear_average E c k f : linear E -> (forall w, f w = polynomial k c w) -> E f = average E k c.
Proof.
  intros HE. revert k f. induction c as [|a c IH]; intros k f H; cbn in *.
  - rewrite (linear_ext E HE f (fun w => 0 * f w)) by (intros w; rewrite H; ring).
    rewrite (linear_scale E HE). ring.
  - rewrite (linear_ext E HE f (fun w => (fun w => a * w ^ k) w + polynomial (S k) c w)) by exact H.
    rewrite (linear_plus E HE), (linear_scale E HE a). f_equal. now apply IH.
Qed.

Lemma expected r E f c g :
  (forall j, linear (E j)) ->
  (forall j, (j < r)%nat -> forall w, f j w = polynomial 0 (c j) w) ->
  (forall j, (j < r)%nat -> average (E j) 0 (c j) = g j) ->
  sum r (fun j => E j (f j)) = sum r g.
Proof. intros HE Hf Hg. apply sum_ext. intros j Hj. rewrite <- Hg by exact Hj. apply linear_average; auto. Qed.

(** ** Slopes *)

Lemma slope_eq f x l l' : derivable_pt_lim f x l -> l = l' -> derivable_pt_lim f x l'.
Proof. now intros H <-. Qed.

Lemma slope_const c x : derivable_pt_lim (fun _ => c) x 0.
Proof. apply derivable_pt_lim_const. Qed.

Lemma slope_id x : derivable_pt_lim (fun x => x) x 1.
Proof. apply derivable_pt_lim_id. Qed.

Section Slopes.
  Variables (f g : R -> R) (x a b : R).
  Hypotheses (Hf : derivable_pt_lim f x a) (Hg : derivable_pt_lim g x b).

  Lemma slope_plus : derivable_pt_lim (fun x => f x + g x) x (a + b).
  Proof. now apply (derivable_pt_lim_plus f g). Qed.

  Lemma slope_minus : derivable_pt_lim (fun x => f x - g x) x (a - b).
  Proof. now apply (derivable_pt_lim_minus f g). Qed.

  Lemma slope_times : derivable_pt_lim (fun x => f x * g x) x (a * g x + f x * b).
  Proof. now apply (derivable_pt_lim_mult f g). Qed.

  Lemma slope_over : g x <> 0 -> derivable_pt_lim (fun x => f x / g x) x ((a * g x - b * f x) / (g x * g x)).
  Proof. intros H. now apply (derivable_pt_lim_div f g). Qed.

  Lemma slope_opp : derivable_pt_lim (fun x => - f x) x (- a).
  Proof. now apply (derivable_pt_lim_opp f). Qed.

  Lemma slope_pow n : derivable_pt_lim (fun x => f x ^ n) x b -> derivable_pt_lim (fun x => f x ^ S n) x (a * f x ^ n + f x * b).
  Proof. now apply (derivable_pt_lim_mult f (fun x => f x ^ n)). Qed.
End Slopes.

Lemma slope_inv f x a : derivable_pt_lim f x a -> f x <> 0 -> derivable_pt_lim (fun x => / f x) x (- a / (f x * f x)).
Proof.
  intros Hf H. apply slope_eq with ((0 * f x - a * 1) / (f x * f x)); [|now field].
  intros eps Heps. destruct (slope_over (fun _ => 1) f x 0 a (slope_const 1 x) Hf H eps Heps) as [delta Hd].
  exists delta. intros h Hh Hl. specialize (Hd h Hh Hl). unfold Rdiv in *. now rewrite !Rmult_1_l in Hd.
Qed.

(** The rules as they are used for what holds sums: the shape that a formula's slope is given there. *)

Lemma slope_quotient f g x a b :
  derivable_pt_lim f x a -> derivable_pt_lim g x b -> g x <> 0 ->
  derivable_pt_lim (fun x => f x / g x) x ((a * g x - f x * b) / g x ^ 2).
Proof. intros Hf Hg H. eapply slope_eq; [now apply (slope_over f g x a b)|now field]. Qed.

Lemma slope_power f x a n :
  derivable_pt_lim f x a -> derivable_pt_lim (fun x => f x ^ n) x (IZR (Z.of_nat n) * f x ^ pred n * a).
Proof.
  intros Hf. induction n as [|n IH]; [apply slope_eq with 0; [exact (slope_const 1 x)|cbn; ring]|].
  eapply slope_eq; [apply (slope_pow f x a _ Hf n IH)|].
  rewrite Nat2Z.inj_succ, succ_IZR. destruct n; cbn [pred pow]; [cbn; ring|ring].
Qed.

Lemma slope_power_inverse f x a n :
  derivable_pt_lim f x a -> f x <> 0 ->
  derivable_pt_lim (fun x => / f x ^ n) x (IZR (- Z.of_nat n) * / f x ^ S n * a).
Proof.
  intros Hf H. pose proof (pow_nonzero (f x) n H) as Hn.
  eapply slope_eq; [exact (slope_inv (fun x => f x ^ n) x _ (slope_power f x a n Hf) Hn)|].
  rewrite opp_IZR. destruct n as [|n]; cbn [pred pow] in *; [cbn; now field|].
  pose proof (pow_nonzero (f x) n H). now field.
Qed.

Lemma slope_sum r (F : R -> nat -> R) x G :
  (forall j, (j < r)%nat -> derivable_pt_lim (fun x => F x j) x (G j)) ->
  derivable_pt_lim (fun x => sum r (F x)) x (sum r G).
Proof.
  induction r as [|r IH]; intros H; cbn; [apply slope_const|].
  apply (slope_plus (fun x => sum r (F x)) (fun x => F x r)); [apply IH; intros; apply H; lia|apply H; lia].
Qed.

Lemma slope_pairs r (F : R -> nat -> nat -> R) x G :
  (forall j k, (j < k < r)%nat -> derivable_pt_lim (fun x => F x j k) x (G j k)) ->
  derivable_pt_lim (fun x => pairs r (F x)) x (pairs r G).
Proof.
  intros H. apply (slope_sum r (fun x k => sum k (fun j => F x j k))). intros k Hk.
  apply (slope_sum k (fun x j => F x j k)). intros j Hj. apply H. lia.
Qed.

(** ** Signs *)

Lemma pow_even_nonnegative x n : 0 <= x ^ (2 * n).
Proof. rewrite pow_mult. apply pow_le. apply pow2_ge_0. Qed.

Lemma pow_even_positive x n : x <> 0 -> 0 < x ^ (2 * n).
Proof. intros H. rewrite pow_mult. apply pow_lt. rewrite <- Rsqr_pow2. now apply Rsqr_pos_lt. Qed.

Lemma Rdiv_nonnegative a b : 0 <= a -> 0 < b -> 0 <= a / b.
Proof. intros. apply Rmult_le_pos; [assumption|]. left. now apply Rinv_0_lt_compat. Qed.

Lemma positive_nonzero x : 0 < x -> x <> 0.
Proof. intros H. lra. Qed.

(** 0 < e or 0 <= e, by the shape of e and hypotheses on its symbols. *)
Ltac sign :=
  lazymatch goal with
  | |- 0 < IZR _ => lra
  | |- 0 <= IZR _ => lra
  | |- 0 < _ * _ => apply Rmult_lt_0_compat; sign
  | |- 0 <= _ * _ => apply Rmult_le_pos; sign
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; sign
  | |- 0 <= _ / _ => apply Rdiv_nonnegative; sign
  | |- 0 < / _ => apply Rinv_0_lt_compat; sign
  | |- 0 <= / _ => left; apply Rinv_0_lt_compat; sign
  | |- 0 < _ + _ =>
      first [ apply Rplus_lt_le_0_compat; [solve [sign]|solve [sign]] | apply Rplus_le_lt_0_compat; [solve [sign]|solve [sign]] ]
  | |- 0 <= _ + _ => apply Rplus_le_le_0_compat; sign
  | |- 0 < _ ^ ?n =>
      first [ apply pow_lt; solve [sign] | let h := eval cbv in (Nat.div2 n) in apply (pow_even_positive _ h); nonzero ]
  | |- 0 <= _ ^ ?n =>
      first [ apply pow_le; solve [sign] | let h := eval cbv in (Nat.div2 n) in exact (pow_even_nonnegative _ h) ]
  | |- 0 < _ => solve [ auto | lra ]
  | |- 0 <= _ => solve [ auto | left; auto | lra ]
  end

(** A denominator, or what [field] makes of one, does not vanish: by its shape, by its sign, or by a hypothesis that it is
    a multiple of. *)
with nonzero :=
  lazymatch goal with
  | |- _ /\ _ => split; nonzero
  | |- IZR _ <> 0 => lra
  | |- _ * _ <> 0 => first [ solve [auto] | apply Rmult_integral_contrapositive_currified; nonzero ]
  | |- _ / _ <> 0 =>
      first [ solve [auto] | apply Rmult_integral_contrapositive_currified; [nonzero|apply Rinv_neq_0_compat; nonzero] ]
  | |- / _ <> 0 => apply Rinv_neq_0_compat; nonzero
  | |- _ ^ _ <> 0 => apply pow_nonzero; nonzero
  | |- - _ <> 0 => apply Ropp_neq_0_compat; nonzero
  | |- _ <> 0 => first [ solve [auto] | apply positive_nonzero; solve [sign] | solve [lra] | solve [by_hypothesis] ]
  end

with by_hypothesis :=
  match goal with
  | H : _ <> 0 |- _ <> 0 => let Z := fresh "Z" in intro Z; apply H; field_simplify_eq; [solve [lra | nra]|nonzero..]
  end.

(** What is assumed of the denominators in all modes, or pairs of modes, holds in those at hand. *)
Ltac at_mode :=
  let j := fresh "j" in
  let Hj := fresh "Hj" in
  intros j Hj;
  repeat match goal with H : forall i, (i < _)%nat -> @?d i <> 0 |- _ => specialize (H j Hj) end;
  cbv beta in *.

Ltac at_pair :=
  let j := fresh "j" in
  let k := fresh "k" in
  let Hjk := fresh "Hjk" in
  intros j k Hjk;
  repeat match goal with
  | H : forall i, (i < _)%nat -> @?d i <> 0 |- _ =>
      let Hk := fresh "H" in pose proof (H k ltac:(lia)) as Hk; specialize (H j ltac:(lia))
  | H : forall i i', (i < i' < _)%nat -> @?d i i' <> 0 |- _ => specialize (H j k Hjk)
  end;
  cbv beta in *.

(** An identity of rational functions. *)
Ltac rational := cbv beta delta [none no_pair]; field; nonzero.

(** 0 < e or 0 <= e, where e is the same as an expression with positive coefficients. *)
Ltac sign_of certificate :=
  lazymatch goal with
  | |- _ < ?e => replace e with certificate by rational
  | |- _ <= ?e => replace e with certificate by rational
  end;
  sign.

(** ** Normal forms, computed *)

Ltac has_sum e :=
  lazymatch e with
  | context [sum _ _] => constr:(true)
  | context [pairs _ _] => constr:(true)
  | _ => constr:(false)
  end.

Ltac single_of r e :=
  let with_sum := has_sum e in
  lazymatch with_sum with
  | false => constr:(single_const r e)
  | true =>
      lazymatch e with
      | sum _ ?u => constr:(single_sum r u)
      | ?a + ?b => let p := single_of r a in let q := single_of r b in constr:(single_plus r _ _ _ _ _ _ p q)
      | ?a - ?b => let p := single_of r a in let q := single_of r b in constr:(single_minus r _ _ _ _ _ _ p q)
      | - ?a => let p := single_of r a in constr:(single_opp r _ _ _ p)
      | ?a / ?b => let p := single_of r a in constr:(single_over r b _ _ _ p)
      | ?a * ?b =>
          let in_a := has_sum a in
          lazymatch in_a with
          | false => let p := single_of r b in constr:(single_scale_left r a _ _ _ p)
          | true =>
              let in_b := has_sum b in
              lazymatch in_b with
              | false => let p := single_of r a in constr:(single_scale_right r b _ _ _ p)
              | true => fail 100 "a product of more than two sums is beyond the normal form"
              end
          end
      end
  end.

(** Whether two sums are multiplied, or a sum over pairs occurs. *)
Ltac has_product e :=
  match e with
  | context [pairs _ _] => constr:(true)
  | context [?a * ?b] =>
      let in_a := has_sum a in
      let in_b := has_sum b in
      lazymatch constr:((in_a, in_b)) with (true, true) => constr:(true) end
  | _ => constr:(false)
  end.

Ltac form_of r e :=
  let with_product := has_product e in
  lazymatch with_product with
  | false => let p := single_of r e in constr:(form_single r _ _ _ p)
  | true =>
      lazymatch e with
      | pairs _ ?p => constr:(form_pairs r p)
      | ?a + ?b => let p := form_of r a in let q := form_of r b in constr:(form_plus r _ _ _ _ _ _ _ _ p q)
      | ?a - ?b => let p := form_of r a in let q := form_of r b in constr:(form_minus r _ _ _ _ _ _ _ _ p q)
      | - ?a => let p := form_of r a in constr:(form_opp r _ _ _ _ p)
      | ?a / ?b => let p := form_of r a in constr:(form_over r b _ _ _ _ p)
      | ?a * ?b =>
          let in_a := has_sum a in
          let in_b := has_sum b in
          lazymatch constr:((in_a, in_b)) with
          | (false, _) => let p := form_of r b in constr:(form_scale_left r a _ _ _ _ p)
          | (_, false) => let p := form_of r a in constr:(form_scale_right r b _ _ _ _ p)
          | _ => let p := single_of r a in let q := single_of r b in constr:(form_product r _ _ _ _ _ _ p q)
          end
      end
  end.

(** An expression that divides by no sum is zero. *)
Ltac vanishes :=
  lazymatch goal with
  | |- ?e = 0 =>
      let with_sum := has_sum e in
      lazymatch with_sum with
      | false => rational
      | true =>
          let r := lazymatch e with context [sum ?r _] => r | context [pairs ?r _] => r end in
          let p := form_of r e in
          apply (form_zero r _ _ _ _ p); [rational|at_mode; rational|at_pair; rational]
      end
  end.

Ltac same := apply Rminus_diag_uniq; vanishes.

(** The quotient n/d that an expression with sums is; d is kept where it is shared. *)
Ltac ratio_of e :=
  let with_sum := has_sum e in
  lazymatch with_sum with
  | false => constr:(ratio_whole e)
  | true =>
      lazymatch e with
      | ?a + ?b => let p := ratio_of a in let q := ratio_of b in combine_ratios ratio_plus_same ratio_plus p q
      | ?a - ?b => let p := ratio_of a in let q := ratio_of b in combine_ratios ratio_minus_same ratio_minus p q
      | - ?a => let p := ratio_of a in constr:(ratio_opp _ _ _ p)
      | ?a * ?b => let p := ratio_of a in let q := ratio_of b in multiply_ratios p q
      | ?a / ?b =>
          let in_b := has_sum b in
          lazymatch in_b with
          | false => let p := ratio_of a in constr:(ratio_over _ _ _ b p)
          | true => let p := ratio_of a in let q := ratio_of (/ b) in multiply_ratios p q
          end
      | / ?a => let p := ratio_of a in constr:(ratio_inv _ _ _ p ltac:(nonzero))
      | ?a ^ 0 => constr:(ratio_pow_0 a)
      | ?a ^ 1 => let p := ratio_of a in constr:(ratio_pow_1 _ _ _ p)
      | ?a ^ S ?n =>
          let p := ratio_of a in
          let q := ratio_of (a ^ n) in
          let s := constr:(ratio_pow _ _ _ _ _ _ p q) in without_ones s
      | _ => constr:(ratio_whole e)
      end
  end

with multiply_ratios p q := let s := constr:(ratio_times _ _ _ _ _ _ p q) in without_ones s

with without_ones p :=
  lazymatch type of p with
  | ratio _ (1 * ?n) _ => let s := constr:(ratio_num _ _ _ _ p (Rmult_1_l n)) in without_ones s
  | ratio _ (?n * 1) _ => let s := constr:(ratio_num _ _ _ _ p (Rmult_1_r n)) in without_ones s
  | ratio _ _ (1 * ?d) => constr:(ratio_den _ _ _ _ p (Rmult_1_l d))
  | ratio _ _ (?d * 1) => constr:(ratio_den _ _ _ _ p (Rmult_1_r d))
  | _ => p
  end

with combine_ratios shared crossed p q :=
  lazymatch type of p with
  | ratio _ _ ?d =>
      lazymatch type of q with
      | ratio _ _ ?d' =>
          let in_d := has_sum d in
          let in_d' := has_sum d' in
          lazymatch constr:((in_d, in_d')) with
          | (true, true) =>
              match constr:(tt) with
              | _ => constr:(shared _ _ _ _ _ _ p q ltac:(first [reflexivity | same]))
              | _ => let s := constr:(crossed _ _ _ _ _ _ p q) in without_ones s
              end
          | (false, false) => constr:(shared _ _ _ _ _ _ p q ltac:(first [reflexivity | rational]))
          | _ => let s := constr:(crossed _ _ _ _ _ _ p q) in without_ones s
          end
      end
  end.

(** An identity: of rational functions, or of expressions with sums for any number of modes. *)
Ltac identity :=
  lazymatch goal with
  | |- ?left = ?right =>
      let with_sum := has_sum (left - right) in
      lazymatch with_sum with
      | false => rational
      | true => let p := ratio_of (left - right) in apply (ratio_equal _ _ _ _ p); vanishes
      end
  end.

(** Σ_j E_j[f_j] = an expression, where f_j has the given coefficients as a polynomial in the random symbol, and averages
    to the given summands by the hypotheses on its moments. *)
Ltac expectation coefficients averages :=
  lazymatch goal with
  | HE : forall j, linear (?E j) |- sum ?r _ = _ =>
      transitivity (sum r averages);
      [ apply (expected r E _ coefficients averages HE);
        [ at_mode; intros; cbn [polynomial]; rational
        | at_mode; cbn [average];
          repeat match goal with H : forall j, E j _ = _ |- _ => rewrite ?H; clear H end;
          rational ]
      | identity ]
  end.

(** The slope of a rational function, or of a sum of such, by the rules of differentiation. *)
Ltac slope_by_rules :=
  cbv beta;
  lazymatch goal with
  | |- derivable_pt_lim (fun _ => ?c) _ _ => apply slope_const
  | |- derivable_pt_lim (fun x => x) _ _ => apply slope_id
  | |- derivable_pt_lim (fun x => @?f x + @?g x) _ _ => apply (slope_plus f g); slope_by_rules
  | |- derivable_pt_lim (fun x => @?f x - @?g x) _ _ => apply (slope_minus f g); slope_by_rules
  | |- derivable_pt_lim (fun x => @?f x * @?g x) _ _ => apply (slope_times f g); slope_by_rules
  | |- derivable_pt_lim (fun x => @?f x / @?g x) _ _ => apply (slope_over f g); [slope_by_rules|slope_by_rules|cbv beta; nonzero]
  | |- derivable_pt_lim (fun x => / @?f x) _ _ => apply (slope_inv f); [slope_by_rules|cbv beta; nonzero]
  | |- derivable_pt_lim (fun x => - @?f x) _ _ => apply (slope_opp f); slope_by_rules
  | |- derivable_pt_lim (fun x => @?f x ^ 0) _ _ => apply (slope_const 1)
  | |- derivable_pt_lim (fun x => @?f x ^ S ?n) _ _ => apply (slope_pow f); slope_by_rules
  end.

Ltac slope :=
  cbv beta;
  lazymatch goal with
  | |- derivable_pt_lim (fun x => sum ?r (@?F x)) _ (sum ?r ?G) => apply (slope_sum r F _ G); at_mode; slope
  | |- derivable_pt_lim (fun x => pairs ?r (@?F x)) _ (pairs ?r ?G) => apply (slope_pairs r F _ G); at_pair; slope
  | |- derivable_pt_lim ?f _ ?l =>
      let with_sum := has_sum (f, l) in
      lazymatch with_sum with
      | false => eapply slope_eq; [slope_by_rules|cbv beta; rational]
      | true =>
          lazymatch goal with
          | |- derivable_pt_lim (fun x => @?f x + @?g x) _ (?a + ?b) => apply (slope_plus f g); slope
          | |- derivable_pt_lim (fun x => @?f x - @?g x) _ (?a - ?b) => apply (slope_minus f g); slope
          | |- derivable_pt_lim (fun x => - @?f x) _ (- ?a) => apply (slope_opp f); slope
          | |- derivable_pt_lim (fun x => @?f x * @?g x) _ (?a * _ + _ * ?b) => apply (slope_times f g _ a b); slope
          | |- derivable_pt_lim (fun x => @?f x / @?g x) _ ((?a * _ - _ * ?b) / _) =>
              apply (slope_quotient f g _ a b); [slope|slope|cbv beta; nonzero]
          | |- derivable_pt_lim (fun x => @?f x ^ ?n) _ (_ * ?a) => apply (slope_power f _ a n); slope
          | |- derivable_pt_lim (fun x => / @?f x ^ ?n) _ (_ * ?a) =>
              apply (slope_power_inverse f _ a n); [slope|cbv beta; nonzero]
          end
      end
  end.
