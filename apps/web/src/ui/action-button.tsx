import { type ComponentProps, type ComponentType, useId, useRef, useState, type ReactNode } from 'react';
import { failureOf, type Failure } from '../lib/failure.js';
import { Button, type ButtonLook } from './button.js';
import css from './action-button.module.css';
import type { Question } from './dialog.js';
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
  const [Asked, setAsked] = useState<ComponentType<ComponentProps<typeof Question>> | null>(null);
  const [refused, setRefused] = useState<readonly Requirement[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = useRef<string | null>(null);

  // Most who read a page never press it: what asks comes when somebody is about to.
  const ask = () =>
    loadDialog().then(
      (dialog) => setAsked(() => dialog.Question),
      (error: unknown) => setFailure(failureOf(error)),
    );
  const cancel = () => {
    setAsked(null);
    setFailure(null);
  };

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
      setAsked(null);
      if (!refusal) onDone?.(answer as never);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  const hindered = permission?.allowed === false;
  const reasons = hindered ? (permission.requirements ?? []).filter((each) => !each.met) : refused;
  const wrong = failure === null ? null : <ErrorState failure={failure} onRetry={() => void go()} />;
  return (
    <div className={css.action}>
      <Button
        {...look}
        busy={busy && Asked === null}
        aria-disabled={hindered || undefined}
        aria-describedby={reasons.length > 0 ? `${id}-reasons` : undefined}
        {...(confirm !== undefined && { onPointerEnter: prepare, onFocus: prepare })}
        onClick={() => {
          if (hindered) return;
          void (confirm === undefined ? go() : ask());
        }}
      >
        {busy && Asked === null ? t('form.sending') : children}
      </Button>
      {Asked === null || confirm === undefined ? null : (
        <Asked title={confirm.title} text={confirm.text} problem={wrong} onCancel={cancel}>
          <Button {...look} busy={busy} onClick={() => void go()}>
            {busy ? t('form.sending') : confirm.submit}
          </Button>
        </Asked>
      )}
      <div role="status">
        <RequirementList look={hindered ? 'checklist' : 'problems'} requirements={reasons} id={`${id}-reasons`} />
      </div>
      {Asked === null ? wrong : null}
    </div>
  );
}

const loadDialog = () => import('./dialog.js');
const prepare = () => void loadDialog().catch(() => undefined);
