/** The words of the report that lies beside an export's files, in each language of an export. */
import type { ExportLoss } from '../../../shared/contract/jobs.ts'
import type { ExportLanguage, ExportOptions } from '../../../shared/model/export-options.ts'

export interface ReportWords {
  readonly title: (workspace: string) => string
  readonly intro: string
  readonly yes: string
  readonly no: string
  readonly about: Readonly<
    Record<'workspace' | 'revision' | 'scope' | 'level' | 'upTo' | 'layout' | 'links' | 'frontMatter' | 'attachments' | 'language', string>
  >
  /** By the first word of a scope's key. */
  readonly scope: Readonly<Record<string, string>>
  readonly country: (code: string) => string
  readonly layout: Readonly<Record<ExportOptions['layout'], string>>
  readonly links: Readonly<Record<ExportOptions['links'], string>>
  readonly frontMatter: Readonly<Record<ExportOptions['frontMatter'], string>>
  readonly language: string
  readonly contents: string
  readonly count: string
  readonly attachedFiles: string
  readonly withheld: string
  readonly withheldIntro: string
  readonly withheldRecords: string
  readonly withheldPassages: string
  readonly withheldFiles: string
  readonly leftBehind: string
  readonly leftBehindIntro: string
  readonly never: string
  readonly field: string
  readonly records: string
  readonly foreignKeys: string
  readonly damaged: string
  readonly damagedIntro: string
  readonly proof: string
  readonly proofSound: string
  readonly proofLosses: string
  readonly provenRecords: string
  readonly provenFiles: string
  readonly losses: string
  readonly digest: string
  readonly digestIntro: string
  readonly file: string
  readonly record: string
  readonly problem: string
  readonly wholeFile: string
  readonly problems: Readonly<Record<ExportLoss['problem'], string>>
  readonly more: (count: number) => string
  readonly foreign: string
  readonly foreignIntro: string
}

const en: ReportWords = {
  title: (workspace) => `Export of “${workspace}”`,
  intro: 'Rapporteur wrote this file together with the files beside it. It is no record: an import passes over it.',
  yes: 'yes',
  no: 'no',
  about: {
    workspace: 'Workspace',
    revision: 'Revision',
    scope: 'What was asked for',
    level: 'Highest classification in it',
    upTo: 'Made up to',
    layout: 'Folders',
    links: 'Links',
    frontMatter: 'Properties',
    attachments: 'Files of records come along',
    language: 'Language',
  },
  scope: {
    everything: 'everything',
    records: 'chosen records',
    list: 'a list as it was filtered',
    search: 'the result of a search',
  },
  country: (code) => `the file of the country ${code}`,
  layout: { kind: 'by kind', country: 'by country', year: 'by year', flat: 'none' },
  links: { wikilinks: 'wikilinks', markdown: 'relative markdown links' },
  frontMatter: { obsidian: 'front matter for Obsidian', none: 'a heading and a list for readers' },
  language: 'English',
  contents: 'Contents',
  count: 'Number',
  attachedFiles: 'Files of records',
  withheld: 'Withheld',
  withheldIntro: 'What is classified higher than this export was not written. “[withheld]” stands where a text spoke of it.',
  withheldRecords: 'Records',
  withheldPassages: 'Passages of other records',
  withheldFiles: 'Files of records',
  leftBehind: 'Not carried by this form',
  leftBehindIntro: 'These fields cannot be read back from the files. What can be said of them in words stands in the text.',
  never: 'No export carries the history of the records, what lies in the trash, or a corrigendum that is being prepared.',
  field: 'Field',
  records: 'Records',
  foreignKeys: 'properties of other programs',
  damaged: 'Damaged in the workspace',
  damagedIntro: 'These could not be read when the export was made. Restore them from a backup of the workspace, then export again.',
  proof: 'Proof',
  proofSound: 'Every file was read back from the disk as an import reads it, and compared with its record. Nothing was lost.',
  proofLosses: 'Every file was read back from the disk as an import reads it, and compared with its record. What was lost is listed below.',
  provenRecords: 'Records that came back as they were',
  provenFiles: 'Files of records that came back as they were',
  losses: 'Losses',
  digest: 'SHA-256 of the list of files',
  digestIntro:
    'The digest is taken over the lines that sha256sum writes of the files, sorted by their bytes. In the folder of this export, without files of others, this command gives it again:',
  file: 'File',
  record: 'Record',
  problem: 'What is wrong',
  wholeFile: 'the whole file',
  problems: {
    missing: 'is not there',
    damaged: 'has other bytes than were written',
    unreadable: 'cannot be taken in',
    differs: 'says something else',
    link: 'leads to another record, or to no file',
  },
  more: (count) => `And ${count} more.`,
  foreign: 'Files of others',
  foreignIntro: 'The export did not write these files, and left them as they are.',
}

