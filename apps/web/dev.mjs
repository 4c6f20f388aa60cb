// The pages with every change shown at once, before an API that is already running:
//
//   OPENIMPACT_API_URL=http://127.0.0.1:3000 PORT=5173 pnpm --filter @openimpact/web dev
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { createServer } from 'vite';

process.env.OPENIMPACT_WEB_LENIENT = '1';
const api = new URL(process.env.OPENIMPACT_API_URL ?? 'http://127.0.0.1:3000');
const port = Number(process.env.PORT ?? 5173);
const PASSED_ON =
  /^\/(graphql|schema\.graphql|api|health|metrics|feeds|data)(\/|\?|$)|\/(feed\.atom|feed\.json|publiccode\.yml)(\?|$)/;

const server = createHttpServer();
const vite = await createServer({
  root: import.meta.dirname,
  configFile: `${import.meta.dirname}/vite.config.mjs`,
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server } },
});

server.on('request', (incoming, outgoing) => {
  if (PASSED_ON.test(incoming.url)) return passOn(incoming, outgoing);
  vite.middlewares(incoming, outgoing, () => {
    page(incoming).then(
      async ({ status, headers, html }) =>
        outgoing.writeHead(status, headers).end(html && (await vite.transformIndexHtml(incoming.url, html))),
      (error) => {
        vite.ssrFixStacktrace(error);
        console.error(error);
        outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error.stack));
      },
    );
  });
});
server.listen(port, '127.0.0.1', () => console.log(`Pages on http://127.0.0.1:${port}, the API from ${api.origin}`));

async function page(incoming) {
  const { render } = await vite.ssrLoadModule('/src/entry-server.tsx');
  return render({
    url: incoming.url,
    baseUrl: `http://${incoming.headers.host}`,
    acceptLanguage: incoming.headers['accept-language'],
    cookie: incoming.headers.cookie,
    viewerIsSignedIn: incoming.headers.cookie !== undefined,
    demonstration: true,
    async execute({ text, name, variables }) {
      const response = await fetch(new URL('/graphql', api), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(incoming.headers.cookie === undefined ? {} : { cookie: incoming.headers.cookie }),
        },
        body: JSON.stringify({ query: text, operationName: name, variables }),
      });
      return response.json();
    },
  });
}

function passOn(incoming, outgoing) {
  const onward = httpRequest(
    new URL(incoming.url, api),
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', (error) =>
    outgoing.writeHead(502).end(`The API at ${api.origin} does not answer: ${error.message}`),
  );
  incoming.pipe(onward);
}
