/** What somebody typed and did not send yet, kept in this browser under the name of its form. */
export type Draft = Readonly<Record<string, unknown>>;

const address = (name: string) => `openimpact.draft.${name}`;

export function readDraft(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(address(name)) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps a form's values; null forgets them. A browser without storage still lets one type and send. */
export function writeDraft(name: string, values: Draft | null): void {
  try {
    if (values === null) localStorage.removeItem(address(name));
    else localStorage.setItem(address(name), JSON.stringify(values));
  } catch {
    // No room or no storage.
  }
}

/** Begins a form with something typed elsewhere; what is in it already stays. */
export function keepDraft(name: string, values: Draft): void {
  writeDraft(name, { ...readDraft(name), ...values });
}

const waiting = (name: string) => `openimpact.waiting.${name}`;

/** Says that a form was sent without a connection and is to go when there is one. */
export function markWaiting(name: string): void {
  try {
    localStorage.setItem(waiting(name), 'yes');
  } catch {
    // It waits in this window alone.
  }
}

export function isWaiting(name: string): boolean {
  try {
    return localStorage.getItem(waiting(name)) !== null;
  } catch {
    return false;
  }
}

/** Whoever takes it sends it: of several windows with the same form only one hears yes. */
export function takeWaiting(name: string): boolean {
  const was = isWaiting(name);
  try {
    localStorage.removeItem(waiting(name));
  } catch {
    return false;
  }
  return was;
}
