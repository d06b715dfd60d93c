import { ExportError } from '../exporters/export-error';
import { ImportError } from '../importers/import-error';
import type { RevisionReader } from '../importers/revision/read-revision';
import { t, type Message } from '../localise';

/** What the machine has that the server runs on, besides files. */
export interface Programs {
  /** Makes a PDF of a Word package. `named`: the program that the person's own settings name. */
  writePdf(docx: Uint8Array, how: { named: string | undefined; signal: AbortSignal }): Promise<Uint8Array>;
  /** Makes a Word package of a file in an older office format. */
  convertOffice(bytes: Uint8Array, extension: string): Promise<Uint8Array>;
  /** Reads files as they were in a revision of their git repository. */
  readonly readRevision: RevisionReader;
  /** Who works here, by git or the system; '' where it cannot be told. */
  userName(): Promise<string>;
  /** Families of fonts; undefined where it cannot be told. */
  installedFonts(): Promise<readonly string[] | undefined>;
}

const BY_HAND: Readonly<Record<'pdf' | 'office', Message>> = {
  pdf: '可以导出 docx 后用 Word 或 WPS 另存为 PDF，或者导出 html 后在浏览器里打印成 PDF。',
  office: '请用 Word 或 WPS 打开原文件，另存为 .docx 再导入。',
};

/** Where no program may be started; `reason` says why, as the first half of a sentence. */
export function noPrograms(reason: Message): Programs {
  return {
    writePdf: async () => {
      throw new ExportError(t('{0}，不能导出 PDF', t(reason)), t(BY_HAND.pdf));
    },
    convertOffice: async (_, extension) => {
      throw new ImportError(t('{0}，不能转换 .{1} 文件', t(reason), extension), t(BY_HAND.office));
    },
    readRevision: async () => {
      throw new ImportError(t('{0}，不能读取 git 的版本', t(reason)), t('可以与另一个文件比较。'));
    },
    userName: async () => '',
    installedFonts: async () => undefined,
  };
}

/** In a folder that the person does not trust, no program is started for what lies there. */
export const NOT_TRUSTED = noPrograms('这个文件夹未受信任，不启动别的程序');
