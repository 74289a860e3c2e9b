import { join } from "node:path";
import { studentObjective } from "../proofs/ridge/methods/objectives.ts";
import { packageRoot } from "../src/data/index.ts";
import { type Book, describeDifference, perMode, prove, scalar } from "../src/formula/index.ts";
import { ridgeBook } from "../src/ridge/index.ts";
import { pythonWith, runPython } from "./python.ts";
import { alternating } from "./timing.ts";
import { printTable } from "./table.ts";

const MOST_MILLISECONDS = 50;
const ROUNDS = 15;

const withLabels = ridgeBook.declare({
  x: scalar("x", "real", "coordinate of a candidate estimate"),
  z: perMode("z", "real", "coordinate of the labels"),
});
const anyQuadratic = ridgeBook.opaque("N", "D").declare({ e_0: scalar("e_0", "real", "e(λ, 0)") });

interface Identity {
  readonly name: string;
  readonly says: string;
  readonly book: Book;
  readonly sides: readonly [string, string];
  readonly wrong: readonly [string, string];
}

const identities: readonly Identity[] = [
  {
    name: "shrinkage",
    says: "the student's normal equation holds at g_j z_j",
    book: withLabels,
    sides: [`at(diff(${studentObjective}, x), x, g_j*z_j)`, "0"],
    wrong: [`at(diff(${studentObjective}, x), x, a_j*(1 + xi*b_j)*z_j)`, "0"],
  },
  {
    name: "tangent",
    says: "a(1 − ξb) = a + ξλ da/dλ",
    book: ridgeBook,
    sides: ["a_j*(1 - xi*b_j)", "a_j + xi*lambda*diff(a_j, lambda)"],
    wrong: ["a_j*(1 - xi*b_j)", "a_j - xi*lambda*diff(a_j, lambda)"],
  },
  {
    name: "quadratic",
    says: "e(λ, ξ) = e(λ, 0) − 2Nξ + Dξ², for every number of modes",
    book: ridgeBook,
    sides: ["error", "at(error, xi, 0) - 2*N*xi + D*xi^2"],
    wrong: ["error", "at(error, xi, 0) - N*xi + D*xi^2"],
  },
  {
    name: "minimum",
    says: "e(λ, ξ*) = e(λ, 0) − N²/D",
    book: anyQuadratic,
    sides: ["e_0 - 2*N*optimalXi + D*optimalXi^2", "e_0 - N^2/D"],
    wrong: ["e_0 - 2*N*optimalXi + D*optimalXi^2", "e_0 + N^2/D"],
  },
];

const decide = ({ book }: Identity, [left, right]: readonly [string, string]): ReturnType<typeof prove> =>
  prove(book.expand(left), book.expand(right), book.symbols);

/** Times of the kernel beside SymPy's, and wrong variants refused. Returns what misses its requirement. */
export function benchKernel(): string[] {
  const times = alternating(
    ROUNDS,
    identities.map((identity) => () => decide(identity, identity.sides)),
  );
  const sympy = sympyTimes();
  printTable(
    `Kernel: milliseconds to prove each identity from its text, median of ${ROUNDS} runs. SymPy proves the summand of one mode, by simplify.`,
    ["identity", "kernel", "SymPy", "SymPy / kernel"],
    identities.map(({ name, says }, i) => {
      const peer = sympy?.get(name);
      return peer === undefined
        ? [says, times[i]!.toFixed(2), "not installed", "–"]
        : [says, times[i]!.toFixed(2), peer.toFixed(1), (peer / times[i]!).toFixed(0)];
    }),
  );
  const refused = identities.map((identity) => ({ identity, proof: decide(identity, identity.wrong) }));
  printTable(
    "Kernel: a wrong variant of each, refused with a point and both values.",
    ["wrong variant", "refused"],
    refused.map(({ identity: { wrong, name }, proof }) => [
      name === "shrinkage" ? "a_j*(1 + xi*b_j) for g_j" : `${wrong[0]} = ${wrong[1]}`,
      proof.proved ? "PROVED" : describeDifference(proof.difference),
    ]),
  );
  return identities.flatMap((identity, i) => [
    ...(times[i]! < MOST_MILLISECONDS ? [] : [`${identity.name} took ${times[i]!.toFixed(1)} ms to prove`]),
    ...(decide(identity, identity.sides).proved ? [] : [`${identity.name} was not proved`]),
    ...(refused[i]!.proof.proved ? [`a wrong ${identity.name} was proved`] : []),
  ]);
}

/** SymPy's times by identity; null where Python or SymPy is not installed. */
function sympyTimes(): Map<string, number> | null {
  const python = pythonWith("sympy");
  if (python === null) return null;
  const script = join(packageRoot(), "bench", "kernel_sympy.py");
  const entries = runPython<{ name: string; milliseconds: number }>(python, script, [5]);
  return new Map(entries.map((entry) => [entry.name, entry.milliseconds]));
}
