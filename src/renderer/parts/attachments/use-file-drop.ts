import { useState, type DragEvent } from 'react'
import { addFile } from './additions.ts'
import { filesOf } from './transferred-files.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Lets files be dropped on an element, into a record. `over`: they hang above it. */
export function useFileDrop(id: string, enabled: boolean) {
  const [over, setOver] = useState(false)
  const props = {
    onDragOver: (event: DragEvent) => {
      if (!enabled || !hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      setOver(false)
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      if (!enabled || !hasFiles(event)) return
      event.preventDefault()
      const files = filesOf(event.dataTransfer)
      const add = async () => {
        for (const { file, name } of files) await addFile(id, file, name)
      }
      void add()
    },
  }
  return { over, props }
}
