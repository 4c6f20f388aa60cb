import { readFileSync } from 'node:fs';

import rdf from '@zazuko/env';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import Shacl from 'rdf-validate-shacl';

import { beside } from './beside.js';

/** The text of a standard that a test needs (`itWith`): `standards/cff/cff-1.2.0.schema.json`. */
export function standard(file: string): string {
  return readFileSync(beside(file), 'utf8');
}

/** What SHACL shapes find wrong with JSON-LD, as sentences; nothing when it conforms. */
export async function shaclFaults(document: object, ...shapes: readonly string[]): Promise<string[]> {
  const quads = (text: string, format: string) => new Parser({ format }).parse(text.replace(/^\uFEFF/, ''));
  const said = (await jsonld.toRDF(document as never, { format: 'application/n-quads' })) as unknown as string;
  const validator = new Shacl(rdf.dataset(shapes.flatMap((text) => quads(text, 'text/turtle')) as never), {
    factory: rdf as never,
  });
  const report = await validator.validate(rdf.dataset(quads(said, 'application/n-quads') as never));
  return report.results.map(
    ({ focusNode, path, message }) =>
      `${focusNode?.value ?? '?'} ${path?.value ?? ''}: ${message.map(({ value }: { value: string }) => value).join(' ')}`,
  );
}
