import { expect } from '@jest/globals';

import type { TestApi } from './api.js';
import type { SignedInViewer } from './people.js';

export interface Mutated {
  readonly __typename: string;
  readonly requirements?: readonly {
    readonly code: string;
    readonly message: string;
    readonly current: string | null;
    readonly path: readonly string[] | null;
  }[];
  readonly [field: string]: unknown;
}

/** Sends one mutation and answers its result; `fields` is what to ask of the payload. An error fails the test. */
export async function mutate(
  api: TestApi,
  viewer: SignedInViewer,
  mutation: string,
  input: Record<string, unknown>,
  fields = '__typename',
): Promise<Mutated> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await api.as(viewer).graphql<Record<string, Mutated>>(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename
      ... on ${type}Payload { ${fields} } ... on Refusal { requirements { code message current path } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

export function codesOf({ requirements = [] }: Mutated): string[] {
  return requirements.map(({ code }) => code);
}
