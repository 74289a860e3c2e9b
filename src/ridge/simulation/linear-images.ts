import { type StoredMatrix, Workspace } from "../../matrix/index.ts";

/** The images of many statistics under several linear maps, by one product of matrices for all of them. */
export class LinearImages {
  readonly #space = new Workspace();
  readonly #maps: StoredMatrix;
  readonly #free: number;
  /** Where the image under each map begins among those of a statistic. */
  readonly starts: readonly number[];

  /** @param maps each with `columns` columns, row by row. */
  constructor(columns: number, maps: readonly Float64Array[]) {
    let rows = 0;
    this.starts = maps.map((map) => {
      const start = rows;
      rows += map.length / columns;
      return start;
    });
    this.#maps = this.#space.matrix(rows, columns);
    maps.forEach((map, i) => this.#maps.values.set(map, this.starts[i]! * columns));
    this.#free = this.#space.mark();
  }

  /**
   * For each statistic its images, one after the other.
   *
   * @param statistics one after the other.
   * @returns a view that the next call overwrites.
   */
  of(statistics: Float64Array, count: number): Float64Array {
    this.#space.release(this.#free);
    const given = this.#space.matrix(count, this.#maps.columns, statistics);
    const images = this.#space.matrix(count, this.#maps.rows);
    this.#space.multiplyByTransposed(given, this.#maps, images);
    return images.values;
  }
}
