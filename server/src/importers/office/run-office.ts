import { convertWithOffice, type OfficeFailure, type OfficeOptions } from '../../office/convert-with-office';
import { explainUnwritable } from '../../office/explain-unwritable';
import { ImportError } from '../import-error';
import type { OfficeConverter } from './office-converter';
import { t, type Message } from '../../localise';

/** Makes .docx of other formats with the office suite that is installed. */
export function officeConverter(options: OfficeOptions): OfficeConverter {
  return async (bytes, extension) => {
    const from = /^[a-z]{1,5}$/.test(extension) ? extension : 'doc';
    const result = await convertWithOffice({ bytes, from, to: 'docx', filter: 'MS Word 2007 XML' }, options);
    if (typeof result === 'string') throw explain(result, extension);
    return result;
  };
}

const OPEN_IT: Message = '文件可能要密码或者已损坏。请用 Word 或 WPS 打开，另存为 .docx 再导入。';

function explain(failure: OfficeFailure, extension: string): ImportError {
  switch (failure) {
    case 'absent':
      return new ImportError(
        t('导入 .{0} 文件要用 LibreOffice 转换，这台电脑上没有找到', extension),
        t(
          '请用 Word 或 WPS 打开原文件，另存为 .docx 再导入；或者安装 LibreOffice（环境变量 YAODIAN_OFFICE 可以指明它的位置）。',
        ),
      );
    case 'unwritable':
      return new ImportError(...explainUnwritable());
    case 'late':
      return new ImportError(t('LibreOffice 没有在限定时间内转换完，已经停止'), t(OPEN_IT));
    case 'cancelled':
      return new ImportError(t('导入已取消'), t('可以重新导入。'));
    case 'failed':
      return new ImportError(t('LibreOffice 没有转换成功'), t(OPEN_IT));
  }
}
