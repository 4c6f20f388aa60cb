import { describe, expect, it } from '@jest/globals';

import { receiveUpload, requestUpload, UPLOAD_BYTES_A_DAY, UPLOAD_LIMITS, type UploadAsk } from './index.js';

const ask = (wishes: Partial<UploadAsk> = {}): UploadAsk => ({
  kind: 'FILE',
  name: 'results 2026.csv',
  bytes: 1_000,
  ...wishes,
});
const codes = (wishes: Partial<UploadAsk>, bytesToday = 0): string[] => {
  const decision = requestUpload(ask(wishes), { bytesToday });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('a file somebody wants to send', () => {
  it('is taken by a plain name of a kind we can clean', () => {
    expect(requestUpload(ask(), { bytesToday: 0 })).toMatchObject({ ok: true, value: { format: 'CSV' } });
  });

  it.each([
    '../../etc/passwd.txt',
    'C:\\secrets.txt',
    'a:b.txt',
    'nul.txt',
    'one\u0000two.txt',
    'safe\u202etxt.exe.txt',
    '..',
    '',
  ])('is refused by a name like %j', (name) => {
    expect(codes({ name })).not.toEqual([]);
  });

  it.each(['program.exe', 'page.html', 'drawing.svg', 'archive.zip', 'noending', 'macro.docm'])(
    'is refused when nobody can look into it: %s',
    (name) => {
      expect(codes({ name })).toEqual(['FILE_TYPE_NOT_TAKEN']);
    },
  );

  it('is refused by its size before it travels: five gigabytes, nothing, a byte too many', () => {
    expect(codes({ bytes: 5_000_000_000 })).toEqual(['FILE_TOO_LARGE']);
    expect(codes({ bytes: UPLOAD_LIMITS.FILE + 1 })).toEqual(['FILE_TOO_LARGE']);
    expect(codes({ bytes: UPLOAD_LIMITS.FILE })).toEqual([]);
    expect(codes({ bytes: 0 })).toEqual(['FILE_EMPTY']);
    expect(codes({}, UPLOAD_BYTES_A_DAY)).toEqual(['TOO_MUCH_IN_A_DAY']);
  });

  it('is a picture only with words for who cannot see it and an answer about the people on it', () => {
    const picture = { kind: 'PICTURE', name: 'hall.jpg' } as const;
    expect(codes(picture)).toEqual(['PEOPLE_SHOWN_MISSING', 'TEXT_MISSING']);
    const described = { ...picture, description: 'The hall with tea on the tables' };
    expect(codes({ ...described, peopleShown: 'NOT_ALL_AGREED' })).toEqual(['PEOPLE_HAVE_NOT_AGREED']);
    expect(codes({ ...described, peopleShown: 'ALL_AGREED' })).toEqual([]);
    expect(codes({ ...described, peopleShown: 'NOBODY', name: 'hall.pdf' })).toEqual(['FILE_TYPE_NOT_TAKEN']);
  });
});

describe('what arrives', () => {
  const facts = { claimed: 'PDF', bytesAnnounced: 10, bytesReceived: 10, seen: 'PDF' } as const;
  it('is what its name says, or refused', () => {
    expect(receiveUpload(facts).ok).toBe(true);
    expect(receiveUpload({ ...facts, seen: 'UNKNOWN' }).ok).toBe(false);
    expect(receiveUpload({ ...facts, seen: 'PLAIN' }).ok).toBe(false);
    expect(receiveUpload({ ...facts, claimed: 'CSV', seen: 'PLAIN' }).ok).toBe(true);
  });

  it('has the size that was announced', () => {
    expect(receiveUpload({ ...facts, bytesReceived: 11, seen: null })).toMatchObject({
      reasons: [{ code: 'FILE_NOT_AS_ANNOUNCED', announced: 10, received: 11 }],
    });
  });
});
