/** A number as a file has it, before anything rounds it. */
export class WrittenNumber {
  /** As it is written: `0.1`, `9007199254740993`, `1e-400`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): number {
    return Number(this.text);
  }
}
