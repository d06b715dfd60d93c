/**
 * Files of `samples/` (a test holds the list to the folder): in a browser the extension's own files can be read, but
 * not listed.
 */
export const SAMPLES = [
  '.yaodian.yaml',
  '2026年云溪县安全生产工作要点.要点.md',
  '2026年云溪县河湖管护工作要点.要点.md',
  '2026年云溪县防灾减灾工作要点.要点.md',
  'README.md',
  '上级/2026年青江市防灾减灾工作要点.要点.md',
  '单位名录.yaml',
  '往年/2024年云溪县消防工作要点（网页原文）.txt',
  '往年/2025年云溪县安全生产工作要点.要点.md',
] as const;
