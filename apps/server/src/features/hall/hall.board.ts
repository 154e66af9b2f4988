import type { FastifyInstance, FastifyReply } from 'fastify'
import { text } from '../export/export.html.ts'
import { answerPage, hiddenRobots } from '../publication/publication.answer.ts'
import { pageMark } from '../publication/publication.fresh.ts'
import type { MadePage } from '../publication/publication.kept.ts'
import { aroundScript } from './hall.around.ts'
import { forGood, type Drawn, type Step } from './hall.drawn.ts'
import { placeMark, standMark } from './hall.marks.ts'
import type { Hall, HallStand } from './hall.open.ts'
import type { Asked, Found } from './hall.public.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { hallPolicy, standStyle } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

/** Plays the steps one after the other. Whoever has no script sees them all, one beneath the other. */
const play = `const steps = document.querySelector('.steps')
const all = [...steps.querySelectorAll('figure')]
if (all.length > 1) {
  const button = document.createElement('button')
  button.type = 'button'
  let at = 0, timer = 0
  const show = () => all.forEach((one, n) => one.classList.toggle('now', n === at))
  const stop = () => { clearInterval(timer); timer = 0; steps.classList.remove('plays'); button.textContent = steps.dataset.play }
  const start = () => {
    all.forEach((one) => { one.firstElementChild.loading = 'eager' })
    at = 0
    steps.classList.add('plays')
    button.textContent = steps.dataset.stop
    show()
    timer = setInterval(() => { at = (at + 1) % all.length; show() }, 1200)
  }
  button.addEventListener('click', () => (timer ? stop() : start()))
  stop()
  steps.before(button)
}
`

/** A board is looked at rarely, and painted from the same version each time; withdrawal is asked before each. */
export const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"

interface Around {
  readonly lookOf: (request: Asked) => Look
  readonly find: (request: Asked, look: Look) => Promise<Found>
  readonly refusePage: (request: Asked, reply: FastifyReply, code: number, html: string) => Promise<FastifyReply>
  readonly pageOf: (look: Look, key: string, mark: string, make: () => string) => Promise<MadePage | null>
  readonly drawn: Drawn
}

