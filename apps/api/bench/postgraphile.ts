// PostGraphile 5 over the same database: what anybody gets without writing a server. Installed by `npm run bench` when asked for.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

interface PostGraphile {
  postgraphile(preset: object): { createServ(grafserv: unknown): { addTo(server: object): Promise<void> } };
}

const { BENCH_DATABASE_URL: connectionString, BENCH_POSTGRAPHILE: folder = '', PORT: port } = process.env;
const load = createRequire(`${folder}/`);
const { postgraphile } = load('postgraphile') as PostGraphile;
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber') as { PostGraphileAmberPreset: object };
const { makePgService } = load('postgraphile/adaptors/pg') as { makePgService(options: object): object };
const { grafserv } = load('postgraphile/grafserv/node') as { grafserv: unknown };

const server = createServer();
await postgraphile({
  extends: [PostGraphileAmberPreset],
  // As ours: eight connections.
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 8 } })],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
})
  .createServ(grafserv)
  .addTo(server);
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
