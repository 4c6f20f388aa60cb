import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { Section } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import { useVentureWords } from './words.js';

const RemoveTeamMember = later(() => import('./remove-team-member.js').then((part) => part.RemoveTeamMember));
const AddTeamMember = later(() => import('./add-team-member.js').then((part) => part.AddTeamMember));

export const Team_venture = graphql(`
  fragment Team_venture on Venture {
    id
    team {
      role
      person {
        id
        handle
        name
      }
    }
    viewerCan {
      coordinate {
        allowed
      }
    }
  }
`);

/** The coordinating team. */
export function Team({ venture }: { readonly venture: FragmentType<typeof Team_venture> }) {
  const t = useVentureWords();
  const { person: you } = useViewer();
  const data = useFragmentData(Team_venture, venture);
  if (data === null) return null;
  return (
    <Section heading={t('team.title')} id="team">
      {data.team.length === 0 ? (
        <p>{t('team.none')}</p>
      ) : (
        <ul>
          {data.team.map(({ role, person }) => (
            <li key={`${role} ${person?.id ?? ''}`}>
              {person == null ? t('team.gone') : <Link to={`/people/${person.handle}`}>{person.name}</Link>} (
              {t(`team.${role}`)}){' '}
              {person != null && (data.viewerCan.coordinate.allowed || person.id === you?.id) ? (
                <RemoveTeamMember ventureId={data.id} person={person} role={role} isYou={person.id === you?.id} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {data.viewerCan.coordinate.allowed ? <AddTeamMember ventureId={data.id} /> : null}
    </Section>
  );
}

export const Members_venture = graphql(`
  fragment Members_venture on Venture {
    id
    members {
      role
      signedVersion
      organisation {
        id
        slug
        name
      }
    }
  }
`);

/** The organisations in it, and which agenda each signed. */
export function Members({ venture }: { readonly venture: FragmentType<typeof Members_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Members_venture, venture);
  if (data === null) return null;
  return (
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
  );
}
