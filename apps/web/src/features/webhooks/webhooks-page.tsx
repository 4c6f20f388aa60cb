import { useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { WebhooksQuery } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { useWebhookWords } from './words.js';

const WebhooksDocument = graphql(`
  query Webhooks {
    viewer {
      id
      webhooks {
        id
        address
        kinds
        aboutName
        failing
        stoppedAt
        createdAt
      }
    }
  }
`);

const CreateWebhookDocument = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      ... on CreateWebhookPayload {
        webhook {
          id
        }
        secret
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

const DeleteWebhookDocument = graphql(`
  mutation DeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      ... on DeleteWebhookPayload {
        webhookId
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

type Webhook = NonNullable<WebhooksQuery['viewer']>['webhooks'][number];

export const page = definePage({
  operation: () => operation(WebhooksDocument, {}),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: useWebhookWords.of(i18n)('title'), noIndex: true }),
  Component: ({ data: { viewer } }) => {
    const t = useWebhookWords();
    if (viewer == null) return null;
    return (
      <PageBody width="narrow">
        <PageHead title={t('title')} lead={t('lead')} />
        {viewer.webhooks.length === 0 ? <p>{t('none')}</p> : null}
        <Stack gap={6}>
          {viewer.webhooks.map((webhook) => (
            <WebhookPart key={webhook.id} webhook={webhook} />
          ))}
        </Stack>
        <Section heading={t('add')} id="add">
          <WebhookForm />
        </Section>
      </PageBody>
    );
  },
});

function WebhookPart({ webhook }: { readonly webhook: Webhook }) {
  const t = useWebhookWords();
  const toast = useToast();
  const [remove] = useMutation(DeleteWebhookDocument, { refetchQueries: ['Webhooks'] });
  return (
    <Section heading={webhook.address} id={webhook.id}>
      {webhook.stoppedAt == null ? (
        webhook.failing ? (
          <Notice tone="attention">{t('failing')}</Notice>
        ) : null
      ) : (
        <Notice tone="problem">{t('stopped')}</Notice>
      )}
      <Facts
        items={[
          { label: t('about'), value: webhook.aboutName ?? t('all') },
          { label: t('kinds'), value: webhook.kinds.length === 0 ? t('kinds.all') : webhook.kinds.join(', ') },
          { label: t('since'), value: <Day on={webhook.createdAt} /> },
        ]}
      />
      <ActionButton
        look="quiet"
        small
        run={async () => (await remove({ variables: { input: { webhookId: webhook.id } } })).data?.deleteWebhook}
        onDone={() => toast(t('removed'))}
      >
        {t('remove')}
      </ActionButton>
    </Section>
  );
}

function WebhookForm() {
  const t = useWebhookWords();
  const [secret, setSecret] = useState<string | null>(null);
  const [create] = useMutation(CreateWebhookDocument, { refetchQueries: ['Webhooks'] });
  const form = useForm({ initial: { address: '', kinds: '' } });
  return (
    <>
      {secret === null ? null : (
        <Notice tone="good" title={t('made')}>
          <p>{t('secret')}</p>
          <p>
            <code>{secret}</code>
          </p>
        </Notice>
      )}
      <Form
        form={form}
        label={t('add')}
        submit={t('submit')}
        onSubmit={async ({ address, kinds }) => {
          const input = { address, kinds: kinds.split(/[\s,]+/).filter((kind) => kind !== '') };
          return (await create({ variables: { input } })).data?.createWebhook;
        }}
        onDone={(made) => {
          setSecret(made.secret);
          form.reset();
        }}
      >
        <TextField name="address" label={t('address')} hint={t('address.hint')} />
        <TextArea name="kinds" label={t('kinds.field')} hint={t('kinds.hint')} rows={2} optional />
      </Form>
    </>
  );
}
