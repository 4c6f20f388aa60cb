import { useMutation } from '@apollo/client/react';
import { Link, useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { ReviseQuery } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { PersonalDataCheck } from './beside-typing.js';
import { IdeaFields, type IdeaValues, inputOf } from './idea-fields.js';
import { useIdeaWords } from './words.js';

const ReviseDocument = graphql(`
  query Revise($slug: String!) {
    viewer {
      id
    }
    idea(slug: $slug) {
      id
      slug
      title
      need
      peopleServed
      outcome
      easyRead
      whatExists
      themes
      places
      evidence
      language
      version
      viewerCan {
        revise {
          allowed
          requirements {
            code
            message
            met
            current
            needed
          }
        }
      }
    }
  }
`);

const ReviseIdeaDocument = graphql(`
  mutation ReviseIdea($input: ReviseIdeaInput!) {
    reviseIdea(input: $input) {
      ... on ReviseIdeaPayload {
        idea {
          id
          slug
          title
          version
          ...IdeaText_idea
          ...IdeaHistory_idea
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

export const page = definePage({
  operation: ({ params }) => operation(ReviseDocument, { slug: params['slug'] ?? '' }),
  public: false,
  found: (data) => data.idea != null,
  head: (_data, { i18n }) => ({ title: useIdeaWords.of(i18n)('revise.title'), noIndex: true }),
  Component: ({ data: { idea } }) => {
    const t = useIdeaWords();
    if (idea == null) return null;
    return (
      <PageBody width="narrow">
        <PageHead
          title={t('revise.title')}
          lead={t('revise.lead')}
          actions={<Link to={`/ideas/${idea.slug}`}>{t('revise.back')}</Link>}
        />
        {idea.viewerCan.revise.allowed ? (
          <ReviseForm idea={idea} />
        ) : (
          <RequirementList requirements={idea.viewerCan.revise.requirements} />
        )}
      </PageBody>
    );
  },
});

function ReviseForm({ idea }: { readonly idea: NonNullable<ReviseQuery['idea']> }) {
  const t = useIdeaWords();
  const navigate = useNavigate();
  const [reviseIdea] = useMutation(ReviseIdeaDocument);
  const form = useForm<IdeaValues>({
    draft: `revise-${idea.slug}-${idea.version}`,
    initial: {
      need: idea.need,
      title: idea.title,
      peopleServed: idea.peopleServed,
      outcome: idea.outcome,
      easyRead: idea.easyRead,
      whatExists: idea.whatExists,
      themes: idea.themes,
      places: idea.places.join(', '),
      evidence: idea.evidence.join('\n'),
      organisationId: '',
      kept: [],
    },
  });
  return (
    <Form
      form={form}
      submit={t('revise.submit')}
      onSubmit={async (values) =>
        (await reviseIdea({ variables: { input: { ...inputOf(values), ideaId: idea.id, readVersion: idea.version } } }))
          .data?.reviseIdea
      }
      onDone={(payload) => void navigate(`/ideas/${payload.idea.slug}`)}
    >
      <IdeaFields form={form} organisations={[]} lang={idea.language} />
      <PersonalDataCheck form={form} />
    </Form>
  );
}
