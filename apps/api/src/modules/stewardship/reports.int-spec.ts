import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { aFile } from '../../../test/support/files.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { tracesOf } from '../../../test/support/traces.js';
import { DecideReport } from './application/decide-report.js';

let api: TestApi;
let steward: SignedInViewer;
let guardian: SignedInViewer;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
  steward = await aPerson(api, { steward: true });
  guardian = await aPerson(api, { steward: true });
  await api.dataSource.query('update people set safeguarding = true where id = $1', [guardian.person.id]);
}, 60_000);
afterAll(async () => {
  await api.close();
});

async function said(idea: TestIdea, writer: SignedInViewer, body: string): Promise<string> {
  const added = await mutate(
    api,
    writer,
    'addComment',
    { subjectId: idea.globalId, body, perspective: 'PUBLIC' },
    'comment { id }',
  );
  return (added['comment'] as { id: string }).id;
}

async function bodies(idea: TestIdea): Promise<(string | null)[]> {
  const { data } = await api
    .as(nobody)
    .graphql<{ idea: { comments: { nodes: { body: string | null }[] } } }>(
      'query ($slug: String!) { idea(slug: $slug) { comments(first: 20) { nodes { body } } } }',
      { slug: idea.slug },
    );
  return data.idea.comments.nodes.map(({ body }) => body);
}

const report = (viewer: SignedInViewer, subjectId: string, reason: string, note = 'Look at this.') =>
  mutate(api, viewer, 'reportContent', { subjectId, reason, note }, 'reportId hidden');
const decide = (viewer: SignedInViewer, reportId: unknown, remove: boolean, note = 'It names a child.') =>
  mutate(api, viewer, 'decideReport', { reportId, remove, note }, 'removed');
const tellings = async (personId: string): Promise<string[]> => {
  const told: { kind: string }[] = await api.dataSource.query(
    'select a.kind from activities a join activity_addressees d on d.activity_id = a.id where d.person_id = $1 order by a.id',
    [personId],
  );
  return told.map(({ kind }) => kind);
};

