<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="kk_KZ" sourcelanguage="en">
<context>
    <name>AcutePage</name>
    <message>
        <source>Keep this page</source>
        <translation>Осы бетті сақтау</translation>
    </message>
    <message>
        <source>Here stand your own people, places and ways out</source>
        <translation>Мұнда өзіңізге керек адамдар, жерлер, шығу жолдары тұрады</translation>
    </message>
    <message>
        <source>Write one line</source>
        <translation>Бір жол жазу</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Жазу</translation>
    </message>
    <message>
        <source>What I prepared</source>
        <translation>Алдын ала дайындағаным</translation>
    </message>
    <message>
        <source>{label}: covered</source>
        <translation>{label}: жабулы</translation>
    </message>
    <message>
        <source>One line is enough. What you write is kept while you write.</source>
        <translation>Бір жол да жетеді. Жазғаныңыз бірден сақталып отырады.</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Жазып болдым</translation>
    </message>
    <message>
        <source>One line is enough.</source>
        <translation>Бір жол да жетеді.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Shift ×3</source>
        <translation>Shift ×3</translation>
    </message>
    <message>
        <source>{count} of 3</source>
        <translation>Басылғаны: {count}, керегі: 3</translation>
    </message>
    <message>
        <source>Nobody has moved. Hiding in {seconds} seconds.</source>
        <translation>Ешкім қозғалған жоқ. {seconds} секундтан кейін жасырылады.</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>Month before</source>
        <translation>Алдыңғы ай</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Келесі ай</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Жалпы көрініс</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Кіріс</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Шығын</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Қалды</translation>
    </message>
    <message>
        <source>Spent or received</source>
        <translation>Шығын не кіріс</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Санат</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сома</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Не үшін</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Lines of this month</source>
        <translation>Осы айдың жазбалары</translation>
    </message>
    <message>
        <source>Nothing entered for this month.</source>
        <translation>Бұл айға ештеңе енгізілмеген.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Removes the chosen line</source>
        <translation>Таңдалған жолды өшіреді</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Тамақ</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Үй</translation>
    </message>
    <message>
        <source>Heating, water, power</source>
        <translation>Жылу, су, жарық</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Көлік</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Киім</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Денсаулық</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Балалар</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Оқу</translation>
    </message>
    <message>
        <source>Leisure</source>
        <translation>Демалыс</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>Сыйлық</translation>
    </message>
    <message>
        <source>Phone and internet</source>
        <translation>Телефон мен интернет</translation>
    </message>
    <message>
        <source>Other spending</source>
        <translation>Басқа шығын</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Жалақы</translation>
    </message>
    <message>
        <source>Pension</source>
        <translation>Зейнетақы</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Жәрдемақы</translation>
    </message>
    <message>
        <source>Extra work</source>
        <translation>Қосымша жұмыс</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>Басқа кіріс</translation>
    </message>
    <message>
        <source>Type an amount above zero.</source>
        <translation>Нөлден үлкен сома жазыңыз.</translation>
    </message>
    <message>
        <source>Spent, by category</source>
        <translation>Санаттар бойынша шығын</translation>
    </message>
    <message>
        <source>Received, by category</source>
        <translation>Санаттар бойынша кіріс</translation>
    </message>
    <message>
        <source>Spent, month by month</source>
        <translation>Айлар бойынша шығын</translation>
    </message>
</context>
<context>
    <name>Calculator</name>
    <message>
        <source>Calculator</source>
        <translation>Калькулятор</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Тарих</translation>
    </message>
    <message>
        <source>Your sums appear here.</source>
        <translation>Есептеріңіз осында көрінеді.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Тазалау</translation>
    </message>
    <message>
        <source>Delete last digit</source>
        <translation>Соңғы цифрды өшіру</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Пайыз</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Бөлу</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Көбейту</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Азайту</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Change sign</source>
        <translation>Таңбасын ауыстыру</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Ондық үтір</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>Тең</translation>
    </message>
    <message>
        <source>Clear memory</source>
        <translation>Жадты тазалау</translation>
    </message>
    <message>
        <source>Recall memory</source>
        <translation>Жадтан шақыру</translation>
    </message>
    <message>
        <source>Add to memory</source>
        <translation>Жадқа қосу</translation>
    </message>
    <message>
        <source>Take from memory</source>
        <translation>Жадтан азайту</translation>
    </message>
    <message>
        <source>Left parenthesis</source>
        <translation>Ашылатын жақша</translation>
    </message>
    <message>
        <source>Right parenthesis</source>
        <translation>Жабылатын жақша</translation>
    </message>
    <message>
        <source>Cannot divide by zero</source>
        <translation>Нөлге бөлуге болмайды</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Сан тым үлкен</translation>
    </message>
    <message>
        <source>Cannot work this out</source>
        <translation>Есептеу мүмкін емес</translation>
    </message>
    <message>
        <source>Memory: {number}</source>
        <translation>Жадта: {number}</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Check what is kept</source>
        <translation>Сақталғанды тексеру</translation>
    </message>
    <message>
        <source>Every entry and every file is compared with how it was when it was kept. This shows whether something changed since then. It does not show who wrote it, or that what it says is so.</source>
        <translation>Әр жазба мен әр файл сақталған кездегі күйімен салыстырылады. Содан бері бірдеңе өзгерген-өзгермегені көрінеді. Мұны кім жазғаны және жазылғанның рас-өтірігі көрінбейді.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Қазір тексеру</translation>
    </message>
    <message>
        <source>Checking entries and files</source>
        <translation>Жазбалар мен файлдар тексеріліп жатыр</translation>
    </message>
    <message>
        <source>Files unchanged, entries unchanged. Lines checked: {count}.</source>
        <translation>Файлдар өзгермеген, жазбалар өзгермеген. Тексерілген жол саны: {count}.</translation>
    </message>
    <message>
        <source>Entry {number} does not match what was kept before. The disk may be failing. Change nothing, keep a copy, and show it to the person who helps you.</source>
        <translation>{number}-жазба бұрын сақталған күйіне сәйкес келмейді. Диск істен шыға бастаған болуы мүмкін. Ештеңені өзгертпеңіз, көшірме жасап, өзіңізге көмектесетін адамға көрсетіңіз.</translation>
    </message>
    <message>
        <source>Something does not match what was kept before (line {line}). The disk may be failing. Change nothing, keep a copy, and show it to the person who helps you.</source>
        <translation>Бірдеңе бұрын сақталған күйіне сәйкес келмейді ({line}-жол). Диск істен шыға бастаған болуы мүмкін. Ештеңені өзгертпеңіз, көшірме жасап, өзіңізге көмектесетін адамға көрсетіңіз.</translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message>
        <source>What to hand over</source>
        <translation>Нені тапсыру</translation>
    </message>
    <message>
        <source>Only what is new since the last time</source>
        <translation>Тек соңғы реттен бергі жаңасы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Барлығы</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ешқайсысы</translation>
    </message>
    <message>
        <source>Show more ({count} left)</source>
        <translation>Тағы көрсету (қалғаны: {count})</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number}-жазба</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>файл: {count}</translation>
    </message>
    <message>
        <source>Chosen: {count} of {all}</source>
        <translation>Таңдалғаны: {count}, барлығы: {all}</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>Happened</source>
        <translation>Болған уақыты</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Жазылған уақыты</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Өзгертілген уақыты</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Өзгертілмеген</translation>
    </message>
</context>
<context>
    <name>Converter</name>
    <message>
        <source>Unit converter</source>
        <translation>Бірлік түрлендіргіш</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Шама</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Мәні</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Неден</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Неге</translation>
    </message>
    <message>
        <source>Swap units</source>
        <translation>Бірліктерді ауыстыру</translation>
    </message>
    <message>
        <source>In all units</source>
        <translation>Барлық бірлікте</translation>
    </message>
    <message>
        <source>Result: {number} {unit}</source>
        <translation>Нәтиже: {number} {unit}</translation>
    </message>
    <message>
        <source>The same in all units:</source>
        <translation>Барлық бірлікте:</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Сан жазыңыз.</translation>
    </message>
    <message>
        <source>Nothing is colder than −273.15 °C.</source>
        <translation>Температура −273,15 °C шегінен төмен болмайды.</translation>
    </message>
    <message>
        <source>Type a number that is not below zero.</source>
        <translation>Нөлден кем емес сан жазыңыз.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Ұзындық</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Салмақ</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Көлем</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Аудан</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Жылдамдық</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Уақыт</translation>
    </message>
    <message>
        <source>Data size</source>
        <translation>Дерек көлемі</translation>
    </message>
    <message>
        <source>Metre, m</source>
        <translation>Метр, м</translation>
    </message>
    <message>
        <source>Kilometre, km</source>
        <translation>Километр, км</translation>
    </message>
    <message>
        <source>Centimetre, cm</source>
        <translation>Сантиметр, см</translation>
    </message>
    <message>
        <source>Millimetre, mm</source>
        <translation>Миллиметр, мм</translation>
    </message>
    <message>
        <source>Inch</source>
        <translation>Дюйм</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Фут</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Ярд</translation>
    </message>
    <message>
        <source>Mile</source>
        <translation>Миля</translation>
    </message>
    <message>
        <source>Nautical mile</source>
        <translation>Теңіз милясы</translation>
    </message>
    <message>
        <source>Kilogram, kg</source>
        <translation>Килограмм, кг</translation>
    </message>
    <message>
        <source>Gram, g</source>
        <translation>Грамм, г</translation>
    </message>
    <message>
        <source>Milligram, mg</source>
        <translation>Миллиграмм, мг</translation>
    </message>
    <message>
        <source>Tonne, t</source>
        <translation>Тонна, т</translation>
    </message>
    <message>
        <source>Centner, 100 kg</source>
        <translation>Центнер, 100 кг</translation>
    </message>
    <message>
        <source>Pound</source>
        <translation>Фунт</translation>
    </message>
    <message>
        <source>Ounce</source>
        <translation>Унция</translation>
    </message>
    <message>
        <source>Stone</source>
        <translation>Стоун</translation>
    </message>
    <message>
        <source>Carat</source>
        <translation>Карат</translation>
    </message>
    <message>
        <source>Celsius, °C</source>
        <translation>Цельсий, °C</translation>
    </message>
    <message>
        <source>Fahrenheit, °F</source>
        <translation>Фаренгейт, °F</translation>
    </message>
    <message>
        <source>Kelvin, K</source>
        <translation>Кельвин, K</translation>
    </message>
    <message>
        <source>Litre, l</source>
        <translation>Литр, л</translation>
    </message>
    <message>
        <source>Millilitre, ml</source>
        <translation>Миллилитр, мл</translation>
    </message>
    <message>
        <source>Cubic metre, m³</source>
        <translation>Текше метр, м³</translation>
    </message>
    <message>
        <source>Cubic centimetre, cm³</source>
        <translation>Текше сантиметр, см³</translation>
    </message>
    <message>
        <source>Glass, 250 ml</source>
        <translation>Стақан, 250 мл</translation>
    </message>
    <message>
        <source>Tablespoon, 15 ml</source>
        <translation>Ас қасық, 15 мл</translation>
    </message>
    <message>
        <source>Teaspoon, 5 ml</source>
        <translation>Шай қасық, 5 мл</translation>
    </message>
    <message>
        <source>US cup</source>
        <translation>АҚШ кесесі</translation>
    </message>
    <message>
        <source>US gallon</source>
        <translation>АҚШ галлоны</translation>
    </message>
    <message>
        <source>UK pint</source>
        <translation>Ағылшын пинтасы</translation>
    </message>
    <message>
        <source>UK gallon</source>
        <translation>Ағылшын галлоны</translation>
    </message>
    <message>
        <source>Square metre, m²</source>
        <translation>Шаршы метр, м²</translation>
    </message>
    <message>
        <source>Square kilometre, km²</source>
        <translation>Шаршы километр, км²</translation>
    </message>
    <message>
        <source>Square centimetre, cm²</source>
        <translation>Шаршы сантиметр, см²</translation>
    </message>
    <message>
        <source>Hectare, ha</source>
        <translation>Гектар, га</translation>
    </message>
    <message>
        <source>Are, 100 m²</source>
        <translation>Сотық, 100 м²</translation>
    </message>
    <message>
        <source>Square foot</source>
        <translation>Шаршы фут</translation>
    </message>
    <message>
        <source>Acre</source>
        <translation>Акр</translation>
    </message>
    <message>
        <source>Square mile</source>
        <translation>Шаршы миля</translation>
    </message>
    <message>
        <source>Kilometre per hour, km/h</source>
        <translation>Километр сағатына, км/сағ</translation>
    </message>
    <message>
        <source>Metre per second, m/s</source>
        <translation>Метр секундына, м/с</translation>
    </message>
    <message>
        <source>Mile per hour</source>
        <translation>Миля сағатына</translation>
    </message>
    <message>
        <source>Knot</source>
        <translation>Түйін</translation>
    </message>
    <message>
        <source>Foot per second</source>
        <translation>Фут секундына</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Секунд</translation>
    </message>
    <message>
        <source>Millisecond</source>
        <translation>Миллисекунд</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Минут</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Сағат</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Тәулік</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Апта</translation>
    </message>
    <message>
        <source>Year, 365 days</source>
        <translation>Жыл, 365 күн</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>Байт</translation>
    </message>
    <message>
        <source>Kilobyte, KB</source>
        <translation>Килобайт, КБ</translation>
    </message>
    <message>
        <source>Megabyte, MB</source>
        <translation>Мегабайт, МБ</translation>
    </message>
    <message>
        <source>Gigabyte, GB</source>
        <translation>Гигабайт, ГБ</translation>
    </message>
    <message>
        <source>Terabyte, TB</source>
        <translation>Терабайт, ТБ</translation>
    </message>
    <message>
        <source>Kibibyte, KiB</source>
        <translation>Кибибайт, КиБ</translation>
    </message>
    <message>
        <source>Mebibyte, MiB</source>
        <translation>Мебибайт, МиБ</translation>
    </message>
    <message>
        <source>Gibibyte, GiB</source>
        <translation>Гибибайт, ГиБ</translation>
    </message>
    <message>
        <source>Bit</source>
        <translation>Бит</translation>
    </message>
    <message>
        <source>Megabit</source>
        <translation>Мегабит</translation>
    </message>
