import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { documents } from './build/documents.mjs';
import { layers } from './build/layers.mjs';
import { messages } from './build/messages.mjs';

const root = import.meta.dirname;

export default defineConfig(({ isSsrBuild, command }) => ({
  root,
  appType: 'custom',
  plugins: [
    documents({ root, lenient: process.env.OPENIMPACT_WEB_LENIENT === '1' }),
    messages(),
    react(),
    layers('tokens,base,components'),
  ],
  css: { modules: { generateScopedName: '[name]_[local]_[hash:base64:4]' } },
  // The server's bundle too, whatever its process is started with.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: {
    target: 'baseline-widely-available',
    manifest: !isSsrBuild,
    // Fonts and pictures are files with an address, so that the content policy needs no data: addresses.
    assetsInlineLimit: 0,
    emptyOutDir: true,
    // One sheet for all pages: small enough, never late, and no page carries a list of who needs which sheet.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rollupOptions: {
      input: isSsrBuild ? 'src/entry-server.tsx' : 'src/entry-client.tsx',
      // What every page needs is one file: forty small ones, compressed each by itself, are ten kilobytes more. The
      // entry itself stays out of it: it waits for a page, and that page would wait for it.
      output: isSsrBuild
        ? {}
        : { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'], test: /^(?!.*entry-client)/ }] } },
    },
  },
  // RxJS as modern JavaScript: without this it comes compiled for browsers nobody has, and larger.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  // The server's part is one bundle that needs nothing installed beside it.
  ssr: { noExternal: command === 'build' ? true : undefined },
}));
