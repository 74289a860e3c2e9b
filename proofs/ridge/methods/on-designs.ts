import { type Check, type Context, type Replication, simulation } from "../../../src/evidence/index.ts";
import { drawnExperiments, type Experiment, gaussianExperiments, ridgeBook } from "../../../src/ridge/index.ts";

/** A design that is drawn for simulations: many rows, many columns, singular values far apart, or equal ones. */
export type DesignName = keyof typeof drawnExperiments;

/** The design of a name, under Gaussian noise. It is the one that all claims share, so that it is made, and decomposed, once. */
export function experimentOn(name: DesignName): Experiment {
  // They are made in the order of their names.
  return gaussianExperiments()[Object.keys(drawnExperiments).indexOf(name)]!;
}

/** The same simulation on each of some designs, named after it. */
export function onDesigns(
  names: readonly DesignName[],
  {
    covers,
    comparisons,
    start,
  }: {
    readonly covers: readonly string[];
    readonly comparisons: number;
    readonly start: (experiment: Experiment, context: Context) => Replication;
  },
): Check[] {
  return names.map(experimentOn).map((experiment) =>
    simulation(ridgeBook, {
      name: experiment.name,
      covers,
      comparisons,
      effort: experiment.design.rows * experiment.design.columns,
      start: (context) => start(experiment, context),
    }),
  );
}
