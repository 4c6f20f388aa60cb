import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { InviteMemberDocument } from './invite.js';
import type { Role } from './kinds.js';
import { useOrganisationWords } from './words.js';

interface Row {
  readonly line: number;
  readonly email: string;
  readonly roles: readonly Role[];
}

const ROLES: ReadonlySet<string> = new Set(['ADMIN', 'MEMBER', 'APPROVER']);
/** More at once is a mailing, not a team. */
const MOST_ROWS = 100;

/** Lines of `address,role role`, as a spreadsheet saves them: a heading line and quotes are understood. */
export function readPeople(text: string): readonly Row[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({
      line: index + 1,
      cells: line.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', '')),
    }))
    .filter(({ cells }) => (cells[0] ?? '').includes('@'))
    .slice(0, MOST_ROWS)
    .map(({ line, cells: [email = '', ...rest] }) => {
      const named = rest
        .join(' ')
        .toUpperCase()
        .split(/\s+/)
        .filter((word) => ROLES.has(word)) as Role[];
      return { line, email, roles: [...new Set<Role>(['MEMBER', ...named])] };
    });
}

/** Invites a team from a list: each gets a mail of their own, and what was wrong with a line is said beside it. */
export function InviteMany({ organisationId }: { readonly organisationId: string }) {
  const t = useOrganisationWords();
  const client = useApolloClient();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<readonly { readonly row: Row; readonly problem: string | null }[]>([]);
  const form = useForm({ initial: { people: '' } });
  if (!open) {
    return (
      <div>
        <Button look="plain" onClick={() => setOpen(true)}>
          {t('inviteMany.open')}
        </Button>
      </div>
    );
  }
  return (
    <Section heading={t('inviteMany.open')} level={3}>
      <p>{t('inviteMany.lead')}</p>
      <Form
        form={form}
        label={t('inviteMany.open')}
        submit={t('inviteMany.submit', { count: readPeople(form.values.people).length })}
        onSubmit={async ({ people }) => {
          setDone([]);
          for (const row of readPeople(people)) {
            const { data } = await client.mutate({
              mutation: InviteMemberDocument,
              variables: { input: { organisationId, email: row.email, roles: [...row.roles] } },
            });
            const answer = data?.inviteMember;
            const problem =
              answer?.__typename === 'Refusal' ? answer.requirements.map(({ message }) => message).join(' ') : null;
            setDone((before) => [...before, { row, problem }]);
          }
          await client.refetchQueries({ include: ['Organisation'] });
          return { __typename: 'InviteMemberPayload' as const };
        }}
      >
        <TextArea name="people" label={t('inviteMany.people')} hint={t('inviteMany.hint')} rows={6} />
      </Form>
      <ul aria-live="polite">
        {done.map(({ row, problem }) => (
          <li key={row.line}>
            {problem === null
              ? t('inviteMany.sent', { email: row.email })
              : t('inviteMany.problem', { line: row.line, email: row.email, problem })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
