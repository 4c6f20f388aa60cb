import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../../../platform/config/index.js';

/**
 * Where the bytes of files lie: in the data folder, under ids that this program made. No name that somebody gave ever
 * reaches the disk.
 */
@Injectable()
export class FileFolder {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'files');
  }

  /** Paths for a file while it travels and while it is cleaned. */
  async incoming(id: string): Promise<{ readonly raw: string; readonly cleaned: string }> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { raw: join(folder, `${id}.raw`), cleaned: join(folder, `${id}.cleaned`) };
  }

  /** Keeps a cleaned file, whose bytes are on the disk already. The folder is synced too: a name not written is a file lost. */
  async keep(id: string, cleaned: string): Promise<void> {
    const folder = this.folderOf(id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(cleaned, join(folder, id));
    const handle = await open(folder);
    await handle.sync();
    await handle.close();
  }

  pathOf(id: string): string {
    return join(this.folderOf(id), id);
  }

  read(id: string): ReadStream {
    return createReadStream(this.pathOf(id));
  }

  async drop(id: string): Promise<void> {
    const { raw, cleaned } = await this.incoming(id);
    for (const path of [raw, cleaned, this.pathOf(id)]) await rm(path, { force: true });
  }

  /** The last characters of an id are random, so that folders fill evenly. */
  private folderOf(id: string): string {
    return join(this.root, id.slice(-2));
  }
}
