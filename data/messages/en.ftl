# The words by which things are answered, in English. The format is Project Fluent's:
# { $name } is filled in; { $n -> [one] ... *[other] ... } chooses by number. Lines that begin with # are notes.

# --- words ---------------------------------------------------------------------------------------
medal-gold = gold
medal-silver = silver
medal-bronze = bronze
emoji-gold = gold 🥇
emoji-silver = silver 🥈
emoji-bronze = bronze 🥉
gender-men = men
gender-women = women
gender-mixed = mixed
gender-of-men = men's
gender-of-women = women's
gender-of-mixed = mixed
weight-upto = { $kg } kg
weight-over = over { $kg } kg
weight-any = { $kg } kg
distance = { $m } m
# A contest in few words: the parts that it does not have are left out.
event = { $gender } { $distance } { $discipline } { $weight } { $class }
event-team = { $gender } team { $discipline } { $class }
mark-kg = { $mark } kg
mark-m = { $mark } m
mark-points = { $mark } { $n ->
    [one] point
   *[other] points
 }
mark-s = { $mark }
place = { $n }{ $form ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
 } place
status-heats = in the heats
status-qualification = in qualification
status-disqualified = disqualified
status-eliminated = eliminated before the medals
place-unknown = final place not known
yes = Yes
no = No
age-years = { $n ->
    [one] { $n } year old
   *[other] { $n } years old
 }
games-all = all Games
games-of-season = { $season ->
    [winter] all winter Games
   *[summer] all summer Games
 }
except = except { $what }
times = at least { $n } each
without-medal = without a medal
any-medal = medals
stage-final = final
stage-semifinal = semi-final
stage-bronze = bronze contest
stage-repechage = repechage
stage-pool = group match
stage-fifth-place = 5th-place match

# --- lines ---------------------------------------------------------------------------------------
row = { $who } — { $what }
count-medals = { $colour ->
    [gold] { $n ->
        [one] { $n } gold medal
       *[other] { $n } gold medals
     }
    [silver] { $n ->
        [one] { $n } silver medal
       *[other] { $n } silver medals
     }
    [bronze] { $n ->
        [one] { $n } bronze medal
       *[other] { $n } bronze medals
     }
   *[any] { $n ->
        [one] { $n } medal
       *[other] { $n } medals
     }
 }
count-athletes = { $n ->
    [one] { $n } athlete
   *[other] { $n } athletes
 }
count-men = { $n ->
    [one] { $n } man
   *[other] { $n } men
 }
count-women = { $n ->
    [one] { $n } woman
   *[other] { $n } women
 }
count-sports = { $n ->
    [one] { $n } sport
   *[other] { $n } sports
 }
count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
 }
count-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
count-countries = { $n ->
    [one] { $n } country
   *[other] { $n } countries
 }
team-size = { $men } and { $women }
tally = { $gold } gold, { $silver } silver, { $bronze } bronze
total-tally = { $total }: { $tally }
premise-wrong = No, { $right }
premise-right = Yes, { $right }
none-found = None: { $scope }
nothing = No medals: { $scope }
share = { $percent }: { $part } of { $whole }
rank = { $who }: { $place } in the medal table
rank-above = { $n ->
    [one] { $n } country finished above { $who }
   *[other] { $n } countries finished above { $who }
 } ({ $place })
top-line = { $n }. { $who }: { $tally }
most = { $who }: { $count }
most-each = { $who }: { $count } each
least-none = Without a medal: { $who }
compare-more = More: { $who }
higher = Higher: { $who }
compare-same = The same number
compare-line = { $who }: { $count }
compare-difference = Difference: { $n }
better = The better medal: { $who }
value = { $who }: { $what }
no-opponent = The facts don't name the opponent. { $what }
bout-won = { $who } beat { $opponent } ({ $stage })
bout-lost = { $who } lost to { $opponent } ({ $stage })
born = Born { $date }
born-of = { $who } — born { $date }
age-of = { $who } was { $age } at { $games }
opened = { $games } opened on { $date }
closed = { $games } closed on { $date }
duration = { $games }: { $from } to { $to } ({ $days })
city = { $games } took place in { $city }, { $country }
edition = { $games } were the { $n }{ $form ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
 } { $season ->
    [winter] Winter
   *[summer] Summer
 } Paralympic Games
venue = { $sport }: { $venue }
venues-landmarks = Famous places among the venues: { $list }
venues-more = Other venues: { $list }
athlete-head = { $who } — { $sport }
athlete-in = { $games }: { $what }
others = Also competed: { $list }
career = { $who }: { $count } in all

