import type { Refuse } from "./refusal.ts";

/** A piece of a formula's text. */
export interface Token {
  readonly kind: "integer" | "name" | "mark" | "end";
  /** As it is written; empty at the end. */
  readonly text: string;
}

/**
 * The pieces of a formula, spaces left out: integers of any size, names, and the marks + - * / ^ ( ) and the comma.
 *
 * A number is a run of the digits 0 to 9 and nothing else. Whatever else begins like a number is refused as it is written,
 * to its last character: `0.5`, `1e3`, `5.`, `0x10`, `1_000`, `2x`.
 *
 * @throws what `refuse` gives.
 */
export function tokensOf(text: string, refuse: Refuse): Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== "") {
    if (tokens.length === MOST_TOKENS) throw refuse("", `it has more than ${MOST_TOKENS} numbers, names and marks`);
    const [part, kind] = firstOf(rest, refuse);
    tokens.push({ kind, text: part });
    rest = rest.slice(part.length).trimStart();
  }
  return [...tokens, { kind: "end", text: "" }];
}

/** A sum of twice as many terms as this allows would exhaust the stack of those who read what is read. */
const MOST_TOKENS = 4000;

// A letter, as mathjs has them, which differentiates and typesets; without the signs × and ÷ among them.
const LETTER = String.raw`[a-zA-Z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff]`;
const NAME = new RegExp(`^${LETTER}(?:${LETTER}|[0-9])*`, "u");
// Digits of any script and what may stand in a number: with a sign only behind an e that follows a digit or a point.
const NUMBER_LIKE = new RegExp(String.raw`^\.?\p{Nd}(?:(?<=[\p{Nd}.])[eE][-+]\p{Nd}|${LETTER}|[\p{Nd}.])*`, "u");
const INTEGER = /^[0-9]+$/;

function firstOf(rest: string, refuse: Refuse): [text: string, kind: Token["kind"]] {
  const [number] = NUMBER_LIKE.exec(rest) ?? [];
  if (number !== undefined) {
    if (INTEGER.test(number)) return [number, "integer"];
    throw refuse(number, requirementOn(number));
  }
  const [name] = NAME.exec(rest) ?? [];
  if (name !== undefined) {
    if (WORDS.has(name))
      throw refuse(name, "it is a word of its own in other languages of formulas; choose another name");
    return [name, "name"];
  }
  const character = String.fromCodePoint(rest.codePointAt(0)!);
  if ("+-*/^(),".includes(character)) return [character, "mark"];
  throw refuse(character, requirementOnCharacter(character));
}

function requirementOn(number: string): string {
  const [, digits = "", name = ""] = /^([0-9]+)([^0-9.].*)$/u.exec(number) ?? [];
  const isProduct = NAME.exec(name)?.[0] === name && !/^0[xob]|_|^[0-9]+e[0-9]*$/i.test(number);
  if (isProduct) return `write products with *, as in ${digits}*${name}`;
  return /^[0-9.]+$/.test(number)
    ? "numbers are integers; write 1/2 for 0.5"
    : "numbers are integers, written in digits alone";
}

function requirementOnCharacter(character: string): string {
  const meant = MEANT[character];
  if (meant !== undefined) return `write ${meant}`;
  if ("%!'".includes(character)) return `the operator ${character} is not understood`;
  return ONLY;
}

/** What the language is, where something else stands. */
export const ONLY = "only arithmetic, sum, pairs, diff and at are understood";

const MEANT: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "×": "*",
  "·": "*",
  "⋅": "*",
  "÷": "/",
  "²": "^2",
  "³": "^3",
};

// mathjs, which differentiates and typesets, takes these for operators and constants.
const WORDS: ReadonlySet<string> = new Set(
  "mod to in and or xor not true false null undefined NaN Infinity end".split(" "),
);
