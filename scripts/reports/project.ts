import { z } from "zod";

/** What every format of a report has had so far. */
const shape = z.object({
  claims: z.array(
    z.object({
      id: z.string(),
      verdict: z.string(),
      evidence: z.array(z.object({ name: z.string(), verdict: z.string(), detail: z.string() })),
    }),
  ),
});

/** A verdict, and the numbers as they were written. */
export interface Found {
  readonly verdict: string;
  readonly numbers: readonly string[];
}

/** Digits with signs, separators of thousands, fractions and exponents: compared as text, so a last digit counts. */
const NUMBER = /[-−]?\d+(?:[,.]\d+)*(?:\/\d+)?(?:e[-+]?\d+)?/gi;

/**
 * What a report found, under the names of claim and check. Two checks of one name get the number of their turn.
 * @throws {z.ZodError} if it is no report
 */
export function findingsOf(report: unknown): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { id, verdict, evidence } of shape.parse(report).claims) {
    found.set(id, { verdict, numbers: [] });
    for (const item of evidence) {
      found.set(nextName(found, `${id}: ${item.name}`), {
        verdict: item.verdict,
        numbers: item.detail.match(NUMBER) ?? [],
      });
    }
  }
  return found;
}

function nextName(taken: ReadonlyMap<string, Found>, name: string, turn = 1): string {
  const tried = turn === 1 ? name : `${name} (${turn})`;
  return taken.has(tried) ? nextName(taken, name, turn + 1) : tried;
}

/** The findings that only one has, or whose verdict or numbers differ. */
export function unequal(
  before: ReadonlyMap<string, Found>,
  after: ReadonlyMap<string, Found>,
): { finding: string; before: string | undefined; after: string | undefined }[] {
  const text = (found: Found | undefined): string | undefined => found && [found.verdict, ...found.numbers].join(" ");
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((finding) => ({ finding, before: text(before.get(finding)), after: text(after.get(finding)) }))
    .filter((each) => each.before !== each.after);
}
