import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { HelpContacts } from '../../ui/help-contacts.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import { Day, Month } from '../../ui/time.js';
import { useStewardshipWords } from './words.js';

const TransparencyDocument = graphql(`
  query Transparency {
    transparency {
      firstPosts
      lines {
        month
        what
        kind
        count
        fewerThan
      }
      policies {
        version
        votesOfSupport
        verifiedOrganisations
        adoptionInterests
        livedExperienceVoices
        inForceFrom
      }
    }
  }
`);

const WHAT = [
  'REPORTS',
  'DECISIONS',
  'REDACTIONS',
  'HELD_POSTS',
  'VOTE_BURSTS',
  'LOOKS_AT_IDENTITY',
  'APPEALS',
  'APPEALS_DECIDED',
] as const;
const KINDS = [
  'SOMEONE_AT_RISK',
  'PERSONAL_DATA',
  'HARASSMENT',
  'SPAM',
  'UNTRUE',
  'OTHER',
  'KEPT',
  'REMOVED',
  'APPROVED',
  'DECLINED',
  'NOTHING_WRONG',
  'SET_ASIDE',
  'EMAIL',
  'PHONE',
  'POSTCODE_UK',
  'POSTCODE_SG',
  'ADDRESS',
  'NATIONAL_INSURANCE_NUMBER',
  'NHS_NUMBER',
  'NRIC',
  'SOCIAL_SECURITY_NUMBER',
  'DATE_OF_BIRTH',
  'CARD_NUMBER',
  'NAMED_PERSON',
  'Comment',
  'IDEA_DECLINED',
  'CONTENT_REMOVED',
  'VOTES_SET_ASIDE',
  'PERSON_BLOCKED',
  'UPHELD',
  'OVERTURNED',
] as const;

function isOneOf<T extends string>(known: readonly T[], given: string): given is T {
  return (known as readonly string[]).includes(given);
}

export const page = definePage({
  operation: () => operation(TransparencyDocument, {}),
  head: (_data, { i18n }) => {
    const t = useStewardshipWords.of(i18n);
    return { title: t('transparency.title'), description: t('transparency.lead') };
  },
  Component: ({ data: { transparency } }) => {
    const t = useStewardshipWords();
    const { lines, policies, firstPosts } = transparency;
    const silent = WHAT.filter((what) => !lines.some((line) => line.what === what));
    return (
      <PageBody>
        <PageHead title={t('transparency.title')} lead={t('transparency.lead')} />
        {WHAT.filter((what) => lines.some((line) => line.what === what)).map((what) => (
          <Section key={what} heading={t(`transparency.${what}`)} id={what.toLowerCase()}>
            <Table
              caption={t(`transparency.${what}`)}
              hideCaption
              columns={[
                { key: 'kind', label: t('transparency.kind') },
                { key: 'month', label: t('transparency.month') },
                { key: 'count', label: t('transparency.count'), numeric: true },
              ]}
              rows={lines
                .filter((line) => line.what === what)
                .map(({ month, kind, count, fewerThan }) => ({
                  id: `${month}-${kind}`,
                  cells: {
                    kind: isOneOf(KINDS, kind) ? t(`kind.${kind}`) : kind,
                    month: <Month of={month} />,
                    count: count ?? t('transparency.fewerThan', { number: fewerThan ?? 0 }),
                  },
                }))}
            />
          </Section>
        ))}
        {silent.length === 0 ? null : (
          <Section heading={t('transparency.silent')} id="nothing">
            <ul>
              {silent.map((what) => (
                <li key={what}>{t(`transparency.${what}`)}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section heading={t('transparency.rules')} id="rules">
          <p>{t('transparency.rules.text')}</p>
          <Table
            caption={t('transparency.rules')}
            hideCaption
            columns={[
              { key: 'from', label: t('policy.from') },
              { key: 'votes', label: t('policy.votesOfSupport'), numeric: true },
              { key: 'organisations', label: t('policy.verifiedOrganisations'), numeric: true },
              { key: 'adoption', label: t('policy.adoptionInterests'), numeric: true },
              { key: 'voices', label: t('policy.livedExperienceVoices'), numeric: true },
            ]}
            rows={policies.map((policy) => ({
              id: String(policy.version),
              cells: {
                from: policy.inForceFrom == null ? t('policy.beginning') : <Day on={policy.inForceFrom} />,
                votes: policy.votesOfSupport,
                organisations: policy.verifiedOrganisations,
                adoption: policy.adoptionInterests,
                voices: policy.livedExperienceVoices,
              },
            }))}
          />
          <p>{t(isOneOf(FIRST_POSTS, firstPosts) ? `firstPosts.now.${firstPosts}` : 'firstPosts.now.PUBLISHED')}</p>
        </Section>
        <HelpContacts />
      </PageBody>
    );
  },
});

const FIRST_POSTS = ['PUBLISHED', 'LINKS_HELD', 'HELD'] as const;
