import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { TokenScope } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { CheckboxGroup, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { VisuallyHidden } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import css from './people.module.css';
import { usePeopleWords } from './words.js';

const CreateApiTokenDocument = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      ... on CreateApiTokenPayload {
        secret
        apiToken {
          id
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

const RevokeApiTokenDocument = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      ... on RevokeApiTokenPayload {
        tokenId
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

const SCOPES = [
  'READ',
  'CONTRIBUTE',
  'MONEY',
  'ORGANISATIONS',
  'MEASUREMENTS',
] as const satisfies readonly TokenScope[];

interface TokensProps {
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly TokenScope[];
    readonly expiresAt: string;
    readonly lastUsedOn?: string | null;
  }[];
}

/** Tokens with which machines act for a person: those there are, and a new one. */
export function Tokens({ tokens }: TokensProps) {
  const t = usePeopleWords();
  const client = useApolloClient();
  const [create] = useMutation(CreateApiTokenDocument);
  const [revoke] = useMutation(RevokeApiTokenDocument);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({ initial: { name: '', scopes: ['READ'] as readonly string[], days: '90' } });
  const readAgain = () => void client.refetchQueries({ include: ['Settings'] });
  return (
    <>
      <p>{t('settings.tokens.lead')}</p>
      {tokens.length === 0 ? null : (
        <Table
          caption={t('settings.tokens.caption')}
          hideCaption
          columns={[
            { key: 'name', label: t('settings.tokens.name') },
            { key: 'scopes', label: t('settings.tokens.scopes') },
            { key: 'expires', label: t('settings.tokens.expires') },
            { key: 'used', label: t('settings.tokens.used') },
            { key: 'end', label: <VisuallyHidden>{t('settings.tokens.end')}</VisuallyHidden> },
          ]}
          rows={tokens.map((token) => ({
            id: token.id,
            cells: {
              name: token.name,
              scopes: token.scopes.map((scope) => t(`scope.${scope}`)).join(', '),
              expires: <Day on={token.expiresAt} />,
              used: token.lastUsedOn == null ? t('settings.tokens.never') : <Day on={token.lastUsedOn} />,
              end: (
                <ActionButton
                  small
                  run={async () => (await revoke({ variables: { input: { tokenId: token.id } } })).data?.revokeApiToken}
                  onDone={readAgain}
                >
                  {t('settings.tokens.end.of', { name: token.name })}
                </ActionButton>
              ),
            },
          }))}
        />
      )}
      {secret === null ? null : (
        <div role="status">
          <Notice tone="attention" title={t('settings.tokens.secret')}>
            <code className={css.secret}>{secret}</code>
          </Notice>
        </div>
      )}
      <Form
        form={form}
        label={t('settings.tokens.submit')}
        submit={t('settings.tokens.submit')}
        onSubmit={async ({ name, scopes, days }) =>
          (
            await create({
              variables: { input: { name, scopes: scopes as TokenScope[], days: Number.parseInt(days, 10) || 0 } },
            })
          ).data?.createApiToken
        }
        onDone={(payload) => {
          setSecret(payload.secret);
          form.reset();
          readAgain();
        }}
      >
        <TextField name="name" label={t('settings.tokens.name')} maxLength={80} />
        <CheckboxGroup
          name="scopes"
          label={t('settings.tokens.scopes')}
          options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        />
        <TextField name="days" width="short" inputMode="numeric" label={t('settings.tokens.days')} />
      </Form>
    </>
  );
}
