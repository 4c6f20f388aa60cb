import type { SessionAnswer } from '../../lib/session.js';
import type { usePeopleWords } from './words.js';

type Words = ReturnType<typeof usePeopleWords>;

/** What a form shows when the password could not be changed: the reason, beside the field it is about. */
export function resultOf(answer: SessionAnswer, t: Words) {
  if (answer.ok) return { __typename: 'Done' as const };
  const { code } = answer;
  const [message, field] = wordsOf(answer, t);
  const path = field === null ? null : ['input', field];
  return { __typename: 'Refusal' as const, requirements: [{ code, message, met: false, path }] };
}

function wordsOf(answer: Extract<SessionAnswer, { ok: false }>, t: Words): readonly [string, string | null] {
  if (answer.code.startsWith('PASSWORD_')) return [t('error.PASSWORD'), 'password'];
  if (answer.code === 'INVALID_PASSWORD') return [t('error.INVALID_PASSWORD'), 'current'];
  if (answer.code === 'RATE_LIMITED')
    return [t('error.RATE_LIMITED', { seconds: answer.retryAfterSeconds ?? 60 }), null];
  return [t('error.other'), null];
}
