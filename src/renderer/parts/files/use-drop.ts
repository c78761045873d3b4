import { useState, type DragEvent } from 'react'
import { ownDrag } from './own-drag.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files') && ownDrag() === null

/** Lets files be dropped on an element. `over`: they hang above it. `onFiles` is called while the event is under way. */
export function useDrop(enabled: boolean, onFiles: (data: DataTransfer) => void) {
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
      onFiles(event.dataTransfer)
    },
  }
  return { over, props }
}
