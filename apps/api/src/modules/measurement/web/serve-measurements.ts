import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';

import { RateLimits, type SignedInViewer, ViewerSource } from '../../../platform/auth/index.js';
import { RefusalObject, type RequirementObject } from '../../../platform/graphql/index.js';
import { RecordMeasurements, type RecordMeasurementsReason } from '../application/record-measurements.js';
import { TakeBackMeasurement, type TakeBackMeasurementReason } from '../application/take-back-measurement.js';
import { wordMeasurementsReason } from '../graphql/word-measurements.js';
import { MeasurementReader, type PlaceNamed } from '../persistence/measurement-reader.js';
import { type Measured, Problem, readBody, readRevision } from './measurement-request.js';

type Asked = FastifyRequest<{ Params: PlaceNamed; Body: unknown }>;

/** One value is a few dozen bytes, with its note a few hundred. */
const MOST_BYTES = 16_384;
/** A large standard for five years at once; more is a loop that somebody forgot. */
const RULE = { most: 2_000, seconds: 300 } as const;
const ADDRESS = '/data/measurements/:organisation/:standard/:indicator/:from/:to';

/**
 * One value at one address, for the programs of organisations: `PUT` reports or corrects it, `GET` reads it, `DELETE` takes
 * it back. The same `PUT` twice is one fact. Only with an API token: nothing a browser sends by itself opens it.
 */
export async function serveMeasurements(app: NestFastifyApplication): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>(
      'application/json',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_, body, done) => done(null, body),
    );
    scope.setErrorHandler((error: Error, request, reply) => {
      const problem = problemOf(error);
      // What is no answer of ours is worded where every other fault is.
      return problem === undefined ? reply.send(error) : answer(reply, problem);
    });
    scope.get<{ Params: PlaceNamed }>(ADDRESS, async (request, reply) => {
      const viewer = await senderOf(app, request, ['READ', 'MEASUREMENTS']);
      const { measurement } = await placeOf(app, request, viewer);
      if (measurement === null) throw new Problem(404, 'NOT_FOUND', 'Nothing was reported here.');
      return sendMeasured(reply, measurement);
    });
    scope.put<{ Params: PlaceNamed; Body: unknown }>(ADDRESS, async (request: Asked, reply) => {
      const viewer = await senderOf(app, request, ['MEASUREMENTS']);
      const { value, version, method } = readBody(request.body);
      const expects = readRevision(request.headers);
      const { organisationId, entryId } = await placeOf(app, request, viewer);
      const { indicator: key, from, to } = request.params;
      const decision = await app
        .get(RecordMeasurements)
        .execute(viewer, { organisationId, entryId, from, to, method, expects, values: [{ key, value, version }] });
      if (!decision.ok) throw refused(decision.reasons);
      const { measurement } = await placeOf(app, request, viewer);
      if (measurement === null) throw new Problem(409, 'CONFLICT', 'It was taken back at the same moment.');
      return sendMeasured(reply.code(decision.value.added > 0 ? 201 : 200), measurement);
    });
    scope.delete<{ Params: PlaceNamed }>(ADDRESS, async (request, reply) => {
      const viewer = await senderOf(app, request, ['MEASUREMENTS']);
      const expects = readRevision(request.headers);
      const { measurement, wasTakenBack } = await placeOf(app, request, viewer);
      if (measurement === null && !wasTakenBack) throw new Problem(404, 'NOT_FOUND', 'Nothing was reported here.');
      if (measurement !== null) {
        const decision = await app.get(TakeBackMeasurement).execute(viewer, measurement.id, expects);
        if (!decision.ok) throw refused(decision.reasons);
      }
      return reply.code(204).send();
    });
  });
}

async function senderOf(
  app: NestFastifyApplication,
  request: FastifyRequest,
  scopes: readonly string[],
): Promise<SignedInViewer> {
  const viewer = await app.get(ViewerSource).viewerOf(request);
  const { person } = viewer;
  if (person === null || viewer.scopes === null) {
    throw new Problem(401, 'UNAUTHENTICATED', 'Send an API token: Authorization: Bearer oi_…');
  }
  if (!scopes.some((scope) => viewer.scopes?.includes(scope))) {
    throw new Problem(403, 'FORBIDDEN', `This token does not have the scope ${scopes.join(' or ')}.`);
  }
  if (person.blocked === true && request.method !== 'GET') {
    const why = 'The site team blocked this account. You can read, take your data with you, and appeal.';
    throw new Problem(403, 'BLOCKED', why);
  }
  const wait = await app.get(RateLimits).take('measurements', { person: person.id }, RULE);
  if (wait !== undefined) {
    const words = 'That was too much at once. Wait a little and send it again.';
    throw new Problem(429, 'RATE_LIMITED', words, [], wait);
  }
  return { ...viewer, person };
}

/** Where the address leads. An organisation of others is as good as none. */
async function placeOf(
  app: NestFastifyApplication,
  { params }: { readonly params: PlaceNamed },
  viewer: SignedInViewer,
) {
  const place = await app.get(MeasurementReader).at(params, viewer.person.id);
  if (place === undefined) {
    const words = 'There is no such organisation of yours, no such data standard, or it does not measure that.';
    throw new Problem(404, 'NOT_FOUND', words);
  }
  return place;
}

const STATUS: Readonly<Record<string, number>> = {
  ROLE_MISSING: 403,
  NOT_A_STANDARD: 404,
  STANDARD_WITHDRAWN: 409,
  MEASUREMENT_CHANGED_MEANWHILE: 412,
};

function refused(reasons: readonly (RecordMeasurementsReason | TakeBackMeasurementReason)[]): Problem {
  const [{ code }] = reasons as readonly [{ readonly code: string }];
  const { requirements } = RefusalObject.from({ ok: false, reasons }, (reason) => {
    const worded = wordMeasurementsReason(reason, () => [reason.code === 'VERSION_UNKNOWN' ? 'version' : 'value']);
    return { ...worded, path: worded.path?.filter((part) => part !== 'input') };
  });
  return new Problem(STATUS[code] ?? 422, code, requirements[0]?.message ?? '', requirements);
}

function problemOf(error: Error): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof GraphQLError) {
    const { code } = error.extensions;
    if (code === 'NOT_FOUND') return new Problem(404, 'NOT_FOUND', error.message);
    return code === 'UNAUTHENTICATED' ? new Problem(401, 'UNAUTHENTICATED', error.message) : undefined;
  }
  switch ((error as { readonly code?: unknown }).code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem(413, 'TOO_LARGE', `Send at most ${MOST_BYTES} bytes: one value.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(415, 'NOT_JSON', 'Send JSON: content-type: application/json.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem(400, 'BAD_USER_INPUT', 'The body is not as long as its header says.');
    default:
      return undefined;
  }
}

/** Source of the form: RFC 9457. */
function answer(reply: FastifyReply, { status, code, message, requirements, retryAfter }: Problem): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  // What was not read whole must not be taken for the next request.
  if (status === 413) void reply.header('connection', 'close');
  const told: readonly RequirementObject[] = requirements;
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ title: message, status, code, requirements: told }));
}

function sendMeasured(reply: FastifyReply, measurement: Measured): FastifyReply {
  const { value, fewerThan, version, method, revision, recordedAt } = measurement;
  return reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('etag', `"${revision}"`)
    .send(JSON.stringify({ value, fewerThan, version, method, revision, recordedAt }));
}
