import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';

import type { Problem, ProblemCode } from './problem.js';
import { inReadingOrder } from './problem.js';
import type { MapEntry, Position, PubliccodeNode } from './tree.js';

/**
 * The longest file that is read, in bytes. The specification allows 10,000 characters of description a
 * language; this holds that for the 24 languages of the European Union in any script.
 */
export const MAX_BYTES = 1_048_576;

/** Lexical tokens of YAML. The largest real file known has about 1,500; each costs memory further on. */
const MAX_TOKENS = 30_000;

/** Maps and lists inside each other. The specification needs 4. */
const MAX_DEPTH = 20;

/** Nodes once aliases are resolved: an alias bomb is short as text and endless as a tree. */
const MAX_NODES = 20_000;

/** The tags that YAML's core schema gives its own values; any other asks the reader to build something. */
const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

const SYNTAX_CODES: Partial<Record<YAMLError['code'], ProblemCode>> = {
  DUPLICATE_KEY: 'YAML_DUPLICATE_KEY',
  BAD_ALIAS: 'YAML_ALIAS_UNKNOWN',
  TAG_RESOLVE_FAILED: 'YAML_TAG',
  RESOURCE_EXHAUSTION: 'YAML_TOO_DEEP',
};

/** The text as a tree with positions; null when it was refused. Syntax problems leave what could be read. */
export interface ParsedPubliccode {
  readonly root: PubliccodeNode | null;
  readonly problems: readonly Problem[];
}

/** Ends the reading of a file that asks too much. It never leaves `parsePubliccode`. */
class RefusedFile extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly at: Position = { line: 1, column: 1 },
  ) {
    super(message);
  }
}

/**
 * Reads a publiccode.yml file as YAML 1.2 without judging its keys.
 *
 * Made for files from strangers: it never throws, runs nothing, follows no address, and needs less than 64 MB
 * of heap whatever it is given. Bytes must be UTF-8; a byte order mark is allowed.
 */
export function parsePubliccode(input: string | Uint8Array): ParsedPubliccode {
  try {
    return readTree(textOf(input));
  } catch (error) {
    if (error instanceof RefusedFile) return { root: null, problems: [problem(error.code, error.message, error.at)] };
    if (error instanceof RangeError) {
      return {
        root: null,
        problems: [problem('YAML_TOO_DEEP', 'The file nests too deeply to be read.', { line: 1, column: 1 })],
      };
    }
    throw error;
  }
}

function textOf(input: string | Uint8Array): string {
  if (input.length > MAX_BYTES) {
    throw new RefusedFile('FILE_TOO_LARGE', `The file is longer than ${MAX_BYTES} bytes.`);
  }
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decoded(input);
  if (!text.isWellFormed()) throw new RefusedFile('FILE_NOT_UTF8', 'The text is not valid Unicode.');
  if (text.trim() === '') throw new RefusedFile('FILE_EMPTY', 'The file is empty.');
  // YAML 1.2 allows none of these (section 5.1), and NUL usually means that it is no text at all.
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/.exec(text);
  if (control) {
    const before = text.slice(0, control.index).split('\n');
    throw new RefusedFile('FILE_HAS_CONTROL_CHARACTERS', 'The file contains characters that are not text.', {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  }
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('FILE_NOT_UTF8', 'The file is not UTF-8. Save it with that encoding.');
  }
}

function readTree(text: string): ParsedPubliccode {
  countTokens(text);
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const at = (offset: number): Position => {
    const position = lines.linePos(offset);
    return { line: Math.max(position.line, 1), column: Math.max(position.col, 1) };
  };
  tokens.forEach((token) => refuseUnreadable(token, at));

  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    intAsBigInt: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [...composer.compose(tokens, true, text.length)];
  const document = documents[0];
  if (documents.length > 1) {
    throw new RefusedFile(
      'YAML_SEVERAL_DOCUMENTS',
      'The file holds several YAML documents; it must be one.',
      at(documents[1]?.range[0] ?? 0),
    );
  }
  if (!document) throw new RefusedFile('FILE_EMPTY', 'The file is empty.');

  const problems = document.errors.map((error) =>
    problem(SYNTAX_CODES[error.code] ?? 'YAML_SYNTAX', sentence(error.message), at(error.pos[0])),
  );
  const root = document.contents ? new TreeBuilder(document, at).build(document.contents) : null;
  return { root, problems: inReadingOrder(problems) };
}

/** The lexer keeps nothing, so this bounds what the parser after it will keep. */
function countTokens(text: string): void {
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MAX_TOKENS) throw new RefusedFile('YAML_TOO_COMPLEX', 'The file has too many parts to be metadata.');
  }
}

