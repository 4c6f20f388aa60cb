import type { PledgeConditionInput, PublishMandateInput, ReturnConditionInput } from '../../gql/graphql.js';
import { CURRENCIES, readAmounts } from '../../lib/amount-input.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { Checkbox, CheckboxGroup, MoneyField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Section } from '../../ui/layout.js';
import { PRESET_NAMES, PRESETS } from './presets.js';
import { BUDGET_LINES, isPurpose, PURPOSES } from './purposes.js';
import { useMandateWords } from './words.js';

export const BACK = ['OPEN_API', 'RESEARCH_PUBLISHED'] as const;
export const OF_ROUND = ['NOT_FIRST', 'LIVED_EXPERIENCE_HEARD', 'LEAD_VERIFIED'] as const;

/** An offer as it is typed, before anything is. */
export const EMPTY = {
  title: '',
  themes: [] as readonly string[],
  currency: 'GBP',
  budget: '',
  largestPledge: '',
  closesOn: '',
  summary: '',
  smallestPledge: '',
  places: '',
  purposes: [] as readonly string[],
  peopleServed: '',
  pays: [] as readonly string[],
  alwaysAsk: false,
  preset: 'ANY_OPEN',
  returnConditions: [] as readonly string[],
  minFunders: '',
  minTotal: '',
  pledgeConditions: [] as readonly string[],
  approvalThreshold: '',
};
export type OfferDraft = typeof EMPTY;

/** Conditions that the form has no field for: they stay as they are. */
export interface KeptConditions {
  readonly returns: readonly ReturnConditionInput[];
  readonly pledges: readonly PledgeConditionInput[];
}
const NOTHING_KEPT: KeptConditions = { returns: [], pledges: [] };

interface OfferFieldsProps {
  readonly currency: string;
  /** Whether it revises an offer: its currency stays, and its licences can stay as they are. */
  readonly revises?: boolean;
}

/** What an open offer is asked, new or revised. */
export function OfferFields({ currency, revises = false }: OfferFieldsProps) {
  const t = useMandateWords();
  const v = useVocabulary();
  return (
    <>
      <TextField name="title" label={t('new.name')} hint={t('new.name.hint')} maxLength={120} />
      <CheckboxGroup
        name="themes"
        label={t('new.themes')}
        dense
        options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
      />
      {revises ? null : (
        <Select
          name="currency"
          label={t('new.currency')}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
      )}
      <MoneyField name="budget" label={t('new.budget')} currency={currency} />
      <MoneyField name="largestPledge" label={t('new.largest')} currency={currency} />
      <TextField name="closesOn" type="date" label={t('new.until')} hint={t('new.until.hint')} width="short" />
      <Section heading={t('new.more')}>
        <RadioGroup
          name="preset"
          label={t('new.preset')}
          hint={t('new.preset.hint')}
          options={[
            ...(revises ? [{ value: KEEP, label: t('revise.keep') }] : []),
            ...PRESET_NAMES.map((preset) => ({ value: preset, label: t(`new.preset.${preset}`) })),
          ]}
        />
        <CheckboxGroup
          name="returnConditions"
          label={t('new.back')}
          hint={t('new.back.hint')}
          optional
          options={BACK.map((code) => ({ value: code, label: t(`new.back.${code}`) }))}
        />
        <CheckboxGroup
          name="pledgeConditions"
          label={t('new.round')}
          hint={t('new.round.hint')}
          optional
          options={OF_ROUND.map((code) => ({ value: code, label: t(`new.round.${code}`) }))}
        />
        <TextField
          name="minFunders"
          label={t('new.minFunders')}
          hint={t('new.minFunders.hint')}
          width="short"
          optional
        />
        <MoneyField
          name="minTotal"
          label={t('new.minTotal')}
          hint={t('new.minTotal.hint')}
          currency={currency}
          optional
        />
        <TextArea name="summary" label={t('new.summary')} maxLength={2000} rows={3} optional />
        <MoneyField
          name="smallestPledge"
          label={t('new.smallest')}
          hint={t('new.smallest.hint')}
          currency={currency}
          optional
        />
        <TextField name="places" label={t('new.places')} hint={t('new.places.hint')} optional />
        <TextField name="peopleServed" label={t('new.people')} hint={t('new.people.hint')} maxLength={200} optional />
        <CheckboxGroup
          name="pays"
          label={t('new.pays')}
          hint={t('new.pays.hint')}
          optional
          dense
          options={BUDGET_LINES.map((line) => ({ value: line, label: v.budgetLine(line) }))}
        />
        <CheckboxGroup
          name="purposes"
          label={t('new.purposes')}
          hint={t('new.purposes.hint')}
          optional
          options={PURPOSES.map((purpose) => ({ value: purpose, label: v.roundPurpose(purpose) }))}
        />
        <MoneyField
          name="approvalThreshold"
          label={t('new.threshold')}
          hint={t('new.threshold.hint')}
          currency={currency}
          optional
        />
        <Checkbox name="alwaysAsk" label={t('new.always')} optional />
      </Section>
    </>
  );
}

