'use client';

import { useRouter } from 'next/navigation';
import { useKey, type KeyOptions } from './keys';

/** Binds a key that goes somewhere. Renders nothing. */
export function KeyLink({ keys, href, ...options }: { keys: string; href: string } & KeyOptions) {
  const router = useRouter();
  useKey(keys, () => router.push(href), options);
  return null;
}
