import { Link, useLocation } from '../lib/router.js';
import { signOut } from '../lib/session.js';
import { useActingFor } from '../lib/acting-for.js';
import type { Reader } from '../lib/viewer.js';
import { Menu, type MenuItem } from '../ui/menu.js';
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
  const [actingFor, choose] = useActingFor(memberships.map(({ organisation }) => organisation.id));
  if (person === null) {
    const to = pathname.startsWith('/sign-') ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return (
      <Link to={`/sign-in${to}`} className={css.signIn}>
        {t('signIn')}
      </Link>
    );
  }
  const acting: readonly MenuItem[] =
    memberships.length === 0
      ? []
      : [
          {
            kind: 'choice',
            label: t('actingFor'),
            value: actingFor ?? '',
            choose: (value) => choose(value || null),
            options: [
              { value: '', label: t('actingFor.self') },
              ...memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name })),
            ],
          },
        ];
  const own: readonly MenuItem[] = [
    { kind: 'link', to: '/desk', label: t('account.desk') },
    { kind: 'link', to: `/people/${person.handle}`, label: t('account.profile') },
    { kind: 'link', to: '/settings', label: t('account.settings') },
  ];
  const leave: MenuItem = { kind: 'action', label: t('signOut'), run: () => void signOut() };
  return <Menu key={pathname} label={person.name} align="end" items={[...acting, ...own, leave]} />;
}
