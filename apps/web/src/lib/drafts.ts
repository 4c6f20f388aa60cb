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
