import { type Book, type Mutant, type Mutants, mutantsOf } from "../formula/index.ts";
import type { Examination, Finding, Judgement } from "./claim.ts";

/** What became of one broken formula under one check. */
export interface MutantResult {
  readonly formula: string;
  readonly change: string;
  /** The whole broken formula, which tells mutants with the same change in different places apart. */
  readonly text: string;
  readonly judgement: Judgement;
}

/** Holds a check's measurements against every mutant of every formula it covers. */
export function tryMutants(book: Book, covers: readonly string[], examination: Examination): MutantResult[] {
  return covers.flatMap((name) => {
    const { live, nowhere } = mutants(book, name);
    const result = ({ formula, change, text }: Mutant, judgement: Judgement): MutantResult => {
      return { formula, change, text, judgement };
    };
    return [
      ...live.map((mutant) => result(mutant, judged(examination, book.with(mutant.formula, mutant.expression)))),
      ...nowhere.map((mutant) => result(mutant, { caught: false, blind: "it divides by zero everywhere" })),
    ];
  });
}

// To break down is not to notice: what is thrown says nothing of values.
function judged({ judge }: Examination, broken: Book): Judgement {
  try {
    return judge(broken);
  } catch {
    return { caught: false, blind: null };
  }
}

/**
 * The mutation score of one kind of evidence for a claim: a mutant is caught if any check of that kind catches it. Each
 * survivor must come with the reason why no such check can see it; with one that has none, the formula is untested there.
 *
 * @param results of every check of the kind, as `tryMutants` gives them.
 */
export function mutationFinding(results: readonly MutantResult[]): Finding {
  const best = new Map<string, MutantResult>();
  for (const result of results) {
    const key = `${result.formula} = ${result.text}`;
    const known = best.get(key);
    if (known === undefined || rank(result.judgement) < rank(known.judgement)) best.set(key, result);
  }
  const all = [...best.values()];
  const survivors = all.filter(({ judgement }) => !judgement.caught);
  const unexplained = survivors.filter(({ judgement }) => !judgement.caught && judgement.blind === null);
  const score = `${all.length - survivors.length} of ${all.length} mutants caught`;
  if (unexplained.length > 0) {
    const list = unexplained.map(({ formula, change }) => `${formula}: ${change}`).join(BETWEEN);
    const survive = unexplained.length === 1 ? "survives" : "survive";
    const count = `${unexplained.length} of ${all.length} mutants ${survive}`;
    return { verdict: "untested", detail: `${score}; ${count}, ${UNEXPLAINED}${list}` };
  }
  // What sees no error at all shows nothing, whatever the reason: a margin may be so wide that nothing is beyond it.
  if (survivors.length === all.length && all.length > 0) {
    return { verdict: "untested", detail: `${score}; ${NONE_SEEN}${reasonOf(survivors[0]!)}` };
  }
  const reasons = survivors.map((survivor) => `${survivor.formula}: ${survivor.change} (${reasonOf(survivor)})`);
  const detail = reasons.length === 0 ? score : `${score}; beyond sight: ${reasons.join("; ")}`;
  return { verdict: "supported", detail };
}

function reasonOf({ judgement }: MutantResult): string {
  return judgement.caught ? "" : String(judgement.blind);
}

// No formula has a semicolon in it.
const BETWEEN = "; ";
const NONE_SEEN = "nothing that is broken would be seen: ";
const UNEXPLAINED = "and nothing explains why: ";
const MOST_NAMED = 5;

/** The detail of a finding, with the first few where it lists survivors, and where to read of the others. */
export function shortDetail({ detail }: Pick<Finding, "detail">, where: string): string {
  const [score, list] = detail.split(UNEXPLAINED) as [string, string?];
  const survivors = list?.split(BETWEEN) ?? [];
  if (survivors.length <= MOST_NAMED) return detail;
  const named = survivors.slice(0, MOST_NAMED).join(BETWEEN);
  return `${score}${UNEXPLAINED}${named}; and ${survivors.length - MOST_NAMED} more (${where})`;
}

/** A mutation finding in parts: how many mutants were caught, of how many, and what is said of the others. */
export interface MutationScore {
  readonly caught: number;
  readonly of: number;
  readonly others: string;
}

/** The parts of what `mutationFinding` says; null for any other finding. */
export function mutationScore({ detail }: Pick<Finding, "detail">): MutationScore | null {
  const [, caught, of, others] = /^(\d+) of (\d+) mutants caught(?:; (.*))?$/s.exec(detail) ?? [];
  return caught === undefined ? null : { caught: Number(caught), of: Number(of), others: others ?? "" };
}

// Caught, then unexplained, then excused: an excuse from one check does not hold where another should have seen it.
function rank(judgement: Judgement): number {
  if (judgement.caught) return 0;
  return judgement.blind === null ? 1 : 2;
}

const known = new WeakMap<Book, Map<string, Mutants>>();

function mutants(book: Book, name: string): Mutants {
  const ofBook = known.get(book) ?? new Map<string, Mutants>();
  known.set(book, ofBook);
  const found = ofBook.get(name) ?? mutantsOf(book, name);
  ofBook.set(name, found);
  return found;
}
