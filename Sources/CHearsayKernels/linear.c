// Linear layers over packed weights, in eight bits and in single precision.
//
// Weights lie in panels of 64 outputs. In eight bits a panel holds, for every group of four inputs, the four weights of
// each of its outputs side by side, which is what the dot product instructions take; in single precision it holds, for
// every input, the weights of its outputs. Six rows of input go through a panel together: their sums stay in registers,
// and the panel stays in the nearest cache. Sums of products of eight bits are exact, so every instruction set yields
// the same integers.

#include "hearsay_kernels.h"
#include "inline.h"

#include <string.h>

enum { PANEL = HEARSAY_PANEL, ROWS = 6 };

CLONES static float largest(const float *x, size_t count) {
    range_of_floats range = range_of(x, count);
    return -range.low > range.high ? -range.low : range.high;
}

CLONES static int32_t rounded(int8_t *out, const float *x, size_t count, float over) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t value = (int32_t)(x[i] * over + (x[i] < 0 ? -0.5f : 0.5f));
        out[i] = (int8_t)value;
        sum += value;
    }
    return sum;
}

void hearsay_pack(hearsay_weights *weights, const float *row, size_t at, int8_t *scratch) {
    size_t in = weights->in, padded = hearsay_padded(in), panel = at / PANEL * PANEL;
    if (!weights->bytes) {
        float *packed = (float *)weights->packed + panel * in + at % PANEL;
        for (size_t i = 0; i < in; i++) packed[i * PANEL] = row[i];
        return;
    }
    int8_t *packed = (int8_t *)weights->packed + panel * padded + at % PANEL * 4;
    float top = largest(row, in);
    memset(scratch + in, 0, padded - in);
    weights->sum[at] = (float)rounded(scratch, row, in, top > 0 ? 127.0f / top : 0);
    weights->scale[at] = top / 127.0f;
    for (size_t i = 0; i < padded; i += 4) memcpy(packed + i * PANEL, scratch + i, 4);
}

// The integers of a tile -> the numbers that they stand for, before the bias.
INLINE void scaled(float out[ROWS][PANEL], const int32_t sums[ROWS][PANEL], const hearsay_rows *x, size_t row,
                   size_t rows, const hearsay_weights *w, size_t first) {
#pragma clang fp contract(fast)
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < PANEL; i++)
            out[r][i] =
                ((float)sums[r][i] * x->scale[row + r] + w->sum[first + i] * x->low[row + r]) * w->scale[first + i];
}

INLINE void finished(float *restrict out, const float *restrict x, const float *restrict bias, size_t count,
                     enum hearsay_finish how) {
#pragma clang fp contract(fast)
    switch (how) {
    case HEARSAY_STORE:
        for (size_t i = 0; i < count; i++) out[i] = x[i] + bias[i];
        break;
    case HEARSAY_ADD:
        for (size_t i = 0; i < count; i++) out[i] += x[i] + bias[i];
        break;
    case HEARSAY_GELU:
        for (size_t i = 0; i < count; i++) out[i] = fast_gelu(x[i] + bias[i]);
        break;
    }
}

// Six rows or fewer from `row` on, times the panel that begins with output `first`.
typedef void multiply(float out[ROWS][PANEL], const hearsay_rows *x, size_t row, size_t rows, const hearsay_weights *w,
                      size_t first);

INLINE void linear(float *out, size_t stride, const hearsay_rows *x, size_t rows, const hearsay_weights *w,
                   size_t first, size_t count, enum hearsay_finish how, multiply *multiply) {
    for (size_t from = first; from < first + count; from += PANEL) {
        size_t width = first + count - from < PANEL ? first + count - from : PANEL;
        for (size_t row = 0; row < rows; row += ROWS) {
            float tile[ROWS][PANEL] __attribute__((aligned(64)));
            size_t now = rows - row < ROWS ? rows - row : ROWS;
            multiply(tile, x, row, now, w, from);
            for (size_t r = 0; r < now; r++) {
                float *target = out + (row + r) * stride + from - first;
                if (width == PANEL)  // a length known when compiling makes better loops
                    finished(target, tile[r], w->bias + from, PANEL, how);
                else
                    finished(target, tile[r], w->bias + from, width, how);
            }
        }
    }
}

