import { v4, v7 } from 'uuid';

/** A new UUID version 7: sorts by time, so that rows made together lie together in an index. */
export function newId(): string {
  return v7();
}

/**
 * A random id for what must not tell when it was made: a comment nobody is named for. It sorts behind every id of
 * `newId`, in no order.
 */
export function timelessId(): string {
  return `ff${v4().slice(2)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id of the API for a row: kind and uuid. */
export function globalId(kind: string, id: string): string {
  return `${kind}_${id}`;
}

/**
 * The uuid within an opaque id of one kind, or undefined when it is another kind's or no id at all; callers answer as
 * if the thing did not exist, because a malformed id and an absent thing are the same to a client.
 */
export function rowId(kind: string, opaque: string): string | undefined {
  const prefix = `${kind}_`;
  if (!opaque.startsWith(prefix)) return undefined;
  const id = opaque.slice(prefix.length);
  return UUID.test(id) ? id : undefined;
}
