/** The words of the native menu and dialogs. The page's own words are the renderer's. */
import type { CommandGroup, CommandId } from '../../../shared/commands.ts'
import type { FolderPurpose, UnsavedRecord } from '../../../shared/contract/app.ts'

export type Language = 'en' | 'ru'

export interface Texts {
  readonly groups: Readonly<Record<CommandGroup, string>>
  readonly commands: Readonly<Record<CommandId, string>>
  readonly roles: Readonly<
    Record<'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen' | 'close' | 'quit', string>
  >
  readonly folder: Readonly<Record<FolderPurpose, { readonly title: string; readonly button: string }>>
  readonly hung: { readonly message: string; readonly detail: string; readonly reload: string; readonly wait: string }
  readonly crashed: { readonly message: string; readonly detail: string; readonly reload: string; readonly close: string }
  readonly outside: { readonly message: string; readonly open: string; readonly cancel: string }
  readonly archive: { readonly title: string; readonly button: string; readonly kind: string }
  readonly addFiles: { readonly title: string; readonly button: string }
  readonly saveFile: { readonly title: string; readonly button: string }
  readonly program: { readonly message: (name: string) => string; readonly detail: string; readonly open: string; readonly cancel: string }
  readonly unsaved: {
    readonly message: (count: number) => string
    readonly reasons: Readonly<Record<UnsavedRecord['reason'], string>>
    readonly more: (count: number) => string
    readonly stay: string
    readonly close: string
  }
}

const en: Texts = {
  groups: { file: 'File', edit: 'Edit', format: 'Format', view: 'View', go: 'Go', help: 'Help' },
  commands: {
    'record.new': 'New',
    'record.chooseKind': 'New of a kind…',
    'record.newContact': 'New contact',
    'record.newCountry': 'New country',
    'record.newNote': 'New note',
    'record.newMeeting': 'New meeting',
    'record.newStudy': 'New study',
    'meeting.fromCalendar': 'Meeting from a calendar file…',
    'window.new': 'New window',
    'record.export': 'Export this…',
    'list.export': 'Export this list…',
    'search.export': 'Export what was found…',
    'export.everything': 'Export everything…',
    'meeting.saveCalendar': 'Save as calendar file…',
    'record.print': 'Print…',
    'record.copyMarkdown': 'Copy as Markdown',
    'record.copyRichText': 'Copy for Word and Outlook',
    'record.copyLink': 'Copy Link',
    'import.open': 'Import…',
    'backup.make': 'Back up now',
    'backup.restore': 'Restore a backup…',
    'workspace.restore': 'Restore from a backup folder…',
    'go.settings': 'Settings',
    'edit.undo': 'Undo',
    'edit.redo': 'Redo',
    'record.find': 'Find in this text',
    'record.findNext': 'Find next',
    'record.findPrevious': 'Find previous',
    'record.rename': 'Rename',
    'record.addFiles': 'Add files…',
    'record.addComment': 'Comment on the draft…',
    'record.correct': 'Issue a corrigendum…',
    'record.trash': 'Move to the trash',
    'record.restoreVersion': 'Restore this version',
    'text.bold': 'Bold',
    'text.italic': 'Italic',
    'text.heading': 'Heading',
    'text.list': 'List',
    'text.quote': 'Quotation',
    'text.table': 'Table',
    'text.action': 'Action',
    'text.responsible': 'Responsible',
    'text.deadline': 'Deadline…',
    'text.tick': 'Tick or untick the action',
    'text.decision': 'Decision',
    'text.link': 'Link to a record',
    'text.person': 'Link to a person',
    'text.insert': 'Insert…',
    'text.skeleton': 'Make the skeleton',
    'text.followLink': 'Follow the link',
    'record.toggleReading': 'Editor or reading view',
    'record.history': 'History of the record',
    'view.toggleInspector': 'Inspector',
    'view.lightTheme': 'Light theme',
    'view.darkTheme': 'Dark theme',
    'view.systemTheme': 'Theme of the system',
    'search.open': 'Search and commands',
    'search.page': 'Search results',
    'search.save': 'Save this search…',
    'actions.saveView': 'Keep this view of the actions',
    'actions.remind': 'Reminder of open actions',
    'go.today': 'Today',
    'go.contacts': 'Contacts',
    'go.countries': 'Countries',
    'go.meetings': 'Meetings',
    'go.studies': 'Studies',
    'go.notes': 'Notes',
    'go.actions': 'Actions',
    'go.decisions': 'Decisions',
    'go.attendance': 'Attendance',
    'go.trash': 'Trash',
    'history.back': 'Back',
    'history.forward': 'Forward',
    'help.shortcuts': 'Keyboard shortcuts',
  },
  roles: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    togglefullscreen: 'Full screen',
    close: 'Close window',
    quit: 'Quit',
  },
  folder: {
    open: { title: 'Open a workspace', button: 'Open' },
    create: { title: 'Choose a folder for the workspace', button: 'Choose' },
    export: { title: 'Choose a folder for the export', button: 'Choose' },
    import: { title: 'Choose the folder with the markdown files', button: 'Choose' },
    mirror: { title: 'Choose a folder for the mirror', button: 'Choose' },
    backup: { title: 'Choose a second place for backups', button: 'Choose' },
    restore: { title: 'Choose the folder with the backups', button: 'Choose' },
  },
  hung: {
    message: 'The window does not answer.',
    detail: 'What it says is saved is kept. Loading it again drops what was typed in the last moment.',
    reload: 'Load it again',
    wait: 'Wait',
  },
  crashed: {
    message: 'The window has stopped working.',
    detail: 'What was saved is kept.',
    reload: 'Load it again',
    close: 'Close window',
  },
  outside: { message: 'Open this address outside Rapporteur?', open: 'Open', cancel: 'Cancel' },
  archive: { title: 'Choose the zip file with the markdown files', button: 'Choose', kind: 'Zip files' },
  addFiles: { title: 'Add files to the record', button: 'Add' },
  saveFile: { title: 'Save a copy', button: 'Save' },
  program: {
    message: (name) => `“${name}” may be a program. Open it?`,
    detail: 'A program can read, change and send everything that you can. Open it only if you know who made it and what it does.',
    open: 'Open the program',
    cancel: 'Cancel',
  },
  unsaved: {
    message: (count) => (count === 1 ? 'A record is not saved.' : `${count} records are not saved.`),
    reasons: {
      conflict: 'changed elsewhere too: choose what stands',
      refused: 'a field was refused',
      failed: 'the workspace could not be written to',
    },
    more: (count) => `and ${count} more`,
    stay: 'Stay',
    close: 'Close anyway',
  },
}

