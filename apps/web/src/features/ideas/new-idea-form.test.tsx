import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPart } from '../../testing/render.js';
import { NewIdeaForm } from './new-idea-form.js';

beforeEach(() => localStorage.clear());

it('keeps what is typed in the browser, also before anybody signs in', async () => {
  const first = renderPart(<NewIdeaForm />);
  await first.user.type(screen.getByRole('textbox', { name: /What is needed/ }), 'Every shelter is rung each evening.');
  first.unmount();
  renderPart(<NewIdeaForm />);
  expect(await screen.findByDisplayValue('Every shelter is rung each evening.')).toBeTruthy();
  expect(screen.getByText(/You can sign in when you are ready/)).toBeTruthy();
});

it('says everything that is still needed, and brings up the first question that lacks an answer', async () => {
  const { user } = renderPart(<NewIdeaForm />);
  await user.type(screen.getByRole('textbox', { name: /What is needed/ }), 'Short');
  await user.click(screen.getByRole('button', { name: 'Log this idea' }));
  expect(await screen.findByText('4 things are in the way')).toBeTruthy();
  expect(screen.getByText('Question 2 of 6')).toBeTruthy();
});

it('keeps what was typed when somebody without an account sends it, so that it is there when they are back', async () => {
  const first = renderPart(<NewIdeaForm />);
  const { user } = first;
  for (const [name, text] of [
    [/What is needed/, 'Every shelter is rung each evening.'],
    [/one line/, 'One list of beds'],
    [/Whom is it for/, 'People without a bed'],
    [/What would be better/, 'One call is enough.'],
  ] as const) {
    await user.type(screen.getByRole('textbox', { name }), text);
  }
  await user.click(screen.getByRole('checkbox', { name: 'Housing' }));
  await user.click(screen.getByRole('button', { name: 'Log this idea' }));
  first.unmount();
  renderPart(<NewIdeaForm />);
  expect(await screen.findByDisplayValue('Every shelter is rung each evening.')).toBeTruthy();
});
