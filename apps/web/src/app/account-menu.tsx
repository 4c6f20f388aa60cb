import { Link, useLocation } from '../lib/router.js';
import { signOut } from '../lib/session.js';
import { useActingFor } from '../lib/acting-for.js';
import type { Reader } from '../lib/viewer.js';
import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import css from './masthead.module.css';
import { exists } from './places.js';
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
  const own = [
    { to: '/desk', label: t('account.desk') },
    { to: `/people/${person.handle}`, label: t('account.profile') },
    { to: '/settings', label: t('account.settings') },
  ].filter(({ to }) => exists(to));
  return (
    <Menu key={pathname} label={person.name} align="end">
      <ActingFor memberships={memberships} />
      {own.map(({ to, label }) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
      <Button look="plain" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Menu>
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