</context>
<context>
    <name>Covered</name>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
</context>
<context>
    <name>DangerCard</name>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Show names, places and my code word</source>
        <translation>Есімдерді, жерлерді және код сөзімді көрсету</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>For example</source>
        <translation>Мысалы</translation>
    </message>
</context>
<context>
    <name>EntryChange</name>
    <message>
        <source>What changes, and why</source>
        <translation>Не өзгереді және неге</translation>
    </message>
    <message>
        <source>May stay empty. For example: “Saw the date on the receipt”.</source>
        <translation>Бос қалса да болады. Мысалы: «Күнін чектен көрдім».</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Бұрынғыша қалдыру</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Entry {number}</source>
        <translation>{number}-жазба</translation>
    </message>
    <message>
        <source>What I wrote</source>
        <translation>Жазғаным</translation>
    </message>
    <message>
        <source>What changed, and why: {reason}</source>
        <translation>Не өзгерді және неге: {reason}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтарып алу</translation>
    </message>
    <message>
        <source>Change or add</source>
        <translation>Өзгерту не толықтыру</translation>
    </message>
    <message>
        <source>Take back this change</source>
        <translation>Бұл өзгерісті қайтарып алу</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлдар</translation>
    </message>
    <message>
        <source>Photos, recordings and documents are kept here exactly as they are.</source>
        <translation>Сурет, дыбыс жазбасы, құжат мұнда дәл сол күйінде сақталады.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Файл қосу</translation>
    </message>
    <message>
        <source>Nothing of this can be changed unseen any more; you can always add.</source>
        <translation>Енді мұны білдірмей өзгерту мүмкін емес, ал толықтыруға әрқашан болады.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>From the next opening on nothing of this can be changed unseen; you can always add.</source>
        <translation>Келесі ашқаннан бастап мұны білдірмей өзгерту мүмкін болмайды, ал толықтыруға әрқашан болады.</translation>
    </message>
    <message>
        <source>Removed on {moment}. The number stays; the words and files are deleted.</source>
        <translation>Өшірілген уақыты: {moment}. Нөмірі қалды, сөздері мен файлдары өшірілді.</translation>
    </message>
    <message>
        <source>Version {number}, written {moment}</source>
        <translation>{number}-нұсқа, жазылған уақыты: {moment}</translation>
    </message>
    <message>
        <source>Happened: {when}</source>
        <translation>Болған уақыты: {when}</translation>
    </message>
    <message>
        <source>Earlier versions: {count}</source>
        <translation>Бұрынғы нұсқалар: {count}</translation>
    </message>
    <message>
        <source>Nothing you wrote before is overwritten.</source>
        <translation>Бұрын жазғаныңыздың үстінен ештеңе жазылмайды.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Тізімге қайту</translation>
    </message>
    <message>
        <source>The earlier version stays and can be read below.</source>
        <translation>Бұрынғы нұсқа қалады, төменде оқуға болады.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ештеңе өзгертілген жоқ.</translation>
    </message>
    <message>
        <source>Keeping the files unchanged</source>
        <translation>Файлдар өзгертілмей сақталып жатыр</translation>
    </message>
    <message>
        <source>Stopped. What was complete is kept.</source>
        <translation>Тоқтатылды. Толық көшіп үлгергені сақталды.</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept.</source>
        <translation>
            <numerusform>Сақталған файл: %n.</numerusform>
            <numerusform>Сақталған файл: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The change is taken back.</source>
        <translation>Өзгеріс қайтарып алынды.</translation>
    </message>
    <message>
        <source>Take back entry {number}?</source>
        <translation>{number}-жазбаны қайтарып алу керек пе?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace and no gap. This can be done until the next opening.</source>
        <translation>Жазбадан ештеңе қалмайды: ізі де, бос орны да болмайды. Мұны келесі ашқанға дейін істеуге болады.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove entry {number}?</source>
        <translation>{number}-жазбаны өшіру керек пе?</translation>
    </message>
    <message>
        <source>Its words, its versions and its files are deleted for good. What stays is the number, with the day of removal.

A fingerprint is a row of signs from which nothing can be read. Kept, it can show that a copy you handed over earlier is unchanged.</source>
        <translation>Сөздері, нұсқалары, файлдары біржола өшеді. Нөмірі мен өшірілген күні қалады.

