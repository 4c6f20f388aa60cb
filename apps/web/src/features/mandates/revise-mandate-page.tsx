import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';

import type { PledgeConditionInput, ReturnConditionInput } from '../../gql/graphql.js';
import { graphql } from '../../gql/index.js';
import { decimalText, type MoneyValue } from '../../lib/money.js';
import { definePage, operation } from '../../lib/page.js';
import { useNavigate } from '../../lib/router.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import {
  BACK,
  EMPTY,
  KEEP,
  type KeptConditions,
  OF_ROUND,
  OfferFields,
  type OfferDraft,
  termsOf,
} from './offer-fields.js';
import { useMandateWords } from './words.js';

const OfferToReviseDocument = graphql(`
  query OfferToRevise($slug: String!) {
    mandate(slug: $slug) {
      id
      slug
      title
      summary
      language
      themes
      places
      peopleServed
      purposes
      pays
      opensOn
      closesOn
      alwaysAskSecondPerson
      budget {
        minorUnits
        currency
        decimals
      }
      smallestPledge {
        minorUnits
        currency
        decimals
      }
      largestPledge {
        minorUnits
        currency
        decimals
      }
      approvalThreshold {
        minorUnits
        currency
        decimals
      }
      returnConditions {
        code
        withinDays
        accepted {
          licensedAs
          anyOpen
          licences
        }
      }
      pledgeConditions {
        code
        funders
        votes
        percent
        total {
          minorUnits
          currency
          decimals
        }
        accepted {
          licensedAs
          anyOpen
          licences
        }
      }
      viewerCan {
        revise {
          allowed
        }
      }
    }
  }
`);

const ReviseMandateDocument = graphql(`
  mutation ReviseMandate($input: ReviseMandateInput!) {
    reviseMandate(input: $input) {
      ... on ReviseMandatePayload {
        mandate {
          id
          slug
          version
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

type Offer = NonNullable<ResultOf<typeof OfferToReviseDocument>['mandate']>;

/** Another version of an open offer. What was pledged stays under the version it was pledged under. */
export const page = definePage({
  operation: ({ params }) => operation(OfferToReviseDocument, { slug: params['slug'] ?? '' }),
  public: false,
  found: ({ mandate }) => mandate?.viewerCan.revise.allowed === true,
  head: (_data, { i18n }) => ({ title: useMandateWords.of(i18n)('revise'), noIndex: true }),
  Component: ({ data: { mandate } }) => {
    const t = useMandateWords();
    if (mandate == null) return null;
    return (
      <PageBody width="narrow">
        <Breadcrumb
          trail={[{ to: `/mandates/${mandate.slug}`, label: <span lang={mandate.language}>{mandate.title}</span> }]}
          here={t('revise')}
        />
        <PageHead title={t('revise')} lead={t('revise.lead')} />
        <ReviseForm offer={mandate} />
      </PageBody>
    );
  },
});

function ReviseForm({ offer }: { readonly offer: Offer }) {
  const t = useMandateWords();
  const navigate = useNavigate();
  const [revise] = useMutation(ReviseMandateDocument);
  const form = useForm({ draft: `revise-${offer.id}`, initial: draftOf(offer) });
  return (
    <Form
      form={form}
      label={t('revise')}
      submit={t('revise.submit')}
      onSubmit={async (values) => {
        const read = termsOf(values, t('amount.wrong'), keptOf(offer));
        if ('refusal' in read) return read.refusal;
        const { opensOn, language } = offer;
        const input = { ...read.terms, mandateId: offer.id, opensOn, language };
        return (await revise({ variables: { input } })).data?.reviseMandate;
      }}
      onDone={() => void navigate(`/mandates/${offer.slug}`)}
    >
      <OfferFields currency={offer.budget.currency} revises />
    </Form>
  );
}

/** The offer as it stands, as one would have typed it. */
function draftOf(offer: Offer): OfferDraft {
  const typed = (amount: MoneyValue | null | undefined) =>
    amount == null ? '' : decimalText(amount.minorUnits, amount.decimals);
  const condition = (code: string) => offer.pledgeConditions.find((one) => one.code === code);
  return {
    ...EMPTY,
    title: offer.title,
    themes: offer.themes,
    currency: offer.budget.currency,
    budget: typed(offer.budget),
    largestPledge: typed(offer.largestPledge),
    closesOn: offer.closesOn,
    summary: offer.summary,
    smallestPledge: typed(offer.smallestPledge),
    places: offer.places.join(', '),
    purposes: offer.purposes,
    peopleServed: offer.peopleServed,
    pays: offer.pays,
    alwaysAsk: offer.alwaysAskSecondPerson ?? false,
    preset: KEEP,
    returnConditions: BACK.filter((code) => offer.returnConditions.some((one) => one.code === code)),
    minFunders: condition('MIN_FUNDERS')?.funders?.toString() ?? '',
    minTotal: typed(condition('MIN_ROUND_TOTAL')?.total),
    pledgeConditions: OF_ROUND.filter((code) => offer.pledgeConditions.some((one) => one.code === code)),
    approvalThreshold: typed(offer.approvalThreshold),
  };
}

type Licences = NonNullable<Offer['returnConditions'][number]['accepted']>;

/** Conditions that the form has no field for. */
function keptOf({ returnConditions, pledgeConditions }: Offer): KeptConditions {
  const licences = (accepted: Licences | null | undefined) =>
    accepted?.map(({ licensedAs, anyOpen, licences: named }) =>
      anyOpen ? { licensedAs } : { licensedAs, licences: named },
    );
  return {
    returns: returnConditions.flatMap(({ code, withinDays, accepted }): ReturnConditionInput[] => {
      if (code === 'ACCEPTED_LICENCES') return [{ code, accepted: licences(accepted) ?? null }];
      return code === 'OUTPUTS_DUE' ? [{ code, withinDays: withinDays ?? null }] : [];
    }),
    pledges: pledgeConditions.flatMap(({ code, votes, percent, accepted }): PledgeConditionInput[] => {
      if (code === 'ACCEPTED_LICENCES') return [{ code, accepted: licences(accepted) ?? null }];
      if (code === 'MIN_VOTES') return [{ code, votes: votes ?? null }];
      return code === 'MAX_SHARE_OF_TARGET' ? [{ code, percent: percent ?? null }] : [];
    }),
  };
}
