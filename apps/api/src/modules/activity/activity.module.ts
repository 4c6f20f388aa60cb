import { Module } from '@nestjs/common';

import { ActivityResolver } from './graphql/activity.resolver.js';

@Module({ providers: [ActivityResolver] })
export class ActivityModule {}
