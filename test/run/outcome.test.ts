import fc from "fast-check";
import { expect, test } from "vitest";
import { LARGEST_OUTCOME, outcomeFrom } from "../../src/run/outcome.ts";
import { reasonOfThrown } from "../../src/run/thrown.ts";

test("an outcome stays as it is, and whatever else is answered becomes a failure with a short reason", () => {
  const result = fc.anything().filter((value) => value !== undefined && JSON.stringify(value) !== undefined);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(outcomeFrom({ result: value })).toEqual({ result: value });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (failed) => {
      expect(outcomeFrom({ failed })).toEqual({ failed });
    }),
  );
  fc.assert(
    fc.property(result, (value) => {
      fc.pre(typeof value !== "object" || value === null || !("result" in value || "failed" in value));
      const outcome = outcomeFrom(value);
      expect(Object.keys(outcome)).toEqual(["failed"]);
      expect((outcome as { readonly failed: string }).failed.length).toBeLessThan(200);
    }),
  );
});

test.each([
  ["nothing", undefined],
  ["no result", { result: undefined }],
  ["both", { result: 1, failed: "x" }],
  ["something more", { result: 1, more: 2 }],
  ["a failure that is no text", { failed: 1 }],
])("%s is no outcome", (_, answer) => {
  expect(outcomeFrom(answer)).toEqual({
    failed: expect.stringContaining("its worker's answer is no outcome") as string,
  });
});

test("what is too large or too deep is a failure, and a long reason is cut", () => {
  expect(outcomeFrom({ result: "x".repeat(LARGEST_OUTCOME) })).toEqual({
    failed: "its result is too large: 16.0 MB; at most 16.0 MB",
  });
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(outcomeFrom({ result: deep })).toEqual({ failed: "its result is nested too deeply" });
  expect((outcomeFrom({ failed: "x".repeat(1e6) }) as { readonly failed: string }).failed.length).toBe(10_000);
});

test("of whatever is thrown there is a reason in words, and none throws in its turn", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (thrown) => {
      expect(reasonOfThrown(thrown)).toMatch(/\S/);
    }),
  );
  const hostile = {
    get: () => {
      throw new Error("asked");
    },
    getPrototypeOf: () => {
      throw new Error("asked");
    },
  };
  expect(reasonOfThrown(new Proxy({}, hostile))).toBe("a proxy was thrown");
  expect(reasonOfThrown(new Error("first"))).toBe("first");
  expect(reasonOfThrown(new TypeError(""))).toBe("TypeError was thrown");
  expect(reasonOfThrown(null)).toBe("null was thrown");
  expect(reasonOfThrown(new Error("x".repeat(1e6))).length).toBeLessThan(11_000);
});
