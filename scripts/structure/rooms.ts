import { circlesOf, componentsOf, type Graph, leadsTo } from "./circles.ts";
import type { Imports } from "./imports.ts";

/** How a folder is built, as its imports say. */
export interface Structure {
  /** Files and folders that lie in it directly. */
  readonly rooms: number;
  /** Rooms in the longest way down, from room to room. */
  readonly floors: number;
  /** Pairs of rooms of which the first imports something of the second. */
  readonly arrows: number;
  /** The fewest arrows that point up, however the rooms are put above each other. */
  readonly up: number;
  /** The circles of files in it, at any depth. */
  readonly circles: readonly (readonly string[])[];
}

/** The structure of a folder; null if no file lies in it. */
export function structureOf(imports: Imports, folder: string): Structure | null {
  const inside = [...imports.keys()].filter((file) => file.startsWith(`${folder}/`));
  if (inside.length === 0) return null;
  const rooms = roomsOf(imports, folder);
  const { order, up } = orderOf(rooms);
  return {
    rooms: rooms.size,
    floors: floorsOf(rooms, order),
    arrows: [...rooms.values()].reduce((sum, { length }) => sum + length, 0),
    up,
    circles: circlesOf(new Map(inside.map((file) => [file, imports.get(file)!]))).filter((circle) =>
      circle.every((file) => file.startsWith(`${folder}/`)),
    ),
  };
}

/** What lies directly in a folder, and which of that each uses. */
export function roomsOf(imports: Imports, folder: string): Graph {
  const roomOf = (file: string): string | null =>
    file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split("/")[0]! : null;
  const rooms = new Map<string, Set<string>>();
  for (const [file, used] of imports) {
    const room = roomOf(file);
    if (room === null) continue;
    const uses = rooms.get(room) ?? new Set();
    rooms.set(room, uses);
    for (const other of used.map(roomOf)) if (other !== null && other !== room) uses.add(other);
  }
  return new Map([...rooms].map(([room, uses]) => [room, [...uses].toSorted()]));
}

interface Order {
  /** From the ground up. */
  readonly order: readonly string[];
  readonly up: number;
}

/** Rooms above each other so that as few arrows as possible point up: none does but within a circle. */
function orderOf(rooms: Graph): Order {
  const parts = componentsOf(rooms).map((circle) => bestOrder(rooms, circle.toSorted()));
  return { order: parts.flatMap(({ order }) => order), up: parts.reduce((sum, { up }) => sum + up, 0) };
}

/** A circle of more rooms than this has too many orders to compare: it takes 2ⁿ steps. */
const MOST_ROOMS = 20;

/**
 * The best order of a circle, from the best orders of its subsets: of those who come first, one is the last, and its arrows to
 * those not yet placed point up.
 */
function bestOrder(graph: Graph, nodes: readonly string[]): Order {
  if (nodes.length > MOST_ROOMS)
    throw new RangeError(`a circle of ${nodes.length} rooms; expected ${MOST_ROOMS} at most`);
  const uses = nodes.map((node) => nodes.map((other) => leadsTo(graph, node).includes(other)));
  const size = 1 << nodes.length;
  const least = Array.from({ length: size }, () => Infinity);
  const last = Array.from({ length: size }, () => -1);
  least[0] = 0;
  for (let set = 1; set < size; set++) {
    for (let i = 0; i < nodes.length; i++) {
      if ((set & (1 << i)) === 0) continue;
      const upward = uses[i]!.filter((isUsed, j) => isUsed && (set & (1 << j)) === 0).length;
      const count = least[set & ~(1 << i)]! + upward;
      if (count < least[set]!) [least[set], last[set]] = [count, i];
    }
  }
  const order: string[] = [];
  for (let set = size - 1; set > 0; set &= ~(1 << last[set]!)) order.unshift(nodes[last[set]!]!);
  return { order, up: least[size - 1]! };
}

/** Rooms in the longest way along arrows that point down. */
function floorsOf(rooms: Graph, order: readonly string[]): number {
  const floor = new Map<string, number>();
  for (const room of order) {
    const below = leadsTo(rooms, room).map((used) => floor.get(used) ?? 0);
    floor.set(room, 1 + Math.max(0, ...below));
  }
  return Math.max(0, ...floor.values());
}
