/**
 * Every way in which Sheber says no, with its HTTP status and its sentence in three languages.
 * A sentence says what happened and what to do; `{n}` and the like are filled from `Refusal.with`.
 * Only the server reads the sentences: browsers receive the one in their own language.
 */
export const refusals = {
  input: {
    status: 400,
    kk: 'Кейбір өріс дұрыс толтырылмаған. Белгіленген өрістерді тексеріңіз.',
    ru: 'Что-то заполнено неверно. Проверьте отмеченные поля.',
    en: 'Something is not filled in correctly. Check the marked fields.',
  },
  'too-large': {
    status: 413,
    kk: 'Жіберілген деректер тым үлкен. Қысқартып, қайта жіберіңіз.',
    ru: 'Слишком большой объём данных. Сократите и отправьте ещё раз.',
    en: 'That is too much data at once. Shorten it and send it again.',
  },
  'unsupported-type': {
    status: 415,
    kk: 'Деректердің бұл түрі қабылданбайды. JSON жіберіңіз.',
    ru: 'Этот вид данных не принимается. Отправьте JSON.',
    en: 'This kind of data is not accepted. Send JSON.',
  },
  'sign-in-needed': {
    status: 401,
    kk: 'Алдымен жүйеге кіріңіз.',
    ru: 'Сначала войдите.',
    en: 'Please sign in first.',
  },
  forbidden: {
    status: 403,
    kk: 'Бұған рұқсатыңыз жоқ. Мұғаліміңізден сұраңыз.',
    ru: 'У вас нет на это прав. Спросите своего педагога.',
    en: 'You do not have the right to do this. Ask your teacher.',
  },
  'foreign-origin': {
    status: 403,
    kk: 'Сұраныс басқа сайттан келді, сондықтан орындалмады. Бетті осы жерден қайта ашыңыз.',
    ru: 'Запрос пришёл с другого сайта и не выполнен. Откройте страницу заново.',
    en: 'The request came from another site and was not carried out. Open the page again.',
  },
  'not-found': {
    status: 404,
    kk: 'Мұндай бет немесе жазба табылмады. Сілтемені тексеріңіз.',
    ru: 'Такой страницы или записи нет. Проверьте ссылку.',
    en: 'There is no such page or record. Check the link.',
  },
  'too-often': {
    status: 429,
    kk: 'Тым жиі сұрадыңыз. Сәл күтіп, қайталаңыз.',
    ru: 'Слишком часто. Подождите немного и повторите.',
    en: 'Too many requests. Wait a moment and try again.',
  },
  unavailable: {
    status: 503,
    kk: 'Сервер қазір жауап бере алмайды. Жұмысыңыз осы құрылғыда сақталған; бір минуттан соң қайталаңыз.',
    ru: 'Сервер сейчас не отвечает. Ваша работа осталась на этом устройстве; повторите через минуту.',
    en: 'The server cannot answer right now. Your work is safe on this device; try again in a minute.',
  },
  internal: {
    status: 500,
    kk: 'Қате біздің тарапта. Қайталап көріңіз; болмаса, мұғалімге осы нөмірді айтыңыз.',
    ru: 'Ошибка на нашей стороне. Повторите; если не поможет, назовите педагогу этот номер.',
    en: 'The fault is ours. Try again; if it stays, tell your teacher this number.',
  },
  'centre-exists': {
    status: 409,
    kk: 'Орталық бұрын құрылған. Жүйеге кіріңіз.',
    ru: 'Центр уже создан. Войдите.',
    en: 'The centre has been created already. Please sign in.',
  },
  'login-taken': {
    status: 409,
    kk: 'Бұл кіру аты бос емес. Басқасын таңдаңыз.',
    ru: 'Это имя для входа занято. Выберите другое.',
    en: 'This sign-in name is taken. Choose another.',
  },
  'wrong-password': {
    status: 401,
    kk: 'Кіру аты немесе құпиясөз дұрыс емес. Қайта теріп көріңіз.',
    ru: 'Имя или пароль не подходят. Наберите ещё раз.',
    en: 'The name or the password does not fit. Type them again.',
  },
  'wrong-secret': {
    status: 401,
    kk: 'Код, есім немесе құпия белгі сәйкес келмейді. Қайталап көр немесе мұғалімнен сұра.',
    ru: 'Код, имя или секрет не подходят. Попробуй ещё раз или спроси педагога.',
    en: 'The code, the name or the secret does not fit. Try again or ask your teacher.',
  },
  'locked-out': {
    status: 429,
    kk: 'Тым көп әрекет жасалды. {minutes} минут күтіңіз немесе мұғалім құпия белгіні жаңартсын.',
    ru: 'Слишком много попыток. Подождите {minutes} мин или попросите педагога сменить секрет.',
    en: 'Too many tries. Wait {minutes} min, or let a teacher reset the secret.',
  },
  'code-unknown': {
    status: 404,
    kk: 'Мұндай топ коды жоқ. Карточкадан қайта қарап шық.',
    ru: 'Такого кода группы нет. Проверь по карточке.',
    en: 'There is no such group code. Check it on your card.',
  },
  'already-member': {
    status: 409,
    kk: 'Бұл адам қазірдің өзінде құрамда.',
    ru: 'Этот человек уже в составе.',
    en: 'This person is already a member.',
  },
  'last-adult': {
    status: 409,
    kk: 'Командада кемінде бір ересек қалуы керек. Алдымен басқасын қосыңыз.',
    ru: 'В команде должен остаться хотя бы один взрослый. Сначала добавьте другого.',
    en: 'A team needs at least one adult. Add another first.',
  },
  'last-administrator': {
    status: 409,
    kk: 'Кемінде бір әкімші қалуы керек. Алдымен басқасын тағайындаңыз.',
    ru: 'Должен остаться хотя бы один администратор. Сначала назначьте другого.',
    en: 'At least one administrator must remain. Appoint another first.',
  },
  'not-a-learner': {
    status: 409,
    kk: 'Топқа тек оқушыларды қосуға болады.',
    ru: 'В группу можно добавить только учащихся.',
    en: 'Only learners can be put into a group.',
  },
  'state-step': {
    status: 409,
    kk: 'Жоба бұл кезеңге бірден өте алмайды. Тізімдегі келесі кезеңді таңдаңыз.',
    ru: 'Проект не может сразу перейти на этот этап. Выберите следующий из списка.',
    en: 'The project cannot jump to this stage. Choose one from the list.',
  },
  'password-weak': {
    status: 400,
    kk: 'Құпиясөз тым оңай. Кемінде 10 таңба алыңыз, мысалы, үш сөз.',
    ru: 'Пароль слишком простой. Возьмите не меньше 10 знаков, например три слова.',
    en: 'The password is too easy. Take at least 10 characters, three words for example.',
  },
  'pin-weak': {
    status: 400,
    kk: 'Бұл PIN-ді табу оңай. Басқа төрт санды таңдаңыз.',
    ru: 'Этот PIN легко угадать. Выберите другие четыре цифры.',
    en: 'This PIN is easy to guess. Choose another four digits.',
  },
  frozen: {
    status: 409,
    kk: 'Тақта тоқтатылған, қазір оған ештеңе жазылмайды. Педагог ашқанда қайталаңыз.',
    ru: 'Доска заморожена, сейчас на ней ничего не меняется. Повторите, когда педагог её откроет.',
    en: 'The board is frozen and nothing on it changes now. Try again when a teacher opens it.',
  },
  'too-many-versions': {
    status: 409,
    kk: 'Бір тақтада {max} нұсқадан артық сақталмайды. Бұрынғылардың бірін пайдаланыңыз.',
    ru: 'У доски не может быть больше {max} версий. Воспользуйтесь одной из прежних.',
    en: 'A board cannot have more than {max} versions. Use one of the earlier ones.',
  },
  'too-many-boards': {
    status: 409,
    kk: 'Бір жобада {max} тақтадан артық болмайды. Басқа жобаны таңдаңыз.',
    ru: 'В проекте не может быть больше {max} досок. Выберите другой проект.',
    en: 'A project cannot have more than {max} boards. Choose another project.',
  },
  'nothing-to-copy': {
    status: 409,
    kk: 'Таңдалған заттар тақтада енді жоқ. Басқасын таңдап, қайталаңыз.',
    ru: 'Выбранного на доске уже нет. Выберите другое и повторите.',
    en: 'What was chosen is no longer on the board. Choose something else and try again.',
  },
  'too-many-comments': {
    status: 409,
    kk: 'Бір тақтада {max} түсініктемеден артық сақталмайды. Керек емесін өшіріп, қайта жіберіңіз.',
    ru: 'На доске не может быть больше {max} комментариев. Удалите ненужные и отправьте ещё раз.',
    en: 'A board cannot have more than {max} comments. Remove some that are not needed and send it again.',
  },
  'mention-outside': {
    status: 409,
    kk: 'Тек команда мүшелерін атап жазуға болады. Бөтен адамның атын алып, қайта жіберіңіз.',
    ru: 'Упомянуть можно только тех, кто в команде. Уберите имя и отправьте ещё раз.',
    en: 'Only members of the team can be mentioned. Take the name out and send it again.',
  },
  'file-large': {
    status: 413,
    kk: 'Файл тым үлкен, ең көбі {max} МБ. Файлды кішірейтіп немесе бөліп, қайта жіберіңіз.',
    ru: 'Файл слишком большой: можно до {max} МБ. Уменьшите его или разделите и отправьте ещё раз.',
    en: 'The file is too large: up to {max} MB is possible. Make it smaller or split it and send it again.',
  },
  'file-kind': {
    status: 415,
    kk: 'Файл бүлінген немесе оның түрі белгісіз. Сурет, STL, GLB, PDF, ZIP не мәтін жіберіңіз.',
    ru: 'Файл повреждён или такого вида мы не знаем. Отправьте картинку, STL, GLB, PDF, ZIP или текст.',
    en: 'The file is damaged or of a kind we do not know. Send a picture, STL, GLB, PDF, ZIP or text.',
  },
  'file-unfinished': {
    status: 409,
    kk: 'Файл әлі толық жеткен жоқ. Қалған бөлігін жіберіп, қайталаңыз.',
    ru: 'Файл пришёл ещё не весь. Отправьте остаток и повторите.',
    en: 'The file has not come in full yet. Send the rest and try again.',
  },
  'file-part': {
    status: 409,
    kk: 'Файлдың бөлігі ретімен келмеді. Қанша бөлігі жеткенін сұрап, содан әрі жалғастырыңыз.',
    ru: 'Часть файла пришла не по порядку. Спросите, сколько уже пришло, и продолжите оттуда.',
    en: 'A part of the file came out of turn. Ask how much has come and go on from there.',
  },
  'file-id-taken': {
    status: 409,
    kk: 'Бұл нөмірмен басқа файл бар. Файлды қайта қосыңыз.',
    ru: 'Файл с таким номером уже есть. Добавьте файл заново.',
    en: 'There is a file with this number already. Add your file again.',
  },
  'too-many-files': {
    status: 409,
    kk: 'Бұл тақтаға файл енді сыймайды: ең көбі {max} файл және {size} МБ. Жаңа жобаның тақтасын алыңыз.',
    ru: 'На эту доску файлы больше не помещаются: можно {max} файлов и {size} МБ. Возьмите доску нового проекта.',
    en: 'This board has no room for more files: up to {max} files and {size} MB. Take the board of a new project.',
  },
  'files-too-often': {
    status: 429,
    kk: 'Бір сағатта ең көбі {max} МБ және {count} файл жіберуге болады. {minutes} минут күтіңіз.',
    ru: 'За час можно отправить до {max} МБ и {count} файлов. Подождите {minutes} мин.',
    en: 'Up to {max} MB and {count} files can be sent within an hour. Wait {minutes} min.',
  },
  'picture-large': {
    status: 413,
    kk: 'Суретте {max} миллионнан астам нүкте бар. Оны кішірейтіп немесе экранның суретін түсіріп жіберіңіз.',
    ru: 'В картинке больше {max} миллионов точек. Уменьшите её или отправьте снимок экрана с ней.',
    en: 'The picture has more than {max} million pixels. Make it smaller or send a screenshot of it.',
  },
  'picture-broken': {
    status: 422,
    kk: 'Сурет ашылмайды: бүлінген немесе форматы бөлек, мысалы, HEIC. JPEG не PNG етіп сақтап, қайта жіберіңіз.',
    ru: 'Картинка не открывается: повреждена или в другом формате, например HEIC. Сохраните как JPEG или PNG и отправьте снова.',
    en: 'The picture does not open: damaged, or of another format such as HEIC. Save it as JPEG or PNG and send it again.',
  },
  'framework-broken': {
    status: 409,
    kk: 'Шеңберді сақтау мүмкін емес: {n} жерде түзету керек. Белгіленген жолдарды қараңыз.',
    ru: 'Рамку нельзя сохранить: нужно исправить мест: {n}. Посмотрите отмеченные строки.',
    en: 'The framework cannot be saved: {n} places need mending. See the marked lines.',
  },
  'framework-changed': {
    status: 409,
    kk: 'Бұл шеңберді басқа адам өзгертіп қойған. Өз өзгерістеріңіз осы бетте қалды: бетті жаңа терезеде ашып, салыстырыңыз.',
    ru: 'Эту рамку тем временем изменил другой человек. Ваши правки остались на этой странице: откройте её в новом окне и сравните.',
    en: 'Somebody else has changed this framework meanwhile. Your changes are still on this page: open it in a new window and compare.',
  },
  'framework-exists': {
    status: 409,
    kk: 'Бұл шеңбер бұрыннан бар. Тізімнен ашыңыз.',
    ru: 'Такая рамка здесь уже есть. Откройте её в списке.',
    en: 'This framework is here already. Open it from the list.',
  },
  'framework-retired': {
    status: 409,
    kk: 'Бұл шеңбер енді қолданылмайды. Жаңа нұсқасын жасаңыз.',
    ru: 'Эта рамка больше не используется. Создайте новую версию.',
    en: 'This framework is not in use any more. Make a new version.',
  },
  'framework-renewed': {
    status: 409,
    kk: 'Оның келесі нұсқасы бұрыннан бар. Сол нұсқаны өзгертіңіз.',
    ru: 'Следующая версия уже есть. Правьте её.',
    en: 'It has a next version already. Change that one.',
  },
  'level-fixed': {
    status: 409,
    kk: 'Жарияланған шеңбердің деңгейлерін қосуға, алуға немесе ауыстыруға болмайды: оларға дәлелдер сүйенеді. Жаңа нұсқасын жасаңыз.',
    ru: 'Уровни опубликованной рамки нельзя добавить, убрать или переставить: на них опираются подтверждения. Создайте новую версию.',
    en: 'Levels of a published framework cannot be added, removed or moved, because evidence rests on them. Make a new version.',
  },
  'record-unknown': {
    status: 409,
    kk: 'Бұл жазба портфолиода жоқ: біреу өшірген болуы мүмкін. Басқа жазбаны таңдаңыз не осыны қайтарыңыз.',
    ru: 'Этой записи в портфолио нет: возможно, её убрали. Выберите другую запись или верните эту.',
    en: 'This record is not in the portfolio: somebody may have removed it. Choose another one or bring it back.',
  },
  'competency-unknown': {
    status: 409,
    kk: 'Бұл құзыреттілік енді сұралмайды не шеңбері әлі жарияланбаған. Тізімнен басқасын таңдаңыз.',
    ru: 'Эту компетенцию больше не спрашивают, или её рамка ещё не опубликована. Выберите другую из списка.',
    en: 'This competency is not asked for any more, or its framework is not published yet. Choose another one from the list.',
  },
  'level-unknown': {
    status: 409,
    kk: 'Бұл құзыреттіліктің мұндай деңгейі жоқ. Бетті жаңартып, деңгейді қайта таңдаңыз.',
    ru: 'У этой компетенции нет такого уровня. Обновите страницу и выберите уровень снова.',
    en: 'This competency has no such level. Reload the page and choose the level again.',
  },
  'person-outside': {
    status: 409,
    kk: 'Бұл адамның мұндай портфолиосы жоқ: ол командада не топта жоқ. Тізімнен таңдаңыз.',
    ru: 'К этому портфолио человек не относится: его нет в команде или группе. Выберите людей из списка.',
    en: 'This portfolio is not about that person: they are not in the team or group. Choose people from the list.',
  },
  'evidence-superseded': {
    status: 409,
    kk: 'Бұл дәлелді әлдекім өзгертіп қойған. Ештеңе жоғалған жоқ: жаңасын қарап, қайта шешіңіз.',
    ru: 'Это подтверждение тем временем изменили. Ничего не пропало: посмотрите, что там теперь, и решите снова.',
    en: 'Somebody has changed this evidence meanwhile. Nothing is lost: look at what is there now and decide again.',
  },
  'nothing-to-dispute': {
    status: 409,
    kk: 'Бұл дәлел туралы әлі пікір айтылмаған. Алдымен тәлімгердің пікірін күтіңіз.',
    ru: 'Об этом подтверждении ещё никто не отозвался. Сначала дождитесь отзыва наставника.',
    en: 'Nobody has given a verdict on this evidence yet. Wait for the mentor’s review first.',
  },
  'badge-class-broken': {
    status: 409,
    kk: 'Төсбелгіге атау және кемінде бір құзыреттілік не жобадағы рөл керек. Толтырып, қайта сақтаңыз.',
    ru: 'Значку нужны название и хотя бы одна компетенция или роль в проекте. Дополните и сохраните снова.',
    en: 'A badge needs a title and at least one competency or a role in a project. Add them and save again.',
  },
  'badge-class-fixed': {
    status: 409,
    kk: 'Бұл төсбелгі беріліп жүр, сондықтан шарттары өзгермейді. Жаңа төсбелгі жасаңыз.',
    ru: 'Этот значок уже выдают, поэтому его условия не меняются. Создайте новый значок.',
    en: 'This badge is being given already, so its conditions stay. Make a new badge.',
  },
  'badge-class-changed': {
    status: 409,
    kk: 'Төсбелгіні бұл уақытта басқа адам өзгертті. Бетті жаңартып, қайталаңыз.',
    ru: 'Значок тем временем изменил кто-то другой. Обновите страницу и повторите.',
    en: 'Somebody else has changed this badge meanwhile. Reload the page and try again.',
  },
  'badge-class-shut': {
    status: 409,
    kk: 'Бұл төсбелгі қазір берілмейді. Алдымен оны ашыңыз.',
    ru: 'Этот значок сейчас не выдают. Сначала откройте его.',
    en: 'This badge is not being given now. Open it first.',
  },
  'badge-missing': {
    status: 409,
    kk: 'Әзірге берілмейді: {what} — қажетті деңгейде расталмаған. Алдымен дәлелдерін бағалаңыз.',
    ru: 'Пока выдать нельзя: не подтверждено на нужном уровне: {what}. Сначала оцените подтверждения.',
    en: 'It cannot be given yet: not confirmed on the level asked for: {what}. Review the evidence first.',
  },
  'badge-role': {
    status: 409,
    kk: 'Бұл төсбелгі жобадағы рөлі үшін беріледі. Оқушы қатысқан жобаны таңдаңыз.',
    ru: 'Этот значок дают за роль в проекте. Выберите проект, в котором участвует учащийся.',
    en: 'This badge is given for a role in a project. Choose a project that the learner takes part in.',
  },
  'issuer-key-lost': {
    status: 503,
    kk: 'Ұйымның кілті ашылмайды. Әкімші серверге badge.secret файлын сақтық көшірмеден қайтаруы керек.',
    ru: 'Ключ организации не открывается. Администратору нужно вернуть на сервер файл badge.secret из копии.',
    en: 'The key of the organisation cannot be opened. The administrator has to restore badge.secret from the backup.',
  },
  'record-gone': {
    status: 409,
    kk: 'Таңдалған жазбалардың бірі портфолиода жоқ. Жазбаларды қайта таңдаңыз.',
    ru: 'Одной из выбранных записей в портфолио уже нет. Выберите записи заново.',
    en: 'One of the chosen records is no longer in the portfolio. Choose the records again.',
  },
  'piece-closed': {
    status: 404,
    kk: 'Бұл жұмыстың суреті көрсетілмейді: тақтасы жабық немесе енді жоқ. Авторынан сұраңыз.',
    ru: 'Эту работу показать нельзя: её доска закрыта или её больше нет. Спросите автора.',
    en: 'This piece of work cannot be shown: its board is closed or gone. Ask the author.',
  },
  'nothing-to-review': {
    status: 409,
    kk: 'Портфолиода әлі бірде-бір жазба жоқ. Алдымен жазба қосыңыз.',
    ru: 'В портфолио ещё нет ни одной записи. Сначала добавьте запись.',
    en: 'There is no record in the portfolio yet. Add one first.',
  },
  'reviewer-unfit': {
    status: 409,
    kk: 'Бұл адам осы жұмысты оқи алмайды: ол автор немесе бөтен мекемеден. Тізімнен басқа адамды таңдаңыз.',
    ru: 'Этот человек не может читать работу: он её автор или из чужой организации. Выберите другого из списка.',
    en: 'This person cannot read the work: an author of it, or of another organisation. Choose somebody from the list.',
  },
  'review-taken': {
    status: 409,
    kk: 'Бұл жұмысты {name} алып қойған. Кезектен басқасын алыңыз.',
    ru: 'Эту работу уже читает {name}. Возьмите из очереди другую.',
    en: 'This work is read by {name} already. Take another one from the queue.',
  },
  'review-over': {
    status: 409,
    kk: 'Бұл жұмысты қарау аяқталған. Бетті жаңартып, қазіргі күйін көріңіз.',
    ru: 'Проверка этой работы уже закончена. Обновите страницу и посмотрите, что с ней.',
    en: 'The review of this work is over. Load the page again to see how it stands.',
  },
  'review-given': {
    status: 409,
    kk: 'Бұл нұсқаға пікіріңіз берілген. Жаңа ойыңызды ескертпе етіп жазыңыз.',
    ru: 'Ваш отзыв на эту версию уже есть. Новую мысль напишите замечанием.',
    en: 'You have given your review of this version. Write a new thought as a remark.',
  },
  'review-renewed': {
    status: 409,
    kk: 'Автор жаңа нұсқасын тапсырды. Жазғаныңыз осы бетте қалды: жаңа нұсқаны оқып, қайта жіберіңіз.',
    ru: 'Автор сдал новую версию. Написанное осталось на странице: прочтите новую версию и отправьте снова.',
    en: 'The author has handed in a new version. Your words are still here: read the new version and send them again.',
  },
  'review-wordless': {
    status: 409,
    kk: 'Жұмысты қайтару үшін сұрақ жазыңыз: автор нені түзететінін білсін.',
    ru: 'Чтобы вернуть работу, напишите вопрос: автор должен знать, что исправить.',
    en: 'Write a question to return the work, so that its author knows what to mend.',
  },
  'review-answered': {
    status: 409,
    kk: 'Бұл пікірге жауап берілген. Тағы айтарыңыз болса, ескертпе қалдырыңыз.',
    ru: 'На этот отзыв уже ответили. Если есть что добавить, оставьте замечание.',
    en: 'This review has been answered already. Leave a remark if there is more to say.',
  },
  'review-not-returned': {
    status: 409,
    kk: 'Қайта тапсыру үшін жұмыс алдымен қайтарылуы керек. Пікірді күтіңіз.',
    ru: 'Сдать заново можно только возвращённую работу. Дождитесь отзыва.',
    en: 'Only work that was returned can be handed in again. Wait for the review.',
  },
  'verdict-unfit': {
    status: 409,
    kk: 'Бір дәлелдің деңгейі не өзі өзгерген. Бетті жаңартып, шешіміңізді тексеріңіз.',
    ru: 'Одно из подтверждений или его уровень изменились. Обновите страницу и проверьте решения.',
    en: 'One of the evidences or its level has changed. Load the page again and check the verdicts.',
  },
  'place-gone': {
    status: 409,
    kk: 'Белгіленген жер бұл нұсқада жоқ. Сөздерді қайта белгілеп, ескертпені жіберіңіз.',
    ru: 'Отмеченного места нет в этой версии. Выделите слова заново и отправьте замечание.',
    en: 'The marked place is not in this version. Mark the words again and send the remark.',
  },
  'works-elsewhere': {
    status: 403,
    kk: 'Бұл адаммен бір командада емессіз, ол сіздің педагогыңыз да емес. Алдымен оны командаға қосыңыз.',
    ru: 'Вы не в одной команде с этим человеком, и он не ваш педагог. Сначала примите его в команду.',
    en: 'You share no team with this person, who is no teacher of yours either. Take them into a team first.',
  },
  'not-confirmed': {
    status: 409,
    kk: 'Бұл дәлел әзірге расталмаған немесе оқушы мектебіңізде оқымайды. Тізімді жаңартып көріңіз.',
    ru: 'Это подтверждение ещё не подтверждено, или учащийся не из вашей школы. Обновите список.',
    en: 'This evidence is not confirmed yet, or the pupil is not of your school. Load the list again.',
  },
  'goal-unknown': {
    status: 409,
    kk: 'Мектебіңізде мұндай мақсат жоқ. Басқасын таңдаңыз немесе тек тақырыпты жазыңыз.',
    ru: 'Такой цели у вашей школы нет. Выберите другую или напишите только тему.',
    en: 'Your school has no such goal. Choose another one, or write the topic alone.',
  },
  'consent-period': {
    status: 400,
    kk: 'Келісім мерзімі қате: мұндай күн жоқ немесе ол аяқталып қойған. Күндерді тексеріңіз.',
    ru: 'Срок согласия неверен: такого дня нет или он уже прошёл. Проверьте даты.',
    en: 'The period of the consent is wrong: there is no such day, or it is over. Check the dates.',
  },
  'guardian-self': {
    status: 409,
    kk: 'Өзіңізді заңды өкіл етіп жаза алмайсыз. Әріптесіңізден сұраңыз.',
    ru: 'Себя законным представителем записать нельзя. Попросите коллегу.',
    en: 'You cannot record yourself as a guardian. Ask a colleague to do it.',
  },
  'guardian-child': {
    status: 409,
    kk: 'Оқушы заңды өкіл бола алмайды. Ересек адамды таңдаңыз.',
    ru: 'Учащийся не может быть законным представителем. Выберите взрослого.',
    en: 'A learner cannot be a guardian. Choose an adult.',
  },
  'guardian-already': {
    status: 409,
    kk: 'Бұл адам осы баланың заңды өкілі ретінде жазылып қойған. Екінші рет жазудың қажеті жоқ.',
    ru: 'Этот человек уже записан представителем ребёнка. Второй раз не нужно.',
    en: 'This person is recorded as a guardian of the child already. Once is enough.',
  },
  'guardian-elsewhere': {
    status: 409,
    kk: 'Бұл адам баланың мекемесінде жоқ. Тізімнен таңдаңыз немесе жаңадан қосыңыз.',
    ru: 'Этого человека нет в организации ребёнка. Выберите из списка или добавьте нового.',
    en: 'This person is not of the organisation of the child. Choose from the list, or add somebody new.',
  },
  'guardian-not-needed': {
    status: 409,
    kk: 'Ересек адамға заңды өкіл қажет емес. Оқушыны таңдаңыз.',
    ru: 'Взрослому законный представитель не нужен. Выберите учащегося.',
    en: 'An adult needs no guardian. Choose a learner.',
  },
  'reviewer-relative': {
    status: 409,
    kk: 'Заңды өкіл өз баласының жұмысына пікір бермейді. Басқа адамды таңдаңыз.',
    ru: 'Законный представитель не даёт отзыв о работе своего ребёнка. Выберите другого человека.',
    en: 'A guardian does not review the work of their own child. Choose somebody else.',
  },
  'own-child': {
    status: 409,
    kk: 'Өз балаңыздың дәлелін есепке алуға да, оған төсбелгі беруге де болмайды. Мұны әріптесіңізден сұраңыз.',
    ru: 'Засчитать работу своего ребёнка или выдать ему значок нельзя. Попросите об этом коллегу.',
    en: 'You cannot accept the work of your own child or give them a badge. Ask a colleague to do it.',
  },
  'consent-not-needed': {
    status: 409,
    kk: 'Ересек адам өзі үшін өзі шешеді: қағаз қажет емес.',
    ru: 'Взрослый решает за себя сам: бумага не нужна.',
    en: 'An adult decides for themselves: no paper is needed.',
  },
  withdrawn: {
    status: 410,
    kk: 'Бұл енді бәріне көрсетілмейді. Авторлардан сұраңыз.',
    ru: 'Это больше не показывают всем. Спросите авторов.',
    en: 'This is no longer shown to everybody. Ask its authors.',
  },
  'nothing-public': {
    status: 409,
    kk: 'Әзірге бәріне ашатын ештеңе жоқ. Жазбада «Барлығы» дегенді белгілеңіз және заңды өкілдің келісімін тексеріңіз.',
    ru: 'Пока нечего показать всем. Отметьте у записи «Все» и проверьте согласие законного представителя.',
    en: 'There is nothing to show to everybody yet. Mark a record “Everybody” and check the consent of the guardian.',
  },
} as const satisfies Record<string, { status: number; kk: string; ru: string; en: string }>

export type RefusalCode = keyof typeof refusals

/** An expected no. Anything else that is thrown is our bug and is logged once, at the rim. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** Fills `{…}` in the sentence. */
  readonly with: Record<string, string | number>
  constructor(code: RefusalCode, fill: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.with = fill
  }
}

export const refuse = (code: RefusalCode, fill?: Record<string, string | number>): never => {
  throw new Refusal(code, fill)
}
