import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { EmailFrequency, NotificationSettingsQuery } from '../../gql/graphql.js';
import { UnfollowSubjectDocument } from '../../lib/follow-button.js';
import { definePage, operation } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { Checkbox, RadioGroup } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section, VisuallyHidden } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { useToast } from '../../ui/toast.js';
import css from './notifications.module.css';
import { useNotificationWords } from './words.js';

const NotificationSettingsDocument = graphql(`
  query NotificationSettings($after: String) {
    viewer {
      id
      notificationSettings {
        email
        news
        followAutomatically
      }
      following(first: 50, after: $after) {
        nodes {
          id
          name
          address
          reason
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const UpdateNotificationSettingsDocument = graphql(`
  mutation UpdateNotificationSettings($input: UpdateNotificationSettingsInput!) {
    updateNotificationSettings(input: $input) {
      ... on UpdateNotificationSettingsPayload {
        settings {
          email
          news
          followAutomatically
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

const FREQUENCIES = ['IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE'] as const satisfies readonly EmailFrequency[];

type Viewer = NonNullable<NotificationSettingsQuery['viewer']>;

export const page = definePage({
  operation: ({ search }) => operation(NotificationSettingsDocument, { after: search.get('after') }),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: useNotificationWords.of(i18n)('settings.title'), noIndex: true }),
  Component: ({ data: { viewer } }) => {
    const t = useNotificationWords();
    if (viewer == null) return null;
    return (
      <PageBody width="narrow">
        <PageHead title={t('settings.title')} lead={t('settings.lead')} />
        <Section heading={t('settings.mail')} id="mail">
          <SettingsForm settings={viewer.notificationSettings} />
        </Section>
        <Section heading={t('settings.following')} id="following">
          <Following following={viewer.following} />
        </Section>
      </PageBody>
    );
  },
});

function SettingsForm({ settings }: { readonly settings: Viewer['notificationSettings'] }) {
  const t = useNotificationWords();
  const toast = useToast();
  const [update] = useMutation(UpdateNotificationSettingsDocument);
  const form = useForm({
    initial: {
      email: settings.email,
      news: settings.news,
      followAutomatically: settings.followAutomatically,
    },
  });
  return (
    <Form
      form={form}
      label={t('settings.mail')}
      submit={t('settings.save')}
      onSubmit={async (values) =>
        (await update({ variables: { input: { ...values, email: values.email } } })).data?.updateNotificationSettings
      }
      onDone={() => toast(t('settings.saved'))}
    >
      <RadioGroup
        name="email"
        label={t('settings.email')}
        hint={t('settings.email.hint')}
        options={FREQUENCIES.map((each) => ({ value: each, label: t(`settings.email.${each}`) }))}
      />
      <Checkbox name="news" label={t('settings.news')} hint={t('settings.news.hint')} optional />
      <Checkbox name="followAutomatically" label={t('settings.followAutomatically')} optional />
    </Form>
  );
}

function Following({ following }: { readonly following: Viewer['following'] }) {
  const t = useNotificationWords();
  const toast = useToast();
  const [unfollow] = useMutation(UnfollowSubjectDocument, { refetchQueries: ['NotificationSettings'] });
  if (following.nodes.length === 0) return <p>{t('settings.following.none')}</p>;
  return (
    <>
      <p>{t('settings.following.hint')}</p>
      <ul className={css.following}>
        {following.nodes.map(({ id, name, address }) => (
          <li key={id}>
            <Link to={address}>{name}</Link>
            <ActionButton
              look="plain"
              small
              run={async () => (await unfollow({ variables: { input: { subjectId: id } } })).data?.unfollowSubject}
              onDone={() => toast(t('settings.stopped', { name }))}
            >
              <span aria-hidden="true">{t('settings.stop')}</span>
              <VisuallyHidden>{t('settings.stop.of', { name })}</VisuallyHidden>
            </ActionButton>
          </li>
        ))}
      </ul>
      <ShowMore pageInfo={following.pageInfo} />
    </>
  );
}
