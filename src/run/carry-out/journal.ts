import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { checkShape, InvalidInput, reasonOf, requireWritable, shown } from "../../data/index.ts";
import { type Build, buildsDiffer, buildShape } from "../build/index.ts";
import type { ClaimsFile } from "../claims/claim-source.ts";
import { type Outcome, succeeded } from "../outcome.ts";

/** The first line of a journal: what tells this run from every other, and from what it can be planned again. */
export interface Header {
  /** What kind of jobs it is of: "check". */
  readonly kind: string;
  readonly version: string;
  readonly seed: number;
  /** SHA-256 of the plan: every job and all that its result depends on, the build included. */
  readonly plan: string;
  /** Which part of the plan this is the journal of: 1 of 1 for the whole. */
  readonly shard: { readonly index: number; readonly of: number };
  /** What the plan is made from. */
  readonly settings: unknown;
  /** Of which the digest alone tells runs apart: a journal may be gone on with on another version of Node. */
  readonly build: Build;
}

/** A journal as it was found. */
export interface JournalContent {
  readonly header: Header;
  /** By job, in the order in which they ended. A result counts more than a failure, and a later failure than an earlier. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Bytes of whole lines. */
  readonly length: number;
}

export const headerShape = z.strictObject({
  kind: z.string(),
  version: z.string(),
  build: buildShape,
  seed: z.int().min(0),
  plan: z.string(),
  shard: z.strictObject({
    index: z.int().min(1).describe("which part, from 1 on"),
    of: z.int().min(1).describe("how many parts there are"),
  }),
  settings: z.unknown(),
});

const entryShape = z
  .strictObject({ job: z.string(), result: z.unknown().optional(), failed: z.string().optional() })
  .refine(
    ({ result, failed }) => (result === undefined) !== (failed === undefined),
    "expected either a result or failed",
  );

/**
 * The results of a run as they come: a file that is only appended to, a JSON object a line. The first line is the header, each
 * other `{"job": …, "result": …}` or `{"job": …, "failed": why}`.
 *
 * A line is handed to the system whole before the next job's is, so that it outlives the process, however that ends; and it is
 * on the disk (fsync) within a second of the next line, and at the end. What a loss of power may take is redone: a last line
 * without its end is dropped when the journal is read, and cut off when it is gone on with.
 */
