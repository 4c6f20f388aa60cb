import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accept, type LicenceRecord, refuse } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
  PermissionObject,
  RefusalObject,
  said,
  saidOfFile,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { ideaIdOf, IdeaObject } from '../../ideas/index.js';
import { ViewerObject } from '../../people/index.js';
import { componentLicence, inPlainWords, type LicenceInPlainWords } from '../application/component-licence.js';
import { componentView, fittingComponentView } from '../application/component-view.js';
import { ConcludeLicence } from '../application/conclude-licence.js';
import { filterComponents, orderComponents } from '../application/find-components.js';
import { componentsForNeed, fittingComponents } from '../application/fitting-components.js';
import { mayConcludeLicence } from '../application/policy.js';
import { issueTrackerOf } from '../application/component-addresses.js';
import { RegisterComponent } from '../application/register-component.js';
import {
  ComponentFilterInput,
  type ComponentOrder,
  ComponentOrderEnum,
  ConcludeLicenceInput,
  ConcludeLicenceResult,
  RegisterComponentInput,
  RegisterComponentResult,
} from './component.inputs.js';
import {
  ComponentConnection,
  ComponentLicenceObject,
  ComponentObject,
  ComponentViewerCanObject,
  FittingComponentObject,
  LicenceBasisEnum,
  LicenceInPlainWordsObject,
  MetadataProblemObject,
  MetadataSeverityEnum,
} from './component.object.js';
import { wordConcludeLicence, wordRegisterComponent, wordReimport } from './wording.js';

/** The row's id within an opaque one; what is no component does not exist. */
export function componentIdOf(id: string): string {
  const row = rowId('component', id);
  if (row === undefined) throw new NotFoundError('This component');
  return row;
}

@Resolver(() => ComponentObject)
export class ComponentResolver {
  constructor(
    private readonly views: Views,
    private readonly registerComponentUseCase: RegisterComponent,
    private readonly concludeLicenceUseCase: ConcludeLicence,
    nodes: NodeKinds,
  ) {
    nodes.register('component', {
      view: componentView,
      from: (component, id) => sql`components ${component} where ${component}.id = ${id}`,
    });
  }

  @Query(() => ComponentObject, { nullable: true, description: 'One component by its address.' })
  component(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      componentView,
      (component) => sql`components ${component} where ${component}.slug = ${slug}`,
    );
  }

  @Query(() => ComponentConnection, { description: 'What exists and can be reused.' })
  components(
    @Args() page: PageArguments,
    @Args('filter', { type: () => ComponentFilterInput, nullable: true, description: 'Which are meant.' })
    filter: ComponentFilterInput | null,
    @Args('orderBy', { type: () => ComponentOrderEnum, defaultValue: 'NEWEST', description: 'What comes first.' })
    orderBy: ComponentOrder,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.page(info, viewer, componentView, {
      from: (component) => sql`components ${component}`,
      where: filterComponents(filter ?? {}),
      order: orderComponents(orderBy),
      args: page,
    });
  }

  @Query(() => [FittingComponentObject], {
    description: 'Components that may fit an idea, best first, each with the words and themes that matched.',
  })
  fittingComponents(
    @Args('ideaId', { type: () => ID, description: 'The idea.' }) ideaId: string,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'How many, from 1 to 20.' }) first: number,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > 20) throw new BadUserInputError('first must be a whole number from 1 to 20.');
    const idea = ideaIdOf(ideaId);
    return this.views.many(
      info,
      viewer,
      fittingComponentView,
      (fit) => sql`${fittingComponents(fit, idea, first)} order by ${fit}.place`,
    );
  }

  @Query(() => [FittingComponentObject], {
    description: 'Components that may fit a need somebody is typing, best first, each with the words that matched.',
  })
  componentsForNeed(
    @Args('need', { description: 'The need so far. The first 400 characters are looked at.' }) need: string,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'How many, from 1 to 20.' }) first: number,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > 20) throw new BadUserInputError('first must be a whole number from 1 to 20.');
    if (need.trim() === '') return [];
    return this.views.many(
      info,
      viewer,
      fittingComponentView,
      (fit) => sql`${componentsForNeed(fit, need, first)} order by ${fit}.place`,
    );
  }

  @Mutation(() => RegisterComponentResult, {
    description: 'Registers something that exists and can be reused, from its publiccode.yml.',
  })
  async registerComponent(
    @Args('input', { description: 'The file, and what you add.' }) input: RegisterComponentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = input.organisationId == null ? null : (rowId('organisation', input.organisationId) ?? '');
    const decision = await this.registerComponentUseCase.execute(viewer, { ...input, organisationId });
    if (!decision.ok) return RefusalObject.from(decision, wordRegisterComponent);
    return this.views.payload(info, viewer, 'RegisterComponentPayload', 'component', decision.value.componentId);
  }

  @Mutation(() => ConcludeLicenceResult, {
    description: 'Decides which licence a component carries, beside what its metadata and its licence text say.',
  })
  async concludeLicence(
    @Args('input', { description: 'The licence and why.' }) input: ConcludeLicenceInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const componentId = componentIdOf(input.componentId);
    const decision = await this.concludeLicenceUseCase.execute(viewer, { ...input, componentId });
    if (!decision.ok) return RefusalObject.from(decision, wordConcludeLicence);
    return this.views.payload(info, viewer, 'ConcludeLicencePayload', 'component', componentId);
  }

  @ResolveField(() => ComponentViewerCanObject)
  viewerCan(@Parent() component: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = component['viewerCan'] as Parameters<typeof mayConcludeLicence>[1];
    const decision = mayConcludeLicence(viewer, facts) ? accept(true) : refuse([{ code: 'MAY_NOT_CONCLUDE' as const }]);
    const reimport = decision.ok ? accept(true) : refuse([{ code: 'MAY_NOT_CHANGE' as const }]);
    return {
      concludeLicence: PermissionObject.from(decision, wordConcludeLicence),
      reimport: PermissionObject.from(reimport, wordReimport),
    };
  }

  @ResolveField(() => String, { nullable: true })
  issueTrackerUrl(@Parent() component: Viewed) {
    return issueTrackerOf(component['issueTrackerUrl'] as string | null);
  }
}

