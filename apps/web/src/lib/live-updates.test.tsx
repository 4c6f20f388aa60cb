import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { parse } from 'graphql';
import { I18nProvider } from '@lingui/react';
import { createClient } from './apollo.js';
import { LiveUpdates } from './live-updates.js';
import { i18nFor } from './words.js';

const DOCUMENT = parse('subscription Changed { ideaSupportChanged(ideaId: "1") { id } }');

let open = 0;
let arrive: () => void = () => undefined;
const link = new ApolloLink(
  () =>
    new Observable((observer) => {
      open += 1;
      arrive = () => observer.next({ data: { ideaSupportChanged: null } });
      return () => void (open -= 1);
    }),
);

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  jest.useRealTimers();
});

const page = (said: string, onChange?: () => void) => (
  <ApolloProvider client={client}>
    <I18nProvider i18n={i18nFor('en')}>
      <LiveUpdates document={DOCUMENT as never} variables={{}} said={said} {...(onChange && { onChange })} />
    </I18nProvider>
  </ApolloProvider>
);
const client = createClient({ link });
const wait = (ms: number) => act(async () => jest.advanceTimersByTime(ms));

it('listens while it is looked at, and not for those who pass by', async () => {
  const changed = jest.fn();
  const { unmount } = render(page('4 votes', changed));
  await wait(1_000);
  expect(open).toBe(0);
  await wait(3_000);
  expect(open).toBe(1);
  await act(async () => arrive());
  expect(changed).toHaveBeenCalledTimes(1);
  unmount();
  expect(open).toBe(0);
});

it('says many changes once, politely, and nothing before there was one', async () => {
  const { rerender } = render(page('4 votes'));
  await wait(30_000);
  expect(screen.getByRole('status').textContent).toBe('');
  for (const votes of [5, 6, 7]) rerender(page(`${votes} votes`));
  await wait(10_000);
  expect(screen.getByRole('status').textContent).toBe('');
  await wait(11_000);
  expect(screen.getByRole('status').textContent).toBe('7 votes');
});

it('holds still when asked to, on every page, until it is asked to go on', async () => {
  const { unmount } = render(page('4 votes'));
  await wait(4_000);
  fireEvent.click(screen.getByRole('button', { name: 'Hold it still' }));
  await wait(4_000);
  expect(open).toBe(0);
  unmount();
  render(page('4 votes'));
  await wait(4_000);
  expect(open).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: 'Keep it up to date' }));
  await wait(4_000);
  expect(open).toBe(1);
});
