import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import catalogue from '../messages/en/live.json' with { type: 'json' };
import { Button } from '../ui/button.js';
import { VisuallyHidden } from '../ui/layout.js';
import css from './live-updates.module.css';
import { isPaused, pause, subscribeToPause } from './live-pause.js';
import { words } from './words.js';

export const useLiveWords = words('live', catalogue);

interface LiveUpdatesProps<TVariables> {
  /** What to listen for. What it brings goes into the cache, and the page draws it from there. */
  readonly document: TypedDocumentNode<unknown, TVariables>;
  readonly variables: TVariables;
  /** The page as it is now, in a few words, for those who do not see its bars. */
  readonly said: string;
  /** How long after a change the page is read again, in milliseconds: changes in between are read together. */
  readonly readAgainAfter?: number;
  readonly onChange?: () => void;
}

/** Whoever only passes by opens no connection. */
const BEGIN_MS = 3_000;
/** One act often leaves several lines in the log: they are read together. */
const READ_AGAIN_MS = 2_000;
/** Changes are said together: a campaign that brings a vote a second must not talk without end. */
const GATHER_MS = 20_000;

/**
 * Keeps a page up to date while it is open and looked at, and lets the reader stop that: what moves by itself must be
 * possible to hold still. Changes are told to screen readers politely, together, and not more often than every 20 seconds.
 */
export function LiveUpdates<TVariables extends Record<string, unknown>>({
  document: operation,
  variables,
  said,
  readAgainAfter = READ_AGAIN_MS,
  onChange,
}: LiveUpdatesProps<TVariables>) {
  const t = useLiveWords();
  const client = useApolloClient();
  const paused = useSyncExternalStore(subscribeToPause, isPaused, () => false);
  const seen = useSyncExternalStore(subscribeToSight, isSeen, () => false);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);

  const asked = JSON.stringify(variables);
  useEffect(() => {
    if (paused || !seen) return undefined;
    let arriving: { unsubscribe(): void } | undefined;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const begin = setTimeout(() => {
      arriving = client.subscribe({ query: operation, variables: JSON.parse(asked) as TVariables }).subscribe({
        next: () => {
          changed.current?.();
          reading ??= setTimeout(() => {
            reading = undefined;
            void client.refetchQueries({ include: 'active' });
          }, readAgainAfter);
        },
        // Where there is no connection for it, the page stays as it was read.
        error: () => undefined,
      });
    }, BEGIN_MS);
    return () => {
      clearTimeout(begin);
      clearTimeout(reading);
      arriving?.unsubscribe();
    };
  }, [client, operation, asked, paused, readAgainAfter, seen]);

  return (
    <p className={css.live} data-screen-only>
      {t(paused ? 'paused' : 'live')}{' '}
      <Button
        look="plain"
        small
        onClick={() => {
          pause(!paused);
          // What happened meanwhile.
          if (paused) void client.refetchQueries({ include: 'active' });
        }}
      >
        {t(paused ? 'resume' : 'pause')}
      </Button>
      <VisuallyHidden>
        <span role="status">{useGathered(said)}</span>
      </VisuallyHidden>
    </p>
  );
}

/** The newest words, said only after they changed, and then not again for a while. */
function useGathered(words: string): string {
  const first = useRef(words);
  const newest = useRef(words);
  const [told, setTold] = useState('');
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    newest.current = words;
    if (words === first.current || waiting.current !== undefined) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      first.current = newest.current;
      setTold(newest.current);
    }, GATHER_MS);
  }, [words]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return told;
}

function subscribeToSight(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}
