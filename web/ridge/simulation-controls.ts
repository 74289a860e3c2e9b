import { choice, type Control, entry } from "../page/controls.ts";
import { h } from "../page/dom.ts";
import type { Shell } from "../page/view.ts";
import { FIELDS, type NoiseShape, type State } from "../state/state.ts";

const SHAPES: Readonly<Record<NoiseShape, string>> = {
  gaussian: "Gaussian",
  rademacher: "Rademacher, ±1",
  laplace: "Laplace",
  "student-t": "Student t, 5 degrees of freedom",
};

/** How labels are drawn, and how often. */
export class SimulationControls {
  readonly element: HTMLElement;
  readonly #shape: Control<NoiseShape>;
  readonly #draws: Control<number>;
  readonly #seed: Control<number>;
  readonly #progress = h("p", { class: "hint progress" });

  constructor({ change }: Shell, claim: HTMLElement) {
    this.#shape = choice("Noise", SHAPES, (shape) => change({ shape }));
    this.#draws = entry("Draws", FIELDS.draws, (draws) => change({ draws }), { inputmode: "numeric" });
    this.#seed = entry("Seed", FIELDS.seed, (seed) => change({ seed }), { inputmode: "numeric" });
    this.element = h(
      "section",
      { class: "card simulation" },
      h("h2", {}, "Simulation"),
      this.#shape.element,
      h("div", { class: "pair" }, this.#draws.element, this.#seed.element),
      this.#progress,
      h(
        "p",
        { class: "hint" },
        "Labels are drawn, teachers and students fitted to them and their distances to the truth measured, with no formula. ",
        claim,
      ),
    );
  }

  show({ shape, draws, seed }: State, progress: string): void {
    this.#shape.show(shape);
    this.#draws.show(draws);
    this.#seed.show(seed);
    this.#progress.textContent = progress;
  }
}
