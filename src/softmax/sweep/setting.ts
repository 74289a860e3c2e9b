import { type Classification, InvalidInput } from "../../data/index.ts";
import { Streams, uniform } from "../../random/index.ts";
import { type Corruption, corrupt } from "../corruption.ts";
import { type FeatureMap, mapFeatures } from "../feature-maps.ts";
import { Probe } from "../simulation/probe.ts";
import { oneHot } from "../simulation/targets.ts";
import { smallest } from "../smallest.ts";
import { markedRows } from "../split.ts";
import { corruptionStream, type Task } from "./plan.ts";

export const corruptionKinds = ["random", "pair", "adversarial"] as const;
export type CorruptionKind = (typeof corruptionKinds)[number];

/** What all tasks of a sweep share, besides the data set. */
export interface SettingChoice {
  /** How many training samples are used, chosen at random; null for all. */
  readonly rows: number | null;
  /** Null where the features are taken as they are. */
  readonly map: FeatureMap | null;
  readonly kind: CorruptionKind;
  /** Of the choice of samples and of the corruptions. */
  readonly seed: number;
}

/** A data set made ready: its features mapped, and all that fits of them have in common worked out. */
export interface Setting extends SettingChoice {
  readonly data: Classification;
  readonly probe: Probe;
  /** What a teacher trained on clean labels thinks of the training samples, for adversarial corruption. */
  readonly cleanLogits: Float64Array | null;
}

/** The weight decay of the teacher whose confusions adversarial corruption follows. */
const CLEAN_WEIGHT_DECAY = 1e-3;

/** @throws InvalidInput where there are fewer training samples than asked for. */
export function prepare(whole: Classification, choice: SettingChoice): Setting {
  const chosen = withRows(whole, choice);
  const { map } = choice;
  const mapped = ({ features, ...rest }: Classification["train"]): Classification["train"] => ({
    ...rest,
    features: map === null ? features : mapFeatures(features, map),
  });
  const data = { ...chosen, train: mapped(chosen.train), test: mapped(chosen.test) };
  const { features, labels, classes } = data.train;
  const probe = new Probe(features, classes);
  const cleanLogits =
    choice.kind === "adversarial" ? probe.logits(probe.fit(oneHot(labels, classes), CLEAN_WEIGHT_DECAY)) : null;
  return { ...choice, data, probe, cleanLogits };
}

/** The training labels of a task: the same for every ξ and weight decay. */
export function corruptedLabels(setting: Setting, { rate, repeat }: Omit<Task, "weightDecay">): Int32Array {
  const { kind, seed, data, cleanLogits } = setting;
  const how: Corruption = {
    rate,
    exact: true,
    ...(kind === "adversarial" ? { kind, scores: cleanLogits! } : { kind }),
  };
  const random = corruptionStream({ seed, dataset: data.name, kind }, repeat);
  return corrupt(data.train.labels, data.train.classes, how, random).labels;
}

function withRows(data: Classification, { rows, seed }: SettingChoice): Classification {
  const available = data.train.features.rows;
  if (rows === null || rows === available) return data;
  if (rows > available) {
    throw new InvalidInput(`${rows} training samples are asked for; ${data.name} has ${available}`);
  }
  const random = new Streams({ seed, claim: "distil", problem: `training samples of ${data.name}` }).replicate(0);
  const draws = Float64Array.from({ length: available }, () => uniform(random));
  return { ...data, train: markedRows(data.train, smallest(rows, draws), 1) };
}
