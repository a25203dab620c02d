# The words by which things are answered, in Kazakh. The format is Project Fluent's:
# { $name } is filled in. Names stand where they need no inflection: before a dash or after a colon.

# --- words ---------------------------------------------------------------------------------------
medal-gold = алтын
medal-silver = күміс
medal-bronze = қола
emoji-gold = алтын 🥇
emoji-silver = күміс 🥈
emoji-bronze = қола 🥉
gender-men = ерлер
gender-women = әйелдер
gender-mixed = аралас
gender-of-men = ерлер
gender-of-women = әйелдер
gender-of-mixed = аралас
weight-upto = { $kg } кг-ға дейін
weight-over = { $kg } кг-нан жоғары
weight-any = { $kg } кг
distance = { $m } м
event = { $discipline } { $distance }, { $gender }, { $weight }, { $class }
event-team = команда, { $gender }, { $discipline }, { $class }
mark-kg = { $mark } кг
mark-m = { $mark } м
mark-points = { $mark } ұпай
mark-s = { $mark }
place = { $n }-орын
status-heats = іріктеу жүзулерінде
status-qualification = іріктеуде
status-disqualified = дисквалификация
status-eliminated = медаль сынына жетпей шығып қалды
place-unknown = қорытынды орны белгісіз
yes = Иә
no = Жоқ
age-years = { $n } жас
games-all = барлық Ойындар
games-of-season = { $season ->
    [winter] барлық қысқы Ойындар
   *[summer] барлық жазғы Ойындар
 }
except = мыналардан басқа: { $what }
times = әрқайсысында кемінде { $n }
without-medal = медальсыз
any-medal = медальдар
stage-final = финал
stage-semifinal = жартылай финал
stage-bronze = қола үшін белдесу
stage-repechage = жұбаныш белдесуі
stage-pool = топтық ойын
stage-fifth-place = 5-орын үшін ойын

# --- lines ---------------------------------------------------------------------------------------
row = { $who } — { $what }
count-medals = { $colour ->
    [gold] { $n } алтын медаль
    [silver] { $n } күміс медаль
    [bronze] { $n } қола медаль
   *[any] { $n } медаль
 }
count-athletes = { $n } спортшы
count-men = { $n } ер адам
count-women = { $n } әйел
count-sports = { $n } спорт түрі
count-events = { $n } жарыс
count-days = { $n } күн
count-countries = { $n } ел
team-size = { $men } және { $women }
tally = { $gold } алтын, { $silver } күміс, { $bronze } қола
total-tally = { $total }: { $tally }
premise-wrong = Жоқ, { $right }
premise-right = Иә, { $right }
none-found = Нәтиже жоқ: { $scope }
nothing = Медаль жоқ: { $scope }
share = { $percent }: { $total } медаль ішінен { $part }
rank = { $who }: медаль есебінде { $place }
rank-above = Жоғары тұрған елдер саны: { $n }; { $who }: { $place }
top-line = { $n }. { $who }: { $tally }
most = { $who }: { $count }
most-each = { $who }: әрқайсысында { $count }
least-none = Медальсыз: { $who }
compare-more = Көбірек: { $who }
higher = Жоғары: { $who }
compare-same = Тең
compare-line = { $who }: { $count }
compare-difference = Айырмасы: { $n }
better = Медалі жоғарырақ: { $who }
value = { $who }: { $what }
no-opponent = Деректерде қарсыласы аталмаған. { $what }
bout-won = { $who } — жеңіс, { $stage }; қарсыласы: { $opponent }
bout-lost = { $who } — жеңіліс, { $stage }; қарсыласы: { $opponent }
born = Туған күні: { $date }
born-of = { $who } — туған күні: { $date }
age-of = { $who } — жарыс кезінде { $age } ({ $games })
opened = { $games }: ашылуы — { $date }
closed = { $games }: жабылуы — { $date }
duration = { $games }: { $from } — { $to } ({ $days })
city = { $games }: өткен қаласы — { $city }, { $country }
edition = { $games }: реті бойынша { $n }-{ $season ->
    [winter] қысқы
   *[summer] жазғы
 } Паралимпиада ойындары
venue = { $sport }: { $venue }
venues-landmarks = Ареналар арасындағы әйгілі орындар: { $list }
venues-more = Басқа ареналар: { $list }
athlete-head = { $who } — { $sport }
athlete-in = { $games }: { $what }
others = Сондай-ақ қатысқандар: { $list }
career = { $who }: барлығы { $count }
aside = Бір дереккөз тағы мына рекордты атайды: { $event }, { $value }
no-such-class = Менің деректерімде { $code } класы жоқ.