// A variant: functions of that name for eight bits and single precision. The number of rows must be known when
// compiling, so that the sums get registers; the same holds for LANES numbers in each of VECTORS registers.
#define VARIANT(name, instructions, LANES, VECTORS)                                                                    \
    typedef float name##_lanes __attribute__((vector_size(4 * LANES), aligned(4)));                                    \
    instructions INLINE void name##_floats(float out[ROWS][PANEL], const float *x, const size_t rows,                  \
                                           const hearsay_weights *w, size_t first) {                                   \
        _Pragma("clang fp contract(fast)");                                                                            \
        const float *panel = (const float *)w->packed + first * w->in;                                                 \
        for (size_t at = 0; at < PANEL; at += LANES * VECTORS) {                                                       \
            name##_lanes sums[ROWS][VECTORS] = {0};                                                                    \
            for (size_t k = 0; k < w->in; k++)                                                                         \
                for (size_t r = 0; r < rows; r++)                                                                      \
                    for (size_t i = 0; i < VECTORS; i++)                                                               \
                        sums[r][i] +=                                                                                  \
                            x[r * w->in + k] * *(const name##_lanes *)(panel + k * PANEL + at + i * LANES);            \
            for (size_t r = 0; r < rows; r++) memcpy(&out[r][at], sums[r], sizeof sums[r]);                            \
        }                                                                                                              \
    }                                                                                                                  \
    instructions INLINE void name##_tile(float out[ROWS][PANEL], const hearsay_rows *x, size_t row, const size_t rows, \
                                         const hearsay_weights *w, size_t first) {                                     \
        if (!w->bytes) return name##_floats(out, x->floats + row * w->in, rows, w, first);                             \
        int32_t sums[ROWS][PANEL] __attribute__((aligned(64)));                                                        \
        size_t width = hearsay_padded(w->in);                                                                          \
        name##_bytes(sums, x->bytes + row * width, width, rows, (const int8_t *)w->packed + first * width);            \
        scaled(out, sums, x, row, rows, w, first);                                                                     \
    }                                                                                                                  \
    instructions INLINE void name##_multiply(float out[ROWS][PANEL], const hearsay_rows *x, size_t row, size_t rows,   \
                                             const hearsay_weights *w, size_t first) {                                 \
        if (rows == ROWS) return name##_tile(out, x, row, ROWS, w, first);                                             \
        for (size_t r = 0; r < rows; r++) name##_tile(out + r, x, row + r, 1, w, first);                               \
    }                                                                                                                  \
    instructions static void name##_linear(float *out, size_t stride, const hearsay_rows *x, size_t rows,              \
                                           const hearsay_weights *w, size_t first, size_t count,                       \
                                           enum hearsay_finish how) {                                                  \
        linear(out, stride, x, rows, w, first, count, how, name##_multiply);                                           \
    }

INLINE void plain_bytes(int32_t sums[ROWS][PANEL], const uint8_t *x, size_t width, const size_t rows,
                        const int8_t *panel) {
    for (size_t r = 0; r < rows; r++) {
        memset(sums[r], 0, sizeof sums[r]);
        for (size_t k = 0; k < width; k++)
            for (size_t i = 0; i < PANEL; i++)
                sums[r][i] += x[r * width + k] * panel[(k / 4 * PANEL + i) * 4 + k % 4];
    }
}

VARIANT(plain, , 4, 2)

#ifdef __x86_64__
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,fma")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

INLINE int32_t four(const uint8_t *x) {
    int32_t value;
    memcpy(&value, x, sizeof value);
    return value;
}

// Products of sixteen bits, summed two by two: those of the even bytes, then those of the odd ones. None saturates.
AVX2 INLINE void avx2_bytes(int32_t sums[ROWS][PANEL], const uint8_t *x, size_t width, const size_t rows,
                            const int8_t *panel) {
    for (size_t at = 0; at < PANEL; at += 8) {
        __m256i sum[ROWS];
        for (size_t r = 0; r < rows; r++) sum[r] = _mm256_setzero_si256();
        for (size_t k = 0; k < width; k += 4) {
            __m256i w = _mm256_load_si256((const __m256i *)(panel + k * PANEL + at * 4));
            __m256i even = _mm256_srai_epi16(_mm256_slli_epi16(w, 8), 8), odd = _mm256_srai_epi16(w, 8);
            for (size_t r = 0; r < rows; r++) {
                __m256i a = _mm256_set1_epi32(four(x + r * width + k));
                __m256i first = _mm256_madd_epi16(_mm256_and_si256(a, _mm256_set1_epi16(0xFF)), even);
                __m256i second = _mm256_madd_epi16(_mm256_srli_epi16(a, 8), odd);
                sum[r] = _mm256_add_epi32(sum[r], _mm256_add_epi32(first, second));
            }
        }
        for (size_t r = 0; r < rows; r++) _mm256_store_si256((__m256i *)&sums[r][at], sum[r]);
    }
}

AVX512 INLINE void avx512_bytes(int32_t sums[ROWS][PANEL], const uint8_t *x, size_t width, const size_t rows,
                                const int8_t *panel) {
    __m512i sum[ROWS][4];
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < 4; i++) sum[r][i] = _mm512_setzero_si512();
    for (size_t k = 0; k < width; k += 4) {
        __m512i w[4];
        for (size_t i = 0; i < 4; i++) {
            const int8_t *at = panel + k * PANEL + i * 64;
            w[i] = _mm512_load_si512(at);
            _mm_prefetch(at + width * PANEL, _MM_HINT_T1);  // the next panel
        }
        for (size_t r = 0; r < rows; r++) {
            __m512i a = _mm512_set1_epi32(four(x + r * width + k));
            for (size_t i = 0; i < 4; i++) sum[r][i] = _mm512_dpbusd_epi32(sum[r][i], a, w[i]);
        }
    }
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < 4; i++) _mm512_store_si512(&sums[r][i * 16], sum[r][i]);
}

VARIANT(avx2, AVX2, 8, 2)
VARIANT(avx512, AVX512, 16, 4)
#endif

void hearsay_linear(enum hearsay_level level, float *out, size_t stride, const hearsay_rows *x, size_t rows,
                    const hearsay_weights *w, size_t first, size_t count, enum hearsay_finish how) {
    switch (level) {
#ifdef __x86_64__
    case HEARSAY_AVX512: return avx512_linear(out, stride, x, rows, w, first, count, how);
    case HEARSAY_AVX2: return avx2_linear(out, stride, x, rows, w, first, count, how);
#endif
    default: return plain_linear(out, stride, x, rows, w, first, count, how);
    }
}
