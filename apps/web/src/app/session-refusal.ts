import type { SessionAnswer } from '../lib/session.js';
import type { Requirement } from '../ui/requirement-list.js';
import { useAccountWords } from './account-words.js';

export type SessionResult =
  | { readonly __typename: 'Done' }
  | { readonly __typename: 'Refusal'; readonly requirements: readonly Requirement[] };

/** Words what sign-in answered, in the shape every form understands. */
export function useSessionResult(): (answer: SessionAnswer) => SessionResult {
  const t = useAccountWords();
  return (answer) => {
    if (answer.ok) return { __typename: 'Done' };
    const { code } = answer;
    const about = (message: string, field?: string): SessionResult => ({
      __typename: 'Refusal',
      requirements: [{ code, message, met: false, ...(field === undefined ? {} : { path: [field] }) }],
    });
    if (code === 'EMAIL_MALFORMED') return about(t('session.email'), 'email');
    if (code.startsWith('NAME_')) return about(t('session.name'), 'name');
    if (code.startsWith('PASSWORD_')) return about(t('session.password'), 'password');
    if (code === 'INVALID_EMAIL_OR_PASSWORD') return about(t('session.mismatch'), 'password');
    if (code === 'EMAIL_NOT_VERIFIED') return about(t('session.unverified'));
    if (code === 'INVALID_TOKEN') return about(t('session.spent'));
    if (code === 'RATE_LIMITED') return about(t('session.tooMany', { seconds: answer.retryAfterSeconds ?? 60 }));
    if (code === 'DEMONSTRATION_CLOSED') return about(t('session.demonstrationClosed'));
    return about(t('session.failed'));
  };
}
