import { useLingui } from '@lingui/react';

import { readAmounts } from '../../lib/amount-input.js';
import { formatMoney, type MoneyValue } from '../../lib/money.js';
import { MoneyField, RadioGroup, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { usePledgeWords } from './words.js';

/** What a funder asks to be shown before it confirms. */
export interface Asked {
  readonly mandate: OwnMandate;
  readonly amount: MoneyValue;
  readonly note: string;
  /** Who signs, when somebody is named. */
  readonly signing: { readonly name: string; readonly role: string; readonly agreementUrl: string } | null;
}

export interface OwnMandate {
  readonly id: string;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly available: MoneyValue;
  readonly smallestPledge: MoneyValue;
  readonly largestPledge: MoneyValue;
}

interface AmountFormProps {
  readonly roundId: string;
  readonly room: MoneyValue;
  readonly mandates: readonly OwnMandate[];
  readonly onAsked: (asked: Asked) => void;
}

/** One number is needed: how much. What was typed stays when one comes back to it. */
export function AmountForm({ roundId, room, mandates, onAsked }: AmountFormProps) {
  const t = usePledgeWords();
  const { i18n } = useLingui();
  const form = useForm({
    draft: `pledge-${roundId}`,
    initial: {
      mandateId: mandates[0]?.id ?? '',
      amount: '',
      note: '',
      signerName: '',
      signerRole: '',
      agreementUrl: '',
    },
  });
  const mandate = mandates.find((one) => one.id === form.values.mandateId) ?? mandates[0];
  if (mandate === undefined) return null;
  const inWords = (money: MoneyValue) => formatMoney(money, i18n.locale);
  return (
    <Section heading={t('step.amount')}>
      <Form
        form={form}
        label={t('step.amount')}
        submit={t('check')}
        onSubmit={async ({ amount, note, signerName, signerRole, agreementUrl }) => {
          const read = readAmounts({ amount }, room.currency, t('amount.wrong'));
          if ('refusal' in read) return read.refusal;
          const named = [signerName, signerRole, agreementUrl].some((text) => text.trim() !== '');
          const signing = named ? { name: signerName, role: signerRole, agreementUrl } : null;
          return { asked: { mandate, amount: { ...room, minorUnits: read.amounts.amount ?? '0' }, note, signing } };
        }}
        onDone={(answer) => {
          if ('asked' in answer) onAsked(answer.asked);
        }}
      >
        {mandates.length === 1 ? null : (
          <RadioGroup
            name="mandateId"
            label={t('mandate')}
            options={mandates.map(({ id, title, organisation, available }) => ({
              value: id,
              label: title,
              hint: t('mandate.option', { organisation: organisation.name, available: inWords(available) }),
            }))}
          />
        )}
        <MoneyField
          name="amount"
          label={t('amount')}
          hint={t('amount.hint', {
            room: inWords(room),
            smallest: inWords(mandate.smallestPledge),
            largest: inWords(mandate.largestPledge),
          })}
          currency={room.currency}
        />
        <TextField name="note" label={t('note')} maxLength={1000} optional />
        <details>
          <summary>{t('sign.title')}</summary>
          <TextField name="signerName" label={t('sign.name')} maxLength={120} optional />
          <TextField name="signerRole" label={t('sign.role')} hint={t('sign.role.hint')} maxLength={120} optional />
          <TextField name="agreementUrl" type="url" label={t('sign.url')} hint={t('sign.url.hint')} optional />
        </details>
      </Form>
    </Section>
  );
}
