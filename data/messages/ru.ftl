# The words by which things are answered, in Russian. The format is Project Fluent's:
# { $name } is filled in; { $n -> [one] ... *[other] ... } chooses by number. Names stand where they
# need no inflection: before a dash or after a colon.

# --- words ---------------------------------------------------------------------------------------
medal-gold = золото
medal-silver = серебро
medal-bronze = бронза
emoji-gold = золото 🥇
emoji-silver = серебро 🥈
emoji-bronze = бронза 🥉
gender-men = мужчины
gender-women = женщины
gender-mixed = смешанный разряд
gender-of-men = мужчины
gender-of-women = женщины
gender-of-mixed = смешанный разряд
weight-upto = до { $kg } кг
weight-over = свыше { $kg } кг
weight-any = { $kg } кг
distance = { $m } м
event = { $discipline } { $distance }, { $gender }, { $weight }, { $class }
event-team = команда, { $gender }, { $discipline }, { $class }
mark-kg = { $mark } кг
mark-m = { $mark } м
mark-points = { $mark } { $n ->
    [one] балл
    [few] балла
   *[other] баллов
 }
mark-s = { $mark }
place = { $n }-е место
status-heats = в предварительных заплывах
status-qualification = в квалификации
status-disqualified = дисквалификация
status-eliminated = выбыл до борьбы за медали
place-unknown = итоговое место не указано
yes = Да
no = Нет
age-years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[other] { $n } лет
 }
games-all = все Игры
games-of-season = { $season ->
    [winter] все зимние Игры
   *[summer] все летние Игры
 }
except = кроме: { $what }
times = не меньше { $n } на человека
without-medal = без медали
any-medal = медали
stage-final = финал
stage-semifinal = полуфинал
stage-bronze = схватка за бронзу
stage-repechage = утешительная схватка
stage-pool = матч в группе
stage-fifth-place = матч за 5-е место

# --- lines ---------------------------------------------------------------------------------------
row = { $who } — { $what }
count-medals = { $colour ->
    [gold] { $n ->
        [one] { $n } золотая медаль
        [few] { $n } золотые медали
       *[other] { $n } золотых медалей
     }
    [silver] { $n ->
        [one] { $n } серебряная медаль
        [few] { $n } серебряные медали
       *[other] { $n } серебряных медалей
     }
    [bronze] { $n ->
        [one] { $n } бронзовая медаль
        [few] { $n } бронзовые медали
       *[other] { $n } бронзовых медалей
     }
   *[any] { $n ->
        [one] { $n } медаль
        [few] { $n } медали
       *[other] { $n } медалей
     }
 }
count-athletes = { $n ->
    [one] { $n } спортсмен
    [few] { $n } спортсмена
   *[other] { $n } спортсменов
 }
count-men = { $n ->
    [one] { $n } мужчина
    [few] { $n } мужчины
   *[other] { $n } мужчин
 }
count-women = { $n ->
    [one] { $n } женщина
    [few] { $n } женщины
   *[other] { $n } женщин
 }
count-sports = { $n ->
    [one] { $n } вид спорта
    [few] { $n } вида спорта
   *[other] { $n } видов спорта
 }
count-events = { $n ->
    [one] { $n } дисциплина
    [few] { $n } дисциплины
   *[other] { $n } дисциплин
 }
count-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
 }
count-countries = { $n ->
    [one] { $n } страна
    [few] { $n } страны
   *[other] { $n } стран
 }
team-size = { $men } и { $women }
tally = золото — { $gold }, серебро — { $silver }, бронза — { $bronze }
total-tally = { $total }: { $tally }
premise-wrong = Нет, { $right }
premise-right = Да, { $right }
none-found = Нет результатов: { $scope }
nothing = Нет медалей: { $scope }
share = { $percent }: { $part } из { $total } { $total ->
    [one] медали
   *[other] медалей
 }
rank = { $who }: { $place } в медальном зачёте
rank-above = { $n ->
    [one] Выше — { $n } страна
    [few] Выше — { $n } страны
   *[other] Выше — { $n } стран
 }; { $who }: { $place }
