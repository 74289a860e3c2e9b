import { scalar } from "../formula/index.ts";
import { logisticBook } from "./formulas.ts";

/**
 * The logistic theory's formulas in a form that loses no digits where a point is saturated, and how a fit responds.
 *
 * A fit fulfils λα = t − σ(z), z = (1 − c)α + cS at both kinds of points and S = m((1 − p)α_g + pα_b). Where its targets
 * change at the rates `pushGood` and `pushBad` and p at the rate `flipping`, all of it changes at the rates below.
 */
export const fitBook = logisticBook.extend(
  {
    shortfallGood: scalar("1 - \\sigma_g", "positive", "σ of minus the teacher's logit at a good point"),
    bendGood: scalar("\\sigma'_g", "positive", "slope of σ at the fit's logit at a good point"),
    bendBad: scalar("\\sigma'_b", "positive", "slope of σ at the fit's logit at a bad point"),
    pushGood: scalar("\\dot t_g", "real", "rate at which the target of good points changes"),
    pushBad: scalar("\\dot t_b", "real", "rate at which the target of bad points changes"),
    flipping: scalar("\\dot p", "real", "rate at which the flip rate changes"),
  },
  {
    equalXi: {
      latex: "\\xi_\\times",
      meaning: "the imitation parameter that makes all targets equal",
      text: "1/(shortfallGood + sigmaBad)",
    },
    giveGood: {
      latex: "e_g",
      meaning: "rate of α_g per rate of its target, for a fixed S",
      text: "1/(lambda + (1 - c)*bendGood)",
    },
    giveBad: { latex: "e_b", meaning: "the same at a bad point", text: "1/(lambda + (1 - c)*bendBad)" },
    stiffness: {
      latex: "F'",
      meaning: "slope in S of S − m((1 − p)α_g + pα_b)",
      text: "1 + m*c*((1 - p)*bendGood*giveGood + p*bendBad*giveBad)",
    },
    commonRate: {
      latex: "\\dot S",
      meaning: "rate of what all points of the class share",
      text: "m*((1 - p)*giveGood*pushGood + p*giveBad*pushBad + flipping*(alphaBad - alphaGood))/stiffness",
    },
    logitGoodRate: {
      latex: "\\dot z_g",
      meaning: "rate of the logit at a good point",
      text: "giveGood*((1 - c)*pushGood + c*lambda*commonRate)",
    },
    logitBadRate: {
      latex: "\\dot z_b",
      meaning: "rate of the logit at a bad point",
      text: "giveBad*((1 - c)*pushBad + c*lambda*commonRate)",
    },
  },
);
