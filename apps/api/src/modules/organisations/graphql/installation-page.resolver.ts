import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { Inject } from '@nestjs/common';
import { Args, Field, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { enumOf } from '../../../platform/graphql/index.js';

const PAGES = ['TERMS', 'PRIVACY', 'ACCESSIBILITY'] as const;
type PageName = (typeof PAGES)[number];
const InstallationPageName = enumOf(PAGES);
registerEnumType(InstallationPageName, {
  name: 'InstallationPageName',
  description: 'A page that whoever runs this installation writes.',
  valuesMap: {
    TERMS: { description: 'On which terms it can be used.' },
    PRIVACY: { description: 'What is kept about people, why, and for how long.' },
    ACCESSIBILITY: { description: 'Whom to tell what does not work for somebody, and what happens then.' },
  },
});

@ObjectType('InstallationPage', { description: 'What whoever runs this installation says.' })
class InstallationPageObject {
  @Field(() => String, { description: 'The text, in Markdown.' }) text!: string;
  @Field(() => Date, { description: 'When it was last changed.' }) changedAt!: Date;
}

/** Longer than this nobody reads, and a file that is not ours must not fill the memory. */
const MOST_BYTES = 200_000;

/** Terms, privacy and whom to tell of a barrier are the operator's own words, files in the data folder: `pages/terms.md` and so on. */
@Resolver()
export class InstallationPageResolver {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'pages');
  }

  @Query(() => InstallationPageObject, {
    nullable: true,
    description: 'A page that whoever runs this installation wrote. Null while it is not written.',
  })
  async installationPage(
    @Args('name', { type: () => InstallationPageName, description: 'Which.' }) name: PageName,
  ): Promise<InstallationPageObject | null> {
    const file = await open(join(this.folder, `${name.toLowerCase()}.md`)).catch(() => undefined);
    if (file === undefined) return null;
    try {
      const { mtime, size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, MOST_BYTES)), 0, undefined, 0);
      const text = buffer.toString('utf8', 0, bytesRead).trim();
      return text === '' ? null : { text, changedAt: mtime };
    } finally {
      await file.close();
    }
  }
}
