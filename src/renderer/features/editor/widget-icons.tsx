/**
 * The icons that the editor's widgets show. The editor builds its widgets with the DOM, Lucide's icons are React
 * components: React draws each once here, out of sight, and the widgets take copies.
 */
import {
  BookOpen,
  Calendar,
  Check,
  Flag,
  Gavel,
  History,
  Info,
  LayoutList,
  ListOrdered,
  ListTodo,
  NotebookPen,
  Paperclip,
  Plus,
  StickyNote,
  Table,
  TriangleAlert,
  User,
  Users,
  X,
} from 'lucide-react'
import type { CalloutTone } from './text/callout.ts'

const icons = {
  action: ListTodo,
  agenda: ListOrdered,
  attendance: Users,
  calendar: Calendar,
  check: Check,
  contact: User,
  country: Flag,
  gavel: Gavel,
  info: Info,
  matters: History,
  meeting: NotebookPen,
  note: StickyNote,
  paperclip: Paperclip,
  plus: Plus,
  skeleton: LayoutList,
  study: BookOpen,
  table: Table,
  warning: TriangleAlert,
  x: X,
} as const

export type WidgetIconName = keyof typeof icons

export const calloutIcon = { decision: 'gavel', warning: 'warning', note: 'info' } as const satisfies Readonly<
  Record<CalloutTone, WidgetIconName>
>

export function WidgetIcons({ ref }: { readonly ref: React.Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} hidden>
      {Object.entries(icons).map(([name, Icon]) => (
        <Icon key={name} data-icon={name} aria-hidden="true" />
      ))}
    </div>
  )
}

/** A copy of an icon out of the drawn ones. */
export function copyIcon(drawn: HTMLElement | null, name: WidgetIconName): Node {
  return drawn?.querySelector(`[data-icon="${name}"]`)?.cloneNode(true) ?? document.createDocumentFragment()
}
