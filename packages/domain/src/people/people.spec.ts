import { describe, expect, it } from '@jest/globals';

import { deleteAccount, type Leaver } from './delete-account.js';
import { cleanHandle, handleFromName } from './handle.js';
import { cleanName } from './name.js';
import { checkPassword } from './password.js';

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  decision.ok ? [] : (decision.reasons ?? []).map((reason) => reason.code);

describe('a display name', () => {
  it.each([
    ['Zoë Ó Briain', 'Zoë Ó Briain'],
    ['  Ama   Mensah \n', 'Ama Mensah'],
    ['Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
    ['王小明', '王小明'],
    ['محمد رضا', 'محمد رضا'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['Jean-Luc d’Arc 3rd', 'Jean-Luc d’Arc 3rd'],
  ])('keeps %j as people write it', (raw, kept) => {
    expect(cleanName(raw)).toEqual({ ok: true, value: kept });
  });

  it('is the same however the letters were composed', () => {
    expect(cleanName('Zoe\u0308')).toEqual(cleanName('Zo\u00eb'));
  });

  it.each([
    ['only spaces', ' \u00a0\t ', 'NAME_MISSING'],
    ['nothing', '', 'NAME_MISSING'],
    ['a bidirectional override', 'Ana\u202Egro.evil', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['an isolate', 'Ana\u2066', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a zero-width space', 'An\u200ba', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a joiner in Latin letters', 'An\u200da', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a byte order mark', 'A\ufeffna', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['NUL', 'Ana\0', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['half an emoji', 'Ana \ud83d', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['an invisible Hangul filler', '\u3164', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['only punctuation', '***', 'NAME_UNREADABLE'],
    ['marks stacked to the ceiling', `A${'\u0301\u0300\u0302'.repeat(9)}na`, 'NAME_UNREADABLE'],
    ['too many characters', 'a'.repeat(81), 'NAME_TOO_LONG'],
  ])('refuses %s', (_what, raw, code) => {
    expect(codesOf(cleanName(raw))).toContain(code);
  });

  it('counts characters as a reader does', () => {
    expect(cleanName('é'.normalize('NFD').repeat(80)).ok).toBe(true);
  });
});

describe('a handle', () => {
  it.each([
    ['ama-mensah', 'ama-mensah'],
    [' @Ama ', 'ama'],
    ['a2b', 'a2b'],
  ])('takes %j as %j', (raw, kept) => {
    expect(cleanHandle(raw)).toEqual({ ok: true, value: kept });
  });

  it.each([
    'am',
    '-ama',
    'ama-',
    'a--b',
    '2ama',
    'ämä',
    'ama.mensah',
    'ama mensah',
    'аma',
    'a'.repeat(31),
    'Admin',
    'steward',
  ])('refuses %j', (raw) => {
    expect(cleanHandle(raw).ok).toBe(false);
  });

  it.each(['Zoë Ó Briain', '王小明', 'Admin', '3 Bears', 'X', '-----', 'a'.repeat(80), 'Anna-'])(
    'made from the name %j is one that can be taken',
    (name) => {
      expect(cleanHandle(handleFromName(name))).toEqual({ ok: true, value: handleFromName(name) });
    },
  );
});

describe('a password', () => {
  it('may be any sentence', () => {
    expect(checkPassword('three geese crossed the ring road', ['ama']).ok).toBe(true);
  });

  it.each([
    ['short', 'PASSWORD_TOO_SHORT'],
    ['a'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaa', 'PASSWORD_TOO_EASY'],
    ['Password123456', 'PASSWORD_TOO_EASY'],
    ['ama-mensah-22', 'PASSWORD_TOO_EASY'],
  ])('like %j is refused', (password, code) => {
    expect(codesOf(checkPassword(password, ['ama-mensah', 'Ama Mensah']))).toEqual([code]);
  });
});

describe('deleting an account', () => {
  const leaver: Leaver = {
    handle: 'ama',
    alreadyDeleted: false,
    isSteward: false,
    otherStewards: 0,
    memberships: [],
    unfinished: [],
  };
  const membership = {
    organisationId: 'o1',
    organisationName: 'Riverside Youth',
    isAdmin: true,
    otherActiveAdmins: 0,
    otherActiveMembers: 2,
  };

  it('is a person’s right once they typed their handle', () => {
    expect(deleteAccount('@Ama', leaver)).toEqual({ ok: true, value: { leavesOrganisations: [] } });
  });

  it('is not done by a slip', () => {
    expect(codesOf(deleteAccount('amy', leaver))).toEqual(['CONFIRMATION_DOES_NOT_MATCH']);
  });

  it('does not lock an organisation’s other members out', () => {
    expect(codesOf(deleteAccount('ama', { ...leaver, memberships: [membership] }))).toEqual(['LAST_ADMIN']);
  });

  it('does not hold somebody who is alone in an organisation', () => {
    const alone = { ...membership, otherActiveMembers: 0 };
    expect(deleteAccount('ama', { ...leaver, memberships: [alone] })).toEqual({
      ok: true,
      value: { leavesOrganisations: ['o1'] },
    });
  });

  it('says everything that is in the way at once', () => {
    const decision = deleteAccount('x', {
      ...leaver,
      isSteward: true,
      memberships: [membership, { ...membership, organisationName: 'Second' }],
      unfinished: [{ what: 'a pledge that waits for your approval', path: '/desk' }],
    });
    expect(codesOf(decision)).toEqual([
      'CONFIRMATION_DOES_NOT_MATCH',
      'LAST_ADMIN',
      'LAST_ADMIN',
      'LAST_STEWARD',
      'UNFINISHED_BUSINESS',
    ]);
  });
});
