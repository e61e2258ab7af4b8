import { useState, type ReactElement } from 'react'
import { findConsentCode } from '../../../shared/text/consent-code-text.ts'
import { Button } from '../../parts/controls/button.tsx'
import { TextField } from '../../parts/controls/text-field.tsx'
import { places, useGo } from '../places.ts'

/** Finds the page of a code that Amazon showed; a whole pasted sentence does as well. */
export function CodeFinder(): ReactElement {
  const go = useGo()
  const [text, setText] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const find = (): void => {
    const code = findConsentCode(text)
    setUnknown(code === null)
    if (code !== null) go(places.helpTopic(code))
  }
  return (
    <form
      aria-label="Find a code of Amazon’s page"
      className="flex max-w-160 items-start gap-2 pt-5"
      onSubmit={(event) => {
        event.preventDefault()
        find()
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label="Code on Amazon’s page"
          face="code"
          value={text}
          maxLength={400}
          placeholder="MD1000"
          isInvalid={isUnknown}
          trouble="That is none of the codes known here. Check it letter by letter."
          hint="Type it, or paste the whole sentence."
          onChange={(next) => {
            setText(next)
            setUnknown(false)
          }}
        />
      </div>
      <div className="pt-5">
        <Button type="submit" isDisabled={text.trim() === ''}>
          Find
        </Button>
      </div>
    </form>
  )
}
