import type { Rubric } from '@sheber/contract/rubric'
import { criterion } from './rubric-words.ts'

/** Four things, three steps, and nobody gets nothing. */
export const youngest: Rubric = {
  criteria: [
    criterion(
      'idea',
      25,
      ['Идея', 'Идея', 'Idea'],
      [
        ['Жұмыс үлгіні қайталайды.', 'Работа повторяет образец.', 'The work repeats an example.'],
        ['Жұмыста өзінен қосқаны бар.', 'В работе есть что-то своё.', 'There is something of their own in it.'],
        [
          'Бәрін өздері ойлап тапқан: мұндай әлі болған емес.',
          'Всё придумали сами: такого ещё не было.',
          'They thought of all of it themselves: it is something new.',
        ],
      ],
      1,
    ),
    criterion(
      'hands',
      25,
      ['Өз қолымен', 'Своими руками', 'Own hands'],
      [
        ['Үлкендер көп көмектескен.', 'Взрослые много помогали.', 'Adults helped a lot.'],
        [
          'Балалар өздері жасаған, үлкендер аздап көмектескен.',
          'Дети делали сами, взрослые немного помогали.',
          'The children made it, and adults helped a little.',
        ],
        [
          'Қолдарынан келгеннің бәрін балалар өздері жасаған.',
          'Всё, что могли, дети сделали сами.',
          'The children made all of it that they could.',
        ],
      ],
      1,
    ),
    criterion(
      'care',
      25,
      ['Ұқыптылық', 'Старание', 'Care'],
      [
        ['Әлі аяқталмаған.', 'Ещё не закончено.', 'It is not finished yet.'],
        ['Дайын және берік.', 'Готово и держится.', 'It is finished, and it holds.'],
        [
          'Дайын, ұқыпты жасалған және жұмыс істейді немесе әдемі тұр.',
          'Готово, сделано аккуратно и работает или красиво стоит.',
          'It is finished and neat, and it works or looks good.',
        ],
      ],
      1,
    ),
    criterion(
      'story',
      25,
      ['Әңгіме', 'Рассказ', 'Story'],
      [
        ['Балалар жұмысын көрсетеді.', 'Дети показывают работу.', 'The children show their work.'],
        [
          'Бұл не екенін және қалай жасалғанын айтады.',
          'Рассказывают, что это и как сделано.',
          'They tell what it is and how it was made.',
        ],
        [
          'Ненің қиын болғанын және оны қалай жеңгенін айтады.',
          'Рассказывают, что было трудно и как справились.',
          'They tell what was difficult and how they managed it.',
        ],
      ],
      1,
    ),
  ],
}
