import type { DataSource } from 'typeorm';

interface Client {
  readonly connection: { readonly stream: { destroy(): void } };
}
type Query = (this: Client, ...args: unknown[]) => unknown;

interface Armed {
  readonly at: number;
  client: Client | null;
  seen: number;
  cut: boolean;
}

/**
 * Cuts the connection of the next transaction after one of its statements was carried out and before its answer is
 * read, as a killed process or a pulled cable would: the database sees the same in all three cases.
 */
export interface Cutter {
  /** The next transaction is cut after its statement number `at`, or after its COMMIT, whichever comes first. */
  arm(at: number): void;
  /** Whether it was cut; from now on nothing is. */
  disarm(): boolean;
  /** Takes the wrapper off again. */
  remove(): void;
}

export async function aCutter(dataSource: DataSource): Promise<Cutter> {
  const { master } = dataSource.driver as unknown as {
    readonly master: { connect(): Promise<Client & { release(): void }> };
  };
  const client = await master.connect();
  const prototype = Object.getPrototypeOf(client) as { query: Query };
  client.release();
  const { query } = prototype;
  let armed: Armed | null = null;

  prototype.query = function cuttable(...args) {
    const text = textOf(args[0]);
    const answer = query.apply(this, args);
    const now = armed;
    if (!now || now.cut || !(answer instanceof Promise)) return answer;
    if (now.client === null && /^start transaction/i.test(text)) now.client = this;
    if (now.client !== this) return answer;
    now.seen += 1;
    if (now.seen < now.at && !/^commit/i.test(text)) return answer;
    now.cut = true;
    return answer.then(() => {
      this.connection.stream.destroy();
      throw new Error('The connection was cut on purpose.');
    });
  };
  return {
    arm: (at) => {
      armed = { at, client: null, seen: 0, cut: false };
    },
    disarm: () => {
      const { cut } = armed ?? { cut: false };
      armed = null;
      return cut;
    },
    remove: () => {
      prototype.query = query;
    },
  };
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}
