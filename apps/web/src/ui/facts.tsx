import type { ReactNode } from 'react';
import css from './facts.module.css';

interface Fact {
  readonly label: string;
  /** Left out when there is nothing to say. */
  readonly value: ReactNode;
}

/** Short facts with their names: for whom, where, since when. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
