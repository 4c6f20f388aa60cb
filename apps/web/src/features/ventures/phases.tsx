import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import type { VenturePhase } from '../../gql/graphql.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { phaseAfter } from './phases-list.js';
import { useVentureWords } from './words.js';

export const Phases_venture = graphql(`
  fragment Phases_venture on Venture {
    id
    language
    status
    phase
    phaseChanges {
      from
      to
      against
      reason
      changedAt
    }
    seatViews {
      seat
      phase
      agrees
      why
      recordedAt
    }
    viewerCan {
      coordinate {
        allowed
      }
      recordSeatView {
        allowed
      }
    }
  }
`);

const RecordSeatViewDocument = graphql(`
  mutation RecordSeatView($input: RecordSeatViewInput!) {
    recordSeatView(input: $input) {
      ... on RecordSeatViewPayload {
        venture {
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

const AdvancePhaseDocument = graphql(`
  mutation AdvancePhase($input: AdvancePhaseInput!) {
    advancePhase(input: $input) {
      ... on AdvancePhasePayload {
        venture {
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

/** The phases it went through, what the seats thought, and the way to the next. */
export function Phases({ venture }: { readonly venture: FragmentType<typeof Phases_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Phases_venture, venture);
  if (data === null) return null;
  const next = data.status === 'ACTIVE' ? phaseAfter(data.phase) : null;
  return (
    <Section heading={t('plan.phases')} id="phases">
      <Stack gap={5}>
        <p>
          {t('plan.lead', { phase: t(`phase.${data.phase}`) })}. {t('plan.phases.lead')}
        </p>
        {data.phaseChanges.map((change) => (
          <Stack key={change.to} gap={1}>
            <Row gap={2}>
              <strong>
                {t('plan.phase.change', { from: t(`phase.${change.from}`), to: t(`phase.${change.to}`) })}
              </strong>
              <Day on={change.changedAt} />
            </Row>
            {change.against.length === 0 ? null : (
              <p>{t('plan.phase.against', { seats: change.against.map((seat) => t(`seat.${seat}`)).join(', ') })}</p>
            )}
            {change.reason === '' ? null : <p lang={data.language}>{change.reason}</p>}
          </Stack>
        ))}
        {data.seatViews.length === 0 ? null : (
          <Section heading={t('plan.views')} level={3} id="views">
            <ul>
              {data.seatViews.map((view, index) => (
                <li key={`${view.seat} ${view.phase} ${index}`}>
                  {t('plan.view.said', { seat: t(`seat.${view.seat}`), phase: t(`phase.${view.phase}`) })}:{' '}
                  <Tag tone={view.agrees ? 'good' : 'attention'}>
                    {t(view.agrees ? 'plan.view.yes' : 'plan.view.no')}
                  </Tag>{' '}
                  <span lang={data.language}>{view.why}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {next !== null && data.viewerCan.recordSeatView.allowed ? <ViewForm ventureId={data.id} phase={next} /> : null}
        {next !== null && data.viewerCan.coordinate.allowed ? <AdvanceForm ventureId={data.id} to={next} /> : null}
      </Stack>
    </Section>
  );
}

function ViewForm({ ventureId, phase }: { readonly ventureId: string; readonly phase: VenturePhase }) {
  const t = useVentureWords();
  const [record] = useMutation(RecordSeatViewDocument, { refetchQueries: ['VenturePlan'] });
  const form = useForm({ initial: { agrees: 'yes', why: '' } });
  const label = t('plan.view', { phase: t(`phase.${phase}`) });
  return (
    <Form
      form={form}
      submit={t('plan.view.submit')}
      label={label}
      onSubmit={async ({ agrees, why }) =>
        (await record({ variables: { input: { ventureId, phase, agrees: agrees === 'yes', why } } })).data
          ?.recordSeatView
      }
      onDone={() => form.reset()}
    >
      <RadioGroup
        name="agrees"
        label={label}
        options={[
          { value: 'yes', label: t('plan.view.yes') },
          { value: 'no', label: t('plan.view.no') },
        ]}
      />
      <TextArea name="why" label={t('plan.view.why')} rows={3} maxLength={2_000} optional />
    </Form>
  );
}

function AdvanceForm({ ventureId, to }: { readonly ventureId: string; readonly to: VenturePhase }) {
  const t = useVentureWords();
  const [advance] = useMutation(AdvancePhaseDocument, { refetchQueries: ['VenturePlan'] });
  const form = useForm({ initial: { reason: '' } });
  const label = t('plan.advance', { phase: t(`phase.${to}`) });
  return (
    <Form
      form={form}
      submit={label}
      label={label}
      onSubmit={async ({ reason }) =>
        (await advance({ variables: { input: { ventureId, to, reason } } })).data?.advancePhase
      }
      onDone={() => form.reset()}
    >
      <TextArea name="reason" label={t('plan.advance.reason')} rows={3} maxLength={2_000} optional />
    </Form>
  );
}
