import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section } from '../../ui/layout.js';
import css from './the-table.module.css';
import { useVentureWords } from './words.js';

const TakeSeat = later(() => import('./take-seat.js').then((part) => part.TakeSeat));

export const TheTable_venture = graphql(`
  fragment TheTable_venture on Venture {
    id
    slug
    seats {
      kind
      people
      missing
    }
    seatHolders {
      kind
      alias
      accessNeeds
      person {
        id
        handle
        name
      }
    }
    viewerCan {
      takeSeat {
        allowed
      }
      leaveSeat {
        allowed
      }
    }
  }
`);

const LeaveSeatDocument = graphql(`
  mutation LeaveSeat($input: LeaveSeatInput!) {
    leaveSeat(input: $input) {
      ... on LeaveSeatPayload {
        venture {
          id
          ...TheTable_venture
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

/** Who sits at the table. A seat that nobody holds is drawn as one, so that it is seen to be empty. */
export function TheTable({ venture }: { readonly venture: FragmentType<typeof TheTable_venture> }) {
  const t = useVentureWords();
  const [leave] = useMutation(LeaveSeatDocument);
  const data = useFragmentData(TheTable_venture, venture);
  if (data === null) return null;
  return (
    <Section heading={t('table.title')} id="table">
      <p>{t('table.lead')}</p>
      <ul className={css.table}>
        {data.seats.map(({ kind, people, missing }) => (
          <li key={kind} className={css[kind]}>
            <h3>{t(`seat.${kind}`)}</h3>
            <p className={css.count}>{t('table.count', { people, missing })}</p>
            <ul className={css.seats}>
              {data.seatHolders
                .filter((holder) => holder.kind === kind)
                .map(({ person, alias, accessNeeds }, index) => (
                  <li key={person?.id ?? `${alias} ${index}`} className={css.seat}>
                    {person == null ? (
                      <span>{alias === '' ? t('table.unnamed') : alias}</span>
                    ) : (
                      <Link to={`/people/${person.handle}`}>{person.name}</Link>
                    )}
                    {accessNeeds == null || accessNeeds === '' ? null : (
                      <span className={css.needs}>{t('table.needs', { needs: accessNeeds })}</span>
                    )}
                  </li>
                ))}
              {Array.from({ length: missing }, (_, index) => (
                <li key={index} className={css.empty}>
                  {t('table.empty')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {data.viewerCan.takeSeat.allowed ? <TakeSeat ventureId={data.id} /> : null}
      {data.viewerCan.leaveSeat.allowed ? (
        <ActionButton
          confirm={{ title: t('table.leave.title'), text: t('table.leave.text'), submit: t('table.leave') }}
          run={async () => (await leave({ variables: { input: { ventureId: data.id } } })).data?.leaveSeat}
        >
          {t('table.leave')}
        </ActionButton>
      ) : null}
    </Section>
  );
}
