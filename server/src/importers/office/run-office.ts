import { convertWithOffice, type OfficeFailure, type OfficeOptions } from '../../office/convert-with-office';
import { ImportError } from '../import-error';
import type { OfficeConverter } from './office-converter';

/** Makes .docx of other formats with the office suite that is installed. */
export function officeConverter(options: OfficeOptions): OfficeConverter {
  return async (bytes, extension) => {
    const from = /^[a-z]{1,5}$/.test(extension) ? extension : 'doc';
    const result = await convertWithOffice({ bytes, from, to: 'docx', filter: 'MS Word 2007 XML' }, options);
    if (typeof result === 'string') throw explain(result, extension);
    return result;
  };
}

const OPEN_IT = '文件可能要密码或者已损坏。请用 Word 或 WPS 打开，另存为 .docx 再导入。';

function explain(failure: OfficeFailure, extension: string): ImportError {
  switch (failure) {
    case 'absent':
      return new ImportError(
        `导入 .${extension} 文件要用 LibreOffice 转换，这台电脑上没有找到`,
        '请用 Word 或 WPS 打开原文件，另存为 .docx 再导入；或者安装 LibreOffice（环境变量 YAODIAN_OFFICE 可以指明它的位置）。',
      );
    case 'late':
      return new ImportError('LibreOffice 没有在限定时间内转换完，已经停止', OPEN_IT);
    case 'cancelled':
      return new ImportError('导入已取消', '可以重新导入。');
    case 'failed':
      return new ImportError('LibreOffice 没有转换成功', OPEN_IT);
  }
}
