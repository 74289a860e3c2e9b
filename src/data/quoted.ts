const LONGEST = 40;

/** Text from a file as a message shows it: in quotation marks, on one line, and not at full length. */
export function quoted(text: string): string {
  return escaped(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** A name or path as a message shows it: bare, unless it would not stay on one line. */
export function plain(name: string): string {
  return UNPRINTABLE.test(name) ? escaped(name) : name;
}

// Control characters, and what else may end a line.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function escaped(text: string): string {
  return JSON.stringify(text).replace(
    new RegExp(UNPRINTABLE, "g"),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
