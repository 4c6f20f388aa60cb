import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { clearNotice, notices, raiseNotice } from '../lib/notices.js';
import { ViewerContext } from '../lib/viewer.js';
import { Button } from '../ui/button.js';
import { SkipLink, VisuallyHidden } from '../ui/layout.js';
import { Footer } from './footer.js';
import { PaletteKey } from './palette-key.js';
import { Masthead } from './masthead.js';
import { shellOperation } from './shell-operation.js';
import css from './shell.module.css';
import { useAppWords } from './words.js';

interface ShellProps {
  /** While the next page is being read. */
  readonly pending: boolean;
  readonly children: ReactNode;
}

/** What stands around every page. */
export function Shell({ pending, children }: ShellProps) {
  const t = useAppWords();
  const { data } = useQuery(shellOperation.document);
  const viewer = data?.viewer ?? null;
  const memberships = viewer?.organisations ?? NONE;
  const person = viewer?.person ?? null;
  const reader = useTheSame({ person, memberships });
  const news = viewer === null ? null : { viewerId: viewer.id, unread: viewer.unreadNotifications };
  return (
    <ViewerContext value={reader}>
      <SkipLink to="#main">{t('skip')}</SkipLink>
      <Masthead person={person} memberships={memberships} news={news} />
      <Notices />
      <div className={css.progress} data-busy={pending || undefined} aria-hidden="true" />
      <Waiting pending={pending} />
      <main id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <PaletteKey />
    </ViewerContext>
  );
}

/** How long the next page takes before somebody who cannot see the stitches is told. */
const SLOW_MS = 1_000;

function Waiting({ pending }: { readonly pending: boolean }) {
  const t = useAppWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [pending]);
  return (
    <VisuallyHidden>
      <span role="status">{slow ? t('waiting') : null}</span>
    </VisuallyHidden>
  );
}

/** Said above every page while it is true: the connection is gone, or this page is older than the server. */
function Notices() {
  const t = useAppWords();
  const raised = useSyncExternalStore(notices.subscribe, notices.now, nothing);
  useEffect(() => {
    const wentOffline = () => raiseNotice('OFFLINE');
    const cameBack = () => clearNotice('OFFLINE');
    if (!navigator.onLine) wentOffline();
    window.addEventListener('offline', wentOffline);
    window.addEventListener('online', cameBack);
    return () => {
      window.removeEventListener('offline', wentOffline);
      window.removeEventListener('online', cameBack);
    };
  }, []);
  return (
    <div role="status">
      {raised.includes('OFFLINE') ? <p className={css.notice}>{t('notice.offline')}</p> : null}
      {raised.includes('NEW_VERSION') ? (
        <div className={css.notice}>
          <p>{t('notice.newVersion')}</p>
          <Button small onClick={() => location.reload()}>
            {t('notice.reload')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const NONE: readonly never[] = [];
const nothing = () => NONE;

/** The same object as long as it says the same: what all parts of a page read must not change when nothing has. */
function useTheSame<T extends object>(value: T): T {
  const said = JSON.stringify(value);
  return useMemo(() => JSON.parse(said) as T, [said]);
}