Бақылау саны дегеніміз ештеңе оқылмайтын таңбалар қатары. Сақталса, бұрын тапсырылған көшірменің өзгермегенін көрсете алады.</translation>
    </message>
    <message>
        <source>Remove, keep the fingerprint</source>
        <translation>Өшіру, бақылау санын қалдыру</translation>
    </message>
    <message>
        <source>Remove, keep no fingerprint</source>
        <translation>Бақылау санымен бірге өшіру</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Қайтарып алынды.</translation>
    </message>
    <message>
        <source>Removed. Its number stays.</source>
        <translation>Өшірілді. Нөмірі қалды.</translation>
    </message>
    <message>
        <source>What you began here is still in its fields.</source>
        <translation>Мұнда бастағаныңыз әлі орнында тұр.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>No words, only files.</source>
        <translation>Сөз жоқ, тек файлдар.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>somebody no longer on your list</source>
        <translation>тізіміңізде енді жоқ адам</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Қайда</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Сол жерде кім болды</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Балалар</translation>
    </message>
    <message>
        <source>Who saw or heard it</source>
        <translation>Кім көрді не естіді</translation>
    </message>
    <message>
        <source>What it did to you</source>
        <translation>Сізге қандай зиян келді</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Полиция</translation>
    </message>
    <message>
        <source>Doctor, ambulance</source>
        <translation>Дәрігер, жедел жәрдем</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Бұл не еді</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This passphrase does not open it.</source>
        <translation>Бұл құпиясөз тіркесі ашпады.</translation>
    </message>
    <message>
        <source>Check the keyboard language and Caps Lock, then type it again. You can try as often as you need.</source>
        <translation>Пернетақта тілі мен Caps Lock пернесін тексеріп, қайта теріңіз. Қанша рет керек болса, сонша байқап көруге болады.</translation>
    </message>
    <message>
        <source>This spare key does not open it.</source>
        <translation>Бұл қосалқы кілт ашпады.</translation>
    </message>
    <message>
        <source>It may be an older one. Only the spare key made last works.</source>
        <translation>Ескісі болуы мүмкін. Тек соңғы жасалған қосалқы кілт жарайды.</translation>
    </message>
    <message>
        <source>The spare key has a typing mistake in it.</source>
        <translation>Терілген қосалқы кілтте қате бар.</translation>
    </message>
    <message>
        <source>Compare it with the printed one, group by group.</source>
        <translation>Қағаздағымен топ-топтап салыстырыңыз.</translation>
    </message>
    <message>
        <source>This passphrase could be guessed.</source>
        <translation>Бұл құпиясөз тіркесін біреу ойлап тауып алуы мүмкін.</translation>
    </message>
    <message>
        <source>Four ordinary words that have nothing to do with each other are stronger, and easier to remember.</source>
        <translation>Бір-біріне қатысы жоқ төрт кәдімгі сөз берігірек әрі жаттауға оңай.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Екеуі бірдей емес.</translation>
    </message>
    <message>
        <source>Type both once more. You can tick the box to see what you type.</source>
        <translation>Екеуін де қайта теріңіз. Тергеніңізді көру үшін белгі қоюға болады.</translation>
    </message>
    <message>
        <source>This passphrase is already used here.</source>
        <translation>Бұл құпиясөз тіркесі мұнда қолданылып тұр.</translation>
    </message>
    <message>
        <source>Please choose another one.</source>
        <translation>Басқасын таңдаңыз.</translation>
    </message>
    <message>
        <source>This sum cannot be used.</source>
        <translation>Бұл есеп жарамайды.</translation>
    </message>
    <message>
        <source>Choose a longer one that nobody would type by chance.</source>
        <translation>Ешкім кездейсоқ термейтін, ұзынырақ есеп таңдаңыз.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Бұл файл оқылмады.</translation>
    </message>
    <message>
        <source>Another program may be using it. Copy it to this computer first, then add it again.</source>
        <translation>Файлды басқа бағдарлама ашып тұрған болуы мүмкін. Алдымен осы компьютерге көшіріп, содан кейін қайта қосыңыз.</translation>
    </message>
    <message>
        <source>The file changed or went away while it was being read.</source>
        <translation>Оқылып жатқанда файл өзгерді немесе жоғалып кетті.</translation>
    </message>
    <message>
        <source>Nothing was added. Check that the stick or phone is still connected and add the file again.</source>
        <translation>Ештеңе қосылмады. Флешка не телефон жалғаулы ма, тексеріп, файлды қайта қосыңыз.</translation>
    </message>
    <message>
        <source>This file is already kept, with entry {number}.</source>
        <translation>Бұл файл сақталған, {number}-жазбада тұр.</translation>
    </message>
    <message>
        <source>One copy is enough: it can be named in several places.</source>
        <translation>Бір көшірме жетеді: оны бірнеше жерде атауға болады.</translation>
    </message>
    <message>
        <source>This date does not exist, or the end comes before the beginning.</source>
        <translation>Мұндай күн жоқ немесе соңы басынан бұрын тұр.</translation>
    </message>
    <message>
        <source>If you are not sure of the day, your own words are fine: “before Nauryz”, “last winter”.</source>
        <translation>Күнін анық білмесеңіз, өз сөзіңізбен жаза беріңіз: «Наурыз алдында», «былтыр қыста».</translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation>Әзірге сақтайтын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>One line, or one file, is enough.</source>
        <translation>Бір жол не бір файл жетеді.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Әзірге ештеңе таңдалмаған.</translation>
    </message>
    <message>
        <source>Tick at least one line.</source>
        <translation>Кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>This entry is from an earlier day and can no longer be taken back without a trace.</source>
        <translation>Бұл жазба бұрынырақ жазылған, енді ізсіз қайтарып алуға болмайды.</translation>
    </message>
    <message>
        <source>You can add a correction, or remove it: then a note stays that an entry was removed.</source>
        <translation>Түзету қосуға немесе өшіруге болады: өшірсеңіз, бір жазба өшірілгені туралы белгі қалады.</translation>
    </message>
    <message>
        <source>This is no longer here.</source>
        <translation>Бұл енді мұнда жоқ.</translation>
    </message>
    <message>
        <source>It may have been removed a moment ago.</source>
        <translation>Жаңа ғана өшірілген болуы мүмкін.</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>Бұл қалта бос емес.</translation>
    </message>
    <message>
        <source>Choose an empty folder or make a new one, so that nothing gets mixed up.</source>
        <translation>Ештеңе шатаспауы үшін бос қалтаны таңдаңыз немесе жаңасын жасаңыз.</translation>
    </message>
    <message>
        <source>This picture is too large to show here.</source>
        <translation>Бұл сурет мұнда көрсетуге тым үлкен.</translation>
    </message>
    <message>
        <source>The file itself is kept unchanged and can be handed over.</source>
        <translation>Файлдың өзі өзгеріссіз сақтаулы, тапсыруға болады.</translation>
    </message>
    <message>
        <source>This file cannot be shown; it may be damaged.</source>
        <translation>Бұл файлды көрсету мүмкін болмады, бүлінген болуы мүмкін.</translation>
    </message>
    <message>
        <source>The file itself is kept unchanged.</source>
        <translation>Файлдың өзі өзгеріссіз сақтаулы.</translation>
    </message>
    <message>
        <source>This kind of file is kept, but not shown here.</source>
        <translation>Мұндай файл сақталады, бірақ мұнда көрсетілмейді.</translation>
    </message>
    <message>
        <source>It can be handed over unchanged.</source>
        <translation>Өзгеріссіз тапсыруға болады.</translation>
    </message>
    <message>
        <source>Showing this file took too long and was stopped.</source>
        <translation>Файлды көрсету тым ұзаққа созылып, тоқтатылды.</translation>
    </message>
    <message>
        <source>The disk is full. The last change was not kept.</source>
        <translation>Дискіде орын қалмады. Соңғы өзгеріс сақталмады.</translation>
    </message>
    <message>
        <source>Make some room on this computer, or remove a large file here, then keep it again.</source>
        <translation>Компьютерден орын босатыңыз немесе мұндағы үлкен файлды өшіріңіз, содан кейін қайта сақтаңыз.</translation>
    </message>
    <message>
        <source>This computer does not allow it here.</source>
        <translation>Компьютер бұл жерде рұқсат бермейді.</translation>
    </message>
    <message>
        <source>Choose another folder, for example on a stick of your own.</source>
        <translation>Басқа қалта таңдаңыз, мысалы өз флешкаңыздан.</translation>
    </message>
    <message>
        <source>Nothing can be written in this place.</source>
        <translation>Бұл жерге ештеңе жазылмайды.</translation>
    </message>
    <message>
        <source>A stick may have a small switch against writing. You can read, but not keep anything new.</source>
        <translation>Флешкада жазуға тыйым салатын кішкене тетік болуы мүмкін. Оқуға болады, бірақ жаңа ештеңе сақталмайды.</translation>
    </message>
    <message>
        <source>It is already open on this computer.</source>
        <translation>Осы компьютерде ашық тұр.</translation>
    </message>
    <message>
        <source>Close the other one first, or wait a few seconds.</source>
        <translation>Алдымен екіншісін жабыңыз немесе бірнеше секунд күтіңіз.</translation>
    </message>
    <message>
        <source>The disk reports a fault.</source>
        <translation>Дискіде ақау бар.</translation>
    </message>
    <message>
        <source>Make a copy on another disk soon, while it can still be read.</source>
        <translation>Оқылып тұрғанда басқа дискіге көшірме жасап алыңыз.</translation>
    </message>
    <message>
        <source>This computer has too little memory free for it right now.</source>
        <translation>Қазір компьютерде бос жад жетпейді.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Басқа бағдарламаларды жауып, қайта көріңіз.</translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation>Мұнда ашатын ештеңе жоқ.</translation>
    </message>
    <message>
        <source>If it is on a stick, connect the stick and start again.</source>
        <translation>Флешкада болса, флешканы жалғап, қайта бастаңыз.</translation>
    </message>
    <message>
        <source>There is already something kept in this place.</source>
        <translation>Бұл жерде бұрын сақталған нәрсе бар.</translation>
    </message>
    <message>
        <source>It was left as it is. Open it, or choose another place.</source>
        <translation>Сол күйінде қалды. Соны ашыңыз немесе басқа жер таңдаңыз.</translation>
    </message>
    <message>
        <source>The file with the keys is damaged, so your notes cannot be opened from it.</source>
        <translation>Кілттер файлы бүлінген, сондықтан жазбаларыңыз одан ашылмайды.</translation>
    </message>
    <message>
        <source>Your passphrase is not the problem. If you have a copy on a stick, open that one.</source>
        <translation>Мәселе құпиясөз тіркесінде емес. Флешкада көшірме болса, соны ашыңыз.</translation>
    </message>
    <message>
        <source>The passphrase is right, but the file with your notes is damaged.</source>
        <translation>Құпиясөз тіркесі дұрыс, бірақ жазбаларыңыз тұрған файл бүлінген.</translation>
    </message>
    <message>
        <source>Change nothing here. If you have a copy on a stick, open that one.</source>
        <translation>Мұнда ештеңені өзгертпеңіз. Флешкада көшірме болса, соны ашыңыз.</translation>
    </message>
    <message>
        <source>Your notes were kept by a newer version of this program.</source>
        <translation>Жазбаларыңыз осы бағдарламаның жаңарақ нұсқасымен сақталған.</translation>
    </message>
    <message>
        <source>Open them with that version; nothing was changed.</source>
        <translation>Сол нұсқамен ашыңыз, ештеңе өзгертілген жоқ.</translation>
    </message>
    <message>
        <source>Entry {number} does not match what was kept before.</source>
        <translation>{number}-жазба бұрын сақталған күйіне сәйкес келмейді.</translation>
    </message>
    <message>
        <source>The disk may be failing. Keep a copy and show it to the person who helps you.</source>
        <translation>Диск істен шыға бастаған болуы мүмкін. Көшірме жасап, өзіңізге көмектесетін адамға көрсетіңіз.</translation>
    </message>
    <message>
        <source>A part of this program is missing or damaged.</source>
        <translation>Бағдарламаның бір бөлігі жоқ немесе бүлінген.</translation>
    </message>
    <message>
        <source>Your notes are not affected. A fresh copy of the program mends this.</source>
        <translation>Жазбаларыңыз бүлінбеген. Бағдарламаның жаңа көшірмесі мұны түзейді.</translation>
    </message>
    <message>
        <source>Something in this program went wrong. What you kept before is still there.</source>
        <translation>Бағдарламада бірдеңе дұрыс болмады. Бұрын сақтағаныңыз орнында.</translation>
    </message>
    <message>
        <source>If you ask somebody for help, this code tells where: {code}</source>
        <translation>Көмек сұрасаңыз, қате қай жерде екенін мына код көрсетеді: {code}</translation>
    </message>
    <message>
        <source>It is too short: somebody could type it by chance.</source>
        <translation>Тым қысқа: біреу кездейсоқ теріп қоюы мүмкін.</translation>
    </message>
    <message>
        <source>People type sums like this every day. Choose one that nobody would type.</source>
        <translation>Мұндай есепті жұрт күнде тереді. Ешкім термейтінін таңдаңыз.</translation>
    </message>
    <message>
        <source>It looks like a date. Birthdays and wedding days are the first that others try.</source>
        <translation>Күнге ұқсайды. Алдымен туған күн мен той күнін теріп көреді.</translation>
    </message>
    <message>
        <source>It looks like a telephone number. Choose one that belongs to nobody.</source>
        <translation>Телефон нөміріне ұқсайды. Ешкімге тиесілі емес санды таңдаңыз.</translation>
    </message>
    <message>
        <source>It needs numbers and at least one sign such as + or ×.</source>
        <translation>Сандар және + не × сияқты кемінде бір белгі керек.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>a stored copy was read</source>
        <translation>сақталған көшірмесі оқылды</translation>
    </message>
    <message>
        <source>the page was read</source>
        <translation>беттің өзі оқылды</translation>
    </message>
    <message>
        <source>by a call</source>
        <translation>қоңырау шалынды</translation>
    </message>
    <message>
        <source>Two or more sources agree.</source>
        <translation>Екі не одан көп дереккөз бірдей айтады.</translation>
    </message>
    <message>
        <source>Read in the text of the law.</source>
        <translation>Заң мәтінінен оқылды.</translation>
    </message>
    <message>
        <source>One source only.</source>
        <translation>Бір ғана дереккөз.</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>күні көрсетілмеген</translation>
    </message>
    <message>
        <source>before 2023</source>
        <translation>2023 жылға дейін</translation>
    </message>
    <message>
        <source>Source: {source} ({dated}). Last checked {checked}: {how}. {sure}</source>
        <translation>Дереккөз: {source} ({dated}). Соңғы тексеру: {checked}, {how}. {sure}</translation>
    </message>
    <message>
        <source>When you call</source>
        <translation>Қоңырау шалғанда</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Ақысы</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Жұмыс уақыты</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Тілдер</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Қандай із қалады</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Полиция</translation>
    </message>
    <message>
        <source>Who issues it</source>
        <translation>Кім береді</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Мерзімі</translation>
    </message>
    <message>
        <source>What it forbids</source>
        <translation>Неге тыйым салады</translation>
    </message>
    <message>
        <source>When it is broken</source>
        <translation>Бұзылса не болады</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>Нені сұрау керек</translation>
    </message>
    <message>
        <source>Last checked {day}.</source>
        <translation>Соңғы тексеру: {day}.</translation>
    </message>
</context>
<context>
    <name>FileCards</name>
    <message>
        <source>What is known</source>
        <translation>Не белгілі</translation>
    </message>
    <message>
        <source>{size} ({bytes} bytes)</source>
        <translation>{size} ({bytes} байт)</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>{number}-жазба</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Түрі</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Көлемі</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>Сақталған уақыты</translation>
    </message>
    <message>
        <source>Kept with</source>
        <translation>Қай жазбада</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Бақылау саны (SHA-256)</translation>
    </message>
    <message>
        <source>The whole fingerprint</source>
        <translation>Бақылау саны толығымен</translation>
    </message>
    <message>
        <source>Computed from every byte: one changed byte gives another fingerprint.</source>
        <translation>Әр байттан есептелген: бір байт өзгерсе, бақылау саны басқа болады.</translation>
    </message>
    <message>
        <source>Claimed by the file</source>
        <translation>Файлдың өзінде көрсетілген</translation>
    </message>
    <message>
        <source>A camera or phone writes these, but anybody can change them. Only “Kept on” is known here.</source>
        <translation>Мұны камера не телефон жазады, бірақ кез келген адам өзгерте алады. Мұнда тек «Сақталған уақыты» анық.</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>Түсірілген уақыты</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Құрылғы</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Орны</translation>
    </message>
    <message>
        <source>Date of the file when it was added</source>
        <translation>Файлдың қосылған кездегі күні</translation>
    </message>
    <message>
        <source>This file says nothing about itself.</source>
        <translation>Бұл файлда өзі туралы ештеңе жоқ.</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Check that the file is unchanged</source>
        <translation>Файл өзгермеген бе, тексеру</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтарып алу</translation>
    </message>
    <message>
        <source>Back to the entry</source>
        <translation>Жазбаға қайту</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Файл тексеріліп жатыр</translation>
    </message>
    <message>
        <source>File unchanged. Its fingerprint is the one from the day it was kept.</source>
        <translation>Файл өзгермеген. Бақылау саны сақталған күнгідей.</translation>
    </message>
    <message>
        <source>The file is not as it was kept: a part is missing or different. The disk may be failing. A copy from an earlier hand-over may still be good.</source>
        <translation>Файл сақталған күйінде емес: бір бөлігі жоқ не басқаша. Диск істен шыға бастаған болуы мүмкін. Бұрын тапсырылған көшірме әлі бүлінбеген болуы мүмкін.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is known about the rest.</source>
        <translation>Тоқтатылды. Қалған бөлігі тексерілмеді.</translation>
    </message>
    <message>
        <source>Take back this file?</source>
        <translation>Бұл файлды қайтарып алу керек пе?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace. This can be done until the next opening.</source>
        <translation>Файлдан ештеңе де, із де қалмайды. Мұны келесі ашқанға дейін істеуге болады.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove this file?</source>
        <translation>Бұл файлды өшіру керек пе?</translation>
    </message>
    <message>
        <source>The file is deleted for good. What stays is that entry {number} had a file, with the day of removal.

A fingerprint is a row of signs from which nothing can be read. Kept, it can show that a copy you handed over earlier is unchanged.</source>
        <translation>Файл біржола өшеді. {number}-жазбада файл болғаны және өшірілген күні қалады.

