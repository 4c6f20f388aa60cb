import { Link } from '../../lib/router.js';
import { Day } from '../../ui/time.js';
import { useAgreementWords } from './words.js';

const PRESETS = ['OPEN', 'PERMISSIVE', 'SHARE_ALIKE', 'WEAK_COPYLEFT', 'PUBLIC_DOMAIN'] as const;
export type Preset = (typeof PRESETS)[number];
export { PRESETS };

/** A licence condition as one would say it. */
export function Condition({ condition }: { readonly condition: string }) {
  const t = useAgreementWords();
  const preset = PRESETS.find((one) => one === condition);
  return preset === undefined ? (
    <Link to={`/licences?of=${encodeURIComponent(condition)}`}>{t('condition.licence', { licence: condition })}</Link>
  ) : (
    <>{t(`condition.${preset}`)}</>
  );
}

interface DueProps {
  readonly dueOn?: string | null;
  readonly dueAfterDays?: number | null;
  readonly tranchePosition?: number | null;
}

/** When a promise is due, and from which instalment it is paid. */
export function Due({ dueOn, dueAfterDays, tranchePosition }: DueProps) {
  const t = useAgreementWords();
  return (
    <>
      {dueOn == null
        ? t('output.due.days', { days: dueAfterDays ?? 0 })
        : t.rich('output.due.on', {}, { day: <Day on={dueOn} /> })}
      {tranchePosition == null ? null : `, ${t('output.tranche', { position: tranchePosition })}`}
    </>
  );
}
