import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatLink, parseLink } from "../../web/state/link.ts";
import { DEFAULTS, FIELDS, NOISE_SHAPES, PROBLEMS, type State } from "../../web/state/state.ts";

const inRange = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const entries = fc.array(
  fc.oneof(
    fc.nat(1000).map(String),
    fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}/${b}`),
    inRange(0, 1e9).map(String),
  ),
  { minLength: 1, maxLength: 20 },
);
const mode = fc.integer({ min: 1, max: 100 });

const states: fc.Arbitrary<State> = fc.record({
  model: fc.constantFrom("ridge" as const, "logistic" as const),
  problem: fc.constantFrom(...PROBLEMS),
  s: entries,
  theta2: entries,
  outside: inRange(0, 1e18),
  noise: orNull(inRange(0, 1e18)),
  lambda: orNull(inRange(1e-12, 1e12)),
  xi: orNull(inRange(-1e6, 1e6)),
  modes: orNull(fc.tuple(mode, mode).filter(([j, k]) => j !== k)),
  shape: fc.constantFrom(...NOISE_SHAPES),
  draws: fc.nat(1_000_000),
  seed: fc.nat(2 ** 31 - 1),
  m: fc.integer({ min: 1, max: 200 }),
  c: inRange(0, 1).filter((c) => c > 0 && c < 1),
  penalty: inRange(1e-6, 1e6),
  p: inRange(0, 0.5).filter((p) => p < 1 / 2),
  imitation: inRange(-1e6, 1e6),
  flips: fc.nat(100_000),
});

// −0 and 0 are one number in a link.
const withoutSignedZeros = (state: State): State =>
  JSON.parse(JSON.stringify(state, (_, value: unknown) => (value === 0 ? 0 : value))) as State;

describe("a link", () => {
  test("says all of a state: read again, it is the same, to the last digit, and nothing is complained of", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: read, complaints } = parseLink(`#${formatLink(state)}`);
        expect(complaints).toEqual([]);
        expect(withoutSignedZeros(read)).toEqual(withoutSignedZeros(state));
      }),
      { numRuns: 200 },
    );
  });

  test("is empty for the state that the page begins with", () => {
    expect(formatLink(DEFAULTS)).toBe("");
    expect(parseLink("")).toEqual({ state: DEFAULTS, complaints: [] });
  });

  test("may be any text: what cannot be read is as by default, and every part of the state can be written again", () => {
    const parts = fc.tuple(fc.constantFrom(...Object.keys(FIELDS), "__proto__", "constructor", "x"), fc.string());
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.webFragments(),
      fc.array(parts, { maxLength: 8 }).map((list) => new URLSearchParams(list).toString()),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { state, complaints } = parseLink(text);
        expect(Object.keys(state)).toEqual(Object.keys(DEFAULTS));
        expect(parseLink(formatLink(state))).toEqual({ state, complaints: [] });
        for (const complaint of complaints) expect(complaint.length).toBeLessThan(300);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["lambda=-3", "λ is “-3”; expected a number from 1e-12 to 1e12"],
    ["lambda=1e400", "λ is “1e400”; expected a number from 1e-12 to 1e12"],
    ["lambda=NaN", "λ is “NaN”; expected a number from 1e-12 to 1e12"],
    ["xi=", "ξ is empty; expected a number from -1e6 to 1e6"],
    ["p=0.5", "p is “0.5”; expected a number from 0 to below 0.5"],
    ["c=1", "c is “1”; expected a number strictly between 0 and 1"],
    ["m=2.5", "m is “2.5”; expected an integer from 1 to 200"],
    ["s=3,1/0x", "an entry of s is “1/0x”; expected a number, or a fraction such as 7/13"],
    ["theta2=,", "θ² is “,”; expected numbers separated by commas"],
    ["modes=2,2", "modes is “2,2”; expected two different modes such as 1,2"],
    ["problem=<script>", `problem is “<script>”; expected one of ${PROBLEMS.join(", ")}`],
    ["colour=red", "“colour” is no part of a link"],
    ["__proto__=1", "“__proto__” is no part of a link"],
    ["xi=1&xi=2", "xi is given twice"],
  ])("with %s is answered in a sentence", (text, sentence) => {
    const { state, complaints } = parseLink(text);
    expect(complaints).toEqual([sentence]);
    expect({ ...state, xi: null }).toEqual(DEFAULTS);
  });

  test("that is far too long, or full of nonsense, is not read to its end, or not complained of without end", () => {
    expect(parseLink(`s=${"1,".repeat(20_000)}`).complaints).toEqual([
      "the link has 40002 characters; at most 20000 are read",
    ]);
    expect(parseLink(`s=${"1,".repeat(200)}`).complaints).toEqual(["s has 200 numbers; at most 100 are taken"]);
    expect(parseLink(`s=${"9".repeat(5000)}/7`).complaints[0]).toMatch(/^an entry of s is “9{40}…”/);
    expect(parseLink(Array.from({ length: 50 }, (_, i) => `a${i}=1`).join("&")).complaints).toHaveLength(6);
  });
});