Бақылау саны дегеніміз ештеңе оқылмайтын таңбалар қатары. Сақталса, бұрын тапсырылған көшірменің өзгермегенін көрсете алады.</translation>
    </message>
    <message>
        <source>Remove, keep the fingerprint</source>
        <translation>Өшіру, бақылау санын қалдыру</translation>
    </message>
    <message>
        <source>Remove, keep no fingerprint</source>
        <translation>Бақылау санымен бірге өшіру</translation>
    </message>
    <message>
        <source>The file is removed.</source>
        <translation>Файл өшірілді.</translation>
    </message>
    <message>
        <source>The file is taken back.</source>
        <translation>Файл қайтарып алынды.</translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message>
        <source>{kind}, {size}. Kept on {moment}.</source>
        <translation>{kind}, {size}. Сақталған уақыты: {moment}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Open file {number}</source>
        <translation>{number}-файлды ашу</translation>
    </message>
    <message>
        <source>Small picture of file {number}</source>
        <translation>{number}-файлдың кішірейтілген суреті</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>PDF document</source>
        <translation>PDF құжаты</translation>
    </message>
    <message>
        <source>Document or archive</source>
        <translation>Құжат не мұрағат</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Сурет</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Дыбыс жазбасы</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Бейне</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Мәтін</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
</context>
<context>
    <name>FirstKeyPage</name>
    <message>
        <source>Next</source>
        <translation>Әрі қарай</translation>
    </message>
    <message>
        <source>Type it once, from memory</source>
        <translation>Қарамай бір рет теріңіз</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Тағы бір қарау</translation>
    </message>
    <message>
        <source>Keep it without practising</source>
        <translation>Теріп көрмей сақтау</translation>
    </message>
    <message>
        <source>So that it stays in your mind</source>
        <translation>Есіңізде қалуы үшін</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Құпиясөз тіркесіңіз</translation>
    </message>
    <message>
        <source>The spare key has opened your notes. Choose a new passphrase; the spare key stays as it is.</source>
        <translation>Жазбаларыңыз қосалқы кілтпен ашылды. Жаңа құпиясөз тіркесін таңдаңыз, қосалқы кілт сол күйінде қалады.</translation>
    </message>
    <message>
        <source>What you keep is locked with a passphrase: a few words that only you know. What you have written waits on its page.</source>
        <translation>Сақтағаныңыз құпиясөз тіркесімен жабылады: бұл тек өзіңіз білетін бірнеше сөз. Жазғаныңыз өз бетінде күтіп тұр.</translation>
    </message>
    <message>
        <source>Go on without a new one</source>
        <translation>Жаңасынсыз жалғастыру</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Locking it. This takes a few seconds.</source>
        <translation>Жабылып жатыр. Бірнеше секунд кетеді.</translation>
    </message>
    <message>
        <source>These were other words. You can look at it again, or try once more.</source>
        <translation>Басқа сөздер терілді. Тағы бір қарауға немесе қайта теруге болады.</translation>
    </message>
    <message>
        <source>1. In the calculator, type  7 × 7 × 7 × 7 =</source>
        <translation>1. Калькуляторда теріңіз:  7 × 7 × 7 × 7 =</translation>
    </message>
    <message>
        <source>1. In the everyday program, type  7 × 7 × 7 × 7  and press Enter.</source>
        <translation>1. Кәдімгі бағдарламада  7 × 7 × 7 × 7  теріп, Enter басыңыз.</translation>
    </message>
    <message>
        <source>How you come back after hiding</source>
        <translation>Жасырғаннан кейін қалай ораласыз</translation>
    </message>
    <message>
        <source>2. Then type this passphrase.</source>
        <translation>2. Содан кейін осы құпиясөз тіркесін теріңіз.</translation>
    </message>
    <message>
        <source>Later you can choose a sum of your own, and a spare key, in Settings.</source>
        <translation>Кейін «Баптаулар» бетінде өз есебіңізді таңдап, қосалқы кілт жасай аласыз.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Your passphrase, or your spare key</source>
        <translation>Құпиясөз тіркесіңіз немесе қосалқы кілтіңіз</translation>
    </message>
    <message>
        <source>The language of the keyboard and capital letters make no difference.</source>
        <translation>Пернетақта қай тілде, әріп бас па, кіші ме, бәрібір.</translation>
    </message>
    <message>
        <source>Open my notes</source>
        <translation>Жазбаларымды ашу</translation>
    </message>
    <message>
        <source>Esc goes back to the everyday program.</source>
        <translation>Esc кәдімгі бағдарламаға қайтарады.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Құпиясөз тіркесі</translation>
    </message>
    <message>
        <source>That did not open it.</source>
        <translation>Ашылмады.</translation>
    </message>
    <message>
        <source>You can look at it with “Show what I type”. You can try as often as you need.</source>
        <translation>Тергеніңізді «Тергенімді көрсету» арқылы көруге болады. Қанша рет керек болса, сонша байқап көріңіз.</translation>
    </message>
    <message>
        <source>{hint} Without a copy nobody can open these notes again.</source>
        <translation>{hint} Көшірме болмаса, бұл жазбаларды енді ешкім аша алмайды.</translation>
    </message>
    <message>
        <source>Opening. This takes a second or two.</source>
        <translation>Ашылып жатыр. Бір-екі секунд кетеді.</translation>
    </message>
    <message>
        <source>You can try again in {seconds} s. You can type already.</source>
        <translation>{seconds} секундтан кейін қайта көруге болады. Теруді бастай беріңіз.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>day not said</source>
        <translation>күні айтылмаған</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>There is nothing to hand over yet</source>
        <translation>Әзірге тапсыратын ештеңе жоқ</translation>
    </message>
    <message>
        <source>When something is written down under “What happened”, you can give a copy of it to someone: only the lines you choose, with a report to print and the files unchanged.</source>
        <translation>«Не болды» бетінде бірдеңе жазылса, көшірмесін біреуге бере аласыз: тек өзіңіз таңдаған жолдар, басып шығаратын құжат және өзгермеген файлдар.</translation>
    </message>
    <message>
        <source>Three entries from March with two photos, in Russian, for a lawyer.</source>
        <translation>Адвокатқа: наурыздағы үш жазба, екі сурет, орысша.</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Бірдеңе жазу</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Тапсыру</translation>
    </message>
    <message>
        <source>Copying the files, making the report, checking both</source>
        <translation>Файлдар көшіріліп, құжат жасалып, екеуі тексеріліп жатыр</translation>
    </message>
    <message>
        <source>Choose a folder and make the copy</source>
        <translation>Қалта таңдап, көшірме жасау</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick at least one line.</source>
        <translation>Әзірге ештеңе таңдалмаған. Кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>Handed over before</source>
        <translation>Бұрын тапсырылғаны</translation>
    </message>
    <message>
        <source>{moment} · {recipient}</source>
        <translation>{moment} · {recipient}</translation>
    </message>
    <message>
        <source>no name written</source>
        <translation>аты жазылмаған</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>Жазба: {count}</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>файл: {count}</translation>
    </message>
    <message>
        <source>folder {name}</source>
        <translation>қалта: {name}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>мерзімі: {day}</translation>
    </message>
    <message>
        <source>The copy is made</source>
        <translation>Көшірме жасалды</translation>
    </message>
    <message>
        <source>The copy reads differently now</source>
        <translation>Көшірме енді басқаша оқылады</translation>
    </message>
    <message>
        <source>Files unchanged. Files in the folder: {count}.</source>
        <translation>Файлдар өзгермеген. Қалтадағы файл саны: {count}.</translation>
    </message>
    <message>
        <source>The disk or stick may be failing. Make another copy in another place.</source>
        <translation>Диск не флешка істен шыға бастаған болуы мүмкін. Басқа жерде тағы бір көшірме жасаңыз.</translation>
    </message>
    <message>
        <source>It lies here: {place}</source>
        <translation>Орны: {place}</translation>
    </message>
    <message>
        <source>The file VERIFY.txt in it tells anybody how to see that nothing was changed, with no more than an ordinary computer. Take the stick out only after the computer says it may be taken out.</source>
        <translation>Ішіндегі VERIFY.txt файлында ештеңе өзгермегенін кәдімгі компьютермен қалай тексеруге болатыны айтылған. Флешканы компьютер шығаруға болады дегеннен кейін ғана суырыңыз.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>Тоқтатылды. Қалтада ештеңе қалған жоқ.</translation>
    </message>
    <message>
        <source>The page to print is ready.</source>
        <translation>Басып шығаратын бет дайын.</translation>
    </message>
</context>
<context>
    <name>HappenedPage</name>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Photo, recording, document</source>
        <translation>Сурет, дыбыс, құжат</translation>
    </message>
    <message>
        <source>a word, a name, a place</source>
        <translation>сөз, есім, жер</translation>
    </message>
    <message>
        <source>Find in what I wrote</source>
        <translation>Жазғанымнан іздеу</translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation>Осы уақытқа дейін жазылғаны</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Бұрынғыларын көрсету</translation>
    </message>
    <message>
        <source>Nothing found with these words.</source>
        <translation>Бұл сөздермен ештеңе табылмады.</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>Әзірге ештеңе жазылмаған</translation>
    </message>
    <message>
        <source>What happened, when, who saw it: written soon after, it helps to remember, and others to understand.</source>
        <translation>Не болды, қашан, кім көрді: көп ұзамай жазылса, есте сақтауға да, басқалардың түсінуіне де көмектеседі.</translation>
    </message>
    <message>
        <source>A made-up example: “2 March, evening. He took my phone and would not let me out. The neighbour below heard it.”</source>
        <translation>Ойдан алынған мысал: «2 наурыз, кеш. Телефонымды тартып алып, үйден шығармады. Астыңғы қабаттағы көрші естіді.»</translation>
    </message>
    <message>
        <source>One word is enough, or one file.</source>
        <translation>Бір сөз не бір файл да жетеді.</translation>
    </message>
    <message>
        <source>Keeping the files unchanged</source>
        <translation>Файлдар өзгертілмей сақталып жатыр</translation>
    </message>
    <message>
        <source>Stopped. What was complete is kept.</source>
        <translation>Тоқтатылды. Толық көшіп үлгергені сақталды.</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>The day and hour of writing stand with it.</source>
        <translation>Жазылған күні мен сағаты қасында тұр.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be kept with it.</source>
        <translation>
            <numerusform>Бірге сақталатын файл: %n.</numerusform>
            <numerusform>Бірге сақталатын файл: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back entry {number}?</source>
        <translation>{number}-жазбаны қайтарып алу керек пе?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace and no gap. This can be done until the next opening.</source>
        <translation>Жазбадан ештеңе қалмайды: ізі де, бос орны да болмайды. Мұны келесі ашқанға дейін істеуге болады.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтарып алу</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Four words for the record</source>
        <translation>Жазбалардың төрт сөзі</translation>
    </message>
    <message>
        <source>They stand for everything kept before you opened your notes this time, and change as more is kept. Told to a lawyer or written on paper with the day, they show later that the record was like this on that day. They tell nothing about what it says.</source>
        <translation>Бұл сөздер жазбаларыңызды осы жолы ашқанға дейін сақталғанның бәріне сәйкес, жаңа нәрсе сақталған сайын өзгереді. Адвокатқа айтылса немесе қағазға күнімен жазылса, сол күні жазбалар дәл осындай болғанын кейін көрсетеді. Ішінде не жазылғанын білдірмейді.</translation>
    </message>
    <message>
        <source>Show the four words</source>
        <translation>Төрт сөзді көрсету</translation>
    </message>
    <message>
        <source>Words, or the long number, from paper</source>
        <translation>Қағаздағы сөздер не ұзын сан</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Салыстыру</translation>
    </message>
    <message>
        <source>Compare with words written down earlier</source>
        <translation>Бұрын жазып алынған сөздермен салыстыру</translation>
    </message>
    <message>
        <source>Type all four words, or all 64 signs of the long number.</source>
        <translation>Төрт сөзді түгел немесе ұзын санның 64 таңбасын түгел теріңіз.</translation>
    </message>
    <message>
        <source>This record never had these words. They may be copied wrongly, or this is an older copy of the notes, or another record.</source>
        <translation>Бұл жазбаларда мұндай сөздер болмаған. Сөздер қате көшірілген немесе бұл ескі көшірме, не мүлде басқа жазбалар болуы мүмкін.</translation>
    </message>
    <message>
        <source>This record had these words when it had {count} lines. Those lines are still here as they were.</source>
        <translation>Жазбалардағы жол саны {count} болғанда, сөздері осындай еді. Сол жолдар өзгермей тұр.</translation>
    </message>
    <message>
        <source>Lines in the record: {count}</source>
        <translation>Жазбалардағы жол саны: {count}</translation>
    </message>
    <message>
        <source>Of this time: {count}. They join the record when you open your notes the next time.</source>
        <translation>Осы жолғысы: {count}. Бұлар жазбаларыңызды келесі жолы ашқанда қосылады.</translation>
    </message>
    <message>
        <source>The same as a long number</source>
        <translation>Сол сөздер ұзын сан түрінде</translation>
    </message>
    <message>
        <source>Show them anew</source>
        <translation>Қайта көрсету</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Orders that forbid contact</source>
        <translation>Хабарласуға және жақындауға тыйым</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Көмек</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Полиция</translation>
    </message>
    <message>
        <source>With an order</source>
        <translation>Нұсқама болса</translation>
    </message>
    <message>
        <source>Doctors and examinations</source>
        <translation>Дәрігер мен сараптама</translation>
    </message>
    <message>
        <source>Statements, deadlines, lawyers</source>
        <translation>Арыз, мерзім, адвокат</translation>
    </message>
    <message>
        <source>A place to stay</source>
        <translation>Тұратын жер</translation>
    </message>
    <message>
        <source>Calls and messages</source>
        <translation>Қоңырау мен хабарлама</translation>
    </message>
    <message>
        <source>{country}, edition {edition}. Review: {review}.</source>
        <translation>{country}, басылымы: {edition}. Тексерілуі: {review}.</translation>
    </message>
