import { parseCsv, regressionOf } from "../../src/data/portable.ts";
import { drawnExperiments, type Experiment, regressionExperiment, type Squares } from "../../src/ridge/portable.ts";
import type { ProblemName } from "../state/state.ts";

/** What the page ships beside its code: the text of data/diabetes.csv. */
export interface Shipped {
  readonly diabetes: string;
}

/** A problem to choose: its squares, or an experiment on a design; and the student to begin with. */
export interface Preset {
  readonly title: string;
  readonly words: string;
  readonly lambda: number;
  readonly xi: number;
  readonly source: { readonly squares: Squares } | { readonly experiment: (shipped: Shipped) => Experiment };
}

/** The problems that the page offers, in its order. */
export const PRESETS: Readonly<Record<Exclude<ProblemName, "own">, Preset>> = {
  "two-modes": {
    title: "Two modes",
    words: "The strong mode carries the larger signal: one student reaches the oracle, with ξ = 3. No ridge does.",
    lambda: 0.6,
    xi: 1,
    source: { squares: { squaredSingularValues: [4, 1], squaredSignal: [4, 1], noiseVariance: 8 } },
  },
  gaussian: {
    title: "Gaussian design, 60 × 12",
    words: "Entries of the design and of the parameter are independent standard normal draws.",
    lambda: 2,
    xi: 1,
    source: { experiment: drawnExperiments.tall },
  },
  "high-noise": {
    title: "High noise, 15 × 40",
    words: "Fewer samples than parameters and much noise: the best student gives the labels a negative weight, ξ* > 1.",
    lambda: 15,
    xi: 1.5,
    source: { experiment: () => ({ ...drawnExperiments.wide(), noiseVariance: 60 }) },
  },
  diabetes: {
    title: "Diabetes data, 442 × 10",
    words:
      "Progression of a disease from ten measurements, standardised. The signal is the least-squares fit, γ² its residual variance.",
    lambda: 1,
    xi: 1,
    source: {
      experiment: ({ diabetes }) =>
        regressionExperiment("the diabetes data", regressionOf(parseCsv(diabetes, "diabetes.csv"), "diabetes.csv")),
    },
  },
  "not-necessary": {
    title: "S > 0, and yet a win",
    words:
      "A condition that suffices need not be necessary: S(λ°) > 0 here, and self-distillation still beats every ridge.",
    lambda: 0.5,
    xi: 2,
    source: { squares: { squaredSingularValues: ["3", "2", "3/2"], squaredSignal: [2, 6, 2], noiseVariance: 8 } },
  },
  tie: {
    title: "A tie",
    words: "The strong mode carries the smaller signal: the best student is the best ridge itself.",
    lambda: 0.4,
    xi: 0.5,
    source: { squares: { squaredSingularValues: [4, 1], squaredSignal: [1, 3], noiseVariance: 2 } },
  },
  approached: {
    title: "No best student",
    words: "Better and better students have smaller and smaller λ and larger and larger ξ: none is best.",
    lambda: 1,
    xi: 0.5,
    source: { squares: { squaredSingularValues: [2, 1], squaredSignal: [4, 0], noiseVariance: 2 } },
  },
};
