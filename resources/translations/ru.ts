<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AcutePage</name>
    <message>
        <source>Keep this page</source>
        <translation>Сохранить страницу</translation>
    </message>
    <message>
        <source>Here stand your own people, places and ways out</source>
        <translation>Здесь будут ваши люди, места и выходы</translation>
    </message>
    <message>
        <source>Write one line</source>
        <translation>Записать одну строку</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>What I prepared</source>
        <translation>Что у меня готово</translation>
    </message>
    <message>
        <source>{label}: covered</source>
        <translation>{label}: прикрыто</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>One line is enough. What you write is kept while you write.</source>
        <translation>Хватит одной строки. Всё сохраняется само, пока вы пишете.</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>One line is enough.</source>
        <translation>Хватит одной строки.</translation>
    </message>
</context>
<context>
    <name>AfterView</name>
    <message>
        <source>What follows</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>All steps: {title}</source>
        <translation>Все шаги: {title}</translation>
    </message>
    <message>
        <source>Who can look at it with me</source>
        <translation>Кто может посмотреть вместе со мной</translation>
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
        <translation>{count} из 3</translation>
    </message>
    <message>
        <source>Nobody has moved. Hiding in {seconds} seconds.</source>
        <translation>Давно никто ничего не нажимал. Скроется через {seconds} с.</translation>
    </message>
    <message>
        <source>The language could not be kept. It holds here until you hide.</source>
        <translation>Язык не удалось сохранить. Здесь он останется, пока программа не скроется.</translation>
    </message>
    <message>
        <source>This could not be kept. The everyday program stays as it was.</source>
        <translation>Это не удалось сохранить. Обычная программа осталась прежней.</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Доход</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Расход</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Spent or received</source>
        <translation>Расход или доход</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>На что</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Lines of this month</source>
        <translation>Строки за месяц</translation>
    </message>
    <message>
        <source>Nothing entered for this month.</source>
        <translation>За этот месяц пока ничего нет.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Removes the chosen line</source>
        <translation>Удаляет выбранную строку</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Дом</translation>
    </message>
    <message>
        <source>Heating, water, power</source>
        <translation>Коммунальные услуги</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Транспорт</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Одежда</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Здоровье</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Дети</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Учёба</translation>
    </message>
    <message>
        <source>Leisure</source>
        <translation>Отдых</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>Подарки</translation>
    </message>
    <message>
        <source>Phone and internet</source>
        <translation>Связь и интернет</translation>
    </message>
    <message>
        <source>Other spending</source>
        <translation>Другие расходы</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Зарплата</translation>
    </message>
    <message>
        <source>Pension</source>
        <translation>Пенсия</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Пособия</translation>
    </message>
    <message>
        <source>Extra work</source>
        <translation>Подработка</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>Другие доходы</translation>
    </message>
    <message>
        <source>Type an amount above zero.</source>
        <translation>Введите сумму больше нуля.</translation>
    </message>
    <message>
        <source>Spent, by category</source>
        <translation>Расход по категориям</translation>
    </message>
    <message>
        <source>Received, by category</source>
        <translation>Доход по категориям</translation>
    </message>
    <message>
        <source>Spent, month by month</source>
        <translation>Расход по месяцам</translation>
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
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Your sums appear here.</source>
        <translation>Здесь появятся вычисления.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Delete last digit</source>
        <translation>Удалить последнюю цифру</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Процент</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Умножить</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Плюс</translation>
    </message>
    <message>
        <source>Change sign</source>
        <translation>Сменить знак</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Десятичная запятая</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>Равно</translation>
    </message>
    <message>
        <source>Clear memory</source>
        <translation>Очистить память</translation>
    </message>
    <message>
        <source>Recall memory</source>
        <translation>Взять из памяти</translation>
    </message>
    <message>
        <source>Add to memory</source>
        <translation>Прибавить к памяти</translation>
    </message>
    <message>
        <source>Take from memory</source>
        <translation>Вычесть из памяти</translation>
    </message>
    <message>
        <source>Left parenthesis</source>
        <translation>Левая скобка</translation>
    </message>
    <message>
        <source>Right parenthesis</source>
        <translation>Правая скобка</translation>
    </message>
    <message>
        <source>Cannot divide by zero</source>
        <translation>На ноль делить нельзя</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Слишком большое число</translation>
    </message>
    <message>
        <source>Cannot work this out</source>
        <translation>Не удаётся вычислить</translation>
    </message>
    <message>
        <source>Memory: {number}</source>
        <translation>Память: {number}</translation>
    </message>
</context>
<context>
    <name>CertifiedResults</name>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Name of the instrument</source>
        <translation>Название методики</translation>
    </message>
    <message>
        <source>Result, as it stands on your sheet</source>
        <translation>Результат, как на вашем бланке</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Write the name of the instrument.</source>
        <translation>Напишите название методики.</translation>
    </message>
    <message>
        <source>Write the result.</source>
        <translation>Напишите результат.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Удалить: {name}</translation>
    </message>
</context>
<context>
    <name>ChangedSince</name>
    <message>
        <source>Nothing written yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
    <message>
        <source>Changed since {day}</source>
        <translation>Изменения после {day}</translation>
    </message>
    <message>
        <source>The marks are the same.</source>
        <translation>Отметки те же.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>My words then and now</source>
        <translation>Мои слова тогда и сейчас</translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message>
        <source>Only what is new since the last time</source>
        <translation>Только новое с прошлого раза</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ни одной</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>№ {number}</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>файлов: {count}</translation>
    </message>
    <message>
        <source>Chosen: {count} of {all}</source>
        <translation>Выбрано: {count} из {all}</translation>
    </message>
