import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { AdoptionLevel } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

export const Adoption_idea = graphql(`
  fragment Adoption_idea on Idea {
    id
    slug
    support {
      peopleServed
      adoptionInterests(first: 50) {
        nodes {
          id
          level
          peopleServed
          note
          organisation {
            id
            slug
            name
          }
        }
      }
    }
    viewerCan {
      declareAdoptionInterest {
        allowed
      }
    }
  }
`);

const DeclareAdoptionInterestDocument = graphql(`
  mutation DeclareAdoptionInterest($input: DeclareAdoptionInterestInput!) {
    declareAdoptionInterest(input: $input) {
      ... on DeclareAdoptionInterestPayload {
        idea {
          id
          stage
          ...Adoption_idea
          ...GateChecklist_idea
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

const WithdrawAdoptionInterestDocument = graphql(`
  mutation WithdrawAdoptionInterest($input: WithdrawAdoptionInterestInput!) {
    withdrawAdoptionInterest(input: $input) {
      ... on WithdrawAdoptionInterestPayload {
        idea {
          id
          ...Adoption_idea
          ...GateChecklist_idea
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

/** Organisations that said they would try it or use it, and the place to say so. */
export function Adoption({ idea }: { readonly idea: FragmentType<typeof Adoption_idea> }) {
  const t = useSupportWords();
  const toast = useToast();
  const { memberships } = useViewer();
  const [withdraw] = useMutation(WithdrawAdoptionInterestDocument);
  const data = useFragmentData(Adoption_idea, idea);
  if (data === null) return null;
  const interests = data.support.adoptionInterests.nodes;
  const mine = new Set(memberships.map(({ organisation }) => organisation.id));
  return (
    <Section heading={t('adoption.title')} id="adoption">
      {interests.length === 0 ? (
        <p>{t('adoption.none')}</p>
      ) : (
        <p className={css.total} data-number="">
          {t('adoption.demand', { organisations: interests.length, people: data.support.peopleServed })}
        </p>
      )}
      <ul className={css.list}>
        {interests.map(({ id, organisation, level, peopleServed, note }) => (
          <li key={id} className={css.entry}>
            <p>
              <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link> {t(`adoption.${level}`)} ·{' '}
              {t('adoption.people', { count: peopleServed })}
            </p>
            {note === '' ? null : <p>{note}</p>}
            {mine.has(organisation.id) && data.viewerCan.declareAdoptionInterest.allowed ? (
              <ActionButton
                look="plain"
                small
                run={async () =>
                  (await withdraw({ variables: { input: { ideaId: data.id, organisationId: organisation.id } } })).data
                    ?.withdrawAdoptionInterest
                }
                onDone={() => toast(t('adoption.withdraw'))}
              >
                {t('adoption.withdraw')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      {data.viewerCan.declareAdoptionInterest.allowed ? (
        <details>
          <summary>{t('adoption.declare')}</summary>
          <Declare ideaId={data.id} slug={data.slug} />
        </details>
      ) : null}
    </Section>
  );
}

function Declare({ ideaId, slug }: { readonly ideaId: string; readonly slug: string }) {
  const t = useSupportWords();
  const toast = useToast();
  const { memberships, actingFor } = useViewer();
  const [declare] = useMutation(DeclareAdoptionInterestDocument);
  const first = actingFor ?? memberships[0]?.organisation.id ?? '';
  const form = useForm({
    draft: `adoption-${slug}`,
    initial: { organisationId: first, level: 'WOULD_PILOT', peopleServed: '', note: '' },
  });
  return (
    <Form
      form={form}
      submit={t('adoption.submit')}
      onSubmit={async (values) =>
        (
          await declare({
            variables: {
              input: {
                ideaId,
                organisationId: values.organisationId,
                level: values.level as AdoptionLevel,
                // What is no number is sent as none, and comes back with words beside the field.
                peopleServed: /^\d{1,9}$/.test(values.peopleServed.replaceAll(/[\s,.]/g, ''))
                  ? Number(values.peopleServed.replaceAll(/[\s,.]/g, ''))
                  : 0,
                note: values.note,
              },
            },
          })
        ).data?.declareAdoptionInterest
      }
      onDone={() => toast(t('adoption.done'))}
    >
      <Select
        name="organisationId"
        label={t('adoption.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <RadioGroup
        name="level"
        label={t('adoption.level')}
        options={(['WOULD_PILOT', 'WOULD_ADOPT'] as const).map((level) => ({
          value: level,
          label: t(`adoption.${level}`),
        }))}
      />
      <TextField name="peopleServed" label={t('adoption.peopleServed')} inputMode="numeric" width="short" />
      <TextArea name="note" label={t('adoption.note')} rows={3} optional />
    </Form>
  );
}
