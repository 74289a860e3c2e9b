import fc from "fast-check";
import { type Check, type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { Fractions, perMode, scalar } from "../../src/formula/index.ts";
import {
  blockGram,
  type Features,
  featuresFromGram,
  type Flips,
  FlipSimulation,
  Mixture,
  mixtureBook,
  mixtureRounding,
  nearBlockFeatures,
  type Pair,
} from "../../src/logistic/index.ts";
import { Streams } from "../../src/random/index.ts";
import { ALIKE_WITHIN, INDEPENDENT_FLIPS, NOTHING_ACROSS, POSITIVE_LAMBDA } from "./hypotheses.ts";
import { exactMixture } from "./methods/exact-mixture.ts";
import {
  COMPARISONS_PER_RATE,
  directThresholds,
  thresholdsOf,
  flipReplication,
  type FlipSetting,
  imitation,
  showSetting,
} from "./methods/flip-replication.ts";

const statement = {
  id: "logistic/random-flips",
  title: "Under independent flips the expected accuracy is a binomial mixture over each class",
  source: "new here, for the model of Das & Sanghavi 2023, logistic regression with flipped labels",
  statement:
    "With independent flips the number k of flips in a class is binomial, and the class is a problem of its own. Where fits are right everywhere iff k = 0 or k/m < p* (p* < ½ the threshold, of the teacher or of the student with ξ = 1), the class's accuracy is 1 for such k, 0 if k = m or 1 − k/m < p*, and 1 − k/m between (no k/m and no 1 − k/m is p* itself): the expected accuracy is w_1 + Σ_k w_k(1 − k/m) for every 0 ≤ p ≤ 1.",
  hypotheses: [
    POSITIVE_LAMBDA,
    "logits are ⟨θ, φ_i⟩, without an intercept",
    ALIKE_WITHIN,
    NOTHING_ACROSS,
    INDEPENDENT_FLIPS,
    "p* is no multiple of 1/m",
  ],
};

const formulas = ["binomialRatio", "partialAccuracy", "expectedAccuracy"];

const ownProblems = derivation(mixtureBook, {
  name: "each class is a problem of its own",
  covers: [],
  prepare: (book) =>
    book.declare({
      alpha: perMode("\\alpha", "real", "coefficient of a point of class 1"),
      beta: perMode("\\beta", "real", "coefficient of a point of class 0"),
      own: scalar("A", "real", "Σ α_i"),
      other: scalar("B", "real", "Σ β_i"),
      across: scalar("\\kappa", "real", "similarity across classes"),
    }),
  hypotheses: { orthogonal: { says: "points of different classes are orthogonal", zero: "across" } },
  steps: [
    {
      says: "pairs of points of one class add up to a square",
      identity: ["sum(alpha_j)^2", "sum(alpha_j^2) + 2*pairs(alpha_j*alpha_k)"],
    },
    {
      says: "so ‖θ‖² is a sum of one term for each class",
      identity: [
        "sum(alpha_j^2) + 2*c*pairs(alpha_j*alpha_k) + sum(beta_j^2) + 2*c*pairs(beta_j*beta_k) + 2*across*sum(alpha_j)*sum(beta_j)",
        "(1 - c)*sum(alpha_j^2) + c*sum(alpha_j)^2 + (1 - c)*sum(beta_j^2) + c*sum(beta_j)^2",
      ],
      given: { hypothesis: "orthogonal", times: "2*sum(alpha_j)*sum(beta_j)" },
    },
    {
      says: "and a point's logit, all that its loss depends on, knows only its own class",
      identity: ["(1 - c)*alpha_j + c*own + across*other", "(1 - c)*alpha_j + c*own"],
      given: { hypothesis: "orthogonal", times: "other" },
    },
  ],
});

const exchanged = derivation(mixtureBook, {
  name: "with m − k flips a class is that of k flips with its labels exchanged",
  covers: ["partialAccuracy"],
  prepare: (book) =>
    book.declare({
      e: scalar("e^z", "positive", "the exponential of a logit"),
      z: scalar("z", "real", "a logit"),
      t: scalar("t", "real", "a target"),
      plus: scalar("\\ell", "real", "log(1 + eᶻ)"),
      minus: scalar("\\ell'", "real", "log(1 + e⁻ᶻ)"),
    }),
  hypotheses: { logarithm: { says: "log(1 + eᶻ) = z + log(1 + e⁻ᶻ)", zero: "plus - minus - z" } },
  steps: [
    { says: "σ(−z) = 1 − σ(z)", identity: ["(1/e)/(1 + 1/e)", "1 - e/(1 + e)"] },
    {
      says: "so a negated logit has the loss of the exchanged target, and ‖θ‖² does not see the sign",
      identity: ["minus - (1 - t)*(-z)", "plus - t*z"],
      given: { hypothesis: "logarithm", times: "-1" },
    },
    {
      says: "teachers' logits being negated, the student's targets are exchanged as well: those of kept labels",
      identity: ["at(targetGood, sigmaGood, 1 - sigmaBad)", "1 - targetBad"],
    },
    { says: "and of flipped ones", identity: ["at(targetBad, sigmaBad, 1 - sigmaGood)", "1 - targetGood"] },
    {
      says: "what was right is then wrong: where exactly the flipped points are wrong, with k flips and with m − k",
      identity: ["at(partialAccuracy_j, flipped, m - flipped_j)", "1 - partialAccuracy_j"],
    },
  ],
});

const expectation = derivation(mixtureBook, {
  name: "the expected accuracy is a binomial mixture",
  covers: formulas,
  prepare: (book) =>
    book.declare({
      ways: perMode("W_k", "positive", "ways to choose the k flipped labels of m"),
      more: perMode("W_{k+1}", "positive", "ways to choose k + 1"),
      wrongWeight: scalar("w_0", "nonnegative", "the probability that a class is wrong on every point"),
    }),
  hypotheses: {
    counting: {
      says: "each choice of k labels can be extended in m − k ways, and each of k + 1 arises in k + 1 ways",
      zero: "(m - flipped_j)*ways_j - (flipped_j + 1)*more_j",
    },
    total: {
      says: "the probabilities of being right throughout, wrong throughout and in between add up to 1",
      zero: "keptWeight + wrongWeight + sum(weight_j) - 1",
    },
  },
  steps: [
    {
      says: "k + 1 flips are as probable as the ratio says: each choice has p where one of k has 1 − p",
      identity: ["binomialRatio_j*ways_j*(1 - p)", "more_j*p"],
      given: { hypothesis: "counting", times: "p/(flipped_j + 1)" },
    },
    {
      says: "what is missing to 1 is the probability of being wrong throughout, and the share of flips in between",
      identity: ["1 - expectedAccuracy", "wrongWeight + sum(weight_j*flipped_j)/m"],
      given: { hypothesis: "total", times: "-1" },
    },
    {
      says: "a step from k to k + 1 carries over (k + 1)w′(1 − p) = (m − k)wp",
      identity: ["(flipped_j + 1)*binomialRatio_j*(1 - p)", "(m - flipped_j)*p"],
    },
    {
      says: "so that the mean number of flips, of which (1 − p)·mean = p(m − mean), is mp: without thresholds 1 − p is right",
      identity: ["(1 - p)*(m*p)", "p*(m - m*p)"],
    },
  ],
});

/** Small thresholds, large ones, none for the teacher; flip rates on either side, and above ½, where few are right. */
const settings: readonly { readonly setting: FlipSetting; readonly rates: readonly number[] }[] = [
  { setting: { classSize: 10, c: 0.3, lambda: 0.5 }, rates: [0.1, 0.2] },
  { setting: { classSize: 11, c: 0.2, lambda: 1 }, rates: [0.15, 0.85] },
  { setting: { classSize: 20, c: 0.1, lambda: 0.5 }, rates: [0.2] },
];

const measured = settings.map(({ setting, rates }): Check =>
  simulation(mixtureBook, {
    name: showSetting(setting),
    covers: formulas,
    comparisons: COMPARISONS_PER_RATE * rates.length,
    effort: rates.length * setting.classSize * setting.classSize * setting.classSize,
    start: (context) => flipReplication(setting, rates, context),
  }),
);

interface FlipCase extends FlipSetting {
  /** In sixteenths, from 0 to 1. */
  readonly p: number;
  /** Pairs each choice of flips in one class with one in the other. */
  readonly shuffle: number;
}

const sixteenths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((value) => value / 16);

const cases: fc.Arbitrary<FlipCase> = fc.record({
  classSize: fc.integer({ min: 1, max: 6 }),
  c: sixteenths(1, 15),
  lambda: fc.integer({ min: -4, max: 3 }).map((exponent) => 2 ** Math.trunc(exponent)),
  p: sixteenths(0, 16),
  shuffle: fc.nat(63),
});

const showFlipCase = (example: FlipCase): string => `${showSetting(example)}, p = ${example.p}`;

/** The binary digits of two numbers: which labels of class 1 and of class 0 are flipped. */
function flipsOf(classSize: number, ofClass1: number, ofClass0: number): Flips {
  const digits = (value: number): boolean[] => Array.from({ length: classSize }, (_, i) => ((value >> i) & 1) === 1);
  return [...digits(ofClass1), ...digits(ofClass0)];
}

/** Each class's expected accuracy, over all 2^m choices of its flips, each fitted directly. */
function enumerated({ p, shuffle, ...setting }: FlipCase): Pair<readonly [number, number]> {
  const { classSize } = setting;
  const direct = imitation(setting);
  const all = 2 ** Math.trunc(classSize);
  const expected = { teacher: [0, 0] as [number, number], student: [0, 0] as [number, number] };
  const probability = (flips: Flips): number => flips.reduce((product, flip) => product * (flip ? p : 1 - p), 1);
  for (let choice = 0; choice < all; choice++) {
    // An odd factor permutes the numbers below a power of 2: the other class runs through all choices too.
    const flips = flipsOf(classSize, choice, (choice * (2 * shuffle + 1) + shuffle) % all);
    const accuracies = direct.accuracies(flips);
    for (const who of ["teacher", "student"] as const) {
      expected[who][0] += probability(flips.slice(0, classSize)) * accuracies[who][0];
      expected[who][1] += probability(flips.slice(classSize)) * accuracies[who][1];
    }
  }
  return expected;
}

const everyChoice = property(mixtureBook, {
  name: "the mixture is what direct fits to all 2^m choices of flips give, in each class",
  covers: formulas,
  problems: cases,
  runs: 60,
  measure: (example) => ({ expected: enumerated(example), thresholds: thresholdsOf(example) }),
  read: (book) => new Mixture(book),
  violation: ({ classSize, p }, { expected, thresholds }, mixture) => {
    // Probabilities of at most 1 in all are multiplied up in m + 2 steps, and added up in 2^m.
    const bound = mixtureRounding(classSize) + (2 ** Math.trunc(classSize) + classSize + 2) * 2 ** -53;
    for (const who of ["teacher", "student"] as const) {
      const said = mixture.expectedAccuracy(classSize, p, thresholds[who]);
      const off = expected[who].find((value) => !(Math.abs(value - said) <= bound));
      if (off !== undefined) return `the ${who}'s expected accuracy is ${off} on a class, and the mixture says ${said}`;
    }
    return null;
  },
  show: showFlipCase,
});

const negated = property(mixtureBook, {
  name: "exchanging all labels of a class negates its direct logits and leaves the other class's alone",
  covers: [],
  problems: cases,
  runs: 100,
  measure: (example) => {
    const { classSize, shuffle } = example;
    const direct = imitation(example);
    const all = 2 ** Math.trunc(classSize);
    const [own, other] = [shuffle % all, (shuffle * 5 + 3) % all];
    return [own, all - 1 - own].map((choice) => direct.fits(flipsOf(classSize, choice, other)));
  },
  read: () => null,
  violation: ({ classSize }, [one, two]) => {
    for (const who of ["teacher", "student"] as const) {
      const bound = one![who].logitBound + two![who].logitBound;
      const sums = Array.from(one![who].logits, (logit, i) => {
        const exchangedLogit = two![who].logits[i]!;
        return i < classSize ? logit + exchangedLogit : logit - exchangedLogit;
      });
      const off = sums.findIndex((sum) => !(Math.abs(sum) <= bound));
      if (off >= 0) return `the ${who}'s logit ${off} is off by ${sums[off]}; rounding explains ${bound}`;
    }
    return null;
  },
  show: showFlipCase,
});

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Nearly equal similarities within each class, and exactly none across. */
function nearlyEqual({ classSize, c, shuffle }: FlipCase, dimension: number): Features {
  const random = new Streams({ seed: 0, claim: "logistic", problem: "nearly equal" }).replicate(shuffle);
  const { rows } = nearBlockFeatures(classSize, c, dimension, random);
  const gram = blockGram(classSize, c);
  for (let i = 0; i < 2 * classSize; i++) {
    for (let j = 0; j < i; j++) {
      if (i < classSize !== j < classSize) continue;
      let inner = 0;
      for (let k = 0; k < dimension; k++) inner += rows[i * dimension + k]! * rows[j * dimension + k]!;
      gram.set(i, j, inner);
      gram.set(j, i, inner);
    }
  }
  return featuresFromGram(gram);
}

// The signs of logits are certain: a fit knows how far it may be from the exact minimiser.
const whichMatters = counterexample({
  without: ALIKE_WITHIN,
  says: "it matters which labels are flipped, not only how many",
  problems: fc.record({ example: cases, dimension: fc.integer({ min: 8, max: 100 }) }),
  tries: 200,
  fails: ({ example, dimension }) => {
    const { classSize, lambda } = example;
    const direct = new FlipSimulation(nearlyEqual(example, dimension), { lambda, xi: 1 });
    const alone = Array.from({ length: classSize }, (_, i) => direct.accuracies(flipsOf(classSize, 1 << i, 0)));
    const other = alone.findIndex(({ teacher }) => teacher[0] !== alone[0]!.teacher[0]);
    if (other < 0) return null;
    const [one, two] = [alone[0]!.teacher[0], alone[other]!.teacher[0]];
    return `the teacher is right on ${percent(one)} of class 1 where point 0 is flipped and on ${percent(two)} where point ${other} is`;
  },
  show: ({ example, dimension }) =>
    `${showSetting(example)}, and similarities that vary like those of random vectors in ${dimension - 2} dimensions`,
});

const otherMatters = counterexample({
  without: NOTHING_ACROSS,
  says: "a class's accuracy depends on the flips in the other class",
  problems: fc.record({ example: cases, share: fc.integer({ min: 1, max: 3 }) }),
  tries: 200,
  fails: ({ example: { classSize, c, lambda }, share }) => {
    const features = featuresFromGram(blockGram(classSize, c, (c * share) / 4));
    const direct = new FlipSimulation(features, { lambda, xi: 1 });
    for (let k = 1; k < classSize / 2; k++) {
      const own = 2 ** Math.trunc(k) - 1;
      const [none, one] = [0, 1].map((other) => direct.accuracies(flipsOf(classSize, own, other)).teacher[0]);
      if (none !== one) {
        return `with ${k} flips in class 1, the teacher is right on ${percent(none!)} of it, and on ${percent(one!)} once a label of class 0 is flipped too`;
      }
    }
    return null;
  },
  show: ({ example, share }) => `${showSetting(example)}, similarity ${(example.c * share) / 4} across classes`,
});

const flippedTogether = counterexample({
  without: INDEPENDENT_FLIPS,
  says: "the accuracy is not the mixture's, whatever p is",
  problems: cases,
  tries: 100,
  fails: (example) => {
    const { classSize, p } = example;
    if (p === 0 || p === 1) return null;
    const rate = Fractions.fromNumber(p);
    const mixed = exactMixture(classSize, rate, directThresholds(imitation(example)).student);
    // Where a class's labels are flipped all together or not at all, it is wrong throughout or right throughout.
    const together = Fractions.subtract(Fractions.fraction(1n), rate);
    if (Fractions.equal(mixed, together)) return null;
    const [said, found] = [mixed, together].map(Fractions.show);
    return `where a class's labels are flipped all together, the student's expected accuracy is ${found}; the mixture is ${said}`;
  },
  show: showFlipCase,
});

export const randomFlips: Claim = {
  ...statement,
  dependsOn: ["logistic/reduction", "logistic/teacher-threshold", "logistic/student-threshold"],
  book: mixtureBook,
  checks: [
    ownProblems,
    exchanged,
    expectation,
    ...measured,
    everyChoice,
    negated,
    whichMatters,
    otherMatters,
    flippedTogether,
  ],
};