describe('“someone may be at risk”', () => {
  it('hides at once, in every wording, and only those named for it learn of it', async () => {
    const idea = await anIdea(api);
    const writer = await aPerson(api);
    const comment = await said(idea, writer, 'Flummery tomorrow at the bridge.');
    const reported = await report(await aPerson(api), comment, 'SOMEONE_AT_RISK');
    expect(reported).toMatchObject({ __typename: 'ReportContentPayload', hidden: true });
    expect(await bodies(idea)).toEqual(['[hidden while the site team looks at it]']);
    expect(await tracesOf(api, 'flummery')).toEqual(['public.withheld_texts']);
    expect(await tellings(guardian.person.id)).toContain('report.risk_filed');
    expect(await tellings(steward.person.id)).toEqual([]);

    // For a steward who is not named for it, the report does not exist.
    await expect(
      api.app.get(DecideReport).execute(steward, {
        reportId: String(reported['reportId']).slice('report_'.length),
        remove: true,
        note: 'x',
      }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await bodies(idea)).toEqual(['[hidden while the site team looks at it]']);

    expect((await decide(guardian, reported['reportId'], false, '')).__typename).toBe('DecideReportPayload');
    expect(await bodies(idea)).toEqual(['Flummery tomorrow at the bridge.']);
    expect(await tracesOf(api, 'flummery')).not.toContain('public.withheld_texts');
  });

  it('hides an idea with every wording it had, and brings all of them back', async () => {
    const idea = await anIdea(api, { title: 'Rooms that are warm in winter', need: 'Marmalade street has none.' });
    const read = async () =>
      (
        await api
          .as(nobody)
          .graphql<{ idea: unknown }>(
            'query ($slug: String!) { idea(slug: $slug) { title need versions(first: 3) { nodes { need } } } }',
            { slug: idea.slug },
          )
      ).data.idea;
    const before = await read();
    const { reportId } = await report(await aPerson(api), idea.globalId, 'SOMEONE_AT_RISK');
    expect(JSON.stringify(await read())).not.toContain('Marmalade');
    await decide(guardian, reportId, false, '');
    expect(await read()).toEqual(before);
  });

  it('cannot be written over by whoever wrote it, until it is back; taken out by them it is still there to be looked at', async () => {
    const idea = await anIdea(api);
    const writer = await aPerson(api);
    const comment = await said(idea, writer, 'Rhubarb, behind the station, at nine.');
    const { reportId } = await report(await aPerson(api), comment, 'SOMEONE_AT_RISK');
    const edit = (body: string) => mutate(api, writer, 'editComment', { commentId: comment, body });
    expect(codesOf(await edit('Nothing happens at nine.'))).toEqual(['HIDDEN_WHILE_LOOKED_AT']);
    expect(await bodies(idea)).toEqual(['[hidden while the site team looks at it]']);
    expect(await tracesOf(api, 'rhubarb')).toEqual(['public.withheld_texts']);
    const revise = { ideaId: idea.globalId, need: 'Something else altogether.' };
    await report(await aPerson(api), idea.globalId, 'SOMEONE_AT_RISK');
    expect(codesOf(await mutate(api, idea.author, 'reviseIdea', revise))).toContain('HIDDEN_WHILE_LOOKED_AT');

    expect((await mutate(api, writer, 'removeComment', { commentId: comment })).__typename).toBe(
      'RemoveCommentPayload',
    );
    expect(await tracesOf(api, 'rhubarb')).toEqual(['public.withheld_texts']);
    await decide(guardian, reportId, false, '');
    expect(await bodies(idea)).toEqual([null]);

    const other = await said(idea, writer, 'See you at the fête.');
    const looked = await report(await aPerson(api), other, 'SOMEONE_AT_RISK');
    await decide(guardian, looked['reportId'], false, '');
    expect((await mutate(api, writer, 'editComment', { commentId: other, body: 'See you there.' })).__typename).toBe(
      'EditCommentPayload',
    );
  });

  it('hides an entry of the shared library in every version, with its files', async () => {
    const ours = await anOrganisation(api);
    const { uploadId } = await aFile(api, ours.admin, 'door.txt', 'The blancmange waits in room nine.');
    const given = {
      organisationId: ours.globalId,
      kind: 'DESIGN_PATTERN',
      title: 'The blancmange',
      summary: 'Where the blancmange is.',
      text: 'The blancmange is in room nine.',
      licence: 'CC-BY-4.0',
    };
    const shared = await mutate(
      api,
      ours.admin,
      'shareEntry',
      { ...given, uploadIds: [uploadId] },
      'entry { id slug }',
    );
    const { id, slug } = shared['entry'] as { id: string; slug: string };
    const { kind: _, organisationId: __, ...again } = given;
    const revise = { ...again, entryId: id, version: 1, change: 'More of it.', uploadIds: [uploadId] };
    await mutate(api, ours.admin, 'reviseEntry', revise);
    const file = () => api.app.inject({ url: `/files/${uploadId.replace('upload_', '')}/door.txt` });
    const page = async () =>
      JSON.stringify(
        (
          await api
            .as(nobody)
            .graphql(
              'query ($slug: String!) { commonsEntry(slug: $slug) { title summary text versions { title summary text } } }',
              { slug },
            )
        ).data,
      );
    expect([await page(), (await file()).statusCode]).toEqual([expect.stringContaining('blancmange'), 200]);

    const { reportId } = await report(await aPerson(api), id, 'SOMEONE_AT_RISK');
    expect(await page()).not.toContain('blancmange');
    expect((await file()).statusCode).toBe(404);
    expect(codesOf(await mutate(api, ours.admin, 'reviseEntry', { ...revise, version: 2 }))).toContain(
      'HIDDEN_WHILE_LOOKED_AT',
    );
    await decide(guardian, reportId, false, '');
    expect([await page(), (await file()).statusCode]).toEqual([expect.stringContaining('blancmange'), 200]);
  });

  it('has a clock of four hours', async () => {
    const idea = await anIdea(api);
    const comment = await said(idea, await aPerson(api), 'Nobody knows where she is.');
    await report(await aPerson(api), comment, 'SOMEONE_AT_RISK');
    const [row] = await api.dataSource.query(
      `select extract(epoch from due_at - created_at)::int as seconds from reports order by created_at desc limit 1`,
    );
    expect(row.seconds).toBe(4 * 3600);
  });
});

describe('any other report', () => {
  it('hides nothing by itself, and what is removed is told with the reason to whoever wrote it', async () => {
    const idea = await anIdea(api);
    const [writer, reporter] = [await aPerson(api), await aPerson(api)];
    const comment = await said(idea, writer, 'Buy my gobbledygook.');
    const { reportId, hidden } = await report(reporter, comment, 'SPAM');
    expect(hidden).toBe(false);
    expect(await bodies(idea)).toEqual(['Buy my gobbledygook.']);
    expect(codesOf(await decide(steward, reportId, true, ''))).toEqual(['TEXT_MISSING']);
    expect((await decide(steward, reportId, true, 'This is advertising.'))['removed']).toBe(true);
    expect(await bodies(idea)).toEqual(['[removed by the site team]']);
    expect(await tellings(writer.person.id)).toContain('report.removed');
    expect(await tellings(reporter.person.id)).toContain('report.removed');
    expect(codesOf(await decide(steward, reportId, false))).toEqual(['DECIDED_ALREADY']);

    // For as long as it can be appealed it could come back; then it is destroyed.
    await api.moveClock(31 * 24 * 60);
    await api.app.get(DecideReport).destroyDue();
    expect(await tracesOf(api, 'gobbledygook')).toEqual([]);
  });

  it('comes back when a second steward says so, and not by the one who removed it', async () => {
    const idea = await anIdea(api);
    const writer = await aPerson(api);
    const comment = await said(idea, writer, 'This is no advertising at all.');
    const { reportId } = await report(await aPerson(api), comment, 'SPAM');
    await decide(steward, reportId, true, 'Advertising.');
    const { data } = await api
      .as(writer)
      .graphql<{ decisionsAboutMe: { id: string; kind: string; mayAppeal: boolean }[] }>(
        '{ decisionsAboutMe { id kind reason mayAppeal } }',
      );
    expect(data.decisionsAboutMe).toMatchObject([{ kind: 'CONTENT_REMOVED', mayAppeal: true, reason: 'Advertising.' }]);
    const decisionId = data.decisionsAboutMe[0]!.id;
    const appeal = (viewer: SignedInViewer) =>
      mutate(api, viewer, 'appealDecision', { decisionId, reason: 'I sell nothing.' }, 'appeal { id }');
    expect((await appeal(await aPerson(api))).__typename).toBe('Refusal');
    const made = await appeal(writer);
    const appealId = (made['appeal'] as { id: string }).id;
    const seenBy = async (viewer: SignedInViewer | typeof nobody): Promise<unknown> => {
      const document = 'query ($id: ID!) { node(id: $id) { ... on Appeal { removedText removedBecause } } }';
      return (await api.as(viewer).graphql<{ node: unknown }>(document, { id: appealId })).data.node;
    };
    const read = { removedText: 'This is no advertising at all.', removedBecause: 'Advertising.' };
    // Whoever decides has to read it; while it is removed nobody else does.
    expect(await seenBy(guardian)).toEqual(read);
    expect(await seenBy(writer)).toEqual({ removedText: null, removedBecause: null });
    for (const viewer of [nobody, await aPerson(api)]) expect(await seenBy(viewer)).toBeNull();
    const look = (viewer: SignedInViewer) =>
      mutate(api, viewer, 'decideAppeal', { appealId, overturn: true, reason: 'It sells nothing.' });
    expect((await look(steward)).__typename).toBe('Refusal');
    expect(await bodies(idea)).toEqual(['[removed by the site team]']);
    expect((await look(guardian)).__typename).toBe('DecideAppealPayload');
    expect(await bodies(idea)).toEqual(['This is no advertising at all.']);
    expect(await seenBy(guardian)).toEqual({ removedText: null, removedBecause: null });
  });

  it('is one, however often somebody presses', async () => {
    const comment = await said(await anIdea(api), await aPerson(api), 'Something.');
    const reporter = await aPerson(api);
    const answers = await Promise.all([1, 2, 3].map(() => report(reporter, comment, 'OTHER')));
    expect(answers.filter(({ __typename: type }) => type === 'ReportContentPayload')).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['REPORTED_ALREADY', 'REPORTED_ALREADY']);
  });

  it('is decided by nobody with a part in it, and by nobody who is no steward', async () => {
    const organisation = await anOrganisation(api);
    const close = await joins(api, await aPerson(api, { steward: true }), organisation.id);
    const idea = await anIdea(api, { author: organisation.admin, organisationId: organisation.id });
    const wrote = await aPerson(api, { steward: true });
    const comment = await said(idea, wrote, 'Something else.');
    const { reportId } = await report(await aPerson(api), comment, 'UNTRUE');
    for (const involved of [close, wrote])
      expect(codesOf(await decide(involved, reportId, true))).toEqual(['OWN_MATTER']);
    await expect(decide(organisation.admin, reportId, true)).rejects.toThrow();
    const [row] = await api.dataSource.query(
      `select count(*)::int as open from reports where subject_id = $1 and status = 'OPEN'`,
      [comment.slice('comment_'.length)],
    );
    expect(row.open).toBe(1);
    expect(await bodies(idea)).toEqual(['Something else.']);
  });

  it('about what is not there is answered as what is hidden', async () => {
    const { errors } = await api
      .as(steward)
      .graphql(
        `mutation { reportContent(input: { subjectId: "comment_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f", reason: SPAM }) { __typename } }`,
      );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });
});
