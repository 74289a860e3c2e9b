import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FeatureTable, packageRoot, shippedDataset } from "../src/data/index.ts";
import { oneHot, Probe, type SoftmaxFit } from "../src/softmax/index.ts";
import { pythonWith, runPython } from "./python.ts";
import { printTable } from "./table.ts";
import { median, milliseconds } from "./timing.ts";

const ROWS = 2000;
const WEIGHT_DECAYS = [1e-2, 1e-3, 1e-4];
const GRADIENT_NORM = 1e-6;
const ROUNDS = 5;
const MOST_MILLISECONDS = 10_000;

interface Peer {
  readonly milliseconds: number;
  readonly gradientNorm: number;
  readonly objective: number;
  readonly iterations: number;
  readonly factor: number;
  readonly version: string;
}

/** Softmax probing of Fashion-MNIST, next to scikit-learn. Returns what misses its requirement. */
export function benchSoftmax(): string[] {
  const { features: all, labels, classes } = shippedDataset("fashion-mnist").train;
  const features = withOnes({ rows: ROWS, columns: all.columns, values: all.values.subarray(0, ROWS * all.columns) });
  const given = labels.slice(0, ROWS);
  const targets = oneHot(given, classes);
  const peer = scikitLearn(features, given);
  const measured = WEIGHT_DECAYS.map((weightDecay) => {
    const rounds: { prepare: number; fit: number; peer: number | null }[] = [];
    let fit: SoftmaxFit | undefined;
    const theirs = peer?.run(weightDecay) ?? null;
    for (let round = 0; round <= ROUNDS; round++) {
      let probe: Probe | undefined;
      const prepare = milliseconds(() => (probe = new Probe(features, classes)));
      const fitting = milliseconds(() => {
        fit = probe!.fit(targets, weightDecay, { gradientTolerance: GRADIENT_NORM });
      });
      const other = theirs === null || round === 0 ? null : peer!.run(weightDecay, theirs.factor)!.milliseconds;
      if (round > 0) rounds.push({ prepare, fit: fitting, peer: other }); // the first run compiles
    }
    const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of));
    return {
      weightDecay,
      fit: fit!,
      theirs,
      prepareTime: middle(({ prepare }) => prepare),
      fitTime: middle((round) => round.fit),
      time: middle((round) => round.prepare + round.fit),
      peerTime: theirs === null ? null : middle((round) => round.peer!),
    };
  });
  peer?.leave();
  const version = measured[0]!.theirs?.version;
  const beside =
    version === undefined ? "scikit-learn is not installed" : `scikit-learn ${version}, newton-cg, one thread`;
  printTable(
    `Softmax probing: milliseconds to fit ${features.rows} × ${features.columns} Fashion-MNIST pixels in ${classes} classes to a gradient norm of ${GRADIENT_NORM} (median of ${ROUNDS} runs, in turn; preparing serves all weight decays and targets). Beside it ${beside}, on the same objective, to the tolerance that brings it to that norm.`,
    [
      "weight decay",
      "prepare",
      "fit",
      "both",
      "iterations",
      "norm",
      "scikit-learn",
      "iterations",
      "norm",
      "its time / both",
    ],
    measured.map(({ weightDecay, fit, theirs, prepareTime, fitTime, time, peerTime }) => [
      String(weightDecay),
      prepareTime.toFixed(0),
      fitTime.toFixed(0),
      time.toFixed(0),
      String(fit.iterations),
      fit.gradientNorm.toExponential(1),
      ...(theirs === null
        ? ["–", "–", "–", "–"]
        : [
            peerTime!.toFixed(0),
            String(theirs.iterations),
            theirs.gradientNorm.toExponential(1),
            (peerTime! / time).toFixed(1),
          ]),
    ]),
  );
  return measured.flatMap(({ weightDecay, time, fit, theirs }) => {
    // Both are at most ‖∇‖²/(2·weightDecay) above the minimum; rounding of an objective of size 1 is far below that.
    const apart = theirs === null ? 0 : Math.abs(theirs.objective - fit.objective);
    return [
      ...(time <= MOST_MILLISECONDS ? [] : [`a fit with weight decay ${weightDecay} took ${time.toFixed(0)} ms`]),
      ...(apart <= GRADIENT_NORM ** 2 / (2 * weightDecay) + 1e-12
        ? []
        : [`scikit-learn's minimum with weight decay ${weightDecay} is ${apart} away`]),
    ];
  });
}

/** scikit-learn on these data; null where it is not installed. */
function scikitLearn(
  { columns, values }: FeatureTable,
  labels: Int32Array,
): { readonly run: (weightDecay: number, factor?: number) => Peer | null; readonly leave: () => void } | null {
  const python = pythonWith("sklearn", "numpy");
  if (python === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "softmax-"));
  const [features, classes] = [join(folder, "features"), join(folder, "labels")];
  writeFileSync(features, values);
  writeFileSync(classes, labels);
  const script = join(packageRoot(), "bench", "softmax_sklearn.py");
  return {
    run: (weightDecay, factor) => {
      const wanted = [features, classes, columns, weightDecay, GRADIENT_NORM];
      return runPython<Peer | null>(python, script, factor === undefined ? wanted : [...wanted, factor])[0]!;
    },
    leave: () => rmSync(folder, { recursive: true }),
  };
}

function withOnes({ rows, columns, values }: FeatureTable): FeatureTable {
  const wider = new Float64Array(rows * (columns + 1)).fill(1);
  for (let i = 0; i < rows; i++) wider.set(values.subarray(i * columns, (i + 1) * columns), i * (columns + 1));
  return { rows, columns: columns + 1, values: wider };
}
