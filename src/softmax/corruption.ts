import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { InvalidInput } from "../data/index.ts";
import { integerBelow, uniform } from "../random/index.ts";
import { smallest } from "./smallest.ts";

/** To which class a corrupted label goes. */
export type WrongClass =
  /** Any other class, each with the same probability. */
  | { readonly kind: "random" }
  /** The class's partner: `partners[k]` for class k, by default the next one (after the last, the first). */
  | { readonly kind: "pair"; readonly partners?: ArrayLike<number> | undefined }
  /** Any other class of the same superclass, each with the same probability; `superclasses[k]` is that of class k. */
  | { readonly kind: "hierarchical"; readonly superclasses: ArrayLike<number> }
  /**
   * The class that a teacher trained on clean labels most confuses the sample with: of the sample's wrong classes the one it
   * scores highest (the first of equals). Sample by sample, rather than one class for all samples of a class, since that is
   * the more harmful. `scores` has a row a sample and a column a class, of probabilities or logits: only their order counts.
   */
  | { readonly kind: "adversarial"; readonly scores: Float64Array };

/** How labels are corrupted. */
export type Corruption = WrongClass & {
  /** The fraction of labels that is corrupted, from 0 to 1. */
  readonly rate: number;
  /** Exactly rate · n labels, rounded, chosen at random; else each with probability `rate`, independently. */
  readonly exact: boolean;
};

/** Labels after corruption. */
export interface CorruptedLabels {
  /** Of all samples, corrupted or not. */
  readonly labels: Int32Array;
  /** 1 for the samples whose label was changed. */
  readonly flipped: Uint8Array;
}

/**
 * Corrupts labels 0 … classes − 1; those given stay as they are. Every sample draws a number and a wrong class, whatever the
 * rate, and the samples of low numbers take theirs. So with equal streams a higher rate corrupts the same labels in the
 * same way, and more: what differs between rates differs for the rate's sake.
 *
 * @param labels true classes, 0 … classes − 1.
 * @param classes at least 2.
 * @param corruption how many labels go wrong, and where to.
 * @param random such as `new Streams(key).replicate(0)`.
 * @throws InvalidInput for a rate outside [0, 1], labels that are no classes, and where a wrong class cannot be told.
 */
export function corrupt(
  labels: Int32Array,
  classes: number,
  corruption: Corruption,
  random: RandomGenerator,
): CorruptedLabels {
  const { rate, exact } = corruption;
  if (!(rate >= 0 && rate <= 1)) throw new InvalidInput(`the corruption rate is ${rate}; it must be from 0 to 1`);
  requireClasses(labels, classes);
  const wrong = wrongClasses(labels, classes, corruption);
  const draws = new Float64Array(labels.length);
  const targets = Int32Array.from(labels, (label, i) => {
    draws[i] = uniform(random);
    return wrong(label, i, random);
  });
  const flipped = exact
    ? smallest(Math.round(rate * labels.length), draws)
    : Uint8Array.from(draws, (draw) => (draw < rate ? 1 : 0));
  return { labels: labels.map((label, i) => (flipped[i] === 1 ? targets[i]! : label)), flipped };
}

function requireClasses(labels: Int32Array, classes: number): void {
  if (!Number.isSafeInteger(classes) || classes < 2) {
    throw new InvalidInput(`labels can be wrong only among two classes and more; given ${classes}`);
  }
  const odd = labels.findIndex((label) => label < 0 || label >= classes);
  if (odd >= 0) throw new InvalidInput(`label ${labels[odd]} of sample ${odd + 1} is none of 0 … ${classes - 1}`);
}

type Choice = (label: number, sample: number, random: RandomGenerator) => number;

function wrongClasses(labels: Int32Array, classes: number, how: WrongClass): Choice {
  switch (how.kind) {
    case "random":
      return (label, _, random) => {
        const other = integerBelow(classes - 1, random);
        return other < label ? other : other + 1;
      };
    case "pair": {
      const partners = how.partners ?? Int32Array.from({ length: classes }, (_, k) => (k + 1) % classes);
      requirePartners(partners, classes);
      return (label) => partners[label]!;
    }
    case "hierarchical": {
      const siblings = siblingsOf(how.superclasses, classes);
      return (label, _, random) => siblings[label]![integerBelow(siblings[label]!.length, random)]!;
    }
    case "adversarial": {
      const { scores } = how;
      requireScores(scores, labels.length, classes);
      return (label, sample) => highestOther(scores.subarray(sample * classes, (sample + 1) * classes), label);
    }
  }
}

function requirePartners(partners: ArrayLike<number>, classes: number): void {
  if (partners.length !== classes) {
    throw new InvalidInput(`there are ${partners.length} partners of ${classes} classes; expected one for each`);
  }
  for (let k = 0; k < classes; k++) {
    const partner = partners[k]!;
    if (!Number.isInteger(partner) || partner < 0 || partner >= classes || partner === k) {
      throw new InvalidInput(`the partner of class ${k} is ${partner}; expected another of 0 … ${classes - 1}`);
    }
  }
}

// For each class the others of its superclass.
function siblingsOf(superclasses: ArrayLike<number>, classes: number): number[][] {
  if (superclasses.length !== classes) {
    throw new InvalidInput(
      `there are ${superclasses.length} superclasses of ${classes} classes; expected one for each`,
    );
  }
  return Array.from({ length: classes }, (_, k) => {
    const siblings = Array.from(superclasses, (__, other) => other).filter(
      (other) => other !== k && superclasses[other] === superclasses[k],
    );
    if (siblings.length === 0) throw new InvalidInput(`class ${k} is the only one of superclass ${superclasses[k]}`);
    return siblings;
  });
}

function requireScores(scores: Float64Array, samples: number, classes: number): void {
  if (scores.length !== samples * classes) {
    const expected = `${samples} samples of ${classes} classes need ${samples * classes}`;
    throw new InvalidInput(`there are ${scores.length} scores; ${expected}`);
  }
  const odd = scores.findIndex(Number.isNaN);
  if (odd >= 0) throw new InvalidInput(`the score of sample ${Math.floor(odd / classes) + 1} is not a number`);
}

function highestOther(scores: Float64Array, label: number): number {
  let highest = label === 0 ? 1 : 0;
  for (let k = highest + 1; k < scores.length; k++) {
    if (k !== label && scores[k]! > scores[highest]!) highest = k;
  }
  return highest;
}
