import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { ReportedQuery, ReportReason } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { HelpContacts } from '../../ui/help-contacts.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const ReportedDocument = graphql(`
  query Reported($id: ID!) {
    node(id: $id) {
      id
      ... on Comment {
        body
        language
      }
      ... on Idea {
        title
        language
      }
      ... on CommonsEntry {
        entryTitle: title
        language
      }
      ... on VentureUpdate {
        updateTitle: title
        language
      }
      ... on ReuseOffer {
        covers
      }
    }
  }
`);

const ReportContentDocument = graphql(`
  mutation ReportContent($input: ReportContentInput!) {
    reportContent(input: $input) {
      ... on ReportContentPayload {
        reportId
        hidden
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

const REASONS = ['SOMEONE_AT_RISK', 'PERSONAL_DATA', 'HARASSMENT', 'SPAM', 'UNTRUE', 'OTHER'] as const;

/** A path of this site, and nothing that a browser reads as another. */
function back(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) ? to : '/';
}

export const page = definePage({
  operation: ({ search }) => operation(ReportedDocument, { id: search.get('about') ?? '' }),
  public: false,
  found: (data) => data.node != null,
  head: (_data, { i18n }) => ({ title: useStewardshipWords.of(i18n)('report.title'), noIndex: true }),
  Component: ({ data: { node }, search }) => {
    const t = useStewardshipWords();
    const [done, setDone] = useState<'hidden' | 'told' | null>(null);
    if (node == null) return null;
    const quoted = quotedOf(node);
    return (
      <PageBody width="narrow">
        <PageHead title={t('report.title')} lead={t('report.lead')} />
        {quoted == null ? null : (
          <blockquote className={css.quoted} lang={'language' in node ? node.language : undefined}>
            {quoted.slice(0, 600)}
          </blockquote>
        )}
        {done === null ? (
          <ReportForm subjectId={node.id} onDone={setDone} />
        ) : (
          <Notice tone="good" title={t('report.done.title')}>
            <p>{t(done === 'hidden' ? 'report.done.hidden' : 'report.done.told')}</p>
            <p>
              <Link to={back(search)}>{t('report.back')}</Link>
            </p>
          </Notice>
        )}
      </PageBody>
    );
  },
});

interface ReportFormProps {
  readonly subjectId: string;
  readonly onDone: (how: 'hidden' | 'told') => void;
}

function ReportForm({ subjectId, onDone }: ReportFormProps) {
  const t = useStewardshipWords();
  const [report] = useMutation(ReportContentDocument);
  const form = useForm({ draft: `report-${subjectId}`, initial: { reason: '', note: '' } });
  return (
    <Form
      form={form}
      label={t('report.title')}
      submit={t('report.submit')}
      onSubmit={async ({ reason, note }) =>
        (await report({ variables: { input: { subjectId, reason: reason as ReportReason, note } } })).data
          ?.reportContent
      }
      onDone={({ hidden }) => onDone(hidden ? 'hidden' : 'told')}
    >
      <RadioGroup
        name="reason"
        label={t('report.reason')}
        options={REASONS.map((each) => ({
          value: each,
          label: t(`reason.${each}`),
          ...(each === 'SOMEONE_AT_RISK' ? { hint: t('report.risk.hint') } : {}),
        }))}
      />
      {form.values.reason === 'SOMEONE_AT_RISK' ? <HelpContacts /> : null}
      <TextArea name="note" label={t('report.note')} hint={t('report.note.hint')} rows={3} maxLength={2000} optional />
    </Form>
  );
}

type Reported = NonNullable<ReportedQuery['node']>;

/** The first words of what is reported, whatever it is. */
function quotedOf(node: Reported): string | null {
  if ('body' in node) return node.body ?? null;
  if ('title' in node) return node.title;
  if ('entryTitle' in node) return node.entryTitle;
  if ('updateTitle' in node) return node.updateTitle;
  return 'covers' in node ? node.covers : null;
}
