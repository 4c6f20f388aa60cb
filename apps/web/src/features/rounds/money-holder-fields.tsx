import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';

import { graphql } from '../../gql/index.js';
import { RadioGroup, TextField } from '../../ui/fields.js';
import { useRoundWords } from './words.js';

const FindMoneyHoldersDocument = graphql(`
  query FindMoneyHolders($name: String!) {
    organisations(first: 8, filter: { search: $name, verified: true }) {
      nodes {
        id
        name
      }
    }
  }
`);

const ChosenMoneyHolderDocument = graphql(`
  query ChosenMoneyHolder($id: ID!) {
    node(id: $id) {
      __typename
      ... on Organisation {
        id
        name
      }
    }
  }
`);

/** The answer that says that the lead organisation holds the money itself. */
export const THE_LEAD = '';

const TYPED_FOR_MS = 300;
const LEAST_LETTERS = 2;

interface MoneyHolderFieldsProps {
  readonly name: string;
  /** The id of the organisation that is chosen, or {@link THE_LEAD}. */
  readonly chosen: string;
}

/** Who holds the money: the lead organisation, or a verified one that is found by its name. */
export function MoneyHolderFields({ name: typed, chosen }: MoneyHolderFieldsProps) {
  const t = useRoundWords();
  const [find, { data }] = useLazyQuery(FindMoneyHoldersDocument);
  const name = typed.trim();
  useEffect(() => {
    if (name.length < LEAST_LETTERS) return undefined;
    const waits = setTimeout(() => void find({ variables: { name } }).catch(() => undefined), TYPED_FOR_MS);
    return () => clearTimeout(waits);
  }, [find, name]);
  const found = name.length < LEAST_LETTERS ? [] : (data?.organisations.nodes ?? []);
  // What is chosen stays to be seen, whatever is typed after it: nobody must hold money without being read.
  const { data: kept } = useQuery(ChosenMoneyHolderDocument, { variables: { id: chosen }, skip: chosen === THE_LEAD });
  const holder = kept?.node?.__typename === 'Organisation' ? kept.node : undefined;
  const holders = holder === undefined || found.some(({ id }) => id === holder.id) ? found : [holder, ...found];
  return (
    <>
      <TextField name="holderName" label={t('open.holder.find')} hint={t('open.holder.hint')} optional />
      {/* A question with one answer is none. */}
      {holders.length === 0 ? null : (
        <RadioGroup
          name="moneyHolderOrganisationId"
          label={t('open.holder')}
          optional
          options={[
            { value: THE_LEAD, label: t('open.holder.lead') },
            ...holders.map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      )}
    </>
  );
}