# --- not knowing ---------------------------------------------------------------------------------
unknown = Мұны білмеймін: деректерімде жоқ. { $scope }
unknown-games = Ол Ойындар туралы деректерім жоқ.
unknown-why = Неге олай болғаны деректерімде айтылмаған.
unknown-topic = { $topic ->
    [money] Ақша туралы білмеймін: менде тек спорт нәтижелері бар.
    [weather] Ауа райын білмеймін: менде тек спорт нәтижелері бар.
    [contact] Ешкімнің байланыс деректерін білмеймін.
    [family] Спортшылардың отбасы туралы білмеймін.
    [coach] Бапкерлер мен ресми тұлғалар туралы білмеймін: деректерімде жоқ.
    [body] Мұны білмеймін: деректерімде сырт келбет сипатталмаған.
    [health] Денсаулық туралы білмеймін: деректерімде жоқ.
    [faith] Діни сенім туралы білмеймін: деректерімде жоқ.
    [politics] Саясат туралы білмеймін: менде тек спорт нәтижелері бар.
    [future] Болашақты білмеймін: менде тек өткен нәтижелер бар.
    [olympics] Олимпиада және басқа жарыстар туралы білмеймін: деректерім Паралимпиада ойындары жайлы.
    [football] Ол туралы білмеймін: деректерім Паралимпиада ойындары жайлы.
    [media] Трансляция мен суреттер туралы білмеймін: менде тек нәтижелер бар.
    [tickets] Билеттер мен салтанаттар туралы білмеймін: менде тек нәтижелер бар.
    [food] Тамақ туралы білмеймін: менде тек нәтижелер бар.
    [training] Жаттығу мен ережелер туралы білмеймін: менде тек нәтижелер бар.
    [life] Спортшылардың жеке өмірі туралы білмеймін: менде тек нәтижелер бар.
   *[general] Мұны білмеймін: деректерім Паралимпиада ойындары жайлы.
 }
not-understood = Сұрағыңызды түсінбедім.
not-understood-words = Мына сөзді түсінбедім: { $words }.
corrected = «{ $typed }» сөзін «{ $meant }» деп түсіндім.
try-these = Мысалы, былай сұраңыз:
which-one = Кім туралы сұрап отырсыз?
expired = Бұл батырма ескірген. Қайта сұраңызшы.
not-text = Мен тек мәтін оқимын. Сұрағыңызды жазыңыз.
trouble = Менде ақау шықты. Қайталап көріңізші.
empty-message = Сұрақ жазыңыз, мысалы: алтынды кім алды?
unknown-command = Мұндай команданы білмеймін. Не істей алатыным: /help

# --- talk ----------------------------------------------------------------------------------------
talk-hello = Сәлеметсіз бе! Қазақстанның Паралимпиада ойындарындағы нәтижелерін сұраңыз.
talk-thanks = Оқасы жоқ! Тағы сұраңыз.
talk-bye = Сау болыңыз! Сұрағыңыз болса, келіңіз.
talk-howareyou = Рақмет, жақсы. Сұрағыңызды күтемін.
talk-who = Мен Алтын — спорт нәтижелері туралы сұрақтарға жауап беретін ботпын.
talk-help = Қазақстанның Паралимпиада ойындарындағы медальдары, спортшылары, спорт түрлері, орындары, күндері мен рекордтары туралы өз сөзіңізбен сұраңыз.
talk-praise = Рақмет! Көмектескеніме қуаныштымын.
talk-ok = Жақсы. Тағы не айтайын?
talk-insult = Кешіріңіз. Не білгіңіз келетінін жазыңыз, жақсырақ жауап беруге тырысамын.
talk-sorry = Ештеңе етпейді.
example-1 = Алтынды кім алды?
example-2 = Дзюдодан медальдар
example-3 = Дегтярев туралы айт

# --- commands ------------------------------------------------------------------------------------
start = Сәлеметсіз бе! Мен <b>Алтын</b>. Қазақстанның Паралимпиада ойындарындағы нәтижелері туралы қазақша, орысша және ағылшынша жауап беремін.
help-head = Командалар да бар:
about = Алтын дереккөзі бар фактілерге сүйеніп жауап береді. Деректерінде жоқ нәрсені білмейтінін ашық айтады.
choose-language = Қай тілде сөйлейін?
language-set = Қазақша жауап беремін.
which-athlete = Қай спортшы?
which-sport = Қай спорт түрі?
team = { $npc }, { $games }: { $size }, { $sports }
command-start = Бастау
command-help = Не істей аламын
command-gold = Алтын медальдар
command-silver = Күміс медальдар
command-bronze = Қола медальдар
command-medals = Барлық медаль
command-athlete = Спортшы туралы: /athlete АТЫ
command-sport = Спорт түрі туралы: /sport ТҮРІ
command-sports = Құраманың спорт түрлері
command-team = Құрама
command-rank = Медаль есебіндегі орын
command-games = Ойындар туралы
command-language = Тілді таңдау
command-about = Бот туралы

