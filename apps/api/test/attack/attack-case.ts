/** One request as an attacker sends it, and what must come back. */
export interface AttackCase {
  readonly what: string;
  /** Whose session it is sent with. Nobody's when left out. */
  readonly as?: 'person' | 'token';
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is. */
  readonly body?: unknown;
  readonly expect: {
    /** One of these. */
    readonly status: readonly number[];
    /** `extensions.code` of the first error, or `code` of a plain answer. */
    readonly code?: string;
    /** Nothing of this stands in the answer or its headers. */
    readonly never?: readonly string[];
  };
}

export const JSON_TYPE = { 'content-type': 'application/json' };
export const query = (text: string, variables?: unknown) => ({ query: text, variables });
export const NO_FAULT = ['INTERNAL', 'SyntaxError', 'at Object', 'node_modules', 'QueryFailedError'];

export function posted(
  what: string,
  body: unknown,
  expect: AttackCase['expect'],
  more: Partial<AttackCase> = {},
): AttackCase {
  return {
    what,
    method: 'POST',
    url: '/graphql',
    headers: JSON_TYPE,
    body,
    expect: { never: NO_FAULT, ...expect },
    ...more,
  };
}

export const VIEWER = query('{ viewer { id } }');
