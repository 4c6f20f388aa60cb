import { type At, extendView } from '../../../platform/graphql/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { appealView } from '../../ideas/index.js';
import { withheldWords } from '../persistence/queue-reader.js';

/**
 * What a second steward has to read who decides an appeal, until it is decided; to everybody else there is nothing.
 * Where somebody may be at risk, it is for those named for that.
 */
function ofRemoval(at: At, what: (report: Sql) => Sql): Sql {
  const report = raw('removal');
  return sql`(select ${what(report)} from reports ${report}
    where ${at.col('kind')} = 'CONTENT_REMOVED' and ${report}.id = ${at.col('subject_id')} and ${at.col('outcome')} is null
      and exists (select from people site where site.id = ${at.viewer.person?.id ?? null}::uuid and site.steward
        and (${report}.reason <> 'SOMEONE_AT_RISK' or site.safeguarding)))`;
}

extendView(appealView, {
  removedText: (at) => ofRemoval(at, withheldWords),
  removedBecause: (at) => ofRemoval(at, (report) => sql`${report}.decision_note`),
});
