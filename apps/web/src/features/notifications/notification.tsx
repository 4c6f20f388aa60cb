import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { cx } from '../../ui/class-names.js';
import { RelativeTime } from '../../ui/time.js';
import css from './notifications.module.css';
import { useNotificationWords } from './words.js';

export const Notification_notification = graphql(`
  fragment Notification_notification on Notification {
    id
    summary
    about
    address
    said
    actorName
    reason
    toldAt
    read
  }
`);

export const MarkNotificationsReadDocument = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      ... on MarkNotificationsReadPayload {
        unreadNotifications
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

interface NotificationProps {
  readonly notification: FragmentType<typeof Notification_notification>;
}

/** One thing that happened: what, about what, why the reader hears of it. Going there counts as having seen it. */
export function Notification({ notification }: NotificationProps) {
  const t = useNotificationWords();
  const [markRead] = useMutation(MarkNotificationsReadDocument, { refetchQueries: ['Shell'] });
  const data = useFragmentData(Notification_notification, notification);
  if (data === null) return null;
  const seen = () => {
    if (!data.read) void markRead({ variables: { input: { notificationIds: [data.id] } } }).catch(() => undefined);
  };
  return (
    <article className={cx(css.notification, !data.read && css.unread)}>
      <p className={css.summary}>
        {data.read ? null : <span className={css.new}>{t('new')}</span>}
        <Link to={data.address ?? '/notifications'} onClick={seen}>
          {data.summary}
        </Link>
      </p>
      {data.about == null ? null : <p className={css.about}>{data.about}</p>}
      {data.said == null || data.said === '' ? null : <blockquote className={css.said}>{data.said}</blockquote>}
      <p className={css.facts}>
        <span>{t(`why.${data.reason}`)}</span>
        {data.actorName == null ? null : <span>{t('by', { name: data.actorName })}</span>}
        <RelativeTime at={data.toldAt} />
      </p>
    </article>
  );
}
