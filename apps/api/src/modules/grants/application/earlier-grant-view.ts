import { sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, money } from '../../../platform/graphql/index.js';
import { organisationView } from '../../organisations/index.js';

export const earlierGrantView = defineView('EarlierGrant', {
  id: idOf('earliergrant'),
  grantId: column('grant_id'),
  title: column('title'),
  recipient: column('recipient'),
  recipientId: column('recipient_id'),
  amount: money('amount_minor'),
  awardedOn: (at) => sql`to_char(${at.col('awarded_on')}, 'YYYY-MM-DD')`,
});

const earlierGrantSumView = defineView('EarlierGrantSum', {
  grants: column('grants'),
  amount: money('amount_minor'),
  firstOn: (at) => sql`to_char(${at.col('first_on')}, 'YYYY-MM-DD')`,
  lastOn: (at) => sql`to_char(${at.col('last_on')}, 'YYYY-MM-DD')`,
});

extendView(organisationView, {
  grantsPrefix: column('grants_prefix'),
  earlierGrantSums: (at) =>
    at.many(
      earlierGrantSumView,
      (sum) => sql`earlier_grant_sums ${sum} where ${sum}.organisation_id = ${at.col('id')} order by ${sum}.currency`,
    ),
  earlierGrants: (at) =>
    at.page(earlierGrantView, {
      from: (grant) => sql`earlier_grants ${grant}`,
      where: (grant) => [sql`${grant}.organisation_id = ${at.col('id')}`],
      order: (grant) => ({
        direction: 'desc',
        by: [
          { expression: sql`${grant}.awarded_on`, type: 'date' },
          { expression: sql`${grant}.id`, type: 'uuid' },
        ],
      }),
      args: at.args,
    }),
});
