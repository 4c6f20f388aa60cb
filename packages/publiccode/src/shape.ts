import type { Problem, ProblemCode, Severity } from './problem.js';
import type { MapNode, Position, PubliccodeNode } from './tree.js';
import { readersLength } from './formats.js';

/** Collects what is wrong while a file is read. */
export class Findings {
  readonly problems: Problem[] = [];

  error(code: ProblemCode, path: string, at: Position, message: string): void {
    this.add('error', code, path, at, message);
  }

  warning(code: ProblemCode, path: string, at: Position, message: string): void {
    this.add('warning', code, path, at, message);
  }

  private add(severity: Severity, code: ProblemCode, path: string, at: Position, message: string): void {
    this.problems.push({ path, line: at.line, column: at.column, code, message, severity });
  }
}

/** Reads one node as a value, reporting what is wrong; undefined when there is nothing usable. */
export type Shape<T> = (node: PubliccodeNode, path: string, findings: Findings) => T | undefined;

/** The value type a shape reads. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

interface TextRules {
  readonly min?: number;
  readonly max?: number;
  /** What else it has to be. A value that fails is reported and still read, so that an import can show it. */
  readonly is?: (text: string) => boolean;
  readonly code?: ProblemCode;
  readonly what?: string;
}

/**
 * A text. Numbers and booleans count as the text they were written as, as the official validator has it:
 * `softwareVersion: 1.0` is the version "1.0".
 */
export function text(rules: TextRules = {}): Shape<string> {
  return (node, path, findings) => {
    if (node.kind !== 'scalar' || node.value === null) {
      findings.error('TYPE_WRONG', path, node, `${path} must be text${rules.what ? `: ${rules.what}` : ''}.`);
      return undefined;
    }
    const value = node.source;
    if (rules.is && !rules.is(value)) {
      findings.error(rules.code ?? 'TYPE_WRONG', path, node, `${path} must be ${rules.what ?? 'valid'}.`);
    }
    checkLength(value, path, node, rules, findings);
    return value;
  };
}

function checkLength(value: string, path: string, at: Position, rules: TextRules, findings: Findings): void {
  if (rules.min === undefined && rules.max === undefined) return;
  const most = rules.max ?? Number.MAX_SAFE_INTEGER;
  // A block ends in a line break that nobody means as a character of the text.
  const length = readersLength(value.trim(), most);
  if (length > most) findings.error('TEXT_TOO_LONG', path, at, `${path} must have at most ${most} characters.`);
  if (rules.min !== undefined && length < rules.min) {
    findings.error('TEXT_TOO_SHORT', path, at, `${path} has ${length} characters and must have at least ${rules.min}.`);
  }
}

/** One value of a closed list. */
export function choice<T extends string>(values: readonly T[]): Shape<T> {
  const known: ReadonlySet<string> = new Set(values);
  return (node, path, findings) => {
    if (node.kind !== 'scalar' || node.value === null) {
      findings.error('TYPE_WRONG', path, node, `${path} must be text.`);
      return undefined;
    }
    if (known.has(node.source)) return node.source as T;
    const list = values.length <= 10 ? `one of ${values.join(', ')}` : 'a value of the list in the specification';
    findings.error('VALUE_NOT_IN_LIST', path, node, `${path} must be ${list}, not "${shortened(node.source)}".`);
    return undefined;
  };
}

/** `true` or `false`: `yes` and `no` are text in YAML 1.2. */
export const flag: Shape<boolean> = (node, path, findings) => {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  findings.error('TYPE_WRONG', path, node, `${path} must be true or false, without quotes.`);
  return undefined;
};

