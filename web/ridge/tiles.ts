import { h } from "../page/dom.ts";
import { percent, shown } from "../page/numbers.ts";
import { Tile } from "../page/results.ts";
import type { Setting } from "../problem/setting.ts";
import { forms } from "./forms.ts";
import type { Measurements } from "./measurements.ts";
import type { InForce } from "./problem-controls.ts";
import { meaningOfThreshold, meaningOfXi } from "./words.ts";

/** What the closed forms say at the λ and ξ in force. */
export class RidgeTiles {
  readonly element: HTMLElement;
  readonly #xi: Tile;
  readonly #gain: Tile;
  readonly #threshold: Tile;
  readonly #student: Tile;

  constructor(link: (claim: string) => HTMLElement) {
    this.#xi = new Tile("xi", "Best ξ* at this λ", link("optimal-xi"));
    this.#gain = new Tile("gain", "Gain over the teacher", link("student-beats-teacher"));
    this.#threshold = new Tile("threshold", "Noise threshold γ²_c", link("high-noise"));
    this.#student = new Tile("student", "Error of your student", link("expected-error"));
    const tiles = [this.#xi, this.#gain, this.#threshold, this.#student];
    this.element = h(
      "div",
      { class: "tiles" },
      tiles.map(({ element }) => element),
    );
  }

  /** Returns ξ*. */
  show({ problem }: Setting, { lambda, xi }: InForce, measured: Measurements): number | null {
    const { optimalXi, gain, noiseThreshold } = forms.optimalXi(problem, lambda);
    const teacher = forms.errors(problem, lambda, 0).error;
    const { error, squaredBias, variance } = forms.errors(problem, lambda, xi);
    this.#xi.show(optimalXi === null ? "any" : shown(optimalXi), meaningOfXi(optimalXi));
    this.#gain.show(
      percent(teacher > 0 ? gain / teacher : 0),
      `at ξ*: error ${shown(teacher)} falls to ${shown(teacher - gain)}`,
    );
    this.#threshold.show(shown(noiseThreshold), meaningOfThreshold(problem.noiseVariance, noiseThreshold));
    const simulated = measured.at(xi);
    const parts = `bias² ${shown(squaredBias)} + variance ${shown(variance)}`;
    this.#student.show(shown(error, 5), simulated === null ? parts : `${parts}; simulated ${simulated.words}`);
    // To the last digit, for whoever wants to compare.
    const { dataset } = this.#student.element;
    dataset["error"] = String(error);
    dataset["simulated"] = simulated === null ? "" : String(simulated.value);
    dataset["standardError"] = simulated === null ? "" : String(simulated.standardError);
    return optimalXi;
  }
}
