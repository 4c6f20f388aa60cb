import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';

/** One thing of a chain, as far as a drawing needs it. */
export interface Placeable {
  readonly nodeId: string;
}

export interface Linked {
  readonly from: string;
  readonly to: string;
}

export interface Placed<Node extends Placeable> {
  readonly node: Node;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface Drawing<Node extends Placeable> {
  readonly boxes: readonly Placed<Node>[];
  /** A path of SVG for each link, in their order. */
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A label never leaves its box, and boxes stand apart: that is what keeps five hundred of them readable. */
export const BOX = { width: 220, height: 60, between: 56, below: 12 } as const;

/** Puts everything to the right of all it stands on, and leads lines around the boxes between. */
export function layOut<Node extends Placeable>(nodes: readonly Node[], links: readonly Linked[]): Drawing<Node> {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', ranksep: BOX.between, nodesep: BOX.below, edgesep: BOX.below });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { nodeId } of nodes) graph.setNode(nodeId, { width: BOX.width, height: BOX.height });
  const drawn = links.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to) && from !== to);
  for (const { from, to } of drawn) graph.setEdge(from, to);
  layout(graph);

  const at = (nodeId: string): Point => ({ x: 0, y: 0, ...graph.node(nodeId) });
  const columns = [...new Set(nodes.map(({ nodeId }) => at(nodeId).x))].toSorted((one, other) => one - other);
  const rows = new Map<number, number>();
  const boxes = nodes
    .map((node) => ({ node, ...at(node.nodeId) }))
    .toSorted((one, other) => one.x - other.x || one.y - other.y)
    .map(({ node, x, y }) => {
      const row = rows.get(x) ?? 0;
      rows.set(x, row + 1);
      return { node, column: columns.indexOf(x), row, x: x - BOX.width / 2, y: y - BOX.height / 2 };
    });
  const lines = drawn.map(({ from, to }) => {
    const bends: readonly Point[] = graph.edge(from, to).points ?? [];
    const [start, end] = [at(from), at(to)];
    return through([
      { x: start.x + BOX.width / 2, y: start.y },
      ...bends.slice(1, -1),
      { x: end.x - BOX.width / 2, y: end.y },
    ]);
  });
  const { width = 0, height = 0 } = graph.graph();
  return { boxes, lines, width, height };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line that leaves and arrives level, as boxes beside each other are read. */
function through([first, ...others]: readonly Point[]): string {
  if (first === undefined) return '';
  let from = first;
  const curves = others.map((to) => {
    const middle = (from.x + to.x) / 2;
    const curve = `C ${middle} ${from.y}, ${middle} ${to.y}, ${to.x} ${to.y}`;
    from = to;
    return curve;
  });
  return [`M ${first.x} ${first.y}`, ...curves].join(' ');
}

/** Where an arrow key leads from a box: up and down within a column, left and right to the nearest of the next. */
export function beside<Node extends Placeable>(
  placed: readonly Placed<Node>[],
  nodeId: string,
  key: string,
): Placed<Node> | undefined {
  const from = placed.find(({ node }) => node.nodeId === nodeId);
  if (from === undefined) return undefined;
  const [columns, rows] = STEPS[key] ?? [0, 0];
  const column = placed.filter((one) => one.column === from.column + columns);
  if (rows !== 0) return column.find(({ row }) => row === from.row + rows);
  if (columns === 0) return undefined;
  return column.toSorted((one, other) => Math.abs(one.y - from.y) - Math.abs(other.y - from.y))[0];
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
