import { useMutation } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import css from './component-uses.module.css';
import { useComponentWords } from './words.js';

export const ComponentUses_component = graphql(`
  fragment ComponentUses_component on Component {
    id
    name
    claimedUsers
    uses {
      id
      whatFor
      since
      version
      whomToAsk
      confirmedAt
      isConfirmed
      organisation {
        id
        slug
        name
      }
      doubts {
        reason
        answer
        raisedAt
        raisedBy {
          id
          name
        }
      }
      viewerCan {
        reconfirm {
          allowed
        }
        contest {
          allowed
        }
      }
    }
  }
`);

const DeclareUseDocument = graphql(`
  mutation DeclareUse($input: DeclareUseInput!) {
    declareUse(input: $input) {
      ... on DeclareUsePayload {
        component {
          id
          ...ComponentUses_component
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
const ReconfirmUseDocument = graphql(`
  mutation ReconfirmUse($input: ReconfirmUseInput!) {
    reconfirmUse(input: $input) {
      ... on ReconfirmUsePayload {
        component {
          id
          ...ComponentUses_component
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
const ContestUseDocument = graphql(`
  mutation ContestUse($input: ContestUseInput!) {
    contestUse(input: $input) {
      ... on ContestUsePayload {
        component {
          id
          ...ComponentUses_component
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

/** Who uses it: what users say themselves first, what its maintainers claim after it and marked as that. */
export function ComponentUses({ component }: { readonly component: FragmentType<typeof ComponentUses_component> }) {
  const t = useComponentWords();
  const { memberships } = useViewer();
  const data = useFragmentData(ComponentUses_component, component);
  if (data === null) return null;
  return (
    <Stack gap={4}>
      {data.uses.length === 0 ? <p>{t('uses.none')}</p> : null}
      {data.uses.map((use) => (
        <Use key={use.id} use={use} />
      ))}
      {data.claimedUsers.length === 0 ? null : <p>{t('uses.claimed', { users: data.claimedUsers.join(', ') })}</p>}
      {memberships.length === 0 ? null : (
        <div>
          <Open label={t('uses.declare')}>{(close) => <Declare componentId={data.id} onDone={close} />}</Open>
        </div>
      )}
    </Stack>
  );
}

type UseData = ResultOf<typeof ComponentUses_component>['uses'][number];

function Use({ use }: { readonly use: UseData }) {
  const t = useComponentWords();
  const open = use.doubts.filter(({ answer }) => answer == null);
  return (
    <article className={css.use} aria-label={use.organisation.name}>
      <h3>
        <Link to={`/organisations/${use.organisation.slug}`}>{use.organisation.name}</Link>{' '}
        {use.isConfirmed ? null : <Tag>{t('uses.unconfirmed')}</Tag>}
        {open.length === 0 ? null : <Tag>{t('uses.doubted')}</Tag>}
      </h3>
      <p>{use.whatFor}</p>
      <p className={css.facts}>
        {t.rich('uses.since', {}, { day: <Day on={use.since} /> })}
        {use.version === '' ? null : ` · ${t('uses.version', { version: use.version })}`}
        {use.whomToAsk === '' ? null : ` · ${t('uses.ask', { whom: use.whomToAsk })}`}
        {' · '}
        {t.rich('uses.confirmed', {}, { day: <Day on={use.confirmedAt} /> })}
      </p>
      {use.doubts.map((doubt) => (
        <blockquote key={`${doubt.raisedBy.id}-${doubt.raisedAt}`} className={css.doubt}>
          <p>{t('uses.doubt', { name: doubt.raisedBy.name, reason: doubt.reason })}</p>
          {doubt.answer == null ? null : <p>{t('uses.answered', { answer: doubt.answer })}</p>}
        </blockquote>
      ))}
      {use.viewerCan.reconfirm.allowed ? <Reconfirm useId={use.id} doubted={open.length > 0} /> : null}
      {use.viewerCan.contest.allowed ? (
        <Open label={t('uses.contest')} look="plain">
          {(close) => <Contest useId={use.id} onDone={close} />}
        </Open>
      ) : null}
    </article>
  );
}

function Declare({ componentId, onDone }: { readonly componentId: string; readonly onDone: () => void }) {
  const t = useComponentWords();
  const { memberships, actingFor } = useViewer();
  const [declare] = useMutation(DeclareUseDocument);
  const form = useForm({
    draft: `use-${componentId}`,
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
      label={t('uses.declare')}
      submit={t('uses.declare.submit')}
      onSubmit={async (values) =>
        (await declare({ variables: { input: { componentId, ...values } } })).data?.declareUse
      }
      onDone={onDone}
    >
      <Select
        name="organisationId"
        label={t('uses.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <TextArea name="whatFor" label={t('uses.whatFor')} maxLength={500} rows={3} />
      <TextField name="since" type="date" label={t('uses.sinceWhen')} width="short" />
      <TextField name="version" label={t('uses.whichVersion')} maxLength={50} width="short" optional />
      <TextField
        name="whomToAsk"
        label={t('uses.whomToAsk')}
        hint={t('uses.whomToAsk.hint')}
        maxLength={200}
        optional
      />
    </Form>
  );
}

function Reconfirm({ useId, doubted }: { readonly useId: string; readonly doubted: boolean }) {
  const t = useComponentWords();
  const [reconfirm] = useMutation(ReconfirmUseDocument);
  const form = useForm({ initial: { answer: '' } });
  const say = async (input: { readonly stillUsed: boolean; readonly answer?: string }) =>
    (await reconfirm({ variables: { input: { useId, ...input } } })).data?.reconfirmUse;
  return (
    <div className={css.acts}>
      {doubted ? (
        <Open label={t('uses.answer')}>
          {() => (
            <Form
              form={form}
              label={t('uses.answer')}
              submit={t('uses.reconfirm')}
              onSubmit={({ answer }) => say({ stillUsed: true, answer })}
            >
              <TextArea
                name="answer"
                label={t('uses.answer')}
                hint={t('page.decide.why.hint')}
                maxLength={1000}
                rows={3}
              />
            </Form>
          )}
        </Open>
      ) : (
        <ActionButton small run={() => say({ stillUsed: true })}>
          {t('uses.reconfirm')}
        </ActionButton>
      )}
      <ActionButton
        small
        look="plain"
        run={() => say({ stillUsed: false })}
        confirm={{ title: t('uses.end.title'), text: t('uses.end.text'), submit: t('uses.end') }}
      >
        {t('uses.end')}
      </ActionButton>
    </div>
  );
}

function Contest({ useId, onDone }: { readonly useId: string; readonly onDone: () => void }) {
  const t = useComponentWords();
  const [contest] = useMutation(ContestUseDocument);
  const form = useForm({ draft: `contest-${useId}`, initial: { reason: '' } });
  return (
    <Form
      form={form}
      label={t('uses.contest')}
      submit={t('uses.contest.submit')}
      onSubmit={async ({ reason }) => (await contest({ variables: { input: { useId, reason } } })).data?.contestUse}
      onDone={onDone}
    >
      <TextArea
        name="reason"
        label={t('uses.contest.reason')}
        hint={t('page.decide.why.hint')}
        maxLength={1000}
        rows={3}
      />
    </Form>
  );
}
