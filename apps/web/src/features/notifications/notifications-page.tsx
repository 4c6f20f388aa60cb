import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { ActionButton } from '../../ui/action-button.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Row } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import css from './notifications.module.css';
import { MarkNotificationsReadDocument, Notification } from './notification.js';
import { useNotificationWords } from './words.js';

const NotificationsDocument = graphql(`
  query Notifications($after: String, $unread: Boolean) {
    viewer {
      id
      unreadNotifications
      notifications(first: 30, after: $after, unread: $unread) {
        nodes {
          id
          ...Notification_notification
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const page = definePage({
  operation: ({ search }) =>
    operation(NotificationsDocument, { after: search.get('after'), unread: search.get('show') === 'new' }),
  public: false,
  found: (data) => data.viewer != null,
  head: (_data, { i18n }) => ({ title: useNotificationWords.of(i18n)('title'), noIndex: true }),
  Component: ({ data: { viewer }, search }) => {
    const t = useNotificationWords();
    const toast = useToast();
    const [markRead] = useMutation(MarkNotificationsReadDocument, { refetchQueries: ['Notifications', 'Shell'] });
    if (viewer == null) return null;
    const { nodes, pageInfo } = viewer.notifications;
    const onlyNew = search.get('show') === 'new';
    return (
      <PageBody width="narrow">
        <PageHead title={t('title')} lead={t('lead')} />
        <Row>
          {onlyNew ? (
            <LinkButton to="/notifications" look="plain">
              {t('all')}
            </LinkButton>
          ) : viewer.unreadNotifications > 0 ? (
            <LinkButton to="/notifications?show=new" look="plain">
              {t('onlyNew')}
            </LinkButton>
          ) : null}
          <LinkButton to="/notifications/settings" look="plain">
            {t('settings.link')}
          </LinkButton>
          {viewer.unreadNotifications > 0 ? (
            <ActionButton
              look="quiet"
              small
              run={async () => (await markRead({ variables: { input: {} } })).data?.markNotificationsRead}
              onDone={() => toast(t('readAll.done'))}
            >
              {t('readAll')}
            </ActionButton>
          ) : null}
        </Row>
        {nodes.length === 0 ? (
          onlyNew ? (
            <EmptyState title={t('empty.new.title')} />
          ) : (
            <EmptyState
              title={t('empty.title')}
              action={<LinkButton to="/ideas?order=NEEDS_VOTES">{t('empty.action')}</LinkButton>}
            >
              {t('empty.text')}
            </EmptyState>
          )
        ) : (
          <ul className={css.list}>
            {nodes.map((notification) => (
              <li key={notification.id}>
                <Notification notification={notification} />
              </li>
            ))}
          </ul>
        )}
        <ShowMore pageInfo={pageInfo} />
      </PageBody>
    );
  },
});
