import { type StatusKind, statusWords } from "../run/index.ts";
import { type Markup, markup } from "./markup.ts";

/** A status as a sign and a word in its colour. */
export function badge(kind: StatusKind): Markup {
  const { sign, name } = statusWords[kind];
  return markup`<span class="badge ${kind}"><span aria-hidden="true">${sign}</span> ${name}</span>`;
}

/** A status as a sign alone, before what has it; the word is spoken. */
export function mark(kind: StatusKind): Markup {
  const { sign, name } = statusWords[kind];
  return markup`<span class="mark ${kind}"><span aria-hidden="true">${sign}</span><span class="spoken">${name}: </span></span>`;
}
