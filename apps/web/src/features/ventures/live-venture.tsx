import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '../../gql/index.js';
import { LiveUpdates, useLiveWords } from '../../lib/live-updates.js';

const LiveVentureDocument = graphql(`
  subscription LiveVenture($about: ID!) {
    activityAdded(about: $about) {
      id
    }
  }
`);

/** One thing often leaves several lines in the log: they are read together. */
const GATHER_MS = 2_000;

/** Reads the page of a project again when something happened in it. */
export function LiveVenture({ ventureId }: { readonly ventureId: string }) {
  const t = useLiveWords();
  const client = useApolloClient();
  const [happened, setHappened] = useState(0);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const onChange = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      setHappened((before) => before + 1);
      void client.refetchQueries({ include: 'active' });
    }, GATHER_MS);
  };
  return (
    <LiveUpdates
      document={LiveVentureDocument}
      variables={{ about: ventureId }}
      said={happened === 0 ? '' : t('venture', { count: happened })}
      onChange={onChange}
    />
  );
}
