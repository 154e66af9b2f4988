import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { NotReady, root, say } from '../../../apps/server/bin/ready.mjs'

const ofTheSystem = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map((name) => `/usr/bin/${name}`)

const runs = (path, env) => spawnSync(path, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0

/** Chromium from the packages, unpacked once into a folder that is ours: in /tmp anybody could have put another there. */
const unpack = (node) => {
  const place = join(root, 'node_modules/.sheber-chromium')
  if (existsSync(place)) return place
  say('Unpacking a browser for the tests …')
  const half = `${place}.half`
  rmSync(half, { recursive: true, force: true })
  const script = `
    import { mkdirSync } from 'node:fs'
    import { inflate } from './node_modules/@sparticuz/chromium/build/index.js'
    mkdirSync(process.env.TMPDIR)
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate('./node_modules/@sparticuz/chromium/bin/' + part)`
  const done = spawnSync(node, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: half },
    encoding: 'utf8',
  })
  if (done.status !== 0)
    throw new NotReady(
      `No browser for the tests: install chromium (apt-get install chromium), or set CHROMIUM to one. ${done.stderr ?? ''}`.trim(),
    )
  renameSync(half, place)
  return place
}

/**
 * What Playwright needs in its environment: CHROMIUM is the program, LD_LIBRARY_PATH the libraries that a bare machine lacks.
 * @throws {NotReady}
 */
export const findBrowser = (node) => {
  const given = process.env.CHROMIUM
  if (given) {
    if (runs(given, {})) return { CHROMIUM: given }
    throw new NotReady(`CHROMIUM is “${given}”, which does not run: give the path of a Chromium, or leave it out.`)
  }
  const found = ofTheSystem.find((path) => existsSync(path) && runs(path, {}))
  if (found) return { CHROMIUM: found }
  const place = unpack(node)
  const own = { CHROMIUM: join(place, 'chromium'), FONTCONFIG_PATH: join(place, 'fonts') }
  if (runs(own.CHROMIUM, own)) return own
  const withLibraries = { ...own, LD_LIBRARY_PATH: [join(place, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
  if (runs(own.CHROMIUM, withLibraries)) return withLibraries
  throw new NotReady(
    'The browser of the packages does not run on this machine: install chromium (apt-get install chromium), or set CHROMIUM to one.',
  )
}