</context>
<context>
    <name>HidingCard</name>
    <message>
        <source>Hiding</source>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>“Hide now” and Shift pressed three times always work. What you choose here comes on top.</source>
        <translation>«Жасыру» түймесі мен үш рет басылған Shift әрқашан жұмыс істейді. Мұнда таңдағаныңыз соларға қосылады.</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} мин</translation>
    </message>
    <message>
        <source>Hide when another window comes in front</source>
        <translation>Алдына басқа терезе шықса, жасыру</translation>
    </message>
    <message>
        <source>Off at first: a keyboard on the screen, or a message that pops up, would hide it too.</source>
        <translation>Әуелі өшірулі: экрандағы пернетақта не қалқып шыққан хабарлама да жасырып жіберер еді.</translation>
    </message>
    <message>
        <source>No other key</source>
        <translation>Басқа перне жоқ</translation>
    </message>
    <message>
        <source>One more key that hides at once</source>
        <translation>Бірден жасыратын тағы бір перне</translation>
    </message>
    <message>
        <source>One press of it is enough, so choose a key you do not press by chance.</source>
        <translation>Бір басса жетеді, сондықтан кездейсоқ басылмайтын пернені таңдаңыз.</translation>
    </message>
    <message>
        <source>Hide by itself when nobody moves for</source>
        <translation>Ешкім қозғалмаса, қанша уақыттан кейін өзі жасырылсын</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>Hurt my body</source>
        <translation>Денеме зиян келді</translation>
    </message>
    <message>
        <source>Sexual</source>
        <translation>Жыныстық зорлық</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Қорқыту</translation>
    </message>
    <message>
        <source>Control, humiliation</source>
        <translation>Бақылау, қорлау</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Ақша</translation>
    </message>
    <message>
        <source>Phone, accounts</source>
        <translation>Телефон, аккаунттар</translation>
    </message>
    <message>
        <source>Following, waiting</source>
        <translation>Ізге түсу, күтіп тұру</translation>
    </message>
    <message>
        <source>Things broken</source>
        <translation>Зат сындыру</translation>
    </message>
    <message>
        <source>Pressure to make up or withdraw</source>
        <translation>Татуласуға не арызды қайтарып алуға мәжбүрлеу</translation>
    </message>
    <message>
        <source>Against a child</source>
        <translation>Балаға қарсы</translation>
    </message>
    <message>
        <source>Against an animal</source>
        <translation>Жануарға қарсы</translation>
    </message>
    <message>
        <source>A child was there</source>
        <translation>Бала сол жерде болды</translation>
    </message>
    <message>
        <source>A child heard it</source>
        <translation>Бала естіді</translation>
    </message>
    <message>
        <source>No child was there</source>
        <translation>Бала болған жоқ</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Day not given</source>
        <translation>Күні айтылмаған</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>{number}. Removed</source>
        <translation>{number}. Өшірілген</translation>
    </message>
    <message>
        <source>{number}. {when}</source>
        <translation>{number}. {when}</translation>
    </message>
    <message>
        <source>No words, only files.</source>
        <translation>Сөз жоқ, тек файлдар.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файл</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed later</source>
        <translation>Кейін өзгертілген</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Open entry {number}</source>
        <translation>{number}-жазбаны ашу</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтарып алу</translation>
    </message>
    <message>
        <source>Take back entry {number}</source>
        <translation>{number}-жазбаны қайтарып алу</translation>
    </message>
</context>
<context>
    <name>IncidentFields</name>
    <message>
        <source>What happened, in your own words</source>
        <translation>Не болды, өз сөзіңізбен</translation>
    </message>
    <message>
        <source>What happened, in your own words. One line is enough.</source>
        <translation>Не болды, өз сөзіңізбен. Бір жол да жетеді.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Қайда</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Бұл не еді</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Балалар</translation>
    </message>
    <message>
        <source>Someone else may read this one day.</source>
        <translation>Мұны бір күні басқа біреу оқуы мүмкін.</translation>
    </message>
    <message>
        <source>Add more</source>
        <translation>Толықтыру</translation>
    </message>
    <message>
        <source>Each part can stay empty.</source>
        <translation>Кез келгенін бос қалдыруға болады.</translation>
    </message>
    <message>
        <source>Who saw or heard it</source>
        <translation>Кім көрді не естіді</translation>
    </message>
    <message>
        <source>What it did to you</source>
        <translation>Сізге қандай зиян келді</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Полиция</translation>
    </message>
    <message>
        <source>Doctor, ambulance</source>
        <translation>Дәрігер, жедел жәрдем</translation>
    </message>
    <message>
        <source>Names or “the neighbour below”: others can confirm it.</source>
        <translation>Есімдер немесе «астыңғы қабаттағы көрші»: басқалар растай алады.</translation>
    </message>
    <message>
        <source>Where, how large compared with a coin or a hand, which colour, what hurts.</source>
        <translation>Қай жерде, көлемі тиындай ма, алақандай ма, түсі қандай, не ауырады.</translation>
    </message>
    <message>
        <source>Number called, time, name of the officer, number of the statement, what was said.</source>
        <translation>Қай нөмірге, сағат нешеде қоңырау шалынды, қызметкердің аты, арыз нөмірі, не айтылды.</translation>
    </message>
    <message>
        <source>Where, who, when, number of the paper.</source>
        <translation>Қайда, кім, қашан, қағаздың нөмірі.</translation>
    </message>
    <message>
        <source>A room or a street is enough.</source>
        <translation>Бөлме не көше жетеді.</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Сол жерде кім болды</translation>
    </message>
    <message>
        <source>From your list of people. You can add to it there.</source>
        <translation>Адамдар тізіміңізден. Тізімді сол бетте толықтыруға болады.</translation>
    </message>
    <message>
        <source>Helps to find it again.</source>
        <translation>Кейін табуға көмектеседі.</translation>
    </message>
    <message>
        <source>Only what the child said by itself, in its words.</source>
        <translation>Тек баланың өзі айтқаны, өз сөзімен.</translation>
    </message>
    <message>
        <source>Nobody is on your list yet.</source>
        <translation>Тізіміңізде әзірге ешкім жоқ.</translation>
    </message>
</context>
<context>
    <name>LabelledField</name>
    <message>
        <source>This is more than fits here. It can be added as a file instead, unchanged.</source>
        <translation>Мәтін мұнда сыймайды. Оның орнына файл етіп, өзгертпей қосуға болады.</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>Тіл</translation>
    </message>
</context>
<context>
    <name>LeavesCard</name>
    <message>
        <source>What leaves, and what stays</source>
        <translation>Не кетеді, не қалады</translation>
    </message>
    <message>
        <source>Leaves, in a folder</source>
        <translation>Қалтамен кетеді</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Осында қалады</translation>
    </message>
    <message>
        <source>The folder is not locked: whoever has it can read everything in it. A stick that is handed from hand to hand is safer than e-mail or a messenger.</source>
        <translation>Қалта құлыпталмаған: қолына түскен адам ішіндегінің бәрін оқи алады. Қолдан қолға берілген флешка поштадан не мессенджерден сенімдірек.</translation>
    </message>
    <message>
        <source>A folder with {count} entries</source>
        <translation>Қалта, ішіндегі жазба саны: {count}</translation>
    </message>
    <message>
        <source>This computer with {count} other entries</source>
        <translation>Осы компьютер, қалған жазба саны: {count}</translation>
    </message>
    <message>
        <source>Entries: {count}, each with all its earlier wordings</source>
        <translation>Жазба: {count}, әрқайсысы бұрынғы нұсқаларымен</translation>
    </message>
    <message>
        <source>Files, exactly as they are: {count} ({size})</source>
        <translation>Файл, дәл сол күйінде: {count} ({size})</translation>
    </message>
    <message>
        <source>A report to print, in this language: {language}</source>
        <translation>Басып шығаратын құжат, тілі: {language}</translation>
    </message>
    <message>
        <source>Full names of the people in these entries</source>
        <translation>Осы жазбалардағы адамдардың толық аты</translation>
    </message>
    <message>
        <source>People in these entries, by nickname or first letters</source>
        <translation>Осы жазбалардағы адамдардың лақап аты не бас әріптері</translation>
    </message>
    <message>
        <source>Your name, as you typed it</source>
        <translation>Сіздің атыңыз, қалай жазсаңыз, солай</translation>
    </message>
    <message>
        <source>Lists by which anybody can check that nothing was changed</source>
        <translation>Ештеңе өзгермегенін тексеруге арналған тізімдер</translation>
    </message>
    <message>
        <source>Nothing yet. Tick at least one line above.</source>
        <translation>Әзірге ештеңе. Жоғарыда кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>Other entries: {count}</source>
        <translation>Басқа жазба: {count}</translation>
    </message>
    <message>
        <source>Your plan, and everything else about people</source>
        <translation>Жоспарыңыз және адамдар туралы қалғанының бәрі</translation>
    </message>
    <message>
        <source>To whom you gave something before</source>
        <translation>Бұрын кімге не бергеніңіз</translation>
    </message>
    <message>
        <source>Passphrase, sum and spare key</source>
        <translation>Құпиясөз тіркесі, есеп және қосалқы кілт</translation>
    </message>
    <message>
        <source>The name of this computer and of its user</source>
        <translation>Компьютердің және пайдаланушының аты</translation>
    </message>
    <message>
        <source>The files of the chosen entries: {count}</source>
        <translation>Таңдалған жазбалардағы файл: {count}</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>How it looks</source>
        <translation>Көрінісі</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>colours</comment>
        <translation>Ашық</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>colours</comment>
        <translation>Күңгірт</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>colours</comment>
        <translation>Жоғары контраст</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Түстер</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Мәтін көлемі</translation>
    </message>
    <message>
        <source>Show all pages at the side</source>
        <translation>Барлық бетті сол жақта көрсету</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>Бәрі бірге үлкейеді.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Жабу</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>Questions and small steps, one topic at a time.</source>
        <translation>Сұрақтар мен шағын қадамдар, бір-бір тақырыптан.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Who you can ask, who saw something, and how to reach them safely.</source>
        <translation>Кімнен көмек сұрауға болады, кім көрді, қалай қауіпсіз хабарласуға болады.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Тапсыру</translation>
    </message>
    <message>
        <source>A copy for a lawyer, the police or a court, and your plan on paper.</source>
        <translation>Адвокатқа, полицияға не сотқа көшірме және қағаздағы жоспарыңыз.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>Language, size of the text, hiding, passphrase and spare key.</source>
        <translation>Тіл, мәтін көлемі, жасыру, құпиясөз тіркесі, қосалқы кілт.</translation>
    </message>
    <message>
        <source>How this program protects, and what it cannot do</source>
        <translation>Бағдарлама қалай қорғайды және қолынан не келмейді</translation>
    </message>
    <message>
        <source>Show all of this at the side</source>
        <translation>Мұның бәрін сол жақта көрсету</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>{name}: open</source>
        <translation>{name}: ашу</translation>
    </message>
    <message>
        <source>It works without the internet and sends nothing to anybody.</source>
        <translation>Интернетсіз жұмыс істейді, ешкімге ештеңе жібермейді.</translation>
    </message>
    <message>
        <source>What you keep is locked with your passphrase. The passphrase is written nowhere, and there is no second way in but the spare key you may make.</source>
        <translation>Сақтағаныңыз құпиясөз тіркесімен жабулы. Тіркес еш жерге жазылмайды. Одан басқа тек қосалқы кілт ашады, оны қаласаңыз өзіңіз жасайсыз.</translation>
    </message>
    <message>
        <source>“Hide now” turns the window into an ordinary program at once and closes your notes behind it.</source>
        <translation>«Жасыру» терезені бірден кәдімгі бағдарламаға айналдырып, артында жазбаларыңызды жабады.</translation>
    </message>
    <message>
        <source>This program writes nothing of yours outside its locked files.</source>
        <translation>Бағдарлама жазғаныңызды өзінің құлыптаулы файлдарынан басқа ешқайда жазбайды.</translation>
    </message>
    <message>
        <source>An entry about what happened is never written over: a change is added, and the first words stay.</source>
        <translation>Не болғаны туралы жазбаның үстінен жазылмайды: өзгеріс қосылады, алғашқы сөздер қалады.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Не істейді</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Names</source>
        <translation>Есімдер</translation>
    </message>
    <message>
        <source>Show full names of people</source>
        <translation>Адамдардың толық атын көрсету</translation>
    </message>
    <message>
        <source>Otherwise only first letters or nicknames are shown.</source>
        <translation>Әйтпесе тек бас әріптері немесе лақап аты көрінеді.</translation>
    </message>
    <message>
        <source>How this program protects, and what it cannot do</source>
        <translation>Бағдарлама қалай қорғайды және қолынан не келмейді</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Today</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Тапсыру</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Көмек</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
