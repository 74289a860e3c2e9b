import type { Enclosure, Optimum } from "../../src/ridge/portable.ts";
import { h } from "../page/dom.ts";
import { enclosure, shown } from "../page/numbers.ts";
import { Facts, Verdict } from "../page/results.ts";
import { typeset } from "../page/typeset.ts";
import type { Shell } from "../page/view.ts";
import { type ProblemParts } from "../problem/setting.ts";
import type { State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import { answerOf, meaningOfCondition, placeOf } from "./words.ts";

/** Whether self-distillation beats every ridge, and the two least errors, proved. */
export class OptimumPanel {
  readonly verdict: HTMLElement;
  readonly element: HTMLElement;
  readonly #shell: Shell;
  readonly #assistant: Assistant;
  readonly #verdict: Verdict;
  readonly #facts = new Facts();
  #found: Optimum | null = null;

  constructor(shell: Shell, assistant: Assistant, link: (claim: string) => HTMLElement) {
    this.#shell = shell;
    this.#assistant = assistant;
    this.#verdict = new Verdict([link("distillation-beats-regularization"), link("ordering"), link("two-modes")]);
    this.verdict = this.#verdict.element;
    this.#facts.row("ridge", "Best ridge");
    this.#facts.row("distillation", "Best self-distillation");
    this.#facts.row("oracle", "Oracle");
    this.#facts.row("condition", "Condition S at the best ridge");
    this.element = h(
      "section",
      { class: "card proved" },
      h("h3", {}, typeset("The best of all λ and ξ, proved")),
      h(
        "p",
        { class: "hint" },
        "Each interval contains the least error over all λ and all real ξ, by outward-rounded arithmetic. ",
      ),
      this.#facts.element,
      h(
        "p",
        { class: "claims" },
        link("distillation-beats-regularization"),
        link("condition-not-necessary"),
        link("oracle"),
      ),
    );
  }

  /** What is proved of the problem that was asked about last; null until it is. */
  get found(): Optimum | null {
    return this.#found;
  }

  ask(parts: ProblemParts): void {
    const isNew = this.#assistant.ask("optimum", parts, {
      answer: (found) => {
        this.#found = found;
        this.#show(found);
        this.#shell.refresh();
      },
      refused: (sentence) => {
        this.#verdict.show("open", "The optimum cannot be enclosed:", `${sentence}.`);
        this.#facts.clear();
        delete this.element.dataset["pending"];
      },
    });
    if (!isNew) return;
    this.#found = null;
    this.#verdict.wait();
    this.element.dataset["pending"] = "";
  }

  #show(found: Optimum): void {
    const { ridge, distillation, oracle, oracleOfGroups, condition } = found;
    const { kind, headline, because } = answerOf(found);
    this.#verdict.show(kind, headline, because);
    delete this.element.dataset["pending"];
    const toRidge = (): Partial<State> => ({ lambda: this.#found?.ridge.lambda ?? null, xi: 0 });
    const toBest = (): Partial<State> => ({
      lambda: this.#found!.distillation.lambda,
      xi: this.#found!.distillation.xi,
    });
    this.#facts.show(
      "ridge",
      ...typeset(ridge.lambda === null ? "λ = ∞ " : `λ = ${shown(ridge.lambda)} `),
      ...(ridge.lambda === null ? [] : [this.#go(toRidge)]),
      proved(ridge.error),
    );
    this.#facts.show(
      "distillation",
      ...typeset(`${placeOf(distillation)} `),
      ...(distillation.lambda === null ? [] : [this.#go(toBest)]),
      proved(distillation.error),
    );
    const ofGroups =
      shown(oracleOfGroups, 6) === shown(oracle, 6) ? "" : `; for functions of s, ${shown(oracleOfGroups, 6)}`;
    this.#facts.show("oracle", ...typeset(`error ${shown(oracle, 6)}${ofGroups}`));
    this.#facts.show(
      "condition",
      ...typeset(meaningOfCondition(condition)),
      ...(condition.range === null ? [] : [proved(condition.range)]),
    );
  }

  #go(to: () => Partial<State>): HTMLElement {
    return h("button", { type: "button", class: "go", onclick: () => this.#shell.change(to()) }, "go there");
  }
}

function proved(ends: Enclosure): HTMLElement {
  return h("span", { class: "enclosure" }, enclosure(ends));
}
