import { sigmoid } from "../../../src/logistic/index.ts";
import { type DirectFits, predictions } from "./direct.ts";
import type { Forms } from "./forms.ts";
import type { Question } from "./questions.ts";

const U = 2 ** -53;

/** Coefficients that λα = t − σ(z) gives a class, and what a logit made of them may be off by. */
export interface Coefficients {
  readonly alphaGood: number;
  readonly alphaBad: number;
  readonly bound: number;
}

/** The coefficients of each class in the student with a given ξ, by the formulas for its targets. */
export function coefficients(direct: DirectFits, xi: number, forms: Forms): Coefficients[] {
  const { c, classSize: m, lambda } = direct.case;
  const [teacher, student] = [direct.teacher(), direct.student(xi)];
  // σ has slope ≤ ¼, in the targets and in the student. Logits are at most 1 − c + cm times the larger coefficient, and
  // roundings, fewer than 40 here, are relative to the largest target.
  const ofTargets = (student.bound + Math.abs(xi) * teacher.bound) / 4 + 40 * U * (1 + 2 * Math.abs(xi));
  const bound = student.bound + ((1 - c + c * m) * ofTargets) / lambda;
  return teacher.classes.map((kinds, which) => {
    const inputs = { ...predictions(kinds), xi };
    const { good, bad } = student.classes[which]!;
    const alpha = (target: string, logits: readonly number[]): number =>
      logits.length === 0 ? 0 : (forms.value(target, inputs) - sigmoid(logits[0]!)) / lambda;
    return { alphaGood: alpha("targetGood", good), alphaBad: alpha("targetBad", bad), bound };
  });
}

/** The direct fits themselves. */
export const directFits = (direct: DirectFits): DirectFits => direct;

/** The direct student's logits are those of two coefficients per class, at every point. */
export const twoValues: Question<DirectFits> = {
  name: "every logit of the student is that of two coefficients per class",
  covers: ["common", "logitGood", "logitBad", "targetGood", "targetBad"],
  measure: directFits,
  violation: (direct, forms) => {
    const { c, classSize: m, xi } = direct.case;
    const student = direct.student(xi);
    for (const [which, { alphaGood, alphaBad, bound }] of coefficients(direct, xi, forms).entries()) {
      const { p, good, bad } = student.classes[which]!;
      const inputs = { m, c, p, alphaGood, alphaBad };
      for (const [formula, logits] of [["logitGood", good] as const, ["logitBad", bad] as const]) {
        const closed = forms.value(formula, inputs);
        const wrong = logits.find((logit) => !(Math.abs(logit - closed) <= bound));
        if (wrong !== undefined)
          return `${formula} is ${closed}, and a direct logit ${wrong}; rounding explains ${bound}`;
      }
    }
    return null;
  },
};

/** The direct student's logit at a fresh point is cS, and S > 0 while good points are right and ξ ≥ 0. */
export const freshLogit: Question<DirectFits> = {
  name: "a fresh point's logit is cS, and S > 0 where ξ ≥ 0 and good points are right",
  covers: ["common", "targetGood", "targetBad"],
  measure: directFits,
  violation: (direct, forms) => {
    const { c, classSize: m, xi } = direct.case;
    const student = direct.student(xi);
    for (const [which, { alphaGood, alphaBad, bound }] of coefficients(direct, xi, forms).entries()) {
      const { p, good, fresh } = student.classes[which]!;
      const closed = c * forms.value("common", { m, p, alphaGood, alphaBad });
      if (!(Math.abs(fresh - closed) <= bound)) {
        return `cS is ${closed}, and a fresh point's direct logit ${fresh}; rounding explains ${bound}`;
      }
      const bigEnough = good.every((logit) => logit >= -student.bound);
      if (p < 1 / 2 && xi >= 0 && bigEnough && !(fresh > -bound)) return `the fresh logit is ${fresh} although z_g ≥ 0`;
    }
    return null;
  },
};
