import { describe, expect, it } from '@jest/globals';

import type { IdeaAsk } from './check-content.js';
import { canonicalIdea } from './commitment.js';
import type { Idea } from './idea.js';
import { logIdea } from './log-idea.js';
import { reviseIdea } from './revise-idea.js';
import { slugFor } from './slug.js';
import { withdrawIdea } from './withdraw-idea.js';

const ask: IdeaAsk = {
  title: 'One form for food and fuel help',
  need: 'People tell their story **four times** before anyone helps.',
  peopleServed: 'Families who run out of money before the end of the month',
  outcome: 'One conversation is enough.',
  themes: ['FOOD', 'DEBT_AND_MONEY'],
  places: ['Leeds', ' leeds ', 'York'],
  language: 'en-gb',
};
const alone = { organisationId: null, organisationsHeld: [] };
const content = () => {
  const decision = logIdea(ask, alone);
  if (!decision.ok) throw new Error('the worked example is a good idea');
  return decision.value.content;
};
const anIdea = (facts: Partial<Idea> = {}): Idea => ({
  id: 'i',
  stage: 'LOGGED',
  authorId: 'author',
  coAuthorIds: ['co'],
  ...facts,
});

describe('logging an idea', () => {
  it('needs five answers and no more', () => {
    const decision = logIdea(ask, alone);
    expect(decision).toMatchObject({
      ok: true,
      value: { slug: 'one-form-for-food-and-fuel-help', content: { places: ['Leeds', 'York'], language: 'en-GB' } },
    });
  });

  it('says every problem at once, each with its field', () => {
    const decision = logIdea(
      { title: ' ', need: 'x'.repeat(5_001), evidence: ['javascript:alert(1)'], language: 'not a language' },
      { organisationId: 'o', organisationsHeld: [] },
    );
    expect(
      decision.ok ? [] : decision.reasons.map((reason) => [reason.code, 'path' in reason && reason.path.at(1)]),
    ).toEqual([
      ['TEXT_MISSING', 'title'],
      ['TEXT_TOO_LONG', 'need'],
      ['TEXT_MISSING', 'peopleServed'],
      ['TEXT_MISSING', 'outcome'],
      ['THEME_MISSING', 'themes'],
      ['ADDRESS_NOT_VALID', 'evidence'],
      ['LANGUAGE_UNKNOWN', 'language'],
      ['NOT_YOUR_ORGANISATION', 'organisationId'],
    ]);
  });

  it('asks the author about personal data, and keeps what they decided without keeping the text twice', () => {
    const said = { ...ask, need: 'Our office: 07700 900123.' };
    expect(logIdea(said, alone)).toMatchObject({
      ok: false,
      reasons: [{ code: 'PERSONAL_DATA_FOUND', path: ['input', 'need'], kind: 'PHONE', found: '07700 900123' }],
    });
    const kept = logIdea(
      { ...said, personalDataKept: [{ field: 'need', kind: 'PHONE', found: '07700 900123' }] },
      alone,
    );
    expect(kept.ok && kept.value.decisions).toEqual([
      { field: 'need', kind: 'PHONE', start: 12, end: 24, decision: 'KEPT' },
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['Café für alle!', 'cafe-fur-alle'],
    ['住宅支援', '住宅支援'],
    ['новый дом', 'новый-дом'],
    ['🎉', 'idea'],
    ['New', 'idea-new'],
    ['018f0000-0000-7000-8000-000000000000', 'idea-018f0000-0000-7000-8000-000000000000'],
  ])('is made of %s', (title, slug) => {
    expect(slugFor(title)).toBe(slug);
  });

  it('ends at a word', () => {
    expect(slugFor('abcdefghi '.repeat(12))).toBe(Array.from({ length: 7 }, () => 'abcdefghi').join('-'));
  });
});

describe('revising an idea', () => {
  const facts = {
    idea: anIdea(),
    personId: 'author',
    before: content(),
    newestRevision: 1,
    readRevision: 1,
    hidden: false,
  };

  it('tells a material change from a small one', () => {
    const small = reviseIdea({ ...ask, places: ['York'] }, facts);
    const material = reviseIdea({ ...ask, need: 'Another need.' }, { ...facts, personId: 'co' });
    expect(small.ok && [small.value.material, small.value.changed]).toEqual([false, ['places']]);
    expect(material.ok && material.value.material).toBe(true);
  });

  it('refuses a stranger, an idea that funders pledged to, an empty change and a stale one', () => {
    const decision = reviseIdea(ask, {
      ...facts,
      idea: anIdea({ stage: 'FUNDING' }),
      personId: 'x',
      newestRevision: 2,
    });
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'NOT_AN_AUTHOR',
      'IDEA_NOT_REVISABLE',
      'NOTHING_CHANGED',
      'REVISED_MEANWHILE',
    ]);
  });
});

describe('withdrawing an idea', () => {
  it('is for the author, before funding', () => {
    expect(withdrawIdea(null, anIdea(), 'author')).toEqual({ ok: true, value: { reason: '' } });
    expect(withdrawIdea('', anIdea({ stage: 'FUNDING' }), 'co')).toMatchObject({
      ok: false,
      reasons: [{ code: 'NOT_THE_AUTHOR' }, { code: 'IDEA_NOT_WITHDRAWABLE', stage: 'FUNDING' }],
    });
  });
});

describe('the sentence in plain words', () => {
  const facts = {
    idea: anIdea(),
    personId: 'author',
    before: content(),
    newestRevision: 1,
    readRevision: 1,
    hidden: false,
  };

  it('is nobody’s duty, one short line, and nothing that people voted for', () => {
    expect(content().easyRead).toBe('');
    const said = reviseIdea({ ...ask, easyRead: ' You ask once.\nThen help comes. ' }, facts);
    expect(said.ok && [said.value.content.easyRead, said.value.changed, said.value.material]).toEqual([
      'You ask once. Then help comes.',
      ['easyRead'],
      false,
    ]);
    const long = logIdea({ ...ask, easyRead: 'x'.repeat(161) }, alone);
    expect(long).toMatchObject({ ok: false, reasons: [{ code: 'TEXT_TOO_LONG', path: ['input', 'easyRead'] }] });
  });

  it('is looked through for what belongs to somebody else', () => {
    expect(logIdea({ ...ask, easyRead: 'Ring 07700 900123 to get food.' }, alone)).toMatchObject({
      ok: false,
      reasons: [{ code: 'PERSONAL_DATA_FOUND', path: ['input', 'easyRead'], kind: 'PHONE' }],
    });
  });

  it('is committed to, and leaves the fingerprints of wordings from before it as they were', () => {
    const { easyRead: _, ...before } = content();
    expect(canonicalIdea('i', 1, content())).toBe(
      canonicalIdea('i', 1, before as typeof before & { easyRead: string }),
    );
    expect(canonicalIdea('i', 1, { ...content(), easyRead: 'Food, once.' })).not.toBe(canonicalIdea('i', 1, content()));
  });
});

it('commits to the same content in the same words', () => {
  const { title, ...rest } = content();
  expect(canonicalIdea('i', 1, { title, ...rest })).toBe(canonicalIdea('i', 1, { ...rest, title }));
  expect(canonicalIdea('i', 2, content())).not.toBe(canonicalIdea('i', 1, content()));
});
