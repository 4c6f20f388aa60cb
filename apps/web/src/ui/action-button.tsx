import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { failureOf, type Failure } from '../lib/failure.js';
import { Button, type ButtonLook } from './button.js';
import css from './action-button.module.css';
import type { Answer, Attempt } from './form-state.js';
import { RequirementList, type Requirement } from './requirement-list.js';
import { ErrorState } from './states.js';
import { useUiWords } from './words.js';

interface ActionButtonProps<A> extends ButtonLook {
  /** Runs the mutation and returns its result object. */
  readonly run: (attempt: Attempt) => Promise<A>;
  readonly onDone?: (answer: Exclude<A, { readonly __typename: 'Refusal' } | null | undefined>) => void;
  /** What the API says about it: when not allowed the button says why instead of hiding. */
  readonly permission?: { readonly allowed: boolean; readonly requirements?: readonly Requirement[] };
  /** For what cannot be undone: says what will happen and asks first. */
  readonly confirm?: { readonly title: ReactNode; readonly text: ReactNode; readonly submit: string };
  readonly children: ReactNode;
}

/** One thing to do that needs no typing. What is in the way is said beside it, and nothing is done twice. */
export function ActionButton<A>({ run, onDone, permission, confirm, children, ...look }: ActionButtonProps<A>) {
  const t = useUiWords();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<readonly Requirement[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = useRef<string | null>(null);
  const question = useRef<HTMLDivElement>(null);

  // The button that was pressed is gone: the keyboard goes to the question that stands in its place.
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);

  const go = async () => {
    setBusy(true);
    setFailure(null);
    // Kept after a failure, so that trying again cannot do it twice.
    key.current ??= crypto.randomUUID();
    try {
      const answer = (await run({ idempotencyKey: key.current })) as Answer;
      key.current = null;
      const refusal = answer?.__typename === 'Refusal';
      setRefused(refusal ? (answer.requirements ?? []).filter((each) => !each.met) : []);
      setAsking(false);
      if (!refusal) onDone?.(answer as never);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  const hindered = permission?.allowed === false;
  const reasons = hindered ? (permission.requirements ?? []).filter((each) => !each.met) : refused;
  return (
    <div className={css.action}>
      {asking && confirm !== undefined ? (
        <div ref={question} tabIndex={-1} className={css.confirm} role="group" aria-labelledby={`${id}-title`}>
          <p className={css.title} id={`${id}-title`}>
            {confirm.title}
          </p>
          <div>{confirm.text}</div>
          <div className={css.row}>
            <Button {...look} busy={busy} onClick={() => void go()}>
              {busy ? t('form.sending') : confirm.submit}
            </Button>
            <Button look="plain" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <Button
          {...look}
          busy={busy}
          aria-disabled={hindered || undefined}
          aria-describedby={reasons.length > 0 ? `${id}-reasons` : undefined}
          onClick={() => {
            if (hindered) return;
            if (confirm !== undefined) setAsking(true);
            else void go();
          }}
        >
          {busy ? t('form.sending') : children}
        </Button>
      )}
      <div role="status">
        <RequirementList look={hindered ? 'checklist' : 'problems'} requirements={reasons} id={`${id}-reasons`} />
      </div>
      {failure === null ? null : <ErrorState failure={failure} onRetry={() => void go()} />}
    </div>
  );
}
