import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { VisuallyHidden } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { InviteMany } from './invite-many.js';
import { InviteForm, OpenInvitations } from './invite.js';
import { LeaveButton, RoleEditor } from './roles.js';
import { useOrganisationWords } from './words.js';

export const Members_organisation = graphql(`
  fragment Members_organisation on Organisation {
    id
    name
    viewerRoles
    members {
      since
      roles
      person {
        id
        handle
        name
      }
    }
    invitations {
      id
      email
      roles
      approverAskedFor
      expiresAt
    }
    viewerCan {
      manageMembers {
        allowed
      }
    }
  }
`);

/** Who acts for an organisation; for its admins also how that changes. */
export function Members({ organisation }: { readonly organisation: FragmentType<typeof Members_organisation> }) {
  const t = useOrganisationWords();
  const vocabulary = useVocabulary();
  const viewer = useViewer();
  const data = useFragmentData(Members_organisation, organisation);
  if (data === null) return null;
  const { id, name, members, invitations, viewerRoles } = data;
  const manages = data.viewerCan.manageMembers.allowed;
  return (
    <>
      <Table
        caption={t('members.caption', { name })}
        hideCaption
        columns={[
          { key: 'person', label: t('members.person') },
          { key: 'roles', label: t('members.roles') },
          { key: 'since', label: t('members.since') },
          ...(manages ? [{ key: 'change', label: <VisuallyHidden>{t('members.change')}</VisuallyHidden> }] : []),
        ]}
        rows={members.map(({ person, roles, since }) => ({
          id: person.id,
          cells: {
            person: <Link to={`/people/${person.handle}`}>{person.name}</Link>,
            roles: roles.map(vocabulary.role).join(', '),
            since: <Day on={since} />,
            ...(manages ? { change: <RoleEditor organisation={{ id, name }} person={person} roles={roles} /> } : {}),
          },
        }))}
      />
      {manages ? <OpenInvitations invitations={invitations} /> : null}
      {manages ? <InviteForm organisationId={id} /> : null}
      {manages ? <InviteMany organisationId={id} /> : null}
      {viewerRoles.length > 0 && viewer.person !== null ? (
        <LeaveButton organisation={{ id, name }} personId={viewer.person.id} />
      ) : null}
    </>
  );
}
