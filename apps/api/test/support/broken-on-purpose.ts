import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';

/** The environment variable that names the use case to take away. */
const WITHOUT = 'OPENIMPACT_TEST_WITHOUT';

/**
 * Takes one use case away, when asked to by name: `npm run check:chain` does so for each step of the chain and expects
 * the story to fail. A story that passes without one of its steps proves nothing.
 */
export function breakOnPurpose(app: NestFastifyApplication): void {
  const name = process.env[WITHOUT];
  if (!name) return;
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values()) {
      if (typeof instance !== 'object' || instance === null || instance.constructor.name !== name) continue;
      Object.assign(instance, {
        execute: async () => {
          throw new Error(`${name} was taken away on purpose.`);
        },
      });
      return;
    }
  }
  throw new Error(`There is no use case ${name} to take away.`);
}
