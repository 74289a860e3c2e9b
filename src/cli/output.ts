import { writeWhole } from "../data/index.ts";

/** Prints `text` for people, or the value as JSON: to standard output for `-` (and nothing else), else to a file. */
export function deliver(json: string | undefined, value: unknown, text: () => string): void {
  const document = `${JSON.stringify(value, null, 2)}\n`;
  if (json === "-") process.stdout.write(document);
  else {
    if (json !== undefined) writeWhole(json, document);
    process.stdout.write(`${text()}\n`);
  }
}

/** A number with six significant digits. */
export function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** What is printed, and below it how the problem differs from the one that was given, if it does. */
export function withOrigin(text: string, { approximation }: { readonly approximation?: string }): string {
  return approximation === undefined ? text : `${text}\n${approximation}`;
}
