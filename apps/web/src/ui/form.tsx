import { Suspense, useCallback, useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { takeWaiting } from '../lib/drafts.js';
import { Button } from './button.js';
import {
  fieldOf,
  FormContext,
  type Attempt,
  type FieldRegistration,
  type FieldValue,
  type FormState,
  type Values,
} from './form-state.js';
import css from './form.module.css';
import { useRemedies } from './remedies.js';
import type { Requirement } from './requirement-list.js';
import { ErrorState } from './states.js';
import { useUiWords } from './words.js';

interface FormProps<T extends Values, A> {
  readonly form: FormState<T>;
  /** Runs the mutation and returns its result object; a `Refusal` is shown beside the fields it is about. */
  readonly onSubmit: (values: T, attempt: Attempt) => Promise<A>;
  /** What was answered, once it is done: go on to the page it leads to. */
  readonly onDone?: (answer: Exclude<A, { readonly __typename: 'Refusal' } | null | undefined>) => void;
  /** The words on the button: a verb and what it does. */
  readonly submit: string;
  /** Beside the button: a way back, another choice. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly label?: string;
}

/** A form that loses nothing: see `useForm`. Problems are listed above the button and told beside each field. */
export function Form<T extends Values, A>({
  form,
  onSubmit,
  onDone,
  submit,
  actions,
  children,
  label,
}: FormProps<T, A>) {
  const t = useUiWords();
  const formId = useId();
  const fields = useRef(new Map<string, FieldRegistration>());
  const summary = useRef<HTMLDivElement>(null);
  const failed = useRef<HTMLDivElement>(null);
  const register = useCallback((field: FieldRegistration) => {
    fields.current.set(field.name, field);
    return () => void fields.current.delete(field.name);
  }, []);

  // The keyboard goes to what is in the way as soon as it is known.
  useEffect(() => {
    if (form.problems.length > 0 && document.activeElement?.closest('form')?.id === formId)
      focusFirst(form.problems, formId, summary.current);
    // Only when problems arrive by sending; while somebody mends one, the rest must not pull the focus away.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [form.status, formId]);
  useEffect(() => {
    if (form.failure !== null) failed.current?.focus();
  }, [form.failure]);

  const unmet = (): readonly Requirement[] =>
    [...fields.current.values()]
      .filter((field) => field.required && isEmpty(form.values[field.name]))
      .map((field) => ({
        code: 'FIELD_NEEDED',
        message: t('field.needed', { field: field.label }),
        met: false,
        path: [field.name],
      }));

  const sendNow = () => {
    if (form.status === 'sending') return;
    const missing = unmet();
    void form.send(onSubmit, missing).then((answer) => {
      if (answer !== undefined) onDone?.(answer as never);
    });
    if (missing.length > 0) requestAnimationFrame(() => focusFirst(missing, formId, summary.current));
  };
  useEffect(() => {
    if (form.status !== 'waiting') return undefined;
    const go = () => {
      if (!navigator.onLine) return;
      // Another window may have sent it already. What was typed stays: a person sees what became of it.
      if (form.draft !== undefined && !takeWaiting(form.draft)) form.stopWaiting();
      else sendNow();
    };
    go();
    window.addEventListener('online', go);
    return () => window.removeEventListener('online', go);
  });

  return (
    <FormContext
      value={useMemo(
        () => ({ form: form as unknown as FormState<Values>, formId, register }),
        [form, formId, register],
      )}
    >
      <form
        id={formId}
        className={css.form}
        noValidate
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          sendNow();
        }}
      >
        {form.restored ? (
          <p className={css.restored} role="status">
            {t('form.restored')}{' '}
            <Button look="plain" small onClick={form.reset}>
              {t('form.startAgain')}
            </Button>
          </p>
        ) : null}
        {children}
        <Summary
          problems={form.problems}
          fields={fields.current}
          formId={formId}
          summaryRef={summary}
          onSettled={form.settle}
        />
        {form.status === 'waiting' ? (
          <p className={css.restored} role="status">
            {t('form.waiting')}{' '}
            <Button look="plain" small onClick={form.stopWaiting}>
              {t('form.waiting.stop')}
            </Button>
          </p>
        ) : null}
        {form.failure === null ? null : (
          <div ref={failed} tabIndex={-1}>
            <ErrorState failure={form.failure} />
          </div>
        )}
        <div className={css.actions}>
          <Button type="submit" look="primary" busy={form.status === 'sending'}>
            {form.status === 'sending'
              ? t('form.sending')
              : form.failure === null
                ? submit
                : t('form.again', { submit })}
          </Button>
          {actions}
        </div>
      </form>
    </FormContext>
  );
}

interface SummaryProps {
  readonly problems: readonly Requirement[];
  readonly fields: ReadonlyMap<string, FieldRegistration>;
  readonly formId: string;
  readonly summaryRef: React.RefObject<HTMLDivElement | null>;
  readonly onSettled: (problem: Requirement) => void;
}

function Summary({ problems, fields, formId, summaryRef, onSettled }: SummaryProps) {
  const t = useUiWords();
  const remedies = useRemedies();
  return (
    <div ref={summaryRef} tabIndex={-1} role="alert" className={problems.length > 0 ? css.summary : undefined}>
      {problems.length === 0 ? null : (
        <>
          <p className={css.summaryTitle}>{t('form.problems', { count: problems.length })}</p>
          <ul>
            {problems.map((problem, index) => {
              const field = fieldOf(problem)?.split('.')[0];
              const known = field !== undefined && fields.has(field);
              const Remedy = remedies[problem.code];
              return (
                <li key={`${problem.code}-${index}`}>
                  {known ? (
                    <a href={`#${formId}-${field}`} onClick={(event) => jump(event, `${formId}-${field}`)}>
                      {problem.message}
                    </a>
                  ) : (
                    problem.message
                  )}
                  {problem.current != null && problem.needed != null
                    ? ` ${t('requirement.figures', { current: problem.current, needed: problem.needed })}`
                    : null}
                  {Remedy === undefined ? null : (
                    <Suspense fallback={null}>
                      <Remedy problem={problem} onSettled={() => onSettled(problem)} />
                    </Suspense>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

function jump(event: React.MouseEvent, id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  event.preventDefault();
  target.focus();
}

function focusFirst(problems: readonly Requirement[], formId: string, summary: HTMLElement | null): void {
  const field = problems
    .map(fieldOf)
    .find((name) => name !== null && document.getElementById(`${formId}-${name}`) !== null);
  const target = field == null ? summary : document.getElementById(`${formId}-${field}`);
  target?.focus();
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}
