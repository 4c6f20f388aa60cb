import type { FastifyReply } from 'fastify';

/** Under what anybody may use our own data. */
export const DATA_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Marks an answer as open data: under its licence, readable by programs of other sites, and with the address of what its
 * columns mean.
 */
export function openData(reply: FastifyReply, type: string, describedBy?: string): FastifyReply {
  const links = [`<${DATA_LICENCE}>; rel="license"`];
  if (describedBy !== undefined) links.push(`<${describedBy}>; rel="describedby"; type="application/json"`);
  return reply.type(type).header('access-control-allow-origin', '*').header('link', links.join(', '));
}

/** Each as a line of JSON. */
export async function* asLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