top-line = { $n }. { $who }: { $tally }
most = { $who }: { $count }
most-each = { $who } — поровну: { $count }
least-none = Без медалей: { $who }
compare-more = Больше: { $who }
higher = Выше: { $who }
compare-same = Поровну
compare-line = { $who }: { $count }
compare-difference = Разница: { $n }
better = Медаль выше: { $who }
value = { $who }: { $what }
no-opponent = Соперник в фактах не назван. { $what }
bout-won = { $who } — победа, { $stage }; соперник: { $opponent }
bout-lost = { $who } — поражение, { $stage }; соперник: { $opponent }
born = Дата рождения: { $date }
born-of = { $who } — дата рождения: { $date }
age-of = { $who } — { $age } на момент выступления ({ $games })
opened = { $games }: открытие — { $date }
closed = { $games }: закрытие — { $date }
duration = { $games }: { $from } — { $to } ({ $days })
city = { $games }: город — { $city }, { $country }
edition = { $games }: { $n }-е { $season ->
    [winter] зимние
   *[summer] летние
 } Паралимпийские игры
venue = { $sport }: { $venue }
venues-landmarks = Знаменитые места среди арен: { $list }
venues-more = Другие арены: { $list }
athlete-head = { $who } — { $sport }
athlete-in = { $games }: { $what }
others = Также выступали: { $list }
career = { $who }: { $count } за всю карьеру
aside = Один из источников отмечает и такой рекорд: { $event }, { $value }
no-such-class = В моих фактах нет класса { $code }.

# --- not knowing ---------------------------------------------------------------------------------
unknown = Этого я не знаю: в моих фактах этого нет. { $scope }
unknown-games = Об этих Играх у меня нет фактов.
unknown-why = Почему — мои факты не говорят.
unknown-topic = { $topic ->
    [money] О деньгах я не знаю: у меня только спортивные результаты.
    [weather] О погоде я не знаю: у меня только спортивные результаты.
    [contact] Контактов я не знаю.
    [family] О семьях спортсменов я не знаю.
    [coach] О тренерах и официальных лицах я не знаю: в моих фактах их нет.
    [body] Этого я не знаю: внешность в моих фактах не описана.
    [health] О здоровье я не знаю: в моих фактах этого нет.
    [faith] О вере я не знаю: в моих фактах этого нет.
    [politics] О политике я не знаю: у меня только спортивные результаты.
    [future] Будущего я не знаю: у меня только прошедшие результаты.
    [olympics] Об Олимпийских играх и других турнирах я не знаю: мои факты — о Паралимпийских играх.
    [football] Об этом я не знаю: мои факты — о Паралимпийских играх.
    [media] О трансляциях и снимках я не знаю: у меня только результаты.
    [tickets] О билетах и церемониях я не знаю: у меня только результаты.
    [food] О еде я не знаю: у меня только результаты.
    [training] О тренировках и правилах я не знаю: у меня только результаты.
    [life] О личной жизни спортсменов я не знаю: у меня только результаты.
   *[general] Этого я не знаю: мои факты — о Паралимпийских играх.
 }
not-understood = Я не понял вопроса.
not-understood-words = Я не понял: { $words }.
corrected = «{ $typed }» я понял как «{ $meant }».
try-these = Попробуйте, например:
which-one = О ком речь?
expired = Эта кнопка устарела. Спросите, пожалуйста, ещё раз.
not-text = Я читаю только текст. Напишите вопрос.
trouble = У меня что-то сломалось. Попробуйте, пожалуйста, ещё раз.
empty-message = Напишите вопрос, например: кто выиграл золото?
unknown-command = Такой команды я не знаю. Что я умею: /help

# --- talk ----------------------------------------------------------------------------------------
talk-hello = Здравствуйте! Спрашивайте о Казахстане на Паралимпийских играх.
talk-thanks = Пожалуйста! Спрашивайте ещё.
talk-bye = До свидания! Возвращайтесь с вопросами.
talk-howareyou = Спасибо, хорошо. Жду вашего вопроса.
talk-who = Я Алтын — бот, который отвечает на вопросы о спортивных результатах. «Алтын» по-казахски — золото.
talk-help = Спрашивайте своими словами о медалях, спортсменах, видах спорта, местах, датах и рекордах Казахстана на Паралимпийских играх.
talk-praise = Спасибо! Рад помочь.
talk-ok = Хорошо. Что ещё рассказать?
talk-insult = Простите. Напишите, что вы хотите узнать, и я постараюсь ответить лучше.
talk-sorry = Ничего страшного.
example-1 = Кто выиграл золото?
example-2 = Медали в дзюдо
example-3 = Расскажи о Дегтярёве

