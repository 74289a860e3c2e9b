/** What is said of a text that is no formula: which part of it (none: all of it), and what was expected. */
export type Refuse = (part: string, requirement: string) => SyntaxError;

/** Refusals of a formula, on one line and with the part as it is written. */
export function refusalOf(formula: string): Refuse {
  return (part, requirement) => {
    const what = part === "" ? "the formula" : `${visible(part)} in the formula`;
    return new SyntaxError(`cannot read ${what} ${visible(JSON.stringify(formula))}: ${requirement}`);
  };
}

// Not at full length, and with nothing that a terminal would obey.
function visible(text: string): string {
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return short.replaceAll(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const LONGEST_SHOWN = 200;
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
