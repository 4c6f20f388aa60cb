import { act, type ComponentType, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.node';

import { afterEach, expect, it } from '@jest/globals';
import { I18nProvider } from '@lingui/react';

import { forgetEarlyInput, sayEarlyInputAgain, watchEarlyInput } from './early-input.js';
import { later, prepareParts } from './later.js';
import { i18nFor } from './words.js';

// React asks to be told that updates are awaited.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

afterEach(() => {
  forgetEarlyInput();
  document.body.innerHTML = '';
});

function Offer({ count }: { readonly count: number }) {
  const [presses, setPresses] = useState(0);
  return (
    <details suppressHydrationWarning>
      <summary>Offer</summary>
      <textarea name="why" aria-label="why" defaultValue="" />
      <button type="button" onClick={() => setPresses(presses + 1)}>
        Send
      </button>
      <output>{`${count} ${presses}`}</output>
    </details>
  );
}

function Page({ Part }: { readonly Part: ComponentType<{ readonly count: number }> }) {
  const [count, setCount] = useState(1);
  return (
    <I18nProvider i18n={i18nFor('en')}>
      <p>{count}</p>
      <button type="button" id="vote" onClick={() => setCount(count + 1)}>
        Vote
      </button>
      <Part count={count} />
    </I18nProvider>
  );
}

it('keeps what the server drew, and what was opened, typed and pressed in it, until its code is here', async () => {
  const Drawn = later(async () => Offer);
  await prepareParts();
  document.body.innerHTML = `<div id="root">${renderToString(<Page Part={Drawn} />)}</div>`;
  const root = document.querySelector<HTMLElement>('#root')!;
  let arrive: (part: typeof Offer) => void = () => undefined;
  const Waiting = later(() => new Promise<typeof Offer>((resolve) => (arrive = resolve)));

  watchEarlyInput(root);
  await act(async () => {
    hydrateRoot(root, <Page Part={Waiting} />);
  });
  await act(async () => sayEarlyInputAgain(root));
  const details = root.querySelector('details')!;
  const why = root.querySelector('textarea')!;
  details.open = true;
  why.value = 'It would help';
  await act(async () => root.querySelector<HTMLButtonElement>('details button')!.click());

  // The page around it changes: an answer came, somebody voted.
  await act(async () => root.querySelector<HTMLButtonElement>('#vote')!.click());
  expect(root.querySelector('p')!.textContent).toBe('2');
  expect(root.querySelector('details')).toBe(details);
  expect(root.querySelector('output')!.textContent).toBe('1 0');

  await act(async () => arrive(Offer));
  expect(root.querySelector('details')).toBe(details);
  expect(details.open).toBe(true);
  expect(why.isConnected && why.value).toBe('It would help');
  expect(root.querySelector('output')!.textContent).toBe('2 1');
});
