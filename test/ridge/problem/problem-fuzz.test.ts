import fc from "fast-check";
import { expect, test } from "vitest";
import { readExactProblem, readRidgeProblem } from "../../../src/ridge/problem/problem-file.ts";
import { accepts, anyBytes, damaged } from "../../data/fuzz.ts";
import { temporaryFolder } from "../../data/temporary.ts";

const { write } = temporaryFolder();

function reads(content: string | Uint8Array): boolean {
  const path = write("problem.json", content);
  const [rounded, exact] = [accepts(() => readRidgeProblem(path)), accepts(() => readExactProblem(path))];
  // Exactly, numbers may be beyond the range of floating-point numbers.
  if (rounded) expect(exact).toBe(true);
  return rounded;
}

const valid = [
  '{"singularValues": [2, 1], "signal": [1, -1], "noiseVariance": 0.5, "residualSignal": 3}',
  '{"squaredSingularValues": [2, "1/3"], "squaredSignal": [1, "7/13"], "noiseVariance": "1/2"}',
  '{"design": [[3, 0], [0, 4], [1, 1]], "parameter": [1, 2], "noiseVariance": 1}',
  '{"design": "design.csv", "parameter": [1, 2], "noiseVariance": 1}',
];

test("a damaged problem file is read, or refused in one sentence", () => {
  write("design.csv", "1,2\n3,4\n");
  for (const content of valid) expect(reads(content)).toBe(true);
  fc.assert(
    fc.property(fc.oneof(damaged(...valid), anyBytes), (bytes) => void reads(bytes)),
    { numRuns: 60 },
  );
});

test("and so is one that names a damaged CSV file", () => {
  fc.assert(
    fc.property(fc.oneof(damaged("1,2\n3,4\n"), anyBytes), (bytes) => {
      write("design.csv", bytes);
      reads(valid[3]!);
    }),
    { numRuns: 50 },
  );
});

const fields =
  "singularValues signal noiseVariance residualSignal squaredSingularValues squaredSignal design parameter";

// What a field may hold that it should not: numbers at the ends of their range, fractions, other things, and deeper ones.
const values = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -1, 5e-324, 1e-200, 1e200, 1.7976931348623157e308, "1/0", "0/1", "-1/2", "7/13", "1e5", "1/1e9"),
  fc.constantFrom("9".repeat(400), `1/${"9".repeat(400)}`, `${"7".repeat(1500)}/${"3".repeat(1500)}`),
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
  fc.string({ unit: "binary" }),
);

test("any values in the fields of a problem are read, or refused in one sentence", () => {
  const lists = fc.array(fc.oneof(values, fc.array(values, { maxLength: 3 })), { maxLength: 3 });
  const problems = fc.dictionary(fc.constantFrom(...fields.split(" "), "__proto__", "a\nb"), fc.oneof(values, lists), {
    maxKeys: 6,
  });
  fc.assert(
    fc.property(problems, (problem) => void reads(JSON.stringify(problem))),
    { numRuns: 60 },
  );
  const numbers = fc.array(values, { minLength: 2, maxLength: 2 });
  const complete = fc.oneof(
    fc.record({ singularValues: numbers, signal: numbers, noiseVariance: values }),
    fc.record({ squaredSingularValues: numbers, squaredSignal: numbers, noiseVariance: values }),
    fc.record({
      design: fc.oneof(values, fc.array(numbers, { maxLength: 3 })),
      parameter: numbers,
      noiseVariance: values,
    }),
  );
  fc.assert(
    fc.property(complete, (problem) => void reads(JSON.stringify(problem))),
    { numRuns: 60 },
  );
});
