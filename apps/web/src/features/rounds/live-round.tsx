import { useLingui } from '@lingui/react';
import { graphql } from '../../gql/index.js';
import { LiveUpdates, useLiveWords } from '../../lib/live-updates.js';
import { formatMoney, type MoneyValue } from '../../lib/money.js';

const LiveRoundDocument = graphql(`
  subscription LiveRound($roundId: ID!) {
    fundingRoundChanged(roundId: $roundId) {
      id
    }
  }
`);

interface LiveRoundProps {
  readonly roundId: string;
  readonly pledged: MoneyValue;
  readonly target: MoneyValue;
}

/**
 * Keeps the bar of an open round up to date, and with it who pledged and what is still in the way. That is read again
 * rather than brought: what is in the way is said in the language of whoever asks.
 */
export function LiveRound({ roundId, pledged, target }: LiveRoundProps) {
  const t = useLiveWords();
  const { i18n } = useLingui();
  const said = t('round', { amount: formatMoney(pledged, i18n.locale), target: formatMoney(target, i18n.locale) });
  return <LiveUpdates document={LiveRoundDocument} variables={{ roundId }} said={said} />;
}
