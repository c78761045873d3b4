/** Damage that showed after the workspace was opened: when a record was read, or a segment rewritten. */
import type { WorkspaceNotice } from './port.ts'
import type { TouchedRecord } from './touched-records.ts'

const NAMED = 3

export class FoundDamage {
  private readonly records = new Map<string, string>()
  private isFound = false

  /** Answers whether it says more than was known. */
  note(record?: TouchedRecord): boolean {
    const isNews = record ? !this.records.has(record.id) : !this.isFound
    this.isFound = true
    if (record) this.records.set(record.id, record.title)
    return isNews
  }

  get notices(): readonly WorkspaceNotice[] {
    if (!this.isFound) return []
    const titles = Array.from(this.records.values(), (title) => `“${title}”`)
    const others = titles.length > NAMED ? ` and ${titles.length - NAMED} more` : ''
    const which = titles.length === 0 ? '' : ` It touches ${titles.slice(0, NAMED).join(', ')}${others}.`
    const message = `Bytes on the disk are not those that were written.${which} Close the workspace and open it again: all of it is then looked at, and what is damaged can be salvaged or restored from a backup.`
    return [{ code: 'damaged', message }]
  }
}
