/** Teacher and student as the pictures of flipped labels show them. */
export const people = [
  { who: "teacher", words: "teacher", colour: "blue", mark: "dashes", dash: "8 4" },
  { who: "student", words: "student at ξ = 1", colour: "orange", mark: "line", dash: "none" },
] as const;

/** The setting that they share. */
export const setting = { classSize: 20, similarity: 0.1, lambda: 1 };

export const settingWords = `m = ${setting.classSize}, c = ${setting.similarity}, λ = ${setting.lambda}`;
