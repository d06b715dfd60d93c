import assert from 'node:assert/strict';
import { endsPage } from '../../../server/src/dialect/furniture';

describe('endsPage', () => {
  it('knows what stands below a document on its page, wherever in the line it stands', () => {
    const lines = [
      '上一篇：关于安全生产的通知',
      '【打 印】【关闭】',
      '责任编辑：张某',
      '云ICP备12345678号',
      '云icp备12345678号',
      '云公网安备 53010002000001号',
      '主办单位：某县人民政府办公室 网站标识码：5301000001',
      '某县人民政府 版权所有',
      '扫一扫在手机打开当前页',
      'copyright © 2026',
      'COPYRIGHT 2026',
      '本页分享到：',
      '请用微信扫一扫',
      '打开手机浏览器扫码',
      '使用支付宝扫描',
      '长按上方图片识别二维码',
    ];
    assert.deepEqual(
      lines.filter((line) => !endsPage(line)),
      [],
    );
  });

  it('leaves alone what only speaks of such things', () => {
    const lines = [
      '1．推广扫码办理。在手机上可以办理的事项达200项，二维码覆盖所有窗口。',
      '加强版权保护，完成网站备案。',
      '一、关闭落后产能',
    ];
    assert.deepEqual(lines.filter(endsPage), []);
  });
});
