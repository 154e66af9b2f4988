import { addThings, openBoard, remove, style } from '@sheber/document/board'
import { started } from '@sheber/document/run'
import type { NewThing, Thing, ThingOf } from '@sheber/document/thing'
import { choicesOf, vote } from '@sheber/document/vote'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createEditor, press } from '../core/board.fixture.ts'
import { plainLook } from '../core/canvas.fixture.ts'
import { commands } from '../core/commands.ts'
import type { Item, Live } from '../core/kind.ts'
import { kindOf, watchKinds } from '../core/kinds.ts'
import { opens } from '../core/opens.ts'
import { paintItem, penOf } from '../core/paint.ts'
import type { Surface } from '../core/surface.ts'
import { allTools } from '../core/tool/all.ts'
import { isAddress, linkOf } from '../paper/address.ts'
import { Dots, givenBy, openRound, shownRound, toggleAnswer, toggleDot } from './dots.ts'
import { fetchVote } from './fetch.ts'
import { wordsAt } from './kinds/poll.ts'
import { digitsOf } from './kinds/timer.ts'
import { wayOf } from './open.ts'
import { pressOn } from './press.ts'
import { pollResult, roundResult } from './result.ts'
import { watchTimers } from './tick.ts'
import { outcomeOf } from './told.ts'

const trace = { by: 'aigerim', at: 1 }
const team = new Set(['aigerim', 'daulet', 'madina'])
const now = 1_700_000_000_000

const answers = [
  { id: 'a0.a', words: 'Үш' },
  { id: 'a1.b', words: 'Бес' },
]
const poll = (more: Partial<Extract<NewThing, { kind: 'poll' }>> = {}): NewThing => ({
  kind: 'poll',
  id: 'poll',
  g: [0, 0, 340, 10],
  text: 'Неше қалақ?',
  answers,
  ...trace,
  ...more,
})
const round = (more: Partial<Extract<NewThing, { kind: 'round' }>> = {}): NewThing => ({
  kind: 'round',
  id: 'round',
  g: [500, 0, 340, 10],
  text: 'Қай идея?',
  dots: 2,
  ...trace,
  ...more,
})
const note = (id: string, x: number): NewThing => ({ kind: 'note', id, g: [x, 500, 100, 100], text: id, ...trace })

/** The kinds are fetched, as on a board that first has one. */
beforeAll(async () => {
  fetchVote()
  const come = new Promise<void>((resolve) => watchKinds(resolve))
  kindOf({ kind: 'poll' } as Thing)
  await come
})

const desk = (...things: NewThing[]) => {
  const board = openBoard(new Y.Doc())
  addThings(board, things)
  const editor = createEditor(board)
  editor.scene.voters = team
  return editor
}

const thingOf = <K extends Thing['kind']>(editor: ReturnType<typeof desk>, id: string, kind: K) => {
  const thing = editor.scene.get(id)?.thing
  if (thing?.kind !== kind) throw new Error(`no ${kind}`)
  return thing as Extract<Thing, { kind: K }>
}

const spoken = () => {
  const words: string[] = []
  const paths: string[] = []
  const colours: string[] = []
  const surface: Surface = {
    rect: (_x, _y, _w, _h, colour) => void colours.push(colour),
    box: (_x, _y, _w, _h, { colour }) => void colours.push(colour),
    fill: ({ d }, colour) => void (paths.push(d), colours.push(colour)),
    stroke: ({ d }, { colour }) => void (paths.push(d), colours.push(colour)),
    text: (said, _x, _y, { colour }) => void (words.push(said), colours.push(colour)),
    picture: () => undefined,
    at: (_x, _y, within) => within(),
    veil: () => undefined,
  }
  return { surface, words, paths, colours }
}
const painted = (editor: ReturnType<typeof desk>, id: string, live: Live | null = null, zoom = 1) => {
  const said = spoken()
  const item = editor.scene.get(id)
  const pen = penOf(editor.scene, said.surface, zoom, { look: plainLook, nameOf: () => '', editing: null, live })
  if (item) paintItem(item, pen)
  return said
}
const live = (me: string, at = now): Live => ({ me, now: () => at })

