import { useMutation } from '@apollo/client/react';
import { Link, useNavigate } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { ComponentFunction, Theme } from '../../gql/graphql.js';
import { saveFile } from '../../lib/save-file.js';
import { useViewer } from '../../lib/viewer.js';
import { THEMES, useVocabulary } from '../../lib/vocabulary.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { Checkbox, CheckboxGroup, Select, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { MetadataProblems } from './metadata-problems.js';
import { FittingIdeas } from './fitting-ideas.js';
import { FUNCTIONS } from './choices.js';
import type { Understood } from './preview.js';
import { useComponentWords } from './words.js';

const RegisterComponentDocument = graphql(`
  mutation RegisterComponent($input: RegisterComponentInput!) {
    registerComponent(input: $input) {
      ... on RegisterComponentPayload {
        component {
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

interface RegisterFormProps {
  readonly understood: Understood;
  readonly onAgain: () => void;
}

/** Shows what was understood of a file, its faults by line, and asks for what only a person knows. */
export function RegisterForm({ understood, onAgain }: RegisterFormProps) {
  const { publiccode, preview } = understood;
  const t = useComponentWords();
  return (
    <>
      <Section
        heading={t('new.understood')}
        action={
          <Button small onClick={onAgain}>
            {t('new.again')}
          </Button>
        }
      >
        <UnderstoodFacts preview={preview} />
        <Faults preview={preview} />
        <p>
          <Button small onClick={() => saveFile(publiccode, 'publiccode.yml', 'application/yaml')}>
            {t('new.download')}
          </Button>
        </p>
      </Section>
      {preview.fittingIdeas.length === 0 ? null : (
        <Section heading={t('fits.title')}>
          <FittingIdeas ideas={preview.fittingIdeas} />
        </Section>
      )}
      {preview.registeredAs == null ? (
        <Section heading={t('new.yours')}>
          <WhatYouAdd {...understood} />
        </Section>
      ) : (
        <Notice tone="attention" title={t('new.registered')}>
          <Link to={`/components/${preview.registeredAs}`}>{t('new.registered.link')}</Link>
        </Notice>
      )}
    </>
  );
}

function UnderstoodFacts({ preview }: { readonly preview: Understood['preview'] }) {
  const t = useComponentWords();
  const licences = preview.licenceInPlainWords.map(({ name }) => name).join(', ');
  return (
    <Facts
      items={[
        { label: t('new.name'), value: preview.name ?? t('new.name.missing') },
        {
          label: t('new.summary'),
          value: <span lang={preview.language ?? undefined}>{preview.summary ?? t('new.name.missing')}</span>,
        },
        {
          label: t('facts.licence'),
          value: preview.licenceDeclared == null ? t('licence.none') : licences || preview.licenceDeclared,
        },
        { label: t('facts.maturity'), value: preview.maturity == null ? null : t(`maturity.${preview.maturity}`) },
        { label: t('facts.maintainedBy'), value: preview.maintainedBy },
        { label: t('facts.version'), value: preview.softwareVersion },
        { label: t('facts.released'), value: preview.releaseDate == null ? null : <Day on={preview.releaseDate} /> },
        { label: t('facts.source'), value: preview.repositoryUrl },
      ]}
    />
  );
}

function Faults({ preview: { problems } }: { readonly preview: Understood['preview'] }) {
  const t = useComponentWords();
  const faults = problems.filter(({ severity }) => severity === 'ERROR').length;
  if (problems.length === 0) return <Notice tone="good">{t('new.understood.valid')}</Notice>;
  return (
    <>
      <Notice
        tone="attention"
        title={
          faults > 0
            ? t('new.understood.faults', { count: faults })
            : t('new.understood.warnings', { count: problems.length })
        }
      >
        {t('new.understood.faults.text')}
      </Notice>
      <MetadataProblems problems={problems} />
    </>
  );
}

function WhatYouAdd({ publiccode, preview, fetchedFrom }: Understood) {
  const t = useComponentWords();
  const v = useVocabulary();
  const { memberships, actingFor } = useViewer();
  const navigate = useNavigate();
  const [register] = useMutation(RegisterComponentDocument);
  const form = useForm({
    initial: {
      name: '',
      summary: '',
      themes: [] as readonly string[],
      functions: [] as readonly string[],
      organisationId: actingFor ?? '',
      // A text that stands for two licences does not say which: then a person has to.
      licenceFound: preview.licenceFound?.includes(' OR ') === true ? '' : (preview.licenceFound ?? ''),
      contactsAgreed: false,
    },
  });
  return (
    <Form
      form={form}
      label={t('new.yours')}
      submit={t('new.submit')}
      onSubmit={async ({ themes, functions, organisationId, licenceFound, ...rest }) =>
        (
          await register({
            variables: {
              input: {
                ...rest,
                publiccode,
                fetchedFrom: fetchedFrom ?? null,
                themes: themes as readonly Theme[] as Theme[],
                functions: functions as readonly ComponentFunction[] as ComponentFunction[],
                organisationId: organisationId === '' ? null : organisationId,
                licenceFound: licenceFound === '' ? null : licenceFound,
              },
            },
          })
        ).data?.registerComponent
      }
      onDone={({ component }) => void navigate(`/components/${component.slug}`)}
    >
      <CheckboxGroup
        name="themes"
        label={t('new.themes')}
        options={THEMES.map((theme) => ({ value: theme, label: v.theme(theme) }))}
        dense
        optional
      />
      <CheckboxGroup
        name="functions"
        label={t('new.functions')}
        options={FUNCTIONS.map((one) => ({ value: one, label: t(`function.${one}`) }))}
        dense
        optional
      />
      <TextField
        name="name"
        label={t('new.name')}
        hint={preview.name == null ? t('new.name.missing') : t('new.name.hint')}
        maxLength={120}
        optional={preview.name != null}
      />
      <TextField
        name="summary"
        label={t('new.summary')}
        hint={preview.summary == null ? t('new.name.missing') : t('new.name.hint')}
        maxLength={300}
        optional={preview.summary != null}
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
      <TextField
        name="licenceFound"
        label={t('new.licenceFound')}
        hint={
          preview.licenceFound?.includes(' OR ') === true
            ? t('new.licenceFound.either', { licences: preview.licenceFound })
            : t('new.licenceFound.hint')
        }
        width="short"
        optional
      />
      <Checkbox name="contactsAgreed" label={t('new.contacts')} hint={t('new.contacts.hint')} optional />
    </Form>
  );
}
