import { Fractions, type Real, Reals } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";

/** The values of the symbols of a problem, as they are known. */
export interface KnownPoint {
  readonly modes: number;
  readonly scalars: Readonly<Record<"noiseVariance" | "residualSignal", Real>>;
  readonly perMode: Readonly<Record<"s" | "thetaSquared" | "count", readonly Real[]>>;
}

export function pointOf({ groups, noiseVariance, residualSignal }: EnclosedProblem): KnownPoint {
  return {
    modes: groups.length,
    scalars: { noiseVariance: Reals.real(noiseVariance), residualSignal },
    perMode: {
      s: groups.map(({ s }) => s),
      thetaSquared: groups.map(({ squaredSignal }) => squaredSignal),
      count: groups.map(({ modes }) => Reals.real(Fractions.fraction(BigInt(modes)))),
    },
  };
}
