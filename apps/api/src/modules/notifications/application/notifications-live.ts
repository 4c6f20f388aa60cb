import { EventEmitter, on } from 'node:events';

import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';
import { LiveUpdates } from '../../../platform/live/index.js';
import { NOTIFIED_CHANNEL } from './spread-news.js';

/** A notification that was just made. What it says is read again under the rights of the moment. */
export interface NewNotification {
  readonly number: string;
  readonly personId: string;
}

const ANNOUNCED = /^([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9a-f-]{36})$/;

/**
 * Tells people who have a page open, whichever process made the notification. A batch is announced as a whole, and each
 * process asks only for those who are connected to it.
 */
@Injectable()
export class NotificationsLive {
  private readonly people = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly live: LiveUpdates,
    private readonly reader: Reader,
  ) {
    live.hear(NOTIFIED_CHANNEL, (payload) => this.pass(payload));
  }

  async *subscribe(personId: string): AsyncGenerator<NewNotification> {
    const abort = new AbortController();
    const added = on(this.people, personId, { signal: abort.signal });
    await this.live.listen();
    try {
      for await (const [notification] of added) yield notification as NewNotification;
    } finally {
      abort.abort();
    }
  }

  private async pass(payload: string): Promise<void> {
    const [, activityId, first = '', last = ''] = ANNOUNCED.exec(payload) ?? [];
    const connected = this.people.eventNames().map(String);
    const concerned = connected.filter((personId) => personId >= first && personId <= last);
    if (activityId === undefined || concerned.length === 0) return;
    const rows = await this.reader.query<{ number: string; personId: string }>(sql`
      select number::text, person_id as "personId" from notifications where activity_id = ${activityId} and person_id = any(${concerned}::uuid[])`);
    for (const row of rows) this.people.emit(row.personId, row);
  }
}
