/** One record for another program: as a document, as a file, as a file that is dragged. */
import type { handOverMethods } from '../../../shared/contract/hand-over.ts'
import { exportPresets, type ExportLanguage } from '../../../shared/model/export-options.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { AttachmentFiles } from '../../export/attachment-files.ts'
import { countryNamesOf } from '../../export/entries.ts'
import { ENDING } from '../../export/file-names.ts'
import { fileOfRecord } from '../../export/file-of-record.ts'
import { recordNames } from '../../export/record-names.ts'
import type { OpenedCopies } from '../attachments/opened-copies.ts'
import { readRecord } from '../records/read-record.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { handedOver, type Given } from './handed-over.ts'

const fileName = ({ title }: Pick<AnyRecord, 'title'>) => `${safeName(title)}${ENDING}`

function attachedOf({ attachments }: AnyRecord): AttachmentFiles {
  const attached = new AttachmentFiles()
  attached.add(attachments)
  return attached
}

/** Links stay as they are: what they lead to does not come along. */
async function documentOf({ workspace, index }: OpenWorkspace, { record, held }: Given, language: ExportLanguage): Promise<string> {
  const options = { ...exportPresets.plain, links: 'wikilinks', language } as const
  const countryNames = await countryNamesOf(workspace, index.headsOf(index.rows('country')), options, held)
  const names = recordNames({ fileOf: () => undefined, byStem: () => undefined })
  return fileOfRecord(record, fileName(record), { options, names, attached: attachedOf(record), countryNames })
}

/** The file of an export, among files that are called as those of an export are. */
function fileFor({ index }: OpenWorkspace, { record, held, isWhole }: Pick<Given, 'record' | 'held' | 'isWhole'>): string {
  const names = recordNames({
    fileOf(name) {
      const found = index.target(name)
      if (!found || held?.isAbove(found)) return undefined
      const target = held?.headOf(found) ?? found
      return { title: target.title, stem: safeName(target.title), path: fileName(target) }
    },
    byStem: () => undefined,
  })
  const context = { options: exportPresets.obsidian, names, attached: attachedOf(record), countryNames: new Map<string, string>() }
  return fileOfRecord(record, fileName(record), context, isWhole)
}

export function handOverService({ session, desktop }: ServiceContext, copies: OpenedCopies): Service<typeof handOverMethods> {
  return {
    /** For readers. */
    'handOver.document': ({ language, ...giving }) =>
      session.use(async (open) => {
        const given = await handedOver(open, giving)
        const { level, above } = given
        return { markdown: await documentOf(open, given, language), level, above }
      }),

    /** For other programs that read markdown. */
    'handOver.file': (giving) =>
      session.use(async (open) => {
        const given = await handedOver(open, giving)
        const { record, level, above } = given
        return { name: fileName(record), text: fileFor(open, given), level, above }
      }),

    /** The file lies in a private folder until the application ends: who takes it, copies it. */
    'handOver.drag': ({ id }, { client }) =>
      session.use(async (open) => {
        const record = await readRecord(open, id)
        const text = fileFor(open, { record, held: undefined, isWhole: true })
        // a drag that begins when the mouse was let go is none: what it names is looked for afterwards
        await desktop.startDrag(await copies.makeText(text, fileName(record)), client)
        const { level, above } = await handedOver(open, { id, withhold: false })
        return { level, above }
      }),
  }
}
