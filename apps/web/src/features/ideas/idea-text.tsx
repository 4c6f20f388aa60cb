import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { Columns, Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

export const IdeaText_idea = graphql(`
  fragment IdeaText_idea on Idea {
    id
    need
    peopleServed
    outcome
    whatExists
    themes
    places
    evidence
    language
    leadOrganisation {
      id
      slug
      name
    }
  }
`);

/** What the author wrote, need first. */
export function IdeaText({ idea }: { readonly idea: FragmentType<typeof IdeaText_idea> }) {
  const t = useIdeaWords();
  const v = useVocabulary();
  const data = useFragmentData(IdeaText_idea, idea);
  if (data === null) return null;
  const { language, leadOrganisation } = data;
  return (
    <Stack gap={6}>
      <Section heading={t('page.need')} id="need">
        <div className={css.need}>
          <Markdown text={data.need} lang={language} headingLevel={3} />
        </div>
        <Facts
          items={[
            { label: t('page.forWhom'), value: <span lang={language}>{data.peopleServed}</span> },
            { label: t('page.places'), value: data.places.join(', ') },
            { label: t('page.themes'), value: data.themes.map((theme) => v.theme(theme)).join(', ') },
            {
              label: t('page.lead'),
              value:
                leadOrganisation == null ? (
                  t('page.lead.none')
                ) : (
                  <Link to={`/organisations/${leadOrganisation.slug}`}>{leadOrganisation.name}</Link>
                ),
            },
            {
              label: t('page.evidence'),
              value:
                data.evidence.length === 0 ? null : (
                  <Stack as="ul" gap={1}>
                    {data.evidence.map((address) => (
                      <li key={address}>
                        <a href={address} rel="nofollow ugc noopener">
                          {address}
                        </a>
                      </li>
                    ))}
                  </Stack>
                ),
            },
          ]}
        />
      </Section>
      <Columns>
        <Section level={3} heading={t('page.outcome')} id="outcome">
          <Markdown text={data.outcome} lang={language} headingLevel={4} />
        </Section>
        {data.whatExists === '' ? null : (
          <Section level={3} heading={t('page.exists')} id="exists">
            <Markdown text={data.whatExists} lang={language} headingLevel={4} />
          </Section>
        )}
      </Columns>
    </Stack>
  );
}
