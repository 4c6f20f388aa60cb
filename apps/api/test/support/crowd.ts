import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { Sessions } from '../../src/platform/auth/sessions.js';
import { globalId, UnitOfWork } from '../../src/platform/database/index.js';
import { CloseDueRounds } from '../../src/modules/pledges/index.js';
import { CallTranche } from '../../src/modules/tranches/index.js';
import type { TestApi } from './api.js';
import { aFunder, anOpenRound, pledge, type TestFunder } from './funding.js';
import { anIdea, type TestIdea } from './ideas.js';
import { mutate } from './mutate.js';
import { aPerson, type SignedInViewer } from './people.js';

/** One answer, as somebody at a browser gets it. `lost`: whether it was done is not known. */
type Answer =
  | { readonly kind: 'done'; readonly payload: Record<string, never> }
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | { readonly kind: 'lost' }
  | { readonly kind: 'later' };

interface Somebody {
  readonly viewer: SignedInViewer;
  readonly cookie: string;
}

export interface CrowdSize {
  readonly voters: number;
  readonly ideas: number;
  readonly funders: number;
  readonly rounds: number;
  /** Milliseconds between two acts of one person. */
  readonly pause: number;
}

/** How long one request may take before it counts as lost. */
const PATIENCE_MS = 40_000;

/**
 * People who vote and take back, comment, pledge, change pledges and record payments over HTTP, all at once, and
 * remember what they were told. Whoever was told nothing asks again, with the same key where money moves.
 */
export class Crowd {
  /** The last word on each vote: whether it stands. Missing while the last answer was lost. */
  readonly votes = new Map<string, boolean>();
  readonly comments = { told: [] as string[], lost: [] as string[] };
  readonly pledges = new Map<string, { amount: bigint; sure: boolean }>();
  readonly payments = { told: [] as string[], lost: [] as string[] };
  readonly faults: string[] = [];
  /** Answers by kind, reads too. */
  readonly counted = { done: 0, refused: 0, lost: 0, later: 0, read: 0 };
  /** Why what was lost was lost. */
  readonly lostBecause = new Map<string, number>();
  private stopped = false;

  private constructor(
    private readonly size: CrowdSize,
    private readonly voters: readonly Somebody[],
    private readonly ideas: readonly TestIdea[],
    private readonly funders: readonly (TestFunder & Somebody)[],
    private readonly roundIds: readonly string[],
    private readonly payer: Somebody & { readonly partId: string },
    readonly authorId: string,
  ) {}

  static async gather(api: TestApi, size: CrowdSize): Promise<Crowd> {
    const known = async (viewer: SignedInViewer): Promise<Somebody> => {
      const cookie = await api.app
        .get(UnitOfWork)
        .run((tx) => api.app.get(Sessions).begin(tx, viewer.person.id, undefined));
      return { viewer, cookie: cookie.split(';')[0] ?? '' };
    };
    const paid = await aCalledPart(api);
    const author = await aPerson(api);
    await mutate(api, author, 'updateNotificationSettings', { email: 'IMMEDIATE' });
    const ideas: TestIdea[] = [];
    for (let n = 0; n < size.ideas; n += 1) ideas.push(await anIdea(api, { author }));
    const voters: Somebody[] = [];
    for (let n = 0; n < size.voters; n += 1) voters.push(await known(await aPerson(api)));
    const funders: (TestFunder & Somebody)[] = [];
    for (let n = 0; n < size.funders; n += 1) {
      const funder = await aFunder(api);
      funders.push({ ...funder, ...(await known(funder.maker)) });
    }
    const roundIds: string[] = [];
    for (let n = 0; n < size.rounds; n += 1) roundIds.push((await anOpenRound(api, { target: 1_000_000n })).roundId);
    const payer = { ...(await known(paid.funder.maker)), partId: paid.partId };
    return new Crowd(size, voters, ideas, funders, roundIds, payer, author.person.id);
  }

  /** Everybody does what they do until `stop`; `address` answers a process that runs now. */
  async run(address: () => string | undefined, reads = 0): Promise<void> {
    this.stopped = false;
    await Promise.all([
      ...this.voters.map((voter, index) => this.voteAndSay(address, voter, index)),
      ...this.funders.map((funder, index) => this.fund(address, funder, index)),
      this.pay(address),
      ...Array.from({ length: reads }, (_, index) => this.read(address, index)),
    ]);
  }

