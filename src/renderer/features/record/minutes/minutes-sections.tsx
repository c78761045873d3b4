import { CommentsSection } from './comments-section.tsx'
import { CorrigendaSection } from './corrigenda-section.tsx'

/** What belongs to the text of minutes without being in it: remarks on the draft, corrections of the adopted text. */
export function MinutesSections({ id }: { readonly id: string }) {
  return (
    <>
      <CorrigendaSection id={id} />
      <CommentsSection />
    </>
  )
}
