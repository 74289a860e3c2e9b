import { InvalidInput } from "../../src/data/portable.ts";
import type { Field } from "../state/fields.ts";
import { Complaint } from "./controls.ts";
import { h, newId } from "./dom.ts";
import { typeset } from "./typeset.ts";

/** An entry of a list that is read when asked, as it makes sense together with others only. */
export class ListEntry {
  readonly element: HTMLElement;
  readonly complaint: Complaint;
  readonly #input: HTMLTextAreaElement;
  readonly #field: Field<readonly string[]>;

  constructor(label: string, field: Field<readonly string[]>, typed: () => void) {
    const id = newId();
    this.#field = field;
    this.#input = h("textarea", { id, rows: 2, spellcheck: "false", autocomplete: "off", oninput: typed });
    this.complaint = new Complaint(this.#input);
    this.element = h(
      "div",
      { class: "entry" },
      h("label", { for: id }, typeset(label)),
      this.#input,
      this.complaint.element,
    );
  }

  show(values: readonly string[]): void {
    this.#input.value = values.join(", ");
    this.complaint.say(null);
  }

  /** The entries, or null where they are refused: then the reason stands below. */
  read(): readonly string[] | null {
    try {
      const values = this.#field.parse(this.#input.value);
      this.complaint.say(null);
      return values;
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      this.complaint.say(error.message);
      return null;
    }
  }
}