  stop(): void {
    this.stopped = true;
  }

  private async voteAndSay(address: () => string | undefined, voter: Somebody, index: number): Promise<void> {
    for (let turn = 0; !this.stopped; turn += 1) {
      await this.rest(index);
      const idea = this.ideas[(index + turn) % this.ideas.length];
      if (idea === undefined) return;
      // A comment now and then: there is a limit of posts an hour.
      if (turn % 7 === index % 7) {
        // Without figures: now and then some would look like a telephone number, and be asked about.
        const body = `What I think of it, ${randomUUID().replaceAll(/\d/g, 'g')}.`;
        const input = { subjectId: idea.globalId, body, perspective: 'PUBLIC', shownAs: 'NAME' };
        const answer = await this.ask(address, voter, 'addComment', input);
        if (answer.kind === 'done') this.comments.told.push(body);
        if (answer.kind === 'lost') this.comments.lost.push(body);
        if (answer.kind === 'refused') this.faults.push(`addComment: ${answer.codes.join()}`);
        continue;
      }
      await this.turnVote(address, voter, idea);
    }
  }

  private async turnVote(address: () => string | undefined, voter: Somebody, idea: TestIdea): Promise<void> {
    const about = `${voter.viewer.person.id} ${idea.id}`;
    const stands = this.votes.get(about) ?? false;
    this.votes.delete(about);
    const [mutation, input, already] = stands
      ? (['withdrawVote', { ideaId: idea.globalId }, 'NO_VOTE'] as const)
      : (['castVote', { ideaId: idea.globalId, perspective: 'PUBLIC' }, 'ALREADY_VOTED'] as const);
    for (let tries = 1; ; tries += 1) {
      const answer = await this.ask(address, voter, mutation, input);
      const isDone =
        answer.kind === 'done' || (answer.kind === 'refused' && tries > 1 && answer.codes.includes(already));
      if (isDone) {
        this.votes.set(about, !stands);
        return;
      }
      if (answer.kind === 'refused') {
        this.faults.push(`${mutation}: ${answer.codes.join()}`);
        return;
      }
      if (this.stopped) return;
      await sleep(200);
    }
  }

  private async fund(address: () => string | undefined, funder: TestFunder & Somebody, index: number): Promise<void> {
    const pledged: { id: string; about: string }[] = [];
    for (let turn = 0; !this.stopped; turn += 1) {
      await this.rest(index);
      const roundId = this.roundIds[turn];
      if (roundId !== undefined) {
        const about = `${funder.mandateId} ${roundId}`;
        const input = {
          roundId: globalId('round', roundId),
          mandateId: globalId('mandate', funder.mandateId),
          amount: '100',
          currency: 'GBP',
        };
        const payload = await this.moves(address, funder, 'placePledge', input, 'pledge { id }', (sure) =>
          this.pledges.set(about, { amount: 100n, sure }),
        );
        if (payload?.['pledge']) pledged.push({ id: (payload['pledge'] as { id: string }).id, about });
        continue;
      }
      const one = pledged[turn % pledged.length];
      if (one === undefined) continue;
      const amount = 100n + BigInt(turn);
      const before = this.pledges.get(one.about)?.amount ?? 0n;
      await this.moves(
        address,
        funder,
        'changePledge',
        { pledgeId: one.id, amount: String(amount) },
        '__typename',
        (sure) => this.pledges.set(one.about, { amount: sure ? amount : before, sure }),
      );
    }
  }

  private async pay(address: () => string | undefined): Promise<void> {
    while (!this.stopped) {
      await this.rest(0);
      const reference = `BACS ${randomUUID()}`;
      const input = {
        callPartId: globalId('callpart', this.payer.partId),
        amount: '1',
        currency: 'GBP',
        reference,
        paidOn: '2020-01-01',
      };
      await this.moves(address, this.payer, 'recordPayment', input, '__typename', (sure) =>
        (sure ? this.payments.told : this.payments.lost).push(reference),
      );
    }
  }

