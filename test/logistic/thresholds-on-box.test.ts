import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interval, Intervals } from "../../src/formula/index.ts";
import type { SettingBox } from "../../src/logistic/enclosed-point.ts";
import type { LogisticSetting } from "../../src/logistic/problem.ts";
import { studentThreshold, teacherThreshold } from "../../src/logistic/thresholds.ts";
import { thresholdsOnBox } from "../../src/logistic/thresholds-on-box.ts";

/** A box that reaches from a setting to one that is larger by a share in each number. */
const boxFrom = ({ classSize, similarity, lambda }: LogisticSetting, share: number): SettingBox => {
  const from = (value: number): Interval => Intervals.interval(value, value * (1 + share));
  return { classSize: from(classSize), similarity: from(similarity), lambda: from(lambda) };
};

test("the thresholds of all settings of a box are enclosed: any setting's own lie within", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const settings = fc.constantFrom(
    { classSize: 10, similarity: 0.3, lambda: 0.5 },
    { classSize: 40, similarity: 0.125, lambda: 0.25 },
    { classSize: 100, similarity: 0.05, lambda: 0.5 },
  );
  fc.assert(
    fc.property(settings, share, share, share, (from, inM, inC, inLambda) => {
      const { teacher, student } = thresholdsOnBox(boxFrom(from, 0.02));
      expect(teacher.upper).toBeLessThan(student!.lower);
      const inside = {
        classSize: Math.floor(from.classSize * (1 + 0.02 * inM)), // a setting has a whole class size
        similarity: from.similarity * (1 + 0.02 * inC),
        lambda: from.lambda * (1 + 0.02 * inLambda),
      };
      const own = { teacher: teacherThreshold(inside), student: studentThreshold(inside, 1).threshold! };
      expect(teacher.lower <= own.teacher.lower && own.teacher.upper <= teacher.upper).toBe(true);
      expect(student!.lower <= own.student.lower && own.student.upper <= student!.upper).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test("where bad points are wrong from the smallest flip rates on, in some setting of a box, no student's threshold is given", () => {
  expect(thresholdsOnBox(boxFrom({ classSize: 8, similarity: 0.05, lambda: 2 }, 0.01)).student).toBeNull();
});
