import type { ReactNode } from 'react';
import { useViewer } from '../viewer.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useUsesWords } from './words.js';

interface DeclareUseProps {
  /** What is used. */
  readonly of: string;
  readonly declare: (values: {
    readonly organisationId: string;
    readonly whatFor: string;
    readonly since: string;
    readonly version: string;
    readonly whomToAsk: string;
  }) => Promise<unknown>;
  readonly onDone: () => void;
  readonly actions?: ReactNode;
  /** Whether it may stay open since when. */
  readonly sinceOptional?: boolean;
}

/** Where a member says that one of their organisations uses something. */
export function DeclareUse({ of, declare, onDone, actions, sinceOptional = false }: DeclareUseProps) {
  const t = useUsesWords();
  const { memberships, actingFor } = useViewer();
  const form = useForm({
    draft: `use-${of}`,
    initial: {
      organisationId: actingFor ?? memberships[0]?.organisation.id ?? '',
      whatFor: '',
      since: '',
      version: '',
      whomToAsk: '',
    },
  });
  return (
    <Form
      form={form}
      label={t('declare')}
      submit={t('declare.submit')}
      onSubmit={declare}
      onDone={onDone}
      actions={actions}
    >
      <Select
        name="organisationId"
        label={t('organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <TextArea name="whatFor" label={t('whatFor')} maxLength={500} rows={3} />
      <TextField name="since" type="date" label={t('sinceWhen')} width="short" optional={sinceOptional} />
      <TextField name="version" label={t('whichVersion')} maxLength={50} width="short" optional />
      <TextField name="whomToAsk" label={t('whomToAsk')} hint={t('whomToAsk.hint')} maxLength={200} optional />
    </Form>
  );
}