# --- not knowing ---------------------------------------------------------------------------------
unknown = I don't know that: my facts don't say. { $scope }
unknown-games = I have no facts on those Games.
unknown-why = My facts don't say why.
unknown-topic = { $topic ->
    [money] I don't know about money: my facts hold sports results only.
    [weather] I don't know the weather: my facts hold sports results only.
    [contact] I don't know anyone's contacts.
    [family] I don't know about athletes' families.
    [coach] I don't know about coaches and officials: my facts don't name them.
    [body] I don't know that: my facts don't describe how athletes look.
    [health] I don't know about anyone's health: my facts don't say.
    [faith] I don't know about beliefs: my facts don't say.
    [politics] I don't know about politics: my facts hold sports results only.
    [future] I don't know the future: my facts hold past results only.
    [olympics] I don't know about the Olympic Games or other events: my facts are on the Paralympic Games.
    [football] I don't know about that: my facts are on the Paralympic Games.
    [media] I don't know about broadcasts and pictures: my facts hold results only.
    [tickets] I don't know about tickets and ceremonies: my facts hold results only.
    [food] I don't know about food: my facts hold results only.
    [training] I don't know about training and rules: my facts hold results only.
    [life] I don't know about athletes' private lives: my facts hold results only.
   *[general] I don't know that: my facts are on the Paralympic Games.
 }
not-understood = I didn't understand that.
not-understood-words = I didn't understand { $words }.
corrected = I read “{ $typed }” as “{ $meant }”.
try-these = Try for example:
which-one = Which one do you mean?
expired = This button is too old or not mine. Please ask again.
not-text = I read text only. Write me a question.
trouble = Something went wrong on my side. Please try again.
empty-message = Write me a question, for example: who won gold?
unknown-command = I don't know this command. /help shows what I can do.

# --- talk ----------------------------------------------------------------------------------------
talk-hello = Hello! Ask me about Kazakhstan at the Paralympic Games.
talk-thanks = You're welcome! Ask me anything else about the Paralympics.
talk-bye = Goodbye! Come back when you have a question.
talk-howareyou = Fine, thank you, and ready for a question.
talk-who = I'm Altyn, a bot that answers questions about sports results. Altyn means gold in Kazakh.
talk-help = Ask me in your own words about medals, athletes, sports, places, dates and records of Kazakhstan at the Paralympic Games.
talk-praise = Thank you! I'm glad.
talk-ok = Good. What else would you like to know?
talk-insult = I'm sorry. Tell me what you would like to know and I'll try to do better.
talk-sorry = No problem at all.
example-1 = Who won gold?
example-2 = Medals in judo
example-3 = Tell me about Degtyarev

# --- commands ------------------------------------------------------------------------------------
start = Hello! I'm <b>Altyn</b>. I answer questions about Kazakhstan at the Paralympic Games, in English, Russian and Kazakh.
help-head = There are commands, too:
about = Altyn answers from facts that each have a source. What the facts don't say, it says it doesn't know.
choose-language = Which language shall I speak?
language-set = I'll speak English.
which-athlete = Which athlete?
which-sport = Which sport?
team = { $npc } at { $games }: { $size } in { $sports }
command-start = Begin
command-help = What I can do
command-gold = Gold medals
command-silver = Silver medals
command-bronze = Bronze medals
command-medals = All medals
command-athlete = About an athlete: /athlete NAME
command-sport = About a sport: /sport NAME
command-sports = All sports of the team
command-team = The team
command-rank = Place in the medal table
command-games = About the Games
command-language = Choose the language
command-about = About this bot

# --- receipts and buttons ------------------------------------------------------------------------
source = Source: { $list }
source-of = { $publisher }, { $date }
button-why = Why?
why-head = Why I say so:
why-operation = { $op ->
    [count] I counted these facts: { $n }.
    [share] I divided { $n } by { $of }.
    [compare] I compared these facts.
    [most] I counted for each and took the largest.
    [least] I counted for each and took the smallest.
    [best] I compared gold, then silver, then bronze.
    [first] I took the earliest day.
    [last] I took the latest day.
    [above] I subtracted one from the place.
   *[other] I looked these facts up.
 }
why-more = and { $n } more
aside = One compilation also notes one in the { $event }: { $value }
no-such-class = My facts have no class { $code }.

# --- everybody's results ---------------------------------------------------------------------------
from = { $who } ({ $country })
all-countries = all countries
page = { $first } to { $last } of { $all }
ours = Kazakhstan: { $what }
everybody = Of all countries: { $who }, { $tally }
partial = There may be more: my facts on this are not complete.
no-rank = { $who } has no place in the medal table of { $games }: no medals
class-none = None of Kazakhstan's athletes in my facts is in this class.
ahead = Ahead of { $who }: { $others }
count-games = { $n ->
    [one] { $n } Games
   *[other] { $n } Games
 }
button-all = All countries
button-ours = Kazakhstan only
share-rest = All others: { $n }
status-entered = took part, place not known
top-unplaced = { $who } (no place): { $tally }

