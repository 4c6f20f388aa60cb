import { useMutation, useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import type { FormState } from '../../ui/form-state.js';
import { Row } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import type { IdeaValues } from './idea-fields.js';
import { useIdeaWords } from './words.js';

const IdeaDraftsDocument = graphql(`
  query IdeaDrafts {
    ideaDrafts {
      id
      savedAt
      title
      need
      peopleServed
      outcome
      easyRead
      whatExists
      themes
      places
      evidence
    }
  }
`);

const DiscardIdeaDraftDocument = graphql(`
  mutation DiscardIdeaDraft($input: DiscardIdeaDraftInput!) {
    discardIdeaDraft(input: $input) {
      ... on DiscardIdeaDraftPayload {
        draftId
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

interface AccountDraftsProps {
  readonly form: FormState<IdeaValues>;
  /** The draft that is being written now; it is not offered. */
  readonly current: string | null;
  readonly onTake: (draftId: string) => void;
}

/** Texts begun before, here or on another device: to go on with, or to throw away. */
export function AccountDrafts({ form, current, onTake }: AccountDraftsProps) {
  const t = useIdeaWords();
  const { data, refetch } = useQuery(IdeaDraftsDocument, { fetchPolicy: 'cache-and-network' });
  const [discard] = useMutation(DiscardIdeaDraftDocument);
  const drafts = (data?.ideaDrafts ?? []).filter(({ id }) => id !== current);
  if (drafts.length === 0) return null;
  return (
    <Notice title={t('drafts.title')}>
      {drafts.slice(0, 5).map((draft) => (
        <div key={draft.id}>
          <p>
            {t.rich(
              'drafts.text',
              { title: draft.title?.trim() || (draft.need ?? '').trim().slice(0, 60) || t('drafts.untitled') },
              { time: <RelativeTime at={draft.savedAt} /> },
            )}
          </p>
          <Row>
            <Button
              small
              onClick={() => {
                form.set('title', draft.title ?? '');
                form.set('need', draft.need ?? '');
                form.set('peopleServed', draft.peopleServed ?? '');
                form.set('outcome', draft.outcome ?? '');
                form.set('easyRead', draft.easyRead ?? '');
                form.set('whatExists', draft.whatExists ?? '');
                form.set('themes', draft.themes);
                form.set('places', draft.places.join(', '));
                form.set('evidence', draft.evidence.join('\n'));
                onTake(draft.id);
              }}
            >
              {t('drafts.continue')}
            </Button>
            <ActionButton
              look="plain"
              small
              run={async () => (await discard({ variables: { input: { draftId: draft.id } } })).data?.discardIdeaDraft}
              onDone={() => void refetch()}
            >
              {t('drafts.discard')}
            </ActionButton>
          </Row>
        </div>
      ))}
    </Notice>
  );
}
