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
        <translation>Мұнда өз адамдарыңыз, жерлеріңіз, шығу жолдарыңыз тұрады</translation>
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
        <source>On paper</source>
        <translation>Қағазда</translation>
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
    <name>AfterView</name>
    <message>
        <source>What follows</source>
        <translation>Әрі қарай</translation>
    </message>
    <message>
        <source>All steps: {title}</source>
        <translation>Барлық қадам: {title}</translation>
    </message>
    <message>
        <source>Who can look at it with me</source>
        <translation>Менімен бірге кім қарай алады</translation>
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
    <message>
        <source>The language could not be kept. It holds here until you hide.</source>
        <translation>Тілді сақтау мүмкін болмады. Мұнда осы тіл бағдарлама жасырылғанша тұрады.</translation>
    </message>
    <message>
        <source>This could not be kept. The everyday program stays as it was.</source>
        <translation>Мұны сақтау мүмкін болмады. Кәдімгі бағдарлама бұрынғыдай қалды.</translation>
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
    <name>CertifiedResults</name>
    <message>
        <source>Day</source>
        <translation>Күні</translation>
    </message>
    <message>
        <source>Name of the instrument</source>
        <translation>Әдістеменің атауы</translation>
    </message>
    <message>
        <source>Result, as it stands on your sheet</source>
        <translation>Нәтижесі, парағыңызда қалай тұрса, солай</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Жазып қою</translation>
    </message>
    <message>
        <source>Write the name of the instrument.</source>
        <translation>Әдістеменің атауын жазыңыз.</translation>
    </message>
    <message>
        <source>Write the result.</source>
        <translation>Нәтижесін жазыңыз.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Өшіру: {name}</translation>
    </message>
</context>
<context>
    <name>ChangedSince</name>
    <message>
        <source>Nothing written yet</source>
        <translation>Әзірге ештеңе жазылмаған</translation>
    </message>
    <message>
        <source>Changed since {day}</source>
        <translation>Содан бергі өзгеріс ({day})</translation>
    </message>
    <message>
        <source>The marks are the same.</source>
        <translation>Белгілер өзгермеген.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Қазір</translation>
    </message>
    <message>
        <source>My words then and now</source>
        <translation>Бұрынғы және қазіргі сөзім</translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
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
    <name>ChosenFiles</name>
    <message>
        <source>And {count} more</source>
        <translation>Тағы {count}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Take off: {name}</source>
        <translation>Алып тастау: {name}</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Back</source>
        <translation>Артқа</translation>
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
    <name>EarlierPasses</name>
    <message>
        <source>Kept pages</source>
        <translation>Сақталған беттер</translation>
    </message>
    <message>
        <source>The marks are the same.</source>
        <translation>Белгілер өзгермеген.</translation>
    </message>
    <message>
        <source>Changed since {day}</source>
        <translation>Содан бергі өзгеріс ({day})</translation>
    </message>
    <message>
        <source>{sign} (not sure)</source>
        <translation>{sign} (анық емес)</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>Ештеңе белгіленбеген.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Белгіленгені</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>Ескертпем</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>Бұл бетті өшіру</translation>
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
        <source>From the next opening on nothing of this can be changed unseen; you can always add. It is fixed earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>Келесі ашқаннан бастап мұны білдірмей өзгерту мүмкін болмайды, ал толықтыруға әрқашан болады. Бірдеңе тапсырылса не жазбалардың төрт сөзі бұл жазбаны да қамтыса, жазба ертерек бекітіледі.</translation>
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
        <source>The change is taken back.</source>
        <translation>Өзгеріс қайтарып алынды.</translation>
    </message>
    <message>
        <source>Take back entry {number}?</source>
        <translation>{number}-жазбаны қайтарып алу керек пе?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace and no gap. This can be done until the next opening. It ends earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>Жазбадан ештеңе қалмайды: ізі де, бос орны да болмайды. Мұны келесі ашқанға дейін істеуге болады. Бірдеңе тапсырылса не жазбалардың төрт сөзі бұл жазбаны да қамтыса, мүмкіндік ертерек бітеді.</translation>
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

Бақылау саны таңбалар қатарынан тұрады, одан ештеңе оқып білуге болмайды. Сақталса, бұрын тапсырылған көшірменің өзгермегенін көрсете алады.</translation>
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
        <source>You can look at it with “Show what I type”. You can try as often as you need.</source>
        <translation>Тергеніңізді «Тергенімді көрсету» арқылы көруге болады. Қанша рет керек болса, сонша байқап көріңіз.</translation>
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
        <source>This file cannot be used.</source>
        <translation>Бұл файл жарамайды.</translation>
    </message>
    <message>
        <source>Ask the organisation for a new one. Nothing here was changed.</source>
        <translation>Ұйымнан жаңасын сұраңыз. Мұнда ештеңе өзгерген жоқ.</translation>
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
        <translation>Басқа қалта таңдаңыз, мысалы, өз флешкаңыздан.</translation>
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
        <translation>Оқылып тұрғанда басқа дискіге тезірек көшірме жасап алыңыз.</translation>
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
        <translation>Кілттер файлы бүлінген, сондықтан жазбаларыңыз онымен ашылмайды.</translation>
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
        <source>The rules of this computer have a mistake in them: {file}, line {line}.</source>
        <translation>Осы компьютердің ережелерінде қате бар: {file}, {line}-жол.</translation>
    </message>
    <message>
        <source>Whoever looks after this computer can mend them. Nothing was opened or lost.</source>
        <translation>Қатені осы компьютерді баптайтын адам түзете алады. Ештеңе ашылған да, жоғалған да жоқ.</translation>
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
        <source>This place takes no single file larger than {largest}.</source>
        <translation>Бұл жерге {largest} көлемінен үлкен файл сыймайды.</translation>
    </message>
    <message>
        <source>Many sticks are sold that way. Use a disk or a stick that takes larger files.</source>
        <translation>Көп флешка солай сатылады. Үлкен файл сыятын диск немесе флешка алыңыз.</translation>
    </message>
    <message>
        <source>There is not enough room there: {wanted} is needed, {free} is free.</source>
        <translation>Онда орын жетпейді: керегі {wanted}, босы {free}.</translation>
    </message>
    <message>
        <source>Make some room there first, or choose another place. Nothing was left behind.</source>
        <translation>Алдымен сол жерден орын босатыңыз немесе басқа жер таңдаңыз. Онда ештеңе қалған жоқ.</translation>
    </message>
    <message>
        <source>The disk is full. The check itself is done, but its day could not be noted.</source>
        <translation>Дискіде орын қалмады. Тексерудің өзі жасалды, бірақ күнін белгілеу мүмкін болмады.</translation>
    </message>
    <message>
        <source>Make some room on this computer, then check again.</source>
        <translation>Осы компьютерде орын босатып, қайта тексеріңіз.</translation>
    </message>
    <message>
        <source>The disk is full. The original is removed, but this could not be noted with the kept file.</source>
        <translation>Дискіде орын қалмады. Түпнұсқа өшірілді, бірақ мұны сақталған файлдың жанына белгілеу мүмкін болмады.</translation>
    </message>
    <message>
        <source>The kept file itself is unchanged. Other originals are still there.</source>
        <translation>Сақталған файлдың өзі өзгерген жоқ. Басқа түпнұсқалар орнында.</translation>
    </message>
    <message>
        <source>The place where your notes lie is not there any more; perhaps the stick was pulled out.</source>
        <translation>Жазбаларыңыз жатқан орын енді жоқ. Мүмкін, флешка суырылған.</translation>
    </message>
    <message>
        <source>Hide, plug it in again and open your notes anew. What was kept before is still on it.</source>
        <translation>Терезені жасырып, флешканы қайта салыңыз да, жазбаларыңызды қайта ашыңыз. Бұрын сақталғаны сонда тұр.</translation>
    </message>
    <message>
        <source>This file is not a copy that this program made.</source>
        <translation>Бұл файл осы бағдарлама жасаған көшірме емес.</translation>
    </message>
    <message>
        <source>Perhaps another file was chosen. Such a copy is one file, and only this program opens it.</source>
        <translation>Басқа файл таңдалған шығар. Мұндай көшірме бір файл болады, мұны тек осы бағдарлама ашады.</translation>
    </message>
    <message>
        <source>This is not a folder that this program handed over.</source>
        <translation>Бұл осы бағдарлама тапсырған қалта емес.</translation>
    </message>
    <message>
        <source>Choose the folder itself, the one with 1-START.pdf in it. What is packed must be unpacked first.</source>
        <translation>Ішінде 1-START.pdf жатқан қалтаның өзін таңдаңыз. Қалта мұрағат файлының ішінде болса, алдымен содан шығарып алыңыз.</translation>
    </message>
    <message>
        <source>Something in this folder was changed after it was made.</source>
        <translation>Бұл қалта жасалғаннан кейін ішінде бірдеңе өзгертілген.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask for the folder once more.</source>
        <translation>Ішінен ештеңе алынған жоқ. Қалтаны тағы бір рет сұраңыз.</translation>
    </message>
    <message>
        <source>This folder holds no entries that could be taken in.</source>
        <translation>Бұл қалтада ішке алатын жазба жоқ.</translation>
    </message>
    <message>
        <source>Its files can be added to an entry of yours, one by one.</source>
        <translation>Файлдарын өз жазбаңызға бір-бірлеп қосуға болады.</translation>
    </message>
    <message>
        <source>A copy cannot lie in the same folder as the notes themselves.</source>
        <translation>Көшірме жазбалардың өзімен бір қалтада жата алмайды.</translation>
    </message>
    <message>
        <source>Choose another place, best a stick: then one does not go with the other.</source>
        <translation>Басқа жер таңдаңыз, дұрысы флешка: сонда біреуі екіншісімен бірге жоғалмайды.</translation>
    </message>
    <message>
        <source>This place is not there any more; perhaps the stick was pulled out.</source>
        <translation>Бұл орын енді жоқ: флешка шығарып алынған болуы мүмкін.</translation>
    </message>
    <message>
        <source>What was begun there is no finished copy. Plug it in again and make it anew.</source>
        <translation>Онда басталғаны дайын көшірме емес. Флешканы қайта салып, көшірмені жаңадан жасаңыз.</translation>
    </message>
    <message>
        <source>No clean copy can be made of a photo with entry {number}.</source>
        <translation>{number}-жазбадағы суреттің таза көшірмесін жасау мүмкін емес.</translation>
    </message>
    <message>
        <source>So nothing was handed over. Leave this photo out, or let it go as it is.</source>
        <translation>Сондықтан ештеңе тапсырылған жоқ. Бұл суретті осында қалдырыңыз немесе сол күйінде тапсырыңыз.</translation>
    </message>
    <message>
        <source>The names of the files would become too long for this place.</source>
        <translation>Бұл жер үшін файл аттары тым ұзын болып кетер еді.</translation>
    </message>
    <message>
        <source>Choose a folder that lies less deep inside others.</source>
        <translation>Басқа қалталардың ішінде тереңде жатпаған қалта таңдаңыз.</translation>
    </message>
    <message>
        <source>The passphrase is right, but this copy is damaged.</source>
        <translation>Құпиясөз тіркесі дұрыс, бірақ бұл көшірме бүлінген.</translation>
    </message>
    <message>
        <source>Nothing here was changed. If you have another copy, try that one.</source>
        <translation>Мұнда ештеңе өзгертілген жоқ. Басқа көшірме болса, соны ашып көріңіз.</translation>
    </message>
    <message>
        <source>No copy was made: your notes do not read to their end.</source>
        <translation>Көшірме жасалмады: жазбаларыңыз соңына дейін оқылмайды.</translation>
    </message>
    <message>
        <source>The disk may be failing. Change nothing here; if you have an earlier copy, keep it safe.</source>
        <translation>Диск істен шыға бастаған болуы мүмкін. Мұнда ештеңені өзгертпеңіз; бұрынғы көшірме болса, сақтап қойыңыз.</translation>
    </message>
    <message>
        <source>The copy read back differently from what was written.</source>
        <translation>Көшірме жазылғанынан басқаша оқылды.</translation>
    </message>
    <message>
        <source>It was removed again. Use another stick or another place.</source>
        <translation>Көшірме жойылды. Басқа флешка немесе басқа жер алыңыз.</translation>
    </message>
    <message>
        <source>A file in it is not the one that its record names.</source>
        <translation>Ішіндегі бір файл жазбасында аталғанына сәйкес емес.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in, and nothing here was changed. Ask for it once more.</source>
        <translation>Ішінен ештеңе алынған жоқ, мұнда да ештеңе өзгермеді. Тағы бір рет сұраңыз.</translation>
    </message>
    <message>
        <source>Something in it is not as this program writes it.</source>
        <translation>Ішіндегі бірдеңе осы бағдарлама жазатындай емес.</translation>
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
    <message>
        <source>It is too large. Files with numbers and laws are smaller than one megabyte.</source>
        <translation>Тым үлкен. Нөмірлер мен заңдар жазылған файл бір мегабайттан аспайды.</translation>
    </message>
    <message>
        <source>It holds no readable text. Perhaps another file was chosen.</source>
        <translation>Ішінде оқылатын мәтін жоқ. Басқа файл таңдалған болуы мүмкін.</translation>
    </message>
    <message>
        <source>It is a file of another kind, or its signature is missing.</source>
        <translation>Бұл басқа түрдегі файл немесе қолтаңбасы жоқ.</translation>
    </message>
    <message>
        <source>It was changed after the organisation signed it. Ask the organisation for it once more.</source>
        <translation>Ұйым қол қойғаннан кейін файл өзгертілген. Ұйымнан қайта сұраңыз.</translation>
    </message>
    <message>
        <source>It was signed by somebody else than this computer expects.</source>
        <translation>Файлға қол қойған бұл компьютер күткен ұйым емес.</translation>
    </message>
    <message>
        <source>A newer edition of it is kept here already.</source>
        <translation>Мұнда бұдан жаңарақ басылымы сақтаулы.</translation>
    </message>
    <message>
        <source>Something in it is missing or out of place, here: {where}. Tell the organisation about it.</source>
        <translation>Файлда бірдеңе жетіспейді не орнында емес, мына жерде: {where}. Бұл туралы ұйымға айтыңыз.</translation>
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
        <source>before {year}</source>
        <translation>{year} жылға дейін</translation>
    </message>
    <message>
        <source>Source: {source} ({dated}). Last checked {checked}: {how}. {sure}</source>
        <translation>Дереккөз: {source} ({dated}). Соңғы тексеру: {checked}, {how}. {sure}</translation>
    </message>
    <message>
        <source>Some of this was last checked on {day}. It may have changed, and it all stays here.</source>
        <translation>Мұның бір бөлігі соңғы рет тексерілген күн: {day}. Өзгерген болуы мүмкін, бәрі осында қала береді.</translation>
    </message>
    <message>
        <source>For danger now this still holds: {numbers}.</source>
        <translation>Дәл қазір қауіп болса, мына нөмірлер әлі де жарайды: {numbers}.</translation>
    </message>
    <message>
        <source>When you call</source>
        <translation>Қоңырау шалғанда</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Кімге хабарлайды</translation>
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
        <source>On the phone bill</source>
        <translation>Телефон шотында</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Тілдер</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>Хабарлама арқылы</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Қандай із қалады</translation>
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
        <source>Punishment</source>
        <translation>Жазасы</translation>
    </message>
    <message>
        <source>Who orders it</source>
        <translation>Кім тағайындайды</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>Көшірмеңіз</translation>
    </message>
    <message>
        <source>Without your statement</source>
        <translation>Арызыңыз болмаса</translation>
    </message>
    <message>
        <source>Ending by reconciliation</source>
        <translation>Татуласумен аяқталуы</translation>
    </message>
    <message>
        <source>They inform the police.</source>
        <translation>Полицияға хабарлайды.</translation>
    </message>
    <message>
        <source>They do not inform the police.</source>
        <translation>Полицияға хабарламайды.</translation>
    </message>
    <message>
        <source>They may inform the police.</source>
        <translation>Полицияға хабарлауы мүмкін.</translation>
    </message>
    <message>
        <source>The call leaves traces.</source>
        <translation>Қоңырау із қалдырады.</translation>
    </message>
    <message>
        <source>It leaves no traces that we know of.</source>
        <translation>Біз білетін ешқандай із қалдырмайды.</translation>
    </message>
    <message>
        <source>The call may leave traces.</source>
        <translation>Қоңырау із қалдыруы мүмкін.</translation>
    </message>
    <message>
        <source>It stands on the bill.</source>
        <translation>Шотта көрсетіледі.</translation>
    </message>
    <message>
        <source>It does not stand on the bill.</source>
        <translation>Шотта көрсетілмейді.</translation>
    </message>
    <message>
        <source>It may stand on the bill.</source>
        <translation>Шотта көрсетілуі мүмкін.</translation>
    </message>
    <message>
        <source>We do not know whether they inform the police.</source>
        <translation>Полицияға хабарлай ма, білмейміз.</translation>
    </message>
    <message>
        <source>It does not begin.</source>
        <translation>Іс басталмайды.</translation>
    </message>
    <message>
        <source>It can go on.</source>
        <translation>Іс жүре беруі мүмкін.</translation>
    </message>
    <message>
        <source>It can go on in some cases.</source>
        <translation>Кейбір жағдайда іс жүре беруі мүмкін.</translation>
    </message>
    <message>
        <source>It depends on the article.</source>
        <translation>Қай бап екеніне байланысты.</translation>
    </message>
    <message>
        <source>Possible.</source>
        <translation>Мүмкін.</translation>
    </message>
    <message>
        <source>Possible once, by the articles we read.</source>
        <translation>Біз оқыған баптар бойынша бір рет мүмкін.</translation>
    </message>
    <message>
        <source>Not possible.</source>
        <translation>Мүмкін емес.</translation>
    </message>
    <message>
        <source>We did not find this. A lawyer can tell.</source>
        <translation>Мұны таппадық. Заңгер айта алады.</translation>
    </message>
    <message>
        <source>Last checked {day}.</source>
        <translation>Соңғы тексеру: {day}.</translation>
    </message>
    <message>
        <source>Not found in our sources</source>
        <translation>Дереккөздерімізден табылмады</translation>
    </message>
