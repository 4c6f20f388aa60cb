import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { isWaiting, markWaiting, readDraft, takeWaiting, writeDraft } from '../lib/drafts.js';
import { failureOf, type Failure } from '../lib/failure.js';
import type { Requirement } from './requirement-list.js';

/** What a field holds: text as typed, several choices, or a tick. */
export type FieldValue = string | readonly string[] | boolean;
export type Values = Readonly<Record<string, FieldValue>>;

/** What a mutation answers: its payload, or a refusal with everything that is in the way. */
export type Answer =
  | { readonly __typename?: string; readonly requirements?: readonly Requirement[] }
  | null
  | undefined;

export interface Attempt {
  /** The same for every try with the same values, so that a retry after a lost answer takes effect once. */
  readonly idempotencyKey: string;
}

export interface FormOptions<T extends Values> {
  /** Names the draft kept in this browser, one a form and subject: `log-idea`, `brief-my-slug`. Without it nothing is kept: passwords. */
  readonly draft?: string;
  readonly initial: T;
}

export interface FormState<T extends Values> {
  /** The name of its draft, where it keeps one. */
  readonly draft: string | undefined;
  readonly values: T;
  readonly set: <K extends keyof T>(name: K, value: T[K]) => void;
  readonly reset: () => void;
  /** Takes one problem away that was dealt with beside the form. */
  readonly settle: (problem: Requirement) => void;
  /** `waiting`: sent while there was no connection; it goes by itself, once, when there is one again. */
  readonly status: 'idle' | 'sending' | 'waiting' | 'done';
  readonly problems: readonly Requirement[];
  readonly failure: Failure | null;
  /** Whether the values came from a draft kept earlier. */
  readonly restored: boolean;
  /** Takes the sending back while it waits. */
  readonly stopWaiting: () => void;
  readonly send: (
    run: (values: T, attempt: Attempt) => Promise<unknown>,
    missing: readonly Requirement[],
  ) => Promise<unknown>;
}

/**
 * Holds a form's values. What is typed is kept in this browser until it is accepted, so that neither an
 * error nor a reload nor a lost connection costs anybody their words.
 */
export function useForm<T extends Values>({ draft, initial }: FormOptions<T>): FormState<T> {
  const [values, setValues] = useState(initial);
  const [status, setStatus] = useState<FormState<T>['status']>('idle');
  const [problems, setProblems] = useState<readonly Requirement[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [restored, setRestored] = useState(false);
  const key = useRef<{ readonly values: T; readonly id: string } | null>(null);
  const first = useRef(initial);

  // After the first paint: the server knows no drafts, and both must draw the same first.
  useEffect(() => {
    const kept = restore<T>(draft, first.current);
    if (kept === null) return;
    setValues(kept);
    setRestored(true);
    if (draft !== undefined && isWaiting(draft)) setStatus('waiting');
  }, [draft]);

  const set = useCallback(
    <K extends keyof T>(name: K, value: T[K]) => {
      setValues((before) => {
        const after = { ...before, [name]: value };
        keep(draft, after);
        return after;
      });
      setProblems((before) => before.filter((problem) => fieldOf(problem) !== name));
      setStatus('idle');
      if (draft !== undefined) takeWaiting(draft);
    },
    [draft],
  );

  const reset = useCallback(() => {
    keep(draft, null);
    setValues(first.current);
    setProblems([]);
    setFailure(null);
    setRestored(false);
    setStatus('idle');
  }, [draft]);

  const settle = useCallback((problem: Requirement) => {
    setProblems((before) => before.filter((each) => each !== problem));
  }, []);

  const send: FormState<T>['send'] = async (run, missing) => {
    setFailure(null);
    if (missing.length > 0) {
      setProblems(missing);
      return undefined;
    }
    // Only what surely was not sent waits to be sent: a lost answer is for a person to try again, and a form that keeps
    // no draft (a password, a pledge) never goes by itself.
    if (draft !== undefined && !navigator.onLine) {
      markWaiting(draft);
      setStatus('waiting');
      return undefined;
    }
    if (key.current?.values !== values) key.current = { values, id: crypto.randomUUID() };
    setStatus('sending');
    try {
      const answer = (await run(values, { idempotencyKey: key.current.id })) as Answer;
      const refused = answer?.__typename === 'Refusal';
      setProblems(refused ? (answer.requirements ?? []).filter((each) => !each.met) : []);
      setStatus(refused ? 'idle' : 'done');
      if (refused) return undefined;
      keep(draft, null);
      key.current = null;
      return answer ?? null;
    } catch (error) {
      setFailure(failureOf(error));
      setStatus('idle');
      return undefined;
    }
  };

  const stopWaiting = useCallback(() => {
    if (draft !== undefined) takeWaiting(draft);
    setStatus('idle');
  }, [draft]);

  return { draft, values, set, reset, settle, status, problems, failure, restored, stopWaiting, send };
}

/** The field a requirement is about, by the input's path without its first part: `["input", "title"]` is `title`. */
export function fieldOf(requirement: Requirement): string | null {
  const path = requirement.path ?? [];
  const names = path[0] === 'input' ? path.slice(1) : path;
  return names.length === 0 ? null : names.join('.');
}

export interface FieldRegistration {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

interface FormContextValue {
  readonly form: FormState<Values>;
  readonly formId: string;
  readonly register: (field: FieldRegistration) => () => void;
}

export const FormContext = createContext<FormContextValue | null>(null);

/** One field of the form around it. */
export function useField<V extends FieldValue>(field: FieldRegistration) {
  const context = useContext(FormContext);
  if (context === null) throw new Error(`Field ${field.name} stands outside a Form.`);
  const { form, formId, register } = context;
  const { name, label, required } = field;
  useEffect(() => register({ name, label, required }), [register, name, label, required]);
  const problems = useMemo(
    () => form.problems.filter((problem) => fieldOf(problem) === name || fieldOf(problem)?.startsWith(`${name}.`)),
    [form.problems, name],
  );
  return {
    id: `${formId}-${name}`,
    value: form.values[name] as V,
    set: (value: V) => form.set(name, value),
    problems,
  };
}

function restore<T extends Values>(name: string | undefined, initial: T): T | null {
  const kept = name === undefined ? null : readDraft(name);
  if (kept === null) return null;
  // Fields that no longer exist, or hold something else now, are left behind.
  const fitting = Object.entries(kept).filter(
    ([key, value]) => key in initial && kindOf(value) === kindOf(initial[key]),
  );
  return { ...initial, ...(Object.fromEntries(fitting) as Partial<T>) };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

function keep(name: string | undefined, values: Values | null): void {
  if (name !== undefined) writeDraft(name, values);
}
