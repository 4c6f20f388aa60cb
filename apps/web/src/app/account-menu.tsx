import { Link, useLocation } from 'react-router';
import { signOut } from '../lib/session.js';
import { useActingFor } from '../lib/acting-for.js';
import { Button } from '../ui/button.js';
import css from './masthead.module.css';
import { useAppWords } from './words.js';

export interface ShellViewer {
  readonly person?: { readonly id: string; readonly handle: string; readonly name: string } | null;
  readonly memberships: readonly {
    readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  }[];
}

/** Who is signed in, for whom they act, and the way out; or the way in, and back here afterwards. */
export function AccountMenu({ viewer }: { readonly viewer: ShellViewer | null }) {
  const t = useAppWords();
  const { pathname, search } = useLocation();
  const person = viewer?.person;
  if (viewer == null || person == null) {
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
        <ActingFor viewer={viewer} />
        <Button look="plain" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </details>
  );
}

function ActingFor({ viewer }: { readonly viewer: ShellViewer }) {
  const t = useAppWords();
  const [actingFor, choose] = useActingFor(viewer.memberships.map(({ organisation }) => organisation.id));
  if (viewer.memberships.length === 0) return null;
  return (
    <label className={css.acting}>
      {t('actingFor')}
      <select value={actingFor ?? ''} onChange={(event) => choose(event.target.value || null)}>
        <option value="">{t('actingFor.self')}</option>
        {viewer.memberships.map(({ organisation }) => (
          <option key={organisation.id} value={organisation.id}>
            {organisation.name}
          </option>
        ))}
      </select>
    </label>
  );
}
