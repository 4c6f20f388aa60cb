import { Link } from '../../lib/router.js';
import { useSite } from '../../lib/site.js';
import { Section } from '../../ui/layout.js';
import { useBenchmarkWords } from './benchmark-words.js';
import css from './report-by-program.module.css';
import type { ReportedStandard, ReportingOrganisation } from './report-page.js';

/** Where all of it is written down, in the source. */
const GUIDE = 'docs/guides/report-from-your-own-software.md';

interface ReportByProgramProps {
  readonly standard: ReportedStandard;
  readonly organisation: ReportingOrganisation;
}

/** One request that works as it stands, once a token is put in. */
export function ReportByProgram({ standard, organisation }: ReportByProgramProps) {
  const t = useBenchmarkWords();
  const { sourceUrl } = useSite();
  const [indicator] = standard.indicators;
  if (indicator === undefined) return null;
  const address = `/data/measurements/${organisation.slug}/${standard.slug}/${indicator.key}/2026-01-01/2026-03-31`;
  return (
    <Section heading={t('program')} id="program">
      <p>{t.rich('program.text', {}, { settings: <Link to="/settings#tokens" /> })}</p>
      <pre className={css.example}>
        <code>{`PUT ${address}
Authorization: Bearer oi_…
Content-Type: application/json

{ "value": "12", "version": ${indicator.newest.version} }`}</code>
      </pre>
      <p>
        {t.rich('program.guide', { page: GUIDE }, { source: sourceUrl === null ? <span /> : <Link to={sourceUrl} /> })}
      </p>
    </Section>
  );
}
