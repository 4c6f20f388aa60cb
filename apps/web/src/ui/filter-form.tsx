import type { ReactNode } from 'react';
import { useLocation, useNavigate } from '../lib/router.js';
import { Button } from './button.js';
import css from './filter-form.module.css';
import { useUiWords } from './words.js';

interface FilterFormProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly submit?: string;
  /** Where what was chosen is asked; absent: here. */
  readonly action?: string;
}

/**
 * Narrows a list; everything chosen is in the address. Native fields with a `name`; choices apply at once, what is typed
 * when it is sent. Without JavaScript the button does it all.
 */
export function FilterForm({ label, children, submit, action }: FilterFormProps) {
  const t = useUiWords();
  const here = useLocation().pathname;
  const pathname = action ?? here;
  const navigate = useNavigate();
  const send = (form: HTMLFormElement, replace: boolean) =>
    void navigate(`${pathname}?${withoutEmpty(form)}`, { replace });
  return (
    <form
      method="get"
      action={pathname}
      role="search"
      aria-label={label}
      className={css.form}
      onChange={(event) => {
        if (isChosen(event.target)) send(event.currentTarget, true);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget, false);
      }}
    >
      {children}
      <Button type="submit" small>
        {submit ?? t('filter.apply')}
      </Button>
    </form>
  );
}

/** A choice is made in one act. Words and days are typed part by part, and half of one would already be asked for. */
function isChosen(field: EventTarget): boolean {
  return (
    field instanceof HTMLSelectElement ||
    (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
  );
}

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What choosing nothing is called; without it, something is always chosen. */
  readonly any?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One choice of a filter, beginning with "any". */
export function FilterSelect({ name, label, value, any, options }: FilterSelectProps) {
  return (
    <label className={css.field}>
      <span>{label}</span>
      <select key={value} name={name} defaultValue={value}>
        {any === undefined ? null : <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Words to look for. */
export function FilterSearch({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}) {
  return (
    <label className={css.field}>
      <span>{label}</span>
      <input key={value} type="search" name={name} defaultValue={value} />
    </label>
  );
}

function withoutEmpty(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return new URLSearchParams(entries);
}
