import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../src/data/index.ts";

/*
 * Equal seeds give equal digits on every version of Node: what that rests on, measured on the version at hand. The sums were
 * found on Node 20.20, and are those of 18.20, 22.23, 24.21 and 26.12 as well.
 */

/** What ECMAScript itself fixes to the last bit. */
const EXACT = new Set([
  ..."abs ceil clz32 floor fround imul max min round sign sqrt trunc".split(" "),
  ..."E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2".split(" "),
]);

/** What it leaves to the engine, and V8 takes from its own copy of fdlibm: the beginning of the SHA-256 of its values. */
const SUMS: Readonly<Record<string, readonly [(x: number) => number, string]>> = {
  cos: [Math.cos, "c8a6711ebc0003d4"],
  exp: [Math.exp, "22324d9997366c30"],
  hypot: [(x) => Math.hypot(x, x / 3, 1), "a7c3195e97833585"],
  log: [Math.log, "cf1e8648e1a49a4c"],
  log10: [Math.log10, "4d2d511847bcc6f5"],
  log2: [Math.log2, "c0cfa82297958297"],
  sin: [Math.sin, "b04b7a6af3d25f4b"],
};

/** Numbers of all sizes from 2⁻⁶⁰ to 2⁶⁰ and of both signs, by multiplications and additions of integers below 2⁵³ alone. */
function manyNumbers(count: number): Float64Array {
  let state = 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647); // Lehmer
  return Float64Array.from({ length: count }, () => {
    let x = 1 + next() / 2_147_483_647 + next() / 2_147_483_647 / 2_147_483_647;
    const power = (next() % 121) - 60;
    for (let i = 0; i < Math.abs(power); i++) x = power > 0 ? x * 2 : x / 2;
    return next() % 4 === 0 ? -x : x;
  });
}

describe("the engine's functions have the same bits as on other versions of Node", () => {
  const numbers = manyNumbers(100_000);

  test.each(Object.entries(SUMS))("Math.%s", (_, [valueOf, sum]) => {
    // One NaN has many bits.
    const values = numbers.map((x) => valueOf(x)).map((value) => (Number.isNaN(value) ? 0.5 : value));
    expect(createHash("sha256").update(Buffer.from(values.buffer)).digest("hex").slice(0, 16)).toBe(sum);
  });

  test("no other function of Math's is used, but for those that the language fixes", () => {
    const files = ["src", "proofs", "examples"].flatMap((folder) =>
      readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.includes("assembly"))
        .map((file) => join(packageRoot(), folder, file)),
    );
    const used = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bMath\.(\w+)/g)].map(([, name]) => name!),
    );
    expect([...new Set(used)].filter((name) => !EXACT.has(name) && !Object.hasOwn(SUMS, name))).toEqual([]);
  });
});

describe("the two powers that the lint rule lets through are exact", () => {
  test("x ** 2 is x * x, also where that lies just between two numbers", () => {
    const halfway = fc.integer({ min: 0, max: 2 ** 26 - 1 }).map((bits) => 2 ** 27 + 2 * bits + 1);
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), halfway), (x) => {
        expect(x ** 2).toBe(x * x);
      }),
      { numRuns: 20_000 },
    );
  });

  test("2 ** k is the power of two for every k that has one", () => {
    let [up, down] = [1, 1];
    for (let k = 0; k <= 1100; k++, up *= 2, down /= 2) expect([2 ** k, 2 ** -k]).toEqual([up, down]);
  });
});
