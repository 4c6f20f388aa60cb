import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { Facts } from '../../ui/facts.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { DataSection, DeleteSection } from './leaving.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';
import { Tokens } from './tokens.js';
import { usePeopleWords } from './words.js';

const SettingsDocument = graphql(`
  query Settings {
    viewer {
      id
      email
      language
      bornFrom
      mentionedBy
      hasPassword
      person {
        id
        handle
        name
        about
      }
      apiTokens {
        id
        name
        scopes
        expiresAt
        lastUsedOn
      }
    }
  }
`);

export const page = definePage({
  operation: () => operation(SettingsDocument, {}),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: usePeopleWords.of(i18n)('settings.title'), noIndex: true }),
  Component: ({ data: { viewer } }) => {
    const t = usePeopleWords();
    if (viewer == null) return null;
    return (
      <PageBody width="narrow">
        <PageHead title={t('settings.title')} lead={t('settings.lead')} />
        <Section heading={t('settings.profile')} id="profile">
          <ProfileForm
            person={viewer.person}
            language={viewer.language}
            bornFrom={viewer.bornFrom ?? null}
            mentionedBy={viewer.mentionedBy}
          />
          <p>
            <Link to={`/people/${viewer.person.handle}`}>{t('settings.page')}</Link>
          </p>
        </Section>
        <Section heading={t('settings.account')} id="account">
          <Facts items={[{ label: t('settings.email'), value: viewer.email ?? t('settings.email.none') }]} />
          {viewer.email == null ? null : viewer.hasPassword ? (
            <PasswordForm />
          ) : (
            <p>{t.rich('settings.password.none', {}, { link: <Link to="/sign-in/new-password" /> })}</p>
          )}
        </Section>
        <Section heading={t('settings.news')} id="news">
          <p>
            <Link to="/notifications/settings">{t('settings.news.link')}</Link>
          </p>
        </Section>
        <Section heading={t('settings.tokens')} id="tokens">
          <Tokens tokens={viewer.apiTokens} />
          <p>
            <Link to="/settings/webhooks">{t('settings.webhooks')}</Link>
          </p>
        </Section>
        <Section heading={t('settings.data')} id="data">
          <DataSection />
        </Section>
        <Section heading={t('settings.delete')} id="delete">
          <DeleteSection handle={viewer.person.handle} />
        </Section>
      </PageBody>
    );
  },
});
