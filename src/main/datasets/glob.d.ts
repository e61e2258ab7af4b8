/** The bundler's file listing; the only thing outside the language this folder uses. */
interface ImportMeta {
  glob<Module>(pattern: string, options: { eager: true }): Record<string, Module>
}