# --- receipts and buttons ------------------------------------------------------------------------
source = Дереккөз: { $list }
source-of = { $publisher }, { $date }
button-why = Неге олай?
why-head = Неге олай деп айттым:
why-operation = { $op ->
    [count] Мына фактілерді санадым: { $n }.
    [share] { $n } санын { $of } санына бөлдім.
    [compare] Мына фактілерді салыстырдым.
    [most] Әрқайсысын санап, ең көбін алдым.
    [least] Әрқайсысын санап, ең азын алдым.
    [best] Алтынды, сосын күмісті, сосын қоланы салыстырдым.
    [first] Ең ерте күнді алдым.
    [last] Ең соңғы күнді алдым.
    [above] Орыннан бірді шегердім.
   *[other] Мына фактілерді таптым.
 }
why-more = тағы { $n }

# --- барлық елдердің нәтижелері --------------------------------------------------------------------
from = { $who } ({ $country })
all-countries = барлық елдер
page = { $all } ішінен { $first }–{ $last }
ours = Қазақстан: { $what }
everybody = Барлық елдер арасында: { $who }, { $tally }
partial = Бұл толық тізім болмауы мүмкін: деректерім толық емес.
no-rank = { $who }: медаль есебінде орны жоқ, медалі жоқ ({ $games })
class-none = Деректерімде бұл класта жарысқан қазақстандық спортшы жоқ.
ahead = { $who } — одан жоғары тұрғандар: { $others }
count-games = { $n } Паралимпиада
button-all = Барлық елдер
button-ours = Тек Қазақстан
share-rest = Қалғандары: { $n }
status-entered = орны белгісіз
top-unplaced = { $who } (орынсыз): { $tally }

# --- жауап қаншалықты жиі дұрыс --------------------------------------------------------------------
command-accuracy = Қаншалықты жиі дұрыс жауап беремін
accuracy = Дұрыс жауап — { $share }. { $n } сұрақпен тексерілді, { $date }
accuracy-none = Дәлдігім әлі өлшенген жоқ.
accuracy-right = Дұрыс: { $n }
accuracy-asked = Нені меңзегенін қайта сұрадым: { $n }
accuracy-refused = Дерек болса да, білмеймін не түсінбедім дедім: { $n }
accuracy-wrong = Қате: { $n }
accuracy-invented = Деректе жоқты айттым: { $n }
accuracy-language = { $language }: { $share }

# --- жад, жеке дерек, топтар, профиль -------------------------------------------------------------------
command-privacy = Сіз туралы нені сақтаймын
command-forget = Сіз туралы бәрін ұмыту
privacy = <b>Сіз туралы нені сақтаймын</b>
    Тіліңізді: /forget жібергенге дейін немесе соңғы хабарламаңыздан кейін бір жыл.
    Соңғы сұрағыңыздың не туралы екенін: жарты сағат, «ал күміс ше?» дегеніңізді түсіну үшін.
    Оларды аты-жөніңізбен емес, сіздің және чаттың нөмірімен жазамын. Хабарламаларыңыз бен суреттеріңізді сақтамаймын, ешкімге ештеңе бермеймін.
    Бәрін бірден өшіру үшін /forget жіберіңіз
forgotten = Дайын. Сіз туралы бәрін ұмыттым: тіліңізді де, соңғы сұрағыңызды да — осы чатта да, басқа чаттарда да.
welcome = Сәлеметсіздер ме! Маған сұрақ қою үшін әуелі атымды жазыңыздар: @{ $name } алтынды кім алды?
profile-name = Алтын
profile-about = Паралимпиада ойындарының нәтижелері: Қазақстан және бүкіл әлем. Қазақша, орысша, ағылшынша. Дереккөзі көрсетіледі.
profile-description =
    Паралимпиада ойындары туралы сұрақтарға жауап беремін: кім жеңді, қай спорт түрінде, қай күні, нәтижесі қандай.

    Өз сөзіңізбен қазақша, орысша немесе ағылшынша сұраңыз. Әр жауапта дереккөзі аталады, ал білмесем, білмеймін деймін.

    Мысалы: Алтынды кім алды?
