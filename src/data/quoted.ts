import { WrittenNumber } from "./written-number.ts";

const LONGEST = 40;
const LONGEST_NAME = 240;

/** Text from a file as a message shows it: in quotation marks, on one line, and not at full length. */
export function quoted(text: string): string {
  return inOneLine(JSON.stringify(shortened(text)));
}

/** A name or path as a message shows it: bare, unless it would not stay on one line; without its middle if it is long. */
export function plain(name: string): string {
  const half = LONGEST_NAME / 2;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, half)}…${name.slice(-half)}` : name;
  return UNPRINTABLE.test(short) ? inOneLine(JSON.stringify(short)) : short;
}

/** A value from a file as a message shows it: as JSON, on one line, and not at full length. */
export function shown(value: unknown, most = LONGEST): string {
  try {
    if (value instanceof WrittenNumber) return shortened(value.text, most);
    const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
    return inOneLine(shortened(text, most));
  } catch {
    return "something nested too deeply";
  }
}

// Control characters, and what else may end a line.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function inOneLine(text: string): string {
  return text.replace(
    new RegExp(UNPRINTABLE, "g"),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function shortened(text: string, most = LONGEST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
