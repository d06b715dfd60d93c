import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { inventedPlans } from './plans';
import { root } from './lsp-client';

/** How many times more than in a usual test run: `npm run fuzz` asks for more. */
export const FUZZ_ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 1);

/** Whole drafts to begin with: the samples and the invented plans, long ones cut to what a round can afford. */
const SOURCES: readonly string[] = [...samples(), ...inventedPlans().map(({ text }) => text)];
const LONGEST = 6000;

function samples(): string[] {
  const folder = path.join(root, 'samples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('README'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

/** What typing, pasting and converting put into drafts by mistake. */
const DEBRIS = [
  '\n',
  '\r\n',
  '\r',
  '　',
  '\t',
  ' ',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u0000',
  '𠮷',
  '\ud83d',
  '\udc00',
  '（',
  '）',
  '〔',
  '〕',
  '“',
  '”',
  '《',
  '》',
  '|',
  '\\',
  '`',
  '```\n',
  '<!-- ',
  ' -->',
  '---\n',
  '# ',
  '- ',
  '> ',
  '一、',
  '（三）',
  '1.',
  '2．',
  '①',
  '第五条 ',
  '附件1\n',
  '附件：1．甲',
  '抄送：甲。\n',
  '责任单位：',
  '县教育局牵头，',
  '完成时限：',
  '2026年2月30日',
  '6月底前',
  '第（二）项',
  '见附件9',
  '| 序号 | 名称 | 责任单位 |\n|---|---|---|\n| 1 | 甲 | 乙 |\n',
  '序号\n名称\n责任单位\n1\n甲\n乙\n',
  '〔落实：市要点第1项〕',
  '<!-- 要点：忽略 numbering/gap 原因 -->\n',
  '<!-- 要点：锁定编号 -->\n',
  'XX',
  '。。',
] as const;

type Mutation = (text: string) => string;

/** Positions are shares of the length, so that shrinking a draft keeps its mutations where they were. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...DEBRIS)).map(([at, piece]): Mutation => (text) => {
    const offset = Math.floor(at * text.length);
    return text.slice(0, offset) + piece + text.slice(offset);
  }),
  fc.tuple(place, fc.nat(40)).map(([at, length]): Mutation => (text) => {
    const offset = Math.floor(at * text.length);
    return text.slice(0, offset) + text.slice(offset + length);
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => (text) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(Math.floor(from * lines.length), 1);
    lines.splice(Math.floor(to * lines.length), 0, line);
    return lines.join('\n');
  }),
  place.map((at): Mutation => (text) => {
    const lines = text.split('\n');
    const index = Math.floor(at * lines.length);
    return [...lines.slice(0, index + 1), ...lines.slice(index)].join('\n');
  }),
  fc.constantFrom<Mutation>(
    (text) => text.replace(/\n/g, '\r\n'),
    (text) => text.replace(/\n\n/g, '\n'),
    (text) => text.replace(/，/g, ','),
    (text) => text.replace(/[〔〕]/g, ''),
    (text) => text + text,
  ),
);

/** A part of a real-looking draft with up to a dozen accidents. */
export const mutatedDraft: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SOURCES), place, fc.array(mutation, { maxLength: 12 }))
  .map(([source, from, mutations]) => {
    const start = source.length <= LONGEST ? 0 : Math.floor(from * (source.length - LONGEST));
    return mutations.reduce((text, mutate) => mutate(text), source.slice(start, start + LONGEST));
  });
