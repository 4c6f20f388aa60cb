import { beforeAll } from '@jest/globals';
import { ApolloLink, type DocumentNode } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { render, screen, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { MemoryRouter, matchPath, useLocation } from '../lib/router.js';
import { PageView } from '../app/page-view.js';
import { Providers } from '../app/providers.js';
import { operationOf } from '../app/resolve.js';
import { createCache, createClient } from '../lib/apollo.js';
import type { Page } from '../lib/page.js';
import type { Site } from '../lib/site.js';
import { ANONYMOUS, ViewerContext, type Reader } from '../lib/viewer.js';
import { i18nFor } from '../lib/words.js';
import { prepareParts } from '../lib/later.js';
import '../ui/markdown.js';

// Whatever part of a page the test's imports have named.
beforeAll(prepareParts);

/** The moment at which tests read: relative times count from here. */
export const NOW = '2026-03-01T12:00:00.000Z';

const SITE: Site = {
  sourceUrl: 'https://source.example',
  demonstration: false,
  helpContacts: '',
  renderedAt: NOW,
  colourScheme: null,
};

export interface Answers {
  /** What the page's own query answers: written into the cache as the server would. Unmasked, with `__typename`s. */
  readonly data?: unknown;
  /** What each further operation answers, in order. */
  readonly answers?: readonly MockLink.MockedResponse[];
  readonly reader?: Reader;
  readonly site?: Partial<Site>;
}

export interface Rendered extends RenderResult {
  readonly user: UserEvent;
}

/** A page as a reader meets it at an address: by role and name, with answers that the test gives. */
export async function renderPage(
  page: Page,
  { path, url, data, ...rest }: Answers & { readonly path: string; readonly url: string },
): Promise<Rendered> {
  const client = clientWith(rest.answers);
  const { pathname, searchParams: asked } = new URL(url, 'https://test.example');
  const request = { params: matchPath(path, pathname) ?? {}, search: asked };
  const operation = operationOf(page, request);
  if (operation !== undefined) {
    client.writeQuery({
      query: operation.document as DocumentNode,
      variables: operation.variables,
      data: data as Record<string, unknown>,
    });
  }
  const rendered = render(
    surrounded(
      <MemoryRouter at={url}>
        <OnlyAt pathname={pathname}>
          <PageView view={{ kind: 'page', address: url, page, request }} onRetry={() => undefined} />
        </OnlyAt>
      </MemoryRouter>,
      client,
      rest,
    ),
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...rendered, user: userEvent.setup() };
}

/** A part of a page, with everything around it that pages have. */
export function renderPart(part: ReactElement, options: Answers = {}): Rendered {
  const client = clientWith(options.answers);
  return {
    ...render(surrounded(<MemoryRouter at="/">{part}</MemoryRouter>, client, options)),
    user: userEvent.setup(),
  };
}

/** What somebody sees who was led to another page. */
function OnlyAt({ pathname, children }: { readonly pathname: string; readonly children: ReactElement }) {
  return useLocation().pathname === pathname ? children : <p>Elsewhere</p>;
}

function clientWith(answers: Answers['answers'] = []) {
  const link: ApolloLink = new MockLink([...answers]);
  return createClient({ link, cache: createCache() });
}

function surrounded(
  element: ReactElement,
  client: ReturnType<typeof createClient>,
  { reader = ANONYMOUS, site = {} }: Answers,
) {
  return (
    <Providers client={client} i18n={i18nFor('en')} site={{ ...SITE, ...site }}>
      <ViewerContext value={reader}>{element}</ViewerContext>
    </Providers>
  );
}
