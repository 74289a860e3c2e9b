import type { State } from "../state/state.ts";

/** A part of the page for one of the models: what a person sets, and what it shows. */
export interface View {
  readonly controls: HTMLElement;
  readonly results: HTMLElement;
  /** Shows a state. Called at most once a frame; what takes longer than a frame is asked of the worker. */
  readonly show: (state: State) => void;
}

/** How a view changes the state, and has itself shown anew when an answer has come in. */
export interface Shell {
  readonly change: (change: Partial<State>) => void;
  readonly refresh: () => void;
}
