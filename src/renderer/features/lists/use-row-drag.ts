import { useRef, type DragEvent } from 'react'
import type { ListRow } from '../../../shared/contract/lists.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { beginOwnDrag } from '../../parts/files/own-drag.ts'
import { useAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'

export interface RowDrag {
  /** The pointer is down on a row: it may be dragged in a moment. */
  readonly ready: (row: ListRow) => void
  readonly start: (row: ListRow, event: DragEvent) => void
}

interface ReadyFile {
  readonly id: string
  readonly name: string
  readonly address: string
}

const tell = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })

/** A row becomes a markdown file where it is dropped outside, and a link where it is dropped into a text. */
export function useRowDrag(): RowDrag {
  const byHost = useAppState().capabilities.files === 'host'
  const wanted = useRef('')
  const file = useRef<ReadyFile | null>(null)

  const fetchFile = async (id: string) => {
    const { name, text } = await client.call('handOver.file', { id })
    if (wanted.current !== id) return
    if (file.current) URL.revokeObjectURL(file.current.address)
    file.current = { id, name, address: URL.createObjectURL(new Blob([text], { type: 'text/markdown' })) }
  }
  return {
    ready({ head: { id } }) {
      if (byHost || file.current?.id === id) return
      wanted.current = id
      // who only clicks need not hear of it; who drags is told below
      fetchFile(id).catch(() => undefined)
    },
    start({ head: { id, title } }, event) {
      if (byHost) {
        event.preventDefault()
        beginOwnDrag(`[[${title}]]`)
        client.call('handOver.drag', { id }).catch(tell)
        return
      }
      event.dataTransfer.effectAllowed = 'copy'
      event.dataTransfer.setData('text/plain', `[[${title}]]`)
      const ready = file.current?.id === id ? file.current : null
      if (ready) event.dataTransfer.setData('DownloadURL', `text/markdown:${ready.name}:${ready.address}`)
    },
  }
}
