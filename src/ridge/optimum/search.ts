import { type Interval, Intervals, TaylorBounds, type TaylorModel } from "../../formula/index.ts";
import { type Cell, cellOver } from "./cell.ts";
import type { Modes } from "./modes.ts";

/** Part of a cell, |z − centre| ≤ radius, with a lower bound of the error in it. */
export interface Piece {
  readonly cell: Cell;
  readonly centre: number;
  readonly radius: number;
  readonly bound: number;
  /** Where in the cell the error may be near its least. */
  readonly near: number;
  /** True where computing its part of the cell anew may make the model's error smaller. */
  readonly renewable: boolean;
}

/** Which error of a cell's is to be made least. */
export type ErrorOf = (cell: Cell) => TaylorModel;

/** A value that the error does not exceed somewhere: at z in a cell. */
export interface Best {
  readonly upper: number;
  readonly cell: Cell;
  readonly z: number;
}

/** How much a search may cost: each cell is computed from all modes. */
export interface Effort {
  readonly cells: number;
  readonly pieces: number;
}

const EFFORT: Effort = { cells: 2000, pieces: 20_000 };

/** The relative width that a search aims at; it is cheap, as bounds on a piece of width w miss the order of w³. */
export const GOAL = 2 ** -41;

// Pieces are halved at most this often: then their ends differ by some units in the last place of z.
const DEEPEST = 2 ** -45;
/** A cell over half the range should have at most this part of the error, else rounding is all that is left. */
const HELPFUL = 3 / 4;

// Beyond this many, a question about a level is given up.
const MOST_SPLITS = 400;

/** The least of an error over pieces that cover a range: branch and bound, the piece with the lowest bound first. */
export class Search {
  readonly #modes: Modes;
  readonly #errorOf: ErrorOf;
  #open: Piece[];
  readonly #settled: Piece[] = [];
  #best: Best;
  #effort: Effort = EFFORT;

  constructor(modes: Modes, cells: readonly Cell[], errorOf: ErrorOf) {
    this.#modes = modes;
    this.#errorOf = errorOf;
    this.#open = cells.map((cell) => this.#piece(cell, 0, 1, true));
    const [first] = cells;
    this.#best = { upper: Infinity, cell: first!, z: 0 };
    for (const piece of this.#open) this.#look(piece);
    this.#run();
  }

  /** All pieces: together they cover what the cells do. */
  get pieces(): readonly Piece[] {
    return [...this.#open, ...this.#settled];
  }

  get best(): Best {
    return this.#best;
  }

  /** Not above the error anywhere. */
  get lower(): number {
    return this.pieces.reduce((least, { bound }) => Math.min(least, bound), Infinity);
  }

  /** True where every piece, apart from those that `except` sets aside, is shown to lie above a level. */
  isAbove(level: number, except: (piece: Piece) => boolean): boolean {
    return this.notAbove(level, DEEPEST, except).length === 0;
  }

  /** Pieces of at most some radius, outside which the error is shown to be above a level or `except` sets it aside. */
  notAbove(level: number, radius: number, except: (piece: Piece) => boolean = () => false): Piece[] {
    const doubtful = this.pieces.filter((piece) => piece.bound <= level);
    const kept: Piece[] = [];
    for (let steps = 0; doubtful.length > 0; steps++) {
      const piece = doubtful.pop()!;
      if (except(piece)) continue;
      if (piece.radius <= radius || steps > MOST_SPLITS) kept.push(piece);
      else doubtful.push(...this.#split(piece, level * GOAL).filter(({ bound }) => bound <= level));
    }
    return kept;
  }

  #run(): void {
    while (this.#open.length > 0) {
      const at = indexOfLowest(this.#open);
      const piece = this.#open[at]!;
      if (piece.bound >= this.#best.upper * (1 - GOAL)) return;
      if (this.#effort.pieces <= 0 || this.#effort.cells <= 0) return;
      this.#open[at] = this.#open.at(-1)!;
      this.#open.pop();
      if (piece.radius < DEEPEST || this.#isAsGoodAsItGets(piece)) this.#settled.push(piece);
      else {
        const halves = this.#split(piece, this.#best.upper * GOAL);
        for (const half of halves) this.#look(half);
        this.#open.push(...halves);
      }
    }
  }

  // What is left between the bound and a value in the piece is the model's error, on both sides.
  #isAsGoodAsItGets({ cell, near, bound, renewable }: Piece): boolean {
    const model = this.#errorOf(cell);
    return !renewable && TaylorBounds.valueAt(model, near).upper - bound <= 4 * model.error;
  }

  // Halves in z cost nothing. Where it is the model's error that is too wide, each half becomes a cell of its own, as long
  // as that helps: what is left where it does not is the rounding of the sums over modes.
  #split({ cell, centre, radius, bound, renewable }: Piece, tolerance: number): Piece[] {
    const half = radius / 2;
    const { error } = this.#errorOf(cell);
    return [centre - half, centre + half].map((middle) => {
      this.#effort = { ...this.#effort, pieces: this.#effort.pieces - 1 };
      let part: Piece;
      if (renewable && error > tolerance / 4) {
        const renewed = this.#renewed(cell, middle, half);
        part = this.#piece(renewed, 0, 1, this.#errorOf(renewed).error < error * HELPFUL);
      } else part = this.#piece(cell, middle, half, renewable);
      return part.bound >= bound ? part : { ...part, bound }; // a part is above what the whole is above
    });
  }

  #renewed(cell: Cell, centre: number, radius: number): Cell {
    this.#effort = { ...this.#effort, cells: this.#effort.cells - 1 };
    const { lower, upper } = coordinates({ cell, centre, radius });
    return cellOver(this.#modes, cell.chart, lower, upper);
  }

  #piece(cell: Cell, centre: number, radius: number, renewable: boolean): Piece {
    const { bound, near } = TaylorBounds.least(TaylorBounds.restrict(this.#errorOf(cell), centre, radius));
    return { cell, centre, radius, bound, near: centre + radius * near, renewable };
  }

  #look({ cell, near }: Piece): void {
    const { upper } = TaylorBounds.valueAt(this.#errorOf(cell), near);
    if (upper < this.#best.upper) this.#best = { upper, cell, z: near };
  }
}

/** The coordinates that a piece covers, at least; from 0 on exactly where it does. */
export function coordinates({ cell, centre, radius }: Pick<Piece, "cell" | "centre" | "radius">): Interval {
  const at = (z: number): Interval =>
    Intervals.add(
      Intervals.interval(cell.centre),
      Intervals.multiply(Intervals.interval(cell.radius), Intervals.interval(z)),
    );
  const fromEnd = cell.centre === cell.radius && centre - radius === -1;
  return { lower: fromEnd ? 0 : Math.max(0, at(centre - radius).lower), upper: at(centre + radius).upper };
}

function indexOfLowest(pieces: readonly Piece[]): number {
  let lowest = 0;
  for (let i = 1; i < pieces.length; i++) if (pieces[i]!.bound < pieces[lowest]!.bound) lowest = i;
  return lowest;
}
