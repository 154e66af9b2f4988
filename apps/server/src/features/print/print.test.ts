import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardsPdf } from './print.card.ts'
import { diplomaPdf } from './print.diploma.ts'
import { address, cards, diploma, hall, poster, report, route, signs, stops } from './print.fixture.ts'
import { hallPdf } from './print.hall.ts'
import { posterPdf } from './print.poster.ts'
import { reportPdf } from './print.report.ts'
import { routePdf } from './print.route.ts'
import { signsPdf } from './print.signs.ts'

const decode = ((jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr) as unknown as (
  points: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheber-print-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: string, bytes: Buffer, ...how: string[]): string => {
  writeFileSync(join(folder, 'a.pdf'), bytes)
  return execFileSync(program, [...how, join(folder, 'a.pdf'), ...(program === 'pdftotext' ? ['-'] : [])], { maxBuffer: 1e8 }).toString()
}
const pagesOf = (bytes: Buffer) => Number(/^Pages:\s+(\d+)$/m.exec(run('pdfinfo', bytes))?.[1])
const sizeOf = (bytes: Buffer) => /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(run('pdfinfo', bytes))?.slice(1).map(Number) ?? []
/** Without the breaks of its lines. */
const textOf = (bytes: Buffer) => run('pdftotext', bytes).replace(/\s+/g, ' ')

interface Word {
  readonly word: string
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

/** Every word with its place; what reaches beyond its page is named. */
const outsideOf = (bytes: Buffer): string[] => {
  const told = run('pdftotext', bytes, '-bbox')
  return told
    .split('<page ')
    .slice(1)
    .flatMap((page) => {
      const [width, height] = [Number(/width="([\d.]+)"/.exec(page)?.[1]), Number(/height="([\d.]+)"/.exec(page)?.[1])]
      return Array.from(
        page.matchAll(/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<\/word>/g),
        (found): Word => {
          const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = found.slice(1, 5).map(Number)
          return { word: found[5] ?? '', xMin, yMin, xMax, yMax }
        },
      )
        .filter(({ xMin, yMin, xMax, yMax }) => xMin < 0 || yMin < 0 || xMax > width || yMax > height)
        .map(({ word }) => word)
    })
}

/** What a camera reads on a page at so many points to an inch; of the page's lower right quarter, where a hand holds it there. */
const readOn = async (bytes: Buffer, dpi = 60, page = 1, quarter = false): Promise<string | undefined> => {
  writeFileSync(join(folder, 'a.pdf'), bytes)
  const png = execFileSync('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), '-png', join(folder, 'a.pdf')], {
    maxBuffer: 1e8,
  })
  const { width, height } = await sharp(png).metadata()
  const [left, top] = quarter ? [Math.floor(width / 2), Math.floor(height * 0.75)] : [0, 0]
  const part = sharp(png).extract({ left, top, width: width - left, height: height - top })
  const { data, info } = await part.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data
}

const long = 'Өте ұзақ атау, ол ешқашан бітпейтін сияқты, һәм оны ешкім соңына дейін оқымайды '.repeat(12)
const endless = 'Ғ'.repeat(400)
const hostile = '<script>alert(1)</script> \u202eнавыворот\u202c 🚀👩‍🚀 אבג\n\n\tсоңы\u0000'
const nobody = { kk: '', ru: '', en: '' }
const saidAs = (words: string) => ({ kk: words, ru: words, en: words })

const kinds: Record<string, (words: string) => Promise<Buffer>> = {
  poster: (words) =>
    posterPdf(
      poster({
        exhibition: saidAs(words),
        place: words,
        title: words,
        team: Array(30).fill(words) as string[],
        organisations: [words, words],
        about: words,
        number: words,
      }),
    ),
  signs: (words) =>
    signsPdf(
      signs({ exhibition: saidAs(words), stands: [1, 2, 3].map(() => ({ number: words, title: words, organisations: [words], address })) }),
    ),
  route: (words) =>
    routePdf(
      route({
        exhibition: saidAs(words),
        judge: words,
        stands: stops(40).map((stop) => ({ ...stop, number: words, title: words, nomination: words })),
      }),
    ),
  cards: (words) => cardsPdf(cards({ exhibition: saidAs(words), cards: cards().cards.map((one) => ({ ...one, judge: words })) })),
  hall: (words) =>
    hallPdf(hall({ exhibition: saidAs(words), stands: hall().stands.map((stand) => ({ ...stand, number: words, title: words })) })),
  diploma: (words) =>
    diplomaPdf(
      diploma({
        award: saidAs(words),
        exhibition: saidAs(words),
        organiser: saidAs(words),
        nomination: words,
        title: words,
        team: Array(30).fill(words) as string[],
        supervisors: [words, words],
        signers: Array.from({ length: 4 }, () => ({ name: words, office: words })),
        number: words,
        languages: ['kk', 'ru', 'en'],
      }),
      diploma({ person: words, number: words }),
    ),
  report: (words) =>
    reportPdf(
      report({
        exhibition: saidAs(words),
        stand: { number: words, title: words, team: [words, words] },
        awards: [words, words],
        criteria: report().criteria.map((one) => ({ ...one, title: words, level: words })),
        words: [{ judge: words, text: words }, { text: words }],
        sentence: words,
      }),
    ),
}

describe.skipIf(!hasPoppler && !process.env['CI'])('what is printed, read by other programs', () => {
  it.each(Object.keys(kinds))('%s: however long the words, they stay on the page', async (kind) => {
    for (const words of [long, endless]) expect(outsideOf((await kinds[kind]?.(words)) ?? Buffer.alloc(0))).toEqual([])
  })

  it.each(Object.keys(kinds))('%s: nothing that was written does anything', async (kind) => {
    const bytes = (await kinds[kind]?.(hostile)) ?? Buffer.alloc(0)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(outsideOf(bytes)).toEqual([])
    expect(textOf(bytes)).toContain('соңы')
    expect(textOf(bytes)).not.toMatch(/[\u202e🚀]/u)
    expect(bytes.toString('latin1')).not.toMatch(/\/JavaScript|\/OpenAction|\/URI/)
  })

  it('a poster says it in three languages, and its code is read from across the hall', async () => {
    const bytes = await posterPdf(poster())
    expect(pagesOf(bytes)).toBe(1)
    expect(sizeOf(bytes).map(Math.round)).toEqual([595, 842])
    const text = textOf(bytes)
    for (const words of [
      'Телефонмен ашыңыз',
      'Откройте телефоном',
      'Open with your phone',
      'Жазық метеостанциясы',
      '2026 жылғы 12–14 мамыр',
      'sheber.example.kz/exhibition/2026/stand/17',
      '№ 101 демо-мектеп',
      'өлшемдер һәм қателіктер күнделікте тұр',
    ])
      expect(text).toContain(words)
    // 25 points to an inch: one in a millimetre, about what a phone sees of it at 1.5 m.
    expect(await readOn(bytes, 25)).toBe(address)
  })

  it('a poster on A3 is as large as its paper', async () => {
    const bytes = await posterPdf(poster({ format: 'A3', languages: ['ru', 'en'] }))
    expect(sizeOf(bytes).map(Math.round)).toEqual([842, 1191])
    expect(textOf(bytes)).toContain('12–14 мая 2026 года')
    expect(await readOn(bytes, 20)).toBe(address)
  })

  it('a long title is there to its last word', async () => {
    const title =
      'Мектептің ақылды жылыжайы: топырақ ылғалын өлшейтін, өзі суаратын әрі деректерді телефонға жіберетін жүйе, екінші нұсқасы'
    expect(textOf(await posterPdf(poster({ title })))).toContain(title)
    expect(textOf(await diplomaPdf(diploma({ title })))).toContain(`«${title}» жобасы үшін`)
  })

  it('a poster of nothing but a number is a poster', async () => {
    const bytes = await posterPdf(
      poster({
        exhibition: nobody,
        place: '',
        days: { from: '', to: '' },
        title: '',
        team: [],
        organisations: [],
        about: '',
        languages: [],
      }),
    )
    expect(textOf(bytes)).toContain('17')
    expect(await readOn(bytes)).toBe(address)
  })

  it('signs stand two to a page', async () => {
    expect(pagesOf(await signsPdf(signs()))).toBe(2)
    const bytes = await signsPdf(signs({ languages: ['en'] }))
    expect(textOf(bytes)).toContain('STAND')
    expect(textOf(bytes)).toContain('Құтқарушы катер')
    expect(await readOn(bytes, 60, 2)).toBe(address)
    const none = await signsPdf(signs({ stands: [] }))
    expect(pagesOf(none)).toBe(1)
    expect(textOf(none)).toContain('Әзірге стенд жоқ.')
  })

  it('a route is one page, and loses nobody where it cannot be', async () => {
    const bytes = await routePdf(route({ stands: stops(60) }))
    expect(pagesOf(bytes)).toBe(1)
    expect(textOf(bytes)).toContain('Қазының маршруты: Гүлнәр Өтегенова')
    expect(await readOn(bytes, 150)).toBe('https://sheber.example.kz/judge/7h2k9m4p3x')
    const many = await routePdf(route({ stands: stops(150), language: 'en' }))
    expect(pagesOf(many)).toBe(3)
    expect(textOf(many)).toContain('Page 3 of 3')
    for (const n of [1, 60, 61, 124, 125, 150]) expect(textOf(many).split(' ')).toContain(String(n))
    const none = await routePdf(route({ stands: [], language: 'ru' }))
    expect(pagesOf(none)).toBe(1)
    expect(textOf(none)).toContain('Стендов пока нет.')
  })

  it('a judge’s card is read by a phone and speaks the judge’s language; four lie on a page', async () => {
    const bytes = await cardsPdf(cards({ cards: cards().cards.slice(2) }))
    expect(pagesOf(bytes)).toBe(1)
    expect(await readOn(bytes, 100)).toBe(cards().cards[2]?.address)
    const text = textOf(await cardsPdf(cards()))
    for (const words of ['Гүлнәр Өтегенова', 'Қазылар алқасына шақыру', '2026 жылғы 15 мамыр', 'Приглашение в жюри', '15 мая 2026'])
      expect(text).toContain(words)
    expect(pagesOf(await cardsPdf(cards({ cards: [...cards().cards, ...cards().cards] })))).toBe(2)
  })

  it('a hall is its plan and its list', async () => {
    const bytes = await hallPdf(hall())
    expect(pagesOf(bytes)).toBe(2)
    expect(sizeOf(bytes).map(Math.round)).toEqual([842, 595])
    const text = textOf(bytes)
    for (const words of ['Залдың жоспары', '24 × 14,5 м', 'Стенд саны: 18', 'орны белгіленбеген']) expect(text).toContain(words)
    // Those that have a place are on the plan and in the list; the last is in the list only.
    const count = (n: string) => text.split(' ').filter((word) => word === n).length
    expect([count('17'), count('16')]).toEqual([2, 2])
    const deep = await hallPdf(hall({ hall: { width: 8, height: 30 }, stands: [], language: 'en' }))
    expect(sizeOf(deep).map(Math.round)).toEqual([595, 842])
    expect(pagesOf(deep)).toBe(1)
    expect(textOf(deep)).toContain('No stands yet.')
    const full = await hallPdf(
      hall({
        stands: Array.from({ length: 500 }, (_, n) => ({
          number: n + 1,
          title: `Жоба ${n + 1}`,
          x: (n % 25) * 0.9,
          y: Math.floor(n / 25) * 0.7,
        })),
      }),
    )
    expect(textOf(full)).toContain('Жоба 500')
    expect(outsideOf(full)).toEqual([])
  })

  it('a stand outside of the hall is drawn at its wall', async () => {
    const bytes = await hallPdf(
      hall({
        stands: [
          { number: 901, title: '', x: 9000, y: -5 },
          { number: 902, title: '', x: -1, y: 99 },
        ],
      }),
    )
    expect(outsideOf(bytes)).toEqual([])
    expect(textOf(bytes)).toContain('901')
  })

  it('a diploma has every letter of Kazakh, both languages, and proves itself', async () => {
    const alphabet = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
    const bytes = await diplomaPdf(diploma({ team: ['Әлихан Ғабитұлы', 'Һадиша Өмірзақ', alphabet] }))
    expect(pagesOf(bytes)).toBe(1)
    const text = textOf(bytes)
    for (const words of [
      'I дәрежелі ДИПЛОМ Диплом I степени',
      'Һадиша Өмірзақ',
      alphabet,
      '«Жазық метеостанциясы» жобасы үшін',
      'за проект «Жазық метеостанциясы»',
      'Үздік инженерлік шешім',
      'Лучшее инженерное решение',
      '«Электроника және датчиктер» аталымы',
      'Жетекшісі: Мәдина Ерланқызы',
      '2026 жылғы 14 мамыр',
      '№ ШБ-2026-0017',
      'Қазылар алқасының төрайымы',
    ])
      expect(text).toContain(words)
    expect(await readOn(bytes, 150, 1, true)).toBe('https://sheber.example.kz/award/3k9x2m4p')
  })

  it('a diploma is called what it is', async () => {
    const headed = async (given: Parameters<typeof diploma>[0]) => textOf(await diplomaPdf(diploma(given)))
    expect(await headed({ degree: 3, languages: ['ru'] })).toContain('ДИПЛОМ III степени')
    expect(await headed({ degree: 2, languages: ['en'] })).toContain('DIPLOMA of degree II')
    expect(await headed({ degree: null, languages: ['kk'] })).not.toContain('дәрежелі')
    expect(await headed({ kind: 'certificate', degree: null, languages: ['kk'] })).toContain('Қатысушы СЕРТИФИКАТЫ')
    expect(await headed({ kind: 'certificate', degree: 1, languages: ['ru'] })).not.toContain('степени')
    const thanks = await headed({ kind: 'thanks', degree: null, person: 'Мәдина Ерланқызы', team: [], languages: ['kk', 'ru', 'en'] })
    for (const words of ['АЛҒЫС ХАТ', 'Благодарность', 'Letter of thanks', 'Мәдина Ерланқызы']) expect(thanks).toContain(words)
  })

  it('everybody who signs stands on it, however many', async () => {
    const signers = Array.from({ length: 7 }, (_, n) => ({ name: `Қол қоюшы ${n}`, office: `Лауазым ${n}` }))
    const text = textOf(await diplomaPdf(diploma({ signers })))
    for (const { name, office } of signers) for (const words of [name, office]) expect(text).toContain(words)
  })

  it('diplomas come together, a page for each; one with nothing on it is still a page', async () => {
    expect(pagesOf(await diplomaPdf(diploma(), diploma(), diploma()))).toBe(3)
    const bare = await diplomaPdf(
      diploma({
        award: nobody,
        exhibition: nobody,
        organiser: nobody,
        nomination: nobody,
        title: '',
        team: [],
        supervisors: [],
        signers: [],
        number: '',
        languages: [],
      }),
    )
    expect(textOf(bare)).toContain('ДИПЛОМ')
  })

  it('a report tells every criterion, every word, and how sure it is', async () => {
    const text = textOf(await reportPdf(report()))
    for (const words of [
      '18 стендтің ішінде 2–5-орын',
      'Әр қазының қаталдығы есепке алынды',
      'Құрастыру және сынау',
      '4 ұпайдан 3,7 · салмағы 20',
      'Гүлнәр Өтегенова',
      'Сонда ауыл тұрғындарына да түсінікті болады.',
    ])
      expect(text).toContain(words)
    const ru = textOf(
      await reportPdf(report({ language: 'ru', awards: ['Диплом I степени', 'Смелая мысль'], range: { from: 1, to: 1, of: 18 } })),
    )
    expect(ru).toContain('Место 1 из 18')
    for (const words of ['Диплом I степени', 'Смелая мысль']) expect(ru).toContain(words)
    expect(ru).toContain('3,7 из 4 · вес 20')
    const empty = textOf(await reportPdf(report({ criteria: [], words: [{ text: ' \n' }], range: null, language: 'en' })))
    for (const words of ['There are no scores by criterion.', 'The jury left no words.']) expect(empty).toContain(words)
  })

  it('a long report loses no word between its pages', async () => {
    const words = Array.from({ length: 60 }, (_, n) => ({ text: `Бірінші-${n} ${'сөз '.repeat(80)}соңғы-${n}` }))
    const bytes = await reportPdf(report({ words }))
    expect(pagesOf(bytes)).toBeGreaterThan(5)
    const text = textOf(bytes)
    for (let n = 0; n < 60; n++) expect(text).toContain(`соңғы-${n}`)
    expect(outsideOf(bytes)).toEqual([])
  })
})

it('a hundred posters are one file', async () => {
  const started = performance.now()
  const bytes = await posterPdf(...Array.from({ length: 100 }, (_, n) => poster({ number: n + 1, address: `${address}${n}` })))
  // Three seconds are the promise on this machine alone; where others work beside it, the time is no figure.
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(100)
})
