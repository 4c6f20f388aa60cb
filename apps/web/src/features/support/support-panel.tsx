import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Section } from '../../ui/layout.js';
import { SupportBar } from '../../ui/perspective.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

const LiveSupport = later(() => import('./live-support.js').then((part) => part.LiveSupport));
const Lens = later(() => import('./lens.js').then((part) => part.Lens));
const VoteForm = later(() => import('./vote-form.js').then((part) => part.VoteForm));

export const SupportPanel_idea = graphql(`
  fragment SupportPanel_idea on Idea {
    id
    support {
      votes
      organisations
      imported
      apart {
        sessions
        recorded
      }
      byPerspective {
        perspective
        count
        fewerThan
      }
      answers {
        wouldNotHelp {
          count
          fewerThan
        }
        couldHarm {
          count
          fewerThan
        }
      }
    }
    ...Lens_idea
    ...VoteForm_idea
  }
`);

/** Who stands behind an idea, by perspective, what those with experience answered, and the viewer's own vote. */
export function SupportPanel({ idea }: { readonly idea: FragmentType<typeof SupportPanel_idea> }) {
  const t = useSupportWords();
  const data = useFragmentData(SupportPanel_idea, idea);
  if (data === null) return null;
  const { votes, organisations, imported, apart, byPerspective, answers } = data.support;
  return (
    <Section heading={t('title')} id="vote">
      <p className={css.total} data-number="">
        {t('votes', { count: votes })} · {t('organisations', { count: organisations })}
      </p>
      {votes > 0 ? (
        <>
          <SupportBar votes={byPerspective} total={votes} />
          <p className={css.note}>{t('small')}</p>
        </>
      ) : null}
      <LiveSupport ideaId={data.id} votes={votes} organisations={organisations} />
      <Answers answers={answers} />
      {imported > 0 ? <p className={css.note}>{t('imported', { count: imported })}</p> : null}
      {apart.sessions > 0 ? <p className={css.note}>{t('apart.sessions', { count: apart.sessions })}</p> : null}
      {apart.recorded > 0 ? <p className={css.note}>{t('apart.recorded', { count: apart.recorded })}</p> : null}
      <Lens idea={data} />
      <VoteForm idea={data} />
    </Section>
  );
}

interface Counted {
  readonly count?: number | null;
  readonly fewerThan?: number | null;
}

/** Beside the support, never taken from it. Nothing is said while each is too small to be told. */
function Answers({ answers }: { readonly answers: { readonly wouldNotHelp: Counted; readonly couldHarm: Counted } }) {
  const t = useSupportWords();
  const said = (
    [
      ['wouldNotHelp', answers.wouldNotHelp],
      ['couldHarm', answers.couldHarm],
    ] as const
  ).filter(([, counted]) => counted.count != null);
  if (said.length === 0) return null;
  return (
    <div className={css.answers}>
      <p className={css.note}>{t('answers')}</p>
      {said.map(([answer, counted]) => (
        <p key={answer} className={css.note}>
          <strong data-number="">{counted.count}</strong> {t(`answers.${answer}`)}
        </p>
      ))}
    </div>
  );
}
