import assert from 'node:assert/strict';
import type { Claim } from '../../server/src/facts/claims';
import { judge, type FigureJudgement, type Stated } from '../../server/src/facts/verdict';
import type { Figure, Operator } from '../../server/src/tag/model';

interface Given {
  readonly value: number;
  readonly op?: Operator;
  readonly low?: number;
  readonly high?: number;
  readonly fine?: number;
  readonly coarse?: number;
  readonly hedge?: string;
  readonly role?: Figure['role'];
  readonly claim?: Partial<Claim>;
  readonly storyDay?: number;
}

function stated({
  value,
  op = '=',
  low = value,
  high = value,
  fine = 1,
  coarse = fine,
  hedge = '',
  role = 'level',
  claim,
  storyDay,
}: Given): Stated {
  const figure: Figure = {
    start: 0,
    end: 1,
    type: 'quantity',
    value,
    unit: '',
    op,
    low,
    high,
    fine,
    coarse,
    hedge,
    role,
    counted: 'people',
    head: 'people',
    resolution: 'absolute',
    per: '',
    definite: false,
    furniture: false,
  };
  const whole: Claim = {
    start: 0,
    end: 1,
    figure,
    index: 0,
    sentence: { start: 0, end: 1 },
    dimension: 'count:peopl',
    plain: 'count:peopl',
    thing: 0,
    measure: '',
    about: [],
    scope: false,
    remote: false,
    written: '',
    passage: { before: '', after: '' },
    printed: '',
    sayer: '',
    apposed: false,
    words: { keys: [], weights: [], places: [], surfaces: '' },
    near: [],
    telling: [],
    done: [],
    predicates: [],
    speaker: '',
    modality: 'said',
    hypothetical: false,
    negated: false,
    volatile: false,
    growing: false,
    sampled: false,
    partial: false,
    company: 1,
    subjects: [],
    names: [],
    explicit: true,
    periods: [],
    ...claim,
  };
  return { claim: whole, storyDay: storyDay ?? null };
}

function verdict(a: Given, b: Given): FigureJudgement | null {
  const forward = judge(stated(a), stated(b));
  const backward = judge(stated(b), stated(a));
  assert.equal(forward?.verdict, backward?.verdict, 'the verdict does not depend on who is asked first');
  assert.equal(forward?.difference, backward?.difference);
  return forward;
}

const BILLION = 1e9;

describe('the verdict on two figures', () => {
  it('agrees on the same value, and on a value and its rounding', () => {
    assert.equal(
      verdict({ value: 240 * BILLION, fine: BILLION }, { value: 240 * BILLION, fine: BILLION })?.verdict,
      'agree',
    );
    assert.equal(
      verdict({ value: 61.4 * BILLION, fine: BILLION / 10 }, { value: 61 * BILLION, fine: BILLION })?.verdict,
      'agree',
    );
  });

  it('calls 61 and 62 billion, and 20 and 21 people, a conflict', () => {
    assert.equal(
      verdict({ value: 61 * BILLION, fine: BILLION }, { value: 62 * BILLION, fine: BILLION })?.verdict,
      'conflict',
    );
    assert.equal(verdict({ value: 20 }, { value: 21 })?.verdict, 'conflict');
  });

  it('says of 61 and a flat 60 billion that one may be the other, rounded', () => {
    const judgement = verdict(
      { value: 61 * BILLION, fine: BILLION },
      { value: 60 * BILLION, fine: BILLION, coarse: 10 * BILLION },
    );
    assert.equal(judgement?.verdict, 'compatible');
    assert.equal(judgement?.difference, 'rounding');
  });

  it('lets a hedge or a bound cover the other value', () => {
    assert.equal(
      verdict({ value: 21 }, { value: 20, op: '~', low: 19, high: 21, hedge: 'about' })?.verdict,
      'compatible',
    );
    const moreThan = {
      value: 60 * BILLION,
      op: '>',
      low: 60 * BILLION,
      high: 72 * BILLION,
      hedge: 'more than',
    } as const;
    const judgement = verdict({ value: 61 * BILLION, fine: BILLION }, moreThan);
    assert.equal(judgement?.verdict, 'compatible');
    assert.match(judgement!.reason, /more than/);
    assert.equal(judgement?.difference, 'none');
  });

  it('does not compare a change with a level, or a rank with a count', () => {
    assert.equal(verdict({ value: 5, role: 'change' }, { value: 7 }), null);
    assert.equal(verdict({ value: 5, role: 'rank' }, { value: 7 }), null);
  });

  it('does not hold a plan or a denial against a statement', () => {
    assert.equal(verdict({ value: 50, claim: { hypothetical: true } }, { value: 80 }), null);
    assert.equal(verdict({ value: 50, claim: { modality: 'denied' } }, { value: 80 }), null);
  });

  it('calls a grown toll updated, and a shrunken one a conflict', () => {
    const toll = { volatile: true, growing: true };
    assert.equal(
      verdict({ value: 8, claim: toll, storyDay: 100 }, { value: 11, claim: toll, storyDay: 102 })?.verdict,
      'updated',
    );
    assert.equal(
      verdict({ value: 11, claim: toll, storyDay: 100 }, { value: 8, claim: toll, storyDay: 102 })?.verdict,
      'conflict',
    );
    assert.equal(verdict({ value: 8, claim: toll }, { value: 11, claim: toll })?.verdict, 'conflict');
  });

  it('calls what two named people say differently disputed', () => {
    assert.equal(
      verdict({ value: 18, claim: { speaker: 'Erik Sand' } }, { value: 26, claim: { speaker: 'Colin Roe' } })?.verdict,
      'disputed',
    );
    assert.equal(
      verdict({ value: 18, claim: { speaker: 'Erik Sand' } }, { value: 26, claim: { speaker: 'Erik Sand' } })?.verdict,
      'conflict',
    );
  });

  it('holds figures for different dates apart', () => {
    assert.equal(
      verdict({ value: 18, claim: { periods: [[0, 365]] } }, { value: 26, claim: { periods: [[366, 731]] } })?.verdict,
      'updated',
    );
  });

  it('names a slip of scale and swapped digits', () => {
    assert.match(verdict({ value: 4.5e6, fine: 1e5 }, { value: 45e6, fine: 1e6 })!.reason, /ten times/);
    assert.match(verdict({ value: 212 }, { value: 221 })!.reason, /another order/);
  });

  it('compares nothing of another dimension', () => {
    assert.equal(verdict({ value: 1500, claim: { dimension: 'count:student' } }, { value: 50_000 }), null);
  });
});
