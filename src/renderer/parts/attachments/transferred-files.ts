/** Files in a paste or a drop, with the names they get. */
import { i18n } from '../../i18n/index.ts'
import { formatError } from '../../api/format-error.ts'
import { localDay } from '../../i18n/dates.ts'
import { showToast } from '../../store/toasts.ts'

export interface NamedFile {
  readonly file: File
  readonly name: string
}

/** What systems call a picture that has no name, such as one of the screen. */
const NAMELESS = /^(?:image|grafik|unknown)?\.(?:png|jpe?g|gif|webp|bmp|avif)$/i

/** "Picture 2023-05-17 14.02.png": a colon cannot stand in a file's name. */
export function pictureName(type: string, now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  const ending = type.replace(/^image\//, '').replace('jpeg', 'jpg')
  return `Picture ${localDay(now)} ${pad(now.getHours())}.${pad(now.getMinutes())}.${ending}`
}

/** True for a paste that is files and not words: programs for texts and tables put a picture of what was copied beside it. */
export function isFilePaste(data: DataTransfer): boolean {
  return data.files.length > 0 && !(data.getData('text/plain') !== '' && data.getData('text/html') !== '')
}

/** The files; folders are named to the person and left out. To be called while the event is under way. */
export function filesOf(data: DataTransfer, now: Date = new Date()): NamedFile[] {
  const folders = new Set<string>()
  for (const item of data.items) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    if (entry?.isDirectory) folders.add(entry.name)
  }
  for (const name of folders) void tellFolder(name)
  return [...data.files]
    .filter(({ name }) => !folders.has(name))
    .map((file) => ({ file, name: NAMELESS.test(file.name) && file.type.startsWith('image/') ? pictureName(file.type, now) : file.name }))
}

async function tellFolder(name: string): Promise<void> {
  try {
    await i18n.loadNamespaces('attachments')
    showToast({ message: i18n.t('attachments:problem.folder', { name }), tone: 'bad' })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
