import type { Book } from "../formula/index.ts";
import type { Check, Finding } from "./claim.ts";
import type { Derivation, Step } from "./step.ts";
import { outcomeOf, type StepOutcome } from "./step-outcome.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Evidence by exact algebra: every step is decided by the kernel.
 *
 * @param book with the formulas it is about.
 */
export function derivation(book: Book, written: Derivation): Check {
  const { name, covers, prepare = (same) => same, hypotheses = {}, steps } = written;
  const outcomes = function* (candidate: Book): Generator<StepOutcome> {
    const prepared = prepare(candidate);
    for (const step of steps) yield outcomeOf(step, prepared, hypotheses);
  };
  const fails = (candidate: Book): boolean => {
    for (const { kind } of outcomes(candidate)) if (kind === "fails") return true;
    return false;
  };
  return {
    kind: "derivation",
    name,
    covers,
    comparisons: 0,
    effort: 0,
    derivation: written,
    unreadable: (other) => unreadable(written, book) ?? (other === book ? null : unreadable(written, other)),
    run: () => ({
      finding: findingOf([...outcomes(book)], steps),
      notices: (broken) => (fails(broken) ? { noticed: true } : { noticed: false, because: null }),
    }),
  };
}

// A step that fails speaks against the derivation, whatever was not decided before it.
function findingOf(outcomes: readonly StepOutcome[], steps: readonly Step[]): Finding {
  for (const kind of ["fails", "undecided"] as const) {
    const at = outcomes.findIndex((outcome) => outcome.kind === kind);
    const outcome = outcomes[at];
    if (outcome === undefined || outcome.kind === "holds") continue;
    return { verdict: kind === "fails" ? "refuted" : "inconclusive", detail: `${steps[at]!.says}: ${outcome.says}` };
  }
  return { verdict: "supported", detail: `${steps.length} exact ${steps.length === 1 ? "step" : "steps"}` };
}
