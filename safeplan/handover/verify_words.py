"""What the check of a folder says, in three languages.

May touch: nothing but the language of the computer. Must never import the rest of the program: the sentences stand
here and not in resources/, so that the check works alone, copied to any computer with Python 3.11.
"""

from __future__ import annotations

import locale
import os
import re

from safeplan.handover.verify_reading import NOT_A_BAG, NOT_CHECKED, UNCHANGED, Fault, Verdict

LANGUAGES = ("en", "ru", "kk")
MOST_SAID = 20

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "unchanged": "Files unchanged.",
        "changed_all": "Not everything is as it was when this folder was made:",
        "not_checked": "This folder could not be checked to the end:",
        "made_by": "This folder was made by another program, in the form BagIt {version}. It holds no record lines of"
        " ours.",
        "noted": "Worth knowing:",
        "counted": "Files checked: {files}. Bytes: {size}.",
        "shows": "This shows that the files are the same as when the folder was made. It does not show who made them,"
        " when, or that what they say is so.",
        "root": "Number of the record when this folder was made (a card printed with it shows the same): {root}",
        "litter": "Left by a file browser and not counted: {file}",
        "usage": "Usage: verify FOLDER [--lang en|ru|kk] [--card NUMBER]",
        "not_a_bag": "{file}: this folder holds no list of files that can be checked.",
        "missing": "{file}: missing.",
        "extra": "{file}: added, it stands in no list.",
        "changed": "{file}: changed.",
        "list": "{file}: this list was changed, its lines are not in the form or order they had.",
        "unsafe": "{file}: this name points outside the folder or means another file on other computers.",
        "link": "{file}: a link or a special file instead of an ordinary one.",
        "unreadable": "{file}: cannot be read.",
        "record": "{file}: its lines do not fit together.",
        "not_in_record": "{file}: this file does not stand in the record.",
        "not_compared": "{file}: its line in the record came without its text; it was compared with the lists only.",
        "withheld": "{file}: some lines came without their text; of these only the place in the record was checked.",
        "card": "{file}: its number differs from the card.",
        "line": "{file}: a line in it has no form that can be understood.",
        "bom": "{file}: begins with a mark that does not belong there.",
        "declaration": "{file}: its two lines are not in the form they must have.",
        "version": "{file}: names a version of BagIt that does not exist or is not known here.",
        "encoding": "{file}: its letters are not in the encoding that is named, or that encoding is not known here.",
        "wrong_list": "{file}: this name stands in a list where it does not belong.",
        "twice": "{file}: stands twice in a list.",
        "too_long": "{file}: too long or too many; the check stopped here.",
        "too_deep": "{file}: folders lie too deep inside one another; the check stopped here.",
        "no_list": "{file}: there is no list of the files.",
        "to_fetch": "{file}: not in the folder. It is kept at an address on the network; nothing was fetched.",
        "fetch_unlisted": "{file}: to be fetched from the network, but no list names it.",
        "not_in_every": "{file}: stands in one list and is missing in another.",
        "unknown_sum": "{file}: its check number is of a kind that cannot be computed here.",
        "oxum": "{file}: the number of files or bytes it names is not that of this folder.",
        "old_version": "{file}: the folder follows an older version of BagIt.",
        "weak": "{file}: check numbers of this kind can be forged with effort (MD5, SHA-1).",
        "unlisted": "{file}: stands beside the lists and was not checked.",
        "form": "{file}: some lines are written in an unusual way.",
        "percent": "{file}: a percent sign in this name is written in an unusual way.",
        "not_portable": "{file}: some computers cannot keep a file of this name.",
        "empty_folder": "{file}: an empty folder; no list can show whether it was always empty.",
        "spelling": "{file}: the same letters, but spelled otherwise on this disk.",
        "twins": "{file}: another name differs only in capital letters or spelling; some disks take both for one.",
        "fetch_size": "{file}: its size is not the one named for fetching it.",
    },
    "ru": {
        "unchanged": "Файлы не изменены.",
        "changed_all": "Не всё осталось таким, каким было при создании этой папки:",
        "not_checked": "Эту папку не удалось проверить до конца:",
        "made_by": "Эта папка создана другой программой, в виде BagIt {version}. Строк нашей записи в ней нет.",
        "noted": "Стоит знать:",
        "counted": "Проверено файлов: {files}. Байтов: {size}.",
        "shows": "Это значит, что файлы те же, что при создании папки. Это не показывает, кто и когда их сделал"
        " и верно ли то, что в них сказано.",
        "root": "Номер записей на момент создания папки (на карточке, напечатанной с ней, он тот же): {root}",
        "litter": "Оставлено программой просмотра папок, не считается: {file}",
        "usage": "Вызов: verify ПАПКА [--lang en|ru|kk] [--card НОМЕР]",
        "not_a_bag": "{file}: в этой папке нет списка файлов, который можно проверить.",
        "missing": "{file}: файла нет.",
        "extra": "{file}: добавлен, его нет ни в одном списке.",
        "changed": "{file}: изменён.",
        "list": "{file}: этот список изменён, вид или порядок строк не тот, что был.",
        "unsafe": "{file}: это имя ведёт за пределы папки или на других компьютерах значит другой файл.",
        "link": "{file}: ссылка или особый файл вместо обычного.",
        "unreadable": "{file}: не читается.",
        "record": "{file}: строки не сходятся между собой.",
        "not_in_record": "{file}: этого файла нет в записи.",
        "not_compared": "{file}: его строка записи передана без текста; он сверен только со списками.",
        "withheld": "{file}: некоторые строки переданы без текста; у них проверено только место в записи.",
        "card": "{file}: номер не совпадает с карточкой.",
        "line": "{file}: в нём есть строка, которую нельзя понять.",
        "bom": "{file}: в начале стоит лишняя метка.",
        "declaration": "{file}: две его строки не того вида, какой нужен.",
        "version": "{file}: названа версия BagIt, которой нет или которая здесь неизвестна.",
        "encoding": "{file}: буквы не в той кодировке, что названа, или эта кодировка здесь неизвестна.",
        "wrong_list": "{file}: это имя стоит в списке, где ему не место.",
        "twice": "{file}: стоит в списке дважды.",
        "too_long": "{file}: слишком длинно или слишком много; здесь проверка остановлена.",
        "too_deep": "{file}: папки вложены слишком глубоко; здесь проверка остановлена.",
        "no_list": "{file}: списка файлов нет.",
        "to_fetch": "{file}: в папке его нет. Он хранится по адресу в сети; оттуда ничего не загружалось.",
        "fetch_unlisted": "{file}: должен загружаться из сети, но его нет ни в одном списке.",
        "not_in_every": "{file}: в одном списке есть, в другом нет.",
        "unknown_sum": "{file}: контрольное число такого вида здесь вычислить нельзя.",
        "oxum": "{file}: названное в нём число файлов или байтов не то, что у этой папки.",
        "old_version": "{file}: папка сделана по прежней версии BagIt.",
        "weak": "{file}: контрольные числа такого вида можно подделать, если постараться (MD5, SHA-1).",
        "unlisted": "{file}: лежит рядом со списками и не проверялся.",
        "form": "{file}: некоторые строки записаны необычно.",
        "percent": "{file}: знак процента в этом имени записан необычно.",
        "not_portable": "{file}: файл с таким именем можно хранить не на каждом компьютере.",
        "empty_folder": "{file}: пустая папка; по спискам нельзя узнать, всегда ли она была пустой.",
        "spelling": "{file}: буквы те же, но на этом диске они записаны иначе.",
        "twins": "{file}: другое имя отличается только большими буквами или их записью; на некоторых дисках это один"
        " файл.",
        "fetch_size": "{file}: размер не тот, что назван для загрузки.",
    },
    "kk": {
        "unchanged": "Файлдар өзгермеген.",
        "changed_all": "Бұл қалта жасалған кездегідей қалмаған нәрсе бар:",
        "not_checked": "Бұл қалтаны соңына дейін тексеру мүмкін болмады:",
        "made_by": "Бұл қалтаны басқа бағдарлама BagIt {version} түрінде жасаған. Онда біздің жазба жолдары жоқ.",
        "noted": "Білген жөн:",
        "counted": "Тексерілген файлдар: {files}. Байт: {size}.",
        "shows": "Бұл файлдардың қалта жасалған кездегідей екенін білдіреді. Оларды кім, қашан жасағанын және"
        " айтылғанның рас-өтірігін көрсетпейді.",
        "root": "Қалта жасалған сәттегі жазба нөмірі (онымен бірге басып шығарылған карточкада да сондай): {root}",
        "litter": "Қалталарды көрсететін бағдарлама қалдырған, есепке кірмейді: {file}",
        "usage": "Шақыру: verify ҚАЛТА [--lang en|ru|kk] [--card НӨМІР]",
        "not_a_bag": "{file}: бұл қалтада тексеруге болатын файлдар тізімі жоқ.",
        "missing": "{file}: файл жоқ.",
        "extra": "{file}: қосылған, ешбір тізімде жоқ.",
        "changed": "{file}: өзгертілген.",
        "list": "{file}: бұл тізім өзгертілген, жолдардың түрі немесе реті бұрынғыдай емес.",
        "unsafe": "{file}: бұл атау қалтадан тыс жерді көрсетеді немесе басқа компьютерде басқа файлды білдіреді.",
        "link": "{file}: кәдімгі файлдың орнында сілтеме немесе ерекше файл тұр.",
        "unreadable": "{file}: оқылмайды.",
        "record": "{file}: жолдары бір-біріне сәйкес келмейді.",
        "not_in_record": "{file}: бұл файл жазбада жоқ.",
        "not_compared": "{file}: оның жазбадағы жолы мәтінсіз берілген; ол тек тізімдермен салыстырылды.",
        "withheld": "{file}: кейбір жолдар мәтінсіз берілген; олардың тек жазбадағы орны тексерілді.",
        "card": "{file}: нөмірі карточкадағыдан басқа.",
        "line": "{file}: ішінде түсінуге болмайтын жол бар.",
        "bom": "{file}: басында артық белгі тұр.",
        "declaration": "{file}: екі жолының түрі дұрыс емес.",
        "version": "{file}: BagIt нұсқасы жоқ немесе мұнда белгісіз.",
        "encoding": "{file}: әріптері аталған кодтауда емес немесе ол кодтау мұнда белгісіз.",
        "wrong_list": "{file}: бұл атау өзіне жат тізімде тұр.",
        "twice": "{file}: тізімде екі рет тұр.",
        "too_long": "{file}: тым ұзын немесе тым көп; тексеру осы жерде тоқтады.",
        "too_deep": "{file}: қалталар бірінің ішінде бірі тым терең жатыр; тексеру осы жерде тоқтады.",
        "no_list": "{file}: файлдар тізімі жоқ.",
        "to_fetch": "{file}: қалтада жоқ. Ол желідегі мекенжайда сақтаулы; ол жерден ештеңе жүктелген жоқ.",
        "fetch_unlisted": "{file}: желіден жүктелуі керек, бірақ ешбір тізімде жоқ.",
        "not_in_every": "{file}: бір тізімде бар, басқасында жоқ.",
        "unknown_sum": "{file}: мұндай тексеру санын осында есептеу мүмкін емес.",
        "oxum": "{file}: онда аталған файл не байт саны осы қалтадағыдан басқа.",
        "old_version": "{file}: қалта BagIt бұрынғы нұсқасымен жасалған.",
        "weak": "{file}: мұндай тексеру санын әдейі қолдан жасауға болады (MD5, SHA-1).",
        "unlisted": "{file}: тізімдердің қасында жатыр, тексерілген жоқ.",
        "form": "{file}: кейбір жолдары әдеттегідей жазылмаған.",
        "percent": "{file}: бұл атаудағы пайыз белгісі әдеттегідей жазылмаған.",
        "not_portable": "{file}: мұндай атауы бар файл әр компьютерде сақтала бермейді.",
        "empty_folder": "{file}: бос қалта; оның әрдайым бос болған-болмағанын тізімдер көрсетпейді.",
        "spelling": "{file}: әріптері сол, бірақ бұл дискіде басқаша жазылған.",
        "twins": "{file}: басқа бір атаудан тек бас әріптерімен не жазылуымен ерекшеленеді; кейбір дискіде екеуі бір"
        " файл.",
        "fetch_size": "{file}: көлемі жүктеу үшін аталғаннан басқа.",
    },
}