</context>
<context>
    <name>FearCard</name>
    <message>
        <source>In my own words</source>
        <translation>Өз сөзіммен</translation>
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
        <source>Nothing of it stays, no trace. This can be done until the next opening. It ends earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>Файлдан ештеңе де, із де қалмайды. Мұны келесі ашқанға дейін істеуге болады. Бірдеңе тапсырылса не жазбалардың төрт сөзі бұл файлды да қамтыса, мүмкіндік ертерек бітеді.</translation>
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

Бақылау саны таңбалар қатарынан тұрады, одан ештеңе оқып білуге болмайды. Сақталса, бұрын тапсырылған көшірменің өзгермегенін көрсете алады.</translation>
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
    <name>Filters</name>
    <message>
        <source>From this day</source>
        <translation>Осы күннен</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Осы күнге дейін</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Сол жерде кім болды</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Қандай зиян</translation>
    </message>
    <message>
        <source>About an order</source>
        <translation>Қай нұсқамаға қатысты</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Кез келген жер</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Қайда</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>Басы: {day}</translation>
    </message>
    <message>
        <source>To {day}</source>
        <translation>Соңы: {day}</translation>
    </message>
    <message>
        <source>Take off: {words}</source>
        <translation>Алып тастау: {words}</translation>
    </message>
    <message>
        <source>for example 2.3.2026</source>
        <translation>мысалы, 2.3.2026</translation>
    </message>
    <message>
        <source>This day cannot be read. Write it like 2.3.2026.</source>
        <translation>Бұл күн оқылмайды. Былай жазыңыз: 2.3.2026.</translation>
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
        <translation>Сақтағаныңыз құпиясөз тіркесімен құлыпталады: бұл тек өзіңіз білетін бірнеше сөз. Жазғаныңыз өз бетінде күтіп тұр.</translation>
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
        <translation>Құлыпталып жатыр. Бірнеше секунд кетеді.</translation>
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
        <source>Opening. This can take a few seconds.</source>
        <translation>Ашылып жатыр. Бірнеше секунд кетуі мүмкін.</translation>
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
        <source>Nothing is chosen yet. Tick at least one line.</source>
        <translation>Әзірге ештеңе таңдалмаған. Кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>My plan on paper</source>
        <translation>Жоспарым қағазда</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Қағазда</translation>
    </message>
    <message>
        <source>Your plan, the page for a bad moment or a folded card, to print elsewhere.</source>
        <translation>Жоспарыңыз, қиын сәтке арналған бет не бүктелетін карточка, басқа жерде басып шығаруға.</translation>
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
</context>
<context>
    <name>HandSignal</name>
    <message>
        <source>The signal for help with one hand, in four steps</source>
        <translation>Бір қолмен көмек сұрау белгісі, төрт қадам</translation>
    </message>
    <message>
        <source>It is one calm movement. The hand stays where the other person can see it.</source>
        <translation>Бұл бір ғана сабырлы қимыл. Қол екінші адамға көрініп тұрады.</translation>
    </message>
    <message>
        <source>Hold up one hand, the palm towards the other person.</source>
        <translation>Алақанды екінші адамға қаратып, бір қолды көтеру.</translation>
    </message>
    <message>
        <source>Lay the thumb across the palm.</source>
        <translation>Бас бармақты алақанға жатқызу.</translation>
    </message>
    <message>
        <source>Fold the four fingers down.</source>
        <translation>Төрт саусақты төмен бүгу.</translation>
    </message>
    <message>
        <source>The fingers close over the thumb.</source>
        <translation>Саусақтар бас бармақты жабады.</translation>
    </message>
    <message>
        <source>Step {number} of 4: {words}</source>
        <translation>{number}-қадам, барлығы 4: {words}</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>{number}-қадам</translation>
    </message>
    <message>
        <source>It means: &quot;reach me safely&quot;. It does not mean: &quot;call the police&quot;.</source>
        <translation>Мағынасы: «маған қауіпсіз жолмен хабарлас». «Полиция шақыр» дегенді білдірмейді.</translation>
    </message>
    <message>
        <source>What helps, and what it cannot do</source>
        <translation>Не көмектеседі және белгі нені істей алмайды</translation>
    </message>
    <message>
        <source>Agree on it beforehand with people you trust, and on what they do then.</source>
        <translation>Белгі туралы және көргенде не істейтіні туралы сенімді адамдармен алдын ала келісіп алған жөн.</translation>
    </message>
    <message>
        <source>A good answer comes another way, with questions that need only yes or no. For example: is someone with you? Shall I come? Shall I call the police?</source>
        <translation>Жақсы жауап басқа жолмен келеді: иә не жоқ деу жететін сұрақтармен. Мысалы: қасыңызда біреу бар ма? Келейін бе? Полиция шақырайын ба?</translation>
    </message>
    <message>
        <source>Only people who know the signal react to it. A stranger may not know it.</source>
        <translation>Белгіні білетін адам ғана түсінеді. Бөтен адам білмеуі мүмкін.</translation>
    </message>
    <message>
        <source>The person who harms you may know it too.</source>
        <translation>Сізге зиян келтіретін адам да білуі мүмкін.</translation>
    </message>
    <message>
        <source>It was made in April 2020 by the Canadian Women&apos;s Foundation.</source>
        <translation>Белгіні 2020 жылғы сәуірде Канаданың әйелдер қоры (Canadian Women’s Foundation) ойлап тапқан.</translation>
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
        <source>Find in what I wrote</source>
        <translation>Жазғанымнан іздеу</translation>
    </message>
    <message>
        <source>Find: a word, a name, a place</source>
        <translation>Іздеу: сөз, есім, орын</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Іздеу</translation>
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
        <source>Everything written earlier</source>
        <translation>Бұрын жазылғанның бәрі</translation>
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
        <source>Doctors and examinations</source>
        <translation>Дәрігер мен сараптама</translation>
    </message>
    <message>
        <source>Police and law</source>
        <translation>Полиция және заң</translation>
    </message>
    <message>
        <source>What you can ask the police for</source>
        <translation>Полициядан нені сұрауға болады</translation>
    </message>
    <message>
        <source>What the law calls it</source>
        <translation>Заң мұны қалай атайды</translation>
    </message>
    <message>
        <source>Who can stop a case</source>
        <translation>Істі кім тоқтата алады</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Мерзімдер</translation>
    </message>
    <message>
        <source>About the law</source>
        <translation>Заң туралы</translation>
    </message>
    <message>
        <source>Help around you</source>
        <translation>Маңайыңыздағы көмек</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Балалар</translation>
    </message>
    <message>
        <source>A place to stay</source>
        <translation>Тұратын жер</translation>
    </message>
    <message>
        <source>A lawyer</source>
        <translation>Адвокат</translation>
    </message>
    <message>
        <source>Calls and messages</source>
        <translation>Қоңырау мен хабарлама</translation>
    </message>
    <message>
        <source>This country&apos;s page has no words in your language.</source>
        <translation>Бұл елдің беті қазақша жазылмаған.</translation>
    </message>
    <message>
        <source>Sentences you can say</source>
        <translation>Айтуға болатын сөйлемдер</translation>
    </message>
    <message>
        <source>What to check before you rely on it</source>
        <translation>Сенім артпас бұрын нені тексеру керек</translation>
    </message>
    <message>
        <source>Numbers that are for something else</source>
        <translation>Басқа нәрсеге арналған нөмірлер</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>нөмірлер</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>нұсқамалар</translation>
    </message>
    <message>
        <source>what the police have to do</source>
        <translation>полиция не істеуге міндетті</translation>
    </message>
    <message>
        <source>what the law calls it</source>
        <translation>заң мұны қалай атайды</translation>
    </message>
    <message>
        <source>who can stop a case</source>
        <translation>істі кім тоқтата алады</translation>
    </message>
    <message>
        <source>deadlines</source>
        <translation>мерзімдер</translation>
    </message>
    <message>
        <source>examinations by a doctor</source>
        <translation>дәрігер тексеруі мен сараптама</translation>
    </message>
    <message>
        <source>places to stay</source>
        <translation>тұратын жер</translation>
    </message>
    <message>
        <source>lawyers</source>
        <translation>адвокаттар</translation>
    </message>
    <message>
        <source>children</source>
        <translation>балалар</translation>
    </message>
    <message>
        <source>Nothing is written here about: {topics}. That does not mean that there is nothing.</source>
        <translation>Мұнда мыналар туралы жазылмаған: {topics}. Бұл ештеңе жоқ деген сөз емес.</translation>
    </message>
    <message>
        <source>{country}, edition {edition}.</source>
        <translation>{country}, басылымы: {edition}.</translation>
    </message>
    <message>
        <source>Read by {who}, {day}.</source>
        <translation>Оқып шыққан: {who}, {day}.</translation>
    </message>
    <message>
        <source>No specialist who speaks this language has read it yet.</source>
        <translation>Бұл тілді білетін маман әлі оқыған жоқ.</translation>
    </message>
    <message>
        <source>Signed by {signer}.</source>
        <translation>Қол қойған: {signer}.</translation>
    </message>
    <message>
        <source>Choose another country</source>
        <translation>Басқа елді таңдау</translation>
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
        <source>On this computer the time is set: {count} min without a movement. It also hides when another window comes in front.</source>
        <translation>Бұл компьютерде уақыт белгілеп қойылған: {count} минут ешкім қозғалмаса, терезе жасырылады. Алдына басқа терезе шықса да жасырылады.</translation>
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
        <source>This holds once something is kept. Until then it hides after {count} min, because hiding erases what is not kept.</source>
        <translation>Бірдеңе сақталғаннан кейін күшіне енеді. Әзірге терезе {count} минуттан кейін жасырылады, өйткені жасырғанда сақталмағаны өшеді.</translation>
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
        <source>Nobody is on your list yet.</source>
        <translation>Тізіміңізде әзірге ешкім жоқ.</translation>
    </message>
    <message>
        <source>Take this one away</source>
        <translation>Алып тастау</translation>
    </message>
    <message>
        <source>Take this one away: {part}</source>
        <translation>Алып тастау: {part}</translation>
    </message>
    <message>
        <source>Add one more</source>
        <translation>Тағы біреуін қосу</translation>
    </message>
    <message>
        <source>Add one more: {part}</source>
        <translation>Тағы біреуін қосу: {part}</translation>
    </message>
    <message>
        <source>{place}: mark {number}</source>
        <translation>{place}: {number}-белгі</translation>
    </message>
    <message>
        <source>{place}: marks {numbers}</source>
        <translation>{place}: белгілер {numbers}</translation>
    </message>
