/** A record as a document for readers: its title, what is known of it in words, then its text. */
import type { AnyRecord } from '../../shared/model/record.ts'
import { outward } from './body-links.ts'
import type { FileContext } from './file-of-record.ts'
import { destinationOf } from './link-paths.ts'
import { asText } from './plain-markdown.ts'
import { PlainWords } from './plain-words.ts'
import { plainProperties } from './plain-properties.ts'
import { NO_FILES } from './property-values.ts'
import { unshownFiles } from './unshown-files.ts'

/** Nothing of it is read back. `path` is that of its own file, from the root. */
export function plainDocument(record: AnyRecord, path: string, { options, names, attached, countryNames }: FileContext): string {
  const own = options.attachments ? attached.namesIn(record) : NO_FILES
  const words = new PlainWords(options.language, names, countryNames)
  const properties = plainProperties(
    record,
    words,
    unshownFiles(record).map(({ name }) => {
      const file = own.pathOf(name)
      return file === undefined ? asText(name) : `[${asText(name)}](${destinationOf(path, file, '')})`
    }),
  )
  // a line of its own: the text may begin with a list or a table that would go on from these
  const text = record.body === '' ? properties : `${properties}\n---\n\n${record.body}`
  const { body } = outward(text, { path, files: names, own }, { style: options.links, forReaders: true })
  return `# ${asText(record.title)}\n\n${body}`
}
