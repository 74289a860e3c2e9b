import { h } from "../page/dom.ts";
import { linear, logarithmic, slider } from "../page/controls.ts";
import { typeset } from "../page/typeset.ts";
import type { Shell } from "../page/view.ts";
import type { Setting } from "../problem/setting.ts";
import { FIELDS } from "../state/state.ts";
import type { Field } from "../state/fields.ts";
import { lambdaRange } from "./error-by-lambda.ts";

/** λ and ξ. */
export class StudentControls {
  readonly element: HTMLElement;
  readonly #lambda: ReturnType<typeof slider>;
  readonly #xi: ReturnType<typeof slider>;
  #rangeFor = "";

  /** @param bestXi ξ* at the λ in force, or null where there is none. */
  constructor({ change }: Shell, bestXi: () => number | null) {
    this.#lambda = slider("$λ$, regularization", FIELDS.lambda as Field<number>, logarithmic(0.01, 100), (lambda) =>
      change({ lambda }),
    );
    this.#xi = slider("$ξ$, imitation", FIELDS.xi as Field<number>, linear(-2, 6, 0.02), (xi) => change({ xi }));
    const button = (words: string, xi: () => number | null): HTMLElement =>
      h("button", { type: "button", onclick: () => change({ xi: xi() ?? 0 }) }, typeset(words));
    this.element = h(
      "section",
      { class: "card student" },
      h("h2", {}, "Student"),
      this.#lambda.element,
      this.#xi.element,
      h(
        "div",
        { class: "buttons", role: "group", "aria-label": "Set ξ" },
        button("ξ = 0", () => 0),
        button("ξ = 1", () => 1),
        button("ξ = ξ*", bestXi),
      ),
    );
  }

  show({ key, problem }: Setting, lambda: number, xi: number): void {
    if (key !== this.#rangeFor) this.#lambda.rescale(logarithmic(...lambdaRange(problem)));
    this.#rangeFor = key;
    this.#lambda.show(lambda);
    this.#xi.show(xi);
  }
}
