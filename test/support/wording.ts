/** `{0}`, `{1}` … of a message, sorted. */
export function placeholders(message: string): string[] {
  return (message.match(/\{\d+\}/g) ?? []).sort();
}

/**
 * The Chinese of an English message that stands neither between quotation or title marks (words of a draft or of the
 * dialect) nor in brackets (the Chinese of a term): it should be none.
 */
export function chineseOutsideQuotes(message: string): string {
  const own = message.replace(/“[^“”]*(?:“[^“”]*”[^“”]*)*”|《[^《》]*》|\([^()]*\)/g, '');
  return (own.match(/[\p{Script=Han}，。；：、（）]/gu) ?? []).join('');
}

/** The Chinese that a page in English has of its own: outside quotation marks, and outside elements said to be Chinese. */
export function chineseOnPage(html: string): string {
  const own = html
    .replace(/<style>.*?<\/style>/gsu, '')
    .replace(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gsu, '')
    .replace(/<[^>]+>/gu, ' ');
  return chineseOutsideQuotes(own);
}