/** The project's board in the hall: to look around in, and how it grew. */
export const hallBoard = (app: FastifyInstance, { lookOf, find, refusePage, pageOf, drawn }: Around) => {
  const hidden = { schema: { hide: true } }
  const pathOf = (hall: Hall, stand: HallStand) => `/e/${hall.id}/${stand.id}`
  /** Another address once another is painted: what a browser still has of the one before is not shown. */
  const drawingOf = (look: Look, hall: Hall, stand: HallStand, path: string) =>
    linkTo(look, pathOf(hall, stand) + path, { m: standMark(stand) })

  /** What was found out of a board holds for as long as the hall that it was asked of. */
  const held = new WeakMap<Hall, Map<string, Promise<unknown>>>()
  const once = <T>(hall: Hall, key: string, work: () => Promise<T>): Promise<T> => {
    const all = held.get(hall) ?? new Map<string, Promise<unknown>>()
    held.set(hall, all)
    const known = all.get(key) ?? work()
    all.set(key, known)
    known.catch(() => all.delete(key))
    return known as Promise<T>
  }
  const stepsOf = ({ hall, stand }: { hall: Hall; stand: HallStand }): Promise<readonly Step[]> =>
    once(hall, `${stand.id} steps`, () => drawn.steps(stand))

  const around = (
    look: Look,
    hall: Hall,
    stand: HallStand,
    { path, title, script }: { path: string; title: string; script?: 'around' | 'play' | false },
    inside: string,
  ) =>
    shell(
      {
        ...look,
        ...{
          path: pathOf(hall, stand) + path,
          title: `${title}: ${stand.shown.title}`,
          listed: hall.plan.listed,
          dress: standStyle,
          ...(script && { scripts: [script] }),
        },
        back: { path: pathOf(hall, stand), words: stand.shown.title },
      },
      `<header><h1>${title}</h1></header><main>${inside}</main>`,
    )

  app.get('/e/:exhibitionId/:stand/board', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const found = await find(request, look)
    if ('code' in found) return refusePage(request, reply, found.code, found.html)
    const { hall, stand } = found
    const w = hallWords[look.language]
    const isThere = (await stepsOf(found)).length > 0
    const address = drawingOf(look, hall, stand, '/board.svg')
    const mark = pageMark(placeMark(hall, stand), isThere)
    const page = await pageOf(look, `${stand.id} board`, mark, () =>
      around(
        { ...look, mark },
        hall,
        stand,
        { path: '/board', title: w.board, script: isThere && 'around' },
        isThere
          ? `<p>${w.boardWhy}</p><div class="look" tabindex="0" role="region" aria-label="${w.board}" data-larger="${w.larger}" data-smaller="${w.smaller}" data-whole="${w.allOfIt}"><img src="${address}" alt="${w.boardAlt}"></div><p class="more"><a href="${address}">${w.boardWhole}</a></p>`
          : `<p>${w.boardNone}</p>`,
      ),
    )
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed: hall.plan.listed, mark, keeps: false })
  })

  app.get('/e/:exhibitionId/:stand/steps', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const found = await find(request, look)
    if ('code' in found) return refusePage(request, reply, found.code, found.html)
    const { hall, stand } = found
    const w = hallWords[look.language]
    const steps = await stepsOf(found)
    const mark = pageMark(placeMark(hall, stand), JSON.stringify(steps))
    const page = await pageOf(look, `${stand.id} steps`, mark, () => {
      const frames = steps.map(({ day }, n) => {
        const said = w.step(day, n + 1, steps.length)
        return `<figure><img src="${drawingOf(look, hall, stand, `/steps/${n + 1}.svg`)}" alt="${text(said)}" loading="lazy" decoding="async"><figcaption>${text(said)}</figcaption></figure>`
      })
      return around(
        { ...look, mark },
        hall,
        stand,
        { path: '/steps', title: w.steps, script: steps.length > 1 && 'play' },
        steps.length > 0
          ? `<p>${w.stepsWhy}</p><div class="steps" data-play="${w.play}" data-stop="${w.stop}">${frames.join('\n')}</div>`
          : `<p>${w.boardNone}</p>`,
      )
    })
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed: hall.plan.listed, mark, keeps: false })
  })

  const sendDrawing = async (request: Asked, reply: FastifyReply, untilOf: (steps: readonly Step[]) => number | undefined) => {
    const look = lookOf(request)
    const found = await find(request, look)
    const nothing = (code: number) =>
      reply
        .code(code)
        .header('cache-control', 'no-store')
        .header('x-robots-tag', hiddenRobots)
        .type('text/plain; charset=utf-8')
        .send(`${code}\n`)
    if ('code' in found) return nothing(found.code)
    const { hall, stand } = found
    const until = untilOf(await stepsOf(found))
    if (until === undefined) return nothing(404)
    const { language } = look
    const svg = await once(hall, [stand.id, until, language].join(' '), () => drawn.svg({ request, stand, until, language }))
    if (svg === null) return nothing(404)
    return reply
      .header('content-security-policy', drawingPolicy)
      .header('x-robots-tag', hiddenRobots)
      .header('cache-control', 'public, max-age=30, must-revalidate')
      .type('image/svg+xml; charset=utf-8')
      .send(svg)
  }

  app.get('/e/:exhibitionId/:stand/board.svg', hidden, (request: Asked, reply) =>
    sendDrawing(request, reply, (steps) => (steps.length > 0 ? forGood : undefined)),
  )
  app.get('/e/:exhibitionId/:stand/steps/:step(^\\d{1,2}).svg', hidden, (request: Asked, reply) =>
    sendDrawing(request, reply, (steps) => steps[Number(request.params.step) - 1]?.until),
  )
  for (const [name, script] of [
    ['around', aroundScript],
    ['play', play],
  ] as const)
    app.get(`/e/${name}.js`, hidden, (_, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(script),
    )
}