</context>
<context>
    <name>NewPhrase</name>
    <message>
        <source>Words chosen for me</source>
        <translation>Дайын сөздер</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Өз сөздерім</translation>
    </message>
    <message>
        <source>Where the passphrase comes from</source>
        <translation>Құпиясөз тіркесі қайдан алынады</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Басқа сөздер</translation>
    </message>
    <message>
        <source>Your own sentence or words</source>
        <translation>Өз сөйлеміңіз не сөздеріңіз</translation>
    </message>
    <message>
        <source>Something nobody has heard you say: no names, dates or sayings.</source>
        <translation>Аузыңыздан ешкім естімеген нәрсе: есім, күн, мақал-мәтел болмасын.</translation>
    </message>
    <message>
        <source>Five words, stronger</source>
        <translation>Бес сөз, берігірек</translation>
    </message>
    <message>
        <source>Four words are enough</source>
        <translation>Төрт сөз жетеді</translation>
    </message>
    <message>
        <source>Too short to be safe. One or two words more are enough.</source>
        <translation>Берік болу үшін тым қысқа. Тағы бір-екі сөз қосылса, жетеді.</translation>
    </message>
    <message>
        <source>These words come to mind easily. A word that does not belong there makes it safe.</source>
        <translation>Бұл сөздер ойға оңай келеді. Бұларға қатысы жоқ бір сөз қосылса, берік болады.</translation>
    </message>
    <message>
        <source>Names are tried first. Add words that have nothing to do with anybody.</source>
        <translation>Алдымен есімдерді теріп көреді. Ешкімге қатысы жоқ сөздер қосыңыз.</translation>
    </message>
    <message>
        <source>Dates and numbers are tried first. Add words instead.</source>
        <translation>Алдымен күндер мен сандарды теріп көреді. Олардың орнына сөз қосыңыз.</translation>
    </message>
    <message>
        <source>Keys in a row are tried first. Use words instead.</source>
        <translation>Алдымен қатар тұрған пернелерді теріп көреді. Олардың орнына сөз алыңыз.</translation>
    </message>
    <message>
        <source>The same thing several times counts once. Add different words.</source>
        <translation>Бірнеше рет қайталанғаны бір рет саналады. Басқа сөздер қосыңыз.</translation>
    </message>
    <message>
        <source>Someone who knows you could think of this. Add words that have nothing to do with you.</source>
        <translation>Сізді білетін адам мұны ойлап табуы мүмкін. Өзіңізге қатысы жоқ сөздер қосыңыз.</translation>
    </message>
    <message>
        <source>This could be guessed. Add another word.</source>
        <translation>Мұны біреу ойлап тауып алуы мүмкін. Тағы бір сөз қосыңыз.</translation>
    </message>
</context>
<context>
    <name>NotKept</name>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>My passphrase</source>
        <translation>Құпиясөз тіркесім</translation>
    </message>
    <message>
        <source>It is the lock. A new one takes its place at once; your notes are not written anew.</source>
        <translation>Құлып осы. Жаңасы бірден орнын басады, жазбаларыңыз қайта жазылмайды.</translation>
    </message>
    <message>
        <source>The passphrase I use now</source>
        <translation>Қазіргі құпиясөз тіркесім</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>Жаңа құпиясөз тіркесі</translation>
    </message>
    <message>
        <source>Four ordinary words that have nothing to do with each other or with you are best.</source>
        <translation>Бір-біріне де, сізге де қатысы жоқ төрт кәдімгі сөз дұрыс болады.</translation>
    </message>
    <message>
        <source>Four words drawn by chance. Type them below, twice:</source>
        <translation>Кездейсоқ алынған төрт сөз. Төменде екі рет теріңіз:</translation>
    </message>
    <message>
        <source>Suggest four words</source>
        <translation>Төрт сөз ұсыну</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Құпиясөз тіркесін ауыстыру</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Тағы бір рет</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Жаңа құпиясөз тіркесін таңдау</translation>
    </message>
    <message>
        <source>Type the new passphrase first.</source>
        <translation>Алдымен жаңа құпиясөз тіркесін теріңіз.</translation>
    </message>
    <message>
        <source>Changing. This takes a second or two.</source>
        <translation>Ауыстырылып жатыр. Бір-екі секунд кетеді.</translation>
    </message>
    <message>
        <source>The new passphrase works from now on. The old one no longer opens anything.</source>
        <translation>Енді жаңа құпиясөз тіркесі ашады. Ескісі ештеңе ашпайды.</translation>
    </message>
    <message>
        <source>Nothing was changed: the passphrase is the one you had.</source>
        <translation>Ештеңе өзгерген жоқ: құпиясөз тіркесі бұрынғысы.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what I type</source>
        <translation>Тергенімді көрсету</translation>
    </message>
    <message>
        <source>Latin letters (EN)</source>
        <translation>Латын әріптері (EN)</translation>
    </message>
    <message>
        <source>Russian letters (RU)</source>
        <translation>Орыс әріптері (RU)</translation>
    </message>
    <message>
        <source>Kazakh letters (KZ)</source>
        <translation>Қазақ әріптері (KZ)</translation>
    </message>
    <message>
        <source>{letters}, capitals</source>
        <translation>{letters}, бас әріп</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Show full names</source>
        <translation>Толық атын көрсету</translation>
    </message>
    <message>
        <source>A first name or two letters are enough.</source>
        <translation>Аты немесе екі әріп жетеді.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Адам қосу</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>A first name, a nickname or two letters are enough.</source>
        <translation>Аты, лақап аты немесе екі әріп жетеді.</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this.</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді.</translation>
    </message>
    <message>
        <source>This person is</source>
        <translation>Бұл адам кім</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Nobody is written down yet</source>
        <translation>Әзірге ешкім жазылмаған</translation>
    </message>
    <message>
        <source>Here you can note who you can ask, how to reach them safely, who saw or heard something, and who hurts you. You only need a name; the rest can come later or never.</source>
        <translation>Мұнда кімнен көмек сұрауға, қалай қауіпсіз хабарласуға болатынын, кім көргенін не естігенін, кім зиян келтіретінін жазуға болады. Аты жетеді. Қалғанын кейін жазсаңыз да, мүлде жазбасаңыз да болады.</translation>
    </message>
    <message>
        <source>Aigul from work. Only by message, only before noon. Knows where the bag is.</source>
        <translation>Жұмыстағы Айгүл. Тек хабарламамен, тек түске дейін. Сөмке қайда екенін біледі.</translation>
    </message>
    <message>
        <source>{name}: open</source>
        <translation>{name}: ашу</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>Press the name to add how to reach this person safely.</source>
        <translation>Қалай қауіпсіз хабарласуға болатынын қосу үшін атын басыңыз.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Person</source>
        <translation>Адам</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Бұл адамды өшіру</translation>
    </message>
    <message>
        <source>Name, contact and notes are deleted for good. What you wrote about what happened stays, without this name.</source>
        <translation>Аты, байланысы және ескертпе біржола өшеді. Не болғаны туралы жазғаныңыз қалады, тек бұл ат көрінбейді.</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>This person is</source>
        <translation>Бұл адам кім</translation>
    </message>
    <message>
        <source>What to show instead of the name</source>
        <translation>Атының орнына не көрсетілсін</translation>
    </message>
    <message>
        <source>Name and how to reach this person</source>
        <translation>Аты және қалай хабарласу керек</translation>
    </message>
    <message>
        <source>When and how is it safe to be in touch</source>
        <translation>Қашан, қалай хабарласу қауіпсіз</translation>
    </message>
    <message>
        <source>What this person knows, and what should not be said</source>
        <translation>Бұл адам нені біледі, нені айтпау керек</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>Код сөз</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Back to people</source>
        <translation>Адамдарға қайту</translation>
    </message>
    <message>
        <source>Left empty, only the first letters of the name are shown.</source>
        <translation>Бос қалса, аттың тек бас әріптері көрінеді.</translation>
    </message>
    <message>
        <source>For example: only by message, weekdays before noon, never to the home number.</source>
        <translation>Мысалы: тек хабарламамен, жұмыс күні түске дейін, үй нөміріне ешқашан.</translation>
    </message>
    <message>
        <source>A sentence that sounds ordinary and means: call the police, or come.</source>
        <translation>Кәдімгідей естілетін, бірақ «полиция шақыр» не «кел» дегенді білдіретін сөйлем.</translation>
    </message>
    <message>
        <source>For example: where this person works, the car, who else helps them.</source>
        <translation>Мысалы: қайда жұмыс істейді, көлігі қандай, бұл адамға тағы кім көмектеседі.</translation>
    </message>
    <message>
        <source>Numbers, addresses and accounts this person uses</source>
        <translation>Бұл адам қолданатын нөмірлер, мекенжайлар, аккаунттар</translation>
    </message>
    <message>
        <source>Phone, address or account</source>
        <translation>Телефон, мекенжай не аккаунт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Аты</translation>
    </message>
    <message>
        <source>The word or sentence you agreed on</source>
        <translation>Келіскен сөз не сөйлем</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Өшірілді.</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Kept unchanged. This kind of file is not shown here.</source>
        <translation>Өзгеріссіз сақтаулы. Мұндай файл мұнда көрсетілмейді.</translation>
    </message>
    <message>
        <source>Covered. It is shown only when you press Show.</source>
        <translation>Жабулы. Тек «Көрсету» басылса, көрінеді.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Үлкейту</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Кішірейту</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Сыйдыру</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Бұру</translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <translation>Көріністі бұру, файл сол күйінде қалады</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Алдыңғы бет</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Келесі бет</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Файл ашылып жатыр</translation>
    </message>
    <message>
        <source>The file you opened</source>
        <translation>Ашылған файл</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number}-бет, барлығы {count}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Plus and minus change the size, the arrows move the picture, 0 shows all of it.</source>
        <translation>Плюс пен минус көлемін өзгертеді, көрсеткілер суретті жылжытады, 0 бәрін көрсетеді.</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Keep my plan</source>
        <translation>Жоспарды сақтау</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Ашу: {title}</translation>
    </message>
    <message>
        <source>What fits your situation</source>
        <translation>Сізге қайсысы тән</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>Қадамдарым</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>Әзірге қадам жоқ</translation>
    </message>
    <message>
        <source>Open a part above and say &quot;will do&quot; to what fits you. One is enough.</source>
        <translation>Жоғарыдан бір бөлімді ашып, өзіңізге келетініне «Істеймін» деңіз. Біреуі де жетеді.</translation>
    </message>
    <message>
        <source>Keep keys, phone and shoes where one grip is enough.</source>
        <translation>Кілтті, телефонды, аяқкиімді бірден ала салатындай ұстау.</translation>
    </message>
    <message>
        <source>I will do</source>
        <translation>Істеймін</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Істелді</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Өз қадамыңыз</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Қай бөлімге</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>What could be done, in your words</source>
        <translation>Не істеуге болады, өз сөзіңізбен</translation>
    </message>
    <message>
        <source>Will do: {count}</source>
        <translation>Істеймін: {count}</translation>
    </message>
    <message>
        <source>Done: {count}</source>
        <translation>Істелді: {count}</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Әзірге ештеңе таңдалмаған</translation>
    </message>
    <message>
        <source>People, places, ways out, code word</source>
        <translation>Адамдар, жерлер, шығу жолдары, код сөз</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Әзірге ештеңе жазылмаған</translation>
    </message>
    <message>
        <source>Put away: {count}</source>
        <translation>Алып қойылғаны: {count}</translation>
    </message>
