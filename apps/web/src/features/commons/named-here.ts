import { useApolloClient } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { useCommonsWords } from './words.js';

const NamedHereDocument = graphql(`
  query NamedHere($slug: String!, $isComponent: Boolean!, $isEntry: Boolean!, $isOrganisation: Boolean!) {
    component(slug: $slug) @include(if: $isComponent) {
      id
    }
    commonsEntry(slug: $slug) @include(if: $isEntry) {
      id
    }
    organisation(slug: $slug) @include(if: $isOrganisation) {
      id
    }
  }
`);

type Folder = 'components' | 'commons' | 'organisations';

/** The readable part of an address on this site, pasted whole or typed. */
export function slugIn(typed: string, folder: Folder): string {
  const path = URL.canParse(typed.trim()) ? new URL(typed.trim()).pathname : typed.trim();
  return path.replace(new RegExp(`^/?${folder}/`), '').split('/')[0] ?? '';
}

/** Finds what somebody named by its page here; answers a refusal beside the field when nothing is there. */
export function useNamedHere() {
  const client = useApolloClient();
  const t = useCommonsWords();
  return async (typed: string, folder: Folder, field: string) => {
    const { data } = await client.query({
      query: NamedHereDocument,
      variables: {
        slug: slugIn(typed, folder),
        isComponent: folder === 'components',
        isEntry: folder === 'commons',
        isOrganisation: folder === 'organisations',
      },
      fetchPolicy: 'network-only',
    });
    const id = (data?.component ?? data?.commonsEntry ?? data?.organisation)?.id;
    if (id !== undefined) return { id };
    return {
      refusal: {
        __typename: 'Refusal' as const,
        requirements: [{ code: 'NOT_FOUND', message: t('named.missing'), met: false, path: ['input', field] }],
      },
    };
  };
}
