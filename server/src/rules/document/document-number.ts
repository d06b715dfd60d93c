import type { DraftRule } from '../rule';
import { t } from '../../localise';

const FORM = /^(.*?)\s*([〔［[【（(])\s*(\d{2}|\d{4})\s*([〕］\]】）)])\s*(第?)\s*(0*)(\d+)\s*号$/;

/** 发文字号: full year in 〔 〕, number without 第 and without leading zeros (GB/T 9704-2012 7.2.5). */
export const documentNumber: DraftRule = {
  id: 'document/document-number',
  summary: '发文字号格式不规范',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    const number = draft.notice.docNumber;
    const match = number === undefined ? null : FORM.exec(number.value);
    if (number === undefined || match === null) return;
    const [, agency = '', open = '', year = '', close = '', ordinal = '', zeros = '', digits = ''] = match;
    const faults = [
      open !== '〔' || close !== '〕' ? t('年份应用六角括号“〔〕”') : '',
      year.length === 2 ? t('年份应写全四位') : '',
      ordinal === '' ? '' : t('不加“第”'),
      zeros === '' ? '' : t('不编虚位（1不编为01）'),
    ].filter((fault) => fault !== '');
    if (faults.length === 0) return;
    const full = year.length === 2 ? `20${year}` : year;
    const newText = `${agency}〔${full}〕${digits}号`;
    report({
      range: number.range,
      message: t('发文字号“{0}”不规范：{1}（GB/T 9704—2012 7.2.5）', number.value, faults.join(t('，'))),
      fixes: [{ title: t('改为“{0}”', newText), edits: [{ range: number.range, newText }], safe: true }],
    });
  },
};
