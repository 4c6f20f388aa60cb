import { accept, type Accepted, type NotificationSettings } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { SettingsStore } from '../persistence/settings-store.js';

/** Somebody says how they want to hear of things. What is left out stays as it is. */
@Injectable()
export class UpdateNotificationSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsStore,
  ) {}

  execute(personId: string, changes: Partial<NotificationSettings>): Promise<Accepted<NotificationSettings>> {
    return this.unitOfWork.run(async (tx) => {
      const settings = { ...(await this.settings.of(tx, personId)), ...changes };
      await this.settings.keep(tx, personId, settings);
      return accept(settings);
    });
  }
}
