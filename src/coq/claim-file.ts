import type { Claim, Derivation, Step } from "../evidence/index.ts";
import { type Book, format } from "../formula/index.ts";
import { comment, lemma } from "./lemma.ts";
import { type Slope, slopesIn, slopeStatement } from "./slopes.ts";
import { formulasOf, showStep, statementOf } from "./step.ts";

/** A step of a derivation, and the lemmas that say it in Coq: its own, and one for each slope that it rests on. */
export interface RecheckedStep {
  readonly derivation: string;
  readonly says: string;
  readonly lemmas: readonly string[];
}

/** The Coq file of one claim: a lemma for every step of every derivation. */
export interface ClaimFile {
  readonly claim: string;
  /** Relative to proofs/coq, such as `steps/ridge/OptimalXi.v`. */
  readonly path: string;
  readonly text: string;
  readonly steps: readonly RecheckedStep[];
}

/** Writes a claim's derivations as Coq lemmas. @throws RangeError where a step is outside the language of formulas. */
export function claimFile(claim: Claim): ClaimFile {
  const derivations = claim.checks.flatMap(({ derivation }) => derivation ?? []);
  const slopes = new Map<string, string>();
  const written = derivations.map((derivation, i) => derivationLemmas(derivation, i + 1, claim.book, slopes));
  const head = [
    comment(`${claim.title}. ${claim.statement}`, "*"),
    comment(`Generated from the derivations of ${claim.id} by npm run proofs:coq; docs/coq.md says how to read it.`),
    "",
    "From SdTheorems Require Import SumsOverModes.\n",
  ];
  return {
    claim: claim.id,
    path: pathOf(claim.id),
    text: [...head, ...written.map(({ text }) => text)].join("\n"),
    steps: written.flatMap(({ steps }) => steps),
  };
}

function pathOf(id: string): string {
  const [theory, name] = id.split("/") as [string, string];
  return `steps/${theory}/${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}.v`;
}

// `slopes` are those that have a lemma in the file already, by what they say.
function derivationLemmas(
  derivation: Derivation,
  number: number,
  theory: Book,
  slopes: Map<string, string>,
): { text: string; steps: RecheckedStep[] } {
  const { name, prepare = (book: Book) => book, hypotheses = {} } = derivation;
  const book = prepare(theory);
  const texts = [`${comment(`* ${name}`, "*")}\n`];
  const steps = derivation.steps.map((step: Step, i): RecheckedStep => {
    const own = `derivation_${number}_step_${i + 1}`;
    const formulas = formulasOf(step, hypotheses);
    const needed = slopesIn(formulas, book).map((slope, position) => {
      const says = keyOf(slope, book);
      const known = slopes.get(says);
      if (known !== undefined) return known;
      const slopeName = `${own}_slope_${position + 1}`;
      slopes.set(says, slopeName);
      texts.push(lemma(slopeName, book, slopeStatement(slope)));
      return slopeName;
    });
    const rests = needed.length === 0 ? "" : ` (with ${needed.join(", ")})`;
    const heading = comment(`${step.says}${rests}: ${showStep(step, hypotheses)}`, "*");
    texts.push(`${heading}\n${lemma(own, book, statementOf(step, book, hypotheses))}`);
    return { derivation: name, says: step.says, lemmas: [...needed, own] };
  });
  return { text: texts.join("\n"), steps };
}

// The same words may mean different things in books with different symbols.
function keyOf({ of, by, is }: Slope, { symbols }: Book): string {
  const domains = Object.entries(symbols).map(([name, { domain, perMode }]) => `${name} ${domain} ${perMode}`);
  return [format(of), by, format(is), ...domains].join("; ");
}
