import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link } from '../../lib/router.js';

import css from './lineage.module.css';
import { beside, BOX, layOut, type Placed } from './layout.js';

export interface DrawnNode {
  readonly nodeId: string;
  readonly layer: number;
  readonly title: string;
  readonly language: string;
  readonly to: string;
}

interface DiagramProps {
  readonly label: string;
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The chain from left to right. One box is in the order of the Tab key; arrow keys go from there to every other, so that
 * five hundred boxes are not five hundred stops.
 */
export function Diagram({ label, nodes, links }: DiagramProps) {
  const placed = useMemo(() => layOut(nodes), [nodes]);
  const at = useMemo(() => new Map(placed.map((one) => [one.node.nodeId, one])), [placed]);
  const [current, setCurrent] = useState(nodes.find(({ layer }) => layer === 0)?.nodeId ?? nodes[0]?.nodeId);
  const boxes = useRef(new Map<string, HTMLAnchorElement>());
  const width = Math.max(...placed.map(({ x }) => x)) + BOX.width;
  const height = Math.max(...placed.map(({ y }) => y)) + BOX.height;

  const move = (event: KeyboardEvent<HTMLAnchorElement>, from: string) => {
    const next = beside(placed, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next.node.nodeId);
    boxes.current.get(next.node.nodeId)?.focus();
  };

  return (
    <div className={css.scroll} role="group" aria-label={label}>
      <svg width={width + 2} height={height + 2} viewBox={`-1 -1 ${width + 2} ${height + 2}`}>
        {links.map(({ from, to }) => {
          const [first, second] = [at.get(from), at.get(to)];
          return first === undefined || second === undefined ? null : (
            <path key={`${from} ${to}`} className={css.line} d={between(first, second)} />
          );
        })}
        {placed.map(({ node, x, y }) => (
          <foreignObject key={node.nodeId} x={x} y={y} width={BOX.width} height={BOX.height}>
            <Link
              ref={(element) => {
                if (element === null) boxes.current.delete(node.nodeId);
                else boxes.current.set(node.nodeId, element);
              }}
              to={node.to}
              lang={node.language}
              title={node.title}
              className={node.layer === 0 ? css.here : css.box}
              tabIndex={node.nodeId === current ? 0 : -1}
              onFocus={() => setCurrent(node.nodeId)}
              onKeyDown={(event) => move(event, node.nodeId)}
            >
              {node.title}
            </Link>
          </foreignObject>
        ))}
      </svg>
    </div>
  );
}

function between(from: Placed<DrawnNode>, to: Placed<DrawnNode>): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}
