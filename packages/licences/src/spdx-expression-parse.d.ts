declare module 'spdx-expression-parse' {
  type Node =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly left: Node; readonly conjunction: 'and' | 'or'; readonly right: Node };
  function parse(source: string): Node;
  namespace parse {
    export type { Node };
  }
  export = parse;
}
