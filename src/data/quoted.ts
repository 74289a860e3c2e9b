import { WrittenNumber } from "./written-number.ts";

const LONGEST = 40;
const LONGEST_NAME = 240;

/** Text from a file as a message shows it: in quotation marks, on one line, and not at full length. */
export function quoted(text: string): string {
  return escaped(JSON.stringify(shortened(text)));
}

/** A name or path as a message shows it: bare, unless it would not stay on one line; without its middle if it is long. */
export function plain(name: string): string {
  const half = LONGEST_NAME / 2;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, half)}…${name.slice(-half)}` : name;
  return UNPRINTABLE.test(short) ? escaped(JSON.stringify(short)) : short;
}

/** A value from a file as a message shows it: as JSON, on one line, and not at full length. */
export function shown(value: unknown, most = LONGEST): string {
  try {
    if (value instanceof WrittenNumber) return shortened(value.text, most);
    const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
    return escaped(shortened(text, most));
  } catch {
    return "something nested too deeply";
  }
}

/**
 * Text of several lines as a terminal may be given it: whatever else could move its cursor, colour it, hide in it or turn its
 * direction round is written as JSON writes it, such as \u001b. In a JSON document, where such characters stand in strings
 * alone, it changes nothing of what the document says.
 */
export function visible(text: string): string {
  return text.split("\n").map(escaped).join("\n");
}

/** Words that stand on a line with others: as `visible`, with a blank for every line break and the blanks about it. */
export function onOneLine(words: string): string {
  return escaped(words.replaceAll(/\s*[\r\n]\s*/g, " "));
}

/*
 * Control characters, surrogates without their other half, what else may end a line, and all that is not seen itself: marks of
 * direction, blanks without width, tags. Variation selectors stay: they only choose between shapes of the letter before.
 */
const UNPRINTABLE = /(?![\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL = new RegExp(UNPRINTABLE, "gu");

function escaped(text: string): string {
  return text.replace(ALL, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

function shortened(text: string, most = LONGEST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
