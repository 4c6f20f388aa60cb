import { useMutation } from '@apollo/client/react';
import { Link, useNavigate } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { PublishMandateInput, ReturnConditionInput } from '../../gql/graphql.js';
import { CURRENCIES, readAmounts } from '../../lib/amount-input.js';
import { definePage } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { Checkbox, CheckboxGroup, MoneyField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { PRESET_NAMES, PRESETS } from './presets.js';
import { BUDGET_LINES, isPurpose, PURPOSES } from './purposes.js';
import { useMandateWords } from './words.js';

const PublishMandateDocument = graphql(`
  mutation PublishMandate($input: PublishMandateInput!) {
    publishMandate(input: $input) {
      ... on PublishMandatePayload {
        mandate {
          id
          slug
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

const BACK = ['OPEN_API', 'RESEARCH_PUBLISHED'] as const;
const OF_ROUND = ['NOT_FIRST', 'LIVED_EXPERIENCE_HEARD', 'LEAD_VERIFIED'] as const;

const EMPTY = {
  organisationId: '',
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
type Draft = typeof EMPTY;

export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useMandateWords.of(i18n)('new.title'), noIndex: true }),
  Component: () => {
    const t = useMandateWords();
    const { memberships } = useViewer();
    return (
      <PageBody width="narrow">
        <PageHead title={t('new.title')} lead={t('new.lead')} />
        {memberships.length === 0 ? (
          <p>{t.rich('new.none', {}, { link: <Link to="/organisations/new" /> })}</p>
        ) : (
          <OfferForm />
        )}
      </PageBody>
    );
  },
});

function OfferForm() {
  const t = useMandateWords();
  const v = useVocabulary();
  const navigate = useNavigate();
  const { memberships, actingFor } = useViewer();
  const [publish] = useMutation(PublishMandateDocument);
  const organisationId = actingFor ?? memberships[0]?.organisation.id ?? '';
  const form = useForm({ draft: 'publish-mandate', initial: { ...EMPTY, organisationId } });
  const { currency } = form.values;
  return (
    <Form
      form={form}
      label={t('new.title')}
      submit={t('new.submit')}
      onSubmit={async (values) => {
        const { budget, largestPledge, smallestPledge, approvalThreshold, minTotal } = values;
        const read = readAmounts(
          { budget, largestPledge, smallestPledge, approvalThreshold, minTotal },
          currency,
          t('amount.wrong'),
        );
        if ('refusal' in read) return read.refusal;
        return (await publish({ variables: { input: inputOf(values, read.amounts) } })).data?.publishMandate;
      }}
      onDone={(payload) => {
        if ('mandate' in payload) void navigate(`/mandates/${payload.mandate.slug}`);
      }}
    >
      <Select
        name="organisationId"
        label={t('new.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <TextField name="title" label={t('new.name')} hint={t('new.name.hint')} maxLength={120} />
      <CheckboxGroup
        name="themes"
        label={t('new.themes')}
        dense
        options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
      />
      <Select
        name="currency"
        label={t('new.currency')}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
      />
      <MoneyField name="budget" label={t('new.budget')} currency={currency} />
      <MoneyField name="largestPledge" label={t('new.largest')} currency={currency} />
      <TextField name="closesOn" type="date" label={t('new.until')} hint={t('new.until.hint')} width="short" />
      <Section heading={t('new.more')}>
        <RadioGroup
          name="preset"
          label={t('new.preset')}
          hint={t('new.preset.hint')}
          options={PRESET_NAMES.map((preset) => ({ value: preset, label: t(`new.preset.${preset}`) }))}
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
    </Form>
  );
}

type Amounts = Partial<
  Record<'budget' | 'largestPledge' | 'smallestPledge' | 'approvalThreshold' | 'minTotal', string>
>;

function inputOf(values: Draft, amounts: Amounts): PublishMandateInput {
  const places = values.places.split(',').map((place) => place.trim());
  const preset: readonly ReturnConditionInput[] =
    PRESETS[PRESET_NAMES.find((one) => one === values.preset) ?? 'ANY_OPEN'];
  const back = BACK.filter((code) => values.returnConditions.includes(code));
  return {
    organisationId: values.organisationId,
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
      ...OF_ROUND.filter((code) => values.pledgeConditions.includes(code)).map((code) => ({ code })),
      // What is no number is left to the rule, which says so beside the conditions.
      ...(values.minFunders.trim() === ''
        ? []
        : [{ code: 'MIN_FUNDERS' as const, funders: Number.parseInt(values.minFunders, 10) || 0 }]),
      ...(amounts.minTotal ? [{ code: 'MIN_ROUND_TOTAL' as const, total: amounts.minTotal }] : []),
    ],
  };
}
