import { describe, expect, it } from '@jest/globals';

import { beside, BOX, layOut, type Placed } from './layout.js';

/** Five hundred things, each standing on one or two that were there before, and two that stand on each other. */
const nodes = Array.from({ length: 500 }, (_, index) => ({ nodeId: `n${index}` }));
const links = nodes.slice(1).flatMap((_, before) => {
  const index = before + 1;
  const one = { from: `n${Math.floor(index / 4)}`, to: `n${index}` };
  return index % 7 === 0 && index > 20 ? [one, { from: `n${Math.floor(index / 9)}`, to: `n${index}` }] : [one];
});
const drawing = layOut(nodes, [...links, { from: 'n400', to: 'n1' }]);
const { boxes } = drawing;

describe('a drawing of five hundred things', () => {
  it('lets no two labels touch', () => {
    const edges = boxes.map(({ x, y }) => ({ x, y, right: x + BOX.width, bottom: y + BOX.height }));
    const touching = edges.flatMap((one, index) =>
      edges
        .slice(index + 1)
        .filter((other) => one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom),
    );
    expect(touching).toEqual([]);
    expect(edges.filter(({ right, bottom }) => right > drawing.width + 1 || bottom > drawing.height + 1)).toEqual([]);
  });

  it('puts what stands on something to the right of it, also where a shorter way leads there', () => {
    const small = layOut(
      [{ nodeId: 'software' }, { nodeId: 'idea' }, { nodeId: 'project' }, { nodeId: 'entry' }],
      [
        { from: 'software', to: 'entry' },
        { from: 'software', to: 'idea' },
        { from: 'idea', to: 'project' },
        { from: 'project', to: 'entry' },
      ],
    );
    expect(small.boxes.map(({ node, column }) => [node.nodeId, column])).toEqual([
      ['software', 0],
      ['idea', 1],
      ['project', 2],
      ['entry', 3],
    ]);
  });

  it('draws each link once, and none to what is not there', () => {
    expect(drawing.lines).toHaveLength(links.length + 1);
    expect(layOut(nodes.slice(0, 2), [{ from: 'n0', to: 'elsewhere' }]).lines).toEqual([]);
  });

  it('can be walked to every one of them by arrow keys, from any', () => {
    for (const start of ['n0', 'n499', 'n250']) {
      const reached = new Set([start]);
      const walk = [start];
      for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = beside(boxes, at, key)?.node.nodeId;
          if (next !== undefined && !reached.has(next)) {
            reached.add(next);
            walk.push(next);
          }
        }
      }
      expect(reached.size).toBe(500);
    }
  });

  it('stays where it is at the edge, and for other keys', () => {
    const corner = boxes.find(({ column, row }) => column === 0 && row === 0) as Placed<{ nodeId: string }>;
    expect(beside(boxes, corner.node.nodeId, 'ArrowUp')).toBeUndefined();
    expect(beside(boxes, corner.node.nodeId, 'ArrowLeft')).toBeUndefined();
    expect(beside(boxes, 'n0', 'a')).toBeUndefined();
  });
});