</context>
<context>
    <name>ChosenFiles</name>
    <message>
        <source>And {count} more</source>
        <translation>И ещё {count}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take off: {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>Happened</source>
        <translation>Произошло</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Не менялось</translation>
    </message>
</context>
<context>
    <name>Converter</name>
    <message>
        <source>Unit converter</source>
        <translation>Конвертер величин</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Из</translation>
    </message>
    <message>
        <source>To</source>
        <translation>В</translation>
    </message>
    <message>
        <source>Swap units</source>
        <translation>Поменять местами</translation>
    </message>
    <message>
        <source>In all units</source>
        <translation>Во всех единицах</translation>
    </message>
    <message>
        <source>Result: {number} {unit}</source>
        <translation>Результат: {number} {unit}</translation>
    </message>
    <message>
        <source>The same in all units:</source>
        <translation>То же во всех единицах:</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Введите число.</translation>
    </message>
    <message>
        <source>Nothing is colder than −273.15 °C.</source>
        <translation>Холоднее −273,15 °C не бывает.</translation>
    </message>
    <message>
        <source>Type a number that is not below zero.</source>
        <translation>Введите число не меньше нуля.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Масса</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Площадь</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Data size</source>
        <translation>Объём данных</translation>
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
        <translation>Морская миля</translation>
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
        <translation>Кубометр, м³</translation>
    </message>
    <message>
        <source>Cubic centimetre, cm³</source>
        <translation>Кубический сантиметр, см³</translation>
    </message>
    <message>
        <source>Glass, 250 ml</source>
        <translation>Стакан, 250 мл</translation>
    </message>
    <message>
        <source>Tablespoon, 15 ml</source>
        <translation>Столовая ложка, 15 мл</translation>
    </message>
    <message>
        <source>Teaspoon, 5 ml</source>
        <translation>Чайная ложка, 5 мл</translation>
    </message>
    <message>
        <source>US cup</source>
        <translation>Чашка, США</translation>
    </message>
    <message>
        <source>US gallon</source>
        <translation>Галлон, США</translation>
    </message>
    <message>
        <source>UK pint</source>
        <translation>Пинта, Англия</translation>
    </message>
    <message>
        <source>UK gallon</source>
        <translation>Галлон, Англия</translation>
    </message>
    <message>
        <source>Square metre, m²</source>
        <translation>Квадратный метр, м²</translation>
    </message>
    <message>
        <source>Square kilometre, km²</source>
        <translation>Квадратный километр, км²</translation>
    </message>
    <message>
        <source>Square centimetre, cm²</source>
        <translation>Квадратный сантиметр, см²</translation>
    </message>
    <message>
        <source>Hectare, ha</source>
        <translation>Гектар, га</translation>
    </message>
    <message>
        <source>Are, 100 m²</source>
        <translation>Сотка, 100 м²</translation>
    </message>
    <message>
        <source>Square foot</source>
        <translation>Квадратный фут</translation>
    </message>
    <message>
        <source>Acre</source>
        <translation>Акр</translation>
    </message>
    <message>
        <source>Square mile</source>
        <translation>Квадратная миля</translation>
    </message>
    <message>
        <source>Kilometre per hour, km/h</source>
        <translation>Километр в час, км/ч</translation>
    </message>
    <message>
        <source>Metre per second, m/s</source>
        <translation>Метр в секунду, м/с</translation>
    </message>
    <message>
        <source>Mile per hour</source>
        <translation>Миля в час</translation>
    </message>
    <message>
        <source>Knot</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Foot per second</source>
        <translation>Фут в секунду</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Секунда</translation>
    </message>
    <message>
        <source>Millisecond</source>
        <translation>Миллисекунда</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Минута</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Сутки</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Year, 365 days</source>
        <translation>Год, 365 дней</translation>
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
        <translation>Показать</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
</context>
<context>
    <name>DangerCard</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show names, places and my code word</source>
        <translation>Показать имена, места и моё кодовое слово</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
</context>
<context>
    <name>EarlierPasses</name>
    <message>
        <source>Kept pages</source>
        <translation>Сохранённые страницы</translation>
    </message>
    <message>
        <source>The marks are the same.</source>
        <translation>Отметки те же.</translation>
    </message>
    <message>
        <source>Changed since {day}</source>
        <translation>Изменения после {day}</translation>
    </message>
    <message>
        <source>{sign} (not sure)</source>
        <translation>{sign} (не знаю точно)</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>Ничего не отмечено.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Отмечено</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>Моя заметка</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>Удалить эту страницу</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>For example</source>
        <translation>Например</translation>
    </message>
</context>
<context>
    <name>EntryChange</name>
    <message>
        <source>What changes, and why</source>
        <translation>Что меняется и почему</translation>
    </message>
    <message>
        <source>May stay empty. For example: “Saw the date on the receipt”.</source>
        <translation>Можно оставить пустым. Например: «Дата видна на чеке».</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Оставить как было</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Entry {number}</source>
        <translation>Запись {number}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Keeping the files unchanged</source>
        <translation>Сохраняем файлы без изменений</translation>
    </message>
    <message>
        <source>Remove entry {number}?</source>
        <translation>Удалить запись {number}?</translation>
    </message>
    <message>
        <source>Take back entry {number}?</source>
        <translation>Убрать запись {number}?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace and no gap. This can be done until the next opening. It ends earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>От неё ничего не останется: ни следа, ни пропуска. Это возможно до следующего открытия записей. Срок кончится и раньше, если что-то передать или если четыре слова для сверки должны охватить и эту запись.</translation>
    </message>
    <message>
        <source>What I wrote</source>
        <translation>Моя запись</translation>
    </message>
    <message>
        <source>What changed, and why: {reason}</source>
        <translation>Что изменено и почему: {reason}</translation>
    </message>
    <message>
        <source>Removed on {moment}. The number stays; the words and files are deleted.</source>
        <translation>Удалено {moment}. Номер остаётся; слова и файлы удалены.</translation>
    </message>
    <message>
        <source>From the next opening on nothing of this can be changed unseen; you can always add. It is fixed earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>После следующего открытия записей незаметно изменить здесь уже ничего нельзя; дополнить можно всегда. Запись закрепится и раньше, если что-то передать или если четыре слова для сверки должны охватить и её.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>К списку</translation>
    </message>
    <message>
        <source>The earlier version stays and can be read below.</source>
        <translation>Прежняя версия остаётся, её можно прочесть ниже.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>The change is taken back.</source>
        <translation>Изменение отменено.</translation>
    </message>
    <message>
        <source>Its words, its versions and its files are deleted for good. What stays is the number, with the day of removal.

A fingerprint is a row of signs from which nothing can be read. Kept, it can show that a copy you handed over earlier is unchanged.</source>
        <translation>Слова, версии и файлы этой записи удалятся навсегда. Останется номер и день удаления.

Отпечаток записи: ряд знаков, по которому ничего не прочесть. Если его оставить, он покажет, что копия, переданная раньше, не изменена.</translation>
    </message>
    <message>
        <source>Remove, keep the fingerprint</source>
        <translation>Удалить, отпечаток оставить</translation>
    </message>
    <message>
        <source>Remove, keep no fingerprint</source>
        <translation>Удалить вместе с отпечатком</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Убрано.</translation>
    </message>
    <message>
        <source>Removed. Its number stays.</source>
        <translation>Удалено. Номер остаётся.</translation>
    </message>
    <message>
        <source>What you began here is still in its fields.</source>
        <translation>Начатое здесь осталось в полях.</translation>
    </message>
    <message>
        <source>Change or add</source>
        <translation>Изменить или дополнить</translation>
    </message>
    <message>
        <source>Take back this change</source>
        <translation>Отменить это изменение</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Photos, recordings and documents are kept here exactly as they are.</source>
        <translation>Снимки, записи звука и видео, документы хранятся здесь точно как есть.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>Nothing of this can be changed unseen any more; you can always add.</source>
        <translation>Незаметно изменить здесь уже ничего нельзя; дополнить можно всегда.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Version {number}, written {moment}</source>
        <translation>Версия {number}, записана {moment}</translation>
    </message>
    <message>
        <source>Happened: {when}</source>
        <translation>Произошло: {when}</translation>
    </message>
    <message>
        <source>Earlier versions: {count}</source>
        <translation>Прежних версий: {count}</translation>
    </message>
    <message>
        <source>Nothing you wrote before is overwritten.</source>
        <translation>Прежние слова не стираются.</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>No words, only files.</source>
        <translation>Без слов, только файлы.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>somebody no longer on your list</source>
        <translation>кто-то, кого уже нет в списке</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Кто был рядом</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Дети</translation>
    </message>
    <message>
        <source>Who saw or heard it</source>
        <translation>Кто видел или слышал</translation>
    </message>
    <message>
        <source>What it did to you</source>
        <translation>Следы и боль</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Полиция</translation>
    </message>
    <message>
        <source>Doctor, ambulance</source>
        <translation>Врач, скорая</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Что это было</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This passphrase does not open it.</source>
        <translation>Эта парольная фраза не подходит.</translation>
    </message>
    <message>
        <source>You can look at it with “Show what I type”. You can try as often as you need.</source>
        <translation>Набранное видно, если отметить «Показывать, что я набираю». Попыток сколько угодно.</translation>
    </message>
    <message>
        <source>This spare key does not open it.</source>
        <translation>Этот запасной ключ не подходит.</translation>
    </message>
    <message>
        <source>It may be an older one. Only the spare key made last works.</source>
        <translation>Возможно, это старый ключ. Работает только тот, что сделан последним.</translation>
    </message>
    <message>
        <source>The spare key has a typing mistake in it.</source>
        <translation>В запасном ключе опечатка.</translation>
    </message>
    <message>
        <source>Compare it with the printed one, group by group.</source>
        <translation>Сверьте его с бумагой, группу за группой.</translation>
    </message>
    <message>
        <source>This passphrase could be guessed.</source>
        <translation>Эту парольную фразу можно угадать.</translation>
    </message>
    <message>
        <source>Four ordinary words that have nothing to do with each other are stronger, and easier to remember.</source>
        <translation>Четыре обычных слова, никак не связанных между собой, надёжнее, и запомнить их легче.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Две строки не совпадают.</translation>
    </message>
    <message>
        <source>Type both once more. You can tick the box to see what you type.</source>
        <translation>Наберите обе ещё раз. Можно поставить галочку и видеть, что вы набираете.</translation>
    </message>
    <message>
        <source>This passphrase is already used here.</source>
        <translation>Эта парольная фраза здесь уже есть.</translation>
    </message>
    <message>
        <source>Please choose another one.</source>
        <translation>Выберите, пожалуйста, другую.</translation>
    </message>
    <message>
        <source>This sum cannot be used.</source>
        <translation>Этот пример не подходит.</translation>
    </message>
    <message>
        <source>Choose a longer one that nobody would type by chance.</source>
        <translation>Выберите пример длиннее: такой, который никто не наберёт случайно.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Этот файл не читается.</translation>
    </message>
    <message>
        <source>Another program may be using it. Copy it to this computer first, then add it again.</source>
        <translation>Возможно, он занят другой программой. Скопируйте его на этот компьютер и добавьте ещё раз.</translation>
    </message>
    <message>
        <source>The file changed or went away while it was being read.</source>
        <translation>Пока файл читался, он изменился или пропал.</translation>
    </message>
    <message>
        <source>Nothing was added. Check that the stick or phone is still connected and add the file again.</source>
        <translation>Ничего не добавлено. Проверьте, подключена ли флешка или телефон, и добавьте файл ещё раз.</translation>
    </message>
    <message>
        <source>This file is already kept, with entry {number}.</source>
        <translation>Этот файл уже сохранён, он при записи {number}.</translation>
    </message>
    <message>
        <source>One copy is enough: it can be named in several places.</source>
        <translation>Одной копии хватит: на неё можно сослаться в разных местах.</translation>
    </message>
    <message>
        <source>This date does not exist, or the end comes before the beginning.</source>
        <translation>Такой даты нет, или конец раньше начала.</translation>
    </message>
    <message>
        <source>If you are not sure of the day, your own words are fine: “before Nauryz”, “last winter”.</source>
        <translation>Если день не вспомнить точно, подойдут свои слова: «перед Наурызом», «прошлой зимой».</translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation>Пока нечего сохранять.</translation>
    </message>
    <message>
        <source>One line, or one file, is enough.</source>
        <translation>Хватит одной строки или одного файла.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Пока ничего не выбрано.</translation>
    </message>
    <message>
        <source>Tick at least one line.</source>
        <translation>Отметьте хотя бы одну строку.</translation>
    </message>
    <message>
        <source>This entry is from an earlier day and can no longer be taken back without a trace.</source>
        <translation>Эта запись сделана раньше, и убрать её без следа уже нельзя.</translation>
    </message>
    <message>
        <source>You can add a correction, or remove it: then a note stays that an entry was removed.</source>
        <translation>Можно добавить исправление или удалить её: тогда останется пометка, что запись удалена.</translation>
    </message>
    <message>
        <source>This is no longer here.</source>
        <translation>Этого здесь уже нет.</translation>
    </message>
    <message>
        <source>It may have been removed a moment ago.</source>
        <translation>Возможно, это только что удалено.</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>Эта папка не пустая.</translation>
    </message>
    <message>
        <source>Choose an empty folder or make a new one, so that nothing gets mixed up.</source>
        <translation>Выберите пустую папку или создайте новую, чтобы ничего не перепуталось.</translation>
    </message>
    <message>
        <source>This file cannot be used.</source>
        <translation>Этот файл не подходит.</translation>
    </message>
    <message>
        <source>Ask the organisation for a new one. Nothing here was changed.</source>
        <translation>Попросите у организации новый. Здесь ничего не изменено.</translation>
    </message>
    <message>
        <source>This picture is too large to show here.</source>
        <translation>Снимок слишком большой, чтобы показать его здесь.</translation>
    </message>
    <message>
        <source>The file itself is kept unchanged and can be handed over.</source>
        <translation>Сам файл сохранён без изменений, его можно передать.</translation>
    </message>
    <message>
        <source>This file cannot be shown; it may be damaged.</source>
        <translation>Этот файл не показать: возможно, он повреждён.</translation>
    </message>
    <message>
        <source>The file itself is kept unchanged.</source>
        <translation>Сам файл сохранён без изменений.</translation>
    </message>
    <message>
        <source>This kind of file is kept, but not shown here.</source>
        <translation>Такие файлы сохраняются, но здесь не показываются.</translation>
    </message>
    <message>
        <source>It can be handed over unchanged.</source>
        <translation>Его можно передать без изменений.</translation>
    </message>
    <message>
        <source>Showing this file took too long and was stopped.</source>
        <translation>Показ файла занял слишком много времени и был остановлен.</translation>
    </message>
    <message>
        <source>The disk is full. The last change was not kept.</source>
        <translation>На диске нет места. Последнее изменение не сохранено.</translation>
    </message>
    <message>
        <source>Make some room on this computer, or remove a large file here, then keep it again.</source>
        <translation>Освободите место на компьютере или удалите здесь большой файл и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>This computer does not allow it here.</source>
        <translation>Компьютер не разрешает сделать это здесь.</translation>
    </message>
    <message>
        <source>Choose another folder, for example on a stick of your own.</source>
        <translation>Выберите другую папку, например на своей флешке.</translation>
    </message>
    <message>
        <source>Nothing can be written in this place.</source>
        <translation>Сюда ничего нельзя записать.</translation>
    </message>
    <message>
        <source>A stick may have a small switch against writing. You can read, but not keep anything new.</source>
        <translation>На флешке бывает переключатель, который запрещает запись. Читать можно, сохранить новое нельзя.</translation>
    </message>
    <message>
        <source>It is already open on this computer.</source>
        <translation>Это уже открыто на этом компьютере.</translation>
    </message>
    <message>
        <source>Close the other one first, or wait a few seconds.</source>
        <translation>Сначала закройте то окно или подождите несколько секунд.</translation>
    </message>
    <message>
        <source>The disk reports a fault.</source>
        <translation>Диск сообщает о сбое.</translation>
    </message>
    <message>
        <source>Make a copy on another disk soon, while it can still be read.</source>
        <translation>Скорее сделайте копию на другом диске, пока всё ещё читается.</translation>
    </message>
    <message>
        <source>This computer has too little memory free for it right now.</source>
        <translation>Сейчас на компьютере не хватает свободной памяти.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Закройте другие программы и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation>Здесь нечего открывать.</translation>
    </message>
    <message>
        <source>If it is on a stick, connect the stick and start again.</source>
        <translation>Если всё на флешке, подключите её и начните снова.</translation>
    </message>
    <message>
        <source>There is already something kept in this place.</source>
        <translation>В этом месте уже что-то сохранено.</translation>
    </message>
    <message>
        <source>It was left as it is. Open it, or choose another place.</source>
        <translation>Оно осталось как было. Откройте его или выберите другое место.</translation>
    </message>
    <message>
        <source>The file with the keys is damaged, so your notes cannot be opened from it.</source>
        <translation>Файл с ключами повреждён, поэтому с ним записи не открыть.</translation>
    </message>
    <message>
        <source>Your passphrase is not the problem. If you have a copy on a stick, open that one.</source>
        <translation>Дело не в парольной фразе. Если есть копия на флешке, откройте её.</translation>
    </message>
    <message>
        <source>The passphrase is right, but the file with your notes is damaged.</source>
        <translation>Парольная фраза верная, но файл с записями повреждён.</translation>
    </message>
    <message>
        <source>Change nothing here. If you have a copy on a stick, open that one.</source>
        <translation>Ничего здесь не меняйте. Если есть копия на флешке, откройте её.</translation>
    </message>
    <message>
        <source>Your notes were kept by a newer version of this program.</source>
        <translation>Записи сохранены более новой версией программы.</translation>
    </message>
    <message>
        <source>Open them with that version; nothing was changed.</source>
        <translation>Откройте их той версией. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Entry {number} does not match what was kept before.</source>
        <translation>Запись {number} не совпадает с тем, что сохранялось раньше.</translation>
    </message>
    <message>
        <source>The disk may be failing. Keep a copy and show it to the person who helps you.</source>
        <translation>Возможно, портится диск. Сделайте копию и покажите тому, кто вам помогает.</translation>
    </message>
    <message>
        <source>A part of this program is missing or damaged.</source>
        <translation>Часть программы пропала или повреждена.</translation>
    </message>
    <message>
        <source>Your notes are not affected. A fresh copy of the program mends this.</source>
        <translation>Ваших записей это не касается. Поможет новая копия программы.</translation>
    </message>
    <message>
        <source>The rules of this computer have a mistake in them: {file}, line {line}.</source>
        <translation>В правилах этого компьютера ошибка: {file}, строка {line}.</translation>
    </message>
    <message>
        <source>Whoever looks after this computer can mend them. Nothing was opened or lost.</source>
        <translation>Исправить её может тот, кто настраивает этот компьютер. Ничего не открыто и не потеряно.</translation>
    </message>
    <message>
        <source>Something in this program went wrong. What you kept before is still there.</source>
        <translation>В программе что-то пошло не так. Всё, что сохранено раньше, на месте.</translation>
    </message>
    <message>
        <source>If you ask somebody for help, this code tells where: {code}</source>
        <translation>Если попросите кого-то помочь, этот код подскажет, где ошибка: {code}</translation>
    </message>
    <message>
        <source>This place takes no single file larger than {largest}.</source>
        <translation>Сюда не поместится файл больше {largest}.</translation>
    </message>
    <message>
        <source>Many sticks are sold that way. Use a disk or a stick that takes larger files.</source>
        <translation>Многие флешки такими и продаются. Возьмите диск или флешку, куда помещаются большие файлы.</translation>
    </message>
    <message>
        <source>There is not enough room there: {wanted} is needed, {free} is free.</source>
        <translation>Там не хватает места: нужно {wanted}, свободно {free}.</translation>
    </message>
    <message>
        <source>Make some room there first, or choose another place. Nothing was left behind.</source>
        <translation>Сначала освободите там место или выберите другое. Там ничего не осталось.</translation>
    </message>
    <message>
        <source>The disk is full. The check itself is done, but its day could not be noted.</source>
        <translation>На диске нет места. Сама проверка сделана, но отметить её день не удалось.</translation>
    </message>
    <message>
        <source>Make some room on this computer, then check again.</source>
        <translation>Освободите место на этом компьютере и проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The disk is full. The original is removed, but this could not be noted with the kept file.</source>
        <translation>На диске нет места. Оригинал убран, но отметить это у сохранённого файла не удалось.</translation>
    </message>
    <message>
        <source>The kept file itself is unchanged. Other originals are still there.</source>
        <translation>Сам сохранённый файл не изменился. Другие оригиналы на месте.</translation>
    </message>
    <message>
        <source>The place where your notes lie is not there any more; perhaps the stick was pulled out.</source>
        <translation>Места, где лежат ваши записи, больше нет. Возможно, флешку вынули.</translation>
    </message>
    <message>
        <source>Hide, plug it in again and open your notes anew. What was kept before is still on it.</source>
        <translation>Скройте окно, вставьте флешку и откройте записи заново. Сохранённое раньше осталось на ней.</translation>
    </message>
    <message>
        <source>This file is not a copy that this program made.</source>
        <translation>Этот файл не копия, сделанная этой программой.</translation>
    </message>
    <message>
        <source>Perhaps another file was chosen. Such a copy is one file, and only this program opens it.</source>
        <translation>Может быть, выбран другой файл. Такая копия состоит из одного файла, и открывает её только эта программа.</translation>
    </message>
    <message>
        <source>This is not a folder that this program handed over.</source>
        <translation>Это не папка, переданная этой программой.</translation>
    </message>
    <message>
        <source>Choose the folder itself, the one with 1-START.pdf in it. What is packed must be unpacked first.</source>
        <translation>Выберите саму папку, в которой лежит 1-START.pdf. Упакованное сначала распакуйте.</translation>
    </message>
    <message>
        <source>Something in this folder was changed after it was made.</source>
        <translation>Что-то в этой папке изменили после того, как её сделали.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask for the folder once more.</source>
        <translation>Из неё ничего не взято. Попросите папку ещё раз.</translation>
    </message>
    <message>
        <source>This folder holds no entries that could be taken in.</source>
        <translation>В этой папке нет записей, которые можно взять к себе.</translation>
    </message>
    <message>
        <source>Its files can be added to an entry of yours, one by one.</source>
        <translation>Её файлы можно добавить к вашей записи по одному.</translation>
    </message>
    <message>
        <source>A copy cannot lie in the same folder as the notes themselves.</source>
        <translation>Копия не может лежать в одной папке с самими записями.</translation>
    </message>
    <message>
        <source>Choose another place, best a stick: then one does not go with the other.</source>
        <translation>Выберите другое место, лучше флешку: тогда одно не пропадёт вместе с другим.</translation>
    </message>
    <message>
        <source>This place is not there any more; perhaps the stick was pulled out.</source>
        <translation>Этого места больше нет: возможно, флешку вынули.</translation>
    </message>
    <message>
        <source>What was begun there is no finished copy. Plug it in again and make it anew.</source>
        <translation>То, что там начато, ещё не копия. Вставьте флешку снова и сделайте копию заново.</translation>
    </message>
    <message>
        <source>No clean copy can be made of a photo with entry {number}.</source>
        <translation>Чистую копию фото из записи {number} сделать нельзя.</translation>
    </message>
    <message>
        <source>So nothing was handed over. Leave this photo out, or let it go as it is.</source>
        <translation>Поэтому ничего не передано. Оставьте это фото здесь или передайте его как есть.</translation>
    </message>
    <message>
        <source>The names of the files would become too long for this place.</source>
        <translation>Имена файлов стали бы слишком длинными для этого места.</translation>
    </message>
    <message>
        <source>Choose a folder that lies less deep inside others.</source>
        <translation>Выберите папку, которая лежит не так глубоко в других.</translation>
    </message>
    <message>
        <source>The passphrase is right, but this copy is damaged.</source>
        <translation>Парольная фраза верная, но эта копия повреждена.</translation>
    </message>
    <message>
        <source>Nothing here was changed. If you have another copy, try that one.</source>
        <translation>Здесь ничего не изменено. Если есть другая копия, попробуйте её.</translation>
    </message>
    <message>
        <source>No copy was made: your notes do not read to their end.</source>
        <translation>Копия не сделана: ваши записи не читаются до конца.</translation>
    </message>
    <message>
        <source>The disk may be failing. Change nothing here; if you have an earlier copy, keep it safe.</source>
        <translation>Возможно, диск выходит из строя. Ничего здесь не меняйте; если есть прежняя копия, берегите её.</translation>
    </message>
    <message>
        <source>The copy read back differently from what was written.</source>
        <translation>Копия прочиталась не так, как была записана.</translation>
    </message>
    <message>
        <source>It was removed again. Use another stick or another place.</source>
        <translation>Она удалена. Возьмите другую флешку или другое место.</translation>
    </message>
    <message>
        <source>A file in it is not the one that its record names.</source>
        <translation>Один файл в ней не тот, что назван в её записях.</translation>
    </message>
    <message>
        <source>Nothing of it was taken in, and nothing here was changed. Ask for it once more.</source>
        <translation>Из неё ничего не взято, и здесь ничего не изменено. Попросите её ещё раз.</translation>
    </message>
    <message>
        <source>Something in it is not as this program writes it.</source>
        <translation>Что-то в ней записано не так, как пишет эта программа.</translation>
    </message>
    <message>
        <source>It is too short: somebody could type it by chance.</source>
        <translation>Слишком коротко: это могут набрать случайно.</translation>
    </message>
    <message>
        <source>People type sums like this every day. Choose one that nobody would type.</source>
        <translation>Такие примеры набирают каждый день. Выберите тот, который никто не наберёт.</translation>
    </message>
    <message>
        <source>It looks like a date. Birthdays and wedding days are the first that others try.</source>
        <translation>Похоже на дату. Дни рождения и свадьбы пробуют первыми.</translation>
    </message>
    <message>
        <source>It looks like a telephone number. Choose one that belongs to nobody.</source>
        <translation>Похоже на номер телефона. Возьмите числа, которые никому не принадлежат.</translation>
    </message>
    <message>
        <source>It needs numbers and at least one sign such as + or ×.</source>
        <translation>Нужны числа и хотя бы один знак, например + или ×.</translation>
    </message>
    <message>
        <source>It is too large. Files with numbers and laws are smaller than one megabyte.</source>
        <translation>Он слишком большой. Файлы с номерами и законами меньше одного мегабайта.</translation>
    </message>
    <message>
        <source>It holds no readable text. Perhaps another file was chosen.</source>
        <translation>В нём нет текста, который можно прочесть. Возможно, выбран другой файл.</translation>
    </message>
    <message>
        <source>It is a file of another kind, or its signature is missing.</source>
        <translation>Это файл другого вида, или в нём нет подписи.</translation>
    </message>
    <message>
        <source>It was changed after the organisation signed it. Ask the organisation for it once more.</source>
        <translation>Его изменили после того, как организация его подписала. Попросите у неё этот файл ещё раз.</translation>
    </message>
    <message>
        <source>It was signed by somebody else than this computer expects.</source>
        <translation>Его подписал не тот, чью подпись знает этот компьютер.</translation>
    </message>
    <message>
        <source>A newer edition of it is kept here already.</source>
        <translation>Здесь уже сохранено более новое издание.</translation>
    </message>
    <message>
        <source>Something in it is missing or out of place, here: {where}. Tell the organisation about it.</source>
        <translation>Чего-то в нём не хватает или что-то не на месте, вот здесь: {where}. Сообщите об этом организации.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>a stored copy was read</source>
        <translation>по сохранённой копии</translation>
    </message>
    <message>
        <source>the page was read</source>
        <translation>по самой странице</translation>
    </message>
    <message>
        <source>by a call</source>
        <translation>по телефону</translation>
    </message>
    <message>
        <source>Two or more sources agree.</source>
        <translation>Два источника или больше сходятся.</translation>
    </message>
    <message>
        <source>Read in the text of the law.</source>
        <translation>Прочитано в тексте закона.</translation>
    </message>
    <message>
        <source>One source only.</source>
        <translation>Источник только один.</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>before {year}</source>
        <translation>до {year} года</translation>
    </message>
    <message>
        <source>Source: {source} ({dated}). Last checked {checked}: {how}. {sure}</source>
        <translation>Источник: {source} ({dated}). Последняя проверка {checked}: {how}. {sure}</translation>
    </message>
    <message>
        <source>Some of this was last checked on {day}. It may have changed, and it all stays here.</source>
        <translation>Часть сведений последний раз проверяли {day}. Что-то могло измениться, но здесь остаётся всё.</translation>
    </message>
    <message>
        <source>For danger now this still holds: {numbers}.</source>
        <translation>Если опасность сейчас, номера прежние: {numbers}.</translation>
    </message>
    <message>
        <source>When you call</source>
        <translation>Когда вы звоните</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Кому сообщат</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Сколько стоит</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>On the phone bill</source>
        <translation>В счёте за телефон</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>Можно ли написать</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Какие следы остаются</translation>
    </message>
    <message>
        <source>Who issues it</source>
        <translation>Кто выносит</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>На какой срок</translation>
    </message>
    <message>
        <source>What it forbids</source>
        <translation>Что запрещает</translation>
    </message>
    <message>
        <source>When it is broken</source>
        <translation>Если его нарушают</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>О чём попросить</translation>
    </message>
    <message>
        <source>Punishment</source>
        <translation>Наказание</translation>
    </message>
    <message>
        <source>Who orders it</source>
        <translation>Кто назначает</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>Ваша копия</translation>
    </message>
    <message>
        <source>Without your statement</source>
        <translation>Без вашего заявления</translation>
    </message>
    <message>
        <source>Ending by reconciliation</source>
        <translation>Закончить примирением</translation>
    </message>
    <message>
        <source>They inform the police.</source>
        <translation>В полицию сообщают.</translation>
    </message>
    <message>
        <source>They do not inform the police.</source>
        <translation>В полицию не сообщают.</translation>
    </message>
    <message>
        <source>They may inform the police.</source>
        <translation>Могут сообщить в полицию.</translation>
    </message>
    <message>
        <source>The call leaves traces.</source>
        <translation>Звонок оставляет следы.</translation>
    </message>
    <message>
        <source>It leaves no traces that we know of.</source>
        <translation>Следов не оставляет, насколько нам известно.</translation>
    </message>
    <message>
        <source>The call may leave traces.</source>
        <translation>Звонок может оставить следы.</translation>
    </message>
    <message>
        <source>It stands on the bill.</source>
        <translation>Указывается в счёте.</translation>
    </message>
    <message>
        <source>It does not stand on the bill.</source>
        <translation>В счёте не указывается.</translation>
    </message>
    <message>
        <source>It may stand on the bill.</source>
        <translation>Может указываться в счёте.</translation>
    </message>
    <message>
        <source>We do not know whether they inform the police.</source>
        <translation>Сообщают ли в полицию, мы не знаем.</translation>
    </message>
    <message>
        <source>It does not begin.</source>
        <translation>Дело не начнут.</translation>
    </message>
    <message>
        <source>It can go on.</source>
        <translation>Дело могут вести.</translation>
    </message>
    <message>
        <source>It can go on in some cases.</source>
        <translation>В некоторых случаях дело могут вести.</translation>
    </message>
    <message>
        <source>It depends on the article.</source>
        <translation>Зависит от статьи.</translation>
    </message>
    <message>
        <source>Possible.</source>
        <translation>Можно.</translation>
    </message>
    <message>
        <source>Possible once, by the articles we read.</source>
        <translation>Можно один раз, по статьям, которые мы читали.</translation>
    </message>
    <message>
        <source>Not possible.</source>
        <translation>Нельзя.</translation>
    </message>
    <message>
        <source>We did not find this. A lawyer can tell.</source>
        <translation>Этого мы не нашли. Подскажет адвокат.</translation>
    </message>
    <message>
        <source>Last checked {day}.</source>
        <translation>Последняя проверка: {day}.</translation>
    </message>
    <message>
        <source>Not found in our sources</source>
        <translation>В наших источниках не найдено</translation>
    </message>
</context>
<context>
    <name>FearCard</name>
    <message>
        <source>In my own words</source>
        <translation>Своими словами</translation>
    </message>
</context>
<context>
    <name>FileCards</name>
    <message>
        <source>What is known</source>
        <translation>Что известно</translation>
    </message>
    <message>
        <source>{size} ({bytes} bytes)</source>
        <translation>{size} (байт: {bytes})</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>запись {number}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Kept with</source>
        <translation>К чему относится</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Отпечаток (SHA-256)</translation>
    </message>
    <message>
        <source>The whole fingerprint</source>
        <translation>Отпечаток целиком</translation>
    </message>
    <message>
        <source>Computed from every byte: one changed byte gives another fingerprint.</source>
        <translation>Вычислен по каждому байту: если изменить хоть один, отпечаток будет другим.</translation>
    </message>
    <message>
        <source>Claimed by the file</source>
        <translation>Указано в самом файле</translation>
    </message>
    <message>
        <source>A camera or phone writes these, but anybody can change them. Only “Kept on” is known here.</source>
        <translation>Это пишет камера или телефон, но изменить это может кто угодно. Сама программа знает только дату «Сохранено».</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Date of the file when it was added</source>
        <translation>Дата файла при добавлении</translation>
    </message>
    <message>
        <source>This file says nothing about itself.</source>
        <translation>Этот файл ничего о себе не сообщает.</translation>
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
        <translation>Проверить, не изменён ли файл</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Back to the entry</source>
        <translation>К записи</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Проверяем файл</translation>
    </message>
    <message>
        <source>File unchanged. Its fingerprint is the one from the day it was kept.</source>
        <translation>Файл не изменён. Отпечаток тот же, что в день, когда файл сохранён.</translation>
    </message>
    <message>
        <source>The file is not as it was kept: a part is missing or different. The disk may be failing. A copy from an earlier hand-over may still be good.</source>
        <translation>Файл не такой, каким его сохранили: часть пропала или изменилась. Возможно, портится диск. Копия, переданная раньше, может быть в порядке.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is known about the rest.</source>
        <translation>Остановлено. Об остальном ничего не известно.</translation>
    </message>
    <message>
        <source>Take back this file?</source>
        <translation>Убрать этот файл?</translation>
    </message>
    <message>
        <source>Nothing of it stays, no trace. This can be done until the next opening. It ends earlier when something is handed over, or when the four words of the record are to stand for it too.</source>
        <translation>От него не останется следа. Это возможно до следующего открытия записей. Срок кончится и раньше, если что-то передать или если четыре слова для сверки должны охватить и этот файл.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove this file?</source>
        <translation>Удалить этот файл?</translation>
    </message>
    <message>
        <source>The file is deleted for good. What stays is that entry {number} had a file, with the day of removal.

A fingerprint is a row of signs from which nothing can be read. Kept, it can show that a copy you handed over earlier is unchanged.</source>
        <translation>Файл удалится навсегда. Останется пометка, что при записи {number} был файл, и день удаления.

Отпечаток файла: ряд знаков, по которому ничего не прочесть. Если его оставить, он покажет, что копия, переданная раньше, не изменена.</translation>
    </message>
    <message>
        <source>Remove, keep the fingerprint</source>
        <translation>Удалить, отпечаток оставить</translation>
    </message>
    <message>
        <source>Remove, keep no fingerprint</source>
        <translation>Удалить вместе с отпечатком</translation>
    </message>
    <message>
        <source>The file is removed.</source>
        <translation>Файл удалён.</translation>
    </message>
    <message>
        <source>The file is taken back.</source>
        <translation>Файл убран без следа.</translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message>
        <source>{kind}, {size}. Kept on {moment}.</source>
        <translation>{kind}, {size}. Сохранено {moment}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open file {number}</source>
        <translation>Открыть файл {number}</translation>
    </message>
    <message>
        <source>Small picture of file {number}</source>
        <translation>Маленькая картинка файла {number}</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>Document or archive</source>
        <translation>Документ или архив</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Снимок</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Звукозапись</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
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
        <translation>С этого дня</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>По этот день</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Кто был рядом</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Какой вред</translation>
    </message>
    <message>
        <source>About an order</source>
        <translation>О каком предписании</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Любое место</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>С {day}</translation>
    </message>
    <message>
        <source>To {day}</source>
        <translation>По {day}</translation>
    </message>
    <message>
        <source>Take off: {words}</source>
        <translation>Снять: {words}</translation>
    </message>
    <message>
        <source>for example 2.3.2026</source>
        <translation>например, 2.3.2026</translation>
    </message>
    <message>
        <source>This day cannot be read. Write it like 2.3.2026.</source>
        <translation>Такой день не прочесть. Напишите так: 2.3.2026.</translation>
    </message>
</context>
<context>
    <name>FirstKeyPage</name>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Type it once, from memory</source>
        <translation>Наберите один раз по памяти</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Посмотреть ещё раз</translation>
    </message>
    <message>
        <source>Keep it without practising</source>
        <translation>Сохранить без повтора</translation>
    </message>
    <message>
        <source>So that it stays in your mind</source>
        <translation>Чтобы запомнилось</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Ваша парольная фраза</translation>
    </message>
    <message>
        <source>The spare key has opened your notes. Choose a new passphrase; the spare key stays as it is.</source>
        <translation>Запасной ключ открыл ваши записи. Выберите новую парольную фразу; запасной ключ останется прежним.</translation>
    </message>
    <message>
        <source>What you keep is locked with a passphrase: a few words that only you know. What you have written waits on its page.</source>
        <translation>То, что вы сохраняете, закрыто парольной фразой: это несколько слов, которые знаете только вы. Написанное ждёт на своей странице.</translation>
    </message>
    <message>
        <source>Go on without a new one</source>
        <translation>Дальше без новой</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Locking it. This takes a few seconds.</source>
        <translation>Ставим замок. Это займёт несколько секунд.</translation>
    </message>
    <message>
        <source>These were other words. You can look at it again, or try once more.</source>
        <translation>Это другие слова. Можно посмотреть ещё раз или попробовать снова.</translation>
    </message>
    <message>
        <source>1. In the calculator, type  7 × 7 × 7 × 7 =</source>
        <translation>1. В калькуляторе наберите  7 × 7 × 7 × 7 =</translation>
    </message>
    <message>
        <source>1. In the everyday program, type  7 × 7 × 7 × 7  and press Enter.</source>
        <translation>1. В обычной программе наберите  7 × 7 × 7 × 7  и нажмите Enter.</translation>
    </message>
    <message>
        <source>How you come back after hiding</source>
        <translation>Как вернуться после «Скрыть»</translation>
    </message>
    <message>
        <source>2. Then type this passphrase.</source>
        <translation>2. Потом наберите эту парольную фразу.</translation>
    </message>
    <message>
        <source>Later you can choose a sum of your own, and a spare key, in Settings.</source>
        <translation>Позже в настройках можно выбрать свой пример и сделать запасной ключ.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Your passphrase, or your spare key</source>
        <translation>Парольная фраза или запасной ключ</translation>
    </message>
    <message>
        <source>The language of the keyboard and capital letters make no difference.</source>
        <translation>Язык клавиатуры и заглавные буквы не важны.</translation>
    </message>
    <message>
        <source>Open my notes</source>
        <translation>Открыть мои записи</translation>
    </message>
    <message>
        <source>Esc goes back to the everyday program.</source>
        <translation>Esc возвращает в обычную программу.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>That did not open it.</source>
        <translation>Так не открылось.</translation>
    </message>
    <message>
        <source>You can look at it with “Show what I type”. You can try as often as you need.</source>
        <translation>Набранное видно, если отметить «Показывать, что я набираю». Попыток сколько угодно.</translation>
    </message>
    <message>
        <source>{hint} Without a copy nobody can open these notes again.</source>
        <translation>{hint} Без копии эти записи больше никто не откроет.</translation>
    </message>
    <message>
        <source>Opening. This can take a few seconds.</source>
        <translation>Открываем. Это может занять несколько секунд.</translation>
    </message>
    <message>
        <source>You can try again in {seconds} s. You can type already.</source>
        <translation>Следующая попытка через {seconds} с. Набирать можно уже сейчас.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>day not said</source>
        <translation>день не указан</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>There is nothing to hand over yet</source>
        <translation>Пока передавать нечего</translation>
    </message>
    <message>
        <source>When something is written down under “What happened”, you can give a copy of it to someone: only the lines you choose, with a report to print and the files unchanged.</source>
        <translation>Когда в разделе «Что случилось» что-то записано, копию можно отдать другому человеку. В ней только те строки, которые вы выберете, отчёт для печати и файлы без изменений.</translation>
    </message>
    <message>
        <source>Three entries from March with two photos, in Russian, for a lawyer.</source>
        <translation>Три записи за март и два снимка, на русском, для адвоката.</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Записать что-нибудь</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick at least one line.</source>
        <translation>Пока ничего не выбрано. Отметьте хотя бы одну строку.</translation>
    </message>
    <message>
        <source>My plan on paper</source>
        <translation>Мой план на бумаге</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Your plan, the page for a bad moment or a folded card, to print elsewhere.</source>
        <translation>План, страница для тяжёлой минуты или складная карточка, чтобы напечатать в другом месте.</translation>
    </message>
    <message>
        <source>Handed over before</source>
        <translation>Передано раньше</translation>
    </message>
    <message>
        <source>{moment} · {recipient}</source>
        <translation>{moment} · {recipient}</translation>
    </message>
    <message>
        <source>no name written</source>
        <translation>имя не указано</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>Записей: {count}</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>файлов: {count}</translation>
    </message>
    <message>
        <source>folder {name}</source>
        <translation>папка {name}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
</context>
<context>
    <name>HandSignal</name>
    <message>
        <source>The signal for help with one hand, in four steps</source>
        <translation>Жест «нужна помощь» одной рукой, в четыре шага</translation>
    </message>
    <message>
        <source>It is one calm movement. The hand stays where the other person can see it.</source>
        <translation>Это одно спокойное движение. Руку всё время должно быть видно тому, кому вы показываете.</translation>
    </message>
    <message>
        <source>Hold up one hand, the palm towards the other person.</source>
        <translation>Поднять руку ладонью к тому, кто смотрит.</translation>
    </message>
    <message>
        <source>Lay the thumb across the palm.</source>
        <translation>Прижать большой палец к ладони.</translation>
    </message>
    <message>
        <source>Fold the four fingers down.</source>
        <translation>Согнуть остальные четыре пальца.</translation>
    </message>
    <message>
        <source>The fingers close over the thumb.</source>
        <translation>Пальцы накрывают большой палец.</translation>
    </message>
    <message>
        <source>Step {number} of 4: {words}</source>
        <translation>Шаг {number} из 4: {words}</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Шаг {number}</translation>
    </message>
    <message>
        <source>It means: &quot;reach me safely&quot;. It does not mean: &quot;call the police&quot;.</source>
        <translation>Он значит: «свяжись со мной безопасно». Он не значит: «вызови полицию».</translation>
    </message>
    <message>
        <source>What helps, and what it cannot do</source>
        <translation>Что помогает и чего знак не может</translation>
    </message>
    <message>
        <source>Agree on it beforehand with people you trust, and on what they do then.</source>
        <translation>Заранее условиться о нём с теми, кому доверяете, и о том, что они сделают.</translation>
    </message>
    <message>
        <source>A good answer comes another way, with questions that need only yes or no. For example: is someone with you? Shall I come? Shall I call the police?</source>
        <translation>Лучше отвечать другим путём и вопросами на «да» или «нет». Например: рядом кто-то есть? Мне прийти? Вызвать полицию?</translation>
    </message>
    <message>
        <source>Only people who know the signal react to it. A stranger may not know it.</source>
        <translation>На знак отзовётся только тот, кто его знает. Чужой человек может его не знать.</translation>
    </message>
    <message>
        <source>The person who harms you may know it too.</source>
        <translation>Его может знать и тот, кто причиняет вред.</translation>
    </message>
    <message>
        <source>It was made in April 2020 by the Canadian Women&apos;s Foundation.</source>
        <translation>Знак придумал Канадский женский фонд в апреле 2020 года.</translation>
    </message>
</context>
<context>
    <name>HappenedPage</name>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Photo, recording, document</source>
        <translation>Фото, звук, документ</translation>
    </message>
    <message>
        <source>Find in what I wrote</source>
        <translation>Найти в моих записях</translation>
    </message>
    <message>
        <source>Find: a word, a name, a place</source>
        <translation>Найти: слово, имя, место</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation>Уже записано</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Everything written earlier</source>
        <translation>Всё, что записано раньше</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
    <message>
        <source>What happened, when, who saw it: written soon after, it helps to remember, and others to understand.</source>
        <translation>Что случилось, когда, кто видел. Запись по горячим следам помогает вам вспомнить, а другим понять.</translation>
    </message>
    <message>
        <source>A made-up example: “2 March, evening. He took my phone and would not let me out. The neighbour below heard it.”</source>
        <translation>Выдуманная запись: «2 марта, вечер. Отобрал телефон и не выпускал из дома. Слышала соседка снизу».</translation>
    </message>
    <message>
        <source>One word is enough, or one file.</source>
        <translation>Хватит одного слова или одного файла.</translation>
    </message>
    <message>
        <source>Keeping the files unchanged</source>
        <translation>Сохраняем файлы без изменений</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>The day and hour of writing stand with it.</source>
        <translation>Рядом указаны день и час записи.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be kept with it.</source>
        <translation>
            <numerusform>%n файл сохранится вместе с записью.</numerusform>
            <numerusform>%n файла сохранятся вместе с записью.</numerusform>
            <numerusform>%n файлов сохранятся вместе с записью.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Orders that forbid contact</source>
        <translation>Предписания и запреты</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Помощь</translation>
    </message>
    <message>
        <source>Doctors and examinations</source>
        <translation>Врачи и экспертиза</translation>
    </message>
    <message>
        <source>Police and law</source>
        <translation>Полиция и закон</translation>
    </message>
    <message>
        <source>What you can ask the police for</source>
        <translation>О чём можно попросить полицию</translation>
    </message>
    <message>
        <source>What the law calls it</source>
        <translation>Как это называет закон</translation>
    </message>
    <message>
        <source>Who can stop a case</source>
        <translation>Кто может прекратить дело</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>About the law</source>
        <translation>О законе</translation>
    </message>
    <message>
        <source>Help around you</source>
        <translation>Помощь рядом</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Дети</translation>
    </message>
    <message>
        <source>A place to stay</source>
        <translation>Где можно пожить</translation>
    </message>
    <message>
        <source>A lawyer</source>
        <translation>Адвокат</translation>
    </message>
    <message>
        <source>Calls and messages</source>
        <translation>Звонки и сообщения</translation>
    </message>
    <message>
        <source>This country&apos;s page has no words in your language.</source>
        <translation>Для этой страны нет текста на вашем языке.</translation>
    </message>
    <message>
        <source>Sentences you can say</source>
        <translation>Фразы, которые можно сказать</translation>
    </message>
    <message>
        <source>What to check before you rely on it</source>
        <translation>Что проверить, прежде чем полагаться</translation>
    </message>
    <message>
        <source>Numbers that are for something else</source>
        <translation>Номера для других случаев</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>номера</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>предписания</translation>
    </message>
    <message>
        <source>what the police have to do</source>
        <translation>что обязана делать полиция</translation>
    </message>
    <message>
        <source>what the law calls it</source>
        <translation>как это называет закон</translation>
    </message>
    <message>
        <source>who can stop a case</source>
        <translation>кто может прекратить дело</translation>
    </message>
    <message>
        <source>deadlines</source>
        <translation>сроки</translation>
    </message>
    <message>
        <source>examinations by a doctor</source>
        <translation>осмотр у врача</translation>
    </message>
    <message>
        <source>places to stay</source>
        <translation>где можно пожить</translation>
    </message>
    <message>
        <source>lawyers</source>
        <translation>адвокаты</translation>
    </message>
    <message>
        <source>children</source>
        <translation>дети</translation>
    </message>
    <message>
        <source>Nothing is written here about: {topics}. That does not mean that there is nothing.</source>
        <translation>Здесь ничего нет о таких вещах: {topics}. Это не значит, что их не бывает.</translation>
    </message>
    <message>
        <source>{country}, edition {edition}.</source>
        <translation>{country}, издание {edition}.</translation>
    </message>
    <message>
        <source>Read by {who}, {day}.</source>
        <translation>Кто прочёл: {who}, {day}.</translation>
    </message>
    <message>
        <source>No specialist who speaks this language has read it yet.</source>
        <translation>Ни один специалист, говорящий на этом языке, этого ещё не читал.</translation>
    </message>
    <message>
        <source>Signed by {signer}.</source>
        <translation>Подпись: {signer}.</translation>
    </message>
    <message>
        <source>Choose another country</source>
        <translation>Выбрать другую страну</translation>
    </message>
</context>
<context>
    <name>HidingCard</name>
    <message>
        <source>Hiding</source>
        <translation>Как скрывать</translation>
    </message>
    <message>
        <source>“Hide now” and Shift pressed three times always work. What you choose here comes on top.</source>
        <translation>Кнопка «Скрыть» и Shift три раза подряд работают всегда. Здесь можно добавить ещё способы.</translation>
    </message>
    <message>
        <source>On this computer the time is set: {count} min without a movement. It also hides when another window comes in front.</source>
        <translation>На этом компьютере время задано: {count} мин без движения. Окно скрывается и тогда, когда поверх появляется другое.</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} мин</translation>
    </message>
    <message>
        <source>Hide when another window comes in front</source>
        <translation>Скрывать, когда поверх появляется другое окно</translation>
    </message>
    <message>
        <source>Off at first: a keyboard on the screen, or a message that pops up, would hide it too.</source>
        <translation>Сначала выключено: экранная клавиатура или всплывшее сообщение тоже скрывали бы окно.</translation>
    </message>
    <message>
        <source>This holds once something is kept. Until then it hides after {count} min, because hiding erases what is not kept.</source>
        <translation>Начнёт действовать, когда будет что-то сохранено. До этого окно скрывается через {count} мин: скрытие стирает то, что не сохранено.</translation>
    </message>
    <message>
        <source>No other key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>One more key that hides at once</source>
        <translation>Ещё одна клавиша, которая сразу скрывает</translation>
    </message>
    <message>
        <source>One press of it is enough, so choose a key you do not press by chance.</source>
        <translation>Хватит одного нажатия, поэтому выберите клавишу, которую не задеть случайно.</translation>
    </message>
    <message>
        <source>Hide by itself when nobody moves for</source>
        <translation>Скрывать само, когда ничего не нажимают</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>{first} to {last}</source>
        <translation>с {first} по {last}</translation>
    </message>
    <message>
        <source>Day not given</source>
        <translation>День не указан</translation>
    </message>
    <message>
        <source>Hurt my body</source>
        <translation>Боль, удары</translation>
    </message>
    <message>
        <source>Sexual</source>
        <translation>Сексуальное</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Угрозы</translation>
    </message>
    <message>
        <source>Control, humiliation</source>
        <translation>Контроль, унижение</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Phone, accounts</source>
        <translation>Телефон, учётные записи</translation>
    </message>
    <message>
        <source>Following, waiting</source>
        <translation>Слежка, преследование</translation>
    </message>
    <message>
        <source>Things broken</source>
        <translation>Порча вещей</translation>
    </message>
    <message>
        <source>Pressure to make up or withdraw</source>
        <translation>Давят: помириться, забрать заявление</translation>
    </message>
    <message>
        <source>Against a child</source>
        <translation>Против ребёнка</translation>
    </message>
    <message>
        <source>Against an animal</source>
        <translation>Против животного</translation>
    </message>
    <message>
        <source>A child was there</source>
        <translation>Ребёнок был рядом</translation>
    </message>
    <message>
        <source>A child heard it</source>
        <translation>Ребёнок слышал</translation>
    </message>
    <message>
        <source>No child was there</source>
        <translation>Детей рядом не было</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>{number}. Removed</source>
        <translation>{number}. Удалено</translation>
    </message>
    <message>
        <source>{number}. {when}</source>
        <translation>{number}. {when}</translation>
    </message>
    <message>
        <source>No words, only files.</source>
        <translation>Без слов, только файлы.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed later</source>
        <translation>Изменено позже</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open entry {number}</source>
        <translation>Открыть запись {number}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take back entry {number}</source>
        <translation>Убрать запись {number}</translation>
    </message>
