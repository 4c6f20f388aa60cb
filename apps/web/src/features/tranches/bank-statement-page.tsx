import { useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { LookThroughStatementMutation } from '../../gql/graphql.js';
import { CURRENCIES } from '../../lib/amount-input.js';
import { definePage, operation } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { Select } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Amount } from '../../ui/money.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { TextFileField } from '../../ui/text-file-field.js';
import { Day } from '../../ui/time.js';
import { useTrancheWords } from './words.js';

const BankStatementDocument = graphql(`
  query BankStatement($slug: String!) {
    organisation(slug: $slug) {
      id
      slug
      name
      viewerRoles
    }
  }
`);

const LookThroughStatementDocument = graphql(`
  mutation LookThroughStatement($input: ImportBankLinesInput!) {
    importBankLines(input: $input) {
      ... on ImportBankLinesPayload {
        statement {
          read
          faultCount
          faults {
            line
            message
            given
          }
          lines {
            line
            bookedOn
            direction
            reference
            amount {
              minorUnits
              currency
              decimals
            }
            payment {
              id
              part {
                id
                organisation {
                  id
                  name
                }
                call {
                  id
                  fundingRound {
                    id
                    idea {
                      id
                      title
                      language
                    }
                  }
                }
              }
            }
            callPart {
              id
              call {
                id
                fundingRound {
                  id
                  moneyHolder {
                    id
                    name
                  }
                  idea {
                    id
                    title
                    language
                  }
                }
              }
            }
            viewerCan {
              match {
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

const MatchBankLineDocument = graphql(`
  mutation MatchBankLine($input: MatchBankLineInput!) {
    matchBankLine(input: $input) {
      ... on MatchBankLinePayload {
        payment {
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

type Statement = Extract<
  NonNullable<LookThroughStatementMutation['importBankLines']>,
  { __typename?: 'ImportBankLinesPayload' }
>['statement'];

/** A bank statement held against what was expected. It stays in the browser but for the moment of looking. */
export const page = definePage({
  operation: ({ params }) => operation(BankStatementDocument, { slug: params['slug'] ?? '' }),
  public: false,
  found: ({ organisation }) => (organisation?.viewerRoles ?? []).some((role) => role === 'ADMIN' || role === 'MEMBER'),
  head: (_data, { i18n }) => ({ title: useTrancheWords.of(i18n)('statement.title'), noIndex: true }),
  Component: ({ data: { organisation } }) => {
    const t = useTrancheWords();
    if (organisation == null) return null;
    return (
      <PageBody>
        <Breadcrumb
          trail={[{ to: `/organisations/${organisation.slug}`, label: organisation.name }]}
          here={t('statement.title')}
        />
        <PageHead title={t('statement.title')} lead={t('statement.lead', { name: organisation.name })} />
        <LookThrough organisationId={organisation.id} />
      </PageBody>
    );
  },
});

function LookThrough({ organisationId }: { readonly organisationId: string }) {
  const t = useTrancheWords();
  const [look] = useMutation(LookThroughStatementDocument);
  const [found, setFound] = useState<Statement | null>(null);
  const form = useForm({ initial: { currency: 'GBP', file: '' } });
  return (
    <Stack gap={6}>
      <Form
        form={form}
        label={t('statement.title')}
        submit={t('statement.look')}
        onSubmit={async ({ currency, file }) =>
          (await look({ variables: { input: { organisationId, currency, file } } })).data?.importBankLines
        }
        onDone={(payload) => setFound('statement' in payload ? payload.statement : null)}
      >
        <Select
          name="currency"
          label={t('statement.currency')}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
        <TextFileField name="file" label={t('statement.file')} hint={t('statement.file.hint')} accept=".csv,text/csv" />
      </Form>
      <div role="status">{found === null ? null : <Found of={found} organisationId={organisationId} />}</div>
    </Stack>
  );
}

function Found({ of, organisationId }: { readonly of: Statement; readonly organisationId: string }) {
  const t = useTrancheWords();
  return (
    <Section heading={t('statement.found')} id="found">
      <Stack gap={5}>
        <Notice title={t('statement.read', { read: of.read, lines: of.lines.length })}>
          <p>{t('statement.notKept')}</p>
        </Notice>
        {of.lines.map((line) => (
          <Suggested key={line.line} line={line} organisationId={organisationId} />
        ))}
        {of.faultCount === 0 ? null : (
          <Table
            caption={t('statement.faults', { count: of.faultCount })}
            columns={[
              { key: 'line', label: t('statement.line') },
              { key: 'message', label: t('statement.wrong') },
              { key: 'given', label: t('statement.given') },
            ]}
            rows={of.faults.map(({ line, message, given }) => ({ id: `${line}`, cells: { line, message, given } }))}
          />
        )}
      </Stack>
    </Section>
  );
}

interface SuggestedProps {
  readonly line: Statement['lines'][number];
  readonly organisationId: string;
}

function Suggested({ line, organisationId }: SuggestedProps) {
  const t = useTrancheWords();
  const [matched, setMatched] = useState(false);
  const [match] = useMutation(MatchBankLineDocument);
  const { bookedOn, direction, reference, amount, payment, callPart, viewerCan } = line;
  const round = (payment?.part.call ?? callPart?.call)?.fundingRound;
  const other = payment?.part.organisation.name ?? callPart?.call.fundingRound.moneyHolder.name ?? '';
  return (
    <Stack as="article" gap={2}>
      <p>
        {t.rich(
          payment == null ? 'statement.out' : 'statement.in',
          { other, reference },
          {
            amount: <Amount of={amount} />,
            day: <Day on={bookedOn} />,
            idea: <span lang={round?.idea.language}>{round?.idea.title}</span>,
          },
        )}
      </p>
      {matched ? (
        <p>{t(payment == null ? 'statement.recorded' : 'statement.confirmed')}</p>
      ) : (
        <ActionButton
          permission={viewerCan.match}
          run={async ({ idempotencyKey }) => {
            const input = {
              organisationId,
              paymentId: payment?.id ?? null,
              callPartId: callPart?.id ?? null,
              bookedOn,
              direction,
              reference,
              amount: amount.minorUnits,
              currency: amount.currency,
              idempotencyKey,
            };
            return (await match({ variables: { input } })).data?.matchBankLine;
          }}
          onDone={() => setMatched(true)}
        >
          {t(payment == null ? 'statement.record' : 'statement.confirm')}
        </ActionButton>
      )}
    </Stack>
  );
}
