declare module 'spdx-expression-parse' {
  /** @throws {Error} when the text is not an SPDX licence expression. */
  export default function parse(source: string): unknown;
}
