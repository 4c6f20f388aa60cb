import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { termAllows } from './compatible.js';
import { makeTerm } from './expression.js';
import { canonicalExpression, explain, importMatrix, judge, licencesSatisfyingAll, TABLE_IDS } from './index.js';

const OSADL = resolve(import.meta.dirname, '../../../../shared/standards/osadl/osadl-matrix.2024-05-25.json');

function matrixOf(json: unknown) {
  const read = importMatrix(json);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

describe('an imported matrix', () => {
  const matrix = matrixOf({
    timestamp: '2024-05-25',
    'OSL-3.0': { 'MS-PL': 'Unknown', 'QPL-1.0': 'No', 'AFL-3.0': 'Yes', X11: 'Check dependency' },
    MIT: { 'AGPL-3.0-only': 'Yes' },
  });

  it.each([
    ['AFL-3.0', 'SATISFIES', 'MATRIX_YES'],
    ['QPL-1.0', 'DOES_NOT', 'MATRIX_NO'],
    ['MS-PL', 'ASK_A_PERSON', 'MATRIX_UNKNOWN'],
    ['X11', 'ASK_A_PERSON', 'MATRIX_CHECK_DEPENDENCY'],
    ['Zlib', 'ASK_A_PERSON', 'PAIR_NOT_IN_TABLE'],
  ])('decides what our own table does not: %s', (component, verdict, rule) => {
    const question = { expression: 'OSL-3.0', condition: 'OSL-3.0', kind: 'software', incoming: [component] } as const;
    expect(judge({ ...question, matrix })).toMatchObject({ value: { verdict, rule } });
  });

  it('never overrules our own table', () => {
    expect(termAllows(makeTerm('MIT'), makeTerm('AGPL-3.0-only'), matrix).verdict).toBe('DOES_NOT');
  });

  it('is refused when it holds a word that is none of the five', () => {
    for (const json of [null, [], {}, { MIT: 'yes', GPL: { MIT: 'Maybe' } }, { MIT: { GPL: 1 } }, { MIT: ['Yes'] }]) {
      expect(importMatrix(json).ok).toBe(false);
    }
  });

  const onItsOwnFile = existsSync(OSADL) ? it : it.skip;
  onItsOwnFile(
    'of OSADL is never contradicted by our own table (skipped where its file is not beside this checkout)',
    () => {
      const osadl = matrixOf(JSON.parse(readFileSync(OSADL, 'utf8')));
      expect(osadl.ids).toHaveLength(110);
      const contradictions = TABLE_IDS.flatMap((outgoing) =>
        TABLE_IDS.filter((incoming) => {
          const ours = termAllows(makeTerm(outgoing), makeTerm(incoming)).verdict;
          const theirs = osadl.look(outgoing, incoming)?.verdict;
          return theirs !== undefined && [ours, theirs].toSorted().join() === 'DOES_NOT,SATISFIES';
        }).map((incoming) => `${outgoing} from ${incoming}`),
      );
      expect(contradictions).toEqual([]);
    },
  );
});

describe('the conditions of several funders', () => {
  it('have the licences in common that satisfy each', () => {
    const answer = licencesSatisfyingAll(['OPEN', 'PERMISSIVE', 'MIT OR Apache-2.0 OR GPL-3.0-only'], 'software');
    expect(answer).toEqual({ ok: true, value: { together: true, licences: ['Apache-2.0', 'MIT'] } });
  });

  it('name the two that collide', () => {
    expect(licencesSatisfyingAll(['OPEN', 'PERMISSIVE', 'GPL-3.0-only'], 'software')).toEqual({
      ok: true,
      value: { together: false, collide: [1, 2] },
    });
  });

  it('name all of a set that only collides together', () => {
    const three = ['MIT OR ISC', 'ISC OR Zlib', 'MIT OR Zlib', 'OPEN'];
    expect(licencesSatisfyingAll(three, 'software')).toEqual({
      ok: true,
      value: { together: false, collide: [0, 1, 2] },
    });
  });

  it('name the one that nothing can meet', () => {
    expect(licencesSatisfyingAll(['OPEN', 'CC-BY-NC-4.0', 'OPEN OR LicenseRef-ours'], 'content')).toMatchObject({
      value: { collide: [0, 1] },
    });
    expect(licencesSatisfyingAll(['OPEN', 'LicenseRef-ours'], 'content')).toMatchObject({ value: { collide: [1] } });
  });

  it('can agree on several licences at once', () => {
    const both = 'MIT AND CC-BY-4.0';
    expect(licencesSatisfyingAll([both, `${both} OR Zlib`], 'software')).toMatchObject({
      value: { licences: ['CC-BY-4.0 AND MIT'] },
    });
  });

  it('differ by kind of output', () => {
    expect(licencesSatisfyingAll(['OPEN', 'CC0-1.0'], 'content')).toMatchObject({ value: { licences: ['CC0-1.0'] } });
    expect(licencesSatisfyingAll(['OPEN', 'CC0-1.0'], 'software')).toMatchObject({ value: { collide: [0, 1] } });
  });
});

describe('a licence in plain words', () => {
  it('says what you may do and what you must do', () => {
    const answer = explain('AGPL-3.0-or-later');
    expect(answer).toMatchObject({ value: { summary: 'This licence applies.' } });
    if (!answer.ok) return;
    const [agpl] = answer.value.licences;
    expect(agpl?.may.map((one) => one.words)).toContain('change it');
    expect(agpl?.must.map((one) => one.code)).toContain('SHARE_TO_NETWORK_USERS');
    expect(agpl?.open).toEqual({ software: 'SATISFIES', data: 'ASK_A_PERSON', content: 'ASK_A_PERSON' });
  });

  it('does not say that a restricted work may be sold or changed', () => {
    const answer = explain('CC-BY-NC-ND-4.0');
    const may = [{ code: 'USE_WITHOUT_PROFIT' }, { code: 'SHARE_UNCHANGED' }];
    expect(answer).toMatchObject({ value: { licences: [{ may }] } });
  });

  it('says nothing about a licence nobody read', () => {
    expect(explain('Xnet')).toMatchObject({ value: { licences: [{ read: false, may: [], must: [] }] } });
    expect(explain('LicenseRef-x')).toMatchObject({ value: { licences: [{ read: false, name: 'LicenseRef-x' }] } });
  });

  it('keeps choices apart from parts', () => {
    expect(explain('MIT OR (Apache-2.0 AND CC-BY-4.0)')).toMatchObject({
      value: { alternatives: [[0, 1], [2]], expression: '(Apache-2.0 AND CC-BY-4.0) OR MIT' },
    });
  });

  it('has one way of writing one expression', () => {
    expect(canonicalExpression('(mit) or ((Apache-2.0))')).toEqual(canonicalExpression('Apache-2.0 OR MIT'));
  });
});
