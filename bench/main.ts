/**
 * What the claims about speed and precision rest on. Prints a table for each and exits with 1 where one is missed.
 *
 * usage: npm run bench
 */
import { benchConditioning } from "./conditioning.ts";
import { benchEngine } from "./engine.ts";
import { benchExplorer } from "./explorer.ts";
import { benchGrowth } from "./growth.ts";
import { benchKernel } from "./kernel.ts";
import { benchLogistic } from "./logistic.ts";
import { benchNumber } from "./number.ts";
import { benchOptimum } from "./optimum.ts";
import { benchSoftmax } from "./softmax.ts";

const misses = [benchKernel, benchNumber, benchConditioning, benchOptimum, benchLogistic, benchSoftmax].flatMap(
  (bench) => bench(),
);
misses.push(...(await benchExplorer()));
// Ratios to NumPy depend on its BLAS and on the machine, exponents on what else it does: they are told, and decide nothing.
for (const remark of [...(await benchEngine()), ...(await benchGrowth())]) process.stdout.write(`remark: ${remark}\n`);
for (const miss of misses) process.stdout.write(`missed: ${miss}\n`);
if (misses.length > 0) process.exitCode = 1;
