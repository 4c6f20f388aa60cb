import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Money } from '../shared/money.js';
import { ORGANISATION_ROLES, type OrganisationRole } from '../shared/vocabulary.js';

import { changeRole, confirmApprover } from './change-role.js';
import { cleanWebsite, createOrganisation, slugOf, type CreateOrganisationAsk } from './create-organisation.js';
import { acceptInvitation, cleanEmail, inviteMember } from './invite-member.js';
import { holds, type Membership } from './membership.js';
import { cleanRegistration } from './registration.js';
import { updateOrganisation } from './update-organisation.js';
import { requestVerification, verifyOrganisation, type VerificationInProgress } from './verify-organisation.js';

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.ok ? [] : (decision.reasons ?? []).map((reason) => reason.code);
const member = (personId: string, ...roles: OrganisationRole[]): Membership => ({
  personId,
  roles: ORGANISATION_ROLES.filter((role) => role === 'MEMBER' || roles.includes(role)),
});

describe('creating an organisation', () => {
  const ask: CreateOrganisationAsk = {
    organisationId: 'o',
    creatorId: 'ama',
    name: ' Riverside  Youth ',
    kind: 'CHARITY',
    about: '',
    website: null,
    createdTodayByCreator: 0,
  };

  it('makes its creator admin and not approver', () => {
    expect(createOrganisation(ask)).toMatchObject({
      ok: true,
      value: { name: 'Riverside Youth', slug: 'riverside-youth', firstMember: { roles: ['ADMIN', 'MEMBER'] } },
    });
  });

  it('takes lines as any browser sends them, and nothing that hides', () => {
    expect(createOrganisation({ ...ask, about: 'One line.\r\nAnother.' })).toMatchObject({ ok: true });
    expect(codesOf(createOrganisation({ ...ask, about: 'We give \u202Eyenom' }))).toEqual([
      'ABOUT_HAS_HIDDEN_CHARACTERS',
    ]);
  });

  it('says everything that is wrong at once', () => {
    const wrong = {
      ...ask,
      name: '',
      about: 'x'.repeat(2_001),
      website: 'javascript:alert(1)',
      createdTodayByCreator: 5,
    };
    expect(codesOf(createOrganisation(wrong))).toEqual([
      'NAME_MISSING',
      'ABOUT_TOO_LONG',
      'WEBSITE_NOT_AN_ADDRESS',
      'TOO_MANY_ORGANISATIONS_TODAY',
    ]);
  });

  it.each([
    ['Riverside Youth’s Café', 'riverside-youths-cafe'],
    ['New', 'new-1'],
    ['青年中心', '青年中心'],
  ])('gives %j the address %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each(['ftp://a.example', 'https://user:secret@a.example', 'localhost', 'not an address', 'data:text/html,x'])(
    'takes no website %j',
    (raw) => {
      expect(cleanWebsite(raw).ok).toBe(false);
    },
  );

  it('completes an address without its beginning', () => {
    expect(cleanWebsite('riverside.example')).toEqual({ ok: true, value: 'https://riverside.example/' });
  });
});

describe('an invitation', () => {
  const organisation = { inviter: member('ama', 'ADMIN'), alreadyMember: false, openInvitations: 0 };

  it('never makes an approver by itself', () => {
    expect(inviteMember({ email: ' Sam@Town.example ', roles: ['APPROVER'] }, organisation)).toEqual({
      ok: true,
      value: { email: 'sam@town.example', roles: ['MEMBER'], approverAskedFor: true },
    });
  });

  it('is an admin’s to send', () => {
    expect(codesOf(inviteMember({ email: 'x', roles: [] }, { ...organisation, inviter: member('bo') }))).toEqual([
      'NOT_AN_ADMIN',
      'EMAIL_MALFORMED',
    ]);
  });

  it('works only for the address it was sent to', () => {
    const open = { status: 'OPEN', expired: false, email: 'sam@town.example' } as const;
    expect(acceptInvitation(open, { verifiedEmail: 'Sam@town.example', alreadyMember: false }).ok).toBe(true);
    expect(codesOf(acceptInvitation(open, { verifiedEmail: 'eve@town.example', alreadyMember: false }))).toEqual([
      'INVITATION_FOR_ANOTHER_ADDRESS',
    ]);
    expect(acceptInvitation(open, { verifiedEmail: null, alreadyMember: false }).ok).toBe(false);
  });

  it('works once, and not for ever', () => {
    const person = { verifiedEmail: 's@t.example', alreadyMember: false };
    expect(codesOf(acceptInvitation({ status: 'ACCEPTED', expired: false, email: 's@t.example' }, person))).toEqual([
      'INVITATION_NOT_OPEN',
    ]);
    expect(codesOf(acceptInvitation({ status: 'OPEN', expired: true, email: 's@t.example' }, person))).toEqual([
      'INVITATION_EXPIRED',
    ]);
  });

  it.each([
    '',
    'a',
    'a@',
    '@b.example',
    'a b@c.example',
    'a@b..example',
    'a\n@b.example',
    `${'a'.repeat(65)}@b.example`,
  ])('is not sent to %j', (email) => {
    expect(cleanEmail(email)).toBeNull();
  });
});

