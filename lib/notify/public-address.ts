import ipaddr from 'ipaddr.js';

/** IPv6 that the internet routes at all; ranges within it that lead elsewhere are known to ipaddr.js. */
const globalUnicast = ipaddr.IPv6.parse('2000::');
/** A public address at which a cloud answers its machines about themselves. */
const insideTheCloud = ['168.63.129.16'];
const nat64 = ipaddr.IPv6.parse('64:ff9b::');

/** Whether an IP address leads to the internet: not to this machine, a private network, a cloud's inside or many at once. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast' && !insideTheCloud.includes(ip.toString());
  if (ip.match(nat64, 96)) return isPublic(ip.toByteArray().slice(12).join('.'));
  return ip.range() === 'unicast' && ip.match(globalUnicast, 3);
}

/** Whether an administrator allowed an address, by the name it was looked up as or by its number. */
export function isAllowed(name: string, address: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => namesIt(entry, name) || holdsIt(entry, address));
}

function namesIt(entry: string, name: string): boolean {
  const host = name.toLowerCase().replace(/\.$/, '');
  return entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry;
}

function holdsIt(entry: string, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === ip.toString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const [range, bits] = ipaddr.parseCIDR(entry);
  return range.kind() === ip.kind() && ip.match(range, bits);
}
