import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { WhoLeads_ideaFragment } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Link } from '../../lib/router.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section, Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './ideas.module.css';
import { useLeadWords } from './lead-words.js';

const AskToLead = later(() => import('./ask-to-lead.js').then((part) => part.AskToLead));
const AnswerToLead = later(() => import('./answer-to-lead.js').then((part) => part.AnswerToLead));

export const WhoLeads_idea = graphql(`
  fragment WhoLeads_idea on Idea {
    id
    slug
    stage
    leadOrganisation {
      id
      slug
      name
    }
    leadRequests {
      id
      question
      askedAt
      answer
      note
      organisation {
        id
        slug
        name
      }
    }
    viewerCan {
      askWhoWouldLead {
        allowed
      }
      answerWhoWouldLead {
        allowed
      }
      chooseLeadOrganisation {
        allowed
      }
    }
  }
`);

const ChooseLeadDocument = graphql(`
  mutation ChooseLead($input: SaveBriefInput!) {
    saveBrief(input: $input) {
      ... on SaveBriefPayload {
        idea {
          id
          stage
          ...WhoLeads_idea
          ...BriefSummary_idea
          ...GateChecklist_idea
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

const OPEN_STAGES: ReadonlySet<string> = new Set(['LOGGED', 'SUPPORTED', 'SHAPED']);

/** Who would lead the idea: whom its authors asked, what organisations said, and the place to ask, answer and choose. */
export function WhoLeads({ idea }: { readonly idea: FragmentType<typeof WhoLeads_idea> }) {
  const t = useLeadWords();
  const data = useFragmentData(WhoLeads_idea, idea);
  if (data === null || !OPEN_STAGES.has(data.stage)) return null;
  const { leadOrganisation: lead, leadRequests: requests, viewerCan } = data;
  return (
    <Section heading={t('title')} id="lead">
      <Stack gap={4}>
        <p>
          {lead == null
            ? requests.some(({ answer }) => answer === 'WOULD_LEAD')
              ? t('open')
              : `${t('none')} ${t('open')}`
            : t.rich('chosen', { name: lead.name }, { link: <Link to={`/organisations/${lead.slug}`} /> })}
        </p>
        {requests.map((request) => (
          <Request key={request.id} request={request} idea={data} />
        ))}
        {viewerCan.askWhoWouldLead.allowed ? (
          <Open label={t('ask')}>{(close) => <AskToLead ideaId={data.id} slug={data.slug} onDone={close} />}</Open>
        ) : null}
        {viewerCan.answerWhoWouldLead.allowed ? (
          <Open label={t('answer')}>
            {(close) => <AnswerToLead ideaId={data.id} slug={data.slug} onDone={close} />}
          </Open>
        ) : null}
      </Stack>
    </Section>
  );
}

interface RequestProps {
  readonly request: WhoLeads_ideaFragment['leadRequests'][number];
  readonly idea: WhoLeads_ideaFragment;
}

function Request({ request, idea }: RequestProps) {
  const t = useLeadWords();
  const toast = useToast();
  const [choose] = useMutation(ChooseLeadDocument);
  const { organisation, answer, note, question, askedAt } = request;
  const { name } = organisation;
  const link = { link: <Link to={`/organisations/${organisation.slug}`} /> };
  const isWaiting = answer == null;
  const mayChoose =
    answer === 'WOULD_LEAD' &&
    idea.viewerCan.chooseLeadOrganisation.allowed &&
    idea.leadOrganisation?.id !== organisation.id;
  return (
    <div className={css.merge}>
      <p>
        {isWaiting
          ? t.rich('asked', { name }, { ...link, time: <RelativeTime at={askedAt ?? ''} /> })
          : t.rich(answer === 'WOULD_LEAD' ? 'would' : 'notNow', { name }, link)}
      </p>
      {note === '' ? null : <p>{note}</p>}
      {isWaiting && question !== '' ? <p className={css.missing}>{t('question', { question })}</p> : null}
      {isWaiting ? <p className={css.missing}>{t('asked.only', { name })}</p> : null}
      {mayChoose ? (
        <ActionButton
          small
          run={async () =>
            (await choose({ variables: { input: { ideaId: idea.id, leadOrganisationId: organisation.id } } })).data
              ?.saveBrief
          }
          onDone={() => toast(t('choose.done', { name }))}
          confirm={{ title: t('choose.title', { name }), text: t('choose.text'), submit: t('choose', { name }) }}
        >
          {t('choose', { name })}
        </ActionButton>
      ) : null}
    </div>
  );
}
