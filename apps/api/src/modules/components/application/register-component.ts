import { accept, type Decision, registerComponent, type RegisterComponentRefusal, refuse } from '@openimpact/domain';
import type { Problem } from '@openimpact/publiccode';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, UnitOfWork } from '../../../platform/database/index.js';
import { ComponentStore } from '../persistence/component-store.js';
import { lookedAtAgain } from './component-addresses.js';
import { licenceProblem } from './component-licence.js';
import { licenceUse } from './licence-use.js';
import { readComponentFile } from './read-component-file.js';

export interface RegisterComponentCommand {
  /** The text of a publiccode.yml file. */
  readonly publiccode: string;
  readonly name?: string | null;
  readonly summary?: string | null;
  readonly themes?: readonly string[];
  readonly functions?: readonly string[];
  readonly organisationId?: string | null;
  /** The licence as its text in the repository reads, when somebody looked. */
  readonly licenceFound?: string | null;
  /** Whether the people the file names as contacts agreed to stand in what is published here. */
  readonly contactsAgreed?: boolean;
  /** Where the file was fetched from, when it was; it is looked at again there. */
  readonly fetchedFrom?: string | null;
}

export type RegisterComponentReason =
  | RegisterComponentRefusal
  | { readonly code: 'LICENCE_NOT_UNDERSTOOD'; readonly path: readonly string[]; readonly why: string };

export interface Registered {
  readonly componentId: string;
  readonly slug: string;
  readonly problems: readonly Problem[];
}

/** Registers a component from its metadata. Faults of the file are kept beside it; they do not stop it. */
@Injectable()
export class RegisterComponent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly components: ComponentStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: RegisterComponentCommand,
  ): Promise<Decision<Registered, RegisterComponentReason>> {
    try {
      return await this.register(viewer, command);
    } catch (error) {
      // Somebody else took the repository or the address between our look and our insert: look again.
      const name = constraintName(error);
      if (name === 'components_repository_key' || name === 'components_slug_key') return this.register(viewer, command);
      throw error;
    }
  }

  private register(
    viewer: SignedInViewer,
    command: RegisterComponentCommand,
  ): Promise<Decision<Registered, RegisterComponentReason>> {
    const read = readComponentFile(command.publiccode);
    return this.unitOfWork.run(async (tx) => {
      const decision = registerComponent(
        {
          name: command.name ?? null,
          summary: command.summary ?? null,
          themes: command.themes ?? [],
          functions: command.functions ?? [],
          organisationId: command.organisationId ?? null,
        },
        {
          file: read.facts ?? { refused: read.refused ?? '' },
          registeredAs: await this.components.slugOfRepository(tx, read.facts?.repositoryUrl ?? null),
          organisationsHeld: organisationIdsOf(await asOfNow(tx, viewer)),
        },
      );
      const found = command.licenceFound?.trim() || null;
      const problem = found === null ? null : licenceProblem(found);
      const reasons: RegisterComponentReason[] = decision.ok ? [] : [...decision.reasons];
      if (problem !== null)
        reasons.push({ code: 'LICENCE_NOT_UNDERSTOOD', path: ['input', 'licenceFound'], why: problem });
      if (!decision.ok || read.facts === null || reasons.length > 0) return refuse(reasons);

      const { content, organisationId } = decision.value;
      const now = await tx.now();
      const id = newId();
      const slug = await this.components.freeSlug(tx, decision.value.slug);
      const { facts } = read;
      const fetchedFrom = lookedAtAgain(command.fetchedFrom);
      await this.components.add(
        tx,
        {
          id,
          slug,
          ...content,
          themes: [...content.themes],
          functions: [...content.functions],
          landingUrl: facts.landingUrl,
          documentationUrl: facts.documentationUrl,
          softwareType: facts.softwareType,
          maturity: facts.maturity,
          categories: [...facts.categories],
          platforms: [...facts.platforms],
          languages: [...facts.languages],
          features: [...facts.features],
          softwareVersion: facts.softwareVersion,
          releaseDate: facts.releaseDate,
          maintainedBy: facts.maintainedBy,
          licenceDeclared: facts.licenceDeclared,
          licenceFound: found,
          licenceConcluded: null,
          licenceConcludedWhy: null,
          licenceConcludedById: null,
          licenceConcludedAt: null,
          licenceUse: licenceUse({ declared: facts.licenceDeclared, found, concluded: null }),
          metadataUrl: fetchedFrom,
          basedOn: [...facts.basedOn],
          claimedUsers: [...facts.claimedUsers],
          checkedAt: fetchedFrom === null ? null : now,
          seenAt: fetchedFrom === null ? null : now,
          unreachableSince: null,
          unreachableBecause: null,
          ownerOrganisationId: organisationId,
          registeredById: viewer.person.id,
          registeredAt: now,
          updatedAt: now,
        },
        {
          id: newId(),
          componentId: id,
          number: 1,
          raw: command.publiccode,
          valid: read.valid,
          problems: [...read.problems],
          contactsAgreed: command.contactsAgreed ?? false,
          fetchedFrom,
          receivedById: viewer.person.id,
          receivedAt: now,
        },
      );
      await this.activity.append(tx, {
        kind: 'component.registered',
        subject: { type: 'Component', id },
        actorId: viewer.person.id,
        organisationId: organisationId ?? undefined,
        visibility: 'PUBLIC',
        content: { name: content.name, slug, faults: read.problems.length },
      });
      return accept({ componentId: id, slug, problems: read.problems });
    });
  }
}
