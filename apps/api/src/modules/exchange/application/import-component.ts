import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { readComponentFile, RegisterComponent, wordRegisterComponent } from '../../components/index.js';
import { ImportStore } from '../persistence/import-store.js';
import type { ImportOptions, ImportReport } from './importing.js';

/** What stands where a file says nothing about what it is for. */
const NO_SUMMARY = 'The file says nothing about what it does.';

/** Registers a component from a publiccode.yml. A file with faults registers too, with its faults listed. */
@Injectable()
export class ImportComponent {
  constructor(
    private readonly register: RegisterComponent,
    private readonly imports: ImportStore,
  ) {}

  /** @param named who registers it, if somebody is named */
  async execute(
    named: SignedInViewer | undefined,
    file: Uint8Array,
    { dryRun, progress }: ImportOptions,
  ): Promise<ImportReport> {
    const publiccode = new TextDecoder().decode(file);
    const problemNotes = (
      problems: readonly { readonly line: number; readonly severity: string; readonly message: string }[],
    ) => problems.map(({ line, severity, message }) => `line ${line}: ${severity}: ${message}`);
    if (dryRun) {
      const { problems } = readComponentFile(publiccode);
      progress(1, 1);
      return { counts: { 'would be read': 1 }, faults: [], notes: problemNotes(problems) };
    }
    const viewer = named ?? this.imports.viewer(await this.imports.commandPerson());
    const decision = await this.registered(viewer, publiccode);
    progress(1, 1);
    if (decision.ok) return { counts: { added: 1 }, faults: [], notes: problemNotes(decision.value.problems) };
    if (decision.reasons.some(({ code }) => code === 'COMPONENT_ALREADY_REGISTERED')) {
      return { counts: { 'already there': 1 }, faults: [], notes: [] };
    }
    return {
      counts: { added: 0 },
      faults: [{ line: 1, column: null, code: 'REFUSED', given: decision.reasons.map(({ code }) => code).join(', ') }],
      notes: decision.reasons.map((reason) => wordRegisterComponent(reason).message),
    };
  }

  /** A file that describes nothing still registers: what is missing is listed, and a person can add it on its page. */
  private async registered(viewer: SignedInViewer, publiccode: string) {
    const decision = await this.register.execute(viewer, { publiccode });
    const lacksOnlySummary =
      !decision.ok &&
      decision.reasons.every((reason) => reason.code === 'TEXT_MISSING' && reason.path[1] === 'summary');
    return lacksOnlySummary ? this.register.execute(viewer, { publiccode, summary: NO_SUMMARY }) : decision;
  }
}
