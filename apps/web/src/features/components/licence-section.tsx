import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Facts } from '../../ui/facts.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useComponentWords } from './words.js';

const LicenceSection_component = graphql(`
  fragment LicenceSection_component on Component {
    id
    licence {
      declared
      found
      concluded
      concludedBecause
      concludedAt
      concludedBy {
        id
        name
      }
      inForce
      basis
      inPlainWords {
        name
        may
        must
      }
    }
    viewerCan {
      concludeLicence {
        allowed
      }
    }
  }
`);

const ConcludeLicenceDocument = graphql(`
  mutation ConcludeLicence($input: ConcludeLicenceInput!) {
    concludeLicence(input: $input) {
      ... on ConcludeLicencePayload {
        component {
          id
          ...LicenceSection_component
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

/** What one may do with a component and must do in return; and what is known about its licence, each fact apart. */
export function LicenceSection({ component }: { readonly component: FragmentType<typeof LicenceSection_component> }) {
  const t = useComponentWords();
  const data = useFragmentData(LicenceSection_component, component);
  if (data === null) return null;
  const { licence, viewerCan } = data;
  const { concluded, concludedAt, concludedBy, concludedBecause } = licence;
  return (
    <>
      {licence.inForce == null ? (
        <Notice tone="attention">
          {t(licence.basis === 'DISPUTED' ? 'page.licence.disputed' : 'page.licence.none')}
        </Notice>
      ) : (
        licence.inPlainWords.map((words) => <PlainWords key={words.name} {...words} />)
      )}
      <h3>{t('page.licence.basis')}</h3>
      <Facts
        items={[
          { label: t('page.licence.declared'), value: licence.declared ?? t('page.licence.nothing') },
          { label: t('page.licence.found'), value: licence.found ?? t('page.licence.notLooked') },
          {
            label:
              concludedBy == null
                ? t('page.licence.concludedPlain')
                : t('page.licence.concluded', { name: concludedBy.name }),
            value:
              concluded == null || concludedAt == null ? null : (
                <>
                  {concluded}, <Day on={concludedAt} />: {concludedBecause}
                </>
              ),
          },
        ]}
      />
      {viewerCan.concludeLicence.allowed ? (
        <details>
          <summary>{t('page.decide')}</summary>
          <Decide componentId={data.id} />
        </details>
      ) : null}
    </>
  );
}

interface PlainWordsProps {
  readonly name: string;
  readonly may: readonly string[];
  readonly must: readonly string[];
}

function PlainWords({ name, may, must }: PlainWordsProps) {
  const t = useComponentWords();
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      {may.length === 0 ? (
        <p>{t('page.licence.unread')}</p>
      ) : (
        <>
          <p>{t('page.licence.may')}</p>
          <ul>
            {may.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          {must.length === 0 ? (
            <p>{t('page.licence.mustNothing')}</p>
          ) : (
            <>
              <p>{t('page.licence.must')}</p>
              <ul>
                {must.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  );
}

function Decide({ componentId }: { readonly componentId: string }) {
  const t = useComponentWords();
  const [conclude] = useMutation(ConcludeLicenceDocument);
  const form = useForm({ draft: `licence-${componentId}`, initial: { licence: '', why: '' } });
  return (
    <Form
      form={form}
      label={t('page.decide')}
      submit={t('page.decide.submit')}
      onSubmit={async (values) =>
        (await conclude({ variables: { input: { componentId, ...values } } })).data?.concludeLicence
      }
      onDone={form.reset}
    >
      <TextField name="licence" label={t('page.decide.licence')} hint={t('page.decide.licence.hint')} width="short" />
      <TextArea name="why" label={t('page.decide.why')} hint={t('page.decide.why.hint')} maxLength={1000} rows={3} />
    </Form>
  );
}
