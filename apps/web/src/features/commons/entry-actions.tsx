import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { WithdrawnBecause } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button, LinkButton } from '../../ui/button.js';
import { RadioGroup, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { DeclareUse } from '../../lib/uses/declare-use.js';
import { useUsesWords } from '../../lib/uses/words.js';
import { AskedToGive, GiversForm } from './givers.js';
import { useNamedHere } from './named-here.js';
import { useCommonsWords } from './words.js';

export const EntryActions_entry = graphql(`
  fragment EntryActions_entry on CommonsEntry {
    id
    slug
    status
    unconfirmed
    ...AskedToGive_entry
    viewerCan {
      revise {
        allowed
      }
      withdraw {
        allowed
      }
    }
  }
`);

const DeclareEntryUseDocument = graphql(`
  mutation DeclareEntryUse($input: DeclareEntryUseInput!) {
    declareEntryUse(input: $input) {
      ... on DeclareEntryUsePayload {
        entry {
          id
          ...EntryUses_entry
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

const ConfirmEntryDocument = graphql(`
  mutation ConfirmEntry($input: ConfirmEntryInput!) {
    confirmEntry(input: $input) {
      ... on ConfirmEntryPayload {
        entry {
          id
          reviewBy
          unconfirmed
          confirmedAt
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

const WithdrawEntryDocument = graphql(`
  mutation WithdrawEntry($input: WithdrawEntryInput!) {
    withdrawEntry(input: $input) {
      ... on WithdrawEntryPayload {
        entry {
          id
          status
          title
          summary
          text
          address
          consent
          anonymised
          withdrawal {
            because
            reason
            withdrawnAt
            replacedBy {
              id
              slug
              title
            }
          }
          ...EntryFiles_entry
          ...EntryUses_entry
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

/** What somebody signed in can do about an entry: say that they use it, and, for who gave it, keep it true or take it back. */
export function EntryActions({ entry }: { readonly entry: FragmentType<typeof EntryActions_entry> }) {
  const t = useCommonsWords();
  const say = useUsesWords();
  const { memberships } = useViewer();
  const [open, setOpen] = useState<'use' | 'givers' | 'withdraw' | null>(null);
  const [confirm] = useMutation(ConfirmEntryDocument);
  const data = useFragmentData(EntryActions_entry, entry);
  if (data === null || data.status === 'WITHDRAWN') return null;
  const { revise, withdraw } = data.viewerCan;
  const close = () => setOpen(null);
  return (
    <Stack gap={4}>
      <AskedToGive entry={data} />
      <Row>
        {memberships.length === 0 ? null : <Button onClick={() => setOpen('use')}>{say('declare')}</Button>}
        {revise.allowed ? <LinkButton to={`/commons/${data.slug}/edit`}>{t('revise.title')}</LinkButton> : null}
        {revise.allowed ? <Button onClick={() => setOpen('givers')}>{t('givers.open')}</Button> : null}
        {revise.allowed ? (
          <ActionButton
            run={async () => (await confirm({ variables: { input: { entryId: data.id } } })).data?.confirmEntry}
          >
            {t('confirm.submit')}
          </ActionButton>
        ) : null}
        {withdraw.allowed ? (
          <Button look="plain" onClick={() => setOpen('withdraw')}>
            {t('withdraw.title')}
          </Button>
        ) : null}
      </Row>
      {open === 'use' ? <UseForm entryId={data.id} onClose={close} /> : null}
      {open === 'givers' ? <GiversForm entryId={data.id} onClose={close} /> : null}
      {open === 'withdraw' ? <WithdrawForm entryId={data.id} onClose={close} /> : null}
    </Stack>
  );
}

interface FormProps {
  readonly entryId: string;
  readonly onClose: () => void;
}

function UseForm({ entryId, onClose }: FormProps) {
  const t = useCommonsWords();
  const say = useUsesWords();
  const [declare] = useMutation(DeclareEntryUseDocument);
  return (
    <Section heading={say('declare')} level={3}>
      <DeclareUse
        of={entryId}
        sinceOptional
        declare={async ({ since, ...values }) => {
          const input = { ...values, entryId, since: since === '' ? null : since };
          return (await declare({ variables: { input } })).data?.declareEntryUse;
        }}
        onDone={onClose}
        actions={
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      />
    </Section>
  );
}

const REASONS = [
  'SUPERSEDED',
  'WRONG',
  'CONSENT_WITHDRAWN',
  'PERSONAL_DATA',
  'RIGHTS',
  'OTHER',
] as const satisfies WithdrawnBecause[];

function WithdrawForm({ entryId, onClose }: FormProps) {
  const t = useCommonsWords();
  const [withdraw] = useMutation(WithdrawEntryDocument);
  const form = useForm({ draft: `withdraw-${entryId}`, initial: { because: '', reason: '', replacedById: '' } });
  const find = useNamedHere();
  const isSuperseded = form.values.because === 'SUPERSEDED';
  return (
    <Section heading={t('withdraw.title')} level={3}>
      <p>{t('withdraw.lead')}</p>
      <Form
        form={form}
        label={t('withdraw.title')}
        submit={t('withdraw.submit')}
        onSubmit={async ({ because, reason, replacedById: typed }) => {
          const instead = typed === '' || !isSuperseded ? null : await find(typed, 'commons', 'replacedById');
          if (instead !== null && 'refusal' in instead) return instead.refusal;
          const input = { entryId, because: because as WithdrawnBecause, reason, replacedById: instead?.id ?? null };
          return (await withdraw({ variables: { input } })).data?.withdrawEntry;
        }}
        onDone={onClose}
        actions={
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <RadioGroup
          name="because"
          label={t('withdraw.because')}
          options={REASONS.map((because) => ({
            value: because,
            label: t(`withdraw.because.${because}`),
            hint: t(`withdraw.then.${because}`),
          }))}
        />
        {isSuperseded ? (
          <TextField name="replacedById" label={t('withdraw.instead')} hint={t('named.hint')} optional />
        ) : null}
        <TextArea
          name="reason"
          label={t('withdraw.reason')}
          hint={t('withdraw.reason.hint')}
          rows={3}
          maxLength={1000}
        />
      </Form>
    </Section>
  );
}
