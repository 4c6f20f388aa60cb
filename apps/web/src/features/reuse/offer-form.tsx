import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { CURRENCIES, readAmounts } from '../../lib/amount-input.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { MoneyField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Loading } from '../../ui/states.js';
import css from './reuse.module.css';
import { useReuseWords } from './words.js';

const ComponentsToOfferDocument = graphql(`
  query ComponentsToOffer($filter: ComponentFilterInput) {
    components(first: 8, filter: $filter) {
      nodes {
        id
        name
        summary
      }
    }
  }
`);

const OfferReuseDocument = graphql(`
  mutation OfferReuse($input: OfferReuseInput!) {
    offerReuse(input: $input) {
      ... on OfferReusePayload {
        reuseOffer {
          id
          ...Offer_reuseOffer
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

interface OfferFormProps {
  readonly ideaId: string;
  /** What may fit is offered first. */
  readonly suggested: readonly { readonly id: string; readonly name: string; readonly summary: string }[];
  /** ISO 4217 of the idea’s budget, once there is one: what an offer costs becomes lines of it. */
  readonly currency: string | null;
}

/** "We have something that could help": two answers are needed, and what it is. */
export function OfferForm({ ideaId, suggested, currency }: OfferFormProps) {
  const t = useReuseWords();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const found = useQuery(ComponentsToOfferDocument, {
    variables: { filter: asked === '' ? null : { text: asked } },
    skip: asked === '' && suggested.length > 0,
  });
  const components = asked === '' && suggested.length > 0 ? suggested : (found.data?.components.nodes ?? []);
  return (
    <>
      <form
        role="search"
        className={css.search}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <label>
          <span>{t('new.find')}</span>
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <Button type="submit" small>
          {t('new.search.submit')}
        </Button>
        <Link to="/components/new">{t('new.component.add')}</Link>
      </form>
      {found.loading ? <Loading /> : null}
      {!found.loading && components.length === 0 ? <p role="status">{t('new.component.none')}</p> : null}
      {components.length === 0 ? null : <Chosen ideaId={ideaId} components={components} budget={currency} />}
    </>
  );
}

interface ChosenProps {
  readonly ideaId: string;
  readonly components: OfferFormProps['suggested'];
  readonly budget: string | null;
}

function Chosen({ ideaId, components, budget }: ChosenProps) {
  const t = useReuseWords();
  const { memberships, actingFor } = useViewer();
  const [offer] = useMutation(OfferReuseDocument, { refetchQueries: ['Idea'] });
  const form = useForm({
    draft: `offer-${ideaId}`,
    initial: {
      componentId: '',
      part: '',
      covers: '',
      missing: '',
      effort: '',
      saves: '',
      adaptationFee: '',
      maintenance: '',
      currency: budget ?? CURRENCIES[0],
      organisationId: actingFor ?? '',
    },
  });
  return (
    <Form
      form={form}
      label={t('new')}
      submit={t('new.submit')}
      onSubmit={async ({ organisationId, adaptationFee, maintenance, currency, ...values }) => {
        const read = readAmounts({ adaptationFee, maintenance }, currency, t('new.amount.wrong'));
        if ('refusal' in read) return read.refusal;
        const price = Object.keys(read.amounts).length === 0 ? {} : { ...read.amounts, currency };
        const input = { ideaId, ...values, ...price, organisationId: organisationId === '' ? null : organisationId };
        return (await offer({ variables: { input } })).data?.offerReuse;
      }}
      onDone={form.reset}
    >
      <RadioGroup
        name="componentId"
        label={t('new.component')}
        options={components.map(({ id, name, summary }) => ({ value: id, label: name, hint: summary }))}
      />
      <TextArea name="covers" label={t('new.covers')} maxLength={2000} rows={3} />
      <TextArea name="missing" label={t('new.missing')} maxLength={2000} rows={3} />
      <TextField name="part" label={t('new.part')} hint={t('new.part.hint')} maxLength={200} optional />
      <TextField name="effort" label={t('new.effort')} maxLength={500} optional />
      <TextField name="saves" label={t('new.saves')} maxLength={500} optional />
      {budget === null ? (
        <Select
          name="currency"
          label={t('new.currency')}
          hint={t('new.currency.hint')}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
          optional
        />
      ) : null}
      <MoneyField
        name="adaptationFee"
        label={t('new.adaptationFee')}
        hint={t('new.adaptationFee.hint')}
        currency={form.values.currency}
        optional
      />
      <MoneyField
        name="maintenance"
        label={t('new.maintenance')}
        hint={t('new.maintenance.hint')}
        currency={form.values.currency}
        optional
      />
      {memberships.length === 0 ? null : (
        <Select
          name="organisationId"
          label={t('new.organisation')}
          options={[
            { value: '', label: t('new.organisation.none') },
            ...memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name })),
          ]}
          optional
        />
      )}
    </Form>
  );
}
