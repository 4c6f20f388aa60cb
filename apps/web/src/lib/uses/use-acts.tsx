import type { StandingUse_useFragment } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row, Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { isDoubted } from './standing-uses.js';
import { useUsesWords } from './words.js';

interface UseActsProps {
  readonly use: StandingUse_useFragment;
  readonly reconfirm: (input: ReconfirmInput) => Promise<unknown>;
  readonly contest: (input: { readonly useId: string; readonly reason: string }) => Promise<unknown>;
}

interface ReconfirmInput {
  readonly useId: string;
  readonly stillUsed: boolean;
  readonly answer?: string;
}

/** What somebody can do about the word that an organisation uses something. */
export function UseActs({ use, reconfirm, contest }: UseActsProps) {
  const t = useUsesWords();
  return (
    <>
      {use.viewerCan.reconfirm.allowed ? <Reconfirm use={use} reconfirm={reconfirm} /> : null}
      {use.viewerCan.contest.allowed ? (
        <Open label={t('contest')} look="plain">
          {(close) => <Contest use={use} contest={contest} onDone={close} />}
        </Open>
      ) : null}
    </>
  );
}

function Reconfirm({ use, reconfirm }: Pick<UseActsProps, 'use' | 'reconfirm'>) {
  const t = useUsesWords();
  const useId = use.id;
  const form = useForm({ initial: { answer: '' } });
  const end = (
    <ActionButton
      small
      look="plain"
      run={() => reconfirm({ useId, stillUsed: false })}
      confirm={{ title: t('end.title'), text: t('end.text'), submit: t('end') }}
    >
      {t('end')}
    </ActionButton>
  );
  if (!isDoubted(use)) {
    return (
      <Row>
        <ActionButton small run={() => reconfirm({ useId, stillUsed: true })}>
          {t('reconfirm')}
        </ActionButton>
        {end}
      </Row>
    );
  }
  return (
    <Stack gap={3}>
      <Open label={t('answer')}>
        {() => (
          <Form
            form={form}
            label={t('answer')}
            submit={t('reconfirm')}
            onSubmit={({ answer }) => reconfirm({ useId, stillUsed: true, answer })}
          >
            <TextArea name="answer" label={t('answer')} hint={t('answer.hint')} maxLength={1000} rows={3} />
          </Form>
        )}
      </Open>
      <Row>{end}</Row>
    </Stack>
  );
}

interface ContestProps extends Pick<UseActsProps, 'use' | 'contest'> {
  readonly onDone: () => void;
}

function Contest({ use, contest, onDone }: ContestProps) {
  const t = useUsesWords();
  const form = useForm({ draft: `contest-${use.id}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('contest')}
      submit={t('contest.submit')}
      onSubmit={({ reason }) => contest({ useId: use.id, reason })}
      onDone={onDone}
    >
      <TextArea name="reason" label={t('contest.reason')} hint={t('answer.hint')} maxLength={1000} rows={3} />
    </Form>
  );
}
