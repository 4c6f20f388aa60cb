import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { LicenceVerdictWord } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import css from './reuse.module.css';
import { useReuseWords } from './words.js';

export const AcceptReuseOfferDocument = graphql(`
  mutation AcceptReuseOffer($input: AcceptReuseOfferInput!) {
    acceptReuseOffer(input: $input) {
      ... on AcceptReuseOfferPayload {
        reuseOffer {
          id
          ...Offer_reuseOffer
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

const DeclineReuseOfferDocument = graphql(`
  mutation DeclineReuseOffer($input: DeclineReuseOfferInput!) {
    declineReuseOffer(input: $input) {
      ... on DeclineReuseOfferPayload {
        reuseOffer {
          id
          ...Offer_reuseOffer
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

/** What the page shows of an idea's gate changes with an answer. */
const REFRESHED = { refetchQueries: ['Idea'] };

interface AnswerOfferProps {
  readonly offerId: string;
  /** The licence verdict that stands above the buttons: accepting says that it was seen. */
  readonly verdict: LicenceVerdictWord;
}

/** Yes or no to an offer. Unless the licence fits, a yes says why; a no always does. */
export function AnswerOffer({ offerId, verdict }: AnswerOfferProps) {
  const t = useReuseWords();
  const [accept] = useMutation(AcceptReuseOfferDocument, REFRESHED);
  const run = async (reason: string | null) =>
    (await accept({ variables: { input: { offerId, verdictSeen: verdict, reason } } })).data?.acceptReuseOffer;
  return (
    <div className={css.answers}>
      {verdict === 'SATISFIES' ? (
        <ActionButton look="primary" run={() => run(null)}>
          {t('accept')}
        </ActionButton>
      ) : (
        <details>
          <summary>{t('accept.knowing')}</summary>
          <AcceptKnowing offerId={offerId} run={run} />
        </details>
      )}
      <details>
        <summary>{t('decline')}</summary>
        <Decline offerId={offerId} />
      </details>
    </div>
  );
}

interface AcceptKnowingProps<A> {
  readonly offerId: string;
  readonly run: (reason: string) => Promise<A>;
}

function AcceptKnowing<A>({ offerId, run }: AcceptKnowingProps<A>) {
  const t = useReuseWords();
  const form = useForm({ draft: `accept-${offerId}`, initial: { reason: '' } });
  return (
    <Form form={form} label={t('accept.knowing')} submit={t('accept')} onSubmit={({ reason }) => run(reason)}>
      <TextArea name="reason" label={t('accept.reason')} hint={t('accept.reason.hint')} maxLength={1000} rows={3} />
    </Form>
  );
}

function Decline({ offerId }: { readonly offerId: string }) {
  const t = useReuseWords();
  const [decline] = useMutation(DeclineReuseOfferDocument, REFRESHED);
  const form = useForm({ draft: `decline-${offerId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('decline')}
      submit={t('decline')}
      onSubmit={async ({ reason }) =>
        (await decline({ variables: { input: { offerId, reason } } })).data?.declineReuseOffer
      }
    >
      <TextArea name="reason" label={t('decline.reason')} hint={t('decline.reason.hint')} maxLength={1000} rows={3} />
    </Form>
  );
}
