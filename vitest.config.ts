import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, from the longest on: begun last, it would keep one core busy while the others have nothing to do. */
const LONGEST = [
  "test/proofs.test.ts",
  "test/run/carry-out/queue/queue.test.ts",
  "test/cli/search.test.ts",
  "test/coq/coqc.test.ts",
  "test/web/explorer.test.ts",
  "test/cli/resume.test.ts",
  "test/ridge/optimum/optimum.test.ts",
  "test/run/claims/claims-file.test.ts",
  "test/run/kinds/check/run.test.ts",
  "test/cli/distill.test.ts",
];

/**
 * Left out of the fast half, TESTS=fast, which is for another version of Node beside a whole run on one: long ones of what has no
 * Node in it (a browser, Coq, npm) or what `npm start` does as well.
 */
const SLOW_HALF = [
  "test/proofs.test.ts",
  "test/cli/search.test.ts",
  "test/coq/coqc.test.ts",
  "test/package.test.ts",
  "test/report/browser.test.ts",
  "test/ridge/optimum/optimum.test.ts",
  "test/web/explorer.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return place < 0 ? LONGEST.length : place;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: process.env["TESTS"] === "fast" ? SLOW_HALF : [],
    globalSetup: "test/compile.ts",
    setupFiles: "test/seed.ts",
    sequence: { sequencer: LongestFirst },
    // The tests share no state, and loading all modules anew for each file takes longer than most files.
    isolate: false,
    // All cores: by default one is left free.
    maxWorkers: "100%",
    // Everything that takes long is a check on its own worker threads; the limit only ends a test that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
