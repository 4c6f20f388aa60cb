import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gql } from '@apollo/client';
import { expect, it } from '@jest/globals';
import { createCache } from './apollo.js';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../api/schema.graphql'), 'utf8');
const PERMISSIONS = [...SCHEMA.matchAll(/^type (\w*ViewerCan) /gm)].map(([, name = '']) => name);

it.each(PERMISSIONS)(
  'keeps what one page knows of %s when another page asks for something else of it',
  (__typename) => {
    const cache = createCache();
    const read = gql('{ thing { id viewerCan { vote } } }');
    const thing = { __typename: 'Thing', id: 'thing_1' };
    cache.writeQuery({ query: read, data: { thing: { ...thing, viewerCan: { __typename, vote: true } } } });
    cache.writeQuery({
      query: gql('{ thing { id viewerCan { sign } } }'),
      data: { thing: { ...thing, viewerCan: { __typename, sign: false } } },
    });
    expect(cache.readQuery({ query: read })).toMatchObject({ thing: { viewerCan: { vote: true } } });
  },
);
