import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { StewardQueueQuery } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Tag } from '../../ui/notice.js';
import { Open } from '../../ui/open.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { LookAtIdentity } from './look-at-identity.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const DecideReportDocument = graphql(`
  mutation DecideReport($input: DecideReportInput!) {
    decideReport(input: $input) {
      ... on DecideReportPayload {
        reportId
        removed
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

type WaitingReport = NonNullable<StewardQueueQuery['stewardQueue']>['reports'][number];

interface ReportProps {
  readonly report: WaitingReport;
  /** Whether the reader may learn who wrote without a name. */
  readonly safeguarding: boolean;
}

/** Something that was reported, with what stood there, and the two answers to it. */
export function Report({ report, safeguarding }: ReportProps) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [decide] = useMutation(DecideReportDocument, { refetchQueries: ['StewardQueue'] });
  const form = useForm({ initial: { note: '' } });
  const { id: reportId, reason, note, text, hiddenText, address, dueAt, overdue } = report;
  return (
    <article className={css.item}>
      <h3>{t(`reason.${reason}`)}</h3>
      <p className={overdue ? css.late : css.due}>
        {t.rich(overdue ? 'queue.late' : 'queue.due', {}, { time: <RelativeTime at={dueAt} /> })}
      </p>
      <blockquote className={css.quoted}>{hiddenText ?? text}</blockquote>
      {hiddenText == null ? null : (
        <p>
          <Tag tone="attention">{t('queue.hidden')}</Tag>
        </p>
      )}
      {note === '' ? null : <p>{t('queue.reports.note', { note })}</p>}
      {address == null ? null : (
        <p>
          <Link to={address}>{t('queue.reports.at')}</Link>
        </p>
      )}
      {safeguarding && report.kind === 'Comment' ? <LookAtIdentity commentId={report.subjectId} /> : null}
      <ActionButton
        run={async () => (await decide({ variables: { input: { reportId, remove: false } } })).data?.decideReport}
        onDone={() => toast(t('queue.keep.done'))}
      >
        {t('queue.keep')}
      </ActionButton>
      <div>
        <Open label={t('queue.remove.open')}>
          {() => (
            <Form
              form={form}
              label={t('queue.remove')}
              submit={t('queue.remove')}
              onSubmit={async (values) =>
                (await decide({ variables: { input: { reportId, remove: true, note: values.note } } })).data
                  ?.decideReport
              }
              onDone={() => toast(t('queue.remove.done'))}
            >
              <TextArea name="note" label={t('queue.remove.note')} rows={2} maxLength={2000} />
            </Form>
          )}
        </Open>
      </div>
    </article>
  );
}
