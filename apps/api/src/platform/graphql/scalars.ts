import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;
}

const WHOLE = /^-?(0|[1-9]\d{0,18})$/;

/** A whole number of any size, as a string of digits: JavaScript's own numbers end at 2^53. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description:
    'A whole number written as a string of digits, such as "2000000", because many languages cannot hold large ones exactly.',
  serialize: (value) => String(value),
  parseValue: parseWhole,
  parseLiteral: (node) => parseWhole(textOf(node)),
});

function parseWhole(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !WHOLE.test(text)) {
    throw new GraphQLError('BigInt takes a whole number of at most 19 digits, as a string: "2000000".');
  }
  const parsed = BigInt(text);
  if (parsed > 9_223_372_036_854_775_807n || parsed < -9_223_372_036_854_775_808n)
    throw new GraphQLError('BigInt is out of range.');
  return parsed;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const UuidScalar = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'A UUID in its usual form, made by the client: 018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f.',
  serialize: (value) => String(value),
  parseValue: parseUuid,
  parseLiteral: (node) => parseUuid(textOf(node)),
});

function parseUuid(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value))
    throw new GraphQLError('UUID takes 32 hexadecimal digits in five groups.');
  return value.toLowerCase();
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in ISO 8601, answered in UTC: 2026-03-01T09:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(textOf(node)),
});

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseMoment(value: unknown): Date {
  if (value instanceof Date) return value;
  const moment = typeof value === 'string' && MOMENT.test(value) ? new Date(value) : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime())) {
    throw new GraphQLError('DateTime takes a moment with its offset: 2026-03-01T09:30:00Z.');
  }
  return moment;
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar: 2026-03-01.',
  serialize: (value) => String(value),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(textOf(node)),
});

function parseDay(value: unknown): string {
  const isDay =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
  if (!isDay) throw new GraphQLError('Date takes a day that exists: 2026-03-01.');
  return value;
}

/** A stable code of something that has to be true. */
export const RequirementCodeScalar = new GraphQLScalarType<string, string>({
  name: 'RequirementCode',
  description:
    'A stable code for programs, in capitals: MANDATE_BUDGET_EXHAUSTED. New codes may appear; known ones keep their meaning.',
  serialize: (value) => String(value),
});
