import { useLazyQuery, useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';

import { graphql } from '../../gql/index.js';
import { CheckboxGroup, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Loading } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { useLeadWords } from './lead-words.js';

const WhoMightLeadDocument = graphql(`
  query WhoMightLead($slug: String!) {
    idea(slug: $slug) {
      id
      leadRequests {
        id
        organisation {
          id
        }
      }
      leadSuggestions {
        because
        organisation {
          id
          name
        }
      }
    }
  }
`);

const FindOrganisationsDocument = graphql(`
  query FindOrganisations($name: String!) {
    organisations(first: 8, filter: { search: $name }) {
      nodes {
        id
        name
      }
    }
  }
`);

const AskWhoWouldLeadDocument = graphql(`
  mutation AskWhoWouldLead($input: AskWhoWouldLeadInput!) {
    askWhoWouldLead(input: $input) {
      ... on AskWhoWouldLeadPayload {
        idea {
          id
          ...WhoLeads_idea
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

const TYPED_FOR_MS = 300;
const LEAST_LETTERS = 2;

interface AskToLeadProps {
  readonly ideaId: string;
  readonly slug: string;
  readonly onDone: () => void;
}

/** Asks organisations whether they would lead: those that fit are there to tick, others are found by name. */
export function AskToLead({ ideaId, slug, onDone }: AskToLeadProps) {
  const { data } = useQuery(WhoMightLeadDocument, { variables: { slug }, ssr: false });
  if (data?.idea == null) return <Loading />;
  const asked = new Set(data.idea.leadRequests.map(({ organisation }) => organisation.id));
  return <Ask ideaId={ideaId} slug={slug} onDone={onDone} asked={asked} suggestions={data.idea.leadSuggestions} />;
}

interface AskProps extends AskToLeadProps {
  readonly asked: ReadonlySet<string>;
  readonly suggestions: readonly {
    readonly because: 'WOULD_USE_IT' | 'LEADS_ALIKE';
    readonly organisation: { readonly id: string; readonly name: string };
  }[];
}

function Ask({ ideaId, slug, onDone, asked, suggestions }: AskProps) {
  const t = useLeadWords();
  const toast = useToast();
  const [ask] = useMutation(AskWhoWouldLeadDocument);
  const form = useForm({
    draft: `lead-${slug}`,
    initial: { organisationIds: [] as readonly string[], name: '', note: '' },
  });
  const [find, { data: answer }] = useLazyQuery(FindOrganisationsDocument);
  // What was found and ticked stays in the list when something else is looked for.
  const [kept, setKept] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const name = form.values.name.trim();
  useEffect(() => {
    if (name.length < LEAST_LETTERS) return undefined;
    const look = async () => {
      const { data } = await find({ variables: { name } });
      const found = data?.organisations.nodes ?? [];
      setKept((before) => [...before, ...found.filter(({ id }) => !before.some((each) => each.id === id))]);
    };
    const waits = setTimeout(() => void look().catch(() => undefined), TYPED_FOR_MS);
    return () => clearTimeout(waits);
  }, [find, name]);
  const found = name.length < LEAST_LETTERS ? [] : (answer?.organisations.nodes ?? []);
  const ticked = form.values.organisationIds;
  const options = new Map(
    suggestions.map(({ organisation, because }) => [
      organisation.id,
      { value: organisation.id, label: organisation.name, hint: t(`ask.${because}`) },
    ]),
  );
  for (const each of [...kept.filter(({ id }) => ticked.includes(id)), ...found]) {
    if (!asked.has(each.id) && !options.has(each.id)) {
      options.set(each.id, { value: each.id, label: each.name, hint: '' });
    }
  }
  return (
    <Form
      form={form}
      submit={t('ask.submit')}
      label={t('ask')}
      onSubmit={async ({ organisationIds, note }) =>
        (await ask({ variables: { input: { ideaId, organisationIds: [...organisationIds], note } } })).data
          ?.askWhoWouldLead
      }
      onDone={() => {
        toast(t('ask.done'));
        onDone();
      }}
    >
      <p>{t('ask.text')}</p>
      {options.size === 0 ? <p>{t('ask.nobody')}</p> : null}
      <CheckboxGroup
        name="organisationIds"
        label={t('ask.who')}
        options={[...options.values()].map(({ hint, ...option }) => (hint === '' ? option : { ...option, hint }))}
      />
      <TextField name="name" label={t('ask.find')} hint={t('ask.find.hint')} type="search" optional />
      <p role="status">
        {name.length < LEAST_LETTERS || answer === undefined ? null : t('ask.found', { count: found.length })}
      </p>
      <TextArea name="note" label={t('ask.note')} hint={t('ask.note.hint')} rows={3} maxLength={1000} optional />
    </Form>
  );
}
