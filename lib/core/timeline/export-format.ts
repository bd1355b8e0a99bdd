export const exportFormats = {
  md: { name: 'Markdown', type: 'text/markdown; charset=utf-8' },
  csv: { name: 'CSV', type: 'text/csv; charset=utf-8; header=present' },
  json: { name: 'JSON', type: 'application/json' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

export function isExportFormat(text: string): text is ExportFormat {
  return Object.hasOwn(exportFormats, text);
}