/** A list. Items that cannot be read are left out of the value, each with its own problem. */
export function list<T>(item: Shape<T>, { min = 0 }: { min?: number } = {}): Shape<T[]> {
  return (node, path, findings) => {
    if (node.kind !== 'list') {
      findings.error('TYPE_WRONG', path, node, `${path} must be a list.`);
      return undefined;
    }
    if (node.items.length < min) findings.error('LIST_EMPTY', path, node, `${path} must have at least ${min}.`);
    return node.items.flatMap((one, index) => item(one, `${path}[${index}]`, findings) ?? []);
  };
}

/** A list, or a single text standing for a list of one. */
export function oneOrMany(item: Shape<string>): Shape<string[]> {
  const many = list(item);
  return (node, path, findings) => {
    if (node.kind !== 'scalar') return many(node, path, findings);
    const one = item(node, path, findings);
    return one === undefined ? undefined : [one];
  };
}

/** A key of a section: its shape, whether it must be there, and a word for those who still use an old one. */
export interface Key<T, R extends boolean = boolean> {
  readonly shape: Shape<T>;
  readonly required: R;
  readonly deprecated?: string;
}

export function required<T>(shape: Shape<T>): Key<T, true> {
  return { shape, required: true };
}

export function optional<T>(shape: Shape<T>, deprecated?: string): Key<T, false> {
  return deprecated === undefined ? { shape, required: false } : { shape, required: false, deprecated };
}

export type Keys = Readonly<Record<string, Key<unknown>>>;

/** What a section holds. Every key may be absent, because invalid files are read too. */
export type SectionOf<K extends Keys> = { -readonly [N in keyof K]?: ValueOf<K[N]['shape']> };

/** A map with known keys. A key without a value counts as absent. */
export function section<K extends Keys>(
  keys: K,
  alsoCheck?: (node: MapNode, path: string, value: SectionOf<K>, findings: Findings) => void,
): Shape<SectionOf<K>> {
  return (node, path, findings) => {
    if (node.kind !== 'map') {
      findings.error('TYPE_WRONG', path, node, `${path} must be a section with keys of its own.`);
      return undefined;
    }
    const value = readKeys(keys, node, path, findings);
    alsoCheck?.(node, path, value, findings);
    return value;
  };
}

export function readKeys<K extends Keys>(keys: K, node: MapNode, path: string, findings: Findings): SectionOf<K> {
  const found: [string, unknown][] = [];
  for (const entry of node.entries) {
    const where = under(path, entry.key);
    const key = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
    if (!key) {
      findings.error('KEY_UNKNOWN', where, entry, `${where} is not a key of publiccode.yml.${hint(entry.key, keys)}`);
      continue;
    }
    if (isNothing(entry.value)) continue;
    if (key.deprecated !== undefined) {
      findings.warning('KEY_DEPRECATED', where, entry, `${where} is deprecated. ${key.deprecated}`);
    }
    const value = key.shape(entry.value, where, findings);
    if (value !== undefined) found.push([entry.key, value]);
  }
  for (const [name, key] of Object.entries(keys)) {
    if (key.required && !present(node, name)) {
      findings.error('KEY_MISSING', under(path, name), node, `${under(path, name)} is missing.`);
    }
  }
  // fromEntries defines keys rather than setting them, so that a key called __proto__ is only a key.
  return Object.fromEntries(found) as SectionOf<K>;
}

/** The value of a key, or undefined when it is absent or has none. */
export function child(node: MapNode, key: string): PubliccodeNode | undefined {
  const entry = node.entries.find((one) => one.key === key);
  return entry && !isNothing(entry.value) ? entry.value : undefined;
}

export function present(node: MapNode, key: string): boolean {
  return child(node, key) !== undefined;
}

export function under(path: string, key: string): string {
  const name = shortened(key);
  return path === '' ? name : `${path}.${name}`;
}

function isNothing(node: PubliccodeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Wrong case is the usual slip: `landingUrl` for `landingURL`. */
function hint(key: string, keys: Keys): string {
  const meant = Object.keys(keys).find((known) => known.toLowerCase() === key.toLowerCase());
  return meant ? ` Did you mean ${meant}?` : '';
}
