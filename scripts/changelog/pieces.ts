import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";

/** What a change is about: the word that its line begins with. In the order of CHANGELOG.md. */
export const SUBJECTS = [
  "Formula",
  "Kernel",
  "Ridge",
  "Optimum",
  "Logistic",
  "Softmax",
  "Evidence",
  "Claims",
  "Coq",
  "Runs",
  "Report",
  "Explorer",
  "Library",
  "Data",
  "Documents",
] as const;

/** A change as a user is told of it. */
export interface Change {
  readonly about: (typeof SUBJECTS)[number];
  /** One paragraph, on one line. */
  readonly says: string;
}

/** The files of a checkout that hold a change each. */
export function changeFiles(root: string): string[] {
  return readdirSync(join(root, "changes"))
    .filter((file) => file !== "README.md")
    .toSorted()
    .map((file) => `changes/${file}`);
}

/** @throws SyntaxError in a sentence that names the file. */
export function readChange(file: string, text: string): Change {
  if (!/^changes\/[a-z0-9-]+\.md$/.test(file)) {
    throw new SyntaxError(
      `${file} is not named like a change; expected words in lower case, such as changes/what-changed.md`,
    );
  }
  const [, given, body] = /^---\nabout: (.*)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  if (given === undefined || body === undefined) {
    throw new SyntaxError(
      `${file} does not begin with ---, a line about: …, --- and an empty line (changes/README.md)`,
    );
  }
  const about = SUBJECTS.find((each) => each === given);
  if (about === undefined) throw new SyntaxError(`${file} is about ${given}; expected one of ${SUBJECTS.join(", ")}`);
  const paragraphs = body.trim().split(/\n\s*\n/);
  if (paragraphs.length !== 1 || paragraphs[0] === "") {
    throw new SyntaxError(`${file} has ${body.trim() === "" ? 0 : paragraphs.length} paragraphs; expected one`);
  }
  return { about, says: paragraphs[0]!.replaceAll(/\s*\n\s*/g, " ") };
}

/** The changelog with these changes first in its unreleased list. @throws SyntaxError where it has none. */
export async function withChanges(text: string, changes: readonly Change[]): Promise<string> {
  const heading = /^## \S+ \(unreleased\)\n\n/m.exec(text);
  if (heading === null) throw new SyntaxError("CHANGELOG.md has no heading ## version (unreleased)");
  const lines = SUBJECTS.flatMap((subject) => changes.filter(({ about }) => about === subject)).map(
    ({ about, says }) => `- ${about}: ${says}\n`,
  );
  const at = heading.index + heading[0].length;
  const whole = text.slice(0, at) + lines.join("") + text.slice(at);
  return prettier.format(whole, { parser: "markdown", printWidth: 120, proseWrap: "preserve" });
}