  /** As the page does: the key is made once, and what was not answered is sent again with it. */
  private async moves(
    address: () => string | undefined,
    who: Somebody,
    mutation: string,
    input: Record<string, unknown>,
    fields: string,
    note: (sure: boolean) => void,
  ): Promise<Record<string, unknown> | undefined> {
    const keyed = { ...input, idempotencyKey: randomUUID() };
    for (;;) {
      const answer = await this.ask(address, who, mutation, keyed, fields);
      if (answer.kind === 'done') {
        note(true);
        return answer.payload;
      }
      if (answer.kind === 'refused') {
        this.faults.push(`${mutation}: ${answer.codes.join()}`);
        return undefined;
      }
      if (this.stopped) {
        if (answer.kind === 'lost') note(false);
        return undefined;
      }
      await sleep(200);
    }
  }

  private async read(address: () => string | undefined, index: number): Promise<void> {
    const paths = [
      '/ideas',
      `/ideas/${this.ideas[0]?.slug}`,
      '/',
      '/feeds/activity.atom',
      '/data/ideas.csv',
      '/commons',
    ];
    for (let turn = index; !this.stopped; turn += 1) {
      await sleep(this.size.pause / 4);
      const to = address();
      if (to === undefined) continue;
      try {
        const answer = await fetch(to + paths[turn % paths.length], { signal: AbortSignal.timeout(PATIENCE_MS) });
        await answer.arrayBuffer();
        if (answer.status === 200) this.counted.read += 1;
        else if (answer.status !== 503) this.faults.push(`${paths[turn % paths.length]}: ${answer.status}`);
      } catch (error) {
        this.counted.lost += 1;
        this.lose(error);
      }
    }
  }

  private async ask(
    address: () => string | undefined,
    { cookie }: Somebody,
    mutation: string,
    input: Record<string, unknown>,
    fields = '__typename',
  ): Promise<Answer> {
    const answer = await this.send(address(), cookie, mutation, input, fields);
    this.counted[answer.kind] += 1;
    return answer;
  }

  private async send(
    to: string | undefined,
    cookie: string,
    mutation: string,
    input: Record<string, unknown>,
    fields: string,
  ): Promise<Answer> {
    if (to === undefined) return { kind: 'later' };
    const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on ${type}Payload { ${fields} } ... on Refusal { requirements { code } } } }`;
    try {
      const response = await fetch(`${to}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables: { input } }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { data, errors, code } = (await response.json()) as {
        data?: Record<string, { __typename: string; requirements?: { code: string }[] }> | null;
        errors?: { extensions?: { code?: string } }[];
        code?: string;
      };
      const fault = errors?.[0]?.extensions?.code ?? code;
      if (fault === 'RATE_LIMITED') return { kind: 'later' };
      if (fault === 'UNAVAILABLE') {
        this.lose(fault);
        return { kind: 'lost' };
      }
      if (fault !== undefined) return { kind: 'refused', codes: [fault] };
      const result = data?.[mutation];
      if (result?.__typename === 'Refusal')
        return { kind: 'refused', codes: result.requirements?.map((requirement) => requirement.code) ?? [] };
      return { kind: 'done', payload: result as unknown as Record<string, never> };
    } catch (error) {
      this.lose(error);
      return { kind: 'lost' };
    }
  }

  private lose(error: unknown): void {
    const { name, cause } = error instanceof Error ? error : { name: String(error), cause: undefined };
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
    const why = `${name} ${code}`.trim();
    this.lostBecause.set(why, (this.lostBecause.get(why) ?? 0) + 1);
  }

  /** People do not act in step. */
  private async rest(index: number): Promise<void> {
    await sleep(this.size.pause * (0.5 + ((index * 37) % 100) / 100));
  }
}

/** A part of a call that is large enough to be paid in many small payments. */
async function aCalledPart(api: TestApi): Promise<{ funder: TestFunder; partId: string }> {
  const round = await anOpenRound(api, { target: 500_000n, minutes: 30 });
  const funder = await aFunder(api);
  const placed = await pledge(api, funder, round.roundId, 500_000n);
  if (!placed.ok) throw new Error(JSON.stringify(placed));
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  const call = { roundId: round.roundId, position: 1, idempotencyKey: randomUUID() };
  const called = await api.app.get(CallTranche).execute(round.lead.admin, call);
  if (!called.ok) throw new Error(JSON.stringify(called));
  const [{ id }] = await api.dataSource.query('select id from call_parts where pledge_id = $1', [
    placed.value.pledgeId,
  ]);
  return { funder, partId: id as string };
}
