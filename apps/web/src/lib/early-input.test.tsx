import { act, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.node';

import { afterEach, expect, it } from '@jest/globals';

import { forgetEarlyInput, sayEarlyInputAgain, watchEarlyInput } from './early-input.js';

function Ballot() {
  const [as, setAs] = useState('');
  const [why, setWhy] = useState('');
  const [place, setPlace] = useState('');
  return (
    <form>
      <input
        type="radio"
        name="as"
        value="life"
        aria-label="life"
        checked={as === 'life'}
        onChange={() => setAs('life')}
      />
      <input
        type="radio"
        name="as"
        value="work"
        aria-label="work"
        checked={as === 'work'}
        onChange={() => setAs('work')}
      />
      <textarea name="why" aria-label="why" value={why} onChange={(event) => setWhy(event.target.value)} />
      <select name="place" aria-label="place" value={place} onChange={(event) => setPlace(event.target.value)}>
        <option value="">Choose…</option>
        <option value="here">Here</option>
      </select>
      <output>{`${as} ${why} ${place}`}</output>
    </form>
  );
}

function drawn(): HTMLElement {
  document.body.innerHTML = `<div id="root">${renderToString(<Ballot />)}</div>`;
  return document.querySelector<HTMLElement>('#root')!;
}

function fill(root: HTMLElement): void {
  root.querySelector<HTMLInputElement>('[aria-label=work]')!.click();
  const why = root.querySelector('textarea')!;
  why.value = 'It would help';
  why.dispatchEvent(new Event('input', { bubbles: true }));
  const place = root.querySelector('select')!;
  place.value = 'here';
  place.dispatchEvent(new Event('change', { bubbles: true }));
}

// React asks to be told that updates are awaited.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

afterEach(() => {
  forgetEarlyInput();
  document.body.innerHTML = '';
});

it.each(['before the script came', 'while the script was at work'])('keeps what was said %s', async (when) => {
  const root = drawn();
  if (when === 'before the script came') fill(root);
  watchEarlyInput(root);
  if (when !== 'before the script came') fill(root);
  await act(async () => {
    hydrateRoot(root, <Ballot />);
  });
  await act(async () => sayEarlyInputAgain(root));
  expect(root.querySelector('output')!.textContent).toBe('work It would help here');
});

it('finds its words a place when the part was drawn anew', async () => {
  const root = drawn();
  watchEarlyInput(root);
  fill(root);
  root.innerHTML = renderToString(<Ballot />);
  await act(async () => {
    hydrateRoot(root, <Ballot />);
  });
  await act(async () => sayEarlyInputAgain(root));
  expect(root.querySelector('output')!.textContent).toBe('work It would help here');
});

it('changes nothing that nobody touched', async () => {
  const root = drawn();
  watchEarlyInput(root);
  await act(async () => {
    hydrateRoot(root, <Ballot />);
  });
  await act(async () => sayEarlyInputAgain(root));
  expect(root.querySelector('output')!.textContent).toBe('  ');
});

function Offer() {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Offer</summary>
      {open ? <output>the form</output> : null}
    </details>
  );
}

it('fills what was opened before the page came alive', async () => {
  document.body.innerHTML = `<div id="root">${renderToString(<Offer />)}</div>`;
  const root = document.querySelector<HTMLElement>('#root')!;
  root.querySelector('details')!.open = true;
  watchEarlyInput(root);
  await act(async () => {
    hydrateRoot(root, <Offer />);
  });
  await act(async () => sayEarlyInputAgain(root));
  expect(root.querySelector('output')!.textContent).toBe('the form');
});

function Confirm() {
  const [times, setTimes] = useState(0);
  return (
    <button type="button" onClick={() => setTimes((before) => before + 1)}>
      {times}
    </button>
  );
}

it('hears of one press once, also when it came while the page was coming alive', async () => {
  document.body.innerHTML = `<div id="root">${renderToString(<Confirm />)}</div>`;
  const root = document.querySelector<HTMLElement>('#root')!;
  watchEarlyInput(root);
  await act(async () => {
    hydrateRoot(root, <Confirm />);
  });
  const button = root.querySelector('button')!;
  await act(async () => button.click());
  await act(async () => sayEarlyInputAgain(root));
  expect(button.textContent).toBe('1');
  await act(async () => button.click());
  expect(button.textContent).toBe('2');
});
