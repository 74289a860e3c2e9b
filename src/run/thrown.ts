import { types } from "node:util";

/**
 * What was thrown, in words: the message of an error, and of anything else what it is. Whatever was thrown, this throws nothing:
 * messages may be computed, and proxies may answer no question.
 */
export function reasonOfThrown(thrown: unknown): string {
  try {
    if (types.isProxy(thrown)) return "a proxy was thrown";
    if (thrown instanceof Error) {
      const message: unknown = thrown.message;
      return typeof message === "string" && message.trim() !== "" ? cut(message) : `${nameOf(thrown)} was thrown`;
    }
    if (typeof thrown === "string") return `${cut(JSON.stringify(thrown))} was thrown`;
    return `${typeof thrown === "object" && thrown !== null ? ofObject(thrown) : cut(String(thrown))} was thrown`;
  } catch {
    return "something was thrown that cannot be shown";
  }
}

/** Whether what was thrown is of a class. A proxy is of none: it may answer by throwing. */
export function isThrown<T extends Error>(thrown: unknown, kind: new (message: string) => T): thrown is T {
  return !types.isProxy(thrown) && thrown instanceof kind;
}

/** Characters of a message that are kept: an outcome is sent and written, and nobody reads more. */
const MOST = 10_000;

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function nameOf({ name }: Error): string {
  return typeof name === "string" && name !== "" ? name : "an error without a name";
}

function ofObject(thrown: object): string {
  // Another realm's error, or what looks like one.
  const message: unknown = (thrown as { readonly message?: unknown }).message;
  if (typeof message === "string" && message !== "") return cut(JSON.stringify(message));
  return "an object";
}
