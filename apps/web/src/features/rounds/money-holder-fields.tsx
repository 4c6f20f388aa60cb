import { useLazyQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';

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

interface Holder {
  readonly id: string;
  readonly name: string;
}

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
  const [known, setKnown] = useState<readonly Holder[]>([]);
  const [find, { data }] = useLazyQuery(FindMoneyHoldersDocument);
  const name = typed.trim();
  useEffect(() => {
    if (name.length < LEAST_LETTERS) return undefined;
    const waits = setTimeout(() => void find({ variables: { name } }).catch(() => undefined), TYPED_FOR_MS);
    return () => clearTimeout(waits);
  }, [find, name]);
  const found = name.length < LEAST_LETTERS ? [] : (data?.organisations.nodes ?? []);
  const isNew = found.some(({ id }) => known.every((holder) => holder.id !== id));
  if (isNew) setKnown([...known, ...found]);
  // What is chosen stays to be seen, whatever is typed after: nobody must hold money without being read.
  const kept = found.some(({ id }) => id === chosen) ? undefined : known.find(({ id }) => id === chosen);
  const holders = kept === undefined ? found : [kept, ...found];
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
            ...holders.map((holder) => ({ value: holder.id, label: holder.name })),
          ]}
        />
      )}
    </>
  );
}