</context>
<context>
    <name>IncidentFields</name>
    <message>
        <source>What happened, in your own words</source>
        <translation>Что случилось, своими словами</translation>
    </message>
    <message>
        <source>What happened, in your own words. One line is enough.</source>
        <translation>Что случилось, своими словами. Хватит одной строки.</translation>
    </message>
    <message>
        <source>Someone else may read this one day.</source>
        <translation>Когда-нибудь это может прочесть кто-то другой.</translation>
    </message>
    <message>
        <source>Add more</source>
        <translation>Добавить ещё</translation>
    </message>
    <message>
        <source>Each part can stay empty.</source>
        <translation>Любую часть можно оставить пустой.</translation>
    </message>
    <message>
        <source>Nobody is on your list yet.</source>
        <translation>В вашем списке пока никого нет.</translation>
    </message>
    <message>
        <source>Take this one away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Take this one away: {part}</source>
        <translation>Убрать: {part}</translation>
    </message>
    <message>
        <source>Add one more</source>
        <translation>Добавить ещё</translation>
    </message>
    <message>
        <source>Add one more: {part}</source>
        <translation>Добавить ещё: {part}</translation>
    </message>
    <message>
        <source>{place}: mark {number}</source>
        <translation>{place}: отметка {number}</translation>
    </message>
    <message>
        <source>{place}: marks {numbers}</source>
        <translation>{place}: отметки {numbers}</translation>
    </message>
