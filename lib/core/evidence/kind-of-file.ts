// What a file is, told by its content. Its name decides only among kinds of plain text, which are all shown as text.

/** The largest file taken, in bytes. */
export const mostEvidenceBytes = 10 * 1024 * 1024;

const evidenceTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/json',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

const signatures: [EvidenceType, (string | null)[]][] = [
  ['image/png', ['\x89PNG\r\n\x1a\n']],
  ['image/jpeg', ['\xff\xd8\xff']],
  ['image/gif', ['GIF87a']],
  ['image/gif', ['GIF89a']],
  ['image/webp', ['RIFF', null, 'WEBP']],
  ['application/pdf', ['%PDF-']],
];

/** The type of a file with these bytes, or null for one that is not taken. */
export function kindOfFile(bytes: Uint8Array, name: string): EvidenceType | null {
  if (bytes.length === 0) return null;
  for (const [type, parts] of signatures) if (begins(bytes, parts)) return type;
  return isText(bytes) ? kindOfText(name) : null;
}

export function isImage(type: string): boolean {
  return type.startsWith('image/') && (evidenceTypes as readonly string[]).includes(type);
}

/** Parts follow each other; null stands for four bytes of any value. */
function begins(bytes: Uint8Array, parts: (string | null)[]): boolean {
  let place = 0;
  for (const part of parts) {
    for (let index = 0; part !== null && index < part.length; index += 1) {
      if (bytes[place + index] !== part.charCodeAt(index)) return false;
    }
    place += part?.length ?? 4;
  }
  return true;
}

/** UTF-8 without control characters but white space and the escapes that colour terminal output. */
function isText(bytes: Uint8Array): boolean {
  const controls = bytes.some((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27);
  if (controls) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function kindOfText(name: string): EvidenceType {
  if (/\.csv$/i.test(name)) return 'text/csv';
  if (/\.json$/i.test(name)) return 'application/json';
  return 'text/plain';
}

/** A file's own name without folders, control characters or what a file system refuses; `evidence` when nothing is left. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .slice(0, 200);
  return clean || 'evidence';
}
