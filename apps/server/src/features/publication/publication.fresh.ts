import type { FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'

/** What a page was made from, in a header and in its head: an open page asks whether it still is. */
export const pageMark = (...from: readonly unknown[]): string =>
  createHash('sha256').update(from.join(' ')).digest('base64url').slice(0, 16)

/** A script of the public pages, the same for everybody. */
export const sendScript = (reply: FastifyReply, script: string) =>
  reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(script)

/** The one address of the script for pages of exhibitions and portfolios: whoever goes from one to another has it already. */
export const freshPath = '/e/fresh.js'

/**
 * An open page lets go of what was taken back: every twenty seconds, and whenever somebody comes back to it, it asks by its mark whether
 * it still is what is shown there, which with the server's half minute is less than a minute. Then whatever is another is exchanged piece by
 * piece: a film that is playing, a model that is turned and words that are written stay as long as they are still shown. It comes
 * before all other scripts, so that it knows the pieces as the server sent them; the braces keep its names from theirs. What only a page
 * made anew can do (a script that this one lacks, a model to turn, a drawing to look around in) has it loaded again, once nothing is typed.
 */
export const freshScript = `{
  const page = document.documentElement
  const parts = (place) => [...place.children].filter((one) => one.localName !== 'script')
  const mainOf = (from) => from.querySelector('main')
  const came = new Map([...parts(document.body), ...parts(mainOf(document))].map((one) => [one, one.outerHTML]))
  const talks = document.querySelector('script[src="/e/visitor.js"]')
  const lives = (one) => one.localName === 'main' || (talks && one.id === 'visitors')
  const swap = (place, next) => {
    const before = parts(place).filter((one) => came.has(one))
    const fresh = parts(next)
    const kept = fresh.map((one) => {
      const at = before.findIndex((old) => (lives(one) ? lives(old) && old.id === one.id && old.localName === one.localName : came.get(old) === one.outerHTML))
      return at < 0 ? null : before.splice(at, 1)[0]
    })
    const active = document.activeElement
    const typed = new Map(before.flatMap((old) => [...old.querySelectorAll('[name]')]).map((field) => [field.name, field]))
    let after = null
    for (let at = fresh.length - 1; at >= 0; at--) {
      const one = kept[at] || document.importNode(fresh[at], true)
      if (!kept[at]) {
        came.set(one, one.outerHTML)
        place.insertBefore(one, after)
        for (const field of one.querySelectorAll('[name]')) {
          const old = typed.get(field.name)
          if (!old || old.localName !== field.localName) continue
          field.value = old.value
          field.checked = old.checked
          if (old === active) field.focus()
        }
      }
      after = one
    }
    for (const old of before) {
      came.delete(old)
      old.remove()
    }
  }
  const address = location.pathname + location.search
  const scriptsOf = (from) => [...from.querySelectorAll('script[src]')].map((one) => one.getAttribute('src'))
  const modelOf = (from) => parts(mainOf(from)).find((one) => one.matches('.model'))
  const outgrows = (next) => {
    const [here, model] = [scriptsOf(document), modelOf(next)]
    return (
      document.querySelector('.look, .steps') !== null ||
      scriptsOf(next).some((src) => !here.includes(src)) ||
      (model !== undefined && model.outerHTML !== came.get(modelOf(document)))
    )
  }
  const isTyped = () =>
    [...document.querySelectorAll('main textarea, main input')].some((one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked)
  let outgrown = false
  const ask = async () => {
    const asked = { cache: 'no-store', headers: { 'x-mark': page.dataset.mark } }
    const told = await fetch(address, { ...asked, method: 'HEAD' })
    if (told.status === 429 || told.status > 499) return
    if (!told.ok || (outgrown && !isTyped())) return location.reload()
    if (told.headers.get('x-mark') === page.dataset.mark) return
    const answer = await fetch(address, asked)
    if (answer.status === 429 || answer.status > 499) return
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const { mark } = next.documentElement.dataset
    if (!answer.ok || !mark) return location.reload()
    outgrown ||= outgrows(next)
    if (outgrown && !isTyped()) return location.reload()
    swap(mainOf(document), mainOf(next))
    swap(document.body, next.body)
    document.title = next.title
    for (const one of document.head.querySelectorAll('meta[property]')) one.remove()
    document.head.append(...next.head.querySelectorAll('meta[property]'))
    page.lang = next.documentElement.lang
    page.dataset.mark = mark
  }
  let busy = false
  const look = async () => {
    if (busy || document.hidden) return
    busy = true
    await ask().catch(() => {})
    busy = false
  }
  setInterval(look, 20000)
  document.addEventListener('visibilitychange', look)
  const [way] = performance.getEntriesByType('navigation')
  addEventListener('pageshow', ({ persisted }) => (persisted || (way && way.type === 'back_forward')) && look())
}
`
