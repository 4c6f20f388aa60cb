import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Reader, sql, UnitOfWork } from '../database/index.js';
import { isForBaseUrl, isForThisMachine, isForwarded, isFromThisSite } from './request-origin.js';
import { Sessions } from './sessions.js';
import { SignInSettings } from './sign-in-settings.js';

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const NOT_HERE: Refused = { status: 404, code: 'NOT_FOUND', message: 'There is nothing at this address.' };

interface DemonstrationPerson {
  readonly handle: string;
  readonly name: string;
  readonly does: string;
  readonly steward: boolean;
  readonly organisations: readonly { readonly name: string; readonly roles: readonly string[] }[];
}

/**
 * Sign-in without a password, as invented people of a demonstration. It exists only in a database that was filled as a
 * demonstration, for as long as nobody real is in it, and only from where the demonstration is shown.
 */
@Injectable()
export class Demonstration {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly settings: SignInSettings,
  ) {}

  mount(server: FastifyInstance): void {
    server.get('/api/demo/people', async (request, reply) => {
      const refused = await this.refusalOf(request);
      if (refused) return answer(reply, refused);
      return reply.header('cache-control', 'no-store').send({ people: await this.people() });
    });
    server.post('/api/demo/sign-in', async (request, reply) => {
      const refused = (await this.refusalOf(request)) ?? jsonRefusal(request);
      if (refused) return answer(reply, refused);
      return this.signIn(request, reply);
    });
  }

  private async signIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    const handle = typeof body === 'object' && body !== null && 'handle' in body ? body.handle : undefined;
    const cookie = await this.unitOfWork.run(async (tx) => {
      // Looked at again inside the transaction, so that somebody real who signs up meanwhile closes the door.
      const person = await tx.one<{ id: string; handle: string }>(sql`
        select id, handle from people
        where handle = ${typeof handle === 'string' ? handle : ''} and demonstration and deleted_at is null
          and (select demonstration from installation) and not exists (select from people where not demonstration)`);
      if (person === undefined) return undefined;
      await tx.query(sql`
        insert into auth_users (id, email, email_verified, name) values (${person.id}, ${`${person.handle}@demonstration.invalid`}, true, '')
        on conflict (id) do nothing`);
      return this.sessions.begin(tx, person.id, this.sessions.tokenOf(request));
    });
    if (cookie === undefined) {
      return answer(reply, {
        status: 404,
        code: 'NOT_FOUND',
        message: 'There is no demonstration person with this handle.',
      });
    }
    return reply.header('cache-control', 'no-store').header('set-cookie', [cookie]).send({ ok: true });
  }

  private async refusalOf(request: FastifyRequest): Promise<Refused | undefined> {
    const state = await this.reader.one<{ demonstration: boolean; somebody_real: boolean }>(sql`
      select demonstration, exists (select from people where not demonstration) as somebody_real from installation`);
    if (!state?.demonstration) return NOT_HERE;
    if (isForwarded(request) && !this.settings.config.demonstrationIsPublic) {
      return {
        status: 403,
        code: 'FORBIDDEN',
        message: 'Demonstration sign-in is not offered through a proxy. OPENIMPACT_DEMO_PUBLIC=1 allows it.',
      };
    }
    if (!isForThisMachine(request) && !isForBaseUrl(request, this.settings.config)) {
      return {
        status: 403,
        code: 'FORBIDDEN',
        message: 'Demonstration sign-in is only for this machine, or the address this installation is configured with.',
      };
    }
    if (!isFromThisSite(request, this.settings.config)) {
      return { status: 403, code: 'FORBIDDEN', message: 'This request came from another site.' };
    }
    if (state.somebody_real) {
      return {
        status: 403,
        code: 'DEMONSTRATION_CLOSED',
        message: 'Somebody real has signed up here, so nobody can sign in as an invented person any more.',
      };
    }
    return undefined;
  }

  /** Who can be chosen, stewards last; what each does is what their profile says. */
  private people(): Promise<DemonstrationPerson[]> {
    return this.reader.query<DemonstrationPerson>(sql`
      select p.handle::text, p.name, p.about as does, p.steward,
        coalesce((select json_agg(json_build_object('name', o.name, 'roles', m.roles) order by o.name)
          from memberships m join organisations o on o.id = m.organisation_id
          where m.person_id = p.id and m.left_at is null), '[]'::json) as organisations
      from people p where p.demonstration and p.deleted_at is null and p.about <> ''
      order by p.steward, p.created_at, p.handle limit 60`);
  }
}

function jsonRefusal(request: FastifyRequest): Refused | undefined {
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  return isJson ? undefined : { status: 415, code: 'BAD_USER_INPUT', message: 'Send JSON: {"handle": "..."}.' };
}

function answer(reply: FastifyReply, { status, code, message }: Refused): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ code, message });
}
