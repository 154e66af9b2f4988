// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, nothing imported but Node's own.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const at = (...path) => join(root, ...path)

/** A start that cannot go on; the message is one sentence for the person at the terminal. */
export class NotReady extends Error {}

export const say = (line) => process.stderr.write(`${line}\n`)

const older = (version, ...than) => {
  const parts = version.replace(/^v/, '').split('.').map(Number)
  for (const [i, wanted] of than.entries()) if (parts[i] !== wanted) return parts[i] < wanted
  return false
}

/** The pinned Node first wherever a script asks for `node`. */
export const environment = () => ({
  ...process.env,
  PATH: `${at('node_modules/.bin')}:${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
})

/** Runs a program quietly; its words are shown when it fails, or as they come with VERBOSE=1. */
const run = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const loud = process.env.VERBOSE === '1'
    const child = spawn(program, args, {
      cwd: root,
      env: environment(),
      stdio: ['ignore', loud ? 2 : 'pipe', loud ? 2 : 'pipe'],
      ...options,
    })
    const words = []
    child.stdout?.on('data', (chunk) => words.push(chunk))
    child.stderr?.on('data', (chunk) => words.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const said = Buffer.concat(words).toString()
      if (code === 0) return resolve(said)
      if (said) say(said.trimEnd())
      reject(new Error(`${program} ended with ${code}`))
    })
  })

const timed = async (line, work) => {
  const since = Date.now()
  say(`${line} …`)
  await work()
  say(`  done in ${((Date.now() - since) / 1000).toFixed(0)} s`)
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex')
const readOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise)

/** Did somebody install these very packages by hand? npm leaves a list of what it put there. */
const isInstalled = (lock) => {
  const hidden = readOr(at('node_modules/.package-lock.json'), null)
  if (hidden === null) return false
  const there = JSON.parse(hidden).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || link || (there[path] ? there[path].version === version : optional === true),
  )
}

export const install = async () => {
  if (older(process.version, 20)) {
    throw new NotReady(
      `This is Node.js ${process.version}, which is too old even to install Sheber: install Node.js 20 or newer (24 is best) and start again.`,
    )
  }
  const lock = readFileSync(at('package-lock.json'), 'utf8')
  const stamp = at('node_modules/.sheber-lock')
  if (readOr(stamp, '') === sha256(lock)) return
  if (!isInstalled(lock)) {
    const npm = process.env.npm_execpath
    const [program, before] = npm ? [process.execPath, [npm]] : ['npm', []]
    await timed('Installing the packages, a minute or two the first time', () =>
      run(program, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
    ).catch((error) => {
      throw new NotReady(
        error.code === 'ENOENT'
          ? 'npm was not found: install it together with Node.js 20 or newer and start again.'
          : 'The packages could not be installed: look at the lines above, check the network and the free space, and start again.',
      )
    })
  }
  writeFileSync(stamp, sha256(lock))
}

/** The Node that runs Sheber: the pinned one, else this one where it is new enough to read TypeScript. */
export const findNode = async () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const pinned = at(`node_modules/node-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`)
  const runs =
    existsSync(pinned) &&
    (await run(pinned, ['--version'], { stdio: ['ignore', 'ignore', 'ignore'] }).then(
      () => true,
      () => false,
    ))
  if (runs) return pinned
  if (!older(process.version, 22, 18)) return process.execPath
  throw new NotReady(
    `Sheber needs Node.js 24, and the one it brings along does not run on this machine (${process.platform} ${process.arch}): install Node.js 24 and start again.`,
  )
}

const builtFrom = ['apps/web', 'packages/contract', 'packages/document', 'packages/domain', 'packages/sync']
const isBuiltFrom = (path) => !/(^|\/)(node_modules|build|\.svelte-kit|\.turbo|e2e|test|test-results)$|\.test\.ts$/.test(path)

const filesOf = (dir) =>
  readdirSync(at(dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`
    if (!isBuiltFrom(path)) return []
    return entry.isDirectory() ? filesOf(path) : [path]
  })

const sourcesOf = (dirs) => {
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')))
  for (const path of dirs.flatMap(filesOf).sort()) hash.update(`${path}\n`).update(readFileSync(at(path)))
  return hash.digest('hex')
}

/** Builds the pages, unless they are those of these very sources. */
export const build = async (node) => {
  const sources = sourcesOf(builtFrom)
  const stamp = at('apps/web/build/.sheber-sources')
  if (readOr(stamp, '') === sources) return
  await timed('Building the pages', () => run(node, [at('node_modules/turbo/bin/turbo'), 'run', 'build', '--filter=@sheber/web'])).catch(
    () => {
      throw new NotReady(
        'The pages could not be built: look at the lines above; if nothing was changed here, remove node_modules and start again.',
      )
    },
  )
  writeFileSync(stamp, sources)
}
