/**
 * Faults of a file that describes software (publiccode.yml). Apart from the others, because sentences that begin with
 * whatever a key is called would be found in what people wrote.
 */
export const FILES: Readonly<Record<string, string>> = {
  'The file must be a list of keys and values.': 'Fail mesti berupa senarai kunci dan nilai.',
  'The section IT is there twice, once in lower case.': 'Bahagian IT ada dua kali, sekali dengan huruf kecil.',
  '{0}: sections for countries are deprecated since 0.7. Use supports and organisation.':
    '{0}: bahagian untuk negara tidak lagi digunakan sejak 0.7. Gunakan supports dan organisation.',
  'it: the name of a country section is in capitals.': 'it: nama bahagian negara ditulis dengan huruf besar.',
  '{0} must be a file of type {1}.': '{0} mesti fail jenis {1}.',
  '{0} should be in capitals: {1}.': '{0} patut ditulis dengan huruf besar: {1}.',
  '{0} must be a country code of ISO 3166-1, such as IT.': '{0} mesti kod negara ISO 3166-1, seperti IT.',
  '{0} names an alias that is not one of {1}.': '{0} menamakan alias yang bukan salah satu daripada {1}.',
  '{0} must hold a section for at least one language.':
    '{0} mesti mengandungi bahagian untuk sekurang-kurangnya satu bahasa.',
  '{0} is missing.': '{0} tiada.',
  '{0} must have at least one.': '{0} mesti mempunyai sekurang-kurangnya satu.',
  '{0} must have at least {#}.': '{0} mesti mempunyai sekurang-kurangnya {#}.',
  '{0} must have at most {#} characters.': '{0} mesti mempunyai paling banyak {#} aksara.',
  '{0} has {#} characters and must have at least {#}.':
    '{0} mempunyai {#} aksara dan mesti mempunyai sekurang-kurangnya {#}.',
  '{0} must be text.': '{0} mesti teks.',
  '{0} must be text: {1}.': '{0} mesti teks: {1}.',
  '{0} must be {1}.': '{0} mesti {1}.',
  '{0} must be {1}, not "{2}".': '{0} mesti {1}, bukan "{2}".',
  'one of {0}': 'salah satu daripada {0}',
  'a value of the list in the specification': 'satu nilai daripada senarai dalam spesifikasi',
  '{0} must be true or false, without quotes.': '{0} mesti true atau false, tanpa tanda petik.',
  '{0} must be a list.': '{0} mesti senarai.',
  '{0} must be a section with keys of its own.': '{0} mesti bahagian yang mempunyai kunci sendiri.',
  '{0} is not a key of publiccode.yml.': '{0} bukan kunci publiccode.yml.',
  '{0} is not a key of publiccode.yml. Did you mean {1}?': '{0} bukan kunci publiccode.yml. Adakah anda maksudkan {1}?',
  '{0} is deprecated. {1}': '{0} tidak lagi digunakan. {1}',
  'Leave it out.': 'Buang sahaja.',
  'Use {0}.': 'Gunakan {0}.',
  valid: 'sah',
  'The file nests too deeply to be read.': 'Fail bersarang terlalu dalam untuk dibaca.',
  'The file is longer than {#} bytes.': 'Fail lebih panjang daripada {#} bait.',
  'The text is not valid Unicode.': 'Teks bukan Unicode yang sah.',
  'The file is empty.': 'Fail kosong.',
  'The file contains characters that are not text.': 'Fail mengandungi aksara yang bukan teks.',
  'The file is not UTF-8. Save it with that encoding.': 'Fail bukan UTF-8. Simpan dengan pengekodan itu.',
  'The file holds several YAML documents; it must be one.':
    'Fail mengandungi beberapa dokumen YAML; mesti satu sahaja.',
  'The file has too many parts to be metadata.': 'Fail mempunyai terlalu banyak bahagian untuk menjadi metadata.',
  'The file starts with a YAML directive that is not read.': 'Fail bermula dengan arahan YAML yang tidak dibaca.',
  'The file nests more than {#} levels deep.': 'Fail bersarang lebih daripada {#} tahap.',
  'Its aliases expand to too many values.': 'Aliasnya berkembang menjadi terlalu banyak nilai.',
  'An alias contains itself.': 'Satu alias mengandungi dirinya sendiri.',
  'The tag {0} is not read: publiccode.yml has plain values only.':
    'Tag {0} tidak dibaca: publiccode.yml hanya mempunyai nilai biasa.',
  // What the YAML library says is English; the line that is meant stands beside it.
  'This is not YAML: {0}': 'Baris ini bukan YAML.',
  'The file could not be read.': 'Fail tidak dapat dibaca.',
  'an address that starts with https:// or http://': 'alamat yang bermula dengan https:// atau http://',
  'the address of a repository': 'alamat repositori',
  'a URI, such as https://example.org or urn:example:name': 'URI, seperti https://example.org atau urn:example:name',
  'a date written as YYYY-MM-DD': 'tarikh yang ditulis sebagai YYYY-MM-DD',
  'a BCP 47 language tag, such as en or pt-BR': 'tag bahasa BCP 47, seperti en atau pt-BR',
  'a media type, such as text/plain': 'jenis media, seperti text/plain',
  'an email address': 'alamat e-mel',
  'a path inside the repository or an address of the web': 'laluan dalam repositori atau alamat web',
  'a version from 0.1 to 0.7, or 0 for the newest of them':
    'versi daripada 0.1 hingga 0.7, atau 0 untuk yang terbaharu',
  'an SPDX licence expression': 'ungkapan lesen SPDX',
};
