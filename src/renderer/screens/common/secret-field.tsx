import { useId, type ReactElement } from 'react'

export interface SecretFieldProps {
  readonly label: string
  readonly name: string
  readonly hint?: string | undefined
  readonly shortest: number
  /** `several` for a pasted address; it is shown, because the person must see what was pasted. */
  readonly lines?: 'one' | 'several' | undefined
}

const BOX =
  'press w-full rounded-control border border-control bg-surface px-2.5 font-mono text-body text-ink focus:outline-2 focus:outline-offset-1 focus:outline-focus'

/** A field the page itself keeps, and nothing else: no copy of what is typed lives in the window's state. */
export function SecretField({ label, name, hint, shortest, lines = 'one' }: SecretFieldProps): ReactElement {
  const id = useId()
  const shared = {
    id,
    name,
    required: true,
    minLength: shortest,
    autoComplete: 'off',
    spellCheck: false,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium text-ink-2">
        {label}
      </label>
      {lines === 'one' ? (
        <input {...shared} type="password" className={`${BOX} h-7`} />
      ) : (
        <textarea {...shared} className={`${BOX} min-h-18 py-1.5`} />
      )}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </span>
      )}
    </div>
  )
}
