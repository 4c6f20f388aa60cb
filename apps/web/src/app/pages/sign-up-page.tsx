import { Link } from '../../lib/router.js';
import { definePage, type PageProps } from '../../lib/page.js';
import { localAddress, signUp } from '../../lib/session.js';
import { useSite } from '../../lib/site.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useSessionResult } from '../session-refusal.js';
import { useAccountWords } from '../account-words.js';

export const page = definePage({
  head: (_, { i18n }) => ({ title: useAccountWords.of(i18n)('signUp.title'), noIndex: true }),
  Component: SignUpPage,
});

/** Asks for the least: what others call you, where mail reaches you, and a password. */
function SignUpPage({ search }: PageProps<undefined>) {
  const t = useAccountWords();
  const { demonstration } = useSite();
  const result = useSessionResult();
  const to = localAddress(search.get('to'));
  const form = useForm({ initial: { name: '', email: '', password: '' } });
  if (form.status === 'done') {
    return (
      <PageBody width="narrow">
        <PageHead title={t('mail.sent')} lead={t('mail.confirm', { email: form.values.email })} />
      </PageBody>
    );
  }
  return (
    <PageBody width="narrow">
      <PageHead title={t('signUp.title')} lead={t('signUp.lead')} />
      {demonstration ? <Notice tone="attention">{t('signUp.demonstration')}</Notice> : null}
      <Form
        form={form}
        submit={t('signUp.submit')}
        label={t('signUp.title')}
        onSubmit={async (values) => result(await signUp({ ...values, to }))}
        actions={<Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{t('signUp.known')}</Link>}
      >
        <TextField name="name" label={t('field.name')} hint={t('field.name.hint')} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={t('field.email')}
          hint={t('field.email.hint')}
          autoComplete="email"
        />
        <TextField
          name="password"
          type="password"
          label={t('field.password')}
          hint={t('field.password.hint')}
          autoComplete="new-password"
        />
      </Form>
    </PageBody>
  );
}
