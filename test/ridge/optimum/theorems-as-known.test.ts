import { expect, test } from "vitest";
import { Fractions, type Real, Reals } from "../../../src/formula/index.ts";
import { boundaryOptimum } from "../../../src/ridge/optimum/boundary.ts";
import type { Group } from "../../../src/ridge/problem/enclosed-problem.ts";
import { attainedByTwo, commonSignal, theoremOf } from "../../../src/ridge/optimum/theorems.ts";

const known = (value: bigint): Real => Reals.real(Fractions.fraction(value));
/** Between value and value + 2⁻⁴⁰. */
const nearly = (value: bigint): Real => Reals.realBetween(value << 40n, (value << 40n) + 1n, -40);
/** With s = r, …, 2, 1. */
const groups = (...signals: readonly Real[]): Group[] =>
  signals.map((squaredSignal, j) => ({ s: known(BigInt(signals.length - j)), squaredSignal, modes: 1 }));
const verdict = (...signals: readonly Real[]): boolean | null => theoremOf(groups(...signals))?.strictlyBetter ?? null;

test("an ordering decides where every step of it is proved: by disjoint enclosures, or by equal rational numbers", () => {
  expect(verdict(nearly(3n), known(2n), nearly(1n))).toBe(true);
  expect(verdict(nearly(3n), known(2n), known(2n))).toBe(true);
  expect(verdict(nearly(1n), known(2n), known(2n))).toBe(false);
  expect(verdict(known(2n), known(2n))).toBe(false);
});

test("a step that is not proved leaves the ordering open, upwards and downwards, and numbers equal as far as is known", () => {
  expect(verdict(nearly(3n), nearly(2n), nearly(2n))).toBeNull();
  expect(verdict(nearly(1n), nearly(2n), nearly(2n))).toBeNull();
  expect(verdict(nearly(2n), nearly(2n))).toBeNull();
  expect(commonSignal(groups(nearly(2n), nearly(2n)))).toBeNull();
  expect(commonSignal(groups(known(2n), known(2n)))).toEqual(Fractions.fraction(2n));
});

test("nothing is decided of a cluster, not even where it is all there is", () => {
  const cluster: Group = { s: nearly(1n), squaredSignal: known(2n), modes: 2, isCluster: true };
  expect(theoremOf([cluster])).toBeNull();
  expect(theoremOf([{ s: known(2n), squaredSignal: known(3n), modes: 1 }, cluster])).toBeNull();
});

// α = θ₁²θ₂²(s₁ − s₂) − γ²(θ₁² − θ₂²) and δ = γ²(s₁ − s₂) − s₁s₂(θ₁² − θ₂²), by hand, with s = (2, 1).
test("whether two modes attain the infimum is said where the signs that decide are known", () => {
  const attained = (one: Real, other: Real, noise: bigint): boolean | null =>
    attainedByTwo({
      groups: groups(one, other),
      noiseVariance: Fractions.fraction(noise),
      residualSignal: known(0n),
    });
  expect(attained(nearly(3n), nearly(2n), 1n)).toBe(true); // α = 5
  expect(attained(known(1n), known(0n), 1n)).toBe(false); // α = −1, δ = −1
  expect(attained(known(2n), known(1n), 2n)).toBe(false); // α = 0, δ = 0
  expect(attained(nearly(2n), nearly(1n), 2n)).toBeNull(); // not known from 0
});

// Without noise the infimum is attained for one s, and not for two: which of them a cluster is, is not known.
test("without noise, whether the infimum is attained is open where all the signal lies in a cluster", () => {
  const attainedBy = (isCluster: { readonly isCluster?: true }, modes: number): boolean | null =>
    boundaryOptimum({
      groups: [{ s: nearly(1n), squaredSignal: known(2n), modes, ...isCluster }],
      noiseVariance: Fractions.fraction(0n),
      residualSignal: known(0n),
    }).distillation.attained;
  expect(attainedBy({ isCluster: true }, 2)).toBeNull();
  expect(attainedBy({}, 2)).toBe(true);
});
