// Prints of a JSON report of vitest each test that failed and each file that could not be run, with the first lines of the
// message; with --count only how many tests passed and failed, a file that could not be run counting as one.
// node .ci/test-report.mjs [--count] REPORT
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const MOST_LINES = 20;

const report = JSON.parse(readFileSync(process.argv.at(-1), "utf8"));
const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
  const file = relative(process.cwd(), name);
  const failed = assertionResults
    .filter((test) => test.status === "failed")
    .map(({ fullName, failureMessages }) => ({ name: `${file} > ${fullName}`, message: failureMessages.join("\n") }));
  return status === "failed" && failed.length === 0 ? [{ name: file, message }] : failed;
});

if (process.argv.includes("--count")) console.log(report.numPassedTests, failures.length);
else for (const { name, message } of failures) console.log([`✗ ${name}`, ...linesOf(message)].join("\n"));

function linesOf(message) {
  return stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at .*node_modules/.test(line))
    .slice(0, MOST_LINES)
    .map((line) => `    ${line}`);
}