describe('a poll on the board', () => {
  it('shows its answers with their counts, on the screen and on paper', () => {
    const editor = desk(poll())
    vote(editor.board, 'poll', 'aigerim', ['a1.b'])
    vote(editor.board, 'poll', 'daulet', ['a1.b'])
    vote(editor.board, 'poll', 'stranger', ['a0.a'])
    const { words } = painted(editor, 'poll')
    for (const said of ['Неше қалақ?', 'Үш', 'Бес', '0', '2']) expect(words).toContain(said)
    expect(pollResult(thingOf(editor, 'poll', 'poll'), editor.scene).map(({ voters }) => voters.length)).toEqual([0, 2])
  })

  it('keeps to itself how the votes fall while it is secret and goes on', () => {
    const editor = desk(poll({ secret: true }))
    vote(editor.board, 'poll', 'aigerim', ['a1.b'])
    // How many have voted is no secret.
    expect(painted(editor, 'poll').words.filter((said) => said === '1')).toHaveLength(1)
    const closed = desk(poll({ secret: true, closed: true }))
    vote(closed.board, 'poll', 'aigerim', ['a1.b'])
    expect(painted(closed, 'poll').words.filter((said) => said === '1')).toHaveLength(2)
  })

  it('is pressed alike from its sheet, its panel and the list, and no more once it is closed', () => {
    const editor = desk(poll())
    expect(pressOn(editor, 'aigerim', 'poll', 'a1.b')).toBe(true)
    expect(choicesOf(editor.scene.vote, 'poll', 'aigerim')).toEqual(['a1.b'])
    style(editor.board, ['poll'], { closed: true })
    expect(pressOn(editor, 'aigerim', 'poll', 'a0.a')).toBe(false)
    expect(choicesOf(editor.scene.vote, 'poll', 'aigerim')).toEqual(['a1.b'])
  })

  it('says where the words of its question and of each answer stand, written or not yet', () => {
    const editor = desk(poll())
    const item = editor.scene.get('poll') as Item<ThingOf<'poll'>>
    const at = (part: string) => wordsAt(item, part, editor.scene.measure)
    const [question, first, second, fresh] = ['', 'a0.a', 'a1.b', 'a2.c'].map(at)
    for (const box of [question, first, second, fresh]) {
      expect(box?.x).toBeGreaterThan(item.x)
      expect((box?.x ?? 0) + (box?.w ?? 0)).toBeLessThan(item.x + item.w)
    }
    const tops = [question, first, second, fresh].map((box) => box?.y ?? 0)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect(new Set(tops).size).toBe(4)
    expect([question?.bold, first?.bold]).toEqual([true, false])
  })

  it('takes a tap on an answer, once the finger is up, and a drag as a drag', () => {
    const editor = desk(poll())
    const { select } = allTools(editor, () => () => undefined)
    const pressed: unknown[] = []
    editor.answer('button', (what) => pressed.push(what))
    const row = { x: 100, y: 90 }
    select.down(press(editor, row.x, row.y))
    select.up(press(editor, row.x, row.y))
    expect(pressed).toEqual([{ id: 'poll', button: 'a0.a' }])
    select.down(press(editor, row.x, row.y))
    select.move(press(editor, row.x + 60, row.y))
    select.up(press(editor, row.x + 60, row.y))
    expect(pressed).toHaveLength(1)
    expect(thingOf(editor, 'poll', 'poll').g[0]).toBe(60)
  })

  it('lets one change their mind, take the vote back, and undo only that', () => {
    const editor = desk(poll())
    const { vote: votes } = editor.board
    const mine = () => choicesOf(votes, 'poll', 'aigerim')
    const press_ = (answer: string) => toggleAnswer(editor, thingOf(editor, 'poll', 'poll'), 'aigerim', answer)
    press_('a0.a')
    press_('a1.b')
    expect(mine()).toEqual(['a1.b'])
    commands.undo(editor)
    expect(mine()).toEqual(['a0.a'])
    press_('a0.a')
    expect(mine()).toEqual([])
    press_('nobody')
    expect(mine()).toEqual([])
  })

  it('takes no vote when it is closed, and several where several may be chosen', () => {
    const closed = desk(poll({ closed: true }))
    toggleAnswer(closed, thingOf(closed, 'poll', 'poll'), 'aigerim', 'a0.a')
    expect(choicesOf(closed.board.vote, 'poll', 'aigerim')).toEqual([])
    const many = desk(poll({ several: true }))
    for (const { id } of answers) toggleAnswer(many, thingOf(many, 'poll', 'poll'), 'aigerim', id)
    expect(choicesOf(many.board.vote, 'poll', 'aigerim')).toEqual(['a0.a', 'a1.b'])
  })
})

