import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType } from 'graphql';

import { nobody, type TestApi } from './api.js';
import type { TestIdea } from './ideas.js';
import type { Viewer } from './people.js';
import { callOf, everythingOf, waysTo } from './schema-walk.js';

const PUBLIC_ADDRESSES = [
  '/feeds/activity.atom',
  '/feeds/activity.json',
  '/feeds/ideas.atom',
  '/data/votes.ndjson',
  '/data/ideas.csv',
  '/data/ideas.ndjson',
  '/data/activities.ndjson',
];

/** Everything the schema lets somebody ask about an idea, every feed and export, as one text a question. */
export async function everythingSaid(
  api: TestApi,
  idea: TestIdea,
  viewer: Viewer = nobody,
): Promise<ReadonlyMap<string, string>> {
  await api.tail.tick();
  const { schema } = api.app.get(GraphQLSchemaHost);
  const said = new Map<string, string>();
  const filling = {
    id: () => idea.globalId,
    text: (name: string) => (name === 'slug' ? idea.slug : name === 'text' || name === 'title' ? 'form' : 'en'),
    optional: false,
  };
  for (const [type, [first, ...rest]] of waysTo(schema)) {
    if (first === undefined) continue;
    const inner = rest.reduceRight(
      (selection, field) => `{ ${field.name} ${selection} }`,
      everythingOf(schema, type, 1),
    );
    const { document, variables } = callOf('query', first, filling, isLeafType(getNamedType(first.type)) ? '' : inner);
    said.set(document, JSON.stringify((await api.as(viewer).graphql<unknown>(document, variables)).data));
  }
  if (viewer === nobody) {
    for (const url of PUBLIC_ADDRESSES) {
      const { statusCode, body } = await api.app.inject({ url });
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`);
      said.set(url, body);
    }
  }
  return said;
}

/** The questions that are answered differently at two moments. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([question, answer]) => before.get(question) !== answer).map(([question]) => question);
}
