const LONGEST = 40;

/** Text from a file as a message shows it: in quotation marks, on one line, and not at full length. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
