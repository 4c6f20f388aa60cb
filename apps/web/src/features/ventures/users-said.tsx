import { graphql } from '../../gql/index.js';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Facts } from '../../ui/facts.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useVentureWords } from './words.js';

const PlanSession = later(() => import('./session-forms.js').then((part) => part.PlanSession));
const RecordUsersSaid = later(() => import('./session-forms.js').then((part) => part.RecordUsersSaid));
const AnswerUsers = later(() => import('./session-forms.js').then((part) => part.AnswerUsers));

export const UsersSaid_venture = graphql(`
  fragment UsersSaid_venture on Venture {
    id
    language
    sessions {
      id
      question
      heldOn
      access
      place
      answer {
        id
      }
    }
    usersSaid {
      id
      said
      people
      fewerThan
      changed
      heardOn
      session {
        id
        question
      }
    }
    viewerCan {
      coordinate {
        allowed
      }
    }
  }
`);

type Said = ResultOf<typeof UsersSaid_venture>['usersSaid'][number];

/** What the people it is for were asked, what they said, and what changed because of it. */
export function UsersSaid({ venture }: { readonly venture: FragmentType<typeof UsersSaid_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(UsersSaid_venture, venture);
  if (data === null) return null;
  const coordinates = data.viewerCan.coordinate.allowed;
  const unanswered = data.sessions.filter(({ answer }) => answer == null);
  return (
    <Section heading={t('progress.said')} id="said">
      <Stack gap={6}>
        {data.usersSaid.length === 0 ? <p>{t('progress.said.none')}</p> : null}
        {data.usersSaid.map((said) => (
          <Stack key={said.id} gap={3} as="article">
            {said.session == null ? null : <h3 lang={data.language}>{said.session.question}</h3>}
            <Markdown text={said.said} lang={data.language} />
            <Answer said={said} language={data.language} />
            {coordinates && said.changed === '' ? <AnswerUsers usersSaidId={said.id} /> : null}
          </Stack>
        ))}
        {unanswered.map((session) => (
          <Stack key={session.id} gap={3} as="article">
            <h3 lang={data.language}>{session.question}</h3>
            <Row gap={3}>
              <Tag>{t('session.unanswered')}</Tag>
              <Day on={session.heldOn} />
            </Row>
            <Facts
              items={[
                { label: t('session.place'), value: session.place ?? '' },
                { label: t('session.access'), value: session.access },
              ]}
            />
            {coordinates ? <RecordUsersSaid ventureId={data.id} session={session} /> : null}
          </Stack>
        ))}
        {coordinates ? (
          <Row gap={3}>
            <PlanSession ventureId={data.id} />
            <RecordUsersSaid ventureId={data.id} />
          </Row>
        ) : null}
      </Stack>
    </Section>
  );
}

function Answer({ said, language }: { readonly said: Said; readonly language: string }) {
  const t = useVentureWords();
  return (
    <Facts
      items={[
        {
          label: t('progress.heard'),
          value: (
            <>
              <Day on={said.heardOn} />,{' '}
              {said.people == null
                ? t('progress.few', { count: said.fewerThan ?? 5 })
                : t('progress.people', { count: said.people })}
            </>
          ),
        },
        {
          label: t('progress.changed'),
          value: said.changed === '' ? t('progress.changed.none') : <span lang={language}>{said.changed}</span>,
        },
      ]}
    />
  );
}
