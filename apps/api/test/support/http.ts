import { expect } from '@jest/globals';

import { AddDemonstrationPerson, ViewerOfPerson } from '../../src/modules/people/index.js';
import type { SignedInViewer } from '../../src/platform/auth/index.js';
import type { TestApi } from './api.js';

/** Somebody at a browser: a cookie, and GraphQL over HTTP with it. */
export interface Client {
  readonly handle: string;
  /** Answers the data; an error at the root fails the test. */
  ask<Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>): Promise<Data>;
  /**
   * Runs a mutation that takes one `input` and asks for `selection` of its payload. A refusal fails the test with what
   * is missing.
   */
  does<Payload = Record<string, unknown>>(
    mutation: string,
    input: Record<string, unknown>,
    selection?: string,
  ): Promise<Payload>;
  /** The codes of the refusal that a mutation answers with. */
  isRefused(mutation: string, input: Record<string, unknown>): Promise<string[]>;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function client(api: TestApi, handle: string, cookie: string | undefined): Client {
  const post = async (query: string, variables: Record<string, unknown>) => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      payload: { query, variables },
    });
    return answer.json() as { data: Record<string, never> | null; errors?: { message: string; extensions: unknown }[] };
  };
  const run = async (mutation: string, input: Record<string, unknown>, selection: string) => {
    const document = `mutation ($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { __typename ... on ${capital(mutation)}Payload { ${selection} } ... on Refusal { requirements { code message path current needed } } } }`;
    const { data, errors } = await post(document, { input });
    expect({ [`${handle}: ${mutation}`]: errors ?? [] }).toEqual({ [`${handle}: ${mutation}`]: [] });
    return (data as Record<string, unknown>)[mutation] as { __typename: string; requirements?: { code: string }[] };
  };
  return {
    handle,
    async ask(document, variables = {}) {
      const { data, errors } = await post(document, variables);
      expect(errors ?? []).toEqual([]);
      return data as never;
    },
    async does(mutation, input, selection = '__typename') {
      const answer = await run(mutation, input, selection);
      expect({ [`${handle}: ${mutation}`]: answer.requirements ?? [] }).toEqual({ [`${handle}: ${mutation}`]: [] });
      return answer as never;
    },
    async isRefused(mutation, input) {
      const answer = await run(mutation, input, '__typename');
      return (answer.requirements ?? []).map(({ code }) => code);
    },
  };
}

/** Somebody without an account. */
export function aVisitor(api: TestApi): Client {
  return client(api, 'visitor', undefined);
}

/** Makes this installation a demonstration, where people sign in by their handle. */
export async function aDemonstration(api: TestApi): Promise<void> {
  await api.dataSource.query('update installation set demonstration = true');
}

/** A client that is somebody: the viewer is for setting the scene, not for the story itself. */
export interface Person extends Client {
  readonly viewer: SignedInViewer;
}

/** A demonstration person, signed in over HTTP. */
export async function signedIn(
  api: TestApi,
  handle: string,
  wishes: { name?: string; steward?: boolean } = {},
): Promise<Person> {
  await api.app.get(AddDemonstrationPerson).execute({
    handle,
    name: wishes.name ?? capital(handle.replaceAll('-', ' ')),
    does: 'takes part in a story',
    ...(wishes.steward ? { steward: true } : {}),
  });
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/demo/sign-in',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    payload: { handle },
  });
  expect(answer.statusCode).toBe(200);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { ...client(api, handle, cookie), viewer: await api.app.get(ViewerOfPerson).byHandle(handle) };
}