describe('a round of dots', () => {
  it('gives each person so many, one for a thing, and takes them back', () => {
    const editor = desk(note('n1', 0), note('n2', 150), note('n3', 300), round())
    const open = openRound(editor) as ThingOf<'round'>
    expect(toggleDot(editor, open, 'aigerim', 'n1')).toEqual({ is: 'given', left: 1 })
    expect(toggleDot(editor, open, 'aigerim', 'n2')).toEqual({ is: 'given', left: 0 })
    expect(toggleDot(editor, open, 'aigerim', 'n3')).toEqual({ is: 'none' })
    expect(toggleDot(editor, open, 'aigerim', 'n1')).toEqual({ is: 'taken', left: 1 })
    expect(toggleDot(editor, open, 'aigerim', 'round')).toEqual({ is: 'not' })
    expect(givenBy(editor, open, 'aigerim')).toEqual(['n2'])
  })

  it('gives the dot back whose thing was deleted', () => {
    const editor = desk(note('n1', 0), note('n2', 150), round({ dots: 1 }))
    const open = openRound(editor) as ThingOf<'round'>
    toggleDot(editor, open, 'aigerim', 'n1')
    remove(editor.board, ['n1'], 'daulet', 2)
    expect(toggleDot(editor, open, 'aigerim', 'n2')).toEqual({ is: 'given', left: 0 })
  })

  it('is over what was selected alone', () => {
    const editor = desk(note('n1', 0), note('n2', 150), round({ over: ['n1'] }))
    const open = openRound(editor) as ThingOf<'round'>
    expect(toggleDot(editor, open, 'aigerim', 'n2')).toEqual({ is: 'not' })
    expect(toggleDot(editor, open, 'aigerim', 'n1')).toEqual({ is: 'given', left: 1 })
  })

  it('shows what it came to when it is closed: the most first, on its sheet, on the things, in the list', () => {
    const things = [note('n1', 0), note('n2', 150)]
    const editor = desk(...things, round(), round({ id: 'old', closed: true, g: [500, 400, 340, 10], at: 0 }))
    const dots = new Dots(editor, 'madina')
    editor.scene.mark = dots.mark
    for (const [person, chosen] of [
      ['aigerim', ['n2']],
      ['daulet', ['n2', 'n1']],
      ['stranger', ['n1']],
    ] as const)
      vote(editor.board, 'round', person, chosen)
    dots.look()
    expect(painted(editor, 'n2', live('madina')).words).not.toContain('2')
    const w = { blank: 'бос', vote: { open: 'жүріп жатыр', closed: 'аяқталды' } }
    expect(outcomeOf(thingOf(editor, 'round', 'round'), editor.scene, w)).toBe('жүріп жатыр')

    style(editor.board, ['round'], { closed: true })
    dots.look()
    expect(roundResult(thingOf(editor, 'round', 'round'), editor.scene).map(({ words, voters }) => [words, voters.length])).toEqual([
      ['n2', 2],
      ['n1', 1],
    ])
    expect(painted(editor, 'n2').words).toContain('2')
    expect(painted(editor, 'round').words).toEqual(expect.arrayContaining(['Қай идея?', 'n2', '2', 'n1', '1']))
    expect(outcomeOf(thingOf(editor, 'round', 'round'), editor.scene, w)).toBe('аяқталды: n2 2 · n1 1')
    // An old one is read again by selecting its sheet.
    editor.select(['old'])
    expect(shownRound(editor)?.id).toBe('old')
    dots.look()
    expect(painted(editor, 'n2').words).not.toContain('2')
  })

  it('has painted anew what got a dot, and nothing else', () => {
    const editor = desk(note('n1', 0), note('n2', 150), round({ live: true }))
    const dots = new Dots(editor, 'madina')
    dots.look()
    vote(editor.board, 'round', 'aigerim', ['n2'])
    void editor.scene
    const soiled: number[] = []
    editor.scene.watch(({ x }) => soiled.push(x))
    dots.look()
    expect(soiled).toEqual([editor.scene.get('n2')?.bounds.x])
  })
})

