import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link } from '../../lib/router.js';

import css from './lineage.module.css';
import { beside, BOX, layOut } from './layout.js';

export interface DrawnNode {
  readonly nodeId: string;
  readonly layer: number;
  readonly kind: string;
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
  const { boxes: placed, lines, width, height } = useMemo(() => layOut(nodes, links), [nodes, links]);
  const [current, setCurrent] = useState(nodes.find(({ layer }) => layer === 0)?.nodeId ?? nodes[0]?.nodeId);
  const boxes = useRef(new Map<string, HTMLAnchorElement>());

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
        {lines.map((line) => (
          <path key={line} className={css.line} d={line} />
        ))}
        {placed.map(({ node, x, y }) => (
          <foreignObject key={node.nodeId} x={x} y={y} width={BOX.width} height={BOX.height}>
            <Link
              ref={(element) => {
                if (element === null) boxes.current.delete(node.nodeId);
                else boxes.current.set(node.nodeId, element);
              }}
              to={node.to}
              title={node.title}
              className={node.layer === 0 ? css.here : css.box}
              tabIndex={node.nodeId === current ? 0 : -1}
              onFocus={() => setCurrent(node.nodeId)}
              onKeyDown={(event) => move(event, node.nodeId)}
            >
              <span className={css.kind}>{node.kind}</span>
              <span className={css.title} lang={node.language}>
                {node.title}
              </span>
            </Link>
          </foreignObject>
        ))}
      </svg>
    </div>
  );
}
