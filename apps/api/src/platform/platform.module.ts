import { resolve } from 'node:path';

import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DataSource } from 'typeorm';

import { ActivityLog } from './activity/activity-log.js';
import { CONFIG, type Config, REPOSITORY } from './config/index.js';
import { Reader, UnitOfWork } from './database/index.js';
import { CompiledDocuments } from './graphql/compiled-documents.js';
import { DirectFields } from './graphql/direct-fields.js';
import { ExpectedErrorFilter } from './graphql/exception-filter.js';
import { MutationGuards } from './graphql/mutation-guards.js';
import { NodeKinds } from './graphql/node-kinds.js';
import { NodeResolver } from './graphql/nodes.js';
import { TrustedDocuments } from './graphql/trusted-documents.js';
import { UnavailableFilter } from './web/answer-faults.js';
import { Views } from './graphql/views.js';
import { Jobs } from './jobs/jobs.js';
import { LiveUpdates } from './live/live-updates.js';
import { Outgoing } from './outgoing/index.js';
import { Tail } from './tail/tail.js';

/** What an installation is made of before any module: given from outside, so that tests bring their own database. */
export interface Foundations {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly reader: Reader;
  readonly tail: Tail;
  readonly jobs: Jobs;
  readonly live: LiveUpdates;
  readonly trusted: TrustedDocuments;
  /** Given by tests, which bring their own internet. */
  readonly outgoing?: Outgoing;
}

/** Where the built web application lies. */
export function webFolder(): string {
  return resolve(REPOSITORY, 'apps/web/dist');
}

@Global()
@Module({})
export class PlatformModule {
  static on({ config, dataSource, reader, tail, jobs, live, trusted, outgoing }: Foundations): DynamicModule {
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: Reader, useValue: reader },
      { provide: Tail, useValue: tail },
      { provide: Jobs, useValue: jobs },
      { provide: LiveUpdates, useValue: live },
      { provide: TrustedDocuments, useValue: trusted },
      { provide: Outgoing, useValue: outgoing ?? new Outgoing() },
      UnitOfWork,
      ActivityLog,
      Views,
      NodeKinds,
      MutationGuards,
      DirectFields,
      CompiledDocuments,
    ];
    return {
      module: PlatformModule,
      providers: [
        ...shared,
        NodeResolver,
        { provide: APP_FILTER, useClass: UnavailableFilter },
        { provide: APP_FILTER, useClass: ExpectedErrorFilter },
      ],
      exports: shared,
    };
  }
}
