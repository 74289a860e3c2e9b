import { createHash } from "node:crypto";

/**
 * What a page may do, for its Content-Security-Policy: run this one script and be laid out by this one style sheet. It can load
 * and send nothing; fonts and pictures are in it as data. KaTeX places letters by style attributes, which run nothing.
 */
export function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    // Browsers that tell attributes from elements do not heed the first of these.
    "style-src 'unsafe-inline'",
    `style-src-elem ${hashOf(style)}`,
    "style-src-attr 'unsafe-inline'",
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
