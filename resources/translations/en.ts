<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HappenedPage</name>
    <message numerus="yes">
        <source>%n file(s) will be kept with it.</source>
        <translation>
            <numerusform>%n file will be kept with it.</numerusform>
            <numerusform>%n files will be kept with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookBackHead</name>
    <message numerus="yes">
        <source>More than %n found, the last written first</source>
        <translation>
            <numerusform>More than %n found, the last written first</numerusform>
            <numerusform>More than %n found, the last written first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found, the last written first</source>
        <translation>
            <numerusform>%n found, the last written first</numerusform>
            <numerusform>%n found, the last written first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnNumbersCard</name>
    <message numerus="yes">
        <source>{count} kept here.</source>
        <translation>
            <numerusform>{count} kept here.</numerusform>
            <numerusform>{count} kept here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
</TS>
