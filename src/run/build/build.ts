import { createHash } from "node:crypto";
import * as z from "zod";
import { readRecord } from "../../coq/index.ts";
import { packageRoot } from "../../data/index.ts";
import { codeOf } from "./code.ts";
import { commitOf } from "./commit.ts";

/** What made a result. Two runs are of one build if its digest is the same; the rest says what it was. */
export interface Build {
  /**
   * SHA-256 of all that a result depends on besides what is asked for: this package's built code and shipped data, the versions
   * of the packages that it rests on, what Coq is on record to have accepted and, for claims of a file, every module that the
   * file imports. The version of Node is not in it: the digits do not depend on it.
   */
  readonly digest: string;
  /** The commit that the checkout is at, or the package was packed at; null where that is not known. */
  readonly commit: string | null;
  /** The version of Node. */
  readonly node: string;
  /** The version of Coq that the record of accepted proofs is of; null where there is no record. */
  readonly coq: string | null;
  /** The versions of packages that results rest on, by name. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The shape of a build, as it is read from a journal or a report. */
export const buildShape: z.ZodType<Build> = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, "@ is no SHA-256"),
  commit: z.string().max(64).nullable(),
  node: z.string().max(40),
  coq: z.string().max(40).nullable(),
  dependencies: z.record(z.string().max(214), z.string().max(400)),
});

/**
 * The build of this process.
 *
 * @param claimsDigest of the module that the claims come from and all that it imports, where they are not the project's own.
 */
export function buildOf(claimsDigest?: string): Build {
  const { digest, dependencies } = codeOf();
  rest ??= { commit: commitOf(packageRoot()), node: process.versions.node, coq: readRecord()?.coq ?? null };
  const whole = claimsDigest === undefined ? digest : sha256(`${digest} ${claimsDigest}`);
  return { digest: whole, ...rest, dependencies };
}

let rest: Pick<Build, "commit" | "node" | "coq"> | undefined;

/** A build's digest as people are shown it. */
export function shortBuild({ digest }: Pick<Build, "digest">): string {
  return digest.slice(0, SHOWN);
}

const SHOWN = 12;

/** A build in a few words: its digest, its commit and its Node. */
export function describeBuild(build: Build): string {
  const commit = build.commit === null ? "" : `commit ${build.commit.slice(0, SHOWN)}, `;
  return `${shortBuild(build)} (${commit}Node ${build.node})`;
}

/** What the builds of two results are, and what is known of why they differ; null where they are one. */
export function buildsDiffer(given: Build, expected: Build): string | null {
  if (given.digest === expected.digest) return null;
  const names = [...new Set([given, expected].flatMap(({ dependencies }) => Object.keys(dependencies)))];
  const changed = names.flatMap((name) => {
    const [was, is] = [given, expected].map(({ dependencies }) => dependencies[name] ?? "none");
    return was === is ? [] : [`${name} ${was} in place of ${is}`];
  });
  const packages = changed.length === 0 ? "" : `, with ${changed.slice(0, MOST_NAMED).join(", ")}`;
  return `build ${describeBuild(given)}${packages}; expected build ${describeBuild(expected)}`;
}

const MOST_NAMED = 3;

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
