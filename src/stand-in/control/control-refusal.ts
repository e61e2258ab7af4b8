/** Whatever somebody asked for that cannot be done; becomes a 400. */
export class ControlRefusal extends Error {}
