/** The one thing of Vite's that main uses: text files taken into the bundle. */
interface ImportMeta {
  glob<T>(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, T>
}
