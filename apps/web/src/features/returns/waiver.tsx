import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { WaiverAnswerWord } from '../../gql/graphql.js';
import { decimalsOf } from '../../lib/amount-input.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { parseMoney } from '../../lib/money.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { MoneyField, RadioGroup, Select, TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { useReturnWords } from './words.js';

export const Waiver_obligation = graphql(`
  fragment Waiver_obligation on Obligation {
    id
    currency
    viewerCan {
      waive {
        allowed
      }
    }
    waiver {
      status
      reason
      reminders
      release {
        minorUnits
        currency
        decimals
      }
      answers {
        answer
        reason
        organisation {
          id
          name
        }
      }
      waitingFor {
        id
        name
      }
    }
  }
`);

const WaiveObligationDocument = graphql(`
  mutation WaiveObligation($input: WaiveObligationInput!) {
    waiveObligation(input: $input) {
      ... on WaiveObligationPayload {
        obligation {
          id
          ...PromiseItem_obligation
          venture {
            id
            obligationsSettled
          }
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

/** Whether funders let a promise go: what each said in public, and the way to answer for one. */
export function Waiver({ obligation }: { readonly obligation: FragmentType<typeof Waiver_obligation> }) {
  const t = useReturnWords();
  const [open, setOpen] = useState(false);
  const data = useFragmentData(Waiver_obligation, obligation);
  if (data === null) return null;
  const { waiver } = data;
  const isOpen = waiver?.status === 'OPEN';
  return (
    <Stack gap={3}>
      {waiver == null ? null : (
        <>
          <p>
            {t(isOpen ? 'waive.open' : `waive.${waiver.status as 'AGREED' | 'REFUSED'}`, { reason: waiver.reason })}
          </p>
          <ul>
            {waiver.answers.map(({ organisation, answer, reason }) => (
              <li key={organisation.id}>{t(`waive.said.${answer}`, { name: organisation.name, reason })}</li>
            ))}
          </ul>
          {waiver.release == null ? null : (
            <p>{t.rich('waive.release.said', {}, { amount: <Amount of={waiver.release} /> })}</p>
          )}
          {waiver.waitingFor.length === 0 ? null : (
            <p>
              {t('waive.waiting', { names: waiver.waitingFor.map(({ name }) => name).join(', ') })}{' '}
              {t('waive.silence', { reminders: waiver.reminders })}
            </p>
          )}
        </>
      )}
      {!data.viewerCan.waive.allowed ? null : open ? (
        <WaiveForm obligationId={data.id} currency={data.currency} isAnswer={isOpen} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button look="plain" onClick={() => setOpen(true)}>
            {t(isOpen ? 'waive.send' : 'waive.title')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface WaiveFormProps {
  readonly obligationId: string;
  readonly currency: string;
  /** Whether somebody proposed it already. */
  readonly isAnswer: boolean;
  readonly onClose: () => void;
}

function WaiveForm({ obligationId, currency, isAnswer, onClose }: WaiveFormProps) {
  const t = useReturnWords();
  const { memberships, actingFor } = useViewer();
  const [waive] = useMutation(WaiveObligationDocument);
  const form = useForm({
    draft: `waive-${obligationId}`,
    initial: {
      organisationId: actingFor ?? memberships[0]?.organisation.id ?? '',
      answer: isAnswer ? '' : 'AGREES',
      reason: '',
      release: '',
    },
  });
  return (
    <Section level={3} heading={t('waive.title')}>
      <p>{t('waive.lead')}</p>
      <Form
        form={form}
        label={t('waive.title')}
        submit={t(isAnswer ? 'waive.send' : 'waive.submit')}
        onSubmit={async ({ answer, release, ...rest }, { idempotencyKey }) => {
          const given = isAnswer || release.trim() === '' ? null : (parseMoney(release, decimalsOf(currency)) ?? '0');
          const input = { ...rest, obligationId, idempotencyKey, answer: answer as WaiverAnswerWord, release: given };
          return (await waive({ variables: { input } })).data?.waiveObligation;
        }}
        onDone={onClose}
        actions={
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Select
          name="organisationId"
          label={t('waive.for')}
          options={memberships.map(({ organisation: { id, name } }) => ({ value: id, label: name }))}
        />
        {isAnswer ? (
          <RadioGroup
            name="answer"
            label={t('waive.answer')}
            options={(['AGREES', 'DISSENTS'] as const).map((answer) => ({
              value: answer,
              label: t(`waive.answer.${answer}`),
            }))}
          />
        ) : (
          <MoneyField
            name="release"
            currency={currency}
            label={t('waive.release')}
            hint={t('waive.release.hint')}
            optional
          />
        )}
        <TextArea name="reason" label={t('waive.reason')} rows={3} optional={isAnswer} />
      </Form>
    </Section>
  );
}
