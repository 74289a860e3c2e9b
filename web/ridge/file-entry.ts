import { Complaint } from "../page/controls.ts";
import { h, newId } from "../page/dom.ts";
import { count } from "../page/numbers.ts";
import type { Assistant } from "../work/assistant.ts";
import type { Estimated } from "../work/questions.ts";

const MOST_BYTES = 20_000_000;

/** A CSV file to estimate a problem from; it does not leave the page. */
export class FileEntry {
  readonly element: HTMLElement;
  readonly #assistant: Assistant;
  readonly #take: (estimated: Estimated) => string | null;
  readonly #input: HTMLInputElement;
  readonly #complaint: Complaint;

  /** @param take takes a problem, or says why not. */
  constructor(assistant: Assistant, take: (estimated: Estimated) => string | null) {
    const id = newId();
    this.#assistant = assistant;
    this.#take = take;
    this.#input = h("input", {
      type: "file",
      id,
      accept: ".csv,text/csv",
      onchange: () => void this.#load(),
      // So that the same file can be chosen again, once it is mended.
      onclick: () => (this.#input.value = ""),
    });
    this.#complaint = new Complaint(this.#input);
    this.element = h(
      "div",
      { class: "entry file" },
      h("label", { for: id }, "Your data: a CSV file, labels in the last column"),
      this.#input,
      this.#complaint.element,
      h("p", { class: "hint" }, "It stays in this page. A link carries the numbers estimated from it, not its rows."),
    );
  }

  async #load(): Promise<void> {
    const file = this.#input.files?.[0];
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      this.#complaint.say(`${file.name} has ${count(file.size)} bytes; at most ${count(MOST_BYTES)} are read`);
      return;
    }
    const text = (await file.text()).replace(/^\uFEFF/, "");
    // The same file may be chosen again, after something else was.
    this.#assistant.forget("table");
    this.#assistant.ask(
      "table",
      { name: file.name, text },
      {
        answer: (estimated) => {
          this.#complaint.say(this.#take(estimated));
        },
        refused: (sentence) => this.#complaint.say(sentence),
      },
    );
  }
}
