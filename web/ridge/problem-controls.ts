import { InvalidInput } from "../../src/data/portable.ts";
import { choice, type Control, entry, logarithmic, slider } from "../page/controls.ts";
import { h } from "../page/dom.ts";
import { ListEntry } from "../page/list-entry.ts";
import { count, shown } from "../page/numbers.ts";
import type { Shell } from "../page/view.ts";
import { PRESETS } from "../problem/presets.ts";
import type { Setting, Settings } from "../problem/setting.ts";
import type { Field } from "../state/fields.ts";
import { FIELDS, type ProblemName, type State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import type { Estimated } from "../work/questions.ts";
import { FileEntry } from "./file-entry.ts";

/** What is in force: what the state says, or else what the problem suggests. */
export interface InForce {
  readonly noise: number;
  readonly lambda: number;
  readonly xi: number;
}

/** The spectrum, the signal and the noise: chosen, typed, or estimated from a file. */
export class ProblemControls {
  readonly element: HTMLElement;
  readonly #shell: Shell;
  readonly #settings: Settings;
  readonly #problem: Control<ProblemName>;
  readonly #words = h("p", { class: "hint", id: "problem-words" });
  readonly #noise: ReturnType<typeof slider>;
  readonly #s: ListEntry;
  readonly #theta2: ListEntry;
  readonly #outside: ReturnType<typeof entry<number>>;
  #estimated: Estimated | null = null;
  #inForce: InForce | null = null;
  #shownFor = "";

  constructor(shell: Shell, settings: Settings, assistant: Assistant) {
    this.#shell = shell;
    this.#settings = settings;
    const titles = Object.entries(PRESETS).map(([name, { title }]) => [name, title] as const);
    const options = Object.fromEntries([...titles, ["own", "Your own numbers"]]) as Record<ProblemName, string>;
    this.#problem = choice("Choose", options, (problem) => this.#choose(problem));
    this.#noise = slider("$γ²$, noise variance", FIELDS.noise as Field<number>, logarithmic(0.01, 100), (noise) =>
      shell.change({ noise }),
    );
    this.#s = new ListEntry("$s$, squared singular values", FIELDS.s, () => this.#takeNumbers());
    this.#theta2 = new ListEntry("$θ²$, squared signal", FIELDS.theta2, () => this.#takeNumbers());
    this.#outside = entry("θ_⊥², squared signal outside the modes", FIELDS.outside, () => this.#takeNumbers(), {
      inputmode: "decimal",
    });
    this.element = h(
      "section",
      { class: "card" },
      h("h2", {}, "Problem"),
      this.#problem.element,
      this.#words,
      this.#noise.element,
      h(
        "details",
        { class: "more" },
        h("summary", {}, "Your own: numbers or a file"),
        this.#s.element,
        this.#theta2.element,
        this.#outside.element,
        h("p", { class: "hint" }, "Numbers or fractions such as 7/13, one for each mode."),
        new FileEntry(assistant, (estimated) => this.#takeEstimated(estimated)).element,
      ),
    );
  }

  show({ problem }: State, setting: Setting, inForce: InForce): void {
    this.#inForce = inForce;
    this.#problem.show(problem);
    const words = problem === "own" ? this.#ownWords(setting) : PRESETS[problem].words;
    if (words !== this.#words.textContent) this.#words.textContent = words;
    if (setting.key !== this.#shownFor) {
      this.#shownFor = setting.key;
      const { noise } = setting.suggested;
      this.#noise.rescale(logarithmic(noise / 100, noise * 100));
      this.#showNumbers(setting);
    }
    this.#noise.show(inForce.noise);
  }

  // What a person is typing is left as it stands.
  #showNumbers({ shown: { s, theta2, outside } }: Setting): void {
    if (this.#s.read()?.join() !== s.join()) this.#s.show(s);
    if (this.#theta2.read()?.join() !== theta2.join()) this.#theta2.show(theta2);
    this.#outside.show(outside);
  }

  // What a problem suggests is where to begin with it; with numbers of one's own one goes on from where one is.
  #choose(problem: ProblemName): void {
    if (problem === "own") this.#takeNumbers();
    else this.#shell.change({ problem, noise: null, lambda: null, xi: null, modes: null });
  }

  // The numbers make a problem together: none is taken before all agree.
  #takeNumbers(): void {
    const [s, theta2] = [this.#s.read(), this.#theta2.read()];
    if (s === null || theta2 === null) return;
    try {
      const outside = FIELDS.outside.parse(this.#outside.input.value);
      const own = { problem: "own", s, theta2, outside, ...this.#inForce!, modes: null } as const;
      this.#settings.of(own);
      this.#shell.change(own);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      this.#theta2.complaint.say(error.message);
    }
  }

  #takeEstimated(estimated: Estimated): string | null {
    const { s, theta2, noise } = estimated;
    const own = { problem: "own", s, theta2, outside: 0, noise, lambda: null, xi: null, modes: null } as const;
    try {
      FIELDS.noise.parse(String(noise));
      this.#settings.of(own);
    } catch (error) {
      if (error instanceof InvalidInput) return error.message;
      throw error;
    }
    this.#estimated = estimated;
    this.#shell.change(own);
    return null;
  }

  #ownWords({ shown: { s } }: Setting): string {
    if (this.#estimated?.s.join() !== s.join()) return "Numbers of your own: edit them below.";
    const { name, rows, columns, noise } = this.#estimated;
    const size = `${name}, ${count(rows)} × ${columns}`;
    return `${size}: columns standardised, labels centred. The signal is the least-squares fit, γ² = ${shown(noise)} its residual variance, RSS/(n − d − 1).`;
  }
}
