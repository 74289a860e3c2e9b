import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { junitReport } from "../../src/report/junit.ts";
import { derivations, everything, mixed } from "./sample.ts";

interface Element {
  readonly localName: string;
  readonly children: Iterable<Element>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly textContent: string;
}

const childrenOf = (element: Element): Element[] => [...element.children];
const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

function parsed(xml: string): Element {
  const document = new DOMParser().parseFromString(xml, "text/xml") as unknown as { documentElement: Element };
  return document.documentElement;
}

/** The schema that Jenkins holds JUnit files against: which attributes and children an element may have. */
const schema: Readonly<Record<string, { attributes: string[]; required: string[]; children: string[] }>> = {
  testsuites: { attributes: ["name", "time", "tests", "failures", "errors"], required: [], children: ["testsuite"] },
  testsuite: {
    attributes: ["name", "tests", "failures", "errors", "skipped", "time"],
    required: ["name", "tests", "failures", "errors"],
    children: ["testcase"],
  },
  testcase: { attributes: ["name", "classname", "time"], required: ["name"], children: ["failure", "skipped"] },
  failure: { attributes: ["type", "message"], required: [], children: [] },
  skipped: { attributes: ["type", "message"], required: [], children: [] },
};

function requireValid(element: Element): void {
  const { attributes, required, children } = schema[element.localName]!;
  const given = Object.keys(attributesOf(element));
  expect(
    given.filter((name) => !attributes.includes(name)),
    element.localName,
  ).toEqual([]);
  expect(
    required.filter((name) => !given.includes(name)),
    element.localName,
  ).toEqual([]);
  for (const child of childrenOf(element)) {
    expect(children, `${child.localName} in ${element.localName}`).toContain(child.localName);
    requireValid(child);
  }
}

/** Test cases by suite: name, and the element that says that it failed or was skipped. */
function outcomes(xml: string): Record<string, Record<string, string>> {
  return Object.fromEntries(
    childrenOf(parsed(xml)).map((suite) => [
      attributesOf(suite)["name"]!.split(":")[0]!,
      Object.fromEntries(
        childrenOf(suite).map((each) => [attributesOf(each)["name"]!, childrenOf(each)[0]?.localName ?? "passed"]),
      ),
    ]),
  );
}

test.each([
  ["derivations of every claim", derivations],
  ["two claims with all evidence", everything],
  ["claims of every status", mixed],
])("a report of %s is valid against the schema, and its counts add up", (_, report) => {
  const root = parsed(junitReport(report(), { claims }));
  requireValid(root);
  const suites = childrenOf(root);
  expect(suites.length).toBe(report().claims.length);
  for (const suite of suites) {
    const { tests, failures, skipped } = attributesOf(suite);
    const cases = childrenOf(suite);
    const having = (name: string): number => cases.filter((each) => childrenOf(each)[0]?.localName === name).length;
    expect([tests, failures, skipped].map(Number)).toEqual([cases.length, having("failure"), having("skipped")]);
  }
  const total = (name: string): number => suites.reduce((sum, suite) => sum + Number(attributesOf(suite)[name]), 0);
  const { tests, failures } = attributesOf(root);
  expect([tests, failures].map(Number)).toEqual([total("tests"), total("failures")]);
});

test("what is refuted fails, what is not decided is skipped, and neither passes; nor does a claim on such ground", () => {
  const found = outcomes(junitReport(mixed(), { claims }));
  const first = found["ridge/student-estimator"]!;
  expect(first["trial: the estimate, draw by draw, under four kinds of noise"]).toBe("failure");
  expect(first["derivation: the shrinkage from the student's normal equations"]).toBe("passed");
  const second = found["ridge/path-tangent"]!;
  expect(second["property: the direct student lies on the tangent of the direct ridge path, at ξ"]).toBe("skipped");
  expect(second["rests on ridge/student-estimator"]).toBe("failure");
  expect(found["logistic/student-threshold"]!["rests on logistic/teacher-threshold"]).toBe("skipped");
});

test("a claim without evidence has not passed", () => {
  const [first] = mixed().claims;
  const bare = { ...mixed(), claims: [{ ...first!, verdict: "inconclusive" as const, evidence: [] }] };
  expect(outcomes(junitReport(bare, { claims }))[first!.id]).toEqual({ evidence: "skipped" });
});

test("what data brings along comes back as it was", () => {
  const hostile = `]]></failure><testcase name="x"/> & "quoted" 'too' <`;
  const [first] = mixed().claims;
  const item = { kind: "property" as const, name: hostile, verdict: "refuted" as const, detail: hostile, seconds: 0 };
  const xml = junitReport(
    {
      ...mixed(),
      claims: [{ ...first!, evidence: [{ ...item, name: `${hostile}\u0000` }, item] }],
    },
    { claims },
  );
  const [clean, same] = childrenOf(childrenOf(parsed(xml))[0]!);
  expect(attributesOf(same!)["name"]).toBe(`property: ${hostile}`);
  expect(attributesOf(clean!)["name"]).toBe(`property: ${hostile}\uFFFD`);
  expect(childrenOf(same!)[0]!.textContent).toBe(hostile);
});
