import { describe, expect, it } from '@jest/globals';
import type { Drawn } from './draw-preview.js';
import { preview } from './preview.js';

const IDEA = {
  __typename: 'Idea',
  id: 'idea_1',
  title: 'Beds & <b>blankets</b> for tonight',
  language: 'en',
  stage: 'SUPPORTED',
  leadOrganisation: { __typename: 'Organisation', id: 'organisation_1', name: 'Harbour House' },
  support: {
    __typename: 'IdeaSupport',
    votes: 8,
    organisations: 2,
    byPerspective: [
      { __typename: 'PerspectiveCount', perspective: 'PRACTITIONER', count: 5 },
      { __typename: 'PerspectiveCount', perspective: 'LIVED_EXPERIENCE', count: null },
    ],
  },
};

const of = (url: string, data: Record<string, unknown>) => preview({ url, execute: async () => ({ data }) });

/** Everything that can be read on a picture, in order. */
const read = (drawn: Drawn | null): readonly string[] =>
  drawn === null ? [] : [...(drawn.text === undefined ? [] : [drawn.text]), ...(drawn.children ?? []).flatMap(read)];

const colours = (drawn: Drawn | null): readonly unknown[] =>
  drawn === null ? [] : [drawn.style['backgroundColor'], ...(drawn.children ?? []).flatMap(colours)];

describe('the picture beside a shared link', () => {
  it('says what it is, who stands behind it and where it stands, and no more', async () => {
    expect(read(await of('/ideas/beds/preview.png', { idea: IDEA }))).toEqual([
      'OpenImpact',
      'Idea · Has backing',
      'Beds & <b>blankets</b> for tonight',
      'Led by Harbour House',
      '8 people for it · 2 organisations',
      'Logged',
      'Has backing',
      'Ready to fund',
      'Funding',
      'Being built',
      'Shared back',
    ]);
  });

  it.each(['مكان هادئ لمن يعتنون بغيرهم', 'இரவில் ஒரு படுக்கை', '今晚有一张床', 'Chăm sóc ban đêm: ấm'])(
    'says what it is of instead of a title in letters that it does not have (%s)',
    async (title) => {
      const leadOrganisation = { ...IDEA.leadOrganisation, name: '港湾之家' };
      const texts = read(await of('/ideas/beds/preview.png', { idea: { ...IDEA, title, leadOrganisation } }));
      expect(texts.slice(0, 4)).toEqual(['OpenImpact', '', 'Idea · Has backing', '8 people for it · 2 organisations']);
    },
  );

  it('shows the letters of every language that is written in Latin ones', async () => {
    const title = 'Łóżka, ťažké noci, «œuvre» – “ñandú” ğ £5';
    expect(read(await of('/ideas/beds/preview.png', { idea: { ...IDEA, title } }))).toContain(title);
  });

  it('gives no perspective a part that is too small to be told', async () => {
    const drawn = await of('/ideas/beds/preview.png', { idea: IDEA });
    expect(colours(drawn)).toContain('#14857b');
    expect(colours(drawn)).not.toContain('#d95a41');
  });

  it.each(['WITHDRAWN', 'MERGED', 'DECLINED'])('is not drawn of an idea that is %s', async (stage) => {
    expect(await of('/ideas/beds/preview.png', { idea: { ...IDEA, stage } })).toBeNull();
  });

  it('is not drawn of what is hidden, not there, or not a page of its own', async () => {
    const title = '[hidden while the site team looks at it]';
    expect(await of('/ideas/beds/preview.png', { idea: { ...IDEA, title } })).toBeNull();
    expect(await of('/ideas/nothing/preview.png', { idea: null })).toBeNull();
    expect(await of('/people/amara/preview.png', { idea: IDEA })).toBeNull();
  });

  it('shows of an entry what was shared, by whom and under what, and nothing of one that was taken back', async () => {
    const commonsEntry = {
      __typename: 'CommonsEntry',
      id: 'entry_1',
      title: 'What carers told us',
      language: 'en',
      kind: 'USER_RESEARCH',
      status: 'PUBLISHED',
      licence: 'CC-BY-4.0',
      organisation: { __typename: 'Organisation', id: 'organisation_1', name: 'Harbour House' },
    };
    expect(read(await of('/commons/told/preview.png', { commonsEntry })).slice(1, 4)).toEqual([
      'Shared library · User research',
      'What carers told us',
      'Shared by Harbour House under CC-BY-4.0',
    ]);
    expect(
      await of('/commons/told/preview.png', { commonsEntry: { ...commonsEntry, status: 'WITHDRAWN' } }),
    ).toBeNull();
  });
});
