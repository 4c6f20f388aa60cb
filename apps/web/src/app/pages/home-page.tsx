import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';

const HomeDocument = graphql(`
  query Home {
    pipeline {
      stages {
        stage
        count
      }
    }
  }
`);

export const page = definePage({
  operation: () => operation(HomeDocument, {}),
  head: () => ({ title: 'OpenImpact' }),
  Component: ({ data }) => (
    <PageBody>
      <PageHead title="A need" />
      <p>{data.pipeline.stages.length}</p>
    </PageBody>
  ),
});