describe('changing roles', () => {
  const members = [member('ama', 'ADMIN'), member('bo'), member('cy', 'APPROVER')];

  it('keeps the last admin while others are there', () => {
    expect(codesOf(changeRole({ actorId: 'ama', personId: 'ama', roles: [] }, members))).toEqual(['LAST_ADMIN']);
    expect(codesOf(changeRole({ actorId: 'ama', personId: 'ama', roles: ['MEMBER'] }, members))).toEqual([
      'LAST_ADMIN',
    ]);
  });

  it('lets somebody alone in an organisation leave it', () => {
    expect(changeRole({ actorId: 'ama', personId: 'ama', roles: [] }, [member('ama', 'ADMIN')]).ok).toBe(true);
  });

  it('lets anybody leave or give up a role, and nobody take one', () => {
    expect(changeRole({ actorId: 'cy', personId: 'cy', roles: ['MEMBER'] }, members).ok).toBe(true);
    expect(changeRole({ actorId: 'bo', personId: 'bo', roles: [] }, members).ok).toBe(true);
    expect(codesOf(changeRole({ actorId: 'bo', personId: 'bo', roles: ['ADMIN'] }, members))).toEqual(['NOT_AN_ADMIN']);
    expect(codesOf(changeRole({ actorId: 'bo', personId: 'cy', roles: [] }, members))).toEqual(['NOT_AN_ADMIN']);
  });

  it('tells somebody outside nothing about who is inside', () => {
    expect(codesOf(changeRole({ actorId: 'eve', personId: 'eve', roles: [] }, members))).toEqual(['NOT_AN_ADMIN']);
    expect(codesOf(changeRole({ actorId: 'eve', personId: 'bo', roles: [] }, members))).toEqual(['NOT_AN_ADMIN']);
  });

  it('makes the approver’s role wait for a second person', () => {
    expect(changeRole({ actorId: 'ama', personId: 'bo', roles: ['ADMIN', 'APPROVER'] }, members)).toEqual({
      ok: true,
      value: { kind: 'CHANGED', personId: 'bo', roles: ['ADMIN', 'MEMBER'], approverAskedFor: true },
    });
  });

  it('never leaves members without an admin, whatever is asked for', () => {
    const person = fc.constantFrom('ama', 'bo', 'cy', 'eve');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(person, person, fc.subarray([...ORGANISATION_ROLES])), { maxLength: 30 }),
        (asks) => {
          let now: Membership[] = [...members];
          for (const [actorId, personId, roles] of asks) {
            const change = changeRole({ actorId, personId, roles }, now);
            if (!change.ok) continue;
            const value = change.value;
            now = now.filter((one) => one.personId !== value.personId);
            if (value.kind === 'CHANGED') now.push({ personId: value.personId, roles: value.roles });
          }
          return now.length === 0 || now.some((one) => holds(one, 'ADMIN'));
        },
      ),
    );
  });
});

describe('a new approver', () => {
  const ask = { confirmerId: 'cy', confirmerIsSteward: false, proposedById: 'ama', candidateId: 'bo' };
  const members = [member('ama', 'ADMIN'), member('bo', 'ADMIN'), member('cy', 'APPROVER')];

  it('is confirmed by another approver', () => {
    expect(confirmApprover(ask, members)).toEqual({
      ok: true,
      value: { personId: 'bo', roles: ['ADMIN', 'MEMBER', 'APPROVER'] },
    });
  });

  it('is not made by one person with two accounts', () => {
    expect(codesOf(confirmApprover({ ...ask, confirmerId: 'ama' }, members))).toContain('SECOND_PERSON_IS_THE_FIRST');
    expect(codesOf(confirmApprover({ ...ask, confirmerId: 'bo' }, members))).toContain(
      'SECOND_PERSON_IS_THE_CANDIDATE',
    );
    const anAdminMadeByTheFirst = [...members, member('sock', 'ADMIN')];
    expect(codesOf(confirmApprover({ ...ask, confirmerId: 'sock' }, anAdminMadeByTheFirst))).toEqual([
      'NEEDS_AN_APPROVER_OR_STEWARD',
    ]);
  });

  it('is confirmed by a steward where there is no approver yet, unless the steward is a member', () => {
    const none = [member('ama', 'ADMIN'), member('bo')];
    const bySteward = { ...ask, confirmerId: 'stu', confirmerIsSteward: true };
    expect(confirmApprover(bySteward, none).ok).toBe(true);
    expect(confirmApprover(bySteward, [...none, member('stu')]).ok).toBe(false);
    expect(confirmApprover(bySteward, members).ok).toBe(false);
  });

  it('must still be a member', () => {
    expect(codesOf(confirmApprover({ ...ask, candidateId: 'gone' }, members))).toEqual(['CANDIDATE_NOT_A_MEMBER']);
  });
});

