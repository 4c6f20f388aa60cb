import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { aPng } from '../../../test/support/files.js';
import { anOrganisation, aPerson, type TestOrganisation } from '../../../test/support/people.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { newId } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
});
afterAll(async () => {
  await api.close();
});

async function aVenture(): Promise<{ ventureId: string; slug: string; lead: TestOrganisation }> {
  const lead = await anOrganisation(api);
  const id = newId();
  await api.dataSource.query(
    `insert into ventures (id, slug, title, status, created_at, started_at) values ($1, $2, 'Warm halls', 'ACTIVE', app_now(), app_now())`,
    [id, `venture-${id}`],
  );
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'LEAD', app_now())`,
    [id, lead.id],
  );
  return { ventureId: `venture_${id}`, slug: `venture-${id}`, lead };
}

async function aPicture(by: SignedInViewer): Promise<string> {
  const content = aPng();
  const { data } = await api
    .as(by)
    .graphql<{ requestUpload: { uploadId: string; address: string } }>(
      `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ... on RequestUploadPayload { uploadId address } } }`,
      {
        input: {
          kind: 'PICTURE',
          name: 'tea.png',
          bytes: String(content.length),
          peopleShown: 'NOBODY',
          description: 'Tea on a table',
        },
      },
    );
  const put = await api.app.inject({ method: 'PUT', url: data.requestUpload.address, payload: content });
  expect(put.statusCode).toBe(200);
  return data.requestUpload.uploadId;
}

async function post(by: SignedInViewer, input: Record<string, unknown>): Promise<string[]> {
  const { data, errors } = await api
    .as(by)
    .graphql<{ postUpdate: { requirements?: { code: string; path: string[] | null }[] } }>(
      `mutation ($input: PostUpdateInput!) { postUpdate(input: $input) { ... on Refusal { requirements { code path } } } }`,
      { input },
    );
  expect(errors).toEqual([]);
  return (data.postUpdate.requirements ?? []).map(({ code }) => code);
}

const PAGE = `query ($slug: String!) { venture(slug: $slug) { myDrafts { id pictures { description } }
  updates(first: 5) { nodes { id title pictures { description address } } } } }`;

interface News {
  readonly venture: {
    readonly myDrafts: readonly { readonly id: string; readonly pictures: readonly unknown[] }[];
    readonly updates: {
      readonly nodes: readonly { readonly id: string; readonly pictures: readonly { readonly address: string }[] }[];
    };
  };
}

async function news(slug: string, viewer: Parameters<TestApi['as']>[0] = nobody): Promise<News['venture']> {
  const { data, errors } = await api.as(viewer).graphql<News>(PAGE, { slug });
  expect(errors).toEqual([]);
  return data.venture;
}

it('keeps a draft’s picture to its author, and shows it with the update from then on in page and feed', async () => {
  const { ventureId, slug, lead } = await aVenture();
  const picture = await aPicture(lead.admin);
  const words = { ventureId, title: 'Open on <Sundays>', body: 'We are **open**.<script>alert(1)</script>' };
  expect(await post(lead.admin, { ...words, pictureIds: [picture], publish: false })).toEqual([]);
  const file = `/files/${picture.replace('upload_', '')}/tea.png`;
  expect((await api.app.inject({ url: file })).statusCode).toBe(404);
  const [draft] = (await news(slug, lead.admin)).myDrafts;
  expect(draft?.pictures).toEqual([{ description: 'Tea on a table' }]);

  expect(await post(lead.admin, { ...words, updateId: draft!.id, pictureIds: [picture] })).toEqual([]);
  const [published] = (await news(slug)).updates.nodes;
  expect(published?.pictures).toEqual([{ description: 'Tea on a table', address: file }]);
  expect((await api.app.inject({ url: file })).statusCode).toBe(200);

  const atom = await api.app.inject({ url: `/ventures/${slug}/feed.atom` });
  expect(atom.headers['content-type']).toContain('application/atom+xml');
  expect(atom.body).toContain(`/ventures/${slug}/updates/${published!.id}`);
  expect(atom.body).not.toContain('<script>');
  const json = (await api.app.inject({ url: `/ventures/${slug}/feed.json` })).json<{
    version: string;
    items: { title: string; url: string; content_html: string }[];
  }>();
  expect(json.version).toContain('jsonfeed.org/version/1');
  expect(json.items[0]).toMatchObject({ title: 'Open on <Sundays>' });
  expect(json.items[0]?.content_html).toMatch(/<img src="http[^"]+\/files\/[^"]+" alt="Tea on a table"\/>/);
  expect(json.items[0]?.content_html).not.toContain('<script>');
});

it('shows nobody’s picture but one’s own, and each under one update', async () => {
  const { ventureId, slug, lead } = await aVenture();
  const theirs = await aPicture(await aPerson(api));
  const words = { ventureId, title: 'News', body: 'Some' };
  expect(await post(lead.admin, { ...words, pictureIds: [theirs] })).toEqual(['UPLOAD_NOT_READY']);
  expect((await news(slug)).updates.nodes).toEqual([]);
  const mine = await aPicture(lead.admin);
  expect(await post(lead.admin, { ...words, pictureIds: [mine] })).toEqual([]);
  expect(await post(lead.admin, { ...words, pictureIds: [mine] })).toEqual(['UPLOAD_NOT_READY']);
  expect((await news(slug)).updates.nodes).toHaveLength(1);
});
