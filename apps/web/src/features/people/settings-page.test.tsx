import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { DeleteMyAccountDocument } from './leaving.js';
import { page } from './settings-page.js';

const VIEWER = {
  viewer: {
    __typename: 'Viewer',
    id: 'viewer_1',
    email: 'ama@people.example',
    language: 'en',
    bornFrom: null,
    mentionedBy: 'ANYBODY',
    hasPassword: true,
    person: { __typename: 'Person', id: 'person_1', handle: 'ama', name: 'Ama Mensah', about: '' },
    apiTokens: [],
  },
};

const refused = {
  request: { query: DeleteMyAccountDocument, variables: { input: { handle: 'amma' } } },
  result: {
    data: {
      deleteMyAccount: {
        __typename: 'Refusal',
        requirements: [
          {
            __typename: 'Requirement',
            code: 'CONFIRMATION_DOES_NOT_MATCH',
            message: 'Type your handle to say that you mean it.',
            met: false,
            current: null,
            needed: 'ama',
            path: ['input', 'handle'],
          },
          {
            __typename: 'Requirement',
            code: 'LAST_ADMIN',
            message: 'You are the last admin of Riverside Youth. Make somebody else admin first.',
            met: false,
            current: null,
            needed: null,
            path: null,
          },
        ],
      },
    },
  },
};

it('keeps an account that was not meant to go, and says everything that is in the way', async () => {
  const { user } = await renderPage(page, { path: 'settings', url: '/settings', data: VIEWER, answers: [refused] });
  const field = screen.getByRole('textbox', { name: /Type your handle, ama/ });
  await user.type(field, 'amma');
  await user.click(screen.getByRole('button', { name: 'Delete my account' }));
  expect(await screen.findByText(/last admin of Riverside Youth/)).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  // What was typed is still there.
  expect((field as HTMLInputElement).value).toBe('amma');
});
