import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render.js';
import { page as agendaPage } from './agenda-page.js';
import { page as planPage } from './plan-page.js';

const allowed = (yes: boolean) => ({ __typename: 'Permission', allowed: yes });

const frame = {
  __typename: 'Venture',
  id: 'venture_1',
  viewerFollows: false,
  slug: 'warm-halls',
  title: 'Warm halls',
  language: 'en',
  status: 'ACTIVE',
  phase: 'DISCOVERY',
  leadOrganisation: {
    __typename: 'Organisation',
    id: 'organisation_1',
    viewerFollows: false,
    slug: 'lantern',
    name: 'Lantern',
  },
};

const member = (id: string, name: string, signedVersion: number | null) => ({
  __typename: 'VentureMember',
  signedVersion,
  organisation: { __typename: 'Organisation', id, name },
});

const agenda = (version: number, signedBy: readonly string[]) => ({
  __typename: 'Agenda',
  version,
  text: `# Agreement ${version}`,
  changeNote: '',
  createdAt: '2026-02-01T10:00:00.000Z',
  author: { __typename: 'Person', id: 'person_1', name: 'Ama' },
  signatures: signedBy.map((name) => ({
    __typename: 'AgendaSignature',
    signedAt: '2026-02-02T10:00:00.000Z',
    organisation: { __typename: 'Organisation', id: name, name },
  })),
});

async function theAgenda(signFor: readonly string[]) {
  return renderPage(agendaPage, {
    path: 'ventures/:slug/agenda',
    url: '/ventures/warm-halls/agenda',
    data: {
      venture: {
        ...frame,
        members: [member('organisation_1', 'Lantern', 2), member('organisation_2', 'Copperline', 1)],
        agendas: [agenda(2, ['Lantern']), agenda(1, ['Lantern', 'Copperline'])],
        viewerCan: { __typename: 'VentureViewerCan', reviseAgenda: allowed(false), signFor },
      },
    },
  });
}

describe('the agenda', () => {
  it('shows who signed the newest version and who has not, and offers nothing to somebody outside', async () => {
    await theAgenda([]);
    expect(await screen.findByRole('heading', { name: 'Agreement 2' })).toBeDefined();
    const waiting = screen.getByRole('region', { name: 'Have not signed this version' });
    expect(within(waiting).getByText('Copperline')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Sign version/ })).toBeNull();
  });

  it('lets a member sign exactly the version that is shown', async () => {
    await theAgenda(['organisation_2']);
    expect(await screen.findByRole('button', { name: 'Sign version 2 for Copperline' })).toBeDefined();
  });
});

it('says on the plan what is late and what is next before the whole table', async () => {
  const milestone = (id: string, title: string, state: string) => ({
    __typename: 'Milestone',
    id,
    title,
    state,
    phase: 'DISCOVERY',
    dueOn: '2026-02-10',
    firstDueOn: '2026-02-10',
    movedWhy: null,
    completedOn: null,
    evidence: null,
    evidenceUrl: null,
    needs: [],
    owner: { __typename: 'Person', id: 'person_1', handle: 'ama', name: 'Ama' },
  });
  await renderPage(planPage, {
    path: 'ventures/:slug/plan',
    url: '/ventures/warm-halls/plan',
    data: {
      venture: {
        ...frame,
        milestones: [
          milestone('m1', 'Paper test', 'OVERDUE'),
          milestone('m2', 'Pilot', 'NEXT'),
          milestone('m3', 'Open', 'PLANNED'),
        ],
        team: [],
        phaseChanges: [],
        seatViews: [],
        viewerCan: { __typename: 'VentureViewerCan', coordinate: allowed(false), recordSeatView: allowed(false) },
      },
    },
  });
  const next = within(await screen.findByRole('region', { name: 'What comes next' }));
  expect(next.getByText('Paper test')).toBeDefined();
  expect(next.getByText('Pilot')).toBeDefined();
  expect(next.queryByText('Open')).toBeNull();
  expect(screen.getAllByRole('row')).toHaveLength(4);
  expect(screen.queryByRole('button', { name: 'Add to the plan' })).toBeNull();
});
