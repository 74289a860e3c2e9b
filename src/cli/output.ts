import { InvalidInput, JSON_FORM, visible, writeWhole } from "../data/index.ts";

/*
 * All that the command line says goes out here. What it is given may hold anything: names of files, claims of others, messages
 * of libraries, answers of a server. Nothing of it reaches a terminal but as text.
 */

/** Prints lines on standard output. */
export function print(text: string): void {
  write("stdout", `${text}\n`);
}

/** Says something on standard error: a sentence, or lines. */
export function say(text: string): void {
  write("stderr", `${text}\n`);
}

/** Writes lines that end with a line break, as they are but for what no terminal should be given. */
export function write(stream: "stdout" | "stderr", text: string): void {
  process[stream].write(visible(text));
}

/** Prints a document that has seen to its own characters, and may need those that `print` would spell out. */
export function printDocument(text: string): void {
  process.stdout.write(text);
}

/** Prints `text` for people, or the value as JSON: to standard output for `-` (and nothing else), else to a file as well. */
export function deliver(json: string | undefined, value: object, text: () => string): void {
  const document = json === undefined ? "" : documentOf(value);
  if (json === "-") return printDocument(document);
  // First what cannot be refused: a disk that is full takes nothing away from it.
  print(text());
  if (json !== undefined) writeWhole(json, document);
}

/** A value as the JSON document that `--json` writes. @throws InvalidInput where a number of it is none that JSON has. */
export function documentOf(value: object): string {
  const refuseNone = (key: string, part: unknown): unknown => {
    if (typeof part === "number" && !Number.isFinite(part)) {
      throw new InvalidInput(`${key} is ${part}, which JSON cannot say; see it without --json`);
    }
    return part;
  };
  return `${visible(JSON.stringify({ schema: JSON_FORM, ...value }, refuseNone, 2))}\n`;
}

/** A number with six significant digits. */
export function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** What is printed, and below it how the problem differs from the one that was given, if it does. */
export function withOrigin(text: string, { approximation }: { readonly approximation?: string }): string {
  return approximation === undefined ? text : `${text}\n${approximation}`;
}
