// Attention of one head: every row's query against every row's key, and the values mixed by the outcome.
//
// Keys and values are laid out anew, once for a head; then a few queries at a time have their scores, their softmax
// and their mixture made while all of that is in the nearest cache. No table of all scores exists.

#include "hearsay_kernels.h"
#include "inline.h"

#include <math.h>
#include <string.h>

enum { HEAD = HEARSAY_HEAD, PAIRS = HEAD / 2, LANES = 16, PANEL = 64, QUERIES = 6 };

static const float SCALE = 0.17677669529663689f;  // 1 / sqrt(HEAD)

// Keys and values of one head, and the scores of a few queries, for rows rounded up to a panel.
size_t hearsay_attention_scratch(size_t rows) {
    size_t padded = (rows + PANEL - 1) / PANEL * PANEL;
    return padded * (2 * HEAD + 2 * QUERIES) * sizeof(float);
}

// Single precision: keys are turned, so that the scores of one query come from whole rows of them.
CLONES static void attend_floats(float *out, size_t out_stride, const hearsay_head *head, float *scratch) {
#pragma clang fp contract(fast) reassociate(on)
    size_t n = head->rows;
    float *keys = scratch, *scores = scratch + n * HEAD;
    for (size_t j = 0; j < n; j++)
        for (size_t d = 0; d < HEAD; d++) keys[d * n + j] = head->key[j * head->stride + d];
    for (size_t i = 0; i < n; i++) {
        const float *query = head->query + i * head->stride;
        memset(scores, 0, n * sizeof(float));
        for (size_t d = 0; d < HEAD; d++)
            for (size_t j = 0; j < n; j++) scores[j] += query[d] * SCALE * keys[d * n + j];
        float top = -INFINITY, sum = 0, mixed[HEAD] = {0};
        for (size_t j = 0; j < n; j++) top = scores[j] > top ? scores[j] : top;
        for (size_t j = 0; j < n; j++) {
            scores[j] = fast_exp(scores[j] - top);
            sum += scores[j];
        }
        for (size_t j = 0; j < n; j++)
            for (size_t d = 0; d < HEAD; d++) mixed[d] += scores[j] * head->value[j * head->stride + d];
        for (size_t d = 0; d < HEAD; d++) out[i * out_stride + d] = mixed[d] / sum;
    }
}

#ifdef __x86_64__
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512bf16")))
#define AVX512_INLINE static inline __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512bf16"), always_inline))

// bfloat16 pairs: a 32-bit lane holds two neighbours along the sum.
typedef struct {
    __m512i *keys;    // [panel of 64 rows][pair of dimensions][64 rows]
    __m512i *values;  // [pair of rows][32 dimensions]
    float *scores;    // [query][row]
    uint32_t *shares;  // [query][pair of rows]
    size_t padded;
} workspace;

AVX512_INLINE __m512i bf16_row(const float *x) {
    return (__m512i)_mm512_cvtne2ps_pbh(_mm512_loadu_ps(x + LANES), _mm512_loadu_ps(x));
}

AVX512 static void lay_out(const workspace *w, const hearsay_head *head) {
    const __m512i interleaved = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7,
                                                 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    uint32_t *keys = (uint32_t *)w->keys;
    for (size_t j = 0; j < w->padded; j++) {
        uint32_t pairs[PAIRS] __attribute__((aligned(64)));
        __m512i row = j < head->rows ? bf16_row(head->key + j * head->stride) : _mm512_setzero_si512();
        _mm512_store_si512(pairs, row);
        uint32_t *panel = keys + j / PANEL * PANEL * PAIRS + j % PANEL;
        for (size_t d = 0; d < PAIRS; d++) panel[d * PANEL] = pairs[d];
    }
    for (size_t j = 0; j < w->padded; j += 2) {
        __m512 first[2], second[2];
        for (size_t i = 0; i < 2; i++) {
            const float *value = head->value + j * head->stride + i * LANES;
            first[i] = j < head->rows ? _mm512_loadu_ps(value) : _mm512_setzero_ps();
            second[i] = j + 1 < head->rows ? _mm512_loadu_ps(value + head->stride) : _mm512_setzero_ps();
            __m512i both = (__m512i)_mm512_cvtne2ps_pbh(second[i], first[i]);
            w->values[j + i] = _mm512_permutexvar_epi16(interleaved, both);
        }
    }
}

AVX512_INLINE __m512bh pair(const uint32_t *x) { return (__m512bh)_mm512_set1_epi32((int32_t)*x); }

AVX512_INLINE void score(const workspace *w, const uint32_t queries[QUERIES][PAIRS], const size_t count) {
    for (size_t from = 0; from < w->padded; from += PANEL) {
        const __m512i *keys = w->keys + from;  // PAIRS lanes a row, and as many in a vector
        __m512 sum[QUERIES][4];
        for (size_t q = 0; q < count; q++)
            for (size_t i = 0; i < 4; i++) sum[q][i] = _mm512_setzero_ps();
        for (size_t d = 0; d < PAIRS; d++) {
            for (size_t q = 0; q < count; q++) {
                __m512bh a = pair(&queries[q][d]);
                for (size_t i = 0; i < 4; i++) sum[q][i] = _mm512_dpbf16_ps(sum[q][i], a, (__m512bh)keys[d * 4 + i]);
            }
        }
        for (size_t q = 0; q < count; q++)
            for (size_t i = 0; i < 4; i++) _mm512_store_ps(w->scores + q * w->padded + from + i * LANES, sum[q][i]);
    }
}

