import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render.js';
import { page } from './library-page.js';

function answer(nodes: readonly unknown[]) {
  return {
    commonsEntries: {
      __typename: 'CommonsEntryConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  };
}

const ENTRY = {
  __typename: 'CommonsEntry',
  id: 'entry_1',
  slug: 'the-navigator',
  kind: 'SOFTWARE',
  title: 'The navigator',
  summary: 'A plan that a young person steers.',
  language: 'en',
  licence: 'AGPL-3.0-or-later',
  publishedAt: '2026-02-01T12:00:00.000Z',
  unconfirmed: false,
  status: 'PUBLISHED',
  organisation: { __typename: 'Organisation', id: 'organisation_1', name: 'Lantern' },
  provenance: {
    __typename: 'EntryProvenance',
    votes: 21,
    idea: { __typename: 'Idea', id: 'idea_1', slug: 'steer', title: 'Steer it themselves', language: 'en' },
    funders: [
      { __typename: 'Organisation', id: 'organisation_2' },
      { __typename: 'Organisation', id: 'organisation_3' },
    ],
  },
};

describe('the shared library', () => {
  it('says of each thing which need it came from, how many stood behind it and how many paid', async () => {
    await renderPage(page, { path: 'commons', url: '/commons', data: answer([ENTRY]) });
    expect(screen.getByRole('link', { name: 'The navigator' }).getAttribute('href')).toBe('/commons/the-navigator');
    expect(screen.getByRole('link', { name: 'Steer it themselves' }).getAttribute('href')).toBe('/ideas/steer');
    expect(screen.getByText(/21 votes, 2 funders/)).toBeTruthy();
  });

  it('says who gave what came from no project', async () => {
    await renderPage(page, { path: 'commons', url: '/commons', data: answer([{ ...ENTRY, provenance: null }]) });
    expect(screen.getByText('Given by Lantern')).toBeTruthy();
  });

  it('offers a first step where nothing fits', async () => {
    await renderPage(page, { path: 'commons', url: '/commons?text=zebra', data: answer([]) });
    expect(screen.getAllByRole('link', { name: 'Share something' }).length).toBeGreaterThan(0);
  });
});