# --- how often it is right ------------------------------------------------------------------------
command-accuracy = How often I am right
accuracy = { $share } right, measured on { $n } questions on { $date }
accuracy-none = My accuracy has not been measured.
accuracy-right = Right: { $n }
accuracy-asked = Asked back which reading is meant: { $n }
accuracy-refused = Said that I don't know or didn't understand, though the facts say: { $n }
accuracy-wrong = Wrong: { $n }
accuracy-invented = Answered what the facts don't say: { $n }
accuracy-language = { $language }: { $share }

# --- memory, privacy, groups, profile ----------------------------------------------------------------
command-privacy = What I remember about you
command-forget = Forget everything about you
privacy = <b>What I remember about you</b>
    Your language: until you send /forget, or for a year after your last message.
    The subject of your last question: for half an hour, so that I understand “and silver?”
    I file both under numbers, yours and the chat's, not under your name. I keep no messages and no photos, and I pass nothing on.
    To delete it all at once, send /forget
forgotten = Done. I have forgotten everything about you: your language and your last question, here and in all other chats.
welcome = Hello! To ask me something, start with my name: @{ $name } who won gold?
profile-name = Altyn
profile-about = Ask me about Paralympic results: Kazakhstan and the world, in English, Russian and Kazakh. Every answer has a source.
profile-description =
    I answer questions about the Paralympic Games: who won, in which sport, on which day, and with what result.

    Ask in your own words, in English, Russian or Kazakh. Every answer names its source, and when I don't know, I say so.

    Try: Who won gold?
profile-inline-placeholder = Name, sport or Games…

# --- pictures --------------------------------------------------------------------------------------
picture-of = Picture: { $what }
picture-by-games = Medals, Games by Games
picture-comparison = Medals compared
picture-without = No medals: { $games }
picture-more = and { $n } more
picture-bot = Altyn, a bot in Telegram

# --- buttons, lists to choose from, links --------------------------------------------------------
button-next = Next page
button-previous = Previous page
button-games = Other Games
button-share = Share
which-country = Which country?
which-games = Which Games?
browse-by-sport = By sport
browse-by-letter = By letter
browse-by-country = By country
browse-back = Back
browse-medallists = Medal winners: { $what }
browse-ours-first = First the team’s sports: { $what }
browse-page = Page { $page } of { $pages }
browse-begins = Beginning with “{ $letters }”
browse-choose-letters = Choose how the first or last name begins.
browse-choose-country = Choose how its name begins.
browse-latin = Latin letters
link-unknown = This link is old or incomplete, so here is the beginning.
fact-when = When: { $date }
fact-where = Where: { $place }
fact-team = In the team: { $list }
button-whole = Show all
games-several = { $n } Games from { $first } to { $last }
list-more = { $list } and { $n } more
tally-part = { $n } { $medal }

# --- offers in any chat --------------------------------------------------------------------------
# What is found by the bot's name and a word, in the chats of others: titles, and the way to the bot.
offer-table = Medal table: the top ten
offer-best = Kazakhstan's best Games
offer-champions = All our champions
offer-total = Our medals at all Games
offer-youngest = The youngest medallist
offer-today = Athlete of the day: { $who }
offer-ask = Ask Altyn
offer-none = Nothing found. Ask me in private
offer-trouble = Something went wrong. Ask me in private

# --- the referee: verdicts on claims ---
verdict-true = Yes, that's true ✅
verdict-false = No, that's not true ❌
verdict-partly = Partly true ⚠️
verdict-open = Not in my facts 🤷
verdict-part-true = Right: { $what }
verdict-part-false = Not so. The facts: { $what }
verdict-nearest = What I do know:
verdict-elsewhere = Not at { $games }, but at other Games:
verdict-scope = I only know the results of the Paralympic Games.
verdict-nothing = There was none.

# --- words typed, kinds of events ---
quoted = “{ $word }”
kind-team = team events
kind-single = individual events

# --- classes called by words -----------------------------------------------------------------------
# By the code in small letters; all other codes are said as they are.
class-amputee = Amputee
class-blind = Blind
class-c1-wad = C1 with an assistive device
class-cauda-equina = Cauda equina
class-cervical = Cervical
class-complete-class-1 = Complete class 1
class-complete-class-2 = Complete class 2
class-complete-class-3 = Complete class 3
class-complete-class-4 = Complete class 4
class-complete-class-5 = Complete class 5
class-div-3 = Div 3
class-grade-i = Grade I
class-grade-ii = Grade II
class-grade-iii = Grade III
class-grade-iv = Grade IV
class-grade-ia = Grade Ia
class-grade-ib = Grade Ib
class-grade-v = Grade V
class-incomplete-class-1 = Incomplete class 1
class-incomplete-class-2 = Incomplete class 2
class-incomplete-class-3 = Incomplete class 3
class-incomplete-class-4 = Incomplete class 4
class-integrated = Integrated
class-junior-class = Junior class
class-novice = Novice
class-open = Open
class-paraplegic = Paraplegic
class-sitting = Sitting
class-special-class = Special class
class-standing = Standing
class-tetraplegic = Tetraplegic
class-universal = Universal
class-visually-impaired = Visually impaired