# --- commands ------------------------------------------------------------------------------------
start = Здравствуйте! Я <b>Алтын</b>. Отвечаю на вопросы о Казахстане на Паралимпийских играх — на русском, казахском и английском.
help-head = Есть и команды:
about = Алтын отвечает по фактам, у каждого из которых есть источник. Чего нет в фактах, о том он так и говорит: не знаю.
choose-language = На каком языке отвечать?
language-set = Буду отвечать по-русски.
which-athlete = О каком спортсмене?
which-sport = О каком виде спорта?
team = { $npc }, { $games }: { $size }, { $sports }
command-start = Начать
command-help = Что я умею
command-gold = Золотые медали
command-silver = Серебряные медали
command-bronze = Бронзовые медали
command-medals = Все медали
command-athlete = О спортсмене: /athlete ИМЯ
command-sport = О виде спорта: /sport ВИД
command-sports = Все виды спорта сборной
command-team = Сборная
command-rank = Место в медальном зачёте
command-games = Об Играх
command-language = Выбрать язык
command-about = Об этом боте

# --- receipts and buttons ------------------------------------------------------------------------
source = Источник: { $list }
source-of = { $publisher }, { $date }
button-why = Почему?
why-head = Почему я так отвечаю:
why-operation = { $op ->
    [count] Я посчитал эти факты: { $n }.
    [share] Я разделил { $n } на { $of }.
    [compare] Я сравнил эти факты.
    [most] Я посчитал по каждому и взял наибольшее.
    [least] Я посчитал по каждому и взял наименьшее.
    [best] Я сравнил золото, затем серебро, затем бронзу.
    [first] Я взял самый ранний день.
    [last] Я взял самый поздний день.
    [above] Я вычел из места единицу.
   *[other] Я нашёл эти факты.
 }
why-more = и ещё { $n }

# --- результаты всех стран -------------------------------------------------------------------------
from = { $who } ({ $country })
all-countries = все страны
page = { $first }–{ $last } из { $all }
ours = Казахстан: { $what }
everybody = Среди всех стран: { $who }, { $tally }
partial = Возможно, это не всё: мои факты об этом неполны.
no-rank = { $who }: места в медальном зачёте нет, медалей нет ({ $games })
class-none = В моих фактах нет казахстанцев, выступавших в этом классе.
ahead = Выше, чем { $who }: { $others }
count-games = { $n ->
    [one] { $n } Паралимпиада
    [few] { $n } Паралимпиады
   *[many] { $n } Паралимпиад
 }
button-all = Все страны
button-ours = Только Казахстан
share-rest = Все остальные: { $n }
status-entered = место неизвестно
top-unplaced = { $who } (без места): { $tally }

# --- как часто ответ верен ------------------------------------------------------------------------
command-accuracy = Как часто я отвечаю верно
accuracy = Верных ответов — { $share }. Проверено на { $n } { $n ->
    [one] вопросе
   *[other] вопросах
 }, { $date }
accuracy-none = Точность ещё не измерена.
accuracy-right = Верно: { $n }
accuracy-asked = Переспросил, что имеется в виду: { $n }
accuracy-refused = Сказал, что не знаю или не понял, хотя факты есть: { $n }
accuracy-wrong = Неверно: { $n }
accuracy-invented = Ответил то, чего в фактах нет: { $n }
accuracy-language = { $language }: { $share }

# --- память, личные данные, группы, профиль ------------------------------------------------------------
command-privacy = Что я о вас помню
command-forget = Забыть всё о вас
privacy = <b>Что я о вас помню</b>
    Ваш язык — до команды /forget или год после вашего последнего сообщения.
    Тему последнего вопроса — полчаса, чтобы понять «а серебро?».
    Записываю это не под именем, а под номерами: вашим и чата. Сообщений и фотографий не храню, никому ничего не передаю.
    Чтобы удалить всё сразу, отправьте /forget
forgotten = Готово. Я забыл о вас всё: язык и последний вопрос — и здесь, и во всех других чатах.
welcome = Здравствуйте! Чтобы спросить меня, начните с моего имени: @{ $name } кто выиграл золото?
profile-name = Алтын
profile-about = Результаты Паралимпийских игр: Казахстан и весь мир. На русском, казахском и английском, всегда с источником.
profile-description =
    Отвечаю на вопросы о Паралимпийских играх: кто победил, в каком виде спорта, в какой день и с каким результатом.

    Спрашивайте своими словами — на русском, казахском или английском. В каждом ответе назван источник, а если я чего-то не знаю, так и скажу.

    Попробуйте: Кто выиграл золото?
