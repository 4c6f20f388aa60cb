import { anApi, type TestApi } from '../../support/api.js';
import { aDemonstration, aVisitor, type Client, type Person, signedIn } from '../../support/http.js';
import { anOrganisation, joins, type TestOrganisation } from '../../support/people.js';

const CAST = [
  'youth-worker',
  'nurse',
  'teacher',
  'mother',
  'neighbour',
  'developer',
  'lead',
  'programme-officer',
  'second-person',
  'trustee',
  'council-officer',
  'verifier',
];

/** Who takes part, what they hand on to each other, and what a step may look at. */
export interface Story {
  readonly people: Record<string, Person>;
  readonly organisations: Record<string, TestOrganisation>;
  /** Ids as the API gives them. */
  readonly known: Record<string, string>;
  api(): TestApi;
  begin(): Promise<void>;
  end(): Promise<void>;
  /** As somebody without an account. */
  readonly ask: Client['ask'];
  readonly query: TestApi['dataSource']['query'];
  /** Of the idea of the story. */
  stage(): Promise<string>;
  activitiesOf(kind: string): Promise<number>;
  /** The ledger as a treasurer reads it: what happened, which account, how much. */
  ledger(): Promise<string[]>;
}

export function aStory(): Story {
  let api: TestApi;
  let visitor: Client;
  const people: Story['people'] = {};
  const organisations: Story['organisations'] = {};
  const known: Story['known'] = {};
  const ask: Client['ask'] = (query, variables) => visitor.ask(query, variables);
  const query: Story['query'] = (text, values) => api.dataSource.query(text, values);

  return {
    people,
    organisations,
    known,
    ask,
    query,
    api: () => api,
    async begin() {
      api = await anApi();
      await aDemonstration(api);
      visitor = aVisitor(api);
      for (const handle of CAST) people[handle] = await signedIn(api, handle);
      const found = async (name: string, adminHandle: string, wishes: { approvalThresholdMinor?: bigint } = {}) => {
        organisations[name] = await anOrganisation(api, {
          admin: people[adminHandle]!.viewer,
          name,
          verified: true,
          ...wishes,
        });
      };
      await found('Rowan Youth Trust', 'lead');
      await found('Harbour Clinic', 'nurse');
      await found('Fernbank School', 'teacher');
      await found('Larch Foundation', 'programme-officer', { approvalThresholdMinor: 1_000_000n });
      await found('Quayside Fund', 'trustee');
      await found('Elmcross Council', 'council-officer');
      await joins(api, people['second-person']!.viewer, organisations['Larch Foundation']!.id, 'MEMBER', 'APPROVER');
      await joins(api, people['verifier']!.viewer, organisations['Quayside Fund']!.id, 'MEMBER');
    },
    end: () => api.close(),
    async stage() {
      const { idea } = await ask<{ idea: { stage: string } }>(
        'query ($slug: String!) { idea(slug: $slug) { stage } }',
        { slug: known['slug'] },
      );
      return idea.stage;
    },
    async activitiesOf(kind) {
      const [row] = await query('select count(*)::int as n from activities where kind = $1', [kind]);
      return row.n;
    },
    async ledger() {
      const rows: { line: string }[] = await query(`
        select format('%s | %s | %s %s', t.kind, a.kind, e.amount_minor, e.currency) as line
        from ledger_entries e join ledger_transactions t on t.id = e.transaction_id join ledger_accounts a on a.id = e.account_id
        order by t.effective_at, t.id, e.amount_minor, a.kind`);
      return rows.map(({ line }) => line);
    },
  };
}

/** A calendar day so many days later. */
export function days(from: Date, count: number): string {
  return new Date(from.getTime() + count * 86_400_000).toISOString().slice(0, 10);
}
