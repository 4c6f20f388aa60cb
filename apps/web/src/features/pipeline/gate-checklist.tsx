import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Section } from '../../ui/layout.js';
import { RequirementList } from '../../ui/requirement-list.js';
import css from './pipeline.module.css';
import { usePipelineWords } from './words.js';

export const GateChecklist_idea = graphql(`
  fragment GateChecklist_idea on Idea {
    id
    slug
    stage
    viewerCan {
      recordHearing {
        allowed
      }
      saveBrief {
        allowed
      }
    }
    gate {
      toReach
      requirements {
        code
        message
        met
        current
        needed
      }
    }
  }
`);

/** Where on the idea's pages what a gate asks for is done. */
const PLACES = {
  VOTES_OF_SUPPORT: ['#vote', 'do.vote'],
  VERIFIED_ORGANISATIONS_NAMED: ['#vote', 'do.vote'],
  ADOPTION_INTERESTS: ['#adoption', 'do.adoption'],
  LIVED_EXPERIENCE_HEARD: ['#heard', 'do.hearing'],
  BRIEF_FOR_WHOM: ['shape', 'do.brief'],
  BRIEF_OUTCOME: ['shape', 'do.brief'],
  BRIEF_APPROACH: ['shape', 'do.brief'],
  BRIEF_BUDGET: ['shape', 'do.brief'],
  BRIEF_RISKS: ['shape', 'do.brief'],
  LEAD_ORGANISATION_CHOSEN: ['shape', 'do.brief'],
  REUSE_LOOKED_FOR: ['#reuse', 'do.reuse'],
  CONCERNS_ANSWERED: ['#concerns', 'do.concerns'],
  AGREEMENT_DRAFTED: ['#agreement', 'do.agreement'],
  AGREEMENT_SIGNED: ['#agreement', 'do.agreement'],
  ROUND_OPENED: ['#funding', 'do.funding'],
  ROUND_SUCCEEDED: ['#funding', 'do.pledge'],
  PROMISES_KEPT: ['#venture', 'do.returns'],
} as const satisfies Record<string, readonly [string, string]>;

type StepWord = (typeof PLACES)[keyof typeof PLACES][1] | 'do.share';

/** What stands between an idea and its next station, and where each is done. */
export function GateChecklist({ idea }: { readonly idea: FragmentType<typeof GateChecklist_idea> }) {
  const t = usePipelineWords();
  const v = useVocabulary();
  const data = useFragmentData(GateChecklist_idea, idea);
  if (data === null) return null;
  if (data.gate == null) return data.stage === 'COMMONS' ? <p>{t('gate.done')}</p> : null;
  const { viewerCan } = data;
  const { toReach, requirements } = data.gate;
  const steps = new Map(
    requirements
      .filter(({ met }) => !met)
      .flatMap(({ code }): (readonly [string, StepWord])[] => {
        if (!(code in PLACES)) return [];
        const step: readonly [string, StepWord] = PLACES[code as keyof typeof PLACES];
        // What only authors and the lead can do is no next step for anybody else.
        if (step[0] === 'shape') return viewerCan.saveBrief.allowed ? [step] : [];
        if (step[0] === '#heard' && !viewerCan.recordHearing.allowed) return [['#vote', 'do.share']];
        return [step];
      }),
  );
  return (
    <Section heading={t('gate.title')} id="needed">
      <p>{t('gate.lead', { stage: v.stage(toReach) })}</p>
      <RequirementList requirements={requirements} label={t('gate.title')} />
      {steps.size === 0 ? null : (
        <nav aria-label={t('gate.next')}>
          <p className={css.next}>{t('gate.next')}</p>
          <ul className={css.steps}>
            {[...steps].map(([place, word]) => (
              <li key={place}>
                {place.startsWith('#') ? (
                  <a href={`/ideas/${data.slug}${place}`}>{t(word)}</a>
                ) : (
                  <Link to={`/ideas/${data.slug}/${place}`}>{t(word)}</Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}
