/**
 * The flip rates at which the student at ξ = 1 is right on every training point and its teacher is not: prints the tables of
 * docs/logistic.md, the ends with their enclosures at ten settings, and the widths of the range as λ and c vary.
 *
 * usage: npm run winning-range
 */
import { type Interval, Intervals } from "../src/formula/index.ts";
import { type LogisticSetting, studentThreshold, teacherThreshold } from "../src/logistic/index.ts";

const SETTINGS: readonly LogisticSetting[] = [
  { classSize: 5, similarity: 0.5, lambda: 0.1 },
  { classSize: 8, similarity: 0.05, lambda: 2 },
  { classSize: 10, similarity: 0.3, lambda: 0.5 },
  { classSize: 10, similarity: 0.9, lambda: 1 },
  { classSize: 20, similarity: 0.1, lambda: 1 },
  { classSize: 20, similarity: 0.5, lambda: 10 },
  { classSize: 50, similarity: 0.02, lambda: 0.2 },
  { classSize: 100, similarity: 0.05, lambda: 0.5 },
  { classSize: 1000, similarity: 0.01, lambda: 1 },
  { classSize: 1_000_000, similarity: 0.2, lambda: 1 },
];
const LAMBDAS = [0.01, 0.1, 1, 10, 100];
const SIMILARITIES = [0.01, 0.05, 0.2, 0.5, 0.9];
const CLASS_SIZE = 100;

print("| m | c | λ | p_T | p_S(1) |", 5);
for (const setting of SETTINGS) {
  const { classSize, similarity, lambda } = setting;
  const { threshold } = studentThreshold(setting, 1);
  const student = threshold === null ? "none" : shown(threshold);
  process.stdout.write(
    `| ${classSize} | ${similarity} | ${lambda} | ${shown(teacherThreshold(setting))} | ${student} |\n`,
  );
}

process.stdout.write(`\nm = ${CLASS_SIZE}\n\n`);
print(`| c \\ λ | ${LAMBDAS.join(" | ")} |`, LAMBDAS.length + 1);
for (const similarity of SIMILARITIES) {
  const cells = LAMBDAS.map((lambda) => width({ classSize: CLASS_SIZE, similarity, lambda }));
  process.stdout.write(`| ${similarity} | ${cells.join(" | ")} |\n`);
}

function print(head: string, columns: number): void {
  process.stdout.write(`${head}\n|${" --- |".repeat(columns)}\n`);
}

function shown({ lower, upper }: Interval): string {
  return `[${lower}, ${upper}]`;
}

// From p_T, or 0 where that is negative, to p_S.
function width(setting: LogisticSetting): string {
  const from = Math.max(0, Intervals.middle(teacherThreshold(setting)));
  const { threshold } = studentThreshold(setting, 1);
  if (threshold === null) return "none";
  const to = Intervals.middle(threshold);
  return `${from.toFixed(3)} to ${to.toFixed(3)}: ${(to - from).toFixed(3)}`;
}
