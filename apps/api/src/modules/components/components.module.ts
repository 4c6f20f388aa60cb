import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ComponentData } from './application/component-data.js';
import { ConcludeLicence } from './application/conclude-licence.js';
import { RegisterComponent } from './application/register-component.js';
import {
  ComponentLicenceResolver,
  ComponentResolver,
  IdeaFittingComponentsResolver,
  MetadataProblemResolver,
} from './graphql/component.resolver.js';
import { PubliccodeController } from './graphql/publiccode.controller.js';
import { ComponentStore } from './persistence/component-store.js';

@Module({
  imports: [IdeasModule],
  controllers: [PubliccodeController],
  providers: [
    ComponentStore,
    ComponentData,
    RegisterComponent,
    ConcludeLicence,
    ComponentResolver,
    ComponentLicenceResolver,
    MetadataProblemResolver,
    IdeaFittingComponentsResolver,
  ],
  exports: [ComponentStore, RegisterComponent, ConcludeLicence],
})
export class ComponentsModule {}
