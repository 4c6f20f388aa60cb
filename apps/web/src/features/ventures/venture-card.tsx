import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Card } from '../../ui/card.js';
import { useVentureWords } from './words.js';

export const VentureCard_venture = graphql(`
  fragment VentureCard_venture on Venture {
    id
    slug
    title
    language
    status
    phase
    leadOrganisation {
      id
      name
    }
    seats {
      kind
      people
    }
  }
`);

/** A project in a list. */
export function VentureCard({ venture }: { readonly venture: FragmentType<typeof VentureCard_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(VentureCard_venture, venture);
  if (data === null) return null;
  const open = data.status === 'CONVENING' || data.status === 'ACTIVE';
  return (
    <Card
      title={data.title}
      to={`/ventures/${data.slug}`}
      lang={data.language}
      kicker={`${t(`status.${data.status}`)} · ${t(`phase.${data.phase}`)}`}
      level={2}
      footer={open ? t('card.empty', { count: data.seats.filter(({ people }) => people === 0).length }) : undefined}
    >
      {data.leadOrganisation == null ? null : t('card.lead', { organisation: data.leadOrganisation.name })}
    </Card>
  );
}
