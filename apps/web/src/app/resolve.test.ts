import { describe, expect, it } from '@jest/globals';
import { createClient } from '../lib/apollo.js';
import { executeLink, type Execute } from '../lib/execute-link.js';
import { i18nFor } from '../lib/words.js';
import { resolve } from './resolve.js';

const ADA = { __typename: 'Person', id: 'person_1', handle: 'ada', name: 'Ada', steward: false };
const SIGNED_IN = { viewer: { __typename: 'Viewer', person: ADA, organisations: [] } };

/** A reader of the site whose operations are answered by name; the shell is asked by every page. */
function reader(answers: Readonly<Record<string, Awaited<ReturnType<Execute>>>>) {
  const asked: string[] = [];
  const execute: Execute = async ({ name }) => {
    asked.push(name);
    return answers[name] ?? { data: { viewer: null } };
  };
  const client = createClient({ link: executeLink(execute), onServer: true });
  const at = (address: string) => resolve(new URL(address, 'https://site.example'), { client, i18n: i18nFor('en') });
  return { at, asked };
}

const failing = (code: string) => ({ data: null, errors: [{ message: 'No.', extensions: { code } }] }) as never;

describe('what stands at an address', () => {
  it('is nothing where no page answers', async () => {
    expect(await reader({}).at('/no/such/place')).toMatchObject({ kind: 'failure', failure: { code: 'NOT_FOUND' } });
  });

  it('is nothing when what was asked for is not there or not to be seen', async () => {
    const { at } = reader({ Idea: failing('NOT_FOUND') });
    expect(await at('/ideas/hidden')).toMatchObject({ kind: 'failure', failure: { code: 'NOT_FOUND' } });
  });

  it('is sign-in and back again for a page that needs a person', async () => {
    const { at, asked } = reader({});
    expect(await at('/settings?part=tokens')).toMatchObject({
      kind: 'redirect',
      to: '/sign-in?to=%2Fsettings%3Fpart%3Dtokens',
    });
    // Nobody’s private data is asked for on behalf of nobody.
    expect(asked).toEqual(['Shell']);
  });

  it('is the page for somebody who is signed in', async () => {
    const { at } = reader({ Shell: { data: SIGNED_IN } });
    expect(await at('/accessibility')).toMatchObject({ kind: 'page', address: '/accessibility' });
  });

  it('is readable although it is not known who reads', async () => {
    expect(await reader({ Shell: failing('INTERNAL') }).at('/accessibility')).toMatchObject({ kind: 'page' });
  });

  it('says that it went wrong when it did, with what to quote', async () => {
    const errors = [{ message: 'x', extensions: { code: 'INTERNAL', requestId: 'req-1' } }];
    const { at } = reader({ Home: { data: null, errors } });
    expect(await at('/')).toMatchObject({ kind: 'failure', failure: { code: 'INTERNAL', requestId: 'req-1' } });
  });
});
