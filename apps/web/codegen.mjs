// Types, documents and hashes for every GraphQL operation of the pages, made from the API's printed schema.
//
//   node codegen.mjs             any document that does not fit the schema is an error
//   node codegen.mjs --lenient   such files are named and left out, for work beside an unfinished schema
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';
import {
  Kind,
  NoUnusedFragmentsRule,
  Source,
  buildSchema,
  isAbstractType,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';

const here = import.meta.dirname;
const schemaPath = process.env.OPENIMPACT_SCHEMA ?? join(here, '../api/schema.graphql');
const lenient = process.argv.includes('--lenient');
const TAGGED = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;

const schema = buildSchema(readFileSync(schemaPath, 'utf8'));
const candidates = documentFiles(join(here, 'src'));
const { files, problems } = fittingFiles(candidates);
for (const problem of problems) console.error(problem);
if (problems.length > 0 && !lenient) {
  console.error(`${problems.length} document(s) do not fit ${relative(process.cwd(), schemaPath)}.`);
  process.exit(1);
}
await generate(
  {
    cwd: here,
    schema: schemaPath,
    documents: asSources(files),
    silent: true,
    ignoreNoDocuments: true,
    generates: {
      './src/gql/': {
        preset,
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
        documentTransforms: [{ transform: ({ documents }) => documents.map(withTypeNames) }],
        config: {
          useTypeImports: true,
          // The bundler finds a document by the name it was given (build/documents.mjs).
          namingConvention: 'keep',
          enumsAsTypes: true,
          defaultScalarType: 'string',
          scalars: { JSON: 'unknown', Json: 'unknown', JSONObject: 'unknown' },
          inlineFragmentTypes: 'mask',
          customDirectives: { apolloUnmask: true },
          importExtension: '.js',
          emitLegacyCommonJSImports: false,
        },
      },
    },
  },
  true,
);
writePossibleTypes();

/** The files that hold a document, with their documents. */
function documentFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !/^gql[\\/]/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, documents: [...readFileSync(path, 'utf8').matchAll(TAGGED)].map((match) => match[1]) }))
    .filter((file) => file.documents.length > 0);
}

/** The documents alone: what else stands in a file, and whether it compiles at this moment, does not matter to them. */
function asSources(files) {
  const folder = join(here, `node_modules/.cache/documents-${process.pid}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  return files.map(({ documents }, index) => {
    const path = join(folder, `${index}.ts`);
    writeFileSync(path, documents.map((text) => `graphql(\`${text}\`);`).join('\n'));
    return path;
  });
}

/** Leaves out files whose documents do not fit, then those that spread a fragment that left with them. */
function fittingFiles(all) {
  const problems = [];
  let left = all.filter((file) => {
    try {
      file.definitions = file.documents.flatMap((text) => parse(new Source(text, file.path)).definitions);
      return true;
    } catch (error) {
      problems.push(`${relative(here, file.path)}: ${error.message}`);
      return false;
    }
  });
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
  for (;;) {
    const definitions = left.flatMap((file) => file.definitions);
    const errors =
      definitions.length === 0 ? [] : validate(schema, { kind: 'Document', definitions }, rules, { maxErrors: 1000 });
    if (errors.length === 0) return { files: left, problems };
    const bad = new Set(errors.map((error) => error.source?.name ?? error.nodes?.[0]?.loc?.source.name));
    for (const error of errors)
      problems.push(`${relative(here, error.nodes?.[0]?.loc?.source.name ?? '')}: ${error.message}`);
    left = left.filter((file) => !bad.has(file.path));
  }
}

/**
 * Which objects a union or an interface may be: Apollo's cache needs it to match fragments on them. Only those
 * that a document names; the schema has a union for each mutation, and every reader would download them all.
 */
function writePossibleTypes() {
  const named = new Set();
  for (const { definitions } of candidates) {
    for (const definition of definitions ?? []) {
      visit(definition, { NamedType: (node) => void named.add(node.name.value) });
    }
  }
  const possible = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && named.has(type.name)) {
      possible[type.name] = schema.getPossibleTypes(type).map((each) => each.name);
    }
  }
  mkdirSync(join(here, 'src/gql'), { recursive: true });
  const text = `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possible, null, 2)};\n`;
  writeFileSync(join(here, 'src/gql/possible-types.ts'), text);
}

/**
 * Asks for the type of every object, as Apollo's cache would before sending; the hash must cover it. The root
 * needs none, and a subscription may not have one.
 */
function withTypeNames(file) {
  const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const document = visit(file.document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename'))
        return undefined;
      return { ...node, selections: [typeName, ...node.selections] };
    },
  });
  return { ...file, document };
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
