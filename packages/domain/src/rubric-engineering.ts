import type { Rubric } from '@sheber/contract/rubric'
import { criterion } from './rubric-words.ts'

/** Weights as science and engineering fairs publish them; presentation is 35, in two: 10 for the poster, 25 for the talk. The words are ours. */
export const engineering: Rubric = {
  criteria: [
    criterion(
      'problem',
      10,
      ['Мәселе мен мақсат', 'Проблема и цель', 'Problem and purpose'],
      [
        ['Мұның не үшін жасалғаны әзірге түсініксіз.', 'Пока неясно, зачем это сделано.', 'It is not clear yet what this was made for.'],
        [
          'Не жасағысы келгені айтылған, бірақ оның кімге және не үшін керегі айтылмаған.',
          'Сказано, что хотели сделать, но не сказано, кому и зачем это нужно.',
          'It is told what the team wanted to make, but not who needs it and why.',
        ],
        [
          'Қандай міндетті кім үшін шешкені түсінікті.',
          'Ясно, какую задачу решали и для кого.',
          'It is clear which problem was solved, and for whom.',
        ],
        [
          'Қандай міндетті кім үшін шешкені және оның шешілгенін қандай белгіден білуге болатыны түсінікті.',
          'Ясно, какую задачу решали, для кого и по каким признакам видно, что она решена.',
          'It is clear which problem was solved, for whom, and how one can tell that it is solved.',
        ],
      ],
    ),
    criterion(
      'design',
      15,
      ['Жобалау және жұмыс тәсілі', 'Проектирование и способ работы', 'Design and method'],
      [
        ['Жоспар да, сызба да әзірге жоқ.', 'Плана или чертежа пока нет.', 'There is no plan or drawing yet.'],
        [
          'Бір ғана нобай бар; басқа жолдары қаралмаған.',
          'Есть один эскиз; другие пути не рассматривали.',
          'There is one sketch; no other ways were looked at.',
        ],
        [
          'Бірнеше шешім салыстырылып, біреуі таңдалған; сызбасы немесе сұлбасы бар.',
          'Сравнили несколько решений и выбрали одно; есть чертёж или схема.',
          'Several solutions were compared and one was chosen; there is a drawing or a diagram.',
        ],
        [
          'Таңдау есеппен, өлшеумен немесе сынап көрумен түсіндірілген; сызба бойынша жұмысты басқа адам қайталай алады.',
          'Выбор объяснён расчётом, измерением или пробой; по чертежу работу сможет повторить другой.',
          'The choice is explained by a calculation, a measurement or a trial; somebody else could build it from the drawing.',
        ],
      ],
    ),
    criterion(
      'making',
      20,
      ['Жасау және сынау', 'Изготовление и испытания', 'Construction and testing'],
      [
        ['Бұйым әзірге құрастырылмаған.', 'Изделие пока не собрано.', 'It is not put together yet.'],
        [
          'Құрастырылған, бірақ әрдайым жұмыс істей бермейді; сынақ болмаған немесе жазылмаған.',
          'Собрано, но работает не всегда; испытаний не было, или они не записаны.',
          'It is put together but does not always work; it was not tested, or nothing was written down.',
        ],
        [
          'Ұқыпты құрастырылған және жұмыс істейді; сынақтары сандарымен жазылған.',
          'Собрано аккуратно и работает; испытания записаны с числами.',
          'It is built with care, and it works; tests are written down with figures.',
        ],
        [
          'Бірнеше рет сынап, нәтижесіне қарай түзетіп, жақсарғанын көрсеткен.',
          'Испытали несколько раз, по результатам исправили и показали, что стало лучше.',
          'It was tested several times, mended by what was found, and shown to be better.',
        ],
      ],
    ),
    criterion(
      'creativity',
      20,
      ['Шығармашылық', 'Творчество', 'Creativity'],
      [
        ['Дәл үлгі бойынша жасалған.', 'Сделано точно по образцу.', 'It was made exactly after an example.'],
        ['Үлгіге өзінен бірдеңе қосылған.', 'К образцу добавлено что-то своё.', 'Something of the team’s own was added to an example.'],
        [
          'Заттың жұмысын немесе қолданылуын өзгертетін өз шешімі бар.',
          'Есть своё решение, которое меняет, как вещь работает или как ею пользуются.',
          'There is a solution of the team’s own that changes how the thing works or how it is used.',
        ],
        [
          'Шешімі тосын әрі қарапайым: бұл міндеттің мұндай шешімін бұрын көрген жоқпыз.',
          'Решение неожиданное и простое: так эту задачу мы ещё не видели.',
          'The solution is surprising and simple: we have not seen this problem solved like this before.',
        ],
      ],
    ),
    criterion(
      'poster',
      10,
      ['Плакат', 'Плакат', 'Poster'],
      [
        [
          'Плакат жоқ немесе одан не жасалғанын түсіну мүмкін емес.',
          'Плаката нет, или по нему нельзя понять, что сделано.',
          'There is no poster, or one cannot tell from it what was made.',
        ],
        [
          'Не жасалғаны көрінеді, бірақ қалай жасалғаны көрінбейді.',
          'Видно, что сделано, но не видно, как.',
          'One sees what was made, but not how.',
        ],
        [
          'Не үшін, қалай жасалғаны және не шыққаны көрінеді; суреттеріне жазу қосылған.',
          'Видно, зачем и как делали и что получилось; рисунки подписаны.',
          'One sees why and how it was made and what came of it; pictures have captions.',
        ],
        [
          'Айтып бермесе де бәрі түсінікті; сандар бар, не шықпай қалғаны да айтылған.',
          'Всё понятно без рассказа; есть числа, и сказано, что не получилось.',
          'All is clear without anybody telling it; there are figures, and it says what did not work out.',
        ],
      ],
    ),
    criterion(
      'interview',
      25,
      ['Әңгімелесу: әркімнің үлесі және түсінігі', 'Беседа: вклад и понимание каждого', 'Interview: everybody’s part and understanding'],
      [
        [
          'Команда жұмысы туралы әзірге айтып бере алмайды.',
          'Команда пока не может рассказать о работе.',
          'The team cannot tell about its work yet.',
        ],
        [
          'Қарапайым сұрақтарға ғана жауап береді немесе команданың бір мүшесі ғана айтады.',
          'Отвечают только на простые вопросы, или рассказывает лишь один из команды.',
          'Only simple questions are answered, or only one of the team tells.',
        ],
        [
          'Әркім өз бөлігін түсіндіреді және басқалардың не істегенін біледі.',
          'Каждый объясняет свою часть и знает, что делали другие.',
          'Everybody explains their own part and knows what the others did.',
        ],
        [
          'Әркім бүкіл жұмысты түсіндіреді, оның осал тұсын және өзі нені басқаша істейтінін айтады.',
          'Каждый объясняет всю работу, называет её слабые места и то, что сделал бы иначе.',
          'Everybody explains the whole work, names its weak points and what they would do otherwise.',
        ],
      ],
    ),
  ],
}
