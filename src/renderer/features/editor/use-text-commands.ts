import { useEffect, useState, type RefObject } from 'react'
import { useCommand } from '../../parts/commands/commands.ts'
import type { ToolbarCommand } from './toolbar.tsx'

/**
 * The text's commands are there while one writes, and stay there in what opens over it (palette, menu). Elsewhere a
 * key must not change a text that nobody looks at.
 */
function useWriting(root: RefObject<HTMLElement | null>): boolean {
  const [writing, setWriting] = useState(false)
  useEffect(() => {
    const notice = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      if (root.current?.contains(target)) setWriting(true)
      else if (!target.closest('[role="dialog"], [role="menu"]')) setWriting(false)
    }
    document.addEventListener('focusin', notice)
    return () => document.removeEventListener('focusin', notice)
  }, [root])
  return writing
}

export function useTextCommands(
  root: RefObject<HTMLElement | null>,
  readOnly: boolean,
  run: (command: ToolbarCommand | 'followLink') => void,
): void {
  const writing = useWriting(root)
  const enabled = writing && !readOnly
  useCommand('text.bold', () => run('bold'), { enabled })
  useCommand('text.italic', () => run('italic'), { enabled })
  useCommand('text.heading', () => run('heading'), { enabled })
  useCommand('text.list', () => run('list'), { enabled })
  useCommand('text.quote', () => run('quote'), { enabled })
  useCommand('text.table', () => run('table'), { enabled })
  useCommand('text.action', () => run('action'), { enabled })
  useCommand('text.responsible', () => run('responsible'), { enabled })
  useCommand('text.deadline', () => run('deadline'), { enabled })
  useCommand('text.tick', () => run('tick'), { enabled })
  useCommand('text.decision', () => run('decision'), { enabled })
  useCommand('text.link', () => run('link'), { enabled })
  useCommand('text.person', () => run('person'), { enabled })
  useCommand('text.insert', () => run('insert'), { enabled })
  useCommand('text.followLink', () => run('followLink'), { enabled: writing })
}
