import type { Rubric } from '@sheber/contract/rubric'
import { criterion } from './rubric-words.ts'

/** Ships, aircraft, cars, buildings: whatever was built after an original. */
export const modelling: Rubric = {
  criteria: [
    criterion(
      'likeness',
      25,
      ['Ұқсастық және масштаб', 'Сходство и масштаб', 'Likeness and scale'],
      [
        [
          'Қандай машина немесе құрылыс екені әзірге көрінбейді.',
          'Пока не видно, какая машина или постройка показана.',
          'One cannot tell yet which machine or building it shows.',
        ],
        [
          'Танылады; өлшемдері көзбен мөлшерленген.',
          'Узнаётся; размеры взяты на глаз.',
          'It can be recognised; sizes were guessed by eye.',
        ],
        [
          'Өлшемдері сызбадан алынған; ірі бөліктері дұрыс.',
          'Размеры взяты с чертежа; крупные части верны.',
          'Sizes come from a drawing; the large parts are right.',
        ],
        [
          'Ұсақ бөліктері де дұрыс; масштабы сақталған және көрсетілген.',
          'Верны и мелкие части; масштаб выдержан и назван.',
          'Small parts are right too; the scale is kept, and named.',
        ],
      ],
    ),
    criterion(
      'craft',
      30,
      ['Жұмыс сапасы', 'Качество работы', 'Craft'],
      [
        ['Бөліктері әзірге бір-біріне бекітілмеген.', 'Части пока не держатся вместе.', 'The parts do not hold together yet.'],
        [
          'Берік, бірақ саңылаулары, желімі және тегіс емес жиектері көрінеді.',
          'Держится, но видны щели, клей и неровные края.',
          'It holds, but gaps, glue and rough edges show.',
        ],
        [
          'Жіктері тегіс, беті таза, ұқыпты боялған.',
          'Стыки ровные, поверхность чистая, покрашено аккуратно.',
          'Joints are even, surfaces clean, and it is painted with care.',
        ],
        [
          'Әдетте ешкім қарамайтын жерлері де тегіс әрі таза.',
          'Ровно и чисто даже там, куда обычно не смотрят.',
          'It is even and clean also where nobody usually looks.',
        ],
      ],
    ),
    criterion(
      'own-work',
      15,
      ['Күрделілік және дербестік', 'Сложность и самостоятельность', 'Difficulty and own work'],
      [
        [
          'Дайын бөлшектерден, әр қадамда біреудің көмегімен құрастырылған.',
          'Собрано из готовых деталей, с помощью на каждом шаге.',
          'It was put together from ready parts, with help at every step.',
        ],
        [
          'Дайын жинақтан өз бетімен құрастырылған.',
          'Собрано из готового набора, самостоятельно.',
          'It was put together from a kit, by the makers themselves.',
        ],
        ['Кейбір бөлшектері өз қолымен жасалған.', 'Часть деталей сделана своими руками.', 'Some of the parts are hand-made.'],
        [
          'Бәрі дерлік өз қолымен жасалған; қиын бөлшегі бар және оның қалай жасалғаны айтылған.',
          'Почти всё сделано своими руками; есть трудная деталь, и рассказано, как её делали.',
          'Nearly all is hand-made; there is a difficult part, and it is told how it was made.',
        ],
      ],
    ),
    criterion(
      'trial',
      20,
      ['Іс жүзінде сынау', 'Проверка в деле', 'Trial'],
      [
        ['Модель әзірге сыналмаған.', 'Модель пока не проверяли.', 'The model has not been tried yet.'],
        [
          'Бір рет сыналған; не шыққаны жазылмаған.',
          'Проверили один раз; что получилось, не записано.',
          'It was tried once; what happened was not written down.',
        ],
        [
          'Не үшін жасалса, соны істейді: жүреді, жүзеді, ұшады, ашылады немесе берік тұрады; сынағы жазылған.',
          'Делает то, для чего построена: едет, плывёт, летит, открывается или прочно стоит; проба записана.',
          'It does what it was built for: drives, sails, flies, opens or stands firm; a trial is written down.',
        ],
        [
          'Сынақтан кейін бірдеңесі түзетілген және қаншалықты жақсарғаны жазылған.',
          'После проб что-то исправили, и записано, насколько стало лучше.',
          'After trials something was mended, and it is written down how much better it became.',
        ],
      ],
    ),
    criterion(
      'story',
      10,
      ['Түпнұсқа мен жұмыс туралы әңгіме', 'Рассказ о прототипе и о работе', 'The story of the original and of the work'],
      [
        [
          'Қандай модель екенін әзірге айтып бере алмайды.',
          'Пока не может рассказать, что это за модель.',
          'The makers cannot tell yet which model it is.',
        ],
        ['Модельді атайды және бөліктерін көрсетеді.', 'Называет модель и показывает её части.', 'They name the model and show its parts.'],
        [
          'Түпнұсқаның қалай жұмыс істейтінін және модельдің қалай жасалғанын айтады.',
          'Рассказывает, как работает прототип и как строили модель.',
          'They tell how the original works and how the model was built.',
        ],
        [
          'Модельдің түпнұсқадан айырмашылығын және оның себебін түсіндіреді.',
          'Объясняет, чем модель отличается от прототипа и почему.',
          'They explain where the model differs from the original, and why.',
        ],
      ],
    ),
  ],
}
