#include "hearsay_kernels.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx512f", "arch=haswell", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

// exp by 2^n times a polynomial on [-ln2/2, ln2/2] (Cephes); relative error about 2e-7.
INLINE float fast_exp(float x) {
    x = x < -87.0f ? -87.0f : (x > 88.0f ? 88.0f : x);
    float n = __builtin_floorf(x * 1.44269504088896341f + 0.5f);
    float r = x - n * 0.693359375f + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    union { int32_t i; float f; } power = {.i = ((int32_t)n + 127) << 23};
    return p * power.f;
}

// erf by Abramowitz and Stegun 7.1.26; absolute error under 2e-7.
INLINE float fast_erf(float x) {
    float a = __builtin_fabsf(x);
    float t = 1.0f / (1.0f + 0.3275911f * a);
    float p = 1.061405429f;
    p = p * t - 1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t - 0.284496736f;
    p = p * t + 0.254829592f;
    float y = 1.0f - p * t * fast_exp(-a * a);
    return x < 0 ? -y : y;
}

CLONES void hearsay_add_bias(float *x, const float *bias, size_t rows, size_t width) {
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < width; i++) x[r * width + i] += bias[i];
}

CLONES void hearsay_bias_gelu(float *x, const float *bias, size_t rows, size_t width) {
#pragma clang fp contract(fast)
    for (size_t r = 0; r < rows; r++) {
        float *row = x + r * width;
        for (size_t i = 0; i < width; i++) {
            float v = row[i] + bias[i];
            row[i] = 0.5f * v * (1.0f + fast_erf(v * 0.70710678118654752f));
        }
    }
}

CLONES void hearsay_softmax(float *x, size_t rows, size_t width, size_t stride, float scale) {
#pragma clang fp contract(fast) reassociate(on)
    for (size_t r = 0; r < rows; r++) {
        float *row = x + r * stride;
        float top = -INFINITY, sum = 0;
        for (size_t i = 0; i < width; i++) top = row[i] > top ? row[i] : top;
        for (size_t i = 0; i < width; i++) {
            float e = fast_exp((row[i] - top) * scale);
            row[i] = e;
            sum += e;
        }
        float over = 1.0f / sum;
        for (size_t i = 0; i < width; i++) row[i] *= over;
    }
}

CLONES void hearsay_add_norm(float *x, const float *residual, const float *gain, const float *bias, size_t rows,
                             size_t width, float epsilon) {
#pragma clang fp contract(fast) reassociate(on)
    for (size_t r = 0; r < rows; r++) {
        float *row = x + r * width;
        if (residual)
            for (size_t i = 0; i < width; i++) row[i] += residual[r * width + i];
        float mean = 0, variance = 0;
        for (size_t i = 0; i < width; i++) mean += row[i];
        mean /= (float)width;
        for (size_t i = 0; i < width; i++) variance += (row[i] - mean) * (row[i] - mean);
        float over = 1.0f / __builtin_sqrtf(variance / (float)width + epsilon);
        for (size_t i = 0; i < width; i++) row[i] = (row[i] - mean) * over * gain[i] + bias[i];
    }
}

CLONES void hearsay_mean(float *out, const float *x, size_t rows, size_t width) {
    memset(out, 0, width * sizeof(float));
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < width; i++) out[i] += x[r * width + i];
    for (size_t i = 0; i < width; i++) out[i] /= (float)(rows ? rows : 1);
}

// Moves the bits of half precision into place and lets one multiplication fix exponent and subnormals.
CLONES void hearsay_half_to_float(float *out, const uint16_t *in, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t h = in[i];
        union { uint32_t i; float f; } magnitude = {.i = (h & 0x7FFF) << 13}, scale = {.i = 0x77800000}, result;
        result.f = magnitude.f * scale.f;
        if ((h & 0x7C00) == 0x7C00) result.i |= 0x7F800000;
        result.i |= (h & 0x8000) << 16;
        out[i] = result.f;
    }
}
