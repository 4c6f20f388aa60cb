import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPart } from '../../testing/render.js';
import { Ballot, CastVoteDocument } from './vote-form.js';

const reader = {
  person: { id: 'p', handle: 'ada', name: 'Ada Okoro', steward: false },
  memberships: [],
};

function refused(input: object) {
  return {
    request: { query: CastVoteDocument, variables: { input: { ideaId: 'i', organisationId: null, ...input } } },
    result: {
      data: {
        castVote: {
          __typename: 'Refusal',
          requirements: [
            {
              __typename: 'Requirement',
              code: 'VOTES_CLOSED',
              message: 'Votes can no longer change.',
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
}

it('asks as whom somebody speaks before it asks anything else', async () => {
  const { user } = renderPart(<Ballot ideaId="i" slug="one-form" name="Ada Okoro" />, { reader });
  expect(screen.queryByText('For me this')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Vote for this' }));
  expect(await screen.findAllByText(/This is still empty/)).not.toHaveLength(0);
});

it('asks people whose life it is about for more than support, and keeps their name out unless they say otherwise', async () => {
  const said = {
    perspective: 'LIVED_EXPERIENCE',
    answer: 'COULD_HARM',
    why: 'It tells my landlord.',
    shownAs: 'PSEUDONYM',
  };
  const { user } = renderPart(<Ballot ideaId="i" slug="two-forms" name="Ada Okoro" />, {
    reader,
    answers: [refused(said)],
  });
  await user.click(screen.getByRole('radio', { name: 'This is about my life, or someone I care for' }));
  expect(screen.getByText(/call the emergency number/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /could make things worse/ }));
  await user.type(screen.getByRole('textbox', { name: /Why/ }), 'It tells my landlord.');
  await user.click(screen.getByRole('button', { name: 'Say this' }));
  expect(await screen.findByText('Votes can no longer change.')).toBeTruthy();
});

it('sends support under the name of whoever speaks for their work', async () => {
  const said = { perspective: 'PRACTITIONER', answer: 'SUPPORT', why: null, shownAs: 'NAME' };
  const { user } = renderPart(<Ballot ideaId="i" slug="three-forms" name="Ada Okoro" />, {
    reader,
    answers: [refused(said)],
  });
  await user.click(screen.getByRole('radio', { name: 'I work with the people it would help' }));
  expect(screen.queryByText('For me this')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Vote for this' }));
  expect(await screen.findByText('Votes can no longer change.')).toBeTruthy();
});
