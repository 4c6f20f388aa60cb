import { describe, expect, it } from '@jest/globals';

import { concludeLicence } from './conclude-licence.js';
import { licenceInForce } from './licence-facts.js';
import { registerComponent, type ComponentAsk, type ComponentFile } from './register-component.js';

const nothingAdded: ComponentAsk = { name: null, summary: null, themes: [], organisationId: null };
const aFile = (said: Partial<ComponentFile> = {}): ComponentFile => ({
  name: 'Rota',
  summary: 'Shift rotas for volunteers',
  description: null,
  language: 'en',
  repositoryUrl: 'https://example.org/rota',
  ...said,
});
const facts = (file: ComponentFile | { refused: string }, more = {}) => ({
  file,
  registeredAs: null,
  organisationsHeld: [],
  ...more,
});

describe('registering a component', () => {
  it('asks nothing that the file says', () => {
    expect(registerComponent(nothingAdded, facts(aFile()))).toMatchObject({
      ok: true,
      value: { slug: 'rota', content: { name: 'Rota', summary: 'Shift rotas for volunteers', themes: [] } },
    });
  });

  it('takes a person’s words where the file has none, and before the file’s', () => {
    const ask = { ...nothingAdded, name: 'Rota 2', summary: 'Rotas', themes: ['VOLUNTEERING', 'VOLUNTEERING'] };
    expect(registerComponent(ask, facts(aFile({ name: null, summary: null })))).toMatchObject({
      ok: true,
      value: { content: { name: 'Rota 2', summary: 'Rotas', themes: ['VOLUNTEERING'] } },
    });
  });

  it('cuts a sentence of the file that is too long, because its author is not here', () => {
    const decision = registerComponent(nothingAdded, facts(aFile({ summary: 'x'.repeat(400) })));
    expect(decision.ok && [...decision.value.content.summary].length).toBe(300);
  });

  it('says everything that is missing at once', () => {
    const ask = { ...nothingAdded, summary: 'x'.repeat(301), themes: ['WEATHER'], organisationId: 'theirs' };
    const decision = registerComponent(ask, facts(aFile({ name: null }), { registeredAs: 'rota' }));
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'TEXT_MISSING',
      'TEXT_TOO_LONG',
      'THEME_UNKNOWN',
      'COMPONENT_ALREADY_REGISTERED',
      'NOT_YOUR_ORGANISATION',
    ]);
  });

  it('refuses a file that could not be read, and says why', () => {
    expect(registerComponent(nothingAdded, facts({ refused: 'The file is too long.' }))).toMatchObject({
      ok: false,
      reasons: [{ code: 'FILE_NOT_READ', why: 'The file is too long.' }],
    });
  });
});

describe('the licence of a component', () => {
  const same = (one: string, other: string) => one === other;

  it.each([
    ['MIT', 'MIT', null, 'MIT', 'DECLARED_AND_FOUND'],
    ['MIT', null, null, 'MIT', 'DECLARED_ONLY'],
    [null, 'MIT', null, 'MIT', 'FOUND_ONLY'],
    ['Apache-2.0', 'MIT', null, null, 'DISPUTED'],
    [null, null, null, null, 'UNKNOWN'],
    ['Apache-2.0', 'MIT', { licence: 'MIT', why: 'Asked the maintainer.' }, 'MIT', 'CONCLUDED'],
  ])('declared %s, found %s, concluded %j: %s, %s', (declared, found, concluded, licence, basis) => {
    expect(licenceInForce({ declared, found, concluded }, same)).toEqual({ licence, basis });
  });

  it('is concluded by those who may, in words that are understood, with a reason', () => {
    const all = concludeLicence({ licence: 'MITT', why: '' }, { mayConclude: false, problem: 'MITT is no licence.' });
    expect(all.ok ? [] : all.reasons.map(({ code }) => code)).toEqual([
      'MAY_NOT_CONCLUDE',
      'TEXT_MISSING',
      'LICENCE_NOT_UNDERSTOOD',
    ]);
    expect(concludeLicence({ licence: ' MIT ', why: 'Asked.' }, { mayConclude: true, problem: null })).toEqual({
      ok: true,
      value: { licence: 'MIT', why: 'Asked.' },
    });
  });
});
