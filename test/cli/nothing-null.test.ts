import { expect, test } from "vitest";
import { temporaryFolder } from "../data/temporary.ts";
import { sdTheoremsHere } from "./run.ts";

/* A field that is null has its reason beside it: `<field>Reason`, or `reason`. */
function unexplained(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => unexplained(each, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return value === null ? [path] : [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field !== null) return unexplained(field, `${path}.${name}`);
    const reason = fields[`${name}Reason`] ?? fields["reason"];
    return typeof reason === "string" && reason !== "" ? [] : [`${path}.${name}`];
  });
}

const { write, folder } = temporaryFolder();
const plain = '{"singularValues": [2, 1], "signal": [1, 1], "noiseVariance": 1}';
const silent = '{"singularValues": [2, 1], "signal": [0, 0], "noiseVariance": 0}';
const tied = '{"squaredSingularValues": [1, 2], "squaredSignal": ["3/5", "7/13"], "noiseVariance": 1}';

test.each([
  ["a singular system for the tails", plain, ["repeated", "--lambda", "1e-20", "--rounds", "2"], "conditionReason"],
  ["an infimum that is not attained", tied, ["repeated", "--lambda", "1", "--rounds", "3"], "reason"],
  ["the teacher among rounds", plain, ["repeated", "--lambda", "1", "--xi", "1,2"], "xiReason"],
  ["a flat error", silent, ["ridge", "--lambda", "1", "--xi", "1"], "optimalXiReason"],
  ["draws without noise", silent, ["simulate", "--lambda", "1", "--xi", "1", "--replicates", "10"], "deviationReason"],
])("%s leaves a null in JSON, and says why", async (_, problem, [command, ...options], reason) => {
  write("problem.json", problem);
  const args = [command!, "--problem", "problem.json", ...options, "--json", "-"];
  const { stdout, status } = await sdTheoremsHere(args, { cwd: folder });
  expect(status).toBe(0);
  expect(stdout).toContain("null");
  expect(stdout).toContain(reason);
  expect(unexplained(JSON.parse(stdout))).toEqual([]);
});

test("a null without its reason would be found", () => {
  expect(unexplained({ a: [{ b: null }], c: null, cReason: "none" })).toEqual([".a[0].b"]);
});
