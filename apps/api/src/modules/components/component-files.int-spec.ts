import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validatePubliccode } from '@openimpact/publiccode';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { anInternet, type TestInternet, text } from '../../../test/support/internet.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { RefreshComponents } from './application/refresh-components.js';

let internet: TestInternet;
let api: TestApi;
let developer: SignedInViewer;
beforeAll(async () => {
  internet = await anInternet(['example.org', 'git.example']);
  api = await anApi({}, {}, internet.outgoing());
  developer = await aPerson(api);
});
afterAll(async () => {
  await api.close();
  await internet.close();
});

const PREVIEW = `mutation ($input: PreviewComponentInput!) { previewComponent(input: $input) {
  ... on PreviewComponentPayload { publiccode fetchedFrom differences { field here file editedHere }
    preview { name valid licenceDeclared licenceFound problems { line code } fittingIdeas { words } } }
  ... on Refusal { requirements { code message path } } } }`;
const REGISTER = `mutation ($input: RegisterComponentInput!) { registerComponent(input: $input) {
  ... on RegisterComponentPayload { component { id slug name functions licenceUse metadataUrl seenAt } }
  ... on Refusal { requirements { code path } } } }`;
const REIMPORT = `mutation ($input: ReimportComponentInput!) { reimportComponent(input: $input) {
  ... on ReimportComponentPayload { component { name summary maturity softwareVersion metadata { valid } } }
  ... on Refusal { requirements { code } } } }`;

async function preview(input: object, as = developer) {
  const { data, errors } = await api.as(as).graphql<{ previewComponent: Record<string, never> }>(PREVIEW, { input });
  expect(errors).toEqual([]);
  return data.previewComponent;
}
async function register(input: object) {
  const { data, errors } = await api
    .as(developer)
    .graphql<{ registerComponent: { component: { id: string; slug: string } } }>(REGISTER, { input });
  expect(errors).toEqual([]);
  return data.registerComponent.component;
}
async function reimport(input: object, as = developer) {
  const { data, errors } = await api.as(as).graphql<{ reimportComponent: object }>(REIMPORT, { input });
  expect(errors).toEqual([]);
  return data.reimportComponent;
}
const MIT =
  'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.';

describe('a repository address', () => {
  it('is enough: its file and its licence are found, and both facts are shown apart', async () => {
    internet.at.set('example.org/lantern/-/raw/HEAD/publiccode.yml', text(publiccodeText('Lantern')));
    internet.at.set('example.org/lantern/-/raw/HEAD/LICENSE', text(`ISC License\n\nCopyright 2024 Somebody\n\n${MIT}`));
    expect(await preview({ repositoryUrl: 'https://example.org/lantern.git' })).toMatchObject({
      fetchedFrom: 'https://example.org/lantern/-/raw/HEAD/publiccode.yml',
      publiccode: publiccodeText('Lantern'),
      preview: { name: 'Lantern', valid: true, licenceDeclared: 'MIT', licenceFound: 'ISC' },
    });
  });

  it.each([
    ['http://example.org/lantern', 'ADDRESS_NOT_HTTPS'],
    ['https://10.0.0.1/lantern', 'ADDRESS_NOT_PUBLIC'],
    ['https://git.example/nothing', 'NOT_THERE'],
    ['https://unknown.example/x', 'CERTIFICATE_WRONG'],
  ])('that leads nowhere is told beside the field: %s, %s', async (repositoryUrl, code) => {
    expect(await preview({ repositoryUrl })).toMatchObject({
      requirements: [{ code, path: ['input', 'repositoryUrl'] }],
    });
  });

  it('is one of three ways, and one at a time', async () => {
    expect(await preview({})).toMatchObject({ requirements: [{ code: 'ONE_WAY_ONLY' }] });
    expect(await preview({ publiccode: 'name: x', repositoryUrl: 'https://example.org/x' })).toMatchObject({
      requirements: [{ code: 'ONE_WAY_ONLY' }],
    });
  });
});

