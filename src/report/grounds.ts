import type { CheckKind, Claim } from "../evidence/index.ts";
import type { Report } from "../run/index.ts";
import { mutantsOf } from "./evidence-words.ts";
import { counted } from "./prose.ts";

/** What the verdicts of a run rest on, counted. */
interface Grounds {
  /** Checks of each kind that were asked for. */
  readonly checks: (kind: CheckKind) => number;
  /** Steps of the derivations among them. */
  readonly steps: number;
  /** Estimates of the simulations among them. */
  readonly estimates: number;
  /** The steps that a proof assistant accepts, and which one it is; null where none is on record. */
  readonly assistant: { readonly name: string; readonly version: string; readonly accepted: number } | null;
  readonly mutants: {
    readonly caught: number;
    readonly of: number;
    /** Whether it is computed why those that were not caught could not be: otherwise a kind of evidence is untested. */
    readonly areExcused: boolean;
  };
}

/** What the verdicts rest on, in one or two sentences. */
export function groundsSentence(claims: readonly Claim[], report: Pick<Report, "claims">): string {
  const grounds = groundsOf(claims, report);
  const checked = checksInWords(grounds);
  const sentences = checked.length === 0 ? [] : [`What was checked: ${checked.join("; ")}.`];
  return [...sentences, ...mutantsInWords(grounds)].join(" ");
}

function groundsOf(claims: readonly Claim[], report: Pick<Report, "claims">): Grounds {
  const checked = report.claims.map((result) => ({ result, claim: claims.find(({ id }) => id === result.id)! }));
  const ofKind = (kind: CheckKind): typeof checked =>
    checked.filter(({ result }) => result.evidence.some((item) => item.kind === kind));
  const checksOf = (kind: CheckKind): Claim["checks"] =>
    ofKind(kind).flatMap(({ claim }) => claim.checks.filter((check) => check.kind === kind));
  const assistants = ofKind("derivation").flatMap(({ result }) => result.proofAssistant ?? []);
  const [assistant] = assistants;
  const mutations = report.claims.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === "mutation"));
  return {
    checks: (kind) => checksOf(kind).length,
    steps: checksOf("derivation").reduce((sum, { derivation }) => sum + derivation!.steps.length, 0),
    estimates: checksOf("simulation").reduce((sum, { comparisons }) => sum + comparisons, 0),
    assistant:
      assistant === undefined
        ? null
        : {
            name: assistant.name,
            version: assistant.version,
            accepted: assistants.reduce((sum, each) => sum + each.accepted, 0),
          },
    mutants: { ...mutantsOf(mutations), areExcused: mutations.every(({ verdict }) => verdict === "supported") },
  };
}

function checksInWords({ checks, steps, estimates, assistant }: Grounds): string[] {
  const some = (kind: CheckKind, rest = "", nouns = `${kind}s`): string[] => {
    const count = checks(kind);
    return count === 0 ? [] : [`${count} ${count === 1 ? kind : nouns}${rest}`];
  };
  const accepted = assistant === null || assistant.accepted !== steps ? assistant?.accepted : "every one";
  const coq = assistant === null ? "" : `, of which ${assistant.name} ${assistant.version} accepts ${accepted}`;
  return [
    ...(steps === 0 ? [] : [`${counted(steps, "exact derivation step")}${coq}`]),
    ...some("certificate"),
    ...(estimates === 0 ? [] : [`${counted(estimates, "estimate")} from simulations that know no formula`]),
    ...some("trial", " on drawn labels"),
    ...some("experiment", " on real data"),
    ...some("property", " of random problems", "properties"),
    ...some("counterexample", " to statements without a hypothesis"),
  ];
}

function mutantsInWords({ mutants: { caught, of, areExcused } }: Grounds): string[] {
  if (of === 0) return [];
  const broken = `Formulas were broken on purpose ${counted(of, "time")}`;
  if (caught === of) return [`${broken}, and every time it was noticed.`];
  const why = areExcused ? `; why it could not be the other ${counted(of - caught, "time")} is computed` : "";
  return [`${broken}, and ${caught.toLocaleString("en")} times it was noticed${why}.`];
}
