import { useState } from 'react';
import { Link } from '../../lib/router.js';
import { definePage, type PageProps } from '../../lib/page.js';
import { continueTo, localAddress, sendOneTimeLink, signIn } from '../../lib/session.js';
import { useSite } from '../../lib/site.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Columns, PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { DemonstrationPeople } from '../demonstration-people.js';
import { useSessionResult } from '../session-refusal.js';
import { useAccountWords } from '../account-words.js';

export const page = definePage({
  head: (_, { i18n }) => ({ title: useAccountWords.of(i18n)('signIn.title'), noIndex: true }),
  Component: SignInPage,
});

function SignInPage({ search }: PageProps<undefined>) {
  const t = useAccountWords();
  const { demonstration } = useSite();
  const to = localAddress(search.get('to'));
  const [way, setWay] = useState<'password' | 'link'>('password');
  return (
    <PageBody>
      <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
      {search.get('error') === null ? null : <Notice tone="problem">{t('session.spent')}</Notice>}
      {demonstration ? (
        <Section heading={t('demonstration.title')} id="demonstration">
          <DemonstrationPeople to={to} />
        </Section>
      ) : null}
      <Columns kind="aside">
        <Section heading={t(demonstration ? 'signIn.own' : 'signIn.way')} id="own">
          {way === 'password' ? <PasswordForm to={to} /> : <LinkForm to={to} />}
          <div>
            <Button look="plain" onClick={() => setWay(way === 'password' ? 'link' : 'password')}>
              {t(way === 'password' ? 'signIn.byLink' : 'signIn.byPassword')}
            </Button>
          </div>
        </Section>
        <Section heading={t('signIn.new')} id="new">
          <Stack gap={3}>
            <p>{t('signIn.new.text')}</p>
            <p>
              <Link to={`/sign-up?to=${encodeURIComponent(to)}`}>{t('signUp.title')}</Link>
            </p>
          </Stack>
        </Section>
      </Columns>
    </PageBody>
  );
}

function PasswordForm({ to }: { readonly to: string }) {
  const t = useAccountWords();
  const result = useSessionResult();
  const form = useForm({ initial: { email: '', password: '' } });
  return (
    <Form
      form={form}
      submit={t('signIn.submit')}
      label={t('signIn.title')}
      onSubmit={async ({ email, password }) => result(await signIn(email, password))}
      onDone={() => continueTo(to)}
      actions={<Link to="/sign-in/new-password">{t('signIn.forgotten')}</Link>}
    >
      <TextField name="email" type="email" label={t('field.email')} autoComplete="username" />
      <TextField name="password" type="password" label={t('field.password')} autoComplete="current-password" />
    </Form>
  );
}

function LinkForm({ to }: { readonly to: string }) {
  const t = useAccountWords();
  const result = useSessionResult();
  const form = useForm({ initial: { email: '' } });
  if (form.status === 'done') {
    return (
      <Notice tone="good" title={t('mail.sent')}>
        <p role="status">{t('mail.link', { email: form.values.email })}</p>
      </Notice>
    );
  }
  return (
    <Form
      form={form}
      submit={t('signIn.sendLink')}
      onSubmit={async ({ email }) => result(await sendOneTimeLink(email, to))}
    >
      <TextField name="email" type="email" label={t('field.email')} hint={t('signIn.link.hint')} autoComplete="email" />
    </Form>
  );
}
