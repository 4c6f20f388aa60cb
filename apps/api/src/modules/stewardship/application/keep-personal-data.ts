import { accept, type Decision, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { QuestionStore } from '../persistence/question-store.js';

export interface KeepPersonalDataReason {
  readonly code: 'NOTHING_WAS_ASKED';
}

/** The author says that what looked like personal data is nobody's secret. */
@Injectable()
export class KeepPersonalData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: QuestionStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    found: string,
  ): Promise<Decision<{ readonly found: string }, KeepPersonalDataReason>> {
    return this.unitOfWork.run(async (tx) => {
      const settled = await this.questions.keep(tx, viewer.person.id, found);
      return settled === 0 ? refuse([{ code: 'NOTHING_WAS_ASKED' as const }]) : accept({ found });
    });
  }
}
