import { childOf, type XmlElement } from '../../xml/element';
import { readXml, XmlError } from '../../xml/read-xml';
import { ImportError } from '../import-error';
import { t } from '../../localise';

/** Reads a part of a package. Throws `ImportError` for what is not well-formed, or too deep, or has a DOCTYPE. */
export function parseXml(source: string, part: string): XmlElement {
  try {
    return readXml(source);
  } catch (error) {
    throw error instanceof XmlError && error.reason === 'external'
      ? new ImportError(
          t('文件里的 {0} 带有外部定义（DOCTYPE），没有读取', part),
          t('正常的 Word 文件没有这种内容，请核对文件来源。'),
        )
      : new ImportError(
          t('文件里的 {0} 已损坏，读不下去', part),
          t('请用 Word 或 WPS 打开原文件，另存一份再导入。'),
        );
  }
}

/** The `w:val` of a child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether an on/off property is there and on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const child = childOf(element, name);
  return child !== undefined && !/^(?:0|false|off|none)$/.test(child.attributes['w:val'] ?? '1');
}
