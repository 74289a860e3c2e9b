import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { InvalidInput, nameOf, onOneLine, packageRoot, reasonOf } from "../data/index.ts";
import { areClaimsLoading, claimsSource } from "./claims-guard.ts";
import { say } from "./output.ts";

/** What was given cannot be used, or a file or a disk could not. */
export const BAD_INPUT = 2;

/** A fault of this program: what sysexits.h calls EX_SOFTWARE. No verdict has it. */
export const OWN_FAULT = 70;

/** Where it is set, a fault of this program shows its stack. */
const STACK = "SD_THEOREMS_STACK";

/** Says in one sentence why a command line could not be carried out, and gives the exit code. Anything may have been thrown. */
export function tell(error: unknown, claims: string | null = claimsSource()): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT; // it has spoken
  if (error instanceof InvalidInput) return refused(error.message);
  if (isOfTheSystem(error)) return refused(`cannot ${error.syscall} ${error.path ?? ""}: ${reasonOf(error)}`);
  if (claims !== null && !isOfOurCode(error)) {
    return refused(`cannot load claims from ${nameOf(claims)}: after it was loaded, this was thrown: ${what(error)}`);
  }
  const stack = process.env[STACK] === undefined ? "" : `\n${stackOf(error)}`;
  say(
    `sd-theorems: this is a fault of sd-theorems: ${what(error)}; please report it with the command (with ${STACK}=1 its stack is shown)${stack}`,
  );
  return OWN_FAULT;
}

/** Says that the program came to an end before the command had, and gives the exit code. */
export function tellCutShort(): number {
  const claims = claimsSource();
  if (claims === null) return tell(new Error("it ended before the command was carried out"));
  const when = areClaimsLoading() ? "it" : "after it was loaded, it";
  return refused(`cannot load claims from ${nameOf(claims)}: ${when} ended the process`);
}

function refused(why: string): number {
  say(`sd-theorems: ${onOneLine(why)}`);
  return BAD_INPUT;
}

// A disk, a network or a process that is refused, where nothing nearer to it has said so.
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = fieldsOf(error);
  return error instanceof Error && typeof code === "string" && typeof syscall === "string";
}

/** The folders of this package with code in them. */
const CODE = /^(?:dist\/)?(?:src|proofs|node_modules)\//;

// Whether all that was being done was done by this package. What says nothing of where it was thrown comes from elsewhere.
function isOfOurCode(error: unknown): boolean {
  const places = [...stackOf(error).matchAll(/^ +at .*?(file:\/\/\/[^:)]*|\/[^:)]*):\d+/gm)].map(([, place]) => place!);
  const files = places.map((place) => (place.startsWith("file:") ? fileURLToPath(place) : place));
  return files.length > 0 && files.every((file) => CODE.test(relative(packageRoot(), file)));
}

/** What was thrown, in words on one line. */
function what(error: unknown): string {
  const { message } = fieldsOf(error);
  if (typeof message === "string" && message.trim() !== "") return onOneLine(message).slice(0, LONGEST);
  try {
    return onOneLine(String(error)).slice(0, LONGEST);
  } catch {
    return "something that cannot be shown";
  }
}

/** A message of a library may hold a whole document. */
const LONGEST = 500;

function stackOf(error: unknown): string {
  const { stack } = fieldsOf(error);
  return typeof stack === "string" ? stack : what(error);
}

// Reading a field of what others throw may throw as well.
function fieldsOf(error: unknown): { readonly [field in "message" | "stack" | "code" | "syscall"]?: unknown } {
  try {
    const { message, stack, code, syscall } = Object(error) as Record<string, unknown>;
    return { message, stack, code, syscall };
  } catch {
    return {};
  }
}
