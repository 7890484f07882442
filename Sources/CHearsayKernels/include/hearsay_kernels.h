// The element-wise parts of a transformer's forward pass. Row-major, single precision, one thread.
// Each is compiled for several instruction sets and the best one is taken at load time.
#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// x[r] += bias, for every row.
void hearsay_add_bias(float *x, const float *bias, size_t rows, size_t width);

// x = gelu(x + bias), with the error function, for every row.
void hearsay_bias_gelu(float *x, const float *bias, size_t rows, size_t width);

// Every row becomes softmax(scale * row). Rows begin `stride` floats apart.
void hearsay_softmax(float *x, size_t rows, size_t width, size_t stride, float scale);

// x = layer norm of (x + residual), times gain, plus bias; `residual` may be NULL.
void hearsay_add_norm(float *x, const float *residual, const float *gain, const float *bias, size_t rows,
                      size_t width, float epsilon);

// out = sum of the rows of x, divided by their number.
void hearsay_mean(float *out, const float *x, size_t rows, size_t width);

// Half precision (IEEE binary16) to single.
void hearsay_half_to_float(float *out, const uint16_t *in, size_t count);

#endif
