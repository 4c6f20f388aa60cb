/** One thing of a chain, as far as a drawing needs it. */
export interface Placeable {
  readonly nodeId: string;
  readonly layer: number;
}

export interface Placed<Node extends Placeable> {
  readonly node: Node;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** A label never leaves its box, and boxes stand apart: that is what keeps five hundred of them readable. */
export const BOX = { width: 220, height: 28, between: 60, below: 10 } as const;

/** Puts each layer in a column of its own, from what was there first to what came last. */
export function layOut<Node extends Placeable>(nodes: readonly Node[]): readonly Placed<Node>[] {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].toSorted((one, other) => one - other);
  const rows = new Map<number, number>();
  return nodes.map((node) => {
    const column = layers.indexOf(node.layer);
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return { node, column, row, x: column * (BOX.width + BOX.between), y: row * (BOX.height + BOX.below) };
  });
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
  return column.toSorted((one, other) => Math.abs(one.row - from.row) - Math.abs(other.row - from.row))[0];
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
