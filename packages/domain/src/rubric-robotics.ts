import type { Rubric } from '@sheber/contract/rubric'
import { criterion } from './rubric-words.ts'

/** Programs, robots, electronics that follow one. */
export const robotics: Rubric = {
  criteria: [
    criterion(
      'task',
      15,
      ['Міндет', 'Задача', 'Task'],
      [
        ['Не шығуы керегі әзірге түсініксіз.', 'Пока неясно, что должно получиться.', 'It is not clear yet what it should do.'],
        [
          'Не шығуы керегі айтылған, бірақ міндеттің қашан орындалды деп саналатыны айтылмаған.',
          'Сказано, что должно получиться, но не сказано, когда задача считается решённой.',
          'It is told what it should do, but not when the task counts as done.',
        ],
        [
          'Міндет қадамдарға бөлінген; нәтижесін кім пайдаланатыны түсінікті.',
          'Задача разбита на шаги; ясно, кто будет пользоваться результатом.',
          'The task is divided into steps; it is clear who will use the result.',
        ],
        [
          '«Дайын» деу үшін нені тексеру керегі тізіліп жазылған.',
          'Есть список того, что нужно проверить, чтобы сказать «готово».',
          'There is a list of what to check before saying “done”.',
        ],
      ],
    ),
    criterion(
      'build',
      25,
      ['Құрылғы және бағдарлама', 'Устройство и программа', 'Build and program'],
      [
        [
          'Әзірге бағдарлама да, құрастырылған бөлік те жоқ.',
          'Пока нет ни программы, ни собранной части.',
          'There is no program and no assembled part yet.',
        ],
        ['Тек жеке бөліктері жұмыс істейді.', 'Работают отдельные части.', 'Single parts work.'],
        [
          'Тұтас жұмыс істейді; бағдарламаның қай жері не істейтіні түсінікті.',
          'Работает целиком; понятно, какая часть программы за что отвечает.',
          'It works as a whole; one can see which part of the program does what.',
        ],
        [
          'Бағдарлама мен сұлбаны басқа адам да түсінеді: түсінікті атаулары, түсіндірмелері, бұрынғы нұсқалары бар.',
          'Программу и схему поймёт другой: есть понятные имена, пояснения и прежние версии.',
          'Somebody else would understand program and wiring: there are plain names, remarks and earlier versions.',
        ],
      ],
    ),
    criterion(
      'reliability',
      25,
      ['Сынақ және сенімділік', 'Испытания и надёжность', 'Tests and reliability'],
      [
        ['Әзірге іске қосылмаған.', 'Пока не запускали.', 'It has not been run yet.'],
        ['Әр жолы шыға бермейді.', 'Получается не каждый раз.', 'It does not work every time.'],
        [
          'Көбінесе шығады; неше рет сыналғаны саналған.',
          'Получается в большинстве попыток; попытки сосчитаны.',
          'It works in most trials; the trials were counted.',
        ],
        [
          'Қиын жағдайлар да тексерілген; қателер табылып, жазылып, түзетілген.',
          'Проверены и трудные случаи; ошибки найдены, записаны и исправлены.',
          'Difficult cases were tried too; mistakes were found, written down and mended.',
        ],
      ],
    ),
    criterion(
      'idea',
      15,
      ['Өз идеясы', 'Своя идея', 'Own idea'],
      [
        ['Дайын мысал қайталанған.', 'Повторён готовый пример.', 'A ready example was repeated.'],
        ['Дайын мысалда бірдеңе өзгертілген.', 'В готовом примере кое-что изменено.', 'Something was changed in a ready example.'],
        [
          'Өз шешімі бар және оның несі жақсы екені айтылған.',
          'Есть своё решение, и сказано, чем оно лучше.',
          'There is a solution of the team’s own, and it is told why it is better.',
        ],
        [
          'Мысалдарда жоқ нәрсе ойлап табылған, және ол жұмыс істейді.',
          'Придумано то, чего нет в примерах, и оно работает.',
          'Something was invented that is in no example, and it works.',
        ],
      ],
    ),
    criterion(
      'understanding',
      20,
      ['Түсіну және әркімнің үлесі', 'Понимание и вклад каждого', 'Understanding and everybody’s part'],
      [
        [
          'Қалай жұмыс істейтінін команда әзірге айтып бере алмайды.',
          'Команда пока не может рассказать, как это работает.',
          'The team cannot tell yet how it works.',
        ],
        ['Қалай пайдалану керегін көрсетеді.', 'Показывают, как этим пользоваться.', 'They show how to use it.'],
        ['Әркім өз бөлігін түсіндіреді.', 'Каждый объясняет свою часть.', 'Everybody explains their own part.'],
        [
          'Әркім бүкіл жұмысты түсіндіреді және сұраса, бірдеңесін сол жерде өзгерте алады.',
          'Каждый объясняет всю работу и по просьбе может тут же что-то изменить.',
          'Everybody explains the whole work, and can change something on the spot when asked.',
        ],
      ],
    ),
  ],
}
