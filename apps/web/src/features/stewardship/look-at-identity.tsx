import { useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import { Link } from '../../lib/router.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useStewardshipWords } from './words.js';

const LookAtIdentityDocument = graphql(`
  mutation LookAtIdentity($input: LookAtIdentityInput!) {
    lookAtIdentity(input: $input) {
      ... on LookAtIdentityPayload {
        handle
        name
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

/** Who wrote a comment without a name: for those named for safeguarding, with a reason that is written down. */
export function LookAtIdentity({ commentId }: { readonly commentId: string }) {
  const t = useStewardshipWords();
  const [look] = useMutation(LookAtIdentityDocument, { fetchPolicy: 'no-cache' });
  const [seen, setSeen] = useState<{ readonly handle: string; readonly name: string } | null>(null);
  const form = useForm({ initial: { reason: '' } });
  if (seen !== null) {
    return (
      <p role="status">
        {t.rich('identity.seen', { name: seen.name }, { link: <Link to={`/people/${seen.handle}`} /> })}
      </p>
    );
  }
  return (
    <details>
      <summary>{t('identity.look')}</summary>
      <Form
        form={form}
        label={t('identity.look')}
        submit={t('identity.submit')}
        onSubmit={async ({ reason }) =>
          (await look({ variables: { input: { subjectId: commentId, reason } } })).data?.lookAtIdentity
        }
        onDone={setSeen}
      >
        <p>{t('identity.text')}</p>
        <TextArea name="reason" label={t('identity.reason')} rows={2} maxLength={500} />
      </Form>
    </details>
  );
}
