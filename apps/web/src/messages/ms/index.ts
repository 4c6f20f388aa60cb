/** Every catalogue of this folder by its file. */
export default import.meta.glob<Readonly<Record<string, string>>>('./*.json', { eager: true, import: 'default' });
