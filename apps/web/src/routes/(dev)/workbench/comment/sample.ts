import type { Comment, MayComment, Thread } from '@sheber/contract/comment'
import { Refused } from '#lib/api.ts'
import type { Post } from '#lib/comment/post.ts'

export const people = [
  { id: 'a1gerjm0000000000000', name: 'Айгерім С.' },
  { id: 'dau1et00000000000000', name: 'Дәулет Қ.' },
  { id: 'mad1na00000000000000', name: 'Мадина Ж.' },
  { id: 'dana0000000000000000', name: 'Дана Бекова' },
  { id: 'vanja000000000000000', name: 'Ваня П.' },
] as const
const [aigerim, daulet, madina, dana, vanja] = people

/** What lies on the bench instead of a board; `post` is taken away by hand. */
export const things = [
  { id: 'wind-vane-0', x: 120, y: 140, text: 'Жел қайдан соғады?' },
  { id: 'generator-0', x: 380, y: 220, text: 'Motor gives 3.2 V at 400 rpm' },
  { id: 'bearing-000', x: 160, y: 400, text: 'Подшипник' },
] as const

const said = (id: string, by: (typeof people)[number], minutesAgo: number, text: string, asked: Partial<Comment> = {}): Comment => ({
  id,
  kind: 'comment',
  text,
  by,
  at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  editedAt: null,
  removedAt: null,
  mentions: [],
  ...asked,
})

const pinned = (thingId: string | null, place: Thread['place'], comments: Comment[], resolved: Thread['resolved'] = null): Thread => ({
  id: comments[0]?.id ?? '',
  thingId,
  place,
  resolved,
  comments,
})

const sample = (): Thread[] => [
  pinned('wind-vane-0', { x: 120, y: 140 }, [
    said('t1', aigerim, 190, 'Анемометрді шатырға қоямыз ба?\n@Дәулет Қ., өлшеп көрші.', { mentions: [daulet] }),
    said('t1a', daulet, 60, 'Өлшедім: 4,2 м/с. Солтүстік жағы жақсырақ.', { editedAt: new Date(Date.now() - 50 * 60_000).toISOString() }),
    said('t1b', vanja, 20, '', { removedAt: new Date().toISOString() }),
  ]),
  pinned('wind-vane-0', { x: 120, y: 140 }, [
    said('t2', madina, 30, 'Алдымен үш жерде өлшеңдер, сосын шешеміз. @Айгерім С., кестені күнделікке жаз.', {
      kind: 'note',
      mentions: [aigerim],
    }),
  ]),
  pinned(null, { x: 620, y: 420 }, [said('t3', dana, 3, 'Где будет провод? Здесь пусто')]),
  pinned('generator-0', { x: 380, y: 220 }, [said('t4', vanja, 2900, 'Try 5 mm plywood')], {
    by: dana.name,
    at: new Date(Date.now() - 86_400_000).toISOString(),
  }),
  pinned('gone-thing-0', { x: 0, y: 0 }, [said('t5', daulet, 9000, 'Бұл сурет ескірген')]),
]

const offline = () => Promise.reject(new Refused(0, { code: 'offline', message: '', requestId: '' }))

/** Comments without a server; `?offline` cuts the line after the list has come. */
export const localPost = (me: (typeof people)[number], may: MayComment, asked: { offline: boolean; empty: boolean }): Post => {
  let threads = asked.empty ? [] : sample()
  const change = (id: string, changed: (thread: Thread) => Thread): Promise<Thread> => {
    if (asked.offline) return offline()
    const found = threads.find((thread) => thread.id === id || thread.comments.some((one) => one.id === id))
    if (!found) return offline()
    const next = changed(found)
    threads = threads.map((thread) => (thread === found ? next : thread))
    return Promise.resolve(next)
  }
  const changeOne = (id: string, set: Partial<Comment>) =>
    change(id, (thread) => ({ ...thread, comments: thread.comments.map((one) => (one.id === id ? { ...one, ...set } : one)) }))
  const named = (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id))
  const words = new Map<string, string>()

  return {
    list: () => Promise.resolve({ threads, may, position: 0 }),
    look: (id) => change(id, (thread) => thread),
    write: ({ id, kind, text, mentions, thingId, place }) => {
      if (asked.offline) return offline()
      const thread = pinned(thingId, place, [said(id, me, 0, text, { kind, mentions: named(mentions) })])
      threads = [...threads, thread]
      return Promise.resolve(thread)
    },
    answer: (threadId, { id, kind, text, mentions }) =>
      change(threadId, (thread) => ({
        ...thread,
        resolved: null,
        comments: [...thread.comments, said(id, me, 0, text, { kind, mentions: named(mentions) })],
      })),
    edit: (id, { text, mentions }) => changeOne(id, { text, mentions: named(mentions), editedAt: new Date().toISOString() }),
    remove: (id) => {
      words.set(id, threads.flatMap(({ comments }) => comments).find((one) => one.id === id)?.text ?? '')
      return changeOne(id, { text: '', removedAt: new Date().toISOString() })
    },
    restore: (id) => changeOne(id, { text: words.get(id) ?? '', removedAt: null }),
    resolve: (id) => change(id, (thread) => ({ ...thread, resolved: { by: me.name, at: new Date().toISOString() } })),
    read: () => Promise.resolve(),
    reopen: (id) => change(id, (thread) => ({ ...thread, resolved: null })),
  }
}
