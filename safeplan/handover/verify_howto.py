"""VERIFY.txt: how anybody checks the folder with what a computer has anyway, in the reader's language.

May touch: nothing. Must never promise more than the commands do: they find what was changed or is missing, not what
was added, and never whether it is true.
"""

from __future__ import annotations

from safeplan.handover.verify import MANIFEST, TAG_MANIFEST
from safeplan.handover.verify_page import VERIFY_PAGE

_LISTS = f"{MANIFEST} {TAG_MANIFEST}"
# Every word between the braces is the same in each language: it is typed or pasted.
COMMANDS = {
    "linux": f"sha256sum -c {_LISTS}",
    "macos": f"shasum -a 256 -c {_LISTS}",
    "windows": f"Get-Content {MANIFEST},{TAG_MANIFEST} | ForEach-Object {{ $h,$f = $_ -split '  ',2;"
    ' if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "CHANGED: $f" } }; "checked"',
    "one": "certutil -hashfile data\\0001.jpg SHA256",
}
WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        "How to check that the files in this folder are unchanged",
        "",
        "Nothing needs to be installed, and no network is needed.",
        "",
        "1. In a browser (Windows, macOS, Linux)",
        f"Open {VERIFY_PAGE} with a double click, press “Choose the folder” and choose this folder. The files stay on"
        " this computer. The page also names files that were added and checks the lines of the record.",
        f"{VERIFY_PAGE} lies in this folder and can be exchanged like any other file. If much depends on the answer,"
        " use the commands below as well.",
        "",
        "2. Windows",
        "Open this folder, type powershell into the address line on top and press Enter. Paste this line:",
        "    {windows}",
        "Nothing must be printed except the last line, “checked”.",
        "If PowerShell is blocked, type cmd instead. For a single file:",
        "    {one}",
        f"The long number must be the one in front of this file in {MANIFEST}.",
        "",
        "3. macOS",
        "Open Terminal, type cd and a space, drag this folder into the window and press Enter. Then type:",
        "    {macos}",
        "Every line must end in OK.",
        "",
        "4. Linux",
        "Open a terminal in this folder and type:",
        "    {linux}",
        "Every line must end in OK.",
        "",
        "Other programs that read BagIt folders (RFC 8493) can check it too.",
        "data/names.tsv gives the true name of each file.",
        "",
        "A successful check shows that every file is the one that was put into this folder. It does not show who made"
        " the files, when, or that what they say is so.",
        "Keep the folder as it is. Work on copies.",
    ),
    "ru": (
        "Как проверить, что файлы в этой папке не изменены",
        "",
        "Ничего устанавливать не нужно, сеть тоже не нужна.",
        "",
        "1. В браузере (Windows, macOS, Linux)",
        f"Откройте {VERIFY_PAGE} двойным щелчком, нажмите «Выбрать папку» и выберите эту папку. Файлы остаются на"
        " этом компьютере. Страница назовёт и добавленные файлы и проверит строки записи.",
        f"{VERIFY_PAGE} лежит в этой же папке, и его можно подменить, как любой файл. Если от ответа зависит многое,"
        " наберите ещё и команды, которые стоят ниже.",
        "",
        "2. Windows",
        "Откройте эту папку, наберите powershell в адресной строке вверху и нажмите Enter. Вставьте строку:",
        "    {windows}",
        "Не должно появиться ничего, кроме последней строки «checked».",
        "Если PowerShell запрещён, наберите cmd. Для одного файла:",
        "    {one}",
        f"Длинное число должно быть таким же, как перед этим файлом в {MANIFEST}.",
        "",
        "3. macOS",
        "Откройте «Терминал», наберите cd и пробел, перетащите эту папку в окно и нажмите Enter. Затем наберите:",
        "    {macos}",
        "Каждая строка должна оканчиваться на OK.",
        "",
        "4. Linux",
        "Откройте терминал в этой папке и наберите:",
        "    {linux}",
        "Каждая строка должна оканчиваться на OK.",
        "",
        "Проверить папку могут и другие программы, читающие папки BagIt (RFC 8493).",
        "В data/names.tsv указано настоящее имя каждого файла.",
        "",
        "Успешная проверка показывает, что каждый файл тот же, что был положен в эту папку. Она не показывает, кто и"
        " когда сделал файлы и верно ли то, что в них сказано.",
        "Сохраняйте папку как есть. Работайте с копиями.",
    ),
    "kk": (
        "Осы қалтадағы файлдардың өзгермегенін қалай тексеруге болады",
        "",
        "Ештеңе орнатудың қажеті жоқ, желі де керек емес.",
        "",
        "1. Браузерде (Windows, macOS, Linux)",
        f"{VERIFY_PAGE} файлын екі рет шертіп ашыңыз, «Қалтаны таңдау» түймесін басып, осы қалтаны таңдаңыз. Файлдар"
        " осы компьютерде қалады. Бет қосылған файлдарды да атайды, жазба жолдарын да тексереді.",
        f"{VERIFY_PAGE} осы қалтада жатыр, оны кез келген файл сияқты ауыстырып қоюға болады. Жауапқа көп нәрсе"
        " байланысты болса, төмендегі командаларды да теріңіз.",
        "",
        "2. Windows",
        "Осы қалтаны ашып, жоғарыдағы мекенжай жолына powershell деп теріп, Enter пернесін басыңыз. Мына жолды"
        " қойыңыз:",
        "    {windows}",
        "Соңғы «checked» жолынан басқа ештеңе шықпауы керек.",
        "PowerShell бұғатталған болса, cmd деп теріңіз. Бір файл үшін:",
        "    {one}",
        f"Ұзын сан {MANIFEST} ішінде осы файлдың алдында тұрған санмен бірдей болуы керек.",
        "",
        "3. macOS",
        "Терминалды ашып, cd деп теріп, бос орын қалдырыңыз, осы қалтаны терезеге сүйреп әкеліп, Enter пернесін"
        " басыңыз. Сосын мынаны теріңіз:",
        "    {macos}",
        "Әр жол OK деп аяқталуы керек.",
        "",
        "4. Linux",
        "Осы қалтада терминал ашып, мынаны теріңіз:",
        "    {linux}",
        "Әр жол OK деп аяқталуы керек.",
        "",
        "BagIt қалталарын (RFC 8493) оқитын басқа бағдарламалар да тексере алады.",
        "data/names.tsv әр файлдың шын атауын береді.",
        "",
        "Сәтті тексеру әр файлдың осы қалтаға салынған файлмен бірдей екенін көрсетеді. Тексеру файлдарды кім, қашан"
        " жасағанын және айтылғанның рас-өтірігін көрсетпейді.",
        "Қалтаны сол күйінде сақтаңыз. Көшірмелерімен жұмыс істеңіз.",
    ),
}


def how_to_verify(language: str) -> bytes:
    """The whole of VERIFY.txt in one of "en", "ru", "kk"; UTF-8 with a mark and CRLF.

    Old editors on Windows show one long line otherwise, or take the letters for another alphabet.
    """
    lines = [line.format(**COMMANDS) if line.startswith("    ") else line for line in WORDS[language]]
    return b"\xef\xbb\xbf" + "".join(line + "\r\n" for line in lines).encode("utf-8")
