// Files that try to exhaust, confuse or take over a reader. Made here, so that none has to be kept.

const utf8 = (text) => new TextEncoder().encode(text);
const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
for (let level = 1; level < 10; level += 1) {
  bomb.push(
    `a${level}: &a${level} [${Array(9)
      .fill(`*a${level - 1}`)
      .join(', ')}]`,
  );
}

/** @type {Record<string, () => Uint8Array | string>} */
export const HOSTILE_FILES = {
  'aliases that double and double': () => utf8(bomb.join('\n')),
  'an alias inside itself': () => utf8('name: &loop [*loop]\n'),
  'many aliases of one long list': () =>
    utf8(`a: &a [${Array(2_000).fill('x').join(', ')}]\nb: [${Array(2_000).fill('*a').join(', ')}]\n`),
  'a tag that asks for code': () => utf8('name: !!js/function "function () { process.exit(1) }"\n'),
  'a tag of its own': () => utf8('name: !<tag:example.org,2026:shell> "rm -rf /"\n'),
  'several documents': () => utf8('name: One\n---\nname: Two\n'),
  'ten megabytes': () => utf8(`name: "${'x'.repeat(10_000_000)}"\n`),
  'a megabyte of tiny values': () => utf8(`platforms: [${'a,'.repeat(520_000)}]\n`),
  'lists a hundred thousand deep': () => utf8(`name: ${'['.repeat(100_000)}`),
  'dashes ten thousand deep': () => utf8(`platforms:\n  ${'- '.repeat(10_000)}x\n`),
  'UTF-16': () => Uint8Array.from([0xff, 0xfe, ...Buffer.from('name: Medusa\n', 'utf16le')]),
  'Latin-1': () => Uint8Array.from(Buffer.from('name: Médusa\n', 'latin1')),
  'NUL bytes': () => utf8('name: Med\u0000usa\n'),
  'a directive that renames tags': () => utf8('%TAG ! tag:example.org,2026:\n---\nname: !x Medusa\n'),
  'the same key twice': () => utf8('name: One\nname: Two\n'),
  'a key that reaches for the prototype': () =>
    utf8('__proto__:\n  valid: true\nconstructor: { prototype: { valid: true } }\n'),
  'a licence of ten thousand brackets': () => utf8(`legal:\n  license: "${'('.repeat(10_000)}MIT"\n`),
  'half a character': () => 'name: \ud800\n',
};