describe('verifying an organisation', () => {
  const stu = { personId: 'stu', isSteward: true, belongsToOrganisation: false };
  const sky = { personId: 'sky', isSteward: true, belongsToOrganisation: false };
  const requested: VerificationInProgress = {
    state: 'REQUESTED',
    firstStewardId: null,
    noticeIsOver: false,
    noticeEnds: null,
  };
  const onNotice: VerificationInProgress = {
    state: 'NOTICE',
    firstStewardId: 'stu',
    noticeIsOver: false,
    noticeEnds: '2026-01-08',
  };

  it('takes two stewards', () => {
    expect(verifyOrganisation({ verify: true }, stu, requested)).toMatchObject({ value: { to: 'NOTICE' } });
    expect(verifyOrganisation({ verify: true }, sky, onNotice)).toMatchObject({
      value: { to: 'VERIFIED', by: 'SECOND_STEWARD', secondStewardId: 'sky' },
    });
  });

  it('or one steward and seven days of notice', () => {
    expect(codesOf(verifyOrganisation({ verify: true }, stu, onNotice))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    expect(verifyOrganisation({ verify: true }, stu, { ...onNotice, noticeIsOver: true })).toMatchObject({
      value: { to: 'VERIFIED', by: 'NOTICE' },
    });
  });

  it('is never decided by a steward who belongs to it, either way', () => {
    const own = { ...sky, belongsToOrganisation: true };
    expect(codesOf(verifyOrganisation({ verify: true }, own, onNotice))).toEqual(['OWN_ORGANISATION']);
    expect(codesOf(verifyOrganisation({ verify: false, reason: 'no' }, own, onNotice))).toEqual(['OWN_ORGANISATION']);
  });

  it('is nobody else’s to decide, and nothing to decide unasked', () => {
    const eve = { ...stu, isSteward: false };
    expect(codesOf(verifyOrganisation({ verify: true }, eve, { ...requested, state: 'NONE' }))).toEqual([
      'NOT_A_STEWARD',
      'VERIFICATION_NOT_REQUESTED',
    ]);
  });

  it('is declined with a reason', () => {
    expect(codesOf(verifyOrganisation({ verify: false, reason: ' ' }, stu, requested))).toEqual(['REASON_MISSING']);
    expect(verifyOrganisation({ verify: false, reason: 'Not in the register.' }, sky, onNotice)).toEqual({
      ok: true,
      value: { to: 'NONE', reason: 'Not in the register.' },
    });
  });

  it('is asked for by an admin with something to check', () => {
    const ask = { registration: { register: 'GB-CHC', number: '101 2345' }, note: 'See our page in the register.' };
    expect(requestVerification(ask, 'NONE', member('ama', 'ADMIN'))).toMatchObject({
      ok: true,
      value: { registration: { register: 'GB-CHC', number: '1012345' } },
    });
    expect(codesOf(requestVerification({ ...ask, note: '' }, 'VERIFIED', member('bo')))).toEqual([
      'NOT_AN_ADMIN',
      'VERIFICATION_ALREADY',
      'NOTE_TOO_SHORT',
    ]);
  });

  it.each([
    ['GB-CHC', '12'],
    ['GB-SC', '012345'],
    ['GB-COH', '1234567'],
    ['US-EIN', '1-23456789'],
    ['XX-NOPE', '1'],
  ])('takes no number of %s like %j', (register, number) => {
    expect(cleanRegistration(register, number).ok).toBe(false);
  });
});

describe('the approval threshold', () => {
  const gbp = (pounds: bigint) => Money.of(pounds * 100n, 'GBP');
  const admin = member('ama', 'ADMIN');
  const ask = (wanted: Money | null, current: Money | null) => {
    const decision = updateOrganisation({ approvalThreshold: wanted }, current, admin);
    if (!decision.ok) return codesOf(decision);
    const { approvalThreshold, proposedThreshold } = decision.value;
    if (proposedThreshold !== undefined) return 'waits';
    return approvalThreshold === undefined ? 'same' : 'now';
  };

  it('is put in place or lowered by an admin alone', () => {
    expect([ask(gbp(100n), null), ask(gbp(99n), gbp(100n)), ask(gbp(0n), gbp(100n))]).toEqual(['now', 'now', 'now']);
  });

  it('is raised, lifted or moved to another currency by two', () => {
    expect([ask(gbp(101n), gbp(100n)), ask(null, gbp(100n)), ask(Money.of(1n, 'EUR'), gbp(100n))]).toEqual([
      'waits',
      'waits',
      'waits',
    ]);
  });

  it('stays when nothing else is asked for', () => {
    expect([ask(gbp(100n), gbp(100n)), ask(null, null)]).toEqual(['same', 'same']);
    expect(updateOrganisation({ about: ' x ' }, gbp(1n), admin)).toMatchObject({
      value: { about: 'x', website: undefined, approvalThreshold: undefined, proposedThreshold: undefined },
    });
  });

  it('is nobody else’s to change, and never below nothing', () => {
    const decision = updateOrganisation({ approvalThreshold: gbp(-1n), website: 'ftp://x' }, null, member('bo'));
    expect(codesOf(decision)).toEqual(['NOT_AN_ADMIN', 'WEBSITE_NOT_AN_ADDRESS', 'THRESHOLD_NEGATIVE']);
  });
});
