import { useMutation } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Notice } from '../../ui/notice.js';
import { ReportLink } from '../../ui/report-link.js';
import { Tag } from '../../ui/tag.js';
import { RelativeTime } from '../../ui/time.js';
import { AnswerOffer } from './answer-offer.js';
import css from './reuse.module.css';
import { useReuseWords } from './words.js';

export const Offer_reuseOffer = graphql(`
  fragment Offer_reuseOffer on ReuseOffer {
    id
    part
    covers
    missing
    effort
    saves
    adaptationFee {
      minorUnits
      currency
      decimals
    }
    maintenance {
      minorUnits
      currency
      decimals
    }
    status
    offeredAt
    offeredBy {
      id
      name
    }
    organisation {
      id
      name
    }
    component {
      id
      slug
      name
      language
    }
    answerReason
    answeredBy {
      id
      name
    }
    licenceVerdict {
      verdict
      reason
      output
    }
    mandateVerdicts {
      slug
      title
      funder
      verdict {
        verdict
        reason
      }
    }
    viewerCan {
      answer {
        allowed
      }
      withdraw {
        allowed
      }
    }
  }
`);

const WithdrawReuseOfferDocument = graphql(`
  mutation WithdrawReuseOffer($input: WithdrawReuseOfferInput!) {
    withdrawReuseOffer(input: $input) {
      ... on WithdrawReuseOfferPayload {
        reuseOffer {
          id
          ...Offer_reuseOffer
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

type Data = ResultOf<typeof Offer_reuseOffer>;

/** Something that exists, offered to an idea: what it covers, what its licence comes to, and the answer. */
export function Offer({ offer }: { readonly offer: FragmentType<typeof Offer_reuseOffer> }) {
  const t = useReuseWords();
  const data = useFragmentData(Offer_reuseOffer, offer);
  if (data === null) return null;
  const { component, organisation, status, viewerCan } = data;
  const name = data.offeredBy.name;
  return (
    <article className={css.offer} aria-labelledby={`${data.id}-name`}>
      <header className={css.head}>
        <h4 id={`${data.id}-name`} lang={component.language}>
          <Link to={`/components/${component.slug}`}>{component.name}</Link>
        </h4>
        <Tag tone={status === 'ACCEPTED' ? 'good' : 'plain'}>{t(`status.${status}`)}</Tag>
      </header>
      <p className={css.by}>
        {organisation == null ? t('offer.by', { name }) : t('offer.for', { name, organisation: organisation.name })}{' '}
        <RelativeTime at={data.offeredAt} /> <ReportLink about={data.id} />
      </p>
      {data.part === '' ? null : <p>{t('offer.part', { part: data.part })}</p>}
      <Facts
        items={[
          { label: t('offer.covers'), value: data.covers },
          { label: t('offer.missing'), value: data.missing },
          { label: t('offer.effort'), value: data.effort || null },
          { label: t('offer.saves'), value: data.saves || null },
          {
            label: t('offer.adaptationFee'),
            value: data.adaptationFee == null ? null : <Amount of={data.adaptationFee} />,
          },
          { label: t('offer.maintenance'), value: data.maintenance == null ? null : <Amount of={data.maintenance} /> },
          { label: t('offer.reason'), value: data.answerReason || null },
        ]}
      />
      {status === 'PROPOSED' || status === 'ACCEPTED' ? (
        <>
          <Verdict verdict={data.licenceVerdict} />
          <MandateVerdicts verdicts={data.mandateVerdicts} />
        </>
      ) : null}
      {viewerCan.answer.allowed ? <AnswerOffer offerId={data.id} verdict={data.licenceVerdict.verdict} /> : null}
      {viewerCan.withdraw.allowed ? <Withdraw offerId={data.id} /> : null}
    </article>
  );
}

const TONES = { SATISFIES: 'good', DOES_NOT: 'problem', ASK_A_PERSON: 'attention' } as const;

function Verdict({ verdict: { verdict, reason, output } }: { readonly verdict: Data['licenceVerdict'] }) {
  const t = useReuseWords();
  return (
    <Notice tone={TONES[verdict]} title={t(`verdict.${verdict}`)}>
      <Stack gap={1}>
        <p>{reason}</p>
        <p>{output == null ? t('verdict.nothingAgreed') : t('verdict.output', { output })}</p>
      </Stack>
    </Notice>
  );
}

/** What funders whose open offers fit the idea ask of the licence. Those who would be content are one line. */
function MandateVerdicts({ verdicts }: { readonly verdicts: Data['mandateVerdicts'] }) {
  const t = useReuseWords();
  if (verdicts.length === 0) return null;
  const content = verdicts.filter(({ verdict }) => verdict.verdict === 'SATISFIES');
  const others = verdicts.filter(({ verdict }) => verdict.verdict !== 'SATISFIES');
  return (
    <Stack gap={1}>
      {content.length === 0 ? null : (
        <p>
          {t('verdict.funders.content', {
            count: content.length,
            funders: [...new Set(content.map(({ funder }) => funder))].join(', '),
          })}
        </p>
      )}
      {others.length === 0 ? null : (
        <ul className={css.funders}>
          {others.map(({ slug, title, funder, verdict }) => (
            <li key={slug}>
              {t.rich(
                verdict.verdict === 'DOES_NOT' ? 'verdict.funders.DOES_NOT' : 'verdict.funders.ASK_A_PERSON',
                { funder, title },
                { link: <Link to={`/mandates/${slug}`} /> },
              )}{' '}
              {verdict.reason}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Withdraw({ offerId }: { readonly offerId: string }) {
  const t = useReuseWords();
  const [withdraw] = useMutation(WithdrawReuseOfferDocument);
  return (
    <ActionButton
      look="plain"
      small
      run={async () => (await withdraw({ variables: { input: { offerId } } })).data?.withdrawReuseOffer}
      confirm={{ title: t('withdraw.title'), text: t('withdraw.text'), submit: t('withdraw') }}
    >
      {t('withdraw')}
    </ActionButton>
  );
}