describe('a timer on the board', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells the time', () => {
    expect([300, 59.2, 0.4, 0, 3600, 5025].map(digitsOf)).toEqual(['5:00', '1:00', '0:01', '0:00', '1:00:00', '1:23:45'])
  })

  it('counts down on the screen, and says on paper how long it is', () => {
    vi.useRealTimers()
    const run = started({ span: 300, run: null }, now)
    const editor = desk({ kind: 'timer', id: 't', g: [0, 0, 240, 150], span: 300, run, ...trace })
    expect(painted(editor, 't', live('aigerim', now + 61_000)).words).toEqual(['3:59'])
    expect(painted(editor, 't', live('aigerim', now + 400_000)).words).toEqual(['0:00'])
    expect(painted(editor, 't').words).toEqual(['5:00'])
    const item = editor.scene.get('t')
    expect(item && [editor.scene.buttonAt(item, { x: 92, y: 118 }), editor.scene.buttonAt(item, { x: 148, y: 118 })]).toEqual([
      'start',
      'reset',
    ])
    expect(item && editor.scene.buttonAt(item, { x: 10, y: 10 })).toBeNull()
  })

  it('has its own rectangle painted each second while it runs, and says once that it is over', () => {
    vi.useRealTimers()
    const run = started({ span: 3, run: null }, now)
    const editor = desk(
      { kind: 'timer', id: 't', g: [0, 0, 240, 150], span: 3, run, ...trace },
      { kind: 'timer', id: 'before', g: [0, 300, 240, 150], span: 3, run: { left: 3, at: now - 9_000 }, ...trace },
      note('n1', 0),
    )
    vi.useFakeTimers()
    let passed = 0
    const clock = setInterval(() => (passed += 10), 10)
    const [soiled, over]: [number[], string[]] = [[], []]
    editor.scene.watch(({ y }) => soiled.push(y))
    const stop = watchTimers(editor, {
      now: () => now + passed,
      ask: () => Promise.resolve(false),
      ticked: () => undefined,
      over: (id) => over.push(id),
    })
    vi.advanceTimersByTime(2_500)
    expect(soiled).toHaveLength(3)
    vi.advanceTimersByTime(5_000)
    expect(over).toEqual(['t'])
    expect(new Set(soiled)).toEqual(new Set([editor.scene.get('t')?.bounds.y]))
    expect(soiled).toHaveLength(4)
    stop()
    clearInterval(clock)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('a timer that seems to be over by a clock that goes wrong runs once the shared one has been asked', async () => {
  const run = started({ span: 300, run: null }, now)
  const editor = desk({ kind: 'timer', id: 't', g: [0, 0, 240, 150], span: 300, run, ...trace })
  let wrong = 3_600_000
  const soiled = vi.fn()
  const over = vi.fn()
  editor.scene.watch(soiled)
  const ask = () => {
    const told = wrong > 0
    wrong = 0
    return Promise.resolve(told)
  }
  const stop = watchTimers(editor, { now: () => now + wrong + 1_000, ask, ticked: () => undefined, over })
  expect(soiled).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(soiled).toHaveBeenCalled())
  expect(over).not.toHaveBeenCalled()
  stop()
})

describe('the clock that all share', () => {
  const answer = (date: string) => (() => Promise.resolve(new Response(null, { headers: { date } }))) as typeof fetch

  it('is the server’s, however wrong the own one goes, and is not asked all the time', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const { askClock, sharedNow } = await import('./clock.ts')
    const there = Date.parse('2031-05-01T08:00:00.500Z')
    expect(await askClock(answer('Thu, 01 May 2031 08:00:00 GMT'))).toBe(true)
    expect(sharedNow()).toBe(there)
    vi.advanceTimersByTime(5_000)
    expect(await askClock(answer('Thu, 01 May 2042 08:00:00 GMT'))).toBe(false)
    expect(sharedNow()).toBe(there + 5_000)
    // It slept: the wall's clock ran ahead of the one that counts.
    vi.setSystemTime(Date.now() + 3_600_000)
    expect(await askClock(answer('Thu, 01 May 2031 09:00:05 GMT'))).toBe(true)
    expect(sharedNow()).toBe(there + 3_605_000)
    vi.setSystemTime(Date.now() + 7_200_000)
    expect(await askClock(() => Promise.reject(new Error('no network')))).toBe(false)
    expect(sharedNow()).toBe(there + 3_605_000)
    vi.useRealTimers()
  })
})