const ru: Texts = {
  groups: { file: 'Файл', edit: 'Правка', format: 'Формат', view: 'Вид', go: 'Переход', help: 'Справка' },
  commands: {
    'record.new': 'Создать',
    'record.chooseKind': 'Создать: выбрать вид…',
    'record.newContact': 'Новый контакт',
    'record.newCountry': 'Новая страна',
    'record.newNote': 'Новая записка',
    'record.newMeeting': 'Новое заседание',
    'record.newStudy': 'Новое исследование',
    'meeting.fromCalendar': 'Заседание из файла календаря…',
    'window.new': 'Новое окно',
    'record.export': 'Экспортировать это…',
    'list.export': 'Экспортировать этот список…',
    'search.export': 'Экспортировать найденное…',
    'export.everything': 'Экспортировать всё…',
    'meeting.saveCalendar': 'Сохранить как файл календаря…',
    'record.print': 'Печать…',
    'record.copyMarkdown': 'Скопировать как Markdown',
    'record.copyRichText': 'Скопировать для Word и Outlook',
    'record.copyLink': 'Скопировать ссылку',
    'import.open': 'Импорт…',
    'backup.make': 'Сделать резервную копию',
    'backup.restore': 'Восстановить из резервной копии…',
    'workspace.restore': 'Восстановить из папки резервных копий…',
    'go.settings': 'Настройки',
    'edit.undo': 'Отменить',
    'edit.redo': 'Повторить',
    'record.find': 'Найти в этом тексте',
    'record.findNext': 'Найти далее',
    'record.findPrevious': 'Найти ранее',
    'record.rename': 'Переименовать',
    'record.addFiles': 'Добавить файлы…',
    'record.addComment': 'Замечание к проекту…',
    'record.correct': 'Издать исправление…',
    'record.trash': 'Переместить в корзину',
    'record.restoreVersion': 'Восстановить эту версию',
    'text.bold': 'Полужирный',
    'text.italic': 'Курсив',
    'text.heading': 'Заголовок',
    'text.list': 'Список',
    'text.quote': 'Цитата',
    'text.table': 'Таблица',
    'text.action': 'Поручение',
    'text.responsible': 'Ответственный',
    'text.deadline': 'Срок…',
    'text.tick': 'Отметить поручение или снять отметку',
    'text.decision': 'Решение',
    'text.link': 'Ссылка на запись',
    'text.person': 'Ссылка на человека',
    'text.insert': 'Вставить…',
    'text.skeleton': 'Создать структуру протокола',
    'text.followLink': 'Перейти по ссылке',
    'record.toggleReading': 'Редактор или чтение',
    'record.history': 'История записи',
    'view.toggleInspector': 'Инспектор',
    'view.lightTheme': 'Светлая тема',
    'view.darkTheme': 'Тёмная тема',
    'view.systemTheme': 'Тема системы',
    'search.open': 'Поиск и команды',
    'search.page': 'Результаты поиска',
    'search.save': 'Сохранить этот поиск…',
    'actions.saveView': 'Сохранить этот вид поручений',
    'actions.remind': 'Напоминание об открытых поручениях',
    'go.today': 'Сегодня',
    'go.contacts': 'Контакты',
    'go.countries': 'Страны',
    'go.meetings': 'Заседания',
    'go.studies': 'Исследования',
    'go.notes': 'Записки',
    'go.actions': 'Поручения',
    'go.decisions': 'Решения',
    'go.attendance': 'Посещаемость',
    'go.trash': 'Корзина',
    'history.back': 'Назад',
    'history.forward': 'Вперёд',
    'help.shortcuts': 'Сочетания клавиш',
  },
  roles: {
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    resetZoom: 'Обычный размер',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    togglefullscreen: 'На весь экран',
    close: 'Закрыть окно',
    quit: 'Выйти',
  },
  folder: {
    open: { title: 'Открыть рабочее пространство', button: 'Открыть' },
    create: { title: 'Выберите папку для рабочего пространства', button: 'Выбрать' },
    export: { title: 'Выберите папку для экспорта', button: 'Выбрать' },
    import: { title: 'Выберите папку с файлами Markdown', button: 'Выбрать' },
    mirror: { title: 'Выберите папку для зеркала', button: 'Выбрать' },
    backup: { title: 'Выберите второе место для резервных копий', button: 'Выбрать' },
    restore: { title: 'Выберите папку с резервными копиями', button: 'Выбрать' },
  },
  hung: {
    message: 'Окно не отвечает.',
    detail: 'Всё, что отмечено как сохранённое, сохранено. Если загрузить окно снова, набранное в последний момент пропадёт.',
    reload: 'Загрузить снова',
    wait: 'Подождать',
  },
  crashed: {
    message: 'Окно перестало работать.',
    detail: 'Всё сохранённое на месте.',
    reload: 'Загрузить снова',
    close: 'Закрыть окно',
  },
  outside: { message: 'Открыть этот адрес вне Rapporteur?', open: 'Открыть', cancel: 'Отмена' },
  archive: { title: 'Выберите zip-архив с файлами Markdown', button: 'Выбрать', kind: 'Архивы zip' },
  addFiles: { title: 'Добавить файлы к записи', button: 'Добавить' },
  saveFile: { title: 'Сохранить копию', button: 'Сохранить' },
  program: {
    message: (name) => `«${name}» может оказаться программой. Открыть?`,
    detail:
      'Программа может читать, менять и отправлять всё, что можете вы. Открывайте, только если знаете, кто её сделал и что она делает.',
    open: 'Открыть программу',
    cancel: 'Отмена',
  },
  unsaved: {
    message: (count) => (count === 1 ? 'Запись не сохранена.' : `Не сохранено записей: ${count}.`),
    reasons: {
      conflict: 'изменена и в другом месте: выберите, что останется',
      refused: 'одно из полей не принято',
      failed: 'не удалось записать рабочее пространство',
    },
    more: (count) => `и ещё ${count}`,
    stay: 'Остаться',
    close: 'Всё равно закрыть',
  },
}

/** Records listed by name in a dialog. */
const SHOWN = 8

/** What closing would cost, a line a record. */
export function unsavedLines({ reasons, more }: Texts['unsaved'], unsaved: readonly UnsavedRecord[]): string {
  const lines = unsaved.slice(0, SHOWN).map(({ title, reason }) => `${title.slice(0, 120)} – ${reasons[reason]}`)
  const others = unsaved.length - lines.length
  return [...lines, ...(others > 0 ? [more(others)] : [])].join('\n')
}

const texts: Readonly<Record<Language, Texts>> = { en, ru }

/** `locale` is the system's (BCP 47); it decides when the setting is `system`. */
export function textsFor(setting: 'system' | Language, locale: string): Texts {
  const language = setting === 'system' ? locale.toLowerCase().split('-')[0] : setting
  return texts[language === 'ru' ? 'ru' : 'en']
}
