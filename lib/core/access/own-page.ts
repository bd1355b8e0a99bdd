/**
 * Whether `origin`, by which a browser names the page that asks, is a page of ours: of the public address, or of the very
 * host that it asked.
 */
export function isOwnPage(origin: string, publicAddress: string, host: string | null | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicAddress).origin || new URL(origin).host === host;
}