const ru: ReportWords = {
  title: (workspace) => `Экспорт «${workspace}»`,
  intro: 'Этот файл записан программой Rapporteur вместе с файлами рядом с ним. Это не запись: при импорте он пропускается.',
  yes: 'да',
  no: 'нет',
  about: {
    workspace: 'Рабочее пространство',
    revision: 'Версия',
    scope: 'Что запрошено',
    level: 'Наивысший гриф',
    upTo: 'Составлено до грифа',
    layout: 'Папки',
    links: 'Ссылки',
    frontMatter: 'Свойства',
    attachments: 'Файлы записей приложены',
    language: 'Язык',
  },
  scope: {
    everything: 'всё',
    records: 'выбранные записи',
    list: 'список с его фильтрами',
    search: 'результат поиска',
  },
  country: (code) => `досье страны ${code}`,
  layout: { kind: 'по видам', country: 'по странам', year: 'по годам', flat: 'нет' },
  links: { wikilinks: 'вики-ссылки', markdown: 'относительные ссылки markdown' },
  frontMatter: { obsidian: 'свойства в формате Obsidian', none: 'заголовок и список для чтения' },
  language: 'русский',
  contents: 'Содержание',
  count: 'Количество',
  attachedFiles: 'Файлы записей',
  withheld: 'Изъято',
  withheldIntro: 'Записи с более высоким грифом не записаны. Там, где о них шла речь, стоит «[withheld]».',
  withheldRecords: 'Записи',
  withheldPassages: 'Места в других записях',
  withheldFiles: 'Файлы записей',
  leftBehind: 'Не передаётся в этой форме',
  leftBehindIntro: 'Эти поля нельзя прочитать из файлов обратно. Что можно сказать словами, стоит в тексте.',
  never: 'Ни один экспорт не передаёт историю записей, содержимое корзины и исправления, которые готовятся.',
  field: 'Поле',
  records: 'Записи',
  foreignKeys: 'свойства других программ',
  damaged: 'Повреждено в рабочем пространстве',
  damagedIntro: 'Это не удалось прочитать во время экспорта. Восстановите рабочее пространство из резервной копии и повторите экспорт.',
  proof: 'Проверка',
  proofSound: 'Каждый файл прочитан с диска так, как его читает импорт, и сверен со своей записью. Ничего не потеряно.',
  proofLosses: 'Каждый файл прочитан с диска так, как его читает импорт, и сверен со своей записью. Потери перечислены ниже.',
  provenRecords: 'Записи, прочитанные без изменений',
  provenFiles: 'Файлы записей, прочитанные без изменений',
  losses: 'Потери',
  digest: 'SHA-256 списка файлов',
  digestIntro:
    'Сумма взята по строкам, которые выводит sha256sum, в порядке их байтов. В папке экспорта без посторонних файлов её повторяет команда:',
  file: 'Файл',
  record: 'Запись',
  problem: 'Что не так',
  wholeFile: 'весь файл',
  problems: {
    missing: 'отсутствует',
    damaged: 'содержит не те байты, что были записаны',
    unreadable: 'не принимается импортом',
    differs: 'говорит иное',
    link: 'ведёт к другой записи или к отсутствующему файлу',
  },
  more: (count) => `И ещё: ${count}.`,
  foreign: 'Посторонние файлы',
  foreignIntro: 'Эти файлы записаны не экспортом и оставлены как есть.',
}

