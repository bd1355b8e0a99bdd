/** Shorter parts of an address are common words. */
const shortestPart = 8;

/**
 * A receiver's words without the address that it was called at, which servers like to repeat: what is kept and shown of a failure may
 * tell no more of the address than `shown` does.
 */
export function withoutAddress(said: string, address: string, shown: string): string {
  return secretsOf(address)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replace(new RegExp(literal(secret), 'giu'), () => shown), said);
}

/** All that must not be repeated: the address as it is kept, and of a link what makes it secret. */
function secretsOf(address: string): string[] {
  const links = address.match(/https?:\/\/[^\s"]+/giu) ?? [];
  const parts = links.flatMap((link) => {
    const { pathname, searchParams, username, password } = new URL(link);
    return [link, ...pathname.split('/'), ...searchParams.values(), username, password];
  });
  const keys = address.match(/whsec_[\w+/=-]+/gu) ?? [];
  const plain = links.length > 0 ? [] : [address, address.replace(/^\+/, '')];
  return [...plain, ...keys, ...parts.filter((part) => part.length >= shortestPart)];
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