/** Walks the concrete syntax, which is built without recursion, before anything recursive sees it. */
function refuseUnreadable(document: CST.Token, at: (offset: number) => Position): void {
  if (document.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(document.source)) {
    throw new RefusedFile(
      'YAML_DIRECTIVE',
      'The file starts with a YAML directive that is not read.',
      at(document.offset),
    );
  }
  if (document.type !== 'document') return;
  const open: { token: CST.Token | null | undefined; depth: number }[] = [{ token: document.value, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (!token || !('items' in token)) continue;
    if (depth > MAX_DEPTH) {
      throw new RefusedFile('YAML_TOO_DEEP', `The file nests more than ${MAX_DEPTH} levels deep.`, at(token.offset));
    }
    for (const item of token.items) {
      open.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 });
    }
  }
}

/** Turns YAML's nodes into ours, resolving aliases within a budget. */
class TreeBuilder {
  private nodes = 0;
  private readonly open = new Set<Node>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly at: (offset: number) => Position,
  ) {}

  build(node: unknown, fallback: Position = { line: 1, column: 1 }): PubliccodeNode {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      throw new RefusedFile('YAML_ALIAS_EXPANSION', 'Its aliases expand to too many values.', fallback);
    }
    const position = this.positionOf(node, fallback);
    if (isAlias(node)) return this.resolved(node.resolve(this.document), position);
    if (isMap(node) || isSeq(node)) return this.inside(node, position);
    if (isScalar(node)) {
      this.refuseTag(node.tag, position);
      const value = node.value;
      const source = typeof value === 'string' ? value : (node.source ?? '');
      if (value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
        return { kind: 'scalar', value: value as string | number | bigint | boolean | null, source, ...position };
      }
    }
    return { kind: 'scalar', value: null, source: '', ...position };
  }

  private inside(node: Node, position: Position): PubliccodeNode {
    if (this.open.has(node)) throw new RefusedFile('YAML_ALIAS_LOOP', 'An alias contains itself.', position);
    this.open.add(node);
    const built = this.collection(node, position);
    this.open.delete(node);
    return built;
  }

  private collection(node: Node, position: Position): PubliccodeNode {
    if (isSeq(node)) {
      this.refuseTag(node.tag, position);
      return { kind: 'list', items: node.items.map((item) => this.build(item, position)), ...position };
    }
    if (!isMap(node)) throw new Error('Only lists and maps hold other values.');
    this.refuseTag(node.tag, position);
    const entries: MapEntry[] = node.items.map((pair) => {
      const keyAt = this.positionOf(pair.key, position);
      const key = this.build(pair.key, keyAt);
      return {
        key: key.kind === 'scalar' ? key.source : `(${key.kind})`,
        ...keyAt,
        value: this.build(pair.value, keyAt),
      };
    });
    return { kind: 'map', entries, ...position };
  }

  private resolved(node: Node | undefined, position: Position): PubliccodeNode {
    // The composer has already reported an alias without an anchor.
    if (!node) return { kind: 'scalar', value: null, source: '', ...position };
    return this.build(node, position);
  }

  private positionOf(node: unknown, fallback: Position): Position {
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
    return range ? this.at(range[0]) : fallback;
  }

  private refuseTag(tag: string | undefined, position: Position): void {
    if (tag !== undefined && !CORE_TAGS.has(tag)) {
      throw new RefusedFile(
        'YAML_TAG',
        `The tag ${tag.slice(0, 60)} is not read: publiccode.yml has plain values only.`,
        position,
      );
    }
  }
}

function problem(code: ProblemCode, message: string, at: Position): Problem {
  return { path: '', line: at.line, column: at.column, code, message, severity: 'error' };
}

/** The library's own words, without the place that it appends and we already give. */
function sentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return `This is not YAML: ${line.replace(/ at line \d+, column \d+:?$/, '').replace(/\.?$/, '.')}`;
}
