import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import rdf from '@zazuko/env';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import Shacl from 'rdf-validate-shacl';

/** Schemas of others lie beside a checkout where there are some; they are no part of the repository. */
const STANDARDS =
  process.env['OPENIMPACT_STANDARDS'] ?? resolve(import.meta.dirname, '../../../../../shared/standards');

/** The text of one of them: `cff/cff-1.2.0.schema.json`. */
export function standard(file: string): string {
  return readFileSync(join(STANDARDS, file), 'utf8');
}

/** Whether these standards lie beside this checkout: a test that needs them is skipped elsewhere. */
export function thereIs(...files: readonly string[]): boolean {
  return files.every((file) => existsSync(join(STANDARDS, file)));
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
