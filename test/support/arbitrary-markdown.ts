import fc from 'fast-check';

const PLAN_LINES = [
  '一、深化落实安全责任体系',
  '（一）强化责任。严格按照“1+7+N”要求',
  '1.树牢安全发展理念。全面推进12350举报',
  '　　各乡镇人民政府，县政府各部门：',
  '[bookmark: _GoBack]救灾和消防',
  '〔责任单位：县应急局、各镇（街道）〕',
  '𠮷县 B 类 A&B',
];

const SYNTAX_LINES = [
  '# 标题',
  '###### a ##',
  '#',
  '#无空格',
  '---',
  '***',
  '===',
  '- a',
  '-',
  '* b',
  '+ c',
  '1. d',
  '2. e',
  '3) f',
  '1.',
  '12345678901. g',
  '> h',
  '>',
  '> > i',
  '- - j',
  '- 1. k',
  '```',
  '````js',
  '~~~',
  '``` `x`',
  '<!-- 要点：非任务 -->',
  '<!-- 开',
  '收 -->',
  '<div>',
  '</div>',
  '\n\n<b>',
  '\n\n<a href="x" c>',
  '<script>',
  'x</script>',
  '<?x',
  '<!A',
  '<![CDATA[',
  ']]>',
  '| a | b |',
  '|---|:-:|',
  '| 1 | 2\\|3 | 4 |',
  'a | b',
  '-|-',
  '|-|',
  ':-:',
  '[甲]: /url',
  '[乙]: <u> "题"',
  '[丙]:',
  '/url',
  '"题"',
  '[丁]: x "未完',
  '**重** *轻* `码` [甲] <https://a.b>',
  'a\\',
  '- a | b',
  '  |---|---|',
  '1. ```',
  '   ```',
];

/** An unclosed `---` on the first line hides all containers from micromark (it awaits front matter): not from us. */
const BEGINNINGS = [
  '\n',
  '\n',
  '\n',
  '---\n文种: 工作要点\n---\n',
  '---\r\n---\r\n',
  '--- \n甲: [\n\n---\t\n',
];

const INDENTS = ['', '', '', '', ' ', '  ', '   ', '    ', '\t', '      '];
const PREFIXES = ['', '', '', '', '', '> ', '>', '- ', '1. ', '\t- '];
const BREAKS = ['\n', '\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r', '\n \n'];

/** A text made of Markdown snippets, lines as plans have them, indents, prefixes and line breaks of all kinds. */
export function arbitraryMarkdown(maxLines = 12): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.constantFrom(...INDENTS),
      fc.constantFrom(...PREFIXES),
      fc.constantFrom(...PLAN_LINES, ...SYNTAX_LINES, ...SYNTAX_LINES),
      fc.constantFrom(...BREAKS),
    )
    .map((parts) => parts.join(''));
  return fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.array(line, { maxLength: maxLines }))
    .map(([beginning, lines]) => beginning + lines.join(''));
}
