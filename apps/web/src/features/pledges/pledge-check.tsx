import { useMutation, useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react';

import { graphql } from '../../gql/index.js';
import { failureOf } from '../../lib/failure.js';
import { useFragmentData, type FragmentType } from '../../lib/fragment.js';
import { forgetKey, keptKey } from '../../lib/kept-key.js';
import { formatMoney } from '../../lib/money.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { ErrorState, Loading } from '../../ui/states.js';
import { Day } from '../../ui/time.js';
import type { Asked } from './amount-form.js';
import { usePledgeWords } from './words.js';

export const PledgeCheck_round = graphql(`
  fragment PledgeCheck_round on FundingRound {
    id
    deadline
    minimum {
      minorUnits
      currency
      decimals
    }
    tranches {
      position
    }
    idea {
      id
      commonsAgreement {
        id
        outputs {
          id
          title
          kind
          dueAfterDays
          dueOn
          anyOpenLicence
          licences
        }
      }
    }
  }
`);

const PledgePreviewDocument = graphql(`
  query PledgePreview($roundId: ID!, $mandateId: ID!, $amount: BigInt!) {
    pledgePreview(roundId: $roundId, mandateId: $mandateId, amount: $amount) {
      needsSecondPerson
      counts
      matched {
        minorUnits
        currency
        decimals
      }
      requirements {
        code
        message
        met
        current
        needed
        path
      }
      conditions {
        met
        current
        needed
        condition {
          code
          sentence
        }
      }
    }
  }
`);

const PlacePledgeDocument = graphql(`
  mutation PlacePledge($input: PlacePledgeInput!) {
    placePledge(input: $input) {
      ... on PlacePledgePayload {
        pledge {
          id
          status
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

interface PledgeCheckProps {
  readonly round: FragmentType<typeof PledgeCheck_round>;
  readonly asked: Asked;
  readonly onBack: () => void;
}

/** What a pledge means before it is made: each condition met or not, what comes back and when, what binds. */
export function PledgeCheck({ round, asked, onBack }: PledgeCheckProps) {
  const t = usePledgeWords();
  const { i18n } = useLingui();
  const data = useFragmentData(PledgeCheck_round, round);
  const [place] = useMutation(PlacePledgeDocument, { refetchQueries: ['PledgePage'], awaitRefetchQueries: true });
  const request = { roundId: data?.id ?? '', mandateId: asked.mandate.id, amount: asked.amount.minorUnits };
  const preview = useQuery(PledgePreviewDocument, { variables: request, fetchPolicy: 'network-only', ssr: false });
  if (data === null) return null;

  const amount = formatMoney(asked.amount, i18n.locale);
  const back = (
    <Button look="plain" onClick={onBack}>
      {t('back')}
    </Button>
  );
  if (preview.error) return <ErrorState failure={failureOf(preview.error)} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Loading label={t('checking')} />;
  const { requirements, needsSecondPerson, matched } = preview.data.pledgePreview;
  if (requirements.length > 0) {
    return (
      <Section heading={t('step.check')}>
        <RequirementList requirements={requirements} />
        {back}
      </Section>
    );
  }

  const name = `pledge.${data.id}`;
  return (
    <Section heading={t('step.check')}>
      <Stack gap={5}>
        <p>
          <strong>{t('summary', { organisation: asked.mandate.organisation.name, amount })}</strong>
        </p>
        {matched.minorUnits === '0' ? null : <p>{t('matched', { amount: formatMoney(matched, i18n.locale) })}</p>}
        <Conditions of={preview.data.pledgePreview} />
        <WhatComesBack of={data.idea.commonsAgreement?.outputs ?? []} />
        <Section level={3} heading={t('binds.title')}>
          <p>
            {t('binds.text', {
              deadline: new Intl.DateTimeFormat(i18n.locale, {
                dateStyle: 'long',
                timeStyle: 'short',
                timeZone: 'UTC',
              }).format(new Date(data.deadline)),
              minimum: formatMoney(data.minimum, i18n.locale),
              instalments: data.tranches.length,
            })}
          </p>
          {asked.signing ? (
            <p>
              {t(asked.signing.role === '' ? 'sign.by' : 'sign.byWithRole', {
                name: asked.signing.name,
                role: asked.signing.role,
              })}
            </p>
          ) : null}
          {needsSecondPerson ? <Notice tone="attention">{t('second')}</Notice> : null}
        </Section>
        <Row>
          <ActionButton
            look="primary"
            run={async () => {
              const input = { ...request, currency: asked.amount.currency, note: asked.note, signing: asked.signing };
              // Made and kept before it is sent: a reload after a lost answer is a replay, not a second pledge.
              const idempotencyKey = keptKey(name, input);
              return (await place({ variables: { input: { ...input, idempotencyKey } } })).data?.placePledge;
            }}
            onDone={() => forgetKey(name)}
          >
            {t(needsSecondPerson ? 'confirm.second' : 'confirm', { amount })}
          </ActionButton>
          {back}
        </Row>
      </Stack>
    </Section>
  );
}

function Conditions({
  of,
}: {
  readonly of: {
    readonly counts: boolean;
    readonly conditions: readonly {
      readonly met: boolean;
      readonly current?: string | null;
      readonly needed?: string | null;
      readonly condition: { readonly code: string; readonly sentence: string };
    }[];
  };
}) {
  const t = usePledgeWords();
  return (
    <Section level={3} heading={t('conditions.title')}>
      <p>{t(of.conditions.length === 0 ? 'conditions.none' : of.counts ? 'conditions.counts' : 'conditions.notYet')}</p>
      <RequirementList
        label={t('conditions.title')}
        requirements={of.conditions.map(({ condition, met, current, needed }) => ({
          code: condition.code,
          message: condition.sentence,
          met,
          current: current ?? null,
          needed: needed ?? null,
        }))}
      />
    </Section>
  );
}

interface Output {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly dueAfterDays?: number | null;
  readonly dueOn?: string | null;
  readonly anyOpenLicence: boolean;
  readonly licences: readonly string[];
}

function WhatComesBack({ of }: { readonly of: readonly Output[] }) {
  const t = usePledgeWords();
  const v = useVocabulary();
  if (of.length === 0) return null;
  return (
    <Section level={3} heading={t('back.title')}>
      <ul>
        {of.map(({ id, title, kind, dueAfterDays, dueOn, anyOpenLicence, licences }) => (
          <li key={id}>
            {t('back.item', { title, kind: v.outputKind(kind) })},{' '}
            {dueOn == null
              ? t('back.due', { days: dueAfterDays ?? 0 })
              : t.rich('back.dueOn', {}, { day: <Day on={dueOn} /> })}
            , {t('back.licence', { licences: anyOpenLicence ? t('back.open') : licences.join(', ') })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
