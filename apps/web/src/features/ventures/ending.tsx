import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Day } from '../../ui/time.js';
import { useVentureWords } from './words.js';

export const Ending_venture = graphql(`
  fragment Ending_venture on Venture {
    id
    language
    ending {
      why
      learned
      nextForUsers
      endedAt
    }
    handover {
      ownerName
      from
      needs
    }
  }
`);

/** How a project ended: what was learned, or who runs it now. In the colour of everything else. */
export function Ending({ venture }: { readonly venture: FragmentType<typeof Ending_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Ending_venture, venture);
  if (data === null) return null;
  const { ending, handover, language } = data;
  if (ending != null) {
    return (
      <Section heading={t('ended.stopped')} id="ending">
        <Facts
          items={[
            { label: t('ended.why'), value: <Markdown text={ending.why} lang={language} /> },
            { label: t('ended.learned'), value: <Markdown text={ending.learned} lang={language} /> },
            ...(ending.nextForUsers === ''
              ? []
              : [{ label: t('ended.users'), value: <Markdown text={ending.nextForUsers} lang={language} /> }]),
          ]}
        />
      </Section>
    );
  }
  if (handover == null) return null;
  return (
    <Section heading={t('ended.handover', { owner: handover.ownerName })} id="ending">
      <Facts
        items={[
          { label: t('ended.from'), value: <Day on={handover.from} /> },
          { label: t('ended.needs'), value: <Markdown text={handover.needs} lang={language} /> },
        ]}
      />
    </Section>
  );
}
