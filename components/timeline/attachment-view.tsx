import { ExternalLink, FileText } from 'lucide-react';
import { isImage } from '@/lib/core/evidence/kind-of-file';
import { type Attachment } from '@/lib/core/facts/incident';

/** Evidence beside a note: an image to look at, a file to open, or a link that says where it leads. */
export function AttachmentView({ attachment }: { attachment: Attachment }) {
  const { name, type, size, fileId, href } = attachment;
  if (fileId === null) {
    if (href === null) return null;
    return (
      <a href={href} target="_blank" rel="nofollow noopener noreferrer ugc" className={link}>
        <ExternalLink className="size-4 shrink-0 text-muted" aria-hidden="true" />
        <span className="truncate">{name}</span>
        <span className="shrink-0 text-xs text-muted">{hostOf(href)}</span>
      </a>
    );
  }
  const address = `/evidence/${encodeURIComponent(fileId)}`;
  if (isImage(type)) {
    return (
      <a href={address} target="_blank" rel="noopener" className="mt-2 block w-fit max-w-full rounded-md">
        <img
          src={address}
          alt={name}
          loading="lazy"
          decoding="async"
          className="h-36 max-w-full min-w-24 rounded-md border bg-sunken object-contain"
        />
      </a>
    );
  }
  return (
    <a href={address} target="_blank" rel="noopener" className={link}>
      <FileText className="size-4 shrink-0 text-muted" aria-hidden="true" />
      <span className="truncate">{name}</span>
      {size !== null && <span className="tnum shrink-0 text-xs text-muted">{formatSize(size)}</span>}
    </a>
  );
}

const link =
  'mt-2 flex min-h-6 w-fit max-w-full items-center gap-2 rounded-sm underline decoration-edge underline-offset-2 hover:decoration-ink max-md:min-h-11';

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : '';
}

/** Bytes in words: `640 B`, `12 kB`, `3.4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
