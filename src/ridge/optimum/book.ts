import { perMode, scalar } from "../../formula/index.ts";
import { ridgeBook } from "../book/ridge.ts";

/**
 * The ridge theory's formulas in a form that loses no digits where the error is least, and that has a value at λ = 0 and
 * at λ = ∞.
 *
 * The error is the oracle's and what the shrinkage misses: e = e° + Σ_j w_j (g_j − g°_j)², all terms ≥ 0. Near λ = 0 the
 * imitation parameter is measured by κ = λξ, near λ = ∞ by κ = ξ/λ in the coordinate y = 1/λ, so that κ stays finite
 * where the best ξ does not: g = α − κd with d the direction below, α the teacher's shrinkage.
 */
export const optimumBook = ridgeBook.extend(
  {
    y: scalar("y", "positive", "1/λ"),
    kappa: scalar("\\kappa", "real", "imitation parameter, in the unit of the chart"),
    alpha: perMode("\\alpha", "nonnegative", "the teacher's shrinkage in the chart"),
    beta: perMode("\\beta", "nonnegative", "the teacher's shortfall in the chart"),
    d: perMode("d", "nonnegative", "direction: shrinkage lost per unit of κ"),
    missSlope: perMode("m'", "real", "slope of what the shrinkage misses, in the chart's coordinate"),
    missCurvature: perMode("m''", "real", "slope of that slope"),
    dSlope: perMode("d'", "real", "slope of the direction"),
  },
  {
    lowDirection: { latex: "d_0", meaning: "t/λ, which has a value at λ = 0", text: "a_j^2/s_j" },
    highA: { latex: "a_\\infty", meaning: "the teacher's shrinkage, by y = 1/λ", text: "s_j*y/(1 + s_j*y)" },
    highB: { latex: "b_\\infty", meaning: "the teacher's shortfall, by y", text: "1/(1 + s_j*y)" },
    highDirection: { latex: "d_\\infty", meaning: "λt, which has a value at λ = ∞, by y", text: "s_j*highB_j^2" },
    oracleShortfall: {
      latex: "1 - g^\\circ",
      meaning: "the oracle's shortfall",
      text: "noiseVariance/(s_j*theta_j^2 + noiseVariance)",
    },
    miss: {
      latex: "m",
      meaning: "the student's shrinkage minus the oracle's",
      text: "alpha_j - kappa*d_j - oracleShrinkage_j",
    },
    missFromOne: {
      latex: "m",
      meaning: "the same, where the oracle's shrinkage is near 1",
      text: "oracleShortfall_j - (beta_j + kappa*d_j)",
    },
    excess: { latex: "E", meaning: "error above the oracle's", text: "sum(weight_j*miss_j^2)" },
    pull: { latex: "M", meaning: "half the rate at which κ lowers the error", text: "sum(weight_j*miss_j*d_j)" },
    curvature: { latex: "C", meaning: "half the curvature of the error in κ", text: "sum(weight_j*d_j^2)" },
    excessSlope: {
      latex: "E'",
      meaning: "slope of the error in the chart's coordinate, for a fixed κ",
      text: "sum(2*weight_j*miss_j*missSlope_j)",
    },
    steepening: {
      latex: "E''",
      meaning: "curvature of the error in the chart's coordinate, for a fixed κ",
      text: "sum(2*weight_j*(missSlope_j^2 + miss_j*missCurvature_j))",
    },
    mixed: {
      latex: "E'_\\kappa",
      meaning: "slope of the error's slope in κ",
      text: "-sum(2*weight_j*(missSlope_j*d_j + miss_j*dSlope_j))",
    },
    bend: {
      latex: "H",
      meaning:
        "determinant of the error's second derivatives: at the best κ, of the sign of the least error's curvature",
      text: "2*curvature*steepening - mixed^2",
    },
    missSlopeByLambda: { latex: "m'", meaning: "slope of a − ξt in λ", text: "diff(a_j - kappa*t_j, lambda)" },
    missCurvatureByLambda: { latex: "m''", meaning: "slope of that slope", text: "diff(missSlopeByLambda_j, lambda)" },
    tSlope: { latex: "t'", meaning: "slope of t in λ", text: "diff(t_j, lambda)" },
    missSlopeLow: { latex: "m'_0", meaning: "its slope in λ near 0", text: "diff(a_j - kappa*lowDirection_j, lambda)" },
    missSlopeHigh: { latex: "m'_\\infty", meaning: "its slope in y", text: "diff(highA_j - kappa*highDirection_j, y)" },
  },
);
