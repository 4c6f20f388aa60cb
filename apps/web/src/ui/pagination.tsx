import { useLocation } from '../lib/router.js';
import { useState } from 'react';
import { Button, LinkButton } from './button.js';
import { useUiWords } from './words.js';

interface ShowMoreProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  /** Adds the next page to what is shown; without it the next page is an address of its own. */
  readonly onMore?: () => Promise<unknown>;
}

/** Goes on in a list. Without JavaScript it is a link to the rest. */
export function ShowMore({ pageInfo, onMore }: ShowMoreProps) {
  const t = useUiWords();
  const { pathname, search } = useLocation();
  const [busy, setBusy] = useState(false);
  if (!pageInfo.hasNextPage || pageInfo.endCursor == null) return null;
  if (onMore !== undefined) {
    const more = () => {
      setBusy(true);
      void onMore().finally(() => setBusy(false));
    };
    return (
      <div>
        <Button busy={busy} onClick={more}>
          {t(busy ? 'loading' : 'showMore')}
        </Button>
      </div>
    );
  }
  const parameters = new URLSearchParams(search);
  parameters.set('after', pageInfo.endCursor);
  return (
    <div>
      <LinkButton to={`${pathname}?${parameters}`}>{t('showMore')}</LinkButton>
    </div>
  );
}
