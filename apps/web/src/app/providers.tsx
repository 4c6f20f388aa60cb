import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { lazy, type ReactNode } from 'react';
import { SiteContext, type Site } from '../lib/site.js';
import { RemediesContext } from '../ui/remedies.js';
import { ToastProvider } from '../ui/toast.js';

interface ProvidersProps {
  readonly client: ApolloClient;
  readonly i18n: I18n;
  readonly site: Site;
  readonly children: ReactNode;
}

// Only who is asked needs it.
const REMEDIES = {
  PERSONAL_DATA_TO_DECIDE: lazy(() =>
    import('../features/stewardship/keep-personal-data.js').then((part) => ({ default: part.KeepPersonalData })),
  ),
};

/** Everything a page may take from its surroundings; the same in the browser, on the server and in tests. */
export function Providers({ client, i18n, site, children }: ProvidersProps) {
  return (
    <SiteContext value={site}>
      <I18nProvider i18n={i18n}>
        <ApolloProvider client={client}>
          <ToastProvider>
            <RemediesContext value={REMEDIES}>{children}</RemediesContext>
          </ToastProvider>
        </ApolloProvider>
      </I18nProvider>
    </SiteContext>
  );
}
