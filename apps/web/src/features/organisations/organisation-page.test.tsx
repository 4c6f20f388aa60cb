import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { page } from './organisation-page.js';

const PERSON = { __typename: 'Person', id: 'person_1', handle: 'ama', name: 'Ama Mensah' };

function organisation(changes: Record<string, unknown> = {}) {
  return {
    organisation: {
      __typename: 'Organisation',
      id: 'organisation_1',
      viewerFollows: false,
      slug: 'riverside-youth',
      name: 'Riverside Youth',
      kind: 'CHARITY',
      about: 'A drop-in by the river.',
      website: null,
      grantsPrefix: null,
      createdAt: '2026-01-02T10:00:00.000Z',
      verifiedAt: null,
      opennessRecord: [{ __typename: 'OpennessRecordFact', fact: 'SHARED', value: 2, reply: null, repliedAt: null }],
      registration: { __typename: 'Registration', register: 'GB-CHC', number: '1012345' },
      approvalThreshold: null,
      waiting: [],
      mandates: { __typename: 'MandateConnection', nodes: [] },
      viewerRoles: [],
      members: [{ __typename: 'OrganisationMember', since: '2026-01-02', roles: ['ADMIN', 'MEMBER'], person: PERSON }],
      invitations: [],
      verification: { __typename: 'Verification', state: 'NONE', note: null, declinedBecause: null, act: null },
      viewerCan: {
        __typename: 'OrganisationViewerCan',
        manageMembers: { __typename: 'Permission', allowed: false },
        requestVerification: { __typename: 'Permission', allowed: false },
        verify: { __typename: 'Permission', allowed: false, requirements: [] },
      },
      ...changes,
    },
  };
}

const READER = {
  person: { id: 'person_1', handle: 'ama', name: 'Ama Mensah', steward: false },
  memberships: [],
};
const at = { path: 'organisations/:slug', url: '/organisations/riverside-youth' };

it('says who an organisation is and who acts for it, in words', async () => {
  await renderPage(page, { ...at, data: organisation() });
  expect(screen.getByRole('heading', { level: 1, name: 'Riverside Youth' })).toBeTruthy();
  expect(screen.getByText('Charity Commission for England and Wales, number 1012345')).toBeTruthy();
  const members = screen.getByRole('table', { name: /People who act for/ });
  expect(within(members).getByRole('link', { name: 'Ama Mensah' }).getAttribute('href')).toBe('/people/ama');
});

it('offers nobody outside what only its admins may do', async () => {
  await renderPage(page, { ...at, data: organisation() });
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers a second person’s yes only to somebody who could be that person', async () => {
  const act = (viewerMayConfirm: boolean) => ({
    __typename: 'WaitingAct',
    id: 'act_1',
    kind: 'APPROVER_ADDED',
    noticeEndsAt: null,
    viewerMayConfirm,
    proposedBy: PERSON,
    about: { __typename: 'Person', id: 'person_2', name: 'Bo Lindqvist' },
    organisation: {
      __typename: 'Organisation',
      id: 'organisation_1',
      viewerFollows: false,
      slug: 'riverside-youth',
      name: 'Riverside Youth',
    },
  });
  const { unmount } = await renderPage(page, { ...at, reader: READER, data: organisation({ waiting: [act(false)] }) });
  expect(screen.getByText('Ama Mensah asks that Bo Lindqvist becomes an approver of Riverside Youth.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
  unmount();
  await renderPage(page, { ...at, reader: READER, data: organisation({ waiting: [act(true)] }) });
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeTruthy();
});
