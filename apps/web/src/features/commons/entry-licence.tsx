import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { useCommonsWords } from './words.js';

export const EntryLicence_entry = graphql(`
  fragment EntryLicence_entry on CommonsEntry {
    id
    licence
    verdict
    licenceReason
    licenceInWords {
      licences {
        expression
        name
        read
        youMay
        youMust
      }
    }
  }
`);

/** What anybody may do with an entry, without a word of law. */
export function EntryLicence({ entry }: { readonly entry: FragmentType<typeof EntryLicence_entry> }) {
  const t = useCommonsWords();
  const data = useFragmentData(EntryLicence_entry, entry);
  if (data === null) return null;
  return (
    <Section heading={t('entry.use')} id="use">
      <p>
        <Tag>{data.licence}</Tag>
      </p>
      {data.licenceInWords.licences.map((licence) => (
        <Stack key={licence.expression} gap={3}>
          {data.licenceInWords.licences.length > 1 ? <h3>{licence.name}</h3> : null}
          {licence.read ? (
            <>
              <p>{t('entry.may')}</p>
              <ul>
                {licence.youMay.map((word) => (
                  <li key={word}>{word}</li>
                ))}
              </ul>
              <p>{licence.youMust.length === 0 ? t('entry.nothing') : t('entry.must')}</p>
              <ul>
                {licence.youMust.map((word) => (
                  <li key={word}>{word}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{t('entry.licence.unread')}</p>
          )}
        </Stack>
      ))}
      {data.verdict === 'ASK_A_PERSON' ? <p>{t('entry.licence.person', { reason: data.licenceReason })}</p> : null}
      <p>
        <Link to={`/licences?of=${encodeURIComponent(data.licence)}`}>{t('entry.licence.more')}</Link>
      </p>
    </Section>
  );
}