export class Journal {
  /** What had been done when the journal was opened. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly #path: string;
  readonly #file: number;
  #length: number;
  #synced = performance.now();
  #isOpen = true;

  private constructor(path: string, file: number, { length, outcomes }: Omit<JournalContent, "header">) {
    this.#path = path;
    this.#file = file;
    this.#length = length;
    this.outcomes = outcomes;
  }

  /**
   * Begins a journal, or with `resume` goes on with it where there is one.
   *
   * @throws InvalidInput where the file has something in it and `resume` is not given, where it is the journal of another run,
   *   and where a line other than the last is damaged.
   */
  static open(path: string, header: Header, { resume = false } = {}): Journal {
    requireWritable(path);
    const isThere = existsSync(path) && sizeOf(path) > 0;
    if (isThere && !resume) {
      throw new InvalidInput(`${path} is there already; go on with it with --resume, or name another file`);
    }
    const found = isThere ? contentOf(path, header) : null;
    const file = attempt(path, () => openSync(path, "a"));
    try {
      if (found !== null) {
        attempt(path, () => ftruncateSync(file, found.length));
        return new Journal(path, file, found);
      }
      attempt(path, () => ftruncateSync(file, 0));
      const journal = new Journal(path, file, { length: 0, outcomes: new Map() });
      journal.#write(header);
      journal.#sync();
      return journal;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** Adds what became of a job. @throws InvalidInput where it cannot be written; the whole lines before it stay. */
  append(job: string, outcome: Outcome): void {
    this.#write({ job, ...outcome });
    if (performance.now() - this.#synced > 1000) this.#sync();
  }

  /** Sees to it that all is on the disk. Nothing can be added afterwards. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      this.#sync();
    } finally {
      closeSync(this.#file);
    }
  }

  #write(line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      // Nearly always one call; a disk that is almost full takes a part and then says why it takes no more.
      for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      this.#takeBack();
      throw refusal(this.#path, error);
    }
    this.#length += bytes.length;
  }

  #takeBack(): void {
    try {
      ftruncateSync(this.#file, this.#length);
    } catch {
      // Then a line without its end stays, which is dropped when the journal is read.
    }
  }

  #sync(): void {
    attempt(this.#path, () => fsyncSync(this.#file));
    this.#synced = performance.now();
  }
}

/**
 * Reads a journal. A last line that was not written to its end is left out.
 *
 * @throws InvalidInput where there is none, or a line is damaged.
 */
export function readJournal(path: string): JournalContent {
  const bytes = attempt(path, () => (sizeOf(path), readFileSync(path)), "read");
  const lines = wholeLines(bytes);
  const [first, ...rest] = lines;
  if (first === undefined) throw new InvalidInput(`${path} is no journal: it has no whole line`);
  const given = parsed(first, `${path}, line 1`);
  if (isOld(given)) throw new InvalidInput(`${path} is ${OLD}`);
  const header = checkShape(given, `${path}, line 1`, headerShape);
  const outcomes = new Map<string, Outcome>();
  rest.forEach((line, i) => {
    const where = `${path}, line ${i + 2}`;
    const { job, result, failed } = checkShape(parsed(line, where), where, entryShape);
    if (!succeeded(outcomes.get(job))) outcomes.set(job, failed === undefined ? { result } : { failed });
  });
  return { header, outcomes, length: lines.reduce((sum, line) => sum + line.length + 1, 0) };
}

const OLD =
  "a journal from before journals said which code made them; begin again with another file, or make the parts anew";

function isOld(header: unknown): boolean {
  return typeof header === "object" && header !== null && "plan" in header && !("build" in header);
}

// Null where not even the header was written to its end.
function contentOf(path: string, expected: Header): JournalContent | null {
  const bytes = attempt(path, () => readFileSync(path), "read");
  if (isBeginningOf(expected, bytes)) return null;
  const content = readJournal(path);
  const difference = differenceOf(content.header, expected);
  if (difference !== null) {
    throw new InvalidInput(`${path} is the journal of another run: ${difference}; ${WAY_ON}`);
  }
  return content;
}

const WAY_ON = "name another file with --journal, or remove this one and begin again";

// The build comes last, and may be in other words where the run was begun on another version of Node.
function isBeginningOf(header: Header, bytes: Buffer): boolean {
  const start = Buffer.from(JSON.stringify({ ...header, build: undefined }).slice(0, -1));
  const length = Math.min(start.length, bytes.length);
  return !bytes.includes("\n") && start.subarray(0, length).equals(bytes.subarray(0, length));
}

/** What tells two runs, or parts, apart, in words; null where they are the same. */
export function differenceOf(given: Header, expected: Header): string | null {
  // In this order: what differs first says most.
  return (
    fieldsDiffer(["kind", "version", "seed", "shard"], given, expected) ??
    claimsDiffer(given, expected) ??
    buildsDiffer(given.build, expected.build) ??
    fieldsDiffer(["plan"], given, expected)
  );
}

function fieldsDiffer(
  fields: readonly Exclude<keyof Header, "build">[],
  given: Header,
  expected: Header,
): string | null {
  const field = fields.find((each) => !isDeepStrictEqual(given[each], expected[each]));
  if (field === undefined) return null;
  const [its, wanted] = [words(field, given), words(field, expected)];
  return its === wanted ? "what it was planned from has changed since" : `${its}; expected ${wanted}`;
}

// Of a file of claims the build says less than the settings do.
function claimsDiffer(given: Header, expected: Header): string | null {
  const [its, wanted] = [given, expected].map(({ settings }) => (settings ?? {}) as ClaimsFile) as [
    ClaimsFile,
    ClaimsFile,
  ];
  if (its.claimsFile !== wanted.claimsFile) return fieldsDiffer(["settings"], given, expected);
  if (its.claimsSha256 === wanted.claimsSha256) return null;
  return `${its.claimsFile}, or a module that it imports, has changed since`;
}

function words(field: Exclude<keyof Header, "build">, header: Header): string {
  if (field === "plan" || field === "settings") return shown(header.settings, 200);
  if (field === "shard") return `part ${header.shard.index}/${header.shard.of}`;
  return `${field} ${String(header[field])}`;
}

function wholeLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parsed(line: Buffer, where: string): unknown {
  try {
    return JSON.parse(utf8.decode(line));
  } catch {
    throw new InvalidInput(`${where} is damaged: it is not JSON`);
  }
}

// A pipe would be waited for, a device never ends.
function sizeOf(path: string): number {
  const status = statSync(path);
  if (status.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  if (!status.isFile()) throw new InvalidInput(`${path} is no file; a journal must be one`);
  return status.size;
}

function attempt<T>(path: string, action: () => T, what: "read" | "write" = "write"): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof InvalidInput ? error : refusal(path, error, what);
  }
}

function refusal(path: string, error: unknown, what = "write"): InvalidInput {
  return new InvalidInput(`cannot ${what} ${path}: ${reasonOf(error)}`);
}
