import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { Notice, Tag } from '../../ui/notice.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { AgreementForm } from './agreement-form.js';
import { Condition, Due } from './output-line.js';
import { SignAgreement } from './sign-agreement.js';
import { useAgreementWords } from './words.js';

const AgreementDocument = graphql(`
  query Agreement($slug: String!) {
    idea(slug: $slug) {
      id
      slug
      title
      language
      leadOrganisation {
        id
        name
      }
      viewerCan {
        draftCommonsAgreement {
          allowed
          requirements {
            code
            message
            met
          }
        }
      }
      commonsAgreement {
        id
        version
        revision
        status
        signedAt
        signedFor {
          id
          name
        }
        outputs {
          id
          kind
          title
          description
          licenceCondition
          dueOn
          dueAfterDays
          tranchePosition
        }
        viewerCan {
          sign {
            allowed
            requirements {
              code
              message
              met
              current
            }
          }
        }
      }
      commonsAgreements {
        id
        version
        status
        signedAt
        signedFor {
          id
          name
        }
      }
    }
  }
`);

type AgreementData = ResultOf<typeof AgreementDocument>;
type Idea = NonNullable<AgreementData['idea']>;

export const page = definePage({
  operation: ({ params }) => operation(AgreementDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.idea != null,
  head: (data, { i18n }) => ({
    title: `${useAgreementWords.of(i18n)('page.title')}: ${data.idea?.title ?? ''}`,
    description: useAgreementWords.of(i18n)('part.lead'),
  }),
  Component: AgreementPage,
});

function AgreementPage({ data }: PageProps<AgreementData>) {
  const t = useAgreementWords();
  const idea = data.idea as Idea;
  const agreement = idea.commonsAgreement;
  const { draftCommonsAgreement: draft } = idea.viewerCan;
  return (
    <PageBody>
      <PageHead
        title={t('page.title')}
        kicker={t.rich(
          'page.for',
          { title: idea.title },
          { link: <Link to={`/ideas/${idea.slug}`} lang={idea.language} /> },
        )}
        lead={t('part.lead')}
      />
      {agreement == null ? <p>{t('part.none')}</p> : <Promises agreement={agreement} />}
      {agreement?.status === 'DRAFT' && idea.leadOrganisation != null ? (
        <SignAgreement
          agreementId={agreement.id}
          revision={agreement.revision}
          organisation={idea.leadOrganisation}
          permission={agreement.viewerCan.sign}
        />
      ) : null}
      {draft.allowed ? (
        <Section heading={t(agreement == null ? 'page.write' : 'page.rewrite')} id="write">
          {agreement?.status === 'SIGNED' ? (
            <details>
              <summary>{t('page.begin')}</summary>
              <Notice tone="attention">{t('page.new')}</Notice>
              <AgreementForm ideaId={idea.id} outputs={agreement.outputs} />
            </details>
          ) : (
            <AgreementForm ideaId={idea.id} outputs={agreement?.outputs ?? []} />
          )}
        </Section>
      ) : agreement == null ? (
        <RequirementList requirements={draft.requirements} />
      ) : null}
      <Versions idea={idea} />
    </PageBody>
  );
}

function Promises({ agreement }: { readonly agreement: NonNullable<Idea['commonsAgreement']> }) {
  const t = useAgreementWords();
  const v = useVocabulary();
  return (
    <Section
      heading={t('page.version', { version: agreement.version })}
      id="promises"
      action={
        <Tag tone={agreement.status === 'SIGNED' ? 'good' : 'attention'}>{t(`page.status.${agreement.status}`)}</Tag>
      }
    >
      {agreement.signedFor == null || agreement.signedAt == null ? null : (
        <p>
          {t.rich('part.signed', { organisation: agreement.signedFor.name }, { day: <Day on={agreement.signedAt} /> })}
        </p>
      )}
      <Table
        caption={t('page.outputs')}
        hideCaption
        columns={[
          { key: 'what', label: t('page.output') },
          { key: 'kind', label: t('page.kind') },
          { key: 'licence', label: t('page.licence') },
          { key: 'due', label: t('page.due') },
        ]}
        rows={agreement.outputs.map((output) => ({
          id: output.id,
          cells: {
            what: output.description === '' ? output.title : `${output.title}: ${output.description}`,
            kind: v.outputKind(output.kind),
            licence: <Condition condition={output.licenceCondition} />,
            due: <Due {...output} />,
          },
        }))}
      />
    </Section>
  );
}

function Versions({ idea }: { readonly idea: Idea }) {
  const t = useAgreementWords();
  const earlier = idea.commonsAgreements.filter(({ id }) => id !== idea.commonsAgreement?.id);
  if (earlier.length === 0) return null;
  return (
    <Section heading={t('page.versions')} id="versions">
      <ul>
        {earlier.map(({ id, version, status, signedAt, signedFor }) => (
          <li key={id}>
            {t('page.version', { version })}: {t(`page.status.${status}`)}
            {signedAt == null || signedFor == null ? null : (
              <>
                {'. '}
                {t.rich('part.signed', { organisation: signedFor.name }, { day: <Day on={signedAt} /> })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
