import { convertWithOffice, type OfficeFailure, type OfficeOptions } from '../../office/convert-with-office';
import { explainUnwritable } from '../../office/explain-unwritable';
import { ExportError } from '../export-error';
import { t, type Message } from '../../localise';

export type PdfOptions = OfficeOptions;

/** Turns a Word package into PDF with the office suite that is installed. */
export async function writePdf(docx: Uint8Array, options: PdfOptions): Promise<Uint8Array> {
  const result = await convertWithOffice({ bytes: docx, from: 'docx', to: 'pdf' }, options);
  if (typeof result === 'string') throw explain(result, options);
  return result;
}

const ADVICE: Message =
  '可以导出 docx 后用 Word 或 WPS 另存为 PDF，或者导出 html 后在浏览器里打印成 PDF；也可以安装 LibreOffice。';

function explain(failure: OfficeFailure, options: PdfOptions): ExportError {
  switch (failure) {
    case 'absent':
      return new ExportError(absence(options), t(ADVICE));
    case 'unwritable':
      return new ExportError(...explainUnwritable());
    case 'late':
      return new ExportError(t('LibreOffice 没有在限定时间内转换完，已经停止'), t(ADVICE));
    case 'cancelled':
      return new ExportError(t('导出已取消'), '');
    case 'failed':
      return new ExportError(t('LibreOffice 没有转换成功'), t(ADVICE));
  }
}

function absence({ named, env }: PdfOptions): string {
  const own = named || env['YAODIAN_OFFICE'];
  return own
    ? t('没有找到指定的转换程序：{0}', own)
    : t('导出 PDF 要用 LibreOffice 转换，这台电脑上没有找到');
}
