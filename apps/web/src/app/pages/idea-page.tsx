import { Link } from '../../lib/router.js';
import { IdeaByline } from '../../features/ideas/idea-byline.js';
import { useIdeaWords } from '../../features/ideas/words.js';
import { useMissing } from '../../features/pipeline/missing-count.js';
import { SupportPanel } from '../../features/support/support-panel.js';
import { graphql } from '../../gql/index.js';
import type { IdeaQuery } from '../../gql/graphql.js';
import { FollowButton } from '../../lib/follow.js';
import { later } from '../../lib/later.js';
import { definePage, operation } from '../../lib/page.js';
import { previewOf } from '../../lib/preview-address.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { ReportLink } from '../../ui/report-link.js';
import { Notice } from '../../ui/notice.js';
import { Thread } from '../../ui/thread.js';
import css from './idea-page.module.css';

// Drawn with the page on the server; their code comes when the reader gets near them.
const AgreementPart = later(() =>
  import('../../features/agreements/agreement-part.js').then((part) => part.AgreementPart),
);
const IdeaText = later(() => import('../../features/ideas/idea-text.js').then((part) => part.IdeaText));
const GateChecklist = later(() =>
  import('../../features/pipeline/gate-checklist.js').then((part) => part.GateChecklist),
);
const InformedBy = later(() => import('../../features/commons/informed-by.js').then((part) => part.InformedBy));
const CameBack = later(() => import('../../features/commons/came-back.js').then((part) => part.CameBack));
const Discussion = later(() => import('../../features/discussion/discussion.js').then((part) => part.Discussion));
const IdeaHistory = later(() => import('../../features/ideas/idea-history.js').then((part) => part.IdeaHistory));
const BriefSummary = later(() => import('../../features/pipeline/brief-summary.js').then((part) => part.BriefSummary));
const Hearings = later(() => import('../../features/pipeline/hearings.js').then((part) => part.Hearings));
const IdeaReuse = later(() => import('../../features/reuse/idea-reuse.js').then((part) => part.IdeaReuse));
const Adoption = later(() => import('../../features/support/adoption.js').then((part) => part.Adoption));
const Concerns = later(() => import('../../features/support/concerns.js').then((part) => part.Concerns));
const IdeaFunders = later(() => import('../../features/mandates/idea-funders.js').then((part) => part.IdeaFunders));
const IdeaFunding = later(() => import('../../features/rounds/idea-funding.js').then((part) => part.IdeaFunding));
const IdeaVenture = later(() => import('../../features/ventures/idea-venture.js').then((part) => part.IdeaVenture));
const IdeaDecision = later(() => import('../../features/ideas/idea-decision.js').then((part) => part.IdeaDecision));
const WhoLeads = later(() => import('../../features/ideas/who-leads.js').then((part) => part.WhoLeads));
const IdeaMerges = later(() => import('../../features/ideas/idea-merges.js').then((part) => part.IdeaMerges));
const IdeaAuthorActions = later(() =>
  import('../../features/ideas/idea-author-actions.js').then((part) => part.IdeaAuthorActions),
);

// A module that knows something about ideas adds its fragment here and its section below.
const IdeaDocument = graphql(`
  query Idea($slug: String!) {
    idea(slug: $slug) {
      id
      slug
      title
      outcome
      easyRead
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
      viewerFollows
      ...IdeaText_idea
      ...IdeaAuthorActions_idea
      ...IdeaDecision_idea
      ...IdeaMerges_idea
      ...SupportPanel_idea
      ...IdeaByline_idea
      ...GateChecklist_idea
      ...MissingCount_idea
      ...Adoption_idea
      ...Concerns_idea
      ...Hearings_idea
      ...WhoLeads_idea
      ...IdeaReuse_idea
      ...BriefSummary_idea
      ...AgreementPart_idea
      ...IdeaFunding_idea
      ...IdeaFunders_idea
      ...IdeaVenture_idea
      ...CameBack_idea
      ...InformedBy_idea
      ...Discussion_idea
      ...IdeaHistory_idea
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(IdeaDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.idea != null,
  head: (data, { i18n }) => ({
    title: data.idea?.title ?? '',
    description: (data.idea?.easyRead || data.idea?.outcome || '').slice(0, 200),
    canonical: `/ideas/${data.idea?.slug ?? ''}`,
    ...(data.idea == null || LEFT.has(data.idea.stage) ? {} : { image: previewOf(`/ideas/${data.idea.slug}`, i18n) }),
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

/** A link to it leads to a page that says so; no picture invites to follow it. */
const LEFT: ReadonlySet<string> = new Set(['WITHDRAWN', 'MERGED', 'DECLINED']);

interface IdeaPageProps {
  readonly idea: NonNullable<IdeaQuery['idea']>;
}

/** From here on the need is known, and people come for what became of it. */
const BUILT: ReadonlySet<string> = new Set(['DELIVERY', 'COMMONS', 'STOPPED']);

function IdeaPage({ idea }: IdeaPageProps) {
  const t = useIdeaWords();
  const missing = useMissing(idea);
  const isBuilt = BUILT.has(idea.stage);
  const ended = idea.stageChanges.findLast(({ to }) => to === idea.stage)?.reason ?? '';
  return (
    <PageBody>
      <Stack gap={3}>
        <PageHead title={idea.title} lang={idea.language} />
        {idea.easyRead === '' ? null : (
          <p className={css.easyRead}>
            <strong>{t('page.easyRead')}</strong> <span lang={idea.language}>{idea.easyRead}</span>
          </p>
        )}
        <IdeaByline idea={idea} />
        <FollowButton type="Idea" subject={idea} />
      </Stack>
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
      <Stack gap={3}>
        <IdeaAuthorActions idea={idea} />
        <IdeaDecision idea={idea} />
      </Stack>
      <div className={css.parts}>
        <div className={css.first}>
          {isBuilt ? (
            <>
              <CameBack idea={idea} />
              <IdeaVenture idea={idea} />
            </>
          ) : null}
          <IdeaText idea={idea} />
        </div>
        <div className={css.beside}>
          <SupportPanel idea={idea} />
          <GateChecklist idea={idea} />
        </div>
        <div className={css.rest}>
          <Concerns idea={idea} />
          <Hearings idea={idea} />
          <InformedBy idea={idea} />
          <Adoption idea={idea} />
          <WhoLeads idea={idea} />
          {isBuilt ? null : <CameBack idea={idea} />}
          <IdeaReuse idea={idea} />
          <BriefSummary idea={idea} />
          <AgreementPart idea={idea} />
          <IdeaFunding idea={idea} />
          <IdeaFunders idea={idea} />
          {isBuilt ? null : <IdeaVenture idea={idea} />}
          {/* offers, agreement, funding, delivery, returns: in the order of the pipeline */}
          <Discussion idea={idea} />
          <IdeaMerges idea={idea} />
          <IdeaHistory idea={idea} />
        </div>
      </div>
      <p>
        <ReportLink about={idea.id} />
      </p>
    </PageBody>
  );
}