</context>
<context>
    <name>IndexWork</name>
    <message>
        <source>Everything written is gone through once, so that it can be found. This takes a moment.</source>
        <translation>Жазылғанның бәрі табылатындай болуы үшін бір рет қаралып жатыр. Бұған аздап уақыт кетеді.</translation>
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
    <name>LateKeeping</name>
    <message>
        <source>What you have just written is kept as soon as the work under way is done.</source>
        <translation>Жаңа ғана жазғаныңыз басталған жұмыс аяқтала салысымен сақталады.</translation>
    </message>
    <message>
        <source>Hiding before that erases it.</source>
        <translation>Бұдан бұрын жасырсаңыз, өшеді.</translation>
    </message>
</context>
<context>
    <name>LeavesCard</name>
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
        <translation>Қалта құлыпталмаған: қолына түскен адам ішіндегінің бәрін оқи алады. Қолдан қолға берілген флешка электрондық поштадан не мессенджерден қауіпсізірек.</translation>
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
        <translation>Кез келген адам ештеңе өзгермегенін тексере алатын тізімдер</translation>
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
        <source>The files of the chosen entries: {count}</source>
        <translation>Таңдалған жазбалардағы файл: {count}</translation>
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
</context>
<context>
    <name>LogWays</name>
    <message>
        <source>Write</source>
        <translation>Жазу</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Жазбалар</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Күнтізбе</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлдар</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Нұсқама</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Істер</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Қысым</translation>
    </message>
    <message>
        <source>More about what happened</source>
        <translation>Не болғаны туралы тағы</translation>
    </message>
</context>
<context>
    <name>LookAgain</name>
    <message>
        <source>You wanted to look at this again</source>
        <translation>Мұны қайта қарағыңыз келген</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Қарау</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Бір аптадан соң</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>Енді керек емес</translation>
    </message>
</context>
<context>
    <name>LookAgainDay</name>
    <message>
        <source>No day</source>
        <translation>Күнсіз</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Бір аптадан соң</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Бір айдан соң</translation>
    </message>
</context>
<context>
    <name>LookBack</name>
    <message>
        <source>Nothing is written yet</source>
        <translation>Әзірге ештеңе жазылмаған</translation>
    </message>
    <message>
        <source>Later everything you wrote can be found here: by a word, by a day, by who was there.</source>
        <translation>Кейін жазғаныңыздың бәрін осы жерден табуға болады: сөзі, күні, сол жерде болған адам бойынша.</translation>
    </message>
    <message>
        <source>Type “stairs”, and every entry comes in which stairs are spoken of, in any form of the word.</source>
        <translation>«Баспалдақ» деп терсеңіз, баспалдақ аталған әр жазба шығады, қай жалғауда тұрса да.</translation>
    </message>
    <message>
        <source>Write what happened</source>
        <translation>Не болғанын жазу</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ештеңе табылмады.</translation>
    </message>
    <message>
        <source>The first letters of a word are enough, and endings do not matter. Try fewer words.</source>
        <translation>Сөздің алғашқы әріптері жетеді, жалғауы маңызды емес. Азырақ сөзбен іздеп көруге болады.</translation>
    </message>
    <message>
        <source>It is narrowed down as well. What is chosen can be taken off.</source>
        <translation>Іздеу таңдалған белгілермен де тарылып тұр. Оларды алып тастауға болады.</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Бәрін қайта көрсету</translation>
    </message>
    <message>
        <source>{number}. {when}</source>
        <translation>{number}. {when}</translation>
    </message>
    <message>
        <source>changed later</source>
        <translation>кейін өзгертілген</translation>
    </message>
    <message>
        <source>Removed. Its number stays.</source>
        <translation>Өшірілді. Нөмірі қалды.</translation>
    </message>
    <message>
        <source>Day not given</source>
        <translation>Күні айтылмаған</translation>
    </message>
    <message>
        <source>No words, only files.</source>
        <translation>Сөз жоқ, тек файлдар.</translation>
    </message>
    <message>
        <source>The words stand further on in this entry.</source>
        <translation>Сөздері жазбаның кейінгі бөлігінде тұр.</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Қайда:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Қашан:</translation>
    </message>
    <message>
        <source>What was said:</source>
        <translation>Не айтылды:</translation>
    </message>
    <message>
        <source>Who saw or heard it:</source>
        <translation>Кім көрді не естіді:</translation>
    </message>
    <message>
        <source>Police:</source>
        <translation>Полиция:</translation>
    </message>
    <message>
        <source>Doctor:</source>
        <translation>Дәрігер:</translation>
    </message>
    <message>
        <source>Injuries:</source>
        <translation>Жарақат:</translation>
    </message>
    <message>
        <source>Name of a file:</source>
        <translation>Файлдың аты:</translation>
    </message>
    <message>
        <source>Note to a file:</source>
        <translation>Файлға ескертпе:</translation>
    </message>
    <message>
        <source>What is said in a recording:</source>
        <translation>Дыбыс жазбасында айтылғаны:</translation>
    </message>
    <message>
        <source>Written later:</source>
        <translation>Кейін жазылғаны:</translation>
    </message>
    <message>
        <source>Further on in this entry:</source>
        <translation>Осы жазбада әрі қарай:</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Тағы көрсету</translation>
    </message>
    <message>
        <source>Also found: {counts}</source>
        <translation>Тағы табылды: {counts}</translation>
    </message>
    <message>
        <source>Also found, the first {count}: {counts}</source>
        <translation>Тағы табылды, алғашқы {count}: {counts}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Істер</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Нұсқамалар</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Қысым</translation>
    </message>
    <message>
        <source>My days</source>
        <translation>Менің күндерім</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Адамдар</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Нөмірі:</translation>
    </message>
    <message>
        <source>Promised:</source>
        <translation>Берілген уәде:</translation>
    </message>
    <message>
        <source>What came of it:</source>
        <translation>Бұдан не шықты:</translation>
    </message>
    <message>
        <source>What it forbids:</source>
        <translation>Не нәрсеге тыйым салады:</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>{number}-жазба</translation>
    </message>
    <message>
        <source>Breach</source>
        <translation>Бұзу</translation>
    </message>
</context>
<context>
    <name>LookBackHead</name>
    <message>
        <source>Find in everything I wrote</source>
        <translation>Жазғанымның бәрінен іздеу</translation>
    </message>
    <message>
        <source>Find: a word, a name, a place</source>
        <translation>Іздеу: сөз, есім, орын</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>Narrow it down</source>
        <translation>Іздеуді тарылту</translation>
    </message>
    <message>
        <source>By the day it happened</source>
        <translation>Болған күні бойынша</translation>
    </message>
    <message>
        <source>By the day it was written</source>
        <translation>Жазылған күні бойынша</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Тізім реті</translation>
    </message>
    <message>
        <source>Go to a month</source>
        <translation>Айға өту</translation>
    </message>
    <message numerus="yes">
        <source>More than %n found, the last written first</source>
        <translation>
            <numerusform>%n жазбадан көп табылды, соңғы жазылғаны бірінші</numerusform>
            <numerusform>%n жазбадан көп табылды, соңғы жазылғаны бірінші</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found, the last written first</source>
        <translation>
            <numerusform>Табылған жазба: %n, соңғы жазылғаны бірінші</numerusform>
            <numerusform>Табылған жазба: %n, соңғы жазылғаны бірінші</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off all</source>
        <translation>Бәрін алып тастау</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Азырақ</translation>
    </message>
</context>
<context>
    <name>LookBackPage</name>
    <message>
        <source>What is written</source>
        <translation>Не жазылған</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Жазбалар</translation>
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
        <translation>Мәтін өлшемі</translation>
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
    <name>LookedAgain</name>
    <message>
        <source>In a month</source>
        <translation>Бір айдан соң</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>Енді керек емес</translation>
    </message>
</context>
<context>
    <name>MediaBar</name>
    <message>
        <source>{hours} h {minutes} min {seconds} s</source>
        <translation>{hours} сағ {minutes} мин {seconds} с</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} мин {seconds} с</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation>{place}, ұзақтығы {length}</translation>
    </message>