describe('software without a file', () => {
  it('is described by hand, and its file is there to download, with what is missing', async () => {
    const answer = (await preview({
      byHand: {
        name: 'Kettle',
        summary: 'Plans tea rounds',
        licence: 'EUPL-1.2',
        repositoryUrl: 'https://example.org/kettle',
      },
    })) as unknown as { publiccode: string };
    expect(answer).toMatchObject({ preview: { name: 'Kettle', valid: false, licenceDeclared: 'EUPL-1.2' } });
    const { value, problems } = validatePubliccode(answer.publiccode);
    expect(value).toMatchObject({ name: 'Kettle', legal: { license: 'EUPL-1.2' } });
    expect(problems.map(({ path }) => path)).toContain('developmentStatus');
    expect(await register({ publiccode: answer.publiccode, functions: ['VOLUNTEERS'] })).toMatchObject({
      slug: 'kettle',
      functions: ['VOLUNTEERS'],
      licenceUse: 'SHARE_ITS_CHANGES',
    });
  });

  it('is a whole file when every question was answered', async () => {
    const answer = (await preview({
      byHand: {
        name: 'Teapot',
        summary: 'Plans tea rounds',
        description: 'It plans who makes tea for whom, and reminds them in time. '.repeat(4),
        features: ['Rounds'],
        licence: 'MIT',
        repositoryUrl: 'https://example.org/teapot',
        maturity: 'BETA',
        softwareType: 'standalone/web',
        platforms: ['web'],
        availableLanguages: ['en', 'cy'],
        maintainedBy: 'The Tea Trust',
      },
    })) as unknown as { publiccode: string };
    expect(validatePubliccode(answer.publiccode)).toMatchObject({ valid: true, problems: [] });
  });
});

describe('a newer file', () => {
  it('shows what it would change, and takes what a person chose and nothing else', async () => {
    const { id } = await register({ publiccode: publiccodeText('Ferry'), summary: 'Our own words' });
    const publiccode = publiccodeText('Ferry', { summary: 'Sails on time', more: 'softwareVersion: "2.0"\n' });
    expect(await preview({ publiccode, componentId: id })).toMatchObject({
      differences: [
        { field: 'SUMMARY', here: ['Our own words'], file: ['Sails on time'], editedHere: true },
        { field: 'DESCRIPTION', editedHere: false },
        { field: 'SOFTWARE_VERSION', here: [], file: ['2.0'], editedHere: false },
      ],
    });
    expect(await reimport({ componentId: id, publiccode, take: ['SOFTWARE_VERSION'] })).toMatchObject({
      component: { summary: 'Our own words', softwareVersion: '2.0' },
    });
    const sources = await api.dataSource.query(
      `select number, raw from component_sources s join components c on c.id = s.component_id where c.slug = 'ferry' order by number`,
    );
    expect(sources).toMatchObject([
      { number: 1, raw: publiccodeText('Ferry') },
      { number: 2, raw: publiccode },
    ]);
  });

  it('of another repository, or from a stranger, changes nothing', async () => {
    const { id } = await register({ publiccode: publiccodeText('Barge') });
    const before = await api.dataSource.query(`select * from components where slug = 'barge'`);
    expect(await reimport({ componentId: id, publiccode: publiccodeText('Other boat'), take: ['NAME'] })).toMatchObject(
      { requirements: [{ code: 'ANOTHER_REPOSITORY' }] },
    );
    const stranger = await aPerson(api);
    const newer = publiccodeText('Barge', { summary: 'Ours now' });
    expect(await reimport({ componentId: id, publiccode: newer, take: ['SUMMARY'] }, stranger)).toMatchObject({
      requirements: [{ code: 'MAY_NOT_CHANGE' }],
    });
    expect(await api.dataSource.query(`select * from components where slug = 'barge'`)).toEqual(before);
  });
});

