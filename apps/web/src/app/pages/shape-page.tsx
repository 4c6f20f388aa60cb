import { Link } from '../../lib/router.js';
import { AgreementPart } from '../../features/agreements/agreement-part.js';
import { BriefForm } from '../../features/pipeline/brief-form.js';
import { GateChecklist } from '../../features/pipeline/gate-checklist.js';
import { usePipelineWords } from '../../features/pipeline/words.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { Columns, PageBody, PageHead, Stack } from '../../ui/layout.js';

const ShapeDocument = graphql(`
  query Shape($slug: String!) {
    viewer {
      id
    }
    idea(slug: $slug) {
      id
      slug
      title
      language
      ...BriefForm_idea
      ...AgreementPart_idea
      ...GateChecklist_idea
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(ShapeDocument, { slug: params['slug'] ?? '' }),
  public: false,
  found: (data) => data.idea != null,
  head: (data, { i18n }) => ({
    title: `${usePipelineWords.of(i18n)('shape.title')}: ${data.idea?.title ?? ''}`,
    noIndex: true,
  }),
  Component: ({ data: { idea } }) => {
    const t = usePipelineWords();
    if (idea == null) return null;
    return (
      <PageBody>
        <PageHead
          kicker={
            <>
              {t('shape.kicker')}{' '}
              <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
                {idea.title}
              </Link>
            </>
          }
          title={t('shape.title')}
          lead={t('shape.lead')}
        />
        <Columns kind="aside" ruled>
          <Stack gap={6}>
            <BriefForm idea={idea} />
            {/* the look for what exists */}
            <AgreementPart idea={idea} />
          </Stack>
          <Stack gap={6}>
            <GateChecklist idea={idea} />
          </Stack>
        </Columns>
      </PageBody>
    );
  },
});
