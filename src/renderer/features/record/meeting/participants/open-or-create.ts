import { client } from '../../../../api/client.ts'
import { formatError } from '../../../../api/format-error.ts'
import { openRecord } from '../../../../store/navigation.ts'
import { showToast } from '../../../../store/toasts.ts'
import { createLinked } from '../../controls/create-linked.ts'

/** Opens the record that a name leads to, or makes the contact that it asks for. */
export function openOrCreate(name: string, locked: boolean): void {
  if (name === '') return
  const act = async () => {
    try {
      const [target] = await client.call('links.resolve', { names: [name] })
      if (target) openRecord(target.kind, target.id)
      else if (!locked) await createLinked(name, { kind: 'contact', contactType: 'person' })
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  void act()
}
