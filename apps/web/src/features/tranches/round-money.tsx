import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Section, Stack } from '../../ui/layout.js';
import { FundersTable } from './funders-table.js';
import { Instalment } from './instalment.js';
import { useTrancheWords } from './words.js';

export const RoundMoney_round = graphql(`
  fragment RoundMoney_round on FundingRound {
    id
    purpose
    ...FundersTable_round
    tranches {
      position
      title
      amount {
        minorUnits
        currency
        decimals
      }
      viewerCan {
        call {
          allowed
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
      call {
        id
        ...InstalmentCall_call
      }
    }
    leadOrganisation {
      id
    }
  }
`);

/** The money of one round: what each funder agreed, paid and still owes, and the instalments. */
export function RoundMoney({ round }: { readonly round: FragmentType<typeof RoundMoney_round> }) {
  const t = useTrancheWords();
  const v = useVocabulary();
  const data = useFragmentData(RoundMoney_round, round);
  if (data === null) return null;
  return (
    <Section heading={t('round', { purpose: v.roundPurpose(data.purpose) })}>
      <Stack gap={6}>
        <FundersTable round={data} />
        {data.tranches.map((tranche) => (
          <Instalment
            key={tranche.position}
            roundId={data.id}
            leadOrganisationId={data.leadOrganisation.id}
            tranche={tranche}
          />
        ))}
      </Stack>
    </Section>
  );
}

/** Said where no round of a project has succeeded yet. */
export function NoMoneyYet() {
  const t = useTrancheWords();
  return <p>{t('none')}</p>;
}