def sentences(verdict: Verdict, language: str) -> list[str]:
    """What to tell the person who asked, line by line."""
    words = WORDS.get(language, WORDS["en"])
    lines = _said(words, verdict.faults)
    if verdict.status == NOT_A_BAG:
        return lines
    heading = {UNCHANGED: "unchanged", NOT_CHECKED: "not_checked"}.get(verdict.status, "changed_all")
    lines.insert(0, words[heading])
    if verdict.made_by:
        lines.append(words["made_by"].format(version=verdict.made_by))
    if verdict.notes:
        lines += [words["noted"], *_said(words, verdict.notes)]
    lines += [words["litter"].format(file=name) for name in verdict.litter[:MOST_SAID]]
    lines.append(words["counted"].format(files=verdict.files, size=verdict.size))
    if verdict.root:
        lines.append(words["root"].format(root=verdict.root))
    if verdict.status == UNCHANGED:
        lines.append(words["shows"])
    return lines


def _said(words: dict[str, str], found: tuple[Fault, ...]) -> list[str]:
    lines = [words[fault.id].format(file=fault.file) for fault in found[:MOST_SAID]]
    return [*lines, f"… +{len(found) - MOST_SAID}"] if len(found) > MOST_SAID else lines


def language_of(untrusted_info: bytes) -> str:
    """The language a folder was made in (its bag-info.txt), else the computer's, else English."""
    match = re.search(r"(?m)^Language: (en|ru|kk)\r?$", untrusted_info.decode("utf-8", "replace"))
    if match:
        return match[1]
    here = (os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "").lower()
    # Windows says "Russian_Kazakhstan" and "Kazakh_Kazakhstan".
    return "ru" if here.startswith("ru") else "kk" if here.startswith(("kk", "kazakh")) else "en"
