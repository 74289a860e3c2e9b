import { basename, join } from "node:path";
import { closest } from "fastest-levenshtein";
import { InvalidInput, makeFolder, onOneLine, requireWritable, writeWhole } from "../data/index.ts";
import type { Subject } from "../report/index.ts";
import { type ClaimSource, ownClaims, type Report } from "../run/index.ts";
import { REPORT_NAMES } from "./report-names.ts";

export type ReportFormat = keyof typeof REPORT_NAMES;

export const reportFormats = Object.keys(REPORT_NAMES) as ReportFormat[];

/** The forms of a comma-separated list. @throws InvalidInput that suggests the nearest form. */
export function chooseFormats(list: string): ReportFormat[] {
  const names = new Set(list.split(",").map((name) => name.trim()));
  return [...names].map((name) => {
    if (Object.hasOwn(REPORT_NAMES, name)) return name as ReportFormat;
    const nearest = closest(name, reportFormats);
    throw new InvalidInput(`there is no report in the format ${JSON.stringify(name)}; did you mean ${nearest}?`);
  });
}

/** Makes the folder and refuses one that could not be written to, before any work is done. @throws InvalidInput */
export function prepareFolder(folder: string, formats: readonly ReportFormat[] = ["html"]): void {
  makeFolder(folder);
  for (const format of formats) requireWritable(join(folder, REPORT_NAMES[format]));
}

/** A report as text in one of its forms. What writes it is loaded only here: it takes time. */
export async function reportText(report: Report, format: ReportFormat, subject: Subject): Promise<string> {
  const { htmlReport, junitReport, markdownReport } = await import("../report/index.ts");
  return { html: htmlReport, junit: junitReport, markdown: markdownReport }[format](report, subject);
}

/** What a report is about: the claims of a module, with its file as the command line was given it, or the project's own. */
export function subjectOf({ claims }: ClaimSource = ownClaims, claimsFile?: string): Subject {
  if (claimsFile === undefined) return { claims };
  return { claims, claimsFile, title: basename(claimsFile), figures: [] };
}

/** Writes a report into a folder, and gives a line for each file that says where it is. */
export async function writeReports(
  report: Report,
  formats: readonly ReportFormat[],
  folder: string,
  subject: Subject,
): Promise<string[]> {
  const lines: string[] = [];
  for (const format of formats) {
    const path = join(folder, REPORT_NAMES[format]);
    const text = await reportText(report, format, subject);
    writeWhole(path, text);
    const how = format === "html" ? ", a page to be opened in a browser" : "";
    lines.push(onOneLine(`Report: ${path} (${sizeOf(text)}${how})`));
  }
  return lines;
}

function sizeOf(text: string): string {
  const bytes = Buffer.byteLength(text);
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
