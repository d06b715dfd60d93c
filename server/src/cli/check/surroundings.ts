import type { Io } from '../io';

/** What the command line says about checking. Plain data: threads get it. */
export interface CheckSettings {
  /** `--config`: the configuration file for all drafts, instead of the nearest `.yaodian.yaml`. */
  readonly config: string | undefined;
  /** `--registry`: the unit registry for all drafts. */
  readonly registry: string | undefined;
  readonly fix: boolean;
}

/** Everything outside a draft that its findings depend on. */
export interface Surroundings {
  readonly draftOptions: undefined;
  /** Faults in configuration and registry, for stderr. */
  readonly messages: readonly string[];
}

export class SurroundingsFinder {
  constructor(
    private readonly settings: CheckSettings,
    private readonly io: Io,
  ) {}

  find(_path: string): Surroundings {
    void this.settings;
    void this.io;
    return { draftOptions: undefined, messages: [] };
  }
}
