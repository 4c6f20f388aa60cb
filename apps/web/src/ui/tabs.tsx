import { useEffect, useRef } from 'react';
import { NavLink } from '../lib/router.js';
import css from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  /** Each part has an address of its own, so that it can be shared, printed and gone back to. */
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** The parts of something large, a venture's workspace for one. */
export function Tabs({ label, tabs }: TabsProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the line of tabs is pushed aside so far that the one that is open can be seen.
    const list = place.current?.querySelector('ul');
    const open = list?.querySelector<HTMLElement>('[aria-current=page]');
    if (list != null && open != null) list.scrollLeft = open.offsetLeft - list.clientWidth / 3;
  }, []);
  return (
    <nav aria-label={label} className={css.tabs} ref={place}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
