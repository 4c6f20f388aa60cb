import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { DecisionsAboutMeQuery } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const DecisionsAboutMeDocument = graphql(`
  query DecisionsAboutMe {
    decisionsAboutMe {
      id
      kind
      reason
      decidedAt
      address
      mayAppeal
    }
  }
`);

const AppealHereDocument = graphql(`
  mutation AppealHere($input: AppealDecisionInput!) {
    appealDecision(input: $input) {
      ... on AppealDecisionPayload {
        appeal {
          id
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

type DecisionAboutMe = DecisionsAboutMeQuery['decisionsAboutMe'][number];
const KINDS = ['CONTENT_REMOVED', 'VOTES_SET_ASIDE', 'POST_DECLINED', 'PERSON_BLOCKED'] as const;

export const page = definePage({
  operation: () => operation(DecisionsAboutMeDocument, {}),
  public: false,
  head: (_data, { i18n }) => ({ title: useStewardshipWords.of(i18n)('decisions.title'), noIndex: true }),
  Component: ({ data: { decisionsAboutMe } }) => {
    const t = useStewardshipWords();
    return (
      <PageBody width="narrow">
        <PageHead title={t('decisions.title')} lead={t('decisions.lead')} />
        {decisionsAboutMe.length === 0 ? <p>{t('decisions.none')}</p> : null}
        <Stack gap={6}>
          {decisionsAboutMe.map((decision) => (
            <DecisionAboutMe key={decision.id} decision={decision} />
          ))}
        </Stack>
      </PageBody>
    );
  },
});

function DecisionAboutMe({ decision }: { readonly decision: DecisionAboutMe }) {
  const t = useStewardshipWords();
  const { id, reason, decidedAt, address, mayAppeal } = decision;
  const kind = KINDS.find((each) => each === decision.kind) ?? 'CONTENT_REMOVED';
  return (
    <article className={css.item}>
      <h2>{t(`decisions.${kind}`)}</h2>
      <p>
        <RelativeTime at={decidedAt} />
      </p>
      {reason === '' ? null : <blockquote className={css.quoted}>{reason}</blockquote>}
      {address == null ? null : (
        <p>
          <Link to={address}>{t('decisions.where')}</Link>
        </p>
      )}
      {mayAppeal ? <AppealForm decisionId={id} /> : null}
    </article>
  );
}

function AppealForm({ decisionId }: { readonly decisionId: string }) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [appeal] = useMutation(AppealHereDocument, { refetchQueries: ['DecisionsAboutMe'] });
  const form = useForm({ draft: `appeal-${decisionId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('appeal.title')}
      submit={t('appeal.submit')}
      onSubmit={async ({ reason }) =>
        (await appeal({ variables: { input: { decisionId, reason } } })).data?.appealDecision
      }
      onDone={() => toast(t('appeal.done'))}
    >
      <TextArea name="reason" label={t('appeal.reason')} hint={t('appeal.reason.hint')} rows={3} maxLength={2000} />
    </Form>
  );
}
