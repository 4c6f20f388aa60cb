import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { cx } from './class-names.js';
import { useField } from './form-state.js';
import css from './form.module.css';
import { RequirementList, type Requirement } from './requirement-list.js';
import { useUiWords } from './words.js';

export interface FieldProps {
  /** The input's field in the mutation: a requirement with path `["input", name]` is shown here. */
  readonly name: string;
  readonly label: string;
  /** What helps to answer, always visible. */
  readonly hint?: ReactNode;
  /** Fields are needed unless said otherwise; those that are not say so. */
  readonly optional?: boolean;
  /** Language of what is typed, when it is not the page's. */
  readonly lang?: string;
}

interface WrapProps extends FieldProps {
  readonly id: string;
  readonly problems: readonly Requirement[];
  readonly children: ReactNode;
}

/** Label, hint, the control and what is wrong with it, tied together for every reader. */
function Wrap({ id, label, hint, optional, problems, children }: WrapProps) {
  return (
    <div className={cx(css.field, problems.length > 0 && css.invalid)}>
      <label className={css.label} htmlFor={id}>
        {label}
        <Optional show={optional} />
      </label>
      <Hint id={id}>{hint}</Hint>
      {children}
      <RequirementList look="problems" requirements={problems} id={`${id}-problems`} />
    </div>
  );
}

function Optional({ show }: { readonly show: boolean | undefined }) {
  const t = useUiWords();
  return show ? <span className={css.optional}> {t('field.optional')}</span> : null;
}

function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return children === undefined ? null : (
    <div className={css.hint} id={`${id}-hint`}>
      {children}
    </div>
  );
}

function described(id: string, hint: ReactNode, problems: readonly Requirement[]) {
  const by = [hint === undefined ? null : `${id}-hint`, problems.length === 0 ? null : `${id}-problems`]
    .filter(Boolean)
    .join(' ');
  return { 'aria-describedby': by === '' ? undefined : by, 'aria-invalid': problems.length > 0 || undefined };
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'date' | 'datetime-local' | 'search';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url';
  readonly maxLength?: number;
  /** `short` for a number or a code. */
  readonly width?: 'short' | 'full';
}

/** One line of text. */
export function TextField({
  type = 'text',
  width = 'full',
  autoComplete = 'off',
  inputMode,
  maxLength,
  ...field
}: TextFieldProps) {
  const { id, value, set, problems } = useField<string>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Wrap {...field} id={id} problems={problems}>
      <input
        id={id}
        name={field.name}
        type={type}
        className={cx(css.input, width === 'short' && css.short)}
        value={value}
        lang={field.lang}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        aria-required={!field.optional || undefined}
        {...described(id, field.hint, problems)}
        onChange={(event) => set(event.target.value)}
      />
    </Wrap>
  );
}

interface TextAreaProps extends FieldProps {
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Several lines of text; it grows with what is typed. */
export function TextArea({ rows = 5, maxLength, ...field }: TextAreaProps) {
  const { id, value, set, problems } = useField<string>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Wrap {...field} id={id} problems={problems}>
      <textarea
        id={id}
        name={field.name}
        className={cx(css.input, css.area)}
        rows={rows}
        value={value}
        lang={field.lang}
        maxLength={maxLength}
        aria-required={!field.optional || undefined}
        {...described(id, field.hint, problems)}
        onChange={(event) => set(event.target.value)}
      />
    </Wrap>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
}

/** One of many. Short lists are better as a RadioGroup. */
export function Select({ options, ...field }: ChoiceProps) {
  const t = useUiWords();
  const { id, value, set, problems } = useField<string>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Wrap {...field} id={id} problems={problems}>
      <select
        id={id}
        name={field.name}
        className={cx(css.input, css.select)}
        value={value}
        aria-required={!field.optional || undefined}
        {...described(id, field.hint, problems)}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{t('field.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Wrap>
  );
}

interface GroupProps extends FieldProps {
  readonly id: string;
  readonly problems: readonly Requirement[];
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

function Group({ id, label, hint, optional, problems, children, className }: GroupProps) {
  return (
    <fieldset
      className={cx(css.field, css.group, problems.length > 0 && css.invalid)}
      id={id}
      tabIndex={-1}
      {...described(id, hint, problems)}
    >
      <legend className={css.label}>
        {label}
        <Optional show={optional} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <div className={cx(css.choices, className)}>{children}</div>
      <RequirementList look="problems" requirements={problems} id={`${id}-problems`} />
    </fieldset>
  );
}

/** One of a few, all of them visible with their explanations. */
export function RadioGroup({ options, ...field }: ChoiceProps) {
  const { id, value, set, problems } = useField<string>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Group {...field} id={id} problems={problems}>
      {options.map((option) => (
        <Choice key={option.value} option={option}>
          <input
            type="radio"
            name={`${id}-choice`}
            value={option.value}
            checked={value === option.value}
            onChange={() => set(option.value)}
          />
        </Choice>
      ))}
    </Group>
  );
}

/** Any number of several. `dense` sets many short options in columns. */
export function CheckboxGroup({ options, dense = false, ...field }: ChoiceProps & { readonly dense?: boolean }) {
  const { id, value, set, problems } = useField<readonly string[]>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Group {...field} id={id} problems={problems} className={dense ? css.dense : undefined}>
      {options.map((option) => (
        <Choice key={option.value} option={option}>
          <input
            type="checkbox"
            name={field.name}
            value={option.value}
            checked={value.includes(option.value)}
            onChange={(event) =>
              set(event.target.checked ? [...value, option.value] : value.filter((each) => each !== option.value))
            }
          />
        </Choice>
      ))}
    </Group>
  );
}

/** One tick. `optional` unless the form cannot go on without it. */
export function Checkbox({ ...field }: FieldProps) {
  const { id, value, set, problems } = useField<boolean>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <div className={cx(css.field, problems.length > 0 && css.invalid)}>
      <label className={css.choice}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          {...described(id, field.hint, problems)}
          onChange={(event) => set(event.target.checked)}
        />
        <span>{field.label}</span>
      </label>
      <Hint id={id}>{field.hint}</Hint>
      <RequirementList look="problems" requirements={problems} id={`${id}-problems`} />
    </div>
  );
}

function Choice({ option, children }: { readonly option: Option; readonly children: ReactNode }) {
  return (
    <label className={css.choice}>
      {children}
      <span>
        {option.label}
        {option.hint === undefined ? null : <span className={css.choiceHint}>{option.hint}</span>}
      </span>
    </label>
  );
}

interface MoneyFieldProps extends FieldProps {
  /** ISO 4217: shown beside the field, because nobody should guess in which money they type. */
  readonly currency: string;
}

/** An amount of money as somebody writes it; `parseMoney(values.amount, decimals)` makes minor units of it. */
export function MoneyField({ currency, ...field }: MoneyFieldProps) {
  const { id, value, set, problems } = useField<string>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  return (
    <Wrap {...field} id={id} problems={problems}>
      <div className={css.money}>
        <span className={css.currency} id={`${id}-currency`}>
          {currency}
        </span>
        <input
          id={id}
          name={field.name}
          className={cx(css.input, css.short)}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-required={!field.optional || undefined}
          {...described(id, field.hint, problems)}
          onChange={(event) => set(event.target.value)}
        />
      </div>
    </Wrap>
  );
}