describe('what leads elsewhere', () => {
  const thing = (fields: object) => ({ id: 'x', ref: '', url: '', ...fields }) as unknown as Thing

  it('opens pages of the web alone, files as what is saved, boards and projects by their address', () => {
    expect(wayOf(thing({ kind: 'link', url: 'https://example.org/жел' }))).toEqual({
      href: 'https://example.org/%D0%B6%D0%B5%D0%BB',
      outside: true,
      saves: false,
    })
    expect(wayOf(thing({ kind: 'card', of: 'file', ref: 'f1' }))).toEqual({ href: '/files/f1', outside: false, saves: true })
    expect(wayOf(thing({ kind: 'card', of: 'board', ref: '../x?y' }))?.href).toBe('/board/..%2Fx%3Fy')
    expect(wayOf(thing({ kind: 'card', of: 'record', ref: 'p1/r1' }))?.href).toBe('/portfolio/p1#record-r1')
    expect(wayOf(thing({ kind: 'card', of: 'record', ref: 'r1' }))).toBeNull()
    const nowhere = ['javascript:alert(1)', 'data:text/html,x', 'https://', 'file:///etc/passwd', ' https:', '']
    for (const url of nowhere) expect(opens(thing({ kind: 'link', url })), url).toBe(false)
    expect(wayOf(thing({ kind: 'card', of: 'page', ref: 'n1' }))?.href).toBe('/notebook/n1')
    expect(wayOf(thing({ kind: 'card', of: 'task', ref: 't1' }))).toEqual({ href: '/task/t1', outside: false, saves: false })
    expect(opens(thing({ kind: 'card', of: 'record', ref: 'r' }))).toBe(false)
    expect(opens(thing({ kind: 'card', of: 'file' }))).toBe(false)
  })

  it('is asked for by Enter, twice a tap and the command, also by whoever only looks', () => {
    const link: NewThing = { kind: 'link', id: 'l', g: [0, 0, 320, 96], url: 'https://example.org/', text: 'example.org', ...trace }
    const editor = desk(link)
    const opened: string[] = []
    editor.answer('open', ({ id }) => opened.push(id))
    editor.select(['l'])
    commands.enter(editor)
    commands.open(editor)
    editor.may = 'read'
    editor.edit('l')
    expect(opened).toEqual(['l', 'l', 'l'])
    expect(editor.editing).toBeNull()
  })

  it('is a link when it is an address, and says whose page it is', () => {
    expect(isAddress('https://example.org/a b')).toBe(false)
    expect(isAddress(`https://example.org/${'a'.repeat(2000)}`)).toBe(false)
    expect(linkOf('https://www.example.kz/%D0%B6%D0%B5%D0%BB/', { id: 'l', ...trace })).toMatchObject({ text: 'example.kz/жел' })
    expect(linkOf('https://example.kz/%E0%A4%A', { id: 'l', ...trace })).toMatchObject({ text: 'example.kz/%E0%A4%A' })
  })
})