@Resolver(() => ComponentLicenceObject)
export class ComponentLicenceResolver {
  @ResolveField(() => String, { nullable: true })
  inForce(@Parent() licence: Viewed) {
    return componentLicence(licence['inForce'] as LicenceRecord).licence;
  }

  @ResolveField(() => LicenceBasisEnum)
  basis(@Parent() licence: Viewed) {
    return componentLicence(licence['basis'] as LicenceRecord).basis;
  }

  @ResolveField(() => [LicenceInPlainWordsObject])
  inPlainWords(@Parent() licence: Viewed) {
    return inPlainWords(componentLicence(licence['inPlainWords'] as LicenceRecord).licence);
  }
}

@Resolver(() => ViewerObject)
export class ViewerComponentsResolver {
  @ResolveField(() => [ComponentObject], {
    description: 'What you registered or your organisations look after, newest first: up to ten.',
  })
  components(@Parent() viewer: Viewed) {
    return viewer['components'];
  }
}

@Resolver(() => MetadataProblemObject)
export class MetadataProblemResolver {
  /** The package writes `error`; enums of the schema are in capitals. */
  @ResolveField(() => MetadataSeverityEnum)
  severity(@Parent() problem: { readonly severity: string }) {
    return problem.severity.toUpperCase();
  }

  /** Kept as the package wrote it, in English. */
  @ResolveField(() => String)
  message(@Parent() problem: { readonly message: string }) {
    return saidOfFile(problem.message);
  }
}

/** The licences package words in English what one may do and must do. */
@Resolver(() => LicenceInPlainWordsObject)
export class LicenceInPlainWordsResolver {
  @ResolveField(() => String)
  name(@Parent() licence: LicenceInPlainWords) {
    return said(licence.name);
  }

  @ResolveField(() => [String])
  may(@Parent() licence: LicenceInPlainWords) {
    return licence.may.map(said);
  }

  @ResolveField(() => [String])
  must(@Parent() licence: LicenceInPlainWords) {
    return licence.must.map(said);
  }
}

@Resolver(() => IdeaObject)
export class IdeaFittingComponentsResolver {
  @ResolveField(() => [FittingComponentObject], {
    description:
      'What exists already and may fit, best first: up to five, each with the words and themes that matched.',
  })
  fittingComponents(@Parent() idea: Viewed) {
    return idea['fittingComponents'];
  }
}
