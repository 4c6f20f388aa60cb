import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { later } from '../../lib/later.js';
import { definePage, operation } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { GrantsTable, GrantSums } from './grants-table.js';
import { useGrantWords } from './words.js';

const ImportGrants = later(() => import('./import-grants.js').then((part) => part.ImportGrants));

const EarlierGrantsDocument = graphql(`
  query EarlierGrants($slug: String!, $after: String) {
    organisation(slug: $slug) {
      id
      slug
      name
      viewerRoles
      earlierGrantSums {
        grants
        amount {
          minorUnits
          currency
          decimals
        }
        firstOn
        lastOn
      }
      earlierGrants(first: 50, after: $after) {
        nodes {
          id
          grantId
          title
          recipient
          amount {
            minorUnits
            currency
            decimals
          }
          awardedOn
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const RemoveEarlierGrantsDocument = graphql(`
  mutation RemoveEarlierGrants($input: RemoveEarlierGrantsInput!) {
    removeEarlierGrants(input: $input) {
      ... on RemoveEarlierGrantsPayload {
        organisation {
          id
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

/** What a funder gave before, elsewhere: for everybody to read, and for its people to bring in. */
export const page = definePage({
  operation: ({ params, search }) =>
    operation(EarlierGrantsDocument, { slug: params['slug'] ?? '', after: search.get('after') }),
  found: (data) => data.organisation != null,
  head: ({ organisation }, { i18n }) => {
    const t = useGrantWords.of(i18n);
    const name = organisation?.name ?? '';
    return { title: t('title', { name }), description: t('lead', { name }) };
  },
  Component: ({ data: { organisation } }) => {
    const t = useGrantWords();
    const client = useApolloClient();
    const [remove] = useMutation(RemoveEarlierGrantsDocument);
    if (organisation == null) return null;
    const { id, slug, name, viewerRoles, earlierGrantSums, earlierGrants } = organisation;
    const mayAct = viewerRoles.some((role) => role === 'ADMIN' || role === 'MEMBER');
    const title = t('title', { name });
    return (
      <PageBody>
        <Breadcrumb trail={[{ to: `/organisations/${slug}`, label: name }]} here={t('here')} />
        <PageHead title={title} lead={t('lead', { name })} />
        <Stack gap={6}>
          {earlierGrantSums.length === 0 ? <p>{t('none', { name })}</p> : null}
          <GrantSums sums={earlierGrantSums} />
          {earlierGrants.nodes.length === 0 ? null : <GrantsTable caption={title} grants={earlierGrants.nodes} />}
          <ShowMore pageInfo={earlierGrants.pageInfo} />
          {mayAct ? <ImportGrants organisationId={id} /> : null}
          {mayAct && earlierGrantSums.length > 0 ? (
            <ActionButton
              look="quiet"
              confirm={{ title: t('remove.title'), text: t('remove.text'), submit: t('remove') }}
              run={async () =>
                (await remove({ variables: { input: { organisationId: id } } })).data?.removeEarlierGrants
              }
              onDone={() => void client.refetchQueries({ include: ['EarlierGrants'] })}
            >
              {t('remove')}
            </ActionButton>
          ) : null}
        </Stack>
      </PageBody>
    );
  },
});
