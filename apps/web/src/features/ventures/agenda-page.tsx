import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { later } from '../../lib/later.js';
import { ActionButton } from '../../ui/action-button.js';
import { Columns, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { EmptyState } from '../../ui/states.js';
import { Day } from '../../ui/time.js';
import { headOf, VentureFrame } from './venture-frame.js';
import { useVentureWords } from './words.js';

// Comparing takes a library of its own, and writing is for few: both come behind the page.
const Difference = later(() => import('../../ui/difference.js').then((part) => part.Difference));
const ReviseAgenda = later(() => import('./revise-agenda.js').then((part) => part.ReviseAgenda));

const AgendaDocument = graphql(`
  query VentureAgenda($slug: String!) {
    venture(slug: $slug) {
      id
      slug
      title
      language
      members {
        signedVersion
        organisation {
          id
          name
        }
      }
      agendas {
        version
        text
        changeNote
        createdAt
        author {
          id
          name
        }
        signatures {
          signedAt
          organisation {
            id
            name
          }
        }
      }
      viewerCan {
        reviseAgenda {
          allowed
        }
        signFor
      }
      ...VentureFrame_venture
    }
  }
`);

const SignAgendaDocument = graphql(`
  mutation SignAgenda($input: SignAgendaInput!) {
    signAgenda(input: $input) {
      ... on SignAgendaPayload {
        venture {
          id
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
  operation: ({ params }) => operation(AgendaDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.venture != null,
  head: (data, { i18n }) => headOf(data.venture, i18n, 'agenda'),
  Component: AgendaPage,
});

type Venture = NonNullable<ResultOf<typeof AgendaDocument>['venture']>;

function AgendaPage({ data: { venture } }: PageProps<ResultOf<typeof AgendaDocument>>) {
  const t = useVentureWords();
  if (venture == null) return null;
  const [newest, ...earlier] = venture.agendas;
  return (
    <VentureFrame venture={venture}>
      {newest === undefined ? (
        <EmptyState title={t('agenda.none')}>{t('agenda.none.text')}</EmptyState>
      ) : (
        <Columns kind="aside" ruled>
          <Stack gap={4}>
            <p>
              {t('agenda.version', { version: newest.version })}
              {newest.author == null ? null : ` · ${t('agenda.by', { name: newest.author.name })}`} ·{' '}
              <Day on={newest.createdAt} />
            </p>
            <Markdown text={newest.text} lang={venture.language} headingLevel={2} />
          </Stack>
          <Signatures venture={venture} version={newest.version} />
        </Columns>
      )}
      {venture.viewerCan.reviseAgenda.allowed ? (
        <ReviseAgenda ventureId={venture.id} version={newest?.version ?? 0} text={newest?.text ?? ''} />
      ) : null}
      {earlier.length === 0 ? null : (
        <Section heading={t('agenda.history')} id="history">
          {newest === undefined || earlier[0] === undefined ? null : (
            <details>
              <summary>{t('agenda.difference', { version: newest.version, before: earlier[0].version })}</summary>
              <Difference before={earlier[0].text} after={newest.text} lang={venture.language} />
            </details>
          )}
          {earlier.map((agenda, index) => (
            <details key={agenda.version}>
              <summary>
                {t('agenda.version', { version: agenda.version })}, <Day on={agenda.createdAt} /> ·{' '}
                {t('agenda.history.signatures', { count: agenda.signatures.length })}
              </summary>
              <Stack gap={4}>
                {agenda.changeNote === '' ? null : <p lang={venture.language}>{agenda.changeNote}</p>}
                <Markdown text={agenda.text} lang={venture.language} headingLevel={3} />
                <SignedBy signatures={agenda.signatures} />
                {earlier[index + 1] === undefined ? null : (
                  <details>
                    <summary>
                      {t('agenda.difference', { version: agenda.version, before: earlier[index + 1]?.version ?? 0 })}
                    </summary>
                    <Difference before={earlier[index + 1]?.text ?? ''} after={agenda.text} lang={venture.language} />
                  </details>
                )}
              </Stack>
            </details>
          ))}
        </Section>
      )}
    </VentureFrame>
  );
}

function Signatures({ venture, version }: { readonly venture: Venture; readonly version: number }) {
  const t = useVentureWords();
  const [sign] = useMutation(SignAgendaDocument, { refetchQueries: ['VentureAgenda'] });
  const newest = venture.agendas[0];
  const waiting = venture.members.filter(({ signedVersion }) => signedVersion !== version);
  const mine = venture.members.filter(({ organisation }) => venture.viewerCan.signFor.includes(organisation.id));
  return (
    <Stack gap={7}>
      {newest === undefined || newest.changeNote === '' ? null : (
        <Section heading={t('agenda.note')} id="note">
          <p lang={venture.language}>{newest.changeNote}</p>
        </Section>
      )}
      <Section heading={t('agenda.signed')} id="signatures">
        <SignedBy signatures={newest?.signatures ?? []} />
        {mine.map(({ organisation }) => (
          <ActionButton
            key={organisation.id}
            look="primary"
            confirm={{
              title: t('agenda.sign.title', { organisation: organisation.name }),
              text: t('agenda.sign.text'),
              submit: t('agenda.sign', { organisation: organisation.name, version }),
            }}
            run={async () =>
              (
                await sign({
                  variables: { input: { ventureId: venture.id, organisationId: organisation.id, version } },
                })
              ).data?.signAgenda
            }
          >
            {t('agenda.sign', { organisation: organisation.name, version })}
          </ActionButton>
        ))}
      </Section>
      {waiting.length === 0 ? null : (
        <Section heading={t('agenda.waiting')} id="waiting">
          <ul>
            {waiting.map(({ organisation }) => (
              <li key={organisation.id}>{organisation.name}</li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}

function SignedBy({ signatures }: { readonly signatures: Venture['agendas'][number]['signatures'] }) {
  const t = useVentureWords();
  if (signatures.length === 0) return <p>{t('agenda.signed.none')}</p>;
  return (
    <ul>
      {signatures.map(({ organisation, signedAt }) => (
        <li key={organisation.id}>
          {organisation.name}, <Day on={signedAt} />
        </li>
      ))}
    </ul>
  );
}
