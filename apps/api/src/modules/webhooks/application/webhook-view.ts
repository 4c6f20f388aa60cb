import { sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, time } from '../../../platform/graphql/index.js';
import { viewerView } from '../../people/index.js';

export const webhookView = defineView('Webhook', {
  id: idOf('webhook'),
  address: column('address'),
  kinds: column('kinds'),
  aboutName: (at) => sql`coalesce(
    (select title from ideas where id = ${at.col('about_id')}), (select title from ventures where id = ${at.col('about_id')}),
    (select name from organisations where id = ${at.col('about_id')}))`,
  failing: (at) => sql`${at.col('attempts')} > 0`,
  stoppedAt: time('stopped_at'),
  createdAt: time('created_at'),
});

extendView(viewerView, {
  webhooks: (at) =>
    at.many(
      webhookView,
      (webhook) => sql`webhooks ${webhook} where ${webhook}.person_id = ${at.col('id')} order by ${webhook}.created_at`,
    ),
});
