import type { ClaimDialog } from "../page/claims.ts";
import { type Control, entry, linear, logarithmic, slider } from "../page/controls.ts";
import { h } from "../page/dom.ts";
import type { Shell } from "../page/view.ts";
import { FIELDS, type State } from "../state/state.ts";

type Name = "m" | "c" | "penalty" | "p" | "imitation" | "flips" | "seed";
const NAMES: readonly Name[] = ["m", "c", "penalty", "p", "imitation", "flips", "seed"];

/** The classes, the flips, the student, and how flips are drawn. */
export class LogisticControls {
  readonly element: HTMLElement;
  readonly #controls: Readonly<Record<Name, Control<number>>>;
  readonly #progress = h("p", { class: "hint progress" });

  constructor({ change }: Shell, claims: ClaimDialog) {
    const set =
      (name: Name) =>
      (value: number): void =>
        change({ [name]: value });
    const sizes = { ...logarithmic(2, 200), at: (position: number) => Math.round(logarithmic(2, 200).at(position)) };
    const numeric = { inputmode: "numeric" };
    this.#controls = {
      p: slider("$p$, flip rate", FIELDS.p, linear(0, 0.495, 0.005), set("p")),
      imitation: slider("$ξ$, imitation", FIELDS.imitation, linear(0, 4, 0.02), set("imitation")),
      m: slider("$m$, points of each class", FIELDS.m, sizes, set("m")),
      c: slider("$c$, similarity within a class", FIELDS.c, linear(0.01, 0.99, 0.01), set("c")),
      penalty: slider("$λ$, regularization", FIELDS.penalty, logarithmic(0.01, 100), set("penalty")),
      flips: entry("Draws at each $p$", FIELDS.flips, set("flips"), numeric),
      seed: entry("Seed", FIELDS.seed, set("seed"), numeric),
    };
    const { p, imitation, m, c, penalty, flips, seed } = this.#controls;
    this.element = h(
      "div",
      { class: "controls" },
      h("section", { class: "card student" }, h("h2", {}, "Student"), p.element, imitation.element),
      h(
        "section",
        { class: "card" },
        h("h2", {}, "Problem"),
        h("p", { class: "hint" }, "Two classes of unit-norm features; a fraction of each class has its label flipped."),
        m.element,
        c.element,
        penalty.element,
        h("p", { class: "hint" }, claims.link("logistic/reduction")),
      ),
      h(
        "section",
        { class: "card simulation" },
        h("h2", {}, "Simulation"),
        h("div", { class: "pair" }, flips.element, seed.element),
        this.#progress,
        h(
          "p",
          { class: "hint" },
          "Labels are flipped independently; teacher and student are fitted to all points together by Newton's method. ",
          claims.link("logistic/random-flips"),
        ),
      ),
    );
  }

  show(state: State, progress: string): void {
    for (const name of NAMES) this.#controls[name].show(state[name]);
    this.#progress.textContent = progress;
  }
}
