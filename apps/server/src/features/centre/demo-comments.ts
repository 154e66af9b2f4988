import type { projects } from './demo-projects.ts'

export interface DemoComment {
  readonly author: string
  readonly text: string
  readonly hoursAgo: number
  /** A teacher's or a mentor's, shown as such. */
  readonly note?: true
}

export interface DemoThread {
  /** Which note it is pinned to: of which cluster, and which of its notes. */
  readonly on: readonly [cluster: number, note: number]
  readonly said: readonly DemoComment[]
  /** Who settled it. */
  readonly resolved?: string
}

/** What is talked about on the boards: somebody is called, somebody answers, a teacher leaves a note. */
export const comments: Readonly<Partial<Record<keyof typeof projects, readonly DemoThread[]>>> = {
  weather: [
    {
      on: [4, 3],
      said: [
        {
          author: 'Нұрлан Т.',
          note: true,
          text: '@Мария З., герметик толық кепсін: бір тәулік күтіңдер. Содан кейін сынақты қайталайық.',
          hoursAgo: 26,
        },
        { author: 'Мария З.', text: '@Нұрлан Т., хорошо. Залили вчера вечером, повторим во вторник.', hoursAgo: 21 },
        { author: 'Айгерім Н.', text: 'Шлангты мен әкелемін.', hoursAgo: 19 },
      ],
    },
    {
      on: [3, 1],
      resolved: 'Денис Р.',
      said: [
        { author: 'Денис Р.', text: '@Ерболат С., лопасти красили? На морозе краска может треснуть.', hoursAgo: 52 },
        { author: 'Ерболат С.', text: 'Бояған жоқпыз, пластиктің өзі ақ.', hoursAgo: 50 },
      ],
    },
  ],
  robot: [
    {
      on: [4, 0],
      said: [
        { author: 'Айдана С.', text: '@Тимур К., сход был до правки или после?', hoursAgo: 70 },
        { author: 'Тимур К.', text: 'До. После правки десять из десяти.', hoursAgo: 69 },
        { author: 'Мадина О.', note: true, text: 'Запишите оба числа в протокол: судья спросит, что изменилось.', hoursAgo: 46 },
      ],
    },
  ],
}
