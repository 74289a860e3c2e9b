import type { Optimum } from "../../src/ridge/portable.ts";
import { h } from "../page/dom.ts";
import { Figure } from "../page/figure.ts";
import { typeset } from "../page/typeset.ts";
import type { Shell } from "../page/view.ts";
import type { Setting } from "../problem/setting.ts";
import type { State } from "../state/state.ts";
import { errorByLambda } from "./error-by-lambda.ts";
import { errorByXi } from "./error-by-xi.ts";
import { drawErrorByLambda, LAMBDA_LEGEND } from "./figure-lambda.ts";
import { drawModes, MODES_LEGEND } from "./figure-modes.ts";
import { drawPlane, PLANE_LEGEND } from "./figure-plane.ts";
import { drawErrorByXi, XI_LEGEND } from "./figure-xi.ts";
import { forms } from "./forms.ts";
import type { Measurements } from "./measurements.ts";
import { ModeChoice } from "./mode-choice.ts";
import { plane } from "./plane.ts";
import type { InForce } from "./problem-controls.ts";
import { shrinkages } from "./shrinkages.ts";

/** The error against ξ and against λ, and what the students do to each mode. */
export class Pictures {
  readonly element: HTMLElement;
  readonly #byXi: Figure;
  readonly #byLambda: Figure;
  readonly #plane: Figure;
  readonly #modes: Figure;
  readonly #choice: ModeChoice;

  constructor(shell: Shell, link: (claim: string) => HTMLElement) {
    this.#byXi = new Figure("xi", "Error against ξ, at your λ", XI_LEGEND, [
      ...typeset("A parabola for each noise variance. Its lowest point passes ξ = 1 as the noise passes γ²_c. "),
      link("high-noise"),
    ]);
    this.#byLambda = new Figure("lambda", "Error against λ", LAMBDA_LEGEND, [
      ...typeset("The best student touches the teacher wherever the teacher's error is flat in λ: there ξ* = 0. "),
      link("sign-rule"),
    ]);
    this.#plane = new Figure("plane", "Shrinkages of two modes", PLANE_LEGEND, [
      "Students lie on the tangent of the ridge path at the teacher; rings join equal errors around the oracle. With two modes, no tangent enters the shaded wedge. ",
      link("path-tangent"),
      " ",
      link("two-modes"),
    ]);
    this.#modes = new Figure("modes", "Shrinkage of every mode", MODES_LEGEND, [
      ...typeset(
        "A mode with squared singular value s_j is multiplied by g_j: 1 keeps what the labels say, 0 drops it. ",
      ),
      link("student-estimator"),
      " ",
      link("oracle"),
    ]);
    this.#choice = new ModeChoice(shell);
    this.#plane.under(this.#choice.element);
    this.#byXi.onPoint((xi) => shell.change({ xi: Number(xi.toFixed(2)) }));
    this.#byLambda.onPoint((lambda) => shell.change({ lambda: Number(lambda.toPrecision(3)) }));
    const figures = [this.#byXi, this.#byLambda, this.#plane, this.#modes];
    this.element = h(
      "div",
      { class: "figures" },
      figures.map(({ element }) => element),
    );
  }

  draw(
    state: State,
    { key, problem }: Setting,
    { noise, lambda, xi }: InForce,
    found: Optimum | null,
    measured: Measurements,
  ): void {
    const student = [key, noise, lambda, xi];
    this.#byXi.draw([...student, measured.version], () => {
      const byXi = errorByXi(problem, lambda, xi);
      return drawErrorByXi(byXi, xi, measured.byXi(byXi.xDomain, byXi.own.teacher));
    });
    this.#byLambda.draw([...student, measured.version, found], () => {
      const also = [lambda, found?.ridge.lambda ?? null, found?.distillation.lambda ?? null];
      const at = { lambda, error: forms.errors(problem, lambda, xi).error };
      return drawErrorByLambda(errorByLambda(problem, xi, also), at, found, measured.byLambda(problem));
    });
    const modes = problem.singularValues.length;
    const [j, k] = this.#choice.show(state.modes, modes);
    this.#plane.element.hidden = modes < 2;
    if (modes > 1) {
      this.#plane.draw([...student, j, k], () =>
        drawPlane(plane(problem, lambda, xi, [j - 1, k - 1]), [j, k], modes === 2),
      );
    }
    this.#modes.draw(student, () => drawModes(shrinkages(problem, lambda, xi)));
  }
}
