import { useMutation, useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { Select } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Open } from '../../ui/open.js';
import { Loading } from '../../ui/states.js';
import { useMeasurementWords } from './words.js';

const StandardsDocument = graphql(`
  query Standards {
    commonsEntries(first: 50, filter: { kinds: [DATA_STANDARD] }) {
      nodes {
        id
        title
      }
    }
  }
`);

const AdoptStandardDocument = graphql(`
  mutation AdoptStandard($input: AdoptStandardInput!) {
    adoptStandard(input: $input) {
      ... on AdoptStandardPayload {
        venture {
          id
          ...Indicators_venture
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

/** Takes up the indicators of a shared data standard, so that numbers can be compared across projects. */
export function AdoptStandard({ ventureId }: { readonly ventureId: string }) {
  const t = useMeasurementWords();
  return <Open label={t('adopt')}>{(close) => <Choose ventureId={ventureId} onDone={close} />}</Open>;
}

function Choose({ ventureId, onDone }: { readonly ventureId: string; readonly onDone: () => void }) {
  const t = useMeasurementWords();
  const { data } = useQuery(StandardsDocument);
  const standards = data?.commonsEntries?.nodes;
  if (standards === undefined) return <Loading />;
  if (standards.length === 0) return <p>{t('adopt.none')}</p>;
  return (
    <AdoptForm
      ventureId={ventureId}
      standards={standards.flatMap(({ id, title }) =>
        id == null || title == null ? [] : [{ value: id, label: title }],
      )}
      onDone={onDone}
    />
  );
}

interface AdoptFormProps {
  readonly ventureId: string;
  readonly standards: readonly { readonly value: string; readonly label: string }[];
  readonly onDone: () => void;
}

function AdoptForm({ ventureId, standards, onDone }: AdoptFormProps) {
  const t = useMeasurementWords();
  const [adopt] = useMutation(AdoptStandardDocument);
  const form = useForm({ initial: { entryId: standards[0]?.value ?? '' } });
  return (
    <Form
      form={form}
      submit={t('adopt.submit')}
      label={t('adopt')}
      onSubmit={async ({ entryId }) =>
        (await adopt({ variables: { input: { ventureId, entryId } } })).data?.adoptStandard
      }
      onDone={onDone}
    >
      <Select name="entryId" label={t('adopt.which')} options={standards} />
    </Form>
  );
}