</context>
<context>
    <name>MediaCard</name>
    <message>
        <source>Kept unchanged. This kind of file is not played here.</source>
        <translation>Өзгеріссіз сақтаулы. Мұндай файл мұнда ойнатылмайды.</translation>
    </message>
    <message>
        <source>Covered and silent. It is opened only when you press Show.</source>
        <translation>Жабулы, дыбысы өшірулі. Тек «Көрсету» басылса, ашылады.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Ойнату</translation>
    </message>
    <message>
        <source>Half speed</source>
        <translation>Екі есе баяу</translation>
    </message>
    <message>
        <source>A little slower</source>
        <translation>Сәл баяу</translation>
    </message>
    <message>
        <source>Ordinary speed</source>
        <translation>Қалыпты жылдамдық</translation>
    </message>
    <message>
        <source>A little faster</source>
        <translation>Сәл жылдам</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Жылдамырақ</translation>
    </message>
    <message>
        <source>Double speed</source>
        <translation>Екі есе жылдам</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>Ойнату жылдамдығы</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Дыбыс не бейненің қай жері</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Дыбысты қосу</translation>
    </message>
    <message>
        <source>Sound can be heard in the next room. While it is on, the computer&apos;s volume list shows that this program plays sound.</source>
        <translation>Дыбыс көрші бөлмеге естілуі мүмкін. Қосулы тұрғанда компьютердің дыбыс тізімінде осы бағдарлама дыбыс шығарып тұрғаны көрінеді.</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
    <message>
        <source>The video you opened</source>
        <translation>Ашылған бейне</translation>
    </message>
    <message>
        <source>This video has no sound.</source>
        <translation>Бұл бейненің дыбысы жоқ.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Кідірту</translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation>{place} / {length}</translation>
    </message>
    <message>
        <source>This computer lacks a part that lets sound out (on Linux: libpulse0). The picture plays without it.</source>
        <translation>Бұл компьютерде дыбыс шығаратын бөлік жоқ (Linux жүйесінде: libpulse0). Бейне дыбыссыз ойнайды.</translation>
    </message>
    <message>
        <source>No loudspeaker and no headphones were found. The picture plays without sound.</source>
        <translation>Динамик те, құлаққап та табылмады. Бейне дыбыссыз ойнайды.</translation>
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
        <translation>Сұрақтар мен шағын қадамдар, әр жолы бір тақырып.</translation>
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
        <source>On paper</source>
        <translation>Қағазда</translation>
    </message>
    <message>
        <source>A folded card, a page or your plan, to print.</source>
        <translation>Бүктелетін карточка, бір бет не жоспарыңыз, басып шығаруға.</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Қауіп белгілері</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон мен құрылғылар</translation>
    </message>
    <message>
        <source>Say this</source>
        <translation>Айтатын сөздер</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Баптаулар</translation>
    </message>
    <message>
        <source>How this program protects, and what it cannot do</source>
        <translation>Бағдарлама қалай қорғайды және қолынан не келмейді</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Тағы</translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation>Мен үшін не маңызды</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Жоспардың бұрынғы нұсқалары</translation>
    </message>
    <message>
        <source>Keep My plan, People, Hand over and Settings at the side</source>
        <translation>«Жоспарым», «Адамдар», «Тапсыру», «Баптаулар» әрқашан сол жақта тұрсын</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Жазбалар</translation>
    </message>
    <message>
        <source>Find an entry by a word, a person, a place, a time.</source>
        <translation>Жазбаны сөзі, адамы, орны не уақыты бойынша табу.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Күнтізбе</translation>
    </message>
    <message>
        <source>Which days have an entry, and plain counts.</source>
        <translation>Қай күні жазба бар, барлығы нешеу.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлдар</translation>
    </message>
    <message>
        <source>Every picture, recording and paper that is kept.</source>
        <translation>Сақталған әр сурет, дыбыс, қағаз.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Тексеру</translation>
    </message>
    <message>
        <source>Whether everything is as it was kept, and a card for later.</source>
        <translation>Бәрі сақталған күйінде ме? Және кейінге арналған карточка.</translation>
    </message>
    <message>
        <source>The dates of a protective order, and how many days are left.</source>
        <translation>Қорғау нұсқамасының күндері, неше күн қалғаны.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Істер</translation>
    </message>
    <message>
        <source>Statements, numbers, hearings, letters and answers.</source>
        <translation>Арыздар, нөмірлер, сот отырыстары, хаттар мен жауаптар.</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Қысым</translation>
    </message>
    <message>
        <source>Who wanted you to withdraw or to sign, and what was said.</source>
        <translation>Арызды қайтарып алуды не қол қоюды кім талап етті, не айтылды.</translation>
    </message>
    <message>
        <source>Who you can ask, and how to reach them safely.</source>
        <translation>Кімнен көмек сұрауға, қалай қауіпсіз хабарласуға болады.</translation>
    </message>
    <message>
        <source>Several ways side by side; nothing is added up.</source>
        <translation>Бірнеше жол қатар тұрады, ұпай саналмайды.</translation>
    </message>
    <message>
        <source>Your plan as it was, with its day.</source>
        <translation>Жоспардың бұрынғы күйі, күнімен.</translation>
    </message>
    <message>
        <source>What can come before serious harm. No test, no score.</source>
        <translation>Ауыр зиянның алдында не болуы мүмкін. Сынақ та, ұпай да жоқ.</translation>
    </message>
    <message>
        <source>Where someone could see or hear you, and what to keep first.</source>
        <translation>Біреу сізді қай жерден көре не ести алады, алдымен нені сақтап қою керек.</translation>
    </message>
    <message>
        <source>Short sentences to read aloud: to the police, a doctor.</source>
        <translation>Полицияға, дәрігерге дауыстап оқитын қысқа сөйлемдер.</translation>
    </message>
    <message>
        <source>A copy for a lawyer, the police or a court.</source>
        <translation>Адвокатқа, полицияға не сотқа арналған көшірме.</translation>
    </message>
    <message>
        <source>A copy to take along</source>
        <translation>Өзіңізбен алып жүретін көшірме</translation>
    </message>
    <message>
        <source>One locked file for a stick, or for a new computer.</source>
        <translation>Флешкаға немесе жаңа компьютерге арналған бір құлыпталған файл.</translation>
    </message>
    <message>
        <source>Language, size of the text, hiding, passphrase.</source>
        <translation>Тіл, мәтін өлшемі, жасыру, құпиясөз тіркесі.</translation>
    </message>
    <message>
        <source>A statement, or a request for a copy of an order, to read over and print.</source>
        <translation>Арыз немесе нұсқаманың көшірмесін сұрау: қайта оқып, басып шығару.</translation>
    </message>
    <message>
        <source>Drafts for the counter</source>
        <translation>Полицияға арналған жобалар</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Не болды</translation>
    </message>
    <message>
        <source>Orders and cases</source>
        <translation>Нұсқамалар мен істер</translation>
    </message>
    <message>
        <source>My plan and people</source>
        <translation>Жоспарым және адамдар</translation>
    </message>
    <message>
        <source>Signs, devices, words</source>
        <translation>Белгілер, құрылғылар, сөздер</translation>
    </message>
    <message>
        <source>Handing over and settings</source>
        <translation>Тапсыру және баптаулар</translation>
    </message>
    <message>
        <source>It works without the internet and sends nothing to anybody.</source>
        <translation>Интернетсіз жұмыс істейді, ешкімге ештеңе жібермейді.</translation>
    </message>
    <message>
        <source>What you keep is locked with your passphrase. The passphrase is written nowhere, and there is no second way in but the spare key you may make.</source>
        <translation>Сақтағаныңыз құпиясөз тіркесімен құлыптаулы. Тіркес еш жерге жазылмайды. Одан басқа тек қосалқы кілт ашады, оны қаласаңыз, өзіңіз жасайсыз.</translation>
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
    <message>
        <source>Orders</source>
        <translation>Нұсқамалар мен тыйымдар</translation>
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
    <message>
        <source>Clients</source>
        <translation>Тізім</translation>
    </message>
    <message>
        <source>Someone is calling</source>
        <translation>Қоңырау</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Осы кездесу</translation>
    </message>
    <message>
        <source>To begin</source>
        <translation>Бастау</translation>
    </message>
    <message>
        <source>Take along or end</source>
        <translation>Алу не аяқтау</translation>
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
    <name>NotTold</name>
    <message>
        <source>Must not be told</source>
        <translation>Нені айтпау керек</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Өзгерту</translation>
    </message>
    <message>
        <source>Change what this person must not be told</source>
        <translation>Бұл адамға нені айтпау керегін өзгерту</translation>
    </message>
