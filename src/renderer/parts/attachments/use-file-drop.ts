import { useDrop } from '../files/use-drop.ts'
import { addFile } from './additions.ts'
import { filesOf } from './transferred-files.ts'

/** Lets files be dropped on an element, into a record. `over`: they hang above it. */
export const useFileDrop = (id: string, enabled: boolean) =>
  useDrop(enabled, (data) => {
    const files = filesOf(data)
    const add = async () => {
      for (const { file, name } of files) await addFile(id, file, name)
    }
    void add()
  })
