/** Where something starts in the file; both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A single value. `source` is the text as written, so that `1.0` can be read as the version it is. */
export interface ScalarNode extends Position {
  readonly kind: 'scalar';
  readonly value: string | number | bigint | boolean | null;
  readonly source: string;
}

export interface ListNode extends Position {
  readonly kind: 'list';
  readonly items: readonly PubliccodeNode[];
}

export interface MapEntry extends Position {
  readonly key: string;
  readonly value: PubliccodeNode;
}

export interface MapNode extends Position {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

/** The file as a tree in which every value and every key knows its line. Aliases are resolved. */
export type PubliccodeNode = ScalarNode | ListNode | MapNode;
