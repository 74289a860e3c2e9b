/** The forms a report is written in, and the name of the file for each. */
export const REPORT_NAMES = { html: "index.html", markdown: "report.md", junit: "junit.xml" } as const;
