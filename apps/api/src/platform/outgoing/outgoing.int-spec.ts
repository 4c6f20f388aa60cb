import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { anInternet, PUBLIC, type TestInternet, text } from '../../../test/support/internet.js';
import { Outgoing } from './outgoing.js';
import { isPublicAddress } from './public-address.js';

let internet: TestInternet;
beforeAll(async () => {
  internet = await anInternet();
});
afterAll(() => internet.close());
beforeEach(() => {
  internet.asked.length = 0;
  internet.dialled.length = 0;
  internet.at.clear();
  internet.names.clear();
});

const redirect = (to: string) => (_: unknown, response: import('node:http').ServerResponse) =>
  response.writeHead(302, { location: to }).end();
const refused = (reason: string) => ({ ok: false, reason });

describe('a public file', () => {
  it('is fetched, also after a redirect, without anybody’s credentials', async () => {
    internet.at.set('repo.example/a.yml', redirect('https://other.example/b.yml'));
    let headers: NodeJS.Dict<string | string[]> = {};
    internet.at.set('other.example/b.yml', (request, response) => {
      headers = request.headers;
      text('name: A')(request, response);
    });
    const fetched = await internet.outgoing().fetch('https://repo.example/a.yml');
    expect(fetched).toMatchObject({ ok: true, url: 'https://other.example/b.yml' });
    expect(fetched.ok && new TextDecoder().decode(fetched.bytes)).toBe('name: A');
    expect(internet.dialled).toEqual([PUBLIC, PUBLIC]);
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('that is not there is said not to be there', async () => {
    expect(await internet.outgoing().fetch('https://repo.example/none.yml')).toEqual(refused('NOT_THERE'));
  });
});

describe('nothing inside is reached', () => {
  it.each([
    ['http://repo.example/a.yml', 'ADDRESS_NOT_HTTPS'],
    ['file:///etc/passwd', 'ADDRESS_NOT_HTTPS'],
    ['git+ssh://repo.example/a', 'ADDRESS_NOT_HTTPS'],
    ['not an address', 'ADDRESS_NOT_HTTPS'],
    [`https://repo.example/${'x'.repeat(3_000)}`, 'ADDRESS_NOT_HTTPS'],
    ['https://someone:secret@repo.example/a.yml', 'ADDRESS_HAS_CREDENTIALS'],
    ['https://repo.example:8443/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://127.0.0.1/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://2130706433/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://0x7f.1/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://169.254.169.254/latest/meta-data', 'ADDRESS_NOT_PUBLIC'],
    ['https://[::1]/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://[::ffff:10.0.0.1]/a.yml', 'ADDRESS_NOT_PUBLIC'],
    ['https://[fd00::1]/a.yml', 'ADDRESS_NOT_PUBLIC'],
  ])('by %s: %s', async (address, reason) => {
    expect(await internet.outgoing().fetch(address)).toEqual(refused(reason));
    expect(internet.dialled).toEqual([]);
  });

  it.each([
    'https://10.0.0.8/',
    'https://localhost/',
    'http://other.example/',
    'https://[fe80::1]/',
    'file:///etc/passwd',
  ])('by a redirect to %s', async (to) => {
    internet.names.set('localhost', [['127.0.0.1']]);
    internet.at.set('repo.example/a.yml', redirect(to));
    const fetched = await internet.outgoing().fetch('https://repo.example/a.yml');
    expect(fetched).toMatchObject({ ok: false, reason: expect.stringMatching(/^ADDRESS_NOT_/) });
    expect(internet.asked).toEqual(['repo.example/a.yml']);
    expect(internet.dialled).toEqual([PUBLIC]);
  });

  it('by a name that has a private address among public ones', async () => {
    internet.names.set('repo.example', [[PUBLIC, '192.168.1.1']]);
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('ADDRESS_NOT_PUBLIC'));
    expect(internet.dialled).toEqual([]);
  });

  it('by a name that answers differently the second time: what was checked is what is dialled', async () => {
    internet.names.set('repo.example', [[PUBLIC], ['127.0.0.1']]);
    internet.at.set('repo.example/a.yml', text('name: A'));
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toMatchObject({ ok: true });
    expect(internet.dialled).toEqual([PUBLIC]);
    // Asked anew for the next address, it is checked anew.
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('ADDRESS_NOT_PUBLIC'));
    expect(internet.dialled).toEqual([PUBLIC]);
  });

  it('dials what was checked and nothing else, without a test’s help', async () => {
    // The name’s own lookup would find this machine; only what was checked may be dialled, and it does not answer.
    const outgoing = new Outgoing({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    expect(await outgoing.fetch('https://localhost/a.yml')).toEqual(refused('ADDRESS_NOT_PUBLIC'));
  });
});

describe('what answers badly is given up', () => {
  it('when it redirects for ever', async () => {
    internet.at.set('repo.example/a.yml', redirect('https://repo.example/a.yml'));
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('TOO_MANY_REDIRECTS'));
    expect(internet.asked).toHaveLength(4);
  });

  it('when it answers slowly, byte by byte, or not at all', async () => {
    const outgoing = internet.outgoing({ milliseconds: 300 });
    internet.at.set('repo.example/never.yml', () => undefined);
    internet.at.set('repo.example/slow.yml', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drip = setInterval(() => response.write('#'), 50);
      response.on('close', () => clearInterval(drip));
    });
    expect(await outgoing.fetch('https://repo.example/never.yml')).toEqual(refused('TOO_SLOW'));
    expect(await outgoing.fetch('https://repo.example/slow.yml')).toEqual(refused('TOO_SLOW'));
  });

  it('when its name is looked up for ever, or is none', async () => {
    const silent = internet.outgoing({ milliseconds: 200, resolve: () => new Promise(() => undefined) });
    expect(await silent.fetch('https://repo.example/a.yml')).toEqual(refused('TOO_SLOW'));
    internet.names.set('repo.example', [[]]);
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('NAME_NOT_FOUND'));
  });

  it('when it answers endlessly, said or unsaid', async () => {
    internet.at.set('repo.example/endless.yml', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (!response.destroyed && response.write('#'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    internet.at.set('repo.example/large.yml', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 50_000_000 }).write('#'),
    );
    expect(await internet.outgoing().fetch('https://repo.example/endless.yml')).toEqual(refused('TOO_LARGE'));
    expect(await internet.outgoing().fetch('https://repo.example/large.yml')).toEqual(refused('TOO_LARGE'));
  });

  it('when it answers packed, where a small answer can be of any size', async () => {
    internet.at.set('repo.example/a.yml', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end('x'),
    );
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('NO_ANSWER'));
  });

  it('when it answers with a page, said or unsaid', async () => {
    internet.at.set('repo.example/a.yml', text('<p>Sign in first</p>', 'text/html'));
    internet.at.set('repo.example/b.yml', text('\n<!DOCTYPE html><title>Sign in</title>'));
    expect(await internet.outgoing().fetch('https://repo.example/a.yml')).toEqual(refused('A_PAGE'));
    expect(await internet.outgoing().fetch('https://repo.example/b.yml')).toEqual(refused('A_PAGE'));
  });

  it('when its certificate is another name’s, or nobody’s', async () => {
    expect(await internet.outgoing().fetch('https://elsewhere.example/a.yml')).toEqual(refused('CERTIFICATE_WRONG'));
    const distrusting = internet.outgoing({ ca: '' });
    expect(await distrusting.fetch('https://repo.example/a.yml')).toEqual(refused('CERTIFICATE_WRONG'));
    expect(internet.asked).toEqual([]);
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450:4009::1'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.0.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:a00:1::',
    '3fff::1',
    'not an address',
    '',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
