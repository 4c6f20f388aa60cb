import { Module } from '@nestjs/common';

import { AccountData } from './application/account-data.js';
import { AddDemonstrationPerson } from './application/add-demonstration-person.js';
import { CreateApiToken } from './application/create-api-token.js';
import { DeleteMyAccount } from './application/delete-my-account.js';
import { ExportMyData } from './application/export-my-data.js';
import { RevokeApiToken } from './application/revoke-api-token.js';
import { UpdateProfile } from './application/update-profile.js';
import { ViewerOfPerson } from './application/viewer-of-person.js';
import { PersonResolver } from './graphql/person.resolver.js';
import { PersonStore } from './persistence/person-store.js';

@Module({
  providers: [
    PersonStore,
    AccountData,
    AddDemonstrationPerson,
    ViewerOfPerson,
    UpdateProfile,
    ExportMyData,
    DeleteMyAccount,
    CreateApiToken,
    RevokeApiToken,
    PersonResolver,
  ],
  exports: [AddDemonstrationPerson, ViewerOfPerson],
})
export class PeopleModule {}
