import { lookup as lookUpName, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { get } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What a server out there answered. The body is read only as far as somebody reads it. */
export interface Answer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: AsyncIterable<Uint8Array>
}

/** One request to the world, which follows nothing by itself. Tests hand in a world of their own. */
export type Outside = (url: URL, signal: AbortSignal) => Promise<Answer>

const ours = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  ours.addSubnet(net, bits, 'ipv4')
}
// Within the one block of IPv6 that is everybody's: examples, tunnels, and IPv4 in disguise.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  ours.addSubnet(net, bits, 'ipv6')
}
const everybodys = new BlockList()
everybodys.addSubnet('2000::', 3, 'ipv6')

/** An address of the open internet: not of this machine, of the school's own network or of a cloud's inside. */
export const isPublicAddress = (address: string): boolean => {
  const kind = isIP(address)
  if (kind === 4) return !ours.check(address, 'ipv4')
  return kind === 6 && everybodys.check(address, 'ipv6') && !ours.check(address, 'ipv6')
}

type AskNames = (
  name: string,
  options: LookupAllOptions,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** The very addresses that are connected to are judged, so a name cannot mean one thing when asked and another when used. */
export const publicLookup =
  (askNames: AskNames): LookupFunction =>
  (name, options, found) => {
    askNames(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, '')
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return found(Object.assign(new Error(`${name} is not of the open internet`), { code: 'EACCES' }), '')
      }
      if (options.all) found(null, addresses)
      else found(null, first.address, first.family)
    })
  }

const lookup = publicLookup(lookUpName)

const headers = {
  'user-agent': 'Mozilla/5.0 (compatible; Sheber link preview)',
  accept: 'text/html,application/xhtml+xml,image/*;q=0.8',
  // What is packed small can be large inside.
  'accept-encoding': 'identity',
}

export const outside: Outside = (url, signal) =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent: false, headers, lookup, signal }, (response) =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers as Record<string, string | undefined>,
        body: response,
      }),
    )
    request.once('error', reject)
  })
