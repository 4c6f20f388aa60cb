import { useSite } from '../lib/site.js';
import { Markdown } from './markdown.js';
import { Notice } from './notice.js';
import { useUiWords } from './words.js';

/** Where somebody who needs help now finds it. Stands wherever people speak about their own life. */
export function HelpContacts() {
  const t = useUiWords();
  const { helpContacts } = useSite();
  return (
    <Notice tone="attention" title={t('help.title')}>
      <p>{t('help.text')}</p>
      {helpContacts === '' ? null : <Markdown text={helpContacts} headingLevel={4} />}
    </Notice>
  );
}
