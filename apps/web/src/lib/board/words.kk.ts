import type { NoteColour } from '@sheber/contract/board'
import type { Kind } from '@sheber/document/thing'
import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('kk')
const changes = (n: number) => count(n, { other: '# өзгеріс' })
const notes = (n: number) => count(n, { other: '# жапсырма' })

const colour: Record<NoteColour, string> = {
  yellow: 'сары',
  blue: 'көгілдір',
  green: 'жасыл',
  pink: 'қызғылт',
  violet: 'күлгін',
  white: 'ақ',
}

const kind: Record<Kind, string> = {
  note: 'Жапсырма',
  text: 'Жазу',
  shape: 'Пішін',
  ink: 'Сурет салынды',
  connector: 'Жалғағыш',
  frame: 'Жақтау',
  image: 'Сурет',
  card: 'Карточка',
  link: 'Сілтеме',
  stamp: 'Белгі',
}

export default {
  title: (project: string) => `Тақта: ${project}`,
  back: 'Жобаға оралу',
  opening: 'Тақта ашылып жатыр…',
  board: 'Тақта',
  look: 'Сіз қарай аласыз',
  lookNow: 'Енді сіз тек қарай аласыз.',
  writeNow: 'Енді сіз тақтаға жаза аласыз.',
  versions: 'Нұсқалар',
  export: 'Файлға сақтау',
  tools: {
    label: 'Тақта құралдары',
    select: 'Таңдау',
    hand: 'Қол: парақты жылжыту',
    note: 'Жаңа жапсырма',
    remove: 'Жою',
    undo: 'Өз әрекетімді қайтару',
    redo: 'Әрекетімді қайта орындау',
    colours: 'Жапсырма түсі',
    key: (name: string, key: string) => `${name} (${key})`,
  },
  colour,
  kind,
  zoom: {
    label: 'Масштаб',
    in: 'Үлкейту',
    out: 'Кішірейту',
    whole: (percent: number) => `${percent} %. Өз көлемінде көрсету`,
    fit: 'Түгел көрсету',
  },
  note: {
    list: 'Тақтадағы заттар',
    label: (of: { kind: Kind; colour: NoteColour | null; by: string; text: string; n: number; all: number }) =>
      `${kind[of.kind]}${of.colour && `, ${colour[of.colour]}`}${of.by && `, ${of.by}`}: ${of.text || 'бос'}, ${of.n} / ${of.all}`,
    unknown: (n: number, all: number) => `Жаңарақ нұсқада жасалған зат, ${n} / ${all}`,
    write: 'Мәтін',
    left: (n: number) => count(n, { other: 'Тағы # таңба сыяды' }),
    full: (n: number) => `Толды: ${n} таңба. Тағы біреуін алыңыз.`,
    place: 'Жапсырманың орнын көрсетіңіз. Enter оны ортаға қояды.',
  },
  empty: {
    title: 'Мұнда әзірге бос',
    add: 'Алғашқы жапсырманы қою',
    write: 'Екі рет бассаңыз — жаңа жапсырма',
    together: 'Бәрін команда бірден көреді',
    offline: 'Желі жоқ па? Жаза беріңіз, кейін бәрі қосылады',
  },
  deleted: (n: number) => (n === 1 ? 'Жапсырма жойылды' : `${notes(n)} жойылды`),
  restore: 'Қайтару',
  takenAway: 'Бұл жапсырманы басқа біреу жойды. Мәтініңіз сонда сақтаулы.',
  people: {
    label: (names: string) => `Қазір тақтада: ${names}`,
    you: 'сіз',
    more: (n: number) => `+${n}`,
    came: (name: string, n: number) => `${name}: тақтада ${count(n, { other: '# жаңа жапсырма' })}`,
    removed: (name: string, n: number) => `${name}: ${notes(n)} жойылды`,
    somebody: 'Біреу',
  },
  live: { on: 'Байланыс бар', off: 'Байланыс жоқ' },
  offline: 'Интернет жоқ. Жұмысты жалғастыра беріңіз: бәрі осы құрылғыда қалады.',
  save: {
    label: 'Жұмыстың сақталуы',
    saved: 'Сақталды',
    saving: 'Сақталып жатыр…',
    waiting: (n: number) => (n > 0 ? `Осы құрылғыда сақталды, ${changes(n)} кезекте` : 'Осы құрылғыда сақталды'),
    waitingShort: (n: number) => (n > 0 ? `Құрылғыда: ${n}` : 'Осы құрылғыда'),
    failed: 'Сақталмады!',
    savedMore: 'Бәрі серверге жазылды. Тақтаны жабуға болады.',
    savingMore: 'Өзгерістер серверге жіберіліп жатыр. Сәл ғана уақыт керек.',
    waitingMore: (n: number) =>
      `${n > 0 ? `${changes(n)} осы құрылғыда тұр. ` : ''}Байланыс қалпына келгенде бәрі өзі жіберіледі. Оған дейін браузер деректерін тазаламаңыз.`,
    failedMore:
      'Жұмыс серверге де, осы құрылғыға да жазылмай тұр. Бетті жаппаңыз. Интернет пен дискідегі орынды тексеріңіз, маңыздысын көшіріп алыңыз.',
    full: (n: number) => `Толды: ${n} таңба. Тағы біреуін алыңыз.`,
    fullMore: 'Бұл құрылғыда орын бітті, ал сервермен байланыс жоқ. Бетті жаппаңыз. Орын босатыңыз немесе жұмысты файлға сақтаңыз.',
    leave: 'Соңғы өзгерістер сақталмады. Сонда да шығасыз ба?',
  },
  closed: {
    title: 'Тақта жабылды',
    kept: (n: number) => `${changes(n)} осы құрылғыда тұр, серверге әлі жетпеген.`,
    signedOut: 'Сіз жүйеден шықтыңыз. Қайта кірсеңіз, тақта сол орнынан ашылады.',
    signIn: 'Кіру',
    forbidden: 'Бұл тақта сізге енді ашық емес. Олай болмауы керек деп ойласаңыз, мұғаліміңізден сұраңыз.',
    gone: 'Мұндай тақта енді жоқ.',
    lineage: 'Тақта басқа көшірмеден қалпына келтірілді. Қайта ашыңыз: жіберіп үлгермегеніңіз осы құрылғыда қалды.',
    outdated: 'Бұл бет тақтадан ескірек. Жұмысты жалғастыру үшін бетті жаңартыңыз.',
    reload: 'Бетті жаңарту',
    broken: 'Сервер соңғы өзгерісті түсінбеді. Тақтаны қайта ашыңыз.',
    again: 'Қайта ашу',
    work: 'Жобаларыма',
  },
} satisfies typeof ru
