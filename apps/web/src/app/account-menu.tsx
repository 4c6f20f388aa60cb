import { Link, useLocation } from 'react-router';
import { signOut } from '../lib/session.js';
import { useActingFor } from '../lib/acting-for.js';
import type { Reader } from '../lib/viewer.js';
import { Button } from '../ui/button.js';
import css from './masthead.module.css';
import { useAppWords } from './words.js';

export interface AccountMenuProps {
  readonly person: Reader['person'];
  readonly memberships: Reader['memberships'];
}

/** Who is signed in, for whom they act, and the way out; or the way in, and back here afterwards. */
export function AccountMenu({ person, memberships }: AccountMenuProps) {
  const t = useAppWords();
  const { pathname, search } = useLocation();
  if (person === null) {
    const to = pathname.startsWith('/sign-') ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return (
      <Link to={`/sign-in${to}`} className={css.signIn}>
        {t('signIn')}
      </Link>
    );
  }
  return (
    <details className={css.menu}>
      <summary>{person.name}</summary>
      <div className={css.panel}>
        <ActingFor memberships={memberships} />
        <Button look="plain" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </details>
  );
}

function ActingFor({ memberships }: Pick<AccountMenuProps, 'memberships'>) {
  const t = useAppWords();
  const [actingFor, choose] = useActingFor(memberships.map(({ organisation }) => organisation.id));
  if (memberships.length === 0) return null;
  return (
    <label className={css.acting}>
      {t('actingFor')}
      <select value={actingFor ?? ''} onChange={(event) => choose(event.target.value || null)}>
        <option value="">{t('actingFor.self')}</option>
        {memberships.map(({ organisation }) => (
          <option key={organisation.id} value={organisation.id}>
            {organisation.name}
          </option>
        ))}
      </select>
    </label>
  );
}
