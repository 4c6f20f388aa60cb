import { ReturnsPart } from '../../features/returns/returns-part.js';
import { useReturnWords } from '../../features/returns/words.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { PageBody, PageHead } from '../../ui/layout.js';

const VentureReturnsDocument = graphql(`
  query VentureReturns($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
      ...ReturnsPart_venture
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(VentureReturnsDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => ({
    title: `${useReturnWords.of(i18n)('part.title')}: ${data.venture?.title ?? ''}`,
    description: useReturnWords.of(i18n)('part.lead'),
  }),
  Component: ({ data: { venture } }) => {
    const t = useReturnWords();
    if (venture == null) return null;
    return (
      <PageBody>
        <Breadcrumb trail={[{ to: `/ventures/${venture.slug}`, label: venture.title }]} here={t('part.title')} />
        <PageHead title={t('part.title')} kicker={<span lang={venture.language}>{venture.title}</span>} />
        <ReturnsPart venture={venture} />
      </PageBody>
    );
  },
});