describe('what a component does', () => {
  it('is changed without a file by whoever may change it, and by nobody else', async () => {
    const { id } = await register({ publiccode: publiccodeText('Skiff'), functions: ['MAPS'] });
    const row = async () =>
      (
        await api.dataSource.query(`select functions, summary, updated_at,
        (select count(*)::int from component_sources s where s.component_id = c.id) as files from components c where slug = 'skiff'`)
      )[0];
    const before = await row();
    const change = (functions: string[] | null, as = developer, more = {}) =>
      reimport({ componentId: id, take: [], functions, ...more }, as);
    expect(await change(['TRAINING'], await aPerson(api))).toMatchObject({
      requirements: [{ code: 'MAY_NOT_CHANGE' }],
    });
    expect(await change(null)).toMatchObject({ requirements: [{ code: 'FILE_NOT_READ' }] });
    expect(await change(['MAPS'], developer, { take: ['SUMMARY'] })).toMatchObject({
      requirements: [{ code: 'FILE_NOT_READ' }],
    });
    expect(await change(['MAPS', 'TRAINING', 'REMINDERS', 'DONATIONS', 'SURVEYS', 'OUTCOMES'])).toMatchObject({
      requirements: [{ code: 'TOO_MANY_FUNCTIONS' }],
    });
    expect(await row()).toEqual(before);

    expect(await change(['TRAINING', 'TRAINING'])).toHaveProperty('component');
    expect(await row()).toMatchObject({ functions: ['TRAINING'], summary: before.summary, files: 1 });
    expect(await change([])).toHaveProperty('component');
    expect(await row()).toMatchObject({ functions: [] });
  });
});

describe('a look at the file again', () => {
  const at = 'example.org/raft/-/raw/HEAD/publiccode.yml';
  const raft = async () => {
    const [row] = await api.dataSource
      .query(`select summary, software_version, seen_at, unreachable_since, unreachable_because,
      (select count(*)::int from component_sources s where s.component_id = c.id) as files from components c where slug = 'raft'`);
    return row;
  };

  it('takes what changed, leaves what was edited here, and notes when nothing answers', async () => {
    internet.at.set(at, text(publiccodeText('Raft')));
    await register({ publiccode: publiccodeText('Raft'), summary: 'Our own words', fetchedFrom: `https://${at}` });
    const refresh = () => api.app.get(RefreshComponents).execute();
    const week = 7 * 24 * 60 + 1;

    internet.at.set(at, text(publiccodeText('Raft', { summary: 'Floats', more: 'softwareVersion: "3.1"\n' })));
    await refresh();
    expect(await raft()).toMatchObject({ software_version: null, files: 1 });
    await api.moveClock(week);
    await refresh();
    const seen = await raft();
    expect(seen).toMatchObject({
      summary: 'Our own words',
      software_version: '3.1',
      files: 2,
      unreachable_since: null,
    });

    internet.at.delete(at);
    await api.moveClock(week);
    await refresh();
    const gone = await raft();
    expect(gone).toMatchObject({ unreachable_because: 'NOT_THERE', seen_at: seen.seen_at, software_version: '3.1' });
    await api.moveClock(week);
    await refresh();
    expect((await raft()).unreachable_since).toEqual(gone.unreachable_since);

    const shown = await api
      .as(nobody)
      .graphql<{ component: object }>(`{ component(slug: "raft") { name unreachableSince seenAt } }`);
    expect(shown.data.component).toMatchObject({
      name: 'Raft',
      unreachableSince: gone.unreachable_since.toISOString(),
    });
    internet.at.set(at, text(publiccodeText('Raft', { summary: 'Floats', more: 'softwareVersion: "3.1"\n' })));
    await api.moveClock(week);
    await refresh();
    expect(await raft()).toMatchObject({ unreachable_since: null, unreachable_because: null, files: 2 });
  });
});

