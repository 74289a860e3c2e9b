import { type Content, escape, Markup, markup } from "./markup.ts";

/** a, b and c. */
export { listed } from "../evidence/index.ts";

/*
 * Words of the theory are written with Unicode letters, and an underscore before a subscript: `θ_j²`, `ξ_max`, `Σ_{j<k}`.
 * A subscript is one character, or braces, or one of these.
 */
const SUBSCRIPT = /(?<![A-Za-z]{2})(\p{L}[²³′*°]*)_(?:\{([^{}]*)\}|(max|lo|hi|[λξ]{2}|[\p{L}\d⊥×∞½]))(?:\^(\p{Lu}))?/gu;

/** Plain words of the theory as markup, with their subscripts set low. */
export function prose(text: string): Markup {
  return withSubscripts(
    text,
    (base, low, high) => markup`${base}<sub>${low}</sub>${high === "" ? null : markup`<sup>${high}</sup>`}`,
  );
}

/** The same as the content of an SVG text element. */
export function svgProse(text: string): Markup {
  return withSubscripts(
    text,
    (base, low, high) =>
      markup`${base}<tspan dy="0.28em" font-size="75%">${low}</tspan><tspan dy="-0.21em">${high === "" ? NOTHING : high}</tspan>`,
  );
}

/** A blank without width: what moves the text back up needs something to move. */
const NOTHING = new Markup("\u200B");

function withSubscripts(text: string, set: (base: string, low: string, high: string) => Markup): Markup {
  const parts: Content[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: base, 2: braced, 3: low, 4: high = "" } of text.matchAll(SUBSCRIPT)) {
    parts.push(text.slice(end, index), set(base!, braced ?? low!, high));
    end = index + whole.length;
  }
  return markup`${parts}${text.slice(end)}`;
}

/** A sentence that ends in a full stop, with a capital at its beginning where it begins with a Latin word. */
export function sentence(text: string): Markup {
  const capital = /^(?:[a-z][a-z]|a )/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
  return prose(/[.!?,:;…]$/.test(capital) ? capital : `${capital}.`);
}

/** A number with so many decimals, and a true minus sign. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** A number as it is, with a true minus sign. */
export function numeral(value: number): string {
  return String(value).replace("-", "−");
}

/** A count with its noun: 1 step, 2 steps. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** What an identifier in markup may be. */
export function anchor(text: string): string {
  return escape(text).replaceAll(/[^\w/-]+/g, "-");
}
