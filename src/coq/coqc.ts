import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ClaimFile } from "./claim-file.ts";
import { LIBRARY } from "./record.ts";

const run = promisify(execFile);

/** The longest that one sentence of a proof may take, in seconds: the slowest known takes a few. */
const PATIENCE = 300;

/** The version of the coqc on this machine, such as 8.16.1; null where there is none. */
export async function coqVersion(): Promise<string | null> {
  try {
    const { stdout } = await run("coqc", ["--print-version"]);
    return stdout.split(" ")[0]!;
  } catch {
    return null;
  }
}

/** A folder of Coq files that are checked where nothing else lies. */
export class CoqFolder {
  readonly #folder = mkdtempSync(join(tmpdir(), "sd-theorems-coq-"));

  /** Checks the library, which the other files rest on. @throws Error where coqc does not accept it. */
  async addLibrary(text: string): Promise<void> {
    const refusal = await this.#refusal(LIBRARY, text);
    if (refusal !== null) throw new Error(`coqc does not accept ${LIBRARY}: ${refusal.message}`);
  }

  /**
   * The names of the lemmas that coqc does not accept. One whose proof fails is left out to check those after it, and so
   * are those before it, which are accepted: no lemma of a claim rests on another.
   *
   * @throws Error where coqc stops outside any proof.
   */
  async refusedLemmas({ path, text }: Pick<ClaimFile, "path" | "text">): Promise<string[]> {
    const refused: string[] = [];
    let left = text;
    for (;;) {
      const refusal = await this.#refusal(path, left);
      if (refusal === null) return refused;
      const lemma = lemmaAt(left, refusal.line);
      if (lemma === null) throw new Error(`coqc stops in ${path}: ${refusal.message}`);
      refused.push(lemma.name);
      left = lemma.rest;
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  async #refusal(path: string, text: string): Promise<{ line: number; message: string } | null> {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    try {
      // In the folder, as some tactics leave a cache where coqc is started.
      const options = ["-q", "-set", `Default Timeout=${PATIENCE}`, "-Q", this.#folder, "SdTheorems"];
      await run("coqc", [...options, file], { cwd: this.#folder });
      return null;
    } catch (error) {
      const message = String((error as { stderr?: string }).stderr ?? error).trim();
      return { line: Number(/^File .*?, line (\d+),/m.exec(message)?.[1] ?? 0), message };
    }
  }
}

// The lemma with its proof that holds a line, counted from 1, and the text without it and those before it; null where the
// line is in none.
function lemmaAt(text: string, line: number): { readonly name: string; readonly rest: string } | null {
  let rest = text;
  for (const { 0: whole, 1: name, index } of text.matchAll(/^Lemma (\w+)[\s\S]*?Qed\.$/gm)) {
    const first = text.slice(0, index).split("\n").length;
    if (line < first) return null;
    rest = rest.replace(whole, "");
    if (line < first + whole.split("\n").length) return { name: name!, rest };
  }
  return null;
}
