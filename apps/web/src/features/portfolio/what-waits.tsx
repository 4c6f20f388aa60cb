import type { ObligationState, OutputKind } from '../../gql/graphql.js';
import type { FragmentType } from '../../lib/fragment.js';
import type { MoneyValue } from '../../lib/money.js';
import { Link } from '../../lib/router.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Section } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { PledgedTo, type PledgedTo_pledge } from './pledges-table.js';
import { usePortfolioWords } from './words.js';

type Pledge = FragmentType<typeof PledgedTo_pledge> & { readonly id: string };

interface WhatWaitsProps {
  readonly approvals: readonly (Pledge & {
    readonly amount: MoneyValue;
    readonly madeBy?: { readonly name: string } | null;
  })[];
  readonly calls: readonly {
    readonly id: string;
    readonly outstanding: MoneyValue;
    readonly call: { readonly position: number; readonly dueOn: string; readonly overdue: boolean };
    readonly pledge: Pledge;
  }[];
  readonly returns: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: OutputKind;
    readonly dueOn: string;
    readonly state: ObligationState;
    readonly venture: { readonly slug: string; readonly title: string; readonly language: string };
  }[];
}

/** What waits for the funder, and what the funder waits for. */
export function WhatWaits({ approvals, calls, returns }: WhatWaitsProps) {
  return (
    <>
      <Approvals pledges={approvals} />
      <Calls parts={calls} />
      <Returns promises={returns} />
    </>
  );
}

function Approvals({ pledges }: { readonly pledges: WhatWaitsProps['approvals'] }) {
  const t = usePortfolioWords();
  if (pledges.length === 0) return null;
  return (
    <Section heading={t('approvals.title')} id="approvals">
      <Table
        caption={t('approvals.title')}
        hideCaption
        columns={[
          { key: 'to', label: t('column.to') },
          { key: 'by', label: t('column.by') },
          { key: 'amount', label: t('column.amount'), numeric: true },
        ]}
        rows={pledges.map((pledge) => ({
          id: pledge.id,
          cells: {
            to: <PledgedTo pledge={pledge} />,
            by: pledge.madeBy?.name ?? '',
            amount: <Amount of={pledge.amount} />,
          },
        }))}
      />
      <p data-screen-only>
        <Link to="/desk#approvals">{t('approvals.open')}</Link>
      </p>
    </Section>
  );
}

function Calls({ parts }: { readonly parts: WhatWaitsProps['calls'] }) {
  const t = usePortfolioWords();
  return (
    <Section heading={t('calls.title')} id="payments">
      {parts.length === 0 ? (
        <p>{t('calls.none')}</p>
      ) : (
        <Table
          caption={t('calls.title')}
          hideCaption
          columns={[
            { key: 'to', label: t('column.to') },
            { key: 'instalment', label: t('column.instalment') },
            { key: 'due', label: t('column.due') },
            { key: 'outstanding', label: t('column.outstanding'), numeric: true },
          ]}
          rows={parts.map(({ id, pledge, call, outstanding }) => ({
            id,
            cells: {
              to: <PledgedTo pledge={pledge} />,
              instalment: t('calls.instalment', { position: call.position }),
              due: (
                <>
                  <Day on={call.dueOn} /> {call.overdue ? t('late') : ''}
                </>
              ),
              outstanding: <Amount of={outstanding} />,
            },
          }))}
        />
      )}
    </Section>
  );
}

function Returns({ promises }: { readonly promises: WhatWaitsProps['returns'] }) {
  const t = usePortfolioWords();
  const v = useVocabulary();
  return (
    <Section heading={t('returns.title')} id="returns">
      {promises.length === 0 ? (
        <p>{t('returns.none')}</p>
      ) : (
        <Table
          caption={t('returns.title')}
          hideCaption
          columns={[
            { key: 'what', label: t('column.what') },
            { key: 'kind', label: t('column.kind') },
            { key: 'project', label: t('column.project') },
            { key: 'due', label: t('column.due') },
            { key: 'state', label: t('column.state') },
          ]}
          rows={promises.map(({ id, title, kind, dueOn, state, venture }) => ({
            id,
            cells: {
              what: <span lang={venture.language}>{title}</span>,
              kind: v.outputKind(kind),
              project: (
                <Link to={`/ventures/${venture.slug}/returns`} lang={venture.language}>
                  {venture.title}
                </Link>
              ),
              due: <Day on={dueOn} />,
              state: t(`promise.${state}`),
            },
          }))}
        />
      )}
    </Section>
  );
}
