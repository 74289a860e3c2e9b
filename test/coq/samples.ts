import type { Claim, Step } from "../../src/evidence/index.ts";
import { derivation } from "../../src/evidence/index.ts";
import { perMode, scalar } from "../../src/formula/index.ts";
import { ridgeBook } from "../../src/ridge/index.ts";

// With f_j mode j's error as a function of its shrinkage: Σ f_j′ a_j² b_j.
const Q = "sum(2*(a_j*noiseVariance/s_j - b_j*theta_j^2)*a_j^2*b_j)";
const determinant =
  "at(diff(diff(error, xi), xi), xi, 0)*diff(teacherSlope, lambda) - at(diff(diff(error, xi), lambda), xi, 0)^2";

const identity = (says: string, left: string, right: string): Step => ({ says, identity: [left, right] });
const positive = (says: string, of: string): Step => ({ says, sign: { of, is: "positive" } });

/** Steps of every kind, harder than those of today's claims. */
export const sampleSteps: readonly Step[] = [
  identity(
    "a product of two sums is pairs",
    `${Q}*sum(s_j/(s_j + lambda)^3)`,
    "2*lambda^3*condition - lambda*teacherSlope*sum(s_j^2/(s_j + lambda)^4)",
  ),
  {
    says: "a product of two sums under a hypothesis",
    identity: [`${Q}*sum(s_j/(s_j + lambda)^3)`, "2*lambda^3*condition"],
    given: { hypothesis: "stationary", times: "-lambda*sum(s_j^2/(s_j + lambda)^4)" },
  },
  {
    says: "second derivatives under a hypothesis",
    identity: [determinant, `2*${Q}*(2*D - 2*${Q})/lambda^2`],
    given: { hypothesis: "stationary", times: `-4*${Q}/lambda - teacherSlope` },
  },
  identity("two modes", "s_j*s_k*(s_j - s_k)/((s_j + lambda)^4*(s_k - s_j))", "-s_j*s_k/(s_j + lambda)^4"),
  identity("pairs of distinct values", "pairs((s_j^2 - s_k^2)/(s_j - s_k))", "pairs(s_j + s_k)"),
  identity(
    "a mode outside a sum",
    "theta_k*sum(theta_j*(s_j - s_k))",
    "sum(theta_k*s_j*theta_j) - s_k*theta_k*sum(theta_j)",
  ),
  identity("a mode in a sum that does not bind it", "sum(s_j - s_k) - sum(s_j)", "-sum(s_k)"),
  identity(
    "a value in place of a per-mode symbol",
    "at(error, s, common)",
    "residualSignal + at(h_j, s, common)^2*sum(theta_j^2) + at(g_j, s, common)^2*noiseVariance/common*sum(1)",
  ),
  identity("a denominator of either sign", "1/(1 - xi*b_j) - 1", "xi*b_j/(1 - xi*b_j)"),
  identity("such in a sum", "sum(a_j/(1 - xi*b_j)) - sum(a_j)", "sum(xi*a_j*b_j/(1 - xi*b_j))"),
  identity("denominators in denominators", "sum(1/(1/s_j - 1/theta_j))", "sum(s_j*theta_j/(theta_j - s_j))"),
  identity("one denominator written twice", "N/sum(2*t_j^2) + D/sum(t_j^2*2)", "(N + D)/(2*sum(t_j^2))"),
  identity("sums in squares", "(N/D)^2", "N^2/D^2"),
  positive("a sign behind a difference", "1 - a_j"),
  positive("an even power in two factors", "theta_j*theta_j*xi^2*noiseVariance + 1"),
  { says: "a sign from a slack", sign: { of: "(s_k + slack_j)^2 - s_k^2", is: "nonnegative" } },
  identity(
    "slopes of negative powers",
    "diff(diff(lambda^(-2)*a_j, lambda), lambda)",
    "s_j*(6/(lambda^4*(s_j + lambda)) + 4/(lambda^3*(s_j + lambda)^2) + 2/(lambda^2*(s_j + lambda)^3))",
  ),
  {
    says: "an expectation",
    expectation: {
      of: "(theta_j + noise_j)^3",
      over: "noise_j",
      moments: ["1", "0", "noiseVariance/s_j", "0"],
      equals: "sum(theta_j^3) + 3*noiseVariance*sum(theta_j/s_j)",
    },
  },
];

/** Steps that are false, though close to true ones. */
export const falseSteps: readonly Step[] = [
  identity("a sign is turned", "g_j", "a_j*(1 + xi*b_j)"),
  identity("pairs are counted once", "sum(s_j)^2", "sum(s_j^2) + pairs(s_j*s_k)"),
  identity("a constant is lost", "error", "squaredBias - residualSignal + variance"),
  identity("true for one mode alone", "N*sum(s_j)", "sum(t_j*(a_j*noiseVariance/s_j - b_j*theta_j^2)*s_j)"),
  identity("a mode outside a sum is taken for one in it", "s_j*sum(s_j)", "sum(s_j^2)"),
  positive("what may vanish", "theta_j^2"),
  {
    says: "the hypothesis times something else",
    identity: [`${Q}*sum(s_j/(s_j + lambda)^3)`, "2*lambda^3*condition"],
    given: { hypothesis: "stationary", times: "lambda*sum(s_j^2/(s_j + lambda)^4)" },
  },
  {
    says: "a moment that is not the one given",
    expectation: { of: "noise_j^2", over: "noise_j", moments: ["1", "0", "noiseVariance/s_j"], equals: "sum(s_j)" },
  },
];

/** A claim with one derivation of these steps. */
export function claimWith(steps: readonly Step[]): Claim {
  const sample = derivation(ridgeBook, {
    name: "samples",
    covers: [],
    prepare: (book) =>
      book.declare({
        common: scalar("c", "positive", "a value that all modes share"),
        slack: perMode("c", "nonnegative", "what a mode has more than another"),
        noise: perMode("w", "real", "noise along the mode"),
      }),
    hypotheses: { stationary: { says: "λ is stationary for the teacher's error", zero: "teacherSlope" } },
    steps,
  });
  return {
    id: "ridge/samples",
    title: "Samples",
    source: "these tests",
    statement: "Steps of every kind.",
    hypotheses: [],
    dependsOn: [],
    book: ridgeBook,
    checks: [sample],
  };
}
