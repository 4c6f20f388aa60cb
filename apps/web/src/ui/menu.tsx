import { type ComponentType, useRef, useState } from 'react';
import { Link } from '../lib/router.js';
import { Button } from './button.js';
import { cx } from './class-names.js';
import css from './menu.module.css';

export type MenuItem =
  | { readonly kind: 'link'; readonly to: string; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly run: () => void }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly choose: (value: string) => void;
    };

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** At which end of its handle it opens. */
  readonly align?: 'start' | 'end';
}

/**
 * A few things behind one handle. The server draws the browser's own disclosure, whose links work before and without
 * JavaScript; when it is first pressed, a menu with arrow keys takes its place. Its code comes then, so that a reader who
 * never opens it does not download it.
 */
export function Menu(props: MenuProps) {
  const [Live, setLive] = useState<ComponentType<MenuProps> | null>(null);
  const details = useRef<HTMLDetailsElement>(null);
  if (Live !== null) return <Live {...props} />;

  const open = () =>
    loadMenu().then(
      (menu) => setLive(() => menu.LiveMenu),
      // Without a connection the plain one opens.
      () => details.current?.setAttribute('open', ''),
    );
  return (
    <details className={css.menu} ref={details}>
      {/* A press on it opens it in every browser, with and without JavaScript. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <summary
        className={css.handle}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={(event) => {
          if (details.current?.open === true) return;
          event.preventDefault();
          void open();
        }}
      >
        {props.label}
      </summary>
      <div className={cx(css.panel, css.plain, props.align === 'end' && css.end)}>
        {props.items.map((item) => (
          <PlainItem key={item.label} item={item} />
        ))}
      </div>
    </details>
  );
}

function PlainItem({ item }: { readonly item: MenuItem }) {
  if (item.kind === 'link') {
    return (
      <Link to={item.to} className={css.item}>
        {item.label}
      </Link>
    );
  }
  if (item.kind === 'action') {
    return (
      <Button look="plain" onClick={item.run}>
        {item.label}
      </Button>
    );
  }
  return (
    <label className={css.choice}>
      {item.label}
      <select value={item.value} onChange={(event) => item.choose(event.target.value)}>
        {item.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

const loadMenu = () => import('./live-menu.js');
const prepare = () => void loadMenu().catch(() => undefined);