/** The answer of a preset: the licences and days stay as they are. */
export const KEEP = 'KEEP';

type Terms = Omit<PublishMandateInput, 'organisationId'>;

/** What was typed as the API takes it, or what is no amount. */
export function termsOf(
  values: OfferDraft,
  problem: string,
  kept: KeptConditions = NOTHING_KEPT,
): { readonly terms: Terms } | Extract<ReturnType<typeof readAmounts>, { readonly refusal: unknown }> {
  const { budget, largestPledge, smallestPledge, approvalThreshold, minTotal } = values;
  const typed = { budget, largestPledge, smallestPledge, approvalThreshold, minTotal };
  const read = readAmounts(typed, values.currency, problem);
  return 'refusal' in read ? read : { terms: inputOf(values, read.amounts, kept) };
}

type Amounts = Partial<
  Record<'budget' | 'largestPledge' | 'smallestPledge' | 'approvalThreshold' | 'minTotal', string>
>;

function inputOf(values: OfferDraft, amounts: Amounts, kept: KeptConditions): Terms {
  const places = values.places.split(',').map((place) => place.trim());
  const preset: readonly ReturnConditionInput[] =
    values.preset === KEEP ? kept.returns : PRESETS[PRESET_NAMES.find((one) => one === values.preset) ?? 'ANY_OPEN'];
  const back = BACK.filter((code) => values.returnConditions.includes(code));
  return {
    title: values.title,
    themes: THEMES.filter((theme) => values.themes.includes(theme)),
    currency: values.currency,
    budget: amounts.budget ?? '0',
    largestPledge: amounts.largestPledge ?? '0',
    smallestPledge: amounts.smallestPledge ?? null,
    approvalThreshold: amounts.approvalThreshold ?? null,
    closesOn: values.closesOn,
    summary: values.summary,
    places: places.filter((place) => place !== ''),
    purposes: values.purposes.length === 0 ? null : values.purposes.filter(isPurpose),
    peopleServed: values.peopleServed,
    pays: values.pays.length === 0 ? null : BUDGET_LINES.filter((line) => values.pays.includes(line)),
    alwaysAskSecondPerson: values.alwaysAsk,
    returnConditions: [
      ...preset,
      ...back.filter((code) => !preset.some((condition) => condition.code === code)).map((code) => ({ code })),
    ],
    pledgeConditions: [
      ...kept.pledges,
      ...OF_ROUND.filter((code) => values.pledgeConditions.includes(code)).map((code) => ({ code })),
      // What is no number is left to the rule, which says so beside the conditions.
      ...(values.minFunders.trim() === ''
        ? []
        : [{ code: 'MIN_FUNDERS' as const, funders: Number.parseInt(values.minFunders, 10) || 0 }]),
      ...(amounts.minTotal ? [{ code: 'MIN_ROUND_TOTAL' as const, total: amounts.minTotal }] : []),
    ],
  };
}
