import { definePage, type PageProps } from '../../lib/page.js';
import { sendNewPasswordLink, setNewPassword } from '../../lib/session.js';
import { LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { useSessionResult } from '../session-refusal.js';
import { useAccountWords } from '../account-words.js';

export const page = definePage({
  head: (_, { i18n }) => ({ title: useAccountWords.of(i18n)('newPassword.title'), noIndex: true }),
  Component: ({ search }: PageProps<undefined>) => {
    const token = search.get('token');
    return token === null ? <AskForLink /> : <Choose token={token} />;
  },
});

function AskForLink() {
  const t = useAccountWords();
  const result = useSessionResult();
  const form = useForm({ initial: { email: '' } });
  if (form.status === 'done') {
    return (
      <PageBody width="narrow">
        <PageHead title={t('mail.sent')} lead={t('mail.newPassword', { email: form.values.email })} />
      </PageBody>
    );
  }
  return (
    <PageBody width="narrow">
      <PageHead title={t('newPassword.title')} lead={t('newPassword.ask')} />
      <Form
        form={form}
        submit={t('newPassword.send')}
        onSubmit={async ({ email }) => result(await sendNewPasswordLink(email))}
      >
        <TextField name="email" type="email" label={t('field.email')} autoComplete="email" />
      </Form>
    </PageBody>
  );
}

function Choose({ token }: { readonly token: string }) {
  const t = useAccountWords();
  const result = useSessionResult();
  const form = useForm({ initial: { password: '' } });
  if (form.status === 'done') {
    return (
      <PageBody width="narrow">
        <PageHead
          title={t('newPassword.done')}
          lead={t('newPassword.done.text')}
          actions={
            <LinkButton to="/sign-in" look="primary">
              {t('signIn.submit')}
            </LinkButton>
          }
        />
      </PageBody>
    );
  }
  return (
    <PageBody width="narrow">
      <PageHead title={t('newPassword.title')} />
      <Form
        form={form}
        submit={t('newPassword.submit')}
        onSubmit={async ({ password }) => result(await setNewPassword(token, password))}
      >
        <TextField
          name="password"
          type="password"
          label={t('newPassword.field')}
          hint={t('field.password.hint')}
          autoComplete="new-password"
        />
      </Form>
    </PageBody>
  );
}
