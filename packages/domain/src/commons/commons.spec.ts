import { describe, expect, it } from '@jest/globals';

import { entrySlugFor, isUnconfirmed, shareEntry, type ShareEntryAsk, type ShareEntryFacts } from './index.js';

const ASK: ShareEntryAsk = {
  kind: 'USER_RESEARCH',
  organisationId: 'ours',
  title: 'Why letters stay closed',
  summary: 'Envelopes frighten.',
  text: 'Twelve people told us.',
  licence: 'CC-BY-4.0',
  consent: 'Written, for publication without names.',
  anonymised: 'Two researchers.',
  method: 'Interviews',
  studiedOn: '2026-01-05',
  withdrawalContact: 'The research team',
  themes: ['DEBT_AND_MONEY', 'DEBT_AND_MONEY'],
};
const FACTS: ShareEntryFacts = {
  organisationsHeld: ['ours'],
  today: '2026-02-01',
  licence: { verdict: 'SATISFIES', rule: 'OPEN_DEFINITION_CONFORMANT', reason: 'It is open.', component: null },
};

describe('giving something to the commons', () => {
  it('is done for an organisation one belongs to, under an open licence, without any venture', () => {
    expect(shareEntry(ASK, FACTS)).toMatchObject({
      ok: true,
      value: { slug: 'why-letters-stay-closed', themes: ['DEBT_AND_MONEY'] },
    });
    expect(shareEntry({ ...ASK, organisationId: 'theirs' }, FACTS)).toMatchObject({
      reasons: [{ code: 'NOT_YOUR_ORGANISATION' }],
    });
  });

  it('asks why when nobody knows whether the licence is open, and never takes one that is not', () => {
    const unsure = { ...FACTS, licence: { ...FACTS.licence, verdict: 'ASK_A_PERSON' } } as ShareEntryFacts;
    const closed = { ...FACTS, licence: { ...FACTS.licence, verdict: 'DOES_NOT' } } as ShareEntryFacts;
    expect(shareEntry(ASK, unsure)).toMatchObject({ reasons: [{ code: 'LICENCE_NEEDS_A_REASON' }] });
    expect(shareEntry({ ...ASK, licenceReason: 'We read it.' }, unsure).ok).toBe(true);
    expect(shareEntry({ ...ASK, licenceReason: 'We read it.' }, closed)).toMatchObject({
      reasons: [{ code: 'LICENCE_DOES_NOT_SATISFY' }],
    });
  });

  it('says everything that is wrong at once', () => {
    const wrong = { ...ASK, kind: 'POEM', title: '', themes: ['NOPE'] };
    expect(shareEntry(wrong, FACTS)).toMatchObject({
      reasons: [{ code: 'OUTPUT_KIND_UNKNOWN' }, { code: 'TEXT_MISSING' }, { code: 'THEME_UNKNOWN' }],
    });
  });
});

describe('an entry', () => {
  it('has an address made of its title, or of its kind where the title has no letters', () => {
    expect(entrySlugFor('A guide to asking', 'USER_RESEARCH')).toBe('a-guide-to-asking');
    expect(entrySlugFor('🎈', 'USER_RESEARCH')).toBe('user-research');
  });

  it('is unconfirmed from the day after its review', () => {
    expect(isUnconfirmed('2026-03-01', '2026-03-01')).toBe(false);
    expect(isUnconfirmed('2026-03-01', '2026-03-02')).toBe(true);
  });
});
