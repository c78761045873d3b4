/** Damage that showed after the workspace was opened: when a record was read, or a segment rewritten. */
import { damageWords } from './damaged-error.ts'
import type { WorkspaceNotice } from './port.ts'
import type { TouchedRecord } from './touched-records.ts'

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
    const touched = Array.from(this.records.values(), (title) => ({ title }))
    const message = `${damageWords(touched)} Open the workspace again: all of it is then looked at, and it says what can be rescued or restored from a backup.`
    return [{ code: 'damaged', message }]
  }
}
