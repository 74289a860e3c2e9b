import { type Book, type Mutant, type Mutants, mutantsOf } from "../formula/index.ts";
import type { CheckRun, Notice, Verdict } from "./claim.ts";

/** What became of one broken formula under one check. */
export interface MutantResult {
  readonly formula: string;
  readonly change: string;
  /** The whole broken formula, which tells mutants with the same change in different places apart. */
  readonly text: string;
  readonly notice: Notice;
}

/** Holds a check's measurements against every mutant of every formula it covers. */
export function tryMutants(book: Book, covers: readonly string[], carriedOut: CheckRun): MutantResult[] {
  return covers.flatMap((name) => {
    const { live, nowhere } = mutants(book, name);
    const result = ({ formula, change, text }: Mutant, notice: Notice): MutantResult => {
      return { formula, change, text, notice };
    };
    return [
      ...live.map((mutant) => result(mutant, noticeOf(carriedOut, book.with(mutant.formula, mutant.expression)))),
      ...nowhere.map((mutant) => result(mutant, { noticed: false, because: "it divides by zero everywhere" })),
    ];
  });
}

// To break down is not to notice: what is thrown says nothing of values.
function noticeOf({ notices }: CheckRun, broken: Book): Notice {
  try {
    return notices(broken);
  } catch {
    return { noticed: false, because: null };
  }
}

/** A mutant that no check of a kind caught. */
export interface Survivor {
  /** Which formula was broken. */
  readonly formula: string;
  /** What was changed in it. */
  readonly change: string;
  /** Why no such check can see it; null where nothing explains it, so that the formula is untested. */
  readonly because: string | null;
}

/** How the checks of one kind fared against formulas that were broken on purpose. */
export interface MutationScore {
  /** Mutants that some check noticed. */
  readonly caught: number;
  /** All of them: those that were caught, and the survivors. */
  readonly total: number;
  /** Those that no check noticed. */
  readonly survivors: readonly Survivor[];
}

/**
 * The mutation score of one kind of evidence for a claim: a mutant is caught if any check of that kind catches it. Each
 * survivor should come with the reason why no such check can see it.
 *
 * @param results of every check of the kind, as `tryMutants` gives them.
 */
export function mutationScore(results: readonly MutantResult[]): MutationScore {
  const best = new Map<string, MutantResult>();
  for (const result of results) {
    const key = `${result.formula} = ${result.text}`;
    const known = best.get(key);
    if (known === undefined || rank(result.notice) < rank(known.notice)) best.set(key, result);
  }
  const survivors = [...best.values()].flatMap(({ formula, change, notice }) =>
    notice.noticed ? [] : [{ formula, change, because: notice.because }],
  );
  return { caught: best.size - survivors.length, total: best.size, survivors };
}

/**
 * Untested where nothing explains a survivor: its formula might be wrong, and nothing would be noticed. So it is where no mutant
 * was caught at all, whatever the reason: a margin may be so wide that nothing is beyond it.
 */
export function verdictOfScore({ caught, total, survivors }: MutationScore): Verdict {
  const seesNothing = caught === 0 && total > 0;
  return seesNothing || survivors.some(({ because }) => because === null) ? "untested" : "supported";
}

/** A score in words. `most` unexplained survivors are named, all by default, and `where` says where to read of the others. */
export function describeScore(score: MutationScore, most = Infinity, where = ""): string {
  const { caught, total, survivors } = score;
  const counts = `${caught} of ${total} mutants caught`;
  const unexplained = survivors.filter(({ because }) => because === null);
  if (unexplained.length > 0) {
    const named = unexplained.slice(0, most).map(({ formula, change }) => `${formula}: ${change}`);
    const more = unexplained.length - named.length;
    const survive = unexplained.length === 1 ? "survives" : "survive";
    const rest = more === 0 ? "" : `; and ${more} more (${where})`;
    return `${counts}; ${unexplained.length} of ${total} mutants ${survive}, and nothing explains why: ${named.join("; ")}${rest}`;
  }
  const [first] = survivors;
  if (first === undefined) return counts;
  if (caught === 0) return `${counts}; nothing that is broken would be seen: ${first.because}`;
  return `${counts}; beyond sight: ${reasonsOf(score)}`;
}

/** The survivors that are explained, each with its reason. */
export function reasonsOf({ survivors }: MutationScore): string {
  return survivors
    .flatMap(({ formula, change, because }) => (because === null ? [] : [`${formula}: ${change} (${because})`]))
    .join("; ");
}

// Caught, then unexplained, then excused: an excuse from one check does not hold where another should have seen it.
function rank(notice: Notice): number {
  if (notice.noticed) return 0;
  return notice.because === null ? 1 : 2;
}

const known = new WeakMap<Book, Map<string, Mutants>>();

function mutants(book: Book, name: string): Mutants {
  const ofBook = known.get(book) ?? new Map<string, Mutants>();
  known.set(book, ofBook);
  const found = ofBook.get(name) ?? mutantsOf(book, name);
  ofBook.set(name, found);
  return found;
}
