import { NavLink } from 'react-router';
import css from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  /** Each part has an address of its own, so that it can be shared, printed and gone back to. */
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** The parts of something large, a venture's workspace for one. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className={css.tabs}>
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
