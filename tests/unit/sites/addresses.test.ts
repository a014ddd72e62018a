// A paper's page and its PDF, one from the other, by the rules of the sites' adapters.
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../lib/facts/address.ts';

const rows: [page: string, pdf: string, ...others: string[]][] = [
  [
    'https://arxiv.org/abs/1912.10077',
    'https://arxiv.org/pdf/1912.10077',
    'https://arxiv.org/pdf/1912.10077.pdf',
    'http://export.arxiv.org/abs/1912.10077?context=cs',
    'https://arxiv.org/html/1912.10077#S1',
    'https://ar5iv.labs.arxiv.org/html/1912.10077',
  ],
  ['https://arxiv.org/abs/1912.10077v2', 'https://arxiv.org/pdf/1912.10077v2'],
  ['https://arxiv.org/abs/math.GT/0309136', 'https://arxiv.org/pdf/math.GT/0309136'],
  ['https://arxiv.org/abs/hep-th/9901001', 'https://arxiv.org/pdf/hep-th/9901001'],
  [
    'https://openreview.net/forum?id=ByxRM0Ntvr',
    'https://openreview.net/pdf?id=ByxRM0Ntvr',
    'https://openreview.net/forum?id=ByxRM0Ntvr&noteId=x',
    'https://openreview.net/forum?noteId=x&id=ByxRM0Ntvr#discussion',
  ],
  [
    'https://aclanthology.org/2022.in2writing-1.1/',
    'https://aclanthology.org/2022.in2writing-1.1.pdf',
    'https://aclanthology.org/2022.in2writing-1.1v2.pdf',
  ],
  [
    'https://aclanthology.org/W19-4201/',
    'https://aclanthology.org/W19-4201.pdf',
    'https://www.aclweb.org/anthology/W19-4201',
  ],
  [
    'https://proceedings.mlr.press/v119/lukasik20a.html',
    'https://proceedings.mlr.press/v119/lukasik20a/lukasik20a.pdf',
    'http://proceedings.mlr.press/v119/lukasik20a.html',
  ],
  [
    'https://proceedings.neurips.cc/paper_files/paper/2022/hash/0123456789abcdef0123456789abcdef-Abstract-Conference.html',
    'https://proceedings.neurips.cc/paper_files/paper/2022/file/0123456789abcdef0123456789abcdef-Paper-Conference.pdf',
  ],
  [
    'https://papers.nips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html',
    'https://papers.nips.cc/paper/2020/file/0123456789abcdef0123456789abcdef-Paper.pdf',
  ],
  [
    'https://openaccess.thecvf.com/content/ICCV2021/html/Okafor_Boats_ICCV_2021_paper.html',
    'https://openaccess.thecvf.com/content/ICCV2021/papers/Okafor_Boats_ICCV_2021_paper.pdf',
  ],
  [
    'https://openaccess.thecvf.com/content/CVPR2022W/Rivers/html/Okafor_Boats_CVPRW_2022_paper.html',
    'https://openaccess.thecvf.com/content/CVPR2022W/Rivers/papers/Okafor_Boats_CVPRW_2022_paper.pdf',
  ],
  [
    'https://www.jmlr.org/papers/v24/22-0107.html',
    'https://www.jmlr.org/papers/volume24/22-0107/22-0107.pdf',
    'http://jmlr.org/papers/v24/22-0107.html',
  ],
  [
    'https://ojs.aaai.org/index.php/AAAI/article/view/27707',
    'https://ojs.aaai.org/index.php/AAAI/article/download/27707/27517',
    'https://ojs.aaai.org/index.php/AAAI/article/view/27707/27517',
  ],
  ['https://www.ijcai.org/proceedings/2023/3', 'https://www.ijcai.org/proceedings/2023/0003.pdf'],
  ['https://proceedings.mlr.press/v300/okafor26a.html', 'https://proceedings.mlr.press/v300/okafor26a/okafor26a.pdf'],
  [
    'https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/0123456789abcdef0123456789abcdef-Abstract-round1.html',
    'https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/file/0123456789abcdef0123456789abcdef-Paper-round1.pdf',
  ],
  ['https://huggingface.co/papers/2310.05351', 'https://arxiv.org/pdf/2310.05351'],
  ['https://scirate.com/arxiv/2310.05351', 'https://arxiv.org/pdf/2310.05351'],
  [
    'https://www.alphaxiv.org/abs/2310.05351v1',
    'https://arxiv.org/pdf/2310.05351v1',
    'https://www.alphaxiv.org/pdf/2310.05351v1',
  ],
];
/** Pages that say nothing of their PDF by themselves. */
const silent = new Set([
  'https://ojs.aaai.org/index.php/AAAI/article/view/27707',
  'https://www.ijcai.org/proceedings/2023/3',
  'https://proceedings.mlr.press/v300/okafor26a.html',
]);

describe('the addresses of a paper', () => {
  it.each(rows.flatMap(([page, pdf, ...others]) => [page, pdf, ...others].map((from) => ({ from, page, pdf }))))(
    '$from',
    ({ from, page, pdf }) => {
      const places = placesOf(from);
      if (silent.has(from)) expect(places).toBeNull();
      // A PDF of arXiv's is arXiv's, also where another site leads to it.
      else if (from === pdf && new URL(page).hostname !== new URL(pdf).hostname)
        expect(places).toMatchObject({ pdf, page: pdf.replace('/pdf/', '/abs/') });
      else expect(places).toMatchObject({ page, pdf });
    },
  );

  it.each([
    'https://arxiv.org/list/cs.LG/recent',
    'https://arxiv.org/abs/notanid',
    'https://openreview.net/group?id=ICLR.cc/2024/Conference',
    'https://openreview.net/profile?id=~A_B1',
    'https://aclanthology.org/volumes/2022.in2writing-1/',
    'https://proceedings.mlr.press/v119/',
    'https://proceedings.neurips.cc/paper_files/paper/2022',
    'https://openaccess.thecvf.com/ICCV2021',
    'https://www.jmlr.org/papers/v24/',
    'https://huggingface.co/papers',
    'https://scirate.com/arxiv/cs.LG',
  ])('%s is no paper', (url) => {
    expect(placesOf(url)).toBeNull();
  });
});
