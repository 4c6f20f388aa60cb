import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { Button } from '../../ui/button.js';
import { cx } from '../../ui/class-names.js';
import { CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { fieldOf, type FormState } from '../../ui/form-state.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

/** What the form of an idea holds while it is typed. */
export type IdeaValues = {
  readonly need: string;
  readonly title: string;
  readonly peopleServed: string;
  readonly outcome: string;
  readonly easyRead: string;
  readonly themes: readonly string[];
  readonly places: string;
  readonly whatExists: string;
  readonly evidence: string;
  readonly organisationId: string;
  /** What looks like personal data and may stand, each as JSON of field, kind and text. */
  readonly kept: readonly string[];
};

export const EMPTY_IDEA: IdeaValues = {
  need: '',
  title: '',
  peopleServed: '',
  outcome: '',
  easyRead: '',
  themes: [],
  places: '',
  whatExists: '',
  evidence: '',
  organisationId: '',
  kept: [],
};

/** The same values as the API takes them. */
export function inputOf(values: IdeaValues) {
  return {
    title: values.title,
    need: values.need,
    peopleServed: values.peopleServed,
    outcome: values.outcome,
    easyRead: values.easyRead,
    whatExists: values.whatExists,
    themes: [...values.themes] as never[],
    places: split(values.places, /[,\n]/),
    evidence: split(values.evidence, /\s+/),
    personalDataKept: values.kept.map((each) => JSON.parse(each) as never),
  };
}

function split(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Nothing to hear of: whether the page is alive is only different between the server and the browser. */
const never = () => () => undefined;

/** Which fields stand on which question of a phone. */
const STEPS: readonly (readonly string[])[] = [
  ['need'],
  ['title'],
  ['peopleServed'],
  ['outcome', 'easyRead'],
  ['themes'],
  ['places', 'whatExists', 'evidence', 'organisationId'],
];

interface IdeaFieldsProps {
  readonly form: FormState<IdeaValues>;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** Of what is typed already. */
  readonly lang?: string;
}

/**
 * The questions of an idea: one page where there is room, one question a screen on a phone. Without JavaScript, and until
 * it is there, all of them are shown.
 */
export function IdeaFields({ form, organisations, lang }: IdeaFieldsProps) {
  const t = useIdeaWords();
  const v = useVocabulary();
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [here, setHere] = useState(0);

  // A question with a problem comes up by itself: nobody hunts through six screens for it.
  // Only when problems arrive: while somebody mends one, the question under their hands stays.
  const { problems } = form;
  const [known, setKnown] = useState(problems);
  if (known !== problems) {
    setKnown(problems);
    const names = problems.map((problem) => fieldOf(problem)?.split('.')[0] ?? '');
    const at = STEPS.findIndex((fields) => fields.some((field) => names.includes(field)));
    if (problems.length > known.length && at !== -1) setHere(at);
  }

  const typed = lang === undefined ? {} : { lang };
  const last = STEPS.length - 1;
  const step = useCallback((at: number) => cx(css.step, at === here && css.here), [here]);
  const question = (at: number, children: ReactNode) => <div className={step(at)}>{children}</div>;
  return (
    <div className={cx(css.steps, alive && css.alive, here === last && css.last)}>
      {question(0, <TextArea {...typed} name="need" label={t('new.need')} hint={t('new.need.hint')} rows={7} />)}
      {question(
        1,
        <TextField {...typed} name="title" label={t('new.name')} hint={t('new.name.hint')} maxLength={120} />,
      )}
      {question(
        2,
        <TextField {...typed} name="peopleServed" label={t('new.peopleServed')} hint={t('new.peopleServed.hint')} />,
      )}
      {question(
        3,
        <div className={css.steps}>
          <TextArea {...typed} name="outcome" label={t('new.outcome')} hint={t('new.outcome.hint')} rows={4} />
          <TextField
            {...typed}
            name="easyRead"
            label={t('new.easyRead')}
            hint={t('new.easyRead.hint')}
            maxLength={160}
            optional
          />
        </div>,
      )}
      {question(
        4,
        <CheckboxGroup
          name="themes"
          label={t('new.themes')}
          hint={t('new.themes.hint')}
          dense
          options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
        />,
      )}
      {question(
        5,
        <div className={css.steps}>
          <TextField name="places" label={t('new.places')} hint={t('new.places.hint')} optional />
          <TextArea
            {...typed}
            name="whatExists"
            label={t('new.whatExists')}
            hint={t('new.whatExists.hint')}
            rows={3}
            optional
          />
          <TextArea name="evidence" label={t('new.evidence')} hint={t('new.evidence.hint')} rows={2} optional />
          {organisations.length === 0 ? null : (
            <Select
              name="organisationId"
              label={t('new.organisation')}
              optional
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </div>,
      )}
      {alive ? (
        <div className={css.stepBar}>
          {here > 0 ? (
            <Button look="plain" onClick={() => setHere(here - 1)}>
              {t('new.back')}
            </Button>
          ) : null}
          <span role="status">{t('new.step', { step: here + 1, steps: STEPS.length })}</span>
          {here < last ? (
            <Button onClick={() => setHere(here + 1)}>{t('new.next')}</Button>
          ) : (
            <span aria-hidden="true" />
          )}
        </div>
      ) : null}
    </div>
  );
}
