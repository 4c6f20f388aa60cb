import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { again, anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import { FolderTransport, MailOutbox, MailTransport } from '../../platform/mail/index.js';
import { requestContext } from '../../platform/observability/request-context.js';
import { InviteMember } from './application/invite-member.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
});
afterAll(async () => {
  await api.close();
});

type Answer = { __typename: string; requirements?: { code: string }[]; organisation?: Record<string, unknown> };

async function mutate(viewer: SignedInViewer, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const payload =
    name === 'confirmSecond'
      ? 'kind'
      : 'organisation { id slug name verifiedAt viewerRoles members { person { handle } roles } waiting { id kind } verification { state act { id } } }';
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, Answer>>(
      `mutation Do($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Payload { ${payload} } ... on Refusal { requirements { code message path } } } }`,
      { input },
    );
  if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), { code: errors[0]!.extensions?.code });
  return data[name]!;
}

const codesOf = (answer: Answer) => (answer.requirements ?? []).map(({ code }) => code);
const rolesOf = async (organisationId: string, viewer: SignedInViewer): Promise<string[] | undefined> => {
  const rows: { roles: string[] }[] = await api.dataSource.query(
    'select roles from memberships where organisation_id = $1 and person_id = $2 and left_at is null',
    [organisationId, viewer.person.id],
  );
  return rows[0]?.roles;
};

describe('an organisation', () => {
  it('is created with its creator as admin and an address of its own', async () => {
    const ama = await aPerson(api);
    const first = await mutate(ama, 'createOrganisation', { name: 'Riverside Youth', kind: 'CHARITY' });
    const second = await mutate(ama, 'createOrganisation', { name: 'Riverside  youth', kind: 'CHARITY' });
    expect(first.organisation).toMatchObject({ slug: 'riverside-youth', viewerRoles: ['ADMIN', 'MEMBER'] });
    expect(second.organisation).toMatchObject({ slug: 'riverside-youth-2' });
  });

  it('gets an address of its own when ten of one name are created at once', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => aPerson(api)));
    const answers = await Promise.all(
      people.map((person) => mutate(person, 'createOrganisation', { name: 'Same Name', kind: 'OTHER' })),
    );
    expect(new Set(answers.map(({ organisation }) => organisation?.['slug'])).size).toBe(10);
  });

  it('is not created beyond five a day by one person, however many ask at once', async () => {
    const ama = await aPerson(api);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        mutate(ama, 'createOrganisation', { name: `Many ${index}`, kind: 'OTHER' }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'CreateOrganisationPayload')).toHaveLength(5);
  });

  it('can be read by anybody, without its invitations, notes or what waits', async () => {
    const { admin, slug, globalId: organisationId } = await anOrganisation(api);
    await mutate(admin, 'inviteMember', { organisationId, email: 'friend@people.example', roles: ['MEMBER'] });
    await mutate(admin, 'requestVerification', { organisationId, note: 'The chair is Somebody Private, ring her.' });
    const { data, errors } = await api
      .as(nobody)
      .graphql<{ organisation: Record<string, unknown> }>(
        `query Read($slug: String!) { organisation(slug: $slug) { name memberCount invitations { email } waiting { id } verification { state note declinedBecause } viewerCan { manageMembers { allowed } verify { allowed requirements { code } } } } }`,
        { slug },
      );
    expect(errors).toEqual([]);
    expect(data.organisation).toMatchObject({
      memberCount: 1,
      invitations: [],
      waiting: [],
      verification: { state: 'REQUESTED', note: null },
      viewerCan: { manageMembers: { allowed: false }, verify: { allowed: false } },
    });
  });
});

