import { graphlib, layout } from "@dagrejs/dagre";
import type { Claim } from "../evidence/index.ts";
import { type StatusKind, statusWords } from "../run/index.ts";
import { type Markup, markup } from "./markup.ts";
import { listed } from "./prose.ts";
import { badge } from "./status-marks.ts";
import { shortName, theories } from "./theories.ts";

const LINE = 16;
const LETTER = 7.3;
/** A name longer than this is set on two lines. */
const LONG = 13;

/** The claims as graphs, one for each set that hangs together: each claim leads to those that rest on it. */
export function dependencyGraphs(claims: readonly Claim[], statusOf: (id: string) => StatusKind): Markup {
  const graphs = components(claims).map((part, i) => {
    const names = theories(part).map(({ title }) => title);
    return markup`<div class="component"><p class="figure-title">${listed(names)}</p>
<div class="scroll" role="group" tabindex="0" aria-label="Graph: ${listed(names)}">${graphOf(part, statusOf, `arrow-${i + 1}`)}</div></div>
`;
  });
  return markup`<div class="graphs">${graphs}</div>
${legend(claims.map(({ id }) => statusOf(id)))}`;
}

function graphOf(claims: readonly Claim[], statusOf: (id: string) => StatusKind, arrow: string): Markup {
  const graph = new graphlib.Graph().setGraph({ rankdir: "TB", nodesep: 8, ranksep: 34, marginx: 3, marginy: 3 });
  for (const { id } of claims) {
    const lines = linesOf(id);
    const width = Math.max(...lines.map(({ length }) => length)) * LETTER + 42;
    graph.setNode(id, { width, height: 18 + LINE * lines.length });
  }
  for (const { id, dependsOn } of direct(claims)) for (const other of dependsOn) graph.setEdge(other, id, {});
  layout(graph);
  const { width, height } = graph.graph() as { width: number; height: number };
  const edges = graph.edges().map((edge: { v: string; w: string }) => {
    const { points } = graph.edge(edge) as { points: readonly Point[] };
    const [from, to] = [edge.v, edge.w].map((id) => graph.node(id) as Box);
    return markup`<path d="${smooth(bends(points, from!, to!))}" marker-end="url(#${arrow})"/>`;
  });
  const nodes = claims.map((claim) => nodeOf(claim, statusOf(claim.id), graph.node(claim.id) as Box));
  const [across, down] = [Math.ceil(width), Math.ceil(height)];
  return markup`<svg class="graph" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" role="group" aria-label="Claims, each with an arrow to those that rest on it">
<defs><marker id="${arrow}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0.5L7.5,4L0,7.5z" fill="var(--muted)"/></marker></defs>
<g class="edges" aria-hidden="true">${edges}</g>
${nodes}</svg>`;
}

// Claims that hang together by what they rest on, in reading order.
function components(claims: readonly Claim[]): Claim[][] {
  const parts: Claim[][] = [];
  for (const claim of claims) {
    const joined = parts.filter((part) => part.some(({ id }) => claim.dependsOn.includes(id)));
    const merged = new Set([...joined.flat(), claim]);
    for (const part of joined) parts.splice(parts.indexOf(part), 1);
    parts.push(claims.filter((each) => merged.has(each)));
  }
  return parts;
}

// Without what a claim also rests on through another: the arrows that are left say the same.
function direct(claims: readonly Claim[]): Pick<Claim, "id" | "dependsOn">[] {
  const beneath = new Map<string, ReadonlySet<string>>();
  for (const { id, dependsOn } of claims) {
    beneath.set(id, new Set(dependsOn.flatMap((other) => [other, ...(beneath.get(other) ?? [])])));
  }
  return claims.map(({ id, dependsOn }) => ({
    id,
    dependsOn: dependsOn.filter((other) => !dependsOn.some((between) => beneath.get(between)?.has(other))),
  }));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function nodeOf({ id, dependsOn }: Claim, kind: StatusKind, { x, y, width, height }: Box): Markup {
  const { sign, name } = statusWords[kind];
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  const lines = linesOf(id).map(
    (line, i) => markup`<tspan x="${round(left + 30)}" y="${round(top + 21 + LINE * i)}">${line}</tspan>`,
  );
  const content = markup`<rect x="${left}" y="${top}" width="${round(width)}" height="${height}" rx="6"/><text class="sign" x="${round(left + 12)}" y="${round(y + 4.5)}">${sign}</text><text>${lines}</text>`;
  const rests = dependsOn.length === 0 ? "rests on no other claim" : `rests on ${listed(dependsOn)}`;
  const words = `${id}, ${name}, ${rests}`;
  if (kind === "unchecked") return markup`<g class="node ${kind}" role="img" aria-label="${words}">${content}</g>\n`;
  return markup`<a class="node ${kind}" href="#${id}" aria-label="${words}">${content}</a>\n`;
}

// The claim's own name; a long one is broken at the hyphen that is nearest to its middle.
function linesOf(id: string): string[] {
  const name = shortName(id);
  const breaks = [...name.matchAll(/-/g)].map(({ index }) => index + 1);
  if (name.length <= LONG || breaks.length === 0) return [name];
  const middle = breaks.reduce((best, at) =>
    Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best,
  );
  return [name.slice(0, middle), name.slice(middle)];
}

/** What each status that occurs looks like and means, in sentences. */
function legend(kinds: readonly StatusKind[]): Markup {
  const occurring = (Object.keys(statusWords) as StatusKind[]).filter((kind) => kinds.includes(kind));
  const items = occurring.map((kind) => {
    const { means } = statusWords[kind];
    const count = kinds.filter((each) => each === kind).length;
    return markup`<li>${badge(kind)} ${count} of ${kinds.length}: ${means}.</li>`;
  });
  return markup`<ul class="statuses">${items}</ul>`;
}

// From the bottom of one box to the top of the other, past the boxes of the rows between. Every other point of an edge lies
// in such a row; those in the gaps between rows would only make it swerve.
function bends(points: readonly Point[], from: Box, to: Box): Point[] {
  const inRows = points.slice(1, -1).filter((_, i) => i % 2 === 1);
  return [{ x: from.x, y: from.y + from.height / 2 }, ...inRows, { x: to.x, y: to.y - to.height / 2 }];
}

// Upright at every point.
function smooth([first, ...rest]: readonly Point[]): string {
  let { x, y } = first!;
  const curves = rest.map((next) => {
    const middle = round((y + next.y) / 2);
    const curve = `C${round(x)},${middle} ${round(next.x)},${middle} ${round(next.x)},${round(next.y)}`;
    ({ x, y } = next);
    return curve;
  });
  return `M${round(first!.x)},${round(first!.y)}${curves.join("")}`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
