import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { RedactionKind, RedactionPlacesQuery } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { Select, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import { useStewardshipWords } from './words.js';

const RedactionPlacesDocument = graphql(`
  query RedactionPlaces($text: String!) {
    redactionPreview(text: $text) {
      table
      column
      rows
    }
  }
`);

const RedactDocument = graphql(`
  mutation Redact($input: RedactInput!) {
    redact(input: $input) {
      ... on RedactPayload {
        places
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

const KINDS = [
  'NAMED_PERSON',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'POSTCODE_UK',
  'POSTCODE_SG',
  'DATE_OF_BIRTH',
  'NHS_NUMBER',
  'NATIONAL_INSURANCE_NUMBER',
  'NRIC',
  'SOCIAL_SECURITY_NUMBER',
  'CARD_NUMBER',
  'OTHER',
] as const satisfies readonly RedactionKind[];

/** Looks first where something stands, then takes it out everywhere. What is typed here is kept nowhere. */
export function RedactForm() {
  const t = useStewardshipWords();
  const toast = useToast();
  const client = useApolloClient();
  const [redact] = useMutation(RedactDocument);
  const form = useForm({ initial: { text: '', kind: '' } });
  const [looked, setLooked] = useState<{
    readonly text: string;
    readonly places: RedactionPlacesQuery['redactionPreview'];
  } | null>(null);
  const places = looked?.text === form.values.text ? looked.places : null;
  const count = (places ?? []).reduce((total, { rows }) => total + rows, 0);
  return (
    <Stack gap={4}>
      <p>{t('redact.lead')}</p>
      <Form
        form={form}
        label={t('redact.title')}
        submit={t('redact.look')}
        onSubmit={async ({ text }) => {
          const { data } = await client.query({
            query: RedactionPlacesDocument,
            variables: { text },
            fetchPolicy: 'no-cache',
          });
          setLooked({ text, places: data?.redactionPreview ?? [] });
          return { __typename: 'Looked' };
        }}
      >
        <TextField name="text" label={t('redact.text')} />
        <Select
          name="kind"
          label={t('redact.kind')}
          options={KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        />
      </Form>
      {places === null ? null : (
        <div role="status">
          {places.length === 0 ? (
            <p>{t('redact.nowhere')}</p>
          ) : (
            <>
              <p>{t('redact.places', { count })}</p>
              <ul>
                {places.map(({ table, column, rows }) => (
                  <li key={`${table}.${column}`}>{t('redact.place', { table, column, rows })}</li>
                ))}
              </ul>
              <ActionButton
                look="danger"
                confirm={{
                  title: t('redact.confirm'),
                  text: t('redact.confirm.text'),
                  submit: t('redact.submit'),
                }}
                run={async () => {
                  const { text, kind } = form.values;
                  return (await redact({ variables: { input: { text, kind: kind as RedactionKind } } })).data?.redact;
                }}
                onDone={(payload) => {
                  toast(t('redact.done', { count: payload.places }));
                  form.reset();
                  setLooked(null);
                }}
              >
                {t('redact.submit')}
              </ActionButton>
            </>
          )}
        </div>
      )}
    </Stack>
  );
}
