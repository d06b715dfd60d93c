import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDraft, type ReadOptions } from '../dialect/draft';
import type { Draft } from '../dialect/model';
import { readPlan } from '../importers/read-plan';
import {
  createSuperior,
  NO_SUPERIORS,
  superiorsNamedBy,
  type NamedSuperior,
  type Superior,
  type Superiors,
} from '../trace/superiors';
import type { Io } from './io';
import { mayRead } from './project';
import { STDIN } from './read-source';
import { t } from '../localise';

/** Reads the superiors' plans that drafts name in their front matter; each file once. */
export class SuperiorFinder {
  private readonly drafts = new Map<string, Promise<Draft>>();

  constructor(private readonly io: Io) {}

  async find(path: string, draft: Draft, options: ReadOptions): Promise<Superiors> {
    const named = superiorsNamedBy(draft);
    if (named.length === 0) return NO_SUPERIORS;
    const folder = path === STDIN ? this.io.cwd : dirname(resolve(this.io.cwd, path));
    const plans: Superior[] = [];
    const missing: { named: NamedSuperior; message: string }[] = [];
    for (const one of named) {
      const found = await this.load(one, folder, options);
      if (typeof found === 'string') missing.push({ named: one, message: found });
      else plans.push(found);
    }
    return { plans, missing };
  }

  /** The plan, or why it is not there. */
  private async load(named: NamedSuperior, folder: string, options: ReadOptions): Promise<Superior | string> {
    const file = resolve(folder, named.path);
    if (!mayRead(file, folder, this.io)) return t('上级要点“{0}”在工作区之外，没有读取', named.path);
    if (this.io.files.kindOf(file) !== 'file') return t('找不到上级要点“{0}”', named.path);
    let reading = this.drafts.get(file);
    if (!reading) {
      reading = this.read(file, options);
      this.drafts.set(file, reading);
    }
    try {
      return createSuperior(named, pathToFileURL(file).href, await reading);
    } catch {
      return t('读不了上级要点“{0}”；可先导入成要点稿', named.path);
    }
  }

  private async read(file: string, options: ReadOptions): Promise<Draft> {
    return readDraft(await readPlan(file, this.io.files.read(file)), options);
  }
}
