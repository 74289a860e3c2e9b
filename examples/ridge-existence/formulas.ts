import { Book, perMode, scalar } from "sd-theorems";

/** Ridge regression with penalty λ on a design with squared singular values s_j; θ_j is the truth along mode j. */
export const book = Book.define(
  {
    lambda: scalar("\\lambda", "positive", "penalty"),
    noiseVariance: scalar("\\sigma^2", "positive", "variance of the noise in each response"),
    s: perMode("s", "positive", "squared singular value of the design"),
    theta: perMode("\\theta", "real", "true coefficient along the mode"),
  },
  {
    squaredBias: {
      latex: "B",
      meaning: "squared bias",
      text: "sum(lambda^2*theta_j^2/(s_j + lambda)^2)",
    },
    variance: {
      latex: "V",
      meaning: "total variance",
      text: "sum(s_j*noiseVariance/(s_j + lambda)^2)",
    },
    error: { latex: "L", meaning: "mean squared error", text: "squaredBias + variance" },
    leastSquaresError: {
      latex: "L_0",
      meaning: "mean squared error of least squares",
      text: "sum(noiseVariance/s_j)",
    },
    gain: {
      latex: "G",
      meaning: "mean squared error of least squares minus that of ridge",
      text: "sum(lambda*(s_j*(2*noiseVariance - lambda*theta_j^2) + lambda*noiseVariance)/(s_j*(s_j + lambda)^2))",
    },
  },
);
