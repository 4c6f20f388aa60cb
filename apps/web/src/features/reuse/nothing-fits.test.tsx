import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { NothingFitsForm, RecordNothingFitsDocument } from './nothing-fits.js';
import { renderPart } from '../../testing/render.js';

it('asks for a reason for each suggestion, and puts what is missing beside the one it is about', async () => {
  const variables = {
    input: {
      ideaId: 'i',
      reasons: [
        { componentId: 'a', reason: 'No text messages' },
        { componentId: 'b', reason: 'No text messages' },
      ],
      because: '',
    },
  };
  const refused = {
    __typename: 'Refusal',
    requirements: [
      {
        __typename: 'Requirement',
        code: 'TEXT_TOO_LONG',
        message: 'Make it shorter.',
        met: false,
        current: null,
        needed: null,
        path: ['input', 'reasons', '1', 'reason'],
      },
    ],
  };
  const { user } = renderPart(
    <NothingFitsForm
      ideaId="i"
      suggested={[
        { id: 'a', name: 'Rota' },
        { id: 'b', name: 'Desk' },
      ]}
    />,
    {
      answers: [
        { request: { query: RecordNothingFitsDocument, variables }, result: { data: { recordNothingFits: refused } } },
      ],
    },
  );
  const send = screen.getByRole('button', { name: 'Nothing fits' });
  await user.click(send);
  const desk = screen.getByRole('textbox', { name: /Why does Desk not fit/ });
  expect(desk.getAttribute('aria-invalid')).toBe('true');

  await user.type(screen.getByRole('textbox', { name: /Why does Rota not fit/ }), 'No text messages');
  await user.type(desk, 'No text messages');
  await user.click(send);
  expect(await screen.findAllByText(/Make it shorter/)).not.toHaveLength(0);
  expect(desk.getAttribute('aria-invalid')).toBe('true');
});