describe('roles', () => {
  it('of another organisation’s people are not changed with one’s own organisation’s id, and not by its admin', async () => {
    const mine = await anOrganisation(api);
    const theirs = await anOrganisation(api);
    const bo = await joins(api, await aPerson(api), theirs.id);
    const personId = globalId('person', bo.person.id);
    expect(
      codesOf(await mutate(mine.admin, 'changeRole', { organisationId: mine.globalId, personId, roles: ['MEMBER'] })),
    ).toEqual(['NOT_A_MEMBER']);
    expect(
      codesOf(await mutate(mine.admin, 'changeRole', { organisationId: theirs.globalId, personId, roles: [] })),
    ).toEqual(['NOT_AN_ADMIN']);
    expect(await rolesOf(theirs.id, bo)).toEqual(['MEMBER']);
  });

  it('never leave an organisation without admin when its two admins leave at once', async () => {
    const { admin, id, globalId: organisationId } = await anOrganisation(api);
    const other = await joins(api, await aPerson(api), id, 'ADMIN', 'MEMBER');
    await joins(api, await aPerson(api), id);
    const answers = await Promise.all(
      [admin, other].map((one) =>
        mutate(one, 'changeRole', { organisationId, personId: globalId('person', one.person.id), roles: [] }),
      ),
    );
    expect(answers.map((answer) => codesOf(answer)[0] ?? 'done').toSorted()).toEqual(['LAST_ADMIN', 'done']);
  });

  it('of an approver take a second person who was trusted before', async () => {
    const { admin, id, globalId: organisationId } = await anOrganisation(api);
    const bo = await joins(api, await aPerson(api), id);
    const sock = await joins(api, await aPerson(api), id, 'ADMIN', 'MEMBER');
    const steward = await aPerson(api, { steward: true });
    const asked = await mutate(admin, 'changeRole', {
      organisationId,
      personId: globalId('person', bo.person.id),
      roles: ['MEMBER', 'APPROVER'],
    });
    const [act] = asked.organisation?.['waiting'] as { id: string }[];
    expect(await rolesOf(id, bo)).toEqual(['MEMBER']);

    expect(codesOf(await mutate(admin, 'confirmSecond', { actId: act!.id }))).toContain('SECOND_PERSON_IS_THE_FIRST');
    expect(codesOf(await mutate(bo, 'confirmSecond', { actId: act!.id }))).toContain('SECOND_PERSON_IS_THE_CANDIDATE');
    expect(codesOf(await mutate(sock, 'confirmSecond', { actId: act!.id }))).toEqual(['NEEDS_AN_APPROVER_OR_STEWARD']);
    const outsider = await aPerson(api);
    await expect(mutate(outsider, 'confirmSecond', { actId: act!.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rolesOf(id, bo)).toEqual(['MEMBER']);

    // What desks list is what the rule then allows.
    for (const [viewer, listed] of [
      [admin, false],
      [bo, false],
      [sock, false],
      [outsider, false],
      [steward, true],
    ] as const) {
      const desk = await api
        .as(viewer)
        .graphql<{ viewer: { toConfirm: { id: string }[] } }>('{ viewer { toConfirm { id } } }');
      expect(desk.data.viewer.toConfirm.some((one) => one.id === act!.id)).toBe(listed);
    }
    expect((await mutate(steward, 'confirmSecond', { actId: act!.id })).__typename).toBe('ConfirmSecondPayload');
    expect(await rolesOf(id, bo)).toEqual(['MEMBER', 'APPROVER']);
    expect(codesOf(await mutate(steward, 'confirmSecond', { actId: act!.id }))).toEqual(['NOT_WAITING']);
  });
});

describe('the approval threshold', () => {
  const thresholdOf = async (id: string): Promise<string | null> =>
    (await api.dataSource.query('select approval_threshold_minor as minor from organisations where id = $1', [id]))[0]
      .minor;

  it('is lowered by one person and lifted by two', async () => {
    const { admin, id, globalId: organisationId } = await anOrganisation(api);
    const cy = await joins(api, await aPerson(api), id, 'MEMBER', 'APPROVER');
    await mutate(admin, 'updateOrganisation', {
      organisationId,
      about: 'We fund.',
      approvalThreshold: { minorUnits: '500000', currency: 'GBP' },
    });
    expect(await thresholdOf(id)).toBe('500000');
    const asked = await mutate(admin, 'updateOrganisation', { organisationId, approvalThreshold: null });
    const [act] = asked.organisation?.['waiting'] as { id: string }[];
    expect(await thresholdOf(id)).toBe('500000');
    expect(codesOf(await mutate(admin, 'confirmSecond', { actId: act!.id }))).toContain('SECOND_PERSON_IS_THE_FIRST');
    expect((await mutate(cy, 'confirmSecond', { actId: act!.id })).__typename).toBe('ConfirmSecondPayload');
    expect(await thresholdOf(id)).toBeNull();
  });

  it('is not another organisation’s admin’s to change', async () => {
    const mine = await anOrganisation(api);
    const theirs = await anOrganisation(api, { approvalThresholdMinor: 100n });
    const answer = await mutate(mine.admin, 'updateOrganisation', {
      organisationId: theirs.globalId,
      approvalThreshold: { minorUnits: '1', currency: 'GBP' },
    });
    expect(codesOf(answer)).toEqual(['NOT_AN_ADMIN']);
    expect(await thresholdOf(theirs.id)).toBe('100');
  });
});

describe('an invitation', () => {
  async function tokenSentTo(email: string): Promise<string> {
    await api.app.get(MailOutbox).sendDue();
    const mails = await (api.app.get(MailTransport) as FolderTransport).newest(100);
    const body = mails.find(({ to }) => to === email)?.body ?? '';
    return /\/invitations\/([\w-]+)/.exec(body)?.[1] ?? '';
  }

  it('lets its addressee in, once, and nobody who was forwarded the mail', async () => {
    const { admin, id, globalId: organisationId } = await anOrganisation(api);
    const sam = await aPerson(api, { email: 'sam.invited@people.example' });
    const eve = await aPerson(api);
    await mutate(admin, 'inviteMember', {
      organisationId,
      email: 'Sam.Invited@people.example',
      roles: ['ADMIN', 'APPROVER'],
    });
    const token = await tokenSentTo('sam.invited@people.example');
    expect(codesOf(await mutate(eve, 'acceptInvitation', { token }))).toEqual(['INVITATION_FOR_ANOTHER_ADDRESS']);
    expect(await rolesOf(id, eve)).toBeUndefined();

    expect((await mutate(sam, 'acceptInvitation', { token })).__typename).toBe('AcceptInvitationPayload');
    expect(await rolesOf(id, sam)).toEqual(['ADMIN', 'MEMBER']);
    expect(codesOf(await mutate(sam, 'acceptInvitation', { token }))).toContain('INVITATION_NOT_OPEN');
    const waiting: unknown[] = await api.dataSource.query(
      `select 1 from second_person_acts where subject_id = $1 and status = 'PENDING'`,
      [id],
    );
    expect(waiting).toHaveLength(1);
  });

  it('is written in the language of whoever has the address, else of the page that sent it', async () => {
    const { admin, id } = await anOrganisation(api);
    const reader = await aPerson(api, { email: 'reads.malay@people.example' });
    await api.dataSource.query(`update people set language = 'ms-MY' where id = $1`, [reader.person.id]);
    const invite = (email: string, language: 'en' | 'ms') =>
      requestContext.during({ requestId: 'test', language }, () =>
        api.app.get(InviteMember).execute(admin, { organisationId: id, email, roles: ['MEMBER'] }),
      );
    await invite('reads.malay@people.example', 'en');
    await invite('nobody.yet@people.example', 'ms');
    await invite('nobody.else@people.example', 'en');
    await api.app.get(MailOutbox).sendDue();
    const mails = await (api.app.get(MailTransport) as FolderTransport).newest(3);
    expect(mails.map(({ to, subject }) => [to, subject.includes('menjemput anda')]).toSorted()).toEqual([
      ['nobody.else@people.example', false],
      ['nobody.yet@people.example', true],
      ['reads.malay@people.example', true],
    ]);
  });

  it('that nobody sent does not exist', async () => {
    await expect(mutate(await aPerson(api), 'acceptInvitation', { token: 'guessed' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lapses after fourteen days of the database’s clock', async () => {
    const { admin, globalId: organisationId } = await anOrganisation(api);
    const late = await aPerson(api, { email: 'late@people.example' });
    await mutate(admin, 'inviteMember', { organisationId, email: 'late@people.example', roles: ['MEMBER'] });
    const token = await tokenSentTo('late@people.example');
    await api.moveClock(15 * 24 * 60);
    expect(codesOf(await mutate(late, 'acceptInvitation', { token }))).toEqual(['INVITATION_EXPIRED']);
  });
});

describe('verification', () => {
  async function asked() {
    const organisation = await anOrganisation(api);
    await mutate(organisation.admin, 'requestVerification', {
      organisationId: organisation.globalId,
      register: 'GB_CHC',
      registrationNumber: '101 2345',
      note: 'See our entry in the register.',
    });
    return organisation;
  }

  it('takes two of the site team, of whom neither belongs to it', async () => {
    const { id, globalId: organisationId } = await asked();
    const stu = await aPerson(api, { steward: true });
    const sky = await aPerson(api, { steward: true });
    const own = await joins(api, await aPerson(api, { steward: true }), id);
    expect(codesOf(await mutate(own, 'verifyOrganisation', { organisationId }))).toEqual(['OWN_ORGANISATION']);

    const noticed = await mutate(stu, 'verifyOrganisation', { organisationId });
    expect(noticed.organisation).toMatchObject({ verifiedAt: null, verification: { state: 'NOTICE' } });
    const actId = (noticed.organisation?.['verification'] as { act: { id: string } }).act.id;
    expect(codesOf(await mutate(stu, 'verifyOrganisation', { organisationId }))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    expect(codesOf(await mutate(stu, 'confirmSecond', { actId }))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    expect(codesOf(await mutate(own, 'confirmSecond', { actId }))).toEqual(['OWN_ORGANISATION']);

    expect((await mutate(sky, 'confirmSecond', { actId })).__typename).toBe('ConfirmSecondPayload');
    const [row] = await api.dataSource.query('select verified_at, verification_note from organisations where id = $1', [
      id,
    ]);
    expect(row).toMatchObject({ verified_at: expect.any(Date), verification_note: null });
  });

  it('or one, and seven days of the database’s clock', async () => {
    const { globalId: organisationId } = await asked();
    const stu = await aPerson(api, { steward: true });
    await mutate(stu, 'verifyOrganisation', { organisationId });
    await api.moveClock(6 * 24 * 60);
    expect(codesOf(await mutate(stu, 'verifyOrganisation', { organisationId }))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    await api.moveClock(24 * 60 + 1);
    expect((await mutate(stu, 'verifyOrganisation', { organisationId })).organisation).toMatchObject({
      verification: { state: 'VERIFIED' },
    });
  });

  it('is counted once when two stewards confirm at once', async () => {
    const { id, globalId: organisationId } = await asked();
    const [stu, sky, sol] = await Promise.all([1, 2, 3].map(() => aPerson(api, { steward: true })));
    await mutate(stu!, 'verifyOrganisation', { organisationId });
    const answers = await Promise.all([sky!, sol!].map((one) => mutate(one, 'verifyOrganisation', { organisationId })));
    expect(answers.map((answer) => codesOf(answer)[0] ?? 'done').toSorted()).toEqual([
      'VERIFICATION_NOT_REQUESTED',
      'done',
    ]);
    const verified: unknown[] = await api.dataSource.query(
      `select 1 from activities where kind = 'organisation.verified' and subject_id = $1`,
      [id],
    );
    expect(verified).toHaveLength(1);
  });

  it('cannot be completed by one person even past the application', async () => {
    const { id, globalId: organisationId } = await asked();
    const stu = await aPerson(api, { steward: true });
    await mutate(stu, 'verifyOrganisation', { organisationId });
    await expect(
      api.dataSource.query(
        `update second_person_acts set status = 'CONFIRMED', decided_by_id = proposed_by_id, decided_at = app_now() where subject_id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'second_person_acts_takes_two_check' } });
  });

  it('is nobody’s else to give', async () => {
    const { admin, globalId: organisationId } = await asked();
    expect(codesOf(await mutate(await again(api, admin), 'verifyOrganisation', { organisationId }))).toEqual([
      'NOT_A_STEWARD',
      'OWN_ORGANISATION',
    ]);
  });
});
