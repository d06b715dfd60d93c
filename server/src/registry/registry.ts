/** The unit registry (单位名录) in force for a draft: layered files, indexed for matching. */
export interface Registry {
  readonly size: number;
}
