import type { ClaimDialog } from "../page/claims.ts";
import { h } from "../page/dom.ts";
import type { Shell, View } from "../page/view.ts";
import { partsOf, type Settings } from "../problem/setting.ts";
import type { State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import { Measurements } from "./measurements.ts";
import { OptimumPanel } from "./optimum-panel.ts";
import { Pictures } from "./pictures.ts";
import { ProblemControls } from "./problem-controls.ts";
import { SimulationControls } from "./simulation-controls.ts";
import { StudentControls } from "./student-controls.ts";
import { RidgeTiles } from "./tiles.ts";

/** Ridge regression: the problem, its students, and the best of them. */
export class RidgeView implements View {
  readonly controls: HTMLElement;
  readonly results: HTMLElement;
  readonly #settings: Settings;
  readonly #measurements: Measurements;
  readonly #problem: ProblemControls;
  readonly #student: StudentControls;
  readonly #simulation: SimulationControls;
  readonly #optimum: OptimumPanel;
  readonly #tiles: RidgeTiles;
  readonly #pictures: Pictures;
  #bestXi: number | null = null;

  constructor(shell: Shell, settings: Settings, assistant: Assistant, claims: ClaimDialog) {
    const link = (name: string): HTMLElement => claims.link(`ridge/${name}`);
    this.#settings = settings;
    this.#measurements = new Measurements(shell, assistant);
    this.#problem = new ProblemControls(shell, settings, assistant);
    this.#student = new StudentControls(shell, () => this.#bestXi);
    this.#simulation = new SimulationControls(shell, link("expected-error"));
    this.#optimum = new OptimumPanel(shell, assistant, link);
    this.#tiles = new RidgeTiles(link);
    this.#pictures = new Pictures(shell, link);
    const set = [this.#student, this.#problem, this.#simulation].map(({ element }) => element);
    this.controls = h("div", { class: "controls" }, set);
    const shown = [this.#optimum.verdict, this.#tiles.element, this.#pictures.element, this.#optimum.element];
    this.results = h("div", { class: "results" }, shown);
  }

  show(state: State): void {
    const setting = this.#settings.of(state);
    const { problem, suggested } = setting;
    const lambda = state.lambda ?? suggested.lambda;
    const xi = state.xi ?? suggested.xi;
    const inForce = { noise: problem.noiseVariance, lambda, xi };
    this.#optimum.ask(partsOf(state));
    this.#measurements.ask(state, setting, lambda);
    this.#problem.show(state, setting, inForce);
    this.#student.show(setting, lambda, xi);
    this.#simulation.show(state, this.#measurements.progress(state));
    this.#bestXi = this.#tiles.show(setting, inForce, this.#measurements);
    this.#pictures.draw(state, setting, inForce, this.#optimum.found, this.#measurements);
  }
}
