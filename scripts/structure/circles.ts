/** What stands for a thing that leads to others: a file and what it imports, a room and the rooms it uses. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The circles of a graph: sets of two or more nodes each of which leads to all the others, and single nodes that lead to
 * themselves. (Its strongly connected components, by Tarjan's algorithm.) Each is sorted, and so is the list.
 */
export function circlesOf(graph: Graph): string[][] {
  return componentsOf(graph)
    .filter((nodes) => nodes.length > 1 || leadsTo(graph, nodes[0]!).includes(nodes[0]!))
    .map((nodes) => nodes.toSorted())
    .toSorted(([one], [other]) => (one! < other! ? -1 : 1));
}

/** The strongly connected components, each after those that it leads to. */
export function componentsOf(graph: Graph): string[][] {
  const components: string[][] = [];
  const place = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  const visit = (node: string): void => {
    place.set(node, place.size);
    lowest.set(node, place.get(node)!);
    open.push(node);
    isOpen.add(node);
    for (const next of leadsTo(graph, node)) {
      if (!place.has(next)) visit(next);
      // A node that is closed belongs to a component that does not lead back here.
      if (isOpen.has(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) !== place.get(node)) return;
    const component = open.splice(open.indexOf(node));
    for (const each of component) isOpen.delete(each);
    components.push(component);
  };

  for (const node of graph.keys()) if (!place.has(node)) visit(node);
  return components;
}

export function leadsTo(graph: Graph, node: string): readonly string[] {
  return graph.get(node) ?? [];
}
