import {
  accuracy,
  type LogisticProblem,
  type LogisticSetting,
  type LogisticSummary,
  studentFit,
  teacherFit,
} from "../../src/logistic/index.ts";
import type { ClaimDialog } from "../page/claims.ts";
import { h } from "../page/dom.ts";
import { Figure } from "../page/figure.ts";
import { count, enclosure, percent, shown } from "../page/numbers.ts";
import { Facts, Tile, Verdict } from "../page/results.ts";
import { typeset } from "../page/typeset.ts";
import type { Shell, View } from "../page/view.ts";
import type { State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import type { FlipEstimate } from "../work/questions.ts";
import { accuracyOfFraction, accuracyOfRandom, LEAST_DRAWS, MOST_SIMULATED, SIMULATED_RATES } from "./accuracy.ts";
import { LogisticControls } from "./controls.ts";
import { ACCURACY_LEGEND, drawAccuracy } from "./figure-accuracy.ts";
import { drawRegions, MOST_XI, REGION_LEGEND, RegionMapSoFar } from "./figure-regions.ts";
import { compare, meaningOfStudentThreshold, perfectRange } from "./words.ts";

/** Logistic regression on flipped labels: teacher, student, and where each is right. */
export class LogisticView implements View {
  readonly controls: HTMLElement;
  readonly results: HTMLElement;
  readonly #shell: Shell;
  readonly #assistant: Assistant;
  readonly #controls: LogisticControls;
  readonly #verdict: Verdict;
  readonly #tiles: Readonly<Record<"teacher" | "student" | "perfect" | "logits", Tile>>;
  readonly #facts = new Facts();
  readonly #thresholds: HTMLElement;
  readonly #figures: Readonly<Record<"accuracy" | "regions", Figure>>;
  #summary: LogisticSummary | null = null;
  #map = new RegionMapSoFar();
  #flips: readonly FlipEstimate[] = [];
  #flipsRefused: string | null = null;

  constructor(shell: Shell, assistant: Assistant, claims: ClaimDialog) {
    this.#shell = shell;
    this.#assistant = assistant;
    this.#controls = new LogisticControls(shell, claims);
    const link = (id: string): HTMLElement => claims.link(`logistic/${id}`);
    this.#verdict = new Verdict([link("student-threshold"), link("larger-xi")]);
    this.#tiles = {
      teacher: new Tile("teacher", "Teacher is right on", link("teacher-threshold")),
      student: new Tile("student", "Student is right on", link("student-threshold")),
      perfect: new Tile("perfect", "Perfect students at this $p$", link("larger-xi")),
      logits: new Tile("logits", "Logit of a fresh point", link("new-points")),
    };
    this.#figures = {
      accuracy: new Figure("accuracy", "Accuracy against the flip rate", ACCURACY_LEGEND, [
        ...typeset("Dotted lines are the thresholds p_T and p_S: below its own, a fit overrules every flipped label. "),
        link("random-flips"),
      ]),
      regions: new Figure("regions", "Where imitation helps", REGION_LEGEND, [
        "Every coloured rectangle is proved; the map is refined while you look. Point at a place to go there. ",
        link("larger-xi"),
      ]),
    };
    const rate = (p: number): number => Math.min(0.499, Math.max(0, Number(p.toFixed(3))));
    this.#figures.accuracy.onPoint((p) => shell.change({ p: rate(p) }));
    this.#figures.regions.onPoint((p, xi) =>
      shell.change({ p: rate(p), imitation: Math.max(0, Number(xi.toFixed(2))) }),
    );
    this.#facts.row("teacher", "p_T");
    this.#facts.row("student", "p_S(ξ)");
    this.#facts.row("low", "ξ_lo(p)");
    this.#facts.row("high", "ξ_hi(p)");
    this.#thresholds = h(
      "section",
      { class: "card proved" },
      h("h3", {}, "Thresholds, proved"),
      h(
        "p",
        { class: "hint" },
        "Each interval contains exactly one root: the flip rate or ξ at which a logit changes its sign.",
      ),
      this.#facts.element,
      h("p", { class: "claims" }, link("teacher-threshold"), link("student-threshold"), link("larger-xi")),
    );
    this.controls = this.#controls.element;
    this.results = h(
      "div",
      { class: "results" },
      this.#verdict.element,
      h(
        "div",
        { class: "tiles" },
        Object.values(this.#tiles).map(({ element }) => element),
      ),
      h("div", { class: "figures" }, this.#figures.accuracy.element, this.#figures.regions.element),
      this.#thresholds,
    );
  }

  show(state: State): void {
    const setting = { classSize: state.m, similarity: state.c, lambda: state.penalty };
    const xi = state.imitation;
    this.#askThresholds({ ...setting, flipRate: state.p }, xi);
    this.#askRegions(setting);
    this.#askFlips(setting, state);
    this.#controls.show(state, this.#progress(state));
    this.#showFits({ ...setting, flipRate: state.p }, xi);
    const summary = this.#summary;
    this.#figures.accuracy.draw([setting, state.p, xi, summary, this.#flips], () => {
      const random =
        summary === null
          ? []
          : accuracyOfRandom(setting, { teacher: summary.teacherThreshold, student: summary.studentThreshold }, xi);
      const measured = this.#flips.filter(({ draws }) => draws >= Math.min(LEAST_DRAWS, state.flips));
      return drawAccuracy(state.p, accuracyOfFraction(setting, xi), random, measured, summary);
    });
    this.#figures.regions.draw([setting, state.p, xi, this.#map.version], () =>
      drawRegions(this.#map, { p: state.p, xi }),
    );
  }

  #askThresholds(problem: LogisticProblem, xi: number): void {
    const isNew = this.#assistant.ask(
      "thresholds",
      { ...problem, xi },
      {
        answer: (summary) => {
          this.#summary = summary;
          this.#showSummary(problem, xi, summary);
          this.#shell.refresh();
        },
        refused: (sentence) => {
          this.#verdict.show("open", "The thresholds cannot be enclosed:", `${sentence}.`);
          this.#facts.clear();
          this.#tiles.perfect.show("–", "not known");
          delete this.#thresholds.dataset["pending"];
        },
      },
    );
    if (!isNew) return;
    this.#summary = null;
    this.#verdict.wait();
    this.#thresholds.dataset["pending"] = "";
  }

  #askRegions(setting: LogisticSetting): void {
    const { dataset } = this.#figures.regions.element;
    // The old map stays, dimmed, until there is something of the new one.
    const map = new RegionMapSoFar();
    const isNew = this.#assistant.ask(
      "regions",
      { ...setting, mostXi: MOST_XI },
      {
        answer: (found) => {
          map.add(found);
          this.#map = map;
          delete dataset["pending"];
          this.#shell.refresh();
        },
        done: () => (dataset["complete"] = ""),
      },
    );
    if (!isNew) return;
    dataset["pending"] = "";
    delete dataset["complete"];
  }

  #askFlips(setting: LogisticSetting, { imitation: xi, flips: draws, seed, m }: State): void {
    const asked = m > MOST_SIMULATED || draws === 0 ? null : { ...setting, xi, draws, seed, rates: SIMULATED_RATES };
    const isNew = this.#assistant.ask("flips", asked, {
      answer: (estimates) => {
        this.#flips = estimates;
        this.#shell.refresh();
      },
      refused: (sentence) => {
        this.#flipsRefused = sentence;
        this.#shell.refresh();
      },
    });
    if (!isNew) return;
    this.#flips = [];
    this.#flipsRefused = null;
  }

  #progress({ m, flips }: State): string {
    if (m > MOST_SIMULATED)
      return `For more than ${MOST_SIMULATED} points of each class direct fits take too long here.`;
    if (this.#flipsRefused !== null) return `The simulation stopped: ${this.#flipsRefused}.`;
    if (flips === 0) return "No draws: the pictures show the theory alone.";
    const least = Math.min(flips, ...SIMULATED_RATES.map((rate) => this.#drawsAt(rate)));
    return `${count(least)} of ${count(flips)} draws at each flip rate.`;
  }

  #drawsAt(rate: number): number {
    return this.#flips.find((estimate) => estimate.rate === rate)?.draws ?? 0;
  }

  #showFits(problem: LogisticProblem, xi: number): void {
    const teacher = teacherFit(problem);
    const student = studentFit(problem, xi, teacher);
    const logits = ({ logitGood, logitBad }: typeof teacher): string =>
      `logits: ${shown(logitGood, 3)} where the label is kept, ${shown(logitBad, 3)} where it is flipped`;
    this.#tiles.teacher.show(percent(accuracy(problem, teacher)), logits(teacher));
    this.#tiles.student.show(percent(accuracy(problem, student)), logits(student));
    const right = [teacher, student].map(({ logitFresh }) => logitFresh > 0);
    const words = right[0] === right[1] ? "both are right on fresh points" : "the student fails on fresh points";
    this.#tiles.logits.show(
      shown(student.logitFresh, 3),
      `by the student; ${shown(teacher.logitFresh, 3)} by the teacher: ${words}`,
    );
  }

  #showSummary(problem: LogisticProblem, xi: number, summary: LogisticSummary): void {
    const accuracies = { teacher: summary.teacher.accuracy, student: summary.student.accuracy };
    delete this.#thresholds.dataset["pending"];
    const { kind, headline, because } = compare(accuracies, problem.flipRate, xi, summary);
    this.#verdict.show(kind, headline, because);
    this.#tiles.perfect.show(perfectRange(summary), "are right on every training point");
    const { teacher, student, perfectXi } = summary.thresholdEnclosures;
    const proved = (ends: readonly [number, number]): HTMLElement => h("span", { class: "enclosure" }, enclosure(ends));
    this.#facts.show("teacher", shown(summary.teacherThreshold, 6), proved(teacher));
    this.#facts.show(
      "student",
      ...typeset(meaningOfStudentThreshold(summary)),
      student === null ? "" : proved(student),
    );
    this.#facts.show("low", shown(summary.perfectXi.low, 6), proved(perfectXi.low));
    this.#facts.show("high", shown(summary.perfectXi.high, 6), proved(perfectXi.high));
  }
}
