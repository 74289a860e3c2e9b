import { visible } from "../data/index.ts";

/** Text that already is markup (HTML, SVG or XML). Whatever else is put into markup is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Text that is put into markup as it is: only what this project wrote, never what a claim or a file brought along. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** What may stand in markup: text, numbers, other markup, lists of these; null for nothing. */
export type Content = Markup | string | number | null | readonly Content[];

/** A template of markup: the text between the values is taken as it is written, the values are escaped. */
export function markup(text: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = text.map((piece, i) => piece + (i < values.length ? render(values[i]!) : ""));
  return new Markup(parts.join(""));
}

/** The markup of content, with its text escaped. */
export function render(content: Content): string {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "string") return escape(content);
  return typeof content === "number" ? String(content) : content.map(render).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
};

/**
 * Text for an element or a quoted attribute. What no XML document may hold becomes the replacement character; what else is not
 * seen itself but changes how other text is read is written as JSON writes it.
 */
export function escape(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll(FORBIDDEN, "\uFFFD")
    .replaceAll(/[^\t\n\r]+/g, visible)
    .replaceAll(/[&<>"'\r]/g, (character) => ENTITIES[character]!);
}

// oxlint-disable-next-line no-control-regex -- control characters are what must not pass
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
