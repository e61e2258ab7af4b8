import packageFile from '../../../package.json' with { type: 'json' }

/** The version that `/health` names. */
export const BROKER_VERSION: string = packageFile.version
