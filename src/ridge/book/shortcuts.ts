import { type Book, perMode } from "../../formula/index.ts";
import { ridgeBook } from "./ridge.ts";

/**
 * What simulations measure for one draw of noise, mode by mode: θ_S − θ* = u + ξv, and its squared length as a quadratic
 * in ξ whose three coefficients are sums over modes of quadratics in the noise (new here).
 */
export const shortcutBook: Book = ridgeBook.extend(
  { w: perMode("w", "real", "the noise along the mode: ⟨u_j, η⟩/σ_j") },
  {
    off: { latex: "u", meaning: "what the teacher is off the truth by", text: "a_j*w_j - b_j*theta_j" },
    turn: { latex: "v", meaning: "what a unit of imitation adds", text: "-(b_j*a_j*(theta_j + w_j))" },
    atZero: {
      latex: "\\|u\\|^2",
      meaning: "squared distance of the teacher to the truth",
      text: "residualSignal + sum(a_j^2*w_j^2 - 2*a_j*b_j*theta_j*w_j + b_j^2*theta_j^2)",
    },
    cross: {
      latex: "\\langle u, v\\rangle",
      meaning: "half the slope of the squared distance in ξ at ξ = 0",
      text: "sum(b_j^2*a_j*theta_j^2 - a_j^2*b_j*w_j^2 - a_j*b_j*(a_j - b_j)*theta_j*w_j)",
    },
    curvature: {
      latex: "\\|v\\|^2",
      meaning: "half the curvature of the squared distance in ξ",
      text: "sum(a_j^2*b_j^2*w_j^2 + 2*a_j^2*b_j^2*theta_j*w_j + a_j^2*b_j^2*theta_j^2)",
    },
    squaredDistance: {
      latex: "\\|u + \\xi v\\|^2",
      meaning: "squared distance of the student to the truth",
      text: "atZero + 2*xi*cross + xi^2*curvature",
    },
  },
);
