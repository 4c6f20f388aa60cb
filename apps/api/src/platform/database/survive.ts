import type pg from 'pg';

const unheard = (): void => undefined;

/**
 * Keeps a process alive when a connection of this pool breaks, idle or lent to somebody. Whoever uses it hears of it by
 * the statement that fails; a broken connection says more than that, also after it was given back, and what nobody
 * listens to would end the process.
 */
export function survivesBroken(pool: pg.Pool): pg.Pool {
  pool.on('error', unheard);
  pool.on('acquire', (client) => {
    if (!client.listeners('error').includes(unheard)) client.on('error', unheard);
  });
  return pool;
}
