"""Two hundred and more passphrases that people choose, in three languages, and the forms in which guessers try each.

Gathered before looking into resources/words/weak.txt; some forty of them were missing there and were added then,
with others of their kind. Whoever adds to that list leaves this one alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeplan.vault.spelling import fold, retype
from safeplan.vault.weak import in_latin


def _lines(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for line in text.strip().splitlines() for one in line.split("|") if one.strip())


COMMON = {
    "ru": _lines("""
пароль | привет | любовь | солнышко | наташа | максим | андрей | марина | светлана | виктория | кристина | екатерина
александр | анастасия | владимир | дмитрий | николай | людмила | татьяна | елена | ольга | ирина | сергей | алексей
зайчик | котенок | медведь | дельфин | бабочка | снежинка | принцесса | красотка | ангел | звезда | малышка | рыбка
спартак | динамо | зенит | россия | москва | самара | казань | алматы | астана | караганда | шымкент | павлодар
я тебя люблю | люблю тебя очень | мой любимый муж | моя дочка | мой сынок | мои дети | любимый сын | мама папа я
самая лучшая | самая красивая | с днем рождения | с новым годом | слава богу | господи помилуй | один два три
не скажу никому | хочу домой | это мой пароль | новый пароль | секретный пароль | забыла пароль | пароль от почты
в лесу родилась елочка | мой дядя самых честных правил | то что надо | все будет хорошо | жизнь прекрасна
доброе утро | спокойной ночи | добрый вечер | счастье есть | семья это всё | мама мыла раму | жили были
йцукен | фывапролджэ | ячсмитьбю | 1й2ц3у4к | абвгдейка | абвгд12345 | пароль1234567
мой пароль 2024 | мой номер телефона | день рождения мамы | наша свадьба
"""),
    "kk": _lines("""
құпиясөз | сәлем | махаббат | күнім | жаным | айналайын | балапан | қарлығаш | ботам | құлыным | жұлдыз | гүлім
айгүл | гүлнар | айнұр | динара | сәуле | назгүл | жанар | әсель | мадина | аружан | айым | томирис | инжу | дильназ
нұрлан | ерлан | бауыржан | арман | дәурен | нұрсұлтан | қанат | асхат | серік | болат | ержан | талғат | жандос
қазақстан | астана | алматы | шымкент | тараз | атырау | ақтау | семей | орал | қостанай | түркістан | қызылорда
мен сені сүйемін | сені сүйемін жаным | жаным менің | менің балам | менің қызым | менің ұлым | анашым | әкешім
туған жер | туған елім | менің елім менің жерім | алға қазақстан | атамекен | қазақ елі | ассалаумағалейкум
бисмилла | алла сақтасын | аллаға шүкір | құдай сақтасын | рахмет | қайырлы таң | қайырлы күн | туған күн
жаңа құпиясөз | менің құпиясөзім | балаларым менің | отбасым менің бақытым | анам менің | әкем мен анам
барыс | қайрат | абай құнанбаев | бауырсақ | домбыра | наурыз | бәйтерек | көк ту | мен қазақпын
бір екі үш | бір екі үш төрт | жақсы көремін | сағындым сені | бақытты бол
"""),
    "en": _lines("""
password | letmein | welcome | iloveyou | princess | sunshine | monkey | dragon | football | baseball | superman
michael | jessica | jennifer | ashley | daniel | charlie | thomas | william | robert | matthew | samantha | nicole
starwars | pokemon | batman | whatever | freedom | trustno1 | shadow | master | hello world | secret | changeme
i love you | i love you so much | i love my husband | i love my kids | my little princess | love of my life
happy birthday | merry christmas | thank you god | jesus loves me | god bless you | one two three | abc123
my password | my new password | this is my password | the password is password | letmeinplease | open sesame
to be or not to be | may the force be with you | correct horse battery staple | once upon a time | good morning
let it be | all you need is love | hello my friend | family first | live laugh love | home sweet home | forever young
qwertyuiop | asdfghjkl | zxcvbnm | 1qaz2wsx3edc | q1w2e3r4t5 | qazwsxedc | 1234567890 | 111111111111 | 123123123123
iphone | samsung galaxy | google chrome | facebook | instagram | liverpool fc | manchester united
"""),
}


def forms(phrase: str) -> Iterator[str]:
    """As it stands, as somebody thinks to make it better, and as other keyboards and letters make it."""
    home = "en" if phrase.isascii() else "kk" if set(phrase.casefold()) & set("әіңғүұқөһ") else "ru"
    bare = phrase.replace(" ", "")
    yield from (phrase, phrase.title(), phrase.upper(), bare, bare + "1", bare + "123", bare + "2024")
    yield from (phrase + "!", phrase + " 1990", "123" + bare, bare[::-1])
    yield bare.translate(str.maketrans("aes", "@3$") if home == "en" else str.maketrans("аоз", "@03"))
    for typed_on in ("en", "ru", "kk"):
        if typed_on != home:
            yield retype(phrase, home, typed_on)
            yield retype(bare, home, typed_on) + "2024"
    for latin in in_latin(fold(phrase)):
        yield from (latin, latin.replace(" ", "") + "2024")
