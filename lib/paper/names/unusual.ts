// Names that many people have. A short list: a name on it never identifies a person, and one that is not on it does so
// only together with a co-author.
import { foldPlain } from '../../text/fold.ts';

/** In the letters that names are compared in. */
function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldPlain));
}

/** Family names of China, Korea and Vietnam that more than a million people have. */
export const eastAsianFamilies: ReadonlySet<string> = /* @__PURE__ */ setOf(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang han cao deng ' +
    'xiao cheng zeng peng pan yuan dong lu jiang cai yu du ye wei su lv ding ren yao shen tan cui fan qian wong chan cheung ' +
    'lau ng ho leung lam kim lee park choi jung jeong kang cho yoon jang lim shin seo kwon hwang ahn song hong nguyen tran ' +
    'le pham phan vu vo dang bui do ngo feng xue jin shi hou meng bai qin jia zou xiong tian fu lei kong shao mao',
);
/** Others that more than a million people have. */
const commonFamilies = /* @__PURE__ */ setOf(
  'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato singh ' +
    'kumar sharma gupta patel das khan ali ahmed shah jain verma mishra rao reddy roy ghosh hussain mohammed ' +
    'smith johnson williams brown jones miller davis wilson anderson thomas taylor moore martin thompson white clark lewis ' +
    'walker young king wright scott green baker adams hill robinson hall allen garcia martinez rodriguez lopez gonzalez ' +
    'hernandez perez sanchez fernandez silva santos oliveira souza ivanov petrov muller schmidt schneider fischer weber ' +
    'meyer rossi russo ferrari yilmaz kaya cohen levy',
);
/** Given names that occur with any family name. */
const commonGiven = /* @__PURE__ */ setOf(
  'wei yang jing lei jun yan ming hao tao jie peng bo xin yu lin yi li hui min jian fang chao kai qing rui ' +
    'john david michael james robert william peter paul thomas mark daniel andrew chris christopher matthew kevin eric ' +
    'mary anna maria sarah laura jose juan carlos luis antonio marco andrea ali mohammad mohammed ahmed hassan ' +
    'amit rahul raj anil sanjay vijay alexander sergey dmitry andrei martin stefan jan hans',
);

/** Whether more than a million people have this family name. */
export const isCommonFamily = (family: string): boolean =>
  eastAsianFamilies.has(foldPlain(family)) || commonFamilies.has(foldPlain(family));

const wordsOfName = (name: string): string[] =>
  (name.includes(',') ? name.split(',').toReversed().join(' ') : name)
    .split(/[\s-]+/)
    .map((word) => foldPlain(word).replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '');

/**
 * Whether few people can have this name: written out, the family name not among the commonest, and two given names or
 * one that is not common. Names in other scripts than Latin never count as unusual.
 */
export function isUnusual(name: string): boolean {
  const words = wordsOfName(name);
  const [first = ''] = words;
  const family = words.at(-1) ?? '';
  const given = words.slice(0, -1);
  if (given.length === 0 || first.length < 2 || !/^[a-z]{3,}$/.test(family) || isCommonFamily(family)) return false;
  return given.filter((word) => word.length > 1).length >= 2 || !commonGiven.has(first);
}
