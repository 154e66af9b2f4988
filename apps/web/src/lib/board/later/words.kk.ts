import type ru from './words.ru.ts'

export default {
  rail: 'Тақта туралы тағы',
  more: 'Тағы',
  comments: 'Түсініктемелер',
  outline: 'Тақта тізім түрінде',
  templates: 'Үлгілер',
  beginPicture: 'Суреттен бастау',
  beginTemplate: 'Үлгіден бастау',
  open: 'Файлды тақтада ашу',
  sending: (n: number) => `Файлдар жіберіліп жатыр: ${n}`,
  waits: 'Желі жоқ. Желі қайтқанда файл өзі жіберіледі.',
  pens: 'Қалам сызады, саусақ парақты жылжытады.',
  fingers: 'Саусақпен сызу',
  alone: 'Тақтаға суреттерді қоюға болады, қалғанын жобада сақтаңыз.',
} satisfies typeof ru
