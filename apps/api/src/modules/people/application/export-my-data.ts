import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/** Everything this installation holds about a person, for that person, as JSON. */
@Injectable()
export class ExportMyData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personalData: PersonalData,
  ) {}

  execute(viewer: SignedInViewer): Promise<{ readonly json: string; readonly fileName: string }> {
    // One transaction, so that the parts fit together.
    return this.unitOfWork.run(async (tx) => {
      const now = await tx.now();
      const parts = await this.personalData.exportAll(tx, viewer.person.id);
      return {
        json: JSON.stringify(
          { exportedAt: now.toISOString(), format: 'openimpact-personal-data/1', ...parts },
          undefined,
          2,
        ),
        fileName: `openimpact-${viewer.person.handle}-${now.toISOString().slice(0, 10)}.json`,
      };
    });
  }
}
