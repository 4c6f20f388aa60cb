// npm run plans: writes down how the database answers every query of the pages among 100,000 ideas.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { ApolloServer } from '@apollo/server';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from 'graphql';
import pg from 'pg';

import { anonymous, type Viewer } from '../src/platform/auth/index.js';
import { parseConfig } from '../src/platform/config/index.js';
import { openDatabase, type Sql, Tx } from '../src/platform/database/index.js';
import type { GraphqlContext } from '../src/platform/graphql/index.js';
import { TrustedDocuments } from '../src/platform/graphql/trusted-documents.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { LiveUpdates } from '../src/platform/live/index.js';
import { webFolder } from '../src/platform/platform.module.js';
import { Tail } from '../src/platform/tail/index.js';
import { createServer } from '../src/server.js';
import { collectedIn } from './collected.js';
import { findGround } from './ground.js';
import { planStatements, statementsAsJson } from './plan-statements.js';
import { inThousands, type Planned, readPlan, type Step } from './read-plan.js';

const { values: options } = parseArgs({
  options: {
    write: { type: 'string', default: 'docs/reference/plans.json' },
    /** The same of all other statements of the product, as far as the suites met them (npm test leaves them here). */
    collected: { type: 'string', default: '.cache/statements' },
    'write-statements': { type: 'string', default: 'docs/reference/statements.json' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const config = parseConfig({ ...process.env, OPENIMPACT_DEMO: '0' });
const database = await openDatabase(config, say);
const client = new pg.Client({ connectionString: database.directUrl });
await client.connect();
const ground = await findGround(client);
const { rows: sizes } = await client.query<{ name: string; rows: number }>(
  `select relname as name, reltuples::float8 as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
);
const rowsOf = new Map(sizes.map(({ name, rows }) => [name, rows]));

const documents = JSON.parse(readFileSync(resolve(webFolder(), 'trusted-documents.json'), 'utf8')) as Record<
  string,
  string
>;
const asked: Sql[] = [];
const { reader } = database;
const read = reader.query.bind(reader);
reader.query = (statement) => {
  asked.push(statement);
  return read(statement);
};
const within = Tx.prototype.query;
Tx.prototype.query = function heard<Row>(this: Tx, statement: Sql): Promise<Row[]> {
  asked.push(statement);
  return within.call(this, statement) as Promise<Row[]>;
};
const app = await createServer(
  {
    config,
    dataSource: database.dataSource,
    reader,
    tail: new Tail(database.directUrl),
    jobs: new Jobs(database.directUrl),
    live: new LiveUpdates(database.directUrl, reader),
    trusted: TrustedDocuments.of(documents),
  },
  { quiet: true },
);
const { schema } = app.get(GraphQLSchemaHost);
const { instance } = app.get(GraphQLModule).graphQlAdapter as unknown as { instance: ApolloServer<GraphqlContext> };

/** Somebody who may see what can be seen: of the site team, and of an organisation that funds. */
const { rows: memberships } = await client.query<{ organisationId: string }>(
  `select organisation_id as "organisationId" from memberships where person_id = $1 union select organisation_id from mandates where id = $2`,
  [ground.personId, ground.mandateId],
);
const somebody: Viewer = {
  ...anonymous('plans'),
  person: { id: ground.personId, handle: ground.personHandle, name: 'Somebody', steward: true },
  memberships: memberships.map(({ organisationId }) => ({ organisationId, roles: ['ADMIN', 'APPROVER', 'MEMBER'] })),
};

const plans: Record<string, Planned> = {};
for (const [hash, text] of Object.entries(documents)) {
  const operation = parse(text).definitions.find(
    (part): part is OperationDefinitionNode => part.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.operation !== 'query') continue;
  const name = operation.name?.value ?? hash;
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      exampleOf(variable.name.value, typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined),
    ]),
  );
  asked.length = 0;
  // As it is asked while few ask, and where many ask the same: what is everybody's, and what is the viewer's.
  for (const often of [() => undefined, reader.one.bind(reader) as typeof reader.shared.often]) {
    reader.shared.often = often;
    for (const viewer of [anonymous('plans'), somebody]) {
      await instance.executeOperation(
        { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
        { contextValue: { viewer } },
      );
    }
  }
  const found: Planned = { reads: [], faults: [] };
  const statements = new Map(asked.map((statement) => [statement.text, statement]));
  for (const { text: statement, values } of statements.values()) {
    for (const seqscan of ['on', 'off'] as const) {
      await client.query(`set enable_seqscan = ${seqscan}`);
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(
        `explain (format json, verbose) ${statement}`,
        values,
      );
      const plan = readPlan(rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}, { rowsOf, seqscan: seqscan === 'on' });
      found.reads.push(...(seqscan === 'on' ? plan.reads : []));
      found.faults.push(...plan.faults);
    }
  }
  plans[name] = { reads: sorted(found.reads), faults: sorted(found.faults) };
}
const ordered = Object.fromEntries(Object.entries(plans).toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(
  resolve(options.write),
  `${JSON.stringify({ ideas: inThousands(ground.ideas), plans: ordered }, null, 2)}\n`,
);
for (const [name, { faults }] of Object.entries(ordered)) for (const fault of faults) say(`${name}: ${fault}`);
say(`${Object.keys(ordered).length} queries of the pages, written to ${options.write}`);
const collected = existsSync(resolve(options.collected)) ? collectedIn(resolve(options.collected)) : [];
if (collected.length > 0) {
  const statements = await planStatements(client, collected, rowsOf);
  writeFileSync(
    resolve(options['write-statements']),
    statementsAsJson(ground.ideas, existsSync(resolve(options.collected, 'unit/whole')), statements),
  );
  for (const [from, found] of Object.entries(statements))
    for (const { says, faults } of Object.values(found))
      for (const fault of faults ?? []) say(`${from}: ${fault}\n    ${says}`);
  say(`${collected.length} other statements, written to ${options['write-statements']}`);
}
await app.close();
await client.end();
await database.dataSource.destroy();
await database.close();
process.exit();

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

/** A value that leads to a statement: what is found by it does not matter, because a page is one statement either way. */
function exampleOf(name: string, type: GraphQLInputType | undefined): unknown {
  if (type === undefined) return null;
  if (isNonNullType(type)) return exampleOf(name, type.ofType);
  if (isListType(type)) return [exampleOf(name, type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, exampleOf(field.name, field.type)]),
    );
  }
  if (name === 'after' || name === 'before') return null;
  switch (type.name) {
    case 'ID':
      return name === 'mandateId'
        ? `mandate_${ground.mandateId}`
        : `${name.replace(/Ids?$/, '') || 'idea'}_${ground.ideaId}`;
    case 'Int':
      return 20;
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'BigInt':
      return '100000';
    case 'Date':
      return '2026-01-01';
    case 'DateTime':
      return '2026-01-01T00:00:00.000Z';
    default:
      return name === 'slug' ? ground.ideaSlug : name === 'handle' ? ground.personHandle : 'lighthouse';
  }
}
