import type { Said } from '@sheber/contract/framework'
import type { Cards } from './print.card.ts'
import type { Diploma } from './print.diploma.ts'
import type { Hall } from './print.hall.ts'
import type { Poster } from './print.poster.ts'
import type { Report } from './print.report.ts'
import type { Route } from './print.route.ts'
import type { Signs } from './print.signs.ts'

/** An exhibition as it is printed, with every letter of Kazakh in it. Its people are invented. */

export const exhibition: Said = {
  kk: 'Қостанай облысының «Шебер – 2026» техникалық шығармашылық көрмесі',
  ru: 'Областная выставка технического творчества «Шебер – 2026»',
  en: 'Regional exhibition of young makers “Sheber 2026”',
}

const organiser: Said = {
  kk: '«Шебер» техникалық шығармашылық орталығы',
  ru: 'Центр технического творчества «Шебер»',
  en: 'Sheber centre of young makers',
}

export const address = 'https://sheber.example.kz/exhibition/2026/stand/17'

export const poster = (given: Partial<Poster> = {}): Poster => ({
  format: 'A4',
  exhibition,
  place: 'Қостанай, облыстық кітапхана, 2-қабат',
  days: { from: '2026-05-12', to: '2026-05-14' },
  number: 17,
  title: 'Жазық метеостанциясы',
  team: ['Айдана С.', 'Тимур К.', 'Әділет Ғ.', 'Полина В.'],
  organisations: ['№ 101 демо-мектеп', '«Жазық» ауыл мектебі'],
  about:
    'Ауылдағы ауа райын өлшейтін және деректерді радио арқылы мектепке жіберетін станция. Күн батареясымен жұмыс істейді, аязға төзеді. ' +
    'Біз оны үш рет қайта құрастырдық: өлшемдер һәм қателіктер күнделікте тұр.',
  address,
  languages: ['kk', 'ru'],
  ...given,
})

export const signs = (given: Partial<Signs> = {}): Signs => ({
  exhibition,
  stands: [
    { number: 17, title: 'Жазық метеостанциясы', organisations: ['№ 101 демо-мектеп', '«Жазық» ауыл мектебі'], address },
    { number: 18, title: 'Құтқарушы катер', organisations: ['№ 102 демо-гимназия'], address: address.replace('17', '18') },
    { number: 104, title: 'Мектептің ақылды жылыжайы: топырақ ылғалын өлшейтін әрі өзі суаратын жүйе', organisations: [], address },
  ],
  languages: ['kk', 'ru'],
  ...given,
})

export const cards = (given: Partial<Cards> = {}): Cards => ({
  exhibition,
  cards: ['Гүлнәр Өтегенова', 'Асқар Тұрсынбек', 'Ольга Ивановна Петрова'].map((judge, n) => ({
    ...{ judge, address: `https://sheber.example.kz/jury/open/${'Aa1_'.repeat(5)}0${n}`, until: '2026-05-15' },
    language: n === 2 ? ('ru' as const) : ('kk' as const),
  })),
  language: 'kk',
  ...given,
})

const titles = [
  'Жазық метеостанциясы',
  'Құтқарушы катер',
  'Бір метрлік планёр',
  'Сызық бойымен жүретін робот',
  'Мектептің ақылды жылыжайы',
] as const
const nominations: readonly Said[] = [
  { kk: 'Электроника', ru: 'Электроника', en: 'Electronics' },
  { kk: 'Модельдер', ru: 'Модели', en: 'Models' },
  { kk: 'Роботтар', ru: 'Роботы', en: 'Robots' },
]

export const stops = (count: number): Route['stands'] =>
  Array.from({ length: count }, (_, n) => ({ number: n + 1, title: titles[n % 5] ?? '', nomination: nominations[n % 3] ?? '' }))

export const route = (given: Partial<Route> = {}): Route => ({
  exhibition,
  judge: 'Гүлнәр Өтегенова',
  address: 'https://sheber.example.kz/judge/7h2k9m4p3x',
  stands: stops(9),
  language: 'kk',
  ...given,
})

export const hall = (given: Partial<Hall> = {}): Hall => ({
  exhibition,
  hall: { width: 24, height: 14.5 },
  stands: Array.from({ length: 18 }, (_, n) => ({
    number: n + 1,
    title: titles[n % 5] ?? '',
    x: n === 17 ? null : 2.5 + (n % 6) * 3.8,
    y: n === 17 ? null : 2.5 + Math.floor(n / 6) * 4.6,
  })),
  language: 'kk',
  ...given,
})

export const diploma = (given: Partial<Diploma> = {}): Diploma => ({
  kind: 'diploma',
  degree: 1,
  award: { kk: 'Үздік инженерлік шешім', ru: 'Лучшее инженерное решение', en: 'Best engineering' },
  exhibition,
  organiser,
  year: 2026,
  day: '2026-05-14',
  nomination: { kk: 'Электроника және датчиктер', ru: 'Электроника и датчики', en: 'Electronics and sensors' },
  title: 'Жазық метеостанциясы',
  team: ['Айдана Сәрсенбай', 'Тимур Кәрімов', 'Әділет Ғабитұлы', 'Полина Вебер'],
  school: '',
  supervisors: ['Мәдина Ерланқызы'],
  signers: [
    { name: 'Н. Жүнісов', office: 'Орталық директоры' },
    { name: 'Г. Өтегенова', office: 'Қазылар алқасының төрайымы' },
  ],
  number: 'ШБ-2026-0017',
  address: 'https://sheber.example.kz/award/3k9x2m4p',
  languages: ['kk', 'ru'],
  ...given,
})

export const report = (given: Partial<Report> = {}): Report => ({
  exhibition,
  stand: { number: 17, title: 'Жазық метеостанциясы', team: ['Айдана С.', 'Тимур К.', 'Әділет Ғ.', 'Полина В.'] },
  criteria: [
    { title: 'Мәселе', weight: 10, points: 3.3, most: 4, level: 'Мәселені өзі тапқан, кімге керек екенін өлшеммен көрсетеді.' },
    { title: 'Жоба және әдіс', weight: 15, points: 2.7, most: 4, level: 'Бірнеше нұсқаны салыстырған, таңдауын түсіндіреді.' },
    { title: 'Құрастыру және сынау', weight: 20, points: 3.7, most: 4, level: 'Құрылғы жұмыс істейді, сынақтар күнделікте жазылған.' },
    { title: 'Шығармашылық', weight: 20, points: 2, most: 4, level: 'Белгілі шешімді өз жағдайына бейімдеген.' },
    { title: 'Таныстыру', weight: 35, points: 3, most: 4, level: 'Команданың әр мүшесі өз үлесін айтып бере алады.' },
  ],
  words: [
    {
      judge: 'Гүлнәр Өтегенова',
      text: 'Өлшемдерді аязда да жүргізгендерің өте ұнады. Датчиктің қатесін де жазып қойыпсыңдар: бұл нағыз зерттеу.',
    },
    { text: 'Келесі қадам: деректерді графикпен көрсетіңдер.\nСонда ауыл тұрғындарына да түсінікті болады.' },
  ],
  range: { from: 2, to: 5, of: 18 },
  sentence: 'Әр қазының қаталдығы есепке алынды: қатал қазының бағасы жұмсақ қазының бағасымен бірдей таразыға салынды.',
  judged: true,
  language: 'kk',
  ...given,
})
