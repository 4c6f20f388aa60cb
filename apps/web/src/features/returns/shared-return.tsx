import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Facts } from '../../ui/facts.js';
import { Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Tag } from '../../ui/notice.js';
import { Day, RelativeTime } from '../../ui/time.js';
import { useReturnWords } from './words.js';

export const SharedReturn_return = graphql(`
  fragment SharedReturn_return on Return {
    id
    title
    summary
    address
    text
    release
    addressSeen
    addressSeenAt
    files {
      id
      name
      address
      sha256
    }
    licence
    language
    method
    studiedOn
    sample
    confidence
    consent
    anonymised
    withdrawalContact
    verdict
    verdictReason
    submittedAt
    submittedBy {
      id
      name
    }
    decision
    decidedAt
    decisionReason
    decidedBy {
      id
      name
    }
    builtOn {
      licence
      component {
        id
        slug
        name
      }
    }
  }
`);

/** What was shared for a promise, with the verdict on its licence and what somebody said about it. */
export function SharedReturn({ shared }: { readonly shared: FragmentType<typeof SharedReturn_return> }) {
  const t = useReturnWords();
  const data = useFragmentData(SharedReturn_return, shared);
  if (data === null) return null;
  return (
    <Stack as="article" gap={3}>
      <p>
        {t.rich('return.shared', { name: data.submittedBy.name }, { time: <RelativeTime at={data.submittedAt} /> })}
      </p>
      <h3 lang={data.language}>{data.title}</h3>
      <Markdown text={data.summary} lang={data.language} headingLevel={4} />
      {data.address == null ? null : (
        <p>
          <a href={data.address} rel="noopener">
            {t('return.go')}
          </a>{' '}
          <code>{data.address}</code>{' '}
          {data.addressSeenAt == null
            ? null
            : t.rich(
                data.addressSeen === 'ANSWERED' ? 'return.seen' : 'return.notReached',
                {},
                { day: <Day on={data.addressSeenAt} /> },
              )}
        </p>
      )}
      {data.files.length === 0 ? null : (
        <ul>
          {data.files.map(({ id, name, address, sha256 }) => (
            <li key={id}>
              <a href={address ?? ''} download={name}>
                {name}
              </a>{' '}
              <details>
                <summary>{t('return.check')}</summary>
                <code>{sha256}</code>
              </details>
            </li>
          ))}
        </ul>
      )}
      {data.text == null || data.text === '' ? null : (
        <details>
          <summary>{t('return.text')}</summary>
          <Markdown text={data.text} lang={data.language} headingLevel={4} />
        </details>
      )}
      <Facts
        items={[
          { label: t('return.release'), value: data.release },
          { label: t('return.method'), value: data.method },
          { label: t('return.studiedOn'), value: data.studiedOn == null ? null : <Day on={data.studiedOn} /> },
          { label: t('return.sample'), value: data.sample },
          {
            label: t('return.confidence'),
            value: data.confidence == null ? null : t(`submit.confidence.${data.confidence}`),
          },
          { label: t('return.consent'), value: data.consent },
          { label: t('return.anonymised'), value: data.anonymised },
          { label: t('return.contact'), value: data.withdrawalContact },
          {
            label: t('return.licence'),
            value: <Link to={`/licences?of=${encodeURIComponent(data.licence)}`}>{data.licence}</Link>,
          },
          {
            label: t('return.builtOn'),
            value:
              data.builtOn.length === 0 ? null : (
                <ul>
                  {data.builtOn.map(({ component, licence }) => (
                    <li key={component.id}>
                      <Link to={`/components/${component.slug}`}>
                        {licence == null
                          ? t('return.builtOn.unknown', { name: component.name })
                          : t('return.builtOn.known', { name: component.name, licence })}
                      </Link>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <p>
        <Tag tone={data.verdict === 'SATISFIES' ? 'good' : 'attention'}>
          {t(data.verdict === 'SATISFIES' ? 'return.verdict.SATISFIES' : 'return.verdict.ASK_A_PERSON')}
        </Tag>{' '}
        {data.verdictReason}
      </p>
      <Decision shared={data} />
    </Stack>
  );
}

interface DecisionProps {
  readonly shared: {
    readonly decision?: string | null;
    readonly decidedAt?: string | null;
    readonly decisionReason: string;
    readonly decidedBy?: { readonly name: string } | null;
  };
}

function Decision({ shared: { decision, decidedAt, decisionReason, decidedBy } }: DecisionProps) {
  const t = useReturnWords();
  if (decision == null || decidedAt == null || decidedBy == null) return null;
  const day = <Day on={decidedAt} />;
  if (decision === 'CHANGES_REQUESTED') {
    return <p>{t.rich('return.changes', { name: decidedBy.name, reason: decisionReason }, { day })}</p>;
  }
  return (
    <p>
      {t.rich('return.verified', { name: decidedBy.name }, { day })}
      {decisionReason === '' ? null : ` ${t('return.reason', { reason: decisionReason })}`}
    </p>
  );
}
