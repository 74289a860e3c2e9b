/**
 * What the claims about speed and precision rest on. Prints a table for each and exits with 1 where one is missed.
 *
 * usage: npm run bench
 */
import { benchConditioning } from "./conditioning.ts";
import { benchExplorer } from "./explorer.ts";
import { benchKernel } from "./kernel.ts";
import { benchLogistic } from "./logistic.ts";
import { benchNumber } from "./number.ts";
import { benchOptimum } from "./optimum.ts";
import { benchSoftmax } from "./softmax.ts";

const misses = [benchKernel, benchNumber, benchConditioning, benchOptimum, benchLogistic, benchSoftmax].flatMap(
  (bench) => bench(),
);
misses.push(...(await benchExplorer()));
for (const miss of misses) process.stdout.write(`missed: ${miss}\n`);
if (misses.length > 0) process.exitCode = 1;
