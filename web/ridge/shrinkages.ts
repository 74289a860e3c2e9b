import type { RidgeProblem } from "../../src/ridge/portable.ts";
import { forms } from "./forms.ts";

/** What is left of one mode: of the teacher, the student, the best student at λ, and the oracle. */
export interface ModeShrinkage {
  readonly mode: number;
  readonly s: number;
  readonly teacher: number;
  readonly student: number;
  readonly best: number | null;
  /** Null where the mode has neither signal nor noise. */
  readonly oracle: number | null;
}

/** All modes', by their s. */
export function shrinkages(problem: RidgeProblem, lambda: number, xi: number): ModeShrinkage[] {
  const { optimalXi } = forms.optimalXi(problem, lambda);
  const [teacher, student, best, oracle] = [
    forms.perMode("g", problem, lambda, 0),
    forms.perMode("g", problem, lambda, xi),
    optimalXi === null ? null : forms.perMode("g", problem, lambda, optimalXi),
    forms.perMode("oracleShrinkage", problem, lambda, 0),
  ];
  return problem.singularValues
    .map((value, j) => ({
      mode: j + 1,
      s: value * value,
      teacher: teacher[j]!,
      student: student[j]!,
      best: best?.[j] ?? null,
      oracle: Number.isFinite(oracle[j]) ? oracle[j]! : null,
    }))
    .toSorted((one, other) => one.s - other.s);
}
