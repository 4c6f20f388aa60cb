/** Days, numbers and short words that stand beside a requirement: what is there now, what would be needed. */
export const FIGURES: Readonly<Record<string, string>> = {
  '{#} to {#} days': '{#} hingga {#} hari',
  'from {#} to {#}': 'dari {#} hingga {#}',
  'from {day} to {day}': 'dari {day} hingga {day}',
  '{day} or later': '{day} atau selepasnya',
  '{day} or earlier': '{day} atau sebelumnya',
  '{day} or before': '{day} atau sebelumnya',
  'after {day}': 'selepas {day}',
  'due on {day}': 'perlu selesai pada {day}',
  'a day like {day}': 'hari seperti {day}',
  'no seat': 'tiada tempat',
  approver: 'pelulus',
  'shared back, or let off by all funders': 'dikongsi semula, atau dilepaskan oleh semua pembiaya',
  'a licence like MIT or CC-BY-4.0': 'lesen seperti MIT atau CC-BY-4.0',
  'an open licence, such as MIT for software or CC-BY-4.0 for text and data':
    'lesen terbuka, seperti MIT untuk perisian atau CC-BY-4.0 untuk teks dan data',
};
