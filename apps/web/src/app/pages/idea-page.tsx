import { Link } from 'react-router';
import { AgreementPart } from '../../features/agreements/agreement-part.js';
import { CameBack } from '../../features/commons/came-back.js';
import { Discussion } from '../../features/discussion/discussion.js';
import { IdeaAuthorActions } from '../../features/ideas/idea-author-actions.js';
import { IdeaHistory } from '../../features/ideas/idea-history.js';
import { IdeaByline, IdeaText } from '../../features/ideas/idea-text.js';
import { useIdeaWords } from '../../features/ideas/words.js';
import { BriefSummary } from '../../features/pipeline/brief-summary.js';
import { GateChecklist, useMissing } from '../../features/pipeline/gate-checklist.js';
import { Hearings } from '../../features/pipeline/hearings.js';
import { IdeaReuse } from '../../features/reuse/idea-reuse.js';
import { Adoption } from '../../features/support/adoption.js';
import { Concerns } from '../../features/support/concerns.js';
import { SupportPanel } from '../../features/support/support-panel.js';
import { IdeaVenture } from '../../features/ventures/idea-venture.js';
import { graphql } from '../../gql/index.js';
import type { IdeaQuery } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Thread } from '../../ui/thread.js';
import css from './idea-page.module.css';

// A module that knows something about ideas adds its fragment here and its section below.
const IdeaDocument = graphql(`
  query Idea($slug: String!) {
    idea(slug: $slug) {
      id
      slug
      title
      outcome
      need
      stage
      language
      createdAt
      updatedAt
      mergedInto {
        id
        slug
        title
      }
      stageChanges {
        to
        reason
      }
      author {
        id
        name
      }
      ...IdeaText_idea
      ...IdeaAuthorActions_idea
      ...SupportPanel_idea
      ...GateChecklist_idea
      ...Adoption_idea
      ...Concerns_idea
      ...Hearings_idea
      ...IdeaReuse_idea
      ...BriefSummary_idea
      ...AgreementPart_idea
      ...IdeaVenture_idea
      ...CameBack_idea
      ...Discussion_idea
      ...IdeaHistory_idea
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(IdeaDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.idea != null,
  head: (data) => ({
    title: data.idea?.title ?? '',
    description: (data.idea?.outcome ?? '').slice(0, 200),
    canonical: `/ideas/${data.idea?.slug ?? ''}`,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      name: data.idea?.title,
      abstract: data.idea?.outcome,
      inLanguage: data.idea?.language,
      dateCreated: data.idea?.createdAt,
      dateModified: data.idea?.updatedAt,
      author: { '@type': 'Person', name: data.idea?.author.name },
    },
  }),
  Component: ({ data: { idea } }) => (idea == null ? null : <IdeaPage idea={idea} />),
});

interface IdeaPageProps {
  readonly idea: NonNullable<IdeaQuery['idea']>;
}

function IdeaPage({ idea }: IdeaPageProps) {
  const t = useIdeaWords();
  const missing = useMissing(idea);
  const ended = idea.stageChanges.findLast(({ to }) => to === idea.stage)?.reason ?? '';
  return (
    <PageBody>
      <PageHead title={idea.title} lang={idea.language} />
      <IdeaByline idea={idea} />
      {idea.mergedInto == null ? null : (
        <Notice tone="attention">
          {t.rich(
            'page.merged',
            { title: idea.mergedInto.title },
            { link: <Link to={`/ideas/${idea.mergedInto.slug}`} /> },
          )}
        </Notice>
      )}
      {idea.stage === 'WITHDRAWN' ? (
        <Notice title={t('page.ended.withdrawn')}>
          {ended === '' ? null : <p>{t('page.ended.why', { reason: ended })}</p>}
        </Notice>
      ) : null}
      <Thread stage={idea.stage} missing={missing === null ? undefined : t('page.missing', { count: missing })} />
      <IdeaAuthorActions idea={idea} />
      <div className={css.parts}>
        <div className={css.first}>
          <IdeaText idea={idea} />
        </div>
        <div className={css.beside}>
          <SupportPanel idea={idea} />
          <GateChecklist idea={idea} />
        </div>
        <div className={css.rest}>
          <Concerns idea={idea} />
          <Hearings idea={idea} />
          <Adoption idea={idea} />
          <CameBack idea={idea} />
          <IdeaReuse idea={idea} />
          <BriefSummary idea={idea} />
          <AgreementPart idea={idea} />
          <IdeaVenture idea={idea} />
          {/* offers, agreement, funding, delivery, returns: in the order of the pipeline */}
          <Discussion idea={idea} />
          <IdeaHistory idea={idea} />
        </div>
      </div>
    </PageBody>
  );
}
