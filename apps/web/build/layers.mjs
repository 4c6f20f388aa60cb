/**
 * Says the order of the layers at the very top of the built sheet, where the first mention decides; how the
 * parts of the sheet are joined then no longer matters.
 *
 * @param {string} order the layers, weakest first
 * @returns {import('vite').Plugin}
 */
export function layers(order) {
  return {
    name: 'openimpact-layers',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type === 'asset' && asset.fileName.endsWith('.css'))
          asset.source = `@layer ${order};${Buffer.from(asset.source).toString()}`;
      }
    },
  };
}
