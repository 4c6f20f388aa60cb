import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import type { RemedyProps } from '../../ui/remedies.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const KeepPersonalDataDocument = graphql(`
  mutation KeepPersonalData($input: KeepPersonalDataInput!) {
    keepPersonalData(input: $input) {
      ... on KeepPersonalDataPayload {
        found
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

/** Shows what the check found, and takes its author’s word that it is nobody’s secret. */
export function KeepPersonalData({ problem, onSettled }: RemedyProps) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [keep] = useMutation(KeepPersonalDataDocument);
  const found = problem.current ?? '';
  return (
    <div className={css.remedy}>
      <p>
        <mark className={css.found}>{found}</mark>
      </p>
      <ActionButton
        small
        look="quiet"
        run={async () => (await keep({ variables: { input: { found } } })).data?.keepPersonalData}
        onDone={() => {
          onSettled();
          toast(t('keep.done'));
        }}
      >
        {t('keep.submit')}
      </ActionButton>
    </div>
  );
}
