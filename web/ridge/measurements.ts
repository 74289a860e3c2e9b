import { type Dot, NINETY_NINE_PERCENT } from "../page/marks.ts";
import { count, shown } from "../page/numbers.ts";
import type { Shell } from "../page/view.ts";
import { partsOf, type Setting } from "../problem/setting.ts";
import type { State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import type { ErrorsMeasured } from "../work/questions.ts";
import { errorAt } from "../work/simulate-errors.ts";
import { lambdasInSight } from "./error-by-lambda.ts";
import { forms, grid } from "./forms.ts";

const DOTS = 9;

/** What the worker has measured so far: at the λ in force, for every ξ, and along λ. */
export class Measurements {
  readonly #assistant: Assistant;
  readonly #refresh: () => void;
  #version = 0;
  #inSightOf: Setting["problem"] | null = null;
  #lambdas: readonly number[] = [];
  #here: ErrorsMeasured | null = null;
  #along: ErrorsMeasured | null = null;
  /** Why nothing can be measured at the λ in force, as where numbers are too far apart to solve the normal equations. */
  #refused: string | null = null;

  constructor({ refresh }: Shell, assistant: Assistant) {
    this.#assistant = assistant;
    this.#refresh = refresh;
  }

  /** Has measured what the state calls for; what was measured of another is dropped. */
  ask(state: State, { problem }: Setting, lambda: number): void {
    if (problem !== this.#inSightOf) {
      this.#inSightOf = problem;
      this.#lambdas = lambdasInSight(problem, DOTS);
    }
    const { shape, seed, draws } = state;
    const asked = { parts: partsOf(state), shape, seed, draws };
    const here = (measured: ErrorsMeasured): void => this.#take(() => (this.#here = measured));
    const along = (measured: ErrorsMeasured): void => this.#take(() => (this.#along = measured));
    const refused = (sentence: string): void => this.#take(() => (this.#refused = sentence));
    if (this.#assistant.ask("errors", { ...asked, lambdas: [lambda] }, { answer: here, refused })) {
      this.#change(() => (this.#here = this.#refused = null));
    }
    if (this.#assistant.ask("errorsAlong", { ...asked, lambdas: this.#lambdas }, { answer: along })) {
      this.#change(() => (this.#along = null));
    }
  }

  /** Another number whenever something else is known. */
  get version(): number {
    return this.#version;
  }

  #take(take: () => void): void {
    this.#change(take);
    this.#refresh();
  }

  #change(change: () => void): void {
    change();
    this.#version++;
  }

  /** The mean error of the students with one ξ at the λ in force, or null where too little is measured yet. */
  at(xi: number): { readonly value: number; readonly standardError: number; readonly words: string } | null {
    const moments = this.#here?.moments[0];
    if (moments === undefined || moments.count < 2) return null;
    const { value, standardError } = errorAt(moments, xi);
    const words = `${shown(value, 5)} ± ${shown(NINETY_NINE_PERCENT * standardError, 2)}`;
    return { value, standardError, words };
  }

  /** Dots along ξ, in units of the teacher's error. */
  byXi([left, right]: readonly [number, number], teacher: number): Dot[] {
    const unit = teacher > 0 ? teacher : 1;
    return grid(left, right, DOTS + 2)
      .slice(1, -1)
      .flatMap((xi) => {
        const measured = this.at(xi);
        if (measured === null) return [];
        return [{ x: xi, value: measured.value / unit, standardError: measured.standardError / unit }];
      });
  }

  /** Dots along λ, of the teacher and of the student with the best ξ there. */
  byLambda(problem: Setting["problem"]): { readonly teacher: readonly Dot[]; readonly best: readonly Dot[] } {
    if (this.#along === null || this.#along.moments[0]!.count < 2) return { teacher: [], best: [] };
    const { asked, moments } = this.#along;
    const dots = (xiAt: (lambda: number) => number): Dot[] =>
      asked.lambdas.map((lambda, i) => ({ x: lambda, ...errorAt(moments[i]!, xiAt(lambda)) }));
    return { teacher: dots(() => 0), best: dots((lambda) => forms.optimalXi(problem, lambda).optimalXi ?? 0) };
  }

  progress({ draws }: State): string {
    if (this.#refused !== null) return `No simulation: ${this.#refused}.`;
    if (draws === 0) return "No draws: the pictures show closed forms alone.";
    return `${count(this.#here?.moments[0]!.count ?? 0)} of ${count(draws)} draws at your λ.`;
  }
}
