import Table from "cli-table3";

/** Prints a sentence that says what was measured, and the measurements. */
export function printTable(says: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => [...row]));
  process.stdout.write(`${says}\n${table.toString()}\n\n`);
}
