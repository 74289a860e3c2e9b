import * as Plot from "@observablehq/plot";
import type { Optimum } from "../../src/ridge/portable.ts";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { type Dot, dots, frame, near } from "../page/marks.ts";
import { shown } from "../page/numbers.ts";
import type { ErrorByLambda, LambdaPoint } from "./error-by-lambda.ts";
import { heightFor } from "./figure-xi.ts";

export const LAMBDA_LEGEND: readonly LegendEntry[] = [
  ["line teacher", "teacher, ξ = 0"],
  ["line best", "best student, ξ*(λ)"],
  ["line student", "your ξ"],
  ["line oracle", "oracle"],
  ["star best", "proved optimum"],
];

/** What was measured along λ, of the teacher and of the best student. */
export interface MeasuredAlong {
  readonly teacher: readonly Dot[];
  readonly best: readonly Dot[];
}

/** Expected error against λ. @param found the proved optimum, once it is known. */
export function drawErrorByLambda(
  data: ErrorByLambda,
  student: { readonly lambda: number; readonly error: number },
  found: Optimum | null,
  measured: MeasuredAlong,
): Drawing {
  const { teacher, best, oracle, xDomain, yDomain } = data;
  const height = ({ error }: Pick<LambdaPoint, "error">): number => near(error, yDomain);
  const optima = found === null ? [] : optimaOf(found);
  return {
    says: says(found),
    options: (width) => ({
      width,
      height: heightFor(width),
      x: {
        type: "log",
        domain: xDomain,
        label: "regularization λ",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: Math.max(3, Math.round(width / 90)),
        tickFormat: (value: number) => shown(value),
      },
      y: { domain: yDomain, label: "expected error", labelArrow: "none" },
      marks: [
        frame(),
        Plot.ruleY([oracle], {
          stroke: "var(--oracle)",
          strokeWidth: 1.8,
          strokeDasharray: "1 4",
          strokeLinecap: "round",
        }),
        Plot.line(data.student, {
          x: "lambda",
          y: height,
          stroke: "var(--student)",
          strokeWidth: 1.5,
          strokeDasharray: "6 4",
          clip: true,
        }),
        Plot.line(teacher, { x: "lambda", y: height, stroke: "var(--teacher)", strokeWidth: 2.4, clip: true }),
        Plot.line(best, { x: "lambda", y: height, stroke: "var(--best)", strokeWidth: 2.4, clip: true }),
        dots(measured.teacher, yDomain, "var(--teacher)"),
        dots(measured.best, yDomain, "var(--best)", "square"),
        Plot.ruleX([student.lambda], { stroke: "var(--here)", strokeWidth: 1.5 }),
        Plot.dot([student], {
          x: "lambda",
          y: height,
          r: 5,
          fill: "var(--student)",
          stroke: "var(--card)",
          clip: true,
        }),
        Plot.dot(optima, {
          x: "lambda",
          y: height,
          symbol: "star",
          r: 9,
          fill: "colour",
          stroke: "var(--card)",
          clip: true,
        }),
      ],
      color: { type: "identity" },
    }),
  };
}

function optimaOf({ ridge, distillation }: Optimum): { lambda: number; error: number; colour: string }[] {
  const best = { ...distillation, colour: "var(--best)" };
  return [{ ...ridge, colour: "var(--teacher)" }, best].flatMap(({ lambda, error: [, upper], colour }) =>
    lambda === null ? [] : [{ lambda, error: upper, colour }],
  );
}

function says(found: Optimum | null): string {
  if (found === null) return "Expected error against the regularization.";
  const { ridge, distillation } = found;
  const of = (error: readonly [number, number]): string => shown(error[1], 5);
  return `Expected error against the regularization: the best ridge has error ${of(ridge.error)}, the best student ${of(distillation.error)}, the oracle ${shown(found.oracle, 5)}.`;
}
