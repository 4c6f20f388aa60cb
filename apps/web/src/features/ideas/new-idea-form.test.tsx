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
