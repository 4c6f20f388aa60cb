import { useEffect, useState } from 'react';
import { continueTo, demonstrationPeople, signInAsDemonstration, type DemonstrationPerson } from '../lib/session.js';
import { ActionButton } from '../ui/action-button.js';
import { Avatar } from '../ui/avatar.js';
import { Columns } from '../ui/layout.js';
import { Loading } from '../ui/states.js';
import css from './demonstration-people.module.css';
import { useSessionResult } from './session-refusal.js';
import { useAccountWords } from './account-words.js';

/** The invented people of a demonstration by what they do: a visitor becomes one of them to see their side. */
export function DemonstrationPeople({ to }: { readonly to: string }) {
  const t = useAccountWords();
  const [people, setPeople] = useState<readonly DemonstrationPerson[] | null>(null);
  useEffect(() => {
    demonstrationPeople().then(setPeople, () => setPeople([]));
  }, []);
  if (people === null) return <Loading />;
  if (people.length === 0) return <p>{t('session.demonstrationClosed')}</p>;
  return (
    <>
      <p>{t('demonstration.text')}</p>
      <People people={people.slice(0, SHOWN)} to={to} />
      {people.length > SHOWN ? (
        <details>
          <summary className={css.more}>{t('demonstration.more', { count: people.length - SHOWN })}</summary>
          <People people={people.slice(SHOWN)} to={to} />
        </details>
      ) : null}
    </>
  );
}

/** One of each kind comes first; more than that is a wall of names. */
const SHOWN = 9;

function People({ people, to }: { readonly people: readonly DemonstrationPerson[]; readonly to: string }) {
  const t = useAccountWords();
  const result = useSessionResult();
  return (
    <Columns as="ul">
      {people.map((person) => (
        <li key={person.handle} className={css.person}>
          <Avatar name={person.name} />
          <div className={css.text}>
            <p className={css.name}>{person.name}</p>
            <p className={css.organisations}>{person.organisations.map(({ name }) => name).join(', ')}</p>
            <p>{person.does}</p>
            <ActionButton
              small
              run={async () => result(await signInAsDemonstration(person.handle))}
              onDone={() => continueTo(to)}
            >
              {t('demonstration.signIn', { name: person.name })}
            </ActionButton>
          </div>
        </li>
      ))}
    </Columns>
  );
}