describe('matching from the side of what exists', () => {
  it('tells which needs something fits, before it is registered and after, and why', async () => {
    const author = await aPerson(api);
    await api.dataSource.query(
      `insert into ideas (id, slug, title, need, outcome, people_served, themes, stage, author_id, created_at, updated_at)
       values (gen_random_uuid(), 'ferry-rota', 'Lighthouse crews swap their watches', 'Crews of a lighthouse ring round to swap watches.',
         'No watch is empty', 'Lighthouse crews', '{VOLUNTEERING}', 'LOGGED', $1, app_now(), app_now())`,
      [author.person.id],
    );
    const publiccode = publiccodeText('Watchkeeper', { summary: 'Crews of a lighthouse swap watches' });
    const shown = await preview({ publiccode });
    expect(shown).toMatchObject({ preview: { fittingIdeas: [{ words: ['crews', 'lighthouse', 'swap', 'watches'] }] } });
    const { slug } = await register({ publiccode, themes: ['VOLUNTEERING'] });
    const read = await api
      .as(nobody)
      .graphql<{ component: object }>(
        `query ($slug: String!) { component(slug: $slug) { fittingIdeas { words themes idea { slug } } } }`,
        { slug },
      );
    expect(read.errors).toEqual([]);
    expect(read.data.component).toMatchObject({
      fittingIdeas: [
        { idea: { slug: 'ferry-rota' }, themes: ['VOLUNTEERING'], words: ['crews', 'lighthouse', 'swap', 'watches'] },
      ],
    });
  });
});

describe('the file to cite it by', () => {
  it('names the software, its version and its licence, and nobody', async () => {
    await register({
      publiccode: publiccodeText('Anchor', { more: 'softwareVersion: "1.2"\nreleaseDate: 2026-01-31\n' }),
    });
    const answer = await api.app.inject({ url: '/components/anchor/CITATION.cff' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('title: "Anchor"');
    expect(answer.body).toContain('date-released: "2026-01-31"');
    expect(answer.body).toContain('license: "MIT"');
    expect(answer.body).not.toContain('Alma');
    expect((await api.app.inject({ url: '/components/nothing-here/CITATION.cff' })).statusCode).toBe(404);
  });
});

describe('the catalogue', () => {
  it('finds by what it does, its licence in plain words, who looks after it, its language and its last release', async () => {
    await register({
      publiccode: publiccodeText('Compass', {
        licence: 'AGPL-3.0-or-later',
        more: 'softwareVersion: "1.2"\nreleaseDate: 2026-05-01\norganisation: { uri: "https://example.org/buoy", name: The Buoy Trust }\n',
      }),
      functions: ['MAPS'],
    });
    const names = async (filter: object) => {
      const { data, errors } = await api
        .as(nobody)
        .graphql<{ components: { nodes: { name: string }[] } }>(
          `query ($filter: ComponentFilterInput) { components(first: 50, filter: $filter) { nodes { name } } }`,
          { filter },
        );
      expect(errors).toEqual([]);
      return data.components.nodes.map(({ name }) => name);
    };
    expect(await names({ functions: ['MAPS'] })).toEqual(['Compass']);
    expect(await names({ licenceUses: ['SHARE_THE_WHOLE'] })).toEqual(['Compass']);
    expect(await names({ maintainedBy: 'buoy tr' })).toEqual(['Compass']);
    expect(await names({ maintainedBy: '%' })).toEqual([]);
    expect(await names({ releasedSince: '2026-04-01' })).toEqual(['Compass']);
    expect(await names({ speaks: 'en', functions: ['MAPS'] })).toEqual(['Compass']);
    expect(await names({ speaks: 'cy', functions: ['MAPS'] })).toEqual([]);
  });
});

it('nobody without an account makes the server ask anybody anything', async () => {
  const before = internet.asked.length;
  const { errors } = await api.as(nobody).graphql(PREVIEW, { input: { repositoryUrl: 'https://example.org/lantern' } });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(internet.asked).toHaveLength(before);
});
