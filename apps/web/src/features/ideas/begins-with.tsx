import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { Notice } from '../../ui/notice.js';
import { useIdeaWords } from './words.js';

const BeginsWithDocument = graphql(`
  query BeginsWith($slug: String!) {
    commonsEntry(slug: $slug) {
      id
      slug
      title
    }
  }
`);

const LinkEntryDocument = graphql(`
  mutation LinkEntry($input: LinkEntryInput!) {
    linkEntry(input: $input) {
      ... on LinkEntryPayload {
        entry {
          id
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
        }
      }
    }
  }
`);

interface Entry {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** The entry of the shared library that an idea begins with, when somebody came from one, and how to say so. */
export function useBeginning() {
  const client = useApolloClient();
  const slug = new URLSearchParams(useLocation().search).get('from');
  const [entry, setEntry] = useState<Entry | null>(null);
  useEffect(() => {
    if (slug === null || slug === '') return;
    client.query({ query: BeginsWithDocument, variables: { slug } }).then(
      ({ data }) => setEntry(data?.commonsEntry ?? null),
      () => undefined,
    );
  }, [client, slug]);
  const link = useCallback(
    async (ideaId: string) => {
      if (entry === null) return;
      // The idea is there whatever becomes of this; its author can link the entry later.
      await client
        .mutate({ mutation: LinkEntryDocument, variables: { input: { entryId: entry.id, ideaId } } })
        .catch(() => undefined);
    },
    [client, entry],
  );
  return { entry, link };
}

export function BeginsWith({ entry }: { readonly entry: Entry | null }) {
  const t = useIdeaWords();
  if (entry === null) return null;
  return (
    <Notice>
      <p>{t.rich('new.begins', { title: entry.title }, { link: <Link to={`/commons/${entry.slug}`} /> })}</p>
    </Notice>
  );
}
