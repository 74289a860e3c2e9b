import { InvalidInput } from "../../src/data/portable.ts";
import type { Field } from "../state/fields.ts";
import { h, newId } from "./dom.ts";
import { typeset } from "./typeset.ts";

/** A labelled part of the page that shows a value and lets a person change it. */
export interface Control<T> {
  readonly element: HTMLElement;
  /** Shows a value, and lets go of an entry that was refused. */
  readonly show: (value: T) => void;
}

/** Where a sentence about a refused entry stands, beside the entry. */
export class Complaint {
  readonly element: HTMLElement;
  readonly #input: HTMLElement;

  constructor(input: HTMLElement) {
    const id = newId();
    this.#input = input;
    this.element = h("p", { class: "complaint", id, role: "alert" });
    input.setAttribute("aria-describedby", id);
  }

  say(sentence: string | null): void {
    this.element.textContent = sentence === null ? "" : `${sentence}.`;
    if (sentence === null) this.#input.removeAttribute("aria-invalid");
    else this.#input.setAttribute("aria-invalid", "true");
  }
}

/** An entry of text that a field reads: what it refuses stays as it was typed, with the reason below. */
export function entry<T>(
  label: string,
  field: Field<T>,
  change: (value: T) => void,
  attributes: Readonly<Record<string, string>> = {},
  display: (value: T) => string = field.format,
): Control<T> & { readonly input: HTMLInputElement; readonly complaint: Complaint } {
  const id = newId();
  const input = h("input", {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...attributes,
    oninput: () => {
      try {
        const value = field.parse(input.value);
        complaint.say(null);
        change(value);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        complaint.say(error.message);
      }
    },
  });
  const complaint = new Complaint(input);
  return {
    element: h("div", { class: "entry" }, h("label", { for: id }, typeset(label)), input, complaint.element),
    input,
    complaint,
    show(value) {
      const text = display(value);
      const refused = input.getAttribute("aria-invalid") !== null;
      if (document.activeElement === input && (refused || display(field.parse(input.value)) === text)) return;
      complaint.say(null);
      input.value = text;
    },
  };
}

/** How a slider's position, from 0 to 1, stands for a value. */
export interface Scale {
  readonly at: (position: number) => number;
  readonly of: (value: number) => number;
}

export function linear(from: number, to: number, step: number): Scale {
  return {
    at: (position) => Number((Math.round((from + position * (to - from)) / step) * step).toPrecision(12)),
    of: (value) => (value - from) / (to - from),
  };
}

export function logarithmic(from: number, to: number): Scale {
  const span = Math.log(to / from);
  return {
    at: (position) => Number((from * Math.exp(position * span)).toPrecision(3)),
    of: (value) => Math.log(Math.max(value, Number.MIN_VALUE) / from) / span,
  };
}

const POSITIONS = 400;

// More would not fit the entry; the state keeps all of them.
function sixDigits(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A slider beside an entry for the same number, which may lie beyond the slider's ends. */
export function slider(
  label: string,
  field: Field<number>,
  first: Scale,
  change: (value: number) => void,
): Control<number> & { readonly rescale: (scale: Scale) => void; readonly range: HTMLInputElement } {
  let scale = first;
  let current = NaN;
  const typed = entry(label, field, change, { inputmode: "decimal", class: "number" }, sixDigits);
  const range = h("input", {
    type: "range",
    min: "0",
    max: String(POSITIONS),
    step: "1",
    "aria-label": label.replaceAll("$", ""),
    oninput: () => {
      const value = scale.at(Number(range.value) / POSITIONS);
      typed.complaint.say(null);
      typed.input.value = field.format(value);
      change(value);
    },
  });
  const place = (): void => {
    const position = String(Math.round(POSITIONS * Math.min(1, Math.max(0, scale.of(current)))));
    if (scale.at(Number(range.value) / POSITIONS) !== current) range.value = position;
    range.setAttribute("aria-valuetext", sixDigits(current));
  };
  typed.element.classList.add("slider");
  typed.input.after(range);
  // On a phone the symbol alone has room.
  const [symbol, ...words] = label.split(", ");
  typed.element.firstElementChild!.replaceChildren(...typeset(symbol!), h("span", {}, `, ${words.join(", ")}`));
  return {
    element: typed.element,
    range,
    show(value) {
      typed.show(value);
      current = value;
      place();
    },
    rescale(next) {
      scale = next;
      if (!Number.isNaN(current)) place();
    },
  };
}

/** A choice of several. */
export function choice<T extends string>(
  label: string,
  options: Readonly<Record<T, string>>,
  change: (value: T) => void,
): Control<T> & { readonly select: HTMLSelectElement } {
  const id = newId();
  const select = h(
    "select",
    { id, onchange: () => change(select.value as T) },
    (Object.entries(options) as [T, string][]).map(([value, words]) => h("option", { value }, words)),
  );
  return {
    element: h("div", { class: "entry" }, h("label", { for: id }, label), select),
    select,
    show(value) {
      select.value = value;
    },
  };
}
