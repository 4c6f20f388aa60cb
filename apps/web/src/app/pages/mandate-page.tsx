import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react';
import { Link } from '../../lib/router.js';

import { EarlierGrants } from '../../features/grants/earlier-grants.js';
import { graphql } from '../../gql/index.js';
import { formatMoney } from '../../lib/money.js';
import { definePage, operation } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { ActionButton } from '../../ui/action-button.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { Columns, PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { later } from '../../lib/later.js';
import { IdeasThatFit } from '../../features/mandates/ideas-that-fit.js';
import { useMandateWords } from '../../features/mandates/words.js';

const AutomaticPledges = later(() =>
  import('../../features/mandates/automatic-pledges.js').then((part) => part.AutomaticPledges),
);

const MandateDocument = graphql(`
  query Mandate($slug: String!) {
    mandate(slug: $slug) {
      id
      slug
      title
      summary
      language
      status
      version
      themes
      places
      peopleServed
      purposes
      pays
      opensOn
      closesOn
      clause
      alwaysAskSecondPerson
      organisation {
        id
        slug
        name
        ...EarlierGrants_organisation
      }
      budget {
        minorUnits
        currency
        decimals
      }
      available {
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
        sentence
      }
      pledgeConditions {
        code
        sentence
      }
      ...AutomaticPledges_mandate
      viewerCan {
        revise {
          allowed
        }
        close {
          allowed
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
  }
`);

const CloseMandateDocument = graphql(`
  mutation CloseMandate($input: CloseMandateInput!) {
    closeMandate(input: $input) {
      ... on CloseMandatePayload {
        mandate {
          id
          status
          viewerCan {
            close {
              allowed
            }
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

export const page = definePage({
  operation: ({ params }) => operation(MandateDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.mandate != null,
  head: ({ mandate }) => ({
    title: mandate?.title ?? '',
    description: (mandate?.returnConditions ?? []).map((condition) => condition.sentence).join(' '),
    canonical: `/mandates/${mandate?.slug ?? ''}`,
  }),
  Component: ({ data: { mandate } }) => {
    const t = useMandateWords();
    const v = useVocabulary();
    const { i18n } = useLingui();
    const [close] = useMutation(CloseMandateDocument);
    if (mandate == null) return null;
    const { organisation, viewerCan } = mandate;
    const size = {
      smallest: formatMoney(mandate.smallestPledge, i18n.locale),
      largest: formatMoney(mandate.largestPledge, i18n.locale),
    };
    return (
      <PageBody>
        <PageHead
          kicker={t('kicker')}
          title={mandate.title}
          lang={mandate.language}
          lead={t.rich(
            'by',
            { name: organisation.name },
            { link: <Link to={`/organisations/${organisation.slug}`} /> },
          )}
        />
        {mandate.status === 'CLOSED' ? <Notice tone="attention">{t('closed')}</Notice> : null}
        <Columns kind="aside">
          <Stack gap={6}>
            {mandate.summary === '' ? null : <p lang={mandate.language}>{mandate.summary}</p>}
            <Section heading={t('back.title')}>
              <Conditions of={mandate.returnConditions} none={t('round.none')} />
            </Section>
            <Section heading={t('round.title')}>
              <Conditions of={mandate.pledgeConditions} none={t('round.none')} />
            </Section>
            <IdeasThatFit mandateId={mandate.id} />
            <EarlierGrants organisation={organisation} />
            <AutomaticPledges mandate={mandate} />
            <Section heading={t('clause.title')}>
              <details>
                <summary>{t('clause.show')}</summary>
                {mandate.clause.split('\n').map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </details>
            </Section>
          </Stack>
          <Stack>
            <Facts
              items={[
                { label: t('fact.available'), value: <Amount of={mandate.available} /> },
                { label: t('fact.budget'), value: <Amount of={mandate.budget} /> },
                { label: t('fact.size'), value: t('fact.size.value', size) },
                {
                  label: t('fact.period'),
                  value: t.rich(
                    'fact.period.value',
                    {},
                    { from: <Day on={mandate.opensOn} />, to: <Day on={mandate.closesOn} /> },
                  ),
                },
                { label: t('fact.themes'), value: mandate.themes.map((theme) => v.theme(theme)).join(', ') },
                { label: t('fact.places'), value: mandate.places.join(', ') || t('fact.anywhere') },
                {
                  label: t('fact.people'),
                  value:
                    mandate.peopleServed === '' ? (
                      t('fact.anyone')
                    ) : (
                      <span lang={mandate.language}>{mandate.peopleServed}</span>
                    ),
                },
                {
                  label: t('fact.purposes'),
                  value: mandate.purposes.map((purpose) => v.roundPurpose(purpose)).join(', '),
                },
                { label: t('fact.pays'), value: mandate.pays.map((line) => v.budgetLine(line)).join(', ') },
                {
                  label: t('fact.threshold'),
                  value: mandate.alwaysAskSecondPerson
                    ? t('fact.always')
                    : mandate.approvalThreshold && <Amount of={mandate.approvalThreshold} />,
                },
                { label: t('fact.version'), value: mandate.version },
              ]}
            />
            {viewerCan.revise.allowed ? (
              <div>
                <LinkButton to={`/mandates/${mandate.slug}/revise`}>{t('revise')}</LinkButton>
              </div>
            ) : null}
            {viewerCan.close.allowed ? (
              <ActionButton
                look="quiet"
                confirm={{ title: t('close.title'), text: t('close.text'), submit: t('close') }}
                run={async () => (await close({ variables: { input: { mandateId: mandate.id } } })).data?.closeMandate}
              >
                {t('close')}
              </ActionButton>
            ) : null}
          </Stack>
        </Columns>
      </PageBody>
    );
  },
});

function Conditions({
  of,
  none,
}: {
  readonly of: readonly { readonly code: string; readonly sentence: string }[];
  readonly none: string;
}) {
  if (of.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {of.map(({ code, sentence }) => (
        <li key={code}>{sentence}</li>
      ))}
    </ul>
  );
}
