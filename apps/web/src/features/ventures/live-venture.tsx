import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { LiveUpdates, useLiveWords } from '../../lib/live-updates.js';

const LiveVentureDocument = graphql(`
  subscription LiveVenture($about: ID!) {
    activityAdded(about: $about) {
      id
    }
  }
`);

/** Reads the page of a project again when something happened in it. */
export function LiveVenture({ ventureId }: { readonly ventureId: string }) {
  const t = useLiveWords();
  const [happened, setHappened] = useState(false);
  return (
    <LiveUpdates
      document={LiveVentureDocument}
      variables={{ about: ventureId }}
      said={happened ? t('venture') : ''}
      onChange={() => setHappened(true)}
    />
  );
}