profile-inline-placeholder = Есім, спорт түрі немесе Ойындар…

# --- суреттер --------------------------------------------------------------------------------------
picture-of = Суретте: { $what }
picture-by-games = Ойындар бойынша медальдар
picture-comparison = Медальдарды салыстыру
picture-without = Медальсыз: { $games }
picture-more = тағы { $n }
picture-bot = Алтын, Telegram-дағы бот

# --- батырмалар, таңдау тізімдері, сілтемелер ----------------------------------------------------
button-next = Келесі бет
button-previous = Алдыңғы бет
button-games = Басқа Ойындар
button-share = Бөлісу
which-country = Қай ел?
which-games = Қай Ойындар?
browse-by-sport = Спорт түрі
browse-by-letter = Әріп
browse-by-country = Ел
browse-back = Артқа
browse-medallists = Жүлдегерлер: { $what }
browse-ours-first = Алдымен құраманың спорт түрлері: { $what }
browse-page = { $pages } беттің { $page }-беті
browse-begins = Басқы әріптері: «{ $letters }»
browse-choose-letters = Аты немесе тегі қай әріптен басталатынын таңдаңыз.
browse-choose-country = Ел атауы қай әріптен басталатынын таңдаңыз.
browse-latin = Латын әріптері
link-unknown = Бұл сілтеме ескірген немесе толық емес. Басынан бастайық.
fact-when = Қашан: { $date }
fact-where = Қайда: { $place }
fact-team = Командада: { $list }
button-whole = Барлығын көрсету
games-several = { $n } Паралимпиада: { $first } — { $last }
list-more = { $list }, тағы { $n }
tally-part = { $n } { $medal }

# --- кез келген чаттағы жауаптар -------------------------------------------------------------------
offer-table = Медаль есебі: алғашқы ондық
offer-best = Қазақстан үшін ең сәтті Ойындар
offer-champions = Барлық чемпиондарымыз
offer-total = Барлық Ойындардағы медальдарымыз
offer-youngest = Ең жас жүлдегер
offer-today = Күннің спортшысы: { $who }
offer-ask = Алтынға сұрақ қою
offer-none = Ештеңе табылмады. Жеке чатта сұраңыз
offer-trouble = Қате кетті. Жеке чатта сұраңыз

# --- төреші: айтылғанның расы қайсы ---
verdict-true = Иә, рас ✅
verdict-false = Жоқ, рас емес ❌
verdict-partly = Бір бөлігі ғана рас ⚠️
verdict-open = Менің деректерімде бұл жоқ 🤷
verdict-part-true = Рас: { $what }
verdict-part-false = Рас емес. Шын мәнінде: { $what }
verdict-nearest = Білетінім мынау:
verdict-elsewhere = { $games } — жоқ, бірақ басқа Ойындарда болды:
verdict-scope = Мен тек Паралимпиада ойындарының нәтижелерін білемін.
verdict-nothing = Ондай болған жоқ.

# --- терілген сөз, жарыс түрі ---
quoted = «{ $word }»
kind-team = командалық сын
kind-single = жеке сын

# --- сөзбен аталған кластар -------------------------------------------------------------------------
class-amputee = ампутация
class-blind = зағиптар
class-c1-wad = C1, көмекші құралмен
class-cauda-equina = жұлын ұшынан төменгі зақым
class-cervical = мойын бөлігі
class-complete-class-1 = толық зақым, 1-класс
class-complete-class-2 = толық зақым, 2-класс
class-complete-class-3 = толық зақым, 3-класс
class-complete-class-4 = толық зақым, 4-класс
class-complete-class-5 = толық зақым, 5-класс
class-div-3 = 3-дивизион
class-grade-i = I класы
class-grade-ii = II класы
class-grade-iii = III класы
class-grade-iv = IV класы
class-grade-ia = Ia класы
class-grade-ib = Ib класы
class-grade-v = V класы
class-incomplete-class-1 = ішінара зақым, 1-класс
class-incomplete-class-2 = ішінара зақым, 2-класс
class-incomplete-class-3 = ішінара зақым, 3-класс
class-incomplete-class-4 = ішінара зақым, 4-класс
class-integrated = біріктірілген класс
class-junior-class = жасөспірімдер класы
class-novice = жаңадан бастаушылар
class-open = ашық класс
class-paraplegic = параплегия
class-sitting = отырып
class-special-class = арнайы класс
class-standing = тұрып
class-tetraplegic = тетраплегия
class-universal = әмбебап класс
class-visually-impaired = көру қабілетінің бұзылуы
