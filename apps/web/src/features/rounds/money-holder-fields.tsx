import { useLazyQuery } from '@apollo/client/react';
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

/** The answer that says that the lead organisation holds the money itself. */
export const THE_LEAD = '';

const TYPED_FOR_MS = 300;
const LEAST_LETTERS = 2;

/** Who holds the money: the lead organisation, or a verified one that is found by its name. */
export function MoneyHolderFields({ name: typed }: { readonly name: string }) {
  const t = useRoundWords();
  const [find, { data }] = useLazyQuery(FindMoneyHoldersDocument);
  const name = typed.trim();
  useEffect(() => {
    if (name.length < LEAST_LETTERS) return undefined;
    const waits = setTimeout(() => void find({ variables: { name } }).catch(() => undefined), TYPED_FOR_MS);
    return () => clearTimeout(waits);
  }, [find, name]);
  const found = name.length < LEAST_LETTERS ? [] : (data?.organisations.nodes ?? []);
  return (
    <>
      <TextField name="holderName" label={t('open.holder.find')} hint={t('open.holder.hint')} optional />
      <RadioGroup
        name="moneyHolderOrganisationId"
        label={t('open.holder')}
        optional
        options={[
          { value: THE_LEAD, label: t('open.holder.lead') },
          ...found.map((holder) => ({ value: holder.id, label: holder.name })),
        ]}
      />
    </>
  );
}
