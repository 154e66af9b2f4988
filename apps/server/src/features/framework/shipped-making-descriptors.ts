type Said3 = readonly [kk: string, ru: string, en: string]
/** From the lowest level up. */
type Steps = readonly [Said3, Said3, Said3, Said3]
type Code = `${'A' | 'B' | 'C' | 'D' | 'E'}${1 | 2 | 3 | 4}`

/**
 * What somebody sees when a pupil stands on a level: one thing that is done, in words that the pupil understands too.
 * A competency or a level without its sentence does not compile.
 */
export const descriptors: Readonly<Record<Code, Steps>> = {
  A1: [
    [
      'Үлкен адамның сұрақтарына жауап беріп, айналасынан жөндеуге болатын бір қолайсыздықты атайды.',
      'Отвечая на вопросы взрослого, называет вокруг себя одно неудобство, которое можно исправить.',
      'Led by an adult’s questions, names one thing around that is awkward and could be made better.',
    ],
    [
      'Үлгіні толтырып, міндетті бір сөйлеммен жазады: кімге не керек.',
      'По шаблону записывает задачу одним предложением: кому и что нужно.',
      'Fills in a template and writes the problem in one sentence: who needs what.',
    ],
    [
      'Мәселені өзі табады, одан кім қиналатынын сұрап біледі, міндет пен оның талаптарын жазады.',
      'Находит проблему, расспрашивает тех, кому она мешает, и записывает задачу с требованиями.',
      'Finds a problem, asks the people it troubles and writes it down with its requirements.',
    ],
    [
      'Жолдасының тым жалпы міндетін сұрақ қойып нақтылауға көмектеседі.',
      'Задаёт товарищу вопросы и помогает сузить слишком широкую задачу.',
      'Asks a teammate questions until a problem that was too wide becomes a clear one.',
    ],
  ],
  A2: [
    [
      'Педагог көрсеткен екі дайын шешімді қарап, бір айырмасын айтады.',
      'Рассматривает два готовых решения, которые показал педагог, и называет одно отличие.',
      'Looks at two existing solutions shown by the teacher and names one difference.',
    ],
    [
      'Берілген кестеге үш ұқсас құрылғыны салыстырып, әрқайсысының дереккөзін жазады.',
      'Сравнивает три аналога в готовой таблице и записывает источник каждого.',
      'Compares three similar devices in a given table and writes down the source of each.',
    ],
    [
      'Ұқсас шешімдерді өзі іздейді, дереккөзге сенуге болатынын тексереді, өзіне керегін жазып алады.',
      'Ищет аналоги, проверяет, можно ли верить источнику, и выписывает то, что пригодится проекту.',
      'Searches for similar solutions, checks whether a source can be trusted and notes what the project can use.',
    ],
    [
      'Жолдасына жақсы дереккөзді әлсізінен қалай айыратынын мысалмен көрсетеді.',
      'Показывает товарищу на примере, как отличить надёжный источник от слабого.',
      'Shows a teammate by example how to tell a good source from a weak one.',
    ],
  ],
  A3: [
    [
      'Топта сөйлесіп отырып, өзінің кемінде бір нұсқасын айтады не салады.',
      'В общем разговоре предлагает или рисует хотя бы один свой вариант.',
      'In a shared talk puts forward or sketches at least one option of their own.',
    ],
    [
      'Екі нұсқаны берілген өлшемшарттар бойынша салыстырып, кестеге белгілейді.',
      'Сравнивает два варианта по заданным критериям и отмечает это в таблице.',
      'Compares two options by given criteria and marks the result in a table.',
    ],
    [
      'Үш түрлі нұсқа ойлап табады, өлшемшартты өзі қояды, таңдауын дәлелдейді.',
      'Придумывает три разных варианта, выбирает критерии и объясняет свой выбор.',
      'Thinks up three different options, sets the criteria and gives reasons for the choice.',
    ],
    [
      'Командада идея жинауды жүргізеді: әркімнің сөзін тыңдатып, салыстыруға бағыттайды.',
      'Ведёт в команде сбор идей: следит, чтобы высказались все, и подводит к сравнению.',
      'Leads the team’s gathering of ideas: sees that everybody is heard and brings them to compare.',
    ],
  ],
  A4: [
    [
      'Педагогпен бірге тәжірибе жасап, не болғанын айтып береді.',
      'Проводит опыт вместе с педагогом и рассказывает, что получилось.',
      'Carries out a trial together with the teacher and tells what happened.',
    ],
    [
      'Нұсқаулық бойынша тәжірибе жасайды, нәтижесін кестеге жазады.',
      'Проводит опыт по инструкции и заносит результаты в таблицу.',
      'Carries out a trial from instructions and writes the results into a table.',
    ],
    [
      'Болжам жасап, бір ғана шартты өзгертіп тексереді, бірнеше рет өлшеп, қорытынды жазады.',
      'Выдвигает предположение, меняет только одно условие, измеряет несколько раз и пишет вывод.',
      'Makes a guess, changes one condition only, measures several times and writes a conclusion.',
    ],
    [
      'Өзгенің тәжірибесіндегі қатені тауып, оны қалай әділ өткізуге болатынын түсіндіреді.',
      'Находит ошибку в чужом опыте и объясняет, как провести его честно.',
      'Finds the flaw in somebody’s trial and explains how to make it a fair one.',
    ],
  ],
  B1: [
    [
      'Үлкен адаммен бірге қарап, сызбадан бөлшектің ұзындығы мен енін табады.',
      'Вместе со взрослым находит на чертеже длину и ширину детали.',
      'Finds the length and width of a part on a drawing together with an adult.',
    ],
    [
      'Үлгіге қарап, қарапайым бөлшектің сызбасын өлшемдерімен сызады.',
      'По образцу вычерчивает простую деталь и проставляет размеры.',
      'Draws a simple part after an example and puts in its dimensions.',
    ],
    [
      'Штангенциркульмен өлшеп, бөлшекті сызбаға көмексіз түсіреді.',
      'Снимает размеры штангенциркулем и переносит деталь на чертёж без подсказки.',
      'Measures a part with callipers and puts it on a drawing without a prompt.',
    ],
    [
      'Жолдасының сызбасын тексеріп, жетпейтін өлшемді көрсетеді және себебін айтады.',
      'Проверяет чертёж товарища, показывает, какого размера не хватает, и объясняет, зачем он нужен.',
      'Checks a teammate’s drawing, points out a missing dimension and explains why it is needed.',
    ],
  ],
  B2: [
    [
      'Материалдарды ұстап көріп, қайсысы мықты, қайсысы жеңіл екенін педагогпен бірге анықтайды.',
      'Вместе с педагогом сравнивает материалы на ощупь: какой прочнее, какой легче.',
      'Handles materials with the teacher and says which is stronger and which is lighter.',
    ],
    [
      'Берілген формула не кесте бойынша қанша материал керегін есептейді.',
      'По готовой формуле или таблице считает, сколько материала понадобится.',
      'Works out from a given formula or table how much material is needed.',
    ],
    [
      'Салмаққа, беріктікке, бағаға қарап материал таңдайды, есебін дәптерге жазады.',
      'Выбирает материал по весу, прочности и цене и записывает расчёт в дневник.',
      'Chooses a material by weight, strength and price and writes the calculation in the notebook.',
    ],
    [
      'Команданың есебін тексеріп, арзанырақ не мықтырақ материал ұсынады, неге екенін түсіндіреді.',
      'Проверяет расчёт команды, предлагает материал дешевле или прочнее и объясняет почему.',
      'Checks the team’s calculation, suggests a cheaper or stronger material and explains why.',
    ],
  ],
  B3: [
    [
      'Педагогтің көмегімен бүгінгі жұмысты үш қадамға бөледі.',
      'С помощью педагога делит работу на сегодня на три шага.',
      'Divides today’s work into three steps with the teacher’s help.',
    ],
    [
      'Үлгі бойынша апталық жоспар мен керек-жарақ тізімін толтырады.',
      'По образцу заполняет план на неделю и список покупок.',
      'Fills in a plan for the week and a shopping list after an example.',
    ],
    [
      'Мерзімі мен бағасы бар жоспар құрады, кешіккенде оны өзі түзетеді.',
      'Составляет план со сроками и ценами и сам меняет его, когда что-то задерживается.',
      'Makes a plan with dates and prices and changes it when something is late.',
    ],
    [
      'Командаға жұмысты шынайы бағалауды үйретеді, қосымша уақыт пен ақша қалдырады.',
      'Учит команду трезво оценивать объём работы и оставлять запас времени и денег.',
      'Teaches the team to judge how much work there is and to keep some time and money in hand.',
    ],
  ],
  B4: [
    [
      'Көрсеткен бойынша кубтан, цилиндрден қарапайым үлгі құрастырады.',
      'Следуя показу, собирает простую модель из кубов и цилиндров.',
      'Builds a simple model of boxes and cylinders while being shown how.',
    ],
    [
      'Сабақтағы нұсқаулық бойынша бөлшекті берілген өлшеммен модельдейді.',
      'По уроку моделирует деталь с заданными размерами.',
      'Follows a tutorial to model a part to given dimensions.',
    ],
    [
      'Өз бөлшегін бірнеше элементтен жинап, саңылауын ескереді, файлды басуға дайындайды.',
      'Моделирует свою деталь из нескольких частей, учитывает зазоры и готовит файл к печати.',
      'Models a part of their own from several pieces, allows for clearance and prepares the file for printing.',
    ],
    [
      'Жолдасының үлгісінен басуға кедергі болатын жерді тауып, түзету жолын көрсетеді.',
      'Находит в модели товарища место, которое не напечатается, и показывает, как его исправить.',
      'Finds the place in a teammate’s model that would not print and shows how to mend it.',
    ],
  ],
  C1: [
    [
      'Көзілдірік киіп, үлкен адамның қасында аралайды, тегістейді, бұрандайды.',
      'Надевает очки и пилит, шлифует, закручивает рядом со взрослым.',
      'Puts on goggles and saws, sands and drives screws beside an adult.',
    ],
    [
      'Қауіпсіздік парағына қарап құралды таңдайды, бөлшекті қысып бекітіп барып кеседі.',
      'По памятке выбирает инструмент и закрепляет деталь, прежде чем резать.',
      'Chooses the tool from a safety card and clamps the part before cutting.',
    ],
    [
      'Жұмысқа сай құралды өзі алады, орнын дайындайды, соңынан құралын тазалап орнына қояды.',
      'Берёт подходящий инструмент, готовит место, а после работы чистит и убирает его без напоминания.',
      'Takes the right tool, prepares the place and afterwards cleans up and puts it away without being told.',
    ],
    [
      'Жаңадан келгенге құралды қалай ұстауды көрсетеді, қауіпті қимылды дер кезінде тоқтатады.',
      'Показывает новичку, как держать инструмент, и вовремя останавливает опасное движение.',
      'Shows a newcomer how to hold the tool and stops a dangerous movement in time.',
    ],
  ],
  C2: [
    [
      'Педагогпен бірге батарея мен шамды қосып, неліктен жанғанын айтады.',
      'Вместе с педагогом подключает лампочку к батарейке и говорит, почему она горит.',
      'Connects a lamp to a battery with the teacher and says why it lights.',
    ],
    [
      'Дайын сұлба бойынша макет тақтасына тізбек жинайды.',
      'По готовой схеме собирает цепь на макетной плате.',
      'Builds a circuit on a breadboard from a given diagram.',
    ],
    [
      'Сұлбасын өзі сызады, дәнекерлейді, қоспас бұрын мультиметрмен тексереді.',
      'Чертит схему, паяет её и проверяет мультиметром, прежде чем включить.',
      'Draws the diagram, solders it and checks it with a multimeter before switching on.',
    ],
    [
      'Жолдасының тізбегіндегі ақауды бірге іздейді, қалай табуға болатынын көрсетеді.',
      'Вместе с товарищем ищет обрыв в его цепи и показывает, как его находят.',
      'Looks for the fault in a teammate’s circuit together and shows how one is found.',
    ],
  ],
  C3: [
    [
      'Педагог баптап берген станокта бөлшек жасай бастап, барысын бақылайды.',
      'Запускает деталь на станке, который настроил педагог, и следит за работой.',
      'Starts a part on a machine set up by the teacher and watches it being made.',
    ],
    [
      'Нұсқаулық бойынша принтерді не лазерді дайындап, дайын файлдан бөлшек шығарады.',
      'По инструкции готовит принтер или лазер и делает деталь из готового файла.',
      'Prepares the printer or laser from instructions and makes a part from a given file.',
    ],
    [
      'Тәсілін, материалы мен баптауын өзі таңдайды, дайын бөлшекті өлшеп тексереді.',
      'Выбирает способ, материал и настройки и проверяет готовую деталь измерением.',
      'Chooses the method, material and settings and checks the finished part by measuring.',
    ],
    [
      'Станокта жұмыс істеуді үйретеді, бөлшек неге бұзылғанын талдап береді.',
      'Учит работать на станке и разбирает с товарищем, почему деталь вышла с браком.',
      'Teaches others to use the machine and works out with them why a part came out wrong.',
    ],
  ],
  C4: [
    [
      'Педагогпен бірге құрылғыны қосып көріп, не істемей тұрғанын айтады.',
      'Включает устройство вместе с педагогом и говорит, что именно не работает.',
      'Switches the device on with the teacher and says what exactly does not work.',
    ],
    [
      'Тексеру парағы бойынша сынап, әр тармаққа нәтижесін жазады.',
      'Испытывает по списку проверок и записывает результат каждой.',
      'Tests it by a checklist and writes down the result of each step.',
    ],
    [
      'Сынауды өзі ойластырады, ақаудың себебін тауып түзетеді, содан кейін қайта сынайды.',
      'Придумывает испытание, находит причину неисправности, устраняет её и испытывает снова.',
      'Thinks up a test, finds the cause of a fault, mends it and tests again.',
    ],
    [
      'Ақауды ретімен іздеуді үйретеді, келесі командаға көмегі тиетін жазба қалдырады.',
      'Учит искать неисправность по порядку и оставляет запись, которая поможет следующей команде.',
      'Teaches how to look for a fault step by step and leaves a note that helps the next team.',
    ],
  ],
  D1: [
    [
      'Педагогпен бірге дайын бағдарламадағы бір санды өзгертіп, не болатынын көреді.',
      'Вместе с педагогом меняет одно число в готовой программе и смотрит, что изменилось.',
      'Changes one number in a ready program with the teacher and sees what happens.',
    ],
    [
      'Мысалға қарап, шам жағатын не қозғалтқыш айналдыратын бағдарлама жинайды.',
      'По примеру составляет программу, которая зажигает светодиод или крутит мотор.',
      'Puts together, from an example, a program that lights an LED or turns a motor.',
    ],
    [
      'Датчиктің мәніне қарай әрекет ететін бағдарламаны өзі жазып, қатесін тауып түзетеді.',
      'Пишет программу, которая действует по показаниям датчика, и сам находит в ней ошибки.',
      'Writes a program that acts on what a sensor reads, and finds the mistakes in it.',
    ],
    [
      'Жолдасының бағдарламасын оқып, қатесін дайын жауап бермей-ақ тапқызады.',
      'Читает программу товарища и помогает найти ошибку, не давая готового ответа.',
      'Reads a teammate’s program and helps to find the mistake without giving the answer.',
    ],
  ],
  D2: [
    [
      'Үлкен адаммен бірге өлшеу нәтижелерін кестеге енгізеді.',
      'Вместе со взрослым вносит результаты измерений в таблицу.',
      'Enters measurements into a table together with an adult.',
    ],
    [
      'Үлгіге қарап, кесте бойынша график салады, осьтерін жазады.',
      'По образцу строит по таблице график и подписывает оси.',
      'Makes a chart from a table after an example and labels its axes.',
    ],
    [
      'Деректі өзі жинап, қате мәндерін байқайды, орташасын есептеп, графиктен қорытынды шығарады.',
      'Собирает данные, замечает ошибочные значения, считает среднее и делает вывод по графику.',
      'Gathers data, notices wrong values, works out the mean and draws a conclusion from the chart.',
    ],
    [
      'Графиктің қай жері жаңылыстыратынын жолдасына көрсетіп, түсініктірек етіп салғызады.',
      'Показывает товарищу, чем его график вводит в заблуждение, и помогает сделать честный.',
      'Shows a teammate where their chart misleads and helps to make an honest one.',
    ],
  ],
  D3: [
    [
      'Сабақ соңында не істегенін педагогтің сұрақтары бойынша екі сөйлеммен жазады.',
      'В конце занятия записывает двумя предложениями, что сделано, по вопросам педагога.',
      'At the end of a lesson writes in two sentences what was done, led by the teacher’s questions.',
    ],
    [
      'Күнделікті үлгі бойынша жүргізеді: күні, суреті, не болды, әрі қарай не істейді.',
      'Ведёт дневник по образцу: дата, фото, что получилось, что дальше.',
      'Keeps the notebook after an example: date, photo, what came of it, what is next.',
    ],
    [
      'Әр шешімін себебімен жазып отырады; жоқ кісі де жазбадан жұмысты қайталай алады.',
      'Записывает решения и их причины так, что по записям работу сможет повторить другой.',
      'Writes down decisions with their reasons so that somebody else could repeat the work.',
    ],
    [
      'Командаға ортақ тәртіп ұсынады: файл қайда тұрады, қалай аталады, кім жазады.',
      'Предлагает команде порядок: где лежат файлы, как называются, кто и когда записывает.',
      'Gives the team an order: where files are kept, how they are called, who writes and when.',
    ],
  ],
  D4: [
    [
      'Педагог сұрағанда суретті не идеяны қайдан алғанын айтады.',
      'Когда педагог спрашивает, называет, откуда взяты картинка или идея.',
      'Says where a picture or an idea comes from when the teacher asks.',
    ],
    [
      'Алған суретінің, моделінің, кодының жанына авторы мен сілтемесін үлгі бойынша жазады.',
      'По образцу подписывает автора и ссылку у чужой картинки, модели или кода.',
      'Writes the author and a link beside a borrowed picture, model or piece of code, after an example.',
    ],
    [
      'Лицензиясын оқып, қолдануға бола ма, соны өзі шешеді, өз жұмысына да лицензия таңдайды.',
      'Читает лицензию, решает, можно ли взять материал, и выбирает лицензию для своей работы.',
      'Reads a licence, decides whether the material may be used and chooses one for their own work.',
    ],
    [
      'Жоба ішінен авторы көрсетілмеген жерді тауып, командаға қалай дұрыс жазуды түсіндіреді.',
      'Находит в проекте место без указания автора и объясняет команде, как указать его правильно.',
      'Finds a place in the project with no author named and explains to the team how to name one.',
    ],
  ],
  E1: [
    [
      'Педагог берген өз тапсырмасын біліп, аяқтағанын командаға айтады.',
      'Знает своё поручение от педагога и говорит команде, когда оно выполнено.',
      'Knows the task given by the teacher and tells the team when it is done.',
    ],
    [
      'Рөлдер тізімінен өзіне біреуін таңдап, сол рөлдің міндеттерін орындайды.',
      'Выбирает роль из списка и выполняет то, что в нём для неё записано.',
      'Chooses a role from a list and does what the list says of it.',
    ],
    [
      'Командамен келісіп бөлігін алады, мерзімінде бітіреді, үлгермесе алдын ала ескертеді.',
      'Договаривается с командой о своей части, сдаёт её в срок, а если не успевает, предупреждает заранее.',
      'Agrees on a part with the team, finishes it in time and warns early when that will not be possible.',
    ],
    [
      'Жұмысты әркімнің күшіне қарай бөлуге көмектеседі, дауды тыныш шешеді.',
      'Помогает разделить работу по силам каждого и спокойно улаживает споры.',
      'Helps to share the work out by what each can do and settles quarrels calmly.',
    ],
  ],
  E2: [
    [
      'Педагог бағыттаса, жолдасының жұмысынан ұнаған бір нәрсені айтады.',
      'С подсказкой педагога называет одну вещь, которая понравилась в работе товарища.',
      'With the teacher’s prompt names one thing they like in a teammate’s work.',
    ],
    [
      '«Ұнады — сұрағым бар — ұсынамын» үлгісімен пікір айтады, өзіне айтылғанды бөлмей тыңдайды.',
      'Даёт отзыв по схеме «нравится — вопрос — предлагаю» и слушает отзыв о себе не перебивая.',
      'Gives feedback by the pattern “I like, I ask, I suggest” and listens to theirs without breaking in.',
    ],
    [
      'Нақты жерін көрсетіп пікір жазады; өзі алған пікір бойынша жұмысын жөндейді.',
      'Пишет отзыв о конкретном месте работы и исправляет свою работу по чужому отзыву.',
      'Writes feedback on one exact place and mends their own work after the feedback of others.',
    ],
    [
      'Талқылауды жүргізеді: өкпелеткен сөзді пайдалы кеңеске айналдырады.',
      'Ведёт обсуждение и помогает превратить обидное замечание в полезный совет.',
      'Leads a discussion and helps to turn a hurtful remark into useful advice.',
    ],
  ],
  E3: [
    [
      'Педагогпен бірге тұрып, өз бөлігі туралы екі-үш сөйлем айтады.',
      'Стоя рядом с педагогом, говорит о своей части два-три предложения.',
      'Standing beside the teacher, says two or three sentences about their own part.',
    ],
    [
      'Жоспарға қарап, жобаны үш минутта баяндайды және жасағанын көрсетеді.',
      'По плану рассказывает о проекте за три минуты и показывает, как он работает.',
      'Tells of the project in three minutes from a plan and shows it working.',
    ],
    [
      'Тыңдаушысына қарай сөзін өзі құрады, қазылардың сұрағына дәлелмен жауап береді.',
      'Строит рассказ под слушателей и отвечает на вопросы жюри, опираясь на факты.',
      'Shapes the talk for its listeners and answers the judges’ questions with facts.',
    ],
    [
      'Командаласының сөзін жаттықтырып, қай жері түсініксіз екенін айтып, жөндеуге көмектеседі.',
      'Репетирует с товарищем, говорит, что было непонятно, и помогает это исправить.',
      'Rehearses with a teammate, says what was unclear and helps to mend it.',
    ],
  ],
  E4: [
    [
      'Педагог сұраса, жаңадан келген балаға керек заттың қайда жатқанын көрсетеді.',
      'По просьбе педагога показывает новичку, где что лежит.',
      'Shows a newcomer where things are kept when the teacher asks.',
    ],
    [
      'Кішіге дайын нұсқаулықты бірге оқып, қадамдарын бірге жасайды.',
      'Читает с младшим готовую инструкцию и проходит её шаги вместе с ним.',
      'Reads given instructions with somebody younger and goes through the steps together.',
    ],
    [
      'Көмек керегін өзі байқайды, орнына істеп бермей, қалай істеуін айтады.',
      'Замечает, кому нужна помощь, и объясняет, не делая работу за него.',
      'Notices who needs help and explains without doing the work for them.',
    ],
    [
      'Кішілерге шағын сабақ дайындап өткізеді, басқаларды да көмектесуге тартады.',
      'Готовит и проводит для младших короткое занятие и учит других быть помощниками.',
      'Prepares and gives a short lesson for the younger and teaches others to help too.',
    ],
  ],
}
