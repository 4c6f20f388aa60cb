import type pg from 'pg';

const unheard = (): void => undefined;

/**
 * Keeps a process alive when a connection of this pool breaks, idle or lent to somebody. Whoever uses it hears of it by
 * the statement that fails; a broken connection says more than that, also after it was given back, and what nobody
 * listens to would end the process.
 */
export function survivesBroken<Pool extends pg.Pool>(pool: Pool): Pool {
  const listen = (client: pg.PoolClient) => {
    if (!client.listeners('error').includes(unheard)) client.on('error', unheard);
  };
  pool.on('error', unheard);
  // Those that are there already are seen when they are lent.
  pool.on('connect', listen);
  pool.on('acquire', listen);
  return pool;
}
