import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { type Classification, InvalidInput } from "../../data/index.ts";
import { Streams, uniform } from "../../random/index.ts";
import { type Corruption, corrupt } from "../corruption.ts";
import { type FeatureMap, mapFeatures } from "../feature-maps.ts";
import { Probe } from "../simulation/probe.ts";
import { oneHot } from "../simulation/targets.ts";
import { smallest } from "../smallest.ts";
import { markedRows } from "../split.ts";

/** How a sweep can corrupt labels: see `WrongClass`. */
export const corruptionKinds = ["random", "pair", "adversarial"] as const;
/** One of them. */
export type CorruptionKind = (typeof corruptionKinds)[number];

/** How training samples, features and corrupted labels are drawn. */
export interface Drawing {
  /** How many training samples are used, chosen anew in each repeat; null for all. */
  readonly rows: number | null;
  /** Random features, drawn anew in each repeat; null where features are taken as they are. */
  readonly map: Pick<FeatureMap, "kind" | "columns"> | null;
  /** How labels are corrupted. */
  readonly kind: CorruptionKind;
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
}

/** Whether two repeats differ by more than which labels are corrupted. */
export function isRedrawn({ rows, map }: Drawing): boolean {
  return rows !== null || map !== null;
}

/**
 * Training samples and their features as a repeat draws them, made ready for fits, and labels to corrupt. ξ, weight decay and
 * corruption rate have no part in it: all of them are compared on the same draws, and a higher rate corrupts the same labels, and
 * more.
 */
export class Draw {
  /** Features mapped, labels clean. */
  readonly data: Classification;
  /** Made ready for fits to the training samples. */
  readonly probe: Probe;
  readonly #drawing: Drawing;
  readonly #key: string;
  /** What a teacher trained on clean labels thinks of the training samples. */
  #cleanLogits: Float64Array | undefined;

  /**
   * @param repeat matters only where `isRedrawn`.
   * @throws InvalidInput where there are fewer training samples than asked for.
   */
  constructor(whole: Classification, drawing: Drawing, repeat: number) {
    const { rows, map } = drawing;
    this.#key = whole.key ?? "samples of one's own";
    const random = (what: string): RandomGenerator => stream(`${what} of ${this.#key}`, drawing, repeat);
    const chosen = rows === null ? whole : withRows(whole, rows, random("training samples"));
    this.data = map === null ? chosen : mapped(chosen, { ...map, seed: random("random features").next() });
    this.probe = new Probe(this.data.train.features, this.data.train.classes);
    this.#drawing = drawing;
  }

  /** The training labels with this fraction corrupted. */
  corruptedLabels(rate: number, repeat: number): Int32Array {
    const { labels, classes } = this.data.train;
    const { kind } = this.#drawing;
    const how: Corruption = {
      rate,
      exact: true,
      ...(kind === "adversarial" ? { kind, scores: this.#confusions() } : { kind }),
    };
    return corrupt(labels, classes, how, stream(`${kind} corruption of ${this.#key}`, this.#drawing, repeat)).labels;
  }

  #confusions(): Float64Array {
    const { labels, classes } = this.data.train;
    this.#cleanLogits ??= this.probe.logits(this.probe.fit(oneHot(labels, classes), CLEAN_WEIGHT_DECAY));
    return this.#cleanLogits;
  }
}

function stream(problem: string, { seed }: Drawing, repeat: number): RandomGenerator {
  return new Streams({ seed, claim: "distil", problem }).replicate(repeat);
}

/** The weight decay of the teacher whose confusions adversarial corruption follows. */
const CLEAN_WEIGHT_DECAY = 1e-2;

function withRows(data: Classification, rows: number, random: RandomGenerator): Classification {
  const available = data.train.features.rows;
  if (rows > available) {
    throw new InvalidInput(`${rows} training samples are asked for; ${data.name} has ${available}`);
  }
  const draws = Float64Array.from({ length: available }, () => uniform(random));
  return { ...data, train: markedRows(data.train, smallest(rows, draws), 1) };
}

function mapped({ train, test, ...names }: Classification, map: FeatureMap): Classification {
  const apply = (table: Classification["train"]): Classification["train"] => ({
    ...table,
    features: mapFeatures(table.features, map),
  });
  return { ...names, train: apply(train), test: apply(test) };
}
