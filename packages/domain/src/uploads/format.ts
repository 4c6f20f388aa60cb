/** PICTURE stands on a page; FILE is given to be downloaded. */
export const UPLOAD_KINDS = ['FILE', 'PICTURE'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

const MEGABYTE = 1_000_000;

/** The largest file, in bytes as it arrives. What is larger is better kept where it is, with its address here. */
export const UPLOAD_LIMITS = { FILE: 50 * MEGABYTE, PICTURE: 12 * MEGABYTE } as const satisfies Record<
  UploadKind,
  number
>;

/** How much one person may send in a day, in bytes: ten times the largest file. */
export const UPLOAD_BYTES_A_DAY = 500 * MEGABYTE;

/**
 * What can be taken: formats whose content can be told from their first bytes, cleaned of who made them and read for
 * personal data. Archives are not among them, because nobody can see what is in them before they open it.
 */
export const UPLOAD_FORMATS = {
  JPEG: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], kind: 'PICTURE' },
  PNG: { mediaType: 'image/png', extensions: ['png'], kind: 'PICTURE' },
  WEBP: { mediaType: 'image/webp', extensions: ['webp'], kind: 'PICTURE' },
  PDF: { mediaType: 'application/pdf', extensions: ['pdf'], kind: 'FILE' },
  DOCX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    kind: 'FILE',
  },
  XLSX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    kind: 'FILE',
  },
  PPTX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
    kind: 'FILE',
  },
  ODT: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], kind: 'FILE' },
  ODS: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], kind: 'FILE' },
  ODP: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'], kind: 'FILE' },
  CSV: { mediaType: 'text/csv', extensions: ['csv'], kind: 'FILE' },
  JSON: { mediaType: 'application/json', extensions: ['json', 'jsonld', 'geojson'], kind: 'FILE' },
  YAML: { mediaType: 'application/yaml', extensions: ['yml', 'yaml'], kind: 'FILE' },
  TEXT: { mediaType: 'text/plain', extensions: ['txt', 'md'], kind: 'FILE' },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[]; kind: UploadKind }>;
export type UploadFormat = keyof typeof UPLOAD_FORMATS;

const FORMATS = Object.keys(UPLOAD_FORMATS) as readonly UploadFormat[];
const FORMAT_OF = new Map<string, UploadFormat>(
  FORMATS.flatMap((format) => UPLOAD_FORMATS[format].extensions.map((extension) => [extension, format] as const)),
);

/** Formats that are text and nothing else: their first bytes cannot tell them apart, so their name does. */
export const PLAIN_FORMATS: ReadonlySet<UploadFormat> = new Set(['CSV', 'JSON', 'YAML', 'TEXT']);

/** The format a file name claims; null for a name that claims none we take. */
export function formatOfName(name: string): UploadFormat | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return (extension !== undefined && FORMAT_OF.get(extension)) || null;
}

/** The endings a kind may have, for a form and for a refusal. */
export function extensionsOf(kind: UploadKind): readonly string[] {
  const formats = FORMATS.filter((format) => kind === 'FILE' || UPLOAD_FORMATS[format].kind === 'PICTURE');
  return formats.flatMap((format) => UPLOAD_FORMATS[format].extensions.map((extension) => `.${extension}`));
}