</context>
<context>
    <name>PlanPaperCard</name>
    <message>
        <source>My plan on paper</source>
        <translation>Жоспарым қағазда</translation>
    </message>
    <message>
        <source>Numbers to call</source>
        <translation>Қоңырау шалатын нөмірлер</translation>
    </message>
    <message>
        <source>Steps that are done, too</source>
        <translation>Істелген қадамдар да</translation>
    </message>
    <message>
        <source>What I filled in for a bad moment</source>
        <translation>Қиын сәтке дайындағаным</translation>
    </message>
    <message>
        <source>It may name people, places and your code word. Leave it out if the paper could be found.</source>
        <translation>Онда адамдар, жерлер, код сөзіңіз болуы мүмкін. Қағазды біреу тауып алуы мүмкін болса, қоспаған жөн.</translation>
    </message>
    <message>
        <source>Choose a folder for the page to print</source>
        <translation>Басып шығаратын бетке қалта таңдау</translation>
    </message>
    <message>
        <source>Heading on the paper</source>
        <translation>Қағаздағы тақырып</translation>
    </message>
    <message>
        <source>Something ordinary, such as “Shopping”. Left empty, it says “My plan”.</source>
        <translation>Кәдімгі бір сөз, мысалы «Сатып алу». Бос қалса, «Менің жоспарым» деп тұрады.</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Қағаздың тілі</translation>
    </message>
    <message>
        <source>One PDF file with your steps, to print elsewhere. Steps marked “Not now” or “Not safe for me” are left out. Paper can be found: think of where it will lie.</source>
        <translation>Қадамдарыңыз жазылған бір PDF файл, басқа жерде басып шығаруға. «Қазір емес» және «Мен үшін қауіпті» деген қадамдар кірмейді. Қағазды біреу тауып алуы мүмкін: қайда тұратынын ойлап қойыңыз.</translation>
    </message>
    <message>
        <source>What goes on the paper</source>
        <translation>Қағазға не түседі</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>The program people see</source>
        <translation>Басқалар көретін бағдарлама</translation>
    </message>
    <message>
        <source>It stands here after hiding and at the start, and works like any other of its kind.</source>
        <translation>Басында және жасырғаннан кейін осы тұрады, кәдімгідей жұмыс істейді.</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>Калькулятор</translation>
    </message>
    <message>
        <source>Shopping list and budget</source>
        <translation>Сатып алу тізімі және бюджет</translation>
    </message>
    <message>
        <source>Unit converter</source>
        <translation>Бірлік түрлендіргіш</translation>
    </message>
    <message>
        <source>Your sum works in this program too.</source>
        <translation>Есебіңіз бұл бағдарламада да жарайды.</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Болдырмау</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Қайтадан</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Қиып &amp;алу</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Көшіру</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Қ&amp;ою</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Бәрін белгілеу</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Болдырмау</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Қайтадан</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Қиып &amp;алу</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Көшіру</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Қ&amp;ою</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Бәрін белгілеу</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Understood</source>
        <translation>Түсінікті</translation>
    </message>
</context>
<context>
    <name>RemoveCard</name>
    <message>
        <source>Remove my notes for good</source>
        <translation>Жазбаларымды біржола өшіру</translation>
    </message>
    <message>
        <source>Everything kept here goes away: entries, files, plan, people, keys. It cannot be brought back. The everyday program stays.</source>
        <translation>Мұнда сақталғанның бәрі жойылады: жазбалар, файлдар, жоспар, адамдар, кілттер. Қайтаруға болмайды. Кәдімгі бағдарлама қалады.</translation>
    </message>
    <message>
        <source>Type this number to remove everything</source>
        <translation>Бәрін өшіру үшін осы санды теріңіз</translation>
    </message>
    <message>
        <source>Remove everything now</source>
        <translation>Бәрін қазір өшіру</translation>
    </message>
    <message>
        <source>Hand it over first</source>
        <translation>Алдымен тапсыру</translation>
    </message>
    <message>
        <source>Before you do: what is written here may be needed later, by a court or by yourself. And somebody who knows about it may notice that it is gone. You can give a copy to someone you trust first.</source>
        <translation>Өшірмес бұрын: мұнда жазылғаны кейін сотқа не өзіңізге керек болуы мүмкін. Бұл туралы білетін адам жазбаның жоғалғанын байқап қалуы да мүмкін. Әуелі сенімді адамға көшірмесін беруге болады.</translation>
    </message>
    <message>
        <source>What happens, and removing</source>
        <translation>Өшіру және содан кейін не болады</translation>
    </message>
    <message>
        <source>Newer disks may keep old, locked pieces for a while; nobody can read them without the passphrase.</source>
        <translation>Жаңа дискілерде ескі, жабық бөліктер біраз уақыт қалуы мүмкін. Оларды құпиясөз тіркесінсіз ешкім оқи алмайды.</translation>
    </message>
    <message>
        <source>This computer may have made its own copies of the locked files.</source>
        <translation>Компьютер жабық файлдардың өз көшірмесін жасаған болуы мүмкін.</translation>
    </message>
    <message>
        <source>Copies on a stick, in a cloud folder or with other people stay.</source>
        <translation>Флешкадағы, бұлттағы не басқа адамдардағы көшірмелер қалады.</translation>
    </message>
    <message>
        <source>The passphrase or the spare key still opens such a copy: destroy the paper too.</source>
        <translation>Ондай көшірмені құпиясөз тіркесі не қосалқы кілт әлі ашады: қағазды да жойыңыз.</translation>
    </message>
    <message>
        <source>What this cannot promise:</source>
        <translation>Мынаған уәде бере алмаймыз:</translation>
    </message>
    <message>
        <source>Some locked files could not be taken away. Nothing can open them any more. Names: {names}</source>
        <translation>Кейбір жабық файл өшпей қалды. Оларды енді ештеңе аша алмайды. Атаулары: {names}</translation>
    </message>
    <message>
        <source>The files could not be removed, and the passphrase still opens them. Another program may be holding them, or the place may not allow it. Names: {names}</source>
        <translation>Файлдар өшпеді, құпиясөз тіркесі оларды әлі ашады. Басқа бағдарлама ұстап тұрған немесе бұл жер рұқсат бермейтін болуы мүмкін. Атаулары: {names}</translation>
    </message>
    <message>
        <source>Not everything is gone</source>
        <translation>Толық өшкен жоқ</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Someone I trust</source>
        <translation>Сенімді адам</translation>
    </message>
    <message>
        <source>Someone who saw or heard</source>
        <translation>Көрген не естіген адам</translation>
    </message>
    <message>
        <source>A child</source>
        <translation>Бала</translation>
    </message>
    <message>
        <source>Who hurts me</source>
        <translation>Маған зиян келтіретін адам</translation>
    </message>
    <message>
        <source>Police, court, lawyer</source>
        <translation>Полиция, сот, адвокат</translation>
    </message>
    <message>
        <source>Helpline, shelter, doctor</source>
        <translation>Сенім телефоны, баспана, дәрігер</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Keep my plan</source>
        <translation>Жоспарды сақтау</translation>
    </message>
    <message>
        <source>What could be done</source>
        <translation>Не істеуге болады</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>Questions to think about</source>
        <translation>Ойланатын сұрақтар</translation>
    </message>
    <message>
        <source>Every one can stay empty. What you write is kept while you write.</source>
        <translation>Кез келгенін бос қалдыруға болады. Жазғаныңыз бірден сақталып отырады.</translation>
    </message>
    <message>
        <source>Every one can stay empty.</source>
        <translation>Кез келгенін бос қалдыруға болады.</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Өз қадамыңыз</translation>
    </message>
    <message>
        <source>What could be done, in your words</source>
        <translation>Не істеуге болады, өз сөзіңізбен</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Before: {title}</source>
        <translation>Алдыңғысы: {title}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Келесісі: {title}</translation>
    </message>
    <message>
        <source>Put away: {count}</source>
        <translation>Алып қойылғаны: {count}</translation>
    </message>
    <message>
        <source>Put away.</source>
        <translation>Алып қойылды.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтару</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Passphrase, sum and spare key</source>
        <translation>Құпиясөз тіркесі, есеп және қосалқы кілт</translation>
    </message>
    <message>
        <source>These come when you keep something for the first time.</source>
        <translation>Бұлар бірінші рет бірдеңе сақтағанда пайда болады.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>What opens my notes</source>
        <translation>Жазбаларымды не ашады</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Не сақталған</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Hide now</source>
        <translation>Жасыру</translation>
    </message>
    <message>
        <source>Hide now. Also: press Shift three times</source>
        <translation>Жасыру. Немесе Shift пернесін үш рет басыңыз</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Мәзір</translation>
    </message>
    <message>
        <source>Shift ×3</source>
        <translation>Shift ×3</translation>
    </message>
</context>
<context>
    <name>Shopping</name>
    <message>
        <source>Shopping list</source>
        <translation>Сатып алу тізімі</translation>
    </message>
    <message>
        <source>Household budget</source>
        <translation>Үй бюджеті</translation>
    </message>
    <message>
        <source>Shopping and budget</source>
        <translation>Сатып алу және бюджет</translation>
    </message>
</context>
<context>
    <name>ShoppingList</name>
    <message>
        <source>Add an item</source>
        <translation>Тізімге қосу</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Не алу керек</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Қанша</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Сатып алу тізімі</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Тізім бос.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Removes the chosen row</source>
        <translation>Таңдалған жолды өшіреді</translation>
    </message>
    <message>
        <source>Clear ticked</source>
        <translation>Белгіленгенді өшіру</translation>
    </message>
    <message>
        <source>Left to buy: {count}</source>
        <translation>Әлі алынбағаны: {count}</translation>
    </message>
</context>
<context>
    <name>SpareKeyCard</name>
    <message>
        <source>Spare key</source>
        <translation>Қосалқы кілт</translation>
    </message>
    <message>
        <source>28 signs on paper that open your notes when the passphrase is forgotten. Without a spare key nobody can help then. Whoever finds it can open everything: keep it with someone you trust, not at home.</source>
        <translation>Қағаздағы 28 таңба: құпиясөз тіркесі ұмытылса, жазбаларыңызды ашады. Қосалқы кілт болмаса, ондайда ешкім көмектесе алмайды. Тауып алған адам бәрін аша алады: үйде емес, сенімді адамда сақтаңыз.</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>Құпиясөз тіркесім</translation>
    </message>
    <message>
        <source>Remove the spare key</source>
        <translation>Қосалқы кілтті жою</translation>
    </message>
    <message>
        <source>There is a spare key.</source>
        <translation>Қосалқы кілт бар.</translation>
    </message>
    <message>
        <source>There is no spare key.</source>
        <translation>Қосалқы кілт жоқ.</translation>
    </message>
    <message>
        <source>Make a new spare key; the old one stops working</source>
        <translation>Жаңа қосалқы кілт жасау, ескісі ашпай қалады</translation>
    </message>
    <message>
        <source>Make a spare key</source>
        <translation>Қосалқы кілт жасау</translation>
    </message>
    <message>
        <source>Show me the spare key once</source>
        <translation>Қосалқы кілтті бір рет көрсету</translation>
    </message>
    <message>
        <source>The paper then opens nothing. If you forget the passphrase later, nobody can open your notes.</source>
        <translation>Сонда қағаз ештеңе ашпайды. Құпиясөз тіркесі кейін ұмытылса, жазбаларыңызды ешкім аша алмайды.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Жою</translation>
    </message>
    <message>
        <source>The spare key no longer opens anything.</source>
        <translation>Қосалқы кілт енді ештеңе ашпайды.</translation>
    </message>
    <message>
        <source>Read it from your paper and type it here, to find slips</source>
        <translation>Қатесі жоқ па: қағаздан қарап, осында теріңіз</translation>
    </message>
    <message>
        <source>Copy it by hand. It is never kept on this computer and is not shown again.</source>
        <translation>Қолмен көшіріп алыңыз. Бұл компьютерде сақталмайды, қайта көрсетілмейді.</translation>
    </message>
    <message>
        <source>If the window hides before you are done, make a new one.</source>
        <translation>Көшіріп болмай терезе жасырылып қалса, жаңасын жасаңыз.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Салыстыру</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Көшіріп алдым</translation>
    </message>
    <message>
        <source>Your paper is right.</source>
        <translation>Қағаздағы дұрыс.</translation>
    </message>
    <message>
        <source>This differs. Compare it group by group.</source>
        <translation>Айырмасы бар. Топ-топтап салыстырыңыз.</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>Will do</source>
        <translation>Істеймін</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Істелді</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Not safe for me</source>
        <translation>Мен үшін қауіпті</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>With {name}</source>
        <translation>Бірге: {name}</translation>
    </message>
    <message>
        <source>Will do</source>
        <translation>Істеймін</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Істелді</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Not safe for me</source>
        <translation>Мен үшін қауіпті</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Тізімге қайтару</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Бұл қадамды өшіру</translation>
    </message>
    <message>
        <source>It is deleted from the plan: {step}</source>
        <translation>Жоспардан өшеді: {step}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Өшіру</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Мүмкін қауіп: {risk}</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>Өз сөзіммен</translation>
    </message>
    <message>
        <source>Who, when, where: whatever makes it yours</source>
        <translation>Кім, қашан, қайда: өзіңізге ыңғайлап жазыңыз</translation>
    </message>
