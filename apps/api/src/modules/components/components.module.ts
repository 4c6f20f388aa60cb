import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ComponentUses } from './application/component-uses.js';
import { ComponentData } from './application/component-data.js';
import { ConcludeLicence } from './application/conclude-licence.js';
import { LicenceMatrix } from './application/licence-matrix.js';
import { LicenceMatrixResolver } from './graphql/licence-matrix.resolver.js';
import { FetchComponentFile } from './application/fetch-component-file.js';
import { RefreshComponents } from './application/refresh-components.js';
import { RegisterComponent } from './application/register-component.js';
import { ComponentFileResolver } from './graphql/component-file.resolver.js';
import { ComponentUseResolver, ComponentUsesResolver } from './graphql/component-use.resolver.js';
import {
  ComponentLicenceResolver,
  ComponentResolver,
  ViewerComponentsResolver,
  IdeaFittingComponentsResolver,
  LicenceInPlainWordsResolver,
  MetadataProblemResolver,
} from './graphql/component.resolver.js';
import { PubliccodeController } from './graphql/publiccode.controller.js';
import { ReimportComponent } from './application/reimport-component.js';
import { ComponentStore } from './persistence/component-store.js';
import { UseStore } from './persistence/use-store.js';

@Module({
  imports: [IdeasModule],
  controllers: [PubliccodeController],
  providers: [
    ComponentStore,
    UseStore,
    ComponentData,
    ComponentUses,
    FetchComponentFile,
    ReimportComponent,
    LicenceMatrix,
    LicenceMatrixResolver,
    RefreshComponents,
    RegisterComponent,
    ConcludeLicence,
    ComponentResolver,
    ComponentFileResolver,
    ComponentUseResolver,
    ComponentUsesResolver,
    ViewerComponentsResolver,
    ComponentLicenceResolver,
    LicenceInPlainWordsResolver,
    MetadataProblemResolver,
    IdeaFittingComponentsResolver,
  ],
  exports: [LicenceMatrix, ComponentStore, RegisterComponent, ConcludeLicence],
})
export class ComponentsModule {}
