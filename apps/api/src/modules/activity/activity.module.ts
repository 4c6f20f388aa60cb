import { Module } from '@nestjs/common';

import { AddresseeData } from './application/addressee-data.js';
import { ActivityResolver } from './graphql/activity.resolver.js';

@Module({ providers: [ActivityResolver, AddresseeData] })
export class ActivityModule {}