</context>
<context>
    <name>IndexWork</name>
    <message>
        <source>Everything written is gone through once, so that it can be found. This takes a moment.</source>
        <translation>Всё записанное один раз просматривается, чтобы его можно было найти. Это займёт немного времени.</translation>
    </message>
</context>
<context>
    <name>LabelledField</name>
    <message>
        <source>This is more than fits here. It can be added as a file instead, unchanged.</source>
        <translation>Сюда столько не поместится. Это можно добавить файлом, без изменений.</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>LateKeeping</name>
    <message>
        <source>What you have just written is kept as soon as the work under way is done.</source>
        <translation>То, что вы только что написали, сохранится, как только закончится начатая работа.</translation>
    </message>
    <message>
        <source>Hiding before that erases it.</source>
        <translation>Если скрыть раньше, этого не останется.</translation>
    </message>
</context>
<context>
    <name>LeavesCard</name>
    <message>
        <source>Leaves, in a folder</source>
        <translation>Уйдёт, в папке</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Останется здесь</translation>
    </message>
    <message>
        <source>The folder is not locked: whoever has it can read everything in it. A stick that is handed from hand to hand is safer than e-mail or a messenger.</source>
        <translation>Папка не закрыта: у кого она есть, тот прочтёт в ней всё. Флешка из рук в руки надёжнее почты и мессенджера.</translation>
    </message>
    <message>
        <source>A folder with {count} entries</source>
        <translation>Папка. Записей в ней: {count}</translation>
    </message>
    <message>
        <source>This computer with {count} other entries</source>
        <translation>Этот компьютер. Других записей в нём: {count}</translation>
    </message>
    <message>
        <source>Entries: {count}, each with all its earlier wordings</source>
        <translation>Записей: {count}, каждая со всеми прежними версиями</translation>
    </message>
    <message>
        <source>Files, exactly as they are: {count} ({size})</source>
        <translation>Файлов, точно как есть: {count} ({size})</translation>
    </message>
    <message>
        <source>A report to print, in this language: {language}</source>
        <translation>Отчёт для печати, язык: {language}</translation>
    </message>
    <message>
        <source>Full names of the people in these entries</source>
        <translation>Полные имена людей из этих записей</translation>
    </message>
    <message>
        <source>People in these entries, by nickname or first letters</source>
        <translation>Люди из этих записей, под прозвищами или первыми буквами</translation>
    </message>
    <message>
        <source>Your name, as you typed it</source>
        <translation>Ваше имя, как вы его набрали</translation>
    </message>
    <message>
        <source>Lists by which anybody can check that nothing was changed</source>
        <translation>Списки, по которым любой проверит, что ничего не изменено</translation>
    </message>
    <message>
        <source>Nothing yet. Tick at least one line above.</source>
        <translation>Пока ничего. Отметьте выше хотя бы одну строку.</translation>
    </message>
    <message>
        <source>Other entries: {count}</source>
        <translation>Другие записи: {count}</translation>
    </message>
    <message>
        <source>The files of the chosen entries: {count}</source>
        <translation>Файлы выбранных записей: {count}</translation>
    </message>
    <message>
        <source>Your plan, and everything else about people</source>
        <translation>Ваш план и всё остальное о людях</translation>
    </message>
    <message>
        <source>To whom you gave something before</source>
        <translation>Кому вы что-то передавали раньше</translation>
    </message>
    <message>
        <source>Passphrase, sum and spare key</source>
        <translation>Парольная фраза, пример и запасной ключ</translation>
    </message>
    <message>
        <source>The name of this computer and of its user</source>
        <translation>Имя компьютера и его пользователя</translation>
    </message>
</context>
<context>
    <name>LogWays</name>
    <message>
        <source>Write</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Все записи</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Предписания</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Давление</translation>
    </message>
    <message>
        <source>More about what happened</source>
        <translation>Ещё о том, что случилось</translation>
    </message>
</context>
<context>
    <name>LookAgain</name>
    <message>
        <source>You wanted to look at this again</source>
        <translation>Вы хотели посмотреть на это ещё раз</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Через неделю</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>Больше не нужно</translation>
    </message>
</context>
<context>
    <name>LookAgainDay</name>
    <message>
        <source>No day</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Через неделю</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Через месяц</translation>
    </message>
</context>
<context>
    <name>LookBack</name>
    <message>
        <source>Nothing is written yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
    <message>
        <source>Later everything you wrote can be found here: by a word, by a day, by who was there.</source>
        <translation>Потом здесь можно найти всё записанное: по слову, по дню, по тому, кто был рядом.</translation>
    </message>
    <message>
        <source>Type “stairs”, and every entry comes in which stairs are spoken of, in any form of the word.</source>
        <translation>Наберите «лестница», и найдутся все записи, где она названа, в любой форме слова.</translation>
    </message>
    <message>
        <source>Write what happened</source>
        <translation>Записать, что случилось</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>The first letters of a word are enough, and endings do not matter. Try fewer words.</source>
        <translation>Хватит первых букв слова, окончания не важны. Можно взять меньше слов.</translation>
    </message>
    <message>
        <source>It is narrowed down as well. What is chosen can be taken off.</source>
        <translation>Поиск ещё и сужен условиями. Их можно снять.</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Снова показать всё</translation>
    </message>
    <message>
        <source>{number}. {when}</source>
        <translation>{number}. {when}</translation>
    </message>
    <message>
        <source>changed later</source>
        <translation>изменено позже</translation>
    </message>
    <message>
        <source>Removed. Its number stays.</source>
        <translation>Удалено. Номер остаётся.</translation>
    </message>
    <message>
        <source>Day not given</source>
        <translation>День не указан</translation>
    </message>
    <message>
        <source>No words, only files.</source>
        <translation>Без слов, только файлы.</translation>
    </message>
    <message>
        <source>The words stand further on in this entry.</source>
        <translation>Слова есть дальше, внутри записи.</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Где:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Когда:</translation>
    </message>
    <message>
        <source>What was said:</source>
        <translation>Что было сказано:</translation>
    </message>
    <message>
        <source>Who saw or heard it:</source>
        <translation>Кто видел или слышал:</translation>
    </message>
    <message>
        <source>Police:</source>
        <translation>Полиция:</translation>
    </message>
    <message>
        <source>Doctor:</source>
        <translation>Врач:</translation>
    </message>
    <message>
        <source>Injuries:</source>
        <translation>Следы и боль:</translation>
    </message>
    <message>
        <source>Name of a file:</source>
        <translation>Имя файла:</translation>
    </message>
    <message>
        <source>Note to a file:</source>
        <translation>Заметка к файлу:</translation>
    </message>
    <message>
        <source>What is said in a recording:</source>
        <translation>Что сказано в файле:</translation>
    </message>
    <message>
        <source>Written later:</source>
        <translation>Дописано позже:</translation>
    </message>
    <message>
        <source>Further on in this entry:</source>
        <translation>Дальше в этой записи:</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Also found: {counts}</source>
        <translation>Нашлось ещё: {counts}</translation>
    </message>
    <message>
        <source>Also found, the first {count}: {counts}</source>
        <translation>Нашлось ещё, первые {count}: {counts}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Предписания</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Давление</translation>
    </message>
    <message>
        <source>My days</source>
        <translation>Мои дни</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Номер:</translation>
    </message>
    <message>
        <source>Promised:</source>
        <translation>Обещано:</translation>
    </message>
    <message>
        <source>What came of it:</source>
        <translation>Что из этого вышло:</translation>
    </message>
    <message>
        <source>What it forbids:</source>
        <translation>Что оно запрещает:</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Запись {number}</translation>
    </message>
    <message>
        <source>Breach</source>
        <translation>Нарушение</translation>
    </message>
</context>
<context>
    <name>LookBackHead</name>
    <message>
        <source>Find in everything I wrote</source>
        <translation>Найти во всех моих записях</translation>
    </message>
    <message>
        <source>Find: a word, a name, a place</source>
        <translation>Найти: слово, имя, место</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Narrow it down</source>
        <translation>Сузить поиск</translation>
    </message>
    <message>
        <source>By the day it happened</source>
        <translation>По дню, когда это было</translation>
    </message>
    <message>
        <source>By the day it was written</source>
        <translation>По дню записи</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок списка</translation>
    </message>
    <message>
        <source>Go to a month</source>
        <translation>Перейти к месяцу</translation>
    </message>
    <message numerus="yes">
        <source>More than %n found, the last written first</source>
        <translation>
            <numerusform>Найдено больше %n записи, последняя сверху</numerusform>
            <numerusform>Найдено больше %n записей, последняя сверху</numerusform>
            <numerusform>Найдено больше %n записей, последняя сверху</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found, the last written first</source>
        <translation>
            <numerusform>Найдена %n запись, последняя сверху</numerusform>
            <numerusform>Найдено %n записи, последняя сверху</numerusform>
            <numerusform>Найдено %n записей, последняя сверху</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off all</source>
        <translation>Снять все условия</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
</context>
<context>
    <name>LookBackPage</name>
    <message>
        <source>What is written</source>
        <translation>Что записано</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Все записи</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>How it looks</source>
        <translation>Как выглядит</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>colours</comment>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>colours</comment>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>colours</comment>
        <translation>Контрастные</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Show all pages at the side</source>
        <translation>Показывать все страницы сбоку</translation>
    </message>
    <message>
        <source>Everything grows with it.</source>
        <translation>Вместе с ним растёт всё.</translation>
    </message>
</context>
<context>
    <name>LookedAgain</name>
    <message>
        <source>In a month</source>
        <translation>Через месяц</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>Больше не нужно</translation>
    </message>
</context>
<context>
    <name>MediaBar</name>
    <message>
        <source>{hours} h {minutes} min {seconds} s</source>
        <translation>{hours} ч {minutes} мин {seconds} с</translation>
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
        <translation>{place} из {length}</translation>
    </message>
</context>
<context>
    <name>MediaCard</name>
    <message>
        <source>Kept unchanged. This kind of file is not played here.</source>
        <translation>Сохранено без изменений. Такие файлы здесь не воспроизводятся.</translation>
    </message>
    <message>
        <source>Covered and silent. It is opened only when you press Show.</source>
        <translation>Прикрыто, без звука. Открывается, только если нажать «Показать».</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Half speed</source>
        <translation>Вдвое медленнее</translation>
    </message>
    <message>
        <source>A little slower</source>
        <translation>Немного медленнее</translation>
    </message>
    <message>
        <source>Ordinary speed</source>
        <translation>Обычная скорость</translation>
    </message>
    <message>
        <source>A little faster</source>
        <translation>Немного быстрее</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Быстрее</translation>
    </message>
    <message>
        <source>Double speed</source>
        <translation>Вдвое быстрее</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>Скорость воспроизведения</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Время в файле</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Со звуком</translation>
    </message>
    <message>
        <source>Sound can be heard in the next room. While it is on, the computer&apos;s volume list shows that this program plays sound.</source>
        <translation>Звук могут услышать в соседней комнате. Пока он включён, в списке громкости на компьютере видно, что звук идёт из этой программы.</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
    <message>
        <source>The video you opened</source>
        <translation>Открытое видео</translation>
    </message>
    <message>
        <source>This video has no sound.</source>
        <translation>В этом видео нет звука.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation>{place} из {length}</translation>
    </message>
    <message>
        <source>This computer lacks a part that lets sound out (on Linux: libpulse0). The picture plays without it.</source>
        <translation>На этом компьютере не хватает части, через которую идёт звук (в Linux: libpulse0). Видео идёт без звука.</translation>
    </message>
    <message>
        <source>No loudspeaker and no headphones were found. The picture plays without sound.</source>
        <translation>Ни динамиков, ни наушников не нашлось. Видео идёт без звука.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>Questions and small steps, one topic at a time.</source>
        <translation>Вопросы и маленькие шаги, тема за темой.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>A folded card, a page or your plan, to print.</source>
        <translation>Складная карточка, страница или ваш план, чтобы напечатать.</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Тревожные признаки</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон и устройства</translation>
    </message>
    <message>
        <source>Say this</source>
        <translation>Что сказать</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>How this program protects, and what it cannot do</source>
        <translation>Как программа защищает и чего не может</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation>Что для меня важно</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Прежние версии плана</translation>
    </message>
    <message>
        <source>Keep My plan, People, Hand over and Settings at the side</source>
        <translation>Показывать сбоку «Мой план», «Люди», «Передать» и «Настройки»</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Все записи</translation>
    </message>
    <message>
        <source>Find an entry by a word, a person, a place, a time.</source>
        <translation>Найти запись по слову, человеку, месту или времени.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Which days have an entry, and plain counts.</source>
        <translation>В какие дни есть записи и сколько их.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Every picture, recording and paper that is kept.</source>
        <translation>Все сохранённые снимки, записи звука и видео, бумаги.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Whether everything is as it was kept, and a card for later.</source>
        <translation>Всё ли так, как было сохранено, и карточка, чтобы сверить потом.</translation>
    </message>
    <message>
        <source>The dates of a protective order, and how many days are left.</source>
        <translation>Даты защитного предписания и сколько дней осталось.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Statements, numbers, hearings, letters and answers.</source>
        <translation>Заявления, номера, дни суда, письма и ответы.</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Давление</translation>
    </message>
    <message>
        <source>Who wanted you to withdraw or to sign, and what was said.</source>
        <translation>Кто хотел, чтобы вы забрали заявление или что-то подписали, и какими словами.</translation>
    </message>
    <message>
        <source>Who you can ask, and how to reach them safely.</source>
        <translation>Кого можно попросить и как безопасно связаться.</translation>
    </message>
    <message>
        <source>Several ways side by side; nothing is added up.</source>
        <translation>Разные пути рядом; ничего не подсчитывается.</translation>
    </message>
    <message>
        <source>Your plan as it was, with its day.</source>
        <translation>Ваш план, каким он был, с датой.</translation>
    </message>
    <message>
        <source>What can come before serious harm. No test, no score.</source>
        <translation>Что бывает перед тяжёлым вредом. Это не тест, баллов нет.</translation>
    </message>
    <message>
        <source>Where someone could see or hear you, and what to keep first.</source>
        <translation>Где вас могут видеть или слышать и что сохранить сначала.</translation>
    </message>
    <message>
        <source>Short sentences to read aloud: to the police, a doctor.</source>
        <translation>Короткие фразы, чтобы прочесть вслух: полиции, врачу.</translation>
    </message>
    <message>
        <source>A copy for a lawyer, the police or a court.</source>
        <translation>Копия для адвоката, полиции или суда.</translation>
    </message>
    <message>
        <source>A copy to take along</source>
        <translation>Копия с собой</translation>
    </message>
    <message>
        <source>One locked file for a stick, or for a new computer.</source>
        <translation>Один запертый файл: для флешки или нового компьютера.</translation>
    </message>
    <message>
        <source>Language, size of the text, hiding, passphrase.</source>
        <translation>Язык, размер текста, как скрывать, парольная фраза.</translation>
    </message>
    <message>
        <source>A statement, or a request for a copy of an order, to read over and print.</source>
        <translation>Заявление или просьба о копии предписания: перечитать и напечатать.</translation>
    </message>
    <message>
        <source>Drafts for the counter</source>
        <translation>Черновики для дежурной части</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Orders and cases</source>
        <translation>Предписания и дела</translation>
    </message>
    <message>
        <source>My plan and people</source>
        <translation>Мой план и люди</translation>
    </message>
    <message>
        <source>Signs, devices, words</source>
        <translation>Признаки, устройства, слова</translation>
    </message>
    <message>
        <source>Handing over and settings</source>
        <translation>Передача и настройки</translation>
    </message>
    <message>
        <source>It works without the internet and sends nothing to anybody.</source>
        <translation>Программа работает без интернета и никому ничего не отправляет.</translation>
    </message>
    <message>
        <source>What you keep is locked with your passphrase. The passphrase is written nowhere, and there is no second way in but the spare key you may make.</source>
        <translation>То, что вы сохраняете, закрыто вашей парольной фразой. Она нигде не записана. Иначе открыть нельзя, если только вы не сделаете запасной ключ.</translation>
    </message>
    <message>
        <source>“Hide now” turns the window into an ordinary program at once and closes your notes behind it.</source>
        <translation>«Скрыть» сразу превращает окно в обычную программу и закрывает ваши записи.</translation>
    </message>
    <message>
        <source>This program writes nothing of yours outside its locked files.</source>
        <translation>Вне своих закрытых файлов программа ничего вашего не записывает.</translation>
    </message>
    <message>
        <source>An entry about what happened is never written over: a change is added, and the first words stay.</source>
        <translation>Запись о случившемся не переписывается: изменение добавляется, а первые слова остаются.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что она делает</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Предписания и запреты</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>Names</source>
        <translation>Имена</translation>
    </message>
    <message>
        <source>Show full names of people</source>
        <translation>Показывать имена людей полностью</translation>
    </message>
    <message>
        <source>Otherwise only first letters or nicknames are shown.</source>
        <translation>Иначе видны только первые буквы или прозвища.</translation>
    </message>
    <message>
        <source>How this program protects, and what it cannot do</source>
        <translation>Как программа защищает и чего не может</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Помощь</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Someone is calling</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Эта встреча</translation>
    </message>
    <message>
        <source>To begin</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Take along or end</source>
        <translation>Взять или закончить</translation>
    </message>
