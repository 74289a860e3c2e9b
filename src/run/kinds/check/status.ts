import { listed, type Verdict } from "../../../evidence/index.ts";
import type { Standing } from "./verdicts.ts";

/** What a verdict is shown as. `conditional`: supported, on ground that was not checked in this run. */
export type StatusKind = Verdict | "conditional" | "unchecked";

/** The status of a claim from what was found of it; undefined where it was not checked. Every report shows this one. */
export function statusOf(found: Pick<Standing, "verdict" | "conditional"> | undefined): StatusKind {
  if (found === undefined) return "unchecked";
  return found.verdict === "supported" && found.conditional.length > 0 ? "conditional" : found.verdict;
}

/** What is to be said of the ground a claim rests on, where that decides its status: that it falls with it, or waits for it. */
export function groundSentence({ verdict, conditional, fallsWith }: Standing): string | null {
  if (fallsWith.length > 0) {
    const [are, they] = fallsWith.length === 1 ? ["is", "it rests on it"] : ["are", "it rests on them"];
    return `it falls with ${listed(fallsWith)}, which ${are} ${verdict}: ${they}`;
  }
  if (verdict !== "supported" || conditional.length === 0) return null;
  const were = conditional.length === 1 ? "was" : "were";
  return `it waits for ${listed(conditional)}, which it rests on and which ${were} not checked in this run`;
}

/** How a status is shown beside its colour, what it is called, and what it means. */
export const statusWords: Readonly<
  Record<StatusKind, { readonly sign: string; readonly name: string; readonly means: string }>
> = {
  supported: {
    sign: "✓",
    name: "supported",
    means: "every piece of evidence speaks for the claim, and so it is for all that it rests on",
  },
  conditional: {
    sign: "◐",
    name: "conditional",
    means: "every piece of evidence speaks for the claim, but it rests on a claim that was not checked in this run",
  },
  untested: {
    sign: "○",
    name: "untested",
    means:
      "every piece of evidence speaks for the claim, but some of it, or of a claim that it rests on, would have done so with a wrong formula as well",
  },
  inconclusive: {
    sign: "?",
    name: "inconclusive",
    means:
      "nothing speaks against the claim, but some evidence for it, or for a claim that it rests on, did not decide",
  },
  refuted: {
    sign: "✗",
    name: "refuted",
    means: "some evidence speaks against the claim, or against a claim that it rests on",
  },
  unchecked: { sign: "–", name: "not checked", means: "the claim was not checked in this run" },
};
