import { describe, expect, it } from '@jest/globals';

import { verdictOnReuse } from './licence-verdict.js';

const declared = (licence: string | null) => ({ declared: licence, found: null, concluded: null });
const software = (condition: string) => ({ kind: 'SOFTWARE', title: 'The app', condition });

describe('what the licence of a component comes to for an idea', () => {
  it.each([
    ['MIT', 'AGPL-3.0-or-later', 'SATISFIES'],
    ['AGPL-3.0-or-later', 'MIT', 'DOES_NOT'],
    ['GPL-2.0-only', 'Apache-2.0', 'DOES_NOT'],
    ['Apache-2.0', 'GPL-3.0-or-later', 'SATISFIES'],
    ['EUPL-1.2', 'AGPL-3.0-or-later', 'SATISFIES'],
    ['AGPL-3.0-or-later', 'MIT OR AGPL-3.0-or-later', 'SATISFIES'],
    ['AGPL-3.0-or-later', 'OPEN', 'SATISFIES'],
  ])('built on %s, agreed on %s: %s', (licence, condition, verdict) => {
    expect(verdictOnReuse(declared(licence), [software(condition)]).verdict).toBe(verdict);
  });

  it('is judged by what every agreement asks at least, before there is one', () => {
    expect(verdictOnReuse(declared('MIT'), [])).toMatchObject({
      verdict: 'SATISFIES',
      condition: 'OPEN',
      output: null,
    });
    expect(verdictOnReuse(declared('LicenseRef-secret'), []).verdict).not.toBe('SATISFIES');
  });

  it('is as bad as the worst promise', () => {
    expect(
      verdictOnReuse(declared('AGPL-3.0-or-later'), [software('OPEN'), { ...software('MIT'), title: 'The library' }]),
    ).toMatchObject({
      verdict: 'DOES_NOT',
      output: 'The library',
    });
  });

  it('does not hold research to the licence of software', () => {
    const research = { kind: 'USER_RESEARCH', title: 'Interviews', condition: 'CC-BY-4.0' };
    expect(verdictOnReuse(declared('MIT'), [research]).verdict).toBe('SATISFIES');
  });

  it('is a question for a person when nobody knows, or two facts disagree', () => {
    expect(verdictOnReuse(declared(null), [])).toMatchObject({ verdict: 'ASK_A_PERSON', rule: 'LICENCE_UNKNOWN' });
    expect(verdictOnReuse({ declared: 'MIT', found: 'Apache-2.0', concluded: null }, [])).toMatchObject({
      verdict: 'ASK_A_PERSON',
      rule: 'LICENCE_DISPUTED',
    });
    const concluded = { licence: 'MIT', why: 'The maintainers said so.' };
    expect(verdictOnReuse({ declared: 'MIT', found: 'Apache-2.0', concluded }, []).verdict).toBe('SATISFIES');
  });
});
