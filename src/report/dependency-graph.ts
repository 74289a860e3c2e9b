import { graphlib, layout } from "@dagrejs/dagre";
import type { Claim } from "../evidence/index.ts";
import { type Markup, markup } from "./markup.ts";
import { listed } from "./prose.ts";
import { type Status, type StatusKind, statusWords } from "./statuses.ts";

const HEIGHT = 34;
const LETTER = 7.1;

/** The claims as a graph: each leads to those that rest on it, coloured and marked by its status. */
export function dependencyGraph(claims: readonly Claim[], statusOf: (id: string) => Status): Markup {
  const graph = new graphlib.Graph().setGraph({ rankdir: "TB", nodesep: 14, ranksep: 30, marginx: 4, marginy: 4 });
  for (const { id } of claims) graph.setNode(id, { width: nameOf(id).length * LETTER + 40, height: HEIGHT });
  for (const { id, dependsOn } of claims) for (const other of dependsOn) graph.setEdge(other, id, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const edges = graph.edges().map((edge: { v: string; w: string }) => {
    const { points } = graph.edge(edge) as { points: readonly Point[] };
    return markup`<path d="${smooth(points)}" marker-end="url(#arrow)"/>`;
  });
  const nodes = claims.map((claim) => {
    const { x, y, width: across } = graph.node(claim.id) as { x: number; y: number; width: number };
    return nodeOf(claim, statusOf(claim.id), { left: x - across / 2, top: y - HEIGHT / 2, width: across });
  });
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="Graph of what rests on what">
<svg class="graph" width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" role="group" aria-label="Claims, each with an arrow to those that rest on it">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0.5L7.5,4L0,7.5z" fill="var(--muted)"/></marker></defs>
<g class="edges" aria-hidden="true">${edges}</g>
${nodes}</svg></div>
${legend(claims.map(({ id }) => statusOf(id).kind))}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function nodeOf({ id, dependsOn }: Claim, { kind }: Status, box: { left: number; top: number; width: number }): Markup {
  const { sign, name } = statusWords[kind];
  const rests = dependsOn.length === 0 ? "rests on no other claim" : `rests on ${listed(dependsOn)}`;
  const shape = markup`<rect x="${round(box.left)}" y="${round(box.top)}" width="${round(box.width)}" height="${HEIGHT}" rx="6"/>`;
  const mark = markup`<text class="sign" x="${round(box.left + 12)}" y="${round(box.top + 22)}">${sign}</text>`;
  const label = markup`<text x="${round(box.left + 29)}" y="${round(box.top + 22)}">${nameOf(id)}</text>`;
  const content = markup`${shape}${mark}${label}`;
  const words = `${id}, ${name}, ${rests}`;
  if (kind === "unchecked") return markup`<g class="node ${kind}" role="img" aria-label="${words}">${content}</g>\n`;
  return markup`<a class="node ${kind}" href="#${id}" aria-label="${words}">${content}</a>\n`;
}

/** What each status that occurs looks like and means, in sentences. */
function legend(kinds: readonly StatusKind[]): Markup {
  const occurring = (Object.keys(statusWords) as StatusKind[]).filter((kind) => kinds.includes(kind));
  const items = occurring.map((kind) => {
    const { sign, name, means } = statusWords[kind];
    const count = kinds.filter((each) => each === kind).length;
    return markup`<li><span class="badge ${kind}"><span aria-hidden="true">${sign}</span> ${name}</span> ${count} of ${kinds.length}: ${means}.</li>`;
  });
  return markup`<ul class="statuses">${items}</ul>`;
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

// Through the middles between the corners of the edge, with the corners as control points.
function smooth(points: readonly Point[]): string {
  const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
  const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
  const [first, ...rest] = points;
  const last = rest.at(-1)!;
  const curves = rest.slice(0, -1).map((corner, i) => `Q${at(corner)} ${at(i === rest.length - 2 ? last : between(corner, rest[i + 1]!))}`);
  return `M${at(first!)}${curves.join("")}L${at(last)}`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
