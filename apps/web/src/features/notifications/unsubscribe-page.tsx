import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { Button } from '../../ui/button.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import css from './notifications.module.css';
import { useNotificationWords } from './words.js';

const MailChoiceDocument = graphql(`
  query MailChoice($token: String!) {
    mailChoice(token: $token) {
      email
    }
  }
`);

const DONE = ['NONE', 'WEEKLY', 'DAILY'] as const;

/**
 * Where the link in a mail leads. A plain form, so that it works without JavaScript and without an account at hand;
 * looking at the page changes nothing.
 */
export const page = definePage({
  operation: ({ params }) => operation(MailChoiceDocument, { token: params['token'] ?? '' }),
  found: (data) => data.mailChoice != null,
  head: (_data, { i18n }) => ({ title: useNotificationWords.of(i18n)('unsubscribe.title'), noIndex: true }),
  Component: ({ data: { mailChoice }, params, search }) => {
    const t = useNotificationWords();
    if (mailChoice == null) return null;
    const done = DONE.find((each) => each === search.get('done'));
    return (
      <PageBody width="narrow">
        <PageHead title={t('unsubscribe.title')} lead={t('unsubscribe.lead')} />
        {done === undefined || done !== mailChoice.email ? (
          <p>{t(`unsubscribe.now.${mailChoice.email}`)}</p>
        ) : (
          <Notice tone="good">{t(`unsubscribe.done.${done}`)}</Notice>
        )}
        <form method="post" action={`/unsubscribe/${params['token'] ?? ''}`} className={css.choices}>
          {mailChoice.email === 'NONE' ? null : (
            <Button type="submit" look="primary" name="choice" value="NONE">
              {t('unsubscribe.none')}
            </Button>
          )}
          {mailChoice.email === 'WEEKLY' ? null : (
            <Button type="submit" name="choice" value="WEEKLY">
              {t('unsubscribe.weekly')}
            </Button>
          )}
        </form>
        <p>{t.rich('unsubscribe.after', {}, { link: <Link to="/notifications" /> })}</p>
      </PageBody>
    );
  },
});
