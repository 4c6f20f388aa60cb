import { rm } from 'node:fs/promises';

import { Injectable, Logger } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { UploadStore } from '../persistence/upload-store.js';
import { Cleaner } from './cleaning/cleaner.js';
import { FileFolder } from './file-folder.js';

const AT_ONCE = 50;

/** Reads the words of files that were kept before words were: a little every hour, until there are none left. */
@Injectable()
export class ReadWords {
  private readonly log = new Logger('Uploads');

  constructor(
    jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadStore,
    private readonly cleaner: Cleaner,
    private readonly folder: FileFolder,
  ) {
    jobs.every('uploads.read_words', 60, () => this.execute());
  }

  async execute(): Promise<void> {
    const files = await this.unitOfWork.run((tx) => this.uploads.unread(tx, AT_ONCE));
    for (const { id, format } of files) {
      // It was clean already, so what the cleaner writes is thrown away.
      const { cleaned } = await this.folder.incoming(id);
      const answer = await this.cleaner.clean({ from: this.folder.pathOf(id), to: cleaned, claimed: format });
      await rm(cleaned, { force: true });
      if (!answer.ok) this.log.warn({ message: 'The words of a file could not be read.', fault: answer.fault });
      await this.unitOfWork.run((tx) => this.uploads.keepWords(tx, id, answer.ok ? answer.words : ''));
    }
  }
}
