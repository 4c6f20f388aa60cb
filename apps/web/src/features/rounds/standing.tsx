import { useLingui } from '@lingui/react';

import type { RoundSection_roundFragment } from '../../gql/graphql.js';
import { formatMoney } from '../../lib/money.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { useRoundWords } from './words.js';

type Round = RoundSection_roundFragment;
type Meeting = NonNullable<Round['standing']>['licences'][number];

/** What would come of an open round now: what counts, what is sure and what it may become, which licences suit all. */
export function Standing({ of, pledges }: { readonly of: Round['standing']; readonly pledges: Round['pledges'] }) {
  const t = useRoundWords();
  const { i18n } = useLingui();
  if (of == null || of.pledges.length === 0) return null;
  const { counting, funders, reachesMinimum, guaranteed, possible, licences } = of;
  const inWords = (money: typeof counting) => formatMoney(money, i18n.locale);
  return (
    <div>
      <p>{t('standing', { amount: inWords(counting), funders, reaches: String(reachesMinimum) })}</p>
      {possible.minorUnits === guaranteed.minorUnits ? null : (
        <p>{t('possible', { guaranteed: inWords(guaranteed), possible: inWords(possible) })}</p>
      )}
      {licences.length === 0 ? null : (
        <>
          <p>{t('licences')}</p>
          <ul>
            {licences.map((meeting) => (
              <li key={meeting.licensedAs}>
                <Licences of={meeting} pledges={pledges} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Licences({ of, pledges }: { readonly of: Meeting; readonly pledges: Round['pledges'] }) {
  const t = useRoundWords();
  const colliding = of.collision.flatMap((id) => {
    const funder = pledges.find((pledge) => pledge.id === id)?.organisation.name;
    return funder === undefined ? [] : [funder];
  });
  const [one, other] = colliding;
  const none = one === undefined || other === undefined ? t('licences.none') : t('licences.collide', { one, other });
  return (
    <>{t(`licences.${of.licensedAs}`, { licences: of.anyOpen ? t('licences.any') : of.licences.join(', ') || none })}</>
  );
}

/** What a round lacked when it closed without success, as it was then. */
export function Missing({ of }: { readonly of: Round['missing'] }) {
  const t = useRoundWords();
  if (of.length === 0) return null;
  return (
    <div>
      <p>{t('missing')}</p>
      <RequirementList
        label={t('missing')}
        requirements={of.map(({ code, message, met, current, needed }) => ({
          code,
          message,
          met,
          current: current ?? null,
          needed: needed ?? null,
        }))}
      />
    </div>
  );
}
