import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Lanes whose files take longest; begun last, one of them would keep one core busy while the other is idle. */
const SLOW_LANES = ['journeys', 'faults']

/** Files of the slow lanes first, so that both cores end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ project }: TestSpecification) => SLOW_LANES.indexOf(project.name)
    return sorted.toSorted((a, b) => rank(b) - rank(a))
  }
}
