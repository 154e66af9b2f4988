import type { Draft } from '@sheber/contract/framework'
import { levelsFrom, treeFrom } from './shipped-kit.ts'

/**
 * The titles of DigComp 2.2, the European framework of digital competence (Vuorikari, Kluzer, Punie, JRC128415, CC BY 4.0).
 * English as published; Kazakh and Russian are translations of ours, and said to be so.
 */
const names = (n: number) => `5e6be700-0002-4000-8000-${n.toString(16).padStart(12, '0')}`

export const digcompId = names(0)

const levels = levelsFrom(names, [
  [
    ['Негізгі', 'Қарапайым тапсырмалар, көмекпен.'],
    ['Базовый', 'Простые задачи, с поддержкой.'],
    ['Foundation', 'Simple tasks, with guidance.'],
  ],
  [
    ['Орта', 'Таныс және жаңа қарапайым тапсырмалар, өз бетінше.'],
    ['Средний', 'Знакомые и новые простые задачи, самостоятельно.'],
    ['Intermediate', 'Familiar and plain new tasks, independently.'],
  ],
  [
    ['Жоғары', 'Әртүрлі тапсырмалар; басқаларға көмектеседі.'],
    ['Продвинутый', 'Разные задачи; помогает другим.'],
    ['Advanced', 'Different tasks; guides others.'],
  ],
  [
    ['Маман', 'Күрделі мәселелер; жаңа шешім ұсынады.'],
    ['Специалист', 'Сложные проблемы; предлагает новые решения.'],
    ['Highly specialised', 'Complex problems; proposes new solutions.'],
  ],
])

const tree = treeFrom(names, [
  [
    ['1', 'Ақпарат және деректермен жұмыс', 'Работа с информацией и данными', 'Information and data literacy'],
    [
      '1.1',
      'Деректерді, ақпаратты және контентті қарау, іздеу, сүзу',
      'Просмотр, поиск и отбор данных, информации и контента',
      'Browsing, searching and filtering data, information and digital content',
    ],
    [
      '1.2',
      'Деректерді, ақпаратты және контентті бағалау',
      'Оценка данных, информации и контента',
      'Evaluating data, information and digital content',
    ],
    [
      '1.3',
      'Деректерді, ақпаратты және контентті басқару',
      'Управление данными, информацией и контентом',
      'Managing data, information and digital content',
    ],
  ],
  [
    ['2', 'Қарым-қатынас және бірлесу', 'Общение и сотрудничество', 'Communication and collaboration'],
    ['2.1', 'Цифрлық технология арқылы сөйлесу', 'Общение с помощью цифровых технологий', 'Interacting through digital technologies'],
    ['2.2', 'Цифрлық технология арқылы бөлісу', 'Обмен с помощью цифровых технологий', 'Sharing through digital technologies'],
    [
      '2.3',
      'Цифрлық технология арқылы қоғам өміріне қатысу',
      'Участие в жизни общества с помощью цифровых технологий',
      'Engaging in citizenship through digital technologies',
    ],
    [
      '2.4',
      'Цифрлық технология арқылы бірлесіп жұмыс істеу',
      'Совместная работа с помощью цифровых технологий',
      'Collaborating through digital technologies',
    ],
    ['2.5', 'Желідегі әдеп', 'Сетевой этикет', 'Netiquette'],
    ['2.6', 'Цифрлық бейнені басқару', 'Управление цифровой личностью', 'Managing digital identity'],
  ],
  [
    ['3', 'Цифрлық контент жасау', 'Создание цифрового контента', 'Digital content creation'],
    ['3.1', 'Цифрлық контентті әзірлеу', 'Разработка цифрового контента', 'Developing digital content'],
    [
      '3.2',
      'Цифрлық контентті біріктіру және қайта өңдеу',
      'Соединение и переработка цифрового контента',
      'Integrating and re-elaborating digital content',
    ],
    ['3.3', 'Авторлық құқық және лицензиялар', 'Авторское право и лицензии', 'Copyright and licences'],
    ['3.4', 'Бағдарламалау', 'Программирование', 'Programming'],
  ],
  [
    ['4', 'Қауіпсіздік', 'Безопасность', 'Safety'],
    ['4.1', 'Құрылғыларды қорғау', 'Защита устройств', 'Protecting devices'],
    ['4.2', 'Дербес деректер мен жеке өмірді қорғау', 'Защита личных данных и частной жизни', 'Protecting personal data and privacy'],
    ['4.3', 'Денсаулық пен жан тыныштығын қорғау', 'Защита здоровья и благополучия', 'Protecting health and well-being'],
    ['4.4', 'Қоршаған ортаны қорғау', 'Защита окружающей среды', 'Protecting the environment'],
  ],
  [
    ['5', 'Мәселе шешу', 'Решение проблем', 'Problem solving'],
    ['5.1', 'Техникалық мәселелерді шешу', 'Решение технических проблем', 'Solving technical problems'],
    [
      '5.2',
      'Қажеттілікті және оған сай технологияны анықтау',
      'Определение потребностей и подходящих технологий',
      'Identifying needs and technological responses',
    ],
    [
      '5.3',
      'Цифрлық технологияны шығармашылықпен қолдану',
      'Творческое применение цифровых технологий',
      'Creatively using digital technologies',
    ],
    ['5.4', 'Цифрлық дағдыдағы олқылықты анықтау', 'Выявление пробелов в цифровых умениях', 'Identifying digital competence gaps'],
  ],
])

export const digcomp: Draft = {
  title: { kk: 'DigComp 2.2', ru: 'DigComp 2.2', en: 'DigComp 2.2' },
  description: {
    kk: 'Еуропа азаматтарының цифрлық құзыреттіліктері: атаулары. Қазақшасы ресми аударма емес.',
    ru: 'Цифровые компетенции граждан Европы: названия. Русский перевод неофициальный.',
    en: 'The digital competence framework for citizens: titles.',
  },
  version: '2.2',
  rollup: 'latest',
  licence: 'CC BY 4.0',
  attribution: 'Vuorikari, Kluzer, Punie, DigComp 2.2, JRC128415, CC BY 4.0',
  levels,
  competencies: tree,
  links: [],
}