</context>
<context>
    <name>OwnNumbersCard</name>
    <message>
        <source>My own numbers</source>
        <translation>Өз нөмірлерім</translation>
    </message>
    <message>
        <source>A clinic, a centre near you, a neighbour. Nobody checks them here: they are your words.</source>
        <translation>Емхана, жақын жердегі орталық, көрші. Нөмірлерді мұнда ешкім тексермейді: өзіңіз қалай жазсаңыз, солай тұрады.</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>Нөмір жазу</translation>
    </message>
    <message numerus="yes">
        <source>{count} kept here.</source>
        <translation>
            <numerusform>Мұнда сақталғаны: {count}.</numerusform>
            <numerusform>Мұнда сақталғаны: {count}.</numerusform>
        </translation>
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
        <source>{words}: my own numbers</source>
        <translation>{words}: өз нөмірлерім</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Өзгерту</translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation>Өзгерту: {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Өшіру: {name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Нөмірі</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this.</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді.</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Бұрынғыша қалдыру</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>When to call, what to say, what stays on the bill.</source>
        <translation>Қашан қоңырау шалу, не айту керек, шотта не қалады.</translation>
    </message>
    <message>
        <source>Who answers there</source>
        <translation>Кім жауап береді</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>A name or a number is enough.</source>
        <translation>Аты не нөмірі жетеді.</translation>
    </message>
    <message>
        <source>Remove this number?</source>
        <translation>Бұл нөмірді өшіру керек пе?</translation>
    </message>
    <message>
        <source>It goes from this list. Nothing else changes.</source>
        <translation>Нөмір тек осы тізімнен өшеді. Басқа ештеңе өзгермейді.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
</context>
<context>
    <name>PaperKindCard</name>
    <message>
        <source>What do you want on paper?</source>
        <translation>Қағазда не болсын?</translation>
    </message>
    <message>
        <source>A folded card</source>
        <translation>Бүктелетін карточка</translation>
    </message>
    <message>
        <source>The page for a bad moment</source>
        <translation>Қиын сәтке арналған бет</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>Choose one. Nothing is made before you choose, and nothing leaves this window by itself.</source>
        <translation>Біреуін таңдаңыз. Таңдамайынша ештеңе жасалмайды, бұл терезеден өздігінен ештеңе кетпейді.</translation>
    </message>
    <message>
        <source>It is as large as a bank card: cut out, folded once, two sides. For a few lines.</source>
        <translation>Банк картасындай: қиып алып, бір бүктейді, екі беті бар. Бірнеше жолға арналған.</translation>
    </message>
    <message>
        <source>One page in large letters: numbers, people, places, your code word.</source>
        <translation>Ірі әріппен бір бет: нөмірлер, адамдар, жерлер, код сөзіңіз.</translation>
    </message>
    <message>
        <source>Your steps, topic by topic. Help for now stands first, if you want it.</source>
        <translation>Қадамдарыңыз тақырып бойынша. Қаласаңыз, ең басында қазір керек көмек тұрады.</translation>
    </message>
</context>
<context>
    <name>PaperLookCard</name>
    <message>
        <source>How it looks</source>
        <translation>Көрінісі</translation>
    </message>
    <message>
        <source>It says what it is</source>
        <translation>Не екені жазылады</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Сатып алу тізімі</translation>
    </message>
    <message>
        <source>Bus timetable</source>
        <translation>Автобус кестесі</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Телефон нөмірлері</translation>
    </message>
    <message>
        <source>My own heading</source>
        <translation>Өз тақырыбым</translation>
    </message>
    <message>
        <source>Anyone who finds it understands it at once. So does someone who helps you.</source>
        <translation>Тауып алған адам бірден түсінеді. Сізге көмектесетін адам да солай.</translation>
    </message>
    <message>
        <source>Short numbers stand as prices, people as errands, a place as where an order waits, the code word as a brand of tea.</source>
        <translation>Қысқа нөмірлер баға, адамдар тапсырма, жер тапсырыс алатын орын, код сөз шайдың атауы болып көрінеді.</translation>
    </message>
    <message>
        <source>Short numbers stand as buses, people as drivers, a place as a stop, the code word as the last stop. The times mean nothing.</source>
        <translation>Қысқа нөмірлер автобус, адамдар жүргізуші, жер аялдама, код сөз соңғы аялдама болып көрінеді. Уақыттардың мәні жоқ.</translation>
    </message>
    <message>
        <source>People stand with their numbers as in any list, short numbers together, the code word as the Wi-Fi.</source>
        <translation>Адамдар кәдімгі тізімдегідей нөмірімен тұрады, қысқа нөмірлер бірге, код сөз Wi-Fi болып көрінеді.</translation>
    </message>
    <message>
        <source>Your heading, and below it only your lines, without a word about what they are.</source>
        <translation>Өз тақырыбыңыз, астында тек жолдарыңыз, не екені туралы бір сөз жоқ.</translation>
    </message>
    <message>
        <source>The steps stay whole sentences under any heading: who reads on understands them. The folded card and the page can look like something else altogether.</source>
        <translation>Тақырып қандай болса да, қадамдар толық сөйлем күйінде қалады: оқыған адам түсінеді. Бүктелетін карточка мен бір бет мүлде басқа нәрсеге ұқсай алады.</translation>
    </message>
    <message>
        <source>Heading on the paper</source>
        <translation>Қағаздағы тақырып</translation>
    </message>
    <message>
        <source>Something ordinary, such as “For the garden”. Left empty, it is a dash.</source>
        <translation>Кәдімгі бір сөз, мысалы, «Бақшаға». Бос қалса, сызықша тұрады.</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Қағаздың тілі</translation>
    </message>
    <message>
        <source>Heading and form</source>
        <translation>Тақырыбы мен түрі</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Nothing is kept yet that could stand on paper</source>
        <translation>Әзірге қағазға түсетін ештеңе сақталмаған</translation>
    </message>
    <message>
        <source>Paper is made from what you keep here: your steps, your people, your code word.</source>
        <translation>Қағаз осында сақтағаныңыздан жасалады: қадамдар, адамдар, код сөзіңіз.</translation>
    </message>
    <message>
        <source>A card that looks like a shopping list, with three numbers and a friend&apos;s name.</source>
        <translation>Сатып алу тізіміне ұқсайтын карточка: үш нөмір және досыңыздың аты.</translation>
    </message>
    <message>
        <source>Begin to keep something</source>
        <translation>Сақтай бастау</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Қағазда</translation>
    </message>
    <message>
        <source>This cannot be the name of a file. Letters, digits, spaces and dashes are fine.</source>
        <translation>Файлдың аты мұндай бола алмайды. Әріп, цифр, бос орын, сызықша жарайды.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>Файл жасау</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Файлдың аты</translation>
    </message>
    <message>
        <source>Something ordinary. It can be read by anyone who sees the folder.</source>
        <translation>Кәдімгі бір сөз. Қалтаны көрген адамның бәрі оқи алады.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick at least one line.</source>
        <translation>Әзірге ештеңе таңдалмаған. Кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>Choose a folder and write the file</source>
        <translation>Қалта таңдап, файлды жазу</translation>
    </message>
    <message>
        <source>This program does not print: printing leaves copies on this computer and opens connections. Take the file on a stick to a place you trust: a friend, a library, a centre. Delete it there afterwards, from the bin too.</source>
        <translation>Бағдарлама басып шығармайды: басып шығару компьютерде көшірме қалдырады, байланыс ашады. Файлды флешкамен сенімді жерге апарыңыз: досыңызға, кітапханаға, орталыққа. Кейін сол жерден, себеттен де өшіріңіз.</translation>
    </message>
    <message>
        <source>Your paper is yours: it is not noted under “Hand over”, and this program does not remember that it was made.</source>
        <translation>Қағаз тек өзіңіздікі: «Тапсыру» бетінде белгіленбейді, жасалғанын бағдарлама есінде сақтамайды.</translation>
    </message>
    <message>
        <source>It lies here: {place}</source>
        <translation>Орны: {place}</translation>
    </message>
    <message>
        <source>The file is written. Lines that had no room on it: {count}.</source>
        <translation>Файл жазылды. Сыймай қалған жол саны: {count}.</translation>
    </message>
    <message>
        <source>The file is written.</source>
        <translation>Файл жазылды.</translation>
    </message>
</context>
<context>
    <name>PaperPartsCard</name>
    <message>
        <source>What stands on it</source>
        <translation>Қағазда не тұрады</translation>
    </message>
    <message>
        <source>Numbers to call</source>
        <translation>Қоңырау шалатын нөмірлер</translation>
    </message>
    <message>
        <source>People I can call</source>
        <translation>Қоңырау шала алатын адамдар</translation>
    </message>
    <message>
        <source>Places I can go</source>
        <translation>Бара алатын жерлер</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Шығу жолдары</translation>
    </message>
    <message>
        <source>My code word</source>
        <translation>Код сөзім</translation>
    </message>
    <message>
        <source>Keys, bag, papers</source>
        <translation>Кілт, сөмке, құжат</translation>
    </message>
    <message>
        <source>When to see a doctor the same day</source>
        <translation>Дәрігерге сол күні көріну керек кездер</translation>
    </message>
    <message>
        <source>Steps: will do</source>
        <translation>Қадамдар: істеймін</translation>
    </message>
    <message>
        <source>Steps: done</source>
        <translation>Қадамдар: істелді</translation>
    </message>
    <message>
        <source>Steps: not now</source>
        <translation>Қадамдар: қазір емес</translation>
    </message>
    <message>
        <source>Steps: not safe for me</source>
        <translation>Қадамдар: мен үшін қауіпті</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>Толық аты-жөнімен</translation>
    </message>
    <message>
        <source>Otherwise a nickname or first letters. Every line can be changed for the paper.</source>
        <translation>Әйтпесе лақап аты не бас әріптері. Әр жолды қағазға бейімдеп өзгертуге болады.</translation>
    </message>
    <message>
        <source>It tells a finder what you thought of. Usually better left out.</source>
        <translation>Тауып алған адам не ойлағаныңызды біледі. Көбіне қоспаған жөн.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Қадамдар</translation>
    </message>
    <message>
        <source>Nothing is written about this yet. A line here goes on this paper only.</source>
        <translation>Бұл туралы әзірге ештеңе жазылмаған. Мұндағы жол тек осы қағазға түседі.</translation>
    </message>
    <message>
        <source>Add: {line}</source>
        <translation>Қосу: {line}</translation>
    </message>
    <message>
        <source>One more line, for this paper only</source>
        <translation>Тағы бір жол, тек осы қағазға</translation>
    </message>
    <message>
        <source>Left out: {line}</source>
        <translation>Қосылмаған: {line}</translation>
    </message>
</context>
<context>
    <name>PaperPreviewCard</name>
    <message>
        <source>This is how it will look</source>
        <translation>Қағаз осындай болады</translation>
    </message>
    <message>
        <source>Tick at least one line above.</source>
        <translation>Жоғарыда кемінде бір жолды белгілеңіз.</translation>
    </message>
    <message>
        <source>Picture of the paper</source>
        <translation>Қағаздың суреті</translation>
    </message>
    <message>
        <source>The picture cannot be drawn right now. The file itself can be made.</source>
        <translation>Қазір суретін көрсету мүмкін емес. Файлдың өзін жасауға болады.</translation>
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
        <source>These words could tell a finder what it is for: {words}. You can change the lines above.</source>
        <translation>Мына сөздер қағаздың не үшін екенін білдіріп қоюы мүмкін: {words}. Жоғарыдағы жолдарды өзгертуге болады.</translation>
    </message>
    <message>
        <source>No room on the card for: {lines}. Shorten a line above, or leave one out.</source>
        <translation>Карточкаға сыймай тұр: {lines}. Жоғарыдағы жолды қысқартыңыз немесе біреуін қоспаңыз.</translation>
    </message>
    <message>
        <source>What each line means</source>
        <translation>Әр жол нені білдіреді</translation>
    </message>
    <message>
        <source>This stands here only. The paper does not say it.</source>
        <translation>Бұл тек осында тұрады. Қағазда жазылмайды.</translation>
    </message>
    <message>
        <source>Means nothing. It makes the list look ordinary.</source>
        <translation>Мәні жоқ. Тізім кәдімгідей көрінуі үшін керек.</translation>
    </message>
    <message>
        <source>{meaning} The times mean nothing.</source>
        <translation>{meaning} Уақыттардың мәні жоқ.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>{number}-бет, барлығы {count}</translation>
    </message>
</context>
<context>
    <name>PaperRisks</name>
    <message>
        <source>Paper can be found, photographed or copied. Think of where it will lie, and who looks there.</source>
        <translation>Қағазды біреу тауып алуы, суретке түсіруі не көшіруі мүмкін. Қайда жататынын, сол жерге кім қарайтынын ойлаңыз.</translation>
    </message>
    <message>
        <source>The file lies outside your notes and has no passphrase. Anyone at this computer, or with the stick, can open it. A file that was deleted can sometimes be brought back.</source>
        <translation>Файл жазбаларыңыздан тыс жатады, құпиясөз тіркесі жоқ. Осы компьютерде отырған не қолында флешка бар кез келген адам аша алады. Өшірілген файлды кейде қайтаруға болады.</translation>
    </message>
    <message>
        <source>A printer, or the computer in a copy shop, may keep what it printed.</source>
        <translation>Принтер не көшірме жасайтын жердегі компьютер басып шығарғанын сақтап қалуы мүмкін.</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Ашу: {title}</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Looked at: {done} of {count}.</source>
        <translation>Қаралғаны: {done}, барлығы: {count}.</translation>
    </message>
    <message>
        <source>{looked} Something was noticed.</source>
        <translation>{looked} Бірдеңе байқалды.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ашу</translation>
    </message>
    <message>
        <source>{name}: open</source>
        <translation>{name}: ашу</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>Next: {title}</source>
        <translation>Келесісі: {title}</translation>
    </message>
    <message>
        <source>What follows: steps that fit</source>
        <translation>Әрі қарай: сай келетін қадамдар</translation>
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
        <source>Words drawn by chance. Type them below, twice:</source>
        <translation>Сөздер кездейсоқ таңдалды. Төменге екі рет теріңіз:</translation>
    </message>
    <message>
        <source>Suggest four words</source>
        <translation>Төрт сөз ұсыну</translation>
    </message>
    <message>
        <source>Suggest words</source>
        <translation>Сөз ұсыну</translation>
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
        <source>There can be several, each with a name of their own: a husband, a mother-in-law, a brother.</source>
        <translation>Бірнешеу болуы мүмкін, әрқайсысы өз атымен: күйеу, ене, аға.</translation>
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
        <source>A signal for help with one hand</source>
        <translation>Бір қолмен көмек сұрау белгісі</translation>
    </message>
    <message>
        <source>Without words, in a video call or at a window. Four drawn steps, and its limits.</source>
        <translation>Сөзсіз, бейнеқоңырауда не терезеден. Суретпен төрт қадам және белгі нені істей алмайды.</translation>
    </message>
    <message>
        <source>All code words and signs at a glance</source>
        <translation>Барлық код сөз бен белгі бір жерде</translation>
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
        <source>not to be told everything</source>
        <translation>бәрін айтпаған жөн</translation>
    </message>
    <message>
        <source>{name}: open. Not to be told everything.</source>
        <translation>{name}: ашу. Бәрін айтпаған жөн.</translation>
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
    <name>PersonFields</name>
    <message>
        <source>What to show instead of the name</source>
        <translation>Атының орнына не көрсетілсін</translation>
    </message>
    <message>
        <source>Left empty, only the first letters of the name are shown.</source>
        <translation>Бос қалса, аттың тек бас әріптері көрінеді.</translation>
    </message>
    <message>
        <source>Numbers, addresses and accounts this person uses</source>
        <translation>Бұл адам қолданатын нөмірлер, мекенжайлар, аккаунттар</translation>
    </message>
    <message>
        <source>The child&apos;s phone or account</source>
        <translation>Баланың телефоны не аккаунты</translation>
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
        <source>Name, numbers and addresses</source>
        <translation>Аты, нөмірлері, мекенжайлары</translation>
    </message>
    <message>
        <source>Name and how to reach this person</source>
        <translation>Аты және қалай хабарласу керек</translation>
    </message>
    <message>
        <source>When and how may they reach you safely</source>
        <translation>Бұл адам сізге қашан, қалай қауіпсіз хабарласа алады</translation>
    </message>
    <message>
        <source>For example: only this number, only before noon, no letters to the home address.</source>
        <translation>Мысалы: тек осы нөмірге, тек түске дейін, үйге хат жіберілмейді.</translation>
    </message>
    <message>
        <source>When and how is it safe to be in touch</source>
        <translation>Қашан, қалай хабарласу қауіпсіз</translation>
    </message>
    <message>
        <source>For example: only by message, weekdays before noon, never to the home number.</source>
        <translation>Мысалы: тек хабарламамен, жұмыс күні түске дейін, үй нөміріне ешқашан.</translation>
    </message>
    <message>
        <source>Age, school, who may collect the child</source>
        <translation>Жасы, мектебі, баланы кім алып кете алады</translation>
    </message>
    <message>
        <source>Whoever helps then knows where the child is and with whom the child may go.</source>
        <translation>Сонда көмектесетін адам баланың қайда екенін, кіммен кете алатынын біледі.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Жасы</translation>
    </message>
    <message>
        <source>School or kindergarten</source>
        <translation>Мектеп не балабақша</translation>
    </message>
    <message>
        <source>Who may collect the child, and who must not</source>
        <translation>Баланы кім алып кете алады, кімге болмайды</translation>
    </message>
    <message>
        <source>For example: grandmother and Dana; not the uncle. The school can only keep to it if it knows.</source>
        <translation>Мысалы: әжесі мен Дана; ағасына болмайды. Мектеп білсе ғана осыны сақтай алады.</translation>
    </message>
    <message>
        <source>What this person uses, places, who helps them</source>
        <translation>Нені пайдаланады, қайда болады, кім көмектеседі</translation>
    </message>
    <message>
        <source>Helps to plan ways and times, and to tell others whom to look out for.</source>
        <translation>Жол мен уақытты ойластыруға, кімнен сақ болу керегін басқаларға айтуға көмектеседі.</translation>
    </message>
    <message>
        <source>What this person uses</source>
        <translation>Нені пайдаланады</translation>
    </message>
    <message>
        <source>For example a car and its number, your old phone, keys, a shared account.</source>
        <translation>Мысалы: көлігі мен нөмірі, сіздің ескі телефоныңыз, кілттер, ортақ аккаунт.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Жерлер</translation>
    </message>
    <message>
        <source>For example where this person lives and works, and where they wait.</source>
        <translation>Мысалы: қайда тұрады, қайда жұмыс істейді, қай жерде күтіп тұрады.</translation>
    </message>
    <message>
        <source>Who helps this person</source>
        <translation>Бұл адамға кім көмектеседі</translation>
    </message>
    <message>
        <source>For example a relative who asks where you are, a neighbour who passes things on.</source>
        <translation>Мысалы: қайда екеніңізді сұрайтын туыс, сөз жеткізетін көрші.</translation>
    </message>
    <message>
        <source>Office, number of the statement</source>
        <translation>Мекеме, арыз нөмірі</translation>
    </message>
    <message>
        <source>With the number others can find your papers again.</source>
        <translation>Нөмірі болса, құжаттарыңызды басқа адам да таба алады.</translation>
    </message>
    <message>
        <source>Office, address, room</source>
        <translation>Мекеме, мекенжайы, бөлмесі</translation>
    </message>
    <message>
        <source>Number of the statement or case</source>
        <translation>Арыздың не істің нөмірі</translation>
    </message>
    <message>
        <source>Place and hours</source>
        <translation>Орны мен уақыты</translation>
    </message>
    <message>
        <source>Then nothing has to be looked up in a hurry.</source>
        <translation>Сонда асығып іздеудің қажеті болмайды.</translation>
    </message>
    <message>
        <source>Where it is and when someone is there</source>
        <translation>Қайда және онда қашан адам болады</translation>
    </message>
    <message>
        <source>For example your workplace, the school, which bus you take.</source>
        <translation>Мысалы: жұмысыңыз, мектеп, қай автобусқа мінесіз.</translation>
    </message>
    <message>
        <source>What this person may know</source>
        <translation>Бұл адам нені білсе болады</translation>
    </message>
    <message>
        <source>And what must not be told: nothing is then passed on by mistake.</source>
        <translation>Нені айтпау керегі де: сонда байқаусызда басқаға ештеңе жетпейді.</translation>
    </message>
    <message>
        <source>What this person knows</source>
        <translation>Бұл адам нені біледі</translation>
    </message>
    <message>
        <source>What this person must not be told</source>
        <translation>Бұл адамға нені айтпау керек</translation>
    </message>
    <message>
        <source>For example a new address, or where the bag is. It stands first when you open this person.</source>
        <translation>Мысалы: жаңа мекенжай, сөмкенің орны. Бұл адамды ашқанда, ең басында тұрады.</translation>
    </message>
    <message>
        <source>What this person saw or heard</source>
        <translation>Бұл адам не көрді не естіді</translation>
    </message>
    <message>
        <source>Written down early, it is easier to ask about later.</source>
        <translation>Ерте жазылса, кейін сұрау оңайырақ.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ескертпе</translation>
    </message>
    <message>
        <source>For example what, when, from where, and whether they would tell it.</source>
        <translation>Мысалы: нені, қашан, қай жерден көрді, айтып бере ме.</translation>
    </message>
    <message>
        <source>Anything else to remember</source>
        <translation>Тағы не есте болсын</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Person</source>
        <translation>Адам</translation>
    </message>
    <message>
        <source>One line under code words and signs says what happens, but not at which word or sign.</source>
        <translation>Код сөздер мен белгілердің бір жолында не болатыны айтылған, бірақ қай сөз не белгі екені жазылмаған.</translation>
    </message>
    <message>
        <source>Press Show there and add the word or sign, or remove the line.</source>
        <translation>Сол жерде «Көрсету» басып, сөзді не белгіні қосыңыз немесе жолды өшіріңіз.</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Бұл адамды өшіру</translation>
    </message>
    <message>
        <source>Name, contact, notes, code words and signs are deleted for good. Steps of the plan stay, without this person. What you wrote about what happened stays, without this name.</source>
        <translation>Аты, байланысы, ескертпе, код сөздер мен белгілер біржола өшеді. Жоспардағы қадамдар қалады, бірақ бұл адамсыз. Не болғаны туралы жазғаныңыз қалады, тек бұл ат көрінбейді.</translation>
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
        <source>Code words and signs</source>
        <translation>Код сөздер мен белгілер</translation>
    </message>
    <message>
        <source>This person is: {role}</source>
        <translation>Бұл адам: {role}</translation>
    </message>
    <message>
        <source>Unfold to choose something else. What is written stays.</source>
        <translation>Басқасын таңдау үшін ашыңыз. Жазылғаны қалады.</translation>
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
        <source>Back to people</source>
        <translation>Адамдарға қайту</translation>
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
    <name>PersonSignals</name>
    <message>
        <source>One word or one sign, one meaning, one clear action. A word that fits into any talk, or a thing that is moved every day anyway, is less visible.</source>
        <translation>Бір сөз не бір белгі, бір мағына, бір анық әрекет. Кез келген әңгімеге келетін сөз не онсыз да күнде қозғалатын зат азырақ байқалады.</translation>
    </message>
    <message>
        <source>Another word or sign</source>
        <translation>Тағы бір сөз не белгі</translation>
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
        <translation>Плюс пен минус өлшемін өзгертеді, көрсеткілер суретті жылжытады, 0 бәрін көрсетеді.</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Ask each other: {question}</source>
        <translation>Бір-біріңізден сұраңыз: {question}</translation>
    </message>
    <message>
        <source>Keep first: {text}</source>
        <translation>Алдымен сақтау: {text}</translation>
    </message>
    <message>
        <source>It could also be: {text}</source>
        <translation>Басқа себебі де болуы мүмкін: {text}</translation>
    </message>
    <message>
        <source>Looked at on {day}</source>
        <translation>Қаралған күні: {day}</translation>
    </message>
    <message>
        <source>Looked again, the same</source>
        <translation>Қайта қарадым, бұрынғыдай</translation>
    </message>
    <message>
        <source>Looked again, the same: {place}</source>
        <translation>Қайта қарадым, бұрынғыдай: {place}</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ескертпе қосу</translation>
    </message>
    <message>
        <source>Add a note: {place}</source>
        <translation>Ескертпе қосу: {place}</translation>
    </message>
    <message>
        <source>A next step: {step}</source>
        <translation>Келесі қадам: {step}</translation>
    </message>
    <message>
        <source>Look next: {part}</source>
        <translation>Енді қарау: {part}</translation>
    </message>
    <message>
        <source>All steps that fit</source>
        <translation>Сай келетін барлық қадам</translation>
    </message>
    <message>
        <source>All steps that fit what was seen</source>
        <translation>Көргенге сай келетін барлық қадам</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>Ескертпем</translation>
    </message>
    <message>
        <source>My note: {place}</source>
        <translation>Ескертпем: {place}</translation>
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
        <source>What matters to me</source>
        <translation>Мен үшін не маңызды</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Қауіп белгілері</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Жоспардың бұрынғы нұсқалары</translation>
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
        <source>My situation</source>
        <translation>Жағдайым</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Бастамас бұрын</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Қағазда</translation>
    </message>
    <message>
        <source>Fits you now</source>
        <translation>Қазір сізге сай</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Барлық бөлім</translation>
    </message>
    <message>
        <source>Not now: {count}</source>
        <translation>Қазір емес: {count}</translation>
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
    <name>PutAway</name>
    <message>
        <source>Take back</source>
        <translation>Қайтару</translation>
    </message>
    <message>
        <source>Take back: {step}</source>
        <translation>Қайтару: {step}</translation>
    </message>
    <message>
        <source>Put away, off the list</source>
        <translation>Тізімнен алып қойылды</translation>
    </message>
    <message>
        <source>Why it is not safe for me (can stay empty)</source>
        <translation>Неге мен үшін қауіпті (бос қалса да болады)</translation>
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
    <name>Region</name>
    <message>
        <source>The file of the organisation cannot be read any more.</source>
        <translation>Ұйымның файлы енді оқылмайды.</translation>
    </message>
    <message>
        <source>Here only files of this computer&apos;s organisation are used.</source>
        <translation>Мұнда тек осы компьютер тиесілі ұйымның файлдары қолданылады.</translation>
    </message>
    <message>
        <source>The numbers that came with the program are shown.</source>
        <translation>Бағдарламамен бірге келген нөмірлер көрсетілді.</translation>
    </message>
</context>
<context>
    <name>RegionCard</name>
    <message>
        <source>Country</source>
        <translation>Ел</translation>
    </message>
    <message>
        <source>Numbers, orders and law come from it. An organisation can give you a file with its own.</source>
        <translation>Нөмірлер, нұсқамалар, заң осыған байланысты. Ұйым өз мәліметі жазылған файлды бере алады.</translation>
    </message>
    <message>
        <source>Load a file of an organisation</source>
        <translation>Ұйымның файлын ашу</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Қазақстан</translation>
    </message>
    <message>
        <source>England and Wales</source>
        <translation>Англия мен Уэльс</translation>
    </message>
    <message>
        <source>Another country: nothing filled in</source>
        <translation>Басқа ел: ештеңе толтырылмаған</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove the file: {name}</source>
        <translation>Файлды өшіру: {name}</translation>
    </message>
    <message>
        <source>File of an organisation: {name}. Signed by {signer}.</source>
        <translation>Ұйымның файлы: {name}. Қол қойған: {signer}.</translation>
    </message>
    <message>
        <source>{name}, edition {edition}. Languages: {languages}. Numbers: {numbers}.</source>
        <translation>{name}, басылымы: {edition}. Тілдер: {languages}. Нөмірлер: {numbers}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>жоқ</translation>
    </message>
    <message>
        <source>Is this file from whom you think?</source>
        <translation>Бұл файл сіз ойлаған ұйымдікі ме?</translation>
    </message>
    <message>
        <source>Below stands who signed it, in signs and in words. Compare it with what the organisation told you, on paper or by telephone. If one sign differs, do not keep it.</source>
        <translation>Төменде кім қол қойғаны таңбамен және сөзбен тұр. Ұйымның қағазда не телефонмен айтқанымен салыстырыңыз. Бір таңбасы басқаша болса, сақтамаған жөн.</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>Сақтамау</translation>
    </message>
    <message>
        <source>It is the same: keep it</source>
        <translation>Бірдей: сақтау</translation>
    </message>
    <message>
        <source>Kept and chosen: {name}.</source>
        <translation>Сақталды және таңдалды: {name}.</translation>
    </message>
    <message>
        <source>Remove this file?</source>
        <translation>Бұл файлды өшіру керек пе?</translation>
    </message>
    <message>
        <source>Its numbers and law go from the pages. What you wrote stays.</source>
        <translation>Нөмірлері мен заңдары беттерден кетеді. Өзіңіз жазғаныңыз қалады.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
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
        <translation>Жаңа дискілерде ескі, құлыптаулы бөліктер біраз уақыт қалуы мүмкін. Оларды құпиясөз тіркесінсіз ешкім оқи алмайды.</translation>
    </message>
    <message>
        <source>This computer may have made its own copies of the locked files.</source>
        <translation>Компьютер құлыптаулы файлдардың өз көшірмесін жасаған болуы мүмкін.</translation>
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
        <translation>Кейбір құлыптаулы файл өшпей қалды. Оларды енді ештеңе аша алмайды. Атаулары: {names}</translation>
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
    <name>Renewal</name>
    <message>
        <source>This changes as soon as the work under way is done.</source>
        <translation>Басталған жұмыс аяқтала салысымен өзгереді.</translation>
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
    <name>RowWords</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файл</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n жазба</numerusform>
            <numerusform>%n жазба</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayAnswers</name>
    <message>
        <source>What the other may answer</source>
        <translation>Қандай жауап естуіңіз мүмкін</translation>
    </message>
    <message>
        <source>Then you can say</source>
        <translation>Сонда былай деуге болады</translation>
    </message>
</context>
<context>
    <name>SayFill</name>
    <message>
        <source>From my places</source>
        <translation>Жазған жерлерімнен</translation>
    </message>
    <message>
        <source>From my people</source>
        <translation>Жазған адамдарымнан</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Аталмаған</translation>
    </message>
    <message>
        <source>{label}: choose from a list</source>
        <translation>{label}: тізімнен таңдау</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ешқайсысы</translation>
    </message>
    <message>
        <source>From one entry about what happened</source>
        <translation>Не болғаны туралы бір жазбадан</translation>
    </message>
</context>
<context>
    <name>SaySources</name>
    <message>
        <source>For you, not to be read aloud</source>
        <translation>Тек өзіңізге, дауыстап оқылмайды</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Бұл қайдан алынған</translation>
    </message>
    <message>
        <source>No crisis centre worker and no lawyer has read these sentences yet.</source>
        <translation>Бұл сөйлемдерді дағдарыс орталығының маманы да, заңгер де әлі оқыған жоқ.</translation>
    </message>
</context>
<context>
    <name>SayThisPage</name>
    <message>
        <source>Say this</source>
        <translation>Айтатын сөздер</translation>
    </message>
    <message>
        <source>Who will hear it?</source>
        <translation>Кімге айтасыз?</translation>
    </message>
    <message>
        <source>Short sentences in large type, to read aloud or to show. Nothing of it is kept. You can fill in an address or a name, or leave the gaps.</source>
        <translation>Дауыстап оқитын не көрсететін қысқа сөйлемдер, ірі әріппен. Ештеңесі сақталмайды. Мекенжай не есім жазуға немесе бос қалдыруға болады.</translation>
    </message>
    <message>
        <source>To someone else</source>
        <translation>Басқа адамға</translation>
    </message>
    <message>
        <source>Fill in the gaps</source>
        <translation>Бос орынды толтыру</translation>
    </message>
    <message>
        <source>Arrow keys: next, previous.</source>
        <translation>Көрсеткі пернелер: келесі, алдыңғы.</translation>
    </message>
    <message>
        <source>Languages of the sentences: one, or several side by side</source>
        <translation>Сөйлемдердің тілі: біреу не бірнешеуі қатар</translation>
    </message>
    <message>
        <source>Is any of this true now? It is said only when it is switched on.</source>
        <translation>Мұның қайсысы қазір бар? Тек таңдалғаны айтылады.</translation>
    </message>
    <message>
        <source>Only if you like: typed now, or taken from your notes. It is gone when you hide.</source>
        <translation>Қаласаңыз ғана: қазір теріңіз немесе жазбаларыңыздан алыңыз. Жасырсаңыз, өшеді.</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Қайта жабу</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Көрсету</translation>
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
        <source>On paper: nothing is asked here.</source>
        <translation>Қағазда: мұнда ештеңе сұралмайды.</translation>
    </message>
    <message>
        <source>Only reading: nothing is asked.</source>
        <translation>Тек оқу: ештеңе сұралмайды.</translation>
    </message>
    <message>
        <source>Change this</source>
        <translation>Мұны өзгерту</translation>
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
        <source>It stands under &quot;Not now&quot;, so that your words stay.</source>
        <translation>Сөздеріңіз қалуы үшін «Қазір емес» тізіміне қойылды.</translation>
    </message>
    <message>
        <source>Put away: {count}</source>
        <translation>Алып қойылғаны: {count}</translation>
    </message>
</context>
<context>
    <name>SectionParts</name>
    <message>
        <source>What the law says</source>
        <translation>Заң не дейді</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон мен құрылғылар</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Қауіп белгілері</translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation>Мен үшін не маңызды</translation>
    </message>
    <message>
        <source>People, with their words and signs</source>
        <translation>Адамдар, сөздері мен белгілері</translation>
    </message>
    <message>
        <source>Words to say aloud</source>
        <translation>Дауыстап айтатын сөздер</translation>
    </message>
    <message>
        <source>The hand signal, drawn</source>
        <translation>Қол белгісі суретпен</translation>
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
        <source>Not yet reviewed by a specialist.</source>
        <translation>Маман әлі тексерген жоқ.</translation>
    </message>
    <message>
        <source>Reviewed by {who}, {day}.</source>
        <translation>Тексерген маман: {who}, {day}.</translation>
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
    <name>SignChanges</name>
    <message>
        <source>New:</source>
        <translation>Жаңасы:</translation>
    </message>
    <message>
        <source>No longer marked:</source>
        <translation>Белгісі алынғаны:</translation>
    </message>
    <message>
        <source>Answered differently:</source>
        <translation>Жауабы өзгергені:</translation>
    </message>
</context>
<context>
    <name>SignHelp</name>
    <message>
        <source>(earlier: {day})</source>
        <translation>(бұрын: {day})</translation>
    </message>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Ықтимал қауіп: {risk}</translation>
    </message>
    <message>
        <source>Who can look at it with me</source>
        <translation>Менімен бірге кім қарай алады</translation>
    </message>
    <message>
        <source>{sign} (not sure)</source>
        <translation>{sign} (анық емес)</translation>
    </message>
</context>
<context>
    <name>SignRow</name>
    <message>
        <source>See it</source>
        <translation>Көру</translation>
    </message>
    <message>
        <source>See what can be done today</source>
        <translation>Бүгін не істеуге болатынын көру</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Иә</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Анық емес</translation>
    </message>
</context>
<context>
    <name>SignSources</name>
    <message>
        <source>{name}, {year}</source>
        <translation>{name}, {year}</translation>
    </message>
    <message>
        <source>Which sign comes from where</source>
        <translation>Қай белгі қайдан алынған</translation>
    </message>
    <message>
        <source>From: {names}</source>
        <translation>Дереккөз: {names}</translation>
    </message>
    <message>
        <source>The sources were last read on {day}.</source>
        <translation>Дереккөздер соңғы рет оқылған күн: {day}.</translation>
    </message>
    <message>
        <source>These words were read by {who} on {day}.</source>
        <translation>Бұл сөздерді оқып шыққан: {who}, {day}.</translation>
    </message>
</context>
<context>
    <name>SignalActions</name>
    <message>
        <source>Come to me</source>
        <translation>Маған келеді</translation>
    </message>
    <message>
        <source>Call the police</source>
        <translation>Полиция шақырады</translation>
    </message>
    <message>
        <source>Call me and ask yes or no</source>
        <translation>Қоңырау шалып, иә-жоқ деп сұрайды</translation>
    </message>
    <message>
        <source>Fetch the children</source>
        <translation>Балаларды алып кетеді</translation>
    </message>
    <message>
        <source>Keep talking with me</source>
        <translation>Менімен сөйлесе береді</translation>
    </message>
</context>
<context>
    <name>SignalKinds</name>
    <message>
        <source>A word or sentence</source>
        <translation>Сөз не сөйлем</translation>
    </message>
    <message>
        <source>A sign to see</source>
        <translation>Көзге көрінетін белгі</translation>
    </message>
</context>
<context>
    <name>SignalsAtAGlance</name>
    <message>
        <source>Then: {action}</source>
        <translation>Сонда: {action}</translation>
    </message>
    <message>
        <source>Not agreed yet what happens then.</source>
        <translation>Сонда не болатыны әлі келісілмеген.</translation>
    </message>
</context>
<context>
    <name>SignsPage</name>
    <message>
        <source>Warning signs</source>
        <translation>Қауіп белгілері</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сақталды.</translation>
    </message>
    <message>
        <source>It stands below with its day and hour.</source>
        <translation>Төменде күні мен сағаты қойылып тұр.</translation>
    </message>
    <message>
        <source>Straight to the help</source>
        <translation>Бірден көмекке өту</translation>
    </message>
    <message>
        <source>Keep this page</source>
        <translation>Осы бетті сақтау</translation>
    </message>
    <message>
        <source>Today&apos;s date stands with it. Later you can see what has changed. It is never handed over.</source>
        <translation>Қасында бүгінгі күн тұрады. Не өзгергенін кейін көруге болады. Бұл ешқашан тапсырылмайды.</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді</translation>
    </message>
    <message>
        <source>A note, if you like</source>
        <translation>Қаласаңыз, ескертпе</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>This page begins with the marks of {day}. Change what is different now; both stay readable.</source>
        <translation>Мұнда алдыңғы белгілер тұр ({day}). Қазір басқаша болғанын өзгертіңіз, екеуін де кейін оқуға болады.</translation>
    </message>
    <message>
        <source>One mark or one word is enough.</source>
        <translation>Бір белгі не бір сөз жетеді.</translation>
    </message>
    <message>
        <source>Remove this page?</source>
        <translation>Бұл бетті өшіру керек пе?</translation>
    </message>
    <message>
        <source>What was marked and written on that day is gone then. The other pages stay.</source>
        <translation>Сол күні белгіленген мен жазылған өшеді. Басқа беттер қалады.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove this result?</source>
        <translation>Бұл нәтижені өшіру керек пе?</translation>
    </message>
    <message>
        <source>Name, result and day are gone then.</source>
        <translation>Атауы, нәтижесі, күні өшеді.</translation>
    </message>
</context>
<context>
    <name>SinceLastTime</name>
    <message>
        <source>Since {day}</source>
        <translation>Содан бергі өзгеріс ({day})</translation>
    </message>
    <message>
        <source>All that has changed</source>
        <translation>Өзгергеннің бәрі</translation>
    </message>
</context>
<context>
    <name>SituationsPage</name>
    <message>
        <source>My plan</source>
        <translation>Жоспарым</translation>
    </message>
    <message>
        <source>What you wrote and chose always stays, whatever is on or off.</source>
        <translation>Белгі қойылса да, алынса да, жазғаныңыз бен таңдағаныңыз әрқашан қалады.</translation>
    </message>
    <message>
        <source>Keep my plan</source>
        <translation>Жоспарды сақтау</translation>
    </message>
    <message>
        <source>My situation</source>
        <translation>Жағдайым</translation>
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
    <name>StartCheckPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Бастамас бұрын</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Өткізіп жіберу</translation>
    </message>
    <message>
        <source>Can be changed here at any time.</source>
        <translation>Кез келген уақытта осы жерде өзгертуге болады.</translation>
    </message>
    <message>
        <source>How would you like to use this place?</source>
        <translation>Бұл жерді қалай пайдаланғыңыз келеді?</translation>
    </message>
    <message>
        <source>What else could be done first</source>
        <translation>Алдымен тағы не істеуге болады</translation>
    </message>
    <message>
        <source>One quiet minute: thinking is enough</source>
        <translation>Тыныш бір минут: ойлану да жетеді</translation>
    </message>
    <message>
        <source>Write something down about it</source>
        <translation>Бұл туралы бірдеңе жазу</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Тек оқу</translation>
    </message>
    <message>
        <source>Nothing is asked here. Everything can be read.</source>
        <translation>Мұнда ештеңе сұралмайды. Бәрін оқуға болады.</translation>
    </message>
    <message>
        <source>A plan without names</source>
        <translation>Есімсіз жоспар</translation>
    </message>
    <message>
        <source>Fields ask for initials or a nickname. Full names are not shown in the plan.</source>
        <translation>Бас әріптер не лақап ат қана сұралады. Жоспарда толық есім көрінбейді.</translation>
    </message>
    <message>
        <source>A full plan</source>
        <translation>Толық жоспар</translation>
    </message>
    <message>
        <source>Names, places and days, as you need them.</source>
        <translation>Есімдер, жерлер, күндер, қажетінше.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Қағазда</translation>
    </message>
    <message>
        <source>Sheets to fill in by hand. Here nothing is asked.</source>
        <translation>Қолмен толтыратын парақтар. Мұнда ештеңе сұралмайды.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Таңдалды</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Таңдау</translation>
    </message>
    <message>
        <source>Choose: {way}</source>
        <translation>Таңдау: {way}</translation>
    </message>
    <message>
        <source>Noted. It can be changed under &quot;Before you begin&quot; in the plan.</source>
        <translation>Белгіленді. Жоспардағы «Бастамас бұрын» бетінде өзгертуге болады.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Where to look</source>
        <translation>Қай жерді қарау</translation>
    </message>
    <message>
        <source>What follows: steps that fit</source>
        <translation>Әрі қарай: сай келетін қадамдар</translation>
    </message>
    <message>
        <source>Remove all answers and notes of this check</source>
        <translation>Осы қараудың барлық жауабы мен ескертпесін өшіру</translation>
    </message>
    <message>
        <source>Not yet reviewed by a specialist.</source>
        <translation>Маман әлі тексерген жоқ.</translation>
    </message>
    <message>
        <source>Reviewed by {who}, {day}.</source>
        <translation>Тексерген маман: {who}, {day}.</translation>
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
    <name>StepDetails</name>
    <message>
        <source>Why it is not safe for me (can stay empty)</source>
        <translation>Неге мен үшін қауіпті (бос қалса да болады)</translation>
    </message>
    <message>
        <source>The step, in my words</source>
        <translation>Қадам, өз сөзіммен</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>Өз сөзіммен</translation>
    </message>
    <message>
        <source>Who, when, where: whatever makes it yours</source>
        <translation>Кім, қашан, қайда: өзіңізге ыңғайлап жазыңыз</translation>
    </message>
    <message>
        <source>Initials or a nickname</source>
        <translation>Бас әріптері не лақап аты</translation>
    </message>
    <message>
        <source>First name, nickname or initials</source>
        <translation>Аты, лақап аты не бас әріптері</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>A person it involves</source>
        <translation>Қатысы бар адам</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ешкім</translation>
    </message>
    <message>
        <source>Someone new …</source>
        <translation>Жаңа адам …</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Тағы бір қарау</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Күнсіз</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Бір аптадан соң</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Бір айдан соң</translation>
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
        <source>Show more</source>
        <translation>Тағы көрсету</translation>
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
        <source>More</source>
        <translation>Толығырақ</translation>
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
    <message>
        <source>Look again on {day}</source>
        <translation>Қайта қарау: {day}</translation>
    </message>
</context>
<context>
    <name>StepOffer</name>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Ықтимал қауіп: {risk}</translation>
    </message>
    <message>
        <source>Add to my plan</source>
        <translation>Жоспарыма қосу</translation>
    </message>
    <message>
        <source>Add to my plan: {step}</source>
        <translation>Жоспарыма қосу: {step}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Ықтимал қауіп: {risk}</translation>
    </message>
    <message>
        <source>My own words, a person, a day</source>
        <translation>Өз сөзім, адам, күн</translation>
    </message>
    <message>
        <source>Usually not seen</source>
        <translation>Көбіне байқалмайды</translation>
    </message>
    <message>
        <source>Can be noticed</source>
        <translation>Байқалуы мүмкін</translation>
    </message>
    <message>
        <source>That person can see it</source>
        <translation>Сол адамға көрінеді</translation>
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
        <translation>Қазір 7×7×7×7, осы бағдарламасы бар адамның бәрінде бірдей.</translation>
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
    <name>TechCheck</name>
    <message>
        <source>What was noticed</source>
        <translation>Не байқалды</translation>
    </message>
    <message>
        <source>{place} (not sure)</source>
        <translation>{place} (анық емес)</translation>
    </message>
    <message>
        <source>Steps that are usually not seen</source>
        <translation>Көбіне байқалмайтын қадамдар</translation>
    </message>
    <message>
        <source>Steps that can be noticed</source>
        <translation>Байқалуы мүмкін қадамдар</translation>
    </message>
    <message>
        <source>Steps that person can see: plan them first</source>
        <translation>Сол адамға көрінетін қадамдар: алдымен ойластырып алыңыз</translation>
    </message>
    <message>
        <source>In my plan: will do</source>
        <translation>Жоспарымда: істеймін</translation>
    </message>
    <message>
        <source>In my plan: done</source>
        <translation>Жоспарымда: істелді</translation>
    </message>
    <message>
        <source>In my plan: not now</source>
        <translation>Жоспарымда: қазір емес</translation>
    </message>
    <message>
        <source>Put away: not safe for me</source>
        <translation>Алып қойылды: мен үшін қауіпті</translation>
    </message>
    <message>
        <source>I noticed something</source>
        <translation>Бірдеңе байқадым</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Анық емес</translation>
    </message>
    <message>
        <source>I noticed nothing</source>
        <translation>Ештеңе байқамадым</translation>
    </message>
    <message>
        <source>I saw something</source>
        <translation>Бірдеңе көрдім</translation>
    </message>
    <message>
        <source>I saw nothing</source>
        <translation>Ештеңе көрмедім</translation>
    </message>
    <message>
        <source>Looking: usually not seen</source>
        <translation>Қарау: көбіне байқалмайды</translation>
    </message>
    <message>
        <source>Looking: can be noticed</source>
        <translation>Қарау: байқалуы мүмкін</translation>
    </message>
    <message>
        <source>Looking: that person can see it</source>
        <translation>Қарау: сол адамға көрінеді</translation>
    </message>
    <message>
        <source>Changing: usually not seen</source>
        <translation>Өзгерту: көбіне байқалмайды</translation>
    </message>
    <message>
        <source>Changing: can be noticed</source>
        <translation>Өзгерту: байқалуы мүмкін</translation>
    </message>
    <message>
        <source>Changing: that person can see it</source>
        <translation>Өзгерту: сол адамға көрінеді</translation>
    </message>
</context>
<context>
    <name>TechCheckPage</name>
    <message>
        <source>Keep my answers</source>
        <translation>Жауаптарымды сақтау</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон мен құрылғылар</translation>
    </message>
    <message>
        <source>Remove all answers and notes?</source>
        <translation>Барлық жауап пен ескертпені өшіру керек пе?</translation>
    </message>
    <message>
        <source>What was answered and noted here is gone then. The steps in your plan stay.</source>
        <translation>Мұндағы жауаптар мен ескертпелер өшеді. Жоспарыңыздағы қадамдар қалады.</translation>
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
    <name>TechColumn</name>
    <message>
        <source>All parts</source>
        <translation>Барлық бөлім</translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
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
        <source>Something begun is waiting: go on</source>
        <translation>Басталған жазба күтіп тұр: жалғастыру</translation>
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
        <source>Small steps for today</source>
        <translation>Бүгінге шағын қадамдар</translation>
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
    <name>ValueRow</name>
    <message>
        <source>Write something to it</source>
        <translation>Бірдеңе жазу</translation>
    </message>
    <message>
        <source>Write something to it: {value}</source>
        <translation>Бірдеңе жазу: {value}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove: {value}</source>
        <translation>Өшіру: {value}</translation>
    </message>
    <message>
        <source>My words to it: {value}</source>
        <translation>Бұл туралы сөзім: {value}</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Earlier versions</source>
        <translation>Бұрынғы нұсқалар</translation>
    </message>
    <message>
        <source>Remove all earlier versions</source>
        <translation>Бұрынғы нұсқалардың бәрін өшіру</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Бір сәт …</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Содан бері не өзгерді</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Бәрі</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Не көрсетілсін</translation>
    </message>
    <message>
        <source>Remove this version</source>
        <translation>Бұл нұсқаны өшіру</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>What applied to me</source>
        <translation>Маған не тән болды</translation>
    </message>
    <message>
        <source>What I wrote</source>
        <translation>Жазғаным</translation>
    </message>
    <message>
        <source>My words: {words}</source>
        <translation>Өз сөзім: {words}</translation>
    </message>
    <message>
        <source>Why not safe for me: {words}</source>
        <translation>Неге мен үшін қауіпті: {words}</translation>
    </message>
    <message>
        <source>With: {person}</source>
        <translation>Бірге: {person}</translation>
    </message>
    <message>
        <source>Look again: {day}</source>
        <translation>Қайта қарау: {day}</translation>
    </message>
    <message>
        <source>Applies now: {words}</source>
        <translation>Қазір тән: {words}</translation>
    </message>
    <message>
        <source>No longer applies: {words}</source>
        <translation>Енді тән емес: {words}</translation>
    </message>
    <message>
        <source>New in my plan</source>
        <translation>Жоспарымдағы жаңасы</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Өзгергені</translation>
    </message>
    <message>
        <source>Put away as not safe for me</source>
        <translation>Мен үшін қауіпті деп алып қойылғаны</translation>
    </message>
    <message>
        <source>No longer in my plan</source>
        <translation>Жоспарымда енді жоғы</translation>
    </message>
    <message>
        <source>What applies to me</source>
        <translation>Маған не тән</translation>
    </message>
    <message>
        <source>What I wrote, before and now</source>
        <translation>Жазғаным, бұрын және қазір</translation>
    </message>
    <message>
        <source>Gone: {words}</source>
        <translation>Енді жоқ: {words}</translation>
    </message>
    <message>
        <source>New: {words}</source>
        <translation>Жаңа: {words}</translation>
    </message>
    <message>
        <source>Changed: {words}</source>
        <translation>Өзгерген: {words}</translation>
    </message>
    <message>
        <source>Before: {words}</source>
        <translation>Бұрын: {words}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ештеңе</translation>
    </message>
    <message>
        <source>Now: {words}</source>
        <translation>Қазір: {words}</translation>
    </message>
    <message>
        <source>A part that the guide no longer has</source>
        <translation>Нұсқаулықта енді жоқ бөлім</translation>
    </message>
    <message>
        <source>How I use this program</source>
        <translation>Бағдарламаны қалай пайдаланамын</translation>
    </message>
    <message>
        <source>A question that the guide no longer has</source>
        <translation>Нұсқаулықта енді жоқ сұрақ</translation>
    </message>
    <message>
        <source>Something that the guide no longer has</source>
        <translation>Нұсқаулықта енді жоқ нәрсе</translation>
    </message>
    <message>
        <source>someone who is no longer kept</source>
        <translation>тізімде енді жоқ адам</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Your plan as it was when you last used it, each time with its day.</source>
        <translation>Соңғы қолданған кезде жоспарыңыз қандай болғаны, әр жолы күнімен.</translation>
    </message>
    <message>
        <source>Fewer steps are not less, and more are not better. Nothing here changes your plan.</source>
        <translation>Қадамның азы кем емес, көбі артық емес. Бұл бетте жоспарыңыз өзгермейді.</translation>
    </message>
    <message>
        <source>What you take out of your plan stays in its earlier versions until you remove them here.</source>
        <translation>Жоспардан алып тастағаныңыз бұрынғы нұсқаларда қалады, осы жерде өшірсеңіз ғана кетеді.</translation>
    </message>
    <message>
        <source>No earlier version yet</source>
        <translation>Әзірге бұрынғы нұсқа жоқ</translation>
    </message>
    <message>
        <source>When you open this again, your plan as you left it is kept with its day. Then you can read here what has changed since.</source>
        <translation>Мұны қайта ашқанда, жоспарыңыз қалдырған күйінде, күнімен сақталады. Сонда содан бері не өзгергенін осында оқуға болады.</translation>
    </message>
    <message>
        <source>2 March: papers at my aunt&apos;s, will do. 9 March: done.</source>
        <translation>2 наурыз: құжатты тәтемнің үйіне қою, істеймін. 9 наурыз: істелді.</translation>
    </message>
    <message>
        <source>To my plan</source>
        <translation>Жоспарыма өту</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Жоспардың бұрынғы нұсқалары</translation>
    </message>
    <message>
        <source>Your plan is the same now.</source>
        <translation>Жоспарыңыз қазір де сондай.</translation>
    </message>
    <message>
        <source>Nothing stood in it.</source>
        <translation>Ішінде ештеңе болмаған.</translation>
    </message>
    <message>
        <source>The steps, answers and situations as they stood then are gone. Your plan as it is now and the other versions stay.</source>
        <translation>Сол кездегі қадамдар, жауаптар, жағдайлар өшеді. Қазіргі жоспарыңыз бен басқа нұсқалар қалады.</translation>
    </message>
    <message>
        <source>Remove this version?</source>
        <translation>Бұл нұсқаны өшіру керек пе?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>How your plan was before cannot be read any more. Your plan as it is now stays.</source>
        <translation>Жоспарыңыз бұрын қандай болғанын енді оқу мүмкін болмайды. Қазіргі жоспарыңыз қалады.</translation>
    </message>
    <message>
        <source>Remove all earlier versions?</source>
        <translation>Бұрынғы нұсқалардың бәрін өшіру керек пе?</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>When you open this next time, the plan as it is then is kept as a version again.</source>
        <translation>Келесі жолы ашқанда, жоспарыңыз сол кездегі күйінде қайтадан нұсқа болып сақталады.</translation>
    </message>
</context>
<context>
    <name>WayView</name>
    <message>
        <source>Look at the steps</source>
        <translation>Қадамдарды қарау</translation>
    </message>
    <message>
        <source>Look at the steps: {part}</source>
        <translation>Қадамдарды қарау: {part}</translation>
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
    <message>
        <source>Here a passphrase has at least {count} different words.</source>
        <translation>Мұнда құпиясөз тіркесінде кемінде {count} түрлі сөз болады.</translation>
    </message>
</context>
<context>
    <name>WeighPage</name>
    <message>
        <source>What matters to me</source>
        <translation>Мен үшін не маңызды</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Қосу</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Әлі сақталмаған: жасырсаңыз, өшеді</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сақтау</translation>
    </message>
    <message>
        <source>Clear this page</source>
        <translation>Бетті тазалау</translation>
    </message>
    <message>
        <source>Said on {day}</source>
        <translation>Айтылған күні: {day}</translation>
    </message>
    <message>
        <source>Remove this?</source>
        <translation>Мұны өшіру керек пе?</translation>
    </message>
    <message>
        <source>“{value}” and your words to it are gone then.</source>
        <translation>«{value}» және бұл туралы сөзіңіз өшеді.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Clear this page?</source>
        <translation>Бет тазалансын ба?</translation>
    </message>
    <message>
        <source>What matters to you, your words to it, a way of your own and the day are gone then.</source>
        <translation>Сізге не маңызды екені, бұл туралы сөзіңіз, өз жолыңыз және күні өшеді.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Қалдыру</translation>
    </message>
    <message>
        <source>Clear it</source>
        <translation>Тазалау</translation>
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
        <translation>мысалы, 2.3.2026</translation>
    </message>
    <message>
        <source>for example 9.3.2026</source>
        <translation>мысалы, 9.3.2026</translation>
    </message>
    <message>
        <source>for example: before Nauryz, at night</source>
        <translation>мысалы: Наурыз алдында, түнде</translation>
    </message>
    <message>
        <source>for example 21:40</source>
        <translation>мысалы, 21:40</translation>
    </message>
    <message>
        <source>This can stay open. When you write it down is noted in any case.</source>
        <translation>Мұны таңдамай қалдыруға болады. Жазған уақытыңыз бәрібір белгіленеді.</translation>
    </message>
    <message>
        <source>This time cannot be read. Write it like 21:40, or “about nine” in your own words above.</source>
        <translation>Бұл уақыт оқылмады. Мысалы, 21:40 деп жазыңыз. Немесе жоғарыда өз сөзіңізбен: «тоғыздар шамасында».</translation>
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
        <source>At what time, if you know it</source>
        <translation>Сағат нешеде, білсеңіз</translation>
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
    <name>WithCard</name>
    <message>
        <source>I am alone</source>
        <translation>Жалғызбын</translation>
    </message>
    <message>
        <source>With someone</source>
        <translation>Біреумен бірге</translation>
    </message>
    <message>
        <source>Who looks now?</source>
        <translation>Қазір кім қарайды?</translation>
    </message>
    <message>
        <source>This is not kept, and no name.</source>
        <translation>Бұл да, есім де сақталмайды.</translation>
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
        <source>From this computer it goes to a stick or a card only.</source>
        <translation>Бұл компьютерден тек флешкаға не картаға жазуға болады.</translation>
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
<context>
    <name>_Row</name>
    <message>
        <source>What it changes</source>
        <translation>Не өзгереді</translation>
    </message>
    <message>
        <source>What it changes: {situation}</source>
        <translation>Не өзгереді: {situation}</translation>
    </message>
    <message>
        <source>Stands further up</source>
        <translation>Жоғарырақ тұрады</translation>
    </message>
    <message>
        <source>Also shown, each with its risk</source>
        <translation>Тағы көрсетіледі, қаупімен бірге</translation>
    </message>
    <message>
        <source>Also asked</source>
        <translation>Тағы сұралады</translation>
    </message>
    <message>
        <source>With what is on already, it changes nothing.</source>
        <translation>Қазір қосулы тұрғандармен бірге ештеңе өзгертпейді.</translation>
    </message>
    <message>
        <source>Kind of signal {number}</source>
        <translation>{number}-белгінің түрі</translation>
    </message>
    <message>
        <source>What this person does then: quick choices</source>
        <translation>Сонда бұл адам не істейді: дайын нұсқалар</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Өшіру</translation>
    </message>
    <message>
        <source>Remove signal {number}</source>
        <translation>{number}-белгіні өшіру</translation>
    </message>
    <message>
        <source>What this person does then</source>
        <translation>Сонда бұл адам не істейді</translation>
    </message>
    <message>
        <source>What this person does then, in your words</source>
        <translation>Сонда бұл адам не істейді, өз сөзіңізбен</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Немесе өз сөзіңізбен</translation>
    </message>
    <message>
        <source>What can be seen</source>
        <translation>Не көрінеді</translation>
    </message>
    <message>
        <source>The word or sentence you agreed on</source>
        <translation>Келіскен сөз не сөйлем</translation>
    </message>
    <message>
        <source>For example a lamp, a curtain, a towel on the balcony, a sticker in a chat.</source>
        <translation>Мысалы: шам, перде, балкондағы сүлгі, чаттағы стикер.</translation>
    </message>
    <message>
        <source>For example: Do you still have my big pot?</source>
        <translation>Мысалы: Үлкен қазаным әлі сізде ме?</translation>
    </message>
</context>
</TS>
