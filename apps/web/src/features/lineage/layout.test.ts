import { describe, expect, it } from '@jest/globals';

import { beside, BOX, layOut } from './layout.js';

/** Five hundred things over eleven layers, some of them crowded. */
const nodes = Array.from({ length: 500 }, (_, index) => ({ nodeId: `n${index}`, layer: ((index * index) % 11) - 5 }));
const placed = layOut(nodes);

describe('a drawing of five hundred things', () => {
  it('lets no two labels touch', () => {
    const boxes = placed.map(({ x, y }) => ({ x, y, right: x + BOX.width, bottom: y + BOX.height }));
    const touching = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom),
    );
    expect(touching).toEqual([]);
  });

  it('can be walked to every one of them by arrow keys, from any', () => {
    for (const start of ['n0', 'n499', 'n250']) {
      const reached = new Set([start]);
      const walk = [start];
      for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = beside(placed, at, key)?.node.nodeId;
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
    const [corner] = placed.filter(({ column, row }) => column === 0 && row === 0);
    expect(beside(placed, corner?.node.nodeId ?? '', 'ArrowUp')).toBeUndefined();
    expect(beside(placed, corner?.node.nodeId ?? '', 'ArrowLeft')).toBeUndefined();
    expect(beside(placed, 'n0', 'a')).toBeUndefined();
  });
});
