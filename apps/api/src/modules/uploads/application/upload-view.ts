import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { column, defineView, idOf, time } from '../../../platform/graphql/index.js';
import type { Viewer } from '../../../platform/auth/index.js';

/** Whether what a file belongs to is hidden while the site team looks at it: then nobody is given the file either. */
function hiddenUpload(upload: Sql): Sql {
  return sql`exists (select from withheld_texts w where w.subject_id in (
    select entry_id from entry_files where upload_id = ${upload}.id union select update_id from update_pictures where upload_id = ${upload}.id))`;
}

/** A file is public once it is part of something; before that only who sent it sees it. */
export function visibleUpload(upload: Sql, viewer: Viewer): Sql {
  return sql`not ${hiddenUpload(upload)} and (${upload}.attached_at is not null or ${upload}.uploaded_by_id = ${viewer.person?.id ?? null})`;
}

/** The address of a file that is kept: its id leads, the name is for people. */
export function fileAddress(upload: Sql): Sql {
  return sql`case when ${upload}.state = ${raw(`'STORED'`)} then '/files/' || ${upload}.id || '/' || replace(${upload}.name, ' ', '-') end`;
}

export const uploadView = defineView('Upload', {
  id: idOf('upload'),
  kind: column('kind'),
  state: column('state'),
  name: column('name'),
  format: column('format'),
  description: column('description'),
  bytes: (at) => sql`coalesce(${at.col('bytes')}, ${at.col('bytes_announced')})::text`,
  sha256: (at) => sql`encode(${at.col('sha256')}, 'hex')`,
  removed: column('removed'),
  suspected: column('suspected'),
  address: (at) => fileAddress(at.row),
  requestedAt: time('requested_at'),
});
