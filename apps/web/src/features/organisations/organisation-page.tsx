import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { Link } from '../../lib/router.js';
import { definePage, operation } from '../../lib/page.js';
import { Facts } from '../../ui/facts.js';
import { FollowButton } from '../../lib/follow.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Amount } from '../../ui/money.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import { EditOrganisation } from './edit-organisation.js';
import { REGISTERS } from './kinds.js';
import { VerificationSection } from './verification.js';
import { useOrganisationWords } from './words.js';

const Members = later(() => import('./members.js').then((part) => part.Members));
const OpennessRecord = later(() => import('./openness-record.js').then((part) => part.OpennessRecord));
const WaitingActs = later(() => import('./waiting-acts.js').then((part) => part.WaitingActs));

const OrganisationDocument = graphql(`
  query Organisation($slug: String!) {
    organisation(slug: $slug) {
      id
      slug
      name
      kind
      viewerFollows
      about
      website
      createdAt
      verifiedAt
      registration {
        register
        number
      }
      approvalThreshold {
        minorUnits
        currency
        decimals
      }
      waiting {
        id
        ...WaitingAct_act
      }
      mandates(first: 20) {
        nodes {
          id
          slug
          title
          language
          available {
            minorUnits
            currency
            decimals
          }
        }
      }
      ...EditOrganisation_organisation
      ...Members_organisation
      ...OpennessRecord_organisation
      ...Verification_organisation
    }
  }
`);

/** The register's own name; its code where it is not one of ours. */
function registerName(t: ReturnType<typeof useOrganisationWords>, code: string): string {
  const register = REGISTERS.find((one) => one === code.replace('-', '_'));
  return register === undefined ? code : t(`verify.register.${register}`);
}

export const page = definePage({
  operation: ({ params }) => operation(OrganisationDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.organisation != null,
  head: (data, { i18n }) => {
    const name = data.organisation?.name ?? '';
    return {
      title: name,
      description:
        data.organisation?.about.slice(0, 160) || useOrganisationWords.of(i18n)('page.description', { name }),
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name,
        ...(data.organisation?.website == null ? {} : { url: data.organisation.website }),
      },
    };
  },
  Component: ({ data: { organisation } }) => {
    const t = useOrganisationWords();
    if (organisation == null) return null;
    const { name, about, website, registration, approvalThreshold, verifiedAt } = organisation;
    return (
      <PageBody>
        <PageHead
          kicker={t(`kind.${organisation.kind}`)}
          title={name}
          actions={<FollowButton type="Organisation" subject={organisation} />}
        />
        {about === '' ? <p>{t('page.nothing', { name })}</p> : <Markdown text={about} headingLevel={2} />}
        <p>
          {verifiedAt == null ? (
            <Tag>{t('unverified')}</Tag>
          ) : (
            <Tag tone="good">
              {t('verified.on')} <Day on={verifiedAt} />
            </Tag>
          )}
        </p>
        <Facts
          items={[
            {
              label: t('page.website'),
              value:
                website == null ? null : (
                  <a href={website} rel="nofollow ugc noopener">
                    {website}
                  </a>
                ),
            },
            {
              label: t('page.registration'),
              value:
                registration == null
                  ? null
                  : t('page.registration.value', {
                      register: registerName(t, registration.register),
                      number: registration.number,
                    }),
            },
            {
              label: t('page.threshold'),
              value: approvalThreshold == null ? null : <Amount of={approvalThreshold} />,
            },
            { label: t('page.since'), value: <Day on={organisation.createdAt} /> },
          ]}
        />
        {organisation.waiting.length === 0 ? null : (
          <Section heading={t('waiting.title')} id="waiting">
            <WaitingActs acts={organisation.waiting} />
          </Section>
        )}
        {organisation.mandates.nodes.length === 0 ? null : (
          <Section heading={t('offers.title')} id="offers">
            <Stack as="ul" gap={3}>
              {organisation.mandates.nodes.map(({ id, slug, title, language, available }) => (
                <li key={id}>
                  {t.rich(
                    'offers.one',
                    { title },
                    { link: <Link to={`/mandates/${slug}`} lang={language} />, available: <Amount of={available} /> },
                  )}
                </li>
              ))}
            </Stack>
          </Section>
        )}
        <Section heading={t('openness.title')} id="openness">
          <OpennessRecord organisation={organisation} />
        </Section>
        <Section heading={t('page.members')} id="members">
          <Members organisation={organisation} />
        </Section>
        <Section heading={t('verify.title')} id="verification">
          <VerificationSection organisation={organisation} />
        </Section>
        <EditOrganisation organisation={organisation} />
      </PageBody>
    );
  },
});
