// Compiles the catalogues in src/messages while building, so that no message parser is sent to the browser.
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** @returns {import('vite').Plugin} */
export function messages() {
  return {
    name: 'openimpact-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/messages\/[\w-]+\/[\w-]+\.json$/.test(id.split('?')[0])) return null;
      const compiled = Object.fromEntries(
        Object.entries(JSON.parse(code)).map(([key, text]) => [key, compileMessage(text)]),
      );
      return { code: `export default ${JSON.stringify(compiled)};`, map: null, moduleType: 'js' };
    },
  };
}
