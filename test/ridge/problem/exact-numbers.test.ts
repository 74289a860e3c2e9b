import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { readExactProblem, readGivenProblem, readRidgeProblem } from "../../../src/ridge/problem/problem-file.ts";
import { temporaryFolder } from "../../data/temporary.ts";

const { write } = temporaryFolder();

const file = (content: string): string => write("problem.json", content);
const ratio = (numerator: bigint, denominator = 1n): Fraction => Fractions.fraction(numerator, denominator);
const ten = (exponent: number): Fraction =>
  exponent < 0 ? ratio(1n, 10n ** BigInt(-exponent)) : ratio(10n ** BigInt(exponent));

/** What a number may be written as, beside the number itself: digits, places and exponent, put together by hand. */
const written = fc
  .record({
    whole: fc.bigInt({ min: 1n, max: 10n ** 40n }),
    places: fc.stringMatching(/^\d{0,30}$/),
    exponent: fc.option(fc.integer({ min: -400, max: 400 }), { nil: null }),
    quotes: fc.boolean(),
  })
  .map(({ whole, places, exponent, quotes }) => {
    const text = `${whole}${places === "" ? "" : `.${places}`}${exponent === null ? "" : `e${exponent}`}`;
    const digits = ratio(BigInt(`${whole}${places}`));
    return {
      text: quotes ? `"${text}"` : text,
      value: Fractions.multiply(digits, ten((exponent ?? 0) - places.length)),
    };
  });

describe("a number in a problem file is exactly what is written, however many digits it has", () => {
  test("in squares", () => {
    fc.assert(
      fc.property(written, written, written, (s, theta, noise) => {
        const path = file(
          `{"squaredSingularValues": [${s.text}], "squaredSignal": [${theta.text}], "noiseVariance": ${noise.text}}`,
        );
        expect(readGivenProblem(path)).toEqual({
          squaredSingularValues: [s.value],
          squaredSignal: [theta.value],
          noiseVariance: noise.value,
          residualSignal: ratio(0n),
        });
      }),
    );
  });

  test("in a spectrum, whose squares are those of what is written", () => {
    fc.assert(
      fc.property(written, written, written, (sigma, theta, residual) => {
        const path = file(
          `{"singularValues": [${sigma.text}], "signal": [${theta.text}], "noiseVariance": 0, "residualSignal": ${residual.text}}`,
        );
        expect(readExactProblem(path)).toEqual({
          squaredSingularValues: [Fractions.multiply(sigma.value, sigma.value)],
          squaredSignal: [Fractions.multiply(theta.value, theta.value)],
          noiseVariance: ratio(0n),
          residualSignal: residual.value,
        });
      }),
    );
  });

  test("in a design, as rows and as a CSV file", () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const rest = `"parameter": [${other.text}], "noiseVariance": ${one.text}`;
        const expected = { design: [[one.value], [other.value]], parameter: [other.value], noiseVariance: one.value };
        expect(readGivenProblem(file(`{"design": [[${one.text}], [${other.text}]], ${rest}}`))).toEqual(expected);
        const cells = [one, other].map(({ text }) => text.replaceAll('"', ""));
        // A cell beyond the range of floating-point numbers is no number to the reader of CSV files.
        fc.pre(cells.every((cell) => Number.isFinite(Number(cell))));
        write("design.csv", cells.join("\n"));
        expect(readGivenProblem(file(`{"design": "design.csv", ${rest}}`))).toEqual(expected);
      }),
    );
  });

  test.each([
    ["0.1", ratio(1n, 10n)],
    ['"1/10"', ratio(1n, 10n)],
    ['"0.1"', ratio(1n, 10n)],
    ["1e-1", ratio(1n, 10n)],
    ["9007199254740993", ratio(9007199254740993n)],
    ["1e-400", ratio(1n, 10n ** 400n)],
    ["1E+400", ratio(10n ** 400n)],
    ["0.30000000000000001", ratio(30000000000000001n, 10n ** 17n)],
  ])("%s", (text, value) => {
    const path = file(`{"squaredSingularValues": [${text}], "squaredSignal": [0], "noiseVariance": 0}`);
    expect(readExactProblem(path).squaredSingularValues).toEqual([value]);
  });
});

test("a design without its exact problem has that of the rounded decomposition: its s_j are near the exact ones", () => {
  const path = file('{"design": [[0.1, 0], [0, 0.2]], "parameter": [1, 2], "noiseVariance": 0.1}');
  const { squaredSingularValues, noiseVariance } = readExactProblem(path);
  expect(squaredSingularValues.map(Fractions.toNumber)).toEqual([0.2 * 0.2, 0.1 * 0.1]);
  expect(Fractions.toNumber(noiseVariance)).toBe(0.1);
});

describe("in floating-point numbers a number of a problem is the nearest one", () => {
  test("in a spectrum", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        (sigma, theta) => {
          fc.pre(theta === 0 || Math.abs(theta) > 1e-100);
          // Not the shortest text that reads as the number.
          const problem = readRidgeProblem(
            file(
              `{"singularValues": [${sigma.toExponential(20)}], "signal": ["${theta.toExponential(19)}"], "noiseVariance": "1/3"}`,
            ),
          );
          expect(problem).toEqual({
            singularValues: [sigma],
            signal: [theta + 0],
            noiseVariance: 1 / 3,
            residualSignal: 0,
          });
        },
      ),
    );
  });

  test.each([
    ["1e-400", "noiseVariance is 1e-400, too small for floating-point numbers"],
    ["2.263e-321", "noiseVariance is 2.263e-321, too small for floating-point numbers"],
    ["1e400", "noiseVariance is 1e400, too large for floating-point numbers"],
    ["1e5001", "noiseVariance is 1e5001; exponents have at most 5000 in size"],
    ['"0x10"', 'noiseVariance is "0x10"; write a fraction as "7/13"'],
    ['""', 'noiseVariance is ""; write a fraction as "7/13"'],
    ["-0.1", "noiseVariance is -0.1; it must not be negative"],
    [`1${"0".repeat(2000)}`, "noiseVariance has 2001 characters; numbers and fractions have at most 2000"],
  ])("γ² = %s is refused in one sentence with what was given", (text, message) => {
    const path = file(`{"singularValues": [1], "signal": [1], "noiseVariance": ${text}}`);
    expect(() => readRidgeProblem(path)).toThrow(`${path}: ${message}`);
    const within = { singularValues: "squaredSingularValues", signal: "squaredSignal" };
    const squares = `{"${within.singularValues}": [1], "${within.signal}": [1], "noiseVariance": ${text}}`;
    expect(() => readRidgeProblem(file(squares))).toThrow(/noiseVariance (is|has) /);
  });
});