</context>
<context>
    <name>NewPhrase</name>
    <message>
        <source>Words chosen for me</source>
        <translation>Готовые слова</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Мои слова</translation>
    </message>
    <message>
        <source>Where the passphrase comes from</source>
        <translation>Откуда взять парольную фразу</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Другие слова</translation>
    </message>
    <message>
        <source>Your own sentence or words</source>
        <translation>Ваши слова или предложение</translation>
    </message>
    <message>
        <source>Something nobody has heard you say: no names, dates or sayings.</source>
        <translation>То, чего от вас никто не слышал: без имён, дат и поговорок.</translation>
    </message>
    <message>
        <source>Five words, stronger</source>
        <translation>Пять слов, надёжнее</translation>
    </message>
    <message>
        <source>Four words are enough</source>
        <translation>Хватит четырёх слов</translation>
    </message>
    <message>
        <source>Too short to be safe. One or two words more are enough.</source>
        <translation>Слишком коротко. Хватит ещё одного или двух слов.</translation>
    </message>
    <message>
        <source>These words come to mind easily. A word that does not belong there makes it safe.</source>
        <translation>Такие слова легко приходят в голову. Добавьте слово, которое сюда совсем не подходит.</translation>
    </message>
    <message>
        <source>Names are tried first. Add words that have nothing to do with anybody.</source>
        <translation>Имена пробуют первыми. Добавьте слова, которые ни с кем не связаны.</translation>
    </message>
    <message>
        <source>Dates and numbers are tried first. Add words instead.</source>
        <translation>Даты и числа пробуют первыми. Лучше добавить слова.</translation>
    </message>
    <message>
        <source>Keys in a row are tried first. Use words instead.</source>
        <translation>Клавиши подряд пробуют первыми. Лучше взять слова.</translation>
    </message>
    <message>
        <source>The same thing several times counts once. Add different words.</source>
        <translation>Повторы считаются за один раз. Добавьте разные слова.</translation>
    </message>
    <message>
        <source>Someone who knows you could think of this. Add words that have nothing to do with you.</source>
        <translation>До этого может додуматься тот, кто вас знает. Добавьте слова, никак с вами не связанные.</translation>
    </message>
    <message>
        <source>This could be guessed. Add another word.</source>
        <translation>Это можно угадать. Добавьте ещё слово.</translation>
    </message>
</context>
<context>
    <name>NotKept</name>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт</translation>
    </message>
</context>
<context>
    <name>NotTold</name>
    <message>
        <source>Must not be told</source>
        <translation>Нельзя говорить</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change what this person must not be told</source>
        <translation>Изменить, чего нельзя говорить этому человеку</translation>
    </message>
