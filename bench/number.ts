import { compile as compileWithMathjs } from "mathjs";
import { compile, type Expression, format } from "../src/formula/index.ts";
import { ridgeBook } from "../src/ridge/index.ts";
import { printTable } from "./table.ts";
import { alternating } from "./timing.ts";

const LEAST_PER_SECOND = 3e5;
const MODES = 100;
const EVALUATIONS = 20_000;
const PEER_EVALUATIONS = 40;

/** Evaluations of a 100-mode sum a second: generated code beside mathjs's own. Returns what misses its requirement. */
export function benchNumber(): string[] {
  const s = Float64Array.from({ length: MODES }, (_, j) => 1 + j / 7);
  const theta = Float64Array.from({ length: MODES }, (_, j) => Math.sin(j));
  const generated = compile(ridgeBook, ["squaredBias"]);
  const term = compileWithMathjs(
    format((ridgeBook.expand("sum(h_j^2*theta_j^2)") as Expression & { kind: "sum" }).summand),
  );
  let kept = 0; // so that no evaluation can be left out
  const [own, peer] = alternating(9, [
    () => {
      for (let i = 0; i < EVALUATIONS; i++)
        kept += generated({ lambda: 3 + i * 1e-6, xi: 1.5, residualSignal: 0, s, theta }).squaredBias;
    },
    () => {
      for (let i = 0; i < PEER_EVALUATIONS; i++) {
        for (let j = 0; j < MODES; j++) {
          kept += term.evaluate({ lambda: 3 + i * 1e-6, xi: 1.5, s_j: s[j], theta_j: theta[j] }) as number;
        }
      }
    },
  ]);
  if (!Number.isFinite(kept)) throw new Error(`the sums are ${kept}`);
  const perSecond = (1000 * EVALUATIONS) / own!;
  const peerPerSecond = (1000 * PEER_EVALUATIONS) / peer!;
  const shown = [perSecond, peerPerSecond, perSecond / peerPerSecond].map((value) =>
    Number(value.toPrecision(2)).toLocaleString("en"),
  );
  printTable(
    `Number reading: evaluations a second of the squared bias of ${MODES} modes (at least ${LEAST_PER_SECOND.toLocaleString("en")} are required).`,
    ["generated code", "mathjs compile", "ratio"],
    [shown],
  );
  return perSecond >= LEAST_PER_SECOND
    ? []
    : [`a ${MODES}-mode sum is evaluated only ${perSecond.toFixed(0)} times a second`];
}
