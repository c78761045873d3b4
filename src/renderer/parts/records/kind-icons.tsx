import { BookOpen, Building2, Flag, Landmark, NotebookPen, StickyNote, User, type LucideIcon } from 'lucide-react'
import type { Kind } from '../../../shared/model/common.ts'
import type { ContactType } from '../../../shared/model/contact.ts'

const byKind: Readonly<Record<Kind, LucideIcon>> = { contact: User, country: Flag, meeting: NotebookPen, study: BookOpen, note: StickyNote }
const byContactType: Readonly<Record<ContactType, LucideIcon>> = { person: User, organisation: Building2, body: Landmark }

/** The drawing that stands for a kind of record everywhere; contacts have one for each type. */
export function KindIcon({ kind, contactType }: { readonly kind: Kind; readonly contactType?: ContactType | undefined }) {
  const Icon = kind === 'contact' && contactType ? byContactType[contactType] : byKind[kind]
  return <Icon />
}
