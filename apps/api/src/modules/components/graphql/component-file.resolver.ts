import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FILE_FIELDS, fileDifferences, refuse } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { Reader, sql, UnitOfWork } from '../../../platform/database/index.js';
import { CurrentViewer, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { inPlainWords } from '../application/component-licence.js';
import { fittingIdeaView } from '../application/component-view.js';
import { FetchComponentFile, type FileSearch } from '../application/fetch-component-file.js';
import { factsHere, factsInFile } from '../application/file-facts.js';
import { SUGGESTIONS } from '../application/fitting-components.js';
import { fittingIdeas } from '../application/fitting-ideas.js';
import { type ComponentFacts, readComponentFile } from '../application/read-component-file.js';
import { ReimportComponent } from '../application/reimport-component.js';
import { writeByHand } from '../application/write-by-hand.js';
import { ComponentStore } from '../persistence/component-store.js';
import {
  ComponentPreviewObject,
  PreviewComponentInput,
  PreviewComponentPayload,
  PreviewComponentResult,
  ReimportComponentInput,
  ReimportComponentResult,
} from './component.inputs.js';
import { FittingIdeaObject } from './component.object.js';
import { componentIdOf } from './component.resolver.js';
import { type PreviewReason, wordPreview, wordReimport } from './wording.js';

/** Fields as the schema names them: LICENCE_DECLARED. */
const NAMES = new Map(FILE_FIELDS.map((field) => [field.replaceAll(/[A-Z]/g, '_$&').toUpperCase(), field]));
const nameOf = (field: string): string => field.replaceAll(/[A-Z]/g, '_$&').toUpperCase();

@Resolver(() => ComponentPreviewObject)
export class ComponentFileResolver {
  constructor(
    private readonly views: Views,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly files: FetchComponentFile,
    private readonly reimports: ReimportComponent,
  ) {}

  @Mutation(() => PreviewComponentResult, {
    description:
      'Shows what a description of software comes to, with a line for every fault of its file. Keeps nothing.',
  })
  async previewComponent(
    @Args('input', { description: 'The file, where it lies, or what you say.' }) input: PreviewComponentInput,
    @SignedIn() _viewer: SignedInViewer,
  ) {
    const found = await this.fileOf(input);
    if (!found.ok) return refused([found.reason]);
    const { facts, refused: why, valid, problems } = readComponentFile(found.publiccode);
    if (facts === null) {
      return refused([{ code: 'FILE_NOT_READ', why: why ?? '', path: ['input', 'publiccode'] }]);
    }
    const registered = await this.reader.one<{ slug: string }>(
      sql`select slug from components where repository_url = ${facts.repositoryUrl}`,
    );
    const preview = {
      ...facts,
      valid,
      problems,
      licenceInPlainWords: inPlainWords(facts.licenceDeclared),
      licenceFound: found.licenceFound,
      registeredAs: registered?.slug ?? null,
    };
    return Object.assign(new PreviewComponentPayload(), {
      preview,
      publiccode: found.publiccode,
      fetchedFrom: found.from,
      differences: input.componentId == null ? [] : await this.differences(componentIdOf(input.componentId), facts),
    });
  }

  @Mutation(() => ReimportComponentResult, {
    description:
      'Reads a newer file of a component and takes from it what you chose, or says anew what it does. The rest stays.',
  })
  async reimportComponent(
    @Args('input', { description: 'The file and the choice.' }) input: ReimportComponentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.reimports.execute(viewer, {
      ...input,
      componentId: componentIdOf(input.componentId),
      take: input.take.map((name) => NAMES.get(name) ?? name),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordReimport);
    return this.views.payload(info, viewer, 'ReimportComponentPayload', 'component', decision.value.componentId);
  }

  @ResolveField(() => [FittingIdeaObject])
  fittingIdeas(@Parent() preview: ComponentFacts, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    const { name, summary, categories, description, language } = preview;
    const said = {
      strong: sql`${[name, summary, ...categories.map((word) => word.replaceAll('-', ' '))].join(' ')}`,
      weak: sql`${description ?? ''}`,
      themes: sql`'{}'`,
      language: sql`${language ?? 'en'}`,
    };
    return this.views.many(
      info,
      viewer,
      fittingIdeaView,
      (fit) => sql`${fittingIdeas(fit, said, SUGGESTIONS)} order by ${fit}.place`,
    );
  }

  private async fileOf({ publiccode, repositoryUrl, byHand }: PreviewComponentInput): Promise<
    | {
        readonly ok: true;
        readonly publiccode: string;
        readonly from: string | null;
        readonly licenceFound: string | null;
      }
    | { readonly ok: false; readonly reason: PreviewReason }
  > {
    const given = [publiccode, repositoryUrl, byHand].filter((way) => way != null);
    if (given.length !== 1) return { ok: false, reason: { code: 'ONE_WAY_ONLY', ways: given.length } };
    if (publiccode != null) return { ok: true, publiccode, from: null, licenceFound: null };
    if (byHand != null) return { ok: true, publiccode: writeByHand(byHand), from: null, licenceFound: null };
    const found: FileSearch = await this.files.execute(repositoryUrl ?? '');
    if (found.ok) return found;
    return { ok: false, reason: { code: found.reason, path: ['input', 'repositoryUrl'] } };
  }

  private async differences(componentId: string, facts: ComponentFacts) {
    const decided = await this.unitOfWork.run(async (tx) => {
      const component = await this.components.find(tx, componentId);
      if (component === null) return { ok: true as const, value: [] };
      const last = await this.components.lastSource(tx, componentId);
      const before = last === undefined ? null : readComponentFile(last.raw).facts;
      return {
        ok: true as const,
        value: fileDifferences(factsHere(component), before && factsInFile(before), factsInFile(facts)),
      };
    });
    return decided.value.map(({ field, here, file, editedHere }) => ({
      field: nameOf(field),
      here: [here ?? []].flat(),
      file: [file ?? []].flat(),
      editedHere,
    }));
  }
}

function refused(reasons: readonly PreviewReason[]) {
  return RefusalObject.from(refuse(reasons), wordPreview);
}
