import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { page } from './ideas-page.js';

const PERSPECTIVES = ['LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC'];

function ideas(...nodes: object[]) {
  return {
    ideas: {
      __typename: 'IdeaConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'WyIxIl0' },
    },
  };
}

const idea = {
  __typename: 'Idea',
  id: 'idea_1',
  slug: 'one-form',
  title: 'One form for help',
  outcome: 'One conversation is enough.',
  easyRead: '',
  stage: 'LOGGED',
  themes: ['FOOD'],
  language: 'en',
  imported: false,
  commentCount: 1,
  gate: {
    __typename: 'Gate',
    requirements: [
      { __typename: 'Requirement', code: 'VOTES_OF_SUPPORT', met: true },
      { __typename: 'Requirement', code: 'ADOPTION_INTERESTS', met: false },
      { __typename: 'Requirement', code: 'LIVED_EXPERIENCE_HEARD', met: false },
    ],
  },
  support: {
    __typename: 'IdeaSupport',
    votes: 5,
    organisations: 2,
    byPerspective: PERSPECTIVES.map((perspective) => ({
      __typename: 'PerspectiveCount',
      perspective,
      count: null,
      fewerThan: 3,
    })),
  },
};

it('shows each idea with how far it has come and who stands behind it, and leads on with what was chosen', async () => {
  await renderPage(page, { path: 'ideas', url: '/ideas?theme=FOOD&sort=NEWEST', data: ideas(idea) });
  expect(screen.getByRole('link', { name: 'One form for help' }).getAttribute('href')).toBe('/ideas/one-form');
  expect(screen.getByText('5 votes · 2 organisations · 1 comment')).toBeTruthy();
  expect(screen.getByText('Still needed: an organisation that would try it and one thing more')).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Theme' })).toHaveProperty('value', 'FOOD');
  const more = screen.getByRole('link', { name: /more/i }).getAttribute('href');
  expect(more).toBe('/ideas?theme=FOOD&sort=NEWEST&after=WyIxIl0');
});

it('teaches when nothing matches, and offers the first step', async () => {
  const empty = {
    ideas: { ...ideas().ideas, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } },
  };
  await renderPage(page, { path: 'ideas', url: '/ideas?q=zebra', data: empty });
  expect(screen.getByText('Nothing here matches')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: 'Say what is needed' })).not.toHaveLength(0);
});
