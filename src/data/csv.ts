import Papa from "papaparse";
import { InvalidInput } from "./invalid-input.ts";

/** A table of numbers; `header` is null where the first line already holds numbers. */
export interface NumericTable {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly number[])[];
}

/**
 * Reads comma-separated numbers with or without a header line.
 *
 * @throws InvalidInput with line and column for ragged rows, and for a cell that is not a finite number.
 */
export function parseCsv(text: string, where: string): NumericTable {
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ",", skipEmptyLines: false });
  const [failure] = errors;
  if (failure) throw new InvalidInput(`${where}: line ${(failure.row ?? 0) + 1}: ${failure.message}`);
  const [first] = data;
  if (first === undefined || text.trim() === "") throw new InvalidInput(`${where} is empty; expected rows of numbers`);
  const hasHeader = first.every((cell) => cell.trim() !== "" && Number.isNaN(Number(cell)));
  const rows = data.slice(hasHeader ? 1 : 0).map((cells, i) => {
    const line = i + (hasHeader ? 2 : 1);
    if (cells.length !== first.length) {
      const given = `line ${line} has ${cells.length} ${cells.length === 1 ? "value" : "values"}`;
      throw new InvalidInput(`${where}: ${given}; expected ${first.length} as in line 1`);
    }
    return cells.map((cell, column) => {
      const value = Number(cell);
      if (cell.trim() === "" || !Number.isFinite(value)) {
        const place = `line ${line}, column ${column + 1}`;
        throw new InvalidInput(`${where}: ${place}: ${JSON.stringify(cell)} is not a finite number`);
      }
      return value;
    });
  });
  if (rows.length === 0) throw new InvalidInput(`${where} has a header but no rows`);
  return { header: hasHeader ? first : null, rows };
}
