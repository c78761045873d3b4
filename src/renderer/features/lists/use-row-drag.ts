import { useEffect, useRef, type DragEvent } from 'react'
import type { HandedOver } from '../../../shared/contract/hand-over.ts'
import type { ListRow } from '../../../shared/contract/lists.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { beginOwnDrag } from '../../parts/files/own-drag.ts'
import { saveText } from '../../parts/files/save-text.ts'
import { tellGiven } from '../../parts/hand-over/tell-given.ts'
import { openRecords } from '../../store/records.ts'
import { useAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'

export interface RowDrag {
  /** The pointer is down on a row: it may be dragged in a moment. */
  readonly ready: (row: ListRow) => void
  readonly start: (row: ListRow, event: DragEvent) => void
}

interface ReadyFile extends Pick<HandedOver, 'above'> {
  readonly id: string
  readonly name: string
  readonly address: string
}

/** What is dragged is the whole record: the person hears what it names, and may save it without. */
async function tellDragged({ id, title }: ListRow['head'], { above }: Pick<HandedOver, 'above'>): Promise<void> {
  if (!above) return
  await i18n.loadNamespaces('record')
  const save = async () => {
    const { name, text } = await client.call('handOver.file', { id, withhold: true })
    await saveText({ name, text, type: 'text/markdown' })
  }
  const without = { label: 'saveWithout', run: () => void save().catch(tell) } as const
  tellGiven({ id, above, message: i18n.t('record:handOver.dragged', { title }), without })
}

const tell = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })

function forget(file: { current: ReadyFile | null }): void {
  if (file.current) URL.revokeObjectURL(file.current.address)
  file.current = null
}

/** A row becomes a markdown file where it is dropped outside, and a link where it is dropped into a text. */
export function useRowDrag(): RowDrag {
  const byHost = useAppState().capabilities.files === 'host'
  const wanted = useRef('')
  const file = useRef<ReadyFile | null>(null)

  const fetchFile = async (id: string) => {
    // what is typed in it goes along
    await openRecords.flush(id)
    const { name, text, above } = await client.call('handOver.file', { id, withhold: false })
    if (wanted.current !== id) return
    forget(file)
    file.current = { id, name, above, address: URL.createObjectURL(new Blob([text], { type: 'text/markdown' })) }
  }
  useEffect(() => () => forget(file), [])
  return {
    ready({ head: { id } }) {
      if (byHost) return
      wanted.current = id
      // one of before may say something else
      forget(file)
      // without it a drag is a link all the same
      fetchFile(id).catch(() => undefined)
    },
    start({ head }, event) {
      const { id, title } = head
      if (byHost) {
        event.preventDefault()
        beginOwnDrag(`[[${title}]]`)
        openRecords
          .flush(id)
          .then(() => client.call('handOver.drag', { id }))
          .then((given) => tellDragged(head, given))
          .catch(tell)
        return
      }
      event.dataTransfer.effectAllowed = 'copy'
      event.dataTransfer.setData('text/plain', `[[${title}]]`)
      const ready = file.current?.id === id ? file.current : null
      if (!ready) return
      event.dataTransfer.setData('DownloadURL', `text/markdown:${ready.name}:${ready.address}`)
      tellDragged(head, ready).catch(tell)
    },
  }
}
