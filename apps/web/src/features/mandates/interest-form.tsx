import { useMutation, useQuery } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Loading } from '../../ui/states.js';
import { useMandateWords } from './words.js';

const OwnOffersDocument = graphql(`
  query OwnOffers($organisationId: ID!) {
    mandates(first: 50, filter: { organisationId: $organisationId }) {
      nodes {
        id
        title
      }
    }
  }
`);

const ExpressInterestDocument = graphql(`
  mutation ExpressInterest($input: ExpressInterestInput!) {
    expressInterest(input: $input) {
      ... on ExpressInterestPayload {
        idea {
          id
          ...IdeaFunders_idea
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

interface InterestFormProps {
  readonly ideaId: string;
  readonly onDone: () => void;
}

/** Says that an idea interests a funder, subject to its board. No amount is asked for: nothing would count it. */
export function InterestForm({ ideaId, onDone }: InterestFormProps) {
  const t = useMandateWords();
  const { memberships, actingFor } = useViewer();
  const organisationId = actingFor ?? memberships[0]?.organisation.id ?? '';
  const { data } = useQuery(OwnOffersDocument, { variables: { organisationId }, ssr: false });
  if (!data) return <Loading label={t('funders.looking')} />;
  const offers = data.mandates.nodes;
  if (offers.length === 0) return <p>{t.rich('interest.none', {}, { link: <Link to="/mandates/new" /> })}</p>;
  return <Ask ideaId={ideaId} offers={offers} onDone={onDone} />;
}

function Ask({
  ideaId,
  offers,
  onDone,
}: InterestFormProps & { readonly offers: readonly { readonly id: string; readonly title: string }[] }) {
  const t = useMandateWords();
  const [express] = useMutation(ExpressInterestDocument);
  const form = useForm({ initial: { mandateId: offers[0]?.id ?? '', boardMeetsOn: '', note: '' } });
  return (
    <Form
      form={form}
      label={t('interest.title')}
      submit={t('interest.submit')}
      onSubmit={async (values) =>
        (await express({ variables: { input: { ideaId, ...values } } })).data?.expressInterest
      }
      onDone={onDone}
    >
      <p>{t('interest.text')}</p>
      <Select
        name="mandateId"
        label={t('interest.offer')}
        options={offers.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField name="boardMeetsOn" type="date" label={t('interest.day')} width="short" />
      <TextArea name="note" label={t('interest.note')} rows={2} maxLength={500} optional />
    </Form>
  );
}
