import type { Audience, RecordKind } from '@sheber/contract/portfolio'

export interface DemoRecord {
  readonly kind: RecordKind
  readonly title: string
  /** Days before today, first and last. */
  readonly days: readonly [from: number, to: number]
  readonly section: number
  readonly audience: readonly Audience[]
  /** Paragraphs; one that begins with a dash is a point of a list. */
  readonly words: readonly string[]
  readonly prompt: 'proud' | 'hard' | 'change' | 'learned' | 'who' | 'works' | 'next'
  readonly reflection: string
  /** Of a team's: whose hand it was. */
  readonly by?: string
}

export interface DemoPortfolio {
  /** By name: a pupil, or a team. */
  readonly of: { readonly person: string } | { readonly team: string }
  readonly title: string
  readonly about: string
  readonly colour: 'blue' | 'green' | 'orange'
  readonly sections: readonly string[]
  readonly records: readonly DemoRecord[]
}

/** Invented like everything else here. */
export const portfolios: readonly DemoPortfolio[] = [
  {
    of: { person: 'Айдана С.' },
    title: 'Роботы и то, как они ошибаются',
    about: 'Собираю и программирую роботов второй год. Здесь то, чем я могу поделиться.',
    colour: 'blue',
    sections: ['Проекты', 'Команда'],
    records: [
      {
        kind: 'made',
        title: 'Регулятор для линейного робота',
        days: [40, 33],
        section: 0,
        audience: ['team', 'group', 'centre', 'guardian'],
        words: [
          'Робот ехал по линии рывками: датчик видел чёрное, и мотор сразу выключался. Я заменила «да или нет» на плавный поворот.',
          '- измерила, что датчики показывают на белом и на чёрном',
          '- посчитала ошибку как разность левого и правого',
          '- подобрала коэффициент: с 0,8 робот перестал раскачиваться',
          'Трасса теперь проходится за 21 секунду вместо 34.',
        ],
        prompt: 'works',
        reflection: 'Проехали трассу десять раз подряд и записали время каждого заезда. Ни разу не слетел с линии.',
      },
      {
        kind: 'tested',
        title: 'Разрыв линии на трассе',
        days: [20, 20],
        section: 0,
        audience: ['team'],
        words: [
          'На конкурсной трассе есть разрыв 10 см. Сначала робот на нём останавливался.',
          'Теперь он помнит последнюю ошибку и едет прямо ещё полсекунды. Из двенадцати проездов получилось одиннадцать.',
        ],
        prompt: 'hard',
        reflection: 'Трудно было не трогать сразу две вещи. Ұлпан сказала менять по одной и записывать, и тогда стало понятно.',
      },
      {
        kind: 'helped',
        title: 'Показала младшим, как паять',
        days: [12, 12],
        section: 1,
        audience: ['centre', 'school', 'guardian'],
        words: ['Трое ребят из «Юного техника» спаяли свой первый светодиодный значок. Я следила за очками и за подставкой паяльника.'],
        prompt: 'who',
        reflection: 'Меня год назад так же учил Тимур. Объяснять оказалось труднее, чем паять самой.',
      },
    ],
  },
  {
    of: { person: 'Денис Р.' },
    title: 'Погода, датчики, степь',
    about: 'Делаю метеостанцию для школы «Жазық» вместе с командой.',
    colour: 'green',
    sections: [],
    records: [
      {
        kind: 'made',
        title: 'Корпус датчика, который не греется на солнце',
        days: [30, 25],
        section: -1,
        audience: ['team', 'centre', 'guardian'],
        words: [
          'Термометр на солнце показывал на шесть градусов больше, чем в тени. Я напечатал белый экран из семи тарелок, между ними ходит воздух.',
          'После этого разница стала полградуса.',
        ],
        prompt: 'proud',
        reflection: 'Что сначала измерил, а потом печатал. Первый вариант из пяти тарелок оказался слишком тесным.',
      },
      {
        kind: 'learned',
        title: 'Как читать таблицу измерений',
        days: [18, 18],
        section: -1,
        audience: ['team'],
        words: ['Научился находить выбросы: ночью был один скачок до 85 °C. Это не погода, а отошедший провод.'],
        prompt: 'learned',
        reflection: 'Раньше я бы просто удалил эту строку. Теперь сначала ищу, почему она такая.',
      },
      {
        kind: 'presented',
        title: 'Рассказал о станции на линейке',
        days: [6, 6],
        section: -1,
        audience: ['team', 'school', 'centre', 'guardian'],
        words: ['Пять минут перед всей школой: зачем нам станция и что видно на экране в коридоре.'],
        prompt: 'change',
        reflection: 'В следующий раз возьму сам датчик в руки. Слайды с задних рядов не видно.',
      },
    ],
  },
  {
    of: { team: 'Жасыл үй' },
    title: 'Мектептің ақылды жылыжайы',
    about: 'Оқушылар мен екі мұғалім бірге жасап жатқан жоба. Мұнда не істегеніміз және неден қателескеніміз жазылған.',
    colour: 'orange',
    sections: ['Зерттеу', 'Жасау'],
    records: [
      {
        kind: 'tested',
        title: 'Топырақ ылғалдылығын өлшедік',
        days: [15, 13],
        section: 0,
        audience: ['team', 'school'],
        words: [
          'Үш құмыраға бірдей топырақ салып, әртүрлі мөлшерде су құйдық. Датчиктің көрсеткішін сағат сайын жазып отырдық.',
          '- құрғақ топырақ: 780',
          '- дымқыл топырақ: 450',
          '- су толы топырақ: 300',
          'Суаруды 600-ден асқанда қосатын болдық.',
        ],
        prompt: 'works',
        reflection: 'Өлшеуді екі рет қайталадық, екеуінде де сандар бірдей шықты.',
        by: 'Жанель Т.',
      },
      {
        kind: 'made',
        title: 'Су құбырының бекіткішін бастық',
        days: [8, 7],
        section: 1,
        audience: ['team', 'school', 'centre'],
        words: [
          'Құбыр сусып кете берді. 3D-принтерде қысқыш басып шығардық: алғашқысы сынып қалды, екіншісін қалыңырақ еттік.',
          'Қабырғасының қалыңдығы 2 мм болғанда ұстап тұрды.',
        ],
        prompt: 'hard',
        reflection: 'Бірінші үлгі сынғанда ренжідік, бірақ қай жерінен сынғанын көріп, сол жерін күшейттік.',
        by: 'Диас М.',
      },
      {
        kind: 'helped',
        title: 'Мұғалімдер бізден үйренді',
        days: [3, 3],
        section: 1,
        audience: ['team'],
        words: ['Аружан екі мұғалімге сызбаны экранда қалай бұруды көрсетті. Енді бесеуіміз де бір үлгіде жұмыс істей аламыз.'],
        prompt: 'who',
        reflection: 'Елена Г. бізге тәжірибені қалай жоспарлауды үйретті, біз оған 3D модельді үйреттік.',
        by: 'Аружан Е.',
      },
    ],
  },
]
