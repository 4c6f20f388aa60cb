import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { graphql } from '../gql/index.js';
import { useActingFor } from '../lib/acting-for.js';
import { clearNotice, notices, raiseNotice } from '../lib/notices.js';
import { operation } from '../lib/page.js';
import { ViewerContext } from '../lib/viewer.js';
import { Button } from '../ui/button.js';
import { SkipLink } from '../ui/layout.js';
import { Footer } from './footer.js';
import { Masthead } from './masthead.js';
import css from './shell.module.css';
import { useAppWords } from './words.js';

const ShellDocument = graphql(`
  query Shell {
    viewer {
      person {
        id
        handle
        name
      }
      memberships {
        organisation {
          id
          slug
          name
        }
        roles
      }
    }
  }
`);

/** Who is reading: asked once for every page. */
export const shellOperation = operation(ShellDocument, {});

/** What stands around every page. */
export function Shell() {
  const t = useAppWords();
  const { data } = useQuery(shellOperation.document);
  useFocusOnNavigation();
  const navigation = useNavigation();
  const viewer = data?.viewer ?? null;
  const memberships = viewer?.memberships ?? [];
  const [actingFor] = useActingFor(memberships.map(({ organisation }) => organisation.id));
  return (
    <ViewerContext value={{ person: viewer?.person ?? null, memberships, actingFor }}>
      <SkipLink to="#main">{t('skip')}</SkipLink>
      <Masthead viewer={viewer} />
      <Notices />
      <div className={css.progress} data-busy={navigation.state !== 'idle' || undefined} aria-hidden="true" />
      <main id="main" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </ViewerContext>
  );
}

/** Said above every page while it is true: the connection is gone, or this page is older than the server. */
function Notices() {
  const t = useAppWords();
  const raised = useSyncExternalStore(notices.subscribe, notices.now, nothing);
  useEffect(() => {
    const wentOffline = () => raiseNotice('OFFLINE');
    const cameBack = () => clearNotice('OFFLINE');
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

/** After going to another page, the keyboard and the screen reader begin at its heading. */
function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const target = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main');
    if (target !== null && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  }, [pathname]);
}
