import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { FilterForm, FilterSearch } from '../../ui/filter-form.js';
import { Section, Stack } from '../../ui/layout.js';
import { FittingIdeas } from './fitting-ideas.js';
import { useComponentWords } from './words.js';

export const DeskComponents_viewer = graphql(`
  fragment DeskComponents_viewer on Viewer {
    id
    components {
      id
      slug
      name
      language
      fittingIdeas {
        words
        themes
        idea {
          id
          slug
          title
          language
        }
      }
    }
  }
`);

/** For whoever looks after software: the needs it may fit. */
export function DeskComponents({ viewer }: { readonly viewer: FragmentType<typeof DeskComponents_viewer> }) {
  const t = useComponentWords();
  const data = useFragmentData(DeskComponents_viewer, viewer);
  const fitting = data?.components.filter(({ fittingIdeas }) => fittingIdeas.length > 0) ?? [];
  if (fitting.length === 0) return null;
  return (
    <Section heading={t('desk.title')} id="reuse">
      <Stack gap={5}>
        {fitting.map((component) => (
          <Stack key={component.id} gap={2}>
            <h3 lang={component.language}>{t('desk.fits', { name: component.name })}</h3>
            <FittingIdeas ideas={component.fittingIdeas} />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

/** A place to try the address of any software: not everybody has some, so it comes after what waits. */
export function DeskTryAddress() {
  const t = useComponentWords();
  return (
    <Section heading={t('desk.try.title')} id="try">
      <p>{t('desk.try.lead')}</p>
      <FilterForm label={t('desk.try')} submit={t('desk.try.submit')} action="/components/new/address">
        <FilterSearch name="repository" label={t('desk.try')} value="" />
      </FilterForm>
    </Section>
  );
}