</context>
<context>
    <name>OwnNumbersCard</name>
    <message>
        <source>My own numbers</source>
        <translation>Мои номера</translation>
    </message>
    <message>
        <source>A clinic, a centre near you, a neighbour. Nobody checks them here: they are your words.</source>
        <translation>Поликлиника, центр рядом, соседка. Здесь их никто не проверяет: это ваши слова.</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>Записать номер</translation>
    </message>
    <message numerus="yes">
        <source>{count} kept here.</source>
        <translation>
            <numerusform>Здесь сохранён {count} номер.</numerusform>
            <numerusform>Здесь сохранено {count} номера.</numerusform>
            <numerusform>Здесь сохранено {count} номеров.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>{words}: my own numbers</source>
        <translation>{words}: мои номера</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation>Изменить: {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Удалить: {name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this.</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт.</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>When to call, what to say, what stays on the bill.</source>
        <translation>Когда звонить, что сказать, что останется в счёте.</translation>
    </message>
    <message>
        <source>Who answers there</source>
        <translation>Кто там отвечает</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>A name or a number is enough.</source>
        <translation>Хватит имени или номера.</translation>
    </message>
    <message>
        <source>Remove this number?</source>
        <translation>Удалить этот номер?</translation>
    </message>
    <message>
        <source>It goes from this list. Nothing else changes.</source>
        <translation>Он исчезнет из этого списка. Больше ничего не изменится.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>PaperKindCard</name>
    <message>
        <source>What do you want on paper?</source>
        <translation>Что нужно на бумаге?</translation>
    </message>
    <message>
        <source>A folded card</source>
        <translation>Складная карточка</translation>
    </message>
    <message>
        <source>The page for a bad moment</source>
        <translation>Страница для тяжёлой минуты</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>Choose one. Nothing is made before you choose, and nothing leaves this window by itself.</source>
        <translation>Выберите одно. До этого ничего не создаётся, и само отсюда ничего не уходит.</translation>
    </message>
    <message>
        <source>It is as large as a bank card: cut out, folded once, two sides. For a few lines.</source>
        <translation>Размером с банковскую карту: вырезать, сложить пополам, две стороны. На несколько строк.</translation>
    </message>
    <message>
        <source>One page in large letters: numbers, people, places, your code word.</source>
        <translation>Одна страница крупными буквами: номера, люди, места, ваше кодовое слово.</translation>
    </message>
    <message>
        <source>Your steps, topic by topic. Help for now stands first, if you want it.</source>
        <translation>Ваши шаги, тема за темой. Если хотите, первой стоит помощь прямо сейчас.</translation>
    </message>
</context>
<context>
    <name>PaperLookCard</name>
    <message>
        <source>How it looks</source>
        <translation>Как выглядит</translation>
    </message>
    <message>
        <source>It says what it is</source>
        <translation>Видно, что это</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Список покупок</translation>
    </message>
    <message>
        <source>Bus timetable</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>My own heading</source>
        <translation>Свой заголовок</translation>
    </message>
    <message>
        <source>Anyone who finds it understands it at once. So does someone who helps you.</source>
        <translation>Кто найдёт, сразу всё поймёт. И тот, кто вам помогает, тоже.</translation>
    </message>
    <message>
        <source>Short numbers stand as prices, people as errands, a place as where an order waits, the code word as a brand of tea.</source>
        <translation>Короткие номера стоят как цены, люди как дела, место как пункт выдачи заказа, кодовое слово как марка чая.</translation>
    </message>
    <message>
        <source>Short numbers stand as buses, people as drivers, a place as a stop, the code word as the last stop. The times mean nothing.</source>
        <translation>Короткие номера стоят как автобусы, люди как водители, место как остановка, кодовое слово как конечная. Часы и минуты ничего не значат.</translation>
    </message>
    <message>
        <source>People stand with their numbers as in any list, short numbers together, the code word as the Wi-Fi.</source>
        <translation>Люди стоят с номерами, как в любом списке, короткие номера вместе, кодовое слово как Wi-Fi.</translation>
    </message>
    <message>
        <source>Your heading, and below it only your lines, without a word about what they are.</source>
        <translation>Ваш заголовок и под ним только ваши строки, без слова о том, что это.</translation>
    </message>
    <message>
        <source>The steps stay whole sentences under any heading: who reads on understands them. The folded card and the page can look like something else altogether.</source>
        <translation>Шаги остаются целыми фразами под любым заголовком: кто прочтёт дальше, поймёт. Складная карточка и страница могут выглядеть совсем иначе.</translation>
    </message>
    <message>
        <source>Heading on the paper</source>
        <translation>Заголовок на бумаге</translation>
    </message>
    <message>
        <source>Something ordinary, such as “For the garden”. Left empty, it is a dash.</source>
        <translation>Что-то обычное, например «Для огорода». Если пусто, будет прочерк.</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Язык на бумаге</translation>
    </message>
    <message>
        <source>Heading and form</source>
        <translation>Заголовок и вид</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Nothing is kept yet that could stand on paper</source>
        <translation>Пока нечего поместить на бумагу</translation>
    </message>
    <message>
        <source>Paper is made from what you keep here: your steps, your people, your code word.</source>
        <translation>На бумагу попадает то, что вы здесь сохранили: шаги, люди, кодовое слово.</translation>
    </message>
    <message>
        <source>A card that looks like a shopping list, with three numbers and a friend&apos;s name.</source>
        <translation>Карточка, похожая на список покупок: три номера и имя подруги.</translation>
    </message>
    <message>
        <source>Begin to keep something</source>
        <translation>Начать сохранять</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>This cannot be the name of a file. Letters, digits, spaces and dashes are fine.</source>
        <translation>Так файл назвать нельзя. Подойдут буквы, цифры, пробелы и дефисы.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>Сделать файл</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Название файла</translation>
    </message>
    <message>
        <source>Something ordinary. It can be read by anyone who sees the folder.</source>
        <translation>Что-то обычное. Его прочтёт любой, кто увидит папку.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Tick at least one line.</source>
        <translation>Пока ничего не выбрано. Отметьте хотя бы одну строку.</translation>
    </message>
    <message>
        <source>Choose a folder and write the file</source>
        <translation>Выбрать папку и записать файл</translation>
    </message>
    <message>
        <source>This program does not print: printing leaves copies on this computer and opens connections. Take the file on a stick to a place you trust: a friend, a library, a centre. Delete it there afterwards, from the bin too.</source>
        <translation>Программа сама не печатает: печать оставляет копии на компьютере и открывает соединения. Отнесите файл на флешке туда, где надёжно: к друзьям, в библиотеку, в центр. Потом удалите его там, и из корзины тоже.</translation>
    </message>
    <message>
        <source>Your paper is yours: it is not noted under “Hand over”, and this program does not remember that it was made.</source>
        <translation>Бумага только ваша: в разделе «Передать» она не отмечается, и программа не помнит, что её делали.</translation>
    </message>
    <message>
        <source>It lies here: {place}</source>
        <translation>Он здесь: {place}</translation>
    </message>
    <message>
        <source>The file is written. Lines that had no room on it: {count}.</source>
        <translation>Файл записан. Строк, которым не хватило места: {count}.</translation>
    </message>
    <message>
        <source>The file is written.</source>
        <translation>Файл записан.</translation>
    </message>
</context>
<context>
    <name>PaperPartsCard</name>
    <message>
        <source>What stands on it</source>
        <translation>Что будет на бумаге</translation>
    </message>
    <message>
        <source>Numbers to call</source>
        <translation>Номера, куда звонить</translation>
    </message>
    <message>
        <source>People I can call</source>
        <translation>Кому можно позвонить</translation>
    </message>
    <message>
        <source>Places I can go</source>
        <translation>Куда можно пойти</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Как выйти</translation>
    </message>
    <message>
        <source>My code word</source>
        <translation>Моё кодовое слово</translation>
    </message>
    <message>
        <source>Keys, bag, papers</source>
        <translation>Ключи, сумка, документы</translation>
    </message>
    <message>
        <source>When to see a doctor the same day</source>
        <translation>Когда нужен врач в тот же день</translation>
    </message>
    <message>
        <source>Steps: will do</source>
        <translation>Шаги: сделаю</translation>
    </message>
    <message>
        <source>Steps: done</source>
        <translation>Шаги: сделано</translation>
    </message>
    <message>
        <source>Steps: not now</source>
        <translation>Шаги: не сейчас</translation>
    </message>
    <message>
        <source>Steps: not safe for me</source>
        <translation>Шаги: для меня небезопасно</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>Имена полностью</translation>
    </message>
    <message>
        <source>Otherwise a nickname or first letters. Every line can be changed for the paper.</source>
        <translation>Иначе прозвище или первые буквы. Для бумаги можно изменить любую строку.</translation>
    </message>
    <message>
        <source>It tells a finder what you thought of. Usually better left out.</source>
        <translation>Кто найдёт, узнает, о чём вы думали. Обычно лучше не добавлять.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Nothing is written about this yet. A line here goes on this paper only.</source>
        <translation>Об этом пока ничего не записано. Строка отсюда попадёт только на эту бумагу.</translation>
    </message>
    <message>
        <source>Add: {line}</source>
        <translation>Добавить: {line}</translation>
    </message>
    <message>
        <source>One more line, for this paper only</source>
        <translation>Ещё строка, только для этой бумаги</translation>
    </message>
    <message>
        <source>Left out: {line}</source>
        <translation>Не войдёт: {line}</translation>
    </message>
</context>
<context>
    <name>PaperPreviewCard</name>
    <message>
        <source>This is how it will look</source>
        <translation>Так это будет выглядеть</translation>
    </message>
    <message>
        <source>Tick at least one line above.</source>
        <translation>Отметьте выше хотя бы одну строку.</translation>
    </message>
    <message>
        <source>Picture of the paper</source>
        <translation>Изображение бумаги</translation>
    </message>
    <message>
        <source>The picture cannot be drawn right now. The file itself can be made.</source>
        <translation>Картинку сейчас показать не получается. Сам файл сделать можно.</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Предыдущая</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая</translation>
    </message>
    <message>
        <source>These words could tell a finder what it is for: {words}. You can change the lines above.</source>
        <translation>Эти слова могут подсказать тому, кто найдёт бумагу, для чего она: {words}. Строки выше можно изменить.</translation>
    </message>
    <message>
        <source>No room on the card for: {lines}. Shorten a line above, or leave one out.</source>
        <translation>На карточке не хватило места: {lines}. Сократите строку выше или уберите одну.</translation>
    </message>
    <message>
        <source>What each line means</source>
        <translation>Что значит каждая строка</translation>
    </message>
    <message>
        <source>This stands here only. The paper does not say it.</source>
        <translation>Это видно только здесь. На бумаге этого нет.</translation>
    </message>
    <message>
        <source>Means nothing. It makes the list look ordinary.</source>
        <translation>Ничего не значит. С ней список выглядит обычным.</translation>
    </message>
    <message>
        <source>{meaning} The times mean nothing.</source>
        <translation>{meaning} Часы и минуты ничего не значат.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Страница {number} из {count}</translation>
    </message>
</context>
<context>
    <name>PaperRisks</name>
    <message>
        <source>Paper can be found, photographed or copied. Think of where it will lie, and who looks there.</source>
        <translation>Бумагу могут найти, снять на фото или скопировать. Подумайте, где она будет лежать и кто туда заглядывает.</translation>
    </message>
    <message>
        <source>The file lies outside your notes and has no passphrase. Anyone at this computer, or with the stick, can open it. A file that was deleted can sometimes be brought back.</source>
        <translation>Файл лежит вне ваших записей, парольной фразы у него нет. Его откроет любой, у кого этот компьютер или флешка. Удалённый файл иногда можно вернуть.</translation>
    </message>
    <message>
        <source>A printer, or the computer in a copy shop, may keep what it printed.</source>
        <translation>Принтер или компьютер в копировальном центре может сохранить то, что печатал.</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Открыть: {title}</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Looked at: {done} of {count}.</source>
        <translation>Просмотрено: {done} из {count}.</translation>
    </message>
    <message>
        <source>{looked} Something was noticed.</source>
        <translation>{looked} Что-то заметно.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>{name}: open</source>
        <translation>{name}: открыть</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>Next: {title}</source>
        <translation>Дальше: {title}</translation>
    </message>
    <message>
        <source>What follows: steps that fit</source>
        <translation>Что дальше: подходящие шаги</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>My passphrase</source>
        <translation>Моя парольная фраза</translation>
    </message>
    <message>
        <source>It is the lock. A new one takes its place at once; your notes are not written anew.</source>
        <translation>Это и есть замок. Новая фраза действует сразу, сами записи не меняются.</translation>
    </message>
    <message>
        <source>The passphrase I use now</source>
        <translation>Парольная фраза сейчас</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>Four ordinary words that have nothing to do with each other or with you are best.</source>
        <translation>Лучше всего четыре обычных слова, не связанных ни с вами, ни между собой.</translation>
    </message>
    <message>
        <source>Four words drawn by chance. Type them below, twice:</source>
        <translation>Четыре случайных слова. Наберите их ниже два раза:</translation>
    </message>
    <message>
        <source>Words drawn by chance. Type them below, twice:</source>
        <translation>Случайные слова. Наберите их ниже два раза:</translation>
    </message>
    <message>
        <source>Suggest four words</source>
        <translation>Предложить четыре слова</translation>
    </message>
    <message>
        <source>Suggest words</source>
        <translation>Предложить слова</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Сменить парольную фразу</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Выбрать новую парольную фразу</translation>
    </message>
    <message>
        <source>Type the new passphrase first.</source>
        <translation>Сначала наберите новую парольную фразу.</translation>
    </message>
    <message>
        <source>Changing. This takes a second or two.</source>
        <translation>Меняем. Это займёт секунду или две.</translation>
    </message>
    <message>
        <source>The new passphrase works from now on. The old one no longer opens anything.</source>
        <translation>Теперь действует новая парольная фраза. Старая больше ничего не открывает.</translation>
    </message>
    <message>
        <source>Nothing was changed: the passphrase is the one you had.</source>
        <translation>Ничего не изменилось: парольная фраза прежняя.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what I type</source>
        <translation>Показывать, что я набираю</translation>
    </message>
    <message>
        <source>Latin letters (EN)</source>
        <translation>Латинские буквы (EN)</translation>
    </message>
    <message>
        <source>Russian letters (RU)</source>
        <translation>Русские буквы (RU)</translation>
    </message>
    <message>
        <source>Kazakh letters (KZ)</source>
        <translation>Казахские буквы (KZ)</translation>
    </message>
    <message>
        <source>{letters}, capitals</source>
        <translation>{letters}, заглавные</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Show full names</source>
        <translation>Имена полностью</translation>
    </message>
    <message>
        <source>A first name or two letters are enough.</source>
        <translation>Хватит имени или двух букв.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>A first name, a nickname or two letters are enough.</source>
        <translation>Хватит имени, прозвища или двух букв.</translation>
    </message>
    <message>
        <source>There can be several, each with a name of their own: a husband, a mother-in-law, a brother.</source>
        <translation>Их может быть несколько, у каждого своё имя: муж, свекровь, брат.</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this.</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт.</translation>
    </message>
    <message>
        <source>This person is</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>A signal for help with one hand</source>
        <translation>Жест «нужна помощь»</translation>
    </message>
    <message>
        <source>Without words, in a video call or at a window. Four drawn steps, and its limits.</source>
        <translation>Без слов, по видеосвязи или в окне. Четыре рисунка и чего знак не может.</translation>
    </message>
    <message>
        <source>All code words and signs at a glance</source>
        <translation>Все кодовые слова и знаки сразу</translation>
    </message>
    <message>
        <source>Nobody is written down yet</source>
        <translation>Пока никого нет</translation>
    </message>
    <message>
        <source>Here you can note who you can ask, how to reach them safely, who saw or heard something, and who hurts you. You only need a name; the rest can come later or never.</source>
        <translation>Здесь можно записать, кого попросить о помощи и как безопасно связаться. Ещё кто что-то видел или слышал и кто причиняет вам вред. Нужно только имя; остальное потом или никогда.</translation>
    </message>
    <message>
        <source>Aigul from work. Only by message, only before noon. Knows where the bag is.</source>
        <translation>Айгуль с работы. Только сообщением, только до обеда. Знает, где сумка.</translation>
    </message>
    <message>
        <source>not to be told everything</source>
        <translation>говорить не всё</translation>
    </message>
    <message>
        <source>{name}: open. Not to be told everything.</source>
        <translation>{name}: открыть. Говорить не всё.</translation>
    </message>
    <message>
        <source>{name}: open</source>
        <translation>{name}: открыть</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Press the name to add how to reach this person safely.</source>
        <translation>Нажмите на имя, чтобы добавить, как безопасно связаться.</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>What to show instead of the name</source>
        <translation>Что показывать вместо имени</translation>
    </message>
    <message>
        <source>Left empty, only the first letters of the name are shown.</source>
        <translation>Если пусто, видны только первые буквы имени.</translation>
    </message>
    <message>
        <source>Numbers, addresses and accounts this person uses</source>
        <translation>Номера, адреса и учётные записи этого человека</translation>
    </message>
    <message>
        <source>The child&apos;s phone or account</source>
        <translation>Телефон или учётная запись ребёнка</translation>
    </message>
    <message>
        <source>Phone, address or account</source>
        <translation>Телефон, адрес или учётная запись</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Name, numbers and addresses</source>
        <translation>Имя, номера и адреса</translation>
    </message>
    <message>
        <source>Name and how to reach this person</source>
        <translation>Имя и как связаться</translation>
    </message>
    <message>
        <source>When and how may they reach you safely</source>
        <translation>Когда и как с вами можно безопасно связаться</translation>
    </message>
    <message>
        <source>For example: only this number, only before noon, no letters to the home address.</source>
        <translation>Например: только этот номер, только до обеда, никаких писем на домашний адрес.</translation>
    </message>
    <message>
        <source>When and how is it safe to be in touch</source>
        <translation>Когда и как безопасно связываться</translation>
    </message>
    <message>
        <source>For example: only by message, weekdays before noon, never to the home number.</source>
        <translation>Например: только сообщением, в будни до обеда, никогда на домашний.</translation>
    </message>
    <message>
        <source>Age, school, who may collect the child</source>
        <translation>Возраст, школа, кто может забирать ребёнка</translation>
    </message>
    <message>
        <source>Whoever helps then knows where the child is and with whom the child may go.</source>
        <translation>Тогда тот, кто помогает, знает, где ребёнок и с кем его можно отпустить.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>School or kindergarten</source>
        <translation>Школа или детский сад</translation>
    </message>
    <message>
        <source>Who may collect the child, and who must not</source>
        <translation>Кому можно забирать ребёнка, а кому нельзя</translation>
    </message>
    <message>
        <source>For example: grandmother and Dana; not the uncle. The school can only keep to it if it knows.</source>
        <translation>Например: бабушке и Дане; дяде нельзя. Школа сможет это соблюдать, только если знает.</translation>
    </message>
    <message>
        <source>What this person uses, places, who helps them</source>
        <translation>Чем пользуется, где бывает, кто помогает</translation>
    </message>
    <message>
        <source>Helps to plan ways and times, and to tell others whom to look out for.</source>
        <translation>Помогает продумать дорогу и время и сказать другим, кого остерегаться.</translation>
    </message>
    <message>
        <source>What this person uses</source>
        <translation>Чем пользуется этот человек</translation>
    </message>
    <message>
        <source>For example a car and its number, your old phone, keys, a shared account.</source>
        <translation>Например: машина и её номер, ваш старый телефон, ключи, общая учётная запись.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>For example where this person lives and works, and where they wait.</source>
        <translation>Например: где этот человек живёт, работает и где поджидает.</translation>
    </message>
    <message>
        <source>Who helps this person</source>
        <translation>Кто помогает этому человеку</translation>
    </message>
    <message>
        <source>For example a relative who asks where you are, a neighbour who passes things on.</source>
        <translation>Например: родственник, который спрашивает, где вы; соседка, которая всё передаёт.</translation>
    </message>
    <message>
        <source>Office, number of the statement</source>
        <translation>Кабинет, номер заявления</translation>
    </message>
    <message>
        <source>With the number others can find your papers again.</source>
        <translation>По номеру ваши бумаги потом смогут найти.</translation>
    </message>
    <message>
        <source>Office, address, room</source>
        <translation>Учреждение, адрес, кабинет</translation>
    </message>
    <message>
        <source>Number of the statement or case</source>
        <translation>Номер заявления или дела</translation>
    </message>
    <message>
        <source>Place and hours</source>
        <translation>Место и часы работы</translation>
    </message>
    <message>
        <source>Then nothing has to be looked up in a hurry.</source>
        <translation>Тогда ничего не придётся искать второпях.</translation>
    </message>
    <message>
        <source>Where it is and when someone is there</source>
        <translation>Где это и когда там кто-то есть</translation>
    </message>
    <message>
        <source>For example your workplace, the school, which bus you take.</source>
        <translation>Например: ваша работа, школа, на каком автобусе вы ездите.</translation>
    </message>
    <message>
        <source>What this person may know</source>
        <translation>Что этому человеку можно знать</translation>
    </message>
    <message>
        <source>And what must not be told: nothing is then passed on by mistake.</source>
        <translation>И чего нельзя говорить: тогда ничего не передадут по ошибке.</translation>
    </message>
    <message>
        <source>What this person knows</source>
        <translation>Что этот человек знает</translation>
    </message>
    <message>
        <source>What this person must not be told</source>
        <translation>Чего этому человеку нельзя говорить</translation>
    </message>
    <message>
        <source>For example a new address, or where the bag is. It stands first when you open this person.</source>
        <translation>Например: новый адрес или где сумка. На странице этого человека это стоит первым.</translation>
    </message>
    <message>
        <source>What this person saw or heard</source>
        <translation>Что этот человек видел или слышал</translation>
    </message>
    <message>
        <source>Written down early, it is easier to ask about later.</source>
        <translation>Если записать сразу, потом легче об этом спросить.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>For example what, when, from where, and whether they would tell it.</source>
        <translation>Например: что, когда, откуда видно и захочет ли рассказать.</translation>
    </message>
    <message>
        <source>Anything else to remember</source>
        <translation>Что ещё запомнить</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>One line under code words and signs says what happens, but not at which word or sign.</source>
        <translation>В одной строке под «Кодовые слова и знаки» есть действие, но нет самого слова или знака.</translation>
    </message>
    <message>
        <source>Press Show there and add the word or sign, or remove the line.</source>
        <translation>Нажмите там «Показать» и впишите слово или знак либо удалите строку.</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Удалить из списка</translation>
    </message>
    <message>
        <source>Name, contact, notes, code words and signs are deleted for good. Steps of the plan stay, without this person. What you wrote about what happened stays, without this name.</source>
        <translation>Имя, контакты, заметки, кодовые слова и знаки удалятся навсегда. Шаги плана останутся, но без этого человека. Записи о случившемся останутся, но без этого имени.</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Code words and signs</source>
        <translation>Кодовые слова и знаки</translation>
    </message>
    <message>
        <source>This person is: {role}</source>
        <translation>Выбрано: {role}</translation>
    </message>
    <message>
        <source>Unfold to choose something else. What is written stays.</source>
        <translation>Разверните, чтобы выбрать другое. Написанное останется.</translation>
    </message>
    <message>
        <source>This person is</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Back to people</source>
        <translation>К списку людей</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Удалено.</translation>
    </message>
</context>
<context>
    <name>PersonSignals</name>
    <message>
        <source>One word or one sign, one meaning, one clear action. A word that fits into any talk, or a thing that is moved every day anyway, is less visible.</source>
        <translation>Одно слово или знак, один смысл, одно ясное действие. Незаметнее слово, которое подходит к любому разговору, или вещь, которую и так переставляют каждый день.</translation>
    </message>
    <message>
        <source>Another word or sign</source>
        <translation>Ещё слово или знак</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Kept unchanged. This kind of file is not shown here.</source>
        <translation>Сохранено без изменений. Такие файлы здесь не показываются.</translation>
    </message>
    <message>
        <source>Covered. It is shown only when you press Show.</source>
        <translation>Прикрыто. Показывается, только если нажать «Показать».</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Целиком</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Повернуть</translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <translation>Повернуть только вид; файл останется как есть</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Предыдущая</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Открываем файл</translation>
    </message>
    <message>
        <source>The file you opened</source>
        <translation>Открытый файл</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Страница {number} из {count}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Plus and minus change the size, the arrows move the picture, 0 shows all of it.</source>
        <translation>Плюс и минус меняют размер, стрелки двигают снимок, 0 показывает его целиком.</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Ask each other: {question}</source>
        <translation>Спросить друг друга. {question}</translation>
    </message>
    <message>
        <source>Keep first: {text}</source>
        <translation>Сначала сохранить. {text}</translation>
    </message>
    <message>
        <source>It could also be: {text}</source>
        <translation>А может быть и так. {text}</translation>
    </message>
    <message>
        <source>Looked at on {day}</source>
        <translation>Просмотрено {day}</translation>
    </message>
    <message>
        <source>Looked again, the same</source>
        <translation>Снова то же</translation>
    </message>
    <message>
        <source>Looked again, the same: {place}</source>
        <translation>Снова то же: {place}</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Добавить заметку</translation>
    </message>
    <message>
        <source>Add a note: {place}</source>
        <translation>Добавить заметку: {place}</translation>
    </message>
    <message>
        <source>A next step: {step}</source>
        <translation>Следующий шаг. {step}</translation>
    </message>
    <message>
        <source>Look next: {part}</source>
        <translation>Посмотреть дальше: {part}</translation>
    </message>
    <message>
        <source>All steps that fit</source>
        <translation>Все подходящие шаги</translation>
    </message>
    <message>
        <source>All steps that fit what was seen</source>
        <translation>Все шаги, подходящие к тому, что видно</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>Моя заметка</translation>
    </message>
    <message>
        <source>My note: {place}</source>
        <translation>Моя заметка: {place}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Keep my plan</source>
        <translation>Сохранить план</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>Мои шаги</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>Шагов пока нет</translation>
    </message>
    <message>
        <source>Open a part above and say &quot;will do&quot; to what fits you. One is enough.</source>
        <translation>Откройте тему выше и нажмите «Сделаю» там, где подходит. Хватит одного шага.</translation>
    </message>
    <message>
        <source>Keep keys, phone and shoes where one grip is enough.</source>
        <translation>Держать ключи, телефон и обувь так, чтобы взять всё одним движением.</translation>
    </message>
    <message>
        <source>I will do</source>
        <translation>Сделаю</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Свой шаг</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>К какой теме</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>My situation</source>
        <translation>Моя ситуация</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Прежде чем начать</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Fits you now</source>
        <translation>Подходит вам сейчас</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Все темы</translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation>Что для меня важно</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Тревожные признаки</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Прежние версии плана</translation>
    </message>
    <message>
        <source>Not now: {count}</source>
        <translation>Не сейчас: {count}</translation>
    </message>
    <message>
        <source>What could be done, in your words</source>
        <translation>Что можно сделать, своими словами</translation>
    </message>
    <message>
        <source>Will do: {count}</source>
        <translation>Сделаю: {count}</translation>
    </message>
    <message>
        <source>Done: {count}</source>
        <translation>Сделано: {count}</translation>
    </message>
    <message>
        <source>People, places, ways out, code word</source>
        <translation>Люди, места, выходы, кодовое слово</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
    <message>
        <source>Put away: {count}</source>
        <translation>Убрано: {count}</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>The program people see</source>
        <translation>Какую программу видят другие</translation>
    </message>
    <message>
        <source>It stands here after hiding and at the start, and works like any other of its kind.</source>
        <translation>Она видна после «Скрыть» и при запуске. Работает как любая такая программа.</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>Калькулятор</translation>
    </message>
    <message>
        <source>Shopping list and budget</source>
        <translation>Покупки и бюджет</translation>
    </message>
    <message>
        <source>Unit converter</source>
        <translation>Конвертер величин</translation>
    </message>
    <message>
        <source>Your sum works in this program too.</source>
        <translation>Ваш пример работает и в этой программе.</translation>
    </message>
</context>
<context>
    <name>PutAway</name>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take back: {step}</source>
        <translation>Вернуть: {step}</translation>
    </message>
    <message>
        <source>Put away, off the list</source>
        <translation>Убрано из списка</translation>
    </message>
    <message>
        <source>Why it is not safe for me (can stay empty)</source>
        <translation>Почему для меня небезопасно (можно не писать)</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>В&amp;ырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Выделить всё</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>В&amp;ырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Выделить всё</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Understood</source>
        <translation>Понятно</translation>
    </message>
</context>
<context>
    <name>Region</name>
    <message>
        <source>The file of the organisation cannot be read any more.</source>
        <translation>Файл организации больше не читается.</translation>
    </message>
    <message>
        <source>Here only files of this computer&apos;s organisation are used.</source>
        <translation>Здесь используются только файлы организации, которой принадлежит этот компьютер.</translation>
    </message>
    <message>
        <source>The numbers that came with the program are shown.</source>
        <translation>Показаны номера из самой программы.</translation>
    </message>
</context>
<context>
    <name>RegionCard</name>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Numbers, orders and law come from it. An organisation can give you a file with its own.</source>
        <translation>От неё зависят номера, предписания и законы. Организация может дать вам файл со своими.</translation>
    </message>
    <message>
        <source>Load a file of an organisation</source>
        <translation>Загрузить файл организации</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Казахстан</translation>
    </message>
    <message>
        <source>England and Wales</source>
        <translation>Англия и Уэльс</translation>
    </message>
    <message>
        <source>Another country: nothing filled in</source>
        <translation>Другая страна: ничего не заполнено</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove the file: {name}</source>
        <translation>Удалить файл: {name}</translation>
    </message>
    <message>
        <source>File of an organisation: {name}. Signed by {signer}.</source>
        <translation>Файл организации: {name}. Подпись: {signer}.</translation>
    </message>
    <message>
        <source>{name}, edition {edition}. Languages: {languages}. Numbers: {numbers}.</source>
        <translation>{name}, издание {edition}. Языки: {languages}. Номера: {numbers}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Is this file from whom you think?</source>
        <translation>Этот файл от тех, от кого вы думаете?</translation>
    </message>
    <message>
        <source>Below stands who signed it, in signs and in words. Compare it with what the organisation told you, on paper or by telephone. If one sign differs, do not keep it.</source>
        <translation>Ниже видно, кто его подписал: знаками и словами. Сравните с тем, что вам сообщила организация, на бумаге или по телефону. Если не совпал хоть один знак, не сохраняйте.</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>It is the same: keep it</source>
        <translation>Совпадает: сохранить</translation>
    </message>
    <message>
        <source>Kept and chosen: {name}.</source>
        <translation>Сохранено и выбрано: {name}.</translation>
    </message>
    <message>
        <source>Remove this file?</source>
        <translation>Удалить этот файл?</translation>
    </message>
    <message>
        <source>Its numbers and law go from the pages. What you wrote stays.</source>
        <translation>Его номера и законы исчезнут со страниц. Написанное вами останется.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>RemoveCard</name>
    <message>
        <source>Remove my notes for good</source>
        <translation>Удалить мои записи навсегда</translation>
    </message>
    <message>
        <source>Everything kept here goes away: entries, files, plan, people, keys. It cannot be brought back. The everyday program stays.</source>
        <translation>Исчезнет всё, что здесь сохранено: записи, файлы, план, люди, ключи. Вернуть это нельзя. Обычная программа останется.</translation>
    </message>
    <message>
        <source>Type this number to remove everything</source>
        <translation>Наберите это число, чтобы удалить всё</translation>
    </message>
    <message>
        <source>Remove everything now</source>
        <translation>Удалить всё сейчас</translation>
    </message>
    <message>
        <source>Hand it over first</source>
        <translation>Сначала передать</translation>
    </message>
    <message>
        <source>Before you do: what is written here may be needed later, by a court or by yourself. And somebody who knows about it may notice that it is gone. You can give a copy to someone you trust first.</source>
        <translation>Прежде чем удалять: записи могут понадобиться позже, суду или вам самим. А тот, кто о них знает, может заметить, что их нет. Можно сначала отдать копию человеку, которому вы доверяете.</translation>
    </message>
    <message>
        <source>What happens, and removing</source>
        <translation>Что произойдёт и как удалить</translation>
    </message>
    <message>
        <source>Newer disks may keep old, locked pieces for a while; nobody can read them without the passphrase.</source>
        <translation>На новых дисках старые закрытые части могут на время остаться; без парольной фразы их не прочесть.</translation>
    </message>
    <message>
        <source>This computer may have made its own copies of the locked files.</source>
        <translation>Компьютер мог сам сделать копии закрытых файлов.</translation>
    </message>
    <message>
        <source>Copies on a stick, in a cloud folder or with other people stay.</source>
        <translation>Копии на флешке, в облачной папке и у других людей останутся.</translation>
    </message>
    <message>
        <source>The passphrase or the spare key still opens such a copy: destroy the paper too.</source>
        <translation>Парольная фраза или запасной ключ всё ещё откроют такую копию: уничтожьте и бумагу.</translation>
    </message>
    <message>
        <source>What this cannot promise:</source>
        <translation>Чего обещать нельзя:</translation>
    </message>
    <message>
        <source>Some locked files could not be taken away. Nothing can open them any more. Names: {names}</source>
        <translation>Некоторые закрытые файлы убрать не удалось. Открыть их уже ничем нельзя. Имена: {names}</translation>
    </message>
    <message>
        <source>The files could not be removed, and the passphrase still opens them. Another program may be holding them, or the place may not allow it. Names: {names}</source>
        <translation>Файлы удалить не удалось, парольная фраза их по-прежнему открывает. Возможно, их держит другая программа или это место не разрешает удалять. Имена: {names}</translation>
    </message>
    <message>
        <source>Not everything is gone</source>
        <translation>Удалено не всё</translation>
    </message>
</context>
<context>
    <name>Renewal</name>
    <message>
        <source>This changes as soon as the work under way is done.</source>
        <translation>Изменится, как только закончится начатая работа.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Someone I trust</source>
        <translation>Кому я доверяю</translation>
    </message>
    <message>
        <source>Someone who saw or heard</source>
        <translation>Кто видел или слышал</translation>
    </message>
    <message>
        <source>A child</source>
        <translation>Ребёнок</translation>
    </message>
    <message>
        <source>Who hurts me</source>
        <translation>Кто причиняет мне вред</translation>
    </message>
    <message>
        <source>Police, court, lawyer</source>
        <translation>Полиция, суд, адвокат</translation>
    </message>
    <message>
        <source>Helpline, shelter, doctor</source>
        <translation>Телефон доверия, приют, врач</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayAnswers</name>
    <message>
        <source>What the other may answer</source>
        <translation>Что могут ответить</translation>
    </message>
    <message>
        <source>Then you can say</source>
        <translation>Тогда можно сказать</translation>
    </message>
</context>
<context>
    <name>SayFill</name>
    <message>
        <source>From my places</source>
        <translation>Из списка мест</translation>
    </message>
    <message>
        <source>From my people</source>
        <translation>Из списка людей</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Не называть</translation>
    </message>
    <message>
        <source>{label}: choose from a list</source>
        <translation>{label}: выбрать из списка</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ни одной</translation>
    </message>
    <message>
        <source>From one entry about what happened</source>
        <translation>Из одной записи о случившемся</translation>
    </message>
</context>
<context>
    <name>SaySources</name>
    <message>
        <source>For you, not to be read aloud</source>
        <translation>Для вас, не для чтения вслух</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Откуда это известно</translation>
    </message>
    <message>
        <source>No crisis centre worker and no lawyer has read these sentences yet.</source>
        <translation>Ни специалист кризисного центра, ни юрист этих фраз ещё не читали.</translation>
    </message>
</context>
<context>
    <name>SayThisPage</name>
    <message>
        <source>Say this</source>
        <translation>Что сказать</translation>
    </message>
    <message>
        <source>Who will hear it?</source>
        <translation>Кто это услышит?</translation>
    </message>
    <message>
        <source>Short sentences in large type, to read aloud or to show. Nothing of it is kept. You can fill in an address or a name, or leave the gaps.</source>
        <translation>Короткие фразы крупными буквами: прочесть вслух или показать. Ничего из этого не сохраняется. Можно вписать адрес или имя, а можно оставить пропуски.</translation>
    </message>
    <message>
        <source>To someone else</source>
        <translation>Кому-то другому</translation>
    </message>
    <message>
        <source>Fill in the gaps</source>
        <translation>Заполнить пропуски</translation>
    </message>
    <message>
        <source>Arrow keys: next, previous.</source>
        <translation>Стрелки: дальше, назад.</translation>
    </message>
    <message>
        <source>Languages of the sentences: one, or several side by side</source>
        <translation>Языки фраз: один или несколько рядом</translation>
    </message>
    <message>
        <source>Is any of this true now? It is said only when it is switched on.</source>
        <translation>Есть ли что-то из этого сейчас? Это войдёт во фразы, только если отметить.</translation>
    </message>
    <message>
        <source>Only if you like: typed now, or taken from your notes. It is gone when you hide.</source>
        <translation>Только если хотите: набрать сейчас или взять из ваших записей. Если нажать «Скрыть», этого не останется.</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>Прикрыть</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Keep my plan</source>
        <translation>Сохранить план</translation>
    </message>
    <message>
        <source>What could be done</source>
        <translation>Что можно сделать</translation>
    </message>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>On paper: nothing is asked here.</source>
        <translation>На бумаге: здесь вопросов нет.</translation>
    </message>
    <message>
        <source>Only reading: nothing is asked.</source>
        <translation>Только чтение: вопросов нет.</translation>
    </message>
    <message>
        <source>Change this</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Questions to think about</source>
        <translation>Вопросы, о которых можно подумать</translation>
    </message>
    <message>
        <source>Every one can stay empty. What you write is kept while you write.</source>
        <translation>Любой можно оставить без ответа. Всё сохраняется само, пока вы пишете.</translation>
    </message>
    <message>
        <source>Every one can stay empty.</source>
        <translation>Любой можно оставить без ответа.</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Свой шаг</translation>
    </message>
    <message>
        <source>What could be done, in your words</source>
        <translation>Что можно сделать, своими словами</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>It stands under &quot;Not now&quot;, so that your words stay.</source>
        <translation>Теперь это под «Не сейчас», чтобы ваши слова остались.</translation>
    </message>
    <message>
        <source>Put away: {count}</source>
        <translation>Убрано: {count}</translation>
    </message>
</context>
<context>
    <name>SectionParts</name>
    <message>
        <source>What the law says</source>
        <translation>Что говорит закон</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон и устройства</translation>
    </message>
    <message>
        <source>Warning signs</source>
        <translation>Тревожные признаки</translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation>Что для меня важно</translation>
    </message>
    <message>
        <source>People, with their words and signs</source>
        <translation>Люди, их слова и знаки</translation>
    </message>
    <message>
        <source>Words to say aloud</source>
        <translation>Что сказать вслух</translation>
    </message>
    <message>
        <source>The hand signal, drawn</source>
        <translation>Жест рукой в рисунках</translation>
    </message>
    <message>
        <source>Before: {title}</source>
        <translation>Назад: {title}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Дальше: {title}</translation>
    </message>
    <message>
        <source>Not yet reviewed by a specialist.</source>
        <translation>Специалист этого ещё не проверял.</translation>
    </message>
    <message>
        <source>Reviewed by {who}, {day}.</source>
        <translation>Кто проверял: {who}, {day}.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Passphrase, sum and spare key</source>
        <translation>Парольная фраза, пример и запасной ключ</translation>
    </message>
    <message>
        <source>These come when you keep something for the first time.</source>
        <translation>Они появятся, когда вы сохраните что-то в первый раз.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>What opens my notes</source>
        <translation>Чем открываются мои записи</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Что сохранено</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Hide now</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Hide now. Also: press Shift three times</source>
        <translation>Скрыть. Или Shift три раза подряд</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
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
        <translation>Список покупок</translation>
    </message>
    <message>
        <source>Household budget</source>
        <translation>Домашний бюджет</translation>
    </message>
    <message>
        <source>Shopping and budget</source>
        <translation>Покупки и бюджет</translation>
    </message>
</context>
<context>
    <name>ShoppingList</name>
    <message>
        <source>Add an item</source>
        <translation>Добавить покупку</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Что купить</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Список покупок</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Список пуст.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Removes the chosen row</source>
        <translation>Удаляет выбранную строку</translation>
    </message>
    <message>
        <source>Clear ticked</source>
        <translation>Убрать отмеченные</translation>
    </message>
    <message>
        <source>Left to buy: {count}</source>
        <translation>Осталось купить: {count}</translation>
    </message>
</context>
<context>
    <name>SignChanges</name>
    <message>
        <source>New:</source>
        <translation>Новое:</translation>
    </message>
    <message>
        <source>No longer marked:</source>
        <translation>Больше не отмечено:</translation>
    </message>
    <message>
        <source>Answered differently:</source>
        <translation>Ответ изменился:</translation>
    </message>
</context>
<context>
    <name>SignHelp</name>
    <message>
        <source>(earlier: {day})</source>
        <translation>(раньше: {day})</translation>
    </message>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Возможный риск. {risk}</translation>
    </message>
    <message>
        <source>Who can look at it with me</source>
        <translation>Кто может посмотреть вместе со мной</translation>
    </message>
    <message>
        <source>{sign} (not sure)</source>
        <translation>{sign} (не знаю точно)</translation>
    </message>
</context>
<context>
    <name>SignRow</name>
    <message>
        <source>See it</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>See what can be done today</source>
        <translation>Смотреть, что можно сделать сегодня</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Не знаю точно</translation>
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
        <translation>Откуда какой признак</translation>
    </message>
    <message>
        <source>From: {names}</source>
        <translation>Откуда: {names}</translation>
    </message>
    <message>
        <source>The sources were last read on {day}.</source>
        <translation>Источники последний раз читали {day}.</translation>
    </message>
    <message>
        <source>These words were read by {who} on {day}.</source>
        <translation>Эти слова читали: {who}, {day}.</translation>
    </message>
</context>
<context>
    <name>SignalActions</name>
    <message>
        <source>Come to me</source>
        <translation>Прийти ко мне</translation>
    </message>
    <message>
        <source>Call the police</source>
        <translation>Вызвать полицию</translation>
    </message>
    <message>
        <source>Call me and ask yes or no</source>
        <translation>Позвонить и спросить «да» или «нет»</translation>
    </message>
    <message>
        <source>Fetch the children</source>
        <translation>Забрать детей</translation>
    </message>
    <message>
        <source>Keep talking with me</source>
        <translation>Говорить со мной дальше</translation>
    </message>
</context>
<context>
    <name>SignalKinds</name>
    <message>
        <source>A word or sentence</source>
        <translation>Слово или фраза</translation>
    </message>
    <message>
        <source>A sign to see</source>
        <translation>Видимый знак</translation>
    </message>
</context>
<context>
    <name>SignalsAtAGlance</name>
    <message>
        <source>Then: {action}</source>
        <translation>Тогда: {action}</translation>
    </message>
    <message>
        <source>Not agreed yet what happens then.</source>
        <translation>О том, что делать, ещё не договорились.</translation>
    </message>
</context>
<context>
    <name>SignsPage</name>
    <message>
        <source>Warning signs</source>
        <translation>Тревожные признаки</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>It stands below with its day and hour.</source>
        <translation>Страница внизу, с днём и часом.</translation>
    </message>
    <message>
        <source>Straight to the help</source>
        <translation>Сразу к помощи</translation>
    </message>
    <message>
        <source>Keep this page</source>
        <translation>Сохранить страницу</translation>
    </message>
    <message>
        <source>Today&apos;s date stands with it. Later you can see what has changed. It is never handed over.</source>
        <translation>Рядом будет сегодняшняя дата. Потом станет видно, что изменилось. В передачу страница никогда не попадает.</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт</translation>
    </message>
    <message>
        <source>A note, if you like</source>
        <translation>Заметка, если хотите</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>This page begins with the marks of {day}. Change what is different now; both stay readable.</source>
        <translation>Здесь стоят отметки от {day}. Измените то, что теперь иначе; прочесть можно будет обе страницы.</translation>
    </message>
    <message>
        <source>One mark or one word is enough.</source>
        <translation>Хватит одной отметки или одного слова.</translation>
    </message>
    <message>
        <source>Remove this page?</source>
        <translation>Удалить эту страницу?</translation>
    </message>
    <message>
        <source>What was marked and written on that day is gone then. The other pages stay.</source>
        <translation>Отметки и слова того дня исчезнут. Остальные страницы останутся.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove this result?</source>
        <translation>Удалить этот результат?</translation>
    </message>
    <message>
        <source>Name, result and day are gone then.</source>
        <translation>Исчезнут название, результат и день.</translation>
    </message>
</context>
<context>
    <name>SinceLastTime</name>
    <message>
        <source>Since {day}</source>
        <translation>После {day}</translation>
    </message>
    <message>
        <source>All that has changed</source>
        <translation>Всё, что изменилось</translation>
    </message>
</context>
<context>
    <name>SituationsPage</name>
    <message>
        <source>My plan</source>
        <translation>Мой план</translation>
    </message>
    <message>
        <source>What you wrote and chose always stays, whatever is on or off.</source>
        <translation>Написанное и выбранное вами остаётся всегда, что бы ни было отмечено.</translation>
    </message>
    <message>
        <source>Keep my plan</source>
        <translation>Сохранить план</translation>
    </message>
    <message>
        <source>My situation</source>
        <translation>Моя ситуация</translation>
    </message>
</context>
<context>
    <name>SpareKeyCard</name>
    <message>
        <source>Spare key</source>
        <translation>Запасной ключ</translation>
    </message>
    <message>
        <source>28 signs on paper that open your notes when the passphrase is forgotten. Without a spare key nobody can help then. Whoever finds it can open everything: keep it with someone you trust, not at home.</source>
        <translation>28 знаков на бумаге. Они откроют записи, если парольная фраза забудется. Без запасного ключа тогда не поможет никто. Тот, кто его найдёт, откроет всё: храните его не дома, а у человека, которому доверяете.</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>Моя парольная фраза</translation>
    </message>
    <message>
        <source>Remove the spare key</source>
        <translation>Удалить запасной ключ</translation>
    </message>
    <message>
        <source>There is a spare key.</source>
        <translation>Запасной ключ есть.</translation>
    </message>
    <message>
        <source>There is no spare key.</source>
        <translation>Запасного ключа нет.</translation>
    </message>
    <message>
        <source>Make a new spare key; the old one stops working</source>
        <translation>Сделать новый; старый перестанет работать</translation>
    </message>
    <message>
        <source>Make a spare key</source>
        <translation>Сделать запасной ключ</translation>
    </message>
    <message>
        <source>Show me the spare key once</source>
        <translation>Показать запасной ключ один раз</translation>
    </message>
    <message>
        <source>The paper then opens nothing. If you forget the passphrase later, nobody can open your notes.</source>
        <translation>Бумага больше ничего не откроет. Если потом забыть парольную фразу, записи не откроет никто.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The spare key no longer opens anything.</source>
        <translation>Запасной ключ больше ничего не открывает.</translation>
    </message>
    <message>
        <source>Read it from your paper and type it here, to find slips</source>
        <translation>Наберите его здесь со своей бумаги, чтобы найти описки</translation>
    </message>
    <message>
        <source>Copy it by hand. It is never kept on this computer and is not shown again.</source>
        <translation>Перепишите его от руки. На компьютере он не хранится и больше не появится.</translation>
    </message>
    <message>
        <source>If the window hides before you are done, make a new one.</source>
        <translation>Если окно скроется раньше, чем вы закончите, сделайте новый ключ.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сверить</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Ключ переписан</translation>
    </message>
    <message>
        <source>Your paper is right.</source>
        <translation>На бумаге всё верно.</translation>
    </message>
    <message>
        <source>This differs. Compare it group by group.</source>
        <translation>Есть отличие. Сверьте группу за группой.</translation>
    </message>
</context>
<context>
    <name>StartCheckPage</name>
    <message>
        <source>Before you begin</source>
        <translation>Прежде чем начать</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Can be changed here at any time.</source>
        <translation>Это всегда можно изменить здесь.</translation>
    </message>
    <message>
        <source>How would you like to use this place?</source>
        <translation>Как вам удобнее этим пользоваться?</translation>
    </message>
    <message>
        <source>What else could be done first</source>
        <translation>Что ещё можно сделать сначала</translation>
    </message>
    <message>
        <source>One quiet minute: thinking is enough</source>
        <translation>Спокойная минута: достаточно подумать</translation>
    </message>
    <message>
        <source>Write something down about it</source>
        <translation>Записать что-нибудь об этом</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Только читать</translation>
    </message>
    <message>
        <source>Nothing is asked here. Everything can be read.</source>
        <translation>Вопросов нет. Прочесть можно всё.</translation>
    </message>
    <message>
        <source>A plan without names</source>
        <translation>План без имён</translation>
    </message>
    <message>
        <source>Fields ask for initials or a nickname. Full names are not shown in the plan.</source>
        <translation>В полях нужны только инициалы или прозвище. Полных имён в плане не видно.</translation>
    </message>
    <message>
        <source>A full plan</source>
        <translation>Полный план</translation>
    </message>
    <message>
        <source>Names, places and days, as you need them.</source>
        <translation>Имена, места и даты, как вам нужно.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Sheets to fill in by hand. Here nothing is asked.</source>
        <translation>Листы, чтобы заполнить от руки. Здесь вопросов нет.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Выбрано</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Choose: {way}</source>
        <translation>Выбрать: {way}</translation>
    </message>
    <message>
        <source>Noted. It can be changed under &quot;Before you begin&quot; in the plan.</source>
        <translation>Выбор отмечен. Изменить его можно в плане: «Прежде чем начать».</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Where to look</source>
        <translation>Где смотреть</translation>
    </message>
    <message>
        <source>What follows: steps that fit</source>
        <translation>Что дальше: подходящие шаги</translation>
    </message>
    <message>
        <source>Remove all answers and notes of this check</source>
        <translation>Удалить все ответы и заметки отсюда</translation>
    </message>
    <message>
        <source>Not yet reviewed by a specialist.</source>
        <translation>Специалист этого ещё не проверял.</translation>
    </message>
    <message>
        <source>Reviewed by {who}, {day}.</source>
        <translation>Кто проверял: {who}, {day}.</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>Will do</source>
        <translation>Сделаю</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Not safe for me</source>
        <translation>Для меня небезопасно</translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message>
        <source>Why it is not safe for me (can stay empty)</source>
        <translation>Почему для меня небезопасно (можно не писать)</translation>
    </message>
    <message>
        <source>The step, in my words</source>
        <translation>Шаг моими словами</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>Своими словами</translation>
    </message>
    <message>
        <source>Who, when, where: whatever makes it yours</source>
        <translation>Кто, когда, где: как подходит вам</translation>
    </message>
    <message>
        <source>Initials or a nickname</source>
        <translation>Инициалы или прозвище</translation>
    </message>
    <message>
        <source>First name, nickname or initials</source>
        <translation>Имя, прозвище или инициалы</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>A person it involves</source>
        <translation>С кем это связано</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ни с кем</translation>
    </message>
    <message>
        <source>Someone new …</source>
        <translation>Новый человек …</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Посмотреть ещё раз</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Через неделю</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Через месяц</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>With {name}</source>
        <translation>Вместе: {name}</translation>
    </message>
    <message>
        <source>Will do</source>
        <translation>Сделаю</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Not safe for me</source>
        <translation>Для меня небезопасно</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Удалить этот шаг</translation>
    </message>
    <message>
        <source>It is deleted from the plan: {step}</source>
        <translation>Шаг удалится из плана: {step}</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Look again on {day}</source>
        <translation>Посмотреть снова {day}</translation>
    </message>
</context>
<context>
    <name>StepOffer</name>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Возможный риск. {risk}</translation>
    </message>
    <message>
        <source>Add to my plan</source>
        <translation>Добавить в план</translation>
    </message>
    <message>
        <source>Add to my plan: {step}</source>
        <translation>Добавить в план: {step}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Possible risk: {risk}</source>
        <translation>Возможный риск. {risk}</translation>
    </message>
    <message>
        <source>My own words, a person, a day</source>
        <translation>Свои слова, человек, дата</translation>
    </message>
    <message>
        <source>Usually not seen</source>
        <translation>Обычно незаметно</translation>
    </message>
    <message>
        <source>Can be noticed</source>
        <translation>Могут заметить</translation>
    </message>
    <message>
        <source>That person can see it</source>
        <translation>Этот человек может увидеть</translation>
    </message>
</context>
<context>
    <name>SumCard</name>
    <message>
        <source>My sum</source>
        <translation>Мой пример</translation>
    </message>
    <message>
        <source>Type it into the everyday program and press = or Enter: then you are asked for the passphrase.</source>
        <translation>Наберите его в обычной программе и нажмите = или Enter: появится вопрос о парольной фразе.</translation>
    </message>
    <message>
        <source>A sum of my own</source>
        <translation>Свой пример</translation>
    </message>
    <message>
        <source>At least five digits and one sign such as + − × ÷. No birthday, no telephone number, nothing that somebody would type by chance.</source>
        <translation>Не меньше пяти цифр и хотя бы один знак: + − × ÷. Не день рождения, не телефон, не то, что могут набрать случайно.</translation>
    </message>
    <message>
        <source>Use this sum</source>
        <translation>Выбрать этот пример</translation>
    </message>
    <message>
        <source>The sum keeps out a glance, no more: somebody who knows this program can find it out. Only the passphrase is a lock.</source>
        <translation>Пример спасает только от беглого взгляда: кто знает эту программу, может его узнать. Замком служит только парольная фраза.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Choose my sum</source>
        <translation>Выбрать свой пример</translation>
    </message>
    <message>
        <source>You have a sum of your own.</source>
        <translation>У вас есть свой пример.</translation>
    </message>
    <message>
        <source>Now it is 7×7×7×7, the same for everybody who has this program.</source>
        <translation>Сейчас это 7×7×7×7, как у всех, у кого есть эта программа.</translation>
    </message>
    <message>
        <source>Type a sum first.</source>
        <translation>Сначала наберите пример.</translation>
    </message>
    <message>
        <source>Your sum is kept. The old one no longer works.</source>
        <translation>Ваш пример сохранён. Старый больше не работает.</translation>
    </message>
</context>
<context>
    <name>TechCheck</name>
    <message>
        <source>What was noticed</source>
        <translation>Что заметно</translation>
    </message>
    <message>
        <source>{place} (not sure)</source>
        <translation>{place} (не знаю точно)</translation>
    </message>
    <message>
        <source>Steps that are usually not seen</source>
        <translation>Шаги, которых обычно не видно</translation>
    </message>
    <message>
        <source>Steps that can be noticed</source>
        <translation>Шаги, которые могут заметить</translation>
    </message>
    <message>
        <source>Steps that person can see: plan them first</source>
        <translation>Шаги, которые этот человек может увидеть: сначала продумать</translation>
    </message>
    <message>
        <source>In my plan: will do</source>
        <translation>В моём плане: сделаю</translation>
    </message>
    <message>
        <source>In my plan: done</source>
        <translation>В моём плане: сделано</translation>
    </message>
    <message>
        <source>In my plan: not now</source>
        <translation>В моём плане: не сейчас</translation>
    </message>
    <message>
        <source>Put away: not safe for me</source>
        <translation>Убрано: для меня небезопасно</translation>
    </message>
    <message>
        <source>I noticed something</source>
        <translation>Что-то заметно</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Не знаю точно</translation>
    </message>
    <message>
        <source>I noticed nothing</source>
        <translation>Ничего не заметно</translation>
    </message>
    <message>
        <source>I saw something</source>
        <translation>Что-то видно</translation>
    </message>
    <message>
        <source>I saw nothing</source>
        <translation>Ничего не видно</translation>
    </message>
    <message>
        <source>Looking: usually not seen</source>
        <translation>Смотреть: обычно незаметно</translation>
    </message>
    <message>
        <source>Looking: can be noticed</source>
        <translation>Смотреть: могут заметить</translation>
    </message>
    <message>
        <source>Looking: that person can see it</source>
        <translation>Смотреть: этот человек может увидеть</translation>
    </message>
    <message>
        <source>Changing: usually not seen</source>
        <translation>Менять: обычно незаметно</translation>
    </message>
    <message>
        <source>Changing: can be noticed</source>
        <translation>Менять: могут заметить</translation>
    </message>
    <message>
        <source>Changing: that person can see it</source>
        <translation>Менять: этот человек может увидеть</translation>
    </message>
</context>
<context>
    <name>TechCheckPage</name>
    <message>
        <source>Keep my answers</source>
        <translation>Сохранить ответы</translation>
    </message>
    <message>
        <source>A look at phone and devices</source>
        <translation>Телефон и устройства</translation>
    </message>
    <message>
        <source>Remove all answers and notes?</source>
        <translation>Удалить все ответы и заметки?</translation>
    </message>
    <message>
        <source>What was answered and noted here is gone then. The steps in your plan stay.</source>
        <translation>Ответы и заметки отсюда исчезнут. Шаги в вашем плане останутся.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>TechColumn</name>
    <message>
        <source>All parts</source>
        <translation>Все части</translation>
    </message>
</context>
<context>
    <name>TermsCard</name>
    <message>
        <source>With the files, unchanged</source>
        <translation>С файлами, без изменений</translation>
    </message>
    <message>
        <source>Photos and recordings carry their own date and sometimes their place.</source>
        <translation>В снимках, записях звука и видео есть своя дата, а иногда и место.</translation>
    </message>
    <message>
        <source>With full names of people</source>
        <translation>С полными именами людей</translation>
    </message>
    <message>
        <source>Otherwise nicknames or first letters. Names you wrote inside the text stay as you wrote them.</source>
        <translation>Иначе прозвища или первые буквы. Имена внутри вашего текста останутся как есть.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>There is no small picture of this file.</source>
        <translation>Маленькой картинки этого файла нет.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Write down what happened</source>
        <translation>Записать, что случилось</translation>
    </message>
    <message>
        <source>Something begun is waiting: go on</source>
        <translation>Начатая запись ждёт: дописать</translation>
    </message>
    <message>
        <source>What happened, in your own words</source>
        <translation>Что случилось, своими словами</translation>
    </message>
    <message>
        <source>One line is enough.</source>
        <translation>Хватит одной строки.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Когда это было</translation>
    </message>
    <message>
        <source>Another day, place, photo</source>
        <translation>Другой день, место, фото</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт</translation>
    </message>
    <message>
        <source>One word is enough. Write it in the box first.</source>
        <translation>Хватит одного слова. Сначала напишите его в поле.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>The day and hour of writing stand with it.</source>
        <translation>Рядом указаны день и час записи.</translation>
    </message>
    <message>
        <source>Add more to it</source>
        <translation>Дополнить</translation>
    </message>
    <message>
        <source>Last opened {moment}</source>
        <translation>Последний раз открыто {moment}</translation>
    </message>
    <message>
        <source>A sum of your own</source>
        <translation>Свой пример</translation>
    </message>
    <message>
        <source>So far this opens with a sum that others may know. You can choose one that only you know.</source>
        <translation>Пока сюда ведёт пример, который могут знать другие. Можно выбрать свой: его знаете только вы.</translation>
    </message>
    <message>
        <source>Choose my sum</source>
        <translation>Выбрать свой пример</translation>
    </message>
    <message>
        <source>A spare key</source>
        <translation>Запасной ключ</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, nobody can open your notes. A spare key on paper can.</source>
        <translation>Если забыть парольную фразу, записи не откроет никто. Запасной ключ на бумаге откроет.</translation>
    </message>
    <message>
        <source>Make a spare key</source>
        <translation>Сделать запасной ключ</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Not now: {offer}</source>
        <translation>Не сейчас: {offer}</translation>
    </message>
</context>
<context>
    <name>TodaySteps</name>
    <message>
        <source>Small steps for today</source>
        <translation>Небольшие шаги на сегодня</translation>
    </message>
    <message>
        <source>Nothing is planned for today. That is fine.</source>
        <translation>На сегодня ничего нет. Так тоже можно.</translation>
    </message>
    <message>
        <source>Choose a small step</source>
        <translation>Выбрать маленький шаг</translation>
    </message>
    <message>
        <source>Keep these steps</source>
        <translation>Сохранить шаги</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>Весь план</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>Вместе: {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Marked as done: {step}</source>
        <translation>Сделано: {step}</translation>
    </message>
    <message>
        <source>Put aside for now: {step}</source>
        <translation>Пока отложено: {step}</translation>
    </message>
    <message>
        <source>I will do this</source>
        <translation>Сделаю</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Другой</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>Write something to it</source>
        <translation>Написать об этом</translation>
    </message>
    <message>
        <source>Write something to it: {value}</source>
        <translation>Написать об этом: {value}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove: {value}</source>
        <translation>Удалить: {value}</translation>
    </message>
    <message>
        <source>My words to it: {value}</source>
        <translation>Мои слова об этом: {value}</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Earlier versions</source>
        <translation>Прежние версии</translation>
    </message>
    <message>
        <source>Remove all earlier versions</source>
        <translation>Удалить все прежние версии</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Минуту …</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Что изменилось с тех пор</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Всё целиком</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Remove this version</source>
        <translation>Удалить эту версию</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>What applied to me</source>
        <translation>Моя ситуация тогда</translation>
    </message>
    <message>
        <source>What I wrote</source>
        <translation>Мои ответы</translation>
    </message>
    <message>
        <source>My words: {words}</source>
        <translation>Мои слова: {words}</translation>
    </message>
    <message>
        <source>Why not safe for me: {words}</source>
        <translation>Почему для меня небезопасно: {words}</translation>
    </message>
    <message>
        <source>With: {person}</source>
        <translation>Вместе: {person}</translation>
    </message>
    <message>
        <source>Look again: {day}</source>
        <translation>Посмотреть снова: {day}</translation>
    </message>
    <message>
        <source>Applies now: {words}</source>
        <translation>Теперь про меня: {words}</translation>
    </message>
    <message>
        <source>No longer applies: {words}</source>
        <translation>Больше не про меня: {words}</translation>
    </message>
    <message>
        <source>New in my plan</source>
        <translation>Новое в плане</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменилось</translation>
    </message>
    <message>
        <source>Put away as not safe for me</source>
        <translation>Убрано: для меня небезопасно</translation>
    </message>
    <message>
        <source>No longer in my plan</source>
        <translation>Больше нет в плане</translation>
    </message>
    <message>
        <source>What applies to me</source>
        <translation>Моя ситуация сейчас</translation>
    </message>
    <message>
        <source>What I wrote, before and now</source>
        <translation>Мои ответы раньше и теперь</translation>
    </message>
    <message>
        <source>Gone: {words}</source>
        <translation>Больше нет: {words}</translation>
    </message>
    <message>
        <source>New: {words}</source>
        <translation>Новое: {words}</translation>
    </message>
    <message>
        <source>Changed: {words}</source>
        <translation>Изменилось: {words}</translation>
    </message>
    <message>
        <source>Before: {words}</source>
        <translation>Раньше: {words}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>Now: {words}</source>
        <translation>Теперь: {words}</translation>
    </message>
    <message>
        <source>A part that the guide no longer has</source>
        <translation>Тема, которой больше нет в руководстве</translation>
    </message>
    <message>
        <source>How I use this program</source>
        <translation>Как я пользуюсь программой</translation>
    </message>
    <message>
        <source>A question that the guide no longer has</source>
        <translation>Вопрос, которого больше нет в руководстве</translation>
    </message>
    <message>
        <source>Something that the guide no longer has</source>
        <translation>То, чего больше нет в руководстве</translation>
    </message>
    <message>
        <source>someone who is no longer kept</source>
        <translation>кто-то, кого уже нет в списке</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Your plan as it was when you last used it, each time with its day.</source>
        <translation>Ваш план, каким вы его оставляли, каждый раз с датой.</translation>
    </message>
    <message>
        <source>Fewer steps are not less, and more are not better. Nothing here changes your plan.</source>
        <translation>Меньше шагов не значит хуже, больше не значит лучше. Сам план здесь не меняется.</translation>
    </message>
    <message>
        <source>What you take out of your plan stays in its earlier versions until you remove them here.</source>
        <translation>То, что вы убираете из плана, остаётся в прежних версиях, пока вы не удалите их здесь.</translation>
    </message>
    <message>
        <source>No earlier version yet</source>
        <translation>Прежних версий пока нет</translation>
    </message>
    <message>
        <source>When you open this again, your plan as you left it is kept with its day. Then you can read here what has changed since.</source>
        <translation>При следующем открытии план сохранится таким, каким вы его оставили, с датой. Потом здесь будет видно, что изменилось.</translation>
    </message>
    <message>
        <source>2 March: papers at my aunt&apos;s, will do. 9 March: done.</source>
        <translation>2 марта: документы отнести тёте, сделаю. 9 марта: сделано.</translation>
    </message>
    <message>
        <source>To my plan</source>
        <translation>К плану</translation>
    </message>
    <message>
        <source>Earlier versions of my plan</source>
        <translation>Прежние версии плана</translation>
    </message>
    <message>
        <source>Your plan is the same now.</source>
        <translation>Сейчас план такой же.</translation>
    </message>
    <message>
        <source>Nothing stood in it.</source>
        <translation>В нём ничего не было.</translation>
    </message>
    <message>
        <source>The steps, answers and situations as they stood then are gone. Your plan as it is now and the other versions stay.</source>
        <translation>Исчезнут тогдашние шаги, ответы и ситуации. План, какой он сейчас, и другие версии останутся.</translation>
    </message>
    <message>
        <source>Remove this version?</source>
        <translation>Удалить эту версию?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>How your plan was before cannot be read any more. Your plan as it is now stays.</source>
        <translation>Каким план был раньше, прочесть больше не получится. План, какой он сейчас, останется.</translation>
    </message>
    <message>
        <source>Remove all earlier versions?</source>
        <translation>Удалить все прежние версии?</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>When you open this next time, the plan as it is then is kept as a version again.</source>
        <translation>При следующем открытии план, каким он будет, снова сохранится как версия.</translation>
    </message>
</context>
<context>
    <name>WayView</name>
    <message>
        <source>Look at the steps</source>
        <translation>Посмотреть шаги</translation>
    </message>
    <message>
        <source>Look at the steps: {part}</source>
        <translation>Посмотреть шаги: {part}</translation>
    </message>
</context>
<context>
    <name>WeakPassphrase</name>
    <message>
        <source>It is short. Add a word that has nothing to do with the others.</source>
        <translation>Фраза короткая. Добавьте слово, никак не связанное с остальными.</translation>
    </message>
    <message>
        <source>Many people use words like these. Four that do not belong together are stronger.</source>
        <translation>Такие слова берут многие. Надёжнее четыре слова, не связанные между собой.</translation>
    </message>
    <message>
        <source>It is mostly a name. Names are tried first.</source>
        <translation>Это почти целиком имя. Имена пробуют первыми.</translation>
    </message>
    <message>
        <source>It is mostly a date or a number. These are tried first.</source>
        <translation>Это почти целиком дата или число. Их пробуют первыми.</translation>
    </message>
    <message>
        <source>These keys lie side by side, so they are tried first.</source>
        <translation>Эти клавиши стоят рядом, поэтому их пробуют первыми.</translation>
    </message>
    <message>
        <source>It repeats itself, so it is shorter than it looks.</source>
        <translation>Фраза повторяется, поэтому она короче, чем кажется.</translation>
    </message>
    <message>
        <source>It is made of names or numbers of people in your notes.</source>
        <translation>Она составлена из имён или номеров людей из ваших записей.</translation>
    </message>
    <message>
        <source>Here a passphrase has at least {count} different words.</source>
        <translation>Здесь в парольной фразе нужно не меньше {count} разных слов.</translation>
    </message>
</context>
<context>
    <name>WeighPage</name>
    <message>
        <source>What matters to me</source>
        <translation>Что для меня важно</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Not kept yet: hiding erases this</source>
        <translation>Ещё не сохранено: «Скрыть» это сотрёт</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Clear this page</source>
        <translation>Очистить страницу</translation>
    </message>
    <message>
        <source>Said on {day}</source>
        <translation>Отмечено {day}</translation>
    </message>
    <message>
        <source>Remove this?</source>
        <translation>Удалить это?</translation>
    </message>
    <message>
        <source>“{value}” and your words to it are gone then.</source>
        <translation>«{value}» и ваши слова об этом исчезнут.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Clear this page?</source>
        <translation>Очистить эту страницу?</translation>
    </message>
    <message>
        <source>What matters to you, your words to it, a way of your own and the day are gone then.</source>
        <translation>Исчезнут отметки о том, что для вас важно, ваши слова об этом, ваш собственный путь и день.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Clear it</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>To begin</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>To come back, type this in the calculator:</source>
        <translation>Чтобы вернуться, наберите в калькуляторе:</translation>
    </message>
    <message>
        <source>To come back, type this in the everyday program and press Enter:</source>
        <translation>Чтобы вернуться, наберите в обычной программе и нажмите Enter:</translation>
    </message>
    <message>
        <source>On the keyboard: 7*7*7*7 and Enter. Then go on here.</source>
        <translation>На клавиатуре: 7*7*7*7 и Enter. Потом продолжите здесь.</translation>
    </message>
    <message>
        <source>I have tried it. Go on</source>
        <translation>Получилось. Дальше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Skip the questions</source>
        <translation>Пропустить вопросы</translation>
    </message>
    <message>
        <source>Your answer is not kept. It only chooses what you read next.</source>
        <translation>Ответ не сохраняется. От него зависит только то, что вы прочтёте дальше.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>You can do all of it, in any order. Nothing has to be finished.</source>
        <translation>Можно всё и в любом порядке. Доводить до конца ничего не обязательно.</translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Другой день</translation>
    </message>
    <message>
        <source>Over several days</source>
        <translation>Несколько дней</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Примерно</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Когда это было</translation>
    </message>
    <message>
        <source>for example 2.3.2026</source>
        <translation>например, 2.3.2026</translation>
    </message>
    <message>
        <source>for example 9.3.2026</source>
        <translation>например, 9.3.2026</translation>
    </message>
    <message>
        <source>for example: before Nauryz, at night</source>
        <translation>например: перед Наурызом, ночью</translation>
    </message>
    <message>
        <source>for example 21:40</source>
        <translation>например, 21:40</translation>
    </message>
    <message>
        <source>This can stay open. When you write it down is noted in any case.</source>
        <translation>Это можно не указывать. Время самой записи отмечается всегда.</translation>
    </message>
    <message>
        <source>This time cannot be read. Write it like 21:40, or “about nine” in your own words above.</source>
        <translation>Это время не читается. Напишите, например, 21:40. Или выше своими словами: «около девяти».</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>Какой день</translation>
    </message>
    <message>
        <source>Until which day</source>
        <translation>До какого дня</translation>
    </message>
    <message>
        <source>At what time, if you know it</source>
        <translation>Во сколько, если вы знаете</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Своими словами</translation>
    </message>
    <message>
        <source>A vague date is better than a wrong one.</source>
        <translation>Примерная дата лучше неверной.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message>
        <source>This day cannot be read. Write it like 2.3.2026, or choose “Not sure”.</source>
        <translation>Такой день не прочесть. Напишите так: 2.3.2026, или выберите «Примерно».</translation>
    </message>
</context>
<context>
    <name>WithCard</name>
    <message>
        <source>I am alone</source>
        <translation>Только я</translation>
    </message>
    <message>
        <source>With someone</source>
        <translation>Вместе с кем-то</translation>
    </message>
    <message>
        <source>Who looks now?</source>
        <translation>Кто сейчас смотрит?</translation>
    </message>
    <message>
        <source>This is not kept, and no name.</source>
        <translation>Это не сохраняется, имя тоже.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Останавливаем</translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Choose a folder</source>
        <translation>Выберите папку</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Выберите файлы</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Файлы и папки</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Читаем папку</translation>
    </message>
    <message>
        <source>From this computer it goes to a stick or a card only.</source>
        <translation>С этого компьютера файлы уходят только на флешку или карту памяти.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Домашняя папка</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Загрузки</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Выбрать эту папку</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Show all files</source>
        <translation>Показать все файлы</translation>
    </message>
    <message>
        <source>Show pictures only</source>
        <translation>Только изображения</translation>
    </message>
    <message>
        <source>Only the first {count} are shown.</source>
        <translation>Показаны только первые {count}.</translation>
    </message>
    <message>
        <source>Nothing to choose in this folder.</source>
        <translation>В этой папке нечего выбрать.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>What it changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>What it changes: {situation}</source>
        <translation>Что изменится: {situation}</translation>
    </message>
    <message>
        <source>Stands further up</source>
        <translation>Станет выше</translation>
    </message>
    <message>
        <source>Also shown, each with its risk</source>
        <translation>Ещё появятся шаги, у каждого назван риск</translation>
    </message>
    <message>
        <source>Also asked</source>
        <translation>Ещё вопросы</translation>
    </message>
    <message>
        <source>With what is on already, it changes nothing.</source>
        <translation>С тем, что уже отмечено, ничего не изменится.</translation>
    </message>
    <message>
        <source>Kind of signal {number}</source>
        <translation>Вид знака {number}</translation>
    </message>
    <message>
        <source>What this person does then: quick choices</source>
        <translation>Что тогда делает этот человек: готовые ответы</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove signal {number}</source>
        <translation>Удалить знак {number}</translation>
    </message>
    <message>
        <source>What this person does then</source>
        <translation>Что тогда делает этот человек</translation>
    </message>
    <message>
        <source>What this person does then, in your words</source>
        <translation>Что тогда делает этот человек, вашими словами</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Или своими словами</translation>
    </message>
    <message>
        <source>What can be seen</source>
        <translation>Что видно</translation>
    </message>
    <message>
        <source>The word or sentence you agreed on</source>
        <translation>Слово или фраза, о которых вы условились</translation>
    </message>
    <message>
        <source>For example a lamp, a curtain, a towel on the balcony, a sticker in a chat.</source>
        <translation>Например: лампа, штора, полотенце на балконе, стикер в чате.</translation>
    </message>
    <message>
        <source>For example: Do you still have my big pot?</source>
        <translation>Например: Моя большая кастрюля ещё у тебя?</translation>
    </message>
</context>
</TS>
