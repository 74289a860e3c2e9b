import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/compile.ts",
    // The tests share no state, and loading all modules anew for each file takes longer than most files.
    isolate: false,
    // All cores: by default one is left free.
    maxWorkers: "100%",
    // Everything that takes long is a check on its own worker threads; the limit only ends a test that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
