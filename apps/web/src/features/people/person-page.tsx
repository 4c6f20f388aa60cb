import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Row } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import { usePeopleWords } from './words.js';

const PersonDocument = graphql(`
  query Person($handle: String!) {
    person(handle: $handle) {
      id
      handle
      name
      about
      steward
      demonstration
      memberSince
      organisations {
        roles
        organisation {
          id
          slug
          name
        }
      }
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(PersonDocument, { handle: params['handle'] ?? '' }),
  found: (data) => data.person != null,
  head: (data, { i18n }) => ({
    title: data.person?.name ?? '',
    description: usePeopleWords.of(i18n)('person.description', { name: data.person?.name ?? '' }),
    noIndex: true,
  }),
  Component: ({ data: { person } }) => {
    const t = usePeopleWords();
    const vocabulary = useVocabulary();
    const viewer = useViewer();
    if (person == null) return null;
    const isYou = viewer.person?.handle === person.handle;
    return (
      <PageBody>
        <PageHead
          kicker={t('person.kicker')}
          title={person.name}
          actions={isYou ? <LinkButton to="/settings">{t('person.edit')}</LinkButton> : undefined}
        />
        {person.about === '' ? (
          <p>{t('person.nothing', { name: person.name })}</p>
        ) : (
          <Markdown text={person.about} headingLevel={2} />
        )}
        <Facts
          items={[
            {
              label: t('person.organisations'),
              value:
                person.organisations.length === 0 ? null : (
                  <ul>
                    {person.organisations.map(({ organisation, roles }) => (
                      <li key={organisation.id}>
                        <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>{' '}
                        {roles.map(vocabulary.role).join(', ')}
                      </li>
                    ))}
                  </ul>
                ),
            },
            { label: t('person.since'), value: <Day on={person.memberSince} /> },
          ]}
        />
        <Row>
          {person.steward ? <Tag>{t('person.team')}</Tag> : null}
          {person.demonstration ? <Tag>{t('person.demonstration')}</Tag> : null}
        </Row>
      </PageBody>
    );
  },
});
