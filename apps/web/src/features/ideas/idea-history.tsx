import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Difference } from '../../ui/difference.js';
import { Section } from '../../ui/layout.js';
import { RelativeTime } from '../../ui/time.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

export const IdeaHistory_idea = graphql(`
  fragment IdeaHistory_idea on Idea {
    id
    language
    stageChanges {
      from
      to
      reason
      changedAt
    }
    versions(first: 20) {
      nodes {
        number
        createdAt
        material
        redacted
        fingerprint
        title
        need
        outcome
        peopleServed
        easyRead
        whatExists
        author {
          id
          name
        }
      }
    }
  }
`);

const FIELDS = ['title', 'need', 'peopleServed', 'outcome', 'easyRead', 'whatExists'] as const;

/** Every wording with what changed in it, and every step on the pipeline, newest first. */
export function IdeaHistory({ idea }: { readonly idea: FragmentType<typeof IdeaHistory_idea> }) {
  const t = useIdeaWords();
  const v = useVocabulary();
  const data = useFragmentData(IdeaHistory_idea, idea);
  if (data === null) return null;
  const versions = data.versions.nodes;
  const events = [
    ...data.stageChanges.map((change) => ({ at: change.changedAt, change, version: null, before: null })),
    ...versions.map((version, index) => ({
      at: version.createdAt,
      change: null,
      version,
      before: versions[index + 1] ?? null,
    })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <Section heading={t('history.title')} id="history">
      <p>{t('history.lead')}</p>
      <ol className={css.events}>
        {events.map(({ at, change, version, before }) => (
          <li key={`${at}-${version?.number ?? change?.to}`} className={css.event}>
            {change === null ? null : (
              <>
                <strong>{t('history.moved', { from: v.stage(change.from), to: v.stage(change.to) })}</strong>{' '}
                <RelativeTime at={at} />
                {change.reason === '' ? null : <p>{t('page.ended.why', { reason: change.reason })}</p>}
              </>
            )}
            {version === null ? null : (
              <details>
                <summary>
                  <strong>{t('history.version', { number: version.number })}</strong>{' '}
                  {t.rich('history.by', { name: version.author?.name ?? '' }, { time: <RelativeTime at={at} /> })}
                </summary>
                <p>
                  {version.redacted
                    ? t('history.redacted')
                    : version.number === 1
                      ? t('history.first')
                      : t(version.material ? 'history.material' : 'history.small')}
                </p>
                {version.redacted || before === null || before.redacted
                  ? null
                  : FIELDS.filter((field) => version[field] !== before[field]).map((field) => (
                      <div key={field}>
                        <p>{t('history.changed', { field: t(`history.field.${field}`) })}</p>
                        <Difference before={before[field] ?? ''} after={version[field] ?? ''} lang={data.language} />
                      </div>
                    ))}
                {version.fingerprint == null ? null : (
                  <p className={css.mark}>
                    {t('history.fingerprint')}: <code>{version.fingerprint}</code>
                  </p>
                )}
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
