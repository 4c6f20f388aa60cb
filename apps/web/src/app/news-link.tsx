import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from '../lib/router.js';

import { VisuallyHidden } from '../ui/layout.js';
import css from './masthead.module.css';
import { useAppWords } from './words.js';

/** Counted no further: what matters is whether there is something. */
const MOST = 100;

/** The way to one's news, and how much of it is new: it goes up while a page is open. */
export function NewsLink({ viewerId, unread }: { readonly viewerId: string; readonly unread: number }) {
  const t = useAppWords();
  const client = useApolloClient();
  useEffect(() => {
    let stop: () => void = () => undefined;
    let left = false;
    // Behind the page: a reader with an old phone waits for none of it.
    void import('./live-news.js').then(({ countNews }) => {
      if (!left) stop = countNews(client, viewerId, MOST);
    });
    return () => {
      left = true;
      stop();
    };
  }, [client, viewerId]);
  return (
    <Link to="/notifications" className={css.news}>
      {t('account.notifications')}
      {unread === 0 ? null : (
        <span className={css.count}>
          {unread >= MOST ? t('news.many') : unread}
          <VisuallyHidden>{t('news.new')}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}
