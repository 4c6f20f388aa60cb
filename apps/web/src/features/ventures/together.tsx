import { Link } from 'react-router';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import { AddTeamMember } from './add-team-member.js';
import { TakeSeat } from './take-seat.js';
import { useVentureWords } from './words.js';

export const Together_venture = graphql(`
  fragment Together_venture on Venture {
    id
    seats {
      kind
      people
      missing
    }
    seatHolders {
      kind
      person {
        id
        handle
        name
      }
    }
    team {
      role
      person {
        id
        handle
        name
      }
    }
    members {
      role
      signedVersion
      organisation {
        id
        slug
        name
      }
    }
    viewerCan {
      takeSeat {
        allowed
      }
      coordinate {
        allowed
      }
    }
  }
`);

/** Who is in it: the table with its empty seats, the coordinating team, the organisations. */
export function Together({ venture }: { readonly venture: FragmentType<typeof Together_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Together_venture, venture);
  if (data === null) return null;
  const named = data.seatHolders.flatMap(({ kind, person }) => (person == null ? [] : [{ kind, person }]));
  return (
    <Stack gap={7}>
      <Section heading={t('table.title')} id="table">
        <p>{t('table.lead')}</p>
        <Table
          caption={t('table.title')}
          hideCaption
          columns={[
            { key: 'kind', label: t('table.kind') },
            { key: 'people', label: t('table.people'), numeric: true },
            { key: 'missing', label: t('table.missing'), numeric: true },
          ]}
          rows={data.seats.map(({ kind, people, missing }) => ({
            id: kind,
            cells: { kind: t(`seat.${kind}`), people: people === 0 ? t('table.none') : people, missing },
          }))}
        />
        {named.length === 0 ? null : (
          <ul aria-label={t('table.named')}>
            {named.map(({ kind, person }) => (
              <li key={person.id}>
                <Link to={`/people/${person.handle}`}>{person.name}</Link> ({t(`seat.${kind}`)})
              </li>
            ))}
          </ul>
        )}
        {data.viewerCan.takeSeat.allowed ? <TakeSeat ventureId={data.id} /> : null}
      </Section>
      <Section heading={t('team.title')} id="team">
        {data.team.length === 0 ? (
          <p>{t('team.none')}</p>
        ) : (
          <ul>
            {data.team.map(({ role, person }) => (
              <li key={`${role} ${person?.id ?? ''}`}>
                {person == null ? t('team.gone') : <Link to={`/people/${person.handle}`}>{person.name}</Link>} (
                {t(`team.${role}`)})
              </li>
            ))}
          </ul>
        )}
        {data.viewerCan.coordinate.allowed ? <AddTeamMember ventureId={data.id} /> : null}
      </Section>
      <Section heading={t('members.title')} id="members">
        <Table
          caption={t('members.title')}
          hideCaption
          columns={[
            { key: 'organisation', label: t('members.organisation') },
            { key: 'role', label: t('members.role') },
            { key: 'signed', label: t('members.signed') },
          ]}
          rows={data.members.map(({ organisation, role, signedVersion }) => ({
            id: organisation.id,
            cells: {
              organisation: <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>,
              role: t(`role.${role}`),
              signed:
                signedVersion == null
                  ? t('members.signed.none')
                  : t('members.signed.version', { version: signedVersion }),
            },
          }))}
        />
      </Section>
    </Stack>
  );
}