// 2^x for x <= 0, by a polynomial on [-1/2, 1/2]; relative error about 2e-6, far below that of a bfloat16.
AVX512_INLINE __m512 exp2_lanes(__m512 x) {
    __m512 n = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC), r = _mm512_sub_ps(x, n);
    __m512 p = _mm512_set1_ps(1.33398e-3f);
    p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(9.61817e-3f));
    p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(5.55033e-2f));
    p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(2.40226e-1f));
    p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(6.93147e-1f));
    p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(1.0f));
    return _mm512_scalef_ps(p, n);
}

// Scores of one query -> shares before division, and one over their sum.
AVX512_INLINE float weigh(const workspace *w, size_t q, size_t rows) {
    float *scores = w->scores + q * w->padded;
    for (size_t j = rows; j < w->padded; j++) scores[j] = -INFINITY;
    __m512 top = _mm512_load_ps(scores);
    for (size_t j = LANES; j < w->padded; j += LANES) top = _mm512_max_ps(top, _mm512_load_ps(scores + j));
    const __m512 scale = _mm512_set1_ps(SCALE * 1.44269504088896341f);
    const __m512 shift = _mm512_mul_ps(_mm512_set1_ps(_mm512_reduce_max_ps(top)), scale);
    __m512 sum = _mm512_setzero_ps();
    for (size_t j = 0; j < w->padded; j += 2 * LANES) {
        __m512 a = exp2_lanes(_mm512_fmsub_ps(_mm512_load_ps(scores + j), scale, shift));
        __m512 b = exp2_lanes(_mm512_fmsub_ps(_mm512_load_ps(scores + j + LANES), scale, shift));
        sum = _mm512_add_ps(sum, _mm512_add_ps(a, b));
        _mm512_store_si512(w->shares + (q * w->padded + j) / 2, (__m512i)_mm512_cvtne2ps_pbh(b, a));
    }
    return 1.0f / _mm512_reduce_add_ps(sum);
}

AVX512_INLINE void mix(const workspace *w, float *out, size_t out_stride, const float *over, const size_t count) {
    __m512 sum[QUERIES][2];
    for (size_t q = 0; q < count; q++)
        for (size_t i = 0; i < 2; i++) sum[q][i] = _mm512_setzero_ps();
    for (size_t j = 0; j < w->padded; j += 2)
        for (size_t q = 0; q < count; q++) {
            __m512bh a = pair(w->shares + (q * w->padded + j) / 2);
            for (size_t i = 0; i < 2; i++) sum[q][i] = _mm512_dpbf16_ps(sum[q][i], a, (__m512bh)w->values[j + i]);
        }
    for (size_t q = 0; q < count; q++)
        for (size_t i = 0; i < 2; i++)
            _mm512_storeu_ps(out + q * out_stride + i * LANES, _mm512_mul_ps(sum[q][i], _mm512_set1_ps(over[q])));
}

AVX512_INLINE void attend_queries(const workspace *w, float *out, size_t out_stride, const hearsay_head *head,
                                  size_t first, const size_t count) {
    uint32_t queries[QUERIES][PAIRS] __attribute__((aligned(64)));
    float over[QUERIES];
    for (size_t q = 0; q < count; q++)
        _mm512_store_si512(queries[q], bf16_row(head->query + (first + q) * head->stride));
    score(w, queries, count);
    for (size_t q = 0; q < count; q++) over[q] = weigh(w, q, head->rows);
    mix(w, out + first * out_stride, out_stride, over, count);
}

AVX512 static void attend_bf16(float *out, size_t out_stride, const hearsay_head *head, void *scratch) {
    workspace w = {.padded = (head->rows + PANEL - 1) / PANEL * PANEL};
    w.keys = scratch;
    w.values = w.keys + w.padded;
    w.scores = (float *)(w.values + w.padded);
    w.shares = (uint32_t *)(w.scores + QUERIES * w.padded);
    lay_out(&w, head);
    size_t first = 0;
    for (; first + QUERIES <= head->rows; first += QUERIES) attend_queries(&w, out, out_stride, head, first, QUERIES);
    for (; first < head->rows; first++) attend_queries(&w, out, out_stride, head, first, 1);
}
#endif

void hearsay_attend(enum hearsay_level level, float *out, size_t out_stride, const hearsay_head *head, void *scratch) {
#ifdef __x86_64__
    if (level == HEARSAY_AVX512) return attend_bf16(out, out_stride, head, scratch);
#endif
    attend_floats(out, out_stride, head, scratch);
}