const kk: ReportWords = {
  title: (workspace) => `«${workspace}» экспорты`,
  intro: 'Бұл файлды қасындағы файлдармен бірге Rapporteur жазды. Бұл жазба емес: импорт оны өткізіп жібереді.',
  yes: 'иә',
  no: 'жоқ',
  about: {
    workspace: 'Жұмыс кеңістігі',
    revision: 'Нұсқасы',
    scope: 'Не сұралды',
    level: 'Ең жоғары құпиялық дәрежесі',
    upTo: 'Қай дәрежеге дейін жасалды',
    layout: 'Қалталар',
    links: 'Сілтемелер',
    frontMatter: 'Қасиеттер',
    attachments: 'Жазбалардың файлдары бірге',
    language: 'Тілі',
  },
  scope: {
    everything: 'барлығы',
    records: 'таңдалған жазбалар',
    list: 'сүзілген тізім',
    search: 'іздеу нәтижесі',
  },
  country: (code) => `${code} елінің ісі`,
  layout: { kind: 'түрі бойынша', country: 'елі бойынша', year: 'жылы бойынша', flat: 'жоқ' },
  links: { wikilinks: 'вики-сілтемелер', markdown: 'салыстырмалы markdown сілтемелері' },
  frontMatter: { obsidian: 'Obsidian форматындағы қасиеттер', none: 'оқырманға арналған тақырып пен тізім' },
  language: 'қазақша',
  contents: 'Мазмұны',
  count: 'Саны',
  attachedFiles: 'Жазбалардың файлдары',
  withheld: 'Берілмеді',
  withheldIntro: 'Құпиялығы жоғарырақ жазбалар жазылмады. Мәтінде олар туралы айтылған жерде «[withheld]» тұр.',
  withheldRecords: 'Жазбалар',
  withheldPassages: 'Басқа жазбалардағы үзінділер',
  withheldFiles: 'Жазбалардың файлдары',
  leftBehind: 'Бұл түрде берілмейді',
  leftBehindIntro: 'Бұл өрістерді файлдардан қайта оқу мүмкін емес. Сөзбен айтуға болатыны мәтінде тұр.',
  never: 'Ешбір экспорт жазбалардың тарихын, себетте жатқанды және дайындалып жатқан түзетуді бермейді.',
  field: 'Өріс',
  records: 'Жазбалар',
  foreignKeys: 'басқа бағдарламалардың қасиеттері',
  damaged: 'Жұмыс кеңістігінде бүлінген',
  damagedIntro: 'Бұларды экспорт кезінде оқу мүмкін болмады. Жұмыс кеңістігін сақтық көшірмеден қалпына келтіріп, экспортты қайталаңыз.',
  proof: 'Тексеру',
  proofSound: 'Әр файл дискіден импорт оқитындай қайта оқылып, жазбасымен салыстырылды. Ештеңе жоғалған жоқ.',
  proofLosses: 'Әр файл дискіден импорт оқитындай қайта оқылып, жазбасымен салыстырылды. Жоғалғандары төменде келтірілген.',
  provenRecords: 'Өзгеріссіз қайта оқылған жазбалар',
  provenFiles: 'Өзгеріссіз қайта оқылған жазба файлдары',
  losses: 'Жоғалғандар',
  digest: 'Файлдар тізімінің SHA-256 қосындысы',
  digestIntro:
    'Қосынды sha256sum шығаратын жолдар бойынша, олардың байттарының ретімен алынған. Бөтен файлдары жоқ экспорт қалтасында оны мына команда қайталайды:',
  file: 'Файл',
  record: 'Жазба',
  problem: 'Не дұрыс емес',
  wholeFile: 'бүкіл файл',
  problems: {
    missing: 'жоқ',
    damaged: 'жазылғаннан басқа байттары бар',
    unreadable: 'импорт қабылдай алмайды',
    differs: 'басқаша айтады',
    link: 'басқа жазбаға немесе жоқ файлға апарады',
  },
  more: (count) => `Тағы: ${count}.`,
  foreign: 'Бөтен файлдар',
  foreignIntro: 'Бұл файлдарды экспорт жазған жоқ және сол күйінде қалдырды.',
}

export const reportWords: Readonly<Record<ExportLanguage, ReportWords>> = { en, ru, kk }