</context>
<context>
    <name>SumCard</name>
    <message>
        <source>My sum</source>
        <translation>Менің есебім</translation>
    </message>
    <message>
        <source>Type it into the everyday program and press = or Enter: then you are asked for the passphrase.</source>
        <translation>Кәдімгі бағдарламада теріп, = не Enter басыңыз: сонда құпиясөз тіркесі сұралады.</translation>
    </message>
    <message>
        <source>A sum of my own</source>
        <translation>Өз есебім</translation>
    </message>
    <message>
        <source>At least five digits and one sign such as + − × ÷. No birthday, no telephone number, nothing that somebody would type by chance.</source>
        <translation>Кемінде бес цифр және + − × ÷ сияқты бір белгі. Туған күн де, телефон нөмірі де, біреу кездейсоқ теретін нәрсе де болмасын.</translation>
    </message>
    <message>
        <source>Use this sum</source>
        <translation>Осы есепті таңдау</translation>
    </message>
    <message>
        <source>The sum keeps out a glance, no more: somebody who knows this program can find it out. Only the passphrase is a lock.</source>
        <translation>Есеп тек бөтен көзден сақтайды: бұл бағдарламаны білетін адам есепті таба алады. Құлып тек құпиясөз тіркесі.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Тағы бір рет</translation>
    </message>
    <message>
        <source>Choose my sum</source>
        <translation>Есебімді таңдау</translation>
    </message>
    <message>
        <source>You have a sum of your own.</source>
        <translation>Өз есебіңіз бар.</translation>
    </message>
    <message>
        <source>Now it is 7×7×7×7, the same for everybody who has this program.</source>
        <translation>Қазір 7×7×7×7, бұл бағдарламасы бар бәрінде бірдей.</translation>
    </message>
    <message>
        <source>Type a sum first.</source>
        <translation>Алдымен есеп теріңіз.</translation>
    </message>
    <message>
        <source>Your sum is kept. The old one no longer works.</source>
        <translation>Есебіңіз сақталды. Ескісі енді ашпайды.</translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
    <message>
        <source>For whom</source>
        <translation>Кімге арналған</translation>
    </message>
    <message>
        <source>With the files, unchanged</source>
        <translation>Файлдарымен, өзгертпей</translation>
    </message>
    <message>
        <source>Photos and recordings carry their own date and sometimes their place.</source>
        <translation>Сурет пен дыбыс жазбасының ішінде күні, кейде орны да болады.</translation>
    </message>
    <message>
        <source>With full names of people</source>
        <translation>Адамдардың толық атымен</translation>
    </message>
    <message>
        <source>Otherwise nicknames or first letters. Names you wrote inside the text stay as you wrote them.</source>
        <translation>Әйтпесе лақап аты не бас әріптері. Мәтін ішінде өзіңіз жазған есімдер сол күйінде қалады.</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Кім алады</translation>
    </message>
    <message>
        <source>Shown on the first page.</source>
        <translation>Бірінші бетте тұрады.</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Құжаттың тілі</translation>
    </message>
    <message>
        <source>Your own words stay in the language you wrote them in.</source>
        <translation>Өз сөздеріңіз қай тілде жазылса, сол тілде қалады.</translation>
    </message>
    <message>
        <source>Purpose, your name, case number</source>
        <translation>Не үшін, атыңыз, іс нөмірі</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Не үшін</translation>
    </message>
    <message>
        <source>For example: a complaint, a court hearing, a talk with a lawyer.</source>
        <translation>Мысалы: шағым, сот отырысы, адвокатпен әңгіме.</translation>
    </message>
    <message>
        <source>Until when it may be kept</source>
        <translation>Қашанға дейін сақтауға болады</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Сіздің атыңыз</translation>
    </message>
    <message>
        <source>Left empty, there is a line to write it by hand, or not at all.</source>
        <translation>Бос қалса, қолмен жазатын жол тұрады, мүлде жазылмаса да болады.</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Іс нөмірі</translation>
    </message>
    <message>
        <source>All of it can stay empty.</source>
        <translation>Бәрін бос қалдыруға болады.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>There is no small picture of this file.</source>
        <translation>Бұл файлдың кішірейтілген суреті жоқ.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Write down what happened</source>
        <translation>Не болғанын жазу</translation>
    </message>
    <message>
        <source>What happened, in your own words</source>
        <translation>Не болды, өз сөзіңізбен</translation>
    </message>
    <message>
        <source>One line is enough.</source>
        <translation>Бір жол да жетеді.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Кеше</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Қашан болды</translation>
    </message>
    <message>
        <source>Another day, place, photo</source>
        <translation>Басқа күн, орын, сурет</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді</translation>
    </message>
    <message>
        <source>One word is enough. Write it in the box first.</source>
        <translation>Бір сөз де жетеді. Алдымен сол жерге жазыңыз.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>The day and hour of writing stand with it.</source>
        <translation>Жазылған күні мен сағаты қасында тұр.</translation>
    </message>
    <message>
        <source>Add more to it</source>
        <translation>Толықтыру</translation>
    </message>
    <message>
        <source>Last opened {moment}</source>
        <translation>Соңғы ашылуы: {moment}</translation>
    </message>
    <message>
        <source>A sum of your own</source>
        <translation>Өз есебіңіз</translation>
    </message>
    <message>
        <source>So far this opens with a sum that others may know. You can choose one that only you know.</source>
        <translation>Әзірге бұл басқалар білуі мүмкін есеппен ашылады. Тек өзіңіз білетінін таңдауға болады.</translation>
    </message>
    <message>
        <source>Choose my sum</source>
        <translation>Есебімді таңдау</translation>
    </message>
    <message>
        <source>A spare key</source>
        <translation>Қосалқы кілт</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, nobody can open your notes. A spare key on paper can.</source>
        <translation>Құпиясөз тіркесі ұмытылса, жазбаларыңызды ешкім аша алмайды. Қағаздағы қосалқы кілт аша алады.</translation>
    </message>
    <message>
        <source>Make a spare key</source>
        <translation>Қосалқы кілт жасау</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Not now: {offer}</source>
        <translation>Қазір емес: {offer}</translation>
    </message>
</context>
<context>
    <name>TodaySteps</name>
    <message>
        <source>Three steps for today</source>
        <translation>Бүгінге үш қадам</translation>
    </message>
    <message>
        <source>Nothing is planned for today. That is fine.</source>
        <translation>Бүгінге ештеңе жоспарланбаған. Ештеңе етпейді.</translation>
    </message>
    <message>
        <source>Choose a small step</source>
        <translation>Шағын қадам таңдау</translation>
    </message>
    <message>
        <source>Keep these steps</source>
        <translation>Бұл қадамдарды сақтау</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>Бүкіл жоспар</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>Бірге: {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Істелді</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Қазір емес</translation>
    </message>
    <message>
        <source>Marked as done: {step}</source>
        <translation>Істелді: {step}</translation>
    </message>
    <message>
        <source>Put aside for now: {step}</source>
        <translation>Кейінге қалдырылды: {step}</translation>
    </message>
    <message>
        <source>I will do this</source>
        <translation>Осыны істеймін</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Басқасы</translation>
    </message>
</context>
<context>
    <name>WeakPassphrase</name>
    <message>
        <source>It is short. Add a word that has nothing to do with the others.</source>
        <translation>Қысқа. Басқаларына қатысы жоқ бір сөз қосыңыз.</translation>
    </message>
    <message>
        <source>Many people use words like these. Four that do not belong together are stronger.</source>
        <translation>Мұндай сөздерді көп адам қолданады. Бір-біріне қатысы жоқ төрт сөз берігірек.</translation>
    </message>
    <message>
        <source>It is mostly a name. Names are tried first.</source>
        <translation>Негізі есім. Алдымен есімдерді теріп көреді.</translation>
    </message>
    <message>
        <source>It is mostly a date or a number. These are tried first.</source>
        <translation>Негізі күн не сан. Алдымен соларды теріп көреді.</translation>
    </message>
    <message>
        <source>These keys lie side by side, so they are tried first.</source>
        <translation>Бұл пернелер қатар тұр, алдымен соларды теріп көреді.</translation>
    </message>
    <message>
        <source>It repeats itself, so it is shorter than it looks.</source>
        <translation>Қайталанып тұр, сондықтан көрінгенінен қысқа.</translation>
    </message>
    <message>
        <source>It is made of names or numbers of people in your notes.</source>
        <translation>Жазбаларыңыздағы адамдардың аты не нөмірінен құралған.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>To begin</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>To come back, type this in the calculator:</source>
        <translation>Оралу үшін калькуляторда мынаны теріңіз:</translation>
    </message>
    <message>
        <source>To come back, type this in the everyday program and press Enter:</source>
        <translation>Оралу үшін кәдімгі бағдарламада мынаны теріп, Enter басыңыз:</translation>
    </message>
    <message>
        <source>On the keyboard: 7*7*7*7 and Enter. Then go on here.</source>
        <translation>Пернетақтада: 7*7*7*7, сосын Enter. Содан кейін осында жалғастырасыз.</translation>
    </message>
    <message>
        <source>I have tried it. Go on</source>
        <translation>Байқап көрдім. Әрі қарай</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Кейін</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Өткізіп жіберу</translation>
    </message>
    <message>
        <source>Skip the questions</source>
        <translation>Сұрақтарды өткізіп жіберу</translation>
    </message>
    <message>
        <source>Your answer is not kept. It only chooses what you read next.</source>
        <translation>Жауабыңыз сақталмайды. Тек әрі қарай не шығатынына әсер етеді.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Әрі қарай</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>Толығырақ</translation>
    </message>
    <message>
        <source>You can do all of it, in any order. Nothing has to be finished.</source>
        <translation>Бәрін кез келген ретпен істеуге болады. Ештеңені аяқтау міндет емес.</translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>Today</source>
        <translation>Бүгін</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Кеше</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Басқа күн</translation>
    </message>
    <message>
        <source>Over several days</source>
        <translation>Бірнеше күн</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Анық емес</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Қашан болды</translation>
    </message>
    <message>
        <source>for example 2.3.2026</source>
        <translation>мысалы 2.3.2026</translation>
    </message>
    <message>
        <source>for example 9.3.2026</source>
        <translation>мысалы 9.3.2026</translation>
    </message>
    <message>
        <source>for example: before Nauryz, at night</source>
        <translation>мысалы: Наурыз алдында, түнде</translation>
    </message>
    <message>
        <source>I know the time</source>
        <translation>Уақытын білемін</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Сағаты</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>Қай күні</translation>
    </message>
    <message>
        <source>Until which day</source>
        <translation>Қай күнге дейін</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Өз сөзіңізбен</translation>
    </message>
    <message>
        <source>A vague date is better than a wrong one.</source>
        <translation>Қате күннен шамамен жазылғаны жақсы.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Соңғы күні бірінші күнінен бұрын тұр.</translation>
    </message>
    <message>
        <source>This day cannot be read. Write it like 2.3.2026, or choose “Not sure”.</source>
        <translation>Бұл күн оқылмады. 2.3.2026 сияқты жазыңыз немесе «Анық емес» дегенді таңдаңыз.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Тоқтату</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Тоқтап жатыр</translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Choose a folder</source>
        <translation>Қалта таңдау</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Файл таңдау</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Файлдар мен қалталар</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Қалта оқылып жатыр</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Жоғары</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Басты қалта</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Суреттер</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Құжаттар</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Жүктеулер</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Осы қалтаны таңдау</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Артқа</translation>
    </message>
    <message>
        <source>Show all files</source>
        <translation>Барлық файлды көрсету</translation>
    </message>
    <message>
        <source>Show pictures only</source>
        <translation>Тек суреттерді көрсету</translation>
    </message>
    <message>
        <source>Only the first {count} are shown.</source>
        <translation>Тек алғашқылары көрсетілген: {count}.</translation>
    </message>
    <message>
        <source>Nothing to choose in this folder.</source>
        <translation>Бұл қалтада таңдайтын ештеңе жоқ.</translation>
    </message>
</context>
</TS>