profile-inline-placeholder = Имя, вид спорта или Игры…

# --- картинки --------------------------------------------------------------------------------------
picture-of = На картинке: { $what }
picture-by-games = Медали по Играм
picture-comparison = Сравнение по медалям
picture-without = Без медалей: { $games }
picture-more = и ещё { $n }
picture-bot = Алтын, бот в Telegram

# --- кнопки, списки для выбора, ссылки -----------------------------------------------------------
button-next = Следующая страница
button-previous = Предыдущая страница
button-games = Другие Игры
button-share = Поделиться
which-country = Какая страна?
which-games = Какие Игры?
browse-by-sport = По спорту
browse-by-letter = По букве
browse-by-country = По стране
browse-back = Назад
browse-medallists = Призёры: { $what }
browse-ours-first = Сначала — виды спорта сборной: { $what }
browse-page = Страница { $page } из { $pages }
browse-begins = Начинается на «{ $letters }»
browse-choose-letters = Выберите, с чего начинается имя или фамилия.
browse-choose-country = Выберите, с чего начинается название.
browse-latin = Латинские буквы
link-unknown = Эта ссылка устарела или повреждена. Начнём сначала.
fact-when = Когда: { $date }
fact-where = Где: { $place }
fact-team = В команде: { $list }
button-whole = Показать все
games-several = { $n ->
    [one] { $n } Паралимпиада
    [few] { $n } Паралимпиады
   *[many] { $n } Паралимпиад
 }: { $first } — { $last }
list-more = { $list } и ещё { $n }
tally-part = { $medal } — { $n }

# --- ответы в любом чате -------------------------------------------------------------------------
offer-table = Медальный зачёт: первая десятка
offer-best = Лучшие Игры Казахстана
offer-champions = Все наши чемпионы
offer-total = Наши медали на всех Играх
offer-youngest = Самый молодой призёр
offer-today = Спортсмен дня: { $who }
offer-ask = Спросить Алтына
offer-none = Ничего не нашлось. Спросите меня лично
offer-trouble = Что-то сломалось. Спросите меня лично

# --- судья: что в утверждении правда ---
verdict-true = Да, правда ✅
verdict-false = Нет, неправда ❌
verdict-partly = Правда лишь отчасти ⚠️
verdict-open = В моих фактах этого нет 🤷
verdict-part-true = Правда: { $what }
verdict-part-false = Неправда. На деле: { $what }
verdict-nearest = Вот что я знаю:
verdict-elsewhere = { $games } — нет, но на других Играх — да:
verdict-scope = Я знаю только результаты Паралимпийских игр.
verdict-nothing = Такого не было.

# --- набранные слова, виды соревнований ---
quoted = «{ $word }»
kind-team = командные соревнования
kind-single = личные соревнования

# --- классы, которые названы словами ----------------------------------------------------------------
class-amputee = ампутация
class-blind = незрячие
class-c1-wad = C1 с приспособлением
class-cauda-equina = поражение конского хвоста
class-cervical = шейный отдел
class-complete-class-1 = полное повреждение, класс 1
class-complete-class-2 = полное повреждение, класс 2
class-complete-class-3 = полное повреждение, класс 3
class-complete-class-4 = полное повреждение, класс 4
class-complete-class-5 = полное повреждение, класс 5
class-div-3 = дивизион 3
class-grade-i = класс I
class-grade-ii = класс II
class-grade-iii = класс III
class-grade-iv = класс IV
class-grade-ia = класс Ia
class-grade-ib = класс Ib
class-grade-v = класс V
class-incomplete-class-1 = неполное повреждение, класс 1
class-incomplete-class-2 = неполное повреждение, класс 2
class-incomplete-class-3 = неполное повреждение, класс 3
class-incomplete-class-4 = неполное повреждение, класс 4
class-integrated = объединённый класс
class-junior-class = юниорский класс
class-novice = начинающие
class-open = открытый класс
class-paraplegic = параплегия
class-sitting = сидя
class-special-class = специальный класс
class-standing = стоя
class-tetraplegic = тетраплегия
class-universal = универсальный класс
class-visually-impaired = нарушение зрения
