import { fill, h } from "./dom.ts";
import { typeset } from "./typeset.ts";

/** Characters of a value that has no room in the size of a number. */
const LONG = 10;

/** A number with its name and a sentence that says what it means here. */
export class Tile {
  readonly element: HTMLElement;
  readonly #value = h("p", { class: "value" });
  readonly #words = h("p", { class: "words" });

  constructor(name: string, title: string, claim: HTMLElement) {
    this.element = h(
      "section",
      { class: "tile", "data-tile": name },
      h("h3", {}, typeset(title)),
      this.#value,
      this.#words,
      claim,
    );
  }

  show(value: string, words: string): void {
    fill(this.#value, ...typeset(unbroken(value)));
    this.#value.classList.toggle("long", value.length > LONG);
    fill(this.#words, ...typeset(unbroken(words)));
  }
}

// Tiles are narrow, and what stands around a sign belongs together.
function unbroken(text: string): string {
  return text.replaceAll(/ ([<>≤=±]) /g, "\u00A0$1\u00A0");
}

/** The answer to the page's question, in a sentence that a screen reader hears when it changes. */
export class Verdict {
  readonly element = h("section", { class: "verdict", "aria-label": "Verdict" });
  readonly #sentence = h("p", { class: "sentence", role: "status" });

  constructor(claims: readonly HTMLElement[]) {
    this.element.append(this.#sentence, h("p", { class: "claims" }, claims));
  }

  /** @param answer how it is coloured. */
  show(answer: "yes" | "no" | "open", headline: string, because: string): void {
    this.element.dataset["answer"] = answer;
    delete this.element.dataset["pending"];
    fill(this.#sentence, h("strong", {}, ...typeset(headline)), " ", ...typeset(because));
  }

  /** Dims the last answer until the next one comes. */
  wait(): void {
    this.element.dataset["pending"] = "";
  }
}

/** Rows of a name and what is known of it. */
export class Facts {
  readonly element = h("dl", { class: "facts" });
  readonly #rows = new Map<string, { readonly row: HTMLElement; readonly value: HTMLElement }>();

  row(name: string, title: string): void {
    const value = h("dd");
    const row = h("div", { "data-fact": name }, h("dt", {}, typeset(title)), value);
    this.#rows.set(name, { row, value });
    this.element.append(row);
  }

  /** Says that nothing is known. */
  clear(): void {
    for (const { value } of this.#rows.values()) fill(value, "–");
  }

  show(name: string, ...content: readonly (Node | string)[]): void {
    fill(this.#rows.get(name)!.value, ...content);
  }
}
