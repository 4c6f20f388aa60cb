import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { OpenRoundForm } from './open-round-form.js';
import { RoundSection } from './round-section.js';
import { useRoundWords } from './words.js';

const IdeaFundingDocument = graphql(`
  query IdeaFunding($slug: String!) {
    idea(slug: $slug) {
      id
      slug
      title
      language
      stage
      leadOrganisation {
        id
      }
      fundingRounds {
        id
        status
        ...RoundSection_round
      }
    }
  }
`);

const MAY_ASK = ['SUPPORTED', 'SHAPED', 'DELIVERY', 'COMMONS'];

export const page = definePage({
  operation: ({ params }) => operation(IdeaFundingDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.idea != null,
  head: ({ idea }, { i18n }) => ({
    title: useRoundWords.of(i18n)('page.title', { title: idea?.title ?? '' }),
    canonical: `/ideas/${idea?.slug ?? ''}/funding`,
  }),
  Component: ({ data: { idea } }) => {
    const t = useRoundWords();
    const { memberships } = useViewer();
    if (idea == null) return null;
    const leads = memberships.some(({ organisation }) => organisation.id === idea.leadOrganisation?.id);
    const open = idea.fundingRounds.some(({ status }) => status === 'OPEN' || status === 'CLOSING');
    return (
      <PageBody>
        <Breadcrumb
          trail={[{ to: `/ideas/${idea.slug}`, label: <span lang={idea.language}>{idea.title}</span> }]}
          here={t('section.title')}
        />
        <PageHead title={t('page.heading')} />
        <Stack gap={7}>
          {leads && !open && MAY_ASK.includes(idea.stage) ? (
            <Section heading={t('open.title')}>
              <OpenRoundForm ideaId={idea.id} />
            </Section>
          ) : null}
          {idea.fundingRounds.length === 0 ? <p>{t('none')}</p> : null}
          {idea.fundingRounds.map((round) => (
            <RoundSection key={round.id} round={round} />
          ))}
        </Stack>
      </PageBody>
    );
  },
});
