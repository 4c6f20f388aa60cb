import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { FirstPosts, StewardQueueQuery } from '../../gql/graphql.js';
import { RadioGroup, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import { useStewardshipWords } from './words.js';

const ChangePolicyDocument = graphql(`
  mutation ChangePolicy($input: ChangePolicyInput!) {
    changePolicy(input: $input) {
      ... on ChangePolicyPayload {
        actId
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

const NUMBERS = ['votesOfSupport', 'verifiedOrganisations', 'adoptionInterests', 'livedExperienceVoices'] as const;
const FIRST_POSTS = ['PUBLISHED', 'LINKS_HELD', 'HELD'] as const;

interface ChangePolicyProps {
  readonly policy: StewardQueueQuery['transparency']['policies'][number];
  readonly firstPosts: string;
  readonly helpContacts: string;
}

/** Proposes other numbers for everything that is logged from its confirmation on. */
export function ChangePolicy({ policy, firstPosts, helpContacts }: ChangePolicyProps) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [change] = useMutation(ChangePolicyDocument, { refetchQueries: ['StewardQueue'] });
  const form = useForm({
    initial: {
      votesOfSupport: String(policy.votesOfSupport),
      verifiedOrganisations: String(policy.verifiedOrganisations),
      adoptionInterests: String(policy.adoptionInterests),
      livedExperienceVoices: String(policy.livedExperienceVoices),
      firstPosts,
      helpContacts,
      reason: '',
    },
  });
  // What is no whole number is outside every range, and is refused as such beside its field.
  const whole = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : -1);
  return (
    <Stack gap={4}>
      <p>{t('changePolicy.lead')}</p>
      <Form
        form={form}
        label={t('changePolicy.title')}
        submit={t('changePolicy.submit')}
        onSubmit={async (values) => {
          const input = {
            votesOfSupport: whole(values.votesOfSupport),
            verifiedOrganisations: whole(values.verifiedOrganisations),
            adoptionInterests: whole(values.adoptionInterests),
            livedExperienceVoices: whole(values.livedExperienceVoices),
            firstPosts: values.firstPosts as FirstPosts,
            helpContacts: values.helpContacts,
            reason: values.reason,
          };
          return (await change({ variables: { input } })).data?.changePolicy;
        }}
        onDone={() => toast(t('changePolicy.done'))}
      >
        {NUMBERS.map((name) => (
          <TextField key={name} name={name} label={t(`policy.${name}`)} width="short" />
        ))}
        <RadioGroup
          name="firstPosts"
          label={t('changePolicy.firstPosts')}
          options={FIRST_POSTS.map((each) => ({ value: each, label: t(`firstPosts.${each}`) }))}
        />
        <TextArea
          name="helpContacts"
          label={t('changePolicy.help')}
          hint={t('changePolicy.help.hint')}
          rows={4}
          maxLength={2000}
          optional
        />
        <TextArea name="reason" label={t('changePolicy.reason')} rows={2} maxLength={2000} />
      </Form>
    </Stack>
  );
}
