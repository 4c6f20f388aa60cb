import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPart } from '../../testing/render.js';
import { AcceptReuseOfferDocument, AnswerOffer } from './answer-offer.js';

/** Accepting with the verdict that was on the page, and being told that it is another one now. */
function changed(reason: string | null, verdictSeen: 'SATISFIES' | 'DOES_NOT') {
  return {
    request: { query: AcceptReuseOfferDocument, variables: { input: { offerId: 'o', verdictSeen, reason } } },
    result: {
      data: {
        acceptReuseOffer: {
          __typename: 'Refusal',
          requirements: [
            {
              __typename: 'Requirement',
              code: 'VERDICT_CHANGED',
              message: 'What the licence comes to has changed since you looked.',
              met: false,
              current: null,
              needed: null,
              path: ['input', 'verdictSeen'],
            },
          ],
        },
      },
    },
  };
}

it('sends the verdict that the person saw, and says when it has changed', async () => {
  const { user } = renderPart(<AnswerOffer offerId="o" verdict="SATISFIES" />, {
    answers: [changed(null, 'SATISFIES')],
  });
  await user.click(screen.getByRole('button', { name: 'Accept this offer' }));
  expect(await screen.findByText(/has changed since you looked/)).toBeTruthy();
});

it('asks why before it accepts a licence that does not fit', async () => {
  const { user } = renderPart(<AnswerOffer offerId="o" verdict="DOES_NOT" />, {
    answers: [changed('Its owners agreed', 'DOES_NOT')],
  });
  await user.click(screen.getByText('Accept it all the same'));
  const accept = screen.getByRole('button', { name: 'Accept this offer' });
  await user.click(accept);
  expect(screen.queryByText(/has changed since you looked/)).toBeNull();

  await user.type(screen.getByRole('textbox', { name: /Why do you go ahead/ }), 'Its owners agreed');
  await user.click(accept);
  expect(await screen.findByText(/has changed since you looked/)).toBeTruthy();
});
